"""Indicators of tables: every number of a body cell, with what its row, its column and its caption say about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from trichluc.extract.indicators.cell_numbers import negative, numbers_alone, qualifier_beside
from trichluc.extract.indicators.column_roles import is_series, path_role, turned, years_compared
from trichluc.extract.indicators.labels import EDGES, clean_label, name_of, stacked_names, with_column
from trichluc.extract.indicators.masks import blot
from trichluc.extract.indicators.periods import column_period, stated_period
from trichluc.extract.indicators.prose import Reading, confidence_of, has_number, read_passage
from trichluc.extract.indicators.roles import QUOTIENT, planned_by_headings
from trichluc.extract.indicators.times import year_before
from trichluc.extract.indicators.units_of_cells import CellUnit, unit_of
from trichluc.layout.model import DataCell, Passage, ReportTable, Zone
from trichluc.records import SECTION_SEPARATOR, Indicator, Origin, Role
from trichluc.span import Span
from trichluc.text.measure import Measure
from trichluc.text.measures import find_measures
from trichluc.text.measures_units import Kind, fold

# columns that hold no results
_NO_DATA = re.compile(
    r"^(?:(?:số )?(?:tt|thứ tự)|stt|mã(?: số| hàng hóa| chỉ tiêu)?|số hiệu|ký hiệu|năm sinh|ngày(?: tháng)?(?: năm)?.*|"
    r"điện thoại|số điện thoại|số văn bản.*|căn cứ.*|mẫu số|biểu số|mục lục.*|quy cách.*|"
    r"đặc điểm.*|nguồn thông tin|xếp hạng|thứ hạng|"
    r"cmnd.*|cccd.*|địa chỉ|thời gian.*|thời hạn.*|hạn hoàn thành|nhiệm kỳ)$",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"\s(?:đạt|chiếm|là|còn|bằng)(?:\s(?:trên|ít nhất|tối thiểu|khoảng|từ))*$|\s(?:tối thiểu|ít nhất)$", re.IGNORECASE
)
_ASKED = re.compile(
    r"(?<!\w)(?:có|đạt|trên|từ|ít nhất|tối thiểu|tối đa|không quá|khoảng|giảm|tăng|chiếm|là|còn|dưới|phấn đấu|hơn|bằng|"
    r"được|đến|và|với)$|[≥≤<>:,;(]$",
    re.IGNORECASE,
)
# no verb links the words before: "trong đó có ít nhất 50% cá nhân xuất sắc"
_HEDGED = re.compile(r"(?<!đạt )(?<!chiếm )(?:tối thiểu|ít nhất)$", re.IGNORECASE)
_SAME_TIME = re.compile(r"(?<!\w)(?:cùng kỳ|năm trước|năm ngoái)(?!\w)(?!.*\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_LEAST_LETTERS = 4  # fewer are a unit or a mark, no sentence
_QUOTIENTS = "column-quotient"  # rule of columns that tell 100 times a value over an earlier one
_LEAST_RATE = 50  # a comparison in per cent above this is a whole divided by a whole, below it a rise or fall
_NUMBERING = re.compile(r"(?:s ?t ?t|s ?ố ?t ?t)\.?", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+\.?")
_UNIT_HEADER = re.compile(r"(?:đvt|đơn vị(?: tính)?|đ/v tính)$", re.IGNORECASE)
_ROSE = re.compile(r"(?<!\w)(?:tăng|giảm|chênh lệch)(?!\w)", re.IGNORECASE)
_INDEX = re.compile(r"(?<!\w)chỉ số giá(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table with what holds for all of its cells."""

    index: int  # among all tables of the report
    number: int  # among those that hold data, from 1
    table: ReportTable
    reading: Reading
    caption: str
    period: str | None
    planned: bool
    prices: bool  # a table of price indices, which are results, whatever they are compared with
    actual: dict[int, str | None]  # periods of the columns that hold results, by column, in order
    compares: bool  # it has columns for targets: numbers in its labels are targets too
    heads: dict[int, tuple[str, ...]]  # of each column, what stands above it
    own: tuple[str, ...]  # the years of the document, or of the table
    of_own: frozenset[int]  # rows with a cell in a column for the last of them

    def record(
        self, cell: DataCell, span: Span, measure: Measure, unit: CellUnit, name: str, role: Role, rule: str
    ) -> Indicator:
        """Make the record of one number."""
        report, value = self.reading.report, measure.value
        line = _line_of(report.text, cell.span)
        column = SECTION_SEPARATOR.join(cell.column_path)
        factor = unit.factor if measure.kind is Kind.BARE else 1.0
        flags = (*measure.flags, QUOTIENT) if rule == _QUOTIENTS else measure.flags
        start = span.start + measure.start
        end = span.start + (measure.end if measure.kind is not Kind.BARE else measure.number_end)
        return Indicator(
            text=report.text[start:end],
            section=self.table.section,
            page=report.source.page_at(start),
            start=start,
            end=end,
            sentence=line,
            rule=f"table-{measure.kind if measure.kind is not Kind.BARE else unit.kind}-{rule}",
            confidence=confidence_of(measure, flags, role),
            flags=flags,
            value=None if value is None else round(value * factor, 6),
            min=None if measure.minimum is None else round(measure.minimum * factor, 6),
            max=None if measure.maximum is None else round(measure.maximum * factor, 6),
            of=measure.of,
            unit=measure.unit if measure.kind is not Kind.BARE else unit.unit,
            qualifier=qualifier_beside(report.text[cell.span.start : start], report.text[end : cell.span.end]),
            name=name,
            role=role,
            period=self._period_of(cell, role),
            source=Origin.TABLE,
            table_number=self.number,
            row=cell.row + 1,
            column=cell.column + 1,
            row_label=SECTION_SEPARATOR.join(cell.row_path) or None,
            column_label=column or None,
        )

    def _period_of(self, cell: DataCell, role: Role) -> str | None:
        header = " ".join(turned(cell).column_path)
        stated = column_period(header, self.period) if role not in (Role.RATE, Role.CHANGE) else stated_period(header)
        if role is Role.CHANGE and (compared := years_compared(header)):
            stated = max(compared)
        if role is Role.BASELINE and self.period and "cùng kỳ" in header.lower():
            then = year_before(self.period)
            if then[: len("2023")] == stated:
                return then  # "Cùng kỳ 2023" beside nine months of 2024
        if stated is None and role in (Role.RATE, Role.CHANGE):
            before = [column for column in self.actual if column < cell.column]
            return self.actual[before[-1]] if before else self.period
        if role is Role.BASELINE and self.period and (stated is None or _SAME_TIME.search(header)):
            return year_before(self.period) if _SAME_TIME.search(header) else stated or self.period
        return stated or self.period


def read_table(index: int, reading: Reading) -> list[Indicator]:
    """Return the indicators of table ``index`` of the report, in reading order."""
    table = reading.report.tables[index]
    if table.layout_only:
        return []
    caption = table.caption.of(reading.report.text) if table.caption else ""
    columns = {cell.column_path for cell in table.cells}
    period = stated_period(caption) or _period_of(table.section) or reading.described.period
    own = tuple(_YEAR.findall(reading.described.period or period or ""))
    of_own = {path for path in columns if own and own[-1] in " ".join(path)}
    words = {caption, *(part for cell in table.cells for part in (*cell.column_path, *cell.row_path))}
    in_turn = is_series(tuple(columns), reading.rules)
    context = _Table(
        index=index,
        number=sum(not one.layout_only for one in reading.report.tables[: index + 1]),
        table=table,
        reading=reading,
        caption=caption,
        period=period,
        planned=planned_by_headings((*table.section, caption), reading.rules) is True,
        prices=any(_INDEX.search(part) for part in words),
        actual={},
        compares=any(path_role(path, reading.rules)[0] in (Role.TARGET, Role.RATE) for path in columns),
        heads={cell.column: cell.column_path for cell in table.cells},
        own=own,
        of_own=frozenset(cell.row for cell in table.cells if cell.column_path in of_own and not in_turn),
    )
    for cell in sorted(table.cells, key=lambda cell: cell.column):
        header = " ".join(cell.column_path)
        if not cell.label and header and path_role(cell.column_path, reading.rules)[0] in (Role.ACTUAL, None):
            context.actual.setdefault(cell.column, column_period(header, context.period) or context.period)
    found: list[Indicator] = []
    unlabelled = _labels_of_rows(table, reading.report.text) if table.label_column is None else {}
    for cell in table.cells:
        if not has_number(cell.span.of(reading.report.text)):
            continue
        if not cell.label and not cell.row_path and cell.row in unlabelled:
            cell = unlabelled[cell.row].given_to(cell)  # noqa: PLW2901
        found += _label(context, cell) if cell.label else _data(context, cell)
    return found


@dataclass(frozen=True, slots=True)
class _RowLabel:
    """What a row says of itself, where layout found no column of labels."""

    label: str
    unit: str | None

    def given_to(self, cell: DataCell) -> DataCell:
        """Return ``cell`` with this label and, where it has none, this unit."""
        path = (self.label,) if self.label else ()
        return replace(cell, row_path=path, row_lines=path, unit=cell.unit or self.unit)


def _labels_of_rows(table: ReportTable, text: str) -> dict[int, _RowLabel]:
    """Take the first words of each row for its label, and the cell under ``ĐVT`` for its unit."""
    found: dict[int, _RowLabel] = {}
    for cell in table.cells:
        words, header = cell.span.of(text).strip(EDGES), cell.column_path[-1].strip(EDGES) if cell.column_path else ""
        row = found.get(cell.row, _RowLabel("", None))
        if _UNIT_HEADER.match(header):
            row = replace(row, unit=words or None)
        elif (
            not row.label
            and not _NO_DATA.match(header)
            and not _ROMAN.fullmatch(words)
            and sum(map(str.isalpha, words)) > 1
        ):
            row = replace(row, label=words)
        found[cell.row] = row
    return found


def _period_of(section: tuple[str, ...]) -> str | None:
    return next((period for heading in reversed(section) if (period := stated_period(heading))), None)


def _data(table: _Table, cell: DataCell) -> list[Indicator]:
    """Return the records of a body cell: one for each number in it."""
    header = cell.column_path[-1].strip(EDGES) if cell.column_path else ""
    if _NO_DATA.match(header) or _NUMBERING.fullmatch(header) or (not header and cell.column == 0):
        return []
    reading = table.reading
    seen = turned(cell)
    role, rule = path_role(seen.column_path, reading.rules)
    if role is None:
        role, rule = (Role.TARGET, "plan-section") if table.planned else (Role.ACTUAL, "actual")
    if table.prices and role is not Role.TARGET:
        role, rule = Role.ACTUAL, "index"
    if role is Role.ACTUAL and _is_earlier(seen, table):
        role, rule = Role.BASELINE, "earlier-year"
    lines = cell.lines or (cell.span,)
    text = reading.report.text
    numbered = [
        (line, negative(line.of(text), measure, role))
        for line in lines
        for measure in numbers_alone(line.of(text), reading)
    ]
    if not numbered:
        return _prose(table, cell, role, reading)
    unit = unit_of(seen, table.table, table.caption, table.heads, reading.units)
    stacked = len({line for line, _ in numbered}) == len(numbered)  # not a number and its part on one line
    names = stacked_names(cell, len(numbered)) if stacked else []
    return [
        table.record(
            cell,
            line,
            measure,
            unit,
            with_column(names[place] if names else name_of(seen.row_path), seen, reading.rules),
            *_compared(measure, unit, " ".join(seen.column_path), role, rule),
        )
        for place, (line, measure) in enumerate(numbered)
    ]


def _prose(table: _Table, cell: DataCell, role: Role | None, reading: Reading) -> list[Indicator]:
    """Return the numbers of a cell that holds sentences (``Đã mở 02 lớp với 85 học viên``)."""
    text = cell.span.of(reading.report.text)
    if sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        return []
    label = name_of(cell.row_path)
    passage = Passage(cell.span, Zone.CELL, table.table.section, table=table.index)
    found = read_passage(passage, reading, table.period, label)
    place = {
        "source": Origin.TABLE,
        "table_number": table.number,
        "row": cell.row + 1,
        "column": cell.column + 1,
        "row_label": SECTION_SEPARATOR.join(cell.row_path) or None,
        "column_label": SECTION_SEPARATOR.join(cell.column_path) or None,
    }
    planned = role is Role.TARGET
    return [
        record.model_copy(update=place | ({"role": Role.TARGET} if planned and record.role is Role.ACTUAL else {}))
        for record in found
    ]


def _compared(measure: Measure, unit: CellUnit, header: str, role: Role, rule: str) -> tuple[Role, str]:
    """Tell a quotient with an earlier value (101,2 %) from a rise (1,2 %), which stand under the same heads."""
    whole = measure.value is not None and measure.value >= _LEAST_RATE and not measure.sign
    percent = Kind.PERCENT in (measure.kind, unit.kind)
    plain = rule == "column-change" and not _ROSE.search(header)
    return role, _QUOTIENTS if role is Role.CHANGE and percent and whole and plain else rule


def _is_earlier(cell: DataCell, table: _Table) -> bool:
    """Tell whether the column is for a year before the document's, and another column is for the document's."""
    years = _YEAR.findall(" ".join(cell.column_path))
    own = table.own
    school = len(years) > 1 and len(own) == 2 and int(own[1]) - int(own[0]) == 1  # "2024-2025" before 2025/2026
    if not years or not own or years[-1] >= own[1 if school else 0]:
        return False
    return cell.row in table.of_own


def _label(table: _Table, cell: DataCell) -> list[Indicator]:
    """Return the numbers in the label of a row: parts of a plan (``03 chỉ tiêu``, ``có ít nhất 50% hộ``)."""
    if not table.compares:
        return []
    reading = table.reading
    text = cell.span.of(reading.report.text)
    clean = blot(text, reading.rules)
    found = []
    for measure in find_measures(clean, fold(clean), reading.units, reading.habit):
        counted = (
            measure.kind is Kind.COUNT
            and measure.known
            and measure.unit in ("chỉ tiêu", "nội dung", "nhiệm vụ", "tiêu chí")
        )
        if not counted and measure.kind is not Kind.PERCENT:
            continue
        before, after = text[: measure.start].strip(EDGES), text[measure.end :].strip(EDGES)
        if not counted and before and not _ASKED.search(before):
            continue  # a name: "khoản thu hưởng 100%"
        linked = _LINKED.search(before)
        hedged = linked is not None and _HEDGED.search(before) is not None
        own = before[: linked.start()] if linked and not (hedged and after) else after or before
        own = f"{measure.unit} {before}" if counted else own
        group = [part for part in cell.row_path[:-1] if part not in text]
        name = ": ".join([*map(clean_label, group[-1:]), own]) if not counted else _lower_first(own, measure.unit or "")
        unit = CellUnit(measure.unit, measure.kind)
        found.append(table.record(cell, cell.span, measure, unit, name, Role.TARGET, "label"))
    return found


def _lower_first(text: str, unit: str) -> str:
    """Write the label after its unit small: ``chỉ tiêu về công tác đoàn``."""
    rest = text.removeprefix(unit).lstrip()
    return f"{unit} {rest[:1].lower()}{rest[1:]}"


def _line_of(text: str, span: Span) -> str:
    """Return the row's line of clean text."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : len(text) if end < 0 else end]
