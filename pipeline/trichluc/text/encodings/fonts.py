"""What the name of a font says about the encoding of its text. It is a hint only: fonts lie, the content decides."""

from __future__ import annotations

import re
from functools import lru_cache

from trichluc.text.encodings.tables import TCVN3, VISCII, VNI, VPS

__all__ = ["draws_capitals", "is_symbol_font", "stated_encoding", "telling"]

# Names as they stand in documents: .VnTime, .VnTimeH, VnArialH(Ds), VNSTCVN3; VNI-Times, VNSVNI2; VPS Times.
# Unicode fonts of our day are called VN…, UVN…, SVN… too, so that what is told here is always compared with the text.
_STATED = (
    (VNI, re.compile(r"vni[-_ ]|vni$|vnsvni", re.IGNORECASE)),
    (TCVN3, re.compile(r"\.?vn(?!u|i)|.*tcvn|abc", re.IGNORECASE)),
    (VPS, re.compile(r"vps", re.IGNORECASE)),
    (VISCII, re.compile(r".*viscii|vi? ?(?:times|arial) ?viscii|heo ?may|minh ?quân", re.IGNORECASE)),
)
# The small letters of these fonts are drawn as capitals: .VnTimeH, VnTimeHBold, ".VnTimeH,Bold", VnArialH(Ds).
_CAPITAL = re.compile(r"\.?[Vv][Nn](?![Ii])[\w ]*?[a-z]H(?=$|[,( -]|Bold|Italic)")
_SYMBOL = re.compile(r"(?:symbol|wingdings|webdings|zapf ?dingbats|marlett|monotype sorts|mt extra)", re.IGNORECASE)
_SUBSET = re.compile(r"[A-Z]{6}\+")


@lru_cache(maxsize=1024)
def stated_encoding(font: str | None) -> str | None:
    """Return the encoding that the font's name promises, null for none."""
    if not font:
        return None
    name = _bare(font)
    return next((encoding for encoding, pattern in _STATED if pattern.match(name)), None)


@lru_cache(maxsize=1024)
def draws_capitals(font: str | None) -> bool:
    """Tell whether the font draws small letters as capitals."""
    return bool(font) and _CAPITAL.match(_bare(font or "")) is not None


@lru_cache(maxsize=1024)
def is_symbol_font(font: str | None) -> bool:
    """Tell whether the font holds signs and no letters."""
    return bool(font) and _SYMBOL.match(_bare(font or "")) is not None


@lru_cache(maxsize=1024)
def telling(font: str | None) -> str | None:
    """Return the name of a font that says something about its text, null for others: what ``Piece.font`` is to be."""
    return font if stated_encoding(font) is not None or is_symbol_font(font) else None


def _bare(font: str) -> str:
    """Return the first family without quotation marks and without the mark of a subset in a pdf."""
    family = font if font.startswith(".") else font.partition(",")[0]
    return _SUBSET.sub("", family.strip("\"' "))
