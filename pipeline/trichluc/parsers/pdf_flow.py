"""The lines of pdf pages as running text: columns set side by side, paragraphs, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from trichluc.parsers.pdf_glyphs import Glyph, Segment, segment
from trichluc.parsers.pdf_tables import line_runs
from trichluc.parsers.text_lines import ends_sentence, is_marker, starts_item, starts_small
from trichluc.source_builder import Piece

_FOOTNOTE = re.compile(r"\(?(?P<mark>\d{1,2}(?!\d|[/.,-]\d)|\*{1,3})[).]?\s*(?=\S)")
_SIGN = re.compile(r"[^\W\d_]\s+số:?\s*$")  # the number of a document comes next
_STARS = re.compile(r"\*+|[-–—_]{2,}")  # drawn under a name in a letterhead, and no bullet
_EVEN = 1.5  # points within which lines end at one margin
_JUSTIFIED = 0.6  # share of the long lines that do where text is justified
_SMALL = 0.92  # a footnote's letters are at most this share of the body's
_SUNK = re.compile(r"\s[,.;:)”]")  # pdfium gives a blank where letters come down from a raised mark to a comma
_RAISED = 0.8  # a mark's letters are at most this share of their line's


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of lines set side by side (letterhead, signature, a table without rules)."""

    rows: tuple[tuple[Segment | None, ...], ...]
    top: float
    page: int


@dataclass(frozen=True, slots=True)
class Margins:
    """Where running text begins and ends on the page, and how far its lines are apart, in points.

    Attributes:
        justified: full lines end at the right margin, to the point.
    """

    left: float
    right: float
    pitch: float
    justified: bool = False

    @property
    def width(self) -> float:
        """Width of the text."""
        return max(self.right - self.left, 1.0)


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph, with the page of each."""

    lines: list[tuple[Segment, int]] = field(default_factory=list)
    notes: dict[tuple[int, str], str] = field(default_factory=dict)

    def pieces(self) -> list[Piece]:
        """Return the text with bold runs and note marks; a hyphen at a line's end joins what it parted."""
        found: list[Piece] = []
        for line, page in self.lines:
            if found:
                joined = found[-1].text.rstrip()
                glued = joined.endswith("-") and not joined.endswith(" -")
                found.append(Piece("" if glued else " ", page=page))
            found += [replace(piece, page=page) for piece in _runs(line, page, self.notes)]
        return found

    def centered(self, margins: Margins) -> bool:
        """Whether every line is set in the middle of the text."""
        return all(in_middle(line, margins) for line, _ in self.lines)


def in_middle(line: Segment, at: Margins) -> bool:
    """Whether ``line`` is set in the middle of the text."""
    middle = (at.left + at.right) / 2
    return abs((line.left + line.right) / 2 - middle) < 0.04 * at.width and line.left > at.left + 15


def rows(lines: Sequence[Segment]) -> list[list[Segment]]:
    """Group segments that stand side by side; each row from left to right, rows from top to bottom."""
    found: list[list[Segment]] = []
    for line in sorted(lines, key=lambda one: (one.top + one.bottom, one.left)):
        if found:
            last = found[-1][0]
            shared = min(last.bottom, line.bottom) - max(last.top, line.top)
            if shared > 0.5 * min(last.height or 1.0, line.height or 1.0):
                found[-1].append(line)
                continue
        found.append([line])
    return [_with_marker(sorted(row, key=lambda one: one.left)) for row in found]


def _with_marker(row: list[Segment]) -> list[Segment]:
    """Put the number of an item that a tab sets apart together with its text again."""
    if len(row) != 2 or not is_marker(row[0].text) or _STARS.fullmatch(row[0].text.strip()):
        return row
    last = row[0].glyphs[-1]
    blank = replace(last, text=" ", left=last.right, right=row[1].left)
    whole = segment((*row[0].glyphs, blank, *row[1].glyphs))
    return [whole] if whole is not None else row


def columns(page_rows: Sequence[list[Segment]], page: int, at: Margins) -> Iterator[Columns | Segment]:
    """Give back the rows in order, those set side by side as :class:`Columns`, others line by line."""
    index = 0
    while index < len(page_rows):
        region = _region(page_rows, index, at)
        if region is None:
            yield from page_rows[index]
            index += 1
        else:
            start, end, gutter = region
            yield from (line for row in page_rows[index:start] for line in row)
            parted = tuple(_part(row, gutter) for row in page_rows[start:end])
            yield Columns(parted, page_rows[start][0].top, page)
            index = end


def _region(page_rows: Sequence[list[Segment]], index: int, at: Margins) -> tuple[int, int, tuple[float, float]] | None:
    """Return the rows from ``index`` on that stand in two columns, and the free band between these.

    At least one row shows both columns; a row belongs if it keeps to one side, or is parted by the band. A line in the
    middle of the text (``BÁO CÁO``) ends the columns.
    """
    row = page_rows[index]
    if len(row) == 2:
        gutter = (row[0].right, row[1].left)
    elif len(row) == 1 and index + 1 < len(page_rows) and len(page_rows[index + 1]) == 2:
        below = page_rows[index + 1]
        gutter = (below[0].right, below[1].left)
        # the first line of a letterhead, or one that the band parts; the short last line of a paragraph is neither
        parted = row[0].left < gutter[0] and row[0].right > gutter[1]
        if _fits(row, gutter) is None or not (parted or index == 0):
            return None
    else:
        return None
    end = index
    while end < len(page_rows):
        narrowed = _fits(page_rows[end], gutter)
        alone = len(page_rows[end]) == 1 and end > index and in_middle(page_rows[end][0], at)
        if narrowed is None or alone or (end > index and _apart(page_rows[end - 1], page_rows[end])):
            break
        gutter = narrowed
        end += 1
    return (index, end, gutter) if end > index else None


def _apart(above: Sequence[Segment], below: Sequence[Segment]) -> bool:
    """Whether a row stands so far below another that it belongs to something else (room for a signature is less)."""
    gap = min(line.top for line in below) - max(line.bottom for line in above)
    return gap > 9 * max(line.height for line in above)


def _fits(row: Sequence[Segment], gutter: tuple[float, float]) -> tuple[float, float] | None:
    """Return the band that stays free when ``row`` joins the columns, or null where it crosses the band."""
    left, right = gutter
    for line in row:
        if line.right <= left + 1 or line.left >= right - 1:
            continue
        if line.right < right:
            left = max(left, line.right)
        elif line.left > left:
            right = min(right, line.left)
        else:
            gap = _widest_gap(line, gutter)
            if gap is None:
                return None
            left, right = max(left, gap[0]), min(right, gap[1])
    return (left, right) if right - left > 4 else None


def _widest_gap(line: Segment, band: tuple[float, float]) -> tuple[float, float] | None:
    """Return the widest gap between letters of ``line`` that meets ``band``, if it is wider than a blank."""
    letters = [glyph for glyph in line.glyphs if not glyph.text.isspace()]
    gaps = [(b.left - a.right, a.right, b.left) for a, b in pairwise(letters) if a.right < band[1] and b.left > band[0]]
    if not gaps:
        return None
    width, left, right = max(gaps)
    return (left, right) if width > 0.55 * line.height else None


def _part(row: Sequence[Segment], gutter: tuple[float, float]) -> tuple[Segment | None, ...]:
    """Return what stands left and right of the band."""
    middle = (gutter[0] + gutter[1]) / 2
    sides: tuple[list[Glyph], list[Glyph]] = ([], [])
    for line in row:
        for glyph in line.glyphs:
            sides[glyph.left > middle].append(glyph)
        for side in sides:
            if side and not side[-1].text.isspace():
                last = side[-1]
                side.append(Glyph(" ", last.right, last.top, last.right, last.bottom, last.bold))
    return tuple(segment(side) for side in sides)


def margins(lines: Sequence[Segment]) -> Margins:
    """Return the margins that most long lines keep to."""
    if not lines:
        return Margins(0.0, 1.0, 1.0)
    widest = max(line.right - line.left for line in lines)
    long = [line for line in lines if line.right - line.left > 0.75 * widest] or list(lines)
    rights = sorted(line.right for line in long)
    lefts = Counter(round(line.left / 2) * 2.0 for line in long)
    common = [left for left, count in lefts.items() if count >= max(lefts.values()) * 0.2]
    gaps = Counter(round(b.top - a.top) for a, b in pairwise(lines) if 0 < b.top - a.top < 4 * (a.height or 1))
    pitch = float(gaps.most_common(1)[0][0]) if gaps else 1.5 * lines[0].height
    right = rights[int(len(rights) * 0.9)]
    even = sum(abs(edge - right) < _EVEN for edge in rights)
    return Margins(min(common), right, pitch, even > _JUSTIFIED * len(rights))


def take_notes(lines: list[Segment]) -> list[tuple[str, list[Segment]]]:
    """Take the footnotes at a page's foot out of ``lines``, in place; return them with their marks."""
    heights = sorted(line.height for line in lines)
    body = heights[len(heights) * 2 // 3] if heights else 0.0
    start = len(lines)
    while start > 0 and lines[start - 1].height < _SMALL * body:
        start -= 1
    foot = lines[start:]
    while foot and not _FOOTNOTE.match(foot[0].text):
        foot.pop(0)
    found: list[tuple[str, list[Segment]]] = []
    for line in foot:
        match = _FOOTNOTE.match(line.text)
        expected = match is not None and (
            not found or not match["mark"].isdigit() or match["mark"] == str(int(found[-1][0]) + 1)
        )
        if match is not None and expected:
            rest = segment(line.glyphs[match.end() :])
            found.append((match["mark"], [rest] if rest is not None else []))
        elif found:
            found[-1][1].append(line)
    if foot:
        del lines[len(lines) - len(foot) :]
    return found


def joins(paragraph: Paragraph, line: Segment, page: int, at: Margins) -> bool:
    """Whether ``line`` goes on ``paragraph``: the line before is full, and nothing says that a new one begins."""
    before, before_page = paragraph.lines[-1]
    if before.right < at.right - 0.07 * at.width and not _goes_on(before, line, at):
        return False
    if page == before_page and line.top - before.top > 1.7 * max(at.pitch, before.height):
        return False
    if min(before.height, line.height) < 0.85 * max(before.height, line.height):
        return False
    indented = line.left > at.left + 8
    closed = ends_sentence(before.text)
    short = at.justified and before.right < at.right - 2 * _EVEN
    title = in_middle(line, at) and line.right < at.right - 15
    if short and (indented or closed) and line.text.lstrip()[:1].isupper() and not title:
        return False
    if starts_item(line.text) and (closed or indented):
        return False
    if indented and closed:
        return False
    return not (before.bold and not line.bold and indented)


def _goes_on(before: Segment, line: Segment, at: Margins) -> bool:
    """Whether a line at the left margin goes on a short one above it in the middle of a sentence: a hard line break."""
    below = line.top > before.top + 0.5 * before.height and line.left < at.left + 8
    symbol = _SIGN.search(before.text) is not None and line.text.lstrip()[:1].isdigit()  # it was too long for the line
    return below and (symbol or (starts_small(line.text) and not ends_sentence(before.text)))


def _runs(line: Segment, page: int, notes: dict[tuple[int, str], str]) -> Iterator[Piece]:
    """Give a line's stretches and the marks of notes in it; raised digits that a footnote answers are a mark."""
    height, start, glyphs = line.height, 0, line.glyphs
    index = 0
    while index < len(glyphs):
        end = index
        while end < len(glyphs) and (glyphs[end].text.isdigit() or glyphs[end].text == "*"):
            if not _is_raised(glyphs[end], line, height):
                break
            end += 1
        key = notes.get((page, "".join(glyph.text for glyph in glyphs[index:end]))) if end > index else None
        if key is None:
            index = max(end, index + 1)
            continue
        yield from segment_text(glyphs[start:index])
        yield Piece(note=key)
        after = "".join(glyph.text for glyph in glyphs[end : end + 2])
        end += _SUNK.match(after) is not None
        start = index = end
    yield from segment_text(glyphs[start:])


def _is_raised(glyph: Glyph, line: Segment, height: float) -> bool:
    """Whether a figure is set as the mark of a note: much smaller than its line, or smaller and above its foot."""
    above = line.bottom - glyph.bottom > 0.2 * height
    return glyph.height <= _RAISED * height or (above and glyph.height < _SMALL * height)


def segment_text(glyphs: Sequence[Glyph]) -> list[Piece]:
    """Return the runs of some glyphs, their blanks kept."""
    return line_runs(Segment(tuple(glyphs), 0.0, 0.0, 0.0, 0.0)) if glyphs else []
