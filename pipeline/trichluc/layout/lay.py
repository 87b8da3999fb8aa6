"""From a source to a report: the steps of layout in order."""

from __future__ import annotations

from bisect import bisect_right

from trichluc.layout.foot import Foot, read_foot
from trichluc.layout.furniture import Furniture, find_furniture
from trichluc.layout.head import read_head
from trichluc.layout.head_lines import Head
from trichluc.layout.headings import Reading, read_headings
from trichluc.layout.kinds import Kinds
from trichluc.layout.lines import Line, read_lines
from trichluc.layout.model import Letterhead, Passage, Report, ReportTable, Zone
from trichluc.layout.names import Names
from trichluc.layout.outline import Outline
from trichluc.layout.rules import LayoutRules
from trichluc.layout.tables import Caption, find_caption, is_layout_only, read_table
from trichluc.packs import Packs
from trichluc.source import BlockKind, Source, Span


def lay_out(source: Source, packs: Packs) -> Report:
    """Return ``source`` as a reader sees it: letterhead, outline, tables, notes, and what is no part of the report.

    Passages come in the order of the text and do not overlap. Nothing is raised whatever the source holds.
    """
    rules, kinds, names = LayoutRules.of(packs), Kinds.of(packs), Names.of(packs)
    lines = read_lines(source)
    furniture = find_furniture(source, lines, rules)
    head = read_head(source, lines, furniture, rules, kinds, names)
    taken = furniture.blocks | {b for _, _, b in head.zones}
    press = head.dateline is not None or bool(head.site) or furniture.web
    foot = read_foot(source, lines, taken, head.end, rules, names, press=press)
    body = _Body(source, lines, furniture, head, foot, rules)
    passages, tables = body.read()
    return Report(
        source=source,
        letterhead=_letterhead(head, foot, furniture),
        passages=passages,
        tables=tables,
        web=furniture.web or bool(head.site) or head.dateline is not None or head.byline is not None or foot.author,
    )


def _letterhead(head: Head, foot: Foot, furniture: Furniture) -> Letterhead:
    return Letterhead(
        issuer=head.issuer,
        parent=head.parent,
        symbol=head.symbol,
        place=head.place or (foot.place if head.date is None else None),
        date=head.date or head.dateline or foot.date,
        kind=head.kind,
        title=tuple(head.title),
        signatory=foot.signatory or head.byline,
        site=(*head.site, *furniture.site, *(() if foot.site is None else (foot.site,))),
        author_body=foot.author_body,
        official=head.official,
    )


class _Body:
    """Goes through the blocks of a report and makes its passages and tables."""

    def __init__(
        self, source: Source, lines: list[Line], furniture: Furniture, head: Head, foot: Foot, rules: LayoutRules
    ) -> None:
        self.source = source
        self.rules = rules
        self.by_block = {line.block: line for line in lines}
        self.furniture = furniture.blocks
        self.head = head
        self.foot = foot
        self.passages: list[Passage] = []
        self.tables: list[ReportTable] = []
        self.outline = Outline()

    def read(self) -> tuple[tuple[Passage, ...], tuple[ReportTable, ...]]:
        """Return passages and tables."""
        captions = self._captions()
        self.captioned = {own: table for table, caption in captions.items() for own in caption.blocks}
        zoned = {place for _, _, place in (*self.head.zones, *self.foot.zones)}
        readings = {r.line.block: r for r in read_headings(self._body_lines(zoned), self.rules)}
        for span, zone, place in (*self.head.zones, *self.foot.zones):
            self.passages.append(Passage(span, zone, number=self._number(place), block=place))
        for index, block in enumerate(self.source.blocks):
            if not len(block.span):
                continue
            if index in self.furniture:
                self.passages.append(Passage(block.span, Zone.FURNITURE, block=index))
            elif block.table is not None:
                self._table(index, captions.get(index, Caption()), zoned=index in zoned)
            elif index in self.captioned:
                self.passages.append(Passage(block.span, Zone.CAPTION, self.outline.section, block=index))
            elif block.kind is BlockKind.NOTE or index in zoned:
                if index in self.foot.blocks:
                    self.outline.clear()
            elif index in readings:
                self._line(readings[index])
        self._notes()
        return self._in_order(), tuple(self.tables)

    def _body_lines(self, zoned: set[int]) -> list[Line]:
        return [
            line
            for block, line in self.by_block.items()
            if line.kind in (BlockKind.PARAGRAPH, BlockKind.TEXT_BOX, BlockKind.HEADER)
            and block not in zoned
            and block not in self.furniture
            and block not in self.captioned
        ]

    def _number(self, block: int) -> str | None:
        line = self.by_block.get(block)
        return line.marker.text if line is not None and line.marker is not None else None

    def _captions(self) -> dict[int, Caption]:
        taken = {block for _, _, block in (*self.head.zones, *self.foot.zones)} | self.furniture
        lines = {block: line for block, line in self.by_block.items() if block not in taken}
        return {
            index: find_caption(self.source, index, lines, self.rules)
            for index, block in enumerate(self.source.blocks)
            if block.table is not None and index not in taken and not is_layout_only(self.source, index)
        }

    def _line(self, reading: Reading) -> None:
        if self.rules.search("appendix", reading.line.text) and reading.line.words <= 20:
            self.outline.clear()
        self.passages += self.outline.passages(reading, self.source.text)
        if self.rules.search("closing", reading.line.text):
            self.outline.clear()

    def _table(self, index: int, caption: Caption, *, zoned: bool) -> None:
        layout_only = zoned or is_layout_only(self.source, index)
        table = read_table(self.source, index, self.outline.section, caption, self.rules, layout_only=layout_only)
        self.tables.append(table)
        if zoned:
            if index in self.foot.blocks:
                self.outline.clear()
            return
        zone = Zone.BODY if layout_only else Zone.CELL
        grid = self.source.blocks[index].table
        for cell in grid.cells if grid is not None else ():
            spans = (cell.lines or (cell.span,)) if layout_only else (cell.span,)
            for span in spans:
                if len(span):
                    place = None if layout_only else len(self.tables) - 1
                    self.passages.append(Passage(span, zone, self.outline.section, block=index, table=place))

    def _notes(self) -> None:
        """Add the footnotes; a note has the section of the passage in which its mark stands."""
        ordered = sorted(self.passages, key=lambda passage: passage.span)
        starts = [passage.span.start for passage in ordered]
        noted: set[int] = set()
        for note in self.source.notes:
            index = bisect_right(starts, note.at) - 1 if note.at is not None else -1
            section = ordered[index].section if 0 <= index < len(ordered) else ()
            self.passages.append(
                Passage(note.span, Zone.NOTE, section, number=note.mark or None, block=self._block_at(note.span))
            )
            noted.add(note.span.start)
        for index, block in enumerate(self.source.blocks):
            if block.kind is BlockKind.NOTE and len(block.span) and block.span.start not in noted:
                self.passages.append(Passage(block.span, Zone.NOTE, block=index))

    def _block_at(self, span: Span) -> int:
        for index in range(len(self.source.blocks) - 1, -1, -1):
            if self.source.blocks[index].span.start <= span.start:
                return index
        return 0

    def _in_order(self) -> tuple[Passage, ...]:
        ordered: list[Passage] = []
        for passage in sorted(self.passages, key=lambda p: (p.span.start, p.span.end)):
            if len(passage.span) and (not ordered or passage.span.start >= ordered[-1].span.end):
                ordered.append(passage)
        return tuple(ordered)
