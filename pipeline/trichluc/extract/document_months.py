"""Months that the State or a union gives to one cause each year, of which a report tells by their names."""

from __future__ import annotations

import re

# name after "Tháng": month of the year
_MONTHS = {
    "thanh niên": 3, "công nhân": 5, "nhân đạo": 5, "hành động về an toàn": 5, "hành động an toàn": 5,
    "hành động vì trẻ em": 6, "hành động vì môi trường": 6, "hành động phòng, chống ma": 6, "an toàn giao thông": 9,
    "hành động vì người cao tuổi": 10, "hành động quốc gia về dân số": 12,
}  # fmt: skip
_NAMED = re.compile(
    rf"(?<!\w)tháng\s+(?P<name>{'|'.join(name.replace(' ', chr(92) + 's+') for name in _MONTHS)})(?!\w)", re.IGNORECASE
)


def month_of_action(title: str, year: str) -> str | None:
    """Return the month that ``title`` names in ``year``: ``Kết quả Tháng Thanh niên năm 2022`` tells of 2022-03."""
    match = _NAMED.search(title)
    return f"{year}-{_MONTHS[' '.join(match['name'].lower().split())]:02}" if match else None
