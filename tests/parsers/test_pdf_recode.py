"""Glyphs of a pdf in an old encoding, and split syllables."""

from __future__ import annotations

import pytest

from text.made_encodings import encoded
from trichluc.parsers import parse
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
    (
        laid("ch-¬ng tr×nh ®Çu t- n-íc s¹ch - Q§-BTC, kinh tÕ-x· héi", ".VnTime"),
        "chương trình đầu tư nước sạch - QĐ-BTC, kinh tế-xã hội",
    ),  # `ư` as a hyphen
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


def made_pdf(*lines: tuple[str, bytes]) -> bytes:
    """A pdf of one page with lines in fonts that are not in it, as old ones were: font name, bytes of the line."""
    fonts = sorted({font for font, _ in lines})
    drawn = b"".join(
        b"BT /F%d 12 Tf 72 %d Td (%s) Tj ET\n" % (fonts.index(font), 760 - 18 * index, words)
        for index, (font, words) in enumerate(lines)
    )
    resources = b" ".join(
        b"/F%d << /Type /Font /Subtype /TrueType /BaseFont /%s /Encoding /WinAnsiEncoding >>" % (index, font.encode())
        for index, font in enumerate(fonts)
    )
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << %s >> >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page % resources,
        b"<< /Length %d >>\nstream\n%sendstream" % (len(drawn), drawn),
    ]
    made, places = b"%PDF-1.4\n", []
    for index, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (index, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(made),
    )


def test_a_file_in_old_fonts(tmp_path):
    path = tmp_path / "old.pdf"
    path.write_bytes(
        made_pdf(
            (".VnTimeH", encoded("tcvn3", "báo cáo").encode("cp1252")),
            (".VnTime", encoded("tcvn3", "Thực hiện chương trình nước sạch của tỉnh").encode("latin-1")),
            ("VNI-Times", encoded("vni-windows", "Uỷ ban nhân dân huyện đã tổ chức").encode("latin-1")),
            ("Helvetica", b"Plan 2005"),
        )
    )
    source = parse(path)
    assert source.text.split("\n") == [
        "BÁO CÁO",
        "Thực hiện chương trình nước sạch của tỉnh Uỷ ban nhân dân huyện đã tổ chức Plan 2005",
    ]
    assert source.encoding == "mixed"
