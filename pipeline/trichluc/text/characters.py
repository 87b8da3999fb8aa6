"""Characters: Unicode form, look-alikes and white space, with a map from the raw to the clean text.

Everything here happens before offsets are given out (house rule 1). Dashes keep their form in the clean text: only a
*symbol* folds them, where it is normalised (see :func:`fold_dashes`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Letters drawn alike. U+00D0 (Icelandic Eth) and U+0189 (African D) are typed and printed by OCR for the Vietnamese Đ.
_LOOK_ALIKES = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ"})
# Invisible characters that word processors and web pages leave inside words: soft hyphen, zero-width space and joiners,
# direction marks, word joiner, byte order mark.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffc\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d_]")


def normalise(text: str) -> str:
    r"""Return ``text`` in NFC, with look-alike letters replaced and invisible and control characters dropped.

    White space is left as it is, but for control characters other than ``\\t\\n\\v\\f\\r``.
    """
    text = unicodedata.normalize("NFC", text).translate(_LOOK_ALIKES)
    return _CONTROL.sub("", _INVISIBLE.sub("", text))


def clean_inline(raw: str, edges: Sequence[int] = ()) -> tuple[str, list[int]]:
    """Return the one-line clean form of ``raw``, and where ``edges`` fall in it.

    White space of any kind is folded to single blanks and trimmed at both ends.

    Args:
        raw: any text.
        edges: ascending offsets into ``raw``; one inside a letter and its combining marks counts as after the letter.
    """
    parts, places = list[str](), list[int]()
    start = length = 0
    open_blank = False
    for edge in (*edges, len(raw)):
        end = edge
        while 0 < end < len(raw) and unicodedata.combining(raw[end]):
            end += 1
        piece = _SPACE.sub(" ", normalise(raw[start:end])) if end > start else ""
        start = max(start, end)
        if piece and (length == 0 or open_blank):
            piece = piece.lstrip(" ")
        if piece:
            parts.append(piece)
            length += len(piece)
            open_blank = piece.endswith(" ")
        places.append(length)
    clean = "".join(parts).rstrip(" ")
    return clean, [min(place, len(clean)) for place in places[:-1]]


def fold_dashes(text: str) -> str:
    """Return ``text`` with every kind of dash, minus and underscore as ``-``, same length, for reading symbols."""
    return _DASHES.sub("-", text)


_MARKS = re.compile("[\u0300-\u036f]")


def strip_marks(text: str) -> str:
    """Return ``text`` in lower case without diacritics (``Chỉ thị`` → ``chi thi``), for searching without marks."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return bare.replace("đ", "d").replace("Đ", "D").lower()
