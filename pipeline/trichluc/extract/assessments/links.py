"""Which limitation a cause or a remedy belongs to, where the report says so or its layout shows it.

Four ways lead from a cause to its limitation, tried in this order: its own words name one (``nguyên nhân của hạn chế
thứ hai``); it stands in the paragraph of one, or under the item of one; it follows a single limitation at once and
points back (``Nguyên nhân của tình trạng trên là …``); it bears the number that a limitation bears in a list just as
long. Where the report only says that some causes stand behind some limitations, none is linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from trichluc.extract.assessments.found import Found
from trichluc.layout.markers import marker_of
from trichluc.layout.model import Passage
from trichluc.records import Category

_SHORTCOMING = r"(?:hạn chế|tồn tại|khuyết điểm|thiếu sót|yếu kém|bất cập|vướng mắc|khó khăn|tình trạng|vấn đề)"
_NAMED = re.compile(
    rf"\b{_SHORTCOMING}\s+(?:thứ\s+(?P<word>nhất|hai|ba|tư|năm|sáu|bảy)|(?:số\s+)?\(?(?P<digit>[1-9])\)?)(?!\w|[.,]?\d)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    rf"\b(?:nguyên nhân|lý do|lí do|khắc phục|tháo gỡ|chấn chỉnh|giải quyết)\b[^.;]{{0,60}}\b(?:{_SHORTCOMING}|việc)"
    r"(?:[,\s]+\w+){0,6}?\s+(?:nêu trên|nói trên|kể trên|trên đây|trên|này|đó)\b"
    r"|^\W*(?:điều|việc|tình trạng) (?:này|đó|trên)\b[^.;]{0,40}\b(?:là do|do|vì|xuất phát|bắt nguồn)\b"
    r"|^\W*nguyên nhân\b(?! khách| chủ quan)[^.;:]{0,40}?\b(?:là|do)\b",
    re.IGNORECASE,
)
_ORDINALS = {word: value for value, word in enumerate(("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy"), 1)}
_LINKED = (Category.CAUSE, Category.REMEDY)
_FEWEST = 2  # items of two lists that share their numbers


def link(found: Sequence[Found], text: str) -> dict[int, int]:
    """Return for each cause or remedy in ``found``, by index, the index of its limitation, where it has one.

    Args:
        found: the statements of one report, in order of appearance.
        text: the clean text.
    """
    links = dict(_by_numbers(found))
    recent: list[int] = []  # the limitations of the list or paragraph read last
    for index, statement in enumerate(found):
        if statement.category is Category.LIMITATION:
            if recent and not _together(found[recent[-1]], statement):
                recent = []
            recent.append(index)
        elif statement.category in _LINKED:
            own = _own(found, recent, index, text)
            if own is not None:
                links[index] = own
        else:
            recent = []
    return links


def _together(one: Found, other: Found) -> bool:
    return one.section == other.section


def _own(found: Sequence[Found], recent: Sequence[int], index: int, text: str) -> int | None:
    """Return the limitation that a statement's words or its place give."""
    statement = found[index]
    words = statement.around.of(text)
    named = _NAMED.search(words)
    if named is not None:
        number = _ORDINALS.get((named["word"] or "").lower()) or int(named["digit"] or 0)
        return _of_number(found, recent, number)
    if not recent:
        return None
    last = found[recent[-1]]
    if last.passage == statement.passage or _hangs_on(statement.passage, last.passage):
        return recent[-1]
    if len(recent) == 1 and _POINTS_BACK.search(words[:200]):
        return recent[0]
    # an unnumbered "Nguyên nhân: …" right after an item speaks of that item
    after_item = last.passage.number and not statement.passage.number and last.section == statement.section
    return recent[-1] if after_item and _is_next(last.passage, statement.passage) and len(recent) > 1 else None


def _is_next(item: Passage, passage: Passage) -> bool:
    return passage.block == item.block + 1


def _hangs_on(passage: Passage, item: Passage) -> bool:
    """Tell whether ``passage`` stands under the numbered ``item``."""
    return bool(item.number) and passage.section == item.section and passage.depth > item.depth


def _of_number(found: Sequence[Found], recent: Sequence[int], number: int) -> int | None:
    numbered = {_number(found[index]): index for index in recent if _number(found[index]) is not None}
    if number in numbered:
        return numbered[number]
    return recent[number - 1] if not numbered and 1 <= number <= len(recent) else None


def _by_numbers(found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield links between a numbered list of limitations and the list of causes or remedies with the same numbers."""
    limitations: dict[int, int] = {}
    for (section, category), its in groupby(range(len(found)), key=lambda i: (found[i].section, found[i].category)):
        numbered = {value: i for i in its if (value := _number(found[i])) is not None}
        if category is Category.LIMITATION:
            limitations = numbered
        elif category in _LINKED and section and len(numbered) >= _FEWEST and numbered.keys() == limitations.keys():
            yield from ((index, limitations[value]) for value, index in numbered.items())


def _number(statement: Found) -> int | None:
    """Return the number before a statement, null for a bullet or none."""
    marker = marker_of(statement.passage.number)
    return marker.value if marker is not None else None
