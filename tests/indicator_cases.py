"""Reports made by hand for the tests of indicators: a line is a paragraph, a table is given as rows."""

from __future__ import annotations

from collections.abc import Sequence

from trichluc.extract.described import Described
from trichluc.extract.indicators import extract_indicators
from trichluc.layout.model import DataCell, Letterhead, Passage, Report, ReportTable, Zone
from trichluc.packs import load_packs
from trichluc.records import Indicator
from trichluc.source_builder import DraftCell, Piece, SourceBuilder


def found_in(
    *lines: str,
    section: tuple[str, ...] = (),
    zone: Zone = Zone.BODY,
    period: str | None = "2023",
    kind: str = "BC",
    media_type: str = "text/plain",
    issued_on: str | None = None,
) -> list[Indicator]:
    """Return the indicators of paragraphs that stand under ``section``."""
    builder = SourceBuilder(media_type)
    spans = [builder.paragraph(line) for line in lines]
    source = builder.build()
    passages = tuple(Passage(span, zone, section) for span in spans if span)
    report = Report(source, Letterhead(), passages)
    described = Described(kind=kind, period=period, issued_on=issued_on)
    return checked(report, extract_indicators(report, load_packs(), described))


def found_in_table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    groups: Sequence[tuple[str, ...]] = (),
    caption: str = "",
    section: tuple[str, ...] = (),
    period: str | None = "2023",
    above: str = "",
) -> list[Indicator]:
    """Return the indicators of a table whose first column holds labels; a cell's lines are parted by ``/ ``."""
    builder = SourceBuilder("text/plain")
    told = builder.paragraph(above) if above else None
    title = builder.paragraph(caption) if caption else None
    drafts = [
        DraftCell(row, column, [[Piece(line)] for line in text.split("/ ")])
        for row, cells in enumerate((header, *rows))
        for column, text in enumerate(cells)
    ]
    builder.table(drafts)
    source = builder.build()
    laid = source.blocks[-1].table
    assert laid is not None
    cells = []
    for cell in laid.cells:
        if cell.row == 0:
            continue
        label = rows[cell.row - 1][0]
        above = groups[cell.row - 1] if groups else ()
        own = () if cell.column == 0 else (label.split("/ ")[0],)
        cells.append(
            DataCell(
                cell.span, cell.lines, cell.row, cell.column, above + own, tuple(label.split("/ ")),
                (header[cell.column],), None, cell.column == 0,
            )
        )  # fmt: skip
    table = ReportTable(0, section, title, None, 1, 0, tuple(cells))
    passages = tuple(Passage(cell.span, Zone.CELL, section, table=0) for cell in cells)
    if told is not None:
        passages = (Passage(told, Zone.BODY, section), *passages)
    report = Report(source, Letterhead(), passages, (table,))
    return checked(report, extract_indicators(report, load_packs(), Described(kind="BC", period=period)))


def checked(report: Report, found: list[Indicator]) -> list[Indicator]:
    """Return ``found`` after the promises that hold for every record."""
    for record in found:
        assert report.text[record.start : record.end] == record.text
        assert record.name
        assert record.rule
        assert 0 < record.confidence <= 1
    assert found == sorted(found, key=lambda record: (record.start, record.end))
    return found
