"""The lines of the head of a report, and what is noted about it while they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from trichluc.layout.kinds import Kinds
from trichluc.layout.lines import Line
from trichluc.layout.model import Zone
from trichluc.layout.names import Names
from trichluc.layout.rules import LayoutRules
from trichluc.source import Source, Span

# a paper read at a meeting, which the table of kinds has under reports; whose it is belongs to its title
PAPER = re.compile(r"\W*(?P<kind>(?:bài\s+)?tham luận)(?!\w)", re.IGNORECASE)
OF_WHOM = re.compile(r"\s*(?:của|tại)\s", re.IGNORECASE)


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
        site: the name of the paper or portal above the title.
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
    site: list[Span] = field(default_factory=list)

    def zone(self, line: HeadLine, zone: Zone) -> None:
        """Note in which zone ``line`` stands."""
        self.zones.append((line.span, zone, line.block))


@dataclass(frozen=True, slots=True)
class HeadTools:
    """What is needed to read a head.

    Attributes:
        source: the document.
        rules: the rules of layout.
        kinds: the kinds of documents.
        names: tells the names of persons.
    """

    source: Source
    rules: LayoutRules
    kinds: Kinds
    names: Names


def opens_small(text: str) -> bool:
    """Whether ``text`` begins with a small letter, as the second half of a broken title does."""
    letter = re.search(r"[^\W\d_]", text)
    return letter is not None and letter[0].islower() and letter.start() <= 1


def is_open(text: str) -> bool:
    """Whether a title cannot end with the last word of ``text``."""
    return (
        re.search(
            r"(?:[,\-–&“]|(?<!\w)(?:và|của|các|cho|về|trong|với|tại|năm|thứ|theo|trên|do|đoạn|khóa|kỳ|học|tháng|quý|số|lần|ngày|từ|đến))\s*$",
            text,
            re.IGNORECASE,
        )
        is not None
    )
