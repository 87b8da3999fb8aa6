"""Words of a page as letters with places, and marks that are no words: initials, strokes of a pen, dirt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from trichluc.parsers.ocr.tesseract import Word
from trichluc.parsers.pdf_glyphs import Glyph

_APART = 1.9  # a gap wider than this share of the letters' size parts two runs of words
_DOUBTFUL = 0.5  # a word below this confidence speaks for nothing
_PUNCTUATION = 0.8  # a run of punctuation below this confidence is a speck
_MOST_LETTERS = 6  # a longer run of doubtful letters may be handwriting, and is kept


def glyphs(words: Sequence[Word]) -> Iterator[Glyph]:
    """Give the words letter by letter, each word's width shared out evenly; words of a line are parted by blanks."""
    for _, group in groupby(words, key=lambda word: word.line):
        before: Word | None = None
        for word in group:
            if before is not None:
                yield Glyph(" ", before.right, word.top, word.left, word.bottom, False, None, before.confidence)
            step = (word.right - word.left) / len(word.text)
            for index, letter in enumerate(word.text):
                left = word.left + index * step
                yield Glyph(letter, left, word.top, left + step, word.bottom, False, None, word.confidence)
            before = word


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
    for _, group in groupby(words, key=lambda word: word.line):
        for run in runs(list(group)):
            kept += [] if _is_mark(run) else run
    return kept, len(words) - len(kept)


def _is_mark(run: Sequence[Word]) -> bool:
    letters = [(letter, word.confidence) for word in run for letter in word.text if letter.isalnum()]
    if not letters:
        return max(word.confidence for word in run) < _PUNCTUATION
    return len(letters) <= _MOST_LETTERS and all(confidence < _DOUBTFUL for _, confidence in letters)
