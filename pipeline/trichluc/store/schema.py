"""The SQL schema, made from the record classes (house rule 3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    Text,
)
from sqlalchemy import Column as SqlColumn
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from trichluc.columns import Column, columns_of
from trichluc.records import MODELS, Directive, Record

# Number of the schema's form; a store of another form is not read, and made anew by `run`.
SCHEMA_VERSION = 2

_TYPES: dict[type, type[TypeEngine[Any]]] = {str: Text, int: Integer, float: Float, bool: Boolean}
_LINKS = {"document_id": "documents.id", "directive_id": "directives.id", "about": "assessments.id"}
_INDEXED = {
    "documents": ("source_path", "sha256", "unit_id"),
    "directives": ("symbol",),
    "references": ("document_id", "directive_id", "symbol"),
    "indicators": ("document_id",),
    "assessments": ("document_id", "category"),
    "problems": ("document_id", "code"),
}
# Said in SQL: SQLAlchemy keeps the indices of a table as a set and would make them in any order.
INDICES = tuple(
    f'CREATE INDEX "{table}_{name}" ON "{table}" ("{name}")' for table, names in _INDEXED.items() for name in names
)

metadata = MetaData()


def _column(column: Column) -> SqlColumn[object]:
    parts: list[SchemaItem] = []
    if column.name in _LINKS:
        # deferred: within a transaction a reference may be written before the document that it means
        link = _LINKS[column.name]
        cascade = "CASCADE" if column.name == "document_id" else None
        parts.append(ForeignKey(link, ondelete=cascade, deferrable=True, initially="DEFERRED"))
    return SqlColumn(
        column.name,
        _TYPES[column.type],
        *parts,
        primary_key=column.name == "id",
        nullable=column.nullable,
        comment=column.description,
    )


def _checks(column: Column) -> Iterator[CheckConstraint]:
    name = f'"{column.name}"'
    if column.choices:
        allowed = ", ".join(f"'{choice}'" for choice in column.choices)
        yield CheckConstraint(f"{name} IN ({allowed})", name=f"{column.name}_is_known")
    if column.least is not None:
        yield CheckConstraint(f"{name} >= {column.least:g}", name=f"{column.name}_at_least")
    if column.most is not None:
        yield CheckConstraint(f"{name} <= {column.most:g}", name=f"{column.name}_at_most")


def _table(model: type[Record]) -> Table:
    columns = columns_of(model)
    names = {column.name for column in columns}
    items: list[SchemaItem] = [_column(column) for column in columns]
    items += [check for column in columns for check in _checks(column)]
    if {"start", "end"} <= names:
        items.append(CheckConstraint('"start" <= "end"', name="span_is_forward"))
    # a table kept in the order of its key has the same bytes whatever order its rows came in
    return Table(model.table_name, metadata, *items, sqlite_with_rowid=False)


TABLES: dict[str, Table] = {model.table_name: _table(model) for model in MODELS}

# The clean text of each document.
texts = Table(
    "texts",
    metadata,
    SqlColumn("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    SqlColumn("text", Text, nullable=False),
    sqlite_with_rowid=False,
)

# What each document says of the directives that it cites; `directives` is put together from this.
cited = Table(
    "cited",
    metadata,
    SqlColumn("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    SqlColumn("number", SmallInteger, primary_key=True),
    *(
        SqlColumn("directive_id" if column.name == "id" else column.name, _TYPES[column.type], nullable=column.nullable)
        for column in columns_of(Directive)
    ),
    sqlite_with_rowid=False,
)

# What the store knows about itself.
about = Table(
    "about",
    metadata,
    SqlColumn("key", Text, primary_key=True),
    SqlColumn("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

# A row a line of clean text. `text` is found with marks or without, but SQLite leaves đ alone; `folded` has it as d.
FULL_TEXT = """
CREATE VIRTUAL TABLE full_text USING fts5(
    document_id UNINDEXED, start UNINDEXED, text, folded, tokenize = 'unicode61 remove_diacritics 2'
)
"""
