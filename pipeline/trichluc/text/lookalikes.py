"""Capitals of codes that a scan takes for others: ``CIĐ`` and ``0Đ`` may be ``QĐ``, ``IW`` may be ``TW``."""

from __future__ import annotations

import re
from functools import lru_cache

# How a capital comes out, beside as itself. A thin stroke at its side is read as one more letter.
_READ_AS = {
    "B": "8E",
    "C": "GOQ(",
    "D": "ĐÐO0",
    "Đ": ("D", "Ð", "ĐÐ", "ÐĐ", "ĐĐ", "O"),
    "G": "CO6",
    "H": ("II", "IH", "HI"),
    "I": "1l|!L",
    "K": ("KI", "IK"),
    "L": ("I", "1", "LI"),
    "N": ("NI", "IN"),
    "O": "0QCG",
    "P": ("F", "PI"),
    "Q": ("C", "O", "0", "G", "CI", "CJ", "CL", "Cl", "C1", "C'", "C’", "C|", "C!", "CIR", "OJ", "O,"),
    "S": "58",
    "T": ("I", "1", "7", "L", "E", "F", "TI", "T1", "IT", "1T", "7I", "TL", "EF"),
    "U": ("Ư", "Ủ", "Ù", "Ú", "ỦU"),
    "V": ("Y", "v"),
    "W": ("NW", "WN", "VV", "V", "WNW"),
    "Y": "V",
}


def could_be(read: str, meant: str) -> bool:
    """Whether a code that was read so could be the other one; two that are the same could not."""
    return read != meant and _pattern(meant).fullmatch(read) is not None


@lru_cache(maxsize=512)
def _pattern(meant: str) -> re.Pattern[str]:
    return re.compile("".join(_letter(letter) for letter in meant))


def _letter(letter: str) -> str:
    ways = (letter, *_READ_AS.get(letter, ()))
    return f"(?:{'|'.join(map(re.escape, ways))})"
