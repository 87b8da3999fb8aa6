"""Vietnamese numerals: ``1.234,5``, ``1 234``, ``05``, number words, and misprints after the English manner.

In Vietnamese print a point parts thousands and a comma stands before decimals. Offices also copy numbers out of
spreadsheets that write them the other way round (``12.5%``, ``1,234,567``). Most printed forms can be read in one way
only; the few that cannot (``1,234`` and ``1.234``) are read by the habit of the document (:func:`habit_of`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DECIMAL_POINT = "decimal_point"  # the English decimal point stood for the comma: 12.5
DECIMAL_COMMA_GROUPS = "comma_groups"  # commas parted thousands: 1,234,567
AMBIGUOUS = "ambiguous_number"  # the print can be read in two ways; the document's habit decided

# A run of digits with inner points and commas, or groups of three parted by blanks. Not inside a word (F0, ST25).
NUMBER = re.compile(r"(?<![\w.,])(?:[1-9]\d{0,2}(?:[ \u00a0]\d{3})+(?![\d.])(?:,\d+)?|\d+(?:[.,]\d+)*)")

_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"\d+(?P<mark>[.,/])?[\d.,/]*")
_INTEGER = re.compile(r"\d+")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(,\d+)?")  # 1.234  1.234.567,8
_COMMA = re.compile(r"\d+,\d+")  # 12,5  (and 1,234)
_ENGLISH_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}(\.\d+)?|[1-9]\d{0,2},\d{3}\.\d+")  # 1,234,567  1,234.5
_POINT = re.compile(r"\d+\.\d+")  # 12.5
_BLANKS = re.compile(r"[1-9]\d{0,2}(?:[ \u00a0]\d{3})+(,\d+)?")
_SINGLE_COMMA_GROUP = re.compile(r"[1-9]\d{0,2},\d{3}")
_SINGLE_POINT_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")

# What tells the habit: forms that only one manner of writing has. Dates and section numbers have no such form.
_VIETNAMESE_HABIT = re.compile(
    r"(?<![\d.,/])(?:\d+,\d{1,2}(?![\d,.]|\.\d)|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d)"
)
_ENGLISH_HABIT = re.compile(r"(?<![\d.,/])(?:\d+\.\d{1,2} ?%|\d{1,3}(?:,\d{3}){2,}(?!\d)|\d{1,3}(?:,\d{3})+\.\d)")


@dataclass(frozen=True, slots=True)
class Habit:
    """How a document writes numbers.

    Attributes:
        english: its numbers have decimal points and commas between thousands.
        mixed: it has numbers of both manners.
    """

    english: bool = False
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in digits: where it stands, its value (never negative), and remarks on its print."""

    start: int
    end: int
    value: float
    flags: tuple[str, ...] = ()


def next_number(text: str, at: int) -> re.Match[str] | None:
    """Return the first match of ``NUMBER`` from ``at`` on; tried at digits only, which is ten times as fast."""
    while (digit := _DIGIT.search(text, at)) is not None:
        if match := NUMBER.match(text, digit.start()):
            return match
        at = digit.end()
    return None


def habit_of(text: str) -> Habit:
    """Tell from the unambiguous numbers of ``text`` how it writes them; Vietnamese where nothing speaks against it."""
    english = vietnamese = 0
    for run in _RUN.finditer(text):  # no match begins inside a run, so that each run is asked once
        if run["mark"] not in (".", ","):
            continue  # plain digits, or a date
        english += _ENGLISH_HABIT.match(text, run.start()) is not None
        vietnamese += _VIETNAMESE_HABIT.match(text, run.start()) is not None
    return Habit(english=english > vietnamese, mixed=bool(english and vietnamese))


def read_number(printed: str, habit: Habit | None = None) -> tuple[float, tuple[str, ...]] | None:
    """Read a printed number.

    Args:
        printed: digits with points, commas or blanks, without sign and unit.
        habit: of the document; decides ``1,234`` and ``1.234``.

    Returns:
        Its value and remarks, or null where it is no number (``18.2.1998``).
    """
    habit = habit or Habit()
    if _INTEGER.fullmatch(printed):
        return float(printed), ()
    if _GROUPED.fullmatch(printed):
        if habit.english and _SINGLE_POINT_GROUP.fullmatch(printed):
            return float(printed), (DECIMAL_POINT, AMBIGUOUS)
        return float(printed.replace(".", "").replace(",", ".")), ()
    if _COMMA.fullmatch(printed):
        if habit.english and _SINGLE_COMMA_GROUP.fullmatch(printed):
            return float(printed.replace(",", "")), (DECIMAL_COMMA_GROUPS, AMBIGUOUS)
        flags = (AMBIGUOUS,) if habit.mixed and _SINGLE_COMMA_GROUP.fullmatch(printed) else ()
        return float(printed.replace(",", ".")), flags
    if _BLANKS.fullmatch(printed):
        return float(re.sub(r"[ \u00a0]", "", printed).replace(",", ".")), ()
    if _ENGLISH_GROUPED.fullmatch(printed):
        return float(printed.replace(",", "")), (DECIMAL_COMMA_GROUPS,)
    if _POINT.fullmatch(printed):
        return float(printed), (DECIMAL_POINT,)
    return None


def comma_thousands(printed: str) -> float | None:
    """Return the value of ``25,000`` read as thousands, which its unit may ask for (``25,000 đồng``), else null."""
    return float(printed.replace(",", "")) if _SINGLE_COMMA_GROUP.fullmatch(printed) else None


def find_numbers(text: str, start: int = 0, end: int | None = None, habit: Habit | None = None) -> Iterator[Numeral]:
    """Yield the numbers in digits of ``text[start:end]``, in order; what has no reading as a number is left out."""
    for match in NUMBER.finditer(text, start, len(text) if end is None else end):
        read = read_number(match[0], habit)
        if read is not None:
            yield Numeral(match.start(), match.end(), *read)


_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_TEN = frozenset({"mười", "mươi", "chục"})
_ODD = frozenset({"linh", "lẻ"})


def read_words(phrase: str) -> int | None:
    """Read a number in words: ``ba mươi hai`` is 32, ``một trăm linh năm`` 105, ``hai tỷ ba trăm triệu`` 2 300 000 000.

    Returns:
        The number, or null where a word of the phrase is no part of a number.
    """
    total = group = digit = 0
    seen_digit = False
    words = phrase.lower().split()
    for word in words:
        if word in _UNITS:
            group, digit, seen_digit = group + digit, _UNITS[word], True
        elif word in _TEN:
            digit, group, seen_digit = 0, group + (digit if seen_digit else 1) * 10, False
        elif word == "trăm":
            digit, group, seen_digit = 0, group + (digit if seen_digit else 1) * 100, False
        elif word in _SCALES:
            group, digit, seen_digit = group + digit, 0, False
            scale = _SCALES[word]
            if scale == 1_000_000_000:
                total, group = (total + max(group, 0 if total else 1)) * scale, 0
            else:
                total, group = total + max(group, 1) * scale, 0
        elif word not in _ODD:
            return None
    return total + group + digit if words else None
