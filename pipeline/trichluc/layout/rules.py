"""The rule packs of layout: what letterheads, endings, headings and web furniture look like."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Literal, TypeVar, cast
from weakref import WeakKeyDictionary

from trichluc.packs import Packs, Rule

KeptT = TypeVar("KeptT")


def kept_with(packs: Packs, made: Callable[[Packs], KeptT]) -> KeptT:
    """Return what ``made`` makes of ``packs``, made once for them and kept as long as they are."""
    kept = _KEPT.setdefault(packs, {})
    if made not in kept:
        kept[made] = made(packs)
    return cast(KeptT, kept[made])


_KEPT: WeakKeyDictionary[Packs, dict[Callable[[Packs], object], object]] = WeakKeyDictionary()


class LayoutRule(Rule):
    """A form of ``layout.toml``.

    Attributes:
        use: which part of a report it recognises.
    """

    use: Literal[
        "national", "motto", "party", "separator", "symbol", "date", "subject", "mark", "addressee", "kind",
        "closing", "appendix", "recipients", "signer", "signed", "caption", "unit", "dateline", "byline",
        "paper", "body", "open", "report", "title-goes-on", "title-period",
        "union", "unit-said", "occasion", "untyped", "press-date", "press-word", "author-label",
        "signed-by",
    ]  # fmt: skip


class TableRule(Rule):
    """A form of ``layout_tables.toml``.

    Attributes:
        use: what it recognises in a table; see the head of the file.
    """

    use: Literal["ordinal-head", "label-head", "unit-head", "code-head", "unit", "total", "of-which", "named-number"]


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
        return kept_with(packs, cls)

    @cached_property
    def layout(self) -> dict[str, tuple[LayoutRule | TableRule, ...]]:
        """The rules of ``layout.toml`` and ``layout_tables.toml`` by use."""
        found: dict[str, list[LayoutRule | TableRule]] = {}
        for rule in self.packs.rules("layout.toml", LayoutRule):
            found.setdefault(rule.use, []).append(rule)
        for table_rule in self.packs.rules("layout_tables.toml", TableRule):
            found.setdefault(table_rule.use, []).append(table_rule)
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
