"""A tree of html to paragraphs and tables.

The walk is a loop over events and not recursive: pages with thousands of tags left open nest as deep.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from lxml import etree

from trichluc.parsers.docx_symbols import plain
from trichluc.parsers.draft import DraftBlock, DraftParagraph, DraftTable, RawCell, close_columns
from trichluc.parsers.html_style import ListState, Look, drawn_mark, look_of
from trichluc.source_builder import Piece
from trichluc.text.encodings.fonts import telling

# Elements that hold no text of the document.
UNPRINTED = frozenset(
    ("head", "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "audio", "video",
     "canvas", "svg", "math-hidden", "button", "input", "select", "option", "textarea", "datalist", "map", "del", "xml",
     "title", "meta", "link", "base", "param", "source", "track", "area", "progress", "meter", "dialog")
)  # fmt: skip
_BLOCKS = frozenset(
    ("html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dir", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
     "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "ul", "table", "caption",
     "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th")
)  # fmt: skip
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_HEADING = re.compile(r"h([1-6])")
_NOTE_LINK = re.compile(r".*#_?(ftn|edn)(\d+)", re.DOTALL)
_NOTE_BODY = re.compile(r"_?(ftn|edn)(\d+)")
_NOTE_BACK = re.compile(r".*#_?(ftn|edn)ref(\d+)", re.DOTALL)
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_BLANK = re.compile(r"[ \t\r\n\f]+")
_OWN_BULLET = re.compile(r"\s*[-–+*•●○◦▪■□➢✓❖→·]")
_WIDEST = 252  # a span of a thousand columns is a slip


@dataclass(slots=True)
class FoundNote:
    """A footnote that Word wrote into the page: what stands at its mark, and its paragraphs."""

    mark: str = ""
    blocks: list[DraftBlock] = field(default_factory=list)


@dataclass(slots=True)
class _Saved:
    """What an element changed and what is put back when it ends."""

    look: Look
    note: str | None = None
    mark: list[str] | None = None


class _OpenTable:
    """A table that is being read."""

    def __init__(self) -> None:
        self.draft = DraftTable()
        self.row = -1
        self.cell: RawCell | None = None
        self.outer: list[DraftBlock] = []
        self.in_head = False
        self._free: dict[int, int] = {}  # column: first row in which it is free again
        self._column = 0
        self._heads: dict[int, bool] = {}

    def next_row(self) -> None:
        self.row += 1
        self._column = 0

    def open_cell(self, element: etree._Element) -> RawCell:
        if self.row < 0:
            self.next_row()
        while self._free.get(self._column, 0) > self.row:
            self._column += 1
        rows, columns = _span(element.get("rowspan"), 65534), _span(element.get("colspan"), _WIDEST)
        cell = RawCell(self.row, self._column, [], rows, columns)
        if rows > 1:
            self._free |= dict.fromkeys(range(self._column, self._column + columns), self.row + rows)
        self._column += columns
        self._heads[self.row] = (self.in_head or element.tag == "th") and self._heads.get(self.row, True)
        self.draft.cells.append(cell)
        self.cell = cell
        return cell

    def finish(self) -> DraftTable:
        for cell in self.draft.cells:
            cell.row_span = min(cell.row_span, self.row + 1 - cell.row)
        close_columns(self.draft)
        heads = 0
        while self._heads.get(heads):
            heads += 1
        self.draft.header_rows = heads if heads <= self.row else 0
        return self.draft


class Walker:
    """Reads a tree into blocks.

    Args:
        dropped: elements to pass over with all that is in them.

    Attributes:
        notes: the footnotes that were found, by key.
        origins: for each paragraph (by ``id``) the element in which it begins, and the share of its letters in links.
    """

    def __init__(self, dropped: Collection[etree._Element] = ()) -> None:
        self.notes: dict[str, FoundNote] = {}
        self.origins: dict[int, tuple[etree._Element, float]] = {}
        self._dropped = dropped
        self._out: list[DraftBlock] = []
        self._look = Look()
        self._lists: list[ListState] = []
        self._tables: list[_OpenTable] = []
        self._saved: list[_Saved] = []
        self._lines: list[list[Piece]] = [[]]
        self._parts: list[str] = []
        self._bold = False
        self._font: str | None = None
        self._capitals = False
        self._number: str | None = None
        self._heading: int | None = None
        self._begin: tuple[etree._Element, bool] | None = None  # where the paragraph begins, and whether it is centred
        self._letters = self._linked = 0
        self._mark: list[str] | None = None
        self._note_outer: list[list[DraftBlock]] = []
        self._note_key: str | None = None  # the paragraph is a footnote: it begins with a link back to its mark

    def walk(self, root: etree._Element) -> list[DraftBlock]:
        """Return the paragraphs and tables in ``root``."""
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "start":
                if self._start(element):
                    self._text(element.text, element)
                else:
                    events.skip_subtree()
            else:
                self._end(element)
                if element is not root:
                    self._text(element.tail, element.getparent())
        self._flush()
        return self._out

    def _start(self, element: etree._Element) -> bool:
        """Open an element; false where what it holds is passed over."""
        tag = element.tag
        if not isinstance(tag, str) or tag in UNPRINTED or element in self._dropped:
            self._saved.append(_Saved(self._look))
            return False
        saved = _Saved(self._look)
        self._saved.append(saved)
        self._look = look_of(element, self._look)
        if self._look.hidden:
            return False
        if tag in _BLOCKS:
            self._flush()
            self._start_block(element)
            saved.note = self._start_note(element)
        elif tag == "br":
            self._break()
        elif tag == "a" and (href := element.get("href")) and "#" in href:
            return self._start_anchor(href)
        elif tag == "span" and "mso-list:" in element.get("style", "").lower().replace(" ", ""):
            saved.mark = self._mark = []
        return True

    def _end(self, element: etree._Element) -> None:
        saved = self._saved.pop()
        shown = isinstance(element.tag, str) and element.tag not in UNPRINTED and element not in self._dropped
        if shown and element.tag in _BLOCKS and not self._look.hidden:
            self._flush()
            self._end_block(element)
        if saved.mark is not None:
            self._mark = None
            if "ignore" in element.get("style", "").lower():
                self._number = drawn_mark("".join(saved.mark), self._look.font)
        if saved.note is not None:
            self._end_note(saved.note, element)
        self._look = saved.look

    def _start_block(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _LISTS:
            self._lists.append(ListState(element))
        elif tag == "li":
            self._number = self._lists[-1].number(element) if self._lists else "•"
        elif tag == "table":
            self._tables.append(_OpenTable())
        elif tag == "tr" and self._tables:
            self._tables[-1].next_row()
        elif tag == "thead" and self._tables:
            self._tables[-1].in_head = True
        elif tag in ("td", "th") and self._tables and self._tables[-1].cell is None:
            table = self._tables[-1]
            table.outer = self._out
            self._out = table.open_cell(element).blocks
        elif match := _HEADING.fullmatch(str(tag)):
            self._heading = int(match[1]) - 1

    def _end_block(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._number = None
        elif tag == "table" and self._tables:
            self._out.append(self._tables.pop().finish())
        elif tag == "thead" and self._tables:
            self._tables[-1].in_head = False
        elif tag in ("td", "th") and self._tables and self._tables[-1].cell is not None:
            self._tables[-1].cell = None
            self._out = self._tables[-1].outer
        elif _HEADING.fullmatch(str(tag)):
            self._heading = None

    def _start_note(self, element: etree._Element) -> str | None:
        """Open the text of a footnote that Word wrote into the page (``<div id=ftn1>``)."""
        match = _NOTE_BODY.fullmatch(element.get("id", ""))
        if match is None or element.tag not in ("div", "li", "p") or self._tables or self._note_outer:
            return None
        self._note_outer.append(self._out)
        self._out = []
        return f"{match[1]}{match[2]}"

    def _end_note(self, key: str, element: etree._Element) -> None:
        note = self.notes.setdefault(key, FoundNote())
        note.blocks += self._out
        self._out = self._note_outer.pop()

    def _start_anchor(self, href: str) -> bool:
        """Open a link: one to a footnote is the note's mark, one back from the footnote is its number again."""
        if match := _NOTE_LINK.fullmatch(href):
            key = f"{match[1]}{match[2]}"
            self.notes.setdefault(key, FoundNote())
            self._flush_piece()
            self._lines[-1].append(Piece(note=key))
            return False
        if back := _NOTE_BACK.fullmatch(href):
            if self._begin is None and not self._note_outer:
                self._note_key = f"{back[1]}{back[2]}"
            return not (self._note_outer or self._note_key)
        return True

    def _text(self, text: str | None, element: etree._Element | None) -> None:
        if not text or self._look.hidden or element is None:
            return
        if self._mark is not None:
            self._mark.append(text)
            return
        if self._look.lines_kept:
            for index, line in enumerate(text.replace("\r\n", "\n").split("\n")):
                if index:
                    self._break()
                self._add(line, element)
        else:
            self._add(_BLANK.sub(" ", text), element)

    def _add(self, text: str, element: etree._Element) -> None:
        if not text or (self._begin is None and not text.strip()):
            return
        if self._begin is None:
            self._begin = (element, self._look.centered)
        text = plain(text, self._look.font)
        if self._look.raised and self._after_digit() and text.strip().lstrip("+-").isdecimal():
            text = text.translate(_SUPERSCRIPTS)  # 10 with a raised 3 is not 103
        filled = len(text.strip())
        self._letters += filled
        self._linked += filled if self._look.linked else 0
        look = self._look
        font = telling(look.font)
        if (look.bold, font, look.capitals) != (self._bold, self._font, self._capitals):
            self._flush_piece()
            self._bold, self._font, self._capitals = look.bold, font, look.capitals
        self._parts.append(text)

    def _after_digit(self) -> bool:
        last = self._parts[-1] if self._parts else self._lines[-1][-1].text if self._lines[-1] else ""
        return last[-1:].isdecimal()

    def _break(self) -> None:
        """Break the line; an empty line ends the paragraph."""
        self._flush_piece()
        if self._lines[-1] and not "".join(piece.text for piece in self._lines[-1]).strip():
            self._lines[-1] = []
        if not self._lines[-1] and len(self._lines) > 1:
            self._flush()
        else:
            self._lines.append([])

    def _flush_piece(self) -> None:
        if self._parts:
            text = "".join(self._parts)
            self._lines[-1].append(Piece(text, bold=self._bold, font=self._font, capitals=self._capitals))
            self._parts = []

    def _flush(self) -> None:
        """End the paragraph."""
        self._flush_piece()
        begin, self._begin = self._begin, None
        lines, self._lines = self._lines, [[]]
        letters, linked = self._letters, self._linked
        self._letters = self._linked = 0
        if begin is None:
            marks = [piece for line in lines for piece in line if piece.note is not None]
            if marks and self._out and isinstance(self._out[-1], DraftParagraph):
                self._out[-1].lines[-1] += marks
            return
        level = self._heading if self._heading is not None else len(self._lists) - 1 if self._lists else None
        draft = DraftParagraph(
            lines, number=self._number, level=level, heading=self._heading is not None, centered=begin[1]
        )
        if self._number == "•" and _OWN_BULLET.match(draft.text):
            draft.number = None  # the list shows none: the bullet is typed
        self._number = None
        self.origins[id(draft)] = (begin[0], linked / letters if letters else 0.0)
        key, self._note_key = self._note_key, None
        if key is None:
            self._out.append(draft)
        else:
            self.notes.setdefault(key, FoundNote()).blocks.append(draft)


def _span(text: str | None, most: int) -> int:
    digits = re.match(r"\s*(\d{1,5})", text or "")
    if digits is None:
        return 1
    return min(int(digits[1]) or most, most)
