"""One document: the result says what happened, and never lies about where its records stand."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trichluc
from made_up import REPORT, write_reports
from trichluc.errors import RulePackError, UnreadableFileError
from trichluc.records import Assessment, Severity, Status
from trichluc.run import extract_file, extract_text, extraction_date

TEXT = REPORT.format(number=4, year=2031)


@pytest.fixture
def report(tmp_path):
    return write_reports(tmp_path, 1) / "bao-cao-01.txt"


def codes(result):
    return [problem.code for problem in result.problems]


def records(result):
    return [*result.references, *result.indicators, *result.assessments]


def test_a_report_gives_records_of_every_family(report) -> None:
    result = extract_file(report)
    assert result.status is Status.OK, result.problems
    assert result.document.symbol == "1-BC/ĐU"
    assert [r.symbol for r in result.references] == ["05-CT/TW"]
    assert {i.value for i in result.indicators} >= {245, 2.35, 4.5e9}
    assert {a.category for a in result.assessments} == {"limitation", "direction"}
    assert result.document.unit_id == "đảng ủy xã suối bạc"
    assert {"parse", "layout", "document", "extract", "resolve"} <= set(result.timings)


def test_records_are_numbered_in_order_and_point_at_their_words(report) -> None:
    result = extract_file(report)
    for family in (result.references, result.indicators, result.assessments):
        assert [r.id for r in family] == [f"{result.document.id}{r.letter}{n}" for n, r in enumerate(family, 1)]
        assert [r.start for r in family] == sorted(r.start for r in family)
    for record in records(result):
        assert result.text[record.start : record.end] == record.text
        assert record.document_id == result.document.id


def test_the_same_bytes_give_the_same_result(report) -> None:
    one, other = extract_file(report), extract_file(report)
    assert one.records() == other.records()
    assert one.document.id == one.document.sha256[:16]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"GIF89a", "image"),
        (b"%PDF-1.4 and no more", None),
    ],
)
def test_a_file_that_cannot_be_read_gives_a_row_and_a_problem(tmp_path, content, code) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(content)
    result = extract_file(path)
    assert result.status is Status.FAILED
    assert records(result) == []
    (problem,) = [p for p in result.problems if p.severity is Severity.ERROR]
    assert problem.code == code or (code is None and problem.code != "internal")
    assert problem.message.startswith("x.docx: ")
    assert problem.id == f"{result.document.id}p1"


def test_a_file_that_is_not_there_is_no_exception(tmp_path) -> None:
    result = extract_file(tmp_path / "nowhere.txt")
    assert result.status is Status.FAILED
    assert codes(result) == ["unreadable"]
    assert "No such file" in result.problems[0].message


@pytest.mark.may_skip  # root may read everything
@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(report) -> None:
    report.chmod(0)
    result = extract_file(report)
    assert codes(result) == ["unreadable"]
    assert "Permission denied" in result.problems[0].message


def test_a_file_that_may_not_be_read_is_no_exception(report, monkeypatch) -> None:
    def refuse(self):
        raise PermissionError(13, "Permission denied", str(self))

    extract_file(report)  # the rules are read once, before
    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = extract_file(report)
    assert codes(result) == ["unreadable"]
    assert "Permission denied; see that it is there and may be read" in result.problems[0].message
    assert len(result.document.id) == 16
    assert result.document.sha256 == ""


def test_a_family_that_fails_costs_no_other(monkeypatch) -> None:
    def fail(*_):
        raise ZeroDivisionError("of our own making")

    monkeypatch.setattr("trichluc.run._run_pipeline", fail)
    monkeypatch.setattr("trichluc.run._indicators", fail)
    result = extract_text(TEXT)
    assert result.status is Status.PARTIAL
    assert result.references
    assert result.assessments
    assert not result.indicators
    assert codes(result) == ["internal", "replaced"]
    assert "indicators failed with ZeroDivisionError at test_extract_file.py" in result.problems[0].message


@pytest.mark.parametrize("step", ["_lay_out", "_describe"])
def test_without_layout_there_is_nothing_to_extract_from(monkeypatch, step) -> None:
    def fail(*_):
        raise KeyError("x")

    monkeypatch.setattr(f"trichluc.run.{step}", fail)
    result = extract_text(TEXT)
    assert result.status is Status.FAILED
    assert result.text  # what was read is still there
    assert codes(result) == ["internal"]


def test_a_record_that_does_not_stand_where_it_says_is_told_of(monkeypatch) -> None:
    true = Assessment(text=TEXT[:7], category="cause", start=0, end=7, rule="true")
    false = true.model_copy(update={"start": 1, "end": 8, "rule": "false"})
    monkeypatch.setattr("trichluc.run._run_pipeline", lambda *_: ([], [], [false, true]))
    result = extract_text(TEXT)
    assert [record.rule for record in result.assessments] == ["true"]
    assert result.status is Status.PARTIAL
    assert codes(result) == ["internal"]
    assert "a record of rule false does not stand at 1..8" in result.problems[0].message


def test_rules_that_cannot_be_used_are_the_callers_error(tmp_path) -> None:
    (tmp_path / "headings.toml").write_text('[[rule]]\nid = "x"\npatern = "y"\n', encoding="utf-8")
    with pytest.raises(RulePackError, match=r"headings\.toml: x"):
        trichluc.extract(TEXT, rules=tmp_path)


@pytest.mark.parametrize(
    ("epoch", "date"), [("", None), ("0", "1970-01-01"), ("1893456000", "2030-01-01"), ("soon", None), ("-5", None)]
)
def test_the_date_comes_from_the_environment_only(monkeypatch, epoch, date) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert extraction_date() == date


def test_the_public_names(report) -> None:
    assert "Chỉ thị số 05-CT/TW" in trichluc.read(report).text
    assert trichluc.extract(report).references == trichluc.extract(str(report)).references
    assert trichluc.extract(TEXT).references[0].symbol == "05-CT/TW"
    with pytest.raises(UnreadableFileError):
        trichluc.read(report.parent / "nowhere.txt")


def test_a_result_is_six_data_frames(report) -> None:
    frames = trichluc.extract(report).frames()
    assert list(frames) == ["documents", "directives", "references", "indicators", "assessments", "problems"]
    assert list(frames["references"]["symbol"]) == ["05-CT/TW"]
    assert list(frames["problems"].columns) == ["id", "document_id", "record_id", "code", "message", "severity"]
    assert len(frames["indicators"]) == len(trichluc.extract(report).indicators)


@given(st.text(max_size=400))
def test_no_text_is_too_odd(text) -> None:
    result = extract_text(text)
    assert "internal" not in codes(result), result.problems
    for record in records(result):
        assert result.text[record.start : record.end] == record.text


@given(st.binary(max_size=400))
def test_no_bytes_are_too_odd(tmp_path_factory, data) -> None:
    path = tmp_path_factory.getbasetemp() / "odd"
    path.write_bytes(data)
    result = extract_file(path)
    assert "internal" not in codes(result), result.problems


def test_a_long_report_is_read_whole() -> None:
    one = extract_text(TEXT)
    long = extract_text("\n".join([TEXT] * 40))
    assert len(long.references) == 40 * len(one.references)
