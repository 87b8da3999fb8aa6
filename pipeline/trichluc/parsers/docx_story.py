"""A story of a Word document (body, page header, note, text box, table cell): its paragraphs and tables in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from trichluc.parsers.docx_inline import UNPRINTED, Field, Inline, chosen, sdt_content
from trichluc.parsers.docx_names import name
from trichluc.parsers.docx_numbering import Numbering
from trichluc.parsers.docx_styles import Styles, style_of
from trichluc.parsers.draft import DraftBlock, DraftParagraph, retagged
from trichluc.source import BlockKind

_PARAGRAPH, _TABLE, _SDT = name("w:p"), name("w:tbl"), name("w:sdt")
_ALTERNATE, _ALT_CHUNK = name("mc:AlternateContent"), name("w:altChunk")
_FIELD_CHARACTER, _FIELD_TYPE = name("w:fldChar"), name("w:fldCharType")
_CONTENTS = re.compile(r"toc ?[1-9]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Mark:
    """The mark of a note: which note, and what is typed for it where Word does not number it."""

    kind: str
    identifier: int
    typed: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The note's key in the builder."""
        return f"{self.kind} {self.identifier}"


@dataclass(slots=True)
class Changes:
    """How many tracked changes were met."""

    inserted: int = 0
    deleted: int = 0


@dataclass(slots=True)
class Shared:
    """What all stories of a document share."""

    styles: Styles
    numbering: Numbering
    chunk: Callable[[str], list[DraftBlock]]
    marks: dict[str, Mark] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)


class Story:
    """Reads one story.

    Args:
        shared: the document's styles, lists and notes.
        element: the element that holds the whole story.
        furniture: it is a page header or footer, from which page numbers are left out.
    """

    def __init__(self, shared: Shared, element: etree._Element, *, furniture: bool = False) -> None:
        self.shared = shared
        self.styles = shared.styles
        self.changes = shared.changes
        self.furniture = furniture
        self.fields: list[Field] = []
        self._element = element
        self._sound = _fields_sound(element)
        self._pending: Inline | None = None

    def blocks(self) -> list[DraftBlock]:
        """Return the paragraphs and tables of the story, in order."""
        return list(self.read(self._element))

    def read(self, container: etree._Element) -> Iterator[DraftBlock]:
        """Give the paragraphs and tables in ``container``, a part of the story such as a table cell."""
        outer, self._pending = self._pending, None
        yield from self._read(container)
        yield from self._end_pending()
        self._pending = outer

    @property
    def shows_text(self) -> bool:
        """Whether text that is met now is printed: it is in no field, or in the result of each that is open."""
        return not self._sound or all(opened.shown for opened in self.fields)

    def refer(self, kind: str, identifier: int) -> Mark | None:
        """Remember that a note is referred to; null where its mark was met before."""
        mark = Mark(kind, identifier)
        if self.furniture or mark.key in self.shared.marks:
            return None
        self.shared.marks[mark.key] = mark
        return mark

    def _read(self, container: etree._Element) -> Iterator[DraftBlock]:
        for child in container:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif tag == _TABLE:
                from trichluc.parsers.docx_tables import read_table

                yield from self._end_pending()
                yield read_table(child, self)
            elif tag == _SDT:
                for content in sdt_content(child):
                    yield from self._read(content)
            elif tag == _ALTERNATE:
                for branch in chosen(child):
                    yield from self._read(branch)
            elif tag == _ALT_CHUNK:
                yield from self._end_pending()
                yield from self.shared.chunk(child.get(name("r:id"), ""))
            elif isinstance(tag, str) and tag not in UNPRINTED:
                yield from self._read(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[DraftBlock]:
        properties = paragraph.find(name("w:pPr"))
        style = style_of(properties)
        inline = self._pending or Inline(self)
        self._pending = None
        inline.read(paragraph, style)
        if _mark_deleted(properties):
            self._pending = inline
            self.changes.deleted += 1
            return
        yield from self._finished(inline, properties, style)

    def _finished(self, inline: Inline, properties: etree._Element | None, style: str | None) -> Iterator[DraftBlock]:
        looks = self.styles.paragraph(properties)
        label, level = None, looks.outline
        if looks.num_id:
            label, place = self.shared.numbering.next(looks.num_id, looks.num_level, style)
            level = place if level is None else level
        draft = DraftParagraph(
            inline.lines,
            number=label,
            level=level,
            heading=looks.outline is not None,
            style=looks.style,
            centered=looks.centered,
        )
        left_out = _only_page_number(draft.text, inline.page_field) if self.furniture else _lists_a_heading(draft)
        if not left_out:
            yield draft
        for box in inline.boxes:
            inner = Story(self.shared, box, furniture=self.furniture).blocks()
            yield from retagged(inner, BlockKind.TEXT_BOX)

    def _end_pending(self) -> Iterator[DraftBlock]:
        """Give what a deleted paragraph mark left over where no paragraph follows to take it."""
        inline, self._pending = self._pending, None
        if inline is not None:
            yield from self._finished(inline, None, None)


def _mark_deleted(properties: etree._Element | None) -> bool:
    """Whether the paragraph's end was deleted, so that the next paragraph goes on with it."""
    mark = None if properties is None else properties.find(name("w:rPr"))
    if mark is None:
        return False
    return mark.find(name("w:del")) is not None or mark.find(name("w:moveFrom")) is not None


def _fields_sound(element: etree._Element) -> bool:
    """Whether each field of the story that begins ends: else nothing may be hidden for being in a field."""
    depth = 0
    for character in element.iter(_FIELD_CHARACTER):
        kind = character.get(_FIELD_TYPE)
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            return False
    return depth == 0


def _lists_a_heading(draft: DraftParagraph) -> bool:
    """Whether a paragraph is an entry of the table of contents, which says a heading again with its page."""
    return draft.style is not None and _CONTENTS.fullmatch(draft.style) is not None and draft.text[-1:].isdecimal()


def _only_page_number(text: str, page_field: bool) -> bool:
    """Whether a line of a page header is just the number of the page: ``- 3 -``, ``Trang 2/5``, ``3``."""
    words = _WORD.findall(text)
    return not words or (page_field and len(words) == 1)
