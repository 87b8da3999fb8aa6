"""Blots out the numbers that are no indicators: dates, symbols, names, sizes."""

from __future__ import annotations

import re
from collections.abc import Iterable

BLOT = "\x01"  # no letter, digit, blank or stroke: nothing that a measure could be made of


def blot(text: str, masks: Iterable[re.Pattern[str]]) -> str:
    """Return ``text`` with every match of ``masks`` that holds a digit blotted out, same length."""
    spans = [m.span() for mask in masks for m in mask.finditer(text)]
    if not spans:
        return text
    letters = list(text)
    for start, end in spans:
        if any(letter.isdigit() for letter in text[start:end]):
            letters[start:end] = BLOT * (end - start)
    return "".join(letters)
