"""The columns of the flat tables, read off the record classes (house rule 3).

Store, CSV, Data Package, XLSX and data frames all ask here what a column is called and what it holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from trichluc.records import COLUMN_TITLES, SECTION_SEPARATOR, Record

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a flat table.

    Attributes:
        name: as in files and store (``table``, where the class says ``table_number``).
        attribute: name of the field in the record class.
        type: ``str``, ``int``, ``float`` or ``bool``.
        nullable: may be empty.
        choices: the values allowed, for an enumeration; empty for any.
        separator: what joins the parts of a list in a flat file; null for a plain value.
        description: what a user reads about it.
        heading: what Vietnamese readers see over the column.
        filled: is never empty.
        least, most: bounds of a number, null for none.
    """

    name: str
    attribute: str
    type: type[str] | type[int] | type[float] | type[bool]
    nullable: bool
    choices: tuple[str, ...]
    separator: str | None
    description: str
    heading: str
    filled: bool
    least: float | None = None
    most: float | None = None


@cache
def columns_of(model: type[Record]) -> tuple[Column, ...]:
    """Return the columns of a record class, in order."""
    return tuple(_column(name, info) for name, info in model.model_fields.items())


def flat_row(record: Record) -> dict[str, Value]:
    """Return ``record`` as a flat row: lists joined, enumerations as their values."""
    return {column.name: flat(getattr(record, column.attribute), column) for column in columns_of(type(record))}


def flat(value: Any, column: Column) -> Value:
    """Return one field's value as a flat table holds it."""
    if column.separator is not None:
        return column.separator.join(value)
    return value.value if isinstance(value, StrEnum) else value


def unflat(value: Value, column: Column) -> Any:
    """Return the field's value that :func:`flat` made ``value`` from."""
    if column.separator is not None:
        return tuple(str(value).split(column.separator)) if value else ()
    return bool(value) if column.type is bool and value is not None else value


def _column(name: str, info: Any) -> Column:
    inner, nullable = _without_none(info.annotation)
    separator = None
    if get_origin(inner) is tuple:
        separator = SECTION_SEPARATOR if name == "section" else " "
        inner = str
    choices: tuple[str, ...] = ()
    if issubclass(inner, StrEnum):
        choices, inner = tuple(member.value for member in inner), str
    bounds = {
        kind: limit
        for rule in info.metadata
        for kind in ("ge", "le")
        if (limit := getattr(rule, kind, None)) is not None
    }
    return Column(
        info.alias or name,
        name,
        inner,
        nullable,
        choices,
        separator,
        info.description or "",
        COLUMN_TITLES[info.alias or name],
        not nullable and (name == "id" or info.is_required() or info.default not in ("", ())),
        bounds.get("ge"),
        bounds.get("le"),
    )


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) in (Union, UnionType):
        inner = [part for part in get_args(annotation) if part is not NoneType]
        return inner[0], len(inner) < len(get_args(annotation))
    return annotation, False
