"""Under headings: one record for each bullet or paragraph that stands under a heading that opens a category."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from trichluc.extract.assessments.cues import CueReader, Judgement, decisive
from trichluc.extract.assessments.found import Found
from trichluc.extract.assessments.rules import AssessmentRules
from trichluc.extract.assessments.scopes import OPEN, Scope, Scopes, narrowed
from trichluc.extract.assessments.statements import (
    Announcement,
    announcement,
    enough_words,
    illustrates,
    trimmed,
    without_illustration,
)
from trichluc.layout.model import Passage, Report, Zone
from trichluc.records import Basis, Category
from trichluc.span import Span
from trichluc.text.sentences import sentences

_HALF = 0.6  # weight at which an item's own words choose between the categories of its heading
_TOPIC = 12  # words; a longer lead-in states something itself


@dataclass(slots=True)
class _State:
    """What has been announced and still holds.

    Attributes:
        section: the path of headings for which all this holds.
        announced: the scope that a lead-in has opened.
        listing: numbered items of that lead-in have been met.
        depth: passages deeper than this only illustrate the record above; null for none.
    """

    section: tuple[str, ...] = ()
    announced: Scope | None = None
    listing: bool = False
    depth: int | None = None


class ItemReader:
    """Reads the items of one report."""

    def __init__(self, report: Report, rules: AssessmentRules, cues: CueReader, scopes: Scopes) -> None:
        self._report = report
        self._rules = rules
        self._cues = cues
        self._scopes = scopes
        self._state = _State()

    def read(self) -> Iterator[Found]:
        """Yield the statements under headings and lead-ins, in order of appearance."""
        passages = [passage for passage in self._report.passages if passage.zone is Zone.BODY]
        for passage, following in zip_longest(passages, passages[1:]):
            if passage.heading:
                if _childless(passage, following):
                    yield from self._heading_item(passage)
            else:
                yield from self._passage(passage)

    def _passage(self, passage: Passage) -> Iterator[Found]:
        text, span = self._report.text, passage.span
        state = self._enter(passage)
        if self._is_closing(span):
            return
        if state.depth is not None:
            if passage.depth > state.depth:
                return
            state.depth = None
        scope = state.announced or self._scopes.read(passage.section)
        told = announcement(text, span, self._rules)
        if told is not None and (opened := self._announced(told, scope)) is not None:
            if len(told.after):
                category = opened.default
                assert category is not None  # an announcement names one
                yield self._found(passage, told.after, category, told.rule.id, Basis.HEADING, 0.85)
            else:
                state.announced, state.listing = opened, False
            return
        if scope.silent or not scope.categories:
            return
        yield from self._item(passage, scope)

    def _enter(self, passage: Passage) -> _State:
        """Forget what was announced where its section, or its list, has ended."""
        state = self._state
        if passage.section != state.section:
            self._state = state = _State(passage.section)
        elif state.announced is not None:
            if passage.number is not None:
                state.listing = True
            elif state.listing:
                state.announced, state.listing = None, False
        return state

    def _item(self, passage: Passage, scope: Scope) -> Iterator[Found]:
        text, span = self._report.text, passage.span
        if passage.lead_in or text[span.end - 1 : span.end] == ":":
            if self._opens_by_title(passage) or not enough_words(text, span, _TOPIC):
                return
            self._state.depth = passage.depth if illustrates(text, span) else None
            span = without_illustration(text, span)
        decided = self._decide(scope, self._judge(span))
        if decided is None:
            return
        category, rule, basis, confidence = decided
        yield self._found(passage, span, category, rule, basis, confidence)

    def _judge(self, span: Span) -> list[Judgement]:
        """Return what the first sentence of an item says; the whole item where that says nothing."""
        text = self._report.text
        first = sentences(text, span.start, span.end)[:1]
        return (self._cues.judge(text, first[0]) if first else []) or self._cues.judge(text, span)

    def _heading_item(self, passage: Passage) -> Iterator[Found]:
        """A heading with nothing under it, inside a section that opens a category, is an item that looks like one."""
        scope = self._scopes.read(passage.section)
        title = passage.span.of(self._report.text)
        if scope.single and self._scopes.heading(title) is None and enough_words(self._report.text, passage.span, 5):
            assert scope.default is not None  # a single scope has one
            yield self._found(passage, passage.span, scope.default, scope.rule, Basis.HEADING, 0.7)

    def _opens_by_title(self, passage: Passage) -> bool:
        """Take a short lead-in that reads like a heading (``- Hạn chế:``) for one; tell whether it was."""
        title = passage.span.of(self._report.text)
        heading = self._scopes.heading(title) if len(title) < 100 else None
        if heading is None or (scope := narrowed(OPEN, heading)) == OPEN:
            return False
        self._state.announced, self._state.listing = scope, False
        return True

    def _announced(self, told: Announcement, scope: Scope) -> Scope | None:
        """Return the scope that an announcement opens inside ``scope``, null where it opens none there."""
        category = told.rule.category
        assert category is not None  # every announce rule has one
        if category not in scope.categories:
            judged = {j.category: j for j in self._cues.judge(self._report.text, told.before)}
            own = judged.get(category)
            if category is Category.STRENGTH or scope.silent:
                return None
            if category is Category.DIRECTION and (own is None or own.weight < 1 or scope.single):
                return None
            if category is not Category.DIRECTION and own is None and not scope.categories:
                return None
        return Scope((category,), category, told.rule.id)

    def _decide(self, scope: Scope, judged: list[Judgement]) -> tuple[Category, str, Basis, float] | None:
        among = {judgement.category: judgement for judgement in judged}
        if scope.single:
            assert scope.default is not None  # a single scope has one
            own = among.get(scope.default)
            basis = Basis.BOTH if own is not None and own.weight >= _HALF else Basis.HEADING
            return scope.default, scope.rule, basis, 0.95 if basis is Basis.BOTH else 0.9
        fitting = [judgement for judgement in judged if judgement.category in scope.categories]
        if scope.default is None:
            own = decisive(fitting)
            return (own.category, own.rule, Basis.BOTH, 0.7) if own is not None else None
        return _choose(scope, fitting)

    def _is_closing(self, span: Span) -> bool:
        words = span.of(self._report.text)
        return any(rule.regex.search(words) for rule in self._rules.closing)

    def _found(
        self, passage: Passage, span: Span, category: Category, rule: str, basis: Basis, confidence: float
    ) -> Found:
        statement = trimmed(self._report.text, span)
        return Found(statement, passage.span, category, passage.section, rule, basis, confidence)


def _choose(scope: Scope, fitting: list[Judgement]) -> tuple[Category, str, Basis, float]:
    """Choose among the categories of a combined heading by an item's own words; of two, the one named first."""
    assert scope.default is not None  # asked only of a scope with a default
    shown = {judgement.category: judgement for judgement in fitting if judgement.weight >= _HALF}
    for category in scope.categories:
        if category in shown and (category is not scope.default or len(shown) == 1):
            weaker = category is Category.DIRECTION or category is Category.CAUSE
            if weaker and scope.default in shown:
                continue
            return category, shown[category].rule, Basis.BOTH, 0.8
    return scope.default, scope.rule, Basis.BOTH if scope.default in shown else Basis.HEADING, 0.8


def _childless(passage: Passage, following: Passage | None) -> bool:
    return following is None or len(following.section) <= len(passage.section)
