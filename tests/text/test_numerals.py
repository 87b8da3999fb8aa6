"""Reading Vietnamese numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.text.numerals import (
    AMBIGUOUS,
    DECIMAL_COMMA_GROUPS,
    DECIMAL_POINT,
    Habit,
    comma_thousands,
    find_numbers,
    habit_of,
    read_number,
    read_words,
)

ENGLISH = Habit(english=True)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("7", 7),
        ("05", 5),
        ("2021", 2021),
        ("1.234", 1234),
        ("1.234,5", 1234.5),
        ("12.345.678", 12345678),
        ("1 234", 1234),
        ("12 345 678,9", 12345678.9),
        ("0,03", 0.03),
        ("102,5", 102.5),
        ("1,234", 1.234),  # a comma stands before decimals, however many
        ("0,125", 0.125),
    ],
)
def test_the_vietnamese_manner_needs_no_remark(printed, value) -> None:
    assert read_number(printed) == (value, ())


@pytest.mark.parametrize(
    ("printed", "habit", "value", "flags"),
    [
        ("12.5", None, 12.5, (DECIMAL_POINT,)),  # two digits after a point are no group of thousands
        ("99.52", None, 99.52, (DECIMAL_POINT,)),
        ("0.125", None, 0.125, (DECIMAL_POINT,)),  # no group begins with 0
        ("1,234,567", None, 1234567, (DECIMAL_COMMA_GROUPS,)),
        ("1,234.5", None, 1234.5, (DECIMAL_COMMA_GROUPS,)),
        ("1.234", ENGLISH, 1.234, (DECIMAL_POINT, AMBIGUOUS)),
        ("1,234", ENGLISH, 1234, (DECIMAL_COMMA_GROUPS, AMBIGUOUS)),
        ("1,234", Habit(mixed=True), 1.234, (AMBIGUOUS,)),
        ("1.234.567", ENGLISH, 1234567, ()),
    ],
)
def test_the_english_manner_is_read_and_remarked(printed, habit, value, flags) -> None:
    assert read_number(printed, habit) == (value, flags)


@pytest.mark.parametrize("printed", ["18.2.1998", "1.2.3", "12.34.567", "1,2,3", "01.234.5"])
def test_what_is_no_number_is_not_read(printed) -> None:
    assert read_number(printed) is None


def test_a_unit_may_ask_for_thousands() -> None:
    assert comma_thousands("25,000") == 25000
    assert comma_thousands("25,00") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có 3.218 buổi và 73 lượt", ["3.218", "73"]),
        ("đạt 89,81%, giữ 1.234 hộ.", ["89,81", "1.234"]),  # a full stop or comma after a number is not in it
        ("gạo ST25, xe F0, nhóm A1", []),  # digits inside a name
        ("-13đồng/kg", ["13"]),
        ("thu 1 250 000 đồng", ["1 250 000"]),
        ("quý 1 25 người", ["1", "25"]),
        ("ngày 18.2.1998", []),
    ],
)
def test_numbers_are_found_whole(text, found) -> None:
    assert [text[number.start : number.end] for number in find_numbers(text)] == found


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        ("tăng 5,2%, đạt 12.300.000 đồng", Habit()),
        ("tăng 5.2%, đạt 12,300,000 đồng", Habit(english=True)),
        ("tăng 5,2%; giảm 4,1%; bảng: 99.5%", Habit(mixed=True)),
        ("mục 1.2 và 2.1, ngày 1.5.2020", Habit()),  # section numbers tell nothing
        ("", Habit()),
    ],
)
def test_the_habit_of_a_document(text, habit) -> None:
    assert habit_of(text) == habit


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("một", 1),
        ("mười", 10),
        ("mười lăm", 15),
        ("ba mươi hai", 32),
        ("hai mươi mốt", 21),
        ("một trăm linh năm", 105),
        ("ba trăm", 300),
        ("hai nghìn ba trăm bốn mươi", 2340),
        ("một triệu hai trăm nghìn", 1200000),
        ("hai tỷ ba trăm năm mươi triệu", 2350000000),
        ("năm nghìn tỷ", 5000000000000),
        ("Bốn chục", 40),
    ],
)
def test_number_words(words, value) -> None:
    assert read_words(words) == value


@pytest.mark.parametrize("words", ["", "đồng chí", "ba người"])
def test_other_words_are_no_number(words) -> None:
    assert read_words(words) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_print_reads_back(number) -> None:
    assert read_number(f"{number:,}".replace(",", ".")) == (number, ())
    if number >= 10**6:
        assert read_number(f"{number:,}") == (number, (DECIMAL_COMMA_GROUPS,))


@given(st.text(alphabet="0123456789., -đa%", max_size=40))
def test_finding_never_raises_and_points_at_digits(text) -> None:
    for number in find_numbers(text):
        assert text[number.start].isdigit()
        assert text[number.end - 1].isdigit()
        assert number.value >= 0
