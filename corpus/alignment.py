"""Two readings of one text laid side by side, letter by letter: where they differ, and in what."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import numpy as np


class Difference(NamedTuple):
    """A stretch of the first text that reads otherwise in the second.

    Attributes:
        start, end: of the stretch in the first text; equal where something was put in.
        wanted, read: what the two texts have there.
        cost: letters that must be put in, taken out or changed.
    """

    start: int
    end: int
    wanted: str
    read: str
    cost: int


def plain(text: str) -> tuple[str, list[int]]:
    """Return a text in NFC with white space folded, and where each of its letters stands in ``text``."""
    letters, places = list[str](), list[int]()
    for place, letter in enumerate(unicodedata.normalize("NFC", text)):
        if not letter.isspace():
            letters.append(letter)
            places.append(place)
        elif letters and letters[-1] != " ":
            letters.append(" ")
            places.append(place)
    return "".join(letters).rstrip(), places


def differences(one: str, other: str) -> list[Difference]:
    """Return where ``other`` departs from ``one``, edits side by side as one; the costs add up to the edit distance."""
    found, ends = list[Difference](), (-1, -1)
    for i, j, wanted, read in _edits(_table(one, other), one, other):
        if ends == (i, j):
            last = found.pop()
            found.append(Difference(last.start, i + len(wanted), last.wanted + wanted, last.read + read, last.cost + 1))
        else:
            found.append(Difference(i, i + len(wanted), wanted, read, 1))
        ends = (i + len(wanted), j + len(read))
    return found


def _table(one: str, other: str) -> np.ndarray:
    """Return the distances of every beginning of ``one`` to every beginning of ``other``."""
    letters = np.frombuffer(other.encode("utf-32-le"), dtype=np.uint32)
    places = np.arange(len(letters) + 1, dtype=np.int32)
    table = np.empty((len(one) + 1, len(letters) + 1), dtype=np.int32)
    table[0] = places
    for index, letter in enumerate(one, 1):
        row = table[index - 1]
        best = np.minimum(row[1:] + 1, row[:-1] + (letters != ord(letter)))
        table[index] = np.minimum.accumulate(np.concatenate(([index], best)) - places) + places
    return table


def _edits(table: np.ndarray, one: str, other: str) -> list[tuple[int, int, str, str]]:
    """Return the single edits from the first to the last, with their places in both texts."""
    i, j, found = len(one), len(other), list[tuple[int, int, str, str]]()
    while i or j:
        here = table[i, j]
        if i and j and one[i - 1] == other[j - 1] and here == table[i - 1, j - 1]:
            i, j = i - 1, j - 1
        elif i and j and here == table[i - 1, j - 1] + 1:
            i, j = i - 1, j - 1
            found.append((i, j, one[i], other[j]))
        elif i and here == table[i - 1, j] + 1:
            i -= 1
            found.append((i, j, one[i], ""))
        else:
            j -= 1
            found.append((i, j, "", other[j]))
    return found[::-1]
