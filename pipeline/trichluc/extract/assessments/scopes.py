"""Which heading governs a passage, and what it opens there."""

from __future__ import annotations

from dataclasses import dataclass

from trichluc.extract.assessments.headings import Heading, HeadingReader
from trichluc.extract.assessments.rules import Opens
from trichluc.layout.model import Report, Zone
from trichluc.records import Category

_WHOLE = frozenset({Opens.EVALUATION})  # judges the whole work: strengths and limitations alike


@dataclass(frozen=True, slots=True)
class Scope:
    """What stands under a path of headings.

    Attributes:
        categories: the categories that items may have, the one they have by default first; empty for any.
        default: the category of an item whose own words say nothing; null where it is then no record.
        rule: id of the rule of the governing heading, empty where none governs.
        silent: nothing stands there, whatever the words.
    """

    categories: tuple[Category, ...] = ()
    default: Category | None = None
    rule: str = ""
    silent: bool = False

    @property
    def single(self) -> bool:
        """Every item is of one category."""
        return len(self.categories) == 1 and self.default is not None


OPEN = Scope()


class Scopes:
    """Reads the headings of one report.

    Args:
        report: the report.
        reader: reads one heading.
    """

    def __init__(self, report: Report, reader: HeadingReader) -> None:
        self._reader = reader
        self._opened: set[Opens] = set()
        self._kept: dict[tuple[str, ...], Scope] = {}
        self.covered = self._cover(report)

    def read(self, section: tuple[str, ...]) -> Scope:
        """Return the scope of the path ``section``; paths are to be asked for in the order of the report."""
        if section not in self._kept:
            self._kept[section] = self._scope(section)
        return self._kept[section]

    def heading(self, title: str) -> Heading | None:
        """Return what the heading ``title`` opens at this place of the report."""
        heading = self._reader.read(title)
        if heading is None or (heading.after is not None and heading.after not in self._opened):
            return None
        return heading

    def _scope(self, section: tuple[str, ...]) -> Scope:
        scope = OPEN
        for title in section:
            heading = self.heading(title)
            if heading is not None:
                self._opened.update(heading.opens)
                scope = narrowed(scope, heading)
        return scope

    def _cover(self, report: Report) -> frozenset[Category]:
        """Return the categories that have a heading of their own somewhere, so that they need no cue elsewhere."""
        found: set[Category] = set()
        for passage in report.passages:
            if passage.zone is Zone.BODY and not passage.heading:
                found.update(self.read(passage.section).categories)
        return frozenset(found)


def narrowed(scope: Scope, heading: Heading) -> Scope:
    """Return the scope under ``heading`` inside ``scope``."""
    first = heading.opens[0]
    own = tuple(o.category for o in heading.opens if o.category is not None)
    if first is Opens.SITUATION:
        return Scope(silent=True, rule=heading.rule)
    if scope.silent and first in (Opens.ADVANTAGES, Opens.LIMITATION):  # Đặc điểm tình hình: Thuận lợi, Khó khăn
        return Scope((Category.LIMITATION if first is Opens.LIMITATION else Category.STRENGTH,), None, heading.rule)
    if first is Opens.ADVANTAGES:
        return Scope((Category.STRENGTH, *own), None, heading.rule)
    if first in _WHOLE:
        return scope if scope.single else Scope(_all_judging(own), Category.STRENGTH, heading.rule)
    if first in (Opens.RESULTS, Opens.CONCLUSION):
        if scope.single or (first is Opens.RESULTS and scope.default is not None):
            return Scope((scope.default, *own), scope.default, heading.rule) if scope.default and own else scope
        return Scope(own, None, heading.rule)
    return Scope(own, own[0], heading.rule)


def _all_judging(own: tuple[Category, ...]) -> tuple[Category, ...]:
    whole = (Category.STRENGTH, Category.LIMITATION, Category.CAUSE, Category.LESSON, Category.REMEDY)
    return (*whole, *(category for category in own if category not in whole))
