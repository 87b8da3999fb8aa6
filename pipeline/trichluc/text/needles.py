"""What a text must hold for a regular expression to match it, so that most searches need not be made.

A search for a few fixed strings is some fifty times as fast as that for a pattern with alternatives, and more so where
the pattern does not mind the case. The strings are read off the pattern's own parse tree; a pattern that tells none is
always searched. A :class:`Sieve` asks for many patterns at once: it looks at the runs of three letters of a text.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar

_MOST = 120  # strings; with more of them the pattern itself is as fast
_MOST_GRAMS = 1000  # strings that a sieve keeps for one pattern; it asks for all of them at once
_FEWEST = 2  # characters; shorter strings stand everywhere
_COMMON = " .,;:-–/()%\n"  # marks that stand everywhere as well
_FEW = 6  # characters of a set that are worth being told apart
_GRAM = 3
_GAP = "\0"  # any white space in what a word list spells
_MOST_JOINED = 40  # strings that letters and a choice after them are told as
_MOST_WORDS = 1000  # that a part of a pattern may spell
# where the case does not count, these are equal to letters that are not their own lower case
_ODD = {"ı": "i", "ſ": "s", "İ": "i"}
_ODD_TABLE = str.maketrans(_ODD)
_CASES: dict[int, tuple[int, ...]] = importlib.import_module("re._casefix")._EXTRA_CASES


def lower(text: str) -> str:
    """Return ``text`` in lower case, so that a pattern that does not mind the case needs its needles to stand in it."""
    small = text.lower()
    if len(small) != len(text) or "ı" in small or "ſ" in small:
        small = text.translate(_ODD_TABLE).lower()
    return small


@cache
def parsed(pattern: str, flags: int) -> Any:
    """Return the parse tree of a regular expression, as :mod:`re` itself makes it."""
    return importlib.import_module("re._parser").parse(pattern, flags)


@cache
def needles(pattern: str, flags: int = 0, most: int = _MOST) -> tuple[str, ...]:
    r"""Return strings of which at least one stands in every match of ``pattern``; none where that cannot be told.

    Where the case does not count (``re.IGNORECASE``), they stand in the match's :func:`lower` form.

    >>> needles(r"còn (?:chậm|yếu)\b")
    ('còn chậm', 'còn yếu')
    """
    blurred = bool(flags & re.IGNORECASE or "(?i" in pattern)
    found = _Reader(flags).of_sequence(parsed(pattern, flags), blurred)
    telling = all(len(needle) >= _FEWEST or not (needle.isalnum() or needle in _COMMON) for needle in found)
    return found if telling and len(found) <= most else ()


def letter_of(code: int) -> str:
    """Return a character as it stands in :func:`lower` text where the case does not count; empty where that varies."""
    letter = chr(code).lower()
    return letter if len(letter) == 1 and (ord(letter) not in _CASES or letter in _ODD.values()) else ""


class _Reader:
    """Reads the needles off a parse tree; ``folded``: in lower case throughout."""

    def __init__(self, flags: int) -> None:
        self.folded = bool(flags & re.IGNORECASE)

    def of_sequence(self, items: Iterable[Any], blurred: bool) -> tuple[str, ...]:
        """Return the best of what the members of a sequence need: that whose shortest string is longest.

        Args:
            items: the members.
            blurred: the case does not count in them.
        """
        best: tuple[str, ...] = ()
        run = ""
        for operation, argument in (*items, ("END", None)):
            letter = self._letter(argument, blurred) if str(operation) == "LITERAL" else ""
            if letter:
                run += letter
                continue
            candidates: list[tuple[str, ...]] = [(run,)] if run else []
            if str(operation) == "BRANCH" and (ends := self._spelt([(operation, argument)], blurred)) is not None:
                # "k" and what goes on with it are words of a list
                whole = tuple(dict.fromkeys(max((run + end).split(_GAP), key=len) for end in ends))
                candidates += [whole] if len(whole) <= _MOST_JOINED else []
            run = ""
            inner = self._of_item(str(operation), argument, blurred)
            if inner:
                candidates.append(inner)
            best = max((best, *candidates), key=_worth)
        return best

    def _spelt(self, items: Iterable[Any], blurred: bool) -> list[str] | None:
        r"""Return all that a sequence of nothing but letters, blanks and choices can match, null for any other.

        Word lists are such, however they are written: ``an(?:\s+ninh)?`` are the words *an* and *an ninh*. Any blank
        is ``_GAP``.
        """
        words = [""]
        for operation, argument in items:
            name = str(operation)
            if name == "LITERAL":
                letter = self._letter(argument, blurred)
                ends: list[str] | None = [letter] if letter else None
            elif name == "BRANCH":
                spelt = [self._spelt(branch, blurred) for branch in argument[1]]
                ends = None if any(one is None for one in spelt) else [word for one in spelt for word in one or ()]
            elif name == "SUBPATTERN" and not argument[1] and not argument[2]:
                ends = self._spelt(argument[3], blurred)
            elif name == "MAX_REPEAT" and argument[:2] == (0, 1):
                once = self._spelt(argument[2], blurred)
                ends = None if once is None else ["", *once]
            elif name == "MAX_REPEAT" and argument[0] == 1 and _is_space(argument[2]):
                ends = [_GAP]
            else:
                ends = None
            if ends is None or len(words) * len(ends) > _MOST_WORDS:
                return None
            words = [begun + end for begun in words for end in ends]
        return words

    def _letter(self, code: int, blurred: bool) -> str:
        """Return a literal as it stands in a match, empty where there is more than one way."""
        if not self.folded:
            return "" if blurred else chr(code)
        return letter_of(code)

    def _of_item(self, operation: str, argument: Any, blurred: bool) -> tuple[str, ...]:
        if operation == "SUBPATTERN":
            _, added, dropped, inside = argument
            return self.of_sequence(inside, (blurred or bool(added & re.IGNORECASE)) and not dropped & re.IGNORECASE)
        if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self.of_sequence(argument[2], blurred) if argument[0] >= 1 else ()
        if operation == "ATOMIC_GROUP":
            return self.of_sequence(argument, blurred)
        if operation == "BRANCH":
            each = [self.of_sequence(branch, blurred) for branch in argument[1]]
        elif operation == "IN" and len(argument) <= _FEW and all(str(kind) == "LITERAL" for kind, _ in argument):
            each = [(letter,) if (letter := self._letter(code, blurred)) else () for _, code in argument]
        else:
            return ()
        return tuple(dict.fromkeys(needle for one in each for needle in one)) if all(each) else ()


def _is_space(items: Sequence[Any]) -> bool:
    """Tell whether a repeated part is white space."""
    operation, argument = items[0]
    return len(items) == 1 and str(operation) == "IN" and [str(kind) for _, kind in argument] == ["CATEGORY_SPACE"]


def _worth(needed: tuple[str, ...]) -> tuple[int, int]:
    return (min(map(len, needed), default=0), -len(needed))


class Held:
    """What a text holds: its :func:`lower` form, and the runs of three characters in it. Use :func:`held`."""

    __slots__ = ("grams", "text")

    def __init__(self, text: str) -> None:
        self.text = small = lower(text)
        self.grams = {small[at : at + _GRAM] for at in range(len(small) - _GRAM + 1)}


@lru_cache(maxsize=512)
def held(text: str) -> Held:
    """Return what ``text`` holds; kept for a while, since several sieves are asked about the same text in a row."""
    return Held(text)


ItemT = TypeVar("ItemT")


class Sieve(Generic[ItemT]):
    """Tells which of many patterns can match a text at all.

    Args:
        items: each with the pattern that it stands for.

    Attributes:
        all: the items.
    """

    def __init__(self, items: Iterable[tuple[ItemT, re.Pattern[str]]]) -> None:
        entries = tuple(items)
        self.all = tuple(item for item, _ in entries)
        self._always: list[int] = []
        self._telling: dict[str, list[int]] = {}
        self._short: dict[str, list[int]] = {}
        for place, (_, pattern) in enumerate(entries):
            telling, short = _signs(needles(pattern.pattern, pattern.flags, _MOST_GRAMS))
            for sign in telling:
                self._telling.setdefault(sign, []).append(place)
            for sign in short:
                self._short.setdefault(sign, []).append(place)
            if not (telling or short):
                self._always.append(place)
        self._signs = frozenset(self._telling)

    def items(self, held: Held) -> Sequence[ItemT]:
        """Return, in order, those of the items whose pattern can match the text, or any part of it.

        That a part has blanks where the text has something in brackets does not matter.
        """
        places = set(self._always)
        for sign in self._signs & held.grams:
            places.update(self._telling[sign])
        for sign, those in self._short.items():
            if sign in held.text:
                places.update(those)
        return [self.all[place] for place in sorted(places)]


def _signs(needed: Sequence[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return a telling run of three characters of each needle, and what is too short to have one; blanks left aside."""
    pieces = [max(needle.lower().split(), key=len, default="") for needle in needed]
    if not all(pieces):
        return frozenset(), ()
    short = tuple(piece for piece in pieces if len(piece) < _GRAM)
    return frozenset(_telling(piece) for piece in pieces if len(piece) >= _GRAM), short


def _telling(piece: str) -> str:
    """Return the rarest run of a word by its looks: marked letters are rarer than plain ones."""
    runs = [piece[at : at + _GRAM] for at in range(len(piece) - _GRAM + 1)]
    return max(runs, key=lambda run: sum(letter > "\x7f" for letter in run))
