"""``records.jsonl``: one object a document, with all that was found in it; and its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from trichluc.columns import Value, columns_of, unflat
from trichluc.export.atomic import replacing
from trichluc.records import Assessment, Document, DocumentRecords, Indicator, Problem, Record, Reference
from trichluc.store.rows import Row
from trichluc.store.store import Store

_PARTS: tuple[type[Record], ...] = (Reference, Indicator, Assessment, Problem)


def write_json_lines(store: Store, folder: Path) -> None:
    """Write ``records.jsonl``."""
    with replacing(folder / "records.jsonl") as part, part.open("w", encoding="utf-8", newline="\n") as file:
        for line in document_objects(store):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def document_objects(store: Store) -> Iterator[dict[str, Any]]:
    """Yield the object of each document, in order of path."""
    streams = {model.table_name: _Grouped(store.rows(model.table_name)) for model in _PARTS}
    for row in store.rows("documents"):
        key = str(row["id"])
        parts = {model.table_name: [_object(r, model) for r in streams[model.table_name].of(key)] for model in _PARTS}
        yield {"document": _object(row, Document), **parts}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of one line of ``records.jsonl``, made from the record classes."""
    schema = DocumentRecords.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


class _Grouped:
    """Rows in order of document, taken a document at a time."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._groups = groupby(rows, key=lambda row: row["document_id"])
        self._key: Value = None
        self._rows: Iterator[Row] = iter(())
        self._advance()

    def _advance(self) -> None:
        self._key, self._rows = next(self._groups, (None, iter(())))

    def of(self, document: str) -> list[Row]:
        """Return the rows of ``document``; documents must be asked for in the order of the rows."""
        if self._key is None:
            self._advance()  # rows of no document stand first
        if self._key != document:
            return []
        rows = list(self._rows)
        self._advance()
        return rows


def _object(row: Row, model: type[Record]) -> dict[str, Any]:
    values = ((column.name, unflat(row[column.name], column)) for column in columns_of(model))
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values}
