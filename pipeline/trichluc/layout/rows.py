"""The rows of a table: labels with the group labels above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trichluc.layout.cells import Grid, Label, is_blank, is_number, lines_of, ordinal, read_label
from trichluc.layout.columns import Columns
from trichluc.layout.markers import Marker, Style
from trichluc.source import Cell

# ranks of rows, outermost first; numbers in a column of their own stand further out than those typed in the label
_TOTAL_RANK = -2.0
_WIDE_RANK = -1.0
_NAMED_RANK = float(Style.ROMAN) + 0.5
_LABEL_RANK = 20.0
_BOLD_RANK = 50.0
_PLAIN_RANK = 60.0
_OF_WHICH_RANK = 70.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row under the header, with its place in the hierarchy.

    Attributes:
        index: 0-based row of the grid.
        path: labels of the groups it stands in, then its own.
        lines: the lines of its own label cell.
        group: it holds no data, only a label.
        label: its label cell.
    """

    index: int
    path: tuple[str, ...]
    lines: tuple[str, ...]
    group: bool
    label: Cell | None


@dataclass(slots=True)
class _Open:
    rank: tuple[float, int]
    text: str
    group: bool
    marked: bool


def read_rows(grid: Grid, columns: Columns) -> Iterator[Row]:
    """Yield the rows under the header."""
    opened: list[_Open] = []
    bold_groups = _bold_tells(grid, columns)
    for index in range(columns.header_rows, grid.table.rows):
        label_cell = _label_cell(grid, columns, index)
        if label_cell is None:
            yield Row(index, (), (), False, None)
            continue
        words = label_cell.span.of(grid.text)
        lines = tuple(
            clean.text for span in lines_of(label_cell) if (clean := read_label(span.of(grid.text), grid.rules)).text
        )
        label = read_label(_own_words(label_cell, grid), grid.rules)
        number = _number(grid, columns, index, label_cell)
        group = not _has_data(grid, columns, index, label_cell)
        wide = label_cell.column_span >= max(2, grid.table.columns - 1)
        rank = _rank(
            label,
            number,
            total=grid.rules.search("total", words) is not None,
            wide=wide and group,
            bold=bold_groups and label_cell.bold,
        )
        _close(opened, rank, label, number, words, group=group)
        text = label.text or words.strip()
        opened.append(_Open(rank, text, group, number is not None or label.marker is not None))
        yield Row(index, tuple(entry.text for entry in opened), lines, group, label_cell)


def _label_cell(grid: Grid, columns: Columns, row: int) -> Cell | None:
    """Return the cell that labels ``row``: in the label column, or a merged one that covers it."""
    if columns.label is None:
        said = grid.said(row)
        return said[0] if len(said) == 1 and not is_number(said[0].span.of(grid.text)) else None
    cell = grid.places.get((row, columns.label))
    if cell is None or not len(cell.span) or is_blank(cell.span.of(grid.text)):
        wide = [c for c in grid.said(row) if c.column_span > 1 and not is_number(c.span.of(grid.text))]
        return wide[0] if len(wide) == 1 and len(grid.said(row)) <= 2 else None
    return cell


def _own_words(cell: Cell, grid: Grid) -> str:
    """Return the words of a label, without a second line that only says what is among it (``Trong đó: …``)."""
    lines = lines_of(cell)
    kept = [lines[0].of(grid.text)] if lines else []
    for span in lines[1:]:
        words = span.of(grid.text)
        if read_label(words, grid.rules).of_which or words.lstrip()[:1] in "-+":
            break
        kept.append(words)
    return " ".join(kept)


def _number(grid: Grid, columns: Columns, row: int, label: Cell) -> Marker | None:
    if columns.ordinal is None or label.column <= columns.ordinal:
        return None
    cell = grid.begins(row, columns.ordinal)
    marker = ordinal(cell.span.of(grid.text)) if cell is not None else None
    # a star marks a row, it does not put it under the one above
    return None if marker is not None and marker.style is Style.STAR else marker


def _has_data(grid: Grid, columns: Columns, row: int, label: Cell) -> bool:
    return any(
        cell.column not in (columns.ordinal, columns.unit) and cell is not label for cell in grid.said(row)
    ) or any(
        (row, column) in grid.places and grid.places[row, column].row < row and not is_blank(grid.words(row, column))
        for column in range(grid.table.columns)
        if column not in (columns.ordinal, columns.unit, columns.label)
    )


def _bold_tells(grid: Grid, columns: Columns) -> bool:
    """Whether bold print tells groups: some labels are bold, most are not, and no number column orders the rows."""
    if columns.label is None or columns.ordinal is not None:
        return False
    cells = [grid.begins(row, columns.label) for row in range(columns.header_rows, grid.table.rows)]
    bold = [cell.bold for cell in cells if cell is not None and len(cell.span)]
    return 0 < sum(bold) <= len(bold) * 0.6


def _rank(label: Label, number: Marker | None, *, total: bool, wide: bool, bold: bool) -> tuple[float, int]:
    if total:
        return (_TOTAL_RANK, 0)
    if number is not None:
        return (float(number.key[0]), number.key[1])
    if label.named:
        return (_NAMED_RANK, 0)
    if label.marker is not None:
        return (_LABEL_RANK + label.marker.key[0], label.marker.key[1])
    if label.of_which:
        return (_OF_WHICH_RANK, 0)
    if wide:
        return (_WIDE_RANK, 0)
    return (_BOLD_RANK if bold else _PLAIN_RANK, 0)


def _close(
    opened: list[_Open], rank: tuple[float, int], label: Label, number: Marker | None, words: str, *, group: bool
) -> None:
    """Close the rows that a new one does not stand under."""
    for index, entry in enumerate(opened):
        if entry.rank == rank and not (label.of_which and not entry.group):
            del opened[index:]
            break
    while opened:
        top = opened[-1]
        if top.rank > rank:
            opened.pop()
        elif rank[0] in (_PLAIN_RANK, _BOLD_RANK) and top.marked and not top.group and not words[:1].islower():
            # a label of its own after numbered rows with figures does not hang on the last of them
            opened.pop()
        elif (
            top.rank[0] in (_TOTAL_RANK, _PLAIN_RANK, _BOLD_RANK)
            and not top.group
            and not _hangs(label, number, rank, top)
        ):
            opened.pop()
        else:
            return


def _hangs(label: Label, number: Marker | None, rank: tuple[float, int], top: _Open) -> bool:
    """Whether a row hangs on a row above it that has figures itself: ``Trong đó``, bullets, plain under bold."""
    if number is not None:
        return False
    return label.of_which or label.marker is not None or (top.rank[0] == _BOLD_RANK and rank[0] == _PLAIN_RANK)
