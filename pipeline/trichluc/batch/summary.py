"""What a run leaves behind, in numbers, and the exit status that follows from it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from trichluc.store.store import Store
from trichluc.terminal import counted


@dataclass(frozen=True, slots=True)
class Summary:
    """The state of an output folder after a run.

    Attributes:
        read: documents read by this run.
        kept: documents that were unchanged.
        gone: documents of earlier runs whose file is not among the inputs any more.
        statuses: number of documents by status, those that are gone not counted.
        records: number of rows by table.
        problems: number of problems by (severity, code).
        seconds: how long the run took.
    """

    read: int
    kept: int
    gone: int
    statuses: dict[str, int]
    records: dict[str, int]
    problems: dict[tuple[str, str], int]
    seconds: float

    @property
    def exit_status(self) -> int:
        """0: every document was read; 1: at least one failed, is partial, or may stand where nobody could look."""
        incomplete = self.statuses.get("failed", 0) + self.statuses.get("partial", 0)
        unseen = self.problems.get(("error", "skipped"), 0)
        return 1 if incomplete or unseen else 0

    def lines(self) -> list[tuple[str, str, str]]:
        """Return the summary as rows of a table: what, how many, and more about it."""
        states = ", ".join(f"{self.statuses[s]} {s}" for s in ("ok", "partial", "failed") if self.statuses.get(s))
        told = [f"{states or 'none'}", f"{self.read} read now, {self.kept} unchanged"]
        if self.gone:
            told.append(f"{self.gone} gone")
        rows = [("documents", str(self.records["documents"]), "; ".join(told))]
        cited = f"to {counted(self.records['directives'], 'distinct document')}"
        rows.append(("references", str(self.records["references"]), cited))
        rows += [(name, str(self.records[name]), "") for name in ("indicators", "assessments")]
        by_severity = {"error": 0, "warning": 0, "note": 0}
        for (severity, _), count in self.problems.items():
            by_severity[severity] += count
        kinds = ", ".join(counted(count, severity) for severity, count in by_severity.items() if count)
        rows.append(("problems", str(self.records["problems"]), kinds))
        rows += [("", str(count), f"{severity}: {code}") for (severity, code), count in self.problems.items()]
        return rows


_SEVERITIES = "CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END"


def summarise(store: Store, *, read: int, kept: int, gone: Set[str], seconds: float) -> Summary:
    """Count what the store holds."""
    tables = ("documents", "directives", "references", "indicators", "assessments", "problems")
    statuses: dict[str, int] = {}
    for document in store.stored():
        if document.id not in gone:
            statuses[document.status] = statuses.get(document.status, 0) + 1
    grouped = store.query(
        f"SELECT severity, code, count(*) FROM problems GROUP BY 1, 2 ORDER BY {_SEVERITIES}, 3 DESC, 2"  # noqa: S608
    )
    still = sum(1 for document in store.stored() if document.id in gone)
    return Summary(
        read=read,
        kept=kept,
        gone=still,
        statuses=statuses,
        records={table: store.count(table) for table in tables},
        problems={(severity, code): count for severity, code, count in grouped},
        seconds=seconds,
    )
