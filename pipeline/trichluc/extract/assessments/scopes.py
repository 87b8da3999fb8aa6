"""Which heading governs a passage, and what it opens there."""

from __future__ import annotations

from dataclasses import dataclass

from trichluc.extract.assessments.cues import Judgement, decisive
from trichluc.extract.assessments.headings import Heading, HeadingReader
from trichluc.extract.assessments.rules import Opens
from trichluc.layout.model import Report, Zone
from trichluc.records import Basis, Category
from trichluc.text.sentences import sentences

_HALF = 0.6  # weight at which an item's own words choose between the categories of its heading
_SUBJECT = 0.5  # weight of more than a subject that is often judged ("Công tác …", "Xã …")
_A_LINE_EACH = 0.8  # share of paragraphs with one sentence from which lines are taken for sentences of one text
_MANY = 20  # paragraphs
_WHOLE = frozenset({Opens.EVALUATION})  # judges the whole work: strengths and limitations alike


@dataclass(frozen=True, slots=True)
class Scope:
    """What stands under a path of headings.

    Attributes:
        categories: the categories that items may have, the one they have by default first; empty for any.
        default: the category of an item whose own words say nothing; null where it is then no record.
        rule: id of the rule of the governing heading, empty where none governs.
        silent: nothing stands there, whatever the words.
        results: results are told there, so that "nhiệm vụ" means what was done.
        loose: the heading only says that the work is judged; a paragraph that no bullet marks must judge in its words.
    """

    categories: tuple[Category, ...] = ()
    default: Category | None = None
    rule: str = ""
    silent: bool = False
    results: bool = False
    loose: bool = False

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

    Attributes:
        flowing: each sentence stands on a line of its own.
        covered: the categories that have a heading of their own somewhere.
    """

    def __init__(self, report: Report, reader: HeadingReader) -> None:
        self._reader = reader
        self.flowing = _is_flowing(report)
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
                scope = narrowed(scope, heading, flowing=self.flowing)
        return scope

    def _cover(self, report: Report) -> frozenset[Category]:
        """Return the categories that have a heading of their own somewhere, so that they need no cue elsewhere."""
        found: set[Category] = set()
        for passage in report.passages:
            if passage.zone is Zone.BODY and not passage.heading:
                found.update(self.read(passage.section).categories)
        return frozenset(found)


def narrowed(scope: Scope, heading: Heading, *, flowing: bool = False) -> Scope:
    """Return the scope under ``heading`` inside ``scope``; ``flowing`` tells that each sentence is a paragraph."""
    first = heading.opens[0]
    own = tuple(o.category for o in heading.opens if o.category is not None)
    if first is Opens.SITUATION:
        return Scope(silent=True, rule=heading.rule)
    if scope.silent and first in (Opens.ADVANTAGES, Opens.LIMITATION):  # Đặc điểm tình hình: Thuận lợi, Khó khăn
        return Scope((Category.LIMITATION if first is Opens.LIMITATION else Category.STRENGTH,), None, heading.rule)
    if first is Opens.ADVANTAGES:
        return Scope((Category.STRENGTH, *own), None, heading.rule)
    if first in _WHOLE:
        return scope if scope.single else Scope(_all_judging(own), Category.STRENGTH, heading.rule, loose=True)
    if first in (Opens.RESULTS, Opens.CONCLUSION):
        if scope.single or (first is Opens.RESULTS and scope.default is not None):
            return Scope((scope.default, *own), scope.default, heading.rule) if scope.default and own else scope
        judged = (Category.STRENGTH, *own) if own else ()  # alone, results and conclusions are read as prose
        return Scope(judged, None, heading.rule, results=first is Opens.RESULTS)
    if first is Opens.DIRECTION and scope.results and not heading.planned:
        return scope
    # what is good and what is lacking in one heading: a sentence on its own line may only describe
    both = Category.STRENGTH in own and Category.LIMITATION in own
    return Scope(own, own[0], heading.rule, loose=both and flowing)


def _all_judging(own: tuple[Category, ...]) -> tuple[Category, ...]:
    whole = (Category.STRENGTH, Category.LIMITATION, Category.CAUSE, Category.LESSON, Category.REMEDY)
    return (*whole, *(category for category in own if category not in whole))


def choose(scope: Scope, judged: list[Judgement], listed: bool) -> tuple[Category, str, Basis, float] | None:
    """Return category, rule, basis and confidence of an item under ``scope``, null where it is no record.

    Args:
        scope: what governs the item.
        judged: what the item's own words show.
        listed: a number or bullet marks the item.
    """
    fitting = [judgement for judgement in judged if judgement.category in scope.categories]
    if scope.default is None:
        own = decisive(fitting)
        return (own.category, own.rule, Basis.BOTH, 0.7) if own is not None else None
    if scope.loose and not listed and all(judgement.weight < _SUBJECT for judgement in fitting):
        return None
    shown = {judgement.category: judgement for judgement in fitting if judgement.weight >= _HALF}
    if scope.single:
        basis = Basis.BOTH if scope.default in shown else Basis.HEADING
        return scope.default, scope.rule, basis, 0.95 if basis is Basis.BOTH else 0.9
    return _of_several(scope, shown)


def _of_several(scope: Scope, shown: dict[Category, Judgement]) -> tuple[Category, str, Basis, float]:
    """Choose among the categories of a combined heading by an item's own words; of two, the one named first."""
    assert scope.default is not None  # asked only of a scope with a default
    for category in scope.categories:
        if category in shown and category is not scope.default:
            weaker = category in (Category.DIRECTION, Category.CAUSE) and shown[category].rank == 0
            if not (weaker and scope.default in shown):
                return category, shown[category].rule, Basis.BOTH, 0.8
    return scope.default, scope.rule, Basis.BOTH if scope.default in shown else Basis.HEADING, 0.8


def _is_flowing(report: Report) -> bool:
    """Tell whether each sentence stands on a line of its own, as in texts copied for study."""
    body = [p for p in report.passages if p.zone is Zone.BODY and not p.heading]
    if len(body) < _MANY:
        return False
    single = sum(len(sentences(report.text, p.span.start, p.span.end)) == 1 for p in body)
    return single >= _A_LINE_EACH * len(body)
