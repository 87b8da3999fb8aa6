"""What a change of rules changes: records gained and lost between two runs, and fields that differ.

Read by document and by rule, so that a rule is looked at before it is committed.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from trichluc.errors import UsageError
from trichluc.evaluate.likeness import Answer

FAMILIES = ("references", "indicators", "assessments")
Change = Literal["gained", "lost", "changed"]
# what says where a record is or how sure it is, and not what it says
_ASIDE = frozenset({"id", "document_id", "start", "end", "sentence", "page", "confidence", "rule", "table_number"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that is not the same in both runs.

    Attributes:
        change: gained, lost, or changed in a field.
        document: path of the source.
        family: ``document`` or a family of records.
        rule: that made the record, of the later run where both have it.
        text: the words of the record.
        fields: of a changed record, the old and the new value by field.
    """

    change: Change
    document: str
    family: str
    rule: str
    text: str
    fields: Mapping[str, tuple[object, object]] = field(default_factory=dict)


def difference(before: Path, after: Path) -> Iterator[Difference]:
    """Yield what differs from the run ``before`` to the run ``after``, by document in order of path.

    Args:
        before: output folder of the earlier run, or a file like ``records.jsonl``.
        after: the same of the later run.

    Raises:
        UsageError: a folder does not hold the records of a run.
    """
    old, new = _read(before), _read(after)
    for path in sorted(old.keys() | new.keys()):
        mine, its = old.get(path, {}), new.get(path, {})
        changed = _fields(mine.get("document") or {}, its.get("document") or {}, _DOCUMENT_ASIDE)
        if not mine or not its:
            yield Difference("gained" if its else "lost", path, "document", "", path)
        elif changed:
            yield Difference("changed", path, "document", "", path, changed)
        for family in FAMILIES:
            yield from _records(path, family, mine.get(family) or [], its.get(family) or [])


_DOCUMENT_ASIDE = frozenset({"id", "sha256", "fingerprint", "extracted_at", "source_path", "source_name"})


def _records(path: str, family: str, before: list[Answer], after: list[Answer]) -> Iterator[Difference]:
    """Pair records that stand at the same words; of several there, in order."""
    waiting: defaultdict[tuple[object, ...], list[Answer]] = defaultdict(list)
    for record in after:
        waiting[_place(record)].append(record)
    for record in before:
        others = waiting[_place(record)]
        if not others:
            yield Difference("lost", path, family, _rule(record), _text(record))
            continue
        other = others.pop(0)
        changed = _fields(record, other, _ASIDE)
        if changed:
            yield Difference("changed", path, family, _rule(other), _text(other), changed)
    for others in waiting.values():
        for record in others:
            yield Difference("gained", path, family, _rule(record), _text(record))


def _place(record: Answer) -> tuple[object, ...]:
    return record.get("start"), record.get("end")


def _rule(record: Answer) -> str:
    return str(record.get("rule") or "")


def _text(record: Answer) -> str:
    return str(record.get("text") or "")


def _fields(before: Answer, after: Answer, aside: frozenset[str]) -> dict[str, tuple[object, object]]:
    names = sorted((before.keys() | after.keys()) - aside)
    return {n: (before.get(n), after.get(n)) for n in names if before.get(n) != after.get(n)}


def _read(path: Path) -> dict[str, Answer]:
    file = path / "records.jsonl" if path.is_dir() else path
    if not file.is_file():
        raise UsageError(f"{file}: not there; give a folder that `trichluc run … --out` wrote to")
    records = {}
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                records[str(record["document"]["source_path"])] = record
            except (json.JSONDecodeError, KeyError, TypeError) as error:
                raise UsageError(f"{file}, line {number}: not a line of records ({error!r})") from error
    return records


def summary(differences: list[Difference]) -> list[tuple[str, str, str, str, str]]:
    """Return rows of family, rule, and how many records it gained, lost and changed; the most changed first."""
    counted = Counter((d.family, d.rule, d.change) for d in differences)
    rules = sorted({(d.family, d.rule) for d in differences}, key=lambda rule: (-_all(counted, *rule), rule))
    return [
        (
            family,
            rule or "–",
            str(counted[family, rule, "gained"]),
            str(counted[family, rule, "lost"]),
            str(counted[family, rule, "changed"]),
        )
        for family, rule in rules
    ]


def _all(counted: Counter[tuple[str, str, Change]], family: str, rule: str) -> int:
    return sum(count for (its, name, _), count in counted.items() if (its, name) == (family, rule))
