"""Tables that stand in lines of text with something between the cells: pipes, tabs or wide gaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from trichluc.parsers.text_flattened import tabbed_tables, untabbed_tables
from trichluc.parsers.text_grid import Cell, FoundTable, cell_text, heads_ordinals, is_empty, is_number
from trichluc.parsers.text_lines import Line, is_capitals, plain

_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_FRAME = re.compile(r"[\s+\-=|─━┌┐└┘├┤┬┴┼│║═╔╗╚╝╠╣╦╩╬]+")
# blanks to be filled in by hand ("Số:      /BC-UBND", "ngày     tháng 12") part no columns
_TO_FILL = r"(?<=[Ss]ố:) {3,}[-/]|(?<=[Ss]ố) {3,}[-/]|(?<=ngày) {3,}tháng|(?<=tháng) {3,}(?:\d|năm)"
_GAP = re.compile(rf"\t[\t ]*|(?<=\S)(?!{_TO_FILL}) {{3,}}(?=\S)")
_FOOT = 6  # lines that may stand below a signature block
_LIST_MARK = re.compile(r"[-–+*•▪]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]?")
_PIPE = re.compile(r"(?<!\\)[|│║]")
_MAX_CELL_LINES = 25


def find_tables(lines: Sequence[Line]) -> list[FoundTable]:
    """Return the tables that are found in ``lines``, in order, none over another."""
    finders: tuple[Callable[[Sequence[Line]], list[FoundTable]], ...] = (
        piped_tables, pipe_cell_tables, tab_tables, tabbed_tables, gap_tables, untabbed_tables,
    )  # fmt: skip
    taken = [False] * len(lines)
    found: list[FoundTable] = []
    for finder in finders:
        for table in finder(lines):
            if not any(taken[table.start : table.end]) and _has_two_columns(table):
                taken[table.start : table.end] = [True] * (table.end - table.start)
                found.append(table)
    return sorted(found, key=lambda table: table.start)


def _has_two_columns(table: FoundTable) -> bool:
    """Whether cells in two columns are filled."""
    return len({column for row in table.rows for column, cell in enumerate(row) if not is_empty(cell)}) > 1


def _runs(lines: Sequence[Line], belongs: Callable[[Line], bool], gap: int = 0) -> list[tuple[int, int]]:
    """Return the stretches of lines that belong, up to ``gap`` empty lines between two of them passed over."""
    runs: list[tuple[int, int]] = []
    blanks = gap + 1  # empty lines since the last run; more than the gap where another line stands between
    for index, line in enumerate(lines):
        if line.blank:
            blanks += 1
        elif not belongs(line):
            blanks = gap + 1
        elif runs and blanks <= gap:
            runs[-1] = (runs[-1][0], index + 1)
            blanks = 0
        else:
            runs.append((index, index + 1))
            blanks = 0
    return runs


def piped_tables(lines: Sequence[Line]) -> list[FoundTable]:
    """Find tables with a row a line and pipes between the cells, as in Markdown, with or without a rule."""
    found = []
    for start, end in _runs(lines, lambda line: len(_PIPE.findall(line.text)) > 0 and len(line.text.strip()) > 1):
        texts = [line.text for line in lines[start:end]]
        rule = next((number for number, text in enumerate(texts[:3]) if _RULE.fullmatch(text) and number), None)
        rows = [_split_pipes(text) for text in texts if not _FRAME.fullmatch(text)]
        lengths = Counter(map(len, rows))
        if not rows or len(rows) < 2 - (rule is not None):
            continue
        columns, count = lengths.most_common(1)[0]
        if columns < 2 or (rule is None and count < max(2, len(rows) * 0.8)):
            continue
        if rule is not None:
            columns = len(rows[0])
            rows = [row[:columns] + [[""]] * (columns - len(row)) for row in rows]
        found.append(FoundTable(start, end, tuple(map(tuple, rows)), header_rows=rule or 0))
    return found


def _split_pipes(text: str) -> list[Cell]:
    body = text.strip()
    parts = _PIPE.split(body)
    if parts and not parts[0].strip() and body[:1] in "|│║":
        parts = parts[1:]
    if parts and not parts[-1].strip() and body[-1:] in "|│║":
        parts = parts[:-1]
    return [re.split(r"<br\s*/?>", part.replace("\\|", "|").strip(), flags=re.IGNORECASE) for part in parts]


def pipe_cell_tables(lines: Sequence[Line]) -> list[FoundTable]:
    """Find tables that a web page left as lines with a lone pipe before, between and after the cells of a row."""
    found = []
    index = 0
    while index < len(lines):
        if lines[index].text.strip() == "|":
            table, index = _read_pipe_cells(lines, index)
            if table is not None:
                found.append(table)
        else:
            index += 1
    return found


def _read_pipe_cells(lines: Sequence[Line], start: int) -> tuple[FoundTable | None, int]:
    """Read the rows of lone pipes from ``start``; return the table and the line after it."""
    cells: list[Cell] = []
    index = end = start + 1
    columns = 0
    while index < len(lines):
        stop = index
        while stop < len(lines) and stop - index <= _MAX_CELL_LINES and not _ends_in_pipe(lines[stop]):
            stop += 1
        if stop >= len(lines) or stop - index > _MAX_CELL_LINES:
            break
        last = lines[stop].text.rstrip().removesuffix("|")
        cells.append([line.text for line in lines[index:stop]] + ([last] if last.strip() else []))
        index = end = stop + 1
        if not columns and len(cells) > 2 and not cells[-1]:
            columns = len(cells) - 1  # the first two pipes together: so many cells has the first row
        closed = (len(cells) + 1) % (columns + 1) == 0 if columns else len(cells) > 1
        if (
            index < len(lines)
            and closed
            and not _ends_in_pipe(lines[index])
            and (columns or lines[index].blank or not _more_cells(lines, index))
        ):
            break
    rows = [row for row in _pipe_rows(cells, columns or len(cells)) if not all(map(is_empty, row))]
    if not rows or max(map(len, rows)) < 2:
        return None, max(end, start + 1)
    return FoundTable(start, end, tuple(map(tuple, rows))), end


def _pipe_rows(cells: Sequence[Cell], columns: int) -> list[list[Cell]]:
    """Part what stands between the pipes into rows: as many columns in each, or else where two pipes stand together."""
    step = columns + 1  # nothing stands between the pipe that closes a row and the one that opens the next
    if (len(cells) + 1) % step == 0 and not any(cells[columns::step]):
        return [list(cells[first : first + columns]) for first in range(0, len(cells), step)]
    rows: list[list[Cell]] = [[]]
    for cell in cells:
        if cell:
            rows[-1].append(cell)
        elif rows[-1]:
            rows.append([])
        else:
            rows[-1].append([])
    return rows


def _ends_in_pipe(line: Line) -> bool:
    text = line.text.rstrip()
    return text == "|" or (text.endswith("|") and text.count("|") == 1)


def _more_cells(lines: Sequence[Line], index: int) -> bool:
    """Whether a pipe follows within a few lines that no empty line parts from ``index``."""
    for line in lines[index : index + _MAX_CELL_LINES]:
        if line.blank:
            return False
        if _ends_in_pipe(line):
            return True
    return False


def tab_tables(lines: Sequence[Line]) -> list[FoundTable]:
    """Find tables with a row a line and tabs between the cells; a cell that is broken over lines is mended."""
    found = []
    for run in _runs(lines, lambda line: "\t" in line.text.strip(" "), gap=1):
        start, end = _trim(lines, *run)
        counts = Counter(line.text.rstrip(" ").count("\t") for line in lines[start:end] if not line.blank)
        if not counts:
            continue
        tabs, count = counts.most_common(1)[0]
        if (tabs >= 2 and count >= max(3, sum(counts.values()) * 0.6)) or (tabs == 1 and count >= 3):
            rows = _tab_rows([line for line in lines[start:end] if not line.blank], tabs)
            table = FoundTable(start, end, tuple(map(tuple, _without_empty_columns(rows))))
            if _is_data(table.rows):
                found.append(table)
                continue
        rows = [[[part] for part in _GAP.split(line.text.strip())] for line in lines[start:end] if not line.blank]
        if _arranges(rows, lines, start, end):
            found.append(FoundTable(start, end, tuple(map(tuple, rows))))
    return found


def _trim(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """Leave off lines at the edges whose only tab stands at their head or after a bullet."""
    while start < end and not _has_inner_tab(lines[start]):
        start += 1
    while end > start and not _has_inner_tab(lines[end - 1]):
        end -= 1
    return start, end


def _has_inner_tab(line: Line) -> bool:
    head, tab, _ = line.text.strip().partition("\t")
    return (bool(tab) and not _LIST_MARK.fullmatch(head.strip())) or line.text.strip().count("\t") > 1


def _tab_rows(lines: Sequence[Line], tabs: int) -> list[list[Cell]]:
    """Split lines at tabs; a line that has fewer than a whole row goes on in the next ones."""
    rows: list[list[Cell]] = []
    for line in lines:
        cells = [[part] for part in line.text.split("\t")]
        if rows and len(rows[-1]) + len(cells) - 1 <= tabs + 1 and len(rows[-1]) < tabs + 1 and len(cells) < tabs + 1:
            rows[-1][-1] += cells[0]
            rows[-1] += cells[1:]
        else:
            rows.append(cells)
    return rows


def _without_empty_columns(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Drop an outer column that is empty in every row (a tab at the head or end of each line)."""
    for place in (0, -1):
        while all(len(row) > 1 and is_empty(row[place]) for row in rows):
            for row in rows:
                row.pop(place)
    return rows


def _is_data(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the rows look like a table of data: three columns or more, or a column of numbers."""
    columns = Counter(map(len, rows)).most_common(1)[0][0]
    full = [row for row in rows if len(row) == columns]
    if columns < 2 or len(full) < max(2, len(rows) * 0.6):
        return False
    if median(len(cell_text(cell)) for row in full for cell in row) > 120:
        return False
    numeric = any(
        sum(is_number(row[column]) for row in full) >= max(2, (len(full) - 1) * 0.7) for column in range(1, columns)
    )
    if columns == 2:
        return numeric and len(full) >= 3 and not is_number(full[0][1])
    return numeric or heads_ordinals(rows[0][0]) or len(full) >= 4


def _arranges(rows: Sequence[Sequence[Cell]], lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether rows of two cells are a letterhead or a signature block: at an edge of the file, partly in capitals."""
    pairs = [row for row in rows if len(row) == 2]
    if not pairs or len(pairs) < len(rows) * 0.6:
        return False
    above = sum(not line.blank for line in lines[:start])
    below = sum(not line.blank for line in lines[end:])
    if above > 8 and below > 12:
        return False
    texts = [cell_text(cell) for row in pairs for cell in row]
    capitals = any(is_capitals(row[0][0]) and is_capitals(row[1][0]) for row in pairs) or (
        any(is_capitals(row[1][0]) for row in pairs) and any("nơi nhận" in text.casefold() for text in texts)
    )
    return capitals and max(map(len, texts)) <= 120


def gap_tables(lines: Sequence[Line]) -> list[FoundTable]:
    """Find tables and letterheads whose columns are set with blanks, at the same places in every line."""
    found = []
    runs = _runs(lines, lambda line: "\t" not in line.text and bool(_GAP.search(line.text.strip())), gap=1)
    for start, end in _with_recipients(lines, runs):
        block = [line.text for line in lines[start:end] if line.text.strip()]
        rows = [[[part] for part in _GAP.split(text.strip())] for text in block]
        if _arranges(rows, lines, start, end):
            placed = _by_side(block)
            found.append(FoundTable(start, end, tuple(placed)))
        elif len(rows) >= 3 and max(map(len, rows)) >= 3:
            columns = _column_starts(block)
            aligned = [_cut(text, columns) for text in block] if len(columns) >= 3 else []
            if aligned and _is_data(aligned) and all(plain(cell[0]) for row in aligned[1:] for cell in row[1:2]):
                found.append(FoundTable(start, end, tuple(map(tuple, aligned))))
    return found


def _with_recipients(lines: Sequence[Line], runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the runs, those of a signature block in one though recipients stand between that have no name beside."""
    joined: list[tuple[int, int]] = []
    for start, end in runs:
        before = joined[-1] if joined else (start, start)
        between = [line.text.strip() for line in lines[before[1] : start] if not line.blank]
        beside = all(text[0] in "-–+" for text in between) and sum(not line.blank for line in lines[end:]) <= _FOOT
        opens = any("nơi nhận" in line.text.casefold() for line in lines[before[0] : before[1]])
        if opens and between and beside:
            joined[-1] = (before[0], end)
        else:
            joined.append((start, end))
    return joined


def _by_side(block: Sequence[str]) -> list[tuple[Cell, ...]]:
    """Put the lines of a letterhead left and right of the gap; the whole of it is one row of two cells."""
    gaps = [match for text in block if (match := _GAP.search(text.rstrip(), len(text) - len(text.lstrip())))]
    middle = median(match.end() for match in gaps)
    left: Cell = []
    right: Cell = []
    for text in block:
        match = _GAP.search(text.rstrip(), len(text) - len(text.lstrip()))
        if match:
            left.append(text[: match.start()])
            right.append(text[match.end() :])
        else:
            (right if len(text) - len(text.lstrip()) >= middle * 0.8 else left).append(text)
    return [(left, right)]


def _column_starts(block: Sequence[str]) -> list[int]:
    """Return the offsets at which columns begin: after a stretch that is blank in every line."""
    width = max(map(len, block))
    filled = [any(place < len(text) and text[place] != " " for text in block) for place in range(width)]
    return [place for place in range(width) if filled[place] and not any(filled[max(0, place - 2) : place])]


def _cut(text: str, columns: Sequence[int]) -> list[Cell]:
    edges = [*columns, max(len(text), columns[-1])]
    return [[text[left:right].strip()] for left, right in pairwise(edges)]
