"""Arithmetic as a check, never as a correction: what a report's own numbers say against each other.

A rate against result over target, a share against its count, a total against its parts, a quantity against itself where
it is stated twice. A finding names both numbers,
their places and the difference; what the report prints stays as it is. Printed numbers are rounded, so each stands for
an interval of half its last digit, and only what no choice inside the intervals can mend is a finding. Offices also
compute a rate as 100 plus the difference of two percentages, cut a rate off where they should round it, and divide the
target by the result for what is to shrink; these habits are known, and are no findings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trichluc.records import SECTION_SEPARATOR, Indicator, Origin, Problem, Qualifier, Role, Severity

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_PERCENT = "%"
_NEAR = 60  # characters between a ratio and the share that is printed for it
_LEAST_PARTS = 3
_TOTAL = re.compile(r"\W*(?:tổng(?: cộng| số)?|cộng)\W*", re.IGNORECASE)
_OF_WHICH = re.compile(r"\W*(?:trong đó|trong số đó)", re.IGNORECASE)
_SHARE = re.compile(r"[\s,(]*(?:đạt|chiếm|bằng|tương đương|là|=)?\s*(?:t[ỷỉ] lệ\s*)?", re.IGNORECASE)
_MEASURES = frozenset(("ha", "tấn", "tạ", "kg", "km", "km2", "m", "m2", "m3", "lít", "kwh", "USD"))
_COMPARED = re.compile(r"cùng kỳ|năm trước|so với năm|tháng trước|quý trước|(?<!\w)CK(?!\w)", re.IGNORECASE)
_LEAST_DIGITS = 4  # that are no closing zeros, of a number that is compared with its repetition
_BLUR = 1e-9  # of binary fractions


@dataclass(frozen=True, slots=True)
class _Printed:
    """A printed number as the interval that it may stand for."""

    low: float
    high: float

    @classmethod
    def of(cls, value: float, text: str) -> _Printed:
        """Return the interval of ``value``, which is printed as in ``text``: half of its last digit to both sides."""
        half = 0.5 * _unit_in_last_place(value, text)
        return cls(value - half, value + half)

    @classmethod
    def rate(cls, value: float, text: str) -> _Printed:
        """Return the interval of a computed ``value``, which may be rounded or cut off at its last digit."""
        digit = _unit_in_last_place(value, text)
        return cls(value - 0.5 * digit, value + digit)


def check_arithmetic(indicators: Sequence[Indicator]) -> list[Problem]:
    """Return what does not add up among the indicators of one document, in order of place."""
    found = [*_rates(indicators), *_shares(indicators), *_totals(indicators), *_repeats(indicators)]
    return [problem for _, problem in sorted(found, key=lambda one: one[0])]


def _rates(indicators: Iterable[Indicator]) -> Iterator[tuple[int, Problem]]:
    """Check each rate of a table's row against the target and the result that stand before it in the row."""
    rows: defaultdict[tuple[int, int], list[Indicator]] = defaultdict(list)
    for record in indicators:
        if record.source is Origin.TABLE and record.table_number is not None and record.row is not None:
            rows[record.table_number, record.row].append(record)
    for row in rows.values():
        for place, rate in enumerate(row):
            first = not any(earlier.role is Role.RATE for earlier in row[:place])
            compared = not first or _COMPARED.search(rate.column_label or "")  # with another year, not with the target
            if not compared and rate.role is Role.RATE and rate.unit == _PERCENT and rate.value is not None:
                target, actual = _last(row[:place], Role.TARGET, rate), _last(row[:place], Role.ACTUAL, rate)
                if target is not None and actual is not None and target.unit == actual.unit:
                    problem = _rate(target, actual, rate)
                    if problem is not None:
                        yield rate.start, problem


def _last(row: Sequence[Indicator], role: Role, rate: Indicator) -> Indicator | None:
    """Return the one number of this role before a rate; null where several stand there, for any might be meant."""
    found = [r for r in row if r.role is role and r.value is not None and r.of is None and r.name == rate.name]
    return found[0] if len(found) == 1 and found[0].qualifier is Qualifier.EXACT else None


def _rate(target: Indicator, actual: Indicator, rate: Indicator) -> Problem | None:
    assert target.value is not None
    assert actual.value is not None
    assert rate.value is not None
    exact = target.unit != _PERCENT
    goal, result = (_interval(r, counted=exact and _is_counted(r)) for r in (target, actual))
    printed = _Printed.rate(rate.value, rate.text)
    if goal.low <= 0 or result.low < 0:
        return None
    low, high = 100 * result.low / goal.high, 100 * result.high / goal.low
    points = 100 + actual.value - target.value  # the habit of offices with two percentages
    if low - _BLUR <= printed.high and printed.low <= high + _BLUR:
        return None
    if result.low > 0 and 100 * goal.low / result.high <= printed.high and printed.low <= 100 * goal.high / result.low:
        return None
    if target.unit == _PERCENT and printed.low - _BLUR <= points <= printed.high + _BLUR:
        return None
    right = 100 * actual.value / target.value
    return _problem(
        rate,
        "rate-differs",
        f"{_place(rate)}: the rate is given as {rate.text}, but {actual.text} ({_place(actual)}) of {target.text} "
        f"({_place(target)}) is {right:.1f} %, a difference of {abs(right - rate.value):.1f}",
    )


def _shares(indicators: Sequence[Indicator]) -> Iterator[tuple[int, Problem]]:
    """Check the share that is printed right after a ratio: ``62/66 hộ, đạt 93,9%``."""
    for ratio, share in pairwise(indicators):
        if ratio.of is None or ratio.value is None or share.value is None or share.unit != _PERCENT or share.of:
            continue
        same = ratio.source is share.source is Origin.TEXT and ratio.sentence == share.sentence
        if not same or not 0 <= share.start - ratio.end <= _NEAR or share.qualifier is not Qualifier.EXACT:
            continue
        at = ratio.sentence.find(ratio.text)
        between = ratio.sentence[at + len(ratio.text) :][: share.start - ratio.end]
        if share.role not in (Role.ACTUAL, Role.RATE) or not _SHARE.fullmatch(between) or ratio.of <= 0:
            continue
        printed, right = _Printed.rate(share.value, share.text), 100 * ratio.value / ratio.of
        if not printed.low - _BLUR <= right <= printed.high + _BLUR:
            yield (
                share.start,
                _problem(
                    share,
                    "share-differs",
                    f"{_place(share)}: {ratio.text} is {right:.2f} %, but {share.text} is given, a difference of "
                    f"{abs(right - share.value):.2f}",
                ),
            )


def _totals(indicators: Iterable[Indicator]) -> Iterator[tuple[int, Problem]]:
    """Check the total of a column against its parts, in tables without groups, where it is clear what they are."""
    columns: defaultdict[tuple[int, int], list[Indicator]] = defaultdict(list)
    for record in indicators:
        if record.source is Origin.TABLE and record.table_number is not None and record.column is not None:
            columns[record.table_number, record.column].append(record)
    for column in columns.values():
        totals = [r for r in column if _TOTAL.fullmatch(r.row_label or "")]
        parts = [r for r in column if not _TOTAL.fullmatch(r.row_label or "")]
        plain = all(r.value is not None and r.of is None and r.unit not in (_PERCENT, None) for r in column)
        if len(totals) != 1 or len(parts) < _LEAST_PARTS or not plain or not _flat(parts, totals[0]):
            continue
        total, counted = totals[0], all(map(_is_counted, column))
        intervals = [_interval(r, counted=counted) for r in parts]
        printed = _interval(total, counted=counted)
        if sum(i.low for i in intervals) <= printed.high and printed.low <= sum(i.high for i in intervals):
            continue
        added = sum(r.value or 0.0 for r in parts)
        yield (
            total.start,
            _problem(
                total,
                "total-differs",
                f"{_place(total)}: the total is given as {total.text}, but the {len(parts)} rows from "
                f"{_place(parts[0])}, to {_place(parts[-1])}, add up to {_said(added)}, a difference of "
                f"{_said(abs(added - (total.value or 0)))}",
                Severity.NOTE,
            ),
        )


def _repeats(indicators: Iterable[Indicator]) -> Iterator[tuple[int, Problem]]:
    """Check a quantity that is stated twice, at least once in running text, against itself.

    Two numbers of the same name are mostly those of two places or groups, so only what looks like a slip of the pen is
    a finding: the same digits but for one, or two neighbours the wrong way round.
    """
    stated: defaultdict[tuple[str, ...], list[Indicator]] = defaultdict(list)
    for record in indicators:
        if record.value is not None and record.of is None and record.name and record.role is Role.ACTUAL:
            same = (record.name.lower(), record.unit, record.period, record.scope)
            stated[tuple(str(part) for part in same)].append(record)
    for records in stated.values():
        for first, second in pairwise(records):
            if Origin.TEXT in (first.source, second.source) and first.sentence != second.sentence:
                one, other = _digits(first), _digits(second)
                if len(one.rstrip("0")) >= _LEAST_DIGITS and _is_slip(one, other):
                    yield (
                        second.start,
                        _problem(
                            second,
                            "repeat-differs",
                            f"{_place(second)}: {second.name} is given as {second.text}, but as {first.text} at "
                            f"{_place(first)}, a difference of {_said(abs((second.value or 0) - (first.value or 0)))}",
                            Severity.NOTE,
                        ),
                    )


def _digits(record: Indicator) -> str:
    match = _NUMBER.search(record.text)
    return re.sub(r"\D", "", match[0]) if match is not None else ""


def _is_slip(one: str, other: str) -> bool:
    """Whether two rows of digits are the same but for one digit, or for two neighbours that changed places."""
    if len(one) != len(other):
        return False
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 2:
        i, j = places
        return j == i + 1 and one[i] == other[j] and one[j] == other[i]
    return len(places) == 1


def _is_counted(record: Indicator) -> bool:
    """Whether the number is of things that are counted, and so not rounded."""
    measured = record.unit is None or record.unit.startswith("VND") or record.unit.split("/")[0] in _MEASURES
    return not measured and record.value is not None and record.value == int(record.value)


def _interval(record: Indicator, *, counted: bool) -> _Printed:
    value = record.value or 0.0
    return _Printed(value - _BLUR, value + _BLUR) if counted else _Printed.of(value, record.text)


def _flat(parts: Sequence[Indicator], total: Indicator) -> bool:
    """Whether the parts are what the total adds up: of one unit and role, one a row, none part of another."""
    labels = [r.row_label or "" for r in parts]
    rows = [r.row or 0 for r in parts]
    one_side = all(row < (total.row or 0) for row in rows) or all(row > (total.row or 0) for row in rows)
    return (
        one_side
        and len(set(rows)) == len(rows)
        and len({(r.unit, r.role) for r in (*parts, total)}) == 1
        and not any(SECTION_SEPARATOR in label or _OF_WHICH.match(label) or not label for label in labels)
    )


def _unit_in_last_place(value: float, text: str) -> float:
    """Return what one unit of the last printed digit is worth: 0,1 of ``89,8%``, a million of ``12 triệu``."""
    match = _NUMBER.search(text)
    if match is None:
        return 0.0
    decimals = re.search(r",(\d+)$", match[0]) or re.fullmatch(r"\d+\.(\d{1,2})", match[0])
    places = len(decimals[1]) if decimals else 0
    digits = float(re.sub(r"\D", "", match[0]) or 0) / 10**places
    factor = abs(value) / digits if digits else 1.0
    return float(factor / 10**places)


def _place(record: Indicator) -> str:
    parts = [f"page {record.page}"] if record.page is not None else []
    if record.table_number is not None:
        parts.append(f"table {record.table_number}, row {record.row}, column {record.column}")
    return ", ".join([*parts, f"character {record.start}"])


def _said(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _problem(record: Indicator, code: str, message: str, severity: Severity = Severity.WARNING) -> Problem:
    told = f"{message}; see the original (the record keeps what is printed)"
    return Problem(code=code, message=told, severity=severity, record_id=record.id or None)
