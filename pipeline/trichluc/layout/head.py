"""The head of a report: letterhead, kind, title; of a web page or article its title, date line and by-line."""

from __future__ import annotations

from collections.abc import Sequence

from trichluc.layout.furniture import Furniture
from trichluc.layout.head_lines import Head, HeadLine, HeadTools
from trichluc.layout.head_official import OFFICIAL, OfficialHead
from trichluc.layout.head_plain import PlainHead
from trichluc.layout.kinds import Kinds
from trichluc.layout.lines import Line
from trichluc.layout.model import Zone
from trichluc.layout.names import Names
from trichluc.layout.rules import LayoutRules
from trichluc.layout.shapes import is_capitals
from trichluc.source import Source

_HEAD_BLOCKS = 45  # a letterhead with its title is over by then
_CHROME_BLOCKS = 150  # menus and notices above the letterhead of a web copy
_CHROME_SHARE = 0.3
_HEAD_CHARACTERS = 400  # more than any letterhead prints above its national title
_LONGEST_HEADLINE = 45  # words
_LONG = 26  # words of a line that can only be text


def read_head(
    source: Source, lines: Sequence[Line], furniture: Furniture, rules: LayoutRules, kinds: Kinds, names: Names
) -> Head:
    """Return the head of ``source``."""
    start = _letterhead_block(source, lines, furniture, rules)
    candidates = _head_lines(source, lines, furniture, rules, start)
    head, tools = Head(), HeadTools(source, rules, kinds, names)
    head.zones += [
        (block.span, Zone.FURNITURE, index)
        for index, block in enumerate(source.blocks[:start])
        if index not in furniture.blocks
    ]
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
        if match is None:
            continue
        begins = match.start() <= 2 or is_capitals(line.text[: match.start()])
        # a number inside a line of other words is cited, not the document's own
        if line.table or begins or (words <= 12 and use != "symbol"):
            return True
    return False


def _letterhead_block(source: Source, lines: Sequence[Line], furniture: Furniture, rules: LayoutRules) -> int:
    """Return the block at which the letterhead begins: 0, or further down under a web page's own matter."""
    by_block = {line.block: line for line in lines}
    above = 0
    for index, block in enumerate(source.blocks[:_CHROME_BLOCKS]):
        line = by_block.get(index)
        if line is not None and line.words <= 14 and is_capitals(line.text):
            found = any(rules.search(use, line.span.of(source.text)) for use in ("national", "party"))
        else:
            found = bool(block.table) and bool(_letterhead_cells(source, index, rules, ("national", "party")))
        if found:
            return _back_to_names(source, by_block, index, rules) if above > _HEAD_CHARACTERS else 0
        above += 0 if index in furniture.blocks else len(block.span)
        if above > len(source.text) * _CHROME_SHARE:
            break
    return 0


def _back_to_names(source: Source, by_block: dict[int, Line], index: int, rules: LayoutRules) -> int:
    """Return the first of the lines just above block ``index`` that name organs, as the left column does."""
    while index > 0 and (line := by_block.get(index - 1)) is not None:
        if line.words > 14 or not is_capitals(line.text) or rules.search("kind", line.text):
            break
        index -= 1
    return index


def _head_lines(
    source: Source, lines: Sequence[Line], furniture: Furniture, rules: LayoutRules, start: int
) -> list[HeadLine]:
    """Return the lines among which the head is, from block ``start`` up to the first that can only be text."""
    by_block = {line.block: line for line in lines}
    found: list[HeadLine] = []
    for index in range(start, min(start + _HEAD_BLOCKS, len(source.blocks))):
        block = source.blocks[index]
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
        under_kind = len(found) > 1 and rules.search("kind", found[-2].text) is not None
        headline = (len(found) == 1 or under_kind) and line.words <= _LONGEST_HEADLINE and line.ends not in ".;:"
        if line.words >= _LONG and not _is_title_like(line) and not headline:
            break
    return found


def _is_title_like(line: Line) -> bool:
    return (
        (is_capitals(line.text) or line.bold or line.centered or line.heading)
        and line.words <= 60
        and line.ends not in ".;:"
    )


def _letterhead_cells(source: Source, index: int, rules: LayoutRules, uses: Sequence[str] = OFFICIAL) -> list[HeadLine]:
    """Return the lines of the cells of a letterhead table, left column first; none where it is no letterhead."""
    table = source.blocks[index].table
    if table is None or table.columns > 6 or table.rows > 12:
        return []
    cells = sorted((c for c in table.cells if len(c.span)), key=lambda c: (c.column, c.row))
    words = [cell.span.of(source.text) for cell in cells]
    if not any(rules.search(use, text) for text in words for use in uses):
        return []
    if any(len(text.split()) > 60 for text in words):
        return []
    return [
        HeadLine(index, span, span.of(source.text), cell.bold, True, None)
        for cell in cells
        for span in (cell.lines or (cell.span,))
        if len(span)
    ]
