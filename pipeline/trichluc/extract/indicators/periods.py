"""The time that a number is for: what its sentence states, else the one before it, its headings or the document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from trichluc.extract.indicators.frames import Frame
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
# without its year: 6 tháng đầu năm, 9 tháng, quý III, cả năm
_MONTHS_OF_YEAR = re.compile(
    r"(?<![\w,.])(?P<count>\d{1,2}|ba|sáu|chín)\s+tháng(?:\s+(?P<half>đầu|cuối))?(?:\s+năm)?(?=[\s,;:.)]|$)(?!\s*(?:năm\s*|/)?(?:19|20)\d\d(?!\d|[.,]\d))"
    r"(?!\s+(?:qua|tới|nay|tuổi|một lần|lương|\d))",
    re.IGNORECASE,
)
# trong tháng 9, từ tháng 3 đến tháng 8; with its year, or as the day of a date, it is read elsewhere
_MONTH_OF_YEAR = re.compile(
    r"(?<!\w)(?<!/)tháng\s+(?P<first>0?[1-9]|1[0-2])"
    r"(?:\s*(?:-|–|và|đến|đến hết|tới)\s*(?:tháng\s+)?(?P<last>0?[1-9]|1[0-2]))?"
    r"(?![\w%]|[.,/-]\d|\s*(?:[-–/.]|năm|,\s*năm)\s*(?:19|20)\d\d|\s+(?:âm|ta)(?!\w))",
    re.IGNORECASE,
)
# "so với tháng 8" is compared with, "ngày 5 tháng 8" a date, "đến tháng 8" a reporting date
_NO_MONTH = re.compile(
    r"(?<!\w)(?:với|so|hơn|bằng|trước|sau|đến|tới|hết|ngày|mùng|mồng|\d{1,2}|cuối|đầu)\s+$", re.IGNORECASE
)
_QUARTER_OF_YEAR = re.compile(r"(?<!\w)quý\s+(?P<quarter>IV|I{1,3}|[1-4])(?!\w|\s*[/-]?\s*(?:năm\s+)?\d)")
_WHOLE_YEAR = re.compile(r"(?<!\w)(?:cả năm|trong năm|năm nay)(?!\s*(?:học|\d))", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"(?:tháng|tháng đầu|tháng cuối|quý \w+|đầu|cuối|giữa)\s+$", re.IGNORECASE)
_SAME_TIME = re.compile(
    r"(?:cùng kỳ(?: năm (?:trước|ngoái|(?P<year>(?:19|20)\d{2})))?|năm (?:trước|ngoái)|năm học trước)"
    r"\W*(?:là|đạt)?\W*$",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"(?<!\w)(?:đến|tính đến|đến hết|hết|đến cuối|đến nay)\s*$", re.IGNORECASE)
_MONTH = re.compile(r"\d{4}-\d\d")
_NOW = re.compile(r"(?:hiện nay|hiện|đến nay|tính đến nay|đến thời điểm này)(?!\w)", re.IGNORECASE)
_FOR_A_YEAR = re.compile(
    r"(?<!\w)(?:(?:dự toán|dt)(?: năm| giao| cả năm|\W|$)|(?:kế hoạch|kh) (?:cả )?năm)", re.IGNORECASE
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
# what begins to speak of something else after a number
_TURNS = re.compile(r"[,;:(]|(?<!\w)(?:và|nhưng|còn|khiến|khiến cho|làm|nâng|đưa|song|trong khi)(?!\w)", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"(?<!\w)(?:và|còn|nhưng|song)(?: (?:trong|riêng|của|từ))*\s*$", re.IGNORECASE)
_UNTIL = re.compile(r"(?<!\w)(?:đến|tới)(?: năm)?\s*$", re.IGNORECASE)
_PLANNED = re.compile(r"phương hướng|nhiệm vụ|kế hoạch|mục tiêu|dự kiến|giải pháp|chương trình", re.IGNORECASE)
_NEXT = re.compile(
    r"(?<!\w)(?<!những )(?<!các )(?<!nhiều )(?P<span>năm học|năm|quý|tháng) (?:tới|sau|tiếp theo)(?!\w)", re.IGNORECASE
)
_COMMA = re.compile(r"[,;]")
_NEAR, _FAR = 24, 200  # characters before a period in which it is joined to what stands before it
_FROM_TO = re.compile(r"từ\s+(?:ngày\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_BETWEEN = re.compile(r"\s*\(?\s*(?:trong|vào|của|ở|tính đến|hết|tại)?\s*$", re.IGNORECASE)
_OWN_REACH = 40  # characters between a number and the period that is its own


class _Stated(NamedTuple):
    """A period in a sentence.

    Attributes:
        start, end: its words.
        edtf: its normal form.
        leading: it stands at the head of its sentence, so that it holds for what follows.
        owner: the number right after which it stands, and which it belongs to alone; null for none.
        bracket: the last bracket that opens before it, and the next that closes after that one; -1 for none.
    """

    start: int
    end: int
    edtf: str
    leading: bool
    owner: int | None = None
    bracket: tuple[int, int] = (-1, -1)


class Clock:
    """Follows the periods through the sentences of one passage."""

    def __init__(self, document: str | None, above: str | None) -> None:
        self._document = document
        self._above = above
        self._carried: str | None = None
        self._stated: list[_Stated] = []
        self._starts: list[int] = []  # of the periods that belong to no number alone
        self._free: list[_Stated] = []
        self._owned: dict[int, str] = {}
        self._later: set[str] = set()  # stated with "đến", and later than the document
        self._text = ""
        self._ends: list[int] = []  # of the numbers, ascending

    def sentence(self, text: str, frames: Sequence[Frame] = ()) -> None:
        """Begin a sentence: find the periods that it states; ``frames`` are those of its numbers."""
        leading = [stated for stated in self._stated if stated.leading]
        if leading:
            self._carried = leading[-1].edtf
        if _NOW.match(text):
            self._carried = None
        near = self._carried or self._above or self._document
        stated = [*_periods(text), *_past_years(text, self._document), *_between_dates(text), *_of_year(text, near)]
        stated += _coming(text, near)
        until = {found.edtf for found in stated if _UNTIL.search(text[max(0, found.start - 10) : found.start])}
        years = _YEAR.findall(self._document or "")
        self._later = {edtf for edtf in until if years and edtf[:4] > years[-1]}
        stated.sort(key=lambda found: found.start)
        self._text, self._ends = text, [frame.end for frame in frames]
        self._stated = [_owned(text, found, self._ends) for found in stated]
        self._free = [found for found in self._stated if found.owner is None]
        self._starts = [found.start for found in self._free]
        self._owned = {s.owner: s.edtf for s in reversed(self._stated) if s.owner is not None}

    def period(self, index: int, frame: Frame, *, baseline: bool, planned: bool = True) -> str | None:
        """Return the period of number ``index`` of the sentence; a result is none of years to come."""
        if index in self._owned:
            return self._owned[index]
        found = self._near(frame) or self._carried or self._above or self._document
        if not planned and found in self._later:  # a strategy "đến năm 2030" that was followed
            found = self._document
        return self._earlier(found, frame) if baseline and found else found

    def _earlier(self, found: str, frame: Frame) -> str:
        """Return the time of an earlier value: ``cùng kỳ năm 2022``, ``so với năm học 2021-2022 (``."""
        before = self._text[max(0, frame.start - 60) : frame.start]
        if same := _SAME_TIME.search(before):
            if same["year"]:
                return _YEAR.sub(same["year"], found) if len(set(_YEAR.findall(found))) == 1 else same["year"]
            return year_before(found)
        compared = find_periods(before.rstrip(" (:"))
        return compared[-1].edtf if compared else found

    def _near(self, frame: Frame) -> str | None:
        """Return the period among the words around a number, null where none stands there."""
        free, starts, ends = self._free, self._starts, self._ends
        inner = frame.part_start if frame.opening is None else min(frame.opening, frame.part_start)
        held_on: _Stated | None = None
        for place in range(bisect_right(starts, frame.start) - 1, bisect_left(starts, inner) - 1, -1):
            stated = free[place]
            if stated.end > frame.start or _in_bracket(stated, frame):
                continue
            if frame.opening is not None and stated.start >= frame.opening:
                return stated.edtf
            if held_on is None and stated.start >= frame.part_start and self._holds_on(stated, frame):
                held_on = stated
        if held_on is not None:
            return held_on.edtf
        last = ends[-1] if ends else 0
        for begin, end in ((frame.end, frame.segment_end), (max(frame.end, last), frame.part_end)):
            for place in range(bisect_left(starts, begin), bisect_left(starts, end)):
                stated = free[place]
                if "(" in self._text[frame.end : stated.start]:
                    break
                if not _in_bracket(stated, frame) and not _NEW_CLAUSE.search(
                    self._text[max(frame.end, stated.start - _NEAR) : stated.start]
                ):
                    return stated.edtf
        leading = (s for s in reversed(free) if s.leading and s.end <= frame.start and not _in_bracket(s, frame))
        return next((stated.edtf for stated in leading), None)

    def _holds_on(self, stated: _Stated, frame: Frame) -> bool:
        """Tell whether a period before a number is not just the end of what is said of the number before it."""
        if bisect_left(self._ends, frame.part_start) == bisect_right(self._ends, stated.start):
            return True
        last = self._ends[bisect_right(self._ends, stated.start) - 1]
        since = self._text[max(last, stated.start - _FAR) : stated.start]  # what is said after the number before
        turns = list(_TURNS.finditer(since))
        if not turns:
            clause = max(self._text.rfind(mark, 0, stated.start) for mark in ",;:(") + 1
            return len(self._text[clause : stated.start].split()) <= 3
        return len(since[turns[-1].end() :].split()) <= 3 or _COMMA.search(self._text, stated.end, frame.start) is None


def _in_bracket(stated: _Stated, frame: Frame) -> bool:
    """Tell whether a period stands in a bracket that the number does not stand in."""
    opening, closing = stated.bracket
    return opening >= 0 and opening != frame.opening and stated.start < closing < frame.start


def _owned(text: str, stated: _Stated, ends: Sequence[int]) -> _Stated:
    """Give a period to the number right before it: ``94,4% năm 2018``, ``19,8% (năm 2019)``."""
    after = text[stated.end : stated.end + 1]
    for index in range(bisect_left(ends, stated.start - _OWN_REACH), bisect_right(ends, stated.start)):
        between = text[ends[index] : stated.start]
        if (after in (")", "") or "(" not in between) and _BETWEEN.fullmatch(between):
            return stated._replace(leading=False, owner=index)
    opening = text.rfind("(", 0, stated.start)
    return stated._replace(bracket=(opening, text.find(")", opening))) if opening >= 0 else stated


@lru_cache(maxsize=1024)
def stated_period(text: str) -> str | None:
    """Return the period that a heading or a lead-in states, null where it states none; the last where several."""
    found = [period for period in find_periods(text) if not _COMPARED.search(text[: period.span.start])]
    return found[-1].edtf if found else None


@lru_cache(maxsize=1024)
def heading_period(text: str, document: str | None) -> str | None:
    """Return the period that a heading states, by the document's year where it states none of its own: ``QUÝ IV``."""
    if (stated := stated_period(text)) is not None:
        return stated
    relative = [*_of_year(text, document), *_coming(text, document)]
    if not relative or document is None:
        return None
    found = relative[-1].edtf
    if _PLANNED.search(text) and len(found) > len("2023") and found < document[: len(found)]:
        return year_after(found)  # "nhiệm vụ quý I", in the report of the year before
    return found


def column_period(header: str, document: str | None) -> str | None:
    """Return the period of a column (``Năm 2019``, ``TH 2019``, ``Quý III``, ``9 tháng``); a plan is for its year."""
    stated = stated_period(header)
    if stated is not None:
        return stated
    years = set(_YEAR.findall(header))
    if len(years) == 1 and not re.search(r"\d{1,2}/(?:19|20)\d\d", header):
        return str(years.pop())
    if relative := _of_year(header, document):
        return relative[-1].edtf
    of_document = set(_YEAR.findall(document or ""))
    if len(of_document) == 1 and _FOR_A_YEAR.search(header):
        return str(of_document.pop())
    return None


def year_before(period: str) -> str:
    """Return the same time a year earlier: ``2023-01/2023-09`` → ``2022-01/2022-09``."""
    return _YEAR.sub(lambda match: str(int(match[0]) - 1), period)


def year_after(period: str) -> str:
    """Return the same time a year later: ``2023-Q1`` → ``2024-Q1``."""
    return _YEAR.sub(lambda match: str(int(match[0]) + 1), period)


def _coming(text: str, near: str | None) -> list[_Stated]:
    """Read ``năm tới``, ``năm học tới`` and ``quý tới`` by the time that the words above are about."""
    found = []
    for match in _NEXT.finditer(text) if near and (" tới" in text or " sau" in text) else ():
        if (edtf := _after(match["span"].lower(), near or "")) is not None:
            found.append(_Stated(match.start(), match.end(), edtf, _at_head(text[: match.start()])))
    return found


def _after(span: str, near: str) -> str | None:
    """Return the time of one ``span`` (year, school year, quarter, month) after ``near``; null where they differ."""
    years = _YEAR.findall(near)
    if span == "năm học":
        return year_after(near) if re.fullmatch(r"\d{4}/\d{4}", near) and int(years[1]) - int(years[0]) == 1 else None
    if span == "năm":
        return str(int(years[-1]) + 1) if years else None
    quarter, month = re.fullmatch(r"(\d{4})-Q(\d)", near), _MONTH.fullmatch(near)
    if span == "quý" and quarter:
        return f"{int(quarter[1]) + quarter[2].count('4')}-Q{int(quarter[2]) % 4 + 1}"
    if span == "tháng" and month:
        year, number = int(near[:4]), int(near[5:])
        return f"{year + number // 12}-{number % 12 + 1:02}"
    return None


def _periods(text: str) -> list[_Stated]:
    if not _YEAR.search(text):
        return []
    found = []
    for period in find_periods(text):
        start = period.span.start
        before = text[max(0, start - 40) : start]
        if _COMPARED.search(before) or (_AS_OF.search(before) and _MONTH.fullmatch(period.edtf)):
            continue
        found.append(_Stated(start, period.span.end, period.edtf, _leads(text, period)))
    return found


def _leads(text: str, period: FoundPeriod) -> bool:
    """Tell whether a period stands at the head of the sentence."""
    return _at_head(text[: period.span.start])


def _at_head(head: str) -> bool:
    return len(head) <= 60 and head.count("(") <= head.count(")") and not re.search(r"[,;:]\s*\S+(?:\s+\S+){3,}$", head)


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


def _of_year(text: str, near: str | None) -> list[_Stated]:
    """Read ``9 tháng``, ``quý III`` and ``cả năm`` by the year that the words above are about."""
    years = _YEAR.findall(near or "")
    if not years:
        return []
    year, found = years[-1], []
    for match in _MONTHS_OF_YEAR.finditer(text) if "áng" in text or "ÁNG" in text else ():
        words = f"{match['count']} tháng {match['half'] or ''} năm {year}".replace("  ", " ")
        if _COMPARED.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        if periods := find_periods(words):
            found.append(_Stated(match.start(), match.end(), periods[0].edtf, match.start() <= 60))
    for match in _MONTH_OF_YEAR.finditer(text) if "áng" in text or "ÁNG" in text else ():
        if not _NO_MONTH.search(text[max(0, match.start() - 10) : match.start()]):
            edtf = _month_or_months(year, int(match["first"]), int(match["last"] or match["first"]))
            found.append(_Stated(match.start(), match.end(), edtf, _at_head(text[: match.start()])))
    for match in _QUARTER_OF_YEAR.finditer(text):
        number = _QUARTERS.get(match["quarter"].upper()) or int(match["quarter"])
        found.append(_Stated(match.start(), match.end(), f"{year}-Q{number}", match.start() <= 60))
    for match in _WHOLE_YEAR.finditer(text):
        if _PART_OF_YEAR.search(text[max(0, match.start() - 20) : match.start()]):
            continue  # "9 tháng đầu năm nay"
        found.append(_Stated(match.start(), match.end(), year, False))
    return found


def _month_or_months(year: str, first: int, last: int) -> str:
    """Return ``tháng 9`` or ``tháng 3 đến tháng 8`` of a year in EDTF."""
    months = _months(f"{year}-{first:02}", f"{year}-{last:02}") if last > first else None
    return months or f"{year}-{first:02}"


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
        return None  # days of one month are an event, not a period
    year, begin, end = first[:4], int(first[5:]), int(last[5:])
    if year == last[:4]:
        if end - begin == 2 and begin % 3 == 1:
            return f"{year}-Q{(begin + 2) // 3}"
        if end - begin == 5 and begin in (1, 7):
            return f"{year}-H{1 if begin == 1 else 2}"
        if (begin, end) == (1, 12):
            return year
    return f"{first}/{last}"
