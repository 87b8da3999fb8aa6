"""Lines that the layout analysis of a page passes over: a last short word of a paragraph is taken for dirt.

Ink of the size of letters that no word covers, and beside which none stands, is read by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from trichluc.parsers.ocr.image import DPI, PageImage, darkness
from trichluc.parsers.ocr.pieces import ASCENT, DESCENT, Box, cut, read_all, smaller
from trichluc.parsers.ocr.rulings import to_dots, to_points
from trichluc.parsers.ocr.shapes import spots_of
from trichluc.parsers.ocr.tesseract import Tesseract, Word

_SHRINK = 4
_SHADE = 150  # from which on a dot is ink, on a page that was cleaned
_JOIN = 0.45  # share of the letters' size that joins letters and words to a line
_HEIGHTS = (0.35, 1.6)  # shares of the letters' size between which a line's ink is high
_LEAST_WIDTH = 0.7  # share of the letters' size
_MOST = 12  # lines of a page; more are a picture
_SURE = 0.8  # a line that is read so is one
_EDGE = 0.04  # share of the page's width along its sides where shadows are


def read_overlooked(
    tesseract: Tesseract, page: PageImage, words: Sequence[Word], cells: Sequence[Box], seconds: float
) -> list[Word]:
    """Return the words of lines that were passed over.

    Args:
        tesseract: the program.
        page: its picture, cleaned, rulings erased.
        words: what was read, in points on the levelled page.
        cells: boxes of the cells of tables, which are read by themselves.
        seconds: the time limit.
    """
    boxes = overlooked(page, words, cells)
    if not boxes or len(boxes) > _MOST:
        return []
    pieces = [piece for box in boxes if (piece := cut(page, box)) is not None]
    size = median(word.size for word in words)
    line, found = 1 + max(word.line for word in words), list[Word]()
    both = read_all(tesseract, [one for piece in pieces for one in (piece, smaller(piece))], seconds)
    for number in range(len(pieces)):
        read = max(both[2 * number : 2 * number + 2], key=_least)
        letters = sum(map(str.isalnum, "".join(word.text for word in read)))
        if letters > 1 and _least(read) >= _SURE and len({word.line for word in read}) == 1:
            base = median(word.base for word in read)
            found += [
                replace(
                    word,
                    line=line + number,
                    base=base,
                    size=size,
                    top=base - ASCENT * size,
                    bottom=base + DESCENT * size,
                )
                for word in read
            ]
    return found


def _least(words: Sequence[Word]) -> float:
    return min((word.confidence for word in words), default=0.0)


def overlooked(page: PageImage, words: Sequence[Word], cells: Sequence[Box]) -> list[Box]:
    """Return the boxes of lines of ink that no word covers, and beside which none stands, in points."""
    if not words:
        return []
    size = median(word.size for word in words for _ in word.text)
    dots = size * DPI / 72 / _SHRINK
    sheet = Image.fromarray((darkness(page.grey, _SHRINK) < _SHADE).view(np.uint8) * 255)
    draw = ImageDraw.Draw(sheet)
    room = 0.35 * size
    taken = [(word.left - 2, word.top - room, word.right + 2, word.bottom + room) for word in words]
    for left, top, right, bottom in [*taken, *cells]:
        corners = [to_dots(page, x, y) for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))]
        draw.polygon([(x / _SHRINK, y / _SHRINK) for x, y in corners], fill=0)
    edge = round(_EDGE * sheet.width)
    draw.rectangle((0, 0, edge, sheet.height), fill=0)
    draw.rectangle((sheet.width - edge, 0, sheet.width, sheet.height), fill=0)
    if sheet.getbbox() is None:
        return []
    reach = max(1, round(_JOIN * dots / 2))
    joined = sheet.filter(ImageFilter.BoxBlur((reach, 1)))
    found = list[Box]()
    for spot in spots_of(np.asarray(joined) > 0):
        height, width = spot.height - 2, spot.width - 2 * reach
        if not (_HEIGHTS[0] * dots <= height <= _HEIGHTS[1] * dots and width >= _LEAST_WIDTH * dots):
            continue
        left, top = to_points(page, (spot.left + reach) * _SHRINK, (spot.top + 1) * _SHRINK)
        right, bottom = to_points(page, (spot.right - reach) * _SHRINK, (spot.bottom - 1) * _SHRINK)
        beside = any(min(word.base, bottom) - max(word.base - 0.5 * size, top) > 0 for word in words)
        if not beside:
            found.append((left - 5, top - room, right + 5, bottom + room))
    return found
