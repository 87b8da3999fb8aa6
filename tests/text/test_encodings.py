"""The old encodings: tables against iconv, telling them apart, and leaving clean text alone."""

from __future__ import annotations

import random
import shutil
import subprocess
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text.made_encodings import PLAIN_SIGNS, encoded
from trichluc.parsers import parse
from trichluc.source_builder import Piece
from trichluc.text.encodings.convert import convert_document, convert_lines, convert_text
from trichluc.text.encodings.fonts import draws_capitals, is_symbol_font, stated_encoding
from trichluc.text.encodings.scoring import best_encoding, readings
from trichluc.text.encodings.tables import ENCODINGS, codec

LACKING = ("tcvn3", "viscii", "vps")  # encodings without some signs
REPORTS = Path(__file__).parents[2] / "corpus" / "reports"


@cache
def passages() -> tuple[str, ...]:
    """Paragraphs of our reports, one after the other."""
    found = []
    for path in sorted(REPORTS.iterdir()):
        source = parse(path)
        found += [source.text[b.span.start : b.span.end] for b in source.blocks if b.table is None and len(b.span) > 60]
    return tuple(found)


def samples(length: int, count: int, seed: int) -> list[str]:
    """Stretches of whole words, about ``length`` letters each."""
    chance, text = random.Random(seed), " ".join(passages())
    found = []
    while len(found) < count:
        start = text.find(" ", chance.randrange(len(text) - length - 40)) + 1
        found.append(text[start : text.find(" ", start + length)])
    return found


@pytest.mark.parametrize(("name", "charset", "first"), [("tcvn3", "TCVN5712-1", 0xA1), ("viscii", "VISCII", 0x80)])
def test_tables_agree_with_iconv(name, charset, first):
    program = shutil.which("iconv")
    assert program, "iconv is part of the C library's programs (libc-bin)"
    codes = [code for code in range(first, 0x100) if not (name == "tcvn3" and 0xB0 <= code <= 0xB4)]  # bare tones
    codes += [0x02, 0x05, 0x06, 0x14, 0x19, 0x1E] if name == "viscii" else []
    data = b"\n".join(bytes((code,)) for code in codes)
    told = subprocess.run([program, "-f", charset, "-t", "UTF-8"], input=data, capture_output=True, check=True).stdout
    assert [codec(name).decode(chr(code)) for code in codes] == told.decode().split("\n")


def test_windows_1258_agrees_with_python():
    for text in passages()[:20]:
        data = encoded("cp1258", text)
        told = unicodedata.normalize("NFC", data.encode("cp1252", "replace").decode("cp1258", "replace"))
        assert codec("cp1258").decode(data) == told or "?" in told


@pytest.mark.parametrize("name", ENCODINGS)
def test_round_trip(name):
    for text in passages():
        clean = text.translate(PLAIN_SIGNS) if name in LACKING else text
        if name == "viqr":
            assert codec(name).decode(encoded(name, "Đảng uỷ đã tổ chức quán triệt")) == "Đảng uỷ đã tổ chức quán triệt"
        elif name == "tcvn3":  # a lone word in capitals among others may stay small
            assert convert_text(encoded(name, clean), name).lower() == clean.lower()
        else:
            assert codec(name).decode(encoded(name, clean)) == clean


@pytest.mark.parametrize("name", ENCODINGS)
@pytest.mark.parametrize(("length", "least"), [(120, 0.995), (30, 0.97)])
def test_encodings_are_told_apart(name, length, least):
    right = total = 0
    for sample in samples(length, 600, seed=length):
        clean = sample.translate(PLAIN_SIGNS) if name in LACKING else sample
        raw = encoded(name, clean)
        if raw == clean:
            continue  # nothing of it is coded
        verdict = best_encoding(raw).encoding
        right += verdict == name or readings(raw).get(verdict, raw) == clean
        total += 1
    assert total > 500
    assert right / total >= least


FOREIGN = [
    "Le comité des finances a examiné le rapport annuel, où l'on relève que les dépenses ont été réduites grâce "
    "à l'effort "
    "général ; la forêt, le chêne, l'hôpital et Noël : ça va être très bientôt achevé, naïvement, à l'œuvre.",
    "Die Gemeinde prüft für das nächste Jahr, ob Bäume, Straßen und Häuser größer geplant werden können; "
    "München, Köln und "
    "Düsseldorf führen ähnliche Maßnahmen durch. Schöne Grüße aus Österreich!",
    "El año pasado la señora Muñoz presentó el informe económico: ¿qué país creció más? ¡Ninguno! Según las "
    "estadísticas, la "
    "población disminuyó también en la región, aunque habrá más acción.",
    "Příliš žluťoučký kůň úpěl ďábelské ódy. Zpráva o činnosti úřadu za první pololetí byla schválena; šest dětí, "
    "čtyři ženy, většina řidičů a všechny města.",
    "O relatório da comissão não foi aprovado; a organização pediu às câmaras informações e soluções até à eleição.",
    "The naïve café owner's résumé didn't mention the 50% raise (cf. p. 12); it's a coöperative in Zürich, isn't it?",
    "def add(a, b): return a^b if (a + b) else a*(b+c) # x^2 + y^2; dd if=/dev/sda of=img; for i in range(n): u+=v[i]",
    "const ok = await fetch(`/api/${id}?q=a+b`).then(r => r.json()); if (!ok) { throw new Error('ddl'); } // e~ o` u?",
    "12.345,67 | 1 234 | 98,5% | 10 m² ± 0,5 °C | 2×3 | §4 | ½ | © 2021 | € 12 | «3» | 17-18/5 | 30/4/2019 | -5 | 100‰",
    "UBND, HĐND, TW, NĐ-CP, QĐ-TTg, ASEAN, WTO, Samsung, Honda, FDI, GDP, ISO 9001:2015, Covid-19, website, email",
    "Ông Müller và bà Peña (công ty Nestlé, Citroën) thăm cơ sở sản xuất tại Bình Dương, giá 5€/kg; nhiệt độ 30°C.",
    "f(a(b)) and a(n) = a^2 + u+v; we add daddy's oddly added dd. Why? Ha. Go. Do. Hi? me. It's Joe's `code` "
    "block, ok~",
]  # fmt: skip


def test_clean_passages_are_left_alone():
    """10,000 passages of 5 to 300 letters: our reports, other languages, code and numbers."""
    clean = [text for length in (5, 10, 20, 30, 60, 120, 300) for text in samples(length, 1200, seed=length)]
    chance = random.Random(5)
    for text in FOREIGN:
        parts = text.split(" ")
        for _ in range(150):
            start = chance.randrange(len(parts))
            clean.append(" ".join(parts[start : start + chance.randrange(1, 30)]))
    assert len(clean) >= 10_000
    assert [(text, convert_text(text)) for text in clean if convert_text(text) != text] == []


@pytest.mark.parametrize("text", FOREIGN)
def test_other_languages_are_left_alone(text):
    read, found = convert_document(text)
    assert read == text
    assert (found.encoding, found.left) == ("unicode", [])


def test_decomposed_unicode_is_no_old_encoding():
    for text in passages()[:50]:
        assert convert_text(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFD", text)


FONTS = [
    (".VnTime", "tcvn3", False), (".VnTimeH", "tcvn3", True), ("VnTimeHBold", "tcvn3", True),
    (".VnTimeH,Bold", "tcvn3", True), ("ABCDEF+.VnArialH", "tcvn3", True), ("VnArialH(Ds)", "tcvn3", True),
    (".VnArial NarrowH", "tcvn3", True), ("VNSTCVN3", "tcvn3", False), (".VnAvantH", "tcvn3", True),
    ("VNI-Times", "vni-windows", False), ("VNI-Helve-Condense", "vni-windows", False),
    ("VNSVNI2", "vni-windows", False), ("VPS Times", "vps", False), ("VISCII Times", "viscii", False),
    ("Times New Roman", None, False), ("Arial", None, False), ("Helvetica", None, False), (None, None, False),
    ("UVNTimes", None, False), ("Verdana", None, False), ("BHHelvetica", None, False),
]  # fmt: skip


@pytest.mark.parametrize(("font", "encoding", "capitals"), FONTS)
def test_fonts(font, encoding, capitals):
    assert stated_encoding(font) == encoding
    assert draws_capitals(font) == capitals
    assert not is_symbol_font(font)


def line(*runs):
    return [Piece(text, font=font) for text, font in runs]


LINES = [
    # `ư` is the soft hyphen, and comes as a minus sign or a non-character out of a pdf
    (line(("ch\xad¬ng tr×nh n\xadíc s¹ch", ".VnTime")), "chương trình nước sạch"),
    (line(("ch−¬ng tr×nh n−íc s¹ch", None)), "chương trình nước sạch"),
    (line(("c«ng t¸c v¨n th\ufffe l\xadu tr÷", None)), "công tác văn thư lưu trữ"),
    (line(("nhiÖt ®é − 5 ®é, n¨m 2004 − 2005", ".VnTime")), "nhiệt độ − 5 độ, năm 2004 − 2005"),
    (line(("x∙ héi, ®∙ ®¹t", ".VnTime")), "xã hội, đã đạt"),
    # an optional hyphen of the word processor beside it
    (line(("c¸c t\xad\xadíng lÜnh ®Êt n\xad\xadíc ta", ".VnTime")), "các tướng lĩnh đất nước ta"),
    # capitals without a tone of their own
    (line(("§¶NG Uû X·", ".VnTime")), "ĐẢNG UỶ XÃ"),
    (line(("Bµ NguyÔn ThÞ ¸nh", ".VnTime")), "Bà Nguyễn Thị ánh"),
    (line(("céng hoµ x· héi", ".VnTimeH")), "CỘNG HOÀ XÃ HỘI"),
    (line(("Sè: 12/Q§-BTC", ".VnTime")), "Số: 12/QĐ-BTC"),
    # a letter of VNI over two runs, bold or not, and over two fonts
    (line(("Coäng hoa", "VNI-Times"), ("ø xaõ hoä", "VNI-Helve"), ("i", "VNI-Times")), "Cộng hoà xã hội"),
    # a font that lies: it promises TCVN3 and holds VNI
    (line(("Quy cheá chi tieâu noäi boä naêm 2007 cuûa ñôn vò", "VNSTCVN3")),
     "Quy chế chi tiêu nội bộ năm 2007 của đơn vị"),
    (line(("Kế hoạch năm 2007 của đơn vị", ".VnTime")), "Kế hoạch năm 2007 của đơn vị"),
    # two fonts on a line
    (line(("B¸o c¸o cña ", ".VnTime"), ("Ủy ban nhân dân xã", "Times New Roman")), "Báo cáo của Ủy ban nhân dân xã"),
    (line(("\uf0b7", "Symbol"), (" C¸c ®¬n vÞ", ".VnTime")), "\uf0b7 Các đơn vị"),
    (line(("“KÕ ho¹ch” – giai \x93®o¹n\x94", ".VnTime")), "“Kế hoạch” – giai “đoạn”"),
]  # fmt: skip


@pytest.mark.parametrize(("pieces", "text"), LINES, ids=[text for _, text in LINES])
def test_lines(pieces, text):
    convert_lines([pieces])
    assert "".join(piece.text for piece in pieces) == text


def test_short_lines_go_with_their_neighbours():
    lines = [[Piece(text)] for text in ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Tõ nay", "KÕ to¸n tr\xadëng", "Thu tõ")]
    found = convert_lines(lines)
    assert [pieces[0].text for pieces in lines][1:] == ["Từ nay", "Kế toán trưởng", "Thu từ"]
    assert found.encoding == "tcvn3"


def test_passages_that_say_little_go_with_the_document():
    """Foreign names, abbreviations and measures in cells of a sheet."""
    cells = {
        "Danh môc thiÕt bÞ trong n\xadíc ®· s¶n xuÊt ®\xadîc": "Danh mục thiết bị trong nước đã sản xuất được",
        "§Õn d=2800 mm, 40 kW": "Đến d=2800 mm, 40 kW",
        "Ir¾c": "Irắc",
        "H§HTKD": "HĐHTKD",
        "Bosch GmbH": "Bosch GmbH",
        "5 m² ± 2": "5 m² ± 2",
    }
    lines = [[Piece(text)] for text in cells]
    convert_lines(lines)
    assert [pieces[0].text for pieces in lines] == list(cells.values())


def test_words_that_mean_something_either_way_go_with_their_font():
    """``Hé`` and ``Cớt … ệ`` (as VISCII) are Vietnamese too; the font and all else in it say what was meant."""
    cells = {
        "Quy ®Þnh cña ChÝnh phñ vÒ viÖn phÝ t¹i bÖnh viÖn": "Quy định của Chính phủ về viện phí tại bệnh viện",
        "Hé lý": "Hộ lý",
        "C¾t amidal 1 000 000 ®": "Cắt amidal 1 000 000 đ",
        "X quang phæi 30 000 ®": "X quang phổi 30 000 đ",
        "B. Braun": "B. Braun",
    }
    lines = [[Piece(text, font=".VnTime")] for text in cells]
    convert_lines(lines)
    assert [pieces[0].text for pieces in lines] == list(cells.values())


def test_mixed_documents():
    text = "\n".join(("C¨n cø NghÞ ®Þnh sè 12 cña ChÝnh phñ", "Caên cöù Nghò ñònh soá 12 cuûa Chính phuû"))
    read, found = convert_document(text)
    assert read == "\n".join(["Căn cứ Nghị định số 12 của Chính phủ"] * 2)
    assert found.encoding == "mixed"


def test_words_in_another_encoding_than_their_line():
    text = "C¨n cø NghÞ ®Þnh sè 12 cña ChÝnh phñ\nNgân sách Trung \xad¬ng cấp: 24.000.000® cho các đơn vị"
    assert convert_text(text).split("\n")[1] == "Ngân sách Trung ương cấp: 24.000.000đ cho các đơn vị"


def test_what_cannot_be_converted_is_named():
    _, found = convert_document("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam ëx ñoäc laäp")
    assert [letters for _, letters in found.left] == ["ë"]


@given(st.text(), st.sampled_from([*ENCODINGS, None]))
def test_never_raises(text, hint):
    read, found = convert_document(text, hint)
    assert read.count("\n") == text.count("\n")
    assert found.encoding in {"unicode", "mixed", *ENCODINGS} - {"utf-8"}
