"""The content of one Word paragraph: runs, breaks, symbols, fields, marks of notes, text boxes that hang on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from trichluc.parsers.docx_names import name, number, switch
from trichluc.parsers.docx_styles import RunFormat
from trichluc.parsers.docx_symbols import plain, symbol
from trichluc.source_builder import Piece

if TYPE_CHECKING:
    from trichluc.parsers.docx_story import Story

# Elements whose content is not printed: properties, deleted text, phonetic guides.
UNPRINTED = frozenset(
    map(
        name,
        ("w:pPr", "w:rPr", "w:sectPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:tblPrEx", "w:sdtPr", "w:sdtEndPr",
         "w:smartTagPr", "w:customXmlPr", "w:del", "w:moveFrom", "w:delText", "w:delInstrText", "w:fldData", "w:rt",
         "w:rubyPr", "w:ffData", "w:instrText"),
    )
)  # fmt: skip
_DELETED = frozenset((name("w:del"), name("w:moveFrom")))
_INSERTED = frozenset((name("w:ins"), name("w:moveTo")))
_TEXT_BOX = name("w:txbxContent")
_ALTERNATE, _CHOICE, _FALLBACK = name("mc:AlternateContent"), name("mc:Choice"), name("mc:Fallback")
_TEXTS = (name("w:t"), name("m:t"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PAGE_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"))
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction, and whether its result has begun and is printed."""

    instruction: list[str] = field(default_factory=list)
    shown: bool = False

    @property
    def counts_pages(self) -> bool:
        """Whether it prints the number of the page or of all pages."""
        return "".join(self.instruction).split(maxsplit=1)[:1] != [] and (
            "".join(self.instruction).split(maxsplit=1)[0].upper() in _PAGE_FIELDS
        )


class Inline:
    """Reads paragraphs into lines of pieces.

    Attributes:
        lines: the pieces, a list for each stretch between line breaks.
        boxes: text boxes that hang on the paragraph, each an element that holds paragraphs.
        page_field: a field with a page number was left out.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self.style: str | None = None
        self.lines: list[list[Piece]] = [[]]
        self.boxes: list[etree._Element] = []
        self.page_field = False
        self._parts: list[str] = []
        self._bold = False
        self._font: str | None = None
        self._capitals = False
        self._mark: list[str] | None = None

    def read(self, paragraph: etree._Element, style: str | None) -> None:
        """Add the content of ``paragraph``, which has the given style."""
        self.style = style
        self._children(paragraph)
        self._flush()

    def _children(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag in UNPRINTED or not isinstance(tag, str):
                self.story.changes.deleted += tag in _DELETED
            elif tag == _ALTERNATE:
                for branch in chosen(child):
                    self._children(branch)
            elif tag == _SDT:
                for content in sdt_content(child):
                    self._children(content)
            elif tag == _SIMPLE_FIELD:
                self._simple_field(child)
            elif tag == _MATH_TEXT:
                self._add(child.text or "", _PLAIN)
            elif tag == _FRACTION:
                self._fraction(child)
            elif tag in _HOLDS_BOXES:
                self.boxes += text_boxes(child)
            else:
                self.story.changes.inserted += tag in _INSERTED
                self._children(child)

    def _run(self, run: etree._Element) -> None:
        properties = run.find(_RUN_PROPERTIES)
        self._run_children(run, self.story.styles.run(properties, self.style))
        self._mark = None

    def _run_children(self, run: etree._Element, look: RunFormat) -> None:
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                self._text(child, look)
            elif tag in _FIELD_PARTS:
                self._field_part(child)
            elif look.hidden or tag in UNPRINTED or not isinstance(tag, str):
                continue
            elif (handle := _RUN_CHILDREN.get(tag)) is not None:
                handle(self, child, look)
            elif tag == _ALTERNATE:
                for branch in chosen(child):
                    self._run_children(branch, look)
            elif tag in _HOLDS_BOXES:
                self.boxes += text_boxes(child)
            elif tag == _RUBY:
                for base in child.iterchildren(name("w:rubyBase")):
                    self._children(base)

    def _text(self, element: etree._Element, look: RunFormat) -> None:
        text = element.text or ""
        if look.hidden or not self.story.shows_text:
            return
        if text and element.get(_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        text = plain(text, look.font)
        if self._mark is not None:
            self._mark.append(text)
            return
        if look.raised and self._after_digit() and text.strip().lstrip("+-").isdecimal():
            text = text.translate(_SUPERSCRIPTS)  # 10 with a raised 3 is not 103
        self._add(text, look)

    def _after_digit(self) -> bool:
        last = next((part for part in reversed(self._parts) if part), None)
        if last is None and self.lines[-1]:
            last = self.lines[-1][-1].text
        return bool(last) and last[-1:].isdecimal()  # type: ignore[index]

    def _tab(self, _: etree._Element, look: RunFormat) -> None:
        self._visible("\t", look)

    def _hyphen(self, _: etree._Element, look: RunFormat) -> None:
        self._visible("-", look)

    def _soft_hyphen(self, _: etree._Element, look: RunFormat) -> None:
        self._visible("\xad", look)  # a letter in text of an old encoding, else dropped with the rest

    def _symbol(self, element: etree._Element, look: RunFormat) -> None:
        try:
            code = int(element.get(name("w:char"), ""), 16)
        except ValueError:
            return
        self._visible(symbol(code, element.get(name("w:font"))), look)

    def _visible(self, text: str, look: RunFormat) -> None:
        if self._mark is not None:
            self._mark.append(text)
        elif self.story.shows_text:
            self._add(text, look, capitals=False)

    def _break(self, _: etree._Element, __: RunFormat) -> None:
        if self.story.shows_text:
            self._flush()
            self.lines.append([])

    def _note(self, element: etree._Element, _: RunFormat) -> None:
        kind = "footnote" if element.tag == name("w:footnoteReference") else "endnote"
        identifier = number(element.get(name("w:id")))
        if identifier is None or not self.story.shows_text:
            return
        custom = element.get(name("w:customMarkFollows"), "0") not in ("0", "false", "off")
        mark = self.story.refer(kind, identifier)
        if mark is None:
            return
        self._flush()
        self.lines[-1].append(Piece(note=mark.key))
        if custom:
            self._mark = mark.typed

    def _field_part(self, element: etree._Element) -> None:
        fields = self.story.fields
        if element.tag == _INSTRUCTION:
            if fields and not fields[-1].shown:
                fields[-1].instruction.append(element.text or "")
            return
        kind = element.get(name("w:fldCharType"))
        if kind == "begin":
            fields.append(Field())
        elif kind == "separate" and fields:
            dropped = self.story.furniture and fields[-1].counts_pages
            fields[-1].shown = not dropped
        elif kind == "end" and fields:
            self.page_field |= fields.pop().counts_pages

    def _simple_field(self, element: etree._Element) -> None:
        if Field([element.get(name("w:instr"), "")]).counts_pages:
            self.page_field = True
            if self.story.furniture:
                return
        self._children(element)

    def _fraction(self, element: etree._Element) -> None:
        for index, part in enumerate(element.iterchildren(name("m:num"), name("m:den"))):
            if index:
                self._add("/", _PLAIN)
            self._children(part)

    def _add(self, text: str, look: RunFormat, *, capitals: bool = True) -> None:
        if not text:
            return
        capitals = capitals and look.capitals
        if (look.bold, look.telling, capitals) != (self._bold, self._font, self._capitals):
            self._flush()
            self._bold, self._font, self._capitals = look.bold, look.telling, capitals
        self._parts.append(text)

    def _flush(self) -> None:
        if self._parts:
            text = "".join(self._parts)
            self.lines[-1].append(Piece(text, bold=self._bold, font=self._font, capitals=self._capitals))
            self._parts = []


_PLAIN = RunFormat()
_RUN, _TEXT, _SDT, _SIMPLE_FIELD = name("w:r"), name("w:t"), name("w:sdt"), name("w:fldSimple")
_RUN_PROPERTIES, _INSTRUCTION, _RUBY = name("w:rPr"), name("w:instrText"), name("w:ruby")
_MATH_TEXT, _FRACTION = name("m:t"), name("m:f")
_FIELD_PARTS = frozenset((name("w:fldChar"), _INSTRUCTION))
_HOLDS_BOXES = frozenset((name("w:drawing"), name("w:pict"), name("w:object")))
_RUN_CHILDREN: dict[str, Callable[[Inline, etree._Element, RunFormat], None]] = {
    name("w:tab"): Inline._tab,
    name("w:ptab"): Inline._tab,
    name("w:noBreakHyphen"): Inline._hyphen,
    name("w:softHyphen"): Inline._soft_hyphen,
    name("w:sym"): Inline._symbol,
    name("w:br"): Inline._break,
    name("w:cr"): Inline._break,
    name("w:footnoteReference"): Inline._note,
    name("w:endnoteReference"): Inline._note,
}


def chosen(alternate: etree._Element) -> list[etree._Element]:
    """Return the one branch of ``mc:AlternateContent`` to read: the first that holds text; both hold the same."""
    branches = [*alternate.iterchildren(_CHOICE), *alternate.iterchildren(_FALLBACK)]
    for branch in branches:
        if next(branch.iter(*_TEXTS), None) is not None:
            return [branch]
    return branches[:1]


def sdt_content(control: etree._Element) -> list[etree._Element]:
    """Return what a content control holds; nothing where it only shows its prompt (``Click to enter text``)."""
    properties = control.find(name("w:sdtPr"))
    if switch(properties, "w:showingPlcHdr"):
        return []
    return list(control.iterchildren(name("w:sdtContent")))


def text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Give the text boxes in a drawing, not those inside another text box."""
    for child in element:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag == _ALTERNATE:
            for branch in chosen(child):
                yield from text_boxes(branch)
        elif isinstance(child.tag, str):
            yield from text_boxes(child)
