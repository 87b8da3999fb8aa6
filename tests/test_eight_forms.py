"""One report in eight forms, through the command: the same records from all of them, but for page and offsets."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from corpus.eight_forms import GOLD, REPORTS, SOURCE, made_once, make_form
from corpus.maker.gold import make_gold
from corpus.maker.markup import read_source
from corpus.maker.pdf import font_folder

from trichluc.evaluate.report import evaluate
from trichluc.parsers.ocr.tesseract import LANGUAGE, find_tesseract
from trichluc.parsers.office.libreoffice import find_office

DOCUMENT = read_source(SOURCE)
STYLES = {style["file"]: style for style in DOCUMENT.meta["made"]}
TABLES = ("references", "indicators", "assessments")
BASE, SCAN = "01-docx.docx", "06-scan.pdf"
ENCODINGS = {"02-doc-tcvn3.doc": "tcvn3", "03-rtf-vni.rtf": "vni-windows"}
# of the file and not of the report
OF_THE_FILE = {"id", "document_id", "source_name", "source_path", "sha256", "media_type", "pages", "characters"}
OF_THE_PLACE = {"id", "document_id", "page", "start", "end"}
TRICHLUC = str(Path(sys.executable).with_name("trichluc"))


def made_of(name: str) -> str:
    return Path(name).stem.split("-", 1)[1]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command makes of the eight files."""
    if find_office() is None:
        pytest.skip("LibreOffice is not installed (Debian: libreoffice-writer-nogui)")
    tesseract = find_tesseract()
    if tesseract is None or LANGUAGE not in tesseract.languages:
        pytest.skip("Tesseract with Vietnamese is not installed (Debian: tesseract-ocr-vie)")
    out = tmp_path_factory.mktemp("eight") / "out"
    done = subprocess.run(
        [TRICHLUC, "run", str(REPORTS), "--out", str(out), "--quiet"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def told(results: Path) -> dict[str, dict[str, Any]]:
    """The records of each file."""
    rows = map(json.loads, (results / "records.jsonl").read_text("utf-8").splitlines())
    return {row["document"]["source_name"]: row for row in rows}


def records(row: dict[str, Any], table: str) -> list[dict[str, Any]]:
    """Return the records of a table without what only this file can have; a limitation meant is named by its words."""
    said = {record["id"]: record["text"] for record in row["assessments"]}
    kept = [{key: value for key, value in record.items() if key not in OF_THE_PLACE} for record in row[table]]
    return [record | ({"about": said.get(record["about"])} if "about" in record else {}) for record in kept]


def test_the_forms_are_eight() -> None:
    assert [made_of(name) for name in STYLES] == [
        *("docx", "doc-tcvn3", "rtf-vni", "odt", "pdf", "scan", "html", "txt"),
    ]  # fmt: skip
    assert sorted(STYLES) == sorted(path.name for path in REPORTS.iterdir())


@pytest.mark.parametrize("name", [name for name, style in STYLES.items() if not made_once(style)])
def test_what_can_be_made_again_is_what_the_source_makes(name) -> None:
    if name.endswith(".pdf") and font_folder() is None:
        pytest.skip("the DejaVu fonts are not installed (Debian: fonts-dejavu-core)")
    assert make_form(DOCUMENT, STYLES[name]) == (REPORTS / name).read_bytes(), "run python -m corpus.eight_forms"


def test_the_old_forms_hold_letters_of_old_fonts() -> None:
    # no letter of Unicode: the fonts alone make Vietnamese of the bytes
    rtf = (REPORTS / "03-rtf-vni.rtf").read_bytes()
    assert rtf.isascii()
    assert b"VNI-Times" in rtf
    assert rb"\u" not in rtf.replace(rb"\ul", b"")
    doc = (REPORTS / "02-doc-tcvn3.doc").read_bytes()
    assert all(f".VnTime{letter}\0".encode("utf-16-le") in doc for letter in ("", "H"))
    assert "thuû s¶n".encode("cp1252") in doc or "thuû s¶n".encode("utf-16-le") in doc
    assert "sản".encode("utf-16-le") not in doc


def test_gold_is_one_and_what_the_source_makes() -> None:
    assert json.loads(GOLD.read_text("utf-8")) == make_gold(DOCUMENT)


def test_the_report_is_rich(told) -> None:
    row = told[BASE]
    assert {record["category"] for record in row["assessments"]} == {
        *("strength", "limitation", "cause", "lesson", "direction"),
    }  # fmt: skip
    assert {record["source"] for record in row["indicators"]} == {"text", "table"}
    assert any(" › " in (record["column_label"] or "") for record in row["indicators"])  # merged header cells
    assert any(record["text"].startswith("Công văn số 52") for record in row["references"])  # stands in a footnote
    assert [len(row[table]) for table in TABLES] == [7, 35, 10]


@pytest.mark.parametrize("name", [name for name in STYLES if name != BASE])
def test_every_form_tells_the_same_of_the_document(told, name) -> None:
    mine, base = told[name]["document"], told[BASE]["document"]
    differ = {key for key in base if key not in OF_THE_FILE and mine[key] != base[key]}
    assert differ == ({"encoding"} if name in ENCODINGS else {"ocr"} if name == SCAN else set())
    assert mine["encoding"] == ENCODINGS.get(name, "unicode")


@pytest.mark.parametrize("name", [name for name in STYLES if name not in (BASE, SCAN)])
@pytest.mark.parametrize("table", TABLES)
def test_every_form_gives_the_same_records(told, name, table) -> None:
    assert records(told[name], table) == records(told[BASE], table)


@pytest.mark.parametrize("name", [name for name in STYLES if name != SCAN])
def test_no_form_has_a_problem(told, name) -> None:
    assert told[name]["problems"] == []


# What OCR makes of some words of the scan, and the fields of records in which that is seen.
READ_AS = {
    "ký.": "ký”.",  # the raised mark of a note
    "Biểu": "Biếu",
    "khẩu": "khấu",  # in small letters of a table
}
SEEN_IN = {
    "references": {
        "Hướng dẫn số 31/HD-TS ngày 20/3/2006 của Sở Thuỷ sản": {"section"},  # in a note whose mark was lost
        "Nghị quyết số 18-NQ/TU ngày 26/12/2005 của Tỉnh uỷ": {"sentence"},
        "Chỉ thị số 03/2006/CT-UBND ngày 16/01/2006 của Uỷ ban nhân dân tỉnh": {"sentence"},
    },
    "indicators": {
        "412 hộ": {"name", "sentence"},
        "82,4%": {"section", "name"},  # in a note whose mark was lost
        "8.500": {"name", "row_label", "sentence"},
        "7.990": {"name", "row_label", "sentence"},
        "94,0": {"name", "row_label", "sentence"},
    },
    "assessments": {},
}


@pytest.mark.parametrize("table", TABLES)
def test_the_scan_gives_the_same_records_but_for_what_ocr_reads_wrongly(told, table) -> None:
    base, scanned = records(told[BASE], table), records(told[SCAN], table)
    assert len(base) == len(scanned)
    assert all("ocr" in record["flags"] and record["confidence"] <= own["confidence"]
               for own, record in zip(base, scanned, strict=True))  # fmt: skip
    differ: dict[str, set[str]] = {}
    for own, record in zip(base, scanned, strict=True):
        fields = {key for key in own if key not in ("flags", "confidence") and own[key] != record[key]}
        if fields:
            differ.setdefault(own["text"], set()).update(fields)
    assert [(text, fields) for text, fields in differ.items() if fields - SEEN_IN[table].get(text, set())] == []


def test_the_scan_has_no_other_words_than_those_that_are_told(told, results) -> None:
    base, scanned = (
        (results / "texts" / f"{told[name]['document']['id']}.txt").read_text("utf-8").split() for name in (BASE, SCAN)
    )
    assert len(base) == len(scanned)
    assert {own: read for own, read in zip(base, scanned, strict=True) if own != read} == READ_AS


def test_the_forms_are_as_right_as_the_answer_asks(results, tmp_path) -> None:
    for name in STYLES:
        shutil.copyfile(GOLD, tmp_path / f"{Path(name).stem}.json")
    rows = evaluate(tmp_path, results).total.rows()
    got = {name: row.get("f1", row.get("right")) for name, row in rows.items()}
    assert got["document"] == got["indicators"] == got["assessments"] == 1.0
    assert got["references.numbered"] == 1.0
