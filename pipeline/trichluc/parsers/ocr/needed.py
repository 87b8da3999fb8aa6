"""Whether a pdf page has text of its own that can be used, or must be read from its picture."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from trichluc.parsers.ocr.image import ink
from trichluc.parsers.pdf_glyphs import Glyph
from trichluc.text.syllables import valid_share

_FULL = 600  # letters, from which on a page is not looked at: it is no scan with a signature box
_LOOK_DPI = 50
_FEW = 12  # letters of a page number or a watermark
_BLANK = 0.0004  # share of the page that is ink on an empty one
_OUTLINES = 0.02  # share of the page that is ink outside of the text, where all its letters are drawn
_GARBAGE = 0.55  # share of valid syllables below which a text layer is not Vietnamese
_COVERS = 0.5  # share of the page that a scanned picture covers at least
_STRAY = 0.05  # share of letters that stand for nothing
_STRAY_LETTERS = frozenset("\ufffd\u25a1")
_IMAGE = 3  # pdfium's number for a picture


class Need(StrEnum):
    """Why a page must be read from its picture."""

    PICTURE = "picture"  # it is one, whatever few words are laid over it
    GARBAGE = "garbage"  # its text layer cannot be used


def needs_ocr(page: Any, glyphs: Sequence[Glyph]) -> Need | None:
    """Tell whether, and why, a pypdfium2 page with these glyphs must be read from its picture.

    So it is where much ink stands outside of the text (a scan, with a signature box or a watermark or without), and
    where the text layer is garbage: laid by OCR that knows no Vietnamese under a scanned picture, or made of letters
    that stand for nothing. Text in an old font encoding is no garbage, and other languages are none.
    """
    letters = "".join(glyph.text for glyph in glyphs).strip()
    count = sum(not letter.isspace() for letter in letters)
    if count and _is_garbage(page, letters, count):
        return Need.GARBAGE
    if count >= _FULL:
        return None
    if _covered_by_picture(page):
        return Need.PICTURE
    # rules of tables and emblems are no text: letters drawn as outlines have much more ink
    outside, inside = _ink(page, glyphs)
    drawn = outside > _BLANK if count < _FEW else outside > max(_OUTLINES, 2 * inside)
    return Need.PICTURE if drawn else None


def _is_garbage(page: Any, letters: str, count: int) -> bool:
    stray = sum(letter in _STRAY_LETTERS or "\ue000" <= letter <= "\uf8ff" for letter in letters)
    if stray > _STRAY * count:
        return True
    share = valid_share(letters)
    return share is not None and share < _GARBAGE and _covered_by_picture(page)


def _covered_by_picture(page: Any) -> bool:
    width, height = page.get_size()
    covered = 0.0
    for thing in page.get_objects(filter=(_IMAGE,), max_depth=3):
        left, bottom, right, top = thing.get_bounds() if hasattr(thing, "get_bounds") else thing.get_pos()
        covered += abs((right - left) * (top - bottom))  # a scan may come in strips
        if covered >= _COVERS * width * height:
            return True
    return False


def _ink(page: Any, glyphs: Sequence[Glyph]) -> tuple[float, float]:
    """Return the shares of the page that are ink outside and inside of the letters' boxes."""
    grey = page.render(scale=_LOOK_DPI / 72, grayscale=True).to_pil().convert("L")
    dark = ink(grey)
    covered = Image.new("1", grey.size)
    draw = ImageDraw.Draw(covered)
    dots = _LOOK_DPI / 72
    for glyph in glyphs:
        draw.rectangle(
            (glyph.left * dots - 1, glyph.top * dots - 1, glyph.right * dots + 1, glyph.bottom * dots + 1), 1
        )
    edge = max(1, grey.width // 40)  # the shadow along the edges of a scan
    middle = (slice(edge, -edge), slice(edge, -edge))
    boxes = np.asarray(covered)
    outside, inside = (dark & ~boxes)[middle], (dark & boxes)[middle]
    return (float(outside.mean()), float(inside.mean())) if outside.size else (0.0, 0.0)
