"""PDF files: the text layer of a page where it has one that can be used, else its picture through OCR.

pdfium gives the glyphs; pdfplumber finds the cells of ruled tables, and is asked only on pages that draw enough rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from copy import deepcopy
from pathlib import Path
from typing import Any

from trichluc.errors import UnreadableFileError
from trichluc.options import DEFAULTS, OcrMode, ReadOptions
from trichluc.parsers.ocr.image import DPI, MOST_PIXELS
from trichluc.parsers.ocr.needed import Need, needs_ocr
from trichluc.parsers.ocr.reader import OcrReader, listed
from trichluc.parsers.pdf_glyphs import Glyph, read_glyphs, segments
from trichluc.parsers.pdf_pages import Page, read_page, write_pages
from trichluc.parsers.pdf_recode import GlyphRecoder
from trichluc.parsers.pdf_tables import Grid, find_grids, has_rules
from trichluc.parsers.recode import report
from trichluc.source import Source
from trichluc.source_builder import SourceBuilder

_MOST_PAGES = 5000
_FEWEST_GLYPHS = 12  # a page with fewer has a page number or a stamp, and no text
_STRAY = frozenset("\ufffd\u25a1")
_MEDIA_TYPE = "application/pdf"


def parse(path: Path, options: ReadOptions = DEFAULTS) -> Source:
    """Read the pdf file ``path``.

    Raises:
        UnreadableFileError: ``encrypted`` (it asks for a password), ``damaged``, ``ocr-missing`` or ``scan`` (no page
            has text, and OCR is missing, not wanted or of no help), ``too-large``.
    """
    builder = SourceBuilder(_MEDIA_TYPE)
    with ExitStack() as stack:
        document = _open(path)
        stack.callback(document.close)
        reader = stack.enter_context(OcrReader(options))
        builder.pages = len(document)
        recoder = GlyphRecoder()
        pages = _with_scans(list(_pages(document, path, stack, reader, recoder)), reader)
        builder.metadata = {key.lower(): value for key, value in document.get_metadata_dict().items() if value}
    report(builder, recoder.found)
    _report(pages, reader, builder)
    write_pages(pages, builder)
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


def _pages(document: Any, path: Path, stack: ExitStack, reader: OcrReader, recoder: GlyphRecoder) -> Iterator[Page]:
    """Give the pages with what their text layer holds, and hand those that need it to the OCR reader."""
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
            known = deepcopy(recoder.found)
            glyphs, grids = recoder.convert(read_glyphs(page)), list[Grid]()
            need = Need.PICTURE if reader.options.ocr is OcrMode.ALWAYS else needs_ocr(page, glyphs)
            if need is not None:
                _hand_in(page, index + 1, reader)
            if need is Need.GARBAGE and reader.tesseract is not None:
                glyphs, recoder.found = [], known
            if has_rules(page) and _letters(glyphs) >= _FEWEST_GLYPHS:
                plumber = plumber or _plumber(path, stack)
                grids, glyphs = _grids(plumber, index, glyphs)
            yield Page(index + 1, page.get_size()[1], grids, segments(glyphs))


def _hand_in(page: Any, number: int, reader: OcrReader) -> None:
    reader.wanted.append(number)
    if reader.tesseract is None:
        return
    width, height = page.get_size()
    dpi = min(DPI, (MOST_PIXELS * 72 * 72 / max(width * height, 1.0)) ** 0.5)
    reader.submit(number, page.render(scale=dpi / 72, rev_byteorder=True).to_pil(), dpi)


def _with_scans(pages: list[Page], reader: OcrReader) -> list[Page]:
    """Return the pages, those that OCR read in the place of what their text layer holds."""
    reader.finish()
    merged = []
    for page in pages:
        read = read_page(reader, page.number)
        if read is not None and (read.lines or read.grids or not page.lines):
            merged.append(read)
        else:
            merged.append(page)
    return merged


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


def _report(pages: list[Page], reader: OcrReader, builder: SourceBuilder) -> None:
    """Say which pages were read by OCR, which have no text, and whether the text layer is to be trusted.

    Raises:
        UnreadableFileError: no page has text.
    """
    texts = [page.lines + [line for grid in page.grids for cell in grid.cells for line in cell.lines] for page in pages]
    counts = [sum(_letters(list(line.glyphs)) for line in lines) for lines in texts]
    empty = [page.number for page, count in zip(pages, counts, strict=True) if count < _FEWEST_GLYPHS]
    if len(empty) == len(pages):
        message = f"the pdf is a scan: no page has a text layer; {reader.way_out}"
        raise UnreadableFileError(message, code=reader.problem_code)
    reader.report(builder)
    unread = [number for number in reader.wanted if number not in reader.told]
    if unread:
        what = f"what is drawn on {listed(unread)} is no text and was not read"
        builder.problem(reader.problem_code, f"{what}: {reader.way_out}")
    stray = sum(glyph.text in _STRAY for lines in texts for line in lines for glyph in line.glyphs)
    if stray * 20 > sum(counts):
        builder.problem("text-layer", "the text layer holds letters that cannot be read; check it against the page")
