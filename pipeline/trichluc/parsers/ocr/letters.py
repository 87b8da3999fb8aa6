"""Words of a page as letters with places, and marks that are no words: initials, strokes of a pen, dirt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from trichluc.parsers.ocr.tesseract import Word
from trichluc.parsers.pdf_glyphs import Glyph

_APART = 1.9  # a gap wider than this share of the letters' size parts two runs of words
_DOUBTFUL = 0.5  # a word below this confidence speaks for nothing
_PUNCTUATION = 0.8  # a run of punctuation below this confidence is a speck
_CLOSE, _SLASH = 0.22, 0.4  # shares of the letters' size that part no two figures, nor a slash and a figure
_BEGUN = re.compile(r"\d/$")
_MEANT = frozenset("-–—+•*%…")  # these stand alone
_TINY = 0.5  # share of the page's letter size below which a few doubtful letters are specks
_DIRT = frozenset(".,:;_'`„~^·")  # a raised figure comes out as other signs
_MOST_LETTERS = 6  # a longer run of doubtful letters may be handwriting, and is kept


def glyphs(words: Sequence[Word]) -> Iterator[Glyph]:
    """Give the words letter by letter, each word's width shared out evenly; words of a line are parted by blanks."""
    for _, group in groupby(words, key=lambda word: word.line):
        before: Word | None = None
        for word in group:
            if before is not None and not _glued(before, word):
                yield Glyph(" ", before.right, word.top, word.left, word.bottom, False, None, before.confidence)
            step = (word.right - word.left) / len(word.text)
            for index, letter in enumerate(word.text):
                left = word.left + index * step
                yield Glyph(letter, left, word.top, left + step, word.bottom, False, None, word.confidence)
            before = word


def _glued(one: Word, other: Word) -> bool:
    """Whether two words are one number (``31/ 12/2023``, ``201 5``) that came out as two."""
    gap = (other.left - one.right) / one.size if one.size else 1.0
    if not other.text[0].isdigit():
        return False
    return (gap < _CLOSE and one.text[-1].isdigit()) or (gap < _SLASH and _BEGUN.search(one.text) is not None)


def without_dirt(words: Sequence[Word]) -> list[Word]:
    """Return the words without what is left of rulings and specks: doubtful punctuation that stands alone."""
    return [word for word in words if word.text in _MEANT or _is_word(word)]


def _is_word(word: Word) -> bool:
    return any(map(_says, word.text)) or word.confidence >= _PUNCTUATION


def _says(letter: str) -> bool:
    """Whether a letter is more than punctuation: the unit of a column may be ``(%)``."""
    return letter.isalnum() or letter == "%"


def _in_text(word: Word) -> bool:
    return not _DIRT.issuperset(word.text) or word.confidence >= _DOUBTFUL


def runs(line: Sequence[Word]) -> Iterator[list[Word]]:
    """Give the runs of a line's words that no wide gap parts."""
    run = list[Word]()
    for word in line:
        if run and word.left - run[-1].right > _APART * word.size:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def without_marks(words: Sequence[Word]) -> tuple[list[Word], int]:
    """Return the words without those that stand apart and cannot be any, and how many these were."""
    kept = list[Word]()
    sizes = [word.size for word in words for _ in word.text]
    least = _TINY * median(sizes) if sizes else 0.0
    for _, group in groupby(words, key=lambda word: word.line):
        for run in runs(list(group)):
            kept += [] if _is_mark(run, least) else [word for word in run if _in_text(word)]
    return kept, len(words) - len(kept)


def _is_mark(run: Sequence[Word], least: float) -> bool:
    letters = [(letter, word.confidence) for word in run for letter in word.text if _says(letter)]
    surest = max(word.confidence for word in run)
    if not letters or (run[0].size < least and len(letters) <= _MOST_LETTERS):
        return surest < _PUNCTUATION
    return len(letters) <= _MOST_LETTERS and all(confidence < _DOUBTFUL for _, confidence in letters)
