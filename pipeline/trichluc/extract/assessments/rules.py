"""The rules of ``rules/assessments.toml``, by what they are used for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import model_validator

from trichluc.packs import Packs, Rule
from trichluc.records import Category

FILE = "assessments.toml"
_CATEGORIES = {category.value: category for category in Category}


class Use(StrEnum):
    """What a rule is for."""

    HEADING = "heading"  # what a heading opens
    CUE = "cue"  # words in a sentence that show a category
    PSEUDO = "pseudo"  # what looks like a cue and is none
    CONCESSION = "concession"  # opens a subordinate clause whose cues do not count
    PURPOSE = "purpose"  # opens a clause of purpose whose cues do not count
    REASON = "reason"  # opens a clause of reason whose cues do not count
    ANNOUNCE = "announce"  # only announces what follows a colon
    DESCRIPTION = "description"  # a sentence that explains or recalls, even among plans
    CLOSING = "closing"  # a formula that ends a report
    ORDER = "order"  # the formula with which a directive begins to order
    TASK = "task"  # words that say what is to be done, in a document that orders or plans
    REVIEW = "review"  # a heading of a plan under which it looks back
    ASIDE = "aside"  # what orders nothing in such a document: time, place, money, what a law says


class Opens(StrEnum):
    """What stands under a heading."""

    STRENGTH = "strength"
    LIMITATION = "limitation"
    CAUSE = "cause"
    LESSON = "lesson"
    REMEDY = "remedy"
    DIRECTION = "direction"
    ADVANTAGES = "advantages"  # Thuận lợi: a strength only where it judges the unit's own work
    EVALUATION = "evaluation"  # Đánh giá chung: strengths, unless an item's own words say otherwise
    RESULTS = "results"  # Kết quả: only what judges
    CONCLUSION = "conclusion"  # Kết luận: only what judges
    SITUATION = "situation"  # Đặc điểm tình hình: a description

    @property
    def category(self) -> Category | None:
        """The category that every item under such a heading has, null where items must speak for themselves."""
        return _CATEGORIES.get(self.value)


class AssessmentRule(Rule):
    """A rule of the family.

    Attributes:
        use: what it is for.
        opens: for a heading, what stands under it.
        after: what must have come before: for a heading, what an earlier heading must have opened; for a cue, the
            category of the statement before it in the same paragraph.
        category: the category that a cue shows, or whose cues a pseudo-cue strikes out (null for all).
        weight: how much a cue counts; a sentence needs 1 for a category.
        times: how often the rule may count in one sentence.
        rank: of the categories that weigh enough, the one with the highest rank decides.
        anywhere: with this cue a sentence counts even where its category has headings elsewhere in the report.
        word: a cue that must begin and end where words do.
        subject: the cue only says of whom the sentence speaks; such cues alone show nothing.
        unless: a cue does not count in a sentence in which this is found; where it does, at its first place only.
    """

    barred = True

    use: Use
    opens: Opens | None = None
    after: Opens | None = None
    category: Category | None = None
    weight: float = 1.0
    times: int = 1
    rank: int = 0
    anywhere: bool = False
    word: bool = False
    subject: bool = False

    @model_validator(mode="after")
    def _complete(self) -> AssessmentRule:
        if (self.use is Use.HEADING) != (self.opens is not None):
            raise ValueError("a heading rule says what it opens, and no other does")
        if self.use is Use.CUE and self.category is None:
            raise ValueError("a cue has a category")
        return self


@dataclass(frozen=True)
class AssessmentRules:
    """All rules of the family, in the order of the file."""

    heading: tuple[AssessmentRule, ...]
    cue: tuple[AssessmentRule, ...]
    pseudo: tuple[AssessmentRule, ...]
    concession: tuple[AssessmentRule, ...]
    purpose: tuple[AssessmentRule, ...]
    reason: tuple[AssessmentRule, ...]
    announce: tuple[AssessmentRule, ...]
    description: tuple[AssessmentRule, ...]
    closing: tuple[AssessmentRule, ...]
    order: tuple[AssessmentRule, ...]
    task: tuple[AssessmentRule, ...]
    aside: tuple[AssessmentRule, ...]
    review: tuple[AssessmentRule, ...]
    opening: tuple[str, ...]
    planning: tuple[str, ...]
    normative: frozenset[str]
    guides: frozenset[str]
    plans: frozenset[str]
    orders: frozenset[str]
    directives: frozenset[str]


@cache
def assessment_rules(packs: Packs) -> AssessmentRules:
    """Return the rules of ``packs``."""
    rules = packs.rules(FILE, AssessmentRule)
    by_use = {use.value: tuple(rule for rule in rules if rule.use is use) for use in Use}
    words = packs.words(FILE)
    return AssessmentRules(
        opening=words["opening"],
        planning=words["planning"],
        normative=frozenset(words["normative"]),
        guides=frozenset(words["guides"]),
        plans=frozenset(words["plans"]),
        orders=frozenset(words["orders"]),
        directives=frozenset(words["directives"]),
        **by_use,
    )
