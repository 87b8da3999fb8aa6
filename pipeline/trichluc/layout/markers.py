"""The numbers and bullets that stand before headings and items, in every manner that offices write them.

A marker is told from its form alone: ``I.``, ``I-``, ``A/``, ``1.``, ``1-``, ``1.2.``, ``1)``, ``(1)``, ``a)``, ``đ.``
as well as ``-``, ``+``, ``Phần thứ nhất``, ``Điều 3.``, ``Một là,``. Whether it opens a heading or an item is for the
outline to say.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum


class Style(IntEnum):
    """The style of a marker; a smaller number usually stands further out."""

    PART = 0  # Phần thứ nhất, Chương II
    UPPER = 1  # A.
    ROMAN = 2  # I.
    ARTICLE = 3  # Điều 3., Chỉ tiêu 2:
    DECIMAL = 4  # 1.
    DECIMALS = 5  # 1.2 (the number of parts is the marker's own)
    PAREN = 9  # 1), (1)
    LOWER = 10  # a)
    LOWER_ROMAN = 11  # i)
    ORDINAL = 12  # Một là, Thứ nhất
    DASH = 13  # -
    PLUS = 14  # +
    STAR = 15  # *
    DOT = 16  # •


BULLETS = frozenset({Style.DASH, Style.PLUS, Style.STAR, Style.DOT})
# letters in the order in which Vietnamese lists use them
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_COUNTING = (
    "nhất|một", "nhì|hai", "ba", "tư|bốn", "năm", "sáu", "bẩy|bảy", "tám", "chín", "mười", "mười một", "mười hai",
    "mười ba", "mười bốn", "mười lăm",
)  # fmt: skip
_ORDINALS = {word: value for value, words in enumerate(_COUNTING, 1) for word in words.split("|")}
_WORD = "|".join(sorted(_ORDINALS, key=len, reverse=True))
# what may follow a number: its own punctuation, at most twice (``1./``, ``I.-``)
_TAIL = r"\s?[.)\-–/:]{1,2}"
_CAPITAL = "(?-i:[{}])".format(
    "".join(c for c in map(chr, range(0x41, 0x1EFA)) if unicodedata.name(c, "").startswith("LATIN CAPITAL"))
)
_GRAMMAR = re.compile(
    rf"""
      (?P<part>(?=(?-i:[PCMT]))(?:phần|chương|mục|tiểu\smục)\s+
          (?:thứ\s+(?P<partword>{_WORD})|(?P<partroman>[IVXL]{{1,6}})|(?P<partnumber>\d{{1,2}})|(?P<partletter>[A-ZĐ]))
          (?![\w])\s*[.:\-–)/]*)
    | (?P<article>(?:điều|câu|chỉ\s?tiêu|tiêu\schí|nhóm)\s+(?P<articlenumber>\d{{1,3}})\s?[.:)\-–](?!\d))
    | (?P<ordinal>(?-i:T)hứ\s+(?P<thu>{_WORD})(?:\s+là)?\s*[,:;.\-–]
        | (?=(?-i:[MNHBSTC]))(?P<la>{_WORD})\s+là\s*(?:[,:;]|(?=\s)))
    | (?P<decimals>(?:\d{{1,2}}|(?-i:[IVX]{{1,5}}|[A-D]))(?:\s?\.\s?\d{{1,2}}){{1,4}})
          (?:\s?[.)\-–/:]{{1,2}}(?=\s*[^\W\d_]|\s*[“"(*]|\s*$)|(?=\s*{_CAPITAL}|\s*[“"(*]|\s*$))
    | (?P<decimal>\d{{1,3}})\s?[.\-–/:]{{1,2}}(?:(?=\s*[^\W\d_]|\s*[“"‘'(\[*]|\s*$)|(?<=\.)(?=\s+\d))
    | \(?(?P<paren>\d{{1,2}})\s?\)[.:,]?(?=\s|[^\W\d_]|$)
    | (?!v/v\b)(?P<roman>(?-i:[IVXL]{{1,6}}|[IVX][ivx]{{1,4}}(?=\.\s))){_TAIL}(?=\s*[^\W_]|\s*[“"(*]|\s*$)
    | (?P<upper>(?-i:[A-HKĐ]))(?!/(?-i:[A-Z])[.\s]){_TAIL}(?=\s+\S|[^\W\d_]|\s*$)
    | \(?(?P<lowerroman>(?-i:iii|ii|iv|vi{{1,3}}|ix|xi{{1,2}})){_TAIL}(?=\s|[^\W\d_]|$)
    | \((?P<lowerpaired>(?-i:[{_LETTERS}]))\)(?=\s|[^\W\d_]|$)
    | (?P<lower>(?-i:[{_LETTERS}])\d?)\s?(?:\)[.:\-–]?(?=\s|[^\W\d_]|$)|[.\-–/](?=\s|{_CAPITAL}|$))
    | (?P<dash>[-–—−‐‑]{{1,2}})(?!\d)(?=\s*\S)
    | (?P<plus>\++)(?!\d)(?=\s*\S)
    | (?P<star>\*{{1,3}})(?=\s*\S)
    | (?P<dot>[•●▪■◦○·‣⁃➢➤►▶✓✔→])(?=\s*\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FAMILIES = (
    "part", "article", "ordinal", "decimals", "decimal", "paren", "roman", "upper", "lowerroman", "lowerpaired",
    "lower", "dash", "plus", "star", "dot",
)  # fmt: skip
_BULLET_STYLES = {"dash": Style.DASH, "plus": Style.PLUS, "star": Style.STAR, "dot": Style.DOT}
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
_ROMAN_FORM = re.compile(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marker:
    """A number or bullet before a heading or an item.

    Attributes:
        text: as printed (``1.``, ``Một là,``).
        style: its style.
        value: its place in the row (``c)`` is 3), null for a bullet.
        parts: the numbers of ``1.2.3``, outermost first; else just the value.
        end: where the words begin, counted from where the marker was looked for.
    """

    text: str
    style: Style
    value: int | None
    parts: tuple[int, ...]
    end: int

    @property
    def key(self) -> tuple[int, int]:
        """Markers with the same key number one row of headings: the style and, for ``1.2.3``, its depth."""
        return (int(self.style), len(self.parts) if self.style is Style.DECIMALS else 0)

    @property
    def bullet(self) -> bool:
        """Whether it is a bullet, which numbers nothing."""
        return self.style in BULLETS


def roman_value(text: str) -> int | None:
    """Return the value of a well-formed roman numeral below 90, null for anything else."""
    if text.upper() == "IIII":  # as clocks have it, or one stroke too many
        return 4
    if not text or not _ROMAN_FORM.fullmatch(text):
        return None
    digits = [_ROMAN_DIGITS[c] for c in text.lower()]
    following = [*digits[1:], 0]
    return sum(-d if d < n else d for d, n in zip(digits, following, strict=True))


def marker_of(number: str | None) -> Marker | None:
    """Return the marker that a passage's number, as :class:`Passage` has it, was read as; null for none."""
    return read_marker(f"{number} x") if number else None


def read_marker(text: str) -> Marker | None:
    """Return the marker at the beginning of ``text``, or null where the text begins with a word.

    A letter that could be a roman numeral (``I.``, ``V.``, ``C.``) is read as roman where it can be; see
    :func:`as_letter` for the other reading.
    """
    match = _GRAMMAR.match(text)
    if match is None:
        return None
    family = next(name for name in _FAMILIES if match[name] is not None)
    end = match.end()
    while end < len(text) and text[end] == " ":
        end += 1
    printed = match[0].strip()
    if family in _BULLET_STYLES:
        return Marker(printed, _BULLET_STYLES[family], None, (), end)
    style, parts = _numbered(family, match)
    if style is None:
        return None
    return Marker(printed, style, parts[-1], parts, end)


def _numbered(family: str, match: re.Match[str]) -> tuple[Style | None, tuple[int, ...]]:
    """Return style and value of a numbered marker; a null style where the form only looks like one."""
    found = match[family]
    if family == "decimals":
        parts = tuple(_part_of_decimals(part.strip()) for part in found.split("."))
        return (Style.DECIMALS if 0 not in parts else None), parts
    if family in ("decimal", "paren"):
        return (Style.DECIMAL if family == "decimal" else Style.PAREN), (int(found),)
    if family == "part":
        return Style.PART, (_part_value(match),)
    if family == "article":
        return Style.ARTICLE, (int(match["articlenumber"]),)
    if family == "ordinal":
        return Style.ORDINAL, (_ORDINALS[(match["thu"] or match["la"]).lower()],)
    return _lettered(family, found)


def _part_of_decimals(part: str) -> int:
    """Return the value of one part of ``1.2``, ``II.2`` or ``A.2``; 0 for what is no number."""
    if part.isdigit():
        return int(part)
    return roman_value(part) or _letter_value(part)


def _part_value(match: re.Match[str]) -> int:
    if match["partword"]:
        return _ORDINALS[match["partword"].lower()]
    if match["partnumber"]:
        return int(match["partnumber"])
    letter = match["partroman"] or match["partletter"]
    value = roman_value(letter)
    return value if value is not None else ord(letter[0].upper())


def _lettered(family: str, found: str) -> tuple[Style | None, tuple[int, ...]]:
    if family in ("roman", "lowerroman"):
        value = roman_value(found)
        # ``Ii.`` is a numeral that was written small, as whole titles are in some copies
        upper = found.isupper() or (found[0].isupper() and found[1:].islower())
        if value is None or not (upper or found.islower()):
            return None, (0,)
        if not upper and len(found) == 1:
            return Style.LOWER, (_letter_value(found),)
        return (Style.ROMAN if upper else Style.LOWER_ROMAN), (value,)
    if family == "upper" and found.isupper():
        return Style.UPPER, (_letter_value(found),)
    letter = found[0]
    if not letter.islower():
        return (Style.UPPER, (_letter_value(letter),)) if len(found) == 1 else (None, (0,))
    if len(found) > 1:
        return Style.DECIMALS, (_letter_value(letter), int(found[1]))
    return Style.LOWER, (_letter_value(letter),)


def _letter_value(letter: str) -> int:
    return _LETTERS.find(letter.lower()) + 1 or 99


def as_letter(marker: Marker) -> Marker:
    """Return ``marker`` read as a capital letter where it is one roman digit (``I.`` after ``H.``), else unchanged."""
    letter = marker.text[:1]
    if marker.style is not Style.ROMAN or marker.text[1:2].isalpha() or letter.lower() not in _LETTERS:
        return marker
    value = _letter_value(letter)
    return Marker(marker.text, Style.UPPER, value, (value,), marker.end)
