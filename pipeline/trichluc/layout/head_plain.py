"""The head of a text without letterhead: its title, and of an article its date line and by-line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichluc.layout.head_lines import OF_WHOM, PAPER, Head, HeadLine, HeadTools, is_open, opens_small
from trichluc.layout.model import Zone
from trichluc.layout.press import authors, read_press_line
from trichluc.layout.shapes import is_capitals
from trichluc.source import Span

_PAPER_WORDS = 14
_PRESS_WORDS = 14
_RUBRIC_WORDS = 5
# the issue after a paper's name: "Tạp chí … - 10/2022", "Báo … số 45, ngày 3/2/2019"
_ISSUE = re.compile(
    r"\s*[-–—,(|]?\s*(?:số(?:\s*[\d/().]+)?[,;]?\s*)?(?:(?:ra )?(?:ngày|tháng)\s*)?"
    r"(?P<date>(?:\d{1,2}\s*[/.-]\s*)?\d{1,2}\s*[/.-]\s*(?:19|20)\d\d)\W*$|\s*[-–—,(|]\s*số\s*[\d/]+\W*$",
    re.IGNORECASE,
)


class PlainHead:
    """Goes through the first lines of a text and notes what each is."""

    def __init__(self, tools: HeadTools, head: Head) -> None:
        self.text = tools.source.text
        self.rules = tools.rules
        self.kinds = tools.kinds
        self.names = tools.names
        self.head = head

    def read(self, lines: Sequence[HeadLine]) -> None:
        """Read the head of a text that has no letterhead: its title, then perhaps a date line and a by-line."""
        title: list[HeadLine] = []
        index = 0
        heading = next(
            (i for i, c in enumerate(lines[:8]) if c.line is not None and c.line.heading and c.line.marker is None),
            None,
        )
        if heading is not None:
            for line in lines[:heading]:
                self.head.zone(line, Zone.FURNITURE)
            index = heading
        while index < len(lines) and (self._note_press(lines[index]) or self._says_nothing(lines[index])):
            index += 1
        if self._note_paper(lines, index):
            index += 1
            while index < len(lines) and any(
                note(lines[index]) for note in (self._note_press, self._note_issue, self._says_nothing)
            ):
                index += 1
        while self._is_rubric(lines, index):
            self.head.zone(lines[index], Zone.FURNITURE)
            index += 1
        begin = index
        while index < len(lines) and self._goes_on(lines[index], title):
            if not self._is_aside(lines[index]):
                title.append(lines[index])
            index += 1
        self._plain_title(title)
        # a text that would be nothing but a title is its own body: a sentence or two that somebody hands in
        if index == len(lines) and self._nothing_follows(lines):
            if title and title[-1].text.rstrip()[-1:] in ".;:!?":
                self.head.title = []
            return
        for line in lines[begin:index]:
            self.head.zone(line, Zone.TITLE)
        while index < len(lines) and (self._note_press(lines[index]) or self._note_author(lines[index])):
            index += 1
        self.head.end = lines[index].block if index < len(lines) else (lines[-1].block + 1 if lines else 0)

    def _nothing_follows(self, lines: Sequence[HeadLine]) -> bool:
        """Whether the text ends with ``lines``."""
        end = max((line.span.end for line in lines), default=0)
        return not self.text[end:].strip()

    def _is_aside(self, line: HeadLine) -> bool:
        """Whether a line of the title is none of its words: the number of an annex, or what the annex belongs to."""
        return self.rules.search("appendix", line.text) is not None or line.text.startswith("(")

    def _says_nothing(self, line: HeadLine) -> bool:
        if self.rules.search("separator", line.text) is None:
            return False
        self.head.zone(line, Zone.FURNITURE)
        return True

    def _goes_on(self, line: HeadLine, title: Sequence[HeadLine]) -> bool:
        words = len(line.text.split())
        marker = line.line.marker if line.line is not None else None
        if self._is_aside(line):
            return words <= 40
        if line.table or (marker is not None and not marker.bullet):
            return False
        if not title:
            kind = self.kinds.start(line.text)
            if kind is not None and words <= 80 and self._names_kind(kind["kind"], line.text[kind.end() :]):
                return True
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
        if opens_small(line.text) or is_open(before):
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
            match = PAPER.match(words)
        spans = [line.span for line in title[1:]]
        if match is not None and self._names_kind(match["kind"], words[match.end() :]):
            self.head.kind = Span(begin + match.start("kind"), begin + match.end("kind"))
            begin += 0 if PAPER.match(words) and OF_WHOM.match(words, match.end()) else match.end()
            while begin < first.span.end and self.text[begin] in " :.-–—":
                begin += 1
        self.head.title = ([Span(begin, first.span.end)] if begin < first.span.end else []) + spans

    def _names_kind(self, word: str, rest: str) -> bool:
        """Whether the word that a title begins with names the document itself: it goes on as titles of that kind do."""
        if word.lower().split()[-1] in ("cáo", "luận"):
            return not re.match(r"\s+(?:viên|chí|giới|điện|đài|động|đáp|hiếu|thức|mạng)\b", rest, re.IGNORECASE)
        return self.rules.search("title-goes-on", rest) is not None

    def _note_paper(self, lines: Sequence[HeadLine], at: int) -> bool:
        """Note the paper or portal that line ``at`` names, with the date of its issue; the title stands below it."""
        below = next((line for line in lines[at + 1 :] if not self._is_press(line)), None)
        if below is None or lines[at].table or len(lines[at].text.split()) > _PAPER_WORDS:
            return False
        line = lines[at]
        issue = _ISSUE.search(line.text)
        match = self.rules.search("paper", line.text[: issue.start()] if issue else line.text)
        if match is None or not self._goes_on(below, ()):
            return False
        self.head.site.append(Span(line.span.start + match.start("name"), line.span.start + match.end("name")))
        if issue is not None and issue["date"] and self.head.dateline is None:
            self.head.dateline = Span(line.span.start + issue.start("date"), line.span.start + issue.end("date"))
        self.head.zone(line, Zone.LETTERHEAD)
        return True

    def _note_issue(self, line: HeadLine) -> bool:
        """Note the issue of a journal, which stands alone under its name: ``Số tháng 11/2024``."""
        issue = _ISSUE.fullmatch(line.text)
        if issue is None:
            return False
        if issue["date"] and self.head.dateline is None:
            self.head.dateline = Span(line.span.start + issue.start("date"), line.span.start + issue.end("date"))
        self.head.zone(line, Zone.LETTERHEAD)
        return True

    def _is_rubric(self, lines: Sequence[HeadLine], at: int) -> bool:
        """Whether line ``at`` only says under what a portal files the article: a longer line and its date follow."""
        if len(lines) < at + 3 or lines[at].table or self.kinds.start(lines[at].text) is not None:
            return False
        words, below = len(lines[at].text.split()), lines[at + 1]
        follows = self._is_press(lines[at + 2]) and not self._is_press(below)
        return words < _RUBRIC_WORDS and lines[at].text[-1:].isalpha() and len(below.text.split()) > words and follows

    def _note_author(self, line: HeadLine) -> bool:
        """Note the author, whose name alone stands under the title."""
        if self.head.byline is not None or line.table:
            return False
        if self.names.person(line.text) is None and not authors(line.text, self.names):
            return False
        self.head.byline = line.span
        self.head.zone(line, Zone.SIGNATURE)
        return True

    def _is_press(self, line: HeadLine) -> bool:
        """Whether ``line`` is a date line or a by-line."""
        return any(self.rules.search(use, line.text) for use in ("dateline", "byline", "separator")) or (
            read_press_line(line.text, self.rules, self.names) is not None
        )

    def _note_press(self, line: HeadLine) -> bool:
        """Note a date line or by-line; return whether ``line`` is one."""
        begin = line.span.start
        match = self.rules.search("dateline", line.text) if len(line.text.split()) <= _PRESS_WORDS else None
        told = None if match is not None else read_press_line(line.text, self.rules, self.names)
        date = match.span("date") if match is not None else told.date if told is not None else None
        if date is not None:
            # what stands under the title is the article's own, what stands above it may be the day of the visit
            if self.head.dateline is None or self.head.title:
                self.head.dateline = Span(begin + date[0], begin + date[1])
            if told is not None and told.name is not None:
                self.head.byline = Span(begin + told.name[0], begin + told.name[1])
            self.head.zone(line, Zone.LETTERHEAD)
            return True
        match = self.rules.search("byline", line.text) if len(line.text.split()) <= _PRESS_WORDS else None
        if match is None:
            return False
        self.head.byline = Span(begin + match.start("name"), begin + match.end("name"))
        self.head.zone(line, Zone.SIGNATURE)
        return True
