"""A linter for gold answers: an error in the answers sends whoever reads the scores astray.

Checked against the guide for annotation: that quotes stand in the document (where its text is at hand), that choices,
dates and periods are of the forms that exist, and that nothing is there twice.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from trichluc.evaluate.likeness import Answer, fold
from trichluc.evaluate.report import read_gold
from trichluc.evaluate.scoring import DOCUMENT_FIELDS
from trichluc.records import Category, Form, Qualifier, Role

_DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_POINT = r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]))?"
_PERIOD = re.compile(rf"{_POINT}(?:/(?:{_POINT}|\.\.))?")
_SYMBOL = re.compile(r"\S+")
_CHOICES = {
    "references": {"form": {form.value for form in Form}},
    "indicators": {
        "role": {role.value for role in Role},
        "qualifier": {qualifier.value for qualifier in Qualifier},
        "source": {"text", "table"},
    },
    "assessments": {"category": {category.value for category in Category}},
}
_NUMBERS = ("value", "min", "max", "of")


def lint_gold(folder: Path, texts: Path | None = None) -> Iterator[str]:
    """Yield what is wrong with the gold answers in ``folder``, one sentence each, with file and place.

    Args:
        folder: one JSON file a document.
        texts: an output folder of a run over the same documents, whose clean texts the quotes are looked up in.

    Raises:
        UsageError: the folder holds no gold answers.
    """
    clean = _clean_texts(texts) if texts is not None else {}
    for stem, gold in read_gold(folder).items():
        for complaint in _document(gold["document"]):
            yield f"{stem}.json: document: {complaint}"
        for family, choices in _CHOICES.items():
            records = gold.get(family) or []
            for index, record in enumerate(records):
                for complaint in (*_record(family, record, choices), *_quoted(record, clean.get(stem))):
                    yield f"{stem}.json: {family}[{index}] “{str(record.get('text'))[:60]}”: {complaint}"
            for text, count in _repeated(family, records):
                yield f"{stem}.json: {family}: “{text[:60]}” stands {count} times with the same answer and place"


def _document(document: Answer) -> Iterator[str]:
    for name in document:
        if name not in DOCUMENT_FIELDS:
            yield f"{name} is no field"
    if document.get("issued_on") and not _DATE.fullmatch(str(document["issued_on"])):
        yield f"issued_on {document['issued_on']!r} is no ISO date"
    if document.get("period") and not _PERIOD.fullmatch(str(document["period"])):
        yield f"period {document['period']!r} is no period"


def _record(family: str, record: Answer, choices: dict[str, set[str]]) -> Iterator[str]:
    if not fold(record.get("text")):
        yield "has no text"
    for name, allowed in choices.items():
        if record.get(name) not in allowed and not (name in ("qualifier", "source") and name not in record):
            yield f"{name} {record.get(name)!r} is none of {', '.join(sorted(allowed))}"
    if record.get("issued_on") and not _DATE.fullmatch(str(record["issued_on"])):
        yield f"issued_on {record['issued_on']!r} is no ISO date"
    if record.get("period") and not _PERIOD.fullmatch(str(record["period"])):
        yield f"period {record['period']!r} is no period"
    if family == "references":
        yield from _reference(record)
    if family == "indicators":
        yield from _indicator(record)


def _reference(record: Answer) -> Iterator[str]:
    named = record.get("form") == Form.NAMED.value
    if named and record.get("symbol"):
        yield "a named document has no symbol"
    if not named and not _SYMBOL.fullmatch(str(record.get("symbol") or "")):
        yield "a numbered or short mention needs a symbol without blanks"


def _indicator(record: Answer) -> Iterator[str]:
    for name in _NUMBERS:
        if isinstance(record.get(name), bool | str) or not isinstance(record.get(name), int | float | None):
            yield f"{name} is no number"
            return
    ranged = record.get("min") is not None or record.get("max") is not None
    if ranged and record.get("value") is not None:
        yield "a range has no value"
    if ranged and (record.get("min") is None or record.get("max") is None or record["min"] >= record["max"]):
        yield "a range needs min below max"
    if record.get("of") is not None and record.get("value") is None:
        yield "a ratio needs a value"
    if not fold(record.get("name")):
        yield "has no name"


def _quoted(record: Answer, text: str | None) -> Iterator[str]:
    if text is not None and fold(record.get("text")) not in text:
        yield "does not stand in the document"


def _repeated(family: str, records: list[Answer]) -> Iterator[tuple[str, int]]:
    """Yield assessments that are there twice; numbers and mentions may well be, for a report may say a thing twice."""
    if family == "assessments":
        counted = Counter((fold(record.get("text")), record.get("category")) for record in records)
        yield from ((text, count) for (text, _), count in counted.items() if count > 1)


def _clean_texts(out: Path) -> dict[str, str]:
    """Return the folded clean text of each document of an output folder, by the stem of its file."""
    texts = {}
    with (out / "records.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)["document"]
            path = out / "texts" / f"{document['id']}.txt"
            if path.is_file():
                texts[Path(document["source_name"]).stem] = fold(path.read_text(encoding="utf-8"))
    return texts
