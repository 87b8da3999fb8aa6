"""Reads a report passage by passage: what a heading or a lead-in has opened, else what its sentences say themselves."""

from __future__ import annotations

import re
from collections.abc import Collection, Generator, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from trichluc.extract.assessments.cues import CueReader, Judgement, decisive
from trichluc.extract.assessments.found import Found
from trichluc.extract.assessments.orders import ORDERED, Orders
from trichluc.extract.assessments.prose import ProseReader
from trichluc.extract.assessments.rules import AssessmentRules
from trichluc.extract.assessments.scopes import OPEN, Scope, Scopes, choose, narrowed
from trichluc.extract.assessments.series import Series
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

_TOPIC = 12  # words; a longer lead-in states something itself
_FRAGMENT = 8  # words; a shorter paragraph without bullet and stop states nothing
_WEB_FRAGMENT = 12  # words; on a web page, where captions are longer
_STOPS = ".;!…”/"
_TITLE = 100  # characters; a longer lead-in is no title
_SHORT_TITLE = 40  # characters of a title that only a number marks
_EARLY = 60  # characters; a cue that begins later does not turn the category of what follows
_EXPLICIT = (Category.CAUSE, Category.LESSON, Category.REMEDY)  # what an item may name outright against its heading
# What ends a list of statements that no heading holds together, where a paragraph without a number says it.
_CONTRARY = {
    Category.LIMITATION: (Category.STRENGTH, Category.DIRECTION),
    Category.STRENGTH: (Category.LIMITATION, Category.DIRECTION),
    Category.CAUSE: (Category.DIRECTION,),
}
_TO_COME = ("direction-next-time", "direction-time-to-come", "direction-months-left")
_MENDS = "remedy-to-end"  # id of the rule of words that name a fault and how it is mended
_NEUTRAL = re.compile(r"\b(?:sau|sau đây|dưới đây)\s*:\Z")
_BULLETS = "-–—+*•●▪■◦○·➢✓"


@dataclass(slots=True)
class _State:
    """What has been announced and still holds.

    Attributes:
        section: the path of headings under which all this holds.
        announced: the scope that a lead-in has opened.
        fresh: nothing has followed the lead-in yet.
        bulleted: bulleted items of the lead-in have been met.
        members: the lead-in announced the headings below it.
        turned: an explicit cue inside a list has turned the category, until the next number.
        resumed: the scope that then holds again.
        depth: passages deeper than this only illustrate the record above; null for none.
    """

    section: tuple[str, ...] = ()
    announced: Scope | None = None
    fresh: bool = False
    bulleted: bool = False
    members: bool = False
    turned: bool = False
    resumed: Scope | None = None
    depth: int | None = None

    def announce(self, scope: Scope | None) -> None:
        """Let ``scope`` hold for what follows."""
        self.announced, self.fresh, self.bulleted, self.members = scope, True, False, False
        self.turned, self.resumed = False, None

    def turn(self, scope: Scope) -> None:
        """Let ``scope`` hold up to the next number."""
        before = self.resumed if self.turned else self.announced
        self.announce(scope)
        self.turned, self.resumed, self.fresh = True, before, False


class Reader:
    """Reads one report.

    Args:
        report: the report.
        rules: the rules of the family.
        cues: reads what sentences say themselves.
        scopes: reads what the report's headings open.
        orders: tells what a document that orders or plans orders or plans.
        year: in which the report was made, null where nothing tells it.
    """

    def __init__(
        self,
        report: Report,
        rules: AssessmentRules,
        cues: CueReader,
        scopes: Scopes,
        orders: Orders,
        year: int | None = None,
    ) -> None:
        self._report = report
        self._rules = rules
        self._cues = cues
        self._scopes = scopes
        self._prose = ProseReader(report, cues, scopes, year)
        self._orders = orders
        self._series = Series()
        self._state = _State()

    def read(self) -> Iterator[Found]:
        """Yield the statements, in order of appearance."""
        passages = [passage for passage in self._report.passages if passage.zone is Zone.BODY]
        for passage, following in zip_longest(passages, passages[1:]):
            begun = self._orders.begun
            self._orders.read(passage)
            opens = self._orders.begun and not begun and passage.lead_in
            left = (yield from self._last_sentence(passage)) if opens else passage
            if left.heading:
                yield from self._heading(left, following)
            else:
                yield from self._passage(left)

    # what holds where

    def _scope(self, section: tuple[str, ...]) -> Scope:
        """Return what governs ``section``, after forgetting what no longer holds there."""
        state = self._state
        if section != state.section:
            below = state.section == section[: len(state.section)] and len(section) > len(state.section)
            kept = below and state.members and self._scopes.read(section) == self._scopes.read(state.section)
            if not kept:
                self._state = state = _State(section)
        return self._orders.scope(state.announced or self._scopes.read(section))

    def _heading(self, passage: Passage, following: Passage | None) -> Iterator[Found]:
        """Let a heading that follows a lead-in at once be its member; one with nothing under it is an item.

        Where the outline leaves what follows a heading beside it and not under it, the heading still governs it.
        """
        if self._state.fresh and self._state.announced is not None:
            self._state.members = True
        scope = self._scope(passage.section)
        if following is not None and len(following.section) > len(passage.section):
            return
        heading = self._scopes.heading(passage.span.of(self._report.text))
        if heading is not None:
            above = self._scopes.read(passage.section)
            self._state.announce(narrowed(above if above.results else OPEN, heading))
        elif scope.single and scope.default is not None and self._is_item(passage, scope):
            yield self._found(passage, passage.span, scope.default, scope.rule, Basis.HEADING, 0.7)
        else:
            self._state.announce(None)

    def _is_item(self, heading: Passage, scope: Scope) -> bool:
        """Tell whether a heading with nothing under it states something itself."""
        if not enough_words(self._report.text, heading.span, 5 if heading.number else _FRAGMENT):
            return False
        return scope is not ORDERED or self._orders.states(heading)

    def _passage(self, passage: Passage) -> Iterator[Found]:
        scope = self._scope(passage.section)
        state = self._state
        if (not passage.number and self._is_closing(passage.span)) or self._is_illustration(passage):
            return
        interrupted = self._series.follow(passage.number, state.announced)
        if interrupted is not None and not scope.categories:
            state.announce(interrupted)
            scope = interrupted
        if state.announced is not None:
            bullet = (passage.number or " ")[0] in _BULLETS
            if (state.turned and passage.number and not bullet) or (state.bulleted and not passage.number):
                state.announce(state.resumed)
                scope = self._scope(passage.section)
            state.fresh, state.bulleted = False, bullet
        if self._opens_by_title(passage, scope):
            return
        told = self._announcement(passage, scope)
        if told is None and self._ends(passage, scope):
            state.announce(None)
            scope = self._scope(passage.section)
        if told is not None:
            yield from told
        elif scope is ORDERED and not passage.number:
            yield from self._ordered(passage)
        elif self._outlasted(passage, scope) or (scope.loose and not passage.number and self._prose.varied(passage)):
            yield from self._prose.paragraph(passage, judging=True)
        elif scope.categories:
            yield from self._item(passage, scope)
        elif not self._orders.plans and not scope.silent:
            yield from self._last_sentence(passage) if passage.lead_in else self._prose.paragraph(passage)

    def _last_sentence(self, passage: Passage) -> Generator[Found, None, Passage]:
        """Yield what a lead-in states before the sentence that leads to what follows; return it with that one alone."""
        *before, last = sentences(self._report.text, passage.span.start, passage.span.end)
        if before:
            yield from self._prose.paragraph(replace(passage, span=Span(passage.span.start, before[-1].end)))
        return replace(passage, span=last)

    def _is_illustration(self, passage: Passage) -> bool:
        depth = self._state.depth
        if depth is not None and passage.depth <= depth:
            self._state.depth = depth = None
        return depth is not None

    def _is_closing(self, span: Span) -> bool:
        words = span.of(self._report.text)
        return any(rule.regex.search(words) for rule in self._rules.closing)

    # announcements

    def _announcement(self, passage: Passage, scope: Scope) -> list[Found] | None:
        """Return what an announcing passage states after its colon, null where it announces nothing."""
        told = announcement(self._report.text, passage.span, self._rules)
        if told is None or told.rule.category is None or not self._may_open(told, scope):
            return None
        if scope is ORDERED and told.rule.category is not Category.DIRECTION:
            return None
        if len(told.after):
            return list(self._stated(passage, told, told.rule.category, scope))
        self._state.announce(Scope((told.rule.category,), told.rule.category, told.rule.id))
        return []

    def _stated(self, passage: Passage, told: Announcement, category: Category, scope: Scope) -> Iterator[Found]:
        """Yield what follows the colon: all of it under a heading, else its first sentence and what the others say."""
        first = sentences(self._report.text, told.after.start, passage.span.end)[0]
        whole = bool(scope.categories)
        span = told.after if whole else Span(told.after.start, min(first.end, told.after.end))
        yield self._found(passage, span, category, told.rule.id, Basis.HEADING, 0.85)
        if not whole:
            self._prose.announced(category, told.before.of(self._report.text))
            yield from self._prose.paragraph(passage, first.end)

    def _may_open(self, told: Announcement, scope: Scope) -> bool:
        """Tell whether an announcement counts where ``scope`` governs; outside it, its own words must show it."""
        category = told.rule.category
        if category in scope.categories or category in self._scopes.read(self._state.section).categories:
            return True
        if scope.silent:
            return False
        shown = {judgement.category: judgement for judgement in self._cues.judge(self._report.text, told.before)}
        own = shown.get(category) if category is not None else None
        if category is Category.STRENGTH:
            return self._state.announced is not None
        if category is Category.DIRECTION:
            return (own is not None and own.weight >= 1) or self._prose.before is category
        if len(told.after) and not scope.categories:
            return own is not None and self._prose.counts(own)
        return own is not None or bool(scope.categories)

    def _outlasted(self, passage: Passage, scope: Scope) -> bool:
        """Tell whether a paragraph no longer belongs to lessons or causes above it: it speaks of a time to come."""
        if passage.number or not scope.single or scope.default not in (Category.LESSON, Category.CAUSE):
            return False
        return any(j.rule in _TO_COME and j.weight >= 1 for j in self._judge(passage.span, (Category.DIRECTION,)))

    def _ends(self, passage: Passage, scope: Scope) -> bool:
        """Tell whether a paragraph ends what a lead-in has announced: no number marks it, and it says the contrary."""
        state = self._state
        if state.announced is None or passage.number or not scope.single or scope.default not in _CONTRARY:
            return False
        if passage.lead_in:
            return True
        shown = [j for j in self._judge(passage.span, frozenset(Category)) if j.weight >= 1]
        contrary = any(j.category in _CONTRARY[scope.default] for j in shown)
        return contrary and not any(j.category is scope.default for j in shown)

    def _opens_by_title(self, passage: Passage, scope: Scope) -> bool:
        """Take a short lead-in that reads like a heading (``- Hạn chế:``) for one; tell whether it was.

        So is one that bears a number, where the numbers before it were those of items (``3. Bài học kinh nghiệm``).
        """
        title = passage.span.of(self._report.text)
        if scope.silent or len(title) > _TITLE or title[-1:] in _STOPS:
            return False
        numbered = _is_numbered(passage) and len(title) < _SHORT_TITLE and not scope.categories
        if not (passage.lead_in or title.endswith(":") or numbered):
            return False
        heading = self._scopes.heading(title)
        if heading is None or not (title.endswith(":") or heading.opens[0].category):
            return False
        self._state.announce(narrowed(scope if scope.results else OPEN, heading))
        return True

    # items

    def _item(self, passage: Passage, scope: Scope) -> Iterator[Found]:
        text, span = self._report.text, passage.span
        if not self._may_order(passage, scope):
            return
        if passage.lead_in or text[span.end - 1 : span.end] == ":":
            if scope.loose and _NEUTRAL.search(text, span.start, span.end):  # results are listed
                self._state.announce(replace(scope, default=None, loose=False))
                return
            if not enough_words(text, span, _TOPIC):
                return
            self._state.depth = passage.depth if illustrates(text, span) else None
            span = without_illustration(text, span)
        if not _states(text, span, listed=bool(passage.number), web=self._report.web):
            return
        among = {*scope.categories, *_EXPLICIT} if scope.single else frozenset(Category)
        # where limitations and causes stand mixed, "Do …" is said of a limitation
        after = Category.LIMITATION if {Category.LIMITATION, Category.CAUSE} <= {*scope.categories} else None
        judged = self._judge(span, among, after)
        if scope.default is Category.DIRECTION and not passage.number and self._only_describes(span, judged):
            return
        turned = self._mends(span, scope, judged) or self._turn(span, scope, judged)
        if turned is not None:
            yield self._found(passage, span, turned.category, turned.rule, Basis.CUE, 0.75)
        elif (decided := choose(scope, judged, bool(passage.number))) is not None:
            yield self._found(passage, span, *decided)

    def _ordered(self, passage: Passage) -> Iterator[Found]:
        """Yield what a paragraph without a number states among orders: each sentence orders or judges for itself."""
        for span in sentences(self._report.text, passage.span.start, passage.span.end):
            sentence = replace(passage, span=span)
            if self._orders.gives_way(sentence):
                continue
            judged = None if self._orders.plans else decisive(self._judge(span, frozenset(Category)))
            if judged is not None and judged.category is not Category.DIRECTION and not self._orders.demands(sentence):
                yield self._found(sentence, span, judged.category, judged.rule, Basis.CUE, 0.7)
            else:
                yield from self._item(sentence, ORDERED)

    def _may_order(self, passage: Passage, scope: Scope) -> bool:
        """Tell whether ``passage`` may be an item, as far as the document's orders decide that."""
        if self._orders.only_names(passage) or (self._state.announced is not None and self._orders.is_aside(passage)):
            return False
        return scope is not ORDERED or self._orders.states(passage)

    def _only_describes(self, span: Span, judged: list[Judgement]) -> bool:
        """Tell whether one sentence between plans only explains or recalls, and plans nothing itself."""
        words = span.of(self._report.text)
        if not any(rule.regex.search(words) for rule in self._rules.description):
            return False
        planning = any(j.category is Category.DIRECTION and j.weight >= 1 for j in judged)
        return not planning and len(sentences(self._report.text, span.start, span.end)) == 1

    def _mends(self, span: Span, scope: Scope, judged: list[Judgement]) -> Judgement | None:
        """Return the cue by which an item among plans says what is lacking and how it is mended: it is a remedy."""
        if scope.default is not Category.DIRECTION or scope is ORDERED:
            return None
        return next((j for j in judged if j.rule == _MENDS and j.start - span.start < _EARLY), None)

    def _turn(self, span: Span, scope: Scope, judged: list[Judgement]) -> Judgement | None:
        """Return the explicit cue that overrides the section (``Nguyên nhân … là do …``); it holds for what follows."""
        for judgement in judged:
            explicit = judgement.explicit and judgement.start - span.start < _EARLY
            elsewhere = judgement.category not in scope.categories or not scope.single
            if explicit and elsewhere and scope.default is not Category.DIRECTION:
                self._state.turn(Scope((judgement.category,), judgement.category, judgement.rule))
                return judgement
        return None

    def _judge(self, span: Span, among: Collection[Category], after: Category | None = None) -> list[Judgement]:
        """Return what the first sentence of an item says; the whole item where that says nothing."""
        text = self._report.text
        first = sentences(text, span.start, span.end)[:1]
        judged = self._cues.judge(text, first[0], among, after) if first else []
        return judged if judged or first == [span] else self._cues.judge(text, span, among, after)

    def _found(
        self, passage: Passage, span: Span, category: Category, rule: str, basis: Basis, confidence: float
    ) -> Found:
        statement = trimmed(self._report.text, span)
        return Found(statement, passage.span, category, passage, rule, basis, confidence)


def _is_numbered(passage: Passage) -> bool:
    return (passage.number or " ")[0].isalnum()


def _states(text: str, span: Span, *, listed: bool, web: bool) -> bool:
    """Tell whether an item is long enough to be one: a few words without bullet and stop are a caption or a button."""
    if listed or text[span.end - 1 : span.end] in _STOPS:
        return enough_words(text, span, 2)
    words = sum(word[0].isalnum() for word in span.of(text).split())
    return words >= (_WEB_FRAGMENT if web else _FRAGMENT)
