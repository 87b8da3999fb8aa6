"""Page furniture of a pdf: page numbers, running heads and feet, the lines of an electronic signature."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from trichluc.parsers.pdf_glyphs import Segment

_MARGIN = 0.09  # share of the page's height in which running heads and feet stand
_PAGE_NUMBER = re.compile(r"(?:trang|page)?\s*[-–—]?\s*\d{1,4}\s*(?:(?:/|trên)\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE)
# What signing software prints on the page (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục VI).
_SIGNED = re.compile(
    r"(?:người ký|ký bởi|được ký bởi|signed by|ngày ký|thời gian ký|giờ ký|signing time)\s*:", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_DIGITS_OF_NUMBER = 3  # characters of the number of a page, however it was read
_ASIDE = 20.0  # points by which the number of a page may stand beside the middle of the text


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is no text of the report: running heads and feet, each once, and signature lines."""

    heads: tuple[str, ...]
    feet: tuple[str, ...]


def take_furniture(pages: Sequence[list[Segment]], heights: Sequence[float]) -> Furniture:
    """Take the furniture out of the pages' segments, in place, and return what it says.

    A line in the margin that stands on at least two pages and half of them, digits aside, is a running head or foot.
    """
    seen: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        seen.update({_key(line) for line in lines if _in_margin(line, height)})
    running = {key for key, count in seen.items() if count >= 2 and count * 2 >= len(pages)}
    heads, feet = dict[str, None](), dict[str, None]()
    everything = [line for lines in pages for line in lines]
    middle = (min(line.left for line in everything) + max(line.right for line in everything)) / 2 if everything else 0.0
    for lines, height in zip(pages, heights, strict=True):
        kept = []
        for line in lines:
            margin = _in_margin(line, height)
            if _SIGNED.match(line.text.strip()):
                feet[line.text.strip()] = None
            elif margin and (_PAGE_NUMBER.fullmatch(line.text.strip()) or _misread_number(line, lines, middle)):
                continue
            elif margin and _key(line) in running:
                (heads if line.top < height / 2 else feet).setdefault(line.text.strip())
            else:
                kept.append(line)
        lines[:] = kept
    return Furniture(_one_each(heads), _one_each(feet))


def _one_each(texts: dict[str, None]) -> tuple[str, ...]:
    """Return the texts without those that differ from an earlier one in digits only."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(_DIGITS.sub("#", text), text)
    return tuple(found.values())


def _in_margin(line: Segment, height: float) -> bool:
    return line.bottom < height * _MARGIN or line.top > height * (1 - _MARGIN)


def _misread_number(line: Segment, lines: Sequence[Segment], middle: float) -> bool:
    """Tell whether OCR read something short in the middle of a margin, where only the number of the page stands."""
    if len(line.text.strip()) > _DIGITS_OF_NUMBER or all(glyph.confidence is None for glyph in line.glyphs):
        return False
    alone = not any(other is not line and other.top < line.bottom and line.top < other.bottom for other in lines)
    return alone and abs((line.left + line.right) / 2 - middle) < _ASIDE


def _key(line: Segment) -> str:
    return f"{'head' if line.top < 200 else 'foot'} {_DIGITS.sub('#', ' '.join(line.text.split()))}"
