"""Scores on the real documents hold their floors: by the program's own evaluation, through the real command line."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from places import ROOT

TRICHLUC = str(Path(sys.executable).with_name("trichluc"))
FLOORS = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))
# a second, independent implementation of the same scores stands beside the documents
SCORE = "gold/score.py"


def scores(shared: Path, name: str, out: Path) -> dict[str, float]:
    done = subprocess.run(
        [TRICHLUC, "run", str(shared / "corpus" / name), "--out", str(out)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    command = [sys.executable, str(shared / SCORE), str(shared / "gold" / name), str(out / "records.jsonl"), "--json"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {key: row.get("f1", row.get("right")) for key, row in report.items()}


@pytest.mark.shared
@pytest.mark.parametrize("name", ["seeds", "dev"])  # the others: test_passages.py
def test_scores_on_real_documents_hold_their_floors(name: str, shared: Path, tmp_path: Path) -> None:
    got = scores(shared, name, tmp_path / "out")
    low = {key: (got[key], floor) for key, floor in FLOORS[name].items() if got[key] < floor}
    assert low == {}, f"below the floor (got, floor): {low}"
    verified = subprocess.run([TRICHLUC, "verify", str(tmp_path / "out")], capture_output=True, text=True, check=False)
    assert verified.returncode == 0, verified.stdout + verified.stderr
