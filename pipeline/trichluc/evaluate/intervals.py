"""How sure a score is: bootstrap intervals over documents.

A score of five reports says little of the next; drawing documents with replacement shows how far it would have moved
had other reports of the same kind been in the set. The draws have a fixed seed: the same scores give the same interval.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from trichluc.evaluate.scoring import Score

DRAWS = 1000
_SEED = 20260915
_TAIL = 0.025  # of the draws left out at each end: 95 % lie between

Interval = tuple[float, float]


def intervals(documents: Iterable[Score], draws: int = DRAWS) -> dict[str, Interval]:
    """Return the 95 % interval of each figure by its name: F1 for counts, the share for fields.

    Args:
        documents: the scores of single documents.
        draws: how often a set of as many documents is drawn.

    Returns:
        Names as in :meth:`Score.rows`; a figure that no document has is missing.
    """
    scores = list(documents)
    names = sorted({name for score in scores for name in (*score.counts, *score.shares)})
    if not scores:
        return {}
    generator = Random(_SEED)  # noqa: S311 - drawn for statistics, not for secrets
    drawn = [generator.choices(range(len(scores)), k=len(scores)) for _ in range(draws)]
    return {name: found for name in names if (found := _interval(_parts(scores, name), drawn)) is not None}


def _parts(scores: Iterable[Score], name: str) -> list[tuple[float, float]]:
    """Return numerator and denominator of the figure in each document; figures add up part by part."""
    return [_part(score, name) for score in scores]


def _part(score: Score, name: str) -> tuple[float, float]:
    if name in score.counts:
        count = score.counts[name]
        return 2.0 * count.hit, float(count.gold + count.answer)
    if name in score.shares:
        return float(score.shares[name].right), float(score.shares[name].of)
    return 0.0, 0.0


def _interval(parts: list[tuple[float, float]], drawn: Iterable[list[int]]) -> Interval | None:
    values = []
    for choice in drawn:
        whole = sum(parts[index][1] for index in choice)
        if whole:
            values.append(sum(parts[index][0] for index in choice) / whole)
    if not values:
        return None
    values.sort()
    return values[int(len(values) * _TAIL)], values[min(len(values) - 1, int(len(values) * (1 - _TAIL)))]
