"""Web pages and documents saved as html (whatever their names say), and web archives (mhtml).

A document saved as html (by Word, by an office system) is read whole, letterhead included. Of a web page only the main
text is read, with its title, headings, lists and tables.
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from trichluc.errors import UnreadableFileError
from trichluc.parsers.detect import Format, detect
from trichluc.parsers.draft import DraftBlock, lay, retagged
from trichluc.parsers.html_decode import decode_html, unpack_mhtml
from trichluc.parsers.html_main import find_main_text, is_web_page
from trichluc.parsers.html_meta import saved_metadata
from trichluc.parsers.html_walk import FoundNote, Walker
from trichluc.parsers.recode import recode
from trichluc.parsers.text_decode import Decoded
from trichluc.source import BlockKind, Source
from trichluc.source_builder import Piece, SourceBuilder

MEDIA_TYPE = "text/html"
_LARGEST = 64 * 1024 * 1024
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# Word's brackets around what older browsers must see too. (Its islands for other readers are plain comments.)
_BRACKET = re.compile(r"<!\[(?:if|endif)[^\]>]{0,200}\]>")
_INLINE_TAG = re.compile(r"</?(?:font|span|b|i|u|em|strong|big|small|a|center|ins|tt)\b[^<>]*>", re.IGNORECASE)
_WORD_MADE = re.compile(
    r"<meta[^>]{0,100}(?:content=[\"']?(?:microsoft word|word\.document|libreoffice|openoffice))|"
    r"xmlns:w=[\"']?urn:schemas-microsoft-com:office:word",
    re.IGNORECASE,
)


def parse(path: Path) -> Source:
    """Read the html or mhtml file ``path``.

    Raises:
        UnreadableFileError: it is no text, in an unknown encoding, larger than 64 MiB, or holds no words.
    """
    if path.stat().st_size > _LARGEST:
        raise UnreadableFileError("the page is larger than 64 MiB; split it into its documents", code="too-large")
    data, charset = path.read_bytes(), None
    if detect(path, data[: 1 << 16]) is Format.MHTML:
        data, charset = unpack_mhtml(data)
    return _read(decode_html(data, charset))


def read_blocks(data: bytes) -> list[DraftBlock]:
    """Return the blocks of a whole document in html or mhtml that is embedded in another, its notes last."""
    decoded = decode_html(data)
    walker = Walker()
    blocks = walker.walk(_body(_tree(decoded.text)))
    return [*blocks, *(block for note in walker.notes.values() for block in note.blocks)]


def _read(decoded: Decoded) -> Source:
    builder = SourceBuilder(MEDIA_TYPE)
    builder.encoding = decoded.encoding
    builder.problems += decoded.problems
    tree = _tree(decoded.text)
    body = _body(tree)
    if _WORD_MADE.search(decoded.text[:16384]) or not is_web_page(body):
        builder.metadata = saved_metadata(tree)
        walker = Walker()
        blocks = walker.walk(body)
    else:
        walker, blocks = _main_blocks(builder, tree, body, decoded.text)
    notes = {key: _note_lines(note) for key, note in walker.notes.items()}
    recode(builder, blocks, *notes.values())
    lay(builder, blocks)
    for key, lines in notes.items():
        builder.note(key, walker.notes[key].mark, lines)
    source = builder.build()
    if not source.text:
        raise UnreadableFileError(
            "the page holds no text of its own (it may load it by a program, or show a picture): print it to PDF, or "
            "copy its text into a txt file",
            code="no-text",
        )
    return source


def _main_blocks(
    builder: SourceBuilder, tree: etree._Element, body: etree._Element, page: str
) -> tuple[Walker, list[DraftBlock]]:
    main = find_main_text(tree, body, page)
    builder.metadata = main.metadata
    if not main.sure:
        builder.problem(
            "main-text",
            "the main text of the page was not told for certain from what stands around it; compare with the page",
            severity="note",
        )
    walker = Walker(main.dropped)
    blocks: list[DraftBlock] = []
    if main.title is not None:
        blocks += Walker().walk(main.title)
    return walker, blocks + walker.walk(main.root)


def _note_lines(note: FoundNote) -> list[list[Piece]]:
    return [line for draft in retagged(note.blocks, BlockKind.NOTE) for line in draft.lines]


def _tree(page: str) -> etree._Element:
    """Return the tree of a page, however broken it is.

    Raises:
        UnreadableFileError: it holds no element, or its tags are nested thousands deep.
    """
    page = _XML_DECLARATION.sub("", page.replace("\0", ""), count=1)
    page = _BRACKET.sub("", page)
    for source in (page, _INLINE_TAG.sub("", page)):
        # huge_tree only lifts the limit of depth from 256 to 2048 here: the size of the file is limited above
        parser = etree.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
        try:
            tree = etree.fromstring(source, parser)
        except (etree.ParserError, etree.XMLSyntaxError):
            continue  # nested too deeply, or nothing in it
        if tree is not None and not any("xcessive depth" in error.message for error in parser.error_log):
            return tree
    if not re.search(r"\w", re.sub(r"<[^>]*>", "", page)):
        raise UnreadableFileError("the page is empty; get it again from its source", code="no-text")
    raise UnreadableFileError(
        "the tags of the page are nested thousands deep: open it in a browser and save it again", code="damaged"
    )


def _body(tree: etree._Element) -> etree._Element:
    """Return the body; a page of frames or a fragment has none, and is read whole."""
    return next(tree.iter("body"), tree)
