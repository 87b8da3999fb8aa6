"""The records of one document with their words in context, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from trichluc.export.csv_files import plain_number
from trichluc.records import Assessment, Document, Extracted, Indicator, Reference
from trichluc.result import DocumentResult
from trichluc.source import Span
from trichluc.terminal import counted, printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# Characters of a line that are shown before the first record and after the last one.
_AROUND = 80
_COLOURS = {"references": "cyan", "indicators": "green", "assessments": "yellow", "problems": "red"}
_SHOWN_FIELDS = ("kind", "symbol", "title", "issuer", "parent", "place", "issued_on", "period", "signatory", "unit_id")


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the document and the records that begin in it, in order."""

    span: Span
    records: tuple[Extracted, ...]


def passages(result: DocumentResult) -> Iterator[Passage]:
    """Yield the lines of the clean text that hold records."""
    found: list[Extracted] = [*result.references, *result.indicators, *result.assessments]
    found.sort(key=lambda record: (record.start, -record.end, record.id))
    text = result.text

    def line_of(record: Extracted) -> tuple[int, int]:
        end = text.find("\n", record.start)
        return text.rfind("\n", 0, record.start) + 1, len(text) if end < 0 else end

    for (start, end), records in groupby(found, key=line_of):
        yield Passage(Span(start, end), tuple(records))


def show(result: DocumentResult, console: Console) -> None:
    """Print the fields, the records and the problems of a document."""
    from rich.text import Text

    _show_document(result.document, console)
    for passage in passages(result):
        if passage.records[0].section:
            console.print(Text(printable(" › ".join(passage.records[0].section)), style="dim italic"))
        console.print(_context(result.text, passage, marked=not console.is_terminal))
        for record in passage.records:
            line = Text("    ")
            line.append(record.id.removeprefix(record.document_id).ljust(5), style=_COLOURS[record.table_name])
            line.append(printable(describe(record)))
            console.print(line)
        console.print()
    for problem in result.problems:
        console.print(Text(printable(f"{problem.severity.value}: {problem.message}"), style=_COLOURS["problems"]))
    families = ("reference", "indicator", "assessment", "problem")
    told = ", ".join(counted(len(getattr(result, f"{family}s")), family) for family in families)
    console.print(Text(told, style="bold"))


def describe(record: Extracted) -> str:
    """Return in one line what a record says beside its words."""
    if isinstance(record, Reference):
        said = [record.form.value, record.type, record.symbol, record.issued_on, record.issuer, record.title]
        meant = f"→ {record.directive_id} ({record.resolved_by.value})" if record.directive_id else None
        parts = [*said, meant]
    elif isinstance(record, Indicator):
        parts = [record.role.value, _amount(record), record.name, record.period, record.scope]
    elif isinstance(record, Assessment):
        parts = [record.category.value, f"by {record.basis.value}", f"about {record.about}" if record.about else None]
    else:
        parts = []
    page = f"p. {record.page}" if record.page is not None else None
    return " · ".join(part for part in [*parts, page, *record.flags, f"{record.rule} {record.confidence:.2f}"] if part)


def _amount(record: Indicator) -> str:
    if record.value is not None:
        amount = plain_number(record.value)
    else:
        ends = (record.min, record.max)
        amount = " – ".join("…" if end is None else plain_number(end) for end in ends)
    if record.of is not None:
        amount += f" of {plain_number(record.of)}"
    exact = "" if record.qualifier.value == "exact" else f"{record.qualifier.value} "
    return f"{exact}{amount} {record.unit or ''}".strip()


def _context(text: str, passage: Passage, *, marked: bool) -> Text:
    """Return the line with its records coloured; ``marked`` sets them in ⟦ ⟧ where there is no colour."""
    from rich.text import Text

    first, last = passage.records[0].start, max(record.end for record in passage.records)
    start, end = max(passage.span.start, first - _AROUND), min(max(passage.span.end, last), last + _AROUND)
    edges = sorted({start, end} | {e for record in passage.records for e in (record.start, record.end) if e <= end})
    shown = Text("… " if start > passage.span.start else "")
    for left, right in pairwise(edges):
        covering = [record for record in passage.records if record.start <= left and right <= record.end]
        # a mark stands where a record begins and ends, so that two that touch are told apart
        opening = "⟦" * sum(record.start == left for record in covering) if marked else ""
        closing = "⟧" * sum(record.end == right for record in covering) if marked else ""
        style = _COLOURS[min(covering, key=lambda record: record.end - record.start).table_name] if covering else ""
        shown.append(opening + printable(text[left:right]) + closing, style=style)
    shown.append(" …" if end < passage.span.end else "")
    return shown


def _show_document(document: Document, console: Console) -> None:
    from rich.text import Text

    about = [
        document.media_type,
        f"{document.pages} pages" if document.pages else None,
        f"{document.characters} characters",
    ]
    head = Text(printable(document.source_path), style="bold")
    head.append(f"  {document.status.value} · {' · '.join(part for part in about if part)}", style="not bold")
    console.print(head)
    for name in _SHOWN_FIELDS:
        value = getattr(document, name)
        if value is not None:
            console.print(Text(f"  {name.ljust(10)} {printable(value)}"))
    console.print()
