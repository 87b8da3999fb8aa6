"""What is made of the words that OCR reads: mending, marks that are no words, letters with places."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.parsers.ocr.correct import correct, correct_table, number_rows
from trichluc.parsers.ocr.figures import best_number, correct_numbers, odd_numbers, said
from trichluc.parsers.ocr.letters import glyphs, without_dirt, without_marks
from trichluc.parsers.ocr.lexicon import corrected, type_name
from trichluc.parsers.ocr.notes import take_ruled_notes
from trichluc.parsers.ocr.rulings import Ruling
from trichluc.parsers.ocr.tesseract import Word
from trichluc.parsers.pdf_furniture import take_furniture
from trichluc.parsers.pdf_glyphs import Glyph, Segment, segment, segments


def line(text: str, confidence: float = 0.9, number: int = 0, gap: float = 4.0) -> list[Word]:
    """The words of ``text`` side by side, ten points a letter."""
    words, left = list[Word](), 0.0
    for part in text.split():
        right = left + 10 * len(part)
        words.append(Word(part, left, 0, right, 12, confidence, number, 10, 12))
        left = right + gap
    return words


def read(lines: list[str], last: int = 0, confidence: float = 0.7) -> list[str]:
    words = [word for number, text in enumerate(lines) for word in line(text, confidence, number)]
    mended, _, _ = correct(words, last)
    return [" ".join(word.text for word in mended if word.line == number) for number in range(len(lines))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số 12-BC/\u00d0U", "Số 12-BC/ĐU"),  # the Icelandic letter
        ("711-\u00d0ĐA/TU", "711-ĐA/TU"),  # one letter read twice
        ("cơ sở ĐĐ", "cơ sở ĐĐ"),  # no symbol: an abbreviation may have two
        ("quôc gia", "quốc gia"),  # no syllable, and one word is near
        ("vưỡng mắc", "vướng mắc"),  # a possible syllable that stands in no word
        ("THỤỰC HIỆN", "THỰC HIỆN"),  # one vowel seen as two
        ("Nguyễn Văn Bính", "Nguyễn Văn Bính"),  # names stand in no word either
        ("số 01\u20442017/ND-CP", "số 01/2017/NĐ-CP"),  # the slash of fractions, a lost stroke
        ("số 07/\u20442020/NQ-HDND", "số 07/2020/NQ-HĐND"),
        ("số 12/HD-UBND", "số 12/HD-UBND"),  # a code of its own: guidance
        ("tháng § năm 2023", "tháng 8 năm 2023"),
        ("rộng §m", "rộng 8m"),
        ("giá 319.85]", "giá 319.851"),
        ("[xem 12]", "[xem 12]"),
        ("ngày 22 tháng I] năm", "ngày 22 tháng 11 năm"),
        ("phụ lục 2.I, 2.2", "phụ lục 2.1, 2.2"),
        ("đồng/m?", "đồng/m²"),
        ("được 5 m không?", "được 5 m không?"),
        ("Bộ Irưởng", "Bộ Trưởng"),
        ("Nghị định sỐ 5", "Nghị định số 5"),
        ("khu vực IH", "khu vực III"),
        ("quý H.", "quý II."),
        ("vitamin H.", "vitamin H."),
        ("NÑga", "Nga"),
        ("(ĐVIT: tấn)", "(ĐVT: tấn)"),
        ("BC: 5 bản", "BC: 5 bản"),
        ("xã hội \u2014 an ninh", "xã hội – an ninh"),
        ("Quôc hội", "Quốc hội"),
        ("chỉ phí", "chi phí"),
        ("chỉ bộ", "chi bộ"),
        ("Tỉnh thần", "Tinh thần"),
        ("chỉ đạo", "chỉ đạo"),
        ("chỉ tiêu", "chỉ tiêu"),  # a target, not spending
        ("tỉnh ủy", "tỉnh ủy"),
        ("bồ sung", "bồ sung"),  # a possible syllable stays as it was read
        ("quôc, gia", "quôc, gia"),  # no word goes over a comma
        ("KÉ HOẠCH", "KẾ HOẠCH"),  # a type of document alone on its line
        ("BAO CAO", "BÁO CÁO"),
        ("KẾ HOẠCH", "KẾ HOẠCH"),
        ("kẻ hoạch", "kẻ hoạch"),
        ("Nguyễn Văn Phôc", "Nguyễn Văn Phôc"),  # a name that no word list has
    ],
)
def test_spelling(text, expected) -> None:
    assert read([text]) == [expected]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (["I.", "H.", "HI.", "IV."], ["I.", "II.", "III.", "IV."]),  # two strokes read as one letter
        (["I.", "II.", "II."], ["I.", "II.", "III."]),  # a stroke lost
        (["I.", "Ị.", "IIL"], ["I.", "II.", "III."]),  # a stroke lost and marked; a stroke with its full stop
        (["I.", "IIL", "IIIL"], ["I.", "II.", "III."]),  # a full stop with the edge of the stroke before it
        (["I.", "II", "II."], ["I.", "II.", "III."]),  # a full stop lost
        (["l.", "1I."], ["I.", "II."]),
        (["IV.", "Ÿ.", "VỊ."], ["IV.", "V.", "VI."]),
        (["I-", "H-"], ["I-", "II-"]),
        (["II.", "I.", "II."], ["II.", "I.", "II."]),  # another part begins anew
    ],
)
def test_roman_numbers_by_their_place(heads, expected) -> None:
    last = {"IV.": 3, "II.": 1}.get(heads[0], 0)
    lines = [f"{head} KẾT QUẢ ĐẠT ĐƯỢC" for head in heads]
    assert [text.split()[0] for text in read(lines, last)] == expected


def test_a_number_that_was_read_surely_is_the_offices_own_slip() -> None:
    assert read(["II. KẾT QUẢ", "II. HẠN CHẾ"], 1, confidence=0.93)[1].startswith("II. ")


def test_numbers_before_running_text_are_left_alone() -> None:
    assert read(["I. KẾT QUẢ", "H. đã được giao"]) == ["I. KẾT QUẢ", "H. đã được giao"]


def test_every_change_is_an_event_and_lowers_the_confidence() -> None:
    words, events, _ = correct(line("I. MỤC TIÊU quôc gia", 0.9))
    assert [(event.read, event.meant) for event in events] == [("quôc", "quốc")]
    assert [word.confidence for word in words] == [0.9, 0.9, 0.9, 0.8, 0.9]


def test_type_names_only_where_the_whole_line_is_one() -> None:
    assert type_name(["QUYÉT", "ĐỊNH"]) == ("QUYẾT", "ĐỊNH")
    assert type_name(["QUYẾT", "ĐỊNH"]) is None
    assert type_name(["Quyét", "định"]) is None
    assert type_name(["QUYÉT", "ĐỊNH", "CHUNG"]) is None


def test_clean_text_is_not_touched() -> None:
    text = [
        "chi",
        "bộ",
        "đã",
        "tổ",
        "chức",
        "sinh",
        "hoạt",
        "chuyên",
        "đề",
        "Việt",
        "Nam",
        "oxy",
        "UBND",
        "Đắk",
        "Lắk",
        "km2",
        "Hà",
        "Nội",
        "ngày",
        "15/5/2016",
    ]
    for before, word, after in zip(["", *text], text, [*text[1:], ""], strict=False):
        assert corrected(before, word, after) is None


@pytest.mark.parametrize(
    ("text", "confidence", "kept"),
    [
        ("Chi bộ", 0.2, ""),  # five doubtful letters alone: the stroke of a pen
        ("Chi bộ trong", 0.2, "Chi bộ trong"),  # more of them may be words
        ("05", 0.9, "05"),
        ("— ¬", 0.4, ""),
        ("-", 0.9, "-"),
    ],
)
def test_marks_that_stand_apart(text, confidence, kept) -> None:
    words, dropped = without_marks(line(text, confidence))
    assert " ".join(word.text for word in words) == kept
    assert dropped == len(text.split()) - len(words)


def test_a_doubtful_word_in_a_line_is_kept() -> None:
    words = line("Thực hiện Chỉ thị")
    words[2] = (
        words[2]._replace(confidence=0.1)
        if hasattr(words[2], "_replace")
        else Word("?i", 100, 0, 120, 12, 0.1, 0, 10, 12)
    )
    assert without_marks(words)[1] == 0


@pytest.mark.parametrize(
    ("text", "gap", "drawn"),
    [
        ("25/ 10/2017", 4.0, "25/10/2017"),  # a date that came out as two words
        ("25/ 10/2017", 8.0, "25/ 10/2017"),
        ("83/201 5/QH13", 2.0, "83/2015/QH13"),
        ("83/201 5/QH13", 4.0, "83/201 5/QH13"),
        ("số 5", 2.0, "số 5"),
    ],
)
def test_figures_that_stand_close_are_one_number(text, gap, drawn) -> None:
    assert "".join(glyph.text for glyph in glyphs(line(text, gap=gap))) == drawn


def test_what_is_left_of_a_ruling_is_no_word() -> None:
    words = [word for text, sure in (("12,5", 0.9), (".", 0.4), ("-", 0.6), ("!", 0.9)) for word in line(text, sure)]
    assert [word.text for word in without_dirt(words)] == ["12,5", "-", "!"]


# ---------------------------------------------------------------- tables


@pytest.mark.parametrize(
    ("column", "meant"),
    [
        ("TT | 2 3", "TT 1 2 3"),
        ("1 2 3", "1 2 3"),
        ("|| 1 2 H 3 III", "I 1 2 II 3 III"),
        ("1 1 2 H 3 II 4", "I 1 2 II 3 III 4"),  # a first 1 that another follows, a lost stroke
        ("STT 1 2 HI 3", "STT 1 2 III 3"),
        ("A B H", "A B H"),  # a letter of a sequence
        ("I II III IV", "I II III IV"),
        ("V X I", "V X I"),  # no sequence
    ],
)
def test_numbers_of_rows(column, meant) -> None:
    texts = column.split()
    words = [line(text, number=number)[0] for number, text in enumerate(texts)]
    changed = number_rows(words)
    assert " ".join(changed.get(place, text) for place, text in enumerate(texts)) == meant


def in_column(texts: list[str], confidence: float = 0.7) -> tuple[list[Word], list[tuple[float, float, float, float]]]:
    """The words of one column of cells, one below another, behind a column of labels."""
    words, cells = list[Word](), list[tuple[float, float, float, float]]()
    for number, text in enumerate(texts):
        for word in line(text, confidence, number):
            words.append(replace(word, left=word.left + 90, right=word.right + 90, base=20.0 * number + 10))
        cells += [(0.0, 20.0 * number, 80.0, 20.0 * number + 20), (80.0, 20.0 * number, 200.0, 20.0 * number + 20)]
    return words, cells


@pytest.mark.parametrize(
    ("column", "meant"),
    [
        ("96,1 94.3 102,2 88,0", "96,1 94,3 102,2 88,0"),
        ("1.905 96.1 94.3 2.418", "1.905 96,1 94,3 2.418"),  # points group thousands here
        ("96.1 94.3 102.2", "96.1 94.3 102.2"),  # an office that writes points
        ("96,1 94,3 1022 88,0", "96,1 94,3 102,2 88,0"),
        ("96,1 94,3 100 88,0", "96,1 94,3 100 88,0"),
        ("96,1 94,3 842 12,5 301,4", "96,1 94,3 842 12,5 301,4"),  # not beyond what the column has
        ("2.105. 402. 1.098", "2.105 402 1.098"),
        ("Xuân Hè Thu.", "Xuân Hè Thu."),
    ],
)
def test_marks_of_numbers_follow_their_column(column, meant) -> None:
    words, cells = in_column(column.split())
    changed = correct_numbers(words, cells)
    assert " ".join(changed.get(place, word.text) for place, word in enumerate(words)) == meant
    mended, events = correct_table(words, cells)
    assert [word.text for word in mended] == meant.split()
    assert [event.meant for event in events] == [changed[place] for place in sorted(changed)]
    assert all(mended[place].confidence <= 0.8 for place in changed)


@pytest.mark.parametrize(
    ("readings", "number"),
    [
        ([("2.4185", 0.8), ("2.418", 0.6), ("2.418", 0.6)], "2.418"),  # what two say
        ([("1123", 0.8), ("112,3", 0.7), ("", 0)], "112,3"),  # a separator is lost, not put in
        ([("§.874", 0.9), ("S.874", 0.8), (".874", 0.1)], "8.874"),
        ([("—14.388", 0.5), ("14.388", 0.9), ("14.388", 0.2)], "14.388"),
        ([("lãi", 0.6), ("11", 0.4), ("", 0)], "11"),
        ([("Lúa", 0.6), ("Lúa", 0.4), ("-", 0.1)], None),
        ([("Nhóm 1", 0.7), ("Nhóm 1", 0.7), ("1", 0.9)], None),  # a head, of which figures alone leave the figure
    ],
)
def test_of_several_readings_of_a_number_one_counts(readings, number) -> None:
    best = best_number([line(text, sure) for text, sure in readings])
    assert (said(best) if best is not None else None) == number


def test_cells_unlike_their_column_are_read_again() -> None:
    texts = ["Nhóm 1", "2.105", "§.874", "402", "1.098", "II", "95,4"]
    boxes = [(80.0, 20.0 * number, 140.0, 20.0 * number + 20) for number in range(len(texts))]
    read = [line(text, 0.95) for text in texts]
    assert odd_numbers(boxes, read, {6: line("954", 0.7)}, {3: "000"}) == [2, 6]
    # four figures stand in the picture where three were read
    assert odd_numbers(boxes, read, {}, {3: "0.000", 6: "00,0"}) == [2, 3]
    assert odd_numbers(boxes[:3], read[:3], {}, {}) == []  # too few numbers to tell a column by


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=1, max_size=9), max_size=8)
)
def test_nothing_raises_and_letters_stand_in_their_word(texts) -> None:
    words = [word for number, text in enumerate(texts) for word in line(text, 0.6, number)]
    mended, _, _ = correct(words)
    assert len(mended) == len(words)
    drawn = [glyph for glyph in glyphs(mended) if glyph.text != " "]
    assert "".join(glyph.text for glyph in drawn) == "".join(word.text for word in mended)
    assert all(glyph.left <= glyph.right and glyph.confidence is not None for glyph in drawn)


# Lines of a page of 800 points: where each begins, how far down, and what it says; the rule stands at 650.
BODY = [(60.0, 500.0, "Thuc hien chi dao cua cap tren,"), (60.0, 600.0, "xa da trien khai.")]
RULE = Ruling(60.0, 204.0, 650.0, 1.0, upright=False)


def notes_of(below: list[tuple[float, float, str]], rulings: list[Ruling]) -> tuple[list[tuple[str, str]], list[str]]:
    """The notes that are found, with their marks, and the lines that are left."""
    words = []
    for number, (left, base, text) in enumerate([*BODY, *below]):
        for word in line(text, number=number):
            words.append(replace(word, left=left + word.left, right=left + word.right, top=base - 10, bottom=base + 2))
    lines = segments(list(glyphs(words)))
    found = take_ruled_notes(lines, rulings, 800.0)
    said = [(mark, " ".join(one.text for one in own)) for mark, own in found]
    return said, [one.text for one in lines]


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ([(60, 670, "1 Cong van so 5.")], [("1", "Cong van so 5.")]),
        ([(60, 670, "! Cong van so 5.")], [("1", "Cong van so 5.")]),  # a small 1 as it comes out
        ([(60, 670, "Í Cong van so 5.")], [("1", "Cong van so 5.")]),
        ([(60, 670, "! Van ban mot"), (60, 685, "cua huyen."), (60, 700, "2 Van ban hai.")],
         [("1", "Van ban mot cua huyen."), ("2", "Van ban hai.")]),
        ([(60, 670, "l Van ban bon."), (60, 685, "5 Van ban nam.")], [("4", "Van ban bon."), ("5", "Van ban nam.")]),
        ([(60, 670, "4 Theo so lieu"), (60, 685, "12 xa dat chuan.")], [("4", "Theo so lieu 12 xa dat chuan.")]),
        ([(60, 670, "! Theo van ban so"), (60, 685, "340/2006/QD-UB.")], [("1", "Theo van ban so 340/2006/QD-UB.")]),
        ([(72, 670, "Theo van ban"), (60, 685, "cua huyen.")], [("1", "Theo van ban cua huyen.")]),  # the mark was lost
        ([(60, 670, "Noi nhan: luu.")], []),  # no mark, and no place for one
    ],
)  # fmt: skip
def test_footnotes_of_a_scan_stand_under_a_short_rule(below, found) -> None:
    said, left = notes_of(below, [RULE])
    assert said == found
    assert len(left) == len(BODY) + (0 if found else len(below))


@pytest.mark.parametrize(
    "rulings",
    [
        [],
        [replace(RULE, end=500.0)],  # over the whole width
        [replace(RULE, start=250.0, end=394.0)],  # in the middle
        [replace(RULE, place=604.0)],  # an underlined heading
        [RULE, Ruling(640.0, 700.0, 204.0, 1.0, upright=True)],  # of a table
        [replace(RULE, place=200.0)],  # under the letterhead
    ],
)
def test_other_lines_have_no_footnotes_under_them(rulings) -> None:
    said, left = notes_of([(60, 670, "1 Muc tieu cu the")], rulings)
    assert (said, len(left)) == ([], 3)


@pytest.mark.parametrize(
    ("word", "left", "top", "confidence", "kept"),
    [
        ("ky", 295.0, 30.0, 0.4, False),  # in the middle of the margin, where only the number of the page stands
        ("2", 295.0, 30.0, 0.4, False),
        ("ky", 295.0, 400.0, 0.4, True),  # in the text
        ("ky", 60.0, 30.0, 0.4, True),  # at the left edge
        ("chi bo", 285.0, 30.0, 0.4, True),  # too long for a number
        ("ky", 295.0, 30.0, None, True),  # no OCR: it says what it says
    ],
)
def test_a_misread_number_of_a_page_is_no_text(word, left, top, confidence, kept) -> None:
    def drawn(text: str, x: float, y: float, sure: float | None) -> Segment:
        row = [Glyph(c, x + 5 * n, y, x + 5 * n + 5, y + 10, bold=False, confidence=sure) for n, c in enumerate(text)]
        found = segment(row)
        assert found is not None
        return found

    lines = [drawn(word, left, top, confidence), drawn("Thuc hien chi dao cua cap tren " * 3, 65.0, 100.0, confidence)]
    take_furniture([lines], [800.0])
    assert (len(lines) == 2) is kept
