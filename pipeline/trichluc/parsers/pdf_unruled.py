"""Tables of a pdf that are drawn without rules, or with rules between their rows only: columns told from free bands.

A stretch of lines is such a table where at least three of them have as many pieces, three or more, set apart at the
same places, and numbers in them. Lines with fewer pieces belong to it as long as none reaches over a free band: the
name of a group of rows, or a label that goes on. What OCR read has its columns from OCR.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trichluc.parsers.pdf_glyphs import Segment
from trichluc.parsers.pdf_tables import line_runs
from trichluc.parsers.text_lines import starts_small
from trichluc.source_builder import DraftCell, Piece

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_NARROWEST = 5.0  # points between two columns
_BETWEEN = 2  # lines with fewer pieces that may stand between two full ones
_NUMBERS = 0.6  # share of the full rows that hold a number right of their first piece
_FURTHEST = 3.5  # heights of a line by which two rows are apart at most
_SAME = 12.0  # points within which the bands of two pages are the same
_Row = list[Segment]


@dataclass(frozen=True, slots=True)
class Unruled:
    """A table without rules.

    Attributes:
        rows: for each row its pieces by column; a cell has a piece for each of its lines.
        middles: x of the middles of the free bands between the columns.
        page: page of the first row.
        turns: for each further page the row with which it begins.
    """

    rows: tuple[tuple[tuple[Segment, ...], ...], ...]
    middles: tuple[float, ...]
    page: int
    turns: tuple[tuple[int, int], ...] = ()

    def goes_on(self, other: Unruled) -> bool:
        """Whether ``other``, on the next page, has the same columns."""
        last = self.turns[-1][1] if self.turns else self.page
        return (
            other.page == last + 1
            and len(self.middles) == len(other.middles)
            and all(abs(a - b) < _SAME for a, b in zip(self.middles, other.middles, strict=True))
        )

    def joined(self, other: Unruled) -> Unruled:
        """Return both as one table, a header that the second page repeats left out."""
        repeated = _words(other.rows[0]) == _words(self.rows[0])
        turn = (len(self.rows), other.page)
        return replace(self, rows=self.rows + other.rows[repeated:], turns=(*self.turns, turn))

    def drafts(self) -> list[DraftCell]:
        """Return the cells as the builder takes them."""
        return [
            DraftCell(row, column, [_content(lines)])
            for row, cells in enumerate(self.rows)
            for column, lines in enumerate(cells)
        ]


def _words(cells: Sequence[Sequence[Segment]]) -> list[str]:
    return [" ".join(" ".join(line.text.split()) for line in lines) for lines in cells]


def _content(lines: Sequence[Segment]) -> list[Piece]:
    content: list[Piece] = []
    for line in lines:
        content += [Piece(" "), *line_runs(line)] if content else line_runs(line)
    return content


def unruled(page_rows: Sequence[_Row], page: int) -> Iterator[Unruled | list[_Row]]:
    """Give the rows of a page in order, those of tables without rules as :class:`Unruled`, others as they are."""
    rest: list[_Row] = []
    index = 0
    while index < len(page_rows):
        end, bands = _table(page_rows, index)
        if end == index:
            rest.append(page_rows[index])
            index += 1
            continue
        if rest:
            yield rest
            rest = []
        yield Unruled(tuple(_cells(page_rows[index:end], bands)), tuple(bands), page)
        index = end
    if rest:
        yield rest


def _table(page_rows: Sequence[_Row], start: int) -> tuple[int, list[float]]:
    """Return where the table that begins at ``start`` ends, and the middles of its bands; ``start`` where none does."""
    if len(page_rows[start]) < _FEWEST_COLUMNS or page_rows[start][0].glyphs[0].confidence is not None:
        return start, []
    end = _stretch(page_rows, start)
    counts = Counter(len(row) for row in page_rows[start:end] if len(row) >= _FEWEST_COLUMNS)
    columns, _ = max(counts.items(), key=lambda item: (item[1], item[0]))
    full = [row for row in page_rows[start:end] if len(row) == columns]
    bands = _bands(full)
    if bands is None or len(full) < _FEWEST_ROWS:
        return start, []
    numbers = sum(any(any(map(str.isdigit, one.text)) for one in row[1:]) for row in full)
    if numbers < _NUMBERS * len(full):
        return start, []
    middles = [(left + right) / 2 for left, right in bands]
    fitting = start
    while fitting < end and all(_fits(line, middles) for line in page_rows[fitting]):
        fitting += 1
    while fitting > start and len(page_rows[fitting - 1]) < _FEWEST_COLUMNS:
        fitting -= 1
    kept = sum(len(row) == columns for row in page_rows[start:fitting])
    return (fitting, middles) if kept >= _FEWEST_ROWS else (start, [])


def _stretch(page_rows: Sequence[_Row], start: int) -> int:
    """Return the end of the lines from ``start`` on among which those of many pieces are never far apart."""
    end = last = start + 1
    while end < len(page_rows) and end - last <= _BETWEEN:
        above, below = page_rows[end - 1], page_rows[end]
        apart = min(one.top for one in below) - max(one.bottom for one in above)
        if apart > _FURTHEST * max(one.height for one in above):
            break
        end += 1
        if len(below) >= _FEWEST_COLUMNS:
            last = end
    return last


def _bands(full: Sequence[_Row]) -> list[tuple[float, float]] | None:
    """Return the free bands between the columns of rows with equally many pieces, null where two columns meet."""
    bands = []
    for column in range(len(full[0]) - 1):
        left, right = max(row[column].right for row in full), min(row[column + 1].left for row in full)
        if right - left < _NARROWEST:
            return None
        bands.append((left, right))
    return bands


def _fits(line: Segment, middles: Sequence[float]) -> bool:
    return not any(line.left < middle < line.right for middle in middles)


def _cells(table: Sequence[_Row], middles: Sequence[float]) -> list[tuple[tuple[Segment, ...], ...]]:
    """Return the rows by column; a line that goes on in small letters belongs to the row above."""
    rows: list[list[list[Segment]]] = []
    for row in table:
        goes_on = bool(rows) and len(row) < len(middles) and all(starts_small(line.text) for line in row)
        if not goes_on:
            rows.append([[] for _ in range(len(middles) + 1)])
        for line in row:
            rows[-1][sum(line.left > middle for middle in middles)].append(line)
    return [tuple(tuple(lines) for lines in row) for row in rows]
