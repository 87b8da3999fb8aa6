"""Which encoding a passage is in, told from its syllables.

Each table is tried, and the words that carry marks are looked at: a right table gives valid Vietnamese syllables, a
wrong one gives words such as ``b¸o`` or ``ủụn``. A passage is left alone unless another reading is clearly better.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from trichluc.text.encodings.capitals import mend_capitals
from trichluc.text.encodings.common import COMMON
from trichluc.text.encodings.tables import ENCODINGS, MOJIBAKE, VIQR, codec
from trichluc.text.syllables import syllables

__all__ = [
    "UNICODE",
    "Verdict",
    "all_syllables",
    "best_encoding",
    "has_strange",
    "is_suspicious",
    "readings",
    "reads_no_worse",
    "reads_well",
    "residue",
]

UNICODE: Final = "unicode"
# Letters that only Unicode has: every line of Vietnamese Unicode text holds some.
_UNICODE_ONLY = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
# Letters that no Western code page has, so that the text cannot be bytes read as one.
_NOT_WESTERN = re.compile(
    "[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u017f-\u0191\u0193-\u02c5\u02c7-\u02d7\u02e0-\u1fff\u2c00-\ud7ff]"
)
# Western signs and letters that stand in Vietnamese text in an old encoding, and hardly in Unicode text.
_WESTERN = re.compile(
    "[\x80-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2020\u2021\u2030\u2039\u203a]"
)
_WESTERN_LETTER = re.compile("[\xaa\xba\xc0-\xd6\xd8-\xf6\xf8-\xff]")
_STRANGE = re.compile(
    "[\x80-\x9f\xa1-\xa6\xa8-\xaa\xac-\xaf\xb4-\xb6\xb8-\xba\xbc-\xbf\xc4-\xc7\xcb\xce\xcf\xd0\xd1\xd6-\xd8\xdb\xdc\xde\xdf"
    "\xe4-\xe7\xeb\xee\xef\xf0\xf1\xf6-\xf8\xfb\xfc\xfe\xff\u0192\u02c6\u02dc\u0152\u0153\u0178]"
)
# Letters beside each other as VNI (``aê``, ``uû``) and windows-1258 (``aÌ``, ``âì``) have them, and no language.
_BESIDE = re.compile(
    "[aA][âáàåãäêéèúüëùøûõïÂÁÀÅÃÄÊÉÈÚÜËÙØÛÕÏ]|[eE][âáàåãäùøûõïÂÁÀÅÃÄÙØÛÕÏ]|[ouyôöOUYÔÖ][ùøûõïÙØÛÕÏ]|[oO][âåäÂÅÄ]|"
    "[a-zâêôãõý][ÌÒÞ]|[âêôãõýae][ìò]"
)
_MOJIBAKE = re.compile(
    "\xc3[\x80-\xbf\u0160\u0161\u02c6\u2030\u0152\u0192]|\xe1[\xba\xbb][\x80-\xbf\u0080-\u2122]|[\xc4\xc6][\x80-\xb1\u2018\u0192]"
)
_VIQR = re.compile(
    r"[aeoAEO]\^|[uoUO]\+(?=[a-zA-Z'`?~.])|[aA]\(['`?~.]|[aA]\((?=(?:[nmcptuy]|ng)\b)|\b[dD][dD](?=[aeiouy])|"
    r"[aeiouyAEIOUY](?:`(?=[a-z\s])|[?~](?=[a-z]))"
)
_WORD = re.compile("[^\\W\\d_\xb2\xb3\xb9\xbc-\xbe]+(?:[\u0300-\u036f]+[^\\W\\d_]*)*")  # `m²` is no word
_MARKED: Final = frozenset(
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
)
# Signs that stand in clean text: quotation marks, dashes, degree, powers, fractions, the no-break space.
_SIGNS: Final = frozenset("\xa0§°±²³·×÷½¼¾«»–—‘’“”„…•≤≥€₫™©®†‡‰‹›′″√∑∆→←↑↓■□▪●○◦★☐☑☒✓−‐‑\u200b\ufeff\xad")
# Whatever is neither ASCII nor a marked letter nor such a sign.
_OTHER: Final = re.compile(f"[^\\x00-\\x7f{re.escape(''.join(sorted(_MARKED | _SIGNS)))}]")
# Signs that stand between letters in no language.
_SIGN_INSIDE = re.compile("(?<=[^\\W\\d_])[\xa1-\xa9\xab-\xb6\xb8\xb9\xbb-\xbf](?=[^\\W\\d_])")
_SIGN_ALONE = re.compile("(?<![^\\W\\d_])[\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u20ac]+(?![^\\W\\d_])")
_ABBREVIATION: Final = 5  # letters of a word in capitals that may be an abbreviation: QĐ, HĐND
_PLAIN_WORD = re.compile(r"(?<!\S)[A-Za-z]{2,}(?=[.,;:]?(?:\s|\Z))")  # `dda.t` of VIQR is none
_FOREIGN: Final = 0.35  # share of syllables among words without marks: Vietnamese has 0.9, German under 0.3
_SIGN_BESIDE = re.compile("[^\\W\\d_][\xa1-\xa9\xab-\xaf\xb8\xbb-\xbf]|[\xa7\xa8\xa9\xab-\xae\xb8\xbb-\xbf][^\\W\\d_]")
_SIGN_IN_WORD = re.compile(
    "(?<=[^\\W\\d_])[\xa1-\xa9\xac-\xae\xb8\xbc-\xbf](?=[^\\W\\d_])|[\xa7\xa8\xae](?=[^\\W\\d_])"
)
_KEPT: Final = 16  # results for the passages looked at last: each is asked about several times
_ENOUGH: Final = 4  # marked words that are enough to go by
_MARGIN: Final = 0.9  # by so much another reading must be better than the text as it stands


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a passage is taken for.

    Attributes:
        encoding: name of the encoding, ``unicode`` for a passage that is to be left alone.
        margin: by how many words the reading is better than the second best; small for a passage that says little.
    """

    encoding: str
    margin: float


def is_suspicious(text: str) -> bool:
    """Tell, fast, whether ``text`` may be in an old encoding; false for nearly all clean text in any language."""
    if text.isascii():
        return _VIQR.search(text) is not None
    western = len(_WESTERN.findall(text))
    if not western:
        return _VIQR.search(text) is not None and _UNICODE_ONLY.search(text) is None
    if _UNICODE_ONLY.search(text) is None:
        return True
    return _STRANGE.search(text) is not None


def best_encoding(text: str, bonus: Mapping[str, float] | None = None, *, least: float = 0.5) -> Verdict:
    """Return the encoding in which ``text`` reads best.

    Args:
        text: a passage as it was found.
        bonus: what is known beforehand, in words, by encoding (from the font, from what stands around).
        least: the share of all words of the passage that must be valid syllables in another reading.
    """
    bonus = bonus or {}
    if bonus.keys() <= {UNICODE} and _is_foreign(text):
        return Verdict(UNICODE, 0.0)
    tried = readings(text)
    if not tried:
        return Verdict(UNICODE, 0.0)
    own = _score(text) + bonus.get(UNICODE, 0.0)
    seen: dict[str, tuple[str, float]] = {}
    ranked: list[tuple[float, str]] = []
    signs = len(_SIGN_ALONE.findall(text))  # they were hardly typed as letters
    for name, read in tried.items():
        plain = _score(read) - (signs if name != MOJIBAKE else 0)
        if plain <= 0.0 and name not in bonus:
            continue
        score = plain + bonus.get(name, 0.0)
        if read in seen and score <= seen[read][1]:
            continue
        seen[read] = (name, score)
        if _valid_share(read) >= least:
            ranked.append((score, name))
    ranked.sort(key=lambda one: (-one[0], ENCODINGS.index(one[1])))
    needed = _MARGIN if bonus or _shows(text) else 2 * _MARGIN + 1
    if not ranked or ranked[0][0] - own < needed:
        return Verdict(UNICODE, own - ranked[0][0] if ranked else own)
    following = max(own, ranked[1][0]) if len(ranked) > 1 else own
    return Verdict(ranked[0][1], ranked[0][0] - following)


def _is_foreign(text: str) -> bool:
    """Tell, fast, whether the words without marks, the same in each encoding, are of another language."""
    plain = [word for word in _PLAIN_WORD.findall(text) if not word.isupper()]
    return len(plain) >= 4 and sum(word.lower() in syllables() for word in plain) < _FOREIGN * len(plain)


def reads_well(text: str, name: str) -> bool:
    """Tell, fast, whether ``text`` in the encoding ``name`` reads without fault: then no other need be tried."""
    read = _decoded(text, name)
    marked = [word for word in _WORD.findall(read) if not word.isascii()]
    return len(marked) >= _ENOUGH and _score(read) >= 0.8 * len(marked) and not _SIGN_ALONE.search(text)


def reads_no_worse(text: str, name: str, *, promised: bool = False) -> bool:
    """Tell whether a passage of a document that is in the encoding ``name`` throughout can be in it too.

    Asked for passages that say little by themselves: foreign names, abbreviations, measures. Where the font has
    ``promised`` the encoding, a passage is in it that gives syllables either way (``Hé lý``).
    """
    read = _decoded(text, name)
    if read == text:
        return False
    gain = _score(read) - _score(text)
    return gain > 0 or (gain == 0 and _SIGN_BESIDE.search(text) is not None) or (promised and all_syllables(read))


def readings(text: str) -> dict[str, str]:
    """Return what ``text`` reads in each encoding that changes it."""
    found = {}
    western = _NOT_WESTERN.search(text) is None
    for name in ENCODINGS:
        if name == MOJIBAKE and not _MOJIBAKE.search(text):
            continue
        if not western and name != MOJIBAKE:
            continue
        if name == VIQR and not (_VIQR.search(text) and _WESTERN_LETTER.search(text) is None):
            continue
        read = _decoded(text, name)
        if read != text:
            found[name] = read
    return found


def has_strange(text: str) -> bool:
    """Tell whether signs or letters stand in ``text`` that Vietnamese text in Unicode hardly has."""
    return _STRANGE.search(text) is not None


def all_syllables(text: str) -> bool:
    """Tell whether all marked words of ``text`` are syllables (or ``đ`` for đồng), and nothing strange is left."""
    marked = [word.lower() for word in _WORD.findall(text) if not word.isascii()]
    return bool(marked) and not has_strange(text) and all(word in syllables() or word == "đ" for word in marked)


def residue(text: str, *, converted: bool, among_old: bool = False) -> list[str]:
    """Return the letters of ``text`` that stand for something else.

    Args:
        text: a passage.
        converted: it was converted, so that each letter must be Vietnamese; else it must look like an old encoding as a
            whole: French and German have 3 to 5 Western letters in a hundred, such text has 20 to 35.
        among_old: other text around it was converted, so that a sign inside a word is enough.
    """
    if not converted:
        if among_old and (signs := _SIGN_IN_WORD.findall(text)):
            return signs
        letters = sum(map(str.isalpha, text))
        western = _WESTERN.findall(text)
        if letters < 20 or len(western) < 0.15 * letters or len(western) <= 10 * len(_UNICODE_ONLY.findall(text)):
            return []
        strange = [letter for letter in text if _STRANGE.match(letter)]
        return strange if len(strange) >= 0.08 * letters else []
    return [
        letter
        for letter in text
        if letter > "\x7f"
        and letter not in _MARKED
        and (letter.isalpha() or "\x80" <= letter < "\xa0" or letter == "\ufffd")
    ]


@lru_cache(maxsize=_KEPT)
def _decoded(text: str, name: str) -> str:
    """Return what ``text`` reads in the encoding ``name``."""
    tool = codec(name)
    read = tool.decode(text)
    return mend_capitals(text, read) if tool.caseless else read


def _shows(text: str) -> bool:
    """Whether signs or neighbours of letters show that the text is no Unicode text, whatever its words are."""
    return any(pattern.search(text) is not None for pattern in (_STRANGE, _BESIDE, _MOJIBAKE, _VIQR))


@lru_cache(maxsize=_KEPT)
def _score(text: str) -> float:
    """Return the number of marked words that are syllables, less what cannot be Vietnamese."""
    text = unicodedata.normalize("NFC", text)
    known = syllables()
    score = 0.0
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        small = word.lower()
        if len(small) == 1 and small not in COMMON:  # đ for đồng, a letter that numbers
            continue
        if small in known and (word.islower() or word.isupper() or word.istitle()):
            score += 1.0 if small in COMMON else 0.6
        elif not (word.isupper() and len(word) <= _ABBREVIATION):
            score -= 1.0
    for letter in _OTHER.findall(text):
        score -= 0.3 if letter.isalpha() else 1.0
    return score - len(_SIGN_INSIDE.findall(text))


def _valid_share(text: str) -> float:
    known = syllables()
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    valid = sum(word.lower() in known for word in words)
    counted = valid + sum(
        word.lower() not in known and not (word.isupper() and len(word) <= _ABBREVIATION) for word in words
    )
    return valid / counted if counted else 1.0 if words else 0.0
