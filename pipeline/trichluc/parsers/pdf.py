"""PDF files with a text layer.

pdfium gives the glyphs; pdfplumber finds the cells of ruled tables, and is asked only on pages that draw enough rules.
A page without text is a scan, which this version cannot read and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trichluc.errors import UnreadableFileError
from trichluc.parsers.pdf_flow import Columns, Margins, Paragraph, columns, joins, margins, rows, take_notes
from trichluc.parsers.pdf_furniture import Furniture, take_furniture
from trichluc.parsers.pdf_glyphs import Glyph, Segment, read_glyphs, segments
from trichluc.parsers.pdf_recode import GlyphRecoder
from trichluc.parsers.pdf_tables import Grid, continues, find_grids, has_rules, join, line_runs
from trichluc.parsers.recode import report
from trichluc.source import BlockKind, DraftCell, Piece, Source, SourceBuilder

_MOST_PAGES = 5000
_FEWEST_GLYPHS = 12  # a page with fewer has a page number or a stamp, and no text
_STRAY = frozenset("\ufffd\u25a1")
_MEDIA_TYPE = "application/pdf"


@dataclass(slots=True)
class _Page:
    """What was found on a page, furniture and notes taken out."""

    number: int
    height: float
    grids: list[Grid]
    lines: list[Segment]
    notes: list[tuple[str, list[Segment]]] = field(default_factory=list)


def parse(path: Path) -> Source:
    """Read the pdf file ``path``.

    Raises:
        UnreadableFileError: ``encrypted`` (it asks for a password), ``damaged``, ``scan`` (no page has text),
            ``too-large``.
    """
    builder = SourceBuilder(_MEDIA_TYPE)
    with ExitStack() as stack:
        document = _open(path)
        stack.callback(document.close)
        builder.pages = len(document)
        recoder = GlyphRecoder()
        pages = list(_pages(document, path, stack, recoder))
        builder.metadata = {key.lower(): value for key, value in document.get_metadata_dict().items() if value}
    report(builder, recoder.found)
    _report_empty(pages, builder)
    furniture = take_furniture([page.lines for page in pages], [page.height for page in pages])
    for page in pages:
        page.notes = take_notes(page.lines)
    _Writer(builder, furniture, margins([line for page in pages for line in page.lines])).write(pages)
    return builder.build()


def _open(path: Path) -> Any:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableFileError(
                "the pdf asks for a password; save a copy without one and read that", code="encrypted"
            ) from error
        raise UnreadableFileError(
            f"the pdf is damaged or cut off ({error}); fetch or export it again", code="damaged"
        ) from error
    if count == 0:
        document.close()
        raise UnreadableFileError("the pdf has no pages; fetch or export it again", code="damaged")
    if count > _MOST_PAGES:
        document.close()
        raise UnreadableFileError(f"the pdf has {count} pages, more than {_MOST_PAGES}; split it", code="too-large")
    return document


def _pages(document: Any, path: Path, stack: ExitStack, recoder: GlyphRecoder) -> Iterator[_Page]:
    import pypdfium2

    plumber: Any = None
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError as error:
            raise UnreadableFileError(
                f"page {index + 1} of the pdf is damaged ({error}); fetch or export it again", code="damaged"
            ) from error
        with closing(page):
            glyphs, grids = recoder.convert(read_glyphs(page)), list[Grid]()
            if has_rules(page) and _letters(glyphs) >= _FEWEST_GLYPHS:
                plumber = plumber or _plumber(path, stack)
                grids, glyphs = _grids(plumber, index, glyphs)
            yield _Page(index + 1, page.get_size()[1], grids, segments(glyphs))


def _plumber(path: Path, stack: ExitStack) -> Any:
    import pdfplumber

    return stack.enter_context(pdfplumber.open(path))


def _grids(plumber: Any, index: int, glyphs: list[Glyph]) -> tuple[list[Grid], list[Glyph]]:
    page = plumber.pages[index]
    try:
        return find_grids(page, glyphs, index + 1)
    finally:
        page.close()


def _letters(glyphs: list[Glyph]) -> int:
    return sum(not glyph.text.isspace() for glyph in glyphs)


def _report_empty(pages: list[_Page], builder: SourceBuilder) -> None:
    """Say which pages have no text, and whether the text layer is to be trusted.

    Raises:
        UnreadableFileError: no page has text.
    """
    texts = [page.lines + [line for grid in page.grids for cell in grid.cells for line in cell.lines] for page in pages]
    counts = [sum(_letters(list(line.glyphs)) for line in lines) for lines in texts]
    empty = [page.number for page, count in zip(pages, counts, strict=True) if count < _FEWEST_GLYPHS]
    if len(empty) == len(pages):
        raise UnreadableFileError(
            "the pdf is a scan: no page has a text layer; run it through OCR (for Vietnamese) and read the result",
            code="scan",
        )
    if empty:
        listed = ", ".join(map(str, empty[:20])) + (" …" if len(empty) > 20 else "")
        builder.problem("scan", f"no text on page {listed}: scanned or blank; what stands there was not read")
    stray = sum(glyph.text in _STRAY for lines in texts for line in lines for glyph in line.glyphs)
    if stray * 20 > sum(counts):
        builder.problem("text-layer", "the text layer holds letters that cannot be read; check it against the page")


class _Writer:
    """Lays pages down as paragraphs and tables, joined over page breaks."""

    def __init__(self, builder: SourceBuilder, furniture: Furniture, at: Margins) -> None:
        self.builder = builder
        self.furniture = furniture
        self.at = at
        self.paragraph: Paragraph | None = None
        self.grid: Grid | None = None
        self.notes: dict[tuple[int, str], str] = {}

    def write(self, pages: list[_Page]) -> None:
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

    def _items(self, page: _Page) -> Iterator[Grid | Columns | Segment]:
        """Give the page's tables and lines from top to bottom."""
        bands: list[list[Segment]] = [[] for _ in range(len(page.grids) + 1)]
        for line in page.lines:
            bands[sum(grid.top < line.top for grid in page.grids)].append(line)
        for index, band in enumerate(bands):
            if index:
                yield page.grids[index - 1]
            yield from columns(rows(band), page.number, self.at)

    def _write_item(self, item: Grid | Columns | Segment, page: int) -> None:
        if isinstance(item, Grid):
            self._flush_paragraph()
            if self.grid is not None and self.grid.page != item.page and continues(self.grid, item):
                self.grid = join(self.grid, item)
                return
            self._flush()
            self.grid = item
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
            paragraphs = [[Piece(text, bold) for text, bold in line_runs(line)] for line in lines if line is not None]
            cells.append(DraftCell(0, column, paragraphs))
        self.builder.table(cells, certain=False, page=item.page)

    def _flush(self) -> None:
        self._flush_paragraph()
        self._flush_grid()

    def _flush_grid(self) -> None:
        if self.grid is not None:
            grid, self.grid = self.grid, None
            self.builder.table(grid.drafts(), page=grid.page, row_pages=dict(grid.row_pages))

    def _flush_paragraph(self) -> None:
        if self.paragraph is not None:
            done, self.paragraph = self.paragraph, None
            self.builder.paragraph(done.pieces(), centered=done.centered(self.at), page=done.lines[0][1])
