"""Tables that a copy out of a word processor or browser left as lines, one cell a line, put together again.

With tabs: every cell begins with a tab, its further paragraphs follow without one, and an empty line stands after a
row. Without: the running number in the first column (``STT``) tells where a row begins. Nothing is concluded where the
rows do not bear each other out, for a text whose paragraphs are indented by tabs looks much the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from trichluc.parsers.text_grid import (
    Cell,
    FoundTable,
    cell_text,
    columns_of,
    heads_ordinals,
    is_empty,
    is_number,
)
from trichluc.parsers.text_lines import Line, ends_sentence, is_capitals, plain, starts_item

_MAX_CELL_LINES = 12
_CAPTION = re.compile(r"(?:bảng|biểu|phụ lục|đơn vị tính|đvt)\b", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXL]{1,6}\.?|[A-ZĐ]\.?")
_ORDINAL = re.compile(r"(\d{1,3})\.?")


def tabbed_tables(lines: Sequence[Line]) -> list[FoundTable]:
    """Find the tables whose cells begin with a tab."""
    found, index = list[FoundTable](), 0
    while index < len(lines):
        if not _is_cell(lines[index]):
            index += 1
            continue
        table, end = _read_tabbed(lines, index)
        if table is not None:
            found.append(table)
        index = max(end, index + 1)
    return found


def _is_cell(line: Line) -> bool:
    return line.text.startswith("\t") and "\t" not in line.text[1:].rstrip("\t ")


def _read_tabbed(lines: Sequence[Line], start: int) -> tuple[FoundTable | None, int]:
    """Read rows from ``start`` on; return the table, or null where it is none, and the line after what was read."""
    rows: list[list[Cell]] = [[]]
    index, end = start, start
    while index < len(lines):
        line = lines[index]
        if _is_cell(line):
            rows[-1].append([line.text[1:]])
        elif line.blank and not line.text.startswith("\t"):
            step = _after_blank(lines, index, rows)
            if step is None:
                break
            if step:
                rows.append([])
        elif "\t" in line.text.strip("\t ") or len(rows[-1][-1]) >= _MAX_CELL_LINES or _ends_table(lines, index, rows):
            break
        else:
            rows[-1][-1].append(line.text)
        index += 1
        if not line.blank or line.text.startswith("\t"):
            end = index
    rows = [row for row in rows if row]
    table = FoundTable(start, end, tuple(map(tuple, rows)))
    return (table if _is_table(table, lines) else None), end


def _after_blank(lines: Sequence[Line], index: int, rows: Sequence[Sequence[Cell]]) -> bool | None:
    """What an empty line is: the end of a row (true), a gap inside a cell (false), or the end of the table (null)."""
    follows = index + 1
    while follows < len(lines) and lines[follows].blank and not lines[follows].text.startswith("\t"):
        follows += 1
    if follows >= len(lines):
        return None
    if _is_cell(lines[follows]):
        return bool(rows[-1]) if follows == index + 1 else (True if follows - index <= 3 else None)
    if follows > index + 1:
        return None
    return False if not _ends_table(lines, follows, rows) else None


def _ends_table(lines: Sequence[Line], index: int, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the line without a tab at ``index`` stands after the table: no cell follows soon, or all is in place."""
    text = plain(lines[index].text)
    ahead = [line for line in lines[index + 1 : index + 2 + _MAX_CELL_LINES] if not line.blank or line.text]
    more = any(_is_cell(line) for line in ahead)
    glued = index > 0 and not lines[index - 1].blank
    if not more:
        # the last cell of the table may have a second line, right under the first
        return not (glued and len(rows) > 1 and len(rows[-1]) < len(rows[0]) and len(text) < 80)
    if glued or len(rows) < 2:
        return len(text) > 400
    full = len(rows[-1]) >= columns_of(rows)
    if full and _is_foot(rows):
        return True  # an annex may follow after the signature, with a table of its own
    return bool(_CAPTION.match(text)) or (full and (len(text) > 100 or ends_sentence(text) or starts_item(text)))


def _is_table(table: FoundTable, lines: Sequence[Line]) -> bool:
    rows = table.rows
    cells = [cell for row in rows for cell in row]
    filled = [cell for cell in cells if not is_empty(cell)]
    columns = columns_of(rows)
    if columns < 2 or columns > 30 or len(filled) < 2:
        return False
    if median(len(cell_text(cell)) for cell in filled) > 120:
        return False
    if len(rows) >= 2 and columns >= 3:
        regular = sum(len(row) == columns for row in rows) + 0.5 * sum(1 < len(row) < columns for row in rows)
        data = sum(is_number(cell) or is_empty(cell) for cell in cells) >= len(cells) * 0.15
        return regular >= len(rows) * 0.6 and (data or heads_ordinals(rows[0][0]))
    return columns == 2 and _arranges(table, lines)


def _is_foot(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the rows are the list of recipients beside the signature."""
    return len(rows[0]) == 2 and cell_text(rows[0][0]).casefold().startswith("nơi nhận")


def _arranges(table: FoundTable, lines: Sequence[Line]) -> bool:
    """Whether a table of two columns is the letterhead or the signature block: short lines, both sides in capitals."""
    filled = sum(not line.blank for line in lines[: table.start])
    after = sum(not line.blank for line in lines[table.end :])
    if filled > 6 and after > 12 and not _is_foot(table.rows):
        return False
    full = [row for row in table.rows if len(row) == 2]
    if len(full) < len(table.rows) * 0.6 or any(len(text) > 120 for row in full for cell in row for text in cell):
        return False
    sides = [[plain(line) for row in full for line in row[side] if plain(line)] for side in (0, 1)]
    capitals = [any(is_capitals(line) for line in side) for side in sides]
    recipients = any(line.casefold().startswith("nơi nhận") for line in sides[0])
    return (capitals[0] or recipients) and (capitals[1] or (filled <= 6 and capitals[0]))


def untabbed_tables(lines: Sequence[Line]) -> list[FoundTable]:
    """Find the tables that stand one cell a line without any tab: a header that begins with ``STT``, numbered rows."""
    found = list[FoundTable]()
    filled = [number for number, line in enumerate(lines) if not line.blank]
    texts = [plain(lines[number].text) for number in filled]
    place = 0
    while place < len(texts):
        rows, used = _read_untabbed(texts, place) if heads_ordinals([texts[place]]) else ((), 1)
        if rows:
            found.append(FoundTable(filled[place], filled[place + used - 1] + 1, rows))
        place += used
    return found


def _read_untabbed(texts: Sequence[str], start: int) -> tuple[tuple[tuple[Cell, ...], ...], int]:
    """Read a table from its ``STT`` on; return its rows, none where it is no table, and how many lines it takes."""
    columns = _stride(texts, start)
    if columns is None:
        return (), 1
    rows: list[tuple[Cell, ...]] = [_row(texts, start, columns)]
    place, expected = start + columns, 1
    while place < len(texts):
        ordinal = _ORDINAL.fullmatch(texts[place])
        if ordinal and int(ordinal[1]) in (expected, 1) and place + columns <= len(texts):
            rows.append(_row(texts, place, columns))
            place, expected = place + columns, int(ordinal[1]) + 1
        elif _ROMAN.fullmatch(texts[place]) and place + 2 < len(texts) and _ORDINAL.fullmatch(texts[place + 2]):
            rows.append(_row(texts, place, 2))
            place += 2
        else:
            break
    body = [row for row in rows[1:] if len(row) == columns]
    if len(body) < 3 or not _column_of_numbers(body) or max(len(cell[0]) for row in body for cell in row) > 300:
        return (), 1
    return tuple(rows), place - start


def _row(texts: Sequence[str], start: int, columns: int) -> tuple[Cell, ...]:
    return tuple([text] for text in texts[start : start + columns])


def _stride(texts: Sequence[str], start: int) -> int | None:
    """Return the number of columns: 1, 2 and 3 stand that far apart, and the first of them right after the header."""
    for columns in range(3, 16):
        place = start + columns
        if place + 1 < len(texts) and _ROMAN.fullmatch(texts[place]) and texts[place + 2 : place + 3] == ["1"]:
            place += 2
        if [text.rstrip(".") for text in texts[place : place + 2 * columns + 1 : columns]] == ["1", "2", "3"]:
            return columns
    return None


def _column_of_numbers(body: Sequence[Sequence[Cell]]) -> bool:
    """Whether some column after the second holds numbers in nine rows of ten."""
    return any(sum(is_number(row[column]) for row in body) >= len(body) * 0.9 for column in range(2, len(body[0])))
