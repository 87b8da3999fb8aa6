"""When two values count as the same, and which answer belongs to which gold record."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import Any

# A record as JSON gives it.
Answer = dict[str, Any]
Pairs = list[tuple[Answer, Answer]]
Pairing = tuple[Pairs, list[Answer], list[Answer]]

_LOOK_ALIKES = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ"})
_DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-", "\u00ad": None})


@lru_cache(maxsize=65536)
def fold(text: object) -> str:
    """Return ``text`` in NFC and lower case with single blanks; the empty string for null."""
    plain = unicodedata.normalize("NFC", str(text or "")).translate(_LOOK_ALIKES)
    return re.sub(r"\s+", " ", plain).strip().lower()


@lru_cache(maxsize=65536)
def words(text: object) -> frozenset[str]:
    """Return the distinct words of ``text``, folded."""
    return frozenset(re.findall(r"\w+", fold(text)))


def overlap(one: object, other: object) -> float:
    """Return the share of words in common: intersection over union; 1 where neither has any."""
    a, b = words(one), words(other)
    return len(a & b) / len(a | b) if a | b else 1.0


def coverage(one: object, other: object) -> float:
    """Return the share of the smaller set of words that both hold; 0 where either has none."""
    a, b = words(one), words(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def symbol(text: object) -> str:
    """Return a symbol, date or code as it is compared: without blanks, dashes alike."""
    return re.sub(r"\s+", "", fold(text)).translate(_DASHES)


def number(value: object) -> float | None:
    """Return a number as it is compared, to six decimals; null for null and the empty string."""
    return None if value is None or value == "" else round(float(str(value)), 6)


def unit_class(unit: object) -> str:
    """Return ``%``, ``vnd``, or the first word of a unit noun."""
    folded = fold(unit)
    if folded in ("%", "percent", "phần trăm"):
        return "%"
    if folded.startswith(("vnd", "đồng")):
        return "vnd"
    return folded.split(" ")[0]


def pair_by_key(gold: Sequence[Answer], answers: Sequence[Answer], key: Callable[[Answer], Hashable]) -> Pairing:
    """Pair records with equal keys in order of appearance; return pairs, gold left over, answers left over."""
    waiting: defaultdict[Hashable, list[Answer]] = defaultdict(list)
    for answer in answers:
        waiting[key(answer)].append(answer)
    pairs: Pairs = []
    missed: list[Answer] = []
    for wanted in gold:
        bucket = waiting[key(wanted)]
        if bucket:
            pairs.append((wanted, bucket.pop(0)))
        else:
            missed.append(wanted)
    return pairs, missed, [answer for bucket in waiting.values() for answer in bucket]


def pair_by_likeness(
    gold: Sequence[Answer], answers: Sequence[Answer], alike: Callable[[Answer, Answer], float], least: float
) -> Pairing:
    """Pair greedily, most alike first, down to a likeness of ``least``; return as :func:`pair_by_key` does."""
    scored = sorted((-alike(g, a), i, j) for i, g in enumerate(gold) for j, a in enumerate(answers))
    taken_gold, taken_answers, pairs = set[int](), set[int](), list[tuple[Answer, Answer]]()
    for value, i, j in scored:
        if -value < least:
            break
        if i not in taken_gold and j not in taken_answers:
            taken_gold.add(i)
            taken_answers.add(j)
            pairs.append((gold[i], answers[j]))
    return (
        pairs,
        [g for i, g in enumerate(gold) if i not in taken_gold],
        [a for j, a in enumerate(answers) if j not in taken_answers],
    )
