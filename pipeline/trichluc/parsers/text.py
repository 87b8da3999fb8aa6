"""Plain text and Markdown files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from trichluc.errors import UnreadableFileError
from trichluc.parsers.recode import report
from trichluc.parsers.text_decode import decode
from trichluc.parsers.text_grid import FoundTable, draft_cells
from trichluc.parsers.text_lines import (
    TABLE_LINE,
    Line,
    Wrapping,
    find_wrapping,
    join_lines,
    paragraphs,
    pieces,
    split_lines,
)
from trichluc.parsers.text_markdown import looks_like_markdown, read_markdown
from trichluc.parsers.text_notes import FoundNote, find_notes, mark_anchors
from trichluc.parsers.text_tables import find_tables
from trichluc.source import Source
from trichluc.source_builder import DraftCell, Piece, SourceBuilder
from trichluc.text.encodings.convert import convert_document

_LARGEST = 64 * 1024 * 1024


def parse(path: Path) -> Source:
    """Read the plain text or Markdown file ``path``.

    Raises:
        UnreadableFileError: the file is empty, is no text, is in an unknown encoding or larger than 64 MiB.
    """
    if path.stat().st_size > _LARGEST:
        raise UnreadableFileError("the text file is larger than 64 MiB; split it into its documents", code="too-large")
    decoded = decode(path.read_bytes())
    if not decoded.text.strip():
        raise UnreadableFileError("the file is empty", code="empty")
    markdown = path.suffix.lower() in (".md", ".markdown")
    source = _read(decoded.text, markdown, "text/markdown" if markdown else None)
    encoding = source.encoding if decoded.encoding == "unicode" else decoded.encoding
    return replace(source, encoding=encoding, problems=(*decoded.problems, *source.problems))


def parse_text(text: str) -> Source:
    """Return the paragraphs, tables and footnotes of ``text``; Markdown is told from its marks."""
    return _read(text, False, None)


def _read(text: str, markdown: bool, media_type: str | None) -> Source:
    text, found = convert_document(text)
    markdown = markdown or looks_like_markdown(text)
    lines, pages = split_lines(text)
    headings: dict[int, int] = {}
    if markdown:
        lines, headings = read_markdown(lines)
    builder = SourceBuilder(media_type or "text/plain")
    builder.pages = pages
    report(builder, found)
    tables = find_tables(lines)
    blocks = _blocks(lines, tables, headings)
    _Writer(builder, blocks).write()
    return builder.build()


class _Paragraph:
    """A paragraph before it is laid: its lines, and the level of its heading."""

    def __init__(self, lines: Sequence[Line], level: int | None = None) -> None:
        self.lines = lines
        self.level = level
        self.text = "\n".join(line.text for line in lines)

    def content(self) -> list[Piece]:
        return join_lines(self.lines)


_Block = _Paragraph | tuple[list[DraftCell], FoundTable, int | None]


def _blocks(lines: Sequence[Line], tables: Sequence[FoundTable], headings: dict[int, int]) -> list[_Block]:
    """Return paragraphs and tables in order; headings stand alone."""
    wrapping = find_wrapping(_outside(lines, tables))
    blocks: list[_Block] = []
    place = 0
    for table in [*tables, None]:
        end = table.start if table else len(lines)
        blocks += _prose(lines, place, end, wrapping, headings)
        if table is not None:
            blocks.append((draft_cells(table.rows, wrapping), table, lines[table.start].page))
            place = table.end
    return blocks


def _outside(lines: Sequence[Line], tables: Sequence[FoundTable]) -> list[Line]:
    outside = list(lines)
    for table in tables:
        outside[table.start : table.end] = [TABLE_LINE] * (table.end - table.start)
    return outside


def _prose(
    lines: Sequence[Line], start: int, end: int, wrapping: Wrapping | None, headings: dict[int, int]
) -> list[_Block]:
    blocks: list[_Block] = []
    for index in [*(place for place in sorted(headings) if start <= place < end), end]:
        blocks += [_Paragraph(group) for group in paragraphs(lines[start:index], wrapping)]
        if index < end:
            blocks.append(_Paragraph([lines[index]], headings[index]))
        start = index + 1
    return blocks


class _Writer:
    """Lays blocks down, footnotes at the end of the file set apart and their marks cut out of the body."""

    def __init__(self, builder: SourceBuilder, blocks: Sequence[_Block]) -> None:
        self.builder = builder
        tail = 0
        while tail < len(blocks) and isinstance(blocks[len(blocks) - 1 - tail], _Paragraph):
            tail += 1
        texts = [block.text if isinstance(block, _Paragraph) else _table_text(block[0]) for block in blocks]
        count, self.notes = find_notes(texts)
        if count > tail:
            count, self.notes = 0, list[FoundNote]()
        self.blocks = blocks[: len(blocks) - count]
        self.pages = [block.lines[0].page for block in blocks[len(blocks) - count :] if isinstance(block, _Paragraph)]
        self.placed: set[str] = set()

    def write(self) -> None:
        for block in self.blocks:
            if isinstance(block, _Paragraph):
                self._paragraph(block)
            else:
                self._table(*block)
        for note in self.notes:
            text = [pieces(line) for line in note.text.split("\n")]
            self.builder.note(note.identifier, note.mark, text, page=self.pages[0] if self.pages else None)

    def _paragraph(self, block: _Paragraph) -> None:
        content = mark_anchors(block.content(), self.notes, self.placed)
        page = block.lines[0].page
        self.builder.paragraph(content, heading=block.level is not None, level=block.level, page=page)

    def _table(self, cells: list[DraftCell], table: FoundTable, page: int | None) -> None:
        for cell in cells:
            cell.paragraphs = [mark_anchors(content, self.notes, self.placed) for content in cell.paragraphs]
        self.builder.table(cells, header_rows=table.header_rows, certain=False, page=page)


def _table_text(cells: Sequence[DraftCell]) -> str:
    return "\n".join("".join(piece.text for piece in content) for cell in cells for content in cell.paragraphs)
