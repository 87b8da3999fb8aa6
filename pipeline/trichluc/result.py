"""What the reading of one document gives: its records, its problems, and how it went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trichluc.records import (
    MODELS,
    SECTION_SEPARATOR,
    Assessment,
    Directive,
    Document,
    DocumentRecords,
    Indicator,
    Problem,
    Record,
    Reference,
    Status,
)
from trichluc.source import Source

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document read, or not read: look at ``status`` and ``problems`` before the records.

    Attributes:
        document: the row of the ``documents`` table.
        source: the clean text with its blocks; null where the file could not be read.
        references, indicators, assessments: in order of appearance; ``source.text[r.start:r.end] == r.text`` for each.
        directives: the distinct documents that the references mean.
        problems: what a person should look at.
        timings: seconds spent in ``parse``, ``layout``, ``document`` and each rule family.
    """

    document: Document
    source: Source | None = None
    references: tuple[Reference, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    directives: tuple[Directive, ...] = ()
    problems: tuple[Problem, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)

    @property
    def status(self) -> Status:
        """``ok``, ``partial`` (some of it could not be read or understood) or ``failed`` (nothing could)."""
        return self.document.status

    @property
    def text(self) -> str:
        """The clean text; empty where the file could not be read."""
        return self.source.text if self.source is not None else ""

    def records(self) -> DocumentRecords:
        """Return the line that ``records.jsonl`` has for this document."""
        return DocumentRecords(
            document=self.document,
            references=self.references,
            indicators=self.indicators,
            assessments=self.assessments,
            problems=self.problems,
        )

    def frames(self) -> dict[str, pandas.DataFrame]:
        """Return the six tables as pandas data frames, by table name, with the columns of the CSV files."""
        tables: dict[str, Iterable[Record]] = {
            "documents": (self.document,),
            "directives": self.directives,
            "references": self.references,
            "indicators": self.indicators,
            "assessments": self.assessments,
            "problems": self.problems,
        }
        return _frames(tables)


def _frames(tables: dict[str, Iterable[Record]]) -> dict[str, pandas.DataFrame]:
    import pandas

    from trichluc.columns import columns_of, flat_row

    return {
        model.table_name: pandas.DataFrame(
            [flat_row(record) for record in tables[model.table_name]],
            columns=[column.name for column in columns_of(model)],
        )
        for model in MODELS
    }


__all__ = ["SECTION_SEPARATOR", "DocumentResult"]
