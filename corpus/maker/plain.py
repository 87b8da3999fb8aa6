"""Makes plain text: as typed, or as a copy out of a word processor looks (each cell on a line behind a tab)."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.maker.markup import Block, Cell, Document, Grid, Inline

_NOTE_MARK = "\ufffd"  # what a copy leaves of the mark before a footnote's text


def make_text(document: Document, style: dict[str, object]) -> str:
    """Return the text file; ``style`` has ``tables`` (cells, tabs, lines), ``gap`` (blank line between paragraphs)."""
    gap = "\n\n" if style.get("gap", True) else "\n"
    parts: list[str] = []
    for block in document.blocks:
        made = _block(block, style)
        if made is None:
            continue
        joint = "\n" if parts and _close(block) else gap
        parts.append((joint if parts else "") + made)
    for number, note in enumerate(document.notes.values(), 1):
        mark = _NOTE_MARK if style.get("notes", "copy") == "copy" else f"[{number}]"
        parts.append(f"\n\n{mark} {note.plain}")
    return "".join(parts) + "\n"


def _close(block: Block) -> bool:
    """Whether the block follows the one before it without a blank line."""
    return block.kind == "table" or block.align == "i"


def _block(block: Block, style: dict[str, object]) -> str | None:
    if block.kind in ("before", "after"):
        return block.raw
    if block.kind in ("head", "foot"):
        return _columns(block, bool(style.get("cells_head")))
    if block.kind == "box":
        return "\n".join(line.plain for line in block.columns[0])
    if block.kind == "table" and block.grid:
        return "\n".join(_rows(block.grid, str(style.get("tables", "tabs"))))
    if block.content is None:
        return None
    text = numbered(block) + _with_marks(block.content, style)
    if block.kind == "runin" and block.rest and block.rest.content:
        text += " " + numbered(block.rest) + _with_marks(block.rest.content, style)
    return text


def numbered(block: Block) -> str:
    """Return the number or bullet that is printed before the block, with its blank."""
    return f"{block.number} " if block.number else ""


def _with_marks(content: Inline, style: dict[str, object]) -> str:
    if style.get("notes", "copy") == "copy":
        return content.plain
    out, number = [], 0
    for run in content.runs:
        if run.note:
            number += 1
            out.append(f"[{run.note}]")
        elif run.change != "del":
            out.append(run.text)
    return "".join(out)


def _columns(block: Block, as_cells: bool) -> str:
    if not as_cells:
        return "\n".join(line.plain for column in block.columns for line in column if line.plain.strip())
    left, right = (*block.columns, ())[:2]
    lines = []
    for index in range(max(len(left), len(right))):
        for side in (left, right):
            if index < len(side):
                lines.append("\t" + side[index].plain)
        lines.append("")
    return "\n".join(lines)


def _rows(grid: Grid, manner: str) -> Iterator[str]:
    for row in grid.rows:
        cells = [cell for cell in row.cells if cell]
        if manner == "cells":
            # paragraphs of a cell: a blank line between them in the copy, or none where they were line breaks
            for cell in cells:
                yield "\t" + _cell_text(cell, "\n\n" if row.kind == "h" else "\n")
            yield ""
        elif manner == "tabs":
            yield "\t".join(_cell_text(cell, " ") if cell else "" for cell in row.cells)
        else:
            yield " ".join(filter(None, (_cell_text(cell, " ") for cell in cells)))


def _cell_text(cell: Cell, joint: str) -> str:
    return joint.join(line.plain for line in cell.lines)
