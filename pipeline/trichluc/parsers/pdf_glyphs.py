"""The glyphs of a pdf page as pdfium gives them, gathered into segments: stretches of one line without a wide gap.

Coordinates are points with the origin at the top left of the page, y growing downwards, as pdfplumber has them.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from trichluc.parsers.pdf_blanks import with_blanks
from trichluc.text.encodings.fonts import telling

# A gap between glyphs wider than this share of the letter height parts two columns; a justified blank is under 1.5.
_COLUMN_GAP = 1.9
_BOLD = re.compile(r"bold|black|heavy|semibold|,b(?:i)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character with its box on the page, and whether it is drawn bold.

    Attributes:
        font: name of its font where that is telling.
        confidence: how sure OCR is of its word, 0 to 1; null for what was not read by OCR.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool
    font: str | None = None
    confidence: float | None = None

    @property
    def height(self) -> float:
        """Height of the font's box, which stands for the font size."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Segment:
    """Glyphs of one line that belong together, from left to right."""

    glyphs: tuple[Glyph, ...]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def text(self) -> str:
        """The characters, blanks included."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def height(self) -> float:
        """Median height of the letters, which stands for the font size."""
        heights = sorted(glyph.height for glyph in self.glyphs if not glyph.text.isspace())
        return heights[len(heights) // 2] if heights else 0.0

    @property
    def bold(self) -> bool:
        """Whether all letters are bold."""
        letters = [glyph for glyph in self.glyphs if not glyph.text.isspace()]
        return bool(letters) and all(glyph.bold for glyph in letters)


def segment(glyphs: Sequence[Glyph]) -> Segment | None:
    """Return the segment of ``glyphs`` without the blanks at its ends, or null where nothing is drawn."""
    drawn = list(glyphs)
    while drawn and drawn[0].text.isspace():
        drawn.pop(0)
    while drawn and drawn[-1].text.isspace():
        drawn.pop()
    if not drawn:
        return None
    letters = [glyph for glyph in drawn if not glyph.text.isspace()]
    return Segment(
        tuple(drawn),
        min(glyph.left for glyph in letters),
        min(glyph.top for glyph in letters),
        max(glyph.right for glyph in letters),
        max(glyph.bottom for glyph in letters),
    )


def read_glyphs(page: Any) -> list[Glyph]:
    """Return the upright glyphs of a pypdfium2 page in the order of the text layer; line ends are blanks.

    A hyphen at a line's end is U+FFFE or U+0002, as pdfium gives it; old encodings are not converted (see
    :mod:`trichluc.parsers.pdf_recode`). Glyphs that lie wholly outside the page are not drawn and are left out, and so
    is text that is turned on its side (stamps along the margin).
    """
    text_page = page.get_textpage()
    try:
        return list(_glyphs(page, text_page))
    finally:
        text_page.close()


def _glyphs(page: Any, text_page: Any) -> Iterator[Glyph]:
    raw, (width, height) = text_page.raw, page.get_size()
    box, known = pdfium_c.FS_RECTF(), dict[int, tuple[bool, str | None]]()
    for index in range(pdfium_c.FPDFText_CountChars(raw)):
        code = pdfium_c.FPDFText_GetUnicode(raw, index)
        if code in (0, 0x0A):
            continue
        if not pdfium_c.FPDFText_GetLooseCharBox(raw, index, box):
            continue
        text = _character(code)
        if text != "\r" and not text.isspace():
            outside = box.right < 0 or box.left > width or box.top < 0 or box.bottom > height
            if outside or abs(pdfium_c.FPDFText_GetCharAngle(raw, index)) > 0.2:
                continue
        top, bottom = height - max(box.top, box.bottom), height - min(box.top, box.bottom)
        bold, font = _look(raw, index, known)
        yield Glyph(" " if text == "\r" else text, box.left, top, box.right, bottom, bold, font=font)


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _look(raw: Any, index: int, known: dict[int, tuple[bool, str | None]]) -> tuple[bool, str | None]:
    """Tell whether a glyph is bold, and its font, from the font's name, asked for once a font."""
    drawn = pdfium_c.FPDFText_GetTextObject(raw, index)
    if not drawn:
        return False, None
    font = pdfium_c.FPDFTextObj_GetFont(drawn)
    key = ctypes.addressof(font.contents) if font else 0
    if key not in known:
        buffer = ctypes.create_string_buffer(256)
        pdfium_c.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer.value.decode("utf-8", "replace")
        known[key] = (_BOLD.search(name) is not None, telling(name))
    return known[key]


def segments(glyphs: Sequence[Glyph]) -> list[Segment]:
    """Return the segments of a page, from top to bottom and left to right."""
    found = []
    for line in map(with_blanks, _lines(glyphs)):
        run: list[Glyph] = []
        for glyph in line:
            if run and not glyph.text.isspace():
                last = next((other for other in reversed(run) if not other.text.isspace()), None)
                if last is not None and glyph.left - last.right > _COLUMN_GAP * max(last.height, glyph.height, 1.0):
                    found.append(segment(run))
                    run = []
            run.append(glyph)
        found.append(segment(run))
    return [one for one in found if one is not None]


def _lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Group glyphs that stand on one line; blanks go with the glyph before them."""
    lines: list[tuple[float, float, list[Glyph]]] = []  # middle, height, glyphs
    current: tuple[float, float, list[Glyph]] | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            if current is not None:
                current[2].append(glyph)
            continue
        middle = (glyph.top + glyph.bottom) / 2
        apart = current is None or abs(middle - current[0]) > 0.45 * max(current[1], glyph.height)
        if current is not None and apart and _mark_before(current[2], glyph):
            current = lines[-1] = (middle, glyph.height, current[2])
        elif current is None or (apart and not _raised_beside(glyph, current[2])):
            current = (middle, glyph.height, [])
            lines.append(current)
        current[2].append(glyph)
    lines.sort(key=lambda line: line[0])
    merged: list[tuple[float, float, list[list[Glyph]]]] = []
    for middle, height, run in lines:
        if merged and abs(middle - merged[-1][0]) < 0.3 * min(height, merged[-1][1]):
            merged[-1][2].append(run)
        else:
            merged.append((middle, height, [run]))
    return [_in_order(runs) for _, _, runs in merged]


def _raised_beside(glyph: Glyph, line: Sequence[Glyph]) -> bool:
    """Whether a small figure stands close after the last letter of ``line`` and reaches into it: the mark of a note."""
    last = line[-1]
    if not (glyph.text.isdigit() or glyph.text == "*") or glyph.height > 0.9 * last.height:
        return False
    reach = min(glyph.bottom, last.bottom) - max(glyph.top, last.top)
    return reach > 0.4 * glyph.height and -1.0 < glyph.left - last.right < 0.2 * last.height


def _mark_before(line: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether ``line`` is but a small raised figure close before ``glyph``: the mark at the head of a footnote."""
    mark = [other for other in line if not other.text.isspace()]
    if len(mark) > 2 or not all(other.text.isdigit() or other.text == "*" for other in mark):
        return False
    last = mark[-1]
    reach = min(glyph.bottom, last.bottom) - max(glyph.top, last.top)
    small = last.height < 0.9 * glyph.height and last.top < glyph.top
    return small and reach > 0.4 * last.height and -1.0 < glyph.left - last.right < glyph.height


def _in_order(parts: Sequence[list[Glyph]]) -> list[Glyph]:
    """Sort a line's runs from left to right, keeping each run's own order (blanks have no reliable place).

    Between two runs stands a blank where there is room for one: the exponent of ``m3/hộ`` is a run of its own.
    """
    runs: list[list[Glyph]] = []
    for part in parts:
        runs.append([])
        for glyph in part:
            last = next((other for other in reversed(runs[-1]) if not other.text.isspace()), None)
            if last is not None and not glyph.text.isspace() and glyph.left < last.left - 1:
                runs.append([])
            runs[-1].append(glyph)
    runs.sort(key=lambda run: next((glyph.left for glyph in run if not glyph.text.isspace()), 0.0))
    joined: list[Glyph] = []
    for run in runs:
        if joined and run and not joined[-1].text.isspace() and not run[0].text.isspace():
            gap = run[0].left - joined[-1].right
            if gap > 0.15 * joined[-1].height:
                joined.append(Glyph(" ", joined[-1].right, joined[-1].top, run[0].left, joined[-1].bottom, False))
        joined.extend(run)
    return joined
