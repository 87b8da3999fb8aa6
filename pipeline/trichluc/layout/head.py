"""The head of a report: letterhead, kind, title; of a web page or article its title, date line and by-line."""

from __future__ import annotations

from collections.abc import Sequence

from trichluc.layout.furniture import Furniture
from trichluc.layout.head_lines import Head, HeadLine, HeadTools
from trichluc.layout.head_official import OFFICIAL, OfficialHead
from trichluc.layout.head_plain import PlainHead
from trichluc.layout.kinds import Kinds
from trichluc.layout.lines import Line
from trichluc.layout.rules import LayoutRules
from trichluc.layout.shapes import is_capitals
from trichluc.source import Source

_HEAD_BLOCKS = 45  # a letterhead with its title is over by then
_LONG = 26  # words of a line that can only be text


def read_head(source: Source, lines: Sequence[Line], furniture: Furniture, rules: LayoutRules, kinds: Kinds) -> Head:
    """Return the head of ``source``."""
    candidates = _head_lines(source, lines, furniture, rules)
    head, tools = Head(), HeadTools(source, rules, kinds)
    official_head = OfficialHead(tools, head)
    kind_at = official_head.find_kind(candidates)
    official = any(_is_official(c, rules) for c in candidates[: kind_at or 14])
    if kind_at is not None or official:
        official_head.read(candidates, kind_at)
    else:
        PlainHead(tools, head).read(candidates)
    return head


def _is_official(line: HeadLine, rules: LayoutRules) -> bool:
    """Whether ``line`` is one that only a letterhead has."""
    words = len(line.text.split())
    if words > 30 or rules.search("dateline", line.text):
        return False
    for use in OFFICIAL:
        match = rules.search(use, line.text)
        # a number or date must be the line, or one of the two columns that were read as one line
        if match is not None and (
            line.table or words <= 12 or match.start() <= 2 or is_capitals(line.text[: match.start()])
        ):
            return True
    return False


def _head_lines(source: Source, lines: Sequence[Line], furniture: Furniture, rules: LayoutRules) -> list[HeadLine]:
    """Return the lines among which the head is, up to the first that can only be text."""
    by_block = {line.block: line for line in lines}
    found: list[HeadLine] = []
    for index, block in enumerate(source.blocks[:_HEAD_BLOCKS]):
        if index in furniture.blocks:
            continue
        if block.table is not None:
            cells = _letterhead_cells(source, index, rules)
            if not cells:
                break
            found += cells
            continue
        line = by_block.get(index)
        if line is None:
            continue
        found.append(HeadLine(index, line.span, line.span.of(source.text), line.bold, False, line))
        if line.words >= _LONG and not _is_title_like(line):
            break
    return found


def _is_title_like(line: Line) -> bool:
    return (
        (is_capitals(line.text) or line.bold or line.centered or line.heading)
        and line.words <= 60
        and line.ends not in ".;:"
    )


def _letterhead_cells(source: Source, index: int, rules: LayoutRules) -> list[HeadLine]:
    """Return the lines of the cells of a letterhead table, left column first; none where it is no letterhead."""
    table = source.blocks[index].table
    if table is None or table.columns > 6 or table.rows > 12:
        return []
    cells = sorted((c for c in table.cells if len(c.span)), key=lambda c: (c.column, c.row))
    words = [cell.span.of(source.text) for cell in cells]
    if not any(rules.search(use, text) for text in words for use in OFFICIAL):
        return []
    if any(len(text.split()) > 60 for text in words):
        return []
    return [
        HeadLine(index, span, span.of(source.text), cell.bold, True, None)
        for cell in cells
        for span in (cell.lines or (cell.span,))
        if len(span)
    ]
