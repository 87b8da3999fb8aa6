"""What a heading opens: ``Tồn tại, nguyên nhân`` opens limitations and causes, ``Công tác tuyên truyền`` nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from trichluc.extract.assessments.rules import AssessmentRule, AssessmentRules, Opens

# What parts the members of a coordination in a heading.
_COORDINATION = re.compile(r"\s*(?:[,;/&+]|\s[-–]\s|\bvà\b|\bcùng với\b|\bgắn với\b|\bkèm\b)\s*", re.IGNORECASE)
# After one of these a noun is no longer a member of the heading's own coordination: "Nguyên nhân của những hạn chế".
_COMPLEMENT = re.compile(
    r"\b(?:của|đối với|nhằm|để|khắc phục|tháo gỡ|chấn chỉnh|sửa chữa|theo|thực hiện)\b", re.IGNORECASE
)
_RUN_TOGETHER = re.compile(r"\b([uư]u) (?=khuyết|nhược)", re.IGNORECASE)  # "Ưu khuyết điểm" has two members
_FRAME = " \t.:;-–*“”\"'"
# After results, these nouns say what was carried out, not what is planned ("Kết quả thực hiện mục tiêu, nhiệm vụ").
_MAIN = (Opens.LIMITATION, Opens.CAUSE, Opens.LESSON, Opens.REMEDY)
_LONGEST = 220  # characters; a longer "heading" is a paragraph


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading opens.

    Attributes:
        opens: in the order in which the heading names them, without repetitions.
        rule: id of the rule of the first.
        planned: its words plan, whatever it stands under.
        after: what must have been opened earlier for this heading to count, null for nothing.
    """

    opens: tuple[Opens, ...]
    rule: str
    planned: bool = False
    after: Opens | None = None


class HeadingReader:
    """Reads headings; equal headings are read once."""

    def __init__(self, rules: AssessmentRules) -> None:
        self._rules = rules.heading
        openings = "|".join(map(re.escape, sorted(rules.opening, key=len, reverse=True)))
        self._opening = re.compile(rf"(?:{openings}|\d{{1,2}})\s+(?=\w)", re.IGNORECASE) if openings else None
        self._planning = re.compile(r"\b(?:" + "|".join(map(re.escape, rules.planning)) + r")\b", re.IGNORECASE)
        self._kept: dict[str, Heading | None] = {}

    def read(self, title: str) -> Heading | None:
        """Return what the heading ``title`` (without its number) opens, or null where it says nothing about that."""
        if title not in self._kept:
            self._kept[title] = self._read(_RUN_TOGETHER.sub(r"\1, ", title.strip(_FRAME)))
        return self._kept[title]

    def _read(self, title: str) -> Heading | None:
        if not title or len(title) > _LONGEST:
            return None
        first = self._at(title, 0)
        if first is None or first.opens is None:
            return None
        opened = [first.opens]
        complement = _COMPLEMENT.search(title)
        limit = complement.start() if complement else len(title)
        for place in _members(title):
            rule = self._at(title, place)
            if rule is None or rule.opens is None or rule.opens in opened or rule.after is not None:
                continue
            if opened[0] is Opens.CAUSE and rule.opens is Opens.LIMITATION:  # "Nguyên nhân tồn tại, hạn chế"
                continue
            if place < limit or (opened[0] is Opens.RESULTS and rule.opens in _MAIN):
                opened.append(rule.opens)
        planned = self._planning.search(title) is not None
        if opened[0] in (Opens.RESULTS, Opens.SITUATION):
            opened = [o for o in opened if o is opened[0] or o in _MAIN or planned]
        return Heading(tuple(opened), first.id, planned, first.after)

    def _at(self, title: str, place: int) -> AssessmentRule | None:
        """Return the rule that matches after as many openings as may stand at ``place``."""
        for start in reversed(self._starts(title, place)):
            for rule in self._rules:
                if rule.regex.match(title, start):
                    return rule
        return None

    def _starts(self, title: str, place: int) -> list[int]:
        starts = [place]
        while self._opening is not None and (match := self._opening.match(title, starts[-1])):
            starts.append(match.end())
        return starts


def _members(title: str) -> Iterable[int]:
    return (match.end() for match in _COORDINATION.finditer(title))
