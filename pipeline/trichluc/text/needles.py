"""What a text must hold for a regular expression to match it, so that most searches need not be made.

A search for a few fixed strings is some fifty times as fast as that for a pattern with alternatives. The strings are
read off the pattern's own parse tree; a pattern that tells none is always searched.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

_MOST = 120  # strings; with more of them the pattern itself is as fast
_FEWEST = 2  # characters; shorter strings stand everywhere


@cache
def needles(pattern: str, flags: int = 0) -> tuple[str, ...]:
    r"""Return strings of which at least one stands in every match of ``pattern``; none where that cannot be told.

    >>> needles(r"còn (?:chậm|yếu)\b")
    ('còn ',)
    """
    if flags & re.IGNORECASE or "(?i" in pattern:
        return ()
    parser = importlib.import_module("re._parser")
    found = _of_sequence(parser.parse(pattern, flags))
    return found if found and len(found) <= _MOST else ()


def _of_sequence(items: Iterable[Any]) -> tuple[str, ...]:
    """Return the best of what the members of a sequence need: that whose shortest string is longest."""
    best: tuple[str, ...] = ()
    run = ""
    for operation, argument in (*items, ("END", None)):
        if str(operation) == "LITERAL":
            run += chr(argument)
            continue
        candidates: list[tuple[str, ...]] = [(run,)] if len(run) >= _FEWEST else []
        run = ""
        inner = _of_item(str(operation), argument)
        if inner:
            candidates.append(inner)
        best = max((best, *candidates), key=_worth)
    return best


def _of_item(operation: str, argument: Any) -> tuple[str, ...]:
    if operation == "SUBPATTERN":
        return _of_sequence(argument[3]) if not argument[1] & re.IGNORECASE else ()
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _of_sequence(argument[2]) if argument[0] >= 1 else ()
    if operation == "ATOMIC_GROUP":
        return _of_sequence(argument)
    if operation == "BRANCH":
        each = [_of_sequence(branch) for branch in argument[1]]
        return tuple(dict.fromkeys(needle for one in each for needle in one)) if all(each) else ()
    return ()


def _worth(needed: tuple[str, ...]) -> tuple[int, int]:
    return (min(map(len, needed), default=0), -len(needed))
