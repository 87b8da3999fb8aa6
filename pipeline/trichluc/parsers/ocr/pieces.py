"""Pieces of a page that are read by themselves: cells of a table, and columns that stand side by side.

The layout analysis of a whole page reads across columns whose lines stand at odd heights, and drops lone digits in
cells. A piece is one block of lines, and a strip of many of them is read in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from trichluc.parsers.ocr.image import DPI, PageImage, pgm
from trichluc.parsers.ocr.rulings import to_dots
from trichluc.parsers.ocr.tesseract import Tesseract, Word

ASCENT, DESCENT = 0.80, 0.22  # of a line's letter size, above and below its base
_POINT = 72 / DPI
_INSET = 1.2  # points from a cell's edge in which ink is the ruling's
_LEAST_INK = 40  # dots of ink that may be a digit
_GAP = 36  # dots between pieces of a strip
_TALLEST = 9000  # dots; Tesseract takes 32,767
_BLOCK = 6  # page segmentation mode: one block of lines

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points on the levelled page."""


class _Piece(NamedTuple):
    box: Box
    image: Image.Image
    left: float  # where the image begins, in points on the levelled page
    top: float


def without(page: PageImage, boxes: Iterable[Box]) -> PageImage:
    """Return the page with the insides of ``boxes`` painted white."""
    grey = page.grey.copy()
    draw = ImageDraw.Draw(grey)
    for left, top, right, bottom in boxes:
        corners = [to_dots(page, x, y) for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))]
        draw.polygon(corners, fill=255)
    return PageImage(grey, page.tilt)


def read_pieces(
    tesseract: Tesseract, page: PageImage, boxes: Sequence[Box], seconds: float, *, first_line: int = 0
) -> list[Word]:
    """Return the words that stand in ``boxes``, in points on the levelled page; each box holds one block of lines."""
    pieces = [piece for box in boxes for piece in [_cut(page, box)] if piece is not None]
    found: list[Word] = []
    for strip in _strips(pieces):
        words = _read_strip(tesseract, strip, seconds, first_line)
        first_line = max((word.line for word in words), default=first_line) + 1
        found += words
    return found


def _strips(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Part the pieces so that each strip is within bounds."""
    strip, height = list[_Piece](), _GAP
    for piece in pieces:
        if strip and height + piece.image.height + _GAP > _TALLEST:
            yield strip
            strip, height = [], _GAP
        strip.append(piece)
        height += piece.image.height + _GAP
    if strip:
        yield strip


def _read_strip(tesseract: Tesseract, pieces: Sequence[_Piece], seconds: float, first_line: int) -> list[Word]:
    width = max(piece.image.width for piece in pieces) + 2 * _GAP
    height = sum(piece.image.height + _GAP for piece in pieces) + _GAP
    strip, tops, down = Image.new("L", (width, height), 255), list[int](), _GAP
    for piece in pieces:
        strip.paste(piece.image, (_GAP, down))
        tops.append(down)
        down += piece.image.height + _GAP
    found = []
    for word in tesseract.words(pgm(strip), dpi=DPI, layout=_BLOCK, seconds=seconds):
        middle = (word.top + word.bottom) / 2
        index = max((number for number, top in enumerate(tops) if top - _GAP / 2 <= middle), default=0)
        piece = pieces[index]
        across, above = piece.left - _GAP * _POINT, piece.top - tops[index] * _POINT
        base, size = above + word.base * _POINT, word.size * _POINT
        left, right = across + word.left * _POINT, across + word.right * _POINT
        found.append(
            replace(
                word,
                # never over the edge of its piece, or the word would be taken for a neighbour's
                left=min(max(left, piece.box[0]), piece.box[2]),
                right=max(min(right, piece.box[2]), piece.box[0]),
                top=base - ASCENT * size,
                bottom=base + DESCENT * size,
                base=base,
                size=size,
                line=first_line + word.line,
            )
        )
    return found


def _cut(page: PageImage, box: Box) -> _Piece | None:
    """Return the inside of a box as an upright image, null where there is no ink."""
    left, top = box[0] + _INSET, box[1] + _INSET
    right, bottom = box[2] - _INSET, box[3] - _INSET
    width, height = round((right - left) / _POINT), round((bottom - top) / _POINT)
    if width < 8 or height < 8:
        return None
    # the corners of the levelled box in the order of PIL: upper left, lower left, lower right, upper right
    quad = [to_dots(page, x, y) for x, y in ((left, top), (left, bottom), (right, bottom), (right, top))]
    if abs(page.tilt) < 0.05:
        image = page.grey.crop((round(quad[0][0]), round(quad[0][1]), round(quad[2][0]), round(quad[2][1])))
    else:
        flat = tuple(place for corner in quad for place in corner)
        image = page.grey.transform((width, height), Image.Transform.QUAD, flat, Image.Resampling.BICUBIC)
    pixels = np.asarray(image, dtype=np.int16)
    paper = int(np.percentile(pixels, 90))
    if int((pixels[3:-3, 3:-3] < paper - 60).sum()) < _LEAST_INK:
        return None
    return _Piece(box, image, left, top)


def reread_columns(tesseract: Tesseract, page: PageImage, words: list[Word], seconds: float) -> list[Word]:
    """Return the words with those of columns set side by side read anew, column by column, where that reads better."""
    return words
