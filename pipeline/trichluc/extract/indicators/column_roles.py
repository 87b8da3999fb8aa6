"""The role that the heads of a column, or the label of a row of a table that is turned, give the numbers under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from trichluc.extract.indicators.rules import IndicatorRules
from trichluc.layout.model import DataCell
from trichluc.records import Role

_COMPARING = re.compile(
    r"(?<!\w)(?:so(?: sánh)?(?: với)?|tăng|giảm|chênh lệch|tỷ lệ|tỉ lệ|mức độ)(?!\w)|%", re.IGNORECASE
)
# what came and went is counted by its kinds: "Tăng trong năm › Kết nạp"
_CAME_AND_WENT = re.compile(r"(?:số )?(?:tăng|giảm)(?: trong (?:năm|kỳ|quý|tháng))$", re.IGNORECASE)
_QUOTIENT = re.compile(
    r"(?:^|[(:)]|(?<=so sánh )|(?<=tỷ lệ ))\s*(?P<above>[^/():|]{2,30})/(?P<below>[^/():|]{2,30})", re.IGNORECASE
)
_PLAN = re.compile(r"(?<!\w)(?:kh|kế hoạch|dt|dự toán|nq|nghị quyết|ct|chỉ tiêu|mục tiêu)(?!\w)", re.IGNORECASE)
_RESULT = re.compile(r"(?<!\w)(?:th|u ?th|ư ?th|ước|thực hiện)(?!\w)", re.IGNORECASE)
_THEN = re.compile(r"(?<!\w)(?:cùng kỳ|ck|năm trước|kỳ trước|quý trước|tháng trước)(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_YEAR_OVER_YEAR = re.compile(
    r"(?<!\d)(20\d\d|19\d\d)\s*(?P<by>/|so với|với)\s*(?:[^\s/]+\s+){0,3}((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
# labels of rows that say no more than a role or a time: the columns say what is measured
_ROLE_WORDS = (
    "kế hoạch|kh|chỉ tiêu|dự toán|mục tiêu|(?:ước )?(?:thực hiện|th)|kết quả(?: thực hiện)?|cùng kỳ|năm trước"
    "|(?:tỷ lệ|%) (?:đạt|thực hiện|hoàn thành|so với)|đạt tỷ lệ|so(?: sánh)?(?: với)?|tăng, giảm|tăng/giảm|chênh lệch"
    "|th/kh"
)
_LONGEST = 60  # characters of such a label
_WHEN = r"(?:năm|quý|tháng|kỳ|vụ|cả|đầu|cuối|học|này|trước|nay|\d{1,2}|\d{4}(?: ?[-–] ?\d{4})?|[IVX]+)"
_ROLE_ROW = re.compile(
    rf"(?:{_ROLE_WORDS}|năm|quý|tháng|\d{{4}})"
    rf"(?:[ ,]+(?:{_WHEN}|được|giao|tỉnh|huyện|trung ương|tw|đề ra|báo cáo|%|với|{_ROLE_WORDS}))*\s*(?:\(\s*%\s*\))?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def column_role(header: str, rules: IndicatorRules) -> tuple[Role | None, str]:
    """Return the role that the head of a column gives its numbers, and the rule that says so; null where none does."""
    if (quotient := _quotient(header)) is not None:
        return quotient, "column-quotient-of"
    for rule in rules.within(header).at("role", "column"):
        if rule.regex.search(header):
            return Role(rule.role or "actual"), rule.id
    return None, ""


@lru_cache(maxsize=1024)
def path_role(path: tuple[str, ...], rules: IndicatorRules) -> tuple[Role | None, str]:
    """Return the role that the heads above a column give: all together where one of them compares, else the lowest.

    Args:
        path: the heads, outermost first.
        rules: those of the family.
    """
    if any(_CAME_AND_WENT.match(head.strip()) for head in path[:-1]):
        return None, ""
    whole = " ".join(path)
    if len(path) < 2 or any(_COMPARING.search(head) for head in path[:-1]):
        return column_role(whole, rules)
    for head in reversed(path):
        role, rule = column_role(head, rules)
        if role is not None:
            return role, rule
    return None, ""


def turned(cell: DataCell) -> DataCell:
    """Return the cell of a turned table with the label of its row among its heads (a row for ``Kế hoạch năm 2023``).

    Such a label says no more than a role or a time, and a head says what is measured.
    """
    label = cell.row_path[0].strip(" .:") if len(cell.row_path) == 1 and cell.column_path else ""
    if not 0 < len(label) <= _LONGEST or _ROLE_ROW.fullmatch(label) is None:
        return cell
    return replace(cell, column_path=(*cell.column_path, cell.row_path[0]), row_path=(), row_lines=())


def _quotient(header: str) -> Role | None:
    """Tell what a column holds that divides one by another: ``TH/KH`` is a rate, ``ƯTH/TH 2022`` compares."""
    years = _YEAR_OVER_YEAR.search(header)
    if years is not None and (years["by"] != "/" or years[1] > years[3]):
        return Role.CHANGE
    match = _QUOTIENT.search(header)
    if match is None:
        return None
    above, below = match["above"], match["below"]
    if _THEN.search(below):
        return Role.CHANGE
    if _RESULT.search(above) and _PLAN.search(below):
        return Role.RATE
    known = all(_RESULT.search(side) or _PLAN.search(side) for side in (above, below))
    return Role.CHANGE if known and re.search(r"\d{4}", below) else None


def years_compared(header: str) -> tuple[str, ...]:
    """Return the years of a head that compares two: ``2023 so với 2022``, ``DT 2024/DT 2023``."""
    years = tuple(dict.fromkeys(_YEAR.findall(header)))
    return years if len(years) > 1 and _quotient(header) is Role.CHANGE else ()


def is_series(paths: Sequence[tuple[str, ...]], rules: IndicatorRules) -> bool:
    """Tell whether columns tell one year after the other, three or more, and none compares them."""
    years = {year for path in paths for year in _YEAR.findall(" ".join(path))[-1:]}
    compared = any(path_role(path, rules)[0] in (Role.CHANGE, Role.RATE, Role.TARGET) for path in paths)
    return len(years) > 2 and not compared
