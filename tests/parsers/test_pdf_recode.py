"""Glyphs of a pdf in an old encoding, and split syllables."""

from __future__ import annotations

import pytest

from trichluc.parsers.pdf_glyphs import Glyph
from trichluc.parsers.pdf_recode import GlyphRecoder


def laid(text: str, font: str | None = None, line: int = 0) -> list[Glyph]:
    """The glyphs of a line; blanks have no font, as pdfium gives them."""
    top = 20.0 * line
    return [
        Glyph(letter, 10.0 * place, top, 10.0 * place + 8, top + 12, False, font=None if letter == " " else font)
        for place, letter in enumerate(text)
    ]


def read(*lines: list[Glyph]) -> str:
    return "".join(glyph.text for glyph in GlyphRecoder().convert([glyph for line in lines for glyph in line]))


CASES = [
    (laid("ch−¬ng tr×nh môc tiªu quèc gia n−íc s¹ch", ".VnTime"), "chương trình mục tiêu quốc gia nước sạch"),
    (laid("céng hoµ x· héi", ".VnTimeH"), "CỘNG HOÀ XÃ HỘI"),
    (laid("c«ng t¸c v¨n th\ufffe", ".VnTime"), "công tác văn thư"),  # `ư` at a line's end
    (laid("Q§\ufffe", ".VnTime"), "QĐ-"),  # and a hyphen there
    (laid("dự án đầu\ufffe"), "dự án đầu-"),
    (laid("Coäng hoaø xaõ hoäi chuû nghóa", "VNI-Times"), "Cộng hoà xã hội chủ nghĩa"),
    (laid("ĐIỀ U KHO ẢN THI HÀNH"), "ĐIỀU KHOẢN THI HÀNH"),
    (laid("v ùng núi, l ĩnh vực", None), "vùng núi, lĩnh vực"),
    (laid("tỉnh ủy, Đảng ủy"), "tỉnh ủy, Đảng ủy"),
    (laid("Der Müller prüft"), "Der Müller prüft"),
]


@pytest.mark.parametrize(("line", "text"), CASES, ids=[text for _, text in CASES])
def test_lines(line, text):
    assert read(line) == text


def test_a_letter_of_vni_is_one_glyph():
    glyphs = GlyphRecoder().convert(laid("Haïnh phuùc cuûa nhaân daân", "VNI-Times"))
    assert [glyph.text for glyph in glyphs][:4] == ["H", "ạ", "n", "h"]
    assert (glyphs[1].left, glyphs[1].right) == (10.0, 28.0)  # from the base letter to the end of its mark


def test_later_pages_go_with_earlier_ones():
    recoder = GlyphRecoder()
    recoder.convert(laid("C¨n cø NghÞ ®Þnh cña ChÝnh phñ vÒ c«ng t¸c c¸n bé"))
    assert "".join(glyph.text for glyph in recoder.convert(laid("Thu tõ"))) == "Thu từ"
    assert recoder.found.encoding == "tcvn3"
