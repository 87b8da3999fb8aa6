"""The times that a sentence states, those without a year of their own by the time that the words above are about."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from trichluc.text.dates import COUNTS, FoundPeriod, find_dates, find_periods

COMPARED = re.compile(
    r"(?:so với|so|cùng kỳ|bằng|hơn|theo|chuyên đề|kế hoạch|chủ đề|nghị quyết|chiến lược|dự toán|luật|tổng kết|"
    r"chuyển sang)"
    r"[^,;.()]{0,14}$|(?<!\w)(?:tại|của)(?: (?:cả|toàn|kỳ họp|hội nghị|đại hội))?\s*$"
    r"|(?<!\w)(?:kh|dt|chỉ tiêu)(?: \w+){1,4} $|\d lần $",
    re.IGNORECASE,
)
_YEARS_PAST = re.compile(
    r"(?<!\w)(?:trong |qua |sau )?(?P<count>\d{1,2}|hai|ba|bốn|năm|mười)\s+năm\s+"
    r"(?:qua|trở lại đây|gần đây|vừa qua|thực hiện)",
    re.IGNORECASE,
)
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "mười": 10}
_MONTHS = 12
# without its year: 6 tháng đầu năm, 9 tháng, quý III, cả năm
_MONTHS_OF_YEAR = re.compile(
    r"(?<![\w,.])(?P<count>\d{1,2}|ba|sáu|chín|(?:mười một|mười|hai|bốn|bảy|tám)(?=\s+tháng\s+(?:đầu|cuối)))\s+tháng"
    r"(?:\s+(?P<half>đầu|cuối))?(?:\s+năm)?(?=[\s,;:.)]|$)(?!\s*(?:năm\s*|/)?(?:19|20)\d\d(?!\d|[.,]\d))"
    r"(?!\s+(?:qua|tới|nay|tuổi|một lần|lương|(?:0?[1-9]|1[0-2])(?!\d|[.,]\d| (?:triệu|tỷ|tỉ|nghìn|đồng))))",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"(?<!\w)(?:không quá|tối đa|tối thiểu|ít nhất|thời hạn|thời gian|kéo dài|trong vòng|mỗi|cứ|sau|trước|dưới|hạn)"
    r"(?: là| từ| khoảng)?\s+$",
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
_QUARTER_OF_YEAR = re.compile(r"(?<!\w)(?i:quý)\s+(?P<quarter>IV|I{1,3}|[1-4])(?!\w|\s*[/-]?\s*(?:năm\s+)?\d{4}(?!\d))")
_WHOLE_YEAR = re.compile(r"(?<!\w)(?:cả năm|trong năm|năm nay)(?!\s*(?:học|\d{4}(?!\d)))", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"(?:tháng|tháng đầu|tháng cuối|quý \w+|đầu|cuối|giữa)\s+$", re.IGNORECASE)
_OWN_OF = re.compile(r"\d ?(?:%|[^\W\d]+(?: [^\W\d]+)?)? của\s*$")  # "52% của năm 2001" is its own time
_SETS = re.compile(r"(?<!\w)(?:đề ra|đặt ra|xác định|đặt mục tiêu|phấn đấu)(?: là)?,?\s*$", re.IGNORECASE)
# a plan that all of a sentence is about: "Kế hoạch năm 2026 của công ty: …", "Theo kế hoạch năm 2020, …"
_PLAN_HEAD = 40
_PLAN_OPENS = re.compile(
    r"\W*(?:các |một số |những )?(?:kế hoạch|chỉ tiêu|mục tiêu|nhiệm vụ)(?: (?!thực|hoàn)[^\s:;,.]+){0,3}"
    r" (?:năm|quý|tháng|giai đoạn|nhiệm kỳ|vụ) [^:;.]{1,60}:|\W*theo (?:kế hoạch|chỉ tiêu)(?: giao)? năm \d{4},",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"(?<!\w)(?:đến|tính đến|đến hết|hết|đến cuối|đến nay)\s*$", re.IGNORECASE)
_MONTH = re.compile(r"\d{4}-\d\d")
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_NEXT = re.compile(
    r"(?<!\w)(?<!những )(?<!các )(?<!nhiều )(?P<span>năm học|năm|quý|tháng) (?:tới|sau|tiếp theo)(?!\w)", re.IGNORECASE
)
_SO_FAR = re.compile(
    r"(?<!\w)(?:(?:lũy|luỹ) kế(?: từ)?(?: đầu năm)?(?: đến nay)?(?!\s+(?:\d+ tháng|đến|từ))|từ đầu năm(?: đến nay)?)"
    r"(?!\w)",
    re.IGNORECASE,
)
_YEAR_END = re.compile(
    r"(?<!\w)(?<!tính )đến (?:hết )?(?:ngày )?31(?:/|-|\.| tháng )12(?:/|-|\.| năm )(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_BEFORE_LIST = re.compile(r"(?: như sau| cụ thể| gồm) ?:")  # "Lao động của huyện năm 2005 như sau: …"
_SINCE = re.compile(r"(?<!\w)từ\s*$", re.IGNORECASE)
_OF_A_PAPER = re.compile(
    r"(?<!\w)(?:nghị quyết đại hội|văn kiện đại hội|chương trình hành động)(?: [^\s,;:.()\d]+){0,14} ?(?:nhiệm kỳ )?$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"từ\s+(?:ngày\s+)?$", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d{2}")


class Stated(NamedTuple):
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


def times_in(text: str, near: str | None, document: str | None) -> list[Stated]:
    """Return the times that the sentence ``text`` states, by ``near``, the time that the words above are about."""
    return [
        *_periods(text),
        *_past_years(text, document),
        *_between_dates(text),
        *_to_the_end_of(text),
        *relative_times(text, near),
    ]


def relative_times(text: str, near: str | None) -> list[Stated]:
    """Return the times of ``text`` that have no year of their own, by ``near``."""
    return [*_of_year(text, near), *_so_far(text, near), *_coming(text, near)]


def _coming(text: str, near: str | None) -> list[Stated]:
    """Read ``năm tới``, ``năm học tới`` and ``quý tới`` by the time that the words above are about."""
    found = []
    for match in _NEXT.finditer(text) if near and (" tới" in text or " sau" in text) else ():
        if (edtf := _after(match["span"].lower(), near or "")) is not None:
            found.append(Stated(match.start(), match.end(), edtf, _at_head(text[: match.start()])))
    return found


def _after(span: str, near: str) -> str | None:
    """Return the time of one ``span`` (year, school year, quarter, month) after ``near``; null where they differ."""
    years = YEAR.findall(near)
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


def _periods(text: str) -> list[Stated]:
    if not YEAR.search(text):
        return []
    found = []
    for period in find_periods(text):
        start = period.span.start
        before = text[max(0, start - 40) : start]
        month = _MONTH.fullmatch(period.edtf) is not None
        opens = _PLAN_OPENS.match(text) if start < _PLAN_HEAD else None
        own = _OWN_OF.search(before) or _SETS.search(before) or (opens is not None and start < opens.end())
        compared = COMPARED.search(before) and not own
        if compared or (_AS_OF.search(before) and month):
            continue
        if "/" in period.edtf and _OF_A_PAPER.search(text[max(0, start - 120) : start]):
            continue  # of what the paper is for, not of what is told
        since = month and _SINCE.search(before) is not None  # "từ tháng 2/2022 lập tổ" goes on through the year
        edtf = period.edtf[:4] if since else period.edtf
        found.append(Stated(start, period.span.end, edtf, _leads(text, period)))
    return found


def _leads(text: str, period: FoundPeriod) -> bool:
    """Tell whether a period stands at the head of the sentence."""
    return _at_head(text[: period.span.start]) or _BEFORE_LIST.match(text, period.span.end) is not None


def _at_head(head: str) -> bool:
    return len(head) <= 60 and head.count("(") <= head.count(")") and not re.search(r"[,;:]\s*\S+(?:\s+\S+){3,}$", head)


def _past_years(text: str, document: str | None) -> list[Stated]:
    """Read ``trong 5 năm qua`` by the document's year."""
    years = YEAR.findall(document or "")
    if not years:
        return []
    last, found = int(years[-1]), []
    for match in _YEARS_PAST.finditer(text):
        count = _COUNTS.get(match["count"].lower()) or (int(match["count"]) if match["count"].isdigit() else 0)
        if count > 1:
            edtf = document if document and "/" in document else f"{last - count + 1}/{last}"
            found.append(Stated(match.start(), match.end(), edtf, True))
    return found


def _of_year(text: str, near: str | None) -> list[Stated]:
    """Read ``9 tháng``, ``quý III`` and ``cả năm`` by the year that the words above are about."""
    years = YEAR.findall(near or "")
    if not years:
        return []
    year, found = years[-1], []
    for match in _MONTHS_OF_YEAR.finditer(text) if "áng" in text or "ÁNG" in text else ():
        if not match["half"] and _LASTS.search(text[max(0, match.start() - 20) : match.start()]):
            continue  # "tối đa không quá 6 tháng" is how long, not when
        count = COUNTS.get(match["count"].lower(), match["count"])
        if int(count) > _MONTHS:
            continue  # an age: "trẻ 18 tháng"
        words = f"{count} tháng {match['half'] or ''} năm {year}".replace("  ", " ")
        if COMPARED.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        if periods := find_periods(words):
            found.append(Stated(match.start(), match.end(), periods[0].edtf, match.start() <= 60))
    for match in _MONTH_OF_YEAR.finditer(text) if "áng" in text or "ÁNG" in text else ():
        before = text[max(0, match.start() - 10) : match.start()]
        if not _NO_MONTH.search(before) and (match["last"] or not _SINCE.search(before)):
            edtf = _month_or_months(year, int(match["first"]), int(match["last"] or match["first"]))
            found.append(Stated(match.start(), match.end(), edtf, _at_head(text[: match.start()])))
    for match in _QUARTER_OF_YEAR.finditer(text):
        if COMPARED.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        number = _QUARTERS.get(match["quarter"].upper()) or int(match["quarter"])
        found.append(Stated(match.start(), match.end(), f"{year}-Q{number}", match.start() <= 60))
    for match in _WHOLE_YEAR.finditer(text):
        if _PART_OF_YEAR.search(text[max(0, match.start() - 20) : match.start()]):
            continue  # "9 tháng đầu năm nay"
        found.append(Stated(match.start(), match.end(), year, False))
    return found


def _so_far(text: str, near: str | None) -> list[Stated]:
    """Read ``lũy kế``, ``từ đầu năm`` in the report of a month or a quarter as the months up to its end."""
    told = re.fullmatch(r"(\d{4})-(Q?)(\d{1,2})", near or "")
    if told is None:
        return []
    last = int(told[3]) * (3 if told[2] else 1)
    edtf = _months(f"{told[1]}-01", f"{told[1]}-{last:02}") or f"{told[1]}-01"
    return [
        Stated(match.start(), match.end(), edtf, _at_head(text[: match.start()])) for match in _SO_FAR.finditer(text)
    ]


def _to_the_end_of(text: str) -> list[Stated]:
    """Read ``đến 31/12/2025`` as that year; ``tính đến`` only says when the numbers were taken."""
    return [
        Stated(match.start(), match.end(), match["year"], _at_head(text[: match.start()]))
        for match in (_YEAR_END.finditer(text) if "31" in text else ())
    ]


def _month_or_months(year: str, first: int, last: int) -> str:
    """Return ``tháng 9`` or ``tháng 3 đến tháng 8`` of a year in EDTF."""
    months = _months(f"{year}-{first:02}", f"{year}-{last:02}") if last > first else None
    return months or f"{year}-{first:02}"


def _between_dates(text: str) -> list[Stated]:
    """Read ``từ ngày 01/01/2024 đến ngày 29/3/2024`` as the months between: a quarter, a half or a range."""
    dates = [date for date in find_dates(text) if len(date.iso) >= 7]
    found = []
    for first, last in pairwise(dates):
        between = text[first.span.end : last.span.start].strip().lower()
        if between in ("đến", "-", "–", "tới", "đến hết") and _FROM_TO.search(text[: first.span.start]):
            edtf = _months(first.iso[:7], last.iso[:7])
            if edtf:
                found.append(Stated(first.span.start, last.span.end, edtf, True))
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


def lies_after(period: str, document: str) -> bool:
    """Tell whether a time begins after the time that a document covers has ended: ``2023-Q4`` after ``2023-Q3``."""
    first, last = _months_of(period), _months_of(document)
    return first is not None and last is not None and first[0] > last[1]


def _months_of(edtf: str) -> tuple[int, int] | None:
    """Return the first and the last month of a period, counted from the year 0; null where it has no end."""
    school = re.fullmatch(r"(\d{4})/(\d{4})", edtf)
    if school is not None and int(school[2]) == int(school[1]) + 1:  # a school year begins in September
        return 12 * int(school[1]) + 8, 12 * int(school[2]) + 7
    ends = []
    for part in edtf.split("/"):
        match = re.fullmatch(r"(\d{4})(?:-(?:(Q|H)(\d)|(\d\d)))?", part)
        if match is None:
            return None
        length = {"Q": 3, "H": 6}.get(match[2], 1 if match[4] else 12)
        number = int(match[3] or match[4] or 1)
        begin = 12 * int(match[1]) + (number - 1) * length
        ends.append((begin, begin + length - 1))
    return ends[0][0], ends[-1][1]


def year_before(period: str) -> str:
    """Return the same time a year earlier: ``2023-01/2023-09`` → ``2022-01/2022-09``."""
    return YEAR.sub(lambda match: str(int(match[0]) - 1), period)


def year_after(period: str) -> str:
    """Return the same time a year later: ``2023-Q1`` → ``2024-Q1``."""
    return YEAR.sub(lambda match: str(int(match[0]) + 1), period)
