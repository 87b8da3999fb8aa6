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

from trichluc.parsers.ocr.figures import FIGURES, best_number, number_columns, odd_numbers, said
from trichluc.parsers.ocr.image import DPI, PageImage, pgm
from trichluc.parsers.ocr.letters import glyphs, without_dirt
from trichluc.parsers.ocr.rulings import to_dots
from trichluc.parsers.ocr.shapes import punctuated, shape
from trichluc.parsers.ocr.tesseract import Tesseract, Word
from trichluc.parsers.pdf_flow import Columns, columns, margins, rows
from trichluc.parsers.pdf_glyphs import Segment, segments

ASCENT, DESCENT = 0.80, 0.22  # of a line's letter size, above and below its base
_POINT = 72 / DPI
_INSET = (2.0, 1.2)  # points from a cell's sides, and from its head and foot, in which ink is the ruling's
_LEAST_INK = 24  # dots of ink that may be a digit or a dash
_DARK = 60  # shades by which ink is darker than paper
_DASH_DOTS = (10, 60)  # most dots of a dash, down and across
_DASH_SURE = 0.85
_DOUBTFUL = 0.88  # a piece with a word below this confidence is read again
_MARKED = 0.9  # a number whose marks are from its picture is not surer than this
_AGAIN = 0.75  # at this share of its size
_AS_GOOD = 0.97  # a column that was read by itself is better than its letters say: its lines are its own
_GAP = 36  # dots between pieces of a strip
_TALLEST = 9000  # dots; Tesseract takes 32,767
_BLOCK = 6  # page segmentation mode: one block of lines

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points on the levelled page."""


class Piece(NamedTuple):
    """A part of a page, upright."""

    box: Box
    image: Image.Image
    left: float  # where the image begins, in points on the levelled page
    top: float
    scale: float = 1.0


def without(page: PageImage, boxes: Iterable[Box]) -> PageImage:
    """Return the page with the insides of ``boxes`` painted white."""
    grey = page.grey.copy()
    draw = ImageDraw.Draw(grey)
    for left, top, right, bottom in boxes:
        corners = [to_dots(page, x, y) for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))]
        draw.polygon(corners, fill=255)
    return PageImage(grey, page.tilt)


def read_pieces(
    tesseract: Tesseract, pages: Sequence[tuple[PageImage, Box]], seconds: float, *, first_line: int = 0
) -> list[list[Word]]:
    """Return the words that stand in each box, in points on the levelled page; each box holds one block of lines.

    What was read with little confidence is read once more, smaller: a few letters alone come out by chance, and the
    second reading counts where it is surer.

    Args:
        tesseract: the program.
        pages: the boxes, each with the page from which it is cut.
        seconds: the time limit of each strip.
        first_line: number of the first line.
    """
    taken = [cut(page, box) for page, box in pages]
    pieces = [piece for piece in taken if piece is not None]
    read = read_all(tesseract, pieces, seconds)
    doubtful = [place for place, words in enumerate(read) if words and min(w.confidence for w in words) < _DOUBTFUL]
    second = read_all(tesseract, [smaller(pieces[place]) for place in doubtful], seconds)
    again = dict(zip(doubtful, second, strict=True))
    boxes = [piece.box for piece in pieces]
    shapes = {
        place: shape(pieces[place].image)
        for column in number_columns(boxes, read)
        for place in column
        if any(map(str.isdigit, said(read[place])))
    }
    odd = odd_numbers(boxes, read, again, shapes)
    figures = read_all(tesseract, [smaller(pieces[place]) for place in odd], seconds, FIGURES)
    numbers = [
        best_number([read[place], again.get(place, []), own], shapes.get(place))
        for place, own in zip(odd, figures, strict=True)
    ]
    for place, words in again.items():
        if words and _mean(words) > _mean(read[place]):
            read[place] = words
    for place, number in zip(odd, numbers, strict=True):
        read[place] = number or read[place]
    for place, looks in shapes.items():
        read[place] = _punctuated(read[place], looks)
    found, left = list[list[Word]](), iter(zip(pieces, read, strict=True))
    for one in taken:
        own = list[Word]()
        if one is not None:
            piece, words = next(left)
            words = without_dirt(words)
            dash = None if words else _dash(piece)
            # numbered by piece and line, so that lines of one piece stay apart from those of another
            own = [replace(word, line=first_line + word.line) for word in ([dash] if dash is not None else words)]
        found.append(own)
        first_line += 1 + max((word.line - first_line for word in own), default=0)
    return found


def _punctuated(words: Sequence[Word], looks: str | None) -> list[Word]:
    """Return a cell's word with the marks that its picture has; one that gets a mark is less sure."""
    if len(words) != 1 or (meant := punctuated(words[0].text, looks)) == words[0].text:
        return list(words)
    return [replace(words[0], text=meant, confidence=min(words[0].confidence, _MARKED))]


def _mean(words: Sequence[Word]) -> float:
    return sum(len(word.text) * word.confidence for word in words) / sum(len(word.text) for word in words)


def smaller(piece: Piece) -> Piece:
    """Return the piece at the size in which it is read again."""
    size = (max(1, round(piece.image.width * _AGAIN)), max(1, round(piece.image.height * _AGAIN)))
    return piece._replace(image=piece.image.resize(size, Image.Resampling.BICUBIC), scale=_AGAIN)


def read_all(tesseract: Tesseract, pieces: Sequence[Piece], seconds: float, signs: str = "") -> list[list[Word]]:
    """Return the words of each piece, the lines of each numbered from 0."""
    read: list[list[Word]] = []
    for strip in _strips(pieces):
        words = _read_strip(tesseract, strip, seconds, signs)
        for place in range(len(strip)):
            own = [word for at, word in words if at == place]
            lines = sorted({word.line for word in own})
            read.append([replace(word, line=lines.index(word.line)) for word in own])
    return read


def _dash(piece: Piece) -> Word | None:
    """Return the dash that alone stands in a piece, which is taken for dirt by the program; null for anything else."""
    pixels = np.asarray(piece.image)
    rows, columns = np.nonzero(pixels < int(pixels.max()) - _DARK)
    if not len(rows):
        return None
    top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    width, height = int(right - left), int(bottom - top)
    if not (height <= _DASH_DOTS[0] and 2 * height <= width <= _DASH_DOTS[1]):
        return None
    size = 10.0
    base = piece.top + float(bottom) * _POINT + 0.25 * size
    across = piece.left + float(left) * _POINT
    edges = (across, base - ASCENT * size, across + width * _POINT, base + DESCENT * size)
    return Word("-", *edges, _DASH_SURE, 0, base, size)


def _strips(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Part the pieces so that each strip is within bounds."""
    strip, height = list[Piece](), _GAP
    for piece in pieces:
        if strip and height + piece.image.height + _GAP > _TALLEST:
            yield strip
            strip, height = [], _GAP
        strip.append(piece)
        height += piece.image.height + _GAP
    if strip:
        yield strip


def _read_strip(tesseract: Tesseract, pieces: Sequence[Piece], seconds: float, signs: str) -> list[tuple[int, Word]]:
    """Return the words of a strip with the place of their piece."""
    width = max(piece.image.width for piece in pieces) + 2 * _GAP
    height = sum(piece.image.height + _GAP for piece in pieces) + _GAP
    strip, tops, down = Image.new("L", (width, height), 255), list[int](), _GAP
    for piece in pieces:
        strip.paste(piece.image, (_GAP, down))
        tops.append(down)
        down += piece.image.height + _GAP
    found = []
    for word in tesseract.words(pgm(strip), dpi=DPI, layout=_BLOCK, seconds=seconds, signs=signs):
        middle = (word.top + word.bottom) / 2
        place = max((number for number, top in enumerate(tops) if top - _GAP / 2 <= middle), default=0)
        found.append((place, _on_page(word, pieces[place], tops[place])))
    return found


def _on_page(word: Word, piece: Piece, top: int) -> Word:
    """Return a word of a strip where it stands on the page; ``top`` is where its piece begins in the strip."""
    point = _POINT / piece.scale
    across, above = piece.left - _GAP * point, piece.top - top * point
    base, size = above + word.base * point, word.size * point
    left, right = across + word.left * point, across + word.right * point
    return replace(
        word,
        # never over the edge of its piece, or the word would be taken for a neighbour's
        left=min(max(left, piece.box[0]), piece.box[2]),
        right=max(min(right, piece.box[2]), piece.box[0]),
        top=base - ASCENT * size,
        bottom=base + DESCENT * size,
        base=base,
        size=size,
    )


def cut(page: PageImage, box: Box) -> Piece | None:
    """Return the inside of a box as an upright image, null where there is no ink."""
    left, top = box[0] + _INSET[0], box[1] + _INSET[1]
    right, bottom = box[2] - _INSET[0], box[3] - _INSET[1]
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
    if int((pixels[3:-3, 3:-3] < paper - _DARK).sum()) < _LEAST_INK:
        return None
    return Piece(box, image, left, top)


def read_parts(
    tesseract: Tesseract, page: PageImage, words: list[Word], cells: Sequence[Box], seconds: float
) -> list[Word]:
    """Return the words of a page with those of its cells, and those of columns set side by side read anew.

    Columns and cells go into the same strips, for each start of the program takes time. A column's own reading counts
    where it is as good as that of the page.

    Args:
        tesseract: the program.
        page: its picture, rulings erased.
        words: what was read outside the cells.
        cells: boxes of the cells.
        seconds: the time limit of each strip.
    """
    boxes = _column_boxes(words)
    outside = without(page, cells) if boxes else page
    wanted = [*((outside, box) for box in boxes), *((page, box) for box in cells)]
    read = read_pieces(tesseract, wanted, seconds, first_line=1 + max((word.line for word in words), default=0))
    for box, new in zip(boxes, read, strict=False):
        old = [word for word in words if _stands_in(word, box)]
        if new and _worth(new) > _AS_GOOD * _worth(old):
            words = [word for word in words if not _stands_in(word, box)] + new
    return words + [word for cell in read[len(boxes) :] for word in cell]


def _column_boxes(words: Sequence[Word]) -> list[Box]:
    """Return the boxes of columns that stand side by side."""
    lines = segments(list(glyphs(words)))
    boxes: list[Box] = []
    for item in columns(rows(lines), 0, margins(lines)):
        if isinstance(item, Columns) and len(item.rows) > 1:
            sides = [[row[side] for row in item.rows] for side in range(2)]
            boxes += [_around([line for line in side if line is not None]) for side in sides]
    return [box for box in boxes if box[2] > box[0]]


def _around(lines: Sequence[Segment]) -> Box:
    """Return the box around the lines of a column, with room for their marks."""
    if not lines:
        return (0.0, 0.0, 0.0, 0.0)
    room = 0.25 * max(line.height for line in lines)
    return (
        min(line.left for line in lines) - 3,
        min(line.top for line in lines) - room,
        max(line.right for line in lines) + 3,
        max(line.bottom for line in lines) + room,
    )


def _stands_in(word: Word, box: Box) -> bool:
    across, down = (word.left + word.right) / 2, word.base - 0.3 * word.size
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _worth(words: Iterable[Word]) -> float:
    return sum(len(word.text) * (word.confidence - 0.5) for word in words)
