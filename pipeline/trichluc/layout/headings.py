"""Which lines are headings: by number, print, words and company."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from trichluc.layout.lines import Line
from trichluc.layout.markers import Marker, Style
from trichluc.layout.rules import LayoutRules
from trichluc.layout.shapes import clean_title, is_capitals
from trichluc.source import Span

# Unnumbered headings rank below all numbers: they hang on what stands above them, see trichluc.layout.outline.
CAPITALS = (2, 1)
STYLED = (17, 0)
BOLD = (20, 0)
CUE = (21, 0)

_OUTER = frozenset({Style.PART, Style.UPPER, Style.ROMAN})
_TITLE_WORDS = 25  # a title that its number alone shows; longer ones need print or company
_SHOWN_WORDS = 45  # a title in capitals or bold
_CUE_WORDS = 15
_RUN_IN_WORDS = 14
_BULLET_TITLE = 10
_STOPPED_WORDS = 5
_LEAD_WORDS = 3
_REST_WORDS = 8
_FEWEST_LISTED = 3
_FEWEST_KNOWN = 2  # headings known by their words beside which other such lines are headings too
_LEAST = 2  # words of a title that nothing else shows
_LONG_TITLE_WORDS = 40
_FULL_TEXT_WORDS = 15
_RUN_IN = re.compile(r"(?P<title>[^:]{2,120}?)\s*:\s+(?=\S)")
_STOPPED = re.compile(r"(?P<title>[^.:;]{2,120}?)\s*\.\s+(?=\S)")


class Role(IntEnum):
    """What a line is in the outline."""

    TEXT = 0
    ITEM = 1
    HEADING = 2
    RUN_IN = 3  # a heading and text in one paragraph


@dataclass(frozen=True, slots=True)
class Reading:
    """How a line is read.

    Attributes:
        line: the line.
        role: what it is.
        key: headings with the same key form one row; numbered ones have their marker's key.
        title: the words of the heading, for a heading or run-in.
        rest: the text after a run-in heading.
        strong: print or an outer number shows the heading, company need not confirm it.
        goes_on: the title goes on with that of the line above: one title, set on two lines.
    """

    line: Line
    role: Role
    key: tuple[int, int] | None = None
    title: Span | None = None
    rest: Span | None = None
    strong: bool = False
    goes_on: bool = False


def read_headings(lines: Sequence[Line], rules: LayoutRules) -> list[Reading]:
    """Return how each of ``lines``, the body of a report in order, is read."""
    decider = _Decider(lines, rules)
    readings = [decider.read(index) for index in range(len(lines))]
    return _joined_titles(_bare_titles(_agree(readings)), rules)


class _Decider:
    def __init__(self, lines: Sequence[Line], rules: LayoutRules) -> None:
        self.lines = lines
        self.rules = rules

    def read(self, index: int) -> Reading:
        """Return how line ``index`` is read."""
        line = self.lines[index]
        if not len(line.body):
            return Reading(line, Role.TEXT)
        if line.marker is None:
            return self._unnumbered(line, index)
        if line.marker.bullet or line.marker.style is Style.ORDINAL:
            return self._bullet(line, line.marker, index)
        return self._numbered(line, line.marker, index)

    def _unnumbered(self, line: Line, index: int) -> Reading:
        closed = line.ends in ".;,"
        if line.words <= _TITLE_WORDS and self._is_official(line):
            return Reading(line, Role.TEXT)
        if (
            is_capitals(line.text)
            and line.words <= _SHOWN_WORDS
            and (line.words > 1 or len(line.text) > 5)
            and not _is_table_like(line)
        ):
            return _heading(line, CAPITALS, strong=True)
        if line.heading and line.words <= _SHOWN_WORDS and not (closed and line.words > 12):
            return _heading(line, (STYLED[0], line.level or 0), strong=True)
        if line.bold and line.words <= 30 and not (closed and line.words > 12) and not self._announces(line):
            return _heading(line, BOLD, strong=True)
        if line.words <= _CUE_WORDS and self._is_cue(line, index):
            return _heading(line, CUE)
        return self._run_in(line, CUE if line.bold_end == line.body.start else BOLD) or Reading(line, Role.TEXT)

    def _is_official(self, line: Line) -> bool:
        """Whether a line is of a letterhead: an annex may have its own, and a manual shows how one is written."""
        return any(self.rules.search(use, line.text) for use in ("national", "motto", "party")) or any(
            match is not None and match.start() <= 2 and match.end() >= len(line.text.rstrip()) - 2
            for match in (self.rules.search("symbol", line.text), self.rules.search("date", line.text))
        )

    def _is_cue(self, line: Line, index: int) -> bool:
        title = clean_title(line.text)
        if line.ends in ";,":
            return False
        if self.rules.is_heading(title):
            return line.ends != "." or line.words <= 8
        if not re.match(r"(?:về|đối với)\s", title, re.IGNORECASE) or any(
            r.regex.search(title) for r in self.rules.no_headings
        ):
            return False
        return self._followed(index) and (line.ends == ":" or (line.words <= 12 and "," not in title))

    def _followed(self, index: int) -> bool:
        """Whether text follows that a heading could stand over."""
        return index + 1 < len(self.lines) and self.lines[index + 1].words > 4

    def _announces(self, line: Line) -> bool:
        """Whether a line in bold only leads over to the next (``Kết quả:``, ``Trong đó``), and is no heading."""
        title = clean_title(line.text)
        if line.words > _LEAD_WORDS and line.ends != ":":
            return False
        return any(rule.regex.search(title) for rule in self.rules.no_headings)

    def _run_in(self, line: Line, key: tuple[int, int]) -> Reading | None:
        """Return the reading of a paragraph that begins with its heading, null where it does not."""
        match = _RUN_IN.match(line.text)
        bold = line.bold_end - line.body.start
        if match is None:
            stopped = _STOPPED.match(line.text)
            if stopped is not None and (2 < bold < len(line.text) * 0.7 or self._is_short_cue(stopped["title"])):
                match = stopped
        if match is None:
            return None
        title = match["title"]
        if len(title.split()) > _RUN_IN_WORDS or any(
            rule.regex.search(clean_title(title)) for rule in self.rules.no_headings
        ):
            return None
        printed = not line.bold and abs(bold - match.end("title")) <= 2
        if not printed and not self.rules.is_heading(clean_title(title)):
            return None
        start = line.body.start
        return Reading(
            line,
            Role.RUN_IN,
            key,
            Span(start, start + match.end("title")),
            Span(start + match.end(), line.body.end),
            printed,
        )

    def _is_short_cue(self, title: str) -> bool:
        """Whether a title that only a full stop parts from its text is a known one (``a) Ưu điểm. Chi bộ đã …``)."""
        return len(title.split()) <= _STOPPED_WORDS and self.rules.is_heading(clean_title(title))

    def _bold_run_in(self, line: Line, key: tuple[int, int]) -> Reading | None:
        """Return the reading of a numbered bold title with its text right after it (joined lines)."""
        bold = line.bold_end - line.body.start
        title, rest = line.text[:bold].rstrip(), line.text[bold:].lstrip(" .:")
        if line.bold or not 3 <= len(title.split()) <= _TITLE_WORDS or len(rest.split()) < _REST_WORDS:
            return None
        if not rest[0].isupper() or title[-1] in ",;":
            return None
        start = line.body.start
        return Reading(
            line,
            Role.RUN_IN,
            key,
            Span(start, start + len(title)),
            Span(line.body.end - len(rest), line.body.end),
            True,
        )

    def _bullet(self, line: Line, marker: Marker, index: int) -> Reading:
        title = clean_title(line.text)
        open_end = line.ends not in ".;,"
        content = self._content(index, marker)
        if not self._announces(line) and content and open_end:
            if line.words <= _CUE_WORDS and (
                self.rules.is_heading(title) or (line.ends == ":" and line.words <= _BULLET_TITLE)
            ):
                return _heading(line, marker.key)
            if line.bold and line.words <= _TITLE_WORDS:
                return _heading(line, marker.key)
        return self._run_in(line, marker.key) or Reading(line, Role.ITEM, marker.key)

    def _numbered(self, line: Line, marker: Marker, index: int) -> Reading:
        outer = marker.style in _OUTER
        if is_capitals(line.text) and line.words <= 60:
            return _heading(line, marker.key, strong=True)
        run_in = self._run_in(line, marker.key) or self._bold_run_in(line, marker.key)
        if run_in is not None:
            return replace(run_in, strong=run_in.strong or outer)
        if line.ends == ";" or (line.ends == "," and not outer):
            return Reading(line, Role.ITEM, marker.key)
        if outer and self._listed(index, marker) >= _FEWEST_LISTED:
            # ``A. … B. … C. …`` on lines one under the other are answers to choose from, or parts that are only listed
            return Reading(line, Role.ITEM, marker.key)
        shown = outer or line.heading or line.bold
        if shown and line.words <= _SHOWN_WORDS and not (line.ends == "." and line.words > _TITLE_WORDS):
            return _heading(line, marker.key, strong=True)
        if self._listed(index, marker) > _FEWEST_LISTED:
            return Reading(line, Role.ITEM, marker.key)
        content = self._content(index, marker)
        if line.words <= _TITLE_WORDS and line.ends != "." and content:
            known = line.words <= _REST_WORDS and self.rules.is_heading(clean_title(line.text))
            return _heading(line, marker.key, strong=known)
        if line.words <= _LONG_TITLE_WORDS and line.ends not in ".;," and self._over_text(index):
            return _heading(line, marker.key)
        if line.words <= 15 and line.ends == "." and content and not self.lines[index + 1].marker:
            return _heading(line, marker.key)
        return Reading(line, Role.ITEM, marker.key)

    def _content(self, index: int, marker: Marker) -> bool:
        """Whether something stands under line ``index``: text, or a marker of another, deeper row."""
        if index + 1 >= len(self.lines):
            return False
        below = self.lines[index + 1]
        if below.marker is None:
            return not (is_capitals(below.text) and below.words <= _SHOWN_WORDS)
        if below.marker.key == marker.key:
            return marker.bullet and self.lines[index].ends == ":" and not self._is_sibling_title(index, below)
        if marker.bullet and below.marker.bullet:
            return True
        return below.marker.key > marker.key or (not marker.bullet and below.marker.value == 1)

    def _over_text(self, index: int) -> bool:
        """Whether a full sentence without any number stands under line ``index``."""
        if index + 1 >= len(self.lines):
            return False
        below = self.lines[index + 1]
        return below.marker is None and below.words >= _FULL_TEXT_WORDS and below.ends in ".;:…"

    def _listed(self, index: int, marker: Marker) -> int:
        """Return how many lines of the row of ``marker`` stand right under one another, line ``index`` among them."""
        count = 1
        for step in (-1, 1):
            at, value = index + step, marker.value or 0
            while 0 <= at < len(self.lines) and (other := self.lines[at].marker) is not None:
                if other.key != marker.key or (other.value or 0) - value != step:
                    break
                count, at, value = count + 1, at + step, other.value or 0
        return count

    def _is_sibling_title(self, index: int, below: Line) -> bool:
        """Whether two bullets of one kind stand beside each other rather than one under the other."""
        return below.ends == ":" and below.words <= _BULLET_TITLE


def _bare_titles(readings: list[Reading]) -> list[Reading]:
    """Take short lines without a stop for headings, where others beside them are known as headings by their words.

    A report that was copied as plain text has lost the print of its headings: ``Nguyên nhân`` is known by its words,
    ``Xác định việc ưu tiên`` is a heading because it stands as that one does.
    """
    known = [index for index, reading in enumerate(readings) if _stands_alone(readings, index) and reading.key == CUE]
    if len({readings[index].line.text.lower() for index in known}) < _FEWEST_KNOWN:
        return readings
    result = list(readings)
    for index in range(known[0] + 1, len(readings) - 1):
        if readings[index].role is Role.TEXT and _stands_alone(readings, index):
            result[index] = _heading(readings[index].line, CUE)
    return result


def _stands_alone(readings: Sequence[Reading], index: int) -> bool:
    """Whether a line without number looks like a title: short, without a stop, between finished text and its own."""
    line = readings[index].line
    if line.marker is not None or readings[index].role is Role.RUN_IN or not _LEAST <= line.words <= _CUE_WORDS:
        return False
    if line.ends in ".;,:?!…”/" or not line.text[:1].isupper() or _is_table_like(line) or index + 1 >= len(readings):
        return False
    above, below = readings[index - 1] if index else None, readings[index + 1].line
    finished = above is None or above.role is Role.HEADING or above.line.ends in ".;!?…”"
    return finished and below.words >= _FULL_TEXT_WORDS // 2 and below.ends in ".;:…"


def _heading(line: Line, key: tuple[int, int], *, strong: bool = False) -> Reading:
    return Reading(line, Role.HEADING, key, line.body, None, strong)


def _is_table_like(line: Line) -> bool:
    return line.text.count("|") > 1


def _joined_titles(readings: list[Reading], rules: LayoutRules) -> list[Reading]:
    """Mark the second line of a title in capitals or bold without any number that was set on two lines."""
    result = list(readings)
    for index, (above, reading) in enumerate(pairwise(readings), start=1):
        if reading.role is not Role.HEADING or above.role is not Role.HEADING or reading.key != above.key:
            continue
        one, other = above.line, reading.line
        if reading.key not in (CAPITALS, BOLD) or one.marker or other.marker or other.block != one.block + 1:
            continue
        known = any(rules.is_heading(clean_title(line.text)) for line in (one, other))
        if not known and one.ends not in ".:;?!" and one.words + other.words <= _SHOWN_WORDS and one.words > 2:
            result[index] = replace(reading, goes_on=True)
    return result


def _is_bare(readings: Sequence[Reading], index: int) -> bool:
    """Whether an item is a short name right above or below another of its row."""
    line = readings[index].line
    if line.words > _TITLE_WORDS or line.ends in ".;," or line.marker is None:
        return False
    around = [reading.line.marker for reading in readings[max(index - 1, 0) : index + 2]]
    return sum(marker is not None and marker.key == line.marker.key for marker in around) > 1


def _agree(readings: list[Reading]) -> list[Reading]:
    """Let the lines of one row of numbers agree: a lone heading among items is an item, and the other way."""
    rows: dict[tuple[int, int], list[int]] = {}
    result = list(readings)

    def settle(key: tuple[int, int]) -> None:
        row = rows.pop(key, [])
        headings = [i for i in row if result[i].role is Role.HEADING]
        weak = [i for i in headings if not result[i].strong]
        items = [i for i in row if result[i].role is Role.ITEM]
        if not items or not headings:
            return
        # names that are only listed (``2. Khu A``, ``3. Khu B``) say nothing about the titles of sections
        bare = {i for i in items if _is_bare(result, i)}
        if len(items) - len(bare) > len(weak) and len(weak) == len(headings):
            for i in weak:
                result[i] = Reading(result[i].line, Role.ITEM, key)
        else:
            for i in (i for i in items if i not in bare):
                line = result[i].line
                if line.words <= _TITLE_WORDS and line.ends not in ".;,":
                    result[i] = _heading(line, key)

    for index, reading in enumerate(readings):
        marker = reading.line.marker
        if marker is None or marker.bullet or marker.style is Style.ORDINAL:
            if reading.role is Role.HEADING and reading.key == CAPITALS:
                for key in list(rows):
                    settle(key)
            continue
        for key in [k for k in rows if k > marker.key or (k == marker.key and marker.value == 1)]:
            settle(key)
        rows.setdefault(marker.key, []).append(index)
    for key in list(rows):
        settle(key)
    return result
