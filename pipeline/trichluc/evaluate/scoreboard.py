"""What each rule is worth: how often it fired, was right, wrong, and stood where another record stands.

A rule is judged by the records that it made: right where a gold answer was paired with the record. A record that
overlaps another of its family is counted, and apart from that whether the two say different things of the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from trichluc.evaluate.likeness import Answer
from trichluc.evaluate.scoring import Verdict

_SAID = ("symbol", "value", "min", "max", "unit", "category")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0000001)


@dataclass(slots=True)
class RuleScore:
    """The figures of one rule, with the verdicts behind them.

    Attributes:
        rule: its name.
        family: ``references``, ``indicators`` or ``assessments``.
        verdicts: on every record that it made, in order.
        overlaps: records that overlap another of their family.
        conflicts: of these, those that say something else than the other.
    """

    rule: str
    family: str
    verdicts: list[Verdict] = field(default_factory=list)
    overlaps: int = 0
    conflicts: int = 0

    @property
    def fired(self) -> int:
        """How many records it made."""
        return len(self.verdicts)

    @property
    def right(self) -> int:
        """How many of them a gold answer was paired with."""
        return sum(verdict.right for verdict in self.verdicts)

    @property
    def whole(self) -> int:
        """How many of them are right in every field."""
        return sum(verdict.whole for verdict in self.verdicts)


def scoreboard(verdicts: Iterable[Verdict]) -> list[RuleScore]:
    """Return the figures of every rule that fired, the most wrong first."""
    rules: dict[tuple[str, str], RuleScore] = {}
    groups: defaultdict[tuple[str, str], list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        name = str(verdict.record.get("rule") or "(none)")
        rules.setdefault((verdict.family, name), RuleScore(name, verdict.family)).verdicts.append(verdict)
        groups[verdict.document, verdict.family].append(verdict)
    for (_, family), group in groups.items():
        for record, other in _overlapping([verdict.record for verdict in group]):
            for one, two in ((record, other), (other, record)):
                score = rules[family, str(one.get("rule") or "(none)")]
                score.overlaps += 1
                score.conflicts += any(one.get(name) != two.get(name) for name in _SAID)
    return sorted(rules.values(), key=lambda score: (score.right - score.fired, score.family, score.rule))


def _overlapping(records: Sequence[Answer]) -> Iterable[tuple[Answer, Answer]]:
    placed = sorted((r for r in records if "start" in r and "end" in r), key=lambda r: (r["start"], r["end"]))
    for index, record in enumerate(placed):
        for other in placed[index + 1 :]:
            if other["start"] >= record["end"]:
                break
            yield record, other


@dataclass(frozen=True, slots=True)
class Bin:
    """Records whose confidence lies from ``low`` up to ``high``.

    Attributes:
        low, high: ends of the stretch.
        count: how many records.
        stated: their mean confidence.
        right: the share of them that is right.
    """

    low: float
    high: float
    count: int
    stated: float
    right: float


def reliability(verdicts: Iterable[Verdict], family: str | None = None) -> list[Bin]:
    """Return what the stated confidence is worth: the share of right records for each stretch of it.

    Args:
        verdicts: on records that carry a ``confidence``.
        family: only records of this family.
    """
    known = [
        (float(v.record["confidence"]), v.right)
        for v in verdicts
        if v.record.get("confidence") is not None and family in (None, v.family)
    ]
    bins = []
    for low, high in pairwise(BINS):
        inside = [(stated, right) for stated, right in known if low <= stated < high]
        if inside:
            count = len(inside)
            bins.append(Bin(low, high, count, sum(s for s, _ in inside) / count, sum(r for _, r in inside) / count))
    return bins


# How many records the stated confidence weighs as much as: a rule that fired twice says little of itself.
PRIOR = 10


@dataclass(frozen=True, slots=True)
class Calibrated:
    """What a rule's records were worth on gold answers.

    Attributes:
        family, rule: which rule.
        count: how many records it made.
        right: how many of them were right.
        stated: mean of the confidence that they carried.
        confidence: the probability to state instead: the share of right ones, drawn towards ``stated`` by
            :data:`PRIOR` records, so that a rare rule keeps what it stated and a frequent one gets what it earns.
    """

    family: str
    rule: str
    count: int
    right: int
    stated: float
    confidence: float


def calibrate(verdicts: Iterable[Verdict]) -> list[Calibrated]:
    """Return for each rule the confidence that its records deserve, in order of family and rule.

    Args:
        verdicts: on records that carry a ``confidence``; others are left out.
    """
    groups: defaultdict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.record.get("confidence") is not None:
            key = verdict.family, str(verdict.record.get("rule") or "(none)")
            groups[key].append((float(verdict.record["confidence"]), verdict.right))
    rows = []
    for (family, rule), known in sorted(groups.items()):
        count, right = len(known), sum(is_right for _, is_right in known)
        stated = sum(confidence for confidence, _ in known) / count
        rows.append(Calibrated(family, rule, count, right, stated, (right + PRIOR * stated) / (count + PRIOR)))
    return rows
