"""The time that a report covers: what its title says, else what its text tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from trichluc.extract.document_months import month_of_action
from trichluc.layout.model import Passage, Report, Zone
from trichluc.text.dates import find_dates, find_periods

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# a unit of time in a title whose year stands further on, or only in the date line
_WITHOUT_YEAR = re.compile(
    r"(?<!\w)(?:(?P<count>\d{1,2}|ba|sáu|chín)\s+tháng\s+(?P<half>đầu|cuối)\s+năm|quý\s+(?P<quarter>IV|I{1,3}|0?[1-4])|tháng\s+(?P<month>1[0-2]|0?[1-9]))"
    r"(?!\s*(?:năm\s+|[/-]\s*|của\s+năm\s+)?(?:19|20)\d\d)(?!\w)",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"từ\s+(?:ngày\s+)?(?P<from>\S[^;()]{3,30}?)\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?(?=\d)", re.IGNORECASE
)
_PLANS = re.compile(
    r"(?<!\w)(?:phương hướng|nhiệm vụ|kế hoạch|mục tiêu|thời gian tới|phấn đấu|giải pháp|dự kiến|định hướng|tầm nhìn)"
    r"(?!\w)",
    re.IGNORECASE,
)
_YEARS_DONE = re.compile(
    r"(?<![\w/])(?<!mười )(?<!mươi )(?P<count>\d{1,2}|hai|ba|bốn|sáu|bảy|tám|chín|mười|mười lăm|hai mươi)\s+năm\s+"
    r"(?:\(\s*\d{4}\s*[-–]\s*\d{4}\s*\)\s*)?"
    r"(?:thực hiện|triển khai|học tập|tổ chức|xây dựng|thi hành|đưa|phối hợp)(?!\w)",
    re.IGNORECASE,
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_COUNTS = {"ba": 3, "sáu": 6, "chín": 9}
_WORDS = {
    "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười lăm": 15, "hai mươi": 20,
}  # fmt: skip
_TO_COME = re.compile(
    r"(?:(?<!tính )(?:đến|tới)|sang|bước vào|tầm nhìn|mục tiêu|nhiệm kỳ)\s+(?:\S+\s+){0,2}$", re.IGNORECASE
)
# what follows a year that a clause begins with, where it is one to come ("Năm 2017 chúng tôi sẽ mở …")
_WILL = re.compile(
    r"[^.;\d]{0,60}?(?<!\w)(?:sẽ|phấn đấu|dự kiến|đề ra|đặt (?:ra )?mục tiêu|xin hứa|quyết tâm|có kế hoạch"
    r"|tới(?=,))(?!\w)",
    re.IGNORECASE,
)
_CLAUSE_BEGINS = re.compile(r"(?:^|[.;:!?]\s+|\n)\W*(?:(?:trong|riêng|còn|và)\s+){0,2}(?:năm\s+)?$", re.IGNORECASE)
_PLANNED_FOR = re.compile(
    r"(?<!\w)(?:thời gian tới|những năm tới|phấn đấu|tầm nhìn|dự kiến)(?!\w)[^.;]*$", re.IGNORECASE
)
# "5 năm (2010 - 2015)", "Ba năm qua, 2014 - 2016", read up to the years themselves
_SO_MANY_YEARS = re.compile(
    r"(?<!\w)(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+năm\s*"
    r"(?:(?:nay|qua|gần đây|vừa qua|trở lại đây|liền|liên tục)\s*[,:]?\s*)?[(,]?\s*"
    r"(?:giai đoạn\s+|từ\s+)?(?:năm\s+)?$",
    re.IGNORECASE,
)
_OPENING_YEAR = re.compile(
    r"(?:^|[.;:!]\s)\W*(?:trong\s+)?năm\s+(?P<year>(?:19|20)\d\d)(?!\s*(?:là|[-–/]))(?!\w)", re.IGNORECASE
)
_COUNT = re.compile(r"(?<![\d/.,-])\d[\d.,]*\s*(?:%|[^\W\d_]{2,})")
_FIRST = 2  # passages that say what a text is about
_PART = re.compile(r"(\d{4})-(?:[QH]\d|01/\1-\d\d)")
_HEAD = 90  # characters with which a text says what time it is about
_FIGURE = re.compile(r"\d(?:[.,]\d|%| [^\W\d])")  # something is told before any time is
# figures of the year up to the end of a month
_MONTHS_UNTIL = re.compile(
    r"(?<!\w)tính đến (?:hết|cuối|hết ngày 3[01]|ngày 3[01])(?: tháng |/)(?P<month>0?[2-9]|1[0-2])"
    r"(?:/|-| năm )(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"(?<!\w)(?:tính|cập nhật) đến[^;()]{0,20}$", re.IGNORECASE)
_COMPARED = re.compile(r"(?:so với|so|cùng kỳ)(?:\s[^\W\d]+){0,3}\s$", re.IGNORECASE)
# the term of the congress at which a paper is read is to come
_READ_AT = re.compile(r"\W*(?:[^\W\d]+ ){0,5}tại đại hội(?!\w).*nhiệm kỳ", re.IGNORECASE)
_OPENING = 6  # passages of the text in which a report says what time it is about
_LONGEST = 10  # years that results are told of, at most
_LONGEST_DONE = 30  # years of carrying out a document, at most
_SPRING = 4  # month from which on so many years are told as done
_CITED = 160  # characters in which the date of that document stands


def read_period(
    report: Report,
    title: str,
    subtitle: str,
    issued_on: str | None,
    *,
    tells_results: bool = True,
    cited: Collection[int] = (),
) -> str | None:
    """Return the period of ``report`` as EDTF with quarters and halves, or null where nothing tells it.

    Args:
        report: the report.
        title: its title.
        subtitle: lines in brackets under the title, which often state the days counted.
        issued_on: its date as far as known.
        tells_results: it is of a kind that tells results; only then do the years in its text say what it covers.
        cited: the years of the documents that title and opening cite: what was carried out began with one of them.
    """
    told = "" if _READ_AT.match(subtitle) else subtitle
    stated = _of_title(title, issued_on, cited) or _of_title(told, issued_on, cited)
    return stated or (_of_text(report, issued_on) if tells_results else None)


def _of_title(title: str, issued_on: str | None, cited: Collection[int]) -> str | None:
    if not title:
        return None
    periods = [(p.span.start, p.edtf) for p in find_periods(title)]
    bare = _WITHOUT_YEAR.search(title)
    days = _days(title)
    if bare is not None and (not periods or bare.start() < periods[0][0]):
        year = _YEAR.search(title, bare.end())
        known = year[0] if year else (issued_on or "")[:4]
        if known and days is None:
            return _unit(bare, known)
    if days is not None and periods and title.rfind("(", periods[0][0], days[0]) > periods[0][0]:
        return periods[0][1]  # the days in brackets are those on which its figures were taken
    if days is not None:
        return days[1]
    told = periods[0][1] if periods else (issued_on or "")[:4]
    if len(told) == len("2021") and (month := month_of_action(title, told)) is not None:
        return month
    return periods[0][1] if periods else _years_done(title, issued_on, cited) or _month_of_figures(title)


def _month_of_figures(title: str) -> str | None:
    """Return the month of ``Báo cáo nhanh … (tính đến 17h ngày 20/10/2020)``, which names no other time."""
    dates = find_dates(title)
    return dates[0].iso[:7] if len(dates) == 1 and _AS_OF.search(title[: dates[0].span.start]) else None


def _years_done(title: str, issued_on: str | None, cited: Collection[int]) -> str | None:
    """Return the years of ``03 năm thực hiện …`` that end with the one in which the report was made.

    They begin with the year of the document that was carried out, where one of so many years before is cited.
    """
    match = _YEARS_DONE.search(title)
    if match is None or not issued_on:
        return None
    last, count = _last_whole_year(issued_on), _years_of(match)
    if int(issued_on[5:7] or 12) >= _SPRING and int(issued_on[:4]) - count in cited:
        last = int(issued_on[:4])  # that of 15/5/2016, looked back on in April 2019
    first = next((year for year in (last - count, last - count + 1) if year in cited), last - count + 1)
    return f"{first}/{last}" if 1 < count <= _LONGEST_DONE else None


def _since_cited(body: Sequence[Passage], text: str) -> str | None:
    """Return the years of ``Mười năm triển khai Nghị quyết … ngày 9/6/2014``, with which a text opens."""
    for passage in body[:_FIRST]:
        words = passage.span.of(text)
        match = _YEARS_DONE.search(words)
        dates = find_dates(words, match.end(), min(len(words), match.end() + _CITED)) if match else []
        if match is not None and dates:
            first = int(dates[0].iso[:4])
            return f"{first}/{first + _years_of(match)}"
    return None


def _years_of(match: re.Match[str]) -> int:
    return _WORDS.get(match["count"].lower()) or int(match["count"])


def _last_whole_year(issued_on: str) -> int:
    """Return the year that a report of this date looks back on: its own from June on, else the one before."""
    year, month = int(issued_on[:4]), int(issued_on[5:7] or 12)
    return year if month >= 6 else year - 1


def _days(title: str) -> tuple[int, str] | None:
    """Return where ``từ ngày 15/12/2022 đến ngày 14/6/2023`` stands, and the months from the one date to the other."""
    match = _FROM_TO.search(title)
    if match is None:
        return None
    dates = find_dates(title, match.start("from"))
    if len(dates) < 2 or dates[0].span.start > match.end() or dates[1].span.start > match.end() + 3:
        return None
    first, last = dates[0].iso[:7], dates[1].iso[:7]
    if first >= last:
        return (match.start(), first) if first == last else None
    if first[:4] == last[:4] and first.endswith("-01"):
        whole = {"-03": "-Q1", "-06": "-H1", "-12": ""}.get(last[4:])
        if whole is not None:
            return match.start(), first[:4] + whole
    return match.start(), f"{first}/{last}"


def _unit(match: re.Match[str], year: str) -> str:
    """Return the period that a unit without its year means in ``year``."""
    if match["quarter"]:
        quarter = match["quarter"].lower()
        return f"{year}-Q{_ROMAN.get(quarter) or quarter.lstrip('0')}"
    if match["month"]:
        return f"{year}-{int(match['month']):02}"
    found = find_periods(
        f"{_COUNTS.get(match['count'].lower()) or int(match['count'])} tháng {match['half']} năm {year}"
    )
    return found[0].edtf if found else year


def _of_text(report: Report, issued_on: str | None) -> str | None:
    body = [p for p in report.passages if p.zone is Zone.BODY and not p.heading]
    # a dated article tells of its own year; that something has gone on since an earlier one is said in passing
    since = _since(report, body if issued_on is None else body[:_FIRST])
    carried_out = _since_cited(body, report.text)
    told = _of_headings(report) or _stated(report, body) or carried_out or since
    return told or _told_years(report, body, issued_on) or _year_of_issue(report, issued_on)


def _year_of_issue(report: Report, issued_on: str | None) -> str | None:
    """Return the year that a text with a date looks back on, where it names no time and tells results in numbers."""
    if not issued_on or not any(_COUNT.search(p.span.of(report.text)) for p in report.passages if p.zone is Zone.BODY):
        return None
    return str(_last_whole_year(issued_on)) if report.letterhead.official else issued_on[:4]


def _of_headings(report: Report) -> str | None:
    """Return the period that the first outermost heading states (``I. KẾT QUẢ CÔNG TÁC NĂM 2021``)."""
    for passage in report.passages:
        if passage.heading and passage.depth == 0:
            words = passage.span.of(report.text)
            periods = find_periods(words)
            if periods and not _PLANS.match(words):
                return periods[0].edtf
    return None


def _stated(report: Report, body: Sequence[Passage]) -> str | None:
    """Return the span of years of which one of the opening sentences says that the text is about it."""
    for passage in body[: 2 * _OPENING]:
        words = passage.span.of(report.text)
        for period in find_periods(words):
            said = period.span.of(words).lower()
            counted = _SO_MANY_YEARS.search(words, 0, period.span.start) is not None
            if (
                "/" in period.edtf
                and not period.edtf.endswith("..")
                and (said.startswith(("từ", "trong")) or counted)
                and "nhiệm kỳ" not in said
            ):
                return period.edtf
    for passage in body[:_FIRST]:
        words = passage.span.of(report.text)
        if (part := _part_of_year(words)) is not None:
            return part
        openings = {m["year"] for m in _OPENING_YEAR.finditer(words) if not _is_plan(words, m.start("year"))}
        if openings:
            return openings.pop() if len(openings) == 1 else None  # year after year is told
    return None


def _part_of_year(words: str) -> str | None:
    """Return the part of a year with which a text opens: ``Báo A - 11 tháng năm 2023, xuất khẩu đạt …``."""
    head = words[:_HEAD]
    if (until := _MONTHS_UNTIL.search(head)) is not None:
        return f"{until['year']}-01/{until['year']}-{int(until['month']):02}"
    for period in find_periods(head):
        before = words[: period.span.start]
        if _COMPARED.search(before[-30:]) or _PLANS.search(before) or _FIGURE.search(before):
            return None
        return period.edtf if _PART.fullmatch(period.edtf) else None
    return None


def _since(report: Report, body: Iterable[Passage]) -> str | None:
    """Return the earliest open period that the text names (``từ năm 2006 đến nay``)."""
    told = (words for passage in body if "nay" in (words := passage.span.of(report.text)).lower())
    starts = [period.edtf for words in told for period in find_periods(words) if period.edtf.endswith("/..")]
    return min(starts) if starts else None


def _is_long(told: Sequence[str]) -> bool:
    """Whether a period is that of a plan or a term of office rather than of results."""
    return len(told) == 2 and told[1][:4].isdigit() and int(told[1][:4]) - int(told[0][:4]) > 3


def _is_plan(words: str, at: int) -> bool:
    """Whether the words before a period make it a time to come (``đến năm 2030``, ``tầm nhìn``)."""
    before = words[max(0, at - 30) : at + len("năm ")]
    if _TO_COME.search(before) is not None or _PLANNED_FOR.search(words[max(0, at - 200) : at]) is not None:
        return True
    year = _YEAR.search(words, at)
    begins = _CLAUSE_BEGINS.search(words[max(0, at - 30) : at]) is not None
    return begins and year is not None and _WILL.match(words, year.end()) is not None


def _told_years(report: Report, body: Iterable[Passage], issued_on: str | None) -> str | None:
    """Return the years of the results that the text tells: from the first to the last that is past."""
    latest = None
    if issued_on:
        latest = _last_whole_year(issued_on)
    years: set[int] = set()
    for passage in body:
        words = passage.span.of(report.text)
        planned = any(_PLANS.search(title) for title in passage.section)
        for period in find_periods(words):
            told = period.edtf.split("/")
            compared = _COMPARED.search(words[max(0, period.span.start - 30) : period.span.start])
            if planned or compared or _is_plan(words, period.span.start) or _is_long(told):
                continue
            years |= {int(part[:4]) for part in told if part[:4].isdigit()}
    if latest is not None:
        years = {year for year in years if latest - 10 <= year <= latest}
    if not years:
        return None
    last = max(years)
    first = min(year for year in years if year > last - _LONGEST)
    return str(first) if first == last else f"{first}/{last}"
