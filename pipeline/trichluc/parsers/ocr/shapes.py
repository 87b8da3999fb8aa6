"""What a number looks like in its picture: how many figures stand there, and where a comma or a full stop is.

Small print loses its commas in reading, and a figure at the edge of a cell now and then. Both can be counted without
being read: figures are of one height, and a comma is a small mark at their foot that reaches below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_CONTRAST = 60  # shades by which ink is darker than paper
_BLACK = 10  # the percentile of the ink's shades that is black; the darkest dot may be grain
_DARK = 0.65  # share of the way from black to paper up to which a dot counts: thin strokes of a figure are grey
_LEAST_HEIGHT = 14  # dots; figures of 6 points have 16
_TALL = 0.75  # share of the figures' height from which on a spot is a figure
_LOW = 0.5  # share of the figures' height that a mark has at most, and that it stands below
_LEAST_MARK = 0.008  # share of a figure's square that a mark fills at least
_BELOW = 0.07  # share of the figures' height by which a comma reaches below their foot
_WIDEST = 1.1  # times its height that a figure is wide; what is wider is two that touch
_DASH = 1.5  # times its height that a dash is wide
_DASH_PLACE = (0.2, 0.6)  # shares of the figures' height above their foot between which it lies
_MOST_SPOTS = 60
_NUMBER = re.compile(r"([-–]?)(\d[\d.,]*)(%?)")
_WELL_PUT = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?")


@dataclass(slots=True)
class Spot:
    """Dots of ink that touch each other: the box around them, and how many they are."""

    left: int
    right: int
    top: int
    bottom: int
    dots: int

    @property
    def height(self) -> int:
        """In dots."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """In dots."""
        return self.right - self.left


def shape(image: Image.Image) -> str | None:
    """Return what stands in a picture of a number: ``0`` for each figure, ``.``, ``,`` and ``-`` where they stand.

    Null where that is not clear: more than one line, letters, figures that touch each other.
    """
    dark = _ink(image)
    spots = [] if dark is None else spots_of(dark)
    if not spots or len(spots) > _MOST_SPOTS:
        return None
    height = max(spot.height for spot in spots)
    figures = [spot for spot in spots if spot.height >= _TALL * height]
    height = round(median(spot.height for spot in figures))
    foot = median(spot.bottom for spot in figures)
    head = median(spot.top for spot in figures)
    if height < _LEAST_HEIGHT or any(spot.width > _WIDEST * height for spot in figures):
        return None
    if any(abs(spot.bottom - foot) > 0.2 * height or abs(spot.top - head) > 0.2 * height for spot in figures):
        return None
    found = [(spot.left, "0") for spot in figures]
    figures_begin, dash = min(spot.left for spot in figures), ""
    for spot in spots:
        if spot in figures or spot.dots < _LEAST_MARK * height * height:
            continue
        if spot.right <= figures_begin and _is_dash(spot, foot, height):
            dash = "-"
            continue
        if spot.height > _LOW * height or spot.width > _LOW * height or spot.top < foot - _LOW * height:
            return None
        found.append((spot.left, "," if spot.bottom > foot + _BELOW * height else "."))
    text = "".join(mark for _, mark in sorted(found))
    # a mark before the first figure or after the last one is dirt, of two in a row nothing can be said
    text = text.strip(".,")
    return None if any("0" not in pair for pair in map("".join, pairwise(text))) else dash + text


def _is_dash(spot: Spot, foot: float, height: int) -> bool:
    """Whether a spot lies in the middle of the figures' height and is wider than high."""
    middle = foot - (spot.top + spot.bottom) / 2
    return spot.width >= _DASH * spot.height and _DASH_PLACE[0] * height <= middle <= _DASH_PLACE[1] * height


def count(found: str | None) -> int | None:
    """Return how many figures a shape has, null for none."""
    return None if found is None else found.count("0")


def punctuated(number: str, found: str | None) -> str:
    """Return a number with the marks that its picture has, where the two have as many figures.

    A mark of the number that is not seen stays, for it may touch a figure; so does a comma that looks like a full stop.
    A minus that is not seen is what was left of a ruling. A picture whose marks make no number says nothing.
    """
    whole, bare = _NUMBER.fullmatch(number), (found or "").removeprefix("-")
    if whole is None or count(found) != sum(map(str.isdigit, number)) or not _WELL_PUT.fullmatch(bare):
        return number
    said, seen, sign = _marks(whole[2]), _marks(bare), whole[1] if found != bare else ""
    figures = [letter for letter in whole[2] if letter.isdigit()]
    whole_part = min((place for place, mark in seen.items() if mark == ","), default=len(figures))
    marks = {
        place: mark if mark == "," else said.get(place, mark)
        for place, mark in seen.items()
        # a full stop that was not read groups thousands, or it is a speck
        if mark == "," or place in said or (whole_part - place) % 3 == 0
    }
    both = _set(figures, said | marks)
    return sign + (both if _WELL_PUT.fullmatch(both) else _set(figures, seen)) + whole[3]


def _marks(text: str) -> dict[int, str]:
    """Return the marks of a number by how many figures stand before them."""
    found, before = dict[int, str](), 0
    for letter in text:
        if letter.isdigit():
            before += 1
        else:
            found[before] = letter
    return found


def _set(figures: list[str], marks: dict[int, str]) -> str:
    return "".join(marks.get(place, "") + figure for place, figure in enumerate(figures))


def _ink(image: Image.Image) -> NDArray[np.bool_] | None:
    pixels = np.asarray(image, dtype=np.int16)
    paper = int(np.percentile(pixels, 90))
    inked = pixels[pixels < paper - _CONTRAST]
    if not inked.size:
        return None
    black = float(np.percentile(inked, _BLACK))
    return np.asarray(pixels < black + _DARK * (paper - black))


def spots_of(dark: NDArray[np.bool_]) -> list[Spot]:
    """Return the spots of ink; dots touch side by side and corner to corner."""
    runs = list(_runs(dark))
    owner = list(range(len(runs)))

    def first(place: int) -> int:
        while owner[place] != place:
            owner[place] = place = owner[owner[place]]
        return place

    above, row_above = list[int](), -2
    for row, group in groupby(range(len(runs)), key=lambda place: runs[place][0]):
        places = list(group)
        for one in above if row == row_above + 1 else ():
            for other in places:
                if runs[one][1] <= runs[other][2] and runs[one][2] >= runs[other][1]:
                    owner[first(other)] = first(one)
        above, row_above = places, row
    spots = dict[int, Spot]()
    for place, (row, start, end) in enumerate(runs):
        spot = spots.setdefault(first(place), Spot(start, end, row, row, 0))
        spot.left, spot.right = min(spot.left, start), max(spot.right, end)
        spot.top, spot.bottom = min(spot.top, row), max(spot.bottom, row + 1)
        spot.dots += end - start
    return list(spots.values())


def _runs(dark: NDArray[np.bool_]) -> Iterator[tuple[int, int, int]]:
    """Give the runs of dots as (row, start, end), by row."""
    padded = np.zeros((dark.shape[0], dark.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = dark
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    yield from zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True)
