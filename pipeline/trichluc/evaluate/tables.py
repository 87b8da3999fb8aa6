"""Scores as a person reads them."""

from __future__ import annotations

import json
import sys

from trichluc.evaluate.report import Evaluation
from trichluc.evaluate.scoring import Count, Score
from trichluc.terminal import print_table, printable

# The measures that documents and kinds are compared by: head of the column, name of the figure.
_CHOSEN = (
    ("document", "document"),
    ("numbered", "references.numbered"),
    ("named", "references.named"),
    ("indicators", "indicators"),
    ("role", "indicators.role"),
    ("period", "indicators.period"),
    ("name", "indicators.name"),
    ("assessments", "assessments"),
)


def print_evaluation(evaluation: Evaluation, *, misses: bool, as_json: bool) -> None:
    """Print an evaluation on standard output, as tables or as JSON."""
    if as_json:
        sys.stdout.write(json.dumps(evaluation.as_json(), ensure_ascii=False, indent=1) + "\n")
        return
    if misses:
        for miss in evaluation.total.misses:
            line = f"{miss.document}\t{miss.what}\twant: {miss.want or '–'}\tgot: {miss.got or '–'}"
            sys.stdout.write("\t".join(map(printable, line.split("\t"))) + "\n")
        sys.stdout.write("\n")
    _print_total(evaluation.total)
    _print_parts("document", evaluation.documents)
    _print_parts("kind", dict(sorted(evaluation.kinds.items())))
    absent = ", ".join(evaluation.absent)
    sys.stdout.write(f"\n{len(evaluation.documents)} documents")
    sys.stdout.write(f", {len(evaluation.absent)} without an answer: {absent}\n" if absent else "\n")


def _print_total(score: Score) -> None:
    counts = [
        (name, _figure(count.f1), _figure(count.precision), _figure(count.recall), str(count.gold), str(count.answer))
        for name, count in sorted(score.counts.items())
    ]
    print_table(("records", "F1", "precision", "recall", "gold", "given"), counts)
    sys.stdout.write("\n")
    print_table(
        ("fields", "right", "of"),
        [(name, _figure(share.value), str(share.of)) for name, share in sorted(score.shares.items())],
    )


def _print_parts(head: str, parts: dict[str, Score]) -> None:
    sys.stdout.write("\n")
    rows = [(name, *(_figure(_measure(score, figure)) for _, figure in _CHOSEN)) for name, score in parts.items()]
    print_table((head, *(title for title, _ in _CHOSEN)), rows)


def _measure(score: Score, name: str) -> float | None:
    if name in score.counts:
        return score.counts.get(name, Count()).f1
    return score.shares[name].value if name in score.shares else None


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
