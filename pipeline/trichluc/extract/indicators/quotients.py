"""What arithmetic tells where words are silent: which percentages divide a result by its target, what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from trichluc.extract.indicators.frames import Number
from trichluc.records import Indicator, Role

_JOINTS = ("và", ",")
_NEAR = 60  # characters before a ratio in which it may be said to have a plan
_OF_A_PLAN = re.compile(r"(?<!\w)(?:giải ngân|dự toán|kế hoạch|chỉ tiêu|thu ngân sách|giao)(?!\w)", re.IGNORECASE)
_FEWEST = 2  # rows in which the arithmetic must hold
_TOLERANCE = 0.11  # of a percentage that was rounded to one decimal
_LEAST_COUNT = 10  # a smaller number can be a sum by chance
_LEAST_OF_A_ROW = 100  # of rows, and of counts that stand farther off
_ABOVE = 6  # numbers of the text right above a table that its columns may break up


def rates_by_division(found: list[Indicator]) -> list[Indicator]:
    """Return the records of a sentence; a percentage that is a result divided by its target is a rate.

    ``chỉ tiêu giao 50 hội viên, thực hiện 52 hội viên, đạt 104%``
    """
    asked = [record for record in found if record.role is Role.TARGET and record.value and record.unit != "%"]
    if not asked:
        return found
    pairs = [
        100 * record.value / target.value
        for record in found
        for target in asked
        if record.role is Role.ACTUAL and record.value and target.value and _alike(record, target)
    ]
    return [
        record.model_copy(update={"role": Role.RATE, "rule": "text-percent-quotient"})
        if record.role is Role.ACTUAL
        and record.unit == "%"
        and any(abs(pair - (record.value or 0)) <= _TOLERANCE for pair in pairs)
        else record
        for record in found
    ]


def rates_of_one_plan(text: str, numbers: Sequence[Number], found: list[Indicator]) -> list[Indicator]:
    """Return the records of the sentence ``text``; a percentage before a rate shares its plan.

    ``lần lượt đạt 104,8% và 89,3% kế hoạch``
    """
    told = list(found)
    for place in range(len(found) - 2, -1, -1):
        one, other = told[place], told[place + 1]
        between = text[numbers[place].measure.end : numbers[place + 1].measure.start].strip()
        if one.role is Role.ACTUAL and other.role is Role.RATE and one.unit == other.unit == "%" and between in _JOINTS:
            told[place] = one.model_copy(update={"role": Role.RATE, "rule": other.rule})
    return told


def rates_of_ratios(text: str, numbers: Sequence[Number], found: list[Indicator]) -> list[Indicator]:
    """Return the records of the sentence ``text``; what a ratio of a result and its plan comes to is a rate.

    ``giải ngân 176,8/284,5 tỷ đồng, đạt 62,1%``; a part of a whole has no plan.
    """
    told = list(found)
    for place in range(1, len(found)):
        one, other = told[place - 1], told[place]
        if other.role is not Role.ACTUAL or other.unit != "%" or not one.of or not one.value or other.value is None:
            continue
        start = numbers[place - 1].frame.start
        planned = one.value > one.of or _OF_A_PLAN.search(text, max(0, start - _NEAR), start) is not None
        if planned and abs(100 * one.value / one.of - other.value) <= _TOLERANCE:
            told[place] = other.model_copy(update={"role": Role.RATE, "rule": "text-percent-quotient"})
    return told


def _alike(one: Indicator, other: Indicator) -> bool:
    """Tell whether two records count the same: ``cây`` and ``cây xanh``."""
    return (one.unit or "").split()[:1] == (other.unit or "").split()[:1]


def told_by_sums(found: list[Indicator], before: Sequence[Indicator]) -> list[Indicator]:
    """Return the records of a table, those mended that its arithmetic tells more of.

    Args:
        found: the records of the table.
        before: those that the text above it told, in order.
    """
    rates = _rates(found)
    unit = _counted(found, before[-_ABOVE:]) or _counted_in_rows(found, before)
    of_columns = _counted_in_columns(found)
    mended = []
    for record in found:
        update: dict[str, object] = {}
        if (actual := rates.get((record.row, record.column))) is not None:
            update |= {"role": Role.RATE, "rule": "table-percent-quotient", "period": actual.period}
        if record.unit is None and _whole(record) and (counted := of_columns.get(record.column, unit)) is not None:
            update["unit"] = counted
        mended.append(record.model_copy(update=update) if update else record)
    return mended


def _rates(found: Iterable[Indicator]) -> dict[tuple[int | None, int | None], Indicator]:
    """Return for the places of percentages that are a result divided by its target, the record of the result."""
    columns: dict[int, dict[int, Indicator]] = {}
    for record in found:
        if record.row is not None and record.column is not None and record.value is not None:
            columns.setdefault(record.column, {})[record.row] = record
    results = [cells for cells in columns.values() if _all(cells, Role.ACTUAL) and not _percent(cells)]
    asked = [cells for cells in columns.values() if _all(cells, Role.TARGET) and not _percent(cells)]
    rates: dict[tuple[int | None, int | None], Indicator] = {}
    for cells in columns.values():
        if not asked or not _percent(cells) or not (_all(cells, Role.ACTUAL) or _all(cells, Role.CHANGE)):
            continue
        for result in results:
            if any(_divides(cells, result, target) for target in asked):
                rates |= {(row, cell.column): result[row] for row, cell in cells.items() if row in result}
                break
    return rates


def _all(cells: dict[int, Indicator], role: Role) -> bool:
    return all(cell.role is role for cell in cells.values())


def _percent(cells: dict[int, Indicator]) -> bool:
    return all(cell.unit == "%" for cell in cells.values())


def _divides(cells: dict[int, Indicator], result: dict[int, Indicator], target: dict[int, Indicator]) -> bool:
    """Tell whether each of ``cells`` is 100 times the result of its row divided by the target."""
    checked = 0
    for row, cell in cells.items():
        if row not in result or row not in target:
            continue
        above, below, share = result[row].value, target[row].value, cell.value
        if not above or not below or share is None or abs(100 * above / below - share) > _TOLERANCE:
            return False
        checked += 1
    return checked >= _FEWEST


def _counted(found: Sequence[Indicator], before: Sequence[Indicator]) -> str | None:
    """Return the unit of a count of the text above that is the sum of a column without unit: 64 + 121 of 185 vụ."""
    counts = {
        record.value: record.unit
        for record in before
        if _whole(record) and (record.value or 0) >= _LEAST_COUNT and record.unit and "-count-" in record.rule
    }
    if not counts:
        return None
    sums: dict[int | None, list[float]] = {}
    for record in found:
        if record.unit is None and _whole(record):
            sums.setdefault(record.column, []).append(record.value or 0)
    for values in sums.values():
        if len(values) >= _FEWEST and (unit := counts.get(sum(values))) is not None:
            return unit
    return None


def _counted_in_columns(found: Sequence[Indicator]) -> dict[int | None, str]:
    """Return the unit of two columns without one that break up a column with one: ``Số hồ sơ | Đúng hạn | Trễ hạn``."""
    columns: dict[int, dict[int, Indicator]] = {}
    for record in found:
        if record.row is not None and record.column is not None and _whole(record):
            columns.setdefault(record.column, {})[record.row] = record
    units: dict[int | None, str] = {}
    for one, two, three in zip(sorted(columns), sorted(columns)[1:], sorted(columns)[2:], strict=False):
        whole, first, second = columns[one], columns[two], columns[three]
        rows = whole.keys() & first.keys() & second.keys()
        unit = next((cell.unit for cell in whole.values()), None)
        bare = all(cell.unit is None for cell in (*first.values(), *second.values()))
        if unit is None or not bare or len(rows) < _FEWEST:
            continue
        if all(whole[row].value == (first[row].value or 0) + (second[row].value or 0) for row in rows):
            units |= {two: unit, three: unit}
    return units


def _counted_in_rows(found: Sequence[Indicator], before: Sequence[Indicator]) -> str | None:
    """Return the unit of a count of the text that each row of a table without unit breaks up: grades of pupils."""
    rows: dict[int | None, list[Indicator]] = {}
    for record in found:
        rows.setdefault(record.row, []).append(record)
    sums = set()
    for cells in rows.values():
        if len(cells) < _FEWEST or not all(cell.unit is None and _whole(cell) for cell in cells):
            return None
        sums.add(sum(cell.value or 0 for cell in cells))
    if len(sums) != 1 or (total := sums.pop()) < _LEAST_OF_A_ROW:
        return None
    counts = [one.unit for one in before if one.value == total and "-count-" in one.rule and one.of is None]
    return counts[-1] if counts else None


def _whole(record: Indicator) -> bool:
    return record.value is not None and record.of is None and float(record.value).is_integer()
