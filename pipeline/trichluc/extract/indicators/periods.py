"""The time that a number is for: what its sentence states, else the one before it, its headings or the document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from trichluc.text.dates import FoundPeriod, find_dates, find_periods

_COMPARED = re.compile(
    r"(?:so với|so|cùng kỳ|bằng|hơn|tại|của|theo|chuyên đề|kế hoạch|chủ đề|nghị quyết|chiến lược|dự toán|luật|tổng kết)"
    r"[^,;.()]{0,14}$",
    re.IGNORECASE,
)
_YEARS_PAST = re.compile(
    r"(?<!\w)(?:trong |qua |sau )?(?P<count>\d{1,2}|hai|ba|bốn|năm|mười)\s+năm\s+"
    r"(?:qua|trở lại đây|gần đây|vừa qua|thực hiện)",
    re.IGNORECASE,
)
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "mười": 10}
_FROM_TO = re.compile(r"từ\s+(?:ngày\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class _Stated:
    start: int
    end: int
    edtf: str
    leading: bool  # stands at the head of its sentence or part, so that it holds for all that follows


class Clock:
    """Follows the periods through the sentences of one passage."""

    def __init__(self, document: str | None, above: str | None) -> None:
        self._document = document
        self._above = above
        self._carried: str | None = None
        self._stated: list[_Stated] = []

    def sentence(self, text: str) -> None:
        """Begin a sentence: find the periods that it states."""
        leading = [stated for stated in self._stated if stated.leading]
        if leading:
            self._carried = leading[-1].edtf
        self._stated = [*_periods(text), *_past_years(text, self._document), *_between_dates(text)]
        self._stated.sort(key=lambda stated: stated.start)

    def period(self, start: int, end: int, segment_end: int, part_start: int) -> str | None:
        """Return the period of a number of the sentence at ``start`` to ``end``."""
        after = [s for s in self._stated if end <= s.start < segment_end]
        before = [s for s in self._stated if s.end <= start]
        near = [s for s in before if s.start >= part_start]
        if near:
            return near[-1].edtf
        if after:
            return after[0].edtf
        if before and any(s.leading for s in before):
            return [s for s in before if s.leading][-1].edtf
        return self._carried or self._above or self._document


def stated_period(text: str) -> str | None:
    """Return the period that a heading or a lead-in states, null where it states none; the last where several."""
    found = [period for period in find_periods(text) if not _COMPARED.search(text[: period.span.start])]
    return found[-1].edtf if found else None


def _periods(text: str) -> list[_Stated]:
    if not _YEAR.search(text):
        return []
    found = []
    for period in find_periods(text):
        start = period.span.start
        before = text[max(0, start - 40) : start]
        if _COMPARED.search(before):
            continue
        found.append(_Stated(start, period.span.end, period.edtf, _leads(text, period)))
    return found


def _leads(text: str, period: FoundPeriod) -> bool:
    """Tell whether a period stands at the head of the sentence."""
    head = text[: period.span.start]
    return len(head) <= 60 and not re.search(r"[,;:]\s*\S+(?:\s+\S+){3,}$", head)


def _past_years(text: str, document: str | None) -> list[_Stated]:
    """Read ``trong 5 năm qua`` by the document's year."""
    years = _YEAR.findall(document or "")
    if not years:
        return []
    last, found = int(years[-1]), []
    for match in _YEARS_PAST.finditer(text):
        count = _COUNTS.get(match["count"].lower()) or (int(match["count"]) if match["count"].isdigit() else 0)
        if count > 1:
            edtf = document if document and "/" in document else f"{last - count + 1}/{last}"
            found.append(_Stated(match.start(), match.end(), edtf, True))
    return found


def _between_dates(text: str) -> list[_Stated]:
    """Read ``từ ngày 01/01/2024 đến ngày 29/3/2024`` as the months between: a quarter, a half or a range."""
    dates = [date for date in find_dates(text) if len(date.iso) >= 7]
    found = []
    for first, last in pairwise(dates):
        between = text[first.span.end : last.span.start].strip().lower()
        if between in ("đến", "-", "–", "tới", "đến hết") and _FROM_TO.search(text[: first.span.start]):
            edtf = _months(first.iso[:7], last.iso[:7])
            if edtf:
                found.append(_Stated(first.span.start, last.span.end, edtf, True))
    return found


def _months(first: str, last: str) -> str | None:
    if first >= last:
        return first if first == last else None
    year, begin, end = first[:4], int(first[5:]), int(last[5:])
    if year == last[:4]:
        if end - begin == 2 and begin % 3 == 1:
            return f"{year}-Q{(begin + 2) // 3}"
        if end - begin == 5 and begin in (1, 7):
            return f"{year}-H{1 if begin == 1 else 2}"
        if (begin, end) == (1, 12):
            return year
    return f"{first}/{last}"
