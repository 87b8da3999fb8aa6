"""The time that a number is for: what its sentence states, else the one before it, its headings or the document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from trichluc.extract.indicators.frames import Frame
from trichluc.extract.indicators.times import COMPARED, YEAR, Stated, relative_times, times_in, year_after, year_before
from trichluc.text.dates import find_periods

_SAME_TIME = re.compile(
    r"(?:cùng kỳ(?: năm (?:trước|ngoái|(?P<year>(?:19|20)\d{2})))?|năm (?:trước|ngoái)|năm học trước)"
    r"\W*(?:là|đạt|có|chỉ|lãi|lỗ|thu|chi)?\W*$",
    re.IGNORECASE,
)
_THEN = re.compile(r"\((?:khi|lúc|hồi) (?:đó|ấy)(?!\w)[^()]*$", re.IGNORECASE)
_NOW = re.compile(r"(?:hiện nay|hiện|đến nay|tính đến nay|đến thời điểm này)(?!\w)", re.IGNORECASE)
_AT_PRESENT = re.compile(r"(?<=[,;] )(?:(?:tính )?đến nay|hiện nay|hiện)(?!\w)", re.IGNORECASE)
_FOR_A_YEAR = re.compile(
    r"(?<!\w)(?:(?:dự toán|dt)(?: năm| giao| cả năm|\W|$)|(?:kế hoạch|kh) (?:cả )?năm)", re.IGNORECASE
)
# what begins to speak of something else after a number
_TURNS = re.compile(r"[,;:(]|(?<!\w)(?:và|nhưng|còn|khiến|khiến cho|làm|nâng|đưa|song|trong khi)(?!\w)", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"(?<!\w)(?:và|còn|nhưng|song)(?: (?:trong|riêng|của|từ))*\s*$", re.IGNORECASE)
_UNTIL = re.compile(r"(?<!\w)(?:đến|tới)(?: năm)?(?:\s*|\s*năm|\s*\d{3})$", re.IGNORECASE)
# the year of a plan that a result is compared with, told before its bracket: "KH giao năm 2020 (97 người)"
_OF_A_PLAN = re.compile(
    r"(?<!\w)(?:kế hoạch|kh|dự toán|dt|chỉ tiêu|mục tiêu|nghị quyết)(?!\w)[^,;.()]{0,60}\(?(?:là|:)?\s*$", re.IGNORECASE
)
_PLAN_HEAD = re.compile(
    r"\W*(?:một số |các |những )?(?:kế hoạch|chỉ tiêu|nhiệm vụ|mục tiêu|dự kiến)"
    r"(?: (?!so )[^\W\d]+){0,4} (?:năm|quý|tháng|giai đoạn|vụ)",
    re.IGNORECASE,
)
_PLAN_YEAR = re.compile(
    r"(?:kế hoạch|chỉ tiêu|nhiệm vụ|phương hướng|mục tiêu|dự kiến|kết quả|công tác|vụ(?:[ –-]+[^\W\d]+){1,3})"
    r"\s+(?P<year>(?:19|20)\d{2})(?:\s*[-–]\s*(?P<last>(?:19|20)\d{2}))?\W*$",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"phương hướng|nhiệm vụ|kế hoạch|mục tiêu|dự kiến|giải pháp|chương trình", re.IGNORECASE)
_COMMA = re.compile(r"[,;]")
_SHORT = 8  # words of a heading that may name its year without the word for it
_YEAR_ALONE = re.compile(r"\s*\(((?:19|20)\d\d)\)")  # 0,92 tấn (1990)
_PART = 400  # characters before a bracket in which its part begins
_NEAR, _FAR = 24, 200  # characters before a period in which it is joined to what stands before it
_BETWEEN = re.compile(r"\s*\(?\s*(?:trong|vào|của|ở|tính đến|hết|tại)?\s*$", re.IGNORECASE)
_HEAD = 8  # "Đến năm 2030, xã có" speaks of what is to come, not of the aim of what was done
# a time that only says which value of its subject is meant holds for no other ("Sản lượng năm 2019 đạt"), but for one
# in which it all was ("Sản lượng trong hai tháng đầu năm")
_OF_A_SUBJECT = re.compile(
    r"^\W*(?:tỷ lệ|tỉ lệ|sản lượng|diện tích|doanh thu|lợi nhuận|thu nhập|giá trị|kim ngạch|năng suất|số|tổng|dư nợ"
    r"|thu|chi|vốn|kinh phí|giá|điểm|mức)(?!\w)[^,;:.]*(?<!trong )$",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"(?<!\w)(?:so với|so|hơn|bằng)\s*$", re.IGNORECASE)  # "So với 3 năm qua, …" carries no further
_OWN_REACH = 40  # characters between a number and the period that is its own
_YEAR_ENDS = re.compile(r"(?<!\d)31[/.-]12[/.-](?P<year>(?:19|20)\d\d)(?!\d)")
_A_YEAR = len("2023")


class Clock:
    """Follows the periods through the sentences of one passage."""

    def __init__(self, document: str | None, above: str | None) -> None:
        self._document = document
        self._above = above
        self._carried: str | None = None
        self._stated: list[Stated] = []
        self._starts: list[int] = []  # of the periods that belong to no number alone
        self._free: list[Stated] = []
        self._owned: dict[int, str] = {}
        self._later: set[str] = set()  # stated with "đến", and later than the document
        self._text = ""
        self._ends: list[int] = []  # of the numbers, ascending

    def sentence(self, text: str, frames: Sequence[Frame] = ()) -> None:
        """Begin a sentence: find the periods that it states; ``frames`` are those of its numbers."""
        leading = [stated for stated in self._stated if stated.leading]
        told = self._text[: leading[-1].start] if leading else ""
        if leading and not _OF_A_SUBJECT.search(told) and not _COMPARES.search(told):
            several = "/" in (self._document or "")  # of several years each sentence tells its own
            self._carried = None if several else leading[-1].edtf
        if _NOW.match(text):
            self._carried = None
        near = self._carried or self._above or self._document
        stated = times_in(text, near, self._document)
        if self._document:
            taken = [(found.start, found.end) for found in stated]
            stated += [
                Stated(now.start(), now.end(), self._document, leading=False)
                for now in _AT_PRESENT.finditer(text)
                if not any(start <= now.start() < end for start, end in taken)
            ]
        until = {
            found.edtf
            for found in stated
            if found.start > _HEAD and _UNTIL.search(text[max(0, found.start - 10) : found.start + 3])
        }
        years = YEAR.findall(self._document or "")
        self._later = {edtf for edtf in until if years and edtf[:4] > years[-1]}
        stated.sort(key=lambda found: found.start)
        self._text, self._ends = text, [frame.end for frame in frames]
        self._stated = [_owned(text, found, self._ends) for found in stated]
        self._free = [found for found in self._stated if found.owner is None]
        self._starts = [found.start for found in self._free]
        self._owned = {s.owner: s.edtf for s in reversed(self._stated) if s.owner is not None}
        for index, end in enumerate(self._ends):
            if (year := _YEAR_ALONE.match(text, end)) is not None:
                self._owned[index] = year[1]

    def go_on(self, period: str | None) -> None:
        """Go on with what a passage before was about."""
        self._carried = period

    def told(self) -> str | None:
        """Return the time that the last sentence was about, null where none was stated."""
        leading = [stated for stated in self._stated if stated.leading]
        return leading[-1].edtf if leading else self._carried

    def period(self, index: int, frame: Frame, *, baseline: bool, planned: bool = True) -> str | None:
        """Return the period of number ``index`` of the sentence; a result is none of years to come."""
        if index in self._owned:
            return self._owned[index]
        if planned and (own := self._of_its_plan(frame)) is not None:
            return own
        found = self._near(frame) or self._carried or self._above or self._document
        if not planned and found in self._later:  # a strategy "đến năm 2030" that was followed
            found = self._document
        return self._earlier(found, frame) if baseline and found else found

    def _of_its_plan(self, frame: Frame) -> str | None:
        """Return the time that a plan states right before its number, null where it states none."""
        plan = _OF_A_PLAN.search(self._text[max(0, frame.start - 90) : frame.start])
        stated = find_periods(plan[0]) if plan else []
        return stated[-1].edtf if stated else None

    def _earlier(self, found: str, frame: Frame) -> str:
        """Return the time of an earlier value: ``cùng kỳ năm 2022``, ``so với năm học 2021-2022 (``."""
        before = self._text[max(0, frame.start - 60) : frame.start]
        if same := _SAME_TIME.search(before):
            if same["year"]:
                return YEAR.sub(same["year"], found) if len(set(YEAR.findall(found))) == 1 else same["year"]
            return year_before(found)
        if (then := _THEN.search(before)) is not None:
            years = [match[0] for match in YEAR.finditer(self._text, 0, frame.start - len(before) + then.start())]
            return years[-1] if years else found
        compared = find_periods(before.rstrip(" (:"))
        return compared[-1].edtf if compared else found

    def _near(self, frame: Frame) -> str | None:
        """Return the period among the words around a number, null where none stands there."""
        free, starts, ends = self._free, self._starts, self._ends
        # what stands before a bracket, in the same part, holds in it too: "quý II giảm (-12,4%); quý III giảm (-4,9%)"
        begin = frame.part_start if frame.opening is None else _part_start(self._text, frame.opening)
        held_on: Stated | None = None
        for place in range(bisect_right(starts, frame.start) - 1, bisect_left(starts, begin) - 1, -1):
            stated = free[place]
            if stated.end > frame.start or _in_bracket(stated, frame):
                continue
            if frame.opening is not None and stated.start >= frame.opening:
                return stated.edtf
            if held_on is None and self._holds_on(stated, frame):
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

    def _holds_on(self, stated: Stated, frame: Frame) -> bool:
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


def _part_start(text: str, end: int) -> int:
    """Return where the part of the sentence begins that ``text[:end]`` ends in, as far as it is looked for."""
    floor = max(0, end - _PART)
    return max(floor, *(text.rfind(mark, floor, end) + 1 for mark in ";:("))


def _in_bracket(stated: Stated, frame: Frame) -> bool:
    """Tell whether a period stands in a bracket that the number does not stand in."""
    opening, closing = stated.bracket
    return opening >= 0 and opening != frame.opening and stated.start < closing < frame.start


def _owned(text: str, stated: Stated, ends: Sequence[int]) -> Stated:
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
    plan = _PLAN_HEAD.match(text) is not None  # "Chỉ tiêu chủ yếu năm 2024" is for that year
    found = [period for period in find_periods(text) if plan or not COMPARED.search(text[: period.span.start])]
    return found[-1].edtf if found else None


@lru_cache(maxsize=1024)
def heading_period(text: str, document: str | None) -> str | None:
    """Return the period that a heading states, by the document's year where it states none of its own: ``QUÝ IV``."""
    if (stated := stated_period(text)) is not None:
        return stated
    if len(text.split()) <= _SHORT and (plan := _PLAN_YEAR.search(text)):  # "Chỉ tiêu 2013:", "vụ Hè Thu 2022"
        return f"{plan['year']}/{plan['last']}" if plan["last"] else plan["year"]
    relative = relative_times(text, document)
    if not relative or document is None:
        return None
    found = relative[-1].edtf
    if _PLANNED.search(text) and len(found) > _A_YEAR and found < document[: len(found)]:
        return year_after(found)  # "nhiệm vụ quý I", in the report of the year before
    return found


@lru_cache(maxsize=1024)
def column_period(header: str, document: str | None) -> str | None:
    """Return the period of a column (``Năm 2019``, ``TH 2019``, ``Quý III``, ``9 tháng``); a plan is for its year."""
    stated = stated_period(header)
    if stated is not None:
        part = _part_of(header, stated) if len(stated) == _A_YEAR else None
        return part or stated  # "Năm 2023 › Ước thực hiện 9 tháng"
    if (end := _YEAR_ENDS.search(header)) is not None:
        return end["year"]
    years = set(YEAR.findall(header))
    if len(years) == 1 and not re.search(r"\d{1,2}/(?:19|20)\d\d", header):
        return str(years.pop())
    if relative := relative_times(header, document):
        return _part_of(header, document or "") or relative[-1].edtf
    of_document = set(YEAR.findall(document or ""))
    if len(of_document) == 1 and _FOR_A_YEAR.search(header):
        return str(of_document.pop())
    return None


def _part_of(header: str, year: str) -> str | None:
    """Return the part of a year that a header tells without it, null where it tells none."""
    parts = [time.edtf for time in relative_times(header, year) if len(time.edtf) > _A_YEAR]
    return parts[-1] if parts else None
