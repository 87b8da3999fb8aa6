"""Scores: the rules of pairing on small cases, and the same figures as the project's reference scorer."""

import copy
import importlib.util
import json
import random

import pytest

from trichluc.errors import UsageError
from trichluc.evaluate.report import evaluate, read_gold
from trichluc.evaluate.scoring import score_document


def answer(**parts):
    return {"document": {}, "references": [], "indicators": [], "assessments": [], **parts}


def reference(symbol, **fields):
    return {"form": "numbered", "symbol": symbol, "text": f"Quyết định {symbol}", "type": "QĐ", **fields}


def indicator(value, **fields):
    return {"value": value, "unit": "hộ", "name": "hộ nghèo", "role": "actual", "period": "2031", "text": "x", **fields}


def figures(gold, given):
    return score_document("x", answer(**gold), answer(**given))


@pytest.mark.parametrize(
    ("want", "got", "right"),
    [
        ({"symbol": "12-BC/ĐU"}, {"symbol": "12 – BC/đu"}, 1),  # blanks, dashes and case are alike
        ({"issuer": "Đảng ủy Sở Ngoại thương"}, {"issuer": "Đảng uỷ Sở Ngoại thương"}, 0),  # spelling is not folded
        ({"title": "Tổng kết công tác năm nay của chi bộ"}, {"title": "tổng kết công tác năm nay của chi  bộ"}, 1),
        ({"issued_on": "2031-01"}, {"issued_on": "2031-01-02"}, 0),
        ({"kind": "BC"}, {}, 0),
        ({"kind": None}, {"kind": "BC"}, None),  # what the gold leaves open is not judged
    ],
)
def test_document_fields(want, got, right) -> None:
    share = figures({"document": want}, {"document": got}).shares["document"]
    assert (share.right if share.of else None) == right


def test_a_symbol_cited_twice_must_be_found_twice() -> None:
    count = figures({"references": [reference("1/QĐ")] * 2}, {"references": [reference("1/QĐ")]}).counts[
        "references.numbered"
    ]
    assert (count.hit, count.gold, count.answer) == (1, 2, 1)
    assert count.f1 == pytest.approx(2 / 3)


def test_a_bare_number_may_be_answered_by_the_whole_symbol() -> None:
    score = figures({"references": [reference("28")]}, {"references": [reference("028/QĐ-XYZ")]})
    assert score.counts["references.numbered"].f1 == 1
    assert (
        figures({"references": [reference("28")]}, {"references": [reference("281/QĐ")]})
        .counts["references.numbered"]
        .hit
        == 0
    )


def test_named_references_need_the_same_type() -> None:
    wanted = {"form": "named", "text": "Nghị quyết Đại hội Đảng bộ huyện", "type": "NQ"}
    assert figures({"references": [wanted]}, {"references": [wanted]}).counts["references.named"].hit == 1
    other = {**wanted, "type": "QĐ"}
    assert figures({"references": [wanted]}, {"references": [other]}).counts["references.named"].hit == 0


def test_count_units_are_alike_when_their_first_words_are() -> None:
    score = figures({"indicators": [indicator(5)]}, {"indicators": [indicator(5.0, unit="hộ dân")]})
    assert score.counts["indicators"].hit == 1
    assert (
        figures({"indicators": [indicator(5)]}, {"indicators": [indicator(5, unit="%")]}).counts["indicators"].hit == 0
    )


def test_equal_numbers_are_paired_by_name_before_their_fields_are_judged() -> None:
    one, two = indicator(5, name="số xã"), indicator(5, name="tổng vốn vay", role="target")
    score = figures({"indicators": [one, two]}, {"indicators": [two, one]})
    assert score.shares["indicators.role"].right == 2
    assert score.counts["indicators.whole"].hit == 2


def test_a_whole_record_has_all_its_fields_right() -> None:
    score = figures({"indicators": [indicator(5)]}, {"indicators": [indicator(5, role="target")]})
    assert score.counts["indicators"].hit == 1
    assert score.counts["indicators.whole"].hit == 0
    assert [miss.what for miss in score.misses] == ["indicators.role"]


def test_assessments_pair_within_a_category() -> None:
    said = {"category": "cause", "text": "một số cán bộ còn ngại học hỏi"}
    assert figures({"assessments": [said]}, {"assessments": [said]}).counts["assessments.cause"].f1 == 1
    other = {**said, "category": "limitation"}
    score = figures({"assessments": [said]}, {"assessments": [other]})
    assert score.counts["assessments"].f1 == 0
    assert {miss.what for miss in score.misses} == {"cause missed", "limitation extra"}


def test_nothing_to_find_and_nothing_found_is_no_score() -> None:
    assert figures({}, {}).counts["indicators"].f1 is None


def write(folder, gold, records):
    (folder / "gold").mkdir()
    for stem, content in gold.items():
        (folder / "gold" / f"{stem}.json").write_text(json.dumps(content), encoding="utf-8")
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "records.jsonl").write_text(lines, encoding="utf-8")
    return folder / "gold", folder


def named(name, **parts):
    return answer(**parts) | {"document": {"source_name": name, "source_path": name, "kind": "BC"}}


def test_a_gold_answer_without_document_counts_as_missed(tmp_path) -> None:
    gold = {"a": answer(indicators=[indicator(5)]), "b": answer(indicators=[indicator(6)])}
    evaluation = evaluate(*write(tmp_path, gold, [named("a.txt", indicators=[indicator(5)])]))
    assert evaluation.absent == ["b"]
    assert evaluation.total.counts["indicators"].recall == 0.5


def test_one_report_in_two_formats_is_scored_twice(tmp_path) -> None:
    gold = {"a": answer(indicators=[indicator(5)])}
    records = [named("a.txt", indicators=[indicator(5)]), named("a.pdf")]
    evaluation = evaluate(*write(tmp_path, gold, records))
    assert {name: score.counts["indicators"].hit for name, score in evaluation.documents.items()} == {
        "a.txt": 1,
        "a.pdf": 0,
    }
    assert evaluation.total.counts["indicators"].gold == 2


def test_what_is_no_gold_is_refused_by_name(tmp_path) -> None:
    with pytest.raises(UsageError, match="no gold answers there"):
        read_gold(tmp_path)
    (tmp_path / "x.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(UsageError, match=r"x\.json: not a gold answer"):
        read_gold(tmp_path)


def spoil(record, rng):
    """Return ``record`` with the kinds of errors that a program makes."""
    spoilt = copy.deepcopy(record)
    for family in ("references", "indicators", "assessments"):
        kept = [item for item in spoilt[family] if rng.random() > 0.15]
        for item in kept:
            for name in (
                "symbol",
                "issuer",
                "issued_on",
                "role",
                "period",
                "name",
                "category",
                "value",
                "unit",
                "form",
            ):
                if rng.random() < 0.08 and name in item:
                    item[name] = rng.choice(spoilt[family]).get(name)
            if rng.random() < 0.2:
                item["text"] = " ".join(word for word in item["text"].split() if rng.random() > 0.3)
        rng.shuffle(kept)
        spoilt[family] = kept + kept[: rng.randrange(3)]
    spoilt["document"]["title"] = None
    return spoilt


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(4))
def test_the_figures_are_those_of_the_reference_scorer(shared, tmp_path, seed) -> None:
    spec = importlib.util.spec_from_file_location("reference_scorer", shared / "gold" / "score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    rng = random.Random(seed)
    golds = {
        p.stem: json.loads(p.read_text("utf-8")) for f in ("seeds", "dev") for p in (shared / "gold" / f).glob("*.json")
    }
    answers = {stem: spoil(gold, rng) for stem, gold in golds.items()}
    for stem, spoilt in answers.items():
        spoilt["document"] |= {"source_name": f"{stem}.txt", "source_path": f"{stem}.txt"}
    theirs, _ = scorer.score(golds, answers)
    ours = evaluate(*write(tmp_path, golds, answers.values())).total.rows()
    assert {name: row for name, row in ours.items() if not name.endswith(".whole")} == theirs
