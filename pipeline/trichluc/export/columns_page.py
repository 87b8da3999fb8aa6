"""The page docs/records.md, made from the record classes (house rule 3): ``make docs``."""

from __future__ import annotations

import sys

from trichluc.columns import Column, columns_of
from trichluc.records import MODELS

_HEAD = """\
# The records

Six tables, one row a record; each table's key is `id`. This page is made from `records.py` (`make docs`).

- `documents.id` is the first 16 hex digits of the SHA-256 of the file's bytes; a record's id is the document's id, a
  letter for the table and a running number. The same bytes with the same fingerprint give the same ids.
- `start` and `end` are character offsets (code points, end exclusive) into `texts/<document id>.txt`, and
  `text[start:end]` equals the record's `text` to the letter, in table cells, footnotes and list items too.
- Dates are ISO 8601 as far as they are known (`2022-01`). Periods are EDTF (`2021`, `2015/2020`, `2021-06`, `2006/..`)
  with quarter `2021-Q2` and half `2021-H1` added.
- In `records.jsonl` lists are lists; in the CSVs and the store they are joined as stated below.
"""


def columns_page() -> str:
    """Return the page as Markdown."""
    parts = [_HEAD]
    for model in MODELS:
        summary = (model.__doc__ or "").strip().splitlines()[0]
        head = f"## {model.table_name}\n\n{summary}\n\n| column | type | meaning |\n| --- | --- | --- |\n"
        rows = [f"| `{column.name}` | {_type(column)} | {column.description} |\n" for column in columns_of(model)]
        parts.append(head + "".join(rows))
    return "\n".join(parts)


def _type(column: Column) -> str:
    name = {str: "text", int: "integer", float: "number", bool: "boolean"}[column.type]
    if column.separator is not None:
        return f"list, joined with `{column.separator}`"
    return f"{name}, may be empty" if column.nullable else name


if __name__ == "__main__":
    sys.stdout.write(columns_page())
