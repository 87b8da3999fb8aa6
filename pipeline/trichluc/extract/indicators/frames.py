"""Where a number stands in its sentence: the part, segment and brackets that it belongs to.

A sentence falls into *parts* at ``;`` and ``:``, a part into *segments* at commas; brackets are a little sentence of
their own. A number is measured by the words of its segment before and after it, up to the next number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from trichluc.text.measure import Measure

_BRACKETS = re.compile(r" ?\([^()]*\)?")
_MARK = re.compile(r"[;:,()\[\]…|]|\.{3}")


class Frame(NamedTuple):
    """The words around one number; all offsets are into the sentence's text.

    Attributes:
        start, end: of the number with its unit.
        opening: the bracket that it stands in, null where it stands in none.
        part_start: beginning of its part (inside the bracket, where it stands in one).
        segment_start, segment_end: its segment, cut off at the numbers before and after it.
        part_end: end of its part.
        lead: the part before it ends in a colon.
    """

    start: int
    end: int
    opening: int | None
    part_start: int
    segment_start: int
    segment_end: int
    part_end: int
    lead: bool = False


class Number(NamedTuple):
    """A number of a sentence that is an indicator; offsets of measure and frame are into the sentence's text.

    Attributes:
        measure, frame: the number and where it stands.
        flags: remarks on its unit.
        like: the place of the number in the sentence that it says again for another time, null for none.
        listed: it is an item of a list that breaks up the number before, and has its unit from there.
    """

    measure: Measure
    frame: Frame
    flags: tuple[str, ...] = ()
    like: int | None = None
    listed: bool = False


@dataclass(slots=True)
class _Level:
    """What is open at one depth of brackets."""

    opening: int | None
    part_start: int
    segment_start: int
    lead: bool = False
    segment_open: list[int] = field(default_factory=list)  # numbers whose segment has not ended
    part_open: list[int] = field(default_factory=list)


def frames_of(text: str, measures: Sequence[Measure]) -> list[Frame]:
    """Return the frame of each measure of the sentence ``text``; measures are in order and do not overlap."""
    reader = _Framer(len(text))
    at = 0
    for measure in measures:
        reader.marks(text, at, measure.start)
        reader.measure(measure)
        at = measure.end
    reader.marks(text, at, len(text))
    return reader.finish()


class _Framer:
    """Goes over the marks and numbers of a sentence once, from left to right."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.begun: list[tuple[int, int, int | None, int, int, bool]] = []  # of each number what stands before it
        self.segment_ends: list[int] = []
        self.part_ends: list[int] = []
        self.levels = [_Level(None, 0, 0)]

    def marks(self, text: str, start: int, end: int) -> None:
        """Take in the marks of ``text[start:end]``."""
        for match in _MARK.finditer(text, start, end):
            at, mark = match.start(), match[0]
            level = self.levels[-1]
            if mark in "([":
                self.levels.append(_Level(at, at + 1, at + 1))
            elif mark in ")]":
                if len(self.levels) > 1:
                    self._end_part(self.levels.pop(), at)
            elif mark == ",":
                self._end_segment(level, at)
                level.segment_start = match.end()
            else:
                self._end_part(level, at)
                level.part_start = level.segment_start = match.end()
                level.lead = mark == ":"

    def measure(self, measure: Measure) -> None:
        """Take in a number."""
        level = self.levels[-1]
        self._end_segment(level, measure.start)
        index = len(self.begun)
        self.begun.append(
            (measure.start, measure.end, level.opening, level.part_start, level.segment_start, level.lead)
        )
        self.segment_ends.append(self.length)
        self.part_ends.append(self.length)
        level.segment_open.append(index)
        level.part_open.append(index)
        level.segment_start = measure.end

    def finish(self) -> list[Frame]:
        """Close what is open and return the frames."""
        for level in self.levels:
            self._end_part(level, self.length)
        return [
            Frame(start, end, opening, part, segment, segment_end, part_end, lead)
            for (start, end, opening, part, segment, lead), segment_end, part_end in zip(
                self.begun, self.segment_ends, self.part_ends, strict=True
            )
        ]

    def _end_segment(self, level: _Level, at: int) -> None:
        for index in level.segment_open:
            self.segment_ends[index] = at
        level.segment_open.clear()

    def _end_part(self, level: _Level, at: int) -> None:
        self._end_segment(level, at)
        for index in level.part_open:
            self.part_ends[index] = at
        level.part_open.clear()


def without_brackets(text: str) -> str:
    """Return ``text`` without what stands in brackets."""
    return _BRACKETS.sub(" ", text) if "(" in text else text
