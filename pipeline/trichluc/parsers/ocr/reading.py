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
from trichluc.parsers.ocr.overlooked import read_overlooked
from trichluc.parsers.ocr.pieces import ASCENT, DESCENT, read_parts, without
from trichluc.parsers.ocr.rulings import Ruled, erase, find_rulings, to_points
from trichluc.parsers.ocr.symbols import read_symbols
from trichluc.parsers.ocr.tesseract import Tesseract, TesseractError, Word
from trichluc.parsers.pdf_glyphs import Glyph

# Below this mean confidence a page is tried in other positions, and is not to be trusted where that does not help.
_POOR = 0.70
_UNREADABLE = 0.60
_FEW = 8  # words, of which nothing can be said
_STRIP = 400  # dots; some six lines
_BLOCK = 6  # page segmentation mode: one block of lines
_OWN_LINE = 0.25  # share of the letters' size by which a run that stands higher or lower is on a line of its own
_BLANK_INK = 0.0004  # share of the page
_TOGETHER = 6  # dots of ink of 25 around one that is of a letter, a quarter of the size
_SAME_SIZE = (0.72, 1.38)  # letters that differ less from the page's are of its size: the measure is rough


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
    first = _read(tesseract, page, seconds, whole=False)
    if first.confidence >= _POOR and len(first.words) >= _FEW:
        return first
    best = first
    for degrees in _turns(tesseract, page, seconds):
        # PIL turns counter-clockwise
        turned = _read(tesseract, level(page.grey.rotate(-degrees, expand=True)), seconds)
        best = turned if _worth(turned.words) > _worth(best.words) else best
        if best.confidence >= _POOR and len(best.words) >= _FEW:
            break
    return best if best is not first else _read(tesseract, page, seconds)


def _turns(tesseract: Tesseract, page: PageImage, seconds: float) -> Iterator[int]:
    """Give the turns to try, in degrees clockwise: those in which some lines read well, else the most likely one.

    Some lines take a fifth of the time that a page takes. Whether lines lie or stand shows without reading.
    """
    tried = dict[int, float]()
    for degrees in (90, 270, 180) if _lines_stand(page.grey) else (180, 90, 270):
        strip = _strip(page.grey.rotate(-degrees, expand=True))
        words = tesseract.words(pgm(strip), dpi=DPI, layout=_BLOCK, seconds=seconds)
        if _mean(words) >= _POOR and 2 * len(words) >= _FEW:
            yield degrees
        else:
            tried[degrees] = _worth(words)
    if tried:
        yield max(tried, key=lambda degrees: tried[degrees])


def _lines_stand(grey: Image.Image) -> bool:
    """Whether a page lies on its side: its columns of dots differ more from their neighbours than its rows do."""
    dark = ink(grey.reduce(4))
    rows, columns = (np.square(np.diff(dark.mean(axis=axis))).mean() for axis in (1, 0))
    return bool(columns > rows)


def _strip(grey: Image.Image) -> Image.Image:
    """Return the lines of a page in the middle of which most ink is."""
    rows = np.asarray(grey.reduce(8), dtype=np.float32).mean(axis=1)
    height = max(1, min(_STRIP // 8, len(rows)))
    sums = np.convolve(255 - rows, np.ones(height), "valid")
    top = int(np.argmax(sums)) * 8
    return grey.crop((0, top, grey.width, min(grey.height, top + height * 8)))


def _worth(words: Sequence[Word]) -> float:
    return sum(len(word.text) * (word.confidence - 0.5) for word in words)


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


def _read(tesseract: Tesseract, page: PageImage, seconds: float, *, whole: bool = True) -> PageReading:
    """Read the page as it stands: its tables cell by cell, columns side by side one by one, the rest as a whole.

    Unless the ``whole`` of it is wanted, the rest alone is read where that reads badly already.
    """
    ruled = find_rulings(page)
    bare = clean(erase(page, ruled.rulings))
    cells = [box for table in ruled.find_tables() for box in table.cells]
    words = _levelled(page, tesseract.words(pgm(without(bare, cells).grey), dpi=DPI, seconds=seconds))
    words, dropped = without_marks(words)
    if whole or len(words) < _FEW or _mean(words) >= _POOR:
        words = read_parts(tesseract, bare, words, cells, seconds)
        words = words + read_overlooked(tesseract, bare, words, cells, seconds)
        words = read_symbols(tesseract, bare, words, seconds)
    return PageReading(tuple(words), ruled, *page.points, confidence=_mean(words), dropped=dropped)


def _mean(words: Sequence[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0


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
