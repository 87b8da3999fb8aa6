"""Audits as a person reads them, and as CSV."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from trichluc.audit.citations import (
    ABSENCE_COLUMNS,
    CITATION_COLUMNS,
    UNKNOWN,
    Absence,
    Audit,
    absence_rows,
    citation_rows,
    write_csv,
)
from trichluc.store import DATABASE
from trichluc.store.store import Store
from trichluc.terminal import counted, print_table, printable

_TITLE_WIDTH = 60


def print_audit(folder: Path, require: Sequence[str], csv: Path | None, *, defuse: bool = False) -> None:
    """Print who cites what, or who does not cite each of ``require``; write the same table to ``csv``.

    Raises:
        UsageError: the folder holds no store, or the CSV file cannot be written there.
    """
    with Store(folder / DATABASE) as store:
        audit = Audit(store)
    if not require:
        _print_citations(audit, csv, defuse)
        return
    absences = [audit.without(symbol) for symbol in require]
    for absence in absences:
        _print_absence(absence)
    _write(csv, ABSENCE_COLUMNS, [row for absence in absences for row in absence_rows(absence)], defuse)


def _print_citations(audit: Audit, csv: Path | None, defuse: bool) -> None:
    rows = citation_rows(audit.citations)
    shown = [
        (unit, symbol or _short(title or key), mentions, documents, years)
        for _, unit, key, symbol, title, mentions, documents, years in rows
    ]
    print_table(("unit", "cites", "times", "reports", "years"), shown)
    units = sum(name != UNKNOWN for name in audit.units)
    sys.stdout.write(f"{counted(units, 'unit')}, {counted(len(rows), 'pair')} of unit and cited document\n")
    _write(csv, CITATION_COLUMNS, rows, defuse)


def _print_absence(absence: Absence) -> None:
    rows = absence_rows(absence)
    told = f"{absence.symbol}: cited by {counted(absence.citing, 'unit')}, not by {len(rows)}"
    sys.stdout.write(printable(told) + "\n")
    if rows:
        print_table(("unit", "reports", "years", "not read in full"), [row[2:] for row in rows])
    if absence.unknown:
        told = f"reports of unknown units that do not cite it either: {', '.join(absence.unknown)}"
        sys.stdout.write(printable(told) + "\n")


def _write(csv: Path | None, heads: tuple[str, ...], rows: list[tuple[str, ...]], defuse: bool) -> None:
    if csv is not None:
        write_csv(csv, heads, rows, defuse=defuse)
        sys.stdout.write(f"written to {csv}\n")


def _short(text: str) -> str:
    return text if len(text) <= _TITLE_WIDTH else text[: _TITLE_WIDTH - 1] + "…"
