"""The paragraphs of a source as lines with their number or bullet read off."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trichluc.layout.markers import Marker, Style, as_letter, read_marker
from trichluc.source import Block, BlockKind, Source, Span

# a bullet drawn by a symbol font comes out as a letter or a private character: any number without digits or letters
_UNKNOWN_BULLET = Style.DOT


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its marker read off.

    Attributes:
        block: index into ``Source.blocks``.
        kind: kind of the block.
        span: the paragraph's words, marker included where it is typed.
        body: the words after the marker.
        text: the words of ``body``.
        marker: number or bullet, typed or automatic, null for none.
        words: number of words in ``body``.
        bold: every word of ``body`` is bold.
        bold_end: where the bold words at the beginning of ``body`` end (``body.start`` where it does not begin bold).
        heading: the file marks it as a heading.
        level: depth that the file gives it, null for none.
        centered: it is centred.
    """

    block: int
    kind: BlockKind
    span: Span
    body: Span
    text: str
    marker: Marker | None
    words: int
    bold: bool = False
    bold_end: int = 0
    heading: bool = False
    level: int | None = None
    centered: bool = False

    @property
    def ends(self) -> str:
        """The last character, blank where there are no words."""
        return self.text[-1:] or " "


def read_lines(source: Source) -> list[Line]:
    """Return a line for every block that is no table, in order, numbers alone joined to the title below them."""
    lines = [
        _line(source.text, index, block)
        for index, block in enumerate(source.blocks)
        if block.kind is not BlockKind.TABLE and len(block.span)
    ]
    return _letters_in_order(_join_lone_numbers(lines))


def _line(text: str, index: int, block: Block) -> Line:
    words = block.span.of(text)
    marker = _automatic(block.number) if block.number else read_marker(words)
    skip = 0 if marker is None or block.number else min(marker.end, len(words))
    body = Span(block.span.start + skip, block.span.end)
    inside = body.of(text)
    bold_end = next((b.end for b in block.bold if b.start <= body.start < b.end), body.start)
    bold = (
        len(body) > 0
        and sum(min(b.end, body.end) - max(b.start, body.start) for b in block.bold if b.end > body.start)
        >= len(body) * 0.97
    )
    return Line(
        index, block.kind, block.span, body, inside, marker, len(inside.split()), bold, bold_end, block.heading,
        block.level, block.centered,
    )  # fmt: skip


def _automatic(number: str) -> Marker:
    """Return the marker that a word processor's number or bullet is."""
    marker = read_marker(f"{number} x") or read_marker(f"{number}. x")
    if marker is None:
        return Marker(number, _UNKNOWN_BULLET, None, (), 0)
    return replace(marker, text=number, end=0)


def _join_lone_numbers(lines: list[Line]) -> list[Line]:
    """Join ``1.`` that stands on a line of its own to the title on the next line (journal articles, cut headings)."""
    joined: list[Line] = []
    for line in lines:
        alone = joined[-1] if joined else None
        if (
            alone is not None
            and alone.marker is not None
            and not len(alone.body)
            and not alone.marker.bullet
            and line.marker is None
            and line.kind is BlockKind.PARAGRAPH
        ):
            joined[-1] = replace(line, marker=alone.marker)
        else:
            joined.append(line)
    return joined


def _letters_in_order(lines: list[Line]) -> list[Line]:
    """Read ``C.``, ``D.``, ``I.`` … as letters where they go on a row of letters, and as roman numerals elsewhere."""
    last: int | None = None
    for index, line in enumerate(lines):
        marker = line.marker
        if marker is None:
            continue
        if marker.style is Style.UPPER:
            last = marker.value
        elif marker.style is Style.ROMAN and marker.value != 1:
            letter = as_letter(marker)
            if letter.style is Style.UPPER and last is not None and letter.value == last + 1:
                lines[index] = replace(line, marker=letter)
                last = letter.value
    return lines
