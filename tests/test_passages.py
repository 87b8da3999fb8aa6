"""The short passages: their files come from their sources, and their gold answers hold together."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from corpus.build import PASSAGES, make_file
from corpus.maker.gold import make_gold
from corpus.maker.markup import read_source

from places import ROOT
from trichluc.evaluate.lint import lint_gold
from trichluc.evaluate.report import evaluate

SOURCES = sorted((PASSAGES / "sources").glob("*.src"))
REPORTS = PASSAGES / "reports"
GOLD = PASSAGES / "gold"
TRICHLUC = str(Path(sys.executable).with_name("trichluc"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_passage_and_gold_are_what_the_source_makes(source: Path) -> None:
    document = read_source(source)
    (style,) = document.meta["made"]
    assert make_file(document, style) == (REPORTS / style["file"]).read_bytes(), "run python -m corpus.build"
    assert json.loads((GOLD / f"{source.stem}.json").read_text("utf-8")) == make_gold(document)


def test_every_passage_has_an_answer_and_none_is_left_over() -> None:
    stems = [path.stem for path in SOURCES]
    assert stems == [path.stem for path in sorted(REPORTS.iterdir())] == [path.stem for path in sorted(GOLD.iterdir())]


def test_passages_are_many_and_short() -> None:
    words = [len((REPORTS / f"{path.stem}.txt").read_text("utf-8").split()) for path in SOURCES]
    assert len(words) >= 32
    assert min(words) >= 80
    assert max(words) <= 250


def test_answers_are_sound_and_scores_hold_their_floors(tmp_path: Path) -> None:
    command = [TRICHLUC, "run", str(REPORTS), "--out", str(tmp_path / "out"), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert list(lint_gold(GOLD, tmp_path / "out")) == []
    rows = evaluate(GOLD, tmp_path / "out").total.rows()
    got = {name: row.get("f1", row.get("right")) for name, row in rows.items()}
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))["passages"]
    low = {name: (got[name], floor) for name, floor in floors.items() if got[name] < floor}
    assert low == {}, f"below the floor (got, floor): {low}"
