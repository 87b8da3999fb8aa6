"""The scores of one document: pair its records with the gold ones, count hits, judge fields."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from trichluc.evaluate.likeness import (
    Answer,
    Pairs,
    coverage,
    number,
    overlap,
    pair_by_key,
    pair_by_likeness,
    symbol,
    unit_class,
)
from trichluc.records import Category

DOCUMENT_FIELDS = ("kind", "symbol", "title", "issuer", "parent", "place", "issued_on", "period", "signatory")
# Names of bodies and people, and titles, may differ in a word; the other fields are codes and dates.
_WORDY_FIELDS = frozenset({"title", "issuer", "parent", "signatory"})
_CATEGORIES = tuple(category.value for category in Category)


@dataclass(slots=True)
class Count:
    """How many records were found: ``hit`` of ``gold``, with ``answer`` given."""

    hit: int = 0
    gold: int = 0
    answer: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the answers that are right; null without answers."""
        return self.hit / self.answer if self.answer else None

    @property
    def recall(self) -> float | None:
        """Share of the gold records that were found; null without gold."""
        return self.hit / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; null where there is nothing to find and nothing was found."""
        return 2 * self.hit / (self.gold + self.answer) if self.gold + self.answer else None

    def row(self) -> dict[str, Any]:
        """Return the figures for JSON."""
        figures = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {**figures, "gold": self.gold, "answer": self.answer}


@dataclass(slots=True)
class Share:
    """How many fields of paired records are right."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float | None:
        """The share, null of none."""
        return self.right / self.of if self.of else None

    def row(self) -> dict[str, Any]:
        """Return the figures for JSON."""
        return {"right": self.value, "of": self.of}


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that is wrong: what was wanted and what was given, null for nothing."""

    document: str
    what: str
    want: str | None
    got: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one answered record.

    Attributes:
        document: the document it stands in.
        family: ``references``, ``indicators`` or ``assessments``.
        record: the record as answered, with ``rule`` and ``confidence``.
        right: a gold record was paired with it.
        whole: and all fields that are judged are right, too.
    """

    document: str
    family: str
    record: Answer
    right: bool
    whole: bool


@dataclass(slots=True)
class Score:
    """Counts, shares, misses and verdicts; scores add up over documents."""

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    shares: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    misses: list[Miss] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the figures of ``other``."""
        for name, count in other.counts.items():
            self.count(name, count.hit, count.gold, count.answer)
        for name, share in other.shares.items():
            self.shares[name].right += share.right
            self.shares[name].of += share.of
        self.misses += other.misses
        self.verdicts += other.verdicts

    def count(self, name: str, hit: int, gold: int, answer: int) -> None:
        """Count records."""
        mine = self.counts[name]
        mine.hit, mine.gold, mine.answer = mine.hit + hit, mine.gold + gold, mine.answer + answer

    def judge(self, name: str, right: bool) -> bool:
        """Count a field that is right or wrong."""
        self.shares[name].right += right
        self.shares[name].of += 1
        return right

    def rows(self) -> dict[str, dict[str, Any]]:
        """Return all figures by name, for JSON."""
        counts = {name: count.row() for name, count in sorted(self.counts.items())}
        return counts | {name: share.row() for name, share in sorted(self.shares.items())}


def score_document(name: str, gold: Answer, answer: Answer) -> Score:
    """Return the scores of one document.

    Args:
        name: what misses call the document.
        gold: an object with ``document``, ``references``, ``indicators`` and ``assessments``.
        answer: the same, as ``records.jsonl`` has it; empty where there is none, which misses everything.
    """
    score = Score()
    _Scorer(name, score).all(gold, answer)
    return score


class _Scorer:
    def __init__(self, name: str, score: Score) -> None:
        self.name, self.score = name, score

    def all(self, gold: Answer, answer: Answer) -> None:
        self.document(gold["document"], answer.get("document") or {})
        for family in ("references", "indicators", "assessments"):
            getattr(self, family)(gold.get(family) or [], answer.get(family) or [])

    def document(self, gold: Answer, answer: Answer) -> None:
        for name in DOCUMENT_FIELDS:
            want, got = gold.get(name), answer.get(name)
            if want is None:
                continue
            right = overlap(want, got) >= 0.8 if name in _WORDY_FIELDS else symbol(want) == symbol(got)
            if not self.score.judge("document", right):
                self.miss(f"document.{name}", want, got)

    def references(self, gold: list[Answer], answers: list[Answer]) -> None:
        self.numbered(
            [record for record in gold if record.get("form") != "named"],
            [record for record in answers if record.get("form") != "named"],
        )
        pairs, missed, extra = pair_by_likeness(
            [record for record in gold if record.get("form") == "named"],
            [record for record in answers if record.get("form") == "named"],
            lambda w, t: overlap(w["text"], t.get("text")) if w.get("type") == t.get("type") else 0.0,
            0.6,
        )
        self.counted("references.named", "named reference", pairs, missed, extra)
        self.judged("references", [(got, True) for _, got in pairs], extra)

    def numbered(self, gold: list[Answer], answers: list[Answer]) -> None:
        pairs, missed, extra = pair_by_key(gold, answers, lambda record: symbol(record.get("symbol")))
        for want in list(missed):  # a bare number may be answered by a whole symbol that begins with it
            bare = symbol(want.get("symbol"))
            if not bare.isdigit():
                continue
            whole = [r for r in extra if re.match(rf"0*{int(bare)}[-/]", symbol(r.get("symbol")))]
            if whole:
                pairs.append((want, whole[0]))
                missed.remove(want)
                extra.remove(whole[0])
        self.counted("references.numbered", "reference", pairs, missed, extra)
        judged: list[tuple[Answer, bool]] = []
        for want, got in pairs:
            fields = [
                self.field("references", name, want, got, symbol(want.get(name)) == symbol(got.get(name)))
                for name in ("issued_on", "type")
            ]
            alike = overlap(want.get("issuer"), got.get("issuer")) >= 0.6
            fields.append(self.field("references", "issuer", want, got, alike))
            judged.append((got, all(fields)))
        self.score.count("references.whole", sum(whole for _, whole in judged), len(gold), len(answers))
        self.judged("references", judged, extra)

    def indicators(self, gold: list[Answer], answers: list[Answer]) -> None:
        pairs, missed, extra = pair_by_key(gold, answers, _indicator_key)
        self.counted("indicators", "indicator", pairs, missed, extra)
        # equal numbers stand in one table many times: pair their names by likeness before judging the fields
        groups: defaultdict[object, tuple[list[Answer], list[Answer]]] = defaultdict(lambda: ([], []))
        for want, got in pairs:
            wants, gots = groups[number(want.get("value")), unit_class(want.get("unit"))]
            wants.append(want)
            gots.append(got)
        judged = [
            (got, self.indicator_fields(want, got))
            for wants, gots in groups.values()
            for want, got in pair_by_likeness(wants, gots, _indicator_likeness, 0.0)[0]
        ]
        self.score.count("indicators.whole", sum(whole for _, whole in judged), len(gold), len(answers))
        self.judged("indicators", judged, extra)

    def indicator_fields(self, want: Answer, got: Answer) -> bool:
        same_period = symbol(want.get("period")) == symbol(got.get("period"))
        same_name = coverage(want.get("name"), got.get("name")) >= 0.5
        return all(
            [
                self.field("indicators", "role", want, got, want.get("role") == got.get("role")),
                self.field("indicators", "period", want, got, same_period),
                self.field("indicators", "name", want, got, same_name),
            ]
        )

    def assessments(self, gold: list[Answer], answers: list[Answer]) -> None:
        for category in _CATEGORIES:
            wants = [record for record in gold if record["category"] == category]
            gots = [record for record in answers if record.get("category") == category]
            pairs, missed, extra = pair_by_likeness(wants, gots, lambda w, t: overlap(w["text"], t.get("text")), 0.6)
            self.counted(f"assessments.{category}", category, pairs, missed, extra)
            self.score.count("assessments", len(pairs), len(wants), len(gots))
            self.judged("assessments", [(got, True) for _, got in pairs], extra)

    def judged(self, family: str, paired: Iterable[tuple[Answer, bool]], extra: Iterable[Answer]) -> None:
        """Keep what became of each answered record."""
        verdicts = self.score.verdicts
        verdicts += (Verdict(self.name, family, record, True, whole) for record, whole in paired)
        verdicts += (Verdict(self.name, family, record, False, False) for record in extra)

    def counted(self, name: str, what: str, pairs: Pairs, missed: Iterable[Answer], extra: Iterable[Answer]) -> None:
        missed, extra = list(missed), list(extra)
        self.score.count(name, len(pairs), len(pairs) + len(missed), len(pairs) + len(extra))
        for record in missed:
            self.miss(f"{what} missed", _told(record), None)
        for record in extra:
            self.miss(f"{what} extra", None, _told(record))

    def field(self, family: str, name: str, want: Answer, got: Answer, right: bool) -> bool:
        if not self.score.judge(f"{family}.{name}", right):
            self.miss(f"{family}.{name}", f"{want.get(name)} ({_told(want)})", got.get(name))
        return right

    def miss(self, what: str, want: object, got: object) -> None:
        said = [None if value is None else str(value) for value in (want, got)]
        self.score.misses.append(Miss(self.name, what, said[0], said[1]))


def _indicator_key(record: Answer) -> tuple[object, ...]:
    numbers = (number(record.get(name)) for name in ("value", "min", "max", "of"))
    return (*numbers, unit_class(record.get("unit")))


def _indicator_likeness(want: Answer, got: Answer) -> float:
    return 1e-9 + overlap(want.get("name"), got.get("name")) + (want.get("role") == got.get("role")) / 2


def _told(record: Answer) -> str:
    text = str(record.get("text") or "")
    return f"{text} · {record['name']}" if record.get("name") else text
