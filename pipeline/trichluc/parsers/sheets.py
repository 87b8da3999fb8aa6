"""Workbooks (xlsx, xls, ods): the visible sheets one after another, as lines that stand alone and tables.

A sheet is a grid in which a report was typed: a title over several cells, a line with the unit, then the table, then
signatures. Rows with words in one cell are lines; stretches of rows with two cells or more are tables, with the merged
cells of the file. Numbers are written as Vietnamese reports write them, with a decimal comma and no grouping, so that
they are read as any other; dates become ISO 8601. Formulas are not computed: the values that the file holds are read.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, is_zipfile

from trichluc.errors import UnreadableFileError
from trichluc.parsers.draft import DraftBlock, DraftParagraph, DraftTable, RawCell, close_columns, lay
from trichluc.parsers.recode import recode
from trichluc.parsers.sheets_extent import cells_reached
from trichluc.source import Source
from trichluc.source_builder import Piece, SourceBuilder

_LARGEST = 64 * 1024 * 1024
_MOST_CELLS = 400_000  # of a workbook; a sheet of a million rows is data, and no report
_FURTHEST = 10_000_000  # places of the largest sheet, hidden ones too, some 300 MB in memory
_DECIMALS = 6
_GAP = 2  # rows with one cell or none that may stand inside a table
_TITLE_COLUMNS = 3
_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)-?\d[\d.,]*")  # and no year, which heads a column
_MEDIA_TYPES = {
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}

Grid = list[list[str]]
Merged = dict[tuple[int, int], tuple[int, int]]


def parse(path: Path) -> Source:
    """Read the workbook ``path``.

    Raises:
        UnreadableFileError: it is damaged, locked with a password, too large, or holds nothing.
    """
    if path.stat().st_size > _LARGEST:
        raise UnreadableFileError("the workbook is larger than 64 MiB; give the sheets one by one", code="too-large")
    if cells_reached(path) > _FURTHEST:
        raise UnreadableFileError(
            "a sheet of the workbook has cells so far apart that it does not fit into memory: delete what stands far "
            "from the table and save it again",
            code="too-large",
        )
    builder = SourceBuilder(_MEDIA_TYPES[_kind(path)])
    blocks: list[DraftBlock] = []
    cells = 0
    for grid, merged in _sheets(path):
        blocks += _blocks(grid, merged)
        cells += sum(map(len, grid))
        if cells > _MOST_CELLS:
            raise UnreadableFileError(
                f"the workbook has more than {_MOST_CELLS:,} cells: that is data, and no report; give the sheets that "
                "report",
                code="too-large",
            )
    if not blocks:
        raise UnreadableFileError("the workbook holds nothing; check that it is the right file", code="no-text")
    recode(builder, blocks)
    lay(builder, blocks)
    return builder.build()


def _kind(path: Path) -> str:
    if not is_zipfile(path):
        return "xls"
    try:
        with ZipFile(path) as package:
            return "xlsx" if "[Content_Types].xml" in package.namelist() else "ods"
    except BadZipFile:  # the reader of the cells says what is wrong
        return "xlsx"


def _sheets(path: Path) -> Iterator[tuple[Grid, Merged]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            for metadata in book.sheets_metadata:
                if str(metadata.typ).endswith("WorkSheet") and str(metadata.visible).endswith("Visible"):
                    sheet = book.get_sheet_by_name(metadata.name)
                    grid = [[_written(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
                    yield grid, _merged(sheet)
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableFileError(
            f"the workbook is damaged or locked with a password ({error}): open it and save it again without one",
            code="damaged",
        ) from error


def _merged(sheet: Any) -> Merged:
    """Return how many rows and columns each merged cell covers, by its top left place."""
    return {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in (sheet.merged_cell_ranges or ())}


def _written(value: object) -> str:
    """Return a cell's value as a report would print it."""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float | int):
        number = round(float(value), _DECIMALS)
        return f"{number:.{_DECIMALS}f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return str(value)
    return str(value).strip("\n\r")


def _blocks(grid: Grid, merged: Merged) -> Iterator[DraftBlock]:
    """Give the rows of a sheet as lines and tables, in order."""
    filled = [[column for column, text in enumerate(row) if text.strip()] for row in grid]
    row = 0
    while row < len(grid):
        if len(filled[row]) < 2:
            for column in filled[row]:
                yield DraftParagraph([[Piece(line)] for line in grid[row][column].splitlines()])
            row += 1
            continue
        end = _table_end(row, grid, filled, merged)
        yield _table(grid, merged, filled, row, end)
        row = end


def _table_end(start: int, grid: Grid, filled: Sequence[Sequence[int]], merged: Merged) -> int:
    """Return the row after the table that begins at ``start``: group rows and a gap of a row or two are part of it."""
    end = row = start + 1
    while row < len(filled) and row - end <= _GAP:
        if len(filled[row]) >= 2:
            end = row + 1
        elif filled[row] and _is_title(row, filled[row][0], merged) and not _is_group(row, grid, filled):
            break
        row += 1
    return end


def _is_title(row: int, column: int, merged: Merged) -> bool:
    """Whether the only cell of a row is spread over the sheet, as titles and unit lines are."""
    return merged.get((row, column), (1, 1))[1] >= _TITLE_COLUMNS


def _is_group(row: int, grid: Grid, filled: Sequence[Sequence[int]]) -> bool:
    """Whether numbers stand right above and below a row: it names a group of rows; under a title stands a header."""
    around = (row - 1, row + 1)
    return row + 1 < len(filled) and all(
        len(filled[at]) >= 2 and sum(_NUMBER.fullmatch(grid[at][c].strip()) is not None for c in filled[at][1:]) > 0
        for at in around
    )


def _table(grid: Grid, merged: Merged, filled: Sequence[Sequence[int]], start: int, end: int) -> DraftTable:
    cells = []
    for row in range(start, end):
        for column in filled[row]:
            rows, columns = merged.get((row, column), (1, 1))
            lines = [[Piece(line)] for line in grid[row][column].splitlines() if line.strip()]
            cells.append(
                RawCell(row - start, column, [DraftParagraph([line]) for line in lines], min(rows, end - row), columns)
            )
    table = DraftTable(cells)
    close_columns(table)
    return table
