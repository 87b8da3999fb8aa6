"""Without headings: one record for each sentence whose own words judge or plan."""

from __future__ import annotations

from collections.abc import Iterator

from trichluc.extract.assessments.cues import ENOUGH, CueReader, Judgement, decisive
from trichluc.extract.assessments.found import Found
from trichluc.extract.assessments.rules import AssessmentRules
from trichluc.extract.assessments.scopes import Scopes
from trichluc.extract.assessments.statements import enough_words, trimmed
from trichluc.layout.model import Passage, Report, Zone
from trichluc.records import Basis, Category
from trichluc.span import Span
from trichluc.text.sentences import sentences

_FEWEST = 6  # words of a sentence that judges
_IN_RESULTS = 0.6  # weight that is enough under a heading that announces results


class ProseReader:
    """Reads the sentences of one report that no heading governs."""

    def __init__(self, report: Report, rules: AssessmentRules, cues: CueReader, scopes: Scopes) -> None:
        self._report = report
        self._rules = rules
        self._cues = cues
        self._scopes = scopes
        self._open = frozenset(Category) - scopes.covered

    def read(self) -> Iterator[Found]:
        """Yield the statements of sentences, in order of appearance."""
        for passage in self._report.passages:
            if passage.zone is not Zone.BODY or passage.heading or passage.lead_in:
                continue
            scope = self._scopes.read(passage.section)
            if not scope.categories and not scope.silent and self._open:
                yield from self._paragraph(passage)

    def _paragraph(self, passage: Passage) -> Iterator[Found]:
        before: Category | None = None
        enough = _IN_RESULTS if self._scopes.read(passage.section).rule else ENOUGH
        for span in sentences(self._report.text, passage.span.start, passage.span.end):
            judged = self._cues.judge(self._report.text, span, self._open, before)
            own = decisive(judged, enough)
            if own is None or not enough_words(self._report.text, span, _FEWEST):
                before = None if before is not Category.DIRECTION else before
                continue
            before = own.category
            yield self._found(passage, span, own)

    def _found(self, passage: Passage, span: Span, own: Judgement) -> Found:
        statement = trimmed(self._report.text, span)
        confidence = min(0.85, 0.35 + 0.2 * own.weight)
        return Found(statement, span, own.category, passage.section, own.rule, Basis.CUE, confidence)
