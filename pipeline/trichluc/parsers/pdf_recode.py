"""Glyphs of a pdf page in an old encoding to Unicode, and syllables that the text layer splits put together.

It is done glyph by glyph before lines are put together, so that what is told from words later (headings, notes, running
heads) is told from the right ones. Pages are judged one by one, the later with what is known of the earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trichluc.parsers.pdf_glyphs import Glyph
from trichluc.source_builder import Piece
from trichluc.text.encodings.convert import Converted, convert_lines
from trichluc.text.encodings.scoring import is_suspicious
from trichluc.text.syllables import join_split

__all__ = ["GlyphRecoder"]

# What pdfium gives for a hyphen at a line's end (U+FFFE, U+0002) is the hyphen that is drawn, or ``ư`` of TCVN3.
# Fonts that state the Windows encoding make a hyphen of ``ư``: it stands inside of words then, before ơ mostly.
_HYPHEN_IN_WORD = re.compile("[a-zA-Z\xa7\xae]-[\xac\xed\xea\xeb\xec\xee]")
_DRAWN_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})


class GlyphRecoder:
    """Converts the pages of one document, in order.

    Attributes:
        found: what was converted so far.
    """

    def __init__(self) -> None:
        self.found = Converted()
        self._hyphens = False  # hyphens may be ư

    def convert(self, glyphs: Sequence[Glyph]) -> list[Glyph]:
        """Return the glyphs of a page with the letters that are meant; a mark of VNI is one glyph with its letter."""
        self._hyphens = self._hyphens or _HYPHEN_IN_WORD.search("".join(glyph.text for glyph in glyphs)) is not None
        if self._hyphens:  # doubtful from here on; those that are none are put back
            glyphs = [replace(glyph, text="\ufffe") if glyph.text == "-" else glyph for glyph in glyphs]
        lines = list(_lines(glyphs))
        pieces = [_pieces(line) for line in lines]
        found = convert_lines(pieces, hint=self.found.main)
        self.found.counts += found.counts
        self.found.left += found.left
        self.found.clean += found.clean
        read: list[Glyph] = []
        for line, parts in zip(lines, pieces, strict=True):
            read += _joined(_read(line, parts) if len(parts) == len(line) else list(line))
        return read


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Give the glyphs line by line, as the text layer has them; a blank goes with what stands before it."""
    line: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if not glyph.text.isspace():
            if last is not None and abs(glyph.bottom - last.bottom) > 0.6 * max(glyph.height, last.height, 1.0):
                yield line
                line = []
            last = glyph
        line.append(glyph)
    if line:
        yield line


def _pieces(line: Sequence[Glyph]) -> list[Piece]:
    """Return a piece for each glyph of a line that is to be looked at, else one for the line."""
    text = "".join(glyph.text for glyph in line)
    if all(glyph.font is None for glyph in line) and not is_suspicious(text):
        return [Piece(text)] if len(line) > 1 else []
    pieces, font = [], next((glyph.font for glyph in line if not glyph.text.isspace()), None)
    for glyph in line:
        font = font if glyph.text.isspace() else glyph.font  # a blank has no font of its own
        pieces.append(Piece(glyph.text, font=font))
    return pieces


def _read(line: Sequence[Glyph], pieces: Sequence[Piece]) -> list[Glyph]:
    read: list[Glyph] = []
    for glyph, piece in zip(line, pieces, strict=True):
        if piece.text == glyph.text:
            read.append(glyph)
        elif piece.text:
            read.append(replace(glyph, text=piece.text))
        elif read:  # the mark above or below the letter before it
            letter = read.pop()
            read.append(replace(letter, left=min(letter.left, glyph.left), right=max(letter.right, glyph.right)))
    return read


def _joined(line: list[Glyph]) -> list[Glyph]:
    """Return the line without blanks inside of syllables, hyphens at its end as they are drawn."""
    text = "".join(glyph.text for glyph in line)
    if "\ufffe" in text or "\x02" in text:
        line = [replace(glyph, text=glyph.text.translate(_DRAWN_HYPHENS)) for glyph in line]
    if text.isascii() or len(text) != len(line):
        return line
    whole = join_split(text)
    if len(whole) == len(text):
        return line
    kept, place = [], 0
    for glyph in line:
        if place < len(whole) and glyph.text == whole[place]:
            kept.append(glyph)
            place += 1
    return kept if place == len(whole) else line
