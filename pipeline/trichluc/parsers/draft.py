"""What the parsers of marked-up formats (docx, html) meet, before it is laid down as clean text.

A document is a list of :class:`DraftParagraph` and :class:`DraftTable`; a cell of a table holds such a list itself, so
that a table which only arranges a page can be taken apart into what stands in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from trichluc.parsers.text_lines import ends_sentence, is_capitals, starts_item, starts_small
from trichluc.source import BlockKind
from trichluc.source_builder import DraftCell, Piece, SourceBuilder

# A cell that frames a page: so many characters, and so large a share of all that the table holds. The longest list of
# recipients beside a signature has about a thousand characters.
_FRAME_CHARACTERS = 1500
_FRAME_SHARE = 0.7


@dataclass(slots=True)
class DraftParagraph:
    """A paragraph; ``lines`` are its stretches between line breaks."""

    lines: list[list[Piece]]
    kind: BlockKind = BlockKind.PARAGRAPH
    number: str | None = None
    level: int | None = None
    heading: bool = False
    style: str | None = None
    centered: bool = False

    @property
    def text(self) -> str:
        """The raw text, lines parted by a line feed."""
        return "\n".join(map(_text, self.lines))


@dataclass(slots=True)
class RawCell:
    """A cell with all that stands in it, tables too."""

    row: int
    column: int
    blocks: list[DraftBlock]
    row_span: int = 1
    column_span: int = 1

    @property
    def paragraphs(self) -> list[DraftParagraph]:
        """Its paragraphs, those of tables in it too."""
        return list(_flat(self.blocks))


@dataclass(slots=True)
class DraftTable:
    """A table; ``header_rows`` leading rows are marked as header in the file."""

    cells: list[RawCell] = field(default_factory=list)
    header_rows: int = 0


DraftBlock = DraftParagraph | DraftTable


def draft_paragraphs(blocks: Iterable[DraftBlock]) -> Iterator[DraftParagraph]:
    """Give all paragraphs of the blocks in reading order, those in cells of tables too."""
    yield from _flat(blocks)


def close_columns(table: DraftTable) -> None:
    """Number the columns anew without those in which no cell begins: Word cuts its grid finer than the eye sees."""
    begun = sorted({cell.column for cell in table.cells})
    for cell in table.cells:
        first, end = bisect_left(begun, cell.column), bisect_left(begun, cell.column + cell.column_span)
        cell.column, cell.column_span = first, end - first


def lay(builder: SourceBuilder, blocks: Iterable[DraftBlock]) -> None:
    """Lay the blocks down in order, layout tables taken apart."""
    from trichluc.parsers.gaps import tabulated

    for block in tabulated(unframed(blocks)):
        if isinstance(block, DraftParagraph):
            lay_paragraph(builder, block)
        else:
            _lay_table(builder, block)


def lay_paragraph(builder: SourceBuilder, draft: DraftParagraph) -> None:
    """Lay a paragraph down, as several where its line breaks part lines that are read one by one."""
    number = draft.number
    for line in part_lines(draft.lines, centered=draft.centered):
        span = builder.paragraph(
            line,
            kind=draft.kind,
            number=number,
            level=draft.level,
            heading=draft.heading,
            style=draft.style,
            centered=draft.centered,
        )
        if span is not None:
            number = None  # only the first line carries the number


def part_lines(lines: Sequence[list[Piece]], *, centered: bool = False) -> list[list[Piece]]:
    """Return the lines of a paragraph, those that a line break cut in the middle of a sentence joined again.

    A break in a letterhead, a title or a list of recipients parts lines; one in running text is mostly there for looks.
    It is taken for that where the next line begins with a small letter, or where the lines are as long as those of a
    page and do not end like sentences.
    """
    if len(lines) < 2:
        return list(lines)
    texts = [_text(line).strip() for line in lines]
    wrapped = _hard_wrapped(texts)
    parted: list[list[Piece]] = []
    before = ""
    for line, text in zip(lines, texts, strict=True):
        if not text and not any(piece.note for piece in line):
            continue
        if parted and before and not centered and _goes_on(before, text, wrapped):
            parted[-1] = [*parted[-1], Piece(" ", bold=bool(line) and line[0].bold), *line]
        else:
            parted.append(line)
        before = text or before
    return parted


def _goes_on(before: str, after: str, wrapped: bool) -> bool:
    if not after:
        return True  # the mark of a note alone
    if ends_sentence(before) or starts_item(after) or is_capitals(before):
        return False
    return starts_small(after) or wrapped


def _hard_wrapped(texts: Sequence[str]) -> bool:
    """Whether the lines were broken at a fixed width: all but the last are about as long as a line on a page."""
    filled = [text for text in texts if text]
    lengths = [len(text) for text in filled[:-1]]
    return len(lengths) >= 2 and min(lengths) >= 50 and min(lengths) >= 0.75 * max(lengths)


def unframed(blocks: Iterable[DraftBlock]) -> Iterator[DraftBlock]:
    """Give the blocks, with tables that only frame a text replaced by what stands in them.

    A table with words in one column only frames; so does one of which a single cell holds nearly everything. Of other
    tables, a table inside a cell that has rows and columns itself follows after the one that it stands in.
    """
    for block in blocks:
        if isinstance(block, DraftParagraph):
            yield block
        elif _frames(block):
            for cell in block.cells:
                yield from unframed(cell.blocks)
        else:
            yield block
            for cell in block.cells:
                inner = [part for part in cell.blocks if isinstance(part, DraftTable) and _is_grid(part)]
                yield from unframed(inner)


def _frames(table: DraftTable) -> bool:
    paragraphs = [cell.paragraphs for cell in table.cells]
    sizes = [sum(len(paragraph.text.strip()) for paragraph in cell) for cell in paragraphs]
    filled = [size > 0 or any(draft.number for draft in drafts) for size, drafts in zip(sizes, paragraphs, strict=True)]
    if len({cell.column for cell, full in zip(table.cells, filled, strict=True) if full}) < 2:
        return True
    largest = max(sizes)
    return largest >= _FRAME_CHARACTERS and largest >= _FRAME_SHARE * sum(sizes) and _many(table, sizes.index(largest))


def _many(table: DraftTable, index: int) -> bool:
    """Whether the cell holds a text and not just one long paragraph."""
    blocks = table.cells[index].blocks
    return len(blocks) >= 5 or any(isinstance(block, DraftTable) for block in blocks)


def _is_grid(table: DraftTable) -> bool:
    """Whether a table inside a cell has rows and columns, so that its grid must not be lost."""
    filled = [cell for cell in table.cells if any(p.text.strip() for p in cell.paragraphs)]
    return len({cell.row for cell in filled}) > 1 and len({cell.column for cell in filled}) > 1


def _lay_table(builder: SourceBuilder, table: DraftTable) -> None:
    cells = []
    for cell in table.cells:
        own = [part for part in cell.blocks if isinstance(part, DraftParagraph) or not _is_grid(part)]
        paragraphs = list(_flat(own))
        lines = [line for paragraph in paragraphs for line in part_lines(paragraph.lines)]
        number = next((paragraph.number for paragraph in paragraphs if paragraph.number), None)
        cells.append(DraftCell(cell.row, cell.column, lines, cell.row_span, cell.column_span, number))
    builder.table(cells, header_rows=table.header_rows)


def _flat(blocks: Iterable[DraftBlock]) -> Iterator[DraftParagraph]:
    for block in blocks:
        if isinstance(block, DraftParagraph):
            yield block
        else:
            for cell in block.cells:
                yield from _flat(cell.blocks)


def retagged(blocks: Iterable[DraftBlock], kind: BlockKind) -> list[DraftParagraph]:
    """Return the blocks with their paragraphs given ``kind``, tables taken apart into paragraphs."""
    return [replace(paragraph, kind=kind) for paragraph in _flat(blocks)]


def _text(line: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in line if piece.note is None)
