"""What is known of the document itself when the rule families run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Described:
    """The document fields of the annotation guide, all null where the report does not say.

    Attributes:
        kind: code of the type table (``BC``, ``KH`` …), or ``news``.
        symbol: normalised, the number part empty where it was left blank (``-BC/ĐU``).
        title: in one line, without the kind line.
        issuer, parent: in the case that a person would write (``Đảng ủy Sở Công Thương``).
        place: of the date line.
        issued_on: ISO 8601 as far as it is filled in.
        period: EDTF with ``-Q1`` and ``-H1`` added.
        signatory: the person who signs.
    """

    kind: str | None = None
    symbol: str | None = None
    title: str | None = None
    issuer: str | None = None
    parent: str | None = None
    place: str | None = None
    issued_on: str | None = None
    period: str | None = None
    signatory: str | None = None
