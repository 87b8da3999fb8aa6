"""Tables: captions and units, rows and columns, and for every body cell what its place says about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trichluc.layout.cells import Grid, is_blank, is_number, lines_of, read_label
from trichluc.layout.columns import Columns, head_unit, is_unit, read_columns
from trichluc.layout.lines import Line
from trichluc.layout.model import DataCell, ReportTable
from trichluc.layout.rows import Row, read_rows
from trichluc.layout.rules import LayoutRules
from trichluc.layout.shapes import is_capitals
from trichluc.source import Source, Span

_CAPTION_LINES = 3
_CAPTION_WORDS = 40
_ANNOUNCED = 300  # characters at the end of the running text before a table that may tell its unit

_MONEY_OR_MEASURE = re.compile(r"(?<!\w)(?:đồng|đ|usd|vnđ|tấn|tạ|kg|ha|m2|m3|km|lít|kwh)(?!\w)|%", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caption:
    """The lines above a table that belong to it.

    Attributes:
        blocks: their blocks.
        title: the title line, null for none.
        unit: the unit that a line states for the whole table.
    """

    blocks: tuple[int, ...] = ()
    title: Span | None = None
    unit: str | None = None


def find_caption(source: Source, table: int, lines: dict[int, Line], rules: LayoutRules) -> Caption:
    """Return the caption of the table in block ``table``: title and unit lines just above it.

    The unit may also stand in the running text that announces the table (``… như sau (đơn vị tính: tấn):``).
    """
    blocks: list[int] = []
    title: Span | None = None
    unit: str | None = None
    above: Line | None = None
    for index in range(table - 1, max(table - 1 - _CAPTION_LINES, -1), -1):
        line = above = lines.get(index)
        if line is None or line.words > _CAPTION_WORDS:
            break
        words = line.span.of(source.text)
        match = rules.search("unit", words)
        if match is not None and line.words <= 14:
            unit = unit or match["unit"].strip(" .()")
            blocks.append(index)
            continue
        captioned = rules.search("caption", words) is not None or rules.search("appendix", words) is not None
        plain = line.marker is None and line.ends not in ".;:"
        if title is None and (captioned or (plain and (is_capitals(words) or (line.centered and line.bold)))):
            title = line.span
            blocks.append(index)
            continue
        if title is not None and plain and (captioned or is_capitals(words)):
            blocks.append(index)
            title = Span(line.span.start, title.end) if index + 1 in blocks else title
            continue
        break
    if unit is None and above is not None and above.block not in blocks:
        said = rules.search("unit-said", above.text[-_ANNOUNCED:])
        unit = said["unit"].strip() if said is not None else None
    return Caption(tuple(sorted(blocks)), title, unit)


def is_layout_only(source: Source, index: int) -> bool:
    """Whether the table in block ``index`` only arranges text: one cell, or a few cells of prose and no figures."""
    table = source.blocks[index].table
    if table is None:
        return False
    said = [cell.span.of(source.text) for cell in table.cells if len(cell.span)]
    if len(said) <= 1 or table.columns == 1:
        return True
    if any(is_number(words) for words in said):
        return False
    long = sum(len(words.split()) > 40 for words in said)
    return len(said) <= 4 and (table.rows <= 2 or long > 0) and table.columns <= 2


def read_table(
    source: Source,
    index: int,
    section: tuple[str, ...],
    caption: Caption,
    rules: LayoutRules,
    *,
    layout_only: bool,
) -> ReportTable:
    """Return the table in block ``index`` with its header, labels and data cells."""
    table = source.blocks[index].table
    if table is None:
        raise ValueError(f"block {index} is not a table")
    if layout_only:
        return ReportTable(index, section, layout_only=True)
    grid = Grid.of(table, source.text, rules)
    columns = read_columns(grid)
    title = caption.title
    unit = caption.unit
    titles = [cell.span for row in range(columns.title_rows) for cell in grid.said(row)]
    unit = unit or _unit_of_titles(titles, source, rules) or _unit_of_labels(grid, columns)
    if title is None and titles:
        title = next((span for span in titles if rules.search("caption", span.of(source.text))), titles[0])
    cells = tuple(_cells(grid, columns, unit))
    return ReportTable(index, section, title, unit, columns.header_rows, columns.label, cells)


def _unit_of_titles(titles: Sequence[Span], source: Source, rules: LayoutRules) -> str | None:
    """Return the unit that a title row inside the grid states."""
    for span in titles:
        match = rules.search("unit", span.of(source.text))
        if match is not None:
            return match["unit"].strip(" .()")
    return None


def _unit_of_labels(grid: Grid, columns: Columns) -> str | None:
    """Return the unit of money or measure that the head of the labels states for the table: ``Chỉ tiêu (tấn)``."""
    heads = columns.path(grid, columns.label) if columns.label is not None else ()
    units = (unit for words in reversed(heads) if (unit := head_unit(words, grid.rules)) is not None)
    return next((unit for unit in units if _MONEY_OR_MEASURE.search(unit)), None)


def _cells(grid: Grid, columns: Columns, table_unit: str | None) -> list[DataCell]:
    found: list[DataCell] = []
    paths = {column: columns.path(grid, column) for column in range(grid.table.columns)}
    for row in read_rows(grid, columns):
        for cell in grid.rows.get(row.index, ()):
            if not len(cell.span):
                continue
            label = cell is row.label or cell.column == columns.ordinal or cell.column in columns.codes
            found.append(
                DataCell(
                    span=cell.span,
                    lines=lines_of(cell),
                    row=cell.row,
                    column=cell.column,
                    row_path=row.path[:-1] if cell is row.label else row.path,
                    row_lines=row.lines,
                    column_path=paths[cell.column],
                    unit=None if label else _unit(grid, columns, row, paths[cell.column], table_unit),
                    label=label
                    or cell.column == columns.unit
                    or (row.group and not is_number(cell.span.of(grid.text))),
                )
            )
    return found


def _unit(grid: Grid, columns: Columns, row: Row, path: Sequence[str], table_unit: str | None) -> str | None:
    """Return the unit of a cell: a percent column first, then the unit column, row label, header, caption."""
    header = next((unit for words in reversed(path) if (unit := head_unit(words, grid.rules))), None)
    if header == "%":
        return header
    if columns.unit is not None:
        cell = grid.begins(row.index, columns.unit)
        words = cell.span.of(grid.text).strip() if cell is not None else ""
        if words and not is_blank(words):
            return words
    labels = [row.label.span.of(grid.text)] if row.label is not None else []
    for words in (*labels, *reversed(row.path)):
        unit = head_unit(words, grid.rules) or _after_comma(words, grid.rules)
        if (unit is not None and unit != "%") or (unit == "%" and words in labels):
            return unit
    return header or table_unit


def _after_comma(words: str, rules: LayoutRules) -> str | None:
    """Return the unit that ends a label after a comma (``Sản lượng, tấn``)."""
    head, comma, tail = read_label(words, rules).text.rpartition(", ")
    return tail if comma and head and is_unit(tail, rules) else None
