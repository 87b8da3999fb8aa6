"""What one document puts into the store: flat rows, ready to insert and cheap to send from a worker process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from trichluc.columns import Value, flat_row
from trichluc.records import Document, Problem, Record, Severity, Status
from trichluc.result import DocumentResult

Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """The rows of one document.

    Attributes:
        document: the row of ``documents``.
        text: the clean text; null where the file could not be read.
        tables: rows of ``directives``, ``references``, ``indicators``, ``assessments`` and ``problems``, by table name.
        timings: seconds spent in each step.
    """

    document: Row
    text: str | None
    tables: dict[str, list[Row]]
    timings: dict[str, float] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The key of the document."""
        return str(self.document["id"])

    @property
    def status(self) -> Status:
        """How the reading ended."""
        return Status(str(self.document["status"]))


def rows_of(result: DocumentResult) -> DocumentRows:
    """Return the rows that hold ``result``."""
    tables: dict[str, Iterable[Record]] = {
        "directives": result.directives,
        "references": result.references,
        "indicators": result.indicators,
        "assessments": result.assessments,
        "problems": result.problems,
    }
    return DocumentRows(
        document=flat_row(result.document),
        text=result.source.text if result.source is not None else None,
        tables={name: [flat_row(record) for record in records] for name, records in tables.items()},
        timings=result.timings,
    )


def failed_rows(document: Document, code: str, message: str) -> DocumentRows:
    """Return the rows of a document whose reading ended without a result (it crashed, or took too long)."""
    problem = Problem(
        id=f"{document.id}{Problem.letter}1",
        document_id=document.id,
        code=code,
        message=f"{document.source_path}: {message}",
        severity=Severity.ERROR,
    )
    failed = document.model_copy(update={"status": Status.FAILED})
    return rows_of(DocumentResult(failed, problems=(problem,)))
