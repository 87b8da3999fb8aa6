"""What layout hands to extraction: a report with its letterhead, its outline and its tables read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from trichluc.source import Note, Source, Span


class Zone(StrEnum):
    """Which part of a report a passage stands in."""

    LETTERHEAD = "letterhead"  # issuer, parent body, symbol, place and date
    TITLE = "title"  # BÁO CÁO and the lines under it
    BODY = "body"
    CAPTION = "caption"  # title or unit line of a table
    CELL = "cell"  # one cell of a table
    SIGNATURE = "signature"
    RECIPIENTS = "recipients"  # Nơi nhận
    NOTE = "note"  # footnote
    FURNITURE = "furniture"  # page header and footer, menus, counters, related posts


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the clean text that is read as one: a heading, a paragraph, a list item, a table cell, a footnote.

    A heading that shares its paragraph with text (``- Ưu điểm: Chi bộ đã …``) is two passages.

    Attributes:
        span: the words, without the bullet or number that is typed before them.
        zone: where in the report it stands.
        section: titles of the headings above it, outermost first, each without its number; a heading's own title is
            not in its own path.
        heading: it is a heading of the outline.
        number: the number or bullet before it, typed or automatic (``1.``, ``a)``, ``-``, ``Một là,``), null for none.
        depth: its depth in the outline: 0 for the outermost headings; an item is one deeper than what it hangs on.
        lead_in: it ends in a colon and announces the items that follow.
        block: index into ``Source.blocks``.
        table: index into ``Report.tables`` for a cell or caption, else null.
    """

    span: Span
    zone: Zone
    section: tuple[str, ...] = ()
    heading: bool = False
    number: str | None = None
    depth: int = 0
    lead_in: bool = False
    block: int = 0
    table: int | None = None


@dataclass(frozen=True, slots=True)
class DataCell:
    """A body cell of a table with all that its place says about it.

    Attributes:
        span: its text.
        lines: its paragraphs; two numbers one above the other are two lines.
        row, column: 0-based place in the grid.
        row_path: group labels above the row, outermost first, then the row's own label (``("Về thi đua", "Tập thể",
            "Tập thể lao động tiên tiến")``); without numbers and bullets.
        row_lines: the lines of the row's own label cell, to go with stacked numbers.
        column_path: texts of the header cells above the column, outermost first.
        unit: unit that caption, header cell or a unit column gives for the cell, as printed; null where none does.
        label: the cell itself is a label (of a row or group), not data.
    """

    span: Span
    lines: tuple[Span, ...]
    row: int
    column: int
    row_path: tuple[str, ...] = ()
    row_lines: tuple[str, ...] = ()
    column_path: tuple[str, ...] = ()
    unit: str | None = None
    label: bool = False


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of the report, its header and label columns recognised.

    Attributes:
        block: index into ``Source.blocks``.
        section: heading path, as for a passage.
        caption: title line above the table, if any.
        unit: unit of the whole table, as printed (``triệu đồng``), if any.
        header_rows: number of leading header rows.
        label_column: 0-based column of the row labels, null where the table has none.
        cells: all cells under the header, in reading order.
        layout_only: the table only arranges text (a letterhead, a signature block): it holds no data.
    """

    block: int
    section: tuple[str, ...] = ()
    caption: Span | None = None
    unit: str | None = None
    header_rows: int = 0
    label_column: int | None = None
    cells: tuple[DataCell, ...] = ()
    layout_only: bool = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the head and foot of the report say; every part a span of the clean text, null where it is not there.

    Attributes:
        issuer, parent: the lines that name the body and the one above it (several spans where a name is broken over
            lines).
        symbol: the number line without ``Số:`` (blanks left open are kept: ``-BC/ĐU``).
        place, date: of the date line.
        kind: the line that names the kind of document (``BÁO CÁO``).
        title: the title lines under it.
        signatory: name under the signature, or the author of an article.
        site: names of the web site or newspaper that a copy shows, most telling first.
        author_body: the body that the author's line names.
        official: the document has a letterhead or a kind line of its own, as a report that was sent has.
    """

    issuer: tuple[Span, ...] = ()
    parent: tuple[Span, ...] = ()
    symbol: Span | None = None
    place: Span | None = None
    date: Span | None = None
    kind: Span | None = None
    title: tuple[Span, ...] = ()
    signatory: Span | None = None
    site: tuple[Span, ...] = ()
    author_body: Span | None = None
    official: bool = False


@dataclass(frozen=True)
class Report:
    """A document as a reader sees it.

    Attributes:
        source: the clean text and its blocks.
        letterhead: head and foot of the report.
        passages: in order of appearance, not overlapping; they cover all that extraction reads (furniture too, marked).
        tables: the tables, in order of appearance.
        web: the document is a web page or a press article (or a pasted copy of one).
    """

    source: Source
    letterhead: Letterhead
    passages: tuple[Passage, ...]
    tables: tuple[ReportTable, ...] = ()
    web: bool = False

    @cached_property
    def text(self) -> str:
        """The clean text of the document."""
        return self.source.text

    @property
    def notes(self) -> tuple[Note, ...]:
        """The footnotes."""
        return self.source.notes

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.span.start for passage in self.passages]

    def passage_at(self, offset: int) -> Passage | None:
        """Return the passage that covers ``offset``, or null between passages."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset <= self.passages[index].span.end:
            return self.passages[index]
        return None
