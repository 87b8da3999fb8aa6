"""Spelling that OCR spoils: marks that are seen wrongly, told from words of two syllables."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from trichluc.packs import builtin_folder
from trichluc.text.characters import strip_marks
from trichluc.text.syllables import is_syllable

# The tone of an open rhyme stands on either vowel: the word list has the older manner.
_PLACES = tuple(
    pair.split("/")
    for pair in [
        "oà/òa",
        "oá/óa",
        "oả/ỏa",
        "oã/õa",
        "oạ/ọa",
        "oè/òe",
        "oé/óe",
        "oẻ/ỏe",
        "oẽ/õe",
        "oẹ/ọe",
        "uỳ/ùy",
        "uý/úy",
        "uỷ/ủy",
        "uỹ/ũy",
        "uỵ/ụy",
    ]
)
# A dot of an i that is read as a hook, by far the most frequent slip: with these words behind it, it can be no hook.
_HOOKED = {
    "chỉ": frozenset(["bộ", "hội", "đoàn", "phí", "tiết", "trả", "nhánh", "viện", "cục", "ngân", "thường", "đầu"]),
    "tỉnh": frozenset(["thần", "giản", "gọn", "hoa"]),
}
_TWICE = re.compile(r"([aeiouy])\1")
_FEWEST = 2  # letters of a syllable that is looked at


def _other_place(word: str) -> str:
    """Return the word with its tones where the other manner of writing has them: ``uỷ ban`` and ``ủy ban``."""
    for old, new in _PLACES:
        word = word.replace(f"{old} ", f"{new} ") if f"{old} " in word else word
        word = word.removesuffix(old) + new if word.endswith(old) else word
    return word


@cache
def _listed() -> tuple[str, ...]:
    """Return the lines of underthesea's word list, in small letters; none for a version that does not bring it."""
    package = find_spec("underthesea")  # found, not imported, which would take a second
    folder = Path(next(iter(package.submodule_search_locations or ()), "")) if package is not None else Path()
    try:
        listed = (folder / "corpus" / "data" / "Viet74K.txt").read_text("utf-8")
    except OSError:
        return ()
    return tuple(line.strip().lower() for line in listed.splitlines())


@cache
def _syllables() -> frozenset[str]:
    """Return the syllables that words are made of, tones placed in both manners."""
    found = {syllable for word in _listed() for syllable in word.replace("-", " ").split()}
    return frozenset(found | {_other_place(syllable) for syllable in found})


@cache
def _compounds() -> dict[str, tuple[str, ...]]:
    """Return the words of two syllables of the word list by their letters without marks."""
    words = {word for word in _listed() if word.count(" ") == 1}
    known = frozenset(words | {_other_place(word) for word in words})
    bare: dict[str, list[str]] = {}
    for word in sorted(known):
        bare.setdefault(strip_marks(word), []).append(word)
    return {letters: tuple(words) for letters, words in bare.items()}


@cache
def _type_names() -> dict[str, tuple[str, ...]]:
    """Return the names of types of documents in capitals, by their letters without marks."""
    with (builtin_folder() / "document_types.csv").open(encoding="utf-8", newline="") as file:
        names = {row["name"].upper() for row in csv.DictReader(file)}
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        found.setdefault(strip_marks(name), []).append(name)
    return {letters: tuple(same[0].split()) for letters, same in found.items() if len(same) == 1}


def type_name(words: Sequence[str]) -> tuple[str, ...] | None:
    """Return the words of a line in capitals as the type of document that they must be (``KÉ HOẠCH``: ``KẾ HOẠCH``).

    Null where they are right, or no such line.
    """
    line = " ".join(words)
    meant = _type_names().get(strip_marks(line)) if line == line.upper() else None
    return meant if meant is not None and meant != tuple(words) and len(meant) == len(words) else None


def _once(letters: str) -> str:
    """Return the letters with a vowel that stands twice once: one that was seen as two (``thụực``)."""
    return _TWICE.sub(r"\1", letters)


def corrected(before: str, word: str, after: str) -> str | None:
    """Return how ``word`` is meant to be spelled, null where it may be right or nobody can tell.

    It is told of an ``i`` that has become an ``ỉ`` before certain words, and of what is no syllable, or one that
    stands in no word of the list (``vưỡng``); of this only where
    exactly one spelling that differs from it in its marks alone makes a word of two syllables with the one before or
    the one after.
    """
    plain = word.lower()
    if after.lower() in _HOOKED.get(plain, ()):
        return word.replace("ỉ", "i").replace("Ỉ", "I")
    # names are in no list
    if is_syllable(plain) and (word != plain or plain in _syllables() or not _listed()):
        return None
    if len(plain) < _FEWEST or not plain.isalpha() or (word != plain and not word.istitle() and not word.isupper()):
        return None
    bare = _compounds()
    meant = set()
    for other, first in ((before.lower(), True), (after.lower(), False)):
        pair = f"{other} {plain}" if first else f"{plain} {other}"
        letters = strip_marks(pair)
        for candidate in (*bare.get(letters, ()), *bare.get(_once(letters), ())) if other else ():
            left, right = candidate.split()
            if (left if first else right) == other:
                meant.add(right if first else left)
    if len(meant) != 1:
        return None
    found = meant.pop()
    if not is_syllable(found):
        return None
    return found.upper() if word.isupper() else found.capitalize() if word.istitle() else found
