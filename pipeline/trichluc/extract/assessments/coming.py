"""Sentences about years to come, told by the year of the report itself: ``Đến năm 2030, …`` plans in 2024 only."""

from __future__ import annotations

import re

from trichluc.extract.described import Described

_COMING = re.compile(
    r"\W*(?:(?:trong|sang|bước vào|từ nay|vào|dự kiến|kế hoạch|chỉ tiêu|mục tiêu|phương hướng)\W+)*"
    r"(?:(?:đến|tới)\s+(?:hết\s+|cuối\s+)?)?"
    r"(?:năm(?:\s+học)?|giai đoạn|nhiệm kỳ|thời kỳ|quý\s+\w+(?:\s+năm)?|vụ\s+\w+)\s+"
    r"(?P<first>(?:19|20)\d\d)(?:\s*[-–/]\s*(?P<last>(?:19|20)\d\d))?(?!\d)",
    re.IGNORECASE,
)
# what is told, foreseen by others, or said of the year itself
_TOLD = re.compile(
    r"(?<!\w)(?:đã|hiện|vừa|dự báo|ước tính|là năm|kỷ niệm|tròn|có hiệu lực|được (?:chọn|xác định) là)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def year_of(described: Described) -> int | None:
    """Return the year in which a report was made, else the last year that it covers; null for neither."""
    if described.issued_on:
        return int(described.issued_on[:4])
    years = [] if (described.period or "").endswith("..") else _YEAR.findall(described.period or "")
    return max(map(int, years), default=None)


def comes(sentence: str, year: int | None) -> bool:
    """Tell whether ``sentence`` opens with a time that comes after ``year``, and tells nothing that was.

    >>> comes("Đến năm 2030, mỗi xã có một trạm bơm.", 2024)
    True
    >>> comes("Đến năm 2020, mỗi xã có một trạm bơm.", 2024)
    False
    """
    opening = _COMING.match(sentence) if year is not None else None
    if opening is None or year is None or _TOLD.search(sentence):
        return False
    return int(opening["last"] or opening["first"]) > year
