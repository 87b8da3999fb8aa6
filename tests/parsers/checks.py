"""What must hold for whatever a parser returns."""

from __future__ import annotations

from trichluc.source import BlockKind, Source, Span


def check_source(source: Source) -> None:
    """Assert the promises of :class:`Source`: spans inside the text, ascending, lines without breaks."""
    size = len(source.text)
    end = 0
    for block in source.blocks:
        assert end <= block.span.start <= block.span.end <= size
        end = block.span.end
        if block.table is None:
            words = block.span.of(source.text)
            assert words
            assert words == words.strip()
            assert "\n" not in words
        for part in block.bold:
            _inside(part, block.span)
        if block.table is not None:
            assert block.kind is BlockKind.TABLE
            places = set()
            for cell in block.table.cells:
                _inside(cell.span, block.span)
                assert "\n" not in cell.span.of(source.text)
                for line in cell.lines:
                    _inside(line, cell.span)
                assert cell.row + cell.row_span <= block.table.rows
                assert cell.column + cell.column_span <= block.table.columns
                assert (cell.row, cell.column) not in places
                places.add((cell.row, cell.column))
    for note in source.notes:
        _inside(note.span, Span(0, size))
        assert note.at is None or 0 <= note.at <= size


def _inside(inner: Span, outer: Span) -> None:
    assert outer.start <= inner.start <= inner.end <= outer.end


def texts(source: Source, kind: BlockKind | None = None) -> list[str]:
    """Return the texts of the blocks, of one kind or of all."""
    return [block.span.of(source.text) for block in source.blocks if kind is None or block.kind is kind]


def numbers(source: Source) -> list[str | None]:
    """Return the automatic numbers of the blocks."""
    return [block.number for block in source.blocks]


def grid(source: Source, index: int = 0) -> list[list[str]]:
    """Return the texts of a table's cells, row by row."""
    table = [block.table for block in source.blocks if block.table is not None][index]
    return [[cell.span.of(source.text) for cell in table.row(row)] for row in range(table.rows)]
