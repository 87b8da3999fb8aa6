"""Tables of a Word document: the grid, with merged cells."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from trichluc.parsers.docx_inline import sdt_content
from trichluc.parsers.docx_names import name, number, switch, value
from trichluc.parsers.docx_story import Story
from trichluc.parsers.draft import DraftTable, RawCell, close_columns

_ROW, _CELL, _SDT = name("w:tr"), name("w:tc"), name("w:sdt")
_DELETED = frozenset((name("w:del"), name("w:moveFrom")))
_WIDEST = 63 * 4  # Word draws 63 columns at most; a damaged span must not blow the grid up


def read_table(table: etree._Element, story: Story) -> DraftTable:
    """Return the table; rows and cells whose deletion is tracked are left out."""
    draft = DraftTable()
    open_below: dict[int, RawCell] = {}
    widths: list[int] = []
    heads, still_head = 0, True
    index = -1
    for index, row in enumerate(_rows(table)):
        properties = row.find(name("w:trPr"))
        still_head = still_head and bool(switch(properties, "w:tblHeader"))
        heads += still_head
        widths.append(_width(row))
        # rows of one width are merged as they say; of others LibreOffice says so wrongly where it converts a doc
        trusted = index == 0 or widths[-1] == widths[-2]
        _read_row(row, index, draft, open_below, story, trusted=trusted)
    draft.header_rows = heads if heads <= index else 0  # a table that is all header has none
    close_columns(draft)
    return draft


def _read_row(
    row: etree._Element,
    index: int,
    draft: DraftTable,
    open_below: dict[int, RawCell],
    story: Story,
    *,
    trusted: bool = True,
) -> None:
    """Add the cells of a row; ``open_below`` holds the cells above that may reach down, by column.

    Where it is ``trusted``, a cell that goes on one above it has nothing to say, though there be words in it.
    """
    column = _span(value(row.find(name("w:trPr")), "w:gridBefore"), 0)
    before: RawCell | None = None
    reached = dict[int, RawCell]()
    for cell in _cells(row):
        properties = cell.find(name("w:tcPr"))
        width = max(1, _span(value(properties, "w:gridSpan"), 1))
        down, across = _merge(properties, "w:vMerge"), _merge(properties, "w:hMerge")
        above = open_below.get(column)
        if across == "continue" and before is not None:
            before.column_span += width
        elif down == "continue" and above is not None and (trusted or not _says(cell)):
            if column not in reached:
                above.row_span = index - above.row + 1
            reached[column] = above
        else:
            before = RawCell(index, column, list(story.read(cell)), 1, width)
            draft.cells.append(before)
            if down is not None:
                reached[column] = before
        column += width
    open_below.clear()
    open_below.update(reached)


def _width(row: etree._Element) -> int:
    """Return how many columns of the grid a row goes over."""
    properties = row.find(name("w:trPr"))
    around = sum(_span(value(properties, edge), 0) for edge in ("w:gridBefore", "w:gridAfter"))
    return around + sum(max(1, _span(value(cell.find(name("w:tcPr")), "w:gridSpan"), 1)) for cell in _cells(row))


def _says(cell: etree._Element) -> bool:
    return any((text.text or "").strip() for text in cell.iter(name("w:t")))


def _merge(properties: etree._Element | None, prefixed: str) -> str | None:
    """Return ``restart`` or ``continue`` for a merged cell, null for a plain one."""
    merge = None if properties is None else properties.find(name(prefixed))
    if merge is None:
        return None
    return "restart" if merge.get(name("w:val")) == "restart" else "continue"


def _span(text: str | None, default: int) -> int:
    count = number(text)
    return default if count is None else min(max(count, 0), _WIDEST)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in _inside(table, _ROW):
        properties = row.find(name("w:trPr"))
        if properties is None or properties.find(name("w:del")) is None:
            yield row


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for cell in _inside(row, _CELL):
        properties = cell.find(name("w:tcPr"))
        if properties is None or properties.find(name("w:cellDel")) is None:
            yield cell


def _inside(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Give the children ``wanted``, those wrapped in content controls and the like too."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag == _SDT:
            for content in sdt_content(child):
                yield from _inside(content, wanted)
        elif isinstance(child.tag, str) and child.tag in _WRAPPERS:
            yield from _inside(child, wanted)


_WRAPPERS = frozenset(map(name, ("w:customXml", "w:ins", "w:moveTo", "w:smartTag")))
