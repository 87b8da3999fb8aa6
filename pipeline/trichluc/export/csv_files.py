"""One CSV a table: RFC 4180, UTF-8, a header row, ISO dates, decimal point."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

from trichluc.columns import Column, Value, columns_of
from trichluc.export.atomic import replacing
from trichluc.records import MODELS, Record
from trichluc.store.rows import Row
from trichluc.store.store import Store

# What spreadsheet programs take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csvs(store: Store, folder: Path, *, defuse: bool = False) -> None:
    """Write the six CSV files.

    Args:
        store: where the rows are.
        folder: where the files go.
        defuse: put ``'`` before a text that a spreadsheet program would run as a formula; this changes such texts
            (``-BC/ĐU`` becomes ``'-BC/ĐU``). Numbers are left alone.
    """
    for model in MODELS:
        with replacing(folder / f"{model.table_name}.csv") as part:
            write_csv(store, model, part, defuse=defuse)


def write_csv(store: Store, model: type[Record], path: Path, *, defuse: bool = False) -> None:
    """Write the CSV of one table to ``path``."""
    columns = columns_of(model)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in columns])
        writer.writerows(cells(row, columns, defuse=defuse) for row in store.rows(model.table_name))


def cells(row: Row, columns: tuple[Column, ...], *, defuse: bool = False) -> list[str]:
    """Return a row as the CSV has it: empty for null, ``true`` and ``false``, numbers without exponent."""
    return [_cell(row[column.name], defuse) for column in columns]


def _cell(value: Value, defuse: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return plain_number(value)
    return defused(value) if defuse and isinstance(value, str) else str(value)


def defused(text: str) -> str:
    """Return ``text`` with ``'`` before it where a spreadsheet program would run it as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def plain_number(value: float) -> str:
    """Return a number in digits with a decimal point, none where it is whole: ``17800000``, ``89.81``."""
    digits = format(Decimal(repr(value)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
