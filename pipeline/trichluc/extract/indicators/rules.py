"""The rules of the indicator family, as ``indicators.toml`` holds them, sorted by use."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from pydantic import model_validator

from trichluc.packs import Packs, Rule
from trichluc.records import Qualifier

FILE = "indicators.toml"
Use = Literal["mask", "keep_time", "ordinal", "role", "qualifier"]
Where = Literal["before", "after", "clause", "part", "sentence", "paragraph", "heading", "column"]
RoleName = Literal["actual", "target", "baseline", "rate", "change", "level"]


class IndicatorRule(Rule):
    """A rule of ``indicators.toml``; the head of that file says what each use means.

    Attributes:
        use: what the rule is for.
        where: which words around the number the pattern is looked for in.
        role: that a role rule gives; ``level`` says that the number is no change.
        qualifier: that a qualifier rule gives.
    """

    use: Use
    where: Where | None = None
    role: RoleName | None = None
    qualifier: Qualifier | None = None

    @model_validator(mode="after")
    def _complete(self) -> IndicatorRule:
        if self.use in ("role", "qualifier") and (self.where is None or getattr(self, self.use) is None):
            raise ValueError(f"a rule with use = {self.use!r} needs where and {self.use}")
        return self


class IndicatorRules:
    """The rules, compiled and sorted. Use :func:`load_rules`."""

    def __init__(self, rules: tuple[IndicatorRule, ...], words: dict[str, tuple[str, ...]]) -> None:
        self.words = words
        verbs = "|".join(sorted(map(re.escape, words["verbs"]), key=len, reverse=True))
        self.verb = re.compile(rf"(?<!\w)(?:{verbs})(?!\w)", re.IGNORECASE)
        self.generic = frozenset(words["generic"])
        self._strippers: dict[tuple[str, ...], re.Pattern[str]] = {}
        self.masks = tuple(rule.regex for rule in rules if rule.use == "mask")
        self.keep_time = tuple(rule.regex for rule in rules if rule.use == "keep_time")
        self.owners = frozenset(words["owners"])
        self.ordinals = tuple(rule.regex for rule in rules if rule.use == "ordinal")
        self._by_place: dict[tuple[str, str], tuple[IndicatorRule, ...]] = {}
        for rule in rules:
            key = (rule.use, rule.where or "")
            self._by_place[key] = (*self._by_place.get(key, ()), rule)

    def at(self, use: Use, where: Where) -> tuple[IndicatorRule, ...]:
        """Return the rules for ``use`` that look at ``where``, in the order of the file."""
        return self._by_place.get((use, where), ())

    def stripper(self, *lists: str, end: bool) -> re.Pattern[str]:
        """Return a pattern for one word of ``lists`` at the end, or at the beginning, of a text."""
        key = (*lists, "end" if end else "beginning")
        if key not in self._strippers:
            self._strippers[key] = self._stripper(lists, end=end)
        return self._strippers[key]

    def _stripper(self, lists: tuple[str, ...], *, end: bool) -> re.Pattern[str]:
        items = sorted((word for name in lists for word in self.words[name]), key=len, reverse=True)
        body = "|".join(re.escape(item) for item in items)
        pattern = rf"(?:^|(?<=[\s,(]))(?:{body})[\s,:]*$" if end else rf"^[\s,:–-]*(?:{body})(?=[\s,:]|$)[\s,:]*"
        return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=8)
def load_rules(packs: Packs) -> IndicatorRules:
    """Return the rules of ``packs``; read once for each pair of packs."""
    return IndicatorRules(packs.rules(FILE, IndicatorRule), packs.words(FILE))
