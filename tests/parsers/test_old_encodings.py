"""Files in old encodings, whole, through the parsers: bytes of text files, fonts of web pages, draft blocks."""

from __future__ import annotations

import pytest

from text.made_encodings import PLAIN_SIGNS, encoded
from trichluc.parsers import parse
from trichluc.parsers.draft import DraftParagraph, DraftTable, RawCell
from trichluc.parsers.recode import recode
from trichluc.run import extract_file
from trichluc.source_builder import Piece, SourceBuilder

REPORT = """UỶ BAN NHÂN DÂN XÃ AN BÌNH
Số: 15/BC-UBND
Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, xã đã tổ chức 12 lớp học tập cho cán bộ, đảng viên.
Tỷ lệ hộ nghèo giảm còn 4,5%; thu ngân sách đạt 1.250 triệu đồng, vượt kế hoạch huyện giao.
Bên cạnh đó, công tác tuyên truyền ở một số thôn chưa thường xuyên."""


@pytest.mark.parametrize("name", ["tcvn3", "vni-windows", "viscii", "vps", "cp1258", "viqr"])
def test_text_files(name, tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(encoded(name, REPORT.translate(PLAIN_SIGNS)).encode("latin-1"))
    result = extract_file(path)
    assert result.text.lower().split() == REPORT.lower().split()
    assert (result.document.encoding, result.problems) == (name, ())
    assert [(reference.symbol, reference.issued_on) for reference in result.references] == [("05-CT/TW", "2016-05-15")]
    assert result.document.quality == 1.0


def test_utf8_that_was_read_as_a_western_code_page(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(encoded("utf-8", REPORT), "utf-8")
    result = extract_file(path)
    assert result.text.split() == REPORT.split()
    assert (result.document.encoding, [problem.code for problem in result.problems]) == ("unicode", ["misread-utf8"])


VNI = "vni-windows"
PAGES = [
    ('<p><font face=".VnTimeH">b¸o c¸o</font> <font face=".VnTime">n¨m 2004</font></p>', "BÁO CÁO năm 2004", "tcvn3"),
    ('<p style="font-family:.VnTime;text-transform:uppercase">c«ng t¸c c¸n bé</p>', "CÔNG TÁC CÁN BỘ", "tcvn3"),
    ("<p><span style='font-family:\"VNI-Times\"'>Ban toå chöùc ñaõ hoïp</span></p>", "Ban tổ chức đã họp", VNI),
    ("<p>ch&shy;¬ng tr×nh n&#173;íc s¹ch cña tØnh</p>", "chương trình nước sạch của tỉnh", "tcvn3"),
    ("<p>tính đến chi&shy;ều ngày 5, café</p>", "tính đến chiều ngày 5, café", "unicode"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "text", "encoding"), PAGES, ids=[text for _, text, _ in PAGES])
def test_pages(markup, text, encoding, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(f'<html><head><meta charset="utf-8"></head><body>{markup}</body></html>', "utf-8")
    source = parse(path)
    assert (source.text, source.encoding) == (text, encoding)


def test_a_page_in_any_declared_encoding_is_a_document(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes('<meta charset="windows-1250"><p>Zpráva o činnosti za rok 2005</p>'.encode("cp1250"))
    result = extract_file(path)
    assert (result.text, result.document.encoding) == ("Zpráva o činnosti za rok 2005", "unicode")


def test_draft_blocks_are_converted_with_their_numbers_and_the_title():
    blocks = [
        DraftParagraph([[Piece("Ph¹m vi ®iÒu chØnh cña quy chÕ nµy", font=".VnTime")]], number="§iÒu 1."),
        DraftTable([RawCell(0, 0, [DraftParagraph([[Piece("chØ tiªu", font=".VnTimeH")]])])]),
    ]
    notes = [[Piece("Sè liÖu cña Côc Thèng kª", font=".VnTime")]]
    builder = SourceBuilder("application/rtf")
    builder.metadata = {"title": "Quy chÕ ho¹t ®éng", "author": "Müller"}
    recode(builder, blocks, notes)
    assert (blocks[0].text, blocks[0].number) == ("Phạm vi điều chỉnh của quy chế này", "Điều 1.")
    assert blocks[1].cells[0].paragraphs[0].text == "CHỈ TIÊU"
    assert notes[0][0].text == "Số liệu của Cục Thống kê"
    assert builder.encoding == "tcvn3"
    assert builder.metadata == {"title": "Quy chế hoạt động", "author": "Müller"}
    assert builder.problems == []


def test_letters_that_cannot_be_converted_are_named():
    builder = SourceBuilder("application/rtf")
    recode(builder, [DraftParagraph([[Piece("Quy cheá chi tieâu cuûa cô sô ûë naêm 2007", font="VNI-Times")]])])
    assert [(problem.code, problem.severity) for problem in builder.problems] == [("legacy-encoding", "warning")]
    assert "năm 2007" in builder.problems[0].message
