"""Capitals of TCVN3, which has none with a tone: ``§¶NG`` is ``ĐảNG`` letter by letter, and means ``ĐẢNG``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichluc.text.syllables import is_syllable

__all__ = ["mend_capitals", "to_capitals"]

_WORD = re.compile(r"[^\W\d_]+")


def to_capitals(text: str) -> str:
    """Return ``text`` in capitals, same length."""
    raised = text.upper()
    return raised if len(raised) == len(text) else "".join(_capital(letter) for letter in text)


def mend_capitals(raw: str, converted: str) -> str:
    """Return ``converted`` with small toned letters made capitals where the word around them is in capitals.

    Args:
        raw: the text before conversion, of the same length: it tells which letters were typed as capitals.
        converted: the text after conversion.
    """
    if len(raw) != len(converted) or raw.isascii():
        return converted
    matches = list(_WORD.finditer(converted))
    states = [_state(raw[match.start() : match.end()], match[0]) for match in matches]
    letters = list(converted)
    for index, match in enumerate(matches):
        raise_it = states[index] is True and not match[0].isupper()
        if states[index] is None:
            raise_it = states[index] = _beside_capitals(converted, matches, states, index)
        if raise_it:
            letters[match.start() : match.end()] = to_capitals(match[0])
    return "".join(letters)


def _beside_capitals(text: str, words: Sequence[re.Match[str]], states: Sequence[bool | None], index: int) -> bool:
    """Whether the words beside a word, with a blank between, are in capitals and no abbreviations."""
    around: list[bool | None] = []
    for place in (index - 1, index + 1):
        if 0 <= place < len(words):
            first, second = sorted((words[place], words[index]), key=lambda word: word.start())
            if text[first.end() : second.start()] == " ":
                around.append(states[place] if states[place] is not True else is_syllable(words[place][0]))
    return bool(around) and any(around) and False not in around


def _state(raw: str, word: str) -> bool | None:
    """Whether a word is in capitals; null where it shows only one, which may be that of a name (``Bµ``: Bà or BÀ)."""
    if word.islower():  # most words are
        return False
    own = [letter for before, letter in zip(raw, word, strict=True) if before.isascii() or letter.isupper()]
    if any(letter.islower() for letter in own):
        return False
    if len(own) >= 2:
        return True
    return None if own and word[0].isupper() else False


def _capital(letter: str) -> str:
    raised = letter.upper()
    return raised if len(raised) == 1 else letter
