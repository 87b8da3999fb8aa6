"""The project's own sample reports: they can be made again byte for byte, and their gold answers hold together."""

from __future__ import annotations

import itertools
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from corpus.build import HERE, make_file
from corpus.maker.gold import TYPES, fold, make_gold
from corpus.maker.markup import MarkupError, inline, read_source
from corpus.maker.pdf import font_folder

from trichluc.api import extract
from trichluc.parsers import parse
from trichluc.records import Category, Form, Origin, Qualifier, Role
from trichluc.text.characters import clean_inline

SOURCES = sorted((HERE / "sources").glob("*.src"))
REPORTS = sorted((HERE / "reports").iterdir())
GOLD = sorted((HERE / "gold").glob("*.json"))
BY_FORMAT = {report.name: (source, style) for source in SOURCES for style in read_source(source).meta["made"]
             for report in REPORTS if report.name == style["file"]}  # fmt: skip
PAIRS = [
    tuple(HERE / "reports" / style["file"] for style in made)
    for made in (read_source(source).meta["made"] for source in SOURCES)
    if len(made) == 2
]

DOCUMENT = {"kind", "symbol", "title", "issuer", "parent", "place", "issued_on", "period", "signatory"}
REFERENCE = {"text", "form", "type", "symbol", "issued_on", "issuer", "title"}
INDICATOR = {
    *("text", "value", "min", "max", "of", "unit", "qualifier", "name", "role", "period", "scope", "source"),
}  # fmt: skip
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
PERIOD = re.compile(r"\d{4}(-(\d\d|Q[1-4]|H[12]))?(/(\d{4}(-\d\d)?|\.\.))?$")
SCALES = [10**power for power in (0, 3, 6, 9)]


def load(path: Path) -> dict:
    return json.loads(path.read_text("utf-8"))


def told(text: str) -> str:
    """Return ``text`` as the program normalises it, with white space folded."""
    return fold(clean_inline(text, [])[0])


# -- the files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
def test_report_is_what_its_source_makes(report):
    if report.suffix == ".pdf" and font_folder() is None:
        pytest.skip("the DejaVu fonts are not installed (Debian: fonts-dejavu-core)")
    source, style = BY_FORMAT[report.name]
    assert make_file(read_source(source), style) == report.read_bytes(), "run python -m corpus.build"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_gold_is_what_its_source_makes(source):
    document = read_source(source)
    for style in document.meta["made"]:
        assert load(HERE / "gold" / f"{Path(style['file']).stem}.json") == make_gold(document)


def test_every_report_has_gold_and_no_gold_is_left_over():
    assert [path.stem for path in REPORTS] == [path.stem for path in GOLD]
    assert set(BY_FORMAT) == {path.name for path in REPORTS}


def test_corpus_is_wide_enough():
    # issue: at least 12 reports across four formats, at least two of them in two formats
    assert len(SOURCES) >= 12
    assert {path.suffix for path in REPORTS} == {".txt", ".html", ".docx", ".pdf"}
    assert sum(len(read_source(source).meta["made"]) > 1 for source in SOURCES) >= 2


# -- the gold answers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_uses_the_words_of_the_annotation_guide(path):
    gold = load(path)
    assert set(gold["document"]) == DOCUMENT
    assert gold["document"]["kind"] in {"BC", "news"}
    assert PERIOD.match(gold["document"]["period"])
    for reference in gold["references"]:
        assert set(reference) == REFERENCE
        assert reference["form"] in set(Form)
        assert reference["type"] in {*TYPES.values(), None}
        assert (reference["symbol"] is None) == (reference["form"] == "named"), reference
        assert reference["issued_on"] is None or DATE.match(reference["issued_on"])
    for indicator in gold["indicators"]:
        assert set(indicator) == INDICATOR
        assert indicator["role"] in set(Role)
        assert indicator["qualifier"] in set(Qualifier)
        assert indicator["source"] in set(Origin)
        assert PERIOD.match(indicator["period"]), indicator
        assert indicator["unit"], indicator
        assert indicator["name"], indicator
    assert all(assessment["category"] in set(Category) for assessment in gold["assessments"])


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_text_of_the_gold_stands_in_the_report(path):
    report = next(report for report in REPORTS if report.stem == path.stem)
    text, gold = fold(parse(report).text), load(path)
    quotes = [record["text"] for table in ("references", "indicators", "assessments") for record in gold[table]]
    assert [quote for quote in quotes if told(quote) not in text] == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_values_agree_with_their_text(path):
    for indicator in load(path)["indicators"]:
        numbers = [
            Decimal(found.replace(".", "").replace(",", "."))
            for found in re.findall(r"(?<![A-Za-z])\d+(?:\.\d{3})*(?:,\d+)?", indicator["text"])
        ]
        ends = [indicator[key] for key in ("value", "min", "max", "of") if indicator[key] is not None]
        assert ends, indicator
        assert {indicator["min"] is None, indicator["max"] is None} != {True, False}, indicator
        assert indicator["min"] is None or indicator["min"] < indicator["max"], indicator
        scaled = {number * scale for number in numbers for scale in SCALES}
        scaled |= {a * 10**9 + b * 10**6 for a, b in itertools.pairwise(numbers)}  # 2 tỷ 350 triệu đồng
        assert all(Decimal(str(abs(end))) in scaled for end in ends), indicator


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_symbols_and_dates_agree_with_their_text(path):
    for reference in load(path)["references"]:
        packed = re.sub(r"[\s–]", lambda found: "-" if found[0] == "–" else "", reference["text"])
        if reference["form"] == "numbered":
            assert reference["symbol"] in packed, reference
        if reference["form"] == "short" and reference["type"] != "L":
            assert reference["symbol"].split("-")[0].split("/")[0] in packed, reference
        if reference["issued_on"] and re.search(r"\d{4}$|ngày", reference["text"]):
            assert all(part.lstrip("0") in packed for part in reference["issued_on"].split("-")), reference


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_names_use_the_words_of_the_report(source):
    document = read_source(source)
    own = set(_words(" ".join(content.plain for content in _contents(document))))
    own |= {word for block in document.blocks if block.grid for word in _words(" ".join(block.grid.columns))}
    own |= set(_words("so với tỷ lệ kế hoạch chỉ tiêu của do tại trên được"))  # the hinges of a name
    for indicator in make_gold(document)["indicators"]:
        assert set(_words(indicator["name"])) <= own, indicator


def _words(text):
    return re.findall(r"\w+", text.lower())


def test_gold_marks_leave_no_figure_out():
    """A figure that no mark covers must be of a kind that the annotation guide excludes."""
    excluded = re.compile(
        r"\d+(?: năm| NĂM|/\d+/\d{4})|\d{4}\b|\d+ (?:tuổi|tháng|TUỔI|THÁNG|sao|không|sạch|liên tiếp|ha canh)"
        r"|\d+ đến dưới|\d+m trở|\d\d:\d\d"
    )
    names = re.compile(
        r"(?i)(?:covid-|năm thứ |mức độ |mũi |lớp |ấp |kênh |số |biểu |bảng |tổ dân phố |đơn nguyên |lượt xem: |ngày "
        r"|quý II/|[–-] |tháng |/)[\d/]*$"
    )
    left_out = []
    for source in SOURCES:
        document = read_source(source)
        for content in _contents(document):
            for found in re.finditer(r"\d[\d./,:]*", content.plain):
                if any(mark.kind in "ri" and mark.start <= found.start() < mark.end for mark in content.marks):
                    continue
                before, after = content.plain[: found.start()], content.plain[found.start() :]
                if not excluded.match(after) and not names.search(before):
                    left_out.append((source.stem, content.plain[max(0, found.start() - 30) : found.end() + 20]))
    assert left_out == []


def _contents(document):
    for block in document.blocks:
        if block.kind == "head":
            continue
        yield from filter(None, (block.content, block.rest and block.rest.content))
        yield from itertools.chain.from_iterable(block.columns)
        for row in block.grid.rows if block.grid else ():
            label = row.cells[block.grid.columns.index("name")]
            yield from label.lines if label else ()
    yield from document.notes.values()


# -- pairs: one report in two formats ----------------------------------------------------------------------------------


def test_there_are_three_pairs():
    assert len(PAIRS) == 3


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda path: path.name)
def test_gold_of_a_pair_is_the_same(one, other):
    assert load(HERE / "gold" / f"{one.stem}.json") == load(HERE / "gold" / f"{other.stem}.json")


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda path: path.name)
@pytest.mark.parametrize("table", ["references", "indicators", "assessments"])
def test_two_formats_of_a_report_give_the_same_records(one, other, table):
    found, again = records(one, table), records(other, table)
    assert found
    if other.suffix == ".txt":
        # a copy as text loses where the mark of a footnote stood, and with it the note's section
        found = [mine | {"section": []} if not its["section"] else mine for mine, its in zip(found, again, strict=True)]
    assert found == again


def records(report: Path, table: str) -> list[dict]:
    """Return what the program finds, without what only one format can have; a grid put together is less certain."""
    identity = {"id", "document_id", "directive_id", "rule", "confidence"}
    place = {"page", "start", "end", "sentence", "table_number", "row", "column"}
    return [record.model_dump(mode="json", exclude=identity | place) for record in getattr(extract(report), table)]


# -- the markup --------------------------------------------------------------------------------------------------------


def test_marks_point_into_the_final_text():
    content = inline("A {+mới+}{-cũ-} {r:Chỉ thị {i:05|tên}{^1}} **đậm**")
    assert content.plain == "A mới Chỉ thị 05 đậm"
    assert [(mark.kind, content.plain[mark.start : mark.end]) for mark in content.marks] == [
        ("r", "Chỉ thị 05"),
        ("i", "05"),
    ]


@pytest.mark.parametrize("source", ["{i:5 con|đàn bò", "**đậm", "thừa }", "{+mới"])
def test_broken_markup_is_refused(source):
    with pytest.raises(MarkupError):
        inline(source)
