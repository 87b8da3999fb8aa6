"""Lines of plain text: how a file breaks into them, and how hard-wrapped ones go together into paragraphs again.

A copied report has one paragraph a line. A file that was wrapped at a fixed width shows it: many lines begin in the
middle of a sentence, with a small letter, right under another line. Only then are lines joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trichluc.source_builder import Piece

BOLD_ON, BOLD_OFF = "\ufdd0", "\ufdd1"
"""Marks of bold inside a line: two code points that Unicode reserves for a program's own use."""

_BREAK = re.compile("\r\n|[\n\r\v\x85\u2028\u2029]")
# Bullets that word processors take from the Symbol and Wingdings fonts, at their private code points.
_SYMBOL_FONT = str.maketrans(
    {"\uf02d": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf0a8": "□", "\uf0d8": "➢", "\uf0e0": "→", "\uf0fc": "✓",
     "\uf076": "❖", "\uf02b": "+", "\uf0fe": "☒", "\uf06f": "□", "\uf071": "❑", "\uf0f0": "⇨"}
)  # fmt: skip
_FORBIDDEN = re.compile(f"[{BOLD_ON}{BOLD_OFF}]")

_BULLET = r"[-–—+*•●○◦▪■□▫◆◇❖➢➤►▶✓✔→⇒⇨·☒❑]+"
_ENUMERATOR = (
    r"(?:\d{1,2}(?:\.\d{1,2}){0,4}[.)]?|[ivx]{1,5}[.)]|[IVXLC]{1,6}\s?[.)\-–/:]|[A-ZĐ][.)]|[a-zđ][.)]|[a-zđ]\d?[.)\-–])"
)
_ITEM = re.compile(
    rf"\s*(?:{_BULLET}\s*(?=\S)|\(?{_ENUMERATOR}\)?[.:]?\s+(?=\S)|\(\w{{1,3}}\)\s|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|"
    r"ĐIỀU)\s+(?:\d{1,3}|[IVXLC]{1,6})\b\s*[.:])"
)
# No item: a number or dash out of the middle of a sentence, before a small letter.
_SMALL_AFTER_MARK = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[-–—])\s+[a-zà-ỹđ]")
_MARK_ONLY = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,4}[.)]|[IVX]{1,6}[.)]|[a-zđ][.)])\s*")
_MARKER = re.compile(rf"\s*(?:{_BULLET}|\(?{_ENUMERATOR}[.):\-–]*|\(\w{{1,3}}\)[.:]?)\s*")
_CONTINUES = re.compile(r"\s*[,;)\]”»](?!\s*$)")
_ORNAMENT = re.compile(r"[\s\-–—_=*~.…⎯─━o0]*")
_TERMINAL = re.compile(r"[.;:!?…][”\"')\]*]*\s*$")


# Words after which no paragraph ends: a line that stops at one was broken (at a link, or by hand).
_OPEN_END = re.compile(r"(?<!\w)(?:của|và|tại|các|những|với|cho|về|trong|theo|từ|đến|là|do|bởi|giữa|hoặc)$")
_OPEN_NUMBER = re.compile(r"(?<!\w)(?:khóa|khoá|lần thứ|thứ|quý|kỳ họp|hội nghị)$", re.IGNORECASE)
_ROMAN_ALONE = re.compile(r"[IVX]{1,6}[.;,]?")
_OPEN_WORDS = 4  # words that a line has at least which is told to be broken
_AFTER = 25  # characters of a line that goes on in small letters; shorter ones may be cells of a table
_LONG = 40  # shorter lines (headings, menus, lists) say nothing about wrapping


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in the file, without its line break; ``page`` is 1-based, null without form feeds."""

    text: str
    page: int | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands in it."""
        return not self.text or self.text.isspace()


TABLE_LINE = Line("\f")
"""Stands for a line that a table has taken."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a file is wrapped.

    Attributes:
        width: number of characters that a full line has.
        spaced: an empty line stands between paragraphs.
        indented: the first line of a paragraph is indented.
    """

    width: int
    spaced: bool
    indented: bool


def symbol_bullets(text: str) -> str:
    """Return ``text`` with the bullets of symbol fonts as the characters that they look like."""
    return text.translate(_SYMBOL_FONT)


def split_lines(text: str) -> tuple[list[Line], int | None]:
    """Return the lines of ``text`` and its number of pages, null where no form feed parts any."""
    text = symbol_bullets(_FORBIDDEN.sub("", text))
    pages = text.rstrip("\f \n\r").split("\f")
    if len(pages) == 1:
        return [Line(line) for line in _BREAK.split(pages[0])], None
    lines = [
        Line(line, number)
        for number, page in enumerate(pages, start=1)
        for line in _without_page_number(_BREAK.split(page), number)
    ]
    return lines, len(pages)


def _without_page_number(lines: list[str], page: int) -> list[str]:
    """Drop a first or last line of a page that is only the number of the page."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    for index in {filled[0], filled[-1]} if filled else set():
        if lines[index].strip(" \t-–—") == str(page):
            lines[index] = ""
    return lines


def plain(text: str) -> str:
    """Return ``text`` without marks of bold and outer white space."""
    return _FORBIDDEN.sub("", text).strip()


def is_capitals(text: str) -> bool:
    """Whether ``text`` holds two letters or more and no small one, as lines of letterheads and titles do."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and not any(letter.islower() for letter in letters)


def is_ornament(text: str) -> bool:
    """Whether ``text`` is only a drawn line or a star."""
    return _ORNAMENT.fullmatch(text) is not None


def starts_item(text: str) -> bool:
    """Whether ``text`` begins with a bullet or a number of a list or heading."""
    return _ITEM.match(text) is not None


def is_marker(text: str) -> bool:
    """Whether ``text`` is nothing but a bullet or the number of an item, with its punctuation."""
    return _MARKER.fullmatch(text) is not None and not text.strip().isdigit()


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends like a sentence, an item of a list or a lead-in."""
    return _TERMINAL.search(text) is not None


def starts_small(text: str) -> bool:
    """Whether ``text`` begins with a small letter that is no enumerator (``a)``, ``đ.``)."""
    head = text.lstrip(" \t\xa0(“\"'")
    return head[:1].islower() and not starts_item(text)


def pieces(text: str, page: int | None = None) -> list[Piece]:
    """Return ``text`` as pieces, marks of bold read."""
    if BOLD_ON not in text:
        return [Piece(text.replace(BOLD_OFF, ""), page=page)]
    found, bold = [], False
    for part in re.split(f"([{BOLD_ON}{BOLD_OFF}])", text):
        if part in (BOLD_ON, BOLD_OFF):
            bold = part == BOLD_ON
        elif part:
            found.append(Piece(part, bold=bold, page=page))
    return found or [Piece("", page=page)]


def glue(before: str, after: str) -> str:
    """Return what stands between two joined lines: nothing after ``05-`` or ``và/`` or before a comma, else a blank."""
    head, tail = plain(before), plain(after)
    if not head or not tail:
        return ""
    if re.search(r"[^\s\-–][-–‑/]$", head) and not tail[0].isspace():
        return ""
    return "" if _CONTINUES.match(tail) else " "


def join_lines(lines: Sequence[Line]) -> list[Piece]:
    """Return the lines of one paragraph as pieces, with what belongs between them."""
    joined: list[Piece] = []
    for index, line in enumerate(lines):
        if index:
            joined.append(Piece(glue(lines[index - 1].text, line.text), bold=joined[-1].bold))
        joined += pieces(line.text.strip(), line.page)
    return joined


def paragraphs(lines: Sequence[Line], wrapping: Wrapping | None) -> Iterator[list[Line]]:
    """Give the lines of each paragraph: one line, or several where the file is wrapped."""
    current: list[Line] = []
    blanks = 0
    for line in lines:
        if line.blank or not plain(line.text):
            blanks += 1
            continue
        if current and _belongs(current, line, blanks, wrapping):
            current.append(line)
        else:
            if current:
                yield current
            current = [line]
        blanks = 0
    if current:
        yield current


def _belongs(current: Sequence[Line], line: Line, blanks: int, wrapping: Wrapping | None) -> bool:
    """Whether ``line`` goes on with the paragraph ``current``, ``blanks`` empty lines after it."""
    before, after = plain(current[-1].text), plain(line.text)
    turned = current[-1].page != line.page  # empty lines at a page break say nothing
    if blanks and not turned:
        return blanks == 1 and wrapping is None and starts_small(after) and _was_broken(before, after, wrapped=False)
    if len(current) == 1 and _MARK_ONLY.fullmatch(before):
        return not starts_item(after)  # "1." alone on its line: the number of what follows
    if _CONTINUES.match(after) and not ends_sentence(before):
        return True
    if _OPEN_NUMBER.search(before) and _ROMAN_ALONE.fullmatch(after):
        return True
    if _was_broken(before, after, wrapped=wrapping is not None):
        return True
    if wrapping is None:
        return False
    return _wrapped(current[-1].text, line.text, wrapping, turned=turned)


def _was_broken(before: str, after: str, *, wrapped: bool) -> bool:
    """Whether a line was broken in the middle of a sentence, though the file is not wrapped there: at a link mostly."""
    if is_capitals(before) or is_capitals(after) or is_ornament(after) or starts_item(after):
        return False
    if "\t" in before or "\t" in after or "|" in before or "|" in after:
        return False
    if (
        not wrapped
        and starts_small(after)
        and len(before) >= _LONG
        and len(after) >= _AFTER
        and not ends_sentence(before)
    ):
        return True
    return _OPEN_END.search(before) is not None and len(before.split()) >= _OPEN_WORDS


def _wrapped(raw_before: str, raw_after: str, wrapping: Wrapping, *, turned: bool) -> bool:
    before, after = plain(raw_before), plain(raw_after)
    if is_ornament(before) or is_ornament(after):
        return False
    still_bold = raw_before.endswith(BOLD_OFF) and raw_after.lstrip().startswith(BOLD_ON)
    if is_capitals(before) or is_capitals(after):
        return still_bold and is_capitals(before) == is_capitals(after)
    # The room that the line left over: a writer who wraps puts the next word there when it fits.
    room = wrapping.width - len(raw_before.rstrip())
    full = room < len(after.split(maxsplit=1)[0]) + 3
    ended = ends_sentence(before)
    if starts_item(after):
        return not ended and _SMALL_AFTER_MARK.match(after) is not None
    if starts_small(after):
        return not (ended and before.endswith((":", ";")) and not full)
    if wrapping.indented and _indent(raw_after) > _indent(raw_before) and ended:
        return False
    if before.endswith(","):
        return True
    if wrapping.spaced and not turned:
        return not ended or full
    return full and not ended


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def find_wrapping(lines: Sequence[Line]) -> Wrapping | None:
    """Return how the file is wrapped, or null where a line is a paragraph.

    In Vietnamese prose two words of three begin with a small letter, so a wrapped file has a line that begins with one
    under every second line; in an unwrapped one it is a rare slip. A third of six pairs or more is asked for.
    """
    pairs = small = crossing = crossings = indented = 0
    lengths: list[int] = []
    previous: Line | None = None
    blanks = 0
    for line in lines:
        if line is TABLE_LINE:
            previous = None
        if line.blank:
            blanks += 1
            continue
        if previous is not None:
            follows = starts_small(line.text)
            if not blanks and len(previous.text) >= _LONG:
                pairs, small = pairs + 1, small + follows
                if follows:
                    lengths.append(len(plain(previous.text)))
                    indented += _indent(previous.text) > _indent(line.text)
            elif blanks:
                crossings, crossing = crossings + 1, crossing + follows
        previous, blanks = line, 0
    if small < max(6, pairs / 3):
        return None
    lengths.sort()
    width = lengths[int(len(lengths) * 0.95)]
    if not 30 <= width <= 160:
        return None
    spaced = crossings > 3 and crossing < crossings * 0.15 and pairs > crossings * 0.3
    return Wrapping(width, spaced, indented > len(lengths) * 0.08)
