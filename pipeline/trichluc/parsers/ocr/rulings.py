"""Ruled tables of a page image: the ruling lines are found in the pixels, pdfplumber's geometry makes cells of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from trichluc.parsers.ocr.image import DPI, PageImage, darkness, ink

_SHRINK = 2  # lines are looked for at half the resolution
_DOTS = DPI / _SHRINK  # an inch
_POINT = 72 / _DOTS
_LONG = round(0.55 * _DOTS)  # a horizontal line is at least this long: longer than any letter is wide
_TALL = round(0.2 * _DOTS)  # a vertical line is at least this long: longer than any letter of running text is tall
_THICK = round(0.045 * _DOTS)  # what is thicker is a bar or a picture
_BRIDGE = round(0.06 * _DOTS)  # gaps in a line that are closed
_MOST_EDGES = 4000  # a halftone picture is no table


@dataclass(frozen=True, slots=True)
class Ruling:
    """A ruling line, level, in points: from ``start`` to ``end``, at ``place`` across."""

    start: float
    end: float
    place: float
    thick: float
    upright: bool


@dataclass(frozen=True, slots=True)
class Boxes:
    """A table as pdfplumber gives it: its box and the boxes of its cells, each (left, top, right, bottom) in points."""

    bbox: tuple[float, float, float, float]
    cells: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """The ruling lines of a page, in the way in which a page of pdfplumber gives its tables."""

    rulings: tuple[Ruling, ...]

    def find_tables(self) -> list[Boxes]:
        """Return the tables, from top to bottom."""
        from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

        if sum(ruling.upright for ruling in self.rulings) < 2 or len(self.rulings) > _MOST_EDGES:
            return []
        edges = merge_edges([_edge(ruling) for ruling in self.rulings], 4, 4, 6, 6)
        cells = intersections_to_cells(edges_to_intersections(edges, 5, 5))
        found = []
        for table in cells_to_tables(cells):
            boxes = tuple(tuple(map(float, cell)) for cell in table)
            if len(boxes) > 1:
                found.append(Boxes(_around(boxes), boxes))  # type: ignore[arg-type]
        return sorted(found, key=lambda table: table.bbox[1])


def find_rulings(page: PageImage) -> Ruled:
    """Return the ruling lines of a page, its tilt taken out."""
    small = Image.fromarray(darkness(page.grey, _SHRINK))
    if abs(page.tilt) > 0.04:
        small = small.rotate(-page.tilt, Image.Resampling.BILINEAR, fillcolor=255)
    dark = ink(small)
    level = [Ruling(*found, False) for found in _lines(dark, _LONG)]
    upright = [Ruling(*found, True) for found in _lines(dark.T, _TALL)]
    return Ruled(tuple(level + upright))


def erase(page: PageImage, rulings: Sequence[Ruling], paper: int = 255) -> PageImage:
    """Return the page with the ruling lines painted over, so that they are not read as letters."""
    if not rulings:
        return page
    grey = page.grey.copy()
    draw = ImageDraw.Draw(grey)
    for ruling in rulings:
        ends = [(ruling.start, ruling.place), (ruling.end, ruling.place)]
        if ruling.upright:
            ends = [(y, x) for x, y in ends]
        dots = [to_dots(page, x, y) for x, y in ends]
        draw.line(dots, fill=paper, width=round(ruling.thick * DPI / 72) + 8)
    return PageImage(grey, page.tilt)


def to_dots(page: PageImage, x: float, y: float) -> tuple[float, float]:
    """Return where a place on the levelled page, in points, stands in the image."""
    return _turn(page, x * DPI / 72, y * DPI / 72, page.tilt)


def to_points(page: PageImage, x: float, y: float) -> tuple[float, float]:
    """Return where a dot of the image stands on the levelled page, in points."""
    across, down = _turn(page, x, y, -page.tilt)
    return across * 72 / DPI, down * 72 / DPI


def _turn(page: PageImage, x: float, y: float, degrees: float) -> tuple[float, float]:
    """Turn a place about the middle of the page, counter-clockwise as one sees it."""
    if not degrees:
        return x, y
    angle = math.radians(degrees)
    middle, centre = page.grey.width / 2, page.grey.height / 2
    right, down = x - middle, y - centre
    return (
        middle + right * math.cos(angle) + down * math.sin(angle),
        centre - right * math.sin(angle) + down * math.cos(angle),
    )


def _lines(dark: NDArray[np.bool_], least: int) -> list[tuple[float, float, float, float]]:
    """Return the level lines of an image as (start, end, place, thickness) in points.

    A dot belongs to a line where a long run of dots goes through it, with the rows above and below it taken together:
    a line that is a little askew steps from one to the next.
    """
    thickened = dark.copy()
    thickened[1:] |= dark[:-1]
    thickened[:-1] |= dark[1:]
    runs = _runs(thickened, least)
    lines: list[list[int]] = []  # start, end, first row, last row
    open_lines: list[list[int]] = []
    row_now = -1
    for row, start, end in runs:
        if row != row_now:
            open_lines = [line for line in open_lines if line[3] >= row - 1]
            row_now = row
        for line in open_lines:
            if start <= line[1] + _BRIDGE and end >= line[0] - _BRIDGE:
                line[0], line[1], line[3] = min(line[0], start), max(line[1], end), row
                break
        else:
            line = [start, end, row, row]
            open_lines.append(line)
            lines.append(line)
    found = []
    for start, end, first, last in lines:
        thick = max(1, last - first - 1)  # the row above and the row below were added
        if thick <= _THICK + (end - start) // 200:
            found.append((start * _POINT, end * _POINT, (first + last + 1) / 2 * _POINT, min(thick, _THICK) * _POINT))
    return found


def _runs(dark: NDArray[np.bool_], least: int) -> list[tuple[int, int, int]]:
    """Return the runs of dark dots of at least ``least`` as (row, start, end), by row."""
    height, width = dark.shape
    padded = np.zeros((height, width + 2), dtype=np.int8)
    padded[:, 1:-1] = dark
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    long = (ends - starts) >= least
    return list(zip(rows[long].tolist(), starts[long].tolist(), ends[long].tolist(), strict=True))


def _edge(ruling: Ruling) -> dict[str, Any]:
    if ruling.upright:
        x0 = x1 = ruling.place
        top, bottom = ruling.start, ruling.end
    else:
        x0, x1 = ruling.start, ruling.end
        top = bottom = ruling.place
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "v" if ruling.upright else "h",
        "object_type": "line",
    }


def _around(boxes: Sequence[tuple[float, ...]]) -> tuple[float, float, float, float]:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
