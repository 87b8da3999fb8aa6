"""What is told from pictures of numbers and from codes of symbols: how many figures, which marks, which code."""

from dataclasses import replace

import pytest
from corpus.maker.pdf import font_folder
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from trichluc.parsers.ocr.codes import Grade, grade, kinds_before, mended
from trichluc.parsers.ocr.correct import correct, correct_table, repeated
from trichluc.parsers.ocr.figures import best_number, correct_numbers, said
from trichluc.parsers.ocr.image import PageImage
from trichluc.parsers.ocr.letters import without_dirt, without_marks
from trichluc.parsers.ocr.overlooked import overlooked
from trichluc.parsers.ocr.reading import _lines_stand
from trichluc.parsers.ocr.shapes import punctuated, shape
from trichluc.parsers.ocr.symbols import _best, _Doubt, _doubtful
from trichluc.parsers.ocr.tesseract import Word
from trichluc.text.lookalikes import could_be


def words(text: str, confidence: float = 0.9, size: float = 12) -> list[Word]:
    """The words of ``text`` side by side, ten points a letter."""
    found, left = list[Word](), 0.0
    for part in text.split():
        right = left + 10 * len(part)
        found.append(Word(part, left, 0, right, size, confidence, 0, size * 0.8, size))
        left = right + 4
    return found


def picture(text: str, blur: float = 0.0, size: int = 46) -> Image.Image:
    folder = font_folder("dejavu")
    if folder is None:
        pytest.skip("needs DejaVu fonts: apt-get install fonts-dejavu-core")
    sheet = Image.new("L", (60 + 30 * len(text), 90), 255)
    ImageDraw.Draw(sheet).text((20, 15), text, 0, ImageFont.truetype(str(folder / "DejaVuSerif.ttf"), size))
    return sheet.filter(ImageFilter.GaussianBlur(blur))


@pytest.mark.parametrize("blur", [0.0, 1.5])
@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("1.234,5", "0.000,0"),
        ("98,6", "00,0"),
        ("7", "0"),
        ("12.500.000", "00.000.000"),
        ("40,", "00"),  # a mark at the end is dirt
        ("-12,5", "-00,0"),
    ],
)
def test_figures_and_marks_are_counted(text, looks, blur) -> None:
    assert shape(picture(text, blur)) == looks


@pytest.mark.parametrize("text", ["", "người", "-", "12%"])
def test_what_is_no_number_has_no_shape(text) -> None:
    assert shape(picture(text)) is None


@pytest.mark.parametrize(
    ("number", "looks", "meant"),
    [
        ("986", "00,0", "98,6"),  # a comma that was not read
        ("98.6", "00,0", "98,6"),  # or read as a full stop
        ("98,6", "00.0", "98,6"),  # the picture is not surer of what kind it is
        ("1,234", "0.000", "1.234"),
        ("12345", "00.000", "12.345"),
        ("93", "0.0", "93"),  # a full stop in the middle of two figures is a speck
        ("1.234", "0000", "1.234"),  # a mark may touch its figure
        ("1.2", "0.000,0", "1.2"),  # figures were lost: nothing can be said of marks
        ("986", "0,0,0", "986"),  # no number
        ("986", None, "986"),
        ("-986%", "-00,0", "-98,6%"),
        ("-98,6", "00,0", "98,6"),  # what was left of a ruling is no minus
        ("98,6", "-00,0", "98,6"),
        ("kg", "00", "kg"),
    ],
)
def test_marks_are_taken_from_the_picture(number, looks, meant) -> None:
    assert punctuated(number, looks) == meant


@pytest.mark.parametrize(
    ("readings", "looks", "number"),
    [
        (["1.085", "1.0985", "1.985"], "0.000", "1.085"),  # one of those with four figures
        (["2.4185", "2.4185", "2.418"], "0.000", "2.418"),
        (["lŠ", "", "15"], "00", "15"),  # figures alone, where letters look like figures and their number is right
        (["lŠ", "", "15"], None, None),
        (["kg", "", "48"], "00", None),  # these do not
        (["S16", "", "816"], "000", "816"),
    ],
)
def test_readings_that_look_like_the_picture_count_first(readings, looks, number) -> None:
    best = best_number([words(text) for text in readings], looks)
    assert (said(best) if best is not None else None) == number


@pytest.mark.parametrize(
    ("column", "meant"),
    [
        (["1.234", "5.678", "9,500"], ["1.234", "5.678", "9.500"]),  # thousands all of them
        (["1.234", "5,678", "9,500"], ["1.234", "5,678", "9,500"]),  # three places after the comma
        (["1.234", "5.678", "2.486.5"], ["1.234", "5.678", "2.486,5"]),
    ],
)
def test_marks_of_thousands(column, meant) -> None:
    boxes = [(0.0, 20.0 * row, 100.0, 20.0 * row + 20) for row in range(len(column))]
    cells = [
        Word(text, 5, 20 * row + 2, 60, 20 * row + 16, 0.9, row, 20 * row + 14, 12) for row, text in enumerate(column)
    ]
    changed = correct_numbers(cells, boxes)
    assert [changed.get(place, text) for place, text in enumerate(column)] == meant


def test_the_head_of_the_column_of_units_is_known_by_its_look() -> None:
    cells = [(0.0, 0.0, 60.0, 20.0), (60.0, 0.0, 120.0, 20.0), (0.0, 20.0, 60.0, 40.0), (60.0, 20.0, 120.0, 40.0)]
    read = [
        Word(text, left + 5, top + 2, left + 50, top + 16, 0.9, 0, top + 14, 12)
        for text, (left, top, _, _) in zip(["Nhóm", "ĐVL", "Lúa", "ĐVL"], cells, strict=True)
    ]
    assert [word.text for word in correct_table(read, cells)[0]] == ["Nhóm", "ĐVT", "Lúa", "ĐVL"]  # in the first row


def test_a_cell_that_others_say_without_a_speck() -> None:
    column = ["triệu đồng", "triệu, đồng", "người", "triệu đồng", "người.", "1.234"]
    cells = [(0.0, 20.0 * row, 200.0, 20.0 * row + 20) for row in range(len(column))]
    read = [
        replace(word, top=cell[1] + 2, bottom=cell[1] + 16, base=cell[1] + 14)
        for text, cell in zip(column, cells, strict=True)
        for word in words(text)
    ]
    changed = repeated(read, cells)
    assert changed == {2: "triệu"}  # "người." stands once with a full stop and once without: nobody knows


def test_the_unit_of_a_column_is_no_dirt() -> None:
    assert [word.text for word in without_dirt(words("So sánh (%) ..", 0.7))] == ["So", "sánh", "(%)"]


def test_a_speck_that_was_read_as_a_small_word_is_left_out() -> None:
    text = words("Đơn vị đã hoàn thành kế hoạch")
    speck = [Word("ký", 300, 0, 304, 5, 0.6, 7, 4, 5)]
    assert without_marks([*text, *speck]) == (text, 1)


# ---------------------------------------------------------------- symbols


@pytest.mark.parametrize(
    ("read", "meant"),
    [("CIĐ", "QĐ"), ("0Đ", "QĐ"), ("NC", "NQ"), ("C1", "CT"), ("IW", "TW"), ("TVV", "TVW"), ("QD", "QĐ")],
)
def test_codes_that_look_alike(read, meant) -> None:
    assert could_be(read, meant)


@pytest.mark.parametrize(("read", "meant"), [("KH", "QĐ"), ("QĐ", "QĐ"), ("TU", "TW"), ("", "QĐ"), ("BC", "BCĐ")])
def test_codes_that_do_not(read, meant) -> None:
    assert not could_be(read, meant)


@pytest.mark.parametrize(
    ("text", "before", "known", "meant"),
    [
        ("7-QĐ/TW", "Quyết định số", Grade.WHOLE, None),
        ("7-CIĐ/TW", "Quyết định số", Grade.STRANGE, "7-QĐ/TW"),
        ("7-CĐ/TW", "Quyết định số", Grade.STRANGE, "7-QĐ/TW"),  # a telegram, which the words before it contradict
        ("7-CĐ/TW", "", Grade.WHOLE, None),
        ("7-CĐ/TW", "Công điện số", Grade.WHOLE, None),
        ("7-NC/TW,", "Nghị quyết số", Grade.STRANGE, "7-NQ/TW,"),
        ("8-CIĐ/TW", "Quyết định số 7-QĐ/TW và", Grade.STRANGE, "8-QĐ/TW"),  # a list
        ("7-CIĐ/TW", "Cuyết định số", Grade.STRANGE, "7-QĐ/TW"),  # a spoilt capital in the name too
        ("7-CIĐ/TW", "Cuuyết định số", Grade.STRANGE, "7-QĐ/TW"),
        ("5-CT/IW", "Chỉ thị", Grade.KIND, "5-CT/TW"),
        ("5-CT/XYZ", "Chỉ thị", Grade.KIND, None),  # a body that nobody knows
        ("7-AB/TW", "Quyết định số", Grade.STRANGE, None),  # like no code of a decision
        ("81/2015/QH13", "Luật số", Grade.WHOLE, None),
        ("81/2015/CIH13,", "Luật số", Grade.STRANGE, "81/2015/QH13,"),
        ("7/QĐ-T'Tg", "Quyết định số", Grade.KIND, "7/QĐ-TTg"),
        ("quý", "Quyết định số", Grade.NONE, None),
    ],
)
def test_symbols_by_what_is_known_of_codes(text, before, known, meant) -> None:
    kinds = kinds_before(before.split())
    assert grade(text, kinds) == known
    assert mended(text, kinds) == meant


def test_a_mended_code_is_an_event() -> None:
    found, events, _ = correct(words("theo Nghị quyết số 7-NC/TW của"))
    assert [word.text for word in found][4] == "7-NQ/TW"
    assert [(event.read, event.meant) for event in events] == [("7-NC/TW", "7-NQ/TW")]
    assert found[4].confidence == 0.8


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Công điện số 1 102/CĐ-BYT", "1 102/CĐ-BYT"),  # a blank in the number
        ("Quyết định số 14-QĐ/T U của", "14-QĐ/T U"),  # in the code of the body
        ("Chỉ thị 05-CT/IW", "05-CT/IW"),
        ("Chỉ thị 05-CT/TW", ""),  # known whole, and read surely
        ("ngày 31/12/2023 và/hoặc", ""),
        ("đạt 12/15 chỉ tiêu", ""),
    ],
)
def test_which_symbols_are_read_again(text, doubtful) -> None:
    line = words(text, 0.95)
    found = _doubtful(line)
    assert " ".join(" ".join(word.text for word in line[one.first : one.last + 1]) for one in found) == doubtful


@pytest.mark.parametrize(
    ("readings", "best"),
    [
        (["1 102/CĐ-BYT", "số 1102/CĐ-BYT", "số 1102/CĐ-BYT"], "1102/CĐ-BYT"),
        (["14-QĐ/T U", "số 14-QĐ/TU", "số 14-QĐ/TƯ"], "14-QĐ/TU"),
        (["o8-KH/TU,", "58-KH/TU,", "58-KH/TU"], "58-KH/TU,"),  # what most have, with the comma of the line
        (["7-XY/ABC", "7-XV/ABC", "7-YX/ABD"], "7-XY/ABC"),  # nobody knows: the first stands
        (["01-KIL/TW", "số 0-KL/TW", "số 0I-KIL/TW"], "01-KL/TW"),  # number and codes from different readings
        (["05-CT/TW", "không có gì", ""], "05-CT/TW"),
    ],
)
def test_the_reading_of_a_symbol_that_counts(readings, best) -> None:
    found = _best([words(text) for text in readings], _Doubt(0, 0, 0, (), numbered=True))
    assert found is not None
    assert found[0] == best


def test_lines_that_stand_are_seen_without_reading() -> None:
    sheet = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(sheet)
    for line in range(30):
        draw.rectangle((120, 120 + line * 50, 700 + line * 13, 140 + line * 50), 20)
    assert not _lines_stand(sheet)
    assert _lines_stand(sheet.rotate(90, expand=True))


def test_ink_that_no_word_covers_is_a_line_that_was_overlooked() -> None:
    sheet, point = Image.new("L", (1240, 1754), 255), 300 / 72
    draw = ImageDraw.Draw(sheet)
    read = list[Word]()
    for row in range(3):
        for place in range(4):
            left, base = 60 + place * 33, 100 + row * 20
            draw.rectangle((left * point, (base - 8) * point, (left + 30) * point, base * point), 0)
            read.append(Word("chữ", left, base - 10, left + 30, base + 3, 0.9, row, base, 12))
    page = PageImage(sheet, 0.0)
    assert overlooked(page, read, []) == []
    lost = [word for word in read if word.line == 2][1:]
    assert overlooked(page, [word for word in read if word not in lost], []) == []  # beside a word that was read
    alone = [word for word in read if word.line < 2]
    (box,) = overlooked(page, alone, [])
    assert box[0] == pytest.approx(55, abs=3)
    assert box[1] < 140 < box[3]
    assert overlooked(page, alone, [(40.0, 120.0, 290.0, 150.0)]) == []  # in a cell, which is read by itself
    draw.rectangle((0, 600, 30, 640), 0)  # the shadow along the edge
    draw.line((300, 1000, 700, 1000), 0, 3)  # a stroke
    assert len(overlooked(page, alone, [])) == 1
