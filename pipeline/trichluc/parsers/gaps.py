"""Columns made with tabs and blanks: letterheads and signature blocks that were typed without a table.

    ĐẢNG BỘ HUYỆN TÂN AN            ĐẢNG CỘNG SẢN VIỆT NAM
    Số: 15-BC/ĐU                    Tân An, ngày 5 tháng 6 năm 2021

Read as one line each, such lines would run two names together. They are given as a table of two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from trichluc.parsers.draft import DraftBlock, DraftParagraph, DraftTable, RawCell
from trichluc.parsers.text_lines import is_capitals, is_ornament, starts_item
from trichluc.source import BlockKind
from trichluc.source_builder import Piece

_GAP = re.compile(r"[ \xa0]*\t[ \t\xa0]*|[ \xa0]{5,}")
_WIDEST = 90  # letters in a column of such a line at most
_LEADERS = re.compile(r"[.…_]{4,}")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_BETWEEN = 2  # lines of one column that may stand between lines of two
# In the list of recipients (Nghị định 30/2020/NĐ-CP, annex I) many lines stand between those that the signature shares.
_RECIPIENTS = re.compile(r"\s*nơi\s+nhận\s*:", re.IGNORECASE)
_RECIPIENT = re.compile(r"\s*[-–+]\s*\S.{0,70}")
_Line = list[Piece]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line as a row of two columns, of which one may be empty."""

    columns: tuple[_Line, _Line]
    double: bool


def tabulated(blocks: Iterable[DraftBlock]) -> Iterator[DraftBlock]:
    """Give the blocks, lines of two columns put together as tables; lines of one column may stand between them."""
    group: list[tuple[DraftBlock, list[_Row]]] = []
    singles = 0
    for block in blocks:
        rows = _rows(block)
        listed = bool(rows) and bool(group) and _in_recipients(group, rows or [])
        if rows is not None and (
            rows == [] or any(row.double for row in rows) or (group and singles < _BETWEEN) or listed
        ):
            if rows:
                group.append((block, rows))
                singles = 0 if listed or any(row.double for row in rows) else singles + 1
            continue
        yield from _finished(group)
        group, singles = [], 0
        yield block
    yield from _finished(group)


def _in_recipients(group: Sequence[tuple[DraftBlock, list[_Row]]], rows: Sequence[_Row]) -> bool:
    """Whether lines name recipients, in a group that began as their list beside a signature."""
    return any(_RECIPIENTS.match(_text(row.columns[0])) for _, before in group for row in before) and all(
        _RECIPIENT.fullmatch(_text(row.columns[0])) for row in rows
    )


def _text(line: _Line) -> str:
    return "".join(piece.text for piece in line)


def _rows(block: DraftBlock) -> list[_Row] | None:
    """Return the lines of a paragraph as rows; null for what cannot be a part of such columns."""
    if not isinstance(block, DraftParagraph) or block.kind is not BlockKind.PARAGRAPH or block.number or block.heading:
        return None
    rows = []
    for line in block.lines:
        text = "".join(piece.text for piece in line)
        if any(piece.note for piece in line) or len(text.strip()) > 2 * _WIDEST:
            return None
        if text.strip():
            rows.append(_row(line, text))
            if not rows[-1].double and len(text.strip()) > _WIDEST:
                return None
    return rows


def _row(line: _Line, text: str) -> _Row:
    bare = text.strip()
    gaps = list(_GAP.finditer(text, len(text) - len(text.lstrip()), len(text.rstrip())))
    if len(gaps) == 1 and not _LEADERS.search(bare):
        left, right = text[: gaps[0].start()].strip(), text[gaps[0].end() :].strip()
        if _is_column(left) and _is_column(right):
            return _Row((_cut(line, 0, gaps[0].start()), _cut(line, gaps[0].end(), len(text))), double=True)
    indented = _GAP.match(text) is not None
    return _Row(([], line) if indented else (line, []), double=False)


def _is_column(text: str) -> bool:
    """Whether the words can stand alone as a line of a letterhead: they are not just the number of an item."""
    if is_ornament(text):
        return True
    return (
        len(text) <= _WIDEST and _LETTERS.search(text) is not None and not (starts_item(text + " x") and len(text) < 6)
    )


def _cut(line: _Line, start: int, end: int) -> _Line:
    """Return the pieces of a line between two offsets."""
    cut, place = [], 0
    for piece in line:
        first, last = max(start - place, 0), min(end - place, len(piece.text))
        if first < last:
            cut.append(replace(piece, text=piece.text[first:last]))
        place += len(piece.text)
    return cut


def _finished(group: list[tuple[DraftBlock, list[_Row]]]) -> Iterator[DraftBlock]:
    """Give a group of lines as a table, where it shows that one is meant; lines of one column at its end stay lines."""
    end = max((index + 1 for index, (_, rows) in enumerate(group) if any(row.double for row in rows)), default=0)
    rows = [row for _, found in group[:end] for row in found]
    if any(map(_telling, rows)):
        yield DraftTable(
            [
                RawCell(index, column, [DraftParagraph([row.columns[column]])])
                for index, row in enumerate(rows)
                for column in (0, 1)
            ]
        )
    else:
        end = 0
    yield from (block for block, _ in group[end:])


def _telling(row: _Row) -> bool:
    """Whether a row shows that two columns are meant: a column in capitals, as letterheads and signatures have."""
    texts = ["".join(piece.text for piece in column).strip() for column in row.columns]
    return row.double and any(is_capitals(text) and len(text.split()) > 1 for text in texts)
