"""Footnotes of a scanned page, told by the short rule above them: OCR gives no sizes that could tell them.

The mark before a note is small and raised, and often misread; the numbers of the other notes say what it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichluc.parsers.ocr.rulings import Ruling
from trichluc.parsers.pdf_glyphs import Segment, segment

_LENGTHS = (60.0, 240.0)  # points; word processors draw two inches
_TWO_INCHES = (130.0, 158.0)
_MARK_WIDTH = (5.0, 18.0)  # points that a mark with its blank takes
_LOWEST = 0.35  # share of the page's height above which no footnotes begin
_CLEAR = 5.0  # points above the rule that are free: an underlined word has less
_NEAR = 40.0  # points below the rule within which the first note stands
_ASIDE = 18.0  # points from the left edge of the text
_MARK = re.compile(
    r"\(?(?P<digits>\d{1,2})(?!\d|[/.,-]\d)[).]?\s*(?=\S)|(?P<spoilt>[!|lIÌìÍíỉỈĨĩỊîïtfrj†'`¹ˆ*°]{1,2}[).]?\s+|[!|¹]\s*)(?=\S)"
)


def take_ruled_notes(lines: list[Segment], rulings: Sequence[Ruling], height: float) -> list[tuple[str, list[Segment]]]:
    """Take the footnotes out of ``lines``, in place; return their marks with their lines.

    Args:
        lines: of a levelled page, from top to bottom; places in points.
        rulings: the ruling lines of the page.
        height: of the page, points.
    """
    for ruling in rulings:
        below = [line for line in lines if line.top > ruling.place - 3]
        if not below or not _is_separator(ruling, rulings, lines, height):
            continue
        if _MARK.match(below[0].text) or _lost_mark(ruling, below[0]):
            lines[:] = [line for line in lines if line not in below]
            return _numbered(below)
    return []


def _lost_mark(ruling: Ruling, line: Segment) -> bool:
    """Whether the first note lost its mark: the rule is two inches long, and the place under its beginning is free."""
    return _TWO_INCHES[0] <= ruling.end - ruling.start <= _TWO_INCHES[1] and (
        _MARK_WIDTH[0] <= line.left - ruling.start <= _MARK_WIDTH[1]
    )


def _is_separator(ruling: Ruling, rulings: Sequence[Ruling], lines: Sequence[Segment], height: float) -> bool:
    """Whether a line is the rule above footnotes: short, at the left, free above, text close below, in no table."""
    if ruling.upright or not _LENGTHS[0] <= ruling.end - ruling.start <= _LENGTHS[1]:
        return False
    place = ruling.place
    above = [line for line in lines if line.top <= place - 3]
    below = [line for line in lines if line.top > place - 3]
    if place < _LOWEST * height or not above or not below or below[0].top > place + _NEAR:
        return False
    if abs(ruling.start - min(line.left for line in lines)) > _ASIDE or max(line.bottom for line in above) > place - 2:
        return False
    underlined = any(
        place - line.bottom < _CLEAR and line.left < ruling.end and line.right > ruling.start for line in above
    )
    crossed = any(
        other.upright and other.start - 4 < place < other.end + 4 and ruling.start - 4 < other.place < ruling.end + 4
        for other in rulings
    )
    return not (underlined or crossed)


def _numbered(lines: Sequence[Segment]) -> list[tuple[str, list[Segment]]]:
    """Part the lines into notes; a spoilt mark gets the number that its place says."""
    found: list[tuple[int | None, list[Segment]]] = []
    for line in lines:
        match = _MARK.match(line.text)
        number = int(match["digits"]) if match is not None and match["digits"] else None
        known = [(place, said) for place, (said, _) in enumerate(found) if said is not None]
        due = known[-1][1] + len(found) - known[-1][0] if known else None
        if match is None or (found and number is not None and due is not None and number != due):
            if found:
                found[-1][1].append(line)
            else:  # its mark was lost
                found.append((None, [line]))
            continue
        rest = segment(line.glyphs[match.end() :])
        found.append((number, [rest] if rest is not None else []))
    first = next((said - place for place, (said, _) in enumerate(found) if said is not None), 1)
    return [(str(max(first, 1) + place), own) for place, (_, own) in enumerate(found)]
