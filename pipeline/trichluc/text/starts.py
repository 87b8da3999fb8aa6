"""Where a pattern can begin: many patterns are looked for in one walk over the words of a text.

A search tries a pattern at every character. Most patterns of the rules begin with a word of a short list or with a
number, and at the beginning of a word. What they begin with is read off their parse trees; then each is tried at such
words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from trichluc.text.needles import letter_of, lower, needles, parsed

_LENGTH = 3  # characters of a beginning
_MOST = 400  # beginnings of one pattern; with more of them it is searched
_FEW = 12  # characters of a set that are told apart
_KEPT = 50_000  # beginnings of texts of which it is known what may begin there
_DIGIT = re.compile(r"\d")
_START = re.compile(r"\w+|[^\w\s]")

Beginnings = frozenset[tuple[str, bool]]  # with each, whether what follows it is to be added
_NOTHING: Beginnings = frozenset({("", True)})
_ANYTHING: Beginnings = frozenset({("", False)})


class Finder:
    """Finds all places of many patterns.

    Args:
        patterns: that do not mind the case, or are for text in lower case.
        anywhere: matches may begin inside words too (``BVMTcòn``): every character is looked at, not every word.
    """

    def __init__(self, patterns: Iterable[re.Pattern[str]], *, anywhere: bool = False) -> None:
        self._anywhere = anywhere
        self._patterns = tuple(patterns)
        # what begins with a blank stands under the blank and the character after it
        self._by_beginning: dict[str, list[int]] = {}
        self._first: list[tuple[int, tuple[str, ...]]] = []
        self._searched: list[tuple[int, tuple[str, ...]]] = []
        for index, pattern in enumerate(self._patterns):
            if _only_first(pattern):
                self._first.append((index, needles(pattern.pattern, pattern.flags)))
                continue
            known = beginnings(pattern, anywhere=anywhere)
            for beginning in known:
                self._by_beginning.setdefault(beginning, []).append(index)
            if not known:
                self._searched.append((index, needles(pattern.pattern, pattern.flags)))
        self._kept: dict[str, tuple[tuple[int, int], ...]] = {}

    def matches(self, text: str) -> dict[int, list[re.Match[str]]]:
        """Return the matches in ``text`` that ``finditer`` gives, by the place of their pattern, in ascending order."""
        found: dict[int, list[re.Match[str]]] = {}
        small = lower(text)
        for index, needed in self._first:
            if match := self._patterns[index].match(text) if _holds(small, needed) else None:
                found[index] = [match]
        for index, needed in self._searched:
            if _holds(small, needed) and (several := list(self._patterns[index].finditer(text))):
                found[index] = several
        small = _DIGIT.sub("0", small)
        ends: dict[int, int] = {}
        kept = self._kept
        places = range(len(small)) if self._anywhere else [start.start() for start in _START.finditer(small)]
        for at in places:
            begun = small[at : at + _LENGTH]
            possible = kept.get(begun)
            if possible is None:
                possible = self._possible(begun)
            for index, back in possible:
                begin = at - back
                if begin >= ends.get(index, 0) and (match := self._patterns[index].match(text, begin)):
                    found.setdefault(index, []).append(match)
                    ends[index] = match.end()
        return dict(sorted(found.items()))

    def _possible(self, begun: str) -> tuple[tuple[int, int], ...]:
        """Return which patterns can match what begins like this, and which can with the blank before it (1)."""
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        parts = {begun[:length] for length in range(1, _LENGTH + 1)}
        found = {(index, 0) for part in parts for index in self._by_beginning.get(part, ())}
        if not self._anywhere:  # else the blank is looked at itself
            found |= {(index, 1) for part in parts for index in self._by_beginning.get(f" {part}", ())}
        self._kept[begun] = its = tuple(sorted(found, key=lambda its: (its[0], -its[1])))  # the blank comes first
        return its


def _holds(text: str, needed: Sequence[str]) -> bool:
    return not needed or any(needle in text for needle in needed)


def _only_first(pattern: re.Pattern[str]) -> bool:
    """Tell whether a pattern matches at the beginning of a text only."""
    operation, argument = next(iter(parsed(pattern.pattern, pattern.flags)), ("", ""))
    return str(operation) == "AT" and str(argument) == "AT_BEGINNING" and not pattern.flags & re.MULTILINE


def beginnings(pattern: re.Pattern[str], *, anywhere: bool = False) -> frozenset[str]:
    r"""Return how the matches of ``pattern`` can begin, in lower case and with 0 for every digit.

    Empty where that cannot be told, or where a match may begin with two blanks or (but for ``anywhere``) inside a word.

    >>> sorted(beginnings(re.compile(r"(?<!\w)(?:Quý|quí) \d", re.IGNORECASE)))
    ['quí', 'quý']
    """
    tree = parsed(pattern.pattern, pattern.flags)
    found = frozenset(begun for begun, _ in _of_sequence(tree))
    told = all((begun and not begun[0].isspace()) or re.match(r" \S", begun) for begun in found)
    return found if told and len(found) <= _MOST and (anywhere or _at_word(tree)) else frozenset()


def _of_sequence(items: Iterable[Any]) -> Beginnings:
    found = _NOTHING
    for operation, argument in items:
        found = _joined(found, _of_item(str(operation), argument))
        if not any(more for _, more in found):
            break
    return found


def _joined(first: Beginnings, second: Beginnings) -> Beginnings:
    """Return the beginnings of what consists of two parts."""
    found = set()
    for begun, more in first:
        if not more:
            found.add((begun, False))
            continue
        for next_begun, next_more in second:
            whole = begun + next_begun
            found.add((whole[:_LENGTH], next_more and len(whole) < _LENGTH))
    return frozenset(found) if len(found) <= _MOST else frozenset((begun, False) for begun, _ in first)


def _of_item(operation: str, argument: Any) -> Beginnings:
    if operation in ("ASSERT", "ASSERT_NOT", "AT"):
        return _NOTHING
    if operation == "LITERAL":
        return _of_letters([letter_of(argument)])
    if operation == "IN":
        return _of_set(argument)
    if operation == "SUBPATTERN":
        return _of_sequence(argument[3])
    if operation == "ATOMIC_GROUP":
        return _of_sequence(argument)
    if operation == "BRANCH":
        return frozenset(begun for branch in argument[1] for begun in _of_sequence(branch))
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inside = argument
        once = _of_sequence(inside)
        if most > 1:  # what follows the first time is not told
            once = frozenset((begun, False) for begun, _ in once)
        return once if least else once | _NOTHING
    return _ANYTHING


def _of_set(members: Sequence[tuple[Any, Any]]) -> Beginnings:
    letters = list[str]()
    for kind, value in members:
        if str(kind) == "LITERAL":
            letters.append(letter_of(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _FEW:
            letters += map(letter_of, range(value[0], value[1] + 1))
        elif str(kind) == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            letters.append("0")
        else:
            return _ANYTHING
    return _of_letters(letters)


def _of_letters(letters: Iterable[str]) -> Beginnings:
    """Return single letters as beginnings, nothing certain where one of them is none."""
    found = frozenset(("0" if letter.isdigit() else letter, True) for letter in letters)
    return found if all(letter for letter, _ in found) else _ANYTHING


def _at_word(items: Iterable[Any]) -> bool:
    """Tell whether a match of a sequence can only begin where no letter or digit stands before it."""
    for operation, argument in items:
        name = str(operation)
        if name == "AT" and str(argument) in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
            return True
        if name in ("ASSERT", "ASSERT_NOT"):
            if argument[0] < 0 and _apart(argument[1], name):
                return True
        elif name == "BRANCH":
            return all(_at_word(branch) for branch in argument[1])
        elif name == "SUBPATTERN":
            return _at_word(argument[3])
        elif name == "LITERAL":
            return _is_mark(argument)
        elif name == "IN":
            return all(str(kind) == "LITERAL" and _is_mark(code) for kind, code in argument)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            if argument[0] or not _at_word(argument[2]):
                return argument[0] > 0 and _at_word(argument[2])
        else:
            return False
    return False


def _apart(items: Sequence[Any], name: str) -> bool:
    """Tell whether a look behind sees to it that no letter or digit stands before the match."""
    operation, argument = items[-1]
    if name == "ASSERT":
        members = argument if str(operation) == "IN" else [(operation, argument)]
        return all(str(kind) == "LITERAL" and _is_mark(code) for kind, code in members)
    return len(items) == 1 and str(operation) == "IN" and any(str(value) == "CATEGORY_WORD" for _, value in argument)


def _is_mark(code: int) -> bool:
    return not (chr(code).isalnum() or chr(code) == "_")
