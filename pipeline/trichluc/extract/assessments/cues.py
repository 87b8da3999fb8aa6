"""What a sentence's own words say: cues, what looks like one and is none, and clauses in which cues do not count.

In the manner of clinical ConText (cue, scope, terminator), one sentence at a time, so that time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from trichluc.extract.assessments.rules import AssessmentRule, AssessmentRules, Use
from trichluc.records import Category
from trichluc.span import Span
from trichluc.text.starts import Finder
from trichluc.text.words import Segmenter

_HEAVY = 0.8  # weight from which a cue stands by itself
ENOUGH = 1.0  # weight at which a category is shown
_CONCESSION_ENDS = re.compile(r"\b(?:nhưng|song|thì|tuy nhiên|tuy vậy)\b(?! song)|$")
_CLAUSE_ENDS = re.compile(r"[,;]")
_PURPOSE_ENDS = re.compile(r";|,? (?:qua đó|từ đó|tuy nhiên|song|nhưng|đồng thời)\b| đã (?:góp phần|tạo|được|có)|$")
_REASON_ENDS = re.compile(r",| (?:cho )?nên\b")
_QUOTED = re.compile(r'“[^“”]{0,250}”|"[^"]{0,250}"')
_SPOKEN = 8  # words of what somebody says
_TITLED = re.compile(
    r"(?:chủ đề|khẩu hiệu|phương châm|tên|tên gọi|chuyên đề|cuộc vận động|phong trào|mô hình|thông điệp|tiêu đề"
    r"|tựa đề|câu|từ)(?: [^\W\d]+){0,3}:$"
)
_LATE = 30  # characters; a concession that ends later stands after the main clause
_LOWER = str.maketrans({"İ": "i"})  # the one letter whose lower case is longer than itself

_LITERAL = re.compile(
    r"\\.|\(\?P<|[^\\(]+|\("
)  # of a pattern: what keeps its case (an escape, a name), or anything else

_NOT_ASIDE = (Category.STRENGTH, Category.LIMITATION, Category.DIRECTION)

Struck = list[tuple[int, int, Category | None]]


class Searches:
    """Rules ready to be looked for in text in lower case.

    Attributes:
        rules: the rules.
        patterns: theirs, in lower case, which is three times as fast as a search that does not mind the case.
    """

    def __init__(self, rules: Iterable[AssessmentRule]) -> None:
        self.rules = tuple(rules)
        self.patterns = tuple(_in_lower_case(rule.pattern) for rule in self.rules)
        self._unless = tuple(_in_lower_case(rule.unless) if rule.unless else None for rule in self.rules)
        self._finder = Finder(self.patterns, anywhere=True)

    def found(self, sentence: str, text: str, start: int) -> Iterator[tuple[AssessmentRule, list[re.Match[str]]]]:
        """Yield the rules that match and that nothing else in the sentence bars, in order, with their matches.

        Args:
            sentence: in lower case.
            text: where it stands.
            start: offset of the sentence in it.
        """
        found = self._finder.matches_in(sentence, text, start)
        barred: dict[re.Pattern[str], bool] = {}
        for index, matches in found.items():
            unless = self._unless[index]
            if unless is not None:
                if unless not in barred:
                    barred[unless] = unless.search(sentence) is not None
                if barred[unless]:
                    continue
            yield self.rules[index], matches if unless is None else matches[:1]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue that was found: its rule and its place in the text."""

    rule: AssessmentRule
    span: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a sentence shows for one category.

    Attributes:
        category: the category.
        weight: sum of the weights of its cues.
        cues: in order of appearance.
    """

    category: Category
    weight: float
    cues: tuple[Cue, ...]

    @property
    def start(self) -> int:
        """Where the first cue begins."""
        return self.cues[0].span.start

    @property
    def rank(self) -> int:
        """The highest rank of its cues."""
        return max(cue.rule.rank for cue in self.cues)

    @property
    def slight(self) -> bool:
        """Whether it only adds up from words of little weight (``gương mẫu``, ``đoàn kết``)."""
        return all(cue.rule.weight < _HEAVY for cue in self.cues)

    @property
    def explicit(self) -> bool:
        """Whether one of its cues names the category outright (``Nguyên nhân … là do``)."""
        return any(cue.rule.rank > 0 and cue.rule.weight >= ENOUGH for cue in self.cues)

    @property
    def rule(self) -> str:
        """Id of the rule that weighs most."""
        return max(self.cues, key=lambda cue: cue.rule.weight).rule.id


class CueReader:
    """Reads the cues of sentences.

    Args:
        rules: the rules of the family.
        segmenter: tells whether an ambiguous syllable is a word of its own.
    """

    def __init__(self, rules: AssessmentRules, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._cues = Searches(rules.cue)
        # one walk over the sentence for all of them
        self._strikers = Searches((*rules.pseudo, *rules.concession, *rules.purpose, *rules.reason))

    def judge(
        self, text: str, span: Span, among: Collection[Category] = tuple(Category), after: Category | None = None
    ) -> list[Judgement]:
        """Return what the sentence ``text[span]`` shows, by the first cue's place; also what is too weak to decide.

        Args:
            text: the text.
            span: the sentence.
            among: the categories to look for.
            after: the category of the statement just before, in the same paragraph.
        """
        sentence = lowered(span.of(text))
        cues: dict[Category, list[Cue]] = {}
        struck: Struck | None = None
        quoted: list[tuple[int, int]] = []
        edges: tuple[set[int], set[int]] | None = None
        for rule, matches in self._cues.found(sentence, text, span.start):
            if rule.category is None or rule.category not in among:
                continue
            if rule.after is not None and rule.after.category is not after:
                continue
            counted = 0
            for match in matches:
                if struck is None:
                    struck = self._struck(sentence, text, span.start)
                    quoted = [quote.span() for quote in _QUOTED.finditer(sentence) if not _is_speech(quote)]
                start, end = match.span("key") if "key" in match.re.groupindex else match.span()
                if _is_struck(start, end, rule.category, struck) or _is_quoted(start, end, quoted):
                    continue
                if rule.word:
                    edges = edges or self._edges(text, span)
                    if not (start in edges[0] and end in edges[1]):
                        continue
                place = Span(span.start + start, span.start + end)
                cues.setdefault(rule.category, []).append(Cue(rule, place))
                counted += 1
                if counted == rule.times:
                    break
        found = [
            Judgement(category, sum(cue.rule.weight for cue in its), tuple(sorted(its, key=lambda cue: cue.span)))
            for category, its in cues.items()
            if not all(cue.rule.subject for cue in its)
        ]
        return sorted(found, key=lambda judgement: judgement.start)

    def _edges(self, text: str, span: Span) -> tuple[set[int], set[int]]:
        words = self._segmenter.words(text, span)
        return {word.start - span.start for word in words}, {word.end - span.start for word in words}

    def _struck(self, sentence: str, text: str, start: int) -> Struck:
        struck: Struck = []
        for rule, matches in self._strikers.found(sentence, text, start):
            for match in matches:
                struck += _struck_by(rule, match, sentence)
        return struck


def _struck_by(rule: AssessmentRule, match: re.Match[str], sentence: str) -> Struck:
    """Return what the match of a rule that is no cue keeps from counting."""
    start, end = match.span()
    if rule.use is Use.CONCESSION:
        return [(start, _concession_end(sentence, end), None)]
    if rule.use is Use.PURPOSE:
        short = start < 3 or match[0].startswith("để")
        ends = (_CLAUSE_ENDS if short else _PURPOSE_ENDS).search(sentence, end)
        return [(start, ends.start() if ends else len(sentence), category) for category in _NOT_ASIDE]
    if rule.use is Use.REASON:
        ends = _REASON_ENDS.search(sentence, end)
        return [(end, ends.start() if ends else end, category) for category in _NOT_ASIDE]
    return [(start, end, rule.category)]


def _in_lower_case(pattern: str) -> re.Pattern[str]:
    return re.compile(_LITERAL.sub(_lower_literal, pattern))


def _lower_literal(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith(("\\", "(?P<")) else lowered(match[0])


def _concession_end(sentence: str, place: int) -> int:
    comma = _CLAUSE_ENDS.search(sentence, place)
    turn = _CONCESSION_ENDS.search(sentence, place)
    assert turn is not None  # the pattern matches at the end
    if turn.start() < len(sentence):
        return turn.start()
    if comma is None and place > _LATE:  # "… trong điều kiện còn nhiều khó khăn."
        return len(sentence)
    return comma.start() if comma else place


def _is_struck(start: int, end: int, category: Category, struck: Struck) -> bool:
    return any(start < b and a < end and (whose is None or whose is category) for a, b, whose in struck)


def _is_speech(quote: re.Match[str]) -> bool:
    """Tell whether a quotation is what somebody says of the work, and no title: it opens, or follows a colon."""
    before = quote.string[: quote.start()].rstrip()
    told = not before.strip("-–•* ") or (before[-1] == ":" and _TITLED.search(before) is None)
    return told and len(quote[0].split()) >= _SPOKEN


def _is_quoted(start: int, end: int, quoted: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a cue begins or ends in somebody else's words; it may pass over them (``để chữa bệnh “…”, …``)."""
    return any(a <= start < b or a < end <= b for a, b in quoted)


def lowered(text: str) -> str:
    """Return ``text`` in lower case, of the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_LOWER).lower()


def decisive(judgements: Iterable[Judgement], enough: float = ENOUGH) -> Judgement | None:
    """Return the judgement that decides: of those that weigh enough the highest in rank, then the first named.

    One that only adds up from words of little weight of their own gives way to one that does not.
    """
    heavy = [judgement for judgement in judgements if judgement.weight >= enough - 1e-9]
    return min(heavy, key=lambda judgement: (-judgement.rank, judgement.slight, judgement.start), default=None)
