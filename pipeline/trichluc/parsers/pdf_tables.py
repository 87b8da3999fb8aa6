"""Ruled tables of a pdf page as grids: pdfplumber finds the cells, the glyphs that pdfium gave are put into them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

import pypdfium2.raw as pdfium_c

from trichluc.parsers.pdf_glyphs import Glyph, Segment, segments
from trichluc.source_builder import DraftCell, Piece

# A page with fewer drawn paths than this has no ruled table: the rules under a letterhead are up to three.
FEWEST_RULES = 4
_TOLERANCE = 3.0  # points within which two edges are one
_SAME_LETTERS = 0.85  # share of the letters that two readings of one row have in common
_SAME_COLUMNS = 6.0  # points within which the columns of two pages are the same


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid with its lines of text."""

    row: int
    column: int
    row_span: int
    column_span: int
    lines: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The text, lines joined by blanks."""
        return " ".join(" ".join(line.text.split()) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page, or over several.

    Attributes:
        top, bottom: place on the page (of the last page, for ``bottom``).
        edges: x of the column edges.
        rows: number of rows.
        cells: each once, at its top left place.
        pages: page of each row from which on another page is reached.
    """

    top: float
    bottom: float
    left: float
    right: float
    edges: tuple[float, ...]
    rows: int
    cells: tuple[GridCell, ...]
    page: int
    row_pages: tuple[tuple[int, int], ...] = ()

    def drafts(self) -> list[DraftCell]:
        """Return the cells as the builder takes them."""
        return [
            DraftCell(cell.row, cell.column, _paragraphs(cell), cell.row_span, cell.column_span) for cell in self.cells
        ]


def has_rules(page: Any) -> bool:
    """Whether the pypdfium2 page draws so many paths that there may be a ruled table."""
    paths = 0
    for index in range(pdfium_c.FPDFPage_CountObjects(page.raw)):
        kind = pdfium_c.FPDFPageObj_GetType(pdfium_c.FPDFPage_GetObject(page.raw, index))
        # a form may hold paths of its own: the look inside is pdfplumber's
        paths += FEWEST_RULES if kind == pdfium_c.FPDF_PAGEOBJ_FORM else kind == pdfium_c.FPDF_PAGEOBJ_PATH
        if paths >= FEWEST_RULES:
            return True
    return False


def find_grids(plumber_page: Any, glyphs: Sequence[Glyph], page: int) -> tuple[list[Grid], list[Glyph]]:
    """Return the ruled tables of a page, and the glyphs that stand outside them.

    A frame round one cell, and a table without any text, is no table.
    """
    grids, rest = [], list(glyphs)
    for table in plumber_page.find_tables():
        boxes = [tuple(map(float, cell)) for cell in table.cells]
        inside, outside = _split(rest, table.bbox)
        grid = _grid(boxes, inside, page)
        if grid is not None:
            grids.append(grid)
            rest = outside
    return sorted(grids, key=lambda grid: grid.top), rest


def _split(glyphs: Iterable[Glyph], box: Sequence[float]) -> tuple[list[Glyph], list[Glyph]]:
    """Part the glyphs by whether their middle is in ``box``; blanks go with the glyph before them."""
    inside, outside, last = list[Glyph](), list[Glyph](), False
    for glyph in glyphs:
        if not glyph.text.isspace():
            across, down = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
            last = box[0] <= across <= box[2] and box[1] <= down <= box[3]
        (inside if last else outside).append(glyph)
    return inside, outside


def _grid(boxes: Sequence[tuple[float, ...]], glyphs: Sequence[Glyph], page: int) -> Grid | None:
    columns = _edges(edge for box in boxes for edge in (box[0], box[2]))
    rows = _edges(edge for box in boxes for edge in (box[1], box[3]))
    tops = Counter(_nearest(rows, box[1]) for box in boxes)
    # shading behind the lines of a paragraph is a pile of single cells
    parted = sum(count > 1 for count in tops.values())
    if parted < min(2, len(rows) - 1) or len(columns) < 3 or not any(not glyph.text.isspace() for glyph in glyphs):
        return None
    cells, rest = [], list(glyphs)
    for box in sorted(boxes, key=lambda box: (box[1], box[0])):
        inside, rest = _split(rest, box)
        first, last = _nearest(columns, box[0]), _nearest(columns, box[2])
        top, bottom = _nearest(rows, box[1]), _nearest(rows, box[3])
        lines = tuple(segments(inside))
        cells.append(GridCell(top, first, max(bottom - top, 1), max(last - first, 1), lines))
    return Grid(rows[0], rows[-1], columns[0], columns[-1], tuple(columns), len(rows) - 1, tuple(cells), page)


def _edges(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _TOLERANCE:
            found.append(value)
    return found


def _nearest(edges: Sequence[float], value: float) -> int:
    index = bisect_left(edges, value)
    around = [place for place in (index - 1, index) if 0 <= place < len(edges)]
    return min(around, key=lambda place: abs(edges[place] - value))


def continues(grid: Grid, other: Grid) -> bool:
    """Whether ``other``, first on the next page, has the columns of ``grid``, last on its page."""
    return len(grid.edges) == len(other.edges) and all(
        abs(a - b) <= _SAME_COLUMNS for a, b in zip(grid.edges, other.edges, strict=True)
    )


def join(grid: Grid, other: Grid) -> Grid:
    """Return the two as one table; header rows that the second page repeats are left out."""
    repeated = _repeated_rows(grid, other)
    kept = [replace(cell, row=cell.row - repeated + grid.rows) for cell in other.cells if cell.row >= repeated]
    turns = tuple((row - repeated + grid.rows, page) for row, page in other.row_pages)
    return replace(
        grid,
        bottom=other.bottom,
        rows=grid.rows + other.rows - repeated,
        cells=grid.cells + tuple(kept),
        row_pages=(*grid.row_pages, (grid.rows, other.page), *turns),
    )


def _repeated_rows(grid: Grid, other: Grid) -> int:
    """Return how many leading rows of ``other`` say the same as those of ``grid``."""
    same = 0
    for row in range(min(grid.rows, other.rows - 1)):
        ours, theirs = ([(c.column, c.text) for c in g.cells if c.row == row] for g in (grid, other))
        if not _same_words(ours, theirs, read=_was_read(other)) or not any(text for _, text in ours):
            break
        same += 1
    return same


def _was_read(grid: Grid) -> bool:
    """Whether OCR read the grid, so that the same words may differ in a letter."""
    return any(glyph.confidence is not None for cell in grid.cells for line in cell.lines for glyph in line.glyphs)


def _same_words(ours: Sequence[tuple[int, str]], theirs: Sequence[tuple[int, str]], *, read: bool) -> bool:
    if not read or [column for column, _ in ours] != [column for column, _ in theirs]:
        return ours == theirs
    one, other = ("|".join(text for _, text in row) for row in (ours, theirs))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME_LETTERS


def _paragraphs(cell: GridCell) -> list[list[Piece]]:
    """Return a cell's paragraphs: a wrapped line goes on the one before it, a stacked one begins anew."""
    paragraphs: list[list[Piece]] = []
    right = max((line.right for line in cell.lines), default=0.0)
    left = min((line.left for line in cell.lines), default=0.0)
    before: Segment | None = None
    for line in cell.lines:
        content = line_runs(line)
        if before is not None and _wraps(before, line, right - left):
            paragraphs[-1] += [Piece(" "), *content]
        else:
            paragraphs.append(content)
        before = line
    return paragraphs


def _wraps(before: Segment, line: Segment, width: float) -> bool:
    """Whether ``line`` goes on the line before it in a cell: words that go on, not a number under a number."""
    head, tail = line.text.strip(), before.text.strip()
    if head[:1] in "-+*•" or not any(map(str.isalpha, head)) or not any(map(str.isalpha, tail)):
        return not any(map(str.isdigit, head)) and head[:1] not in "-+*•"
    if head[:1].islower() or head[:1] in "(,;":
        return True
    return (before.right - before.left) > 0.7 * width and tail[-1:] not in ".;:"


def line_runs(line: Segment) -> list[Piece]:
    """Return the stretches of a line that are bold or not, and of which OCR is equally sure.

    Blanks go with what stands before them.
    """
    runs: list[Piece] = []
    for glyph in line.glyphs:
        blank = glyph.text.isspace() and bool(runs)
        bold, confidence = (runs[-1].bold, runs[-1].confidence) if blank else (glyph.bold, glyph.confidence)
        if runs and (runs[-1].bold, runs[-1].confidence) == (bold, confidence):
            runs[-1].text += glyph.text
        else:
            runs.append(Piece(glyph.text, bold, confidence=confidence))
    return runs
