"""Draft blocks in an old encoding to Unicode, and what is said about it.

Every parser calls :func:`recode` with all that it has read, after its walk and before anything is laid down::

    blocks = walk(...)
    recode(builder, blocks, notes)   # blocks and notes are changed in place; builder.encoding is set
    lay(builder, blocks)

A parser fills ``Piece.font`` (with ``telling(name)``) and ``Piece.capitals`` where its format has them. It hands soft
hyphens on as U+00AD, however the format writes them, because they are ``ư`` in TCVN3; those of clean text are dropped
later. Cells of a spreadsheet can be given as lines too, a list of pieces each. Text without pieces goes through
:func:`trichluc.text.encodings.convert.convert_document`, and :func:`report` says what it found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trichluc.parsers.draft import DraftBlock, draft_paragraphs
from trichluc.source_builder import Piece, SourceBuilder
from trichluc.text.encodings.convert import Converted, convert_lines, convert_text

__all__ = ["recode", "report"]

_SHOWN = 3  # passages that a message quotes


def recode(
    builder: SourceBuilder, blocks: Iterable[DraftBlock], *lines: Iterable[Sequence[Piece]], hint: str | None = None
) -> Converted:
    """Convert what is in an old encoding, in place, and set the builder's encoding, metadata and problems.

    Args:
        builder: it gets ``encoding`` and a problem for letters that cannot be converted.
        blocks: all blocks of the document, in reading order.
        lines: further lines of pieces (of notes, of page headers).
        hint: an encoding to expect, where the file names one.
    """
    paragraphs = list(draft_paragraphs(blocks))
    found = convert_lines(
        [*(line for paragraph in paragraphs for line in paragraph.lines), *(line for some in lines for line in some)],
        hint=hint,
    )
    if not found.counts and not found.left:
        return found
    for paragraph in paragraphs:
        if paragraph.number and not paragraph.number.isascii():
            paragraph.number = convert_text(paragraph.number, found.main)
    report(builder, found)
    return found


def report(builder: SourceBuilder, found: Converted) -> None:
    """Set the builder's encoding and metadata, and say what could not be converted and where."""
    builder.encoding = found.encoding
    builder.metadata = {key: convert_text(value, found.main) for key, value in builder.metadata.items()}
    if found.misread_utf8:
        builder.problem(
            "misread-utf8",
            f"{found.misread_utf8} characters were UTF-8 that some program had read as a Western code page, and were "
            "mended; compare with the original",
            severity="note",
        )
    if found.left:
        shown = "; ".join(f"{letters} in “{passage}”" for passage, letters in found.left[:_SHOWN])
        more = f" and {len(found.left) - _SHOWN} more passages" if len(found.left) > _SHOWN else ""
        builder.problem(
            "legacy-encoding",
            f"letters of an old font encoding could not be converted: {shown}{more}; they stand as they were: correct "
            "them in the original, or convert it to Unicode (UniKey) and read it again",
        )
