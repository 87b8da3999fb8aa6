"""A text and its words, found once for all the rules that look for what begins at a word."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import Any

from trichluc.text.needles import lower

_DIGIT = re.compile(r"\d")
_BLANK = re.compile(r"[^\S ]")
_WORDS = re.compile(r"(\w+|[^\w\s])")  # splits a text into blanks (first, last and between) and words and marks


class Indexed:
    """A text, ready to be looked for many words in. Use :func:`indexed` where several rules look at the same text.

    Attributes:
        lowered: the text in lower case, every offset kept.
        small: that with 0 for every digit and a blank for all white space.
        words: the words and marks of it.
        starts, ends: their offsets.
        kept: what somebody has found out about the text.
    """

    __slots__ = ("ends", "kept", "lowered", "small", "starts", "words")

    def __init__(self, text: str) -> None:
        self.lowered = lower(text)
        blank = self.lowered if self.lowered.isprintable() else _BLANK.sub(" ", self.lowered)
        self.small = _DIGIT.sub("0", blank)
        parts = _WORDS.split(self.small)
        edges = list(accumulate(map(len, parts)))
        self.words = parts[1::2]
        self.starts = edges[0:-1:2]
        self.ends = edges[1::2]
        self.kept: dict[object, Any] = {}

    def parts_word(self, place: int) -> bool:
        """Tell whether ``place`` stands inside a word."""
        return 0 < place < len(self.small) and is_word(self.small[place - 1]) and is_word(self.small[place])


@lru_cache(maxsize=2)  # the document that is read; a few words for each of its characters are kept with it
def indexed(text: str) -> Indexed:
    """Return ``text`` with its words; kept for a while, since rules ask for one sentence of it after the other."""
    return Indexed(text)


def is_word(letter: str) -> bool:
    """Tell whether a character is part of a word: a letter, a digit or a low line."""
    return letter.isalnum() or letter == "_"
