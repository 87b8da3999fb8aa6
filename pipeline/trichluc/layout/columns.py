"""The head of a table: which rows are header, which columns number and label the rows, which gives units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from trichluc.layout.cells import Grid, is_blank, is_column_number, is_number, ordinal
from trichluc.layout.rules import LayoutRules

_HEAD_UNIT = re.compile(
    r"(?:\(\s*(?:(?:đvt|đơn vị(?: tính)?)\s*:?)?\s*(?P<paren>[^()]{1,28})\s*\)|(?P<percent>%))\s*$", re.IGNORECASE
)
_MAX_HEADER_ROWS = 4
_MAX_TITLE_ROWS = 6
_LABEL_COLUMNS = 5  # labels stand among the first columns
_MAX_HEADER_WORDS = 30


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table are for.

    Attributes:
        title_rows: leading rows that hold one cell over the whole width: a caption inside the grid.
        header_rows: leading rows that are header, title rows and a row of column numbers included.
        ordinal: column of running numbers, null for none.
        label: column of row labels, null for none.
        unit: column of units, null for none.
        codes: columns of codes and registration numbers, which are names though they look like figures.
        number_rows: header rows that only number the columns.
    """

    title_rows: int
    header_rows: int
    ordinal: int | None
    label: int | None
    unit: int | None
    codes: frozenset[int]
    number_rows: frozenset[int]

    def path(self, grid: Grid, column: int) -> tuple[str, ...]:
        """Return the header texts above ``column``, outermost first, each once."""
        found: list[str] = []
        for row in range(self.title_rows, self.header_rows):
            if row in self.number_rows:
                continue
            words = grid.words(row, column).strip()
            if words and not is_blank(words) and (not found or found[-1] != words):
                found.append(words)
        return tuple(found)


def read_columns(grid: Grid) -> Columns:
    """Return what the rows at the top and the columns of ``grid`` are for."""
    titles = _title_rows(grid)
    header = _header_rows(grid, titles)
    numbers = frozenset(row for row in range(titles, header) if _numbers_columns(grid, row))
    heads = {column: _head(grid, column, titles, header, numbers) for column in range(grid.table.columns)}
    number_column = _ordinal_column(grid, heads, header)
    unit = next((c for c, head in heads.items() if _is_unit_head(grid, head, c, header)), None)
    codes = frozenset(c for c, head in heads.items() if grid.rules.search("code-head", head))
    label = _label_column(grid, heads, header, number_column, unit, codes)
    return Columns(titles, header, number_column, label, unit, codes, numbers)


def _head(grid: Grid, column: int, start: int, end: int, numbers: frozenset[int]) -> str:
    """Return the words above a column; a cell that stands for several rows is told once."""
    cells = [grid.places.get((row, column)) for row in range(start, end) if row not in numbers]
    return " ".join(words for cell in dict.fromkeys(cells) if cell is not None and (words := cell.span.of(grid.text)))


def head_unit(words: str, rules: LayoutRules) -> str | None:
    """Return the unit that a header or label ends with, as printed (``Kết quả (triệu đồng)`` → ``triệu đồng``)."""
    match = _HEAD_UNIT.search(words.strip())
    if match is None:
        return None
    if match["percent"]:
        return "%"
    unit = match["paren"].strip()
    return unit if is_unit(unit, rules) else None


def is_unit(words: str, rules: LayoutRules) -> bool:
    """Whether ``words`` are a unit of measure or count by themselves."""
    return rules.search("unit", words.strip(" .")) is not None


def _title_rows(grid: Grid) -> int:
    """Return how many rows at the top say what the table is, in one or two wide cells, with a real header below."""
    columns = grid.table.columns
    if columns < 3:
        return 0
    for row in range(min(_MAX_TITLE_ROWS + 1, grid.table.rows - 1)):
        said = grid.said(row)
        if not said:
            continue
        wide = all(cell.column_span >= columns // 3 and cell.row_span == 1 for cell in said)
        alone = len(said) == 1 and said[0].column_span >= columns - 1
        if not alone and not (wide and len(said) == 2 and columns >= 6 and _header_below(grid, row)):
            return row
    return 0


def _header_below(grid: Grid, row: int) -> bool:
    """Whether a row further down heads the columns: what stands above it cannot be header, too."""
    below = range(row + 1, min(row + _MAX_TITLE_ROWS, grid.table.rows))
    heads = (cell.span.of(grid.text) for index in below for cell in grid.said(index))
    return any(grid.rules.search(use, head) for head in heads for use in ("ordinal-head", "unit-head"))


def _header_rows(grid: Grid, start: int) -> int:
    table = grid.table
    if table.header_rows > start:
        return min(_to_row_span(grid, start, table.header_rows), table.rows)
    if table.rows - start < 2:
        return start
    if not _could_be_header(grid, start):
        return start
    if not _announces_columns(grid, start) and not _differs_from_body(grid, start):
        return start
    end = _to_row_span(grid, start, start + 1)
    while end < min(start + _MAX_HEADER_ROWS, table.rows - 1) and _goes_on(grid, start, end):
        end = _to_row_span(grid, start, end + 1)
    if end < table.rows and _numbers_columns(grid, end):
        end += 1
    return min(end, table.rows)


def _to_row_span(grid: Grid, start: int, end: int) -> int:
    """Return the row up to which cells that begin in the header reach."""
    reach = end
    for row in range(start, end):
        for cell in grid.table.cells:
            if cell.row == row and cell.row_span <= _MAX_HEADER_ROWS and len(cell.span):
                reach = max(reach, cell.row + cell.row_span)
    return min(reach, grid.table.rows)


def _could_be_header(grid: Grid, row: int) -> bool:
    said = grid.said(row)
    if len(said) < 2 and grid.table.columns > 1:
        return False
    if any(len(cell.span.of(grid.text).split()) > _MAX_HEADER_WORDS for cell in said):
        return False
    return not any(is_number(cell.span.of(grid.text)) and not _is_time(cell.span.of(grid.text)) for cell in said)


def _is_time(words: str) -> bool:
    """Whether figures say when, as a header may: ``2023``, ``2023-2024``, ``9/2024``, ``9 tháng``."""
    return (
        re.fullmatch(
            r"\W*(?:(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)\d\d)?|\d{1,2}/20\d\d|0?\d{1,2}\s+tháng)\W*", words.lower()
        )
        is not None
    )


def _announces_columns(grid: Grid, row: int) -> bool:
    heads = [cell.span.of(grid.text) for cell in grid.said(row)]
    return any(grid.rules.search(use, head) for head in heads for use in ("ordinal-head", "unit-head", "label-head"))


def _differs_from_body(grid: Grid, row: int) -> bool:
    """Whether figures stand under a row without figures, or the row alone is bold."""
    below = [cell for r in range(row + 1, min(row + 6, grid.table.rows)) for cell in grid.said(r)]
    if any(is_number(cell.span.of(grid.text)) for cell in below):
        return True
    said = grid.said(row)
    return all(cell.bold for cell in said) and not all(cell.bold for cell in below)


def _goes_on(grid: Grid, start: int, row: int) -> bool:
    """Whether ``row`` still is header: it parts a merged header cell above it, and holds no figures."""
    if _numbers_columns(grid, row):
        return False
    above = [cell for cell in grid.table.cells if start <= cell.row < row and cell.column_span > 1 and len(cell.span)]
    said = grid.said(row)
    if not said or not above or (not _could_be_header(grid, row) and len(said) > 1):
        return False
    covered = {c for cell in above for c in range(cell.column, cell.column + cell.column_span)}
    return all(cell.column in covered for cell in said) and not any(
        is_number(c.span.of(grid.text)) and not _is_time(c.span.of(grid.text)) for c in said
    )


def _numbers_columns(grid: Grid, row: int) -> bool:
    said = grid.said(row)
    if len(said) < max(2, grid.table.columns // 2):
        return False
    words = [cell.span.of(grid.text).strip() for cell in said]
    if not all(is_column_number(w) or re.fullmatch(r"[-–]?\d{1,2}", w) for w in words):
        return False
    values = [int(m[0]) for w in words if (m := re.search(r"\d+", w))]
    return len(values) >= 2 and values[0] in (1, 2, 3) and all(b - a in (0, 1) for a, b in pairwise(values))


def _ordinal_column(grid: Grid, heads: dict[int, str], header: int) -> int | None:
    for column in range(min(2, grid.table.columns)):
        if grid.rules.search("ordinal-head", heads.get(column, "")):
            return column
    if grid.table.columns < 3:
        return None
    words = [grid.words(row, 0).strip() for row in range(header, grid.table.rows)]
    said = [w for w in words if w]
    if (
        said
        and all(ordinal(w) is not None or re.fullmatch(r"\d{1,3}", w) for w in said)
        and not is_number(heads.get(0, "x") or "x")
    ):
        numbers = [int(w) for w in said if w.isdigit()]
        rising = all(b > a or b == 1 for a, b in pairwise(numbers))
        return 0 if (rising and not heads.get(0, "").strip()) or (rising and len(heads.get(0, "")) <= 3) else None
    return None


def _is_unit_head(grid: Grid, head: str, column: int, header: int) -> bool:
    if grid.rules.search("unit-head", head) is None:
        return False
    cells = [w for row in range(header, grid.table.rows) if (w := grid.words(row, column).strip())]
    plain = head.strip().lower() == "đơn vị"
    return bool(cells) and (not plain or sum(is_unit(words, grid.rules) for words in cells) >= len(cells) * 0.5)


def _label_column(
    grid: Grid, heads: dict[int, str], header: int, number_column: int | None, unit: int | None, codes: frozenset[int]
) -> int | None:
    """Return the first column that holds words rather than figures."""
    for column in range(min(grid.table.columns, _LABEL_COLUMNS)):
        if column in (number_column, unit) or column in codes:
            continue
        words = [
            w for row in range(header, grid.table.rows) if (w := grid.words(row, column).strip()) and not is_blank(w)
        ]
        if not words:
            continue
        figures = sum(map(is_number, words))
        named = grid.rules.search("label-head", heads.get(column, "")) is not None
        if figures <= len(words) * 0.4 or (named and (figures < len(words) or column <= 1)):
            return column
        return 0 if column == 0 and all(_is_time(w) for w in words) else None
    return None
