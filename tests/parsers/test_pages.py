"""Pages of Word documents: found again in the text by the words at their heads, on request."""

from __future__ import annotations

import json

import pytest

from made_up import trichluc
from parsers.test_office import needs_office
from places import ROOT
from trichluc.parsers import ReadOptions, parse
from trichluc.parsers.office import pages as office_pages
from trichluc.parsers.office.pages import find_pages

REPORT = ROOT / "corpus" / "reports" / "08-truong-hoc.docx"
NAMES = ("một", "hai", "ba", "bốn", "năm", "sáu")
LINES = [f"{number}. Chi bộ {name} đã họp đủ mười hai kỳ trong năm" for number, name in enumerate(NAMES)]
TEXT = "\n".join(LINES)


def words(line: str) -> list[str]:
    return line.lower().replace(".", " ").split()


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        # page by page; the same words stand in each line but for one
        ([LINES[:2], LINES[2:4], LINES[4:]], {1: 0, 2: TEXT.index(LINES[2]), 3: TEXT.index(LINES[4])}),
        # the number of the page, which the text lacks, at its head
        ([LINES[:3], ["2", *LINES[3:]]], {1: 0, 2: TEXT.index(LINES[3])}),
        # a page of pictures, without a word, stands nowhere
        ([LINES[:3], [], LINES[3:]], {1: 0, 3: TEXT.index(LINES[3])}),
        # a page whose words are not in the text is not found, and harms no other
        ([LINES[:3], ["lời nói đầu của một cuốn sách khác"], LINES[3:]], {1: 0, 3: TEXT.index(LINES[3])}),
        ([], {}),
    ],
)
def test_pages_are_found_by_their_heads(pages, expected) -> None:
    assert find_pages(TEXT, [words(" ".join(page)) for page in pages]) == expected


@pytest.mark.parametrize("text", ["", "một hai", "- ; -"])
def test_nothing_is_found_in_nothing(text) -> None:
    assert set(find_pages(text, [["a"] * 9, ["b"] * 9])) <= {1}


def test_without_libreoffice_there_are_no_pages_and_a_note_says_so(monkeypatch) -> None:
    monkeypatch.setattr(office_pages, "find_office", lambda: None)
    source = parse(REPORT, ReadOptions(pages=True))
    assert source.pages is None
    (note,) = [problem for problem in source.problems if problem.code == "no-pages"]
    assert note.severity == "note"
    assert "apt-get install libreoffice" in note.message


@needs_office
def test_each_record_of_a_word_document_has_its_page(tmp_path) -> None:
    call = ("run", REPORT, "--out", tmp_path / "out", "--cache", tmp_path / "cache")
    document = {}
    for asked, arguments in ((False, ()), (True, ("--pages",))):
        assert trichluc(*call, *arguments).returncode == 0
        document[asked] = json.loads((tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8"))
    plain, paged = document[False], document[True]
    assert plain["document"].get("pages") is None
    assert paged["document"]["pages"] >= 2
    for family in ("references", "indicators", "assessments"):
        assert {record.get("page") for record in plain[family]} == {None}
        pages = [record["page"] for record in sorted(paged[family], key=lambda record: record["start"])]
        assert pages == sorted(pages)
        assert [record["text"] for record in plain[family]] == [record["text"] for record in paged[family]]
    assert {record["page"] for record in paged["indicators"]} == set(range(1, paged["document"]["pages"] + 1))


@needs_office
def test_a_document_that_cannot_be_laid_out_is_read_without_pages(monkeypatch) -> None:
    from trichluc.errors import UnreadableFileError

    def fail(*_args, **_named):
        raise UnreadableFileError("LibreOffice was not done with the document", code="timeout")

    monkeypatch.setattr(office_pages.LibreOffice, "convert", fail)
    source = parse(REPORT, ReadOptions(pages=True))
    assert source.text
    assert [problem.code for problem in source.problems].count("no-pages") == 1
