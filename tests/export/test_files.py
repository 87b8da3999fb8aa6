"""The files of a run: what they hold, that they fit together, and that they are whole or not there."""

import csv
import json
import sys
import zipfile
from dataclasses import replace

import frictionless
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_up import contents, finished_folder, made_result
from trichluc.columns import columns_of
from trichluc.errors import MissingExtraError
from trichluc.export.atomic import replacing
from trichluc.export.csv_files import cells, plain_number
from trichluc.export.files import ExportOptions
from trichluc.export.json_lines import json_schema
from trichluc.records import COLUMN_TITLES, MODELS, SHEET_TITLES, Document, DocumentRecords, Indicator, Problem
from trichluc.store.store import Store


def lines(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    failed = made_result(3)
    failed = replace(
        failed,
        document=failed.document.model_copy(update={"status": "failed", "unit_id": None}),
        source=None,
        references=(),
        indicators=(),
        assessments=(),
        directives=(),
        problems=(Problem(id=f"{failed.document.id}p1", document_id=failed.document.id, code="empty", message="x"),),
    )
    return finished_folder(tmp_path_factory.mktemp("out"), made_result(1), made_result(2), failed)


def test_a_csv_has_the_columns_of_its_class_and_ends_lines_as_the_standard_says(folder) -> None:
    for model in MODELS:
        path = folder / f"{model.table_name}.csv"
        assert lines(path)[0] == [column.name for column in columns_of(model)]
        assert path.read_bytes().count(b"\r\n") == len(lines(path))
        assert not path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_lists_are_joined_numbers_are_plain_and_null_is_empty(folder) -> None:
    head, row, _ = lines(folder / "indicators.csv")
    told = dict(zip(head, row, strict=True))
    assert told["section"] == "Kết quả › Về đảng"
    assert told["flags"] == "fall checked"
    assert (told["value"], told["confidence"], told["min"], told["table"]) == ("1.5", "1", "", "")
    known = dict(zip(*lines(folder / "directives.csv")[:2], strict=True))
    assert known["known"] == "true"


@pytest.mark.parametrize(
    ("number", "written"),
    [(62.0, "62"), (89.81, "89.81"), (17_800_000.0, "17800000"), (1e22, "1" + "0" * 22), (-13.0, "-13"), (0.0, "0")],
)
def test_numbers_have_no_exponent(number, written) -> None:
    assert plain_number(number) == written


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_from_its_digits(number) -> None:
    assert float(plain_number(number)) == number


def test_each_line_of_records_is_a_document_and_valid_by_the_schema(folder) -> None:
    told = [json.loads(line) for line in (folder / "records.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["document"]["source_path"] for line in told] == ["xã/r1.txt", "xã/r2.txt", "xã/r3.txt"]
    jsonschema.Draft202012Validator.check_schema(json_schema())
    for line in told:
        jsonschema.validate(line, json_schema())
        DocumentRecords.model_validate(line)
    assert told[0]["references"][0]["section"] == ["Kết quả", "Về đảng"]
    assert told[0]["indicators"][0]["table"] is None
    assert [len(line["problems"]) for line in told] == [1, 1, 1]


def test_the_schema_refuses_what_is_no_record() -> None:
    line = json.loads(made_result(1).records().model_dump_json(by_alias=True))
    jsonschema.validate(line, json_schema())
    for broken in ({**line, "more": 1}, {**line, "document": {**line["document"], "status": "fine"}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, json_schema())


def test_the_data_package_is_valid(folder) -> None:
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["message"]) == []
    assert report.stats["tasks"] == 6


def test_the_data_package_sees_a_broken_link_and_a_changed_file(tmp_path) -> None:
    folder = finished_folder(tmp_path, made_result(1))
    path = folder / "references.csv"
    path.write_bytes(path.read_bytes().replace(b"2-CT/TW,", b"9-CT/TW,"))
    types = {error[0] for error in frictionless.Package(str(folder / "datapackage.json")).validate().flatten(["type"])}
    assert "hash-count" in types
    assert "foreign-key" in types


def test_texts_are_what_offsets_point_into(folder) -> None:
    for line in (folder / "records.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        records = [*told["references"], *told["indicators"], *told["assessments"]]
        path = folder / "texts" / f"{told['document']['id']}.txt"
        assert path.exists() == bool(records)
        for record in records:
            assert path.read_text(encoding="utf-8")[record["start"] : record["end"]] == record["text"]


def test_texts_of_documents_that_are_not_there_any_more_go(tmp_path) -> None:
    finished_folder(tmp_path, made_result(1))
    (tmp_path / "texts" / "0000000000000009.txt").write_text("of an earlier run", encoding="utf-8")
    (tmp_path / "texts" / f"{made_result(1).document.id}.txt").write_text("changed", encoding="utf-8")
    finished_folder(tmp_path, made_result(2))
    texts = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "texts").iterdir()}
    assert texts == {f"{made_result(n).document.id}.txt": made_result(n).text for n in (1, 2)}


def test_formulas_are_defused_on_request_and_numbers_are_not() -> None:
    columns = columns_of(Document)
    row = {column.name: None for column in columns} | {
        "symbol": "-BC/ĐU",
        "title": "=1+1",
        "issuer": "@x",
        "characters": -5,
    }
    told = dict(zip([column.name for column in columns], cells(row, columns, defuse=True), strict=True))
    assert (told["symbol"], told["title"], told["issuer"], told["characters"]) == ("'-BC/ĐU", "'=1+1", "'@x", "-5")
    assert cells(row, columns)[columns.index(next(c for c in columns if c.name == "symbol"))] == "-BC/ĐU"


def test_negative_numbers_stay_numbers_when_formulas_are_defused(tmp_path) -> None:
    fall = Indicator(value=-13.0, unit="%", text="x", start=0, end=1)
    columns = columns_of(Indicator)
    row = {column.name: getattr(fall, column.attribute) for column in columns} | {"section": "", "flags": ""}
    assert cells(row, columns, defuse=True)[[c.name for c in columns].index("value")] == "-13"


def test_equal_content_gives_equal_bytes_in_every_file(tmp_path) -> None:
    one = finished_folder(tmp_path / "one", made_result(1), made_result(2), xlsx=True)
    other = finished_folder(tmp_path / "other", made_result(2), made_result(1), xlsx=True)
    assert contents(one) == contents(other)


def test_a_workbook_has_a_sheet_a_table_with_vietnamese_heads(tmp_path) -> None:
    folder = finished_folder(tmp_path, made_result(1, issuer="=cmd()"), xlsx=True)
    with zipfile.ZipFile(folder / "records.xlsx") as book:
        sheets = book.read("xl/workbook.xml").decode()
        first = book.read("xl/worksheets/sheet1.xml").decode()
    assert all(f'name="{title}"' in sheets for title in SHEET_TITLES.values())
    assert "Cơ quan ban hành" in first
    assert "=cmd()" in first
    assert "<f>" not in first  # a text, not a formula


def test_every_column_has_a_vietnamese_head() -> None:
    names = {column.name for model in MODELS for column in columns_of(model)}
    assert names == set(COLUMN_TITLES)
    assert {model.table_name for model in MODELS} == set(SHEET_TITLES)


@pytest.mark.parametrize(("package", "extra"), [("xlsxwriter", "xlsx"), ("pyarrow", "parquet")])
def test_a_missing_package_is_named_with_what_to_type(monkeypatch, package, extra) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'trichluc\[{extra}\]'"):
        ExportOptions(**{extra: True}).require()
    ExportOptions().require()


def test_parquet_holds_the_same_rows_with_lists_as_lists(tmp_path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    folder = finished_folder(tmp_path, made_result(1), made_result(2), parquet=True)
    with Store(folder / "trichluc.db") as store:
        for model in MODELS:
            told = pq.read_table(folder / "parquet" / f"{model.table_name}.parquet").to_pylist()
            assert [list(row) for row in told[:1]] == [[column.name for column in columns_of(model)]]
            assert [row["id"] for row in told] == [row["id"] for row in store.rows(model.table_name)]
            if model is Indicator:
                assert told[0]["flags"] == ["fall", "checked"]
                assert told[0]["section"] == ["Kết quả", "Về đảng"]
                assert told[0]["value"] == 1.5


def test_parquet_of_an_earlier_run_goes(tmp_path) -> None:
    pytest.importorskip("pyarrow")
    plain = contents(finished_folder(tmp_path / "plain", made_result(1)))
    finished_folder(tmp_path / "out", made_result(1), parquet=True)
    assert contents(finished_folder(tmp_path / "out", made_result(1))) == plain


def test_a_file_is_whole_or_as_it_was(tmp_path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("old", encoding="utf-8")

    def half() -> None:
        with replacing(path) as part:
            part.write_text("ne", encoding="utf-8")
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        half()
    assert contents(tmp_path) == {"x.csv": b"old"}
