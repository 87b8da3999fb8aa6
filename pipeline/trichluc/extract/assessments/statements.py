"""Where a statement begins and ends in its paragraph: numbers, announcements and closing marks are no part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trichluc.extract.assessments.rules import AssessmentRule, AssessmentRules
from trichluc.records import Category
from trichluc.span import Span
from trichluc.text.sentences import sentences

# Một là, … Thứ hai: … a) … - … +
_ORDINAL = re.compile(
    r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\s*[,:]|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
    r"(?: là)?\s*[,:]|\(?\d{1,2}[.)](?!\d)|\(?[a-zđ]\)|[-–+*•])\s*",
    re.IGNORECASE,
)
_END = re.compile(r"(?:\s*(?:\./\.|/\.|\./))+\s*\Z|[\s;,:]+\Z")
_CLOSING = "./;,:"
_COLON = re.compile(r":(?=\s)|:\Z")
# "…, thu hút đông đảo đoàn viên như:", "…, cụ thể:" - what stands before is the statement, the list illustrates it
_ILLUSTRATION = re.compile(
    r"[,;]?\s*(?:cụ thể(?: là| như(?: sau)?)?|trong đó|(?:điển hình|nổi bật|tiêu biểu)(?: như| là)?|nhất là|như|gồm"
    r"|bao gồm|là)?\s*:\s*\Z",
    re.IGNORECASE,
)
_OUTRIGHT = (Category.CAUSE, Category.LESSON, Category.REMEDY)
_FEWEST = 3  # words of a statement
_FEW = 6  # words between results that need no figure of their own
_LONGEST = 400  # characters of an announcement

_MARK = re.compile(r"(?<! là)(?<! như)(?<! gồm)(?:[:;]|,(?!\d))")
_CLAUSES = re.compile(r"[;:]|,(?!\d)")
_FIGURE = re.compile(r"\d")
_NAMES = re.compile(  # whose numbers tell no result: “5 không, 3 sạch”, Đề án 06, năm 2023
    r"[“\"][^“”\"]*[”\"]|(?:năm|quý|tháng|ngày|số|Trung ương|Đề án|Nghị quyết|Chỉ thị|Kế hoạch|Quyết định|Quy định"
    r"|Kết luận|Chương trình)(?: số)? \d[^\s,;]*"
)


@dataclass(frozen=True, slots=True)
class Announcement:
    """A colon that announces what follows it.

    Attributes:
        rule: the rule that says of which category.
        before: up to and with the colon.
        after: the words after it, empty where they stand in the paragraphs that follow.
    """

    rule: AssessmentRule
    before: Span
    after: Span


def trimmed(text: str, span: Span) -> Span:
    """Return ``span`` without a number before and without ``./.``, ``;`` and ``:`` behind."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    ordinal = _ORDINAL.match(text, start, end)
    if ordinal and ordinal.end() < end:
        start = ordinal.end()
    closing = end  # all that the pattern matches are such marks and blanks
    while closing > start and (text[closing - 1] in _CLOSING or text[closing - 1].isspace()):
        closing -= 1
    ending = _END.search(text, closing, end) if closing < end else None
    end = ending.start() if ending else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def enough_words(text: str, span: Span, fewest: int = _FEWEST) -> bool:
    """Tell whether ``span`` is long enough to state something."""
    return len(span.of(text).split(maxsplit=fewest)) >= fewest


def announcement(text: str, span: Span, rules: AssessmentRules) -> Announcement | None:
    """Return the announcement that ``text[span]`` opens with or is, or null where it has none."""
    colon = _COLON.search(text, span.start, min(span.end, span.start + _LONGEST))
    if colon is None:
        return None
    whole = span.end <= span.start + _LONGEST and text[span.end - 1] == ":"
    for end in {colon.end(): None, span.end if whole else colon.end(): None}:
        before = Span(span.start, end)
        if len(sentences(text, before.start, before.end)) > 1:
            continue
        rule = _announcing(before.of(text), rules)
        if rule is not None:
            after = trimmed(text, Span(end, span.end))
            stated = end < span.end and enough_words(text, after)
            if stated or end == span.end:
                return Announcement(rule, before, after if stated else Span(span.end, span.end))
    return None


def _announcing(words: str, rules: AssessmentRules) -> AssessmentRule | None:
    """Return the rule by which ``words`` announce; of several the outright one, else the one nearest to the colon."""
    nearest: tuple[int, AssessmentRule] | None = None
    for rule in rules.announce:
        match = rule.regex.search(words)
        if match is None:
            continue
        if rule.category in _OUTRIGHT:
            return rule
        place = match.start("key") if match.groupdict().get("key") else match.start()
        if nearest is None or place > nearest[0]:
            nearest = place, rule
    return nearest[1] if nearest else None


def judgement_alone(text: str, span: Span, judged: int) -> Span:
    """Return ``span`` without the results that it goes on to tell in numbers after it has judged.

    Args:
        text: the text.
        span: a sentence that judges.
        judged: where the last words that judge end.
    """
    words = _NAMES.sub(lambda name: " " * len(name[0]), span.of(text))
    figure = _FIGURE.search(words)
    marks = list(_MARK.finditer(words, judged - span.start, figure.end())) if figure is not None else []
    if not marks:
        return span
    told = _CLAUSES.split(words[marks[-1].end() :])
    if not _FIGURE.search(told[0]) or any(len(one.split()) > _FEW and not _FIGURE.search(one) for one in told):
        return span
    return Span(span.start, span.start + marks[-1].start())


def without_illustration(text: str, span: Span) -> Span:
    """Return ``span``, which ends in a colon, without the words that announce its illustrations."""
    tail = _ILLUSTRATION.search(text[span.start : span.end])
    return Span(span.start, span.start + tail.start()) if tail else span


def illustrates(text: str, span: Span) -> bool:
    """Tell whether ``text[span]`` ends in ``như:``, so that the items below it are only examples."""
    return (
        re.search(r"\b(?:như|điển hình|tiêu biểu|chẳng hạn)(?: là)?\s*:\s*\Z", span.of(text), re.IGNORECASE) is not None
    )
