"""Pages with their lines and tables, read from a pdf or from a picture, written down as one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from trichluc.parsers.ocr.notes import take_ruled_notes
from trichluc.parsers.ocr.reader import OcrReader
from trichluc.parsers.pdf_flow import Columns, Margins, Paragraph, columns, joins, margins, rows, take_notes
from trichluc.parsers.pdf_furniture import Furniture, take_furniture
from trichluc.parsers.pdf_glyphs import Segment, segments
from trichluc.parsers.pdf_tables import Grid, continues, find_grids, join, line_runs
from trichluc.parsers.pdf_unruled import Unruled, unruled
from trichluc.source import BlockKind
from trichluc.source_builder import DraftCell, SourceBuilder


@dataclass(slots=True)
class Page:
    """What was found on a page, furniture and notes taken out."""

    number: int
    height: float
    grids: list[Grid]
    lines: list[Segment]
    notes: list[tuple[str, list[Segment]]] = field(default_factory=list)


def read_page(reader: OcrReader, number: int) -> Page | None:
    """Return what OCR read of a page, null where it could not."""
    reading = reader.readings.get(number)
    if reading is None:
        return None
    grids, rest = find_grids(reading.ruled, reading.glyphs(), number)
    lines = segments(rest)
    notes = take_ruled_notes(lines, reading.ruled.rulings, reading.height)
    return Page(number, reading.height, grids, lines, notes)


def write_pages(pages: list[Page], builder: SourceBuilder) -> None:
    """Write the pages down in reading order, page furniture and footnotes taken out."""
    furniture = take_furniture([page.lines for page in pages], [page.height for page in pages])
    for page in pages:
        page.notes = page.notes or take_notes(page.lines)
    _Writer(builder, furniture, margins([line for page in pages for line in page.lines])).write(pages)


class _Writer:
    """Lays pages down as paragraphs and tables, joined over page breaks."""

    def __init__(self, builder: SourceBuilder, furniture: Furniture, at: Margins) -> None:
        self.builder = builder
        self.furniture = furniture
        self.at = at
        self.paragraph: Paragraph | None = None
        self.grid: Grid | None = None
        self.unruled: Unruled | None = None
        self.notes: dict[tuple[int, str], str] = {}

    def write(self, pages: list[Page]) -> None:
        """Write everything in reading order, running heads first, running feet last."""
        for text in self.furniture.heads:
            self.builder.paragraph(text, kind=BlockKind.HEADER, page=1)
        for page in pages:
            for mark, lines in page.notes:
                key = f"{page.number}-{mark}"
                self.notes[page.number, mark] = key
                body = Paragraph([(line, page.number) for line in lines])
                self.builder.note(key, mark, [body.pieces()], page=page.number)
        for page in pages:
            for item in self._items(page):
                self._write_item(item, page.number)
        self._flush()
        for text in self.furniture.feet:
            self.builder.paragraph(text, kind=BlockKind.FOOTER)

    def _items(self, page: Page) -> Iterator[Grid | Unruled | Columns | Segment]:
        """Give the page's tables and lines from top to bottom."""
        bands: list[list[Segment]] = [[] for _ in range(len(page.grids) + 1)]
        for line in page.lines:
            bands[sum(grid.top < line.top for grid in page.grids)].append(line)
        for index, band in enumerate(bands):
            if index:
                yield page.grids[index - 1]
            for part in unruled(rows(band), page.number):
                yield from [part] if isinstance(part, Unruled) else columns(part, page.number, self.at)

    def _write_item(self, item: Grid | Unruled | Columns | Segment, page: int) -> None:
        if isinstance(item, Grid):
            self._flush_paragraph()
            if self.grid is not None and self.grid.page != item.page and continues(self.grid, item):
                self.grid = join(self.grid, item)
                return
            self._flush()
            self.grid = item
        elif isinstance(item, Unruled):
            self._flush_paragraph()
            if self.unruled is not None and self.unruled.goes_on(item):
                self.unruled = self.unruled.joined(item)
                return
            self._flush()
            self.unruled = item
        elif isinstance(item, Columns):
            self._flush()
            self._write_columns(item)
        else:
            self._flush_grid()
            if self.paragraph is not None and joins(self.paragraph, item, page, self.at):
                self.paragraph.lines.append((item, page))
                return
            self._flush_paragraph()
            self.paragraph = Paragraph([(item, page)], self.notes)

    def _write_columns(self, item: Columns) -> None:
        """Write lines that stand side by side as a table of one row, a cell a column, a paragraph a line."""
        cells = []
        for column in range(2):
            lines = [row[column] for row in item.rows]
            paragraphs = [line_runs(line) for line in lines if line is not None]
            cells.append(DraftCell(0, column, paragraphs))
        self.builder.table(cells, certain=False, page=item.page)

    def _flush(self) -> None:
        self._flush_paragraph()
        self._flush_grid()

    def _flush_grid(self) -> None:
        if self.grid is not None:
            grid, self.grid = self.grid, None
            self.builder.table(grid.drafts(), page=grid.page, row_pages=dict(grid.row_pages))
        if self.unruled is not None:
            table, self.unruled = self.unruled, None
            self.builder.table(table.drafts(), certain=False, page=table.page, row_pages=dict(table.turns))

    def _flush_paragraph(self) -> None:
        if self.paragraph is not None:
            done, self.paragraph = self.paragraph, None
            self.builder.paragraph(done.pieces(), centered=done.centered(self.at), page=done.lines[0][1])
