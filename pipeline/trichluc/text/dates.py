"""Dates and periods in Vietnamese text, as ISO 8601 and EDTF.

Day first always. A date is given as far as it is filled in: ``ngày     tháng 01 năm 2022`` is ``2022-01``. Periods use
EDTF (``2015/2020``, ``2006/..``) with quarter ``2021-Q2`` and half ``2021-H1`` added.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from trichluc.span import Span
from trichluc.text.needles import lower, needles

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100


class FoundDate(NamedTuple):
    """A date in the text: its words and its ISO 8601 form (``2016-05-15``, ``2016-05``)."""

    span: Span
    iso: str


class FoundPeriod(NamedTuple):
    """A period in the text: its words and its EDTF form (``2021``, ``2015/2020``, ``2021-Q2``, ``2006/..``)."""

    span: Span
    edtf: str


_DASH = r"[-–—−]"
_SEPARATOR = rf"\s?(?:/|\.|{_DASH})\s?"
_YEAR = r"(?:19|20)\d\d"
_HAS_YEAR = re.compile(_YEAR)  # every date and period has one
# 15/5/2016, 15-5-2016, 1.11. 2011, 07 - 12 – 2007, 01/012019 (the second slash lost). It begins with a digit, which is
# searched for quickly, and then looks back.
_NUMERIC = re.compile(
    rf"(?P<day>\d(?<![\d/.,].)(?:(?<!-.)|(?<=\d{{4}}-.))(?:(?<=[0-3])\d)?)(?:{_SEPARATOR})(?P<month>[01]?\d)(?:{_SEPARATOR}|(?<=[/-]\d\d)|(?<=\d[/-]\d))(?P<year>{_YEAR})(?!\d|[/.]\d)"
)
# ngày 24 tháng 5 năm 2005, ngày … tháng 01 năm 2022 (blanks left open), tháng 4 năm 2007; đến 15 tháng 3 năm 2016
_WORDS = re.compile(
    r"(?:(?:ngày\s*|(?<=(?:đến|hết) )(?=\d)|(?<=từ )(?=\d))(?P<day>[0-3]?\d)?[\s.…_]*)?"
    rf"tháng\s*(?P<month>[01]?\d)[\s,]*năm\s*(?P<year>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
# tháng 4-2007, tháng 3/2024, (5-2016)
_MONTH = re.compile(
    rf"(?:tháng\s*|(?<=\())(?P<month>[01]?\d)\s?(?:/|{_DASH})\s?(?P<year>{_YEAR})(?![\d/-])", re.IGNORECASE
)


def iso_date(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """Return the ISO form of a calendar date as far as it is given, or null where there is no such date."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    if month is None:
        return f"{year:04}"
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[FoundDate]:
    """Return the dates in ``text[start:end]``, in order, with spans into ``text``; impossible ones are left out."""
    return list(_dates(text, start, len(text) if end is None else end))


@lru_cache(maxsize=8)  # who asks for the periods of a sentence asks for its dates too
def _dates(text: str, start: int, end: int) -> list[FoundDate]:
    found: list[FoundDate] = []
    if not _HAS_YEAR.search(text, start, end):
        return found
    for pattern in (_WORDS, _NUMERIC, _MONTH):
        for match in pattern.finditer(text, start, end):
            span = Span(*match.span())
            index = bisect_right(found, span.start, key=lambda date: date.span.start)
            if any(
                span.start < near.span.end and near.span.start < span.end
                for near in found[max(0, index - 1) : index + 1]
            ):
                continue
            groups = match.groupdict()
            iso = iso_date(int(groups["year"]), int(groups["month"]), int(groups["day"]) if groups.get("day") else None)
            if iso is not None:
                found.insert(index, FoundDate(_with_head(text, span, start), iso))
    return found


_HEAD = re.compile(r"ngày\s*$", re.IGNORECASE)


def _with_head(text: str, span: Span, start: int) -> Span:
    """Return the span with the word ``ngày`` before it, where it stands there."""
    head = _HEAD.search(text, max(start, span.start - 8), span.start)
    return Span(head.start(), span.end) if head else span


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
#: how many months the words say of which a part of a year is made: "hai tháng đầu năm"
COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11}
_OF_YEAR = rf"(?:\s*(?:của\s+)?năm\s+|\s*[/-]\s*|\s+)(?P<year>{_YEAR})(?![\d])"
_TO = rf"(?:\s*{_DASH}\s*|\s+đến\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?|\s*/\s*)"
# every pattern is a rule of its own, with what it needs; where two begin at one place the longer wins
_PERIODS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (name, needles(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("since", rf"(?:kể\s+)?từ\s+(?:đầu\s+)?(?:năm\s+)?(?P<from>{_YEAR})\s+(?:đến|tới)\s+nay"),
        (
            "span",
            rf"(?:năm\s+học|giai\s+đoạn|nhiệm\s+kỳ|(?:các|trong|từ)\s+năm|từ|thời\s+kỳ|niên\s+khóa)\s+(?P<from>{_YEAR}){_TO}(?P<to>{_YEAR})(?!\d)",
        ),
        ("span", rf"(?<!ngày\s)\bnăm\s+(?P<from>{_YEAR}){_TO}(?P<to>{_YEAR})(?!\d)"),
        ("short", rf"năm\s+học\s+(?P<from>{_YEAR})\s?{_DASH}\s?(?P<short>\d\d)(?!\d)"),
        (
            "span",
            rf"\bnăm\s+(?P<from>{_YEAR})(?:\s*(?:,|và)\s*(?:năm\s+)?{_YEAR}(?!\d))*?\s*(?:,|và)\s*(?:năm\s+)?(?P<to>{_YEAR})(?!\d|\s*(?:,|và)\s*(?:năm\s+)?{_YEAR}(?!\d))",
        ),
        ("half", rf"nửa\s+(?P<half>đầu|cuối)\s+năm\s+(?P<year>{_YEAR})(?!\d)"),
        (
            "month_span",
            rf"từ\s+tháng\s+(?P<first>[01]?\d)(?:(?:\s+năm\s+|\s?[/-]\s?)(?P<year>{_YEAR}))?\s+(?:đến|tới)\s+(?:hết\s+)?tháng\s+(?P<last>[01]?\d)(?:\s+năm\s+|\s?[/-]\s?)(?P<last_year>{_YEAR})(?!\d)",
        ),
        # (7/2022 - 12/2024), tháng 7/2022 đến tháng 12/2024
        (
            "month_span",
            rf"(?<![\d/.,-])(?:tháng\s+)?(?P<first>0?[1-9]|1[0-2])\s?/\s?(?P<year>{_YEAR})\s*(?:{_DASH}|đến|tới)\s*(?:hết\s+)?(?:tháng\s+)?(?P<last>0?[1-9]|1[0-2])\s?/\s?(?P<last_year>{_YEAR})(?!\d)",
        ),
        (
            "season",
            rf"\bvụ\s+(?:(?:đông|xuân|hè|thu|mùa|chiêm)(?:\s*[-–]\s*|\s+))+(?:năm\s+)?(?P<year>{_YEAR})(?!\s*{_DASH}\s*\d|\d)",
        ),
        (
            "months",
            r"(?P<count>\d{1,2}|ba|sáu|chín|(?:mười một|mười|hai|bốn|bảy|tám)(?=\s+tháng\s+(?:đầu|cuối)))"
            rf"\s+tháng(?:\s+(?P<half>đầu|cuối))?{_OF_YEAR}",
        ),
        ("quarter", rf"quý\s+(?P<quarter>IV|I{{1,3}}|0?[1-4]){_OF_YEAR}"),
        ("quarter_shared", rf"quý\s+(?P<quarter>IV|I{{1,3}}|0?[1-4])(?=\s+và\s[^.;]{{1,40}}?năm\s+(?P<year>{_YEAR}))"),
        ("month", rf"tháng\s+(?P<month>[01]?\d){_OF_YEAR}"),
        ("month_shared", rf"tháng\s+(?P<month>[01]?\d)(?=\s+và\s[^.;]{{1,40}}?năm\s+(?P<year>{_YEAR}))"),
        ("until", rf"(?<!tính\s)\bđến\s+(?:hết\s+|cuối\s+)?năm\s+(?P<year>{_YEAR})(?!\d)"),
        ("year", rf"\bnăm\s+(?P<year>{_YEAR})(?!\s*{_DASH}\s*\d|\d)"),
        ("range", rf"(?<![\d/.-])(?P<from>{_YEAR})\s*{_DASH}\s*(?P<to>{_YEAR})(?![\d/])"),
    )
)


_NEEDED = sorted({needle for _, needed, _ in _PERIODS for needle in needed})


def find_periods(text: str, start: int = 0, end: int | None = None) -> list[FoundPeriod]:
    """Return the periods in ``text[start:end]``, in order and not overlapping, with spans into ``text``.

    The year of a full date (``ngày 5 tháng 3 năm 2021``) is no period.
    """
    end = len(text) if end is None else end
    if not _HAS_YEAR.search(text, start, end):
        return []
    dates = [found.span for found in find_dates(text, start, end) if found.iso.count("-") == 2]
    candidates = []
    small = lower(text[start:end])
    held = {needle: needle in small for needle in _NEEDED}
    for name, needed, pattern in _PERIODS:
        if needed and not any(map(held.__getitem__, needed)):
            continue
        for match in pattern.finditer(text, start, end):
            edtf = _edtf(name, match)
            inside = any(span.start <= match.start() < span.end for span in dates)
            if edtf is not None and not inside:
                candidates.append((match.start(), -match.end(), edtf))
    found: list[FoundPeriod] = []
    for first, minus_last, edtf in sorted(candidates):
        if not found or first >= found[-1].span.end:
            found.append(FoundPeriod(Span(first, -minus_last), edtf))
    return found


def _edtf(name: str, match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if name == "since":
        return f"{groups['from']}/.."
    if name == "short":
        return f"{groups['from']}/{groups['from'][:2]}{groups['short']}"
    if groups.get("from"):
        return f"{groups['from']}/{groups['to']}" if groups["from"] < groups["to"] else None
    if name == "month_span":
        return _month_span(match)
    year = groups["year"]
    if name == "half":
        return f"{year}-H{2 if groups['half'].lower() == 'cuối' else 1}"
    if name == "months":
        return _months(year, groups["count"].lower(), groups["half"])
    if groups.get("quarter"):
        quarter = groups["quarter"].lower()
        return f"{year}-Q{_ROMAN.get(quarter) or int(quarter)}"
    if groups.get("month"):
        return f"{year}-{int(groups['month']):02}" if 1 <= int(groups["month"]) <= 12 else None
    return str(year)


def _months(year: str, count: str, half: str | None) -> str | None:
    months = COUNTS.get(count) or (int(count) if count.isdigit() else 0)
    last = (half or "").lower() == "cuối"
    if not 1 <= months <= 12:
        return None
    if months == 12:
        return year
    if months == 6:
        return f"{year}-H{2 if last else 1}"
    if months == 3:
        return f"{year}-Q{4 if last else 1}"
    return f"{year}-{13 - months:02}/{year}-12" if last else f"{year}-01/{year}-{months:02}"


def _month_span(match: re.Match[str]) -> str | None:
    last_year = match["last_year"]
    first = iso_date(int(match["year"] or last_year), int(match["first"]))
    last = iso_date(int(last_year), int(match["last"]))
    return f"{first}/{last}" if first is not None and last is not None and first < last else None
