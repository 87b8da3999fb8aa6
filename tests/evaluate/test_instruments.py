"""Intervals, scoreboard, reliability, the linter of gold answers and the comparison of two runs, on made-up answers."""

from __future__ import annotations

import copy
import json

import pytest
from test_scoring import answer, indicator, reference

from trichluc.errors import UsageError
from trichluc.evaluate.diff import difference, summary
from trichluc.evaluate.intervals import intervals
from trichluc.evaluate.lint import lint_gold
from trichluc.evaluate.scoreboard import calibrate, reliability, scoreboard
from trichluc.evaluate.scoring import score_document


def judged(category: str, text: str, **fields):
    return {"category": category, "text": text, "section": [], **fields}


# ------------------------------------------------------------------ intervals


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    gold = answer(references=[reference("1/QĐ")])
    scores = [score_document(str(index), gold, gold) for index in range(6)]
    assert intervals(scores)["references.numbered"] == (1.0, 1.0)


def test_documents_that_differ_give_a_wide_interval_that_holds_the_score() -> None:
    gold = answer(references=[reference("1/QĐ")])
    scores = [score_document(str(index), gold, gold if index % 2 else answer()) for index in range(10)]
    low, high = intervals(scores)["references.numbered"]
    assert 0 <= low < 2 * 5 / (10 + 5) < high <= 1
    assert intervals(scores) == intervals(copy.deepcopy(scores))  # the draws have a seed


def test_what_no_document_has_has_no_interval() -> None:
    assert "assessments.lesson" not in intervals([score_document("x", answer(), answer())])
    assert intervals([]) == {}


# ------------------------------------------------------------------ scoreboard and reliability

GIVEN = answer(
    references=[
        reference("1/QĐ", rule="symbol", confidence=0.92, start=0, end=9),
        reference("2/QĐ", rule="symbol", confidence=0.92, start=20, end=29),
        reference("3/QĐ", rule="list", confidence=0.55, start=25, end=40),
    ]
)
WANTED = answer(references=[reference("1/QĐ"), reference("2/QĐ", type="NQ")])


def test_each_rule_is_judged_by_its_own_records() -> None:
    board = {score.rule: score for score in scoreboard(score_document("x", WANTED, GIVEN).verdicts)}
    assert (board["symbol"].fired, board["symbol"].right, board["symbol"].whole) == (2, 2, 1)  # one type is wrong
    assert (board["list"].fired, board["list"].right) == (1, 0)
    assert [(s.overlaps, s.conflicts) for s in (board["symbol"], board["list"])] == [(1, 1), (1, 1)]


def test_confidence_is_held_against_what_is_right() -> None:
    bins = reliability(score_document("x", WANTED, GIVEN).verdicts)
    assert [(b.count, b.right) for b in bins] == [(1, 0.0), (2, 1.0)]
    assert bins[1].stated == pytest.approx(0.92)
    assert reliability(score_document("x", WANTED, GIVEN).verdicts, "indicators") == []


@pytest.mark.parametrize("family", ["references", "indicators", "assessments"])
def test_every_answered_record_has_a_verdict(family) -> None:
    given = {
        "references": [reference("1/QĐ"), {"form": "named", "text": "Luật Đất đai", "type": "L"}],
        "indicators": [indicator(5), indicator(6)],
        "assessments": [judged("strength", "Làm tốt công tác này"), judged("lesson", "Phải bám dân")],
    }
    gold = answer(**{family: given[family][:1]})
    verdicts = [v for v in score_document("x", gold, answer(**given)).verdicts if v.family == family]
    assert sorted(v.right for v in verdicts) == [False, True]


def test_a_rare_rule_is_drawn_towards_what_it_stated() -> None:
    rows = {row.rule: row for row in calibrate(score_document("x", WANTED, GIVEN).verdicts)}
    assert (rows["symbol"].count, rows["symbol"].right) == (2, 2)
    assert rows["symbol"].confidence == pytest.approx((2 + 10 * 0.92) / 12)  # two records, and ten that weigh as stated
    assert rows["list"].confidence == pytest.approx((0 + 10 * 0.55) / 11)
    assert calibrate(score_document("x", WANTED, answer()).verdicts) == []


# ------------------------------------------------------------------ linter

GOOD = answer(
    document={"kind": "BC", "issued_on": "2031-02", "period": "2031-Q1"},
    references=[reference("1/QĐ", issued_on="2031-01-05")],
    indicators=[indicator(5, qualifier="exact", source="text"), indicator(None, min=1, max=2)],
    assessments=[judged("strength", "Làm tốt.")],
)


def lint(tmp_path, gold, texts=None):
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    return list(lint_gold(tmp_path, texts))


def test_good_answers_pass(tmp_path) -> None:
    assert lint(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("place", "field", "value", "said"),
    [
        ("document", "issued_on", "5/2/2031", "no ISO date"),
        ("document", "period", "quý 1", "no period"),
        ("document", "issuers", "Sở", "is no field"),
        ("references", "form", "whole", "form 'whole' is none of"),
        ("references", "symbol", "1 / QĐ", "without blanks"),
        ("references", "issued_on", "2031-13-01", "no ISO date"),
        ("references", "text", " ", "has no text"),
        ("indicators", "role", "result", "role 'result' is none of"),
        ("indicators", "value", "5", "value is no number"),
        ("indicators", "min", 3, "a range has no value"),
        ("indicators", "name", "", "has no name"),
        ("indicators", "period", "2031/2030-Q5", "no period"),
        ("assessments", "category", "praise", "category 'praise' is none of"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, place, field, value, said) -> None:
    gold = copy.deepcopy(GOOD)
    (gold["document"] if place == "document" else gold[place][0])[field] = value
    complaints = lint(tmp_path, gold)
    assert complaints
    assert all(complaint.startswith("a.json: " + place) for complaint in complaints)
    assert any(said in complaint for complaint in complaints)


def test_a_statement_that_is_there_twice(tmp_path) -> None:
    gold = copy.deepcopy(GOOD)
    gold["assessments"] *= 2
    assert any("stands 2 times" in complaint for complaint in lint(tmp_path, gold))


def test_quotes_are_looked_up_in_the_document(tmp_path) -> None:
    out = tmp_path / "out"
    (out / "texts").mkdir(parents=True)
    (out / "texts" / "0a.txt").write_text("Quyết định 1/QĐ. X. Làm  tốt.", encoding="utf-8")
    line = {"document": {"id": "0a", "source_name": "a.txt"}}
    (out / "records.jsonl").write_text(json.dumps(line), encoding="utf-8")
    complaints = lint(tmp_path, {**GOOD, "assessments": [judged("strength", "Làm xấu.")]}, out)
    assert [c.rpartition(": ")[2] for c in complaints] == ["does not stand in the document"]


# ------------------------------------------------------------------ two runs


def run(tmp_path, name, **parts):
    folder = tmp_path / name
    folder.mkdir()
    line = answer(**{"document": {"source_path": "a.txt", "title": "Một", "fingerprint": name}, **parts})
    (folder / "records.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    return folder


def test_gains_losses_and_changed_fields(tmp_path) -> None:
    first = [indicator(5, start=0, end=1, rule="a"), indicator(6, start=2, end=3, rule="a")]
    later = [indicator(5, start=0, end=1, rule="b", role="target"), indicator(7, start=8, end=9, rule="b")]
    found = list(difference(run(tmp_path, "one", indicators=first), run(tmp_path, "two", indicators=later)))
    assert [(d.change, d.family, d.rule) for d in found] == [
        ("changed", "indicators", "b"), ("lost", "indicators", "a"), ("gained", "indicators", "b"),
    ]  # fmt: skip
    assert found[0].fields == {"role": ("actual", "target")}
    assert summary(found) == [("indicators", "b", "1", "0", "1"), ("indicators", "a", "0", "1", "0")]


def test_a_run_does_not_differ_from_itself_by_its_fingerprint(tmp_path) -> None:
    same = [indicator(5, start=0, end=1)]
    one, two = run(tmp_path, "one", indicators=same), run(tmp_path, "two", indicators=same)
    assert list(difference(one, two)) == []


def test_a_document_that_only_one_run_has(tmp_path) -> None:
    one = run(tmp_path, "one", references=[reference("1/QĐ", start=0, end=4)])
    two = tmp_path / "two"
    two.mkdir()
    (two / "records.jsonl").write_text("", encoding="utf-8")
    assert [(d.change, d.family) for d in difference(one, two)] == [("lost", "document"), ("lost", "references")]


def test_a_folder_without_records_is_a_wrong_call(tmp_path) -> None:
    with pytest.raises(UsageError):
        list(difference(tmp_path, tmp_path))
