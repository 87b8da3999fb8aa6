"""Without headings: one record for each sentence whose own words judge or plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trichluc.extract.assessments.coming import comes
from trichluc.extract.assessments.cues import CueReader, Judgement, decisive
from trichluc.extract.assessments.found import Found
from trichluc.extract.assessments.scopes import Scopes
from trichluc.extract.assessments.statements import enough_words, judgement_alone, trimmed
from trichluc.layout.markers import Style, marker_of
from trichluc.layout.model import Passage, Report
from trichluc.records import Basis, Category
from trichluc.span import Span
from trichluc.text.sentences import sentences

# Where these have a heading somewhere, sentences elsewhere only tell results; causes and lessons are named outright.
_ENOUGH_UNDER_HEADINGS = frozenset({Category.STRENGTH, Category.LIMITATION, Category.DIRECTION})
_COUNTED_ON = (Category.CAUSE, Category.LESSON)  # "Thứ nữa, …" goes on with them though nothing was counted before
_FEWEST = 6  # words of a sentence that judges
_IN_RESULTS = 0.6  # weight that is enough for a strength under a heading that announces results
_GOING_ON = 0.7  # weight that is enough after a sentence of the same category
_AFTER_ORDINAL = 0.45  # weight that is enough for a plan after "Một là,"
SERIES = "series"  # rule id of a sentence that goes on with what was counted or announced before it
COMING = "coming-year"  # rule id of a sentence that opens with a year later than the report's
_SERIES_CONFIDENCE, _COMING_CONFIDENCE = 0.6, 0.7
# "Hai là, …", "Thứ ba, …" in the same paragraph goes on with what "Một là, …" or an announcement began
_COUNTED = re.compile(
    r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám) là|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám)|(?:lại|thứ|sau|thêm) nữa"
    r"|trước hết là)\s*[,:]|trước hết là\s",
    re.IGNORECASE,
)
# "Mặt khác, …", "Đồng chí cũng thừa nhận …" after a cause: what is lacking there is another cause
_ADDS = re.compile(
    r"\W*(?:(?:mặt khác|thêm vào đó|ngoài ra|hơn nữa|bên cạnh đó|cùng với đó|chưa kể|(?:lại|thứ|sau|thêm) nữa)(?!\w)"
    r"|(?:đồng chí|ông|bà|vị|anh|chị)[^,;.]{0,40}? cũng (?:thừa nhận|cho rằng|nhìn nhận|thẳng thắn)"
    r"|[^;.]{10,120}? cũng (?:khiến|làm cho|gây|dẫn đến|dẫn tới|ảnh hưởng)(?!\w))",
    re.IGNORECASE,
)
# "Vì sao như vậy?" asks for the causes, which follow
_ASKS_WHY = re.compile(
    r"\W*(?:vì|tại|bởi) (?:sao|đâu)(?!\w)[^.;?]{0,60}\?|\W*(?:do|từ) đâu(?!\w)[^.;?]{0,60}\?", re.IGNORECASE
)
_SUMS_UP = re.compile(r"(?:nhìn chung|tóm lại|nói chung|như vậy|trên thực tế)(?!\w)", re.IGNORECASE)
# After this sentence the causes of what was said before are told, one by one.
_CAUSES_OF = re.compile(
    r"\W*(?:sở dĩ (?:như (?:vậy|thế)|có|còn|xảy ra)(?!\w)"
    r"|(?:(?:những|các|một số) )?nguyên nhân (?:[\w-]+ ){0,3}?(?:của|dẫn đến|dẫn tới) (?:những |các |một số )?"
    r"(?:hạn chế|tồn tại|khuyết điểm|yếu kém|thực trạng|tình trạng|tình hình|bất cập|vấn đề))",
    re.IGNORECASE,
)


class ProseReader:
    """Reads the sentences of one report that no heading governs.

    Attributes:
        before: the category of the statement just before, null where something else has come between.
    """

    def __init__(self, report: Report, cues: CueReader, scopes: Scopes, year: int | None = None) -> None:
        self._report = report
        self._year = year
        self._cues = cues
        self._scopes = scopes
        self._covered = scopes.covered & _ENOUGH_UNDER_HEADINGS
        self._flowing = scopes.flowing
        self.before: Category | None = None
        self._section: tuple[str, ...] | None = None
        self._of_causes = False
        self._judging = False
        self._in_series = False  # what was announced is counted, or a sentence that is counted has stated something

    def paragraph(self, passage: Passage, start: int | None = None, *, judging: bool = False) -> Iterator[Found]:
        """Yield the statements of a paragraph in order of appearance.

        Args:
            passage: the paragraph.
            start: where what is left of it begins; null for all of it.
            judging: a heading says that the work is judged here, so that every category counts.
        """
        self._judging = judging
        if start is None and (not self._flowing or passage.section != self._section):
            self.before, self._section, self._of_causes, self._in_series = None, passage.section, False, False
        in_results = bool(self._scopes.read(passage.section).rule)
        ordinal = start is None and _is_ordinal(passage)
        for span in sentences(self._report.text, passage.span.start if start is None else start, passage.span.end):
            judged = self._judge(span)
            own = self._decide(judged, in_results)
            if own is None and ordinal:
                own = decisive((j for j in judged if j.category is Category.DIRECTION), _AFTER_ORDINAL)
            ordinal = False
            if own is None and _ASKS_WHY.match(span.of(self._report.text)):
                self.before, self._in_series, self._of_causes = Category.CAUSE, True, True
                continue
            category = self._category(own, span)
            counted = _COUNTED.match(span.of(self._report.text)) is not None
            if own is not None and category is not None and enough_words(self._report.text, span, _FEWEST):
                self.before, self._in_series = category, counted or (self._in_series and category is self.before)
                yield self._found(passage, span, own, category)
            elif self.before is not None and counted and (self._in_series or self.before in _COUNTED_ON):
                statement = trimmed(self._report.text, span)
                yield Found(statement, span, self.before, passage, SERIES, Basis.CUE, _SERIES_CONFIDENCE)
            elif self._plans(span):
                self.before = Category.DIRECTION
                statement = trimmed(self._report.text, span)
                yield Found(statement, span, Category.DIRECTION, passage, COMING, Basis.CUE, _COMING_CONFIDENCE)
            elif self.before is not Category.DIRECTION:
                self.before = None

    def varied(self, passage: Passage) -> bool:
        """Tell whether the sentences of a paragraph show more than one category, each in words of its own."""
        spans = sentences(self._report.text, passage.span.start, passage.span.end)
        shown = (decisive(self._cues.judge(self._report.text, span)) for span in spans if len(spans) > 1)
        return len({judgement.category for judgement in shown if judgement is not None}) > 1

    def _plans(self, span: Span) -> bool:
        """Tell whether a sentence is about a year to come, where no heading opens plans."""
        return Category.DIRECTION not in self._covered and comes(span.of(self._report.text), self._year)

    def announced(self, category: Category, words: str) -> None:
        """Go on after an announcement in the words ``words`` of statements of ``category``."""
        self.before, self._in_series = category, True
        self._of_causes = category is Category.CAUSE and _CAUSES_OF.match(words) is not None

    def counts(self, judgement: Judgement) -> bool:
        """Tell whether a sentence outside headings may have this category.

        It may where no heading covers the category, or where the sentence turns against what was said (``Tuy nhiên``).
        """
        return (
            self._judging or judgement.category not in self._covered or any(cue.rule.anywhere for cue in judgement.cues)
        )

    def _judge(self, span: Span) -> list[Judgement]:
        # after a remedy the tasks that follow are told as after a direction
        after = Category.DIRECTION if self.before is Category.REMEDY else self.before
        judged = self._cues.judge(self._report.text, span, after=after)
        return [j for j in judged if self.counts(j) or j.category is self.before]

    def _decide(self, judged: list[Judgement], in_results: bool) -> Judgement | None:
        own = decisive(judged)
        if own is None and in_results:
            own = decisive((judgement for judgement in judged if judgement.category is Category.STRENGTH), _IN_RESULTS)
        if own is None and self.before is not None:
            own = decisive((judgement for judgement in judged if judgement.category is self.before), _GOING_ON)
        return own

    def _category(self, own: Judgement | None, span: Span) -> Category | None:
        """Return the category of a sentence: what is lacking is a cause after ``Nguyên nhân của hạn chế trên là …``."""
        if own is None:
            return None
        if (
            own.category is Category.LIMITATION
            and self.before is Category.CAUSE
            and _ADDS.match(span.of(self._report.text))
        ):
            return Category.CAUSE
        turns = any(cue.rule.anywhere for cue in own.cues) or _SUMS_UP.match(span.of(self._report.text)) is not None
        if own.category is Category.CAUSE:
            self._of_causes = self._of_causes or _CAUSES_OF.match(span.of(self._report.text)) is not None
        elif own.category is not Category.LIMITATION or turns:
            self._of_causes = False
        return Category.CAUSE if self._of_causes else own.category

    def _found(self, passage: Passage, span: Span, own: Judgement, category: Category) -> Found:
        statement = trimmed(self._report.text, span)
        if category is Category.STRENGTH and not self._judging:
            statement = judgement_alone(self._report.text, statement, max(cue.span.end for cue in own.cues))
        confidence = min(0.85, 0.35 + 0.2 * own.weight)
        return Found(statement, span, category, passage, own.rule, Basis.CUE, confidence)


def _is_ordinal(passage: Passage) -> bool:
    marker = marker_of(passage.number)
    return marker is not None and marker.style is Style.ORDINAL
