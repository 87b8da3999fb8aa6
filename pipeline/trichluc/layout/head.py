"""The head of a report: letterhead, kind, title; of a web page or article its title, date line and by-line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from trichluc.layout.bodies import group_bodies
from trichluc.layout.furniture import Furniture
from trichluc.layout.kinds import Kinds
from trichluc.layout.lines import Line
from trichluc.layout.model import Zone
from trichluc.layout.rules import LayoutRules
from trichluc.layout.shapes import is_capitals
from trichluc.source import Source, Span

_HEAD_BLOCKS = 45  # a letterhead with its title is over by then
_LONG = 26  # words of a line that can only be text
_TITLE_LINES = 7
_LETTER = re.compile(r"[^\W\d_]{2}")
_OFFICIAL = ("national", "party", "motto", "symbol", "date")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head: a paragraph, or a paragraph of a letterhead table's cell."""

    block: int
    span: Span
    text: str
    bold: bool
    table: bool
    line: Line | None


@dataclass(slots=True)
class Head:
    """What the head says; see :class:`trichluc.layout.model.Letterhead` for the fields that go there unchanged.

    Attributes:
        end: index of the first block that is no part of the head.
        zones: zone of each span of the head, in order.
        official: it has a letterhead, or at least a kind line.
        dateline: the date of a press article's date line.
        byline: the name in a by-line above the text.
    """

    end: int = 0
    zones: list[tuple[Span, Zone, int]] = field(default_factory=list)
    issuer: tuple[Span, ...] = ()
    parent: tuple[Span, ...] = ()
    symbol: Span | None = None
    place: Span | None = None
    date: Span | None = None
    kind: Span | None = None
    title: list[Span] = field(default_factory=list)
    official: bool = False
    dateline: Span | None = None
    byline: Span | None = None


def read_head(source: Source, lines: Sequence[Line], furniture: Furniture, rules: LayoutRules, kinds: Kinds) -> Head:
    """Return the head of ``source``."""
    candidates = _head_lines(source, lines, furniture, rules)
    reader = _HeadReader(source, rules, kinds)
    kind_at = reader.find_kind(candidates)
    official = any(_is_official(c, rules) for c in candidates[: kind_at or 14])
    if kind_at is not None or official:
        reader.letterhead(candidates, kind_at)
    else:
        reader.plain(candidates)
    return reader.head


def _is_official(line: HeadLine, rules: LayoutRules) -> bool:
    """Whether ``line`` is one that only a letterhead has."""
    words = len(line.text.split())
    if words > 30 or rules.search("dateline", line.text):
        return False
    for use in _OFFICIAL:
        match = rules.search(use, line.text)
        # a number or date must be the line, or one of the two columns that were read as one line
        if match is not None and (
            line.table or words <= 12 or match.start() <= 2 or is_capitals(line.text[: match.start()])
        ):
            return True
    return False


def _head_lines(source: Source, lines: Sequence[Line], furniture: Furniture, rules: LayoutRules) -> list[HeadLine]:
    """Return the lines among which the head is, up to the first that can only be text."""
    by_block = {line.block: line for line in lines}
    found: list[HeadLine] = []
    for index, block in enumerate(source.blocks[:_HEAD_BLOCKS]):
        if index in furniture.blocks:
            continue
        if block.table is not None:
            cells = _letterhead_cells(source, index, rules)
            if not cells:
                break
            found += cells
            continue
        line = by_block.get(index)
        if line is None:
            continue
        found.append(HeadLine(index, line.span, line.span.of(source.text), line.bold, False, line))
        if line.words >= _LONG and not _is_title_like(line):
            break
    return found


def _is_title_like(line: Line) -> bool:
    return (
        (is_capitals(line.text) or line.bold or line.centered or line.heading)
        and line.words <= 60
        and line.ends not in ".;:"
    )


def _letterhead_cells(source: Source, index: int, rules: LayoutRules) -> list[HeadLine]:
    """Return the lines of the cells of a letterhead table, left column first; none where it is no letterhead."""
    table = source.blocks[index].table
    if table is None or table.columns > 6 or table.rows > 12:
        return []
    cells = sorted((c for c in table.cells if len(c.span)), key=lambda c: (c.column, c.row))
    words = [cell.span.of(source.text) for cell in cells]
    if not any(rules.search(use, text) for text in words for use in _OFFICIAL):
        return []
    if any(len(text.split()) > 60 for text in words):
        return []
    return [
        HeadLine(index, span, span.of(source.text), cell.bold, True, None)
        for cell in cells
        for span in (cell.lines or (cell.span,))
        if len(span)
    ]


class _HeadReader:
    """Goes through the lines of the head and notes what each is."""

    def __init__(self, source: Source, rules: LayoutRules, kinds: Kinds) -> None:
        self.text = source.text
        self.source = source
        self.rules = rules
        self.kinds = kinds
        self.head = Head()

    def find_kind(self, lines: Sequence[HeadLine]) -> int | None:
        """Return the index of the line that names the kind of the document (``BÁO CÁO``)."""
        for index, line in enumerate(lines):
            if line.line is not None and line.line.marker is not None and not line.line.marker.bullet:
                return None
            words = line.text.split()
            if len(words) > 7:
                continue
            match = self.kinds.line(line.text) or self.rules.search("kind", line.text)
            if match is not None and (
                is_capitals(line.text) or line.bold or index == 0 or (line.line and line.line.centered)
            ):
                return index
        return None

    def letterhead(self, lines: Sequence[HeadLine], kind_at: int | None) -> None:
        """Read an official head: the letterhead above the kind line, the title below it."""
        self.head.official = True
        names: list[tuple[Span, bool]] = []
        last = len(lines) if kind_at is None else kind_at
        end = 0
        for index, line in enumerate(lines):
            # a table that holds the kind line, too, is read to its end
            if index == kind_at or (index > last and not (line.table and lines[last].table)):
                continue
            if index > last or (kind_at is None and not self._belongs(line, index)):
                if kind_at is None:
                    break
                continue
            self._head_line(line, names)
            end = max(end, index + 1)
        groups = group_bodies(names, self.text, self.rules)
        if groups:
            self.head.issuer = groups[-1]
            self.head.parent = groups[-2] if len(groups) > 1 else ()
        if kind_at is None:
            self._title(lines, end, subject_only=self.head.symbol is not None)
            return
        line = lines[kind_at]
        match = self.kinds.line(line.text) or self.rules.search("kind", line.text)
        begin, finish = match.span("kind") if match else (0, len(line.text))
        self.head.kind = Span(line.span.start + begin, line.span.start + finish)
        self._zone(line, Zone.TITLE)
        after = kind_at + 1
        while after < len(lines) and lines[after].table and lines[kind_at].table and lines[after].block == line.block:
            after += 1
        self._title(lines, after)

    def _belongs(self, line: HeadLine, index: int) -> bool:
        """Whether a line still is letterhead where no kind line says where it ends."""
        if line.table:
            return True
        if line.line is not None and line.line.marker is not None and not line.line.marker.bullet:
            return False
        if len(line.text.split()) > 20:
            return False
        marks = (*_OFFICIAL, "separator", "mark", "subject", "addressee")
        return any(self.rules.search(use, line.text) for use in marks) or (is_capitals(line.text) and index < 8)

    def _head_line(self, line: HeadLine, names: list[tuple[Span, bool]]) -> None:
        """Note what one line of the letterhead says; what is left of it names an organ."""
        self._zone(line, Zone.LETTERHEAD)
        text = line.text
        if (
            self.rules.search("separator", text)
            or self.rules.search("mark", text)
            or self.rules.search("addressee", text)
        ):
            return
        if self.rules.search("subject", text):
            return
        left = [(0, len(text))]
        for use in ("national", "motto", "party"):
            match = self.rules.search(use, text)
            if match is not None:
                left = _cut(left, match.span())
        match = self.rules.search("date", text)
        if match is not None and self.head.date is None:
            self.head.date = Span(line.span.start + match.start("date"), line.span.start + match.end("date"))
            if "place" in match.groupdict() and match["place"]:
                self.head.place = Span(line.span.start + match.start("place"), line.span.start + match.end("place"))
            left = _cut(left, match.span())
        match = self.rules.search("symbol", text)
        if match is not None:
            if self.head.symbol is None:
                begin, end = match.span("symbol")
                if self.head.place is not None and end > self.head.place.start - line.span.start >= begin:
                    end = self.head.place.start - line.span.start
                self.head.symbol = Span(line.span.start + begin, line.span.start + end)
            left = _cut(left, match.span())
        for begin, end in left:
            self._name(line, begin, end, names)

    def _name(self, line: HeadLine, begin: int, end: int, names: list[tuple[Span, bool]]) -> None:
        words = line.text[begin:end]
        core = words.strip(" *-–—_.,;:|/\t")
        if not _LETTER.search(core) or len(core.split()) > 22:
            return
        if self.rules.search("separator", core) or re.match(r"số\b", core, re.IGNORECASE):
            return
        if not (is_capitals(core) or self.rules.search("body", core) or (names and line.table)):
            return
        start = line.span.start + begin + words.index(core)
        names.append((Span(start, start + len(core)), line.bold))

    def _title(self, lines: Sequence[HeadLine], start: int, *, subject_only: bool = False) -> None:
        """Read the lines of the title from ``start`` on, up to where the text begins."""
        title: list[HeadLine] = []
        index = start
        while index < len(lines) and len(title) < _TITLE_LINES:
            line = lines[index]
            if self.rules.search("separator", line.text) or self.rules.search("mark", line.text):
                self._zone(line, Zone.TITLE)
                index += 1
                continue
            if subject_only or self._opens_text(line, title):
                break
            self._zone(line, Zone.TITLE)
            if not line.text.startswith("(") or not title:
                title.append(line)
            index += 1
        self.head.title = [line.span for line in title if not line.text.startswith("(")]
        self.head.end = lines[index].block if index < len(lines) else (lines[-1].block + 1 if lines else 0)

    def _opens_text(self, line: HeadLine, title: Sequence[HeadLine]) -> bool:
        """Whether ``line`` is no longer title."""
        words = len(line.text.split())
        marker = line.line.marker if line.line is not None else None
        if marker is not None and not marker.bullet:
            return True
        if self.rules.search("addressee", line.text) or words > 60:
            return True
        if line.text.startswith("("):
            return words > 30
        sentence = line.text.rstrip()[-1:] in ".;:"
        shown = is_capitals(line.text) or line.bold or (line.line is not None and line.line.centered)
        if not title:
            return sentence and words > 14 and not shown
        before = title[-1]
        if is_capitals(before.text) and not is_capitals(line.text) and not _opens_small(line.text):
            return not (shown and before.bold == line.bold and not sentence)
        if before.bold and not line.bold:
            return True
        if not is_capitals(before.text) and is_capitals(line.text) and not before.bold:
            return True
        if sentence or words > 30:
            return True
        return not (shown or _opens_small(line.text) or _is_open(before.text))

    def plain(self, lines: Sequence[HeadLine]) -> None:
        """Read the head of a text that has no letterhead: its title, then perhaps a date line and a by-line."""
        title: list[HeadLine] = []
        index = 0
        heading = next(
            (i for i, c in enumerate(lines[:8]) if c.line is not None and c.line.heading and c.line.marker is None),
            None,
        )
        if heading is not None:
            for line in lines[:heading]:
                self._zone(line, Zone.FURNITURE)
            index = heading
        while index < len(lines) and self._note_press(lines[index]):
            index += 1
        while index < len(lines) and self._goes_on(lines[index], title):
            self._zone(lines[index], Zone.TITLE)
            title.append(lines[index])
            index += 1
        self._plain_title(title)
        while index < len(lines) and self._note_press(lines[index]):
            index += 1
        self.head.end = lines[index].block if index < len(lines) else (lines[-1].block + 1 if lines else 0)

    def _goes_on(self, line: HeadLine, title: Sequence[HeadLine]) -> bool:
        words = len(line.text.split())
        marker = line.line.marker if line.line is not None else None
        if line.table or (marker is not None and not marker.bullet):
            return False
        if not title:
            return words <= 45 and not (
                line.text.rstrip()[-1:] in ";:" or (line.text.rstrip()[-1:] == "." and words > 12)
            )
        before = title[-1].text
        if (
            words > 30
            or line.text.rstrip()[-1:] in ".;:"
            or len(title) >= 4
            or self.rules.search("dateline", line.text)
        ):
            return False
        if _opens_small(line.text) or _is_open(before):
            return True
        return is_capitals(before) and is_capitals(line.text)

    def _plain_title(self, title: Sequence[HeadLine]) -> None:
        """Part the kind word from a title that begins with it (``Báo cáo tổng kết …``)."""
        if not title:
            return
        first = title[0]
        begin = first.span.start
        if first.line is not None and first.line.marker is not None:
            begin = first.line.body.start
        words = self.text[begin : first.span.end]
        match = self.kinds.start(words)
        if match is None:
            match = re.match(r"\W*(?P<kind>(?:bài\s+)?tham luận)(?!\w)", words, re.IGNORECASE)
        spans = [line.span for line in title[1:]]
        if match is not None and self._names_kind(match["kind"], words[match.end() :]):
            self.head.kind = Span(begin + match.start("kind"), begin + match.end("kind"))
            begin += match.end()
            while begin < first.span.end and self.text[begin] in " :.-–—":
                begin += 1
        self.head.title = ([Span(begin, first.span.end)] if begin < first.span.end else []) + spans

    def _names_kind(self, word: str, rest: str) -> bool:
        """Whether the word that a title begins with names the document itself: it goes on as titles of that kind do."""
        if word.lower().split()[-1] in ("cáo", "luận"):
            return not re.match(r"\s+(?:viên|chí|giới|điện|đài|động|đáp|hiếu|thức|mạng)\b", rest, re.IGNORECASE)
        return bool(
            re.match(
                r"\s*(?:[:.\-–]|(?:số\s+\d|về|quy định|hướng dẫn|ban hành|phê duyệt|triển khai|thực hiện|tổ chức|phát động|tăng cường|sửa đổi"
                r"|công tác|tổng kết|sơ kết|kiểm tra|giám sát|hoạt động|tuyên truyền|phòng|học tập|đẩy mạnh|công bố)(?!\w))",
                rest,
                re.IGNORECASE,
            )
        )

    def _note_press(self, line: HeadLine) -> bool:
        """Note a date line or by-line; return whether ``line`` is one."""
        if len(line.text.split()) > 14:
            return False
        match = self.rules.search("dateline", line.text)
        if match is not None:
            if self.head.dateline is None:
                self.head.dateline = Span(line.span.start + match.start("date"), line.span.start + match.end("date"))
            self._zone(line, Zone.LETTERHEAD)
            return True
        match = self.rules.search("byline", line.text)
        if match is not None:
            self.head.byline = Span(line.span.start + match.start("name"), line.span.start + match.end("name"))
            self._zone(line, Zone.SIGNATURE)
            return True
        return False

    def _zone(self, line: HeadLine, zone: Zone) -> None:
        self.head.zones.append((line.span, zone, line.block))


def _cut(pieces: list[tuple[int, int]], out: tuple[int, int]) -> list[tuple[int, int]]:
    """Return ``pieces`` without the stretch ``out``."""
    left = []
    for begin, end in pieces:
        if out[1] <= begin or out[0] >= end:
            left.append((begin, end))
            continue
        left += [(b, e) for b, e in ((begin, out[0]), (out[1], end)) if e > b]
    return left


def _opens_small(text: str) -> bool:
    """Whether ``text`` begins with a small letter, as the second half of a broken title does."""
    letter = re.search(r"[^\W\d_]", text)
    return letter is not None and letter[0].islower() and letter.start() <= 1


def _is_open(text: str) -> bool:
    """Whether a title cannot end with the last word of ``text``."""
    return (
        re.search(
            r"(?:[,\-–&“]|(?<!\w)(?:và|của|các|cho|về|trong|với|tại|năm|thứ|theo|trên|do))\s*$", text, re.IGNORECASE
        )
        is not None
    )
