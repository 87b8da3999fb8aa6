"""Where the clean text of a document stands in the raw text that it was made from."""

from __future__ import annotations

import re
import unicodedata

from trichluc.text.characters import normalise

_WORD = re.compile(r"\S+")
_WINDOW = 2_000  # characters; how far a word may have moved (a row of a table that is written cell by cell)


class Alignment:
    """Maps offsets of ``clean`` to offsets of ``raw``.

    The clean text is the raw text in NFC with white space folded, invisible characters dropped, and now and then a mark
    left out or a cell separator put in. Words keep their order, so each is looked for where the last one ended; a word
    that is not found there within :data:`_WINDOW` stands nowhere.
    """

    def __init__(self, clean: str, raw: str) -> None:
        self.raw = raw
        self._same = clean == raw
        if self._same:
            return
        self._clean = clean
        letters, starts, ends = _normalised(raw)
        self._first: list[int | None] = [None] * len(clean)
        self._last: list[int | None] = [None] * len(clean)
        place = 0
        for word in _WORD.finditer(clean):
            found = letters.find(word[0], place, place + _WINDOW)
            if found < 0:
                continue
            for index in range(len(word[0])):
                self._first[word.start() + index] = starts[found + index]
                self._last[word.start() + index] = ends[found + index]
            place = found + len(word[0])

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where ``clean[start:end]`` stands in the raw text; null where its words do not stand there."""
        if self._same:
            return start, end
        if start >= end or end > len(self._clean):
            return None
        first, last = self._first[start], self._last[end - 1]
        if first is None or last is None or last <= first:
            return None
        same = _squeezed(normalise(self.raw[first:last])) == _squeezed(self._clean[start:end])
        return (first, last) if same else None


def _normalised(raw: str) -> tuple[str, list[int], list[int]]:
    """Return ``raw`` with its characters normalised, and where each character of that begins and ends in ``raw``."""
    letters, starts, ends, start = list[str](), list[int](), list[int](), 0
    while start < len(raw):
        end = start + 1
        while end < len(raw) and unicodedata.combining(raw[end]):
            end += 1
        for letter in normalise(raw[start:end]):
            letters.append(letter)
            starts.append(start)
            ends.append(end)
        start = end
    return "".join(letters), starts, ends


def _squeezed(text: str) -> str:
    return "".join(text.split())
