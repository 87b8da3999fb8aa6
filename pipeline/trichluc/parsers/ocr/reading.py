"""A page image read: its words as glyphs of the levelled page, its ruled tables, and how well it could be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

import numpy as np
from PIL import Image, ImageFilter

from trichluc.parsers.ocr.image import DPI, PageImage, clean, ink, level, pgm
from trichluc.parsers.ocr.letters import glyphs, runs, without_marks
from trichluc.parsers.ocr.pieces import ASCENT, DESCENT, read_parts, without
from trichluc.parsers.ocr.rulings import Ruled, erase, find_rulings, to_points
from trichluc.parsers.ocr.tesseract import Tesseract, TesseractError, Word
from trichluc.parsers.pdf_glyphs import Glyph

# Below this mean confidence a page is tried in other positions, and is not to be trusted where that does not help.
_POOR = 0.70
_UNREADABLE = 0.60
_FEW = 8  # words, of which nothing can be said
_OWN_LINE = 0.25  # share of the letters' size by which a run that stands higher or lower is on a line of its own
_BLANK_INK = 0.0004  # share of the page
_TOGETHER = 6  # dots of ink of 25 around one that is of a letter, a quarter of the size
_SAME_SIZE = (0.72, 1.28)  # letters that differ less from the page's are of its size: the measure is rough


@dataclass(frozen=True, slots=True)
class PageReading:
    """What OCR gave for a page.

    Attributes:
        words: in level coordinates, points.
        ruled: its ruling lines.
        width, height: of the levelled page, points.
        confidence: mean of the words', weighted by length; 1 for a blank page.
        blank: there is no ink on it.
        dropped: marks that were left out, because they cannot be letters.
    """

    words: tuple[Word, ...]
    ruled: Ruled
    width: float
    height: float
    confidence: float
    blank: bool = False
    dropped: int = 0

    @property
    def unreadable(self) -> bool:
        """Whether it is too poor for anything to be concluded from it."""
        return not self.blank and self.confidence < _UNREADABLE

    def glyphs(self) -> list[Glyph]:
        """Return the words letter by letter, each word's width shared out evenly; words of a line parted by blanks."""
        return list(glyphs(self.words))


def read_page(tesseract: Tesseract, page: PageImage, seconds: float = 60.0) -> PageReading:
    """Read a page, turned upright where it is not.

    Raises:
        TesseractError: the program failed or was not done in time.
    """
    if _is_blank(page.grey):
        return PageReading((), Ruled(()), *page.points, confidence=1.0, blank=True)
    first = _read(tesseract, page, seconds)
    if first.confidence >= _POOR and len(first.words) >= _FEW:
        return first
    best = first
    for degrees in _turns(tesseract, page):
        # PIL turns counter-clockwise
        turned = _read(tesseract, level(page.grey.rotate(-degrees, expand=True)), seconds)
        if _worth(turned) > _worth(best):
            best = turned
        if best.confidence >= _POOR and len(best.words) >= _FEW:
            break
    return best


def _turns(tesseract: Tesseract, page: PageImage) -> Iterator[int]:
    """Give the quarter turns to try: what the program says of the page, else all of them."""
    said = tesseract.turn(pgm(page.grey), dpi=DPI)
    if said:
        yield said
    yield from (degrees for degrees in (180, 90, 270) if degrees != said)


def _worth(reading: PageReading) -> float:
    return sum(len(word.text) * (word.confidence - 0.5) for word in reading.words)


def _is_blank(grey: Image.Image) -> bool:
    small = grey.resize((max(1, grey.width // 4), max(1, grey.height // 4)), Image.Resampling.BOX)
    dark = ink(small)
    edge = max(1, small.width // 25)  # the shadow along the edge of a scan is no ink
    inner = dark[edge:-edge, edge:-edge]
    if inner.size == 0 or float(inner.mean()) < _BLANK_INK:
        return True
    # grain and specks stand alone, the dots of a letter stand together
    mask = Image.fromarray(inner.astype(np.uint8) * 255).filter(ImageFilter.BoxBlur(2))
    return float((inner & (np.asarray(mask) >= _TOGETHER * 255 / 25)).mean()) < _BLANK_INK


def _read(tesseract: Tesseract, page: PageImage, seconds: float) -> PageReading:
    """Read the page as it stands: its tables cell by cell, columns side by side one by one, the rest as a whole."""
    ruled = find_rulings(page)
    bare = clean(erase(page, ruled.rulings))
    cells = [box for table in ruled.find_tables() for box in table.cells]
    words = _levelled(page, tesseract.words(pgm(without(bare, cells).grey), dpi=DPI, seconds=seconds))
    words, dropped = without_marks(words)
    words = read_parts(tesseract, bare, words, cells, seconds)
    letters = sum(len(word.text) for word in words)
    mean = sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0
    return PageReading(tuple(words), ruled, *page.points, confidence=mean, dropped=dropped)


def _levelled(page: PageImage, words: Sequence[Word]) -> list[Word]:
    """Return the words in points on the levelled page, those of a line on one base and of one size.

    A line that goes over a wide gap may be two, of columns that stand at different heights: each run gets its own.
    """
    sizes = [word.size for word in words for _ in word.text]
    common = median(sizes) if sizes else 0.0
    found, number = list[Word](), 0
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        size = line[0].size
        if _SAME_SIZE[0] * common <= size <= _SAME_SIZE[1] * common:
            size = common
        middle = median([_middle(word) for word in line])
        for run in runs(line):
            shift = median([_middle(word) for word in run]) - middle
            found += _set_level(page, run, size, shift if abs(shift) > _OWN_LINE * size else 0.0, number)
            number += 1
    return found


def _middle(word: Word) -> float:
    """Return how far the middle of a word stands below the base of its line, in dots."""
    return (word.top + word.bottom) / 2 - word.base


def _set_level(page: PageImage, run: Sequence[Word], size: float, shift: float, number: int) -> list[Word]:
    places = [
        (to_points(page, word.left, word.base + shift), to_points(page, word.right, word.base + shift)) for word in run
    ]
    base = median([(left[1] + right[1]) / 2 for left, right in places])
    size *= 72 / DPI
    top, bottom = base - ASCENT * size, base + DESCENT * size
    return [
        replace(word, left=left[0], right=right[0], top=top, bottom=bottom, base=base, size=size, line=number)
        for word, (left, right) in zip(run, places, strict=True)
    ]


__all__ = ["PageReading", "TesseractError", "read_page"]
