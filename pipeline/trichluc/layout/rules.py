"""The rule packs of layout: what letterheads, endings, headings and web furniture look like."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from trichluc.packs import Packs, Rule


class LayoutRule(Rule):
    """A form of ``layout.toml``.

    Attributes:
        use: which part of a report it recognises.
    """

    use: Literal[
        "national", "motto", "party", "separator", "symbol", "date", "subject", "mark", "addressee", "kind", "basis",
        "closing", "appendix", "recipients", "signer", "signed", "caption", "unit", "dateline", "byline", "imprint",
        "paper", "site", "body", "owner", "open", "report", "headline",
    ]  # fmt: skip


class FurnitureRule(Rule):
    """A form of ``furniture.toml``: what web pages and newspapers put around a text.

    Attributes:
        reach: ``line``, only the line itself; ``tail``, the line and all that follows it; ``head``, the line and all
            that stands before it.
    """

    reach: Literal["line", "tail", "head"]


class HeadingRule(Rule):
    """A form of ``headings.toml``: words that are a heading though no number stands before them.

    Attributes:
        use: ``heading``, the words are a heading; ``no-heading``, words before a colon that are none.
    """

    use: Literal["heading", "no-heading"]


class LayoutRules:
    """All rules of layout, compiled once for a set of packs.

    Attributes:
        packs: where they come from.
    """

    def __init__(self, packs: Packs) -> None:
        self.packs = packs

    @classmethod
    def of(cls, packs: Packs) -> LayoutRules:
        """Return the rules of ``packs``, kept with them."""
        kept = packs._cache.get(("layout", cls))
        if kept is None:
            kept = packs._cache[("layout", cls)] = cls(packs)
        return kept  # type: ignore[no-any-return]

    @cached_property
    def layout(self) -> dict[str, tuple[LayoutRule, ...]]:
        """The rules of ``layout.toml`` by use."""
        found: dict[str, list[LayoutRule]] = {}
        for rule in self.packs.rules("layout.toml", LayoutRule):
            found.setdefault(rule.use, []).append(rule)
        return {use: tuple(rules) for use, rules in found.items()}

    @cached_property
    def furniture(self) -> tuple[FurnitureRule, ...]:
        """The rules of ``furniture.toml``."""
        return self.packs.rules("furniture.toml", FurnitureRule)

    @cached_property
    def headings(self) -> tuple[HeadingRule, ...]:
        """The rules of ``headings.toml`` that make a heading."""
        return tuple(rule for rule in self.packs.rules("headings.toml", HeadingRule) if rule.use == "heading")

    @cached_property
    def no_headings(self) -> tuple[HeadingRule, ...]:
        """The rules of ``headings.toml`` that forbid one."""
        return tuple(rule for rule in self.packs.rules("headings.toml", HeadingRule) if rule.use == "no-heading")

    def search(self, use: str, text: str) -> re.Match[str] | None:
        """Return the first match of a rule of ``use`` in ``text``, or null."""
        for rule in self.layout.get(use, ()):
            match = rule.regex.search(text)
            if match is not None:
                return match
        return None

    def is_heading(self, title: str) -> bool:
        """Whether ``title``, punctuation at its ends dropped, is a heading by its words alone."""
        return any(r.regex.search(title) for r in self.headings) and not any(
            r.regex.search(title) for r in self.no_headings
        )
