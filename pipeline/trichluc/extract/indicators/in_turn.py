"""Numbers that are told in turn: ``12 hộ, thu 3 tỷ đồng, lần lượt tăng 5% và 8%``; ``A và B lần lượt là 3% và 5%``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from trichluc.extract.indicators.frames import Number
from trichluc.extract.indicators.wording import BODY, COMPARES, TIME_LAST, join, stripped
from trichluc.records import Indicator

_IN_TURN = re.compile(
    r"(?<!\w)(?:lần lượt|theo thứ tự|tương ứng)(?: (?:là|đạt|còn|ở mức|bằng|chiếm))?"
    r"(?P<move> (?:tăng|giảm|vượt|gấp)(?: (?:thêm|lên|xuống))?)?(?: (?:là|khoảng|trên|gần|hơn|tới))* $",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|và|,? và)(?: (?:là|khoảng|trên|gần|hơn))?\s*", re.IGNORECASE)
_MEMBERS = re.compile(r",(?!\d)\s*|\s+và\s+", re.IGNORECASE)
_LINK = re.compile(r"\s(?:đã|đều|cũng|có|đạt|là|tăng|giảm)$", re.IGNORECASE)
_REACH = 60  # characters before a number in which it says that it is told in turn
_YEARS_REACH = 120  # characters before that in which the years stand
_LONGEST = 12  # words of one of several things that share a verb
# "tỷ lệ hộ nghèo các năm 2017 và 2018 (lần lượt là 5% và 3%)"
_YEARS = re.compile(
    r"(?:trong |qua |của )?(?:các |những )?năm (?P<years>\d{4}(?:(?:,| và|, và) (?:năm )?\d{4})+)"
    r" *(?:đạt |là |có |đã )*$",
    re.IGNORECASE,
)
_FEWEST = 2  # numbers that are told in turn


def names_in_turn(text: str, numbers: Sequence[Number], found: Sequence[Indicator]) -> list[Indicator]:
    """Return ``found``, each of the numbers that are told in turn named after its own of the things before them.

    Args:
        text: the sentence.
        numbers: its numbers, in order.
        found: their records.
    """
    renamed = list(found)
    if not any(word in text for word in ("ần lượt", "heo thứ tự", "ương ứng")):
        return renamed
    for first, number in enumerate(numbers):
        told = _IN_TURN.search(text, max(0, number.frame.start - _REACH), number.frame.start)
        if told is None:
            continue
        last = first
        while last + 1 < len(numbers) and _joined(text, numbers[last], numbers[last + 1]):
            last += 1
        count = last - first + 1
        if count < _FEWEST:
            continue
        if (of_years := _of_years(text, told, found[first : last + 1])) is not None:
            renamed[first : last + 1] = of_years
            continue
        things = _numbers_before(numbers, found, first, count) or _things_before(text, numbers, first, told, count)
        for place, thing in enumerate(things, first):
            renamed[place] = found[place].model_copy(update={"name": join(thing, (told["move"] or "").strip())})
    return renamed


def _of_years(text: str, told: re.Match[str], found: Sequence[Indicator]) -> list[Indicator] | None:
    """Return ``found``, each for its own of as many years before: ``tỷ lệ các năm 2017 và 2018 lần lượt là …``."""
    stated = _YEARS.search(text, max(0, told.start() - _YEARS_REACH), told.start())
    years = re.findall(r"\d{4}", stated["years"]) if stated is not None else []
    if stated is None or len(years) != len(found):
        return None
    subject = stripped(re.split(r"[;:,](?!\d)", text[: stated.start()])[-1])
    return [
        record.model_copy(update={"period": year} | ({"name": subject} if subject else {}))
        for record, year in zip(found, years, strict=True)
    ]


def _joined(text: str, one: Number, other: Number) -> bool:
    return _AND.fullmatch(text, one.measure.end, other.measure.start) is not None


def _numbers_before(numbers: Sequence[Number], found: Sequence[Indicator], first: int, count: int) -> list[str]:
    """Return the names of the last ``count`` numbers before, but for those in brackets; none where there are others."""
    before = [place for place in range(first) if numbers[place].frame.opening is None]
    return [found[place].name for place in before] if len(before) == count else []


def _things_before(text: str, numbers: Sequence[Number], first: int, told: re.Match[str], count: int) -> list[str]:
    """Return the ``count`` things that stand side by side before the verb; none where there are more or fewer."""
    start = numbers[first - 1].measure.end if first else 0
    words = stripped(text[max(start, text.rfind(";", start, told.start()) + 1) : told.start()])
    members = [_LINK.sub("", stripped(TIME_LAST.sub("", member))) for member in _MEMBERS.split(words)]
    things = members[-count:]
    told_apart = all(0 < len(thing.split()) <= _LONGEST for thing in things) and len(things) == count
    if not told_apart or any(COMPARES.match(thing) or BODY.fullmatch(thing) for thing in things):
        return []
    return things if all(one.lower() != other.lower() for one, other in pairwise(things)) else []
