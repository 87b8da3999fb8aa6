"""Blots out the numbers that are no indicators: dates, symbols, names, sizes."""

from __future__ import annotations

import re
from itertools import chain

from trichluc.extract.indicators.rules import IndicatorRules

BLOT = "\x01"  # no letter, digit, blank or stroke: nothing that a measure could be made of
_DIGIT = re.compile(r"\d")


def blot(text: str, rules: IndicatorRules, whole: str | None = None, start: int = 0) -> str:
    """Return ``text`` with every match of the masks of ``rules`` that holds a digit blotted out, same length.

    Args:
        text: a passage.
        rules: with the masks.
        whole: the text that it stands in, if others of its passages are asked for too.
        start: offset of the passage in that.
    """
    if not _DIGIT.search(text):
        return text
    letters: list[str] | None = None
    found = rules.masks.matches(text) if whole is None else rules.masks.matches_in(text, whole, start)
    for match in chain.from_iterable(found.values()):
        letters = letters or list(text)
        start, end = match.span()
        if any(map(str.isdigit, text[start:end])):
            letters[start:end] = BLOT * (end - start)
    return "".join(letters) if letters else text
