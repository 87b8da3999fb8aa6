"""Numbers that stand alone in a cell of a table, and what the words and marks beside them say."""

from __future__ import annotations

import re

from trichluc.extract.indicators.masks import blot
from trichluc.extract.indicators.prose import Reading
from trichluc.records import Qualifier, Role
from trichluc.text.measure import Measure
from trichluc.text.measures import find_measures
from trichluc.text.measures_units import Kind, fold

_WHOLE = re.compile(r"[\s(]*(?P<hedge>[≥≤<>~]|trên|dưới|gần|khoảng|hơn|đạt|tăng|giảm)?\s*$", re.IGNORECASE)
_SIGNS = ("-", "–", "−", "(-)", "(-", "+")
_WITH_PART = re.compile(r"\s*(?P<whole>\d[\d.,]*)\s*\(\s*(?P<part>\d[\d.,]*\s*%?)\s*\)\s*")
_RATIO = re.compile(r"\s*(\d{1,6}|\d{1,3}(?:\.\d{3})+)\s*/\s*(\d{1,6}|\d{1,3}(?:\.\d{3})+)\s*$")
_ACCOUNTED = re.compile(r"\s*\((\d[\d.,]*)\)\s*$")


def numbers_alone(text: str, reading: Reading) -> list[Measure]:
    """Read a line of a cell that holds a number and nothing else, or a number and its part in brackets: ``25 (18)``."""
    pair = _WITH_PART.fullmatch(text)
    parts = [pair.span("whole"), pair.span("part")] if pair is not None else [(0, len(text))]
    found = []
    for start, end in parts:
        if (one := _whole_number(text[start:end], reading)) is not None:
            found.append(one._replace(start=one.start + start, end=one.end + start, number_end=one.number_end + start))
    return found


def _whole_number(text: str, reading: Reading) -> Measure | None:
    """Read a line of a cell that is a number and nothing else, but for a unit, sign or hedge."""
    clean = blot(text, reading.rules) if len(text) > 12 else text
    folded = fold(clean)
    measures = list(find_measures(clean, folded, reading.units, reading.habit))
    if len(measures) != 1:
        return _ratio(text) if len(measures) == 0 else None
    measure = measures[0]
    before, after = text[: measure.start], text[measure.number_end :]
    if measure.kind is Kind.BARE or (measure.kind is Kind.COUNT and not measure.known):
        measure = measure._replace(kind=Kind.BARE, unit=None, end=measure.number_end)
    if _WHOLE.fullmatch(before) is None or (measure.kind is Kind.BARE and after.strip(" ).*%")):
        if before.strip() not in _SIGNS or after.strip(" )"):
            return None
        sign_at = len(before) - len(before.lstrip())
        if measure.value is not None:
            signed = (measure.value, "+") if before.strip() == "+" else (-measure.value, "-")
            return measure._replace(start=sign_at, value=signed[0], sign=signed[1])
    return measure if len(text[measure.end :].split()) <= 2 else None


def negative(text: str, measure: Measure, role: Role) -> Measure:
    """Read ``(5.000)`` among rises and falls as bookkeepers print it: minus 5 000."""
    match = _ACCOUNTED.match(text) if role is Role.CHANGE else None
    if match is None or measure.value is None or measure.sign:
        return measure
    start, end = match.start(1) - 1, match.end(1) + 1
    return measure._replace(start=start, end=end, number_end=end, value=-measure.value, sign="-")


def _ratio(text: str) -> Measure | None:
    """Read ``18/20`` in a cell, where it cannot be a day and a month of a sentence."""
    match = _RATIO.match(text)
    if match is None:
        return None
    part, whole = (float(side.replace(".", "")) for side in match.groups())
    return Measure(match.start(1), match.end(2), match.end(2), part, of=whole) if whole else None


def qualifier_beside(before: str, after: str) -> Qualifier:
    """Return what the words or marks beside a number in its cell say of it: ``≥``, ``trở lên``, ``khoảng``."""
    words = before.strip().lower()
    if words.endswith(("≥", ">", "trên", "hơn", "ít nhất", "tối thiểu")) or "trở lên" in after.lower():
        return Qualifier.AT_LEAST
    if words.endswith(("≤", "<", "dưới", "gần", "tối đa", "không quá")):
        return Qualifier.AT_MOST
    return Qualifier.ABOUT if words.endswith(("~", "khoảng")) else Qualifier.EXACT
