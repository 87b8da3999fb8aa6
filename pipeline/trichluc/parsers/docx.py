"""Word documents (docx, and docm, dotx): everything that is printed, in the order in which it is read.

python-docx opens the package; the walk over its element trees is our own, because python-docx passes over footnotes,
text boxes, content controls and tracked changes, and is several times slower.

Left out: hidden text, deleted text of tracked changes, page numbers, the table of contents (it says the headings
again), comments, pictures. Page headers are given first
and footers last, each distinct text once. Pages are not known: Word lays them out anew on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from trichluc.errors import UnreadableFileError
from trichluc.parsers.docx_names import name, switch
from trichluc.parsers.docx_numbering import Numbering
from trichluc.parsers.docx_story import Mark, Shared, Story
from trichluc.parsers.docx_styles import Styles
from trichluc.parsers.draft import DraftBlock, DraftParagraph, lay, lay_paragraph, retagged
from trichluc.parsers.recode import recode
from trichluc.parsers.zip_package import Package, safe_parser
from trichluc.source import BlockKind, Source, SourceProblem
from trichluc.source_builder import Piece, SourceBuilder
from trichluc.text.characters import clean_inline

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
# Parts whose text is printed but not read, by kind of relationship.
_UNREAD = {"chart": "chart", "diagramData": "diagram (SmartArt)", "chartEx": "chart"}
_SCAN_CHARACTERS = 200  # with less text than this beside pictures the pages may be scans


def parse(path: Path) -> Source:
    """Read the Word document ``path``.

    Raises:
        UnreadableFileError: it is damaged, locked, hostile, or holds no text.
    """
    with Package(path) as package:
        mended = package.mended()
        reader = _Reader(_open(mended))
        try:
            reader.read()
        except RecursionError as error:
            raise UnreadableFileError(
                "tables or controls of the document are nested too deeply: save it again from a word processor",
                code="damaged",
            ) from error
        _report_parts(reader.builder, package)
    source = reader.builder.build()
    pictures = package.strange.get("image", 0)
    if source.text and not (pictures and len(source.text) < _SCAN_CHARACTERS):
        return source
    if source.text:
        words = (
            f"there is hardly any text beside {pictures} pictures: if they are scans, what stands there was not read"
        )
        return replace(source, problems=(*source.problems, SourceProblem("scan", words)))
    if pictures:
        raise UnreadableFileError(
            "the Word document holds only pictures (a scan), which are not read by OCR yet: give the document itself, "
            "or its text",
            code="scan",
        )
    raise UnreadableFileError("the Word document holds no text; check that it is the right file", code="no-text")


def _open(package: Any) -> Document:
    import docx

    try:
        return docx.Document(package)
    except (etree.XMLSyntaxError, KeyError, ValueError, AttributeError) as error:
        raise UnreadableFileError(
            f"the Word document is damaged ({error}): open it in a word processor and save it again", code="damaged"
        ) from error


class _Reader:
    """Reads one opened document into a builder."""

    def __init__(self, document: Document) -> None:
        self.builder = SourceBuilder(MEDIA_TYPE)
        self._part: Any = document.part
        self._body: etree._Element = document.element.body
        styles = Styles(self._tree("styles"))
        self._shared = Shared(styles, Numbering(self._tree("numbering"), styles), self._chunk)
        self.builder.metadata = _metadata(document)

    def read(self) -> None:
        """Read page headers, body, page footers and notes, convert what is in an old encoding, and lay all down."""
        if self._body is None:
            raise UnreadableFileError("the Word document has no body; get it again from its source", code="damaged")
        heads = self._furniture("header", BlockKind.HEADER)
        body = Story(self._shared, self._body).blocks()
        feet = self._furniture("footer", BlockKind.FOOTER)
        notes = list(self._notes())
        recode(self.builder, [*body, *heads, *feet], *(lines for _, _, lines in notes))
        for draft in heads:
            lay_paragraph(self.builder, draft)
        lay(self.builder, body)
        for draft in feet:
            lay_paragraph(self.builder, draft)
        for key, typed, lines in notes:
            self.builder.note(key, typed, lines)
        self._report_changes()

    def _tree(self, kind: str) -> etree._Element | None:
        """Return the root of the document's part of this kind, null where it has none."""
        part = next((link.target_part for link in self._part.rels.values() if link.reltype == _RELATION + kind), None)
        return None if part is None else _root(part)

    def _furniture(self, which: str, kind: BlockKind) -> list[DraftParagraph]:
        found: dict[str, DraftParagraph] = {}
        for part in self._furniture_parts(which):
            root = _root(part)
            if root is None:
                continue
            for draft in retagged(Story(self._shared, root, furniture=True).blocks(), kind):
                text = " ".join(draft.text.split())
                if text:
                    found.setdefault(text, draft)
        return list(found.values())

    def _furniture_parts(self, which: str) -> Iterator[Part]:
        """Give the header or footer parts that are printed: those for first and even pages only where asked for."""
        settings = self._tree("settings")
        even = bool(switch(settings, "w:evenAndOddHeaders"))
        first = False
        for section in self._body.iter(name("w:sectPr")):
            first = first or bool(switch(section, "w:titlePg"))
            for reference in section.iterchildren(name(f"w:{which}Reference")):
                kind = reference.get(name("w:type"), "default")
                link = self._part.rels.get(reference.get(name("r:id"), ""))
                if link is not None and (kind == "default" or (kind == "first" and first) or (kind == "even" and even)):
                    yield link.target_part

    def _notes(self) -> Iterator[tuple[str, str, list[list[Piece]]]]:
        """Give the notes whose marks were met: key, typed mark, lines."""
        bodies = {
            (kind, note.get(name("w:id"))): note
            for kind in ("footnote", "endnote")
            for note in _children(self._tree(f"{kind}s"), name(f"w:{kind}"))
        }
        for mark in list(self._shared.marks.values()):
            body = bodies.get((mark.kind, str(mark.identifier)))
            if body is not None:
                yield self._note(mark, body)

    def _note(self, mark: Mark, body: etree._Element) -> tuple[str, str, list[list[Piece]]]:
        typed = "".join(mark.typed).strip()
        paragraphs = [
            line for draft in retagged(Story(self._shared, body).blocks(), BlockKind.NOTE) for line in draft.lines
        ]
        return mark.key, typed, _without_mark(paragraphs, typed)

    def _chunk(self, identifier: str) -> list[DraftBlock]:
        """Return the content of a file of another format that stands in the document (``w:altChunk``)."""
        from trichluc.parsers.chunk import read_chunk

        link = self._part.rels.get(identifier)
        if link is None or link.reltype != _RELATION + "aFChunk":
            return []
        blocks = read_chunk(link.target_part.blob)
        if blocks is None:
            self.builder.problem(
                "chunk",
                "the document embeds a file of another format that cannot be read: open it in a word "
                "processor and save it again",
            )
        return blocks or []

    def _report_changes(self) -> None:
        changes = self._shared.changes
        if changes.inserted or changes.deleted:
            self.builder.problem(
                "tracked-changes",
                f"tracked changes ({changes.inserted} insertions, {changes.deleted} deletions) were read in their "
                "final state; check that all of them are to be accepted",
                severity="note",
            )


def _root(part: Part) -> etree._Element | None:
    """Return the element tree of a part, which python-docx has parsed for some kinds of parts only."""
    element: etree._Element | None = getattr(part, "element", None)
    return element if element is not None else etree.fromstring(part.blob, safe_parser())


def _children(parent: etree._Element | None, tag: str) -> Iterable[etree._Element]:
    return () if parent is None else parent.iterchildren(tag)


def _without_mark(paragraphs: list[list[Piece]], typed: str) -> list[list[Piece]]:
    """Return a note's text without the mark that is typed before it."""
    first = next((piece for line in paragraphs for piece in line if piece.text.strip()), None)
    if typed and first is not None and first.text.lstrip().startswith(typed):
        first.text = first.text.lstrip()[len(typed) :]
    return paragraphs


def _metadata(document: Document) -> dict[str, str]:
    """Return what the document says about itself."""
    if not any("core-properties" in link.reltype for link in document.part.package.rels.values()):
        return {}
    properties = document.core_properties
    written = properties.created or properties.modified
    found = {
        "title": properties.title,
        "author": properties.author,
        "date": written.date().isoformat() if written else "",
    }
    return {key: text for key, raw in found.items() if (text := clean_inline(re.sub(r"[\x00-\x1f]", " ", raw))[0])}


def _report_parts(builder: SourceBuilder, package: Package) -> None:
    for part in dict.fromkeys(package.damaged):
        builder.problem(
            "damaged-part", f"part {part} of the Word document is damaged and was left out; save it again in Word"
        )
    for kind, label in _UNREAD.items():
        if count := package.strange.get(kind):
            builder.problem(
                "not-read", f"{count} {label}: the words and numbers drawn in it are not read; see the file"
            )
