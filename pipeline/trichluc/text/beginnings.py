"""How the matches of a pattern can begin, read off its parse tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from trichluc.text.indexed import is_word
from trichluc.text.needles import letter_of, parsed

LENGTH = 8  # characters of a beginning
_SHORTER = (6, 5, 4)  # characters, where longer ones would be too many
_MOST = 2000  # beginnings of one pattern; with more of them it is searched
_FEW = 12  # characters of a set that are told apart
_TOLD_TIMES = 3  # of a repeated part
_PIECES = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)  # of a pattern: an escape, a set, or a character

Beginnings = frozenset[tuple[str, bool]]  # with each, whether what follows it is to be added
_NOTHING: Beginnings = frozenset({("", True)})
_BLANK: Beginnings = frozenset({(" ", True)})
_ANYTHING: Beginnings = frozenset({("", False)})


def alternatives(pattern: re.Pattern[str]) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of which ``pattern`` says that one of them must match; itself where it is not such a choice.

    What has groups that can be asked for is not parted: they would be numbered anew.

    >>> [one.pattern for one in alternatives(re.compile(r"do (?:đó|vậy)|vì [|]"))]
    ['do (?:đó|vậy)', 'vì [|]']
    """
    if pattern.groups or pattern.flags & re.VERBOSE:
        return (pattern,)
    parts, depth = [""], 0
    for piece in _PIECES.findall(pattern.pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return tuple(re.compile(part, pattern.flags) for part in parts) if len(parts) > 1 else (pattern,)


def only_first(pattern: re.Pattern[str]) -> bool:
    """Tell whether a pattern matches at the beginning of a text only."""
    operation, argument = next(iter(parsed(pattern.pattern, pattern.flags)), ("", ""))
    return str(operation) == "AT" and str(argument) == "AT_BEGINNING" and not pattern.flags & re.MULTILINE


def beginnings(pattern: re.Pattern[str], *, anywhere: bool = False) -> frozenset[str]:
    r"""Return how the matches of ``pattern`` can begin, in lower case, with 0 for digits and a blank for white space.

    Empty where that cannot be told, or where a match may begin with two blanks or (but for ``anywhere``) inside a word.

    >>> sorted(beginnings(re.compile(r"(?<!\w)(?:Quý|quí) \d", re.IGNORECASE)))
    ['quí 0', 'quý 0']
    """
    tree = parsed(pattern.pattern, pattern.flags)
    found = frozenset(begun for begun, _ in _of_sequence(tree))
    told = all((begun and not begun[0].isspace()) or re.match(r" \S", begun) for begun in found)
    return found if told and len(found) <= _MOST and (anywhere or _at_word(tree)) else frozenset()


def first_words(pattern: re.Pattern[str]) -> frozenset[str]:
    r"""Return how a pattern that matches at the beginning of a text goes on after the marks that it allows there.

    Empty where that cannot be told, or where no marks are allowed.

    >>> sorted(first_words(re.compile(r"^(?!.* đã)\W*(?:trong|qua) đó")))
    ['qua đó', 'trong đó']
    """
    zero_width = ("AT", "ASSERT", "ASSERT_NOT")
    items = [item for item in parsed(pattern.pattern, pattern.flags) if str(item[0]) not in zero_width]
    if not items or not _is_any_marks(*items[0]):
        return frozenset()
    found = frozenset(begun for begun, _ in _of_sequence(items[1:]))
    return found if len(found) <= _MOST and all(begun and is_word(begun[0]) for begun in found) else frozenset()


def _is_any_marks(operation: Any, argument: Any) -> bool:
    r"""Tell whether a part of a pattern is ``\W*``."""
    if str(operation) != "MAX_REPEAT" or argument[0] > 0 or len(argument[2]) != 1:
        return False
    inside, members = argument[2][0]
    return str(inside) == "IN" and len(members) == 1 and str(members[0][1]) == "CATEGORY_NOT_WORD"


def _of_sequence(items: Iterable[Any]) -> Beginnings:
    found = _NOTHING
    for operation, argument in items:
        found = _joined(found, _of_item(str(operation), argument))
        if not any(more for _, more in found):
            break
    return found


def _joined(first: Beginnings, second: Beginnings) -> Beginnings:
    """Return the beginnings of what consists of two parts; shorter ones, or those of the first, where they are many."""
    for length in (LENGTH, *_SHORTER):
        found = set()
        for begun, more in first:
            if not more:
                found.add((begun[:length], False))
                continue
            for next_begun, next_more in second:
                whole = begun + next_begun
                found.add((whole[:length], next_more and len(whole) < length))
        if len(found) <= _MOST:
            return frozenset(found)
    return frozenset((begun, False) for begun, _ in first)


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
        return _repeated(_of_sequence(inside), least, most)
    return _ANYTHING


def _repeated(once: Beginnings, least: int, most: int) -> Beginnings:
    """Return the beginnings of what stands ``least`` to ``most`` times; after a few times the rest is not told."""
    if once == _BLANK and least == 1 and most > 1:
        return _BLANK | {("  ", False)}  # one blank as a rule; what follows more of them is not told
    found: Beginnings = frozenset() if least else _NOTHING
    so_far = _NOTHING
    for times in range(1, min(most, _TOLD_TIMES) + 1):
        so_far = _joined(so_far, once)
        if times >= least:
            found |= so_far
    if most > _TOLD_TIMES:
        found |= frozenset((begun, False) for begun, _ in so_far)
    return found


def _of_set(members: Sequence[tuple[Any, Any]]) -> Beginnings:
    letters = list[str]()
    for kind, value in members:
        if str(kind) == "LITERAL":
            letters.append(letter_of(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _FEW:
            letters += map(letter_of, range(value[0], value[1] + 1))
        elif str(kind) == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            letters.append("0")
        elif str(kind) == "CATEGORY" and str(value) == "CATEGORY_SPACE":
            letters.append(" ")
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
        return all(
            _is_mark(value) if str(kind) == "LITERAL" else str(value) == "CATEGORY_SPACE" for kind, value in members
        )
    return len(items) == 1 and str(operation) == "IN" and any(str(value) == "CATEGORY_WORD" for _, value in argument)


def _is_mark(code: int) -> bool:
    return not (chr(code).isalnum() or chr(code) == "_")
