"""The head of a report that has a letterhead or a kind line: issuer, symbol, place and date, kind, title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from trichluc.layout.bodies import group_bodies
from trichluc.layout.head_lines import OF_WHOM, PAPER, Head, HeadLine, HeadTools, is_open, opens_small
from trichluc.layout.model import Zone
from trichluc.layout.shapes import is_capitals
from trichluc.source import Span

OFFICIAL = ("national", "party", "motto", "symbol", "date")
_REST_OF_KIND = 4  # words after the kind, on its line, that the line below goes on with
_TITLE_LINES = 7
_FEWEST_NAME_WORDS = 2
_RANK = re.compile(r"\W*(?:tỉnh|thành|huyện|quận|thị|xã|phường|khối|trường|tp|tx)(?!\w)", re.IGNORECASE)
_SUBJECT = re.compile(r"v/v\s*:?\s*", re.IGNORECASE)
# the rest of a symbol whose number stands on the line above
_TAIL = re.compile(r"\s*(?:[/–-]\s*)?[A-ZĐƯ][A-ZĐƯa-z.&]{0,9}(?:\s?[/–-]\s?[A-ZĐƯ][A-ZĐƯa-z.&]{0,11}){0,3}\s*")
_LETTER = re.compile(r"[^\W\d_]{2}")


class OfficialHead:
    """Goes through the lines of the head and notes what each is."""

    def __init__(self, tools: HeadTools, head: Head) -> None:
        self.text = tools.source.text
        self.rules = tools.rules
        self.kinds = tools.kinds
        self.head = head

    def find_kind(self, lines: Sequence[HeadLine]) -> int | None:
        """Return the index of the line that names the kind of the document (``BÁO CÁO``)."""
        for index, line in enumerate(lines):
            if line.line is not None and line.line.marker is not None and not line.line.marker.bullet:
                break
            if is_capitals(line.text) and self._kind_of_body(line.text):
                return index
            words = line.text.split()
            if len(words) > 7:
                continue
            match = self.kinds.line(line.text) or self.rules.search("kind", line.text)
            if match is not None and (
                is_capitals(line.text) or line.bold or index == 0 or (line.line and line.line.centered)
            ):
                return index
        return self._kind_with_title(lines)

    def _kind_with_title(self, lines: Sequence[HeadLine]) -> int | None:
        """Return the line in capitals that holds kind and title (``BÁO CÁO SƠ KẾT QUÝ I``), under names of bodies."""
        for index, line in enumerate(lines[:_TITLE_LINES]):
            if not is_capitals(line.text) and not self._is_official(line.text):
                return None
            begun = self.kinds.start(line.text) or PAPER.match(line.text)
            if index and begun is not None and is_capitals(line.text):
                return index if self.rules.search("body", lines[0].text) else None
        return None

    def _kind_of_body(self, text: str) -> bool:
        """Tell whether a line says whose decision it is (``QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN HUYỆN …``), and no more."""
        kind = self.kinds.start(text)
        of = OF_WHOM.match(text, kind.end()) if kind is not None else None
        return of is not None and self.rules.search("body", text[of.end() :]) is not None

    def _is_official(self, text: str) -> bool:
        return any(self.rules.search(use, text) for use in (*OFFICIAL, "separator", "mark", "body"))

    def read(self, lines: Sequence[HeadLine], kind_at: int | None) -> None:
        """Read an official head: the letterhead above the kind line, the title below it."""
        self.head.official = True
        names: list[tuple[Span, bool]] = []
        last = len(lines) if kind_at is None else kind_at
        end = 0
        occasion = False
        for index, line in enumerate(lines):
            # a table that holds the kind line, too, is read to its end
            if index == kind_at or (index > last and not (line.table and lines[last].table)):
                continue
            if index > last or (kind_at is None and not self._belongs(line, index)):
                if kind_at is None:
                    break
                continue
            occasion = kind_at is not None and self._tells_occasion(line, goes_on=occasion)
            if occasion or self._is_union(lines, index):
                self.head.zone(line, Zone.LETTERHEAD)
            else:
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
        whole = self.kinds.line(line.text) or self.rules.search("kind", line.text)
        match = whole or self.kinds.start(line.text) or PAPER.match(line.text)
        begin, finish = match.span("kind") if match else (0, len(line.text))
        self.head.kind = Span(line.span.start + begin, line.span.start + finish)
        self.head.zone(line, Zone.TITLE)
        after = kind_at + 1
        while after < len(lines) and lines[after].table and lines[kind_at].table and lines[after].block == line.block:
            after += 1
        rest = Span(self.head.kind.end, line.span.end)
        if PAPER.match(line.text) and OF_WHOM.match(rest.of(self.text)):
            rest = line.span
        told = whole is not None or self._kind_of_body(line.text)
        self._title(lines, after, () if told else (replace(line, span=rest, text=rest.of(self.text).strip()),))

    def _is_union(self, lines: Sequence[HeadLine], index: int) -> bool:
        """Whether the line is the Youth Union's name over the date, and no body whose place stands on the next line."""
        line = lines[index]
        if self.rules.search("union", line.text) is None:
            return False
        after = lines[index + 1].text if index + 1 < len(lines) else ""
        return not _RANK.match(after)

    def _tells_occasion(self, line: HeadLine, *, goes_on: bool) -> bool:
        """Whether a line above the kind line names the meeting at which a paper is read, or goes on to do so."""
        if self.rules.search("occasion", line.text):
            return True
        begins = any(m is not None and m.start() <= 2 for m in (self.rules.search(u, line.text) for u in OFFICIAL))
        return goes_on and not begins and self.rules.search("body", line.text) is None

    def _belongs(self, line: HeadLine, index: int) -> bool:
        """Whether a line still is letterhead where no kind line says where it ends."""
        if line.table:
            return True
        if line.line is not None and line.line.marker is not None and not line.line.marker.bullet:
            return False
        if len(line.text.split()) > 20 or self.rules.search("untyped", line.text):
            return False
        marks = (*OFFICIAL, "separator", "mark", "subject", "addressee")
        return any(self.rules.search(use, line.text) for use in marks) or (is_capitals(line.text) and index < 8)

    def _head_line(self, line: HeadLine, names: list[tuple[Span, bool]]) -> None:
        """Note what one line of the letterhead says; what is left of it names an organ."""
        self.head.zone(line, Zone.LETTERHEAD)
        text = line.text
        if self._goes_on_with_symbol(line):
            return
        if (
            self.rules.search("separator", text)
            or self.rules.search("mark", text)
            or self.rules.search("addressee", text)
        ):
            return
        if self.rules.search("subject", text):
            self.head.title = self.head.title or [self._without_lead(line)]
            return
        left = [(0, len(text))]
        for use in ("national", "motto", "party"):
            match = self.rules.search(use, text)
            if match is not None:
                left = _cut(left, match.span())
        match = self.rules.search("date", text)
        if match is not None and self.head.date is None:
            self.head.date = Span(line.span.start + match.start("date"), line.span.start + match.end("date"))
            begin = match.start()
            if "place" in match.groupdict() and match["place"]:
                begin = match.start("place") + _name_before_place(match["place"])
                self.head.place = Span(line.span.start + begin, line.span.start + match.end("place"))
            left = _cut(left, (begin, match.end()))
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

    def _goes_on_with_symbol(self, line: HeadLine) -> bool:
        """Take the rest of a symbol that was broken at a stroke (``Số 12/`` over ``BC-HND``) from ``line``."""
        symbol = self.head.symbol
        if symbol is None or self.text[symbol.end : line.span.start].strip(" \n-–—/"):
            return False
        said = symbol.of(self.text).rstrip() + self.text[symbol.end : line.span.start].strip()
        broken = said[-1:] in ("/", "-", "–", "—") or (said.isdigit() and line.text[:1] in "/-–")
        if not broken or _TAIL.fullmatch(line.text) is None:
            return False
        self.head.symbol = Span(symbol.start, line.span.end)
        return True

    def _name(self, line: HeadLine, begin: int, end: int, names: list[tuple[Span, bool]]) -> None:
        words = line.text[begin:end]
        core = words.strip(" *-–—_.,;:|/\t")
        if not _LETTER.search(core) or len(core.split()) > 22:
            return
        if self.rules.search("separator", core) or re.match(r"số\b", core, re.IGNORECASE):
            return
        goes_on = line.table and bool(names) and not is_capitals(names[-1][0].of(self.text))
        if not (is_capitals(core) or self.rules.search("body", core) or goes_on):
            return
        start = line.span.start + begin + words.index(core)
        names.append((Span(start, start + len(core)), line.bold))

    def _title(
        self, lines: Sequence[HeadLine], start: int, begun: Sequence[HeadLine] = (), *, subject_only: bool = False
    ) -> None:
        """Read the lines of the title from ``start`` on, up to where the text begins; it may have ``begun`` above."""
        title = list(begun)
        index = start
        while index < len(lines) and len(title) < _TITLE_LINES:
            line = lines[index]
            if self._says_nothing(line):
                self.head.zone(line, Zone.TITLE)
                index += 1
                continue
            if subject_only or self._opens_text(line, title):
                break
            self.head.zone(line, Zone.TITLE)
            if not line.text.startswith("(") or not title:
                title.append(line)
            index += 1
        found = [self._without_lead(line) for line in title if not line.text.startswith("(")]
        self.head.title = found or self.head.title
        self.head.end = lines[index].block if index < len(lines) else (lines[-1].block + 1 if lines else 0)

    def _without_lead(self, line: HeadLine) -> Span:
        """Return the words of a title line without the ``V/v`` of a letter's subject."""
        match = _SUBJECT.match(line.text)
        return Span(line.span.start + (match.end() if match else 0), line.span.end)

    def _names_issuer(self, text: str) -> bool:
        """Whether a line under the title names who decides (``CHỦ TỊCH ỦY BAN NHÂN DÂN``), as decisions have it."""
        words = " ".join(text.upper().split()).strip(" :,")
        issuer = " ".join(span.of(self.text) for span in self.head.issuer).upper()
        return words == issuer or self.rules.search("signer", text) is not None

    def _goes_on_kind(self, line: HeadLine) -> bool:
        """Whether a line is the few words that stand after the kind on its line (``BÁO CÁO KIỂM ĐIỂM TẬP THỂ``)."""
        kind = self.head.kind
        beside = kind is not None and "\n" not in self.text[kind.start : line.span.end]
        return beside and len(line.text.split()) <= _REST_OF_KIND

    def _says_nothing(self, line: HeadLine) -> bool:
        return any(self.rules.search(use, line.text) for use in ("separator", "mark"))

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
            return sentence and not line.text.rstrip().endswith(";") and words > 14 and not shown
        before = title[-1]
        if self._goes_on_kind(before) and not sentence:
            return False
        if is_capitals(line.text) and self._names_issuer(line.text):
            return True
        if not _LETTER.search(line.text):
            return not is_open(before.text)
        if self.rules.search("title-period", line.text):
            return False
        if is_capitals(before.text) and not is_capitals(line.text) and not opens_small(line.text):
            return not (shown and before.bold == line.bold and not sentence)
        if before.bold != line.bold:
            return True
        if not is_capitals(before.text) and is_capitals(line.text) and not before.bold:
            return True
        if sentence or words > 30:
            return True
        return not (shown or opens_small(line.text) or is_open(before.text))


def _name_before_place(text: str) -> int:
    """Return where the place begins in ``BAN DÂN VẬN Hòa An``: a body's name that stands on one line with the date."""
    words = list(re.finditer(r"\S+", text))
    names = next((at for at, word in enumerate(words) if not (word[0].isupper() and len(word[0]) > 1)), 0)
    return words[names].start() if names >= _FEWEST_NAME_WORDS else 0


def _cut(pieces: list[tuple[int, int]], out: tuple[int, int]) -> list[tuple[int, int]]:
    """Return ``pieces`` without the stretch ``out``."""
    left = []
    for begin, end in pieces:
        if out[1] <= begin or out[0] >= end:
            left.append((begin, end))
            continue
        left += [(b, e) for b, e in ((begin, out[0]), (out[1], end)) if e > b]
    return left
