"""Scores as a person reads them."""

from __future__ import annotations

import json
import sys

from trichluc.evaluate.diff import Difference, summary
from trichluc.evaluate.intervals import Interval
from trichluc.evaluate.report import Evaluation
from trichluc.evaluate.scoreboard import calibrate, reliability, scoreboard
from trichluc.evaluate.scoring import Count, Score
from trichluc.terminal import print_table, printable

# The measures that documents and kinds are compared by: head of the column, name of the figure.
_CHOSEN = (
    ("document", "document"),
    ("numbered", "references.numbered"),
    ("named", "references.named"),
    ("whole ref.", "references.whole"),
    ("indicators", "indicators"),
    ("role", "indicators.role"),
    ("period", "indicators.period"),
    ("name", "indicators.name"),
    ("whole ind.", "indicators.whole"),
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
    _print_total(evaluation.total, evaluation.intervals())
    _print_parts("document", evaluation.documents)
    _print_parts("kind", dict(sorted(evaluation.kinds.items())))
    absent = ", ".join(evaluation.absent)
    sys.stdout.write(f"\n{len(evaluation.documents)} documents")
    sys.stdout.write(f", {len(evaluation.absent)} without an answer: {absent}\n" if absent else "\n")


def _print_total(score: Score, intervals: dict[str, Interval]) -> None:
    counts = [
        (
            name,
            _figure(count.f1),
            _between(intervals.get(name)),
            _figure(count.precision),
            _figure(count.recall),
            str(count.gold),
            str(count.answer),
        )
        for name, count in sorted(score.counts.items())
    ]
    print_table(("records", "F1", "95 %", "precision", "recall", "gold", "given"), counts)
    sys.stdout.write("\n")
    shares = [
        (name, _figure(share.value), _between(intervals.get(name)), str(share.of))
        for name, share in sorted(score.shares.items())
    ]
    print_table(("fields", "right", "95 %", "of"), shares)


def print_rules(evaluation: Evaluation, rule: str | None) -> None:
    """Print the scoreboard of rules, or the records of one rule with what became of each."""
    scores = scoreboard(evaluation.total.verdicts)
    if rule is None:
        rows = [
            (s.family, s.rule, *map(str, (s.fired, s.right, s.fired - s.right, s.whole, s.overlaps, s.conflicts)))
            for s in scores
        ]
        print_table(("family", "rule", "fired", "right", "wrong", "whole", "overlaps", "conflicts"), rows)
        return
    for score in scores:
        for verdict in score.verdicts if score.rule == rule else ():
            said = "whole" if verdict.whole else "right" if verdict.right else "wrong"
            line = (verdict.document, said, str(verdict.record.get("text") or ""))
            sys.stdout.write("\t".join(map(printable, line)) + "\n")


def print_reliability(evaluation: Evaluation) -> None:
    """Print what the stated confidence is worth: for each stretch of it, how many records are right."""
    for family in ("references", "indicators", "assessments"):
        sys.stdout.write(f"\n{family}\n")
        rows = [
            (f"{b.low:.2f} – {min(b.high, 1):.2f}", str(b.count), _figure(b.stated), _figure(b.right))
            for b in reliability(evaluation.total.verdicts, family)
        ]
        print_table(("confidence", "records", "stated", "right"), rows)


def print_calibration(evaluation: Evaluation) -> None:
    """Print as CSV what confidence the records of each rule deserve."""
    sys.stdout.write("family,rule,records,right,stated,confidence\n")
    for row in calibrate(evaluation.total.verdicts):
        figures = f"{row.count},{row.right},{row.stated:.3f},{row.confidence:.3f}"
        sys.stdout.write(f"{row.family},{printable(row.rule)},{figures}\n")


def print_differences(differences: list[Difference], *, details: bool) -> None:
    """Print what differs between two runs: by rule, and where asked each record."""
    for found in differences if details else ():
        fields = "; ".join(f"{name}: {old!r} → {new!r}" for name, (old, new) in found.fields.items())
        line = (found.document, found.change, found.family, found.rule, found.text, fields)
        sys.stdout.write("\t".join(map(printable, line)).rstrip("\t") + "\n")
    if details and differences:
        sys.stdout.write("\n")
    print_table(("family", "rule", "gained", "lost", "changed"), summary(differences))
    sys.stdout.write(f"{len(differences)} differences\n")


def _between(interval: Interval | None) -> str:
    return "–" if interval is None else f"{interval[0]:.3f} to {interval[1]:.3f}"


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
