"""Rows of cells that were found in lines of text, laid into a grid: merged cells, header rows, draft cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from trichluc.parsers.text_lines import Line, Wrapping, is_capitals, join_lines, paragraphs, plain, starts_item
from trichluc.source_builder import DraftCell, Piece

Cell = list[str]
"""The lines of one cell."""

_NUMBER = re.compile(r"[+\-–]?\s*\d[\d.,]*(?:\s*/\s*\d[\d.,]*)?\s*%?|[-–x]|\(\s*[+\-–]?\d[\d.,]*\s*%?\)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL_HEAD = re.compile(r"(?:s\s*ố\s*)?tt|stt|số\s+thứ\s+tự|no\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table found in lines ``start`` up to ``end``; ``rows`` may be of unequal length where cells are merged."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0


def is_number(cell: Cell) -> bool:
    """Whether the cell holds only numbers (one to a line), or a dash in the place of one."""
    lines = [plain(line) for line in cell if plain(line)]
    return bool(lines) and all(_NUMBER.fullmatch(line) for line in lines)


def is_empty(cell: Cell) -> bool:
    """Whether the cell holds only white space."""
    return not any(plain(line) for line in cell)


def cell_text(cell: Cell) -> str:
    """Return the words of the cell in one line."""
    return " ".join(plain(line) for line in cell if plain(line))


def heads_ordinals(cell: Cell) -> bool:
    """Whether the cell heads a column of running numbers: ``STT``, ``TT``, ``Số TT``."""
    return _ORDINAL_HEAD.fullmatch(cell_text(cell)) is not None


def columns_of(rows: Sequence[Sequence[Cell]]) -> int:
    """Return the number of columns: the longest row length that is common, or that the header has."""
    lengths = Counter(map(len, rows))
    common = [length for length, count in lengths.items() if count >= max(2, len(rows) * 0.2)]
    return max([*common, len(rows[0])])


def draft_cells(rows: Sequence[Sequence[Cell]], wrapping: Wrapping | None = None) -> list[DraftCell]:
    """Return the rows as draft cells, short rows stretched over merged cells."""
    columns = columns_of(rows)
    drafts: list[DraftCell] = []
    merged = _merged_head(rows, columns)
    for column, down, across in merged:
        drafts.append(DraftCell(0, column, cell_paragraphs(rows[0][column], wrapping), down, across))
        if down == 1:
            under = range(column, column + across)
            drafts += [DraftCell(1, place, cell_paragraphs(rows[1][place], wrapping)) for place in under]
    for number, row in enumerate(rows):
        if merged and number < 2:
            continue
        below = rows[number + 1] if number == 0 and len(rows) > 1 else ()
        spans = _header_spans(row, below, columns) or _row_spans(row, columns)
        column = 0
        for cell, span in zip(row, spans, strict=False):
            drafts.append(DraftCell(number, column, cell_paragraphs(cell, wrapping), column_span=span))
            column += span
    return drafts


def _row_spans(row: Sequence[Cell], columns: int) -> list[int]:
    """Spans of a row: one column each; the last cell of a short row covers what is left."""
    spans = [1] * len(row)
    if len(row) < columns:
        spans[-1] += columns - len(row)
    return spans


def _header_spans(head: Sequence[Cell], below: Sequence[Cell], columns: int) -> list[int] | None:
    """Spans of a short first row from the full row under it, where that row is a second row of the header.

    In it the cells are empty under what is merged downwards, and filled under what is merged across.
    """
    if len(head) >= columns or len(below) != columns or any(map(is_number, below)):
        return None
    groups: list[int] = []  # lengths of the runs of filled columns; 0 for an empty one
    for cell in below:
        if is_empty(cell):
            groups.append(0)
        elif groups and groups[-1] > 0:
            groups[-1] += 1
        else:
            groups.append(1)
    runs = [length for length in groups if length]
    left = len(head) - groups.count(0)  # header cells over filled columns
    if not runs or groups.count(0) == 0 or left < len(runs):
        return None
    if len(runs) == 1 and runs[0] % left == 0:
        return [span for length in groups for span in ([length // left] * left if length else [1])]
    return [length or 1 for length in groups] if left == len(runs) else None


def _merged_head(rows: Sequence[Sequence[Cell]], columns: int) -> list[tuple[int, int, int]]:
    """Return column, rows and columns of the cells of a header of two rows in which merged places are left empty.

    What is merged across has cells under it and empty places beside it, what is merged down an empty place under it.
    Nothing is returned where the two rows do not say just that.
    """
    if len(rows) < 3 or any(len(row) != columns for row in rows[:2]) or any(map(_is_figure, (*rows[0], *rows[1]))):
        return []
    found: list[tuple[int, int, int]] = []
    for column, (head, below) in enumerate(zip(rows[0], rows[1], strict=True)):
        if not is_empty(head):
            found.append((column, 2 if is_empty(below) else 1, 1))
        elif is_empty(below) or not found or found[-1][1] == 2:
            return []
        else:
            found[-1] = (found[-1][0], 1, found[-1][2] + 1)
    return found if all((down == 2) != (across > 1) for _, down, across in found) and len(found) < columns else []


def _is_figure(cell: Cell) -> bool:
    return is_number(cell) and _YEAR.fullmatch(cell_text(cell)) is None


def cell_paragraphs(cell: Cell, wrapping: Wrapping | None = None) -> list[list[Piece]]:
    """Return the paragraphs of a cell, its lines joined where the file is wrapped.

    A cell is as narrow as its column, so the width of the file says nothing: a line goes on in the next where that
    begins with a small letter.
    """
    if wrapping is None:
        found = paragraphs([Line(text) for text in cell], None)
        return [_pieces([line.text for line in group]) for group in found]
    grouped: list[list[str]] = []
    for text in cell:
        if not plain(text):
            continue
        if grouped and _goes_on(grouped[-1][-1], text):
            grouped[-1].append(text)
        else:
            grouped.append([text])
    return [_pieces(group) for group in grouped]


def _goes_on(before: str, after: str) -> bool:
    head, tail = plain(before), plain(after)
    if _NUMBER.fullmatch(head) or _NUMBER.fullmatch(tail) or starts_item(tail):
        return False
    if is_capitals(head) or is_capitals(tail):
        return False
    return tail[:1].islower() or head.endswith((",", "-", "/"))


def _pieces(lines: Sequence[str]) -> list[Piece]:
    return join_lines([Line(text) for text in lines])
