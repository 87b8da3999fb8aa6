"""Blanks that a pdf does not hold, and blanks that only pdfium sees.

A line that had to be fitted is condensed: its letters overlap by a tenth of their height. Where the writer's program
moved the pen instead of setting a blank, the gap before the next word is wider than those around it, though narrower
than a blank would be (``raucải``). At an exponent, on the other hand, pdfium gives a blank of no width (``m3 /hộ``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from trichluc.text.syllables import is_syllable

if TYPE_CHECKING:
    from trichluc.parsers.pdf_glyphs import Glyph

_FEWEST_GAPS = 8  # with fewer letters around it a gap does not show how wide it is
_AROUND = 12  # letters on either side that a gap is compared with: half a line may be condensed
_WIDER = 0.12  # share of the height by which a gap between words is wider than those around it
_RAISED = 0.8  # share of the height of what follows that an exponent has at most
_TOUCHING = 0.1  # share of the height by which two letters that touch are apart, or overlap
_CONDENSED = -0.04  # usual gap of condensed letters, as a share of the height


def with_blanks(line: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs of a line with a blank in each gap that parts two words.

    Where letters are condensed the gap itself tells; elsewhere only one that parts two syllables which together are
    none. What OCR read has its blanks from OCR.
    """
    line = [glyph for index, glyph in enumerate(line) if not _is_false(line, index)]
    gaps = [_gap(before, after) for before, after in pairwise(line)]
    found: list[Glyph] = list(line[:1])
    for index, gap in enumerate(gaps):
        if gap is not None and gap > _WIDER + _CONDENSED * 2 and _parts(line, gaps, index):
            last = line[index]
            found.append(replace(last, text=" ", left=last.right, right=line[index + 1].left))
        found.append(line[index + 1])
    return found


def _is_false(line: Sequence[Glyph], index: int) -> bool:
    """Whether a glyph is a blank of no width between a raised figure and the letter that touches it."""
    blank = line[index]
    if not blank.text.isspace() or blank.right > blank.left or not 0 < index < len(line) - 1:
        return False
    before, after = line[index - 1], line[index + 1]
    if before.text.isspace() or after.text.isspace() or before.height > _RAISED * after.height:
        return False
    return abs(after.left - before.right) < _TOUCHING * after.height


def _gap(before: Glyph, after: Glyph) -> float | None:
    """Return the gap between two letters as a share of the height, null at a blank."""
    if before.text.isspace() or after.text.isspace() or before.confidence is not None:
        return None
    return (after.left - before.right) / max(before.height, 1.0)


def _parts(line: Sequence[Glyph], gaps: Sequence[float | None], index: int) -> bool:
    around = sorted(gap for gap in gaps[max(index - _AROUND, 0) : index + _AROUND + 1] if gap is not None)
    if len(around) < _FEWEST_GAPS:
        return False
    usual = around[len(around) // 2]
    if (gaps[index] or 0.0) - usual < _WIDER:
        return False
    if usual < _CONDENSED:
        return True
    left = "".join(_letters(line, index, -1))[::-1]
    right = "".join(_letters(line, index + 1, 1))
    return is_syllable(left) and is_syllable(right) and not is_syllable(left + right)


def _letters(line: Sequence[Glyph], index: int, step: int) -> Iterator[str]:
    while 0 <= index < len(line) and line[index].text.isalpha():
        yield line[index].text
        index += step
