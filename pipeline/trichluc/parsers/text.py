"""Plain text and Markdown files: one line is one paragraph."""

from __future__ import annotations

from pathlib import Path

from trichluc.source import Source, SourceBuilder


def parse(path: Path) -> Source:
    """Read the plain text file ``path``."""
    return parse_text(path.read_bytes().decode("utf-8-sig"))


def parse_text(text: str) -> Source:
    """Return the paragraphs of ``text``; empty lines are dropped."""
    builder = SourceBuilder("text/plain")
    for line in text.splitlines():
        builder.paragraph(line)
    return builder.build()
