"""What a symbol of a document (``05-CT/TW``) is made of, as far as OCR must know it to choose between readings."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from enum import IntEnum
from functools import cache

from trichluc.packs import builtin_folder
from trichluc.text.characters import strip_marks
from trichluc.text.lookalikes import could_be

_SYMBOL = re.compile(
    r"(?P<before>\W*\d{1,5}(?:/(?:19|20)\d\d)?[-/]|\W*(?=[A-ZĐ]{2,3}/[A-ZĐ]{2}))(?P<tail>[^\W\d_][\w'’!|./-]*?)(?P<after>[\W_]*)"
)
_HOUSE = re.compile(r"QH(?:9|1[0-6])|UBTVQH(?:9|1[0-6])")
_HOUSES = tuple(f"QH{term}" for term in range(9, 17))
_YEAR = re.compile(r"/(?:19|20)\d\d[-/]\Z")
_BETWEEN = re.compile(r"(?:số|và|của|hoặc|ngày|[\W\d_]+|\W*\d[\w./-]*[\W_]*)\Z", re.IGNORECASE)
_MOST_BETWEEN = 6  # words between the name of a kind and a symbol of its
_LONGEST_KIND = 4  # words
_FEWEST_LETTERS = 2


class Grade(IntEnum):
    """How much of a symbol is known."""

    NONE = 0  # no symbol
    STRANGE = 1  # a code that the name of its kind contradicts, or that nobody knows
    KIND = 2  # the code of its kind is known
    WHOLE = 3  # so is that of its body


def grade(text: str, kinds: Sequence[str] = ()) -> Grade:
    """Return how much of a symbol is known.

    Args:
        text: a word.
        kinds: the codes of the kind that stands before it, none for no kind.
    """
    match = _SYMBOL.fullmatch(text)
    if match is None:
        return Grade.NONE
    first, *rest = re.split(r"[-/]", match["tail"])
    known = first in _all_kinds() or first in _bodies() or _HOUSE.fullmatch(first) is not None
    if not known or (kinds and first in _all_kinds() and first not in kinds and first not in _bodies()):
        return Grade.STRANGE
    whole = all(part in _bodies() or _HOUSE.fullmatch(part) for part in rest)
    return Grade.WHOLE if whole else Grade.KIND


def mended(text: str, kinds: Sequence[str] = ()) -> str | None:
    """Return a symbol with the codes that its own could be, null where it is sound, or nobody knows what it could be.

    The code of a kind is mended only after the kind's name, that of a body only where one body alone is alike.
    """
    match = _SYMBOL.fullmatch(text)
    if match is None:
        return None
    first, *rest = re.split(r"([-/])", match["tail"])
    if _YEAR.search(match["before"]):  # a law has no kind in its symbol: 83/2015/QH13
        first = next((house for house in _HOUSES if could_be(first, house)), first)
    meant = [code for code in kinds if could_be(first, code)]
    if first not in kinds and first not in _bodies() and len(meant) == 1:
        first = meant[0]
    if first not in _all_kinds() and first not in _HOUSES:
        return None
    for place, part in enumerate(rest):
        bare = part.replace("'", "").replace("’", "")
        bodies = [bare] if bare in _bodies() else [code for code in _short_bodies() if could_be(bare, code)]
        if place % 2 and part not in _bodies() and part not in _all_kinds() and len(bodies) == 1:
            rest[place] = bodies[0]
    found = match["before"] + "".join([first, *rest]) + match["after"]
    return found if found != text else None


def kinds_before(words: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of the kind that the last words before a symbol name (``Nghị quyết số``), none for no kind."""
    end = len(words)
    for _ in range(_MOST_BETWEEN + 1):
        for length in range(min(_LONGEST_KIND, end), 0, -1):
            name = strip_marks(" ".join(words[end - length : end])).lower()
            bare = _without_initials()
            codes = _kind_names().get(name) or bare.get(name[1:]) or bare.get(name[2:])
            if codes:
                return codes
        if not end or not _BETWEEN.match(words[end - 1]):
            break
        end -= 1
    return ()


@cache
def _kind_names() -> dict[str, tuple[str, ...]]:
    """Return the codes that symbols have after the name of a kind, by its name in small letters without marks."""
    found: dict[str, tuple[str, ...]] = {}
    with (builtin_folder() / "document_types.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            codes = tuple(filter(None, row["symbol_codes"].split(";")))
            for name in (row["name"], *filter(None, row["aliases"].split(";"))):
                plain = strip_marks(name).lower()
                if codes and " " in plain:
                    found[plain] = tuple(dict.fromkeys((*found.get(plain, ()), *codes)))
    return found


@cache
def _without_initials() -> dict[str, tuple[str, ...]]:
    """Return the same by the names without their first letter, which is read as another or as two (``Cuyết định``)."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for name, codes in _kind_names().items():
        found.setdefault(name[1:], set()).add(codes)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}


@cache
def _all_kinds() -> frozenset[str]:
    return frozenset(code for codes in _kind_names().values() for code in codes)


@cache
def _bodies() -> frozenset[str]:
    with (builtin_folder() / "issuer_codes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = {code for row in rows for code in (row["code"], *row["aliases"].split(";"))}
    return frozenset(part for code in codes for part in code.split("-") if part)


@cache
def _short_bodies() -> tuple[str, ...]:
    return tuple(sorted(code for code in _bodies() if code.isupper() and len(code) >= _FEWEST_LETTERS))
