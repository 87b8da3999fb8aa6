"""What a parser hands on: the clean text of a document, and where every piece of it came from.

The clean text is made once, by :class:`~trichluc.source_builder.SourceBuilder`, and never changes afterwards: every
later step points into it with code point offsets (end exclusive). Characters are normalised (NFC, homoglyphs, white
space; see :mod:`trichluc.text.characters`) *before* offsets are given out. One line of clean text is one paragraph, or
one row of a table with its cells parted by :data:`CELL_SEPARATOR`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from trichluc.span import Span

__all__ = [
    "CELL_SEPARATOR",
    "Block",
    "BlockKind",
    "Cell",
    "Confidence",
    "Note",
    "Source",
    "SourceProblem",
    "Span",
    "Table",
]

CELL_SEPARATOR = " | "


class BlockKind(StrEnum):
    """What a block is in its file, before anything is concluded from its words."""

    PARAGRAPH = "paragraph"
    TABLE = "table"
    HEADER = "header"  # page header, once
    FOOTER = "footer"  # page footer, once
    NOTE = "note"  # footnote or endnote text, after the body
    TEXT_BOX = "text_box"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, given once at its top left place however far it is merged.

    Attributes:
        row, column: 0-based place in the grid.
        row_span, column_span: how many rows and columns it covers (at least 1).
        span: its text within the row's line of clean text.
        lines: its paragraphs, each a span inside ``span`` (stacked numbers are parted here).
        bold: all its text is bold.
        number: the number or bullet that the word processor prints in it, which is not in the text; null for none.
    """

    row: int
    column: int
    span: Span
    lines: tuple[Span, ...] = ()
    row_span: int = 1
    column_span: int = 1
    bold: bool = False
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells.

    Attributes:
        cells: in reading order (row, then column); a merged cell stands once.
        rows, columns: size of the grid.
        header_rows: number of leading rows that the file itself marks as header, 0 where it marks none.
        certain: the file itself gives the grid (docx, html, ruled pdf); false where it was put together from lines.
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    header_rows: int = 0
    certain: bool = True

    def row(self, index: int) -> tuple[Cell, ...]:
        """Return the cells that begin in row ``index``."""
        return tuple(cell for cell in self.cells if cell.row == index)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table, in the order of reading.

    Attributes:
        kind: what it is in the file.
        span: its place in the clean text.
        number: the number or bullet that the word processor prints before it (``1.``, ``a)``, ``-``), which is data and
            not text; null where the number is typed into the text itself.
        level: depth of the list or heading style, 0-based; null where the file gives none.
        heading: the file marks it as a heading (style, ``<h2>``).
        style: the file's name of the style, where it has one.
        bold: stretches that are bold.
        centered: it is centred on the page.
        table: the grid, for a table.
    """

    kind: BlockKind
    span: Span
    number: str | None = None
    level: int | None = None
    heading: bool = False
    style: str | None = None
    bold: tuple[Span, ...] = ()
    centered: bool = False
    table: Table | None = None

    @property
    def all_bold(self) -> bool:
        """Whether every word of the block is bold."""
        return len(self.span) > 0 and sum(map(len, self.bold)) >= len(self.span) * 0.97


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote.

    Attributes:
        mark: what stands at the mark (``1``, ``*``); empty where the file numbers it itself.
        at: offset in the clean text where the mark stands (the mark itself is not in the text); null where unknown.
        span: the note's own text, at the end of the clean text.
    """

    mark: str
    at: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """Something to know about the reading of a file; ``severity`` is ``error``, ``warning`` or ``note``."""

    code: str
    message: str
    severity: str = "warning"
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    r"""The content of one file, format forgotten.

    Attributes:
        text: the clean text, UTF-8 writable, NFC, ``\\n`` between blocks and rows.
        blocks: in reading order; their spans ascend and do not overlap.
        media_type: as told from the bytes.
        pages: number of pages, null where the format has none.
        page_starts: offsets at which a page begins, with the 1-based page; ascending by offset. Notes at the end of the
            text carry their own page, so pages need not ascend.
        encoding: ``unicode`` or the old encoding that was converted, ``mixed`` for several.
        ocr: share of the pages that were read by OCR, 0 to 1.
        confidences: stretches of the clean text that were read by OCR with how sure it was of them, ascending.
        metadata: what the file says about itself (``title``, ``author``, ``date``, ``site``), cleaned, untrusted.
    """

    text: str
    blocks: tuple[Block, ...]
    media_type: str
    notes: tuple[Note, ...] = ()
    pages: int | None = None
    page_starts: tuple[tuple[int, int], ...] = ()
    encoding: str = "unicode"
    ocr: float = 0.0
    confidences: tuple[Confidence, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    problems: tuple[SourceProblem, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Return the 1-based page on which ``offset`` stands, or null where the format has no pages."""
        index = bisect_right(self.page_starts, offset, key=lambda start: start[0]) - 1
        return self.page_starts[index][1] if index >= 0 else None


class Confidence(NamedTuple):
    """How sure OCR was of the text from ``start`` to ``end``, 0 to 1."""

    start: int
    end: int
    value: float
