"""``parquet/<table>.parquet``: the six tables for data frames and query engines, lists as lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from trichluc.columns import Column, columns_of, unflat
from trichluc.export.atomic import clear_parts, replacing
from trichluc.records import MODELS, Record
from trichluc.store.rows import Row
from trichluc.store.store import Store

FOLDER = "parquet"
# Rows of a row group: what is held in memory at a time.
_GROUP = 10_000


def write_parquet(store: Store, folder: Path) -> None:
    """Write one Parquet file a table."""
    import pyarrow
    import pyarrow.parquet as pq

    target = folder / FOLDER
    target.mkdir(exist_ok=True)
    clear_parts(target)
    for model in MODELS:
        columns = columns_of(model)
        schema = pyarrow.schema([_field(pyarrow, column) for column in columns], {"table": _about(model)})
        with replacing(target / f"{model.table_name}.parquet") as part, pq.ParquetWriter(str(part), schema) as writer:
            for group in _groups(store.rows(model.table_name)):
                objects = [{c.name: unflat(row[c.name], c) for c in columns} for row in group]
                writer.write_table(pyarrow.Table.from_pylist(objects, schema))


def remove_parquet(folder: Path) -> None:
    """Take away the files of an earlier run."""
    target = folder / FOLDER
    if target.is_dir():
        clear_parts(target)
        for model in MODELS:
            (target / f"{model.table_name}.parquet").unlink(missing_ok=True)
        if not any(target.iterdir()):
            target.rmdir()


def _field(pyarrow: Any, column: Column) -> Any:
    kinds = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    kind = kinds[column.type] if column.separator is None else pyarrow.list_(pyarrow.string())
    return pyarrow.field(column.name, kind, nullable=column.nullable, metadata={"description": column.description})


def _about(model: type[Record]) -> str:
    return " ".join((model.__doc__ or "").split())


def _groups(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while group := list(islice(rows, _GROUP)):
        yield group
