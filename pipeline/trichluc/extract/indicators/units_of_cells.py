"""The unit of a table cell: what caption, header, unit column or row label say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from trichluc.extract.indicators.wording import BODIES
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
# "Xã Bến Gỗ", "Đảng bộ phường Đồi Chè", "Tổ 5": one of its kind, by its name or number
_NAMED = re.compile(
    rf"(?:(?:{BODIES}|thị xã|quận|đặc khu|buôn|làng|khóm|khu dân cư|khu|cụm|tổ|đội|htx|ngân hàng|đảng ủy|chi đoàn"
    r"|chi hội|ubnd|lớp|khối)\s+)+(?P<name>\S.*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}[A-Za-z]?(?:\s*[-–]\s*\d+)?|[IVX]+")
# words that only say of which kind they are, as capitals do: "Trường Mầm non", "Xã NTM"
_KINDS = frozenset(("mầm", "non", "mẫu", "giáo", "tiểu", "học", "trung", "cơ", "sở", "phổ", "thông", "và", "&"))
_AMOUNT = re.compile(
    r"^(?:(?:tăng|giảm|chênh lệch|so sánh|[,/ ]|\([-+]\)|\+/-)+\s)?"
    r"(?P<amount>(?:tổng\s+)?số(?:\s+lượng)?\s+|(?:số\s+)?lượng\s+)?(?:tổng\s+)?",
    re.IGNORECASE,
)
_IS_UNIT = re.compile(r"\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )?(?:đồng|usd|vnđ)\s*|\s*(?:tấn|tạ|ha|kg)\s*", re.IGNORECASE)
# revenue of a budget: "Thu phân chia theo tỷ lệ (%)"
_SHARED = re.compile(r"(?:phân chia|điều tiết|hưởng)(?: theo)?(?: tỷ lệ| tỉ lệ| \d)", re.IGNORECASE)
_PART = re.compile(
    r"(?:trong đó|chia ra|gồm|bao gồm)(?!\w)|(?:số )?(?:nữ|nam|dtts|dân tộc(?: thiểu số)?)$", re.IGNORECASE
)
# nouns that begin other words, and what has no number: "Công nghiệp", "Mẫu giáo", "Tổng sản phẩm trên địa bàn"
_HALF_WORDS = frozenset((
    "công", "mẫu", "con", "cây", "cái", "bộ", "chỉ", "phần", "lần", "khối", "đôi", "bản", "nhà", "đất", "sản phẩm",
    "dịch vụ", "nhà trẻ",
))  # fmt: skip

Path = tuple[str, ...]  # labels, outermost first


@dataclass(frozen=True, slots=True)
class CellUnit:
    """A unit with the factor that multiplies the cell's numbers (``triệu đồng`` is 1 000 000 × VND)."""

    unit: str | None
    kind: Kind
    factor: float = 1.0


NONE = CellUnit(None, Kind.BARE)
PERCENT = CellUnit("%", Kind.PERCENT)


def unit_of(cell: DataCell, table: ReportTable, caption: str, heads: Mapping[int, Path], units: Units) -> CellUnit:
    """Return the unit of ``cell``: of its column, its row, its table; else the noun that its label counts.

    Args:
        cell: the cell.
        table: the table that it is of.
        caption: the words of its caption.
        heads: of each column of the table, the heads above it.
        units: the units and nouns that are known.
    """
    if any("%" in label for label in cell.column_path):
        return PERCENT
    for printed in _statements(cell, table):
        if (read := read_unit(printed, units)) is not None:
            return read
    if (noun := _counted(cell.column_path, units, told=True)) is not None:
        return noun  # "Số chi bộ", whatever the table is in
    stated = [table.unit] if table.unit else []
    for printed in (*stated, *_STATED.findall(caption), *_IN_BRACKETS.findall(caption)):
        if (read := read_unit(printed, units)) is not None:
            return read
    if cell.unit and len(cell.unit.split()) <= _UNIT_WORDS and cell.unit[:1].isalpha():
        return CellUnit(cell.unit.strip(" .:()").lower(), Kind.COUNT)  # a unit that only this table has
    for label in (*reversed(cell.column_path), *reversed(cell.row_path)):
        if _PERCENT_LAST.search(label) and not _SHARED.search(label):
            return PERCENT
    return (
        _counted(cell.column_path, units)
        or _of_the_whole(cell, heads, units)
        or _counted(cell.row_path, units, told=True)
        or _counted(cell.row_path, units)
        or NONE
    )


def _statements(cell: DataCell, table: ReportTable) -> list[str]:
    """Return what is printed as a unit of a cell, nearest first; not yet that of the whole table."""
    found = [cell.unit] if cell.unit and cell.unit != table.unit else []
    found += [label for label in reversed(cell.column_path) if _IS_UNIT.fullmatch(label)]  # "Thu ngân sách › Tỷ đồng"
    for label in (*reversed(cell.column_path), *reversed(cell.row_path)):
        if _SHARED.search(label):
            continue
        found += _IN_BRACKETS.findall(label)
        if _IN_PERCENT.search(label):
            found.append("%")
    return found


def _of_the_whole(cell: DataCell, heads: Mapping[int, Path], units: Units) -> CellUnit | None:
    """Return what the column counts of which this one is a part: ``Số học sinh | Trong đó: Nữ``."""
    if not any(_PART.match(label) for label in cell.column_path):
        return None
    before = sorted((column for column in heads if column < cell.column), reverse=True)
    return next((unit for column in before if (unit := _counted(heads[column], units)) is not None), None)


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
    if factor > 1 and (found is None or not found.known) and len(words.split()) < _UNIT_WORDS and words.isalpha():
        return CellUnit(words.lower(), Kind.COUNT, factor)  # "1.000 quả"
    if found is None or not found.known or found.end < len(folded) - 12:
        return None
    unit = found.printed(f" {words}") if found.kind is not Kind.COUNT else words.lower()
    unit = unit.lower() if unit.istitle() else unit  # "Tấn", "Ha" open a cell
    return CellUnit(unit, found.kind, factor * found.factor)


def _counted(path: Path, units: Units, *, told: bool = False) -> CellUnit | None:
    """Return the noun that the lowest label which counts something begins with: ``Số đảng viên kết nạp``.

    Args:
        path: the labels, outermost first.
        units: the nouns.
        told: only after words that say that it is a number of something.
    """
    for label in reversed(path):
        match = _AMOUNT.match(label)
        words = label[match.end() if match else 0 :].strip()
        amount = match is not None and match["amount"] is not None
        if not words or _is_name(words) or (told and not amount):
            continue
        noun = units.noun(fold(words), 0)
        if noun is None or not noun.known or noun.unit in _PLANS or (not amount and noun.unit in _HALF_WORDS):
            continue
        return CellUnit(noun.printed(words), Kind.COUNT)
    return None


def _is_name(label: str) -> bool:
    """Tell whether a label names one body or place, so that its noun is not what the cells count."""
    named = _NAMED.fullmatch(label.strip(" .:;-–*"))
    if named is None or label.isupper():
        return False
    name = named["name"]
    kind = all(word.lower() in _KINDS or (len(word) > 1 and word.isupper()) for word in name.replace(",", " ").split())
    return _NUMBER.fullmatch(name) is not None or (name[0].isupper() and not kind)
