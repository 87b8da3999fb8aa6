"""A statement that was found, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from trichluc.layout.model import Passage
from trichluc.records import Basis, Category
from trichluc.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A statement that was found.

    Attributes:
        span: its words.
        around: the sentence or paragraph that it stands in.
        category: its category.
        passage: the passage that it stands in.
        rule: id of the rule that decided.
        basis: whether its heading decided, its own words, or both.
        confidence: probability that the record is right.
    """

    span: Span
    around: Span
    category: Category
    passage: Passage
    rule: str
    basis: Basis
    confidence: float

    @property
    def section(self) -> tuple[str, ...]:
        """The headings above it, outermost first."""
        return self.passage.section
