"""Documents that order or plan: orders and tasks are directions, whatever heading they stand under.

A directive judges first what was done; its orders begin with the formula that gives them (``… yêu cầu … thực hiện các
nội dung sau:``) or with its first number. A plan's tasks begin with its first heading.
"""

from __future__ import annotations

from trichluc.extract.assessments.rules import AssessmentRules
from trichluc.extract.assessments.scopes import Scope
from trichluc.layout.model import Passage
from trichluc.records import Category

_BULLETS = "-–—+*•●▪■◦○·➢✓"
_FEWEST = 4  # words of a task
_HEAD = 260  # characters in which a paragraph must say what is to be done


class Orders:
    """Tells which passages of one document order or plan something.

    Args:
        rules: the rules of the family.
        kind: the kind of document.
        text: its clean text.

    Attributes:
        plans: it plans, so that what it tells of the past is no assessment; false under a heading that looks back.
        begun: its orders have begun.
    """

    def __init__(self, rules: AssessmentRules, kind: str | None, text: str) -> None:
        self._rules = rules
        self._text = text
        self._is_plan = self.plans = kind in rules.plans
        self._orders = kind in rules.orders
        self._by_number = kind in rules.directives
        self.begun = False

    def read(self, passage: Passage) -> None:
        """Let the orders begin where ``passage`` says or shows that they do."""
        if self._is_plan and passage.heading and not passage.depth:
            looks_back = any(rule.regex.search(passage.span.of(self._text)) for rule in self._rules.review)
            self.plans = self.begun = not looks_back
        if self.begun or not (self.plans or self._orders):
            return
        if self.plans:
            self.begun = passage.heading
        elif passage.heading or passage.number:
            self.begun = self._by_number and (passage.number or " ")[0] not in _BULLETS
        self.begun = self.begun or (self._orders and self._is_formula(passage))

    def scope(self, scope: Scope) -> Scope:
        """Return what governs a passage that ``scope`` would govern elsewhere."""
        return ORDERED if self.begun and not scope.rule and not scope.categories else scope

    def states(self, passage: Passage) -> bool:
        """Tell whether ``passage``, among the orders, orders or plans something itself."""
        words = passage.span.of(self._text)
        if len(words.split(maxsplit=_FEWEST)) < _FEWEST or self.is_aside(passage):
            return False
        if not passage.number and words[-1] not in ".;:!/":
            return False
        return any(rule.regex.search(words[:_HEAD]) for rule in self._rules.task)

    def gives_way(self, passage: Passage) -> bool:
        """Tell whether ``passage`` is the formula itself, which leads to the orders and is none."""
        return self._text[passage.span.end - 1] == ":" and self._is_formula(passage)

    def demands(self, passage: Passage) -> bool:
        """Tell whether ``passage`` says that something must be done (``phải``, ``yêu cầu``), whoever is to do it."""
        words = passage.span.of(self._text)
        return any(rule.weight < 1 and rule.regex.search(words) for rule in self._rules.task)

    def is_aside(self, passage: Passage) -> bool:
        """Tell whether ``passage`` only gives time, place or money, or tells what was done, among orders."""
        words = passage.span.of(self._text)
        return self.begun and any(rule.regex.search(words) for rule in self._rules.aside)

    def only_names(self, passage: Passage) -> bool:
        """Tell whether a lead-in only names who is to do what follows (``Giao Sở Nội vụ có nhiệm vụ:``)."""
        if not self.begun or self._text[passage.span.end - 1] != ":":
            return False
        words = passage.span.of(self._text)
        return not any(rule.weight >= 1 and rule.regex.search(words) for rule in self._rules.task)

    def _is_formula(self, passage: Passage) -> bool:
        words = passage.span.of(self._text)
        return any(rule.regex.search(words) for rule in self._rules.order)


ORDERED = Scope((Category.DIRECTION,), Category.DIRECTION, "orders")
