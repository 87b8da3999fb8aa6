"""Files of another format that stand inside a document: programs that make docx from html embed the html whole."""

from __future__ import annotations

from trichluc.errors import UnreadableFileError
from trichluc.parsers.detect import Format, detect_bytes
from trichluc.parsers.draft import DraftBlock, DraftParagraph
from trichluc.parsers.html import read_blocks
from trichluc.parsers.html_decode import unpack_mhtml
from trichluc.parsers.text_decode import decode
from trichluc.source_builder import Piece


def read_chunk(data: bytes) -> list[DraftBlock] | None:
    """Return the blocks of an embedded html, mhtml or text file; null for a format that cannot be read."""
    try:
        found = detect_bytes(data[: 1 << 16])
        if found is Format.HTML:
            return read_blocks(data)
        if found is Format.MHTML:
            return read_blocks(unpack_mhtml(data)[0])
        if found is Format.TEXT:
            return [DraftParagraph([[Piece(line)]]) for line in decode(data).text.splitlines()]
    except UnreadableFileError:
        return None  # the caller says so, and where
    return None
