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

SOURCES = sorted(source for home in PASSAGES for source in (home / "sources").glob("*.src"))
KINDS = ("sources", "reports", "gold")
TRICHLUC = str(Path(sys.executable).with_name("trichluc"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_passage_and_gold_are_what_the_source_makes(source: Path) -> None:
    document = read_source(source)
    (style,) = document.meta["made"]
    home = source.parent.parent
    assert make_file(document, style) == (home / "reports" / style["file"]).read_bytes(), "run python -m corpus.build"
    assert json.loads((home / "gold" / f"{source.stem}.json").read_text("utf-8")) == make_gold(document)


@pytest.mark.parametrize("home", PASSAGES, ids=lambda path: path.name)
def test_every_passage_has_an_answer_and_none_is_left_over(home: Path) -> None:
    sources, reports, gold = (sorted(path.stem for path in (home / kind).iterdir()) for kind in KINDS)
    assert sources == reports == gold


@pytest.mark.parametrize(
    ("home", "fewest", "longest"),
    [(PASSAGES[0], 32, 250), (PASSAGES[1], 72, 250), (PASSAGES[2], 24, 950)],
    ids=lambda value: str(value)[-9:],
)
def test_passages_are_many_and_short(home: Path, fewest: int, longest: int) -> None:
    texts = [path.read_text("utf-8") for path in (home / "reports").iterdir() if path.suffix != ".docx"]
    assert len(list((home / "reports").iterdir())) >= fewest
    assert min(len(text.split()) for text in texts) >= 80
    assert max(len(text.split()) for text in texts) <= longest


@pytest.mark.parametrize("home", PASSAGES, ids=lambda path: path.name)
def test_answers_are_sound_and_scores_hold_their_floors(home: Path, tmp_path: Path) -> None:
    command = [TRICHLUC, "run", str(home / "reports"), "--out", str(tmp_path / "out"), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert list(lint_gold(home / "gold", tmp_path / "out")) == []
    rows = evaluate(home / "gold", tmp_path / "out").total.rows()
    got = {name: row.get("f1", row.get("right")) for name, row in rows.items()}
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))[home.name]
    low = {name: (got[name], floor) for name, floor in floors.items() if got[name] < floor}
    assert low == {}, f"below the floor (got, floor): {low}"
