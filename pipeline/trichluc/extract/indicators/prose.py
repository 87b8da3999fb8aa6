"""Indicators of running text: one passage at a time, sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trichluc.extract.described import Described
from trichluc.extract.indicators.carrying import CARRIED, SUPPOSED, Announced
from trichluc.extract.indicators.frames import Number
from trichluc.extract.indicators.in_turn import names_in_turn
from trichluc.extract.indicators.masks import blot
from trichluc.extract.indicators.naming import Namer
from trichluc.extract.indicators.periods import Clock
from trichluc.extract.indicators.quotients import rates_by_division, rates_of_one_plan, rates_of_ratios
from trichluc.extract.indicators.roles import (
    Judged,
    goes_on,
    planned_by_headings,
    qualifier_of,
    role_of,
    tells_what_was_done,
)
from trichluc.extract.indicators.rules import IndicatorRules, RulesWithin
from trichluc.extract.indicators.selection import select
from trichluc.extract.indicators.times import lies_after
from trichluc.layout.model import Passage, Report
from trichluc.records import Indicator, Origin, Role
from trichluc.span import Span
from trichluc.text.measure import Measure
from trichluc.text.measures import find_measures
from trichluc.text.measures_units import Kind, Units, fold
from trichluc.text.numerals import AMBIGUOUS, Habit
from trichluc.text.sentences import sentences

_ANNUAL = re.compile(
    r"(?<!\w)(?:dự toán|dt|(?:kế hoạch|kh|chỉ tiêu) (?:(?:cả |cuối )?năm|(?:\w+ )?giao))[^,;:.()]{0,20}[(:]?\s*$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# "năm 2025 có 60%, đến năm 2027 có 100% chi đoàn sinh hoạt tốt": both of the same
_OTHER_TIME = re.compile(
    r",? ?(?:và )?(?:đến |tới |sang )?(?:năm|quý|tháng|giai đoạn) [\dIVX/–-]+ ?(?:có|đạt|là|còn)?", re.IGNORECASE
)
# between the two ends of a rise or fall: "từ 12 hộ (xuống còn) 5 hộ"
_RISES_TO = re.compile(r" (?:năm [\d-]+ )?(?:lên|xuống|còn|thành|đến|tới)(?!\w)[^,;:.]{0,24}$", re.IGNORECASE)
_COMPARED = ("rate-of-a-plan", "quotient-of-former")
_LEAST_RATE = 50  # of a whole: "tăng 15% so với KH và 8% so với năm trước" are two rises
_LEAD_WORDS = 14  # a longer lead-in tells, and is no title of what follows
_VAGUE = re.compile(r"(?<!\w)(?:[Hh]àng|[Cc]ả) (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ)")
# a sentence that goes on with the parts of what the one before it has counted, and a paragraph that lists them below
_GOES_ON = re.compile(r"(?:trong (?:số )?đó|cụ thể|(?:bao )?gồm|chia ra|phân theo)(?!\w)", re.IGNORECASE)
_TAKES_UP = re.compile(
    r"(?:trong (?:số )?đó|cụ thể|so với (?:năm|cùng kỳ|quý|tháng|đầu|giai đoạn|nhiệm kỳ))(?!\w)", re.IGNORECASE
)
_LISTS = re.compile(r"(?:trong (?:số )?đó|cụ thể|gồm|như sau|chia ra)[^.;:]{0,20}:$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What all passages of a document share."""

    report: Report
    described: Described
    units: Units
    rules: IndicatorRules
    habit: Habit
    plan: bool  # the document itself is a plan
    later: str | None  # the period that its plans are for, where that is not its own


@dataclass(slots=True)
class Thread:
    """What the last passage has told, for a passage that goes on with it: ``Trong đó, …``, ``So với năm 2015, …``.

    Attributes:
        section: its headings; a passage under others goes on with nothing.
        period: the time that its last sentence was about, where it stated one.
        counted: the last that it has counted.
        leads: the lead-ins that stand over the next passage.
    """

    section: tuple[str, ...] = ()
    period: str | None = None
    counted: Announced | None = None
    leads: tuple[str, ...] = ()

    def taken_up_by(self, passage: Passage, text: str) -> bool:
        """Tell whether ``passage`` goes on with what was told."""
        return passage.section == self.section and _TAKES_UP.match(text) is not None


def has_number(text: str) -> bool:
    """Tell whether ``text`` can hold an indicator at all."""
    return _DIGIT.search(text) is not None or (("àng " in text or "ả " in text) and _VAGUE.search(text) is not None)


def announced_by(passage: Passage, found: list[Indicator], text: str) -> Announced | None:
    """Return what the lines under a lead-in break up: the last count of ``Toàn huyện có 45 hộ nghèo, trong đó:``."""
    words = passage.span.of(text).rstrip() if found else ""
    if not words.endswith(":") or not _LISTS.search(words):
        return None
    return _announced(found)


def _announced(found: list[Indicator]) -> Announced | None:
    """Return the last count, but for those that it is compared with: ``kết nạp 8 đảng viên, tăng 2 đồng chí``."""
    results = [record for record in found if record.role in (Role.ACTUAL, Role.TARGET)]
    last = results[-1] if results and "-count-" in results[-1].rule else found[-1] if found else None
    if last is None or not last.unit or last.value is None or "-count-" not in last.rule:
        return None
    return Announced(last.unit, Kind.COUNT, last.name, value=last.value)


def read_passage(
    passage: Passage,
    reading: Reading,
    above: str | None,
    subject: str,
    announced: Announced | None = None,
    thread: Thread | None = None,
) -> list[Indicator]:
    """Return the indicators of one passage.

    Args:
        passage: a paragraph, list item or footnote.
        reading: what the document's passages share.
        above: the period that headings and lead-ins state, if any.
        subject: what stands over the passage: names numbers that nothing else names.
        announced: what the lead-in over the passage lists the parts of.
        thread: what the passage before has told; it is given what this one tells.
    """
    text = passage.span.of(reading.report.text)
    if not has_number(text):
        return []
    clean = blot(text, reading.rules, reading.report.text, passage.span.start)
    folded = fold(clean)
    measures = sorted(find_measures(clean, folded, reading.units, reading.habit), key=lambda m: m.start)
    if not measures:
        return []
    planned = planned_by_headings((*passage.section, *_plans_of(thread)), reading.rules)
    planned = reading.plan if planned is None else planned
    period = reading.described.period
    if planned and above is None:
        above = reading.later
    namer, clock = Namer(reading.rules, subject), Clock(period, above)
    if thread is not None and thread.taken_up_by(passage, text):
        clock.go_on(thread.period)
        announced = announced or (thread.counted if _GOES_ON.match(text) else None)
    found: list[Indicator] = []
    for span in sentences(text):
        words = span.of(text)
        rules = reading.rules.within(words)
        planned = planned or _turns_to_plans(words, rules)
        inside = [_shifted(m, -span.start) for m in measures if span.start <= m.start < span.end]
        numbers: list[Number] = []
        if inside:
            part = slice(span.start, span.end)
            announced = announced if not found else _announced(found) if _GOES_ON.match(words) else None
            numbers = select(clean[part], folded[part], words, inside, reading.units, rules, announced)
        clock.sentence(words, [number.frame for number in numbers])
        if numbers:
            namer.sentence(words, announced.name if announced else "")
            found += _Sentence(passage, span, words, planned, reading, rules).indicators(numbers, namer, clock)
    if thread is not None:
        thread.section, thread.period, thread.counted = passage.section, clock.told(), _announced(found)
    return found


def _plans_of(thread: Thread | None) -> tuple[str, ...]:
    """Return the lead-ins that may say that plans follow: short ones that tell of nothing done."""
    leads = thread.leads if thread is not None else ()
    return tuple(lead for lead in leads if len(lead.split()) <= _LEAD_WORDS and not tells_what_was_done(lead))


def _turns_to_plans(sentence: str, rules: RulesWithin) -> bool:
    return any(rule.regex.search(sentence) for rule in rules.at("role", "paragraph"))


def _shifted(measure: Measure, by: int) -> Measure:
    return measure._replace(start=measure.start + by, end=measure.end + by, number_end=measure.number_end + by)


def _year_of(period: str) -> str | None:
    """Return the year in which a period lies; null for one of several years, or without end."""
    years = set(re.findall(r"\d{4}", period))
    return years.pop() if len(years) == 1 and not period.endswith("..") else None


def _first_year(period: str) -> int | None:
    """Return the first year whose values are no earlier ones: of several, the year after that with which they begin."""
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d", period)]
    return min(years[0] + 1, years[-1]) if years else None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with numbers."""

    passage: Passage
    span: Span
    text: str
    planned: bool
    reading: Reading
    rules: RulesWithin

    def indicators(self, numbers: list[Number], namer: Namer, clock: Clock) -> list[Indicator]:
        """Return the records of the sentence's numbers."""
        found, last_end, done = list[Indicator](), 0, -1
        year = _first_year(self.reading.described.period or "")
        shared = self._shared(numbers)
        for index, number in enumerate(numbers):
            planned = self.planned and number.frame.part_start != done
            judged = role_of(self.text, number, last_end, planned, self.rules, year)
            if planned and judged.role in (Role.ACTUAL, Role.CHANGE):
                done = number.frame.part_start  # of a part that tells of what was done, all is told
            small = judged.rule in _COMPARED and (number.measure.value or 0) < _LEAST_RATE
            if found and (judged.rule == "actual" or (small and found[-1].role is Role.CHANGE)):
                listed = found[-1].rule.endswith("-coordinated")
                role = goes_on(self.text, numbers[index - 1], number, found[-1].role, listed=listed)
                if role is None and number.like is not None and found[number.like].role in (Role.CHANGE, Role.RATE):
                    role = found[number.like].role
                judged = Judged(role, "coordinated") if role is not None else judged
            beside = (later for later in numbers[index + 1 :] if later.frame.opening == number.frame.opening)
            following = next(beside, numbers[index + 1] if index + 1 < len(numbers) else None)
            name = namer.name(number, following, shared[index])
            if number.like is not None:
                name = found[number.like].name
            elif (
                found
                and found[-1].rule.endswith("-from-to")
                and _RISES_TO.match(self.text[last_end : number.frame.start])
            ):
                name = found[-1].name  # of what rose or fell
            when = self._period(index, number, judged, clock)
            if judged.rule == "coordinated" and judged.role is Role.BASELINE:
                when = found[-1].period
            if judged.rule in ("actual", "change") and self._is_to_come(number, when):
                judged = judged._replace(role=Role.TARGET, rule="time-to-come")
            found.append(self._record(number, judged, name, when))
            last_end = number.measure.end
        found = rates_of_one_plan(self.text, numbers, names_in_turn(self.text, numbers, found))
        return rates_by_division(rates_of_ratios(self.text, numbers, found))

    def _is_to_come(self, number: Number, period: str | None) -> bool:
        """Tell whether a number is for a time after the document's, and is not told as done."""
        document = self.reading.described.period
        if period is None or document is None or period == document or not lies_after(period, document):
            return False
        before = self.text[: number.frame.start]
        return not tells_what_was_done(
            before[max(0, before.rfind(period[:4])) :]
        )  # what stands before the year is past

    def _period(self, index: int, number: Number, judged: Judged, clock: Clock) -> str | None:
        """Return the time that a number is for; a budget that a result is compared with is that of the year."""
        baseline, planned = judged.role is Role.BASELINE, judged.role is Role.TARGET
        period = clock.period(index, number.frame, baseline=baseline, planned=planned)
        annual = planned and _ANNUAL.search(self.text[max(0, number.frame.start - 40) : number.frame.start])
        return (_year_of(period) or period) if annual and period else period

    def _shared(self, numbers: list[Number]) -> list[str]:
        """Return the words after a later count that each number shares: ``03 tập thể và 12 cá nhân tiêu biểu``."""
        shared = [""] * len(numbers)
        for index in range(len(numbers) - 2, -1, -1):
            first, second = numbers[index], numbers[index + 1]
            between = self.text[first.measure.end : second.measure.start].strip()
            percent = first.measure.kind is second.measure.kind is Kind.PERCENT and _OTHER_TIME.fullmatch(between)
            if percent or (between in ("và", ",", "hoặc") and second.measure.kind is Kind.COUNT):
                after = self.text[second.measure.end : second.frame.segment_end].strip()
                own = after and not after.startswith(("và ", "hoặc ")) and after not in ("và", "hoặc")
                shared[index] = after if own else shared[index + 1]
        return shared

    def _record(self, number: Number, judged: Judged, name: str, period: str | None) -> Indicator:
        measure = number.measure
        base = self.passage.span.start + self.span.start
        start, end = base + measure.start, base + measure.end
        report = self.reading.report
        flags = tuple(dict.fromkeys((*measure.flags, *number.flags, *judged.flags)))
        return Indicator(
            text=report.text[start:end],
            section=self.passage.section,
            page=report.source.page_at(start),
            start=start,
            end=end,
            sentence=self.text,
            rule=f"text-{measure.kind}-{judged.rule}",
            confidence=confidence_of(measure, flags, judged.role),
            flags=flags,
            value=measure.value,
            min=measure.minimum,
            max=measure.maximum,
            of=measure.of,
            unit=measure.unit,
            qualifier=qualifier_of(self.text, number, self.rules),
            name=name,
            role=judged.role,
            period=period,
            source=Origin.TEXT,
        )


def confidence_of(measure: Measure, flags: tuple[str, ...], role: Role) -> float:
    """Return how sure a record is: less where its unit is carried over or only supposed, or its print ambiguous."""
    confidence = {Kind.PERCENT: 0.97, Kind.MONEY: 0.97, Kind.MEASURE: 0.92, Kind.TIME: 0.7}.get(measure.kind, 0.92)
    if SUPPOSED in flags:
        confidence -= 0.27
    if CARRIED in flags:
        confidence -= 0.1
    if AMBIGUOUS in flags:
        confidence -= 0.2
    return confidence if role is Role.ACTUAL else confidence - 0.03
