"""Indicators: the numbers that say a result, a target or an amount, from text and tables."""

from __future__ import annotations

import re
from dataclasses import replace

from trichluc.extract.described import Described
from trichluc.extract.indicators.carrying import Announced
from trichluc.extract.indicators.cells import read_table
from trichluc.extract.indicators.periods import heading_period
from trichluc.extract.indicators.prose import Reading, Thread, announced_by, read_passage
from trichluc.extract.indicators.quotients import told_by_sums
from trichluc.extract.indicators.rules import load_rules
from trichluc.extract.indicators.times import year_after
from trichluc.layout.model import Passage, Report, Zone
from trichluc.packs import Packs
from trichluc.records import Indicator
from trichluc.text.dates import find_periods
from trichluc.text.measures_units import Kind, fold, load_units
from trichluc.text.numerals import habit_of

__all__ = ["extract_indicators"]

_READ = frozenset({Zone.BODY, Zone.CAPTION, Zone.NOTE})
# kinds of documents that plan or rule: their numbers are what is to be
_PLANS = frozenset({"KH", "CTr", "ĐA", "PA", "HD", "QC", "QĐ", "QĐi", "QyĐ", "NĐ", "TT", "TTLT", "ĐL", "CT"})
_DIRECTIVES = frozenset({"CT"})  # what these tell before they begin to order is what was
_BARE = re.compile(r"[\d.,]+")
_WHOLE_YEAR = re.compile(r"(?P<first>\d{4})(?:/(?P<last>\d{4}))?")
_BLANK = re.compile(r" ")
_CAPTION_WORDS = 4  # of a line under a number, among which what is counted begins
_ALONE = 16  # characters of a line that holds a number and little else
_COMING = re.compile(r"phương hướng|nhiệm vụ|kế hoạch|mục tiêu|dự kiến|giải pháp", re.IGNORECASE)


def extract_indicators(report: Report, packs: Packs, described: Described) -> list[Indicator]:
    """Return the indicators of ``report`` in order of appearance.

    Args:
        report: the document as laid out.
        packs: rules in force (``indicators.toml``, ``units.toml``, ``units.csv``).
        described: what is known of the document; numbers that state no period have the document's.
    """
    reading = Reading(
        report,
        described,
        load_units(packs),
        load_rules(packs),
        habit_of(report.text),
        described.kind in _PLANS,
        _later(described, report),
    )
    found: list[Indicator] = []
    leads: list[Passage] = []
    lists: dict[int, Announced | None] = {}  # by the place of the lead-in
    tables_read: set[int] = set()
    thread = Thread()
    orders = _orders_from(report) if described.kind in _DIRECTIVES else 0
    for index, passage in enumerate(report.passages):
        leads = _leads(leads, passage)
        if passage.zone is Zone.CELL:
            if passage.table is not None and passage.table not in tables_read:
                tables_read.add(passage.table)
                found += told_by_sums(read_table(passage.table, reading), found)
        elif passage.zone in _READ or _on_a_card(report, index):
            above = [lead for lead in leads if lead is not passage]
            aside = passage.zone not in _READ  # what is left aside has no headings of its own
            under = replace(passage, section=report.passages[index + 1].section) if aside else passage
            period = _period_above(above, under, report, described.period)
            caption = _caption_below(report, index)
            subject = caption or _subject_above(above, passage, report)
            announced = lists.get(above[-1].span.start) if above else None
            announced = announced or _counted_below(passage, caption, reading)
            told = reading if index >= orders else replace(reading, plan=False)
            thread.leads = tuple(lead.span.of(report.text) for lead in above if not lead.heading)
            read = read_passage(under, told, period, subject, announced, thread)
            lists[passage.span.start] = announced_by(passage, read, report.text)
            found += read
    for table in range(len(report.tables)):
        if table not in tables_read:
            found += told_by_sums(read_table(table, reading), ())
    return sorted(found, key=lambda record: (record.start, record.end))


def _orders_from(report: Report) -> int:
    """Return the index of the passage from which a document orders: its first heading or number, or after a lead-in."""
    for index, passage in enumerate(report.passages):
        if passage.zone is Zone.BODY and (passage.heading or passage.lead_in or (passage.number or "")[:1].isalnum()):
            return index + passage.lead_in
    return 0


def _leads(leads: list[Passage], passage: Passage) -> list[Passage]:
    """Return the lead-ins and headings that ``passage`` may hang on, itself included where it is one."""
    kept = [lead for lead in leads if lead.depth < passage.depth or _lists(lead, passage)]
    return [*kept, passage] if passage.heading or passage.lead_in else kept


def _lists(lead: Passage, passage: Passage) -> bool:
    """Tell whether ``passage`` is an item under a lead-in of its own depth: a bullet, and not that of the lead-in."""
    bullet = passage.number is not None and not any(map(str.isalnum, passage.number))
    return lead.lead_in and bullet and lead.depth == passage.depth and lead.number != passage.number


def _period_above(leads: list[Passage], passage: Passage, report: Report, document: str | None) -> str | None:
    """Return the period of the nearest lead-in or heading above ``passage`` that states one."""
    for lead in reversed(leads):
        if (period := heading_period(lead.span.of(report.text), document)) is not None:
            return period
    for heading in reversed(passage.section):
        if (period := heading_period(heading, document)) is not None:
            return period
    return None


def _caption_below(report: Report, index: int) -> str:
    """Return the line under a number that stands alone on its line, as posters and web pages print results.

    A second number may stand between: ``560.000``, ``Vượt 108%``, ``Lượt người tham gia``.
    """
    if not _number_alone(report.passages[index].span.of(report.text)):
        return ""
    for passage in report.passages[index + 1 : index + 3]:
        below = passage.span.of(report.text)
        if not _number_alone(below):
            return below[:120] if below[:1].isalpha() and not any(map(str.isdigit, below)) else ""
    return ""


def _on_a_card(report: Report, index: int) -> bool:
    """Tell whether a number that looks like a page's is a result: a rate follows, then what it counts."""
    here, after = report.passages[index], report.passages[index + 1 : index + 2]
    return (
        here.zone is Zone.FURNITURE
        and bool(after)
        and after[0].zone is Zone.BODY
        and _BARE.fullmatch(here.span.of(report.text)) is not None
        and "%" in (below := after[0].span.of(report.text))
        and _number_alone(below)
    )


def _number_alone(line: str) -> bool:
    return len(line) <= _ALONE and any(map(str.isdigit, line)) and sum(map(str.isalpha, line)) <= _ALONE // 2


def _counted_below(passage: Passage, caption: str, reading: Reading) -> Announced | None:
    """Return what the line under a bare number counts; on web pages only, as elsewhere such a number is a page's."""
    report = reading.report
    if not caption or report.source.media_type != "text/html" or not _BARE.fullmatch(passage.span.of(report.text)):
        return None
    words = fold(caption)
    starts = (0, *(blank.end() for blank in _BLANK.finditer(words)))  # "Kết nạp Đoàn viên mới" counts what is admitted
    nouns = (reading.units.noun(words, start) for start in starts[:_CAPTION_WORDS])
    noun = next((noun for noun in nouns if noun is not None and noun.known), None)
    return Announced(noun.printed(caption), Kind.COUNT, caption, labelled=False) if noun else None


def _subject_above(leads: list[Passage], passage: Passage, report: Report) -> str:
    """Return the words of the nearest lead-in or heading, to name numbers that have no subject of their own."""
    if leads:
        return leads[-1].span.of(report.text).strip(" .:")[:120]
    return passage.section[-1] if passage.section else ""


def _later(described: Described, report: Report) -> str | None:
    """Return the later of two periods that the title states: plans are for that one."""
    title = described.title or ""
    coming = _COMING.search(title)
    if coming is None:
        return _year_to_come(described, report)
    periods = [found.edtf for found in find_periods(title) if found.span.start > coming.start()]
    return periods[-1] if periods else _year_to_come(described, report)


def _year_to_come(described: Described, report: Report) -> str | None:
    """Return the year after the one that a report made at its end looks back on, where it speaks of it.

    Remedies that state no time are for that year too, where one of them or a heading states it.
    """
    period, issued = described.period or "", described.issued_on or ""
    years = _WHOLE_YEAR.fullmatch(period)
    if years is None or described.kind in _PLANS or len(issued) < len("2024-12"):
        return None
    school = years["last"] is not None
    if school and int(years["last"]) != int(years["first"]) + 1:
        return None
    end = f"{years['last']}-05" if school else f"{period}-11"
    if issued[: len(end)] < end:
        return None
    coming = year_after(period)
    body = (passage.span.of(report.text) for passage in report.passages if passage.zone is Zone.BODY)
    return coming if any(coming[-4:] in text for text in body) else None
