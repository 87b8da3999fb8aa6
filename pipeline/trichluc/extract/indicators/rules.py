"""The rules of the indicator family, as ``indicators.toml`` holds them, sorted by use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from pydantic import model_validator

from trichluc.packs import Packs, Rule
from trichluc.records import Qualifier
from trichluc.text.needles import Held, Sieve, held
from trichluc.text.phrases import Endings
from trichluc.text.starts import Finder

FILE = "indicators.toml"
Use = Literal["mask", "keep_time", "ordinal", "role", "qualifier"]
Where = Literal["before", "apart", "after", "clause", "part", "sentence", "paragraph", "heading", "column"]
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
        compounds = "|".join(map(re.escape, words["compounds"]))
        self.verb = re.compile(rf"(?<!\w)(?<!trực )(?<!gián )(?!(?:{compounds})(?!\w))(?:{verbs})(?!\w)", re.IGNORECASE)
        self.generic = frozenset(words["generic"])
        self._openings: dict[tuple[str, ...], re.Pattern[str]] = {}
        self._endings: dict[tuple[str, ...], Endings] = {}
        self.masks = Finder(rule.regex for rule in rules if rule.use == "mask")
        self.owners = frozenset(words["owners"])
        by_place: dict[tuple[str, str], list[IndicatorRule]] = {}
        for rule in rules:
            by_place.setdefault((rule.use, rule.where or ""), []).append(rule)
        self._sieves = {place: Sieve((rule, rule.regex) for rule in its) for place, its in by_place.items()}

    def within(self, text: str) -> RulesWithin:
        """Return the rules that can match ``text``, or any part of it."""
        return RulesWithin(self, held(text))

    def sieved(self, use: Use, where: Where | None, held: Held) -> Sequence[IndicatorRule]:
        """Return the rules for ``use`` that look at ``where`` and can match what ``held`` is of."""
        sieve = self._sieves.get((use, where or ""))
        return sieve.items(held) if sieve is not None else ()

    def openings(self, *lists: str) -> re.Pattern[str]:
        """Return a pattern for one word of ``lists`` at the beginning of a text."""
        if lists not in self._openings:
            items = sorted((word for name in lists for word in self.words[name]), key=len, reverse=True)
            body = "|".join(re.escape(item) for item in items)
            self._openings[lists] = re.compile(rf"^[\s,:–-]*(?:{body})(?=[\s,:]|$)[\s,:]*", re.IGNORECASE)
        return self._openings[lists]

    def endings(self, *lists: str) -> Endings:
        """Return what finds one word of ``lists`` at the end of a text."""
        if lists not in self._endings:
            self._endings[lists] = Endings(word for name in lists for word in self.words[name])
        return self._endings[lists]


class RulesWithin:
    """The rules that can match a text or any part of it; most of the several hundred cannot.

    Attributes:
        rules: all of them.
    """

    __slots__ = ("_found", "_held", "rules")

    def __init__(self, rules: IndicatorRules, held: Held) -> None:
        self.rules = rules
        self._held = held
        self._found: dict[tuple[Use, Where | None], Sequence[IndicatorRule]] = {}

    def at(self, use: Use, where: Where | None = None) -> Sequence[IndicatorRule]:
        """Return the rules for ``use`` that look at ``where``, in the order of the file."""
        key = (use, where)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self.rules.sieved(use, where, self._held)
        return found


@lru_cache(maxsize=8)
def load_rules(packs: Packs) -> IndicatorRules:
    """Return the rules of ``packs``; read once for each pair of packs."""
    return IndicatorRules(packs.rules(FILE, IndicatorRule), packs.words(FILE))
