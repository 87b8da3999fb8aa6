"""What the labels of a table say: the name of a number."""

from __future__ import annotations

import re
from functools import lru_cache

from trichluc.extract.indicators.column_roles import column_role
from trichluc.extract.indicators.rules import IndicatorRules
from trichluc.layout.model import DataCell

EDGES = " .,:;-–+*•"
_YEAR = re.compile(r"(?:19|20)\d{2}")
_LABEL_NUMBER = re.compile(r"^(?:chỉ tiêu|tiêu chí|nội dung|mục)\s+(?:số\s+)?\d+\s*[:.]\s*", re.IGNORECASE)
_OF_WHICH = re.compile(r"^(?:trong đó|trong số đó|gồm|chia ra)\s*:?\s*(?:có\s+)?", re.IGNORECASE)
_NAME_PARTS = 3
_IN_BRACKETS = re.compile(r"\([^()]*\)?")
# heads that only say that there is a number
_NO_MEASURE = re.compile(
    r"(?:số lượng|sl|tl|tỷ lệ|tỉ lệ|giá trị|tổng số|tổng|tổng cộng|cộng|số liệu|đvt|đơn vị(?: tính)?|so sánh|nội dung|"
    r"chỉ tiêu|mặt hàng|ghi chú|(?:quý|tháng) \S+|\d+ tháng.*|luỹ kế.*|lũy kế.*|trong đó|gồm|chia ra|.{0,2}|"
    r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )?(?:đồng|usd|vnđ)|tấn)",
    re.IGNORECASE,
)


def name_of(path: tuple[str, ...]) -> str:
    """Return the label of a row with the groups above it; outer groups are left out where there are many."""
    parts = [clean for part in path if (clean := clean_label(part))]
    return ": ".join(parts[-_NAME_PARTS:])


def with_column(name: str, cell: DataCell, rules: IndicatorRules) -> str:
    """Add what the column measures, where its head says that: ``Bệnh viện A: Lượt khám bệnh``."""
    heads = []
    for label in cell.column_path:
        head = _IN_BRACKETS.sub("", label).strip(EDGES + "%")
        said = _NO_MEASURE.fullmatch(head) or _YEAR.search(head) or column_role(head, rules)[0] is not None
        if head and not said and head.lower() not in name.lower():
            heads.append(head)
    return ": ".join([part for part in (name, *heads) if part])


@lru_cache(maxsize=1024)
def clean_label(part: str) -> str:
    """Return a label without its own number, count and dots."""
    part = _OF_WHICH.sub("", _LABEL_NUMBER.sub("", part.strip(EDGES))).strip(EDGES)
    return re.sub(r"\s*:\s*\d+\s+(?:chỉ tiêu|nội dung|nhiệm vụ)$", "", part)


def stacked_names(cell: DataCell, count: int) -> list[str]:
    """Return the names of numbers that stand one above the other, where the row's label has as many lines."""
    if count < 2 or len(cell.row_lines) != count:
        return []
    groups = [clean for part in cell.row_path[:-1] if (clean := clean_label(part))]
    return [": ".join([*groups[-1:], _without_number(clean_label(line))]) for line in cell.row_lines]


def _without_number(label: str) -> str:
    """Return a label without the target that it states itself: ``có ít nhất 50% cá nhân giỏi`` → ``cá nhân giỏi``."""
    return re.sub(r"^(?:có )?(?:ít nhất|tối thiểu|trên|từ)?\s*\d+(?:[.,]\d+)?\s*%\s*(?:trở lên )?", "", label).strip(
        EDGES
    )
