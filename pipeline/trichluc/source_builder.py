"""How a parser lays down the clean text of a document: pieces and cells in, a :class:`~trichluc.source.Source` out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from trichluc.source import CELL_SEPARATOR, Block, BlockKind, Cell, Confidence, Note, Source, SourceProblem, Table
from trichluc.span import Span
from trichluc.text.characters import clean_inline

__all__ = ["DraftCell", "Piece", "SourceBuilder"]


@dataclass(slots=True)
class Piece:
    """A run of a paragraph as a parser meets it: text of one style, or the mark of a note.

    Attributes:
        text: raw characters; white space may be anything.
        bold: drawn bold.
        note: identifier of the note whose mark stands here (``text`` is then ignored).
        page: 1-based page, where it is known for this piece.
        font: name of its font where that promises an old encoding or holds signs (see :mod:`trichluc.text.encodings`).
        capitals: drawn in capitals whatever is typed; made so after old encodings are converted, not by the parser.
        confidence: how sure OCR is of it, 0 to 1; null for what was not read by OCR.
    """

    text: str = ""
    bold: bool = False
    note: str | None = None
    page: int | None = None
    font: str | None = None
    capitals: bool = False
    confidence: float | None = None


@dataclass(slots=True)
class DraftCell:
    """A table cell before offsets: its paragraphs, each a list of pieces, and its automatic number."""

    row: int
    column: int
    paragraphs: list[list[Piece]]
    row_span: int = 1
    column_span: int = 1
    number: str | None = None


class SourceBuilder:
    """Lays the clean text down once and gives out offsets.

    A parser calls :meth:`paragraph`, :meth:`table` and :meth:`note` in reading order, then :meth:`build`. White space
    is folded and characters are normalised here, so a parser passes on what it finds.
    """

    def __init__(self, media_type: str) -> None:
        self.media_type = media_type
        self.metadata: dict[str, str] = {}
        self.problems: list[SourceProblem] = []
        self.encoding = "unicode"
        self.pages: int | None = None
        self.ocr = 0.0
        self._confidences: list[Confidence] = []
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._marks: dict[str, int] = {}
        self._notes: list[tuple[str, str, list[list[Piece]], int | None]] = []
        self._page_starts: list[tuple[int, int]] = []

    def problem(self, code: str, message: str, severity: str = "warning", at: int | None = None) -> None:
        """Remember something that a person should look at."""
        self.problems.append(SourceProblem(code, message, severity, at))

    def paragraph(
        self,
        content: str | Sequence[Piece],
        *,
        kind: BlockKind = BlockKind.PARAGRAPH,
        number: str | None = None,
        level: int | None = None,
        heading: bool = False,
        style: str | None = None,
        centered: bool = False,
        page: int | None = None,
    ) -> Span | None:
        """Add a paragraph; nothing is added, and null returned, where it holds only white space."""
        pieces = [Piece(content)] if isinstance(content, str) else content
        self._turn_page(page)
        start = self._length
        bold = self._lay(pieces)
        if self._length == start:
            return None
        span = Span(start, self._length)
        self._end_line()
        self._blocks.append(Block(kind, span, number, level, heading, style, tuple(bold), centered))
        return span

    def table(
        self,
        cells: Iterable[DraftCell],
        *,
        header_rows: int = 0,
        certain: bool = True,
        page: int | None = None,
        row_pages: dict[int, int] | None = None,
    ) -> Span | None:
        """Add a table: a line of clean text a row, cells parted by ``" | "``; empty rows keep their place in the grid.

        Args:
            cells: in any order; each stands once, at its top left place.
            header_rows: leading rows that the file marks as header.
            certain: the file itself gives the grid.
            page: page on which the table begins.
            row_pages: page of a row, for rows from which on another page is reached.
        """
        by_row: dict[int, list[DraftCell]] = {}
        rows = columns = 0
        for draft in cells:
            by_row.setdefault(draft.row, []).append(draft)
            rows = max(rows, draft.row + draft.row_span)
            columns = max(columns, draft.column + draft.column_span)
        self._turn_page(page)
        start, laid = self._length, list[Cell]()
        for row in range(rows):
            if row_pages and row in row_pages:
                self._turn_page(row_pages[row])
            line_start = self._length
            for index, draft in enumerate(sorted(by_row.get(row, ()), key=lambda cell: cell.column)):
                if index:
                    self._append(CELL_SEPARATOR)
                laid.append(self._lay_cell(draft))
            if self._length > line_start:
                self._end_line()
        if not any(len(cell.span) for cell in laid):
            self._rewind(start)
            return None
        span = Span(start, self._length - 1)
        end = Span(span.end, span.end)  # for cells of empty rows at the end, which have no line of their own
        grid = tuple(cell if cell.span.end <= span.end else replace(cell, span=end) for cell in laid)
        self._blocks.append(Block(BlockKind.TABLE, span, table=Table(grid, rows, columns, header_rows, certain)))
        return span

    def note(self, identifier: str, mark: str, paragraphs: list[list[Piece]], *, page: int | None = None) -> None:
        """Add a footnote; its text is laid after the body, by :meth:`build`."""
        self._notes.append((identifier, mark, paragraphs, page))

    def build(self) -> Source:
        """Lay down the notes and return the finished, immutable source."""
        notes = []
        for identifier, mark, paragraphs, page in self._notes:
            pieces = [
                piece for index, lines in enumerate(paragraphs) for piece in ([Piece(" ")] if index else []) + lines
            ]
            span = self.paragraph(pieces, kind=BlockKind.NOTE, number=mark or None, page=page)
            if span is not None:
                notes.append(Note(mark, self._marks.get(identifier), span))
        text = "".join(self._parts)
        return Source(
            text=text.removesuffix("\n"),
            blocks=tuple(self._blocks),
            media_type=self.media_type,
            notes=tuple(notes),
            pages=self.pages,
            page_starts=tuple(self._page_starts),
            encoding=self.encoding,
            ocr=self.ocr,
            confidences=tuple(self._confidences),
            metadata=self.metadata,
            problems=tuple(self.problems),
        )

    def _lay_cell(self, draft: DraftCell) -> Cell:
        start, lines, bold = self._length, list[Span](), 0
        for paragraph in draft.paragraphs:
            before = self._length
            if before > start:
                self._append(" ")
            line_start = self._length
            bold += sum(map(len, self._lay(paragraph)))
            if self._length == line_start:
                self._rewind(before)
            else:
                lines.append(Span(line_start, self._length))
        span = Span(start, self._length)
        all_bold = len(span) > 0 and bold >= sum(map(len, lines)) * 0.97
        return Cell(
            draft.row, draft.column, span, tuple(lines), draft.row_span, draft.column_span, all_bold, draft.number
        )

    def _lay(self, pieces: Sequence[Piece]) -> list[Span]:
        """Append the pieces as one stretch with folded white space; return the bold spans in it."""
        texts = ["" if piece.note is not None else piece.text for piece in pieces]
        edges = list(accumulate(map(len, texts), initial=0))
        cleaned, places = clean_inline("".join(texts), edges)
        base, bold = self._length, list[Span]()
        for piece, place, end_place in zip(pieces, places, places[1:], strict=False):
            start, end = base + place, base + end_place
            if piece.note is not None:
                self._marks.setdefault(piece.note, start)
                continue
            if piece.page is not None:
                self._turn_page(piece.page, start)
            if piece.confidence is not None and end > start:
                self._confidences.append(Confidence(start, end, piece.confidence))
            if piece.bold and end > start:
                if bold and bold[-1].end >= start:
                    start = bold.pop().start
                bold.append(Span(start, end))
        self._append(cleaned)
        return bold

    def _turn_page(self, page: int | None, at: int | None = None) -> None:
        if page is not None and (not self._page_starts or self._page_starts[-1][1] != page):
            self._page_starts.append((self._length if at is None else at, page))

    def _append(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _end_line(self) -> None:
        self._append("\n")

    def _rewind(self, length: int) -> None:
        while self._length > length:
            last = self._parts.pop()
            self._length -= len(last)
        if self._length < length:
            raise AssertionError("the clean text can only be rewound to the edge of a part")
