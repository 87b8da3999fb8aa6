"""Characters: Unicode form, look-alikes and white space, with a map from the raw to the clean text.

Everything here happens before offsets are given out (house rule 1). Dashes keep their form in the clean text: only a
*symbol* folds them, where it is normalised (see :func:`fold_dashes`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# Letters drawn alike. U+00D0 (Icelandic Eth) and U+0189 (African D) are typed and printed by OCR for the Vietnamese Đ.
_LOOK_ALIKES = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ"})
# Invisible characters that word processors and web pages leave inside words: soft hyphen, zero-width space and joiners,
# direction marks, word joiner, byte order mark.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffc\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d_]")


def normalise(text: str) -> str:
    """Return ``text`` in NFC, with look-alike letters replaced and invisible and control characters dropped.

    White space is left as it is, but for control characters other than ``\\t\\n\\v\\f\\r``.
    """
    text = unicodedata.normalize("NFC", text).translate(_LOOK_ALIKES)
    return _CONTROL.sub("", _INVISIBLE.sub("", text))


def clean_inline(raw: str) -> tuple[str, Callable[[int], int]]:
    """Return the one-line clean form of ``raw`` and a function from raw offsets to clean offsets.

    White space of any kind is folded to single blanks and trimmed at both ends. The map is exact at the edges of raw
    pieces, which is where :class:`trichluc.source.SourceBuilder` asks it.
    """
    if raw.isascii() and "  " not in raw and raw.isprintable():
        clean = raw.strip(" ")
        lead = len(raw) - len(raw.lstrip(" "))
        return clean, lambda offset: min(max(offset - lead, 0), len(clean))
    clean = _SPACE.sub(" ", normalise(raw)).strip(" ")
    edges: dict[int, int] = {}

    def place(offset: int) -> int:
        if offset not in edges:
            edges[offset] = _clean_length(raw, offset, clean)
        return edges[offset]

    return clean, place


def _clean_length(raw: str, offset: int, clean: str) -> int:
    """Return how many characters of ``clean`` come from ``raw[:offset]``."""
    while 0 < offset < len(raw) and unicodedata.combining(raw[offset]):
        offset += 1  # a combining mark belongs to the letter before it
    head = _SPACE.sub(" ", normalise(raw[:offset])).lstrip(" ")
    if head.endswith(" ") and not clean.startswith(head):
        head = head.rstrip(" ")
    return min(len(head), len(clean))


def fold_dashes(text: str) -> str:
    """Return ``text`` with every kind of dash, minus and underscore as ``-``, same length, for reading symbols."""
    return _DASHES.sub("-", text)


_MARKS = re.compile("[\u0300-\u036f]")


def strip_marks(text: str) -> str:
    """Return ``text`` in lower case without diacritics (``Chỉ thị`` → ``chi thi``), for searching without marks."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return bare.replace("đ", "d").replace("Đ", "D").lower()

