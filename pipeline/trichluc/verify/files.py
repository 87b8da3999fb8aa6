"""Check the files of an output folder against the store that they were made from."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from trichluc.columns import columns_of
from trichluc.errors import MissingExtraError
from trichluc.export.csv_files import cells
from trichluc.export.data_package import DEFUSED
from trichluc.export.json_lines import document_objects
from trichluc.records import MODELS, DocumentRecords, Record
from trichluc.store.store import Store
from trichluc.verify.records import Finding

_SHOWN = 80


def check_texts(store: Store, folder: Path) -> Iterator[Finding]:
    """Yield what is wrong with ``texts/``: a file for each text, equal to the letter, and none besides."""
    left = {path.name for path in (folder / "texts").glob("*")}
    for key, text in store.texts():
        path = folder / "texts" / f"{key}.txt"
        if path.name not in left:
            yield Finding(f"texts/{path.name}", "is not there")
            continue
        left.discard(path.name)
        try:
            same = path.read_bytes().decode("utf-8") == text
        except UnicodeDecodeError:
            same = False
        if not same:
            yield Finding(f"texts/{path.name}", "is not the text that the store holds")
    for name in sorted(left):
        yield Finding(f"texts/{name}", "belongs to no document")


def check_csvs(store: Store, folder: Path) -> Iterator[Finding]:
    """Yield where a CSV file differs from its table."""
    defused = bool(_package(folder).get(DEFUSED))
    for model in MODELS:
        path = folder / f"{model.table_name}.csv"
        if not path.is_file():
            yield Finding(path.name, "is not there")
        else:
            yield from _check_csv(store, model, path, defused)


def _check_csv(store: Store, model: type[Record], path: Path, defused: bool) -> Iterator[Finding]:
    columns = columns_of(model)
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, strict=True)
        names = [column.name for column in columns]
        try:
            if next(lines, None) != names:
                yield Finding(path.name, f"its header is not {','.join(names)}")
                return
            for number, (row, line) in enumerate(zip_longest(store.rows(model.table_name), lines), 1):
                if row is None or line is None:
                    yield Finding(
                        path.name, f"has {'more' if row is None else 'fewer'} rows than the store, from row {number} on"
                    )
                    return
                if line != cells(row, columns, defuse=defused):
                    yield Finding(f"{path.name}, {row['id']}", "is not the row that the store holds")
        except (UnicodeDecodeError, csv.Error) as error:
            yield Finding(path.name, f"cannot be read as CSV in UTF-8: {error}")


def check_json_lines(store: Store, folder: Path) -> Iterator[Finding]:
    """Yield where ``records.jsonl`` differs from the store, or from its own schema."""
    path = folder / "records.jsonl"
    if not path.is_file():
        yield Finding(path.name, "is not there")
        return
    with path.open(encoding="utf-8") as lines:
        for number, (wanted, line) in enumerate(zip_longest(document_objects(store), lines), 1):
            where = f"{path.name}, line {number}"
            if wanted is None or line is None:
                yield Finding(where, f"there are {'more' if wanted is None else 'fewer'} lines than documents")
                return
            try:
                given = json.loads(line)
                DocumentRecords.model_validate(given)
            except (json.JSONDecodeError, ValidationError) as error:
                yield Finding(where, f"is not valid by the schema: {error}")
                continue
            if given != wanted:
                yield Finding(where, f"is not what the store holds of {wanted['document']['source_path']}")


def check_data_package(folder: Path) -> Iterator[Finding]:
    """Yield what frictionless finds wrong with ``datapackage.json`` and the CSV files that it describes.

    Raises:
        MissingExtraError: frictionless is not installed.
    """
    path = folder / "datapackage.json"
    if not path.is_file():
        yield Finding(path.name, "is not there")
        return
    try:
        import frictionless
    except ImportError as error:
        told = "the Data Package was not validated: that needs the package frictionless"
        raise MissingExtraError(f"{told}; type: pip install 'trichluc[validate]'") from error
    try:
        report = frictionless.Package(str(path)).validate()
    except frictionless.FrictionlessException as error:
        yield Finding(path.name, str(error))
        return
    for wrong in report.errors:
        yield Finding(path.name, wrong.message)
    for task in report.tasks:
        for wrong in task.errors[:_SHOWN]:
            yield Finding(f"{path.name}, {task.name}", wrong.message)


def _package(folder: Path) -> dict[str, Any]:
    try:
        content = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # said by check_data_package
    return content if isinstance(content, dict) else {}
