"""Files of another format that stand inside a document: programs that make docx from html embed the html whole."""

from __future__ import annotations

from trichluc.parsers.draft import DraftBlock


def read_chunk(data: bytes) -> list[DraftBlock] | None:
    """Return the blocks of an embedded html, mhtml or text file; null for a format that cannot be read."""
    return None
