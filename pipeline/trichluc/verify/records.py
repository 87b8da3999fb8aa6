"""Check what the store holds: texts, offsets, keys, links, enumerations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from trichluc.columns import columns_of, unflat
from trichluc.records import MODELS, Assessment, Indicator, Problem, Record, Reference
from trichluc.run import document_id
from trichluc.source import CELL_SEPARATOR
from trichluc.store.rows import Row
from trichluc.store.store import Store

_KEY = re.compile(r"[0-9a-f]{16}")
_EXTRACTED = (Reference, Indicator, Assessment)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as promised: where, and what."""

    where: str
    what: str


def check_store(store: Store) -> Iterator[Finding]:
    """Yield what is wrong with the tables themselves."""
    for (said,) in store.query("PRAGMA integrity_check"):
        if said != "ok":
            yield Finding("trichluc.db", str(said))
    for table, _, target, _ in store.query("PRAGMA foreign_key_check"):
        yield Finding(f"trichluc.db, {table}", f"a row points to a row of {target} that is not there")
    for model in MODELS:
        for row in store.rows(model.table_name):
            yield from _check_columns(model, row)
    orphans = """SELECT id, record_id FROM problems WHERE record_id IS NOT NULL AND record_id NOT IN (
        SELECT id FROM "references" UNION ALL SELECT id FROM indicators UNION ALL SELECT id FROM assessments)"""
    for key, record in store.query(orphans):
        yield Finding(f"problems, {key}", f"speaks of the record {record}, which is not there")
    strange = """SELECT a.id, a.about FROM assessments a JOIN assessments b ON b.id = a.about
        WHERE a.category NOT IN ('cause', 'remedy') OR b.category != 'limitation' OR a.document_id != b.document_id"""
    for key, record in store.query(strange):
        yield Finding(f"assessments, {key}", f"is about {record}: only a cause or remedy is, of a limitation beside it")


def check_documents(store: Store) -> Iterator[Finding]:
    """Yield what is wrong with documents, their texts, and the records that point into them."""
    for row in store.rows("documents"):
        where, text = f"documents, {row['source_path']}", store.text_of(str(row["id"]))
        if not _KEY.fullmatch(str(row["id"])) or row["id"] != document_id(str(row["sha256"]), str(row["source_path"])):
            yield Finding(where, f"the key {row['id']} is not made from the file's digest")
        if text is None and row["status"] != "failed":
            yield Finding(where, f"has no text though it is {row['status']}")
        if text is not None:
            yield from _check_text(where, text, row)
        for model in (*_EXTRACTED, Problem):
            yield from _check_records(store, model, row, text or "")


def _check_columns(model: type[Record], row: Row) -> Iterator[Finding]:
    try:
        model.model_validate({column.name: unflat(row[column.name], column) for column in columns_of(model)})
    except ValidationError as error:
        for wrong in error.errors():
            place = ".".join(map(str, wrong["loc"]))
            yield Finding(f"{model.table_name}, {row['id']}, {place}", wrong["msg"])


def _check_text(where: str, text: str, row: Row) -> Iterator[Finding]:
    if row["characters"] != len(text):
        yield Finding(where, f"says {row['characters']} characters, its text has {len(text)}")
    if not unicodedata.is_normalized("NFC", text):
        yield Finding(where, "its text is not NFC")
    for number, line in enumerate(text.split("\n") if text else (), 1):
        # a row of a table is its cells, of which some may be empty
        if not line or any(cell != " ".join(cell.split()) for cell in line.split(CELL_SEPARATOR)):
            yield Finding(where, f"line {number} of its text has more than one blank between words, or is empty")


def _check_records(store: Store, model: type[Record], document: Row, text: str) -> Iterator[Finding]:
    last = 0
    for number, row in enumerate(store.rows(model.table_name, str(document["id"])), 1):
        where = f"{model.table_name}, {row['id']}"
        if row["id"] != f"{document['id']}{model.letter}{number}":
            yield Finding(where, f"the key should be {document['id']}{model.letter}{number}")
        if model is Problem:
            continue
        start, end = int(str(row["start"])), int(str(row["end"]))
        if not 0 <= start < end <= len(text):
            yield Finding(where, f"{start}..{end} is no place in a text of {len(text)} characters")
        elif text[start:end] != row["text"]:
            yield Finding(where, f"the text has {text[start:end]!r} at {start}..{end}, the record says {row['text']!r}")
        if start < last:
            yield Finding(where, "stands before the record of the number before it")
        last = start
        if row["page"] is not None and not 1 <= int(str(row["page"])) <= int(str(document["pages"] or 0)):
            yield Finding(where, f"is on page {row['page']} of {document['pages']}")
