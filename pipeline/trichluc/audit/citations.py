"""Who cites what: unit × directive, with counts and years; and who does not cite a document that all should."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from trichluc.errors import UsageError
from trichluc.export.atomic import replacing
from trichluc.export.csv_files import defused
from trichluc.store.store import Store
from trichluc.text.characters import fold_dashes

UNKNOWN = "(unit not known)"
_YEAR = re.compile(r"\d{4}")
_QUERY = """
SELECT d.unit_id, d.issuer, d.period, d.issued_on, r.document_id, r.directive_id, count(*)
FROM "references" r JOIN documents d ON d.id = r.document_id
WHERE r.directive_id IS NOT NULL
GROUP BY r.document_id, r.directive_id ORDER BY d.source_path, d.id, r.directive_id
"""
_DOCUMENTS = (
    "SELECT id, unit_id, issuer, period, issued_on, status, source_path FROM documents ORDER BY source_path, id"
)


@dataclass(slots=True)
class Citation:
    """How one unit cites one document.

    Attributes:
        unit_id, unit: key of the unit, and its name in the spelling used most.
        directive_id, symbol, title: the document; ``symbol`` is null for one that is only named.
        mentions: how often it is cited.
        documents: in how many of the unit's reports.
        years: the years of those reports.
    """

    unit_id: str
    unit: str
    directive_id: str
    symbol: str | None
    title: str | None
    mentions: int = 0
    documents: int = 0
    years: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Unit:
    """A unit and the reports that were read of it.

    Attributes:
        unit_id, unit: its key, and its name in the spelling used most.
        documents: its reports by key, with the years of each.
        unread: reports of it that failed or are partial: what they cite is not known in full.
    """

    unit_id: str
    unit: str
    documents: dict[str, set[str]] = field(default_factory=dict)
    unread: int = 0

    @property
    def years(self) -> set[str]:
        """The years of its reports."""
        return set().union(*self.documents.values())


@dataclass(frozen=True, slots=True)
class Absence:
    """The units that do not cite a document.

    Attributes:
        symbol: of the document, as asked for.
        units: units none of whose reports cites it.
        citing: number of units that do.
        unknown: paths of reports whose unit is not known and that do not cite it either.
    """

    symbol: str
    units: list[Unit]
    citing: int
    unknown: list[str]


class Audit:
    """The citations of a store, put together once."""

    def __init__(self, store: Store) -> None:
        self.units: dict[str, Unit] = {}
        self._paths: dict[str, str] = {}
        self._directives = {str(row["id"]): row for row in store.rows("directives")}
        self._names(store)
        self.citations = self._citations(store)

    def _names(self, store: Store) -> None:
        spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for key, unit, issuer, period, issued_on, status, path in store.query(_DOCUMENTS):
            name = unit or UNKNOWN
            spellings[name][issuer or name] += 1
            entry = self.units.setdefault(name, Unit(name, name))
            entry.documents[key] = years_of(period, issued_on)
            entry.unread += status != "ok"
            self._paths[key] = path
        for name, counted in spellings.items():
            self.units[name].unit = min(counted, key=lambda spelling: (-counted[spelling], spelling))

    def _citations(self, store: Store) -> list[Citation]:
        citations: dict[tuple[str, str], Citation] = {}
        self._cited: defaultdict[str, set[str]] = defaultdict(set)
        for unit, _, period, issued_on, document, directive, count in store.query(_QUERY):
            about, name = self._directives[directive], unit or UNKNOWN
            entry = citations.setdefault(
                (name, directive),
                Citation(name, self.units[name].unit, directive, _text(about["symbol"]), _text(about["title"])),
            )
            entry.mentions += count
            entry.documents += 1
            entry.years |= years_of(period, issued_on)
            self._cited[directive].add(document)
        return sorted(citations.values(), key=lambda c: (c.unit_id == UNKNOWN, c.unit, -c.mentions, c.directive_id))

    def without(self, required: str) -> Absence:
        """Return the units that do not cite the document with the symbol (or key) ``required``.

        Raises:
            UsageError: nothing that looks like a symbol was given.
        """
        wanted = folded_symbol(required)
        if not wanted:
            raise UsageError("--require needs a symbol, such as 05-CT/TW")
        meant = [
            key for key, row in self._directives.items() if wanted in (folded_symbol(row["symbol"]), folded_symbol(key))
        ]
        citing = set[str]().union(*(self._cited[key] for key in meant))
        units = [
            unit for name, unit in sorted(self.units.items()) if name != UNKNOWN and not citing & unit.documents.keys()
        ]
        nameless = self.units[UNKNOWN].documents if UNKNOWN in self.units else {}
        known = sum(name != UNKNOWN for name in self.units)
        unknown = [self._paths[key] for key in nameless if key not in citing]
        return Absence(required, units, known - len(units), sorted(unknown))


def years_of(period: str | None, issued_on: str | None) -> set[str]:
    """Return the years that a report is about: of its period (both ends of a span), else the year of its date."""
    found = set(_YEAR.findall(period or ""))
    return found or set(_YEAR.findall(issued_on or "")[:1])


def citation_rows(citations: Iterable[Citation]) -> list[tuple[str, ...]]:
    """Return the table that is printed and written: one row a unit and directive."""
    return [
        (
            citation.unit_id,
            citation.unit,
            citation.directive_id,
            citation.symbol or "",
            citation.title or "",
            str(citation.mentions),
            str(citation.documents),
            " ".join(sorted(citation.years)),
        )
        for citation in citations
    ]


CITATION_COLUMNS = ("unit_id", "unit", "directive_id", "symbol", "title", "mentions", "documents", "years")
ABSENCE_COLUMNS = ("required", "unit_id", "unit", "documents", "years", "unread")


def absence_rows(absence: Absence) -> list[tuple[str, ...]]:
    """Return the units that do not cite it, one a row."""
    return [
        (
            absence.symbol,
            unit.unit_id,
            unit.unit,
            str(len(unit.documents)),
            " ".join(sorted(unit.years)),
            str(unit.unread),
        )
        for unit in absence.units
    ]


def write_csv(path: Path, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], *, defuse: bool = False) -> None:
    """Write a table as CSV (RFC 4180, UTF-8); ``defuse`` as for the CSV files of a run."""
    if not path.absolute().parent.is_dir():
        raise UsageError(f"{path}: there is no such folder to write to")
    with replacing(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows([defused(cell) if defuse else cell for cell in row] for row in rows)


def folded_symbol(symbol: object) -> str:
    """Return a symbol as it is compared: without blanks and case, dashes alike; empty for null."""
    return "".join(fold_dashes(str(symbol or "")).split()).casefold()


def _text(value: object) -> str | None:
    return None if value is None else str(value)
