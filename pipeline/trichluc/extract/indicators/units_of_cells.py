"""The unit of a table cell: what caption, header, unit column or row label say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trichluc.layout.model import DataCell, ReportTable
from trichluc.text.measures_units import Kind, Units, fold

_IN_BRACKETS = re.compile(r"\(\s*(?:đvt|đơn vị(?: tính)?)?\s*:?\s*([^()]{1,30}?)\s*\)", re.IGNORECASE)
_STATED = re.compile(r"(?:đvt|đơn vị(?: tính)?)\s*:\s*([^().;\n]{1,30})", re.IGNORECASE)
_SCALED = re.compile(
    r"^(?:1\.?000|nghìn|ngàn|triệu|tỷ|tỉ|chục|trăm|vạn)(?:\s+(?:nghìn|triệu|tỷ|tỉ))?(?=\s|$)", re.IGNORECASE
)
_SCALES = {
    "1000": 1e3,
    "1.000": 1e3,
    "nghìn": 1e3,
    "ngàn": 1e3,
    "triệu": 1e6,
    "tỷ": 1e9,
    "tỉ": 1e9,
    "chục": 10.0,
    "trăm": 100.0,
    "vạn": 1e4,
}
_UNIT_WORDS = 4
_PLANS = frozenset({"kế hoạch", "chỉ tiêu", "nghị quyết", "nội dung", "đơn vị", "tổng công ty", "mục tiêu", "kết luận"})
_IN_PERCENT = re.compile(r"(?<!\d)(?<!\d )%\s*$")  # not "khoản thu hưởng 100%"
_PERCENT_LAST = re.compile(r"(?<!\d)(?<!\d )%\s*$|^\s*%|tỷ lệ|tỉ lệ|tỷ trọng", re.IGNORECASE)
_AMOUNT = re.compile(r"^(?:tổng\s+)?(?:số\s+)?(?:lượng\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CellUnit:
    """A unit with the factor that multiplies the cell's numbers (``triệu đồng`` is 1 000 000 × VND)."""

    unit: str | None
    kind: Kind
    factor: float = 1.0


NONE = CellUnit(None, Kind.BARE)
PERCENT = CellUnit("%", Kind.PERCENT)


def unit_of(cell: DataCell, table: ReportTable, caption: str, units: Units) -> CellUnit:
    """Return the unit of ``cell``: of its column, its row, its table; else the noun that its label counts."""
    if any("%" in label for label in cell.column_path):
        return PERCENT
    for printed in _statements(cell, table, caption):
        if (read := read_unit(printed, units)) is not None:
            return read
    if cell.unit and len(cell.unit.split()) <= _UNIT_WORDS and cell.unit[:1].isalpha():
        return CellUnit(cell.unit.strip(" .:()").lower(), Kind.COUNT)  # a unit that only this table has
    for label in (*reversed(cell.column_path), *reversed(cell.row_path)):
        if _PERCENT_LAST.search(label):
            return CellUnit("%", Kind.PERCENT)
    for label in (*reversed(cell.column_path), *reversed(cell.row_path)):
        if (noun := _counted(label, units)) is not None and noun.unit not in _PLANS:
            return noun
    return NONE


def _statements(cell: DataCell, table: ReportTable, caption: str) -> list[str]:
    """Return what is printed as a unit, nearest first."""
    found = [cell.unit] if cell.unit else []
    for label in (*reversed(cell.column_path), *reversed(cell.row_path)):
        found += _IN_BRACKETS.findall(label)
        if _IN_PERCENT.search(label):
            found.append("%")
    if table.unit:
        found.append(table.unit)
    return found + _STATED.findall(caption) + _IN_BRACKETS.findall(caption)


def read_unit(printed: str, units: Units) -> CellUnit | None:
    """Read a unit as a header prints it (``triệu đồng``, ``%``, ``Người``, ``đ/kg``); null where it is none."""
    words, factor = printed.strip(" .:()"), 1.0
    if match := _SCALED.match(words):
        for word in match[0].lower().split():
            factor *= _SCALES.get(word, 1.0)
        words = words[match.end() :].strip()
        if not words:
            return CellUnit("VND", Kind.MONEY, factor) if factor >= 1e6 else None
    folded = fold(f" {words}")
    found = units.read(folded, 0)
    if found is None or not found.known or found.end < len(folded) - 12:
        return None
    unit = found.printed(f" {words}") if found.kind is not Kind.COUNT else words.lower()
    return CellUnit(unit, found.kind, factor * found.factor)


def _counted(label: str, units: Units) -> CellUnit | None:
    """Return the noun that a label such as ``Số đảng viên kết nạp`` counts."""
    match = _AMOUNT.match(label)
    words = label[match.end() if match else 0 :].strip()
    noun = units.noun(fold(words), 0) if words else None
    return CellUnit(noun.printed(words), Kind.COUNT) if noun is not None and noun.known else None
