"""Read gold answers and records, and add the scores up: over all, by document, by kind of document."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trichluc.errors import UsageError
from trichluc.evaluate.intervals import Interval, intervals
from trichluc.evaluate.likeness import Answer
from trichluc.evaluate.scoring import Score, score_document

_FAMILIES = ("document", "references", "indicators", "assessments")


@dataclass(slots=True)
class Evaluation:
    """The scores of a set of documents.

    Attributes:
        total: over all documents.
        documents: by name of the document; a gold answer without any is there under its stem.
        kinds: by kind of document, as the gold answer tells it.
        absent: stems of gold answers that no document was given for.
    """

    total: Score = field(default_factory=Score)
    documents: dict[str, Score] = field(default_factory=dict)
    kinds: defaultdict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    absent: list[str] = field(default_factory=list)

    def intervals(self) -> dict[str, Interval]:
        """Return the 95 % interval of each figure of the total, by name."""
        return intervals(self.documents.values())

    def as_json(self) -> dict[str, Any]:
        """Return all figures."""
        return {
            "total": self.total.rows(),
            "intervals": {name: list(interval) for name, interval in self.intervals().items()},
            "documents": {name: score.rows() for name, score in self.documents.items()},
            "kinds": {kind: score.rows() for kind, score in sorted(self.kinds.items())},
            "absent": self.absent,
        }


def evaluate(gold: Path, records: Path) -> Evaluation:
    """Score ``records`` against the answers in the folder ``gold``.

    Args:
        gold: a folder with one JSON file a document, named after its stem.
        records: an output folder, or a file like ``records.jsonl``. Where several documents have the stem of a gold
            answer (one report in two formats), each is scored.

    Raises:
        UsageError: a path is not there or does not hold what it should.
    """
    golds, answers = read_gold(gold), _read_records(records)
    evaluation = Evaluation()
    for stem, wanted in golds.items():
        given = answers.get(stem, [])
        if not given:
            evaluation.absent.append(stem)
        for answer in given or [{}]:
            name = answer.get("document", {}).get("source_path", stem)
            score = score_document(name, wanted, answer)
            evaluation.total.add(score)
            evaluation.documents[name] = score
            evaluation.kinds[wanted["document"].get("kind") or "none"].add(score)
    return evaluation


def read_gold(folder: Path) -> dict[str, Answer]:
    """Return the gold answers of a folder by stem, in order of stem."""
    golds = {path.stem: _read_json(path) for path in sorted(folder.glob("*.json"))}
    if not golds:
        raise UsageError(f"{folder}: no gold answers there; give a folder with one .json file a document")
    for stem, gold in golds.items():
        if not isinstance(gold, dict) or not isinstance(gold.get("document"), dict):
            raise UsageError(f"{folder / stem}.json: not a gold answer; it needs the keys {', '.join(_FAMILIES)}")
    return golds


def _read_records(path: Path) -> dict[str, list[Answer]]:
    file = path / "records.jsonl" if path.is_dir() else path
    if not file.is_file():
        raise UsageError(f"{file}: not there; give the folder that `trichluc run … --out` wrote to")
    answers: defaultdict[str, list[Answer]] = defaultdict(list)
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    record = json.loads(line)
                    answers[Path(record["document"]["source_name"]).stem].append(record)
                except (json.JSONDecodeError, KeyError, TypeError) as error:
                    raise UsageError(f"{file}, line {number}: not a line of records ({error!r})") from error
    return answers


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not JSON in UTF-8 ({error})") from error
