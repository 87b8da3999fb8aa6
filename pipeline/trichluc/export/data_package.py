"""``datapackage.json``: a Data Package that tells what the CSV files hold, with types and foreign keys."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from trichluc.columns import Column, columns_of
from trichluc.export.atomic import replacing
from trichluc.records import MODELS, Record

DEFUSED = "formulas_defused"
_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}
# an empty resource name means the table itself
_LINKS = {"document_id": "documents", "directive_id": "directives", "about": ""}


def write_data_package(folder: Path, *, defused: bool = False) -> None:
    """Write ``datapackage.json`` beside the CSV files that it describes."""
    content = {
        "profile": "tabular-data-package",
        "name": "trichluc",
        "title": "Records taken from reports by trichluc",
        DEFUSED: defused,
        "resources": [_resource(model, folder) for model in MODELS],
    }
    with replacing(folder / "datapackage.json") as part:
        part.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def table_schema(model: type[Record]) -> dict[str, Any]:
    """Return the Table Schema of one table."""
    columns = columns_of(model)
    links = [
        {"fields": column.name, "reference": {"resource": _LINKS[column.name], "fields": "id"}}
        for column in columns
        if column.name in _LINKS
    ]
    schema: dict[str, Any] = {"fields": [_field(column) for column in columns], "primaryKey": "id"}
    return schema | ({"foreignKeys": links} if links else {})


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.name == "id":
        constraints["unique"] = True
    if column.filled:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.least is not None:
        constraints["minimum"] = column.least
    if column.most is not None:
        constraints["maximum"] = column.most
    field = {"name": column.name, "type": _TYPES[column.type], "description": column.description}
    return field | ({"constraints": constraints} if constraints else {})


def _resource(model: type[Record], folder: Path) -> dict[str, Any]:
    path = folder / f"{model.table_name}.csv"
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "name": model.table_name,
        "path": path.name,
        "profile": "tabular-data-resource",
        "title": " ".join((model.__doc__ or "").split()),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": table_schema(model),
    }
