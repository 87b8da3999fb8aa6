"""Makes the gold answer of a source from its marks.

What a mark leaves unsaid is filled in by the plain readings below, which know nothing of the program that is to be
judged; whatever they get wrong the annotator states in the mark. ``python -m corpus.build --show STEM`` prints the
outcome for proof-reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from corpus.maker.markup import CATEGORIES, Block, Document, Grid, Inline, Mark, MarkupError

Json = dict[str, Any]

TYPES = {
    "chỉ thị": "CT", "nghị quyết": "NQ", "quyết định": "QĐ", "quy định": "QĐi", "kết luận": "KL", "kế hoạch": "KH",
    "hướng dẫn": "HD", "công văn": "CV", "cv": "CV", "đề án": "ĐA", "thông báo": "TB", "báo cáo": "BC",
    "thông tư liên tịch": "TTLT", "thông tư": "TT", "nghị định": "NĐ", "luật": "L", "bộ luật": "L", "pháp lệnh": "PL",
    "chương trình": "CTr", "quy chế": "QC", "tờ trình": "TTr", "công điện": "CĐ", "điều lệ": "ĐL", "di chúc": "DC",
    "qđ": "QĐ", "nq": "NQ", "kh": "KH", "ct": "CT",
}  # fmt: skip
ROLES = {"actual", "target", "baseline", "rate", "change"}
QUALIFIERS = {"exact", "at_least", "at_most", "about"}
REFERENCE_KEYS = {"form", "type", "symbol", "date", "issuer", "title", "short"}
INDICATOR_KEYS = {"value", "min", "max", "of", "unit", "qualifier", "role", "period", "scope", "name"}
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SYMBOL = re.compile(r"\d+[a-z]?(?:\s*[-–/]\s*[\wĐđ&.]+)+")
_NUMERAL = r"(?<![A-Za-z])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
_PERIOD = re.compile(r"\d{4}(?:-(?:\d\d|Q[1-4]|H[12]))?(?:/(?:\d{4}(?:-\d\d)?|\.\.))?$")


def fold(text: str) -> str:
    """Fold white space to single blanks, as the annotation guide asks of quotes."""
    return " ".join(text.replace("\u00ad", "").split())


def make_gold(document: Document) -> Json:
    """Return the gold answer: document, references, indicators, assessments."""
    return _GoldMaker(document).make()


def dates(text: str) -> list[str]:
    """Return the dates in ``text`` as ISO 8601, in order."""
    short = r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})"
    long = r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
    found = [(m.start(), m.groups()) for pattern in (short, long) for m in re.finditer(pattern, text)]
    return [f"{year}-{int(month):02}-{int(day):02}" for _, (day, month, year) in sorted(found)]


def numeral(text: str) -> Decimal:
    """Read a Vietnamese numeral: full stops part thousands, a comma the decimals."""
    return Decimal(text.replace(".", "").replace(",", "."))


def tidy(value: Decimal) -> float | int:
    """Return a whole number as an integer, any other as a float."""
    return int(value) if value == int(value) else float(value)


def reference(text: str, args: str) -> Json:
    """Fill in a reference mark."""
    given = _arguments(args, REFERENCE_KEYS)
    word = next((w for w in sorted(TYPES, key=len, reverse=True) if text.lower().startswith(w)), None)
    without_dates = re.sub(r"ngày.*", "", text)
    found = _SYMBOL.search(without_dates)
    symbol = re.sub(r"\s+", "", found[0]).replace("–", "-") if found else None
    form = "numbered" if symbol else "named"
    if "short" in given:
        form, symbol = "short", given["short"]
    issuer = re.search(r"\bcủa (.+)$", text)
    stated = dates(text)
    answer = {
        "text": text,
        "form": given.get("form", form),
        "type": given.get("type", TYPES[word] if word else None),
        "symbol": given.get("symbol", symbol),
        "issued_on": given.get("date", stated[0] if stated else None),
        "issuer": given.get("issuer", issuer[1] if issuer else None),
        "title": given.get("title"),
    }
    answer = {key: None if value == "-" else value for key, value in answer.items()}
    if answer["type"] is None and given.get("type") != "-":
        raise MarkupError(f"the type of this reference must be stated: {text}")
    return answer


def amount(text: str, unit: str | None = None) -> Json:
    """Read the number or numbers of an indicator's text, with its unit."""
    numbers = [(m.start(), m.end(), numeral(m[0])) for m in re.finditer(_NUMERAL, text)]
    answer: Json = {"value": None, "min": None, "max": None, "of": None, "unit": unit}
    if not numbers:
        answer["unit"] = unit or _unit(text)
        return answer
    tail = text[numbers[-1][1] :]
    sign = -1 if re.match(r"\s*[-–−]\s*\d", text) else 1
    if len(numbers) == 2 and re.fullmatch(r"\s*/\s*", text[numbers[0][1] : numbers[1][0]]):
        answer |= {"value": tidy(numbers[0][2]), "of": tidy(numbers[1][2])}
    elif len(numbers) >= 2 and re.search(r"tỷ|tỉ|triệu", text[numbers[0][1] : numbers[1][0]]) and "đến" not in text:
        total = sum(value * _scale(text[end:]) for _, end, value in numbers)
        answer |= {"value": tidy(total)}
    elif len(numbers) == 2:
        scale = _scale(tail)
        answer |= {"min": tidy(numbers[0][2] * scale), "max": tidy(numbers[1][2] * scale)}
    else:
        answer["value"] = tidy(sign * numbers[0][2] * _scale(tail))
    answer["unit"] = unit or _unit(tail)
    return answer


def _scale(tail: str) -> int:
    found = re.match(r"\s*(nghìn|ngàn|triệu|tr|tỷ|tỉ)\b", tail)
    if not found:
        return 1
    more = re.match(r"\s*(?:nghìn|ngàn)\s+(tỷ|tỉ)\b", tail)
    return SCALES[found[1]] * (SCALES[more[1]] if more else 1)


def _unit(tail: str) -> str | None:
    tail = fold(tail)
    if tail.startswith("%"):
        return fold("%" + tail[1:].lower())
    words = re.sub(r"^((?:nghìn|ngàn|triệu|tr|tỷ|tỉ)\b\s*)+", "", tail)
    if re.match(r"(đồng|đ)(?! (?:chí|nghiệp|bào|ruộng|hồ))(?![\wĐđ])", words) or (words == "" and tail):
        return "VND" + re.sub(r"\s+", "", re.sub(r"^(đồng|đ)", "", words)) if "/" in words else "VND"
    return words.lower() or None


def _arguments(args: str, known: set[str]) -> dict[str, str]:
    given = {}
    for part in filter(None, (piece.strip() for piece in args.split("|"))):
        key, equals, value = part.partition("=")
        if not equals or key not in known:
            raise MarkupError(f"unknown argument {part!r}")
        given[key] = value
    return given


def _indicator_arguments(args: str) -> dict[str, str]:
    given: dict[str, str] = {}
    for index, piece in enumerate(args.split("|") if args else []):
        part = piece.strip()
        key, equals, value = part.partition("=")
        if equals and key in INDICATOR_KEYS:
            given[key] = value
        elif index == 0:
            given["name"] = part
        elif part in ROLES:
            given["role"] = part
        elif part in QUALIFIERS:
            given["qualifier"] = part
        elif _PERIOD.match(part):
            given["period"] = part
        else:
            raise MarkupError(f"unknown argument {part!r} in {args!r}")
    return given


@dataclass(frozen=True, slots=True)
class _Column:
    """What a data column holds: ``unit:role:period:name``, each may be empty; unit ``@`` stands for the unit column."""

    unit: str
    role: str
    period: str | None
    name: str = ""


def _column(text: str) -> _Column | None:
    if text in ("-", "name", "unit", ""):
        return None
    unit, role, period, name, *_ = [*text.split(":"), "", "", "", ""]
    return _Column(unit, role or "actual", period or None, name)


class _GoldMaker:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.references: list[Json] = []
        self.indicators: list[Json] = []
        self.assessments: list[Json] = []
        self.path: list[tuple[int, str]] = []

    def make(self) -> Json:
        title = " ".join(fold(b.content.plain) for b in self.document.blocks if b.kind == "title" and b.content)
        fields = ("kind", "symbol", "title", "issuer", "parent", "place", "issued_on", "period", "signatory")
        told = {"title": title or None} | self.document.meta["document"]
        for block in self.document.blocks:
            self._block(block)
        for note in self.document.notes.values():
            self._inline(note, Block("note", period=self.document.meta["document"].get("period")))
        return {
            "document": {name: told.get(name) for name in fields},
            "references": self.references,
            "indicators": self.indicators,
            "assessments": self.assessments,
        }

    def _block(self, block: Block) -> None:
        if block.kind in ("heading", "runin") and block.content:
            self.path = [(level, title) for level, title in self.path if level < block.level]
            self._inline(block.content, block)
            self.path.append((block.level, fold(block.content.plain).rstrip(" :.;,")))
            if block.rest:
                self._paragraph(block.rest)
        elif block.kind == "table" and block.grid:
            self._grid(block.grid, block)
        elif block.columns:
            for column in block.columns:
                for line in column:
                    self._inline(line, block)
        elif block.content:
            self._paragraph(block)

    def _paragraph(self, block: Block) -> None:
        if block.content:
            if block.category:
                self._assess(block.category, block.content.plain)
            self._inline(block.content, block)

    def _assess(self, category: str, text: str) -> None:
        text = re.sub(r"\s*\./\.$", "", fold(text))
        self.assessments.append({"category": category, "text": text, "section": [title for _, title in self.path]})

    def _inline(self, content: Inline, block: Block, source: str = "text") -> None:
        for mark in content.marks:
            text = fold(content.plain[mark.start : mark.end])
            if mark.kind == "r":
                self.references.append(reference(text, mark.args))
            elif mark.kind == "i":
                self.indicators.append(self._indicator(text, mark, block, source))
            else:
                self._assess(CATEGORIES[mark.kind], text)

    def _indicator(self, text: str, mark: Mark, block: Block, source: str, unit: str | None = None) -> Json:
        given = _indicator_arguments(mark.args)
        answer = {"text": text} | amount(text, unit)
        answer |= {
            "qualifier": "exact",
            "name": given.get("name") or "",
            "role": "actual",
            "period": block.period,
            "scope": block.scope,
            "source": source,
        }
        for key, value in given.items():
            number = key in ("value", "min", "max", "of")
            answer[key] = None if value == "-" else tidy(Decimal(value)) if number else value
        if not answer["name"]:
            raise MarkupError(f"an indicator without a name: {text}")
        return answer

    def _grid(self, grid: Grid, block: Block) -> None:
        columns = [_column(text) for text in grid.columns]
        label_at = grid.columns.index("name")
        unit_at = grid.columns.index("unit") if "unit" in grid.columns else None
        groups: list[tuple[int, str]] = []
        for row in grid.rows:
            label = row.cells[label_at]
            labels = [_label(line.plain) for line in label.lines] if label else [""]
            depth = row.kind.count("g")
            if depth or row.kind == "r":
                groups = [group for group in groups if group[0] < depth] if depth else groups
            unit = None
            if unit_at is not None and (cell := row.cells[unit_at]):
                unit = fold(cell.lines[0].plain)
            above = [title for _, title in groups]
            for cell, column in zip(row.cells, columns, strict=True):
                if cell is None:
                    continue
                for index, line in enumerate(cell.lines):
                    self._inline(line, block, "table")
                    if column and "r" in row.kind and not line.marks:
                        told = labels[index] if len(labels) == len(cell.lines) else labels[0]
                        self._cell(fold(line.plain), column, unit, [*above, told], block)
            if depth:
                groups.append((depth, _group(label.lines[0]) if label else ""))

    def _cell(self, text: str, column: _Column, row_unit: str | None, names: list[str], block: Block) -> None:
        if not re.fullmatch(rf"[-–+−]?\s*(?:{_NUMERAL})\s*%?(?:\s*/\s*(?:{_NUMERAL}))?", text):
            if re.search(r"\d", text):
                raise MarkupError(f"mark this cell by hand: {text!r}")
            return
        unit = row_unit if column.unit == "@" else column.unit
        if not unit:
            raise MarkupError(f"no unit for {text!r} in row {names}")
        answer = amount(text, "%" if text.endswith("%") else unit)
        money = re.fullmatch(r"((?:nghìn|ngàn|triệu|tr|tỷ|tỉ)?)\s*(?:đồng|đ)(/.*)?", unit)
        if money and answer["unit"] != "%":
            scale = SCALES.get(money[1], 1)
            answer["value"] = tidy(Decimal(str(answer["value"])) * scale)
            answer["unit"] = "VND" + (money[2] or "")
        elif scaled := re.fullmatch(r"(nghìn|ngàn|triệu|tỷ|1\.000|1000) (\w.*)", unit):
            answer["value"] = tidy(Decimal(str(answer["value"])) * SCALES.get(scaled[1], 1000))
            answer["unit"] = scaled[2]
        elif answer["unit"] == unit:
            answer["unit"] = unit.lower()
        self.indicators.append(
            {"text": text}
            | answer
            | {
                "qualifier": "exact",
                "name": ": ".join(filter(None, [*names, column.name])),
                "role": column.role,
                "period": column.period or block.period,
                "scope": block.scope,
                "source": "table",
            }
        )


def _group(line: Inline) -> str:
    """Return a group's label without the number that may follow it (``Về chuyên môn: 04 chỉ tiêu``)."""
    counted = [mark.start for mark in line.marks if mark.kind == "i"]
    return _label(line.plain[: counted[0]] if counted and counted[0] else line.plain)


def _label(text: str) -> str:
    text = re.sub(r"^\s*(?:[-+*•]|\d+[.)]|[a-zđ]\))\s*", "", fold(text))
    return re.sub(r"\s*[:.;]$", "", re.sub(r"^Trong đó:\s*(?=\S)", "", text))
