"""Reads an annotated source file: blocks, runs of text, and the marks that the gold answers are made from.

A source is a TOML head between two lines ``+++`` and then one block a line; the grammar is described in
``corpus/README.md``. Marks are kept as offsets into the final text of their paragraph, so that the gold answer is true
in every format that the source is made into.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CATEGORIES = {"s": "strength", "l": "limitation", "c": "cause", "e": "lesson", "m": "remedy", "d": "direction"}
_NUMBER = re.compile(r"\[(~?)([^\]]{1,12})\] ?")
_SPECIAL = {"{stars}": "***", "{_}": "\u00a0", "{br}": "\n", "{tab}": "\t", "{shy}": "\u00ad", "{nbhy}": "\u2011"}


class MarkupError(ValueError):
    """A source file does not follow the grammar."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; ``change`` is ``ins`` or ``del`` for tracked changes."""

    text: str
    bold: bool = False
    italic: bool = False
    change: str | None = None
    control: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation: its letter, where it stands in the plain text, and what the annotator says about it."""

    kind: str
    start: int
    end: int
    args: str = ""


@dataclass(frozen=True, slots=True)
class Inline:
    """The content of a paragraph or cell: runs to print, plain final text, and marks on it in order of appearance."""

    runs: tuple[Run, ...]
    plain: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its lines, and how many columns and rows it covers."""

    lines: tuple[Inline, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row: ``kind`` is ``h`` head, ``r`` data, ``g``… group (depth), ``rg``… data that is also a group."""

    kind: str
    cells: tuple[Cell | None, ...]  # None: covered by a merged cell


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with what its columns hold (see ``|cols``)."""

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """One block: ``kind`` is para, heading, runin, kind, title, head, foot, box, table, before, after or break."""

    kind: str
    content: Inline | None = None
    number: str = ""
    automatic: bool = False
    level: int = 0
    category: str | None = None
    align: str = ""
    rest: Block | None = None  # of a heading that shares its paragraph with text
    grid: Grid | None = None
    columns: tuple[tuple[Inline, ...], ...] = ()  # of head and foot
    raw: str = ""
    period: str | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A source file, read."""

    stem: str
    meta: dict[str, Any]
    blocks: tuple[Block, ...]
    notes: dict[str, Inline]


def inline(source: str) -> Inline:
    """Read the inline grammar of one paragraph."""
    return _InlineReader(source).read()


class _InlineReader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.runs: list[Run] = []
        self.marks: list[Mark] = []
        self.plain: list[str] = []
        self.length = 0
        self.bold = self.italic = False
        self.change: str | None = None
        self.open: list[tuple[str, int, int]] = []  # letter, start in the plain text, place among the marks

    def read(self) -> Inline:
        while self.at < len(self.source):
            self._step()
        if self.open or self.bold or self.italic or self.change:
            raise MarkupError(f"something is left open in: {self.source[:80]}")
        return Inline(tuple(self.runs), "".join(self.plain), tuple(self.marks))

    def _step(self) -> None:
        rest = self.source[self.at :]
        for token, text in _SPECIAL.items():
            if rest.startswith(token):
                return self._take(token, text)
        if rest.startswith("**"):
            self.bold = not self.bold
            return self._skip(2)
        if rest.startswith("__"):
            self.italic = not self.italic
            return self._skip(2)
        if rest.startswith(("{+", "{-")):
            self.change = "ins" if rest[1] == "+" else "del"
            return self._skip(2)
        if rest.startswith(("+}", "-}")) and self.change:
            self.change = None
            return self._skip(2)
        if note := re.match(r"\{\^(\w+)\}", rest):
            self.runs.append(Run("", note=note[1]))
            return self._skip(note.end())
        if opened := re.match(r"\{(cc|[rislcemd]):", rest):
            self.open.append((opened[1], self.length, len(self.marks)))
            return self._skip(opened.end())
        if rest[0] == "|" and self.open and self.open[-1][0] != "cc":
            end = rest.find("}")
            if end < 0:
                raise MarkupError(f"something is left open in: {self.source[:80]}")
            self._close(rest[1:end])
            return self._skip(end + 1)
        if rest[0] == "}" and self.open:
            self._close("")
            return self._skip(1)
        if rest[0] in "{}":
            raise MarkupError(f"stray brace in: {self.source[:80]}")
        stop = re.search(r"[{}|]|\*\*|__|[+-]\}", rest[1:])
        end = stop.start() + 1 if stop else len(rest)
        return self._take(rest[:end], rest[:end])

    def _skip(self, count: int) -> None:
        self.at += count

    def _take(self, token: str, text: str) -> None:
        control = any(letter == "cc" for letter, _, _ in self.open)
        self.runs.append(Run(text, self.bold, self.italic, self.change, control))
        if self.change != "del":
            self.plain.append(text)
            self.length += len(text)
        self._skip(len(token))

    def _close(self, args: str) -> None:
        letter, start, place = self.open.pop()
        if letter != "cc":
            self.marks.insert(place, Mark(letter, start, self.length, args))


def read_source(path: Path) -> Document:
    """Read an annotated source file."""
    _, head, body = path.read_text("utf-8").split("+++\n", 2)
    meta = tomllib.loads(head)
    blocks, notes = _BodyReader(body.split("\n"), meta).read()
    return Document(path.stem, meta, tuple(blocks), notes)


class _BodyReader:
    def __init__(self, lines: list[str], meta: dict[str, Any]) -> None:
        self.lines = iter(lines)
        self.period: str | None = meta["document"].get("period")
        self.scope: str | None = meta.get("scope")
        self.notes: dict[str, Inline] = {}
        self.blocks: list[Block] = []

    def read(self) -> tuple[list[Block], dict[str, Inline]]:
        for line in self.lines:
            if not line.strip() or line.startswith("//"):
                continue
            if line.startswith("@"):
                self._setting(line)
            elif line.startswith("^"):
                name, _, text = line[1:].partition(": ")
                self.notes[name] = inline(text)
            elif line.startswith(":::"):
                self._fenced(line[3:].strip())
            elif line.startswith("|table"):
                self.blocks.append(Block("table", grid=self._grid(line), period=self.period, scope=self.scope))
            elif line.strip() == "~~break":
                self.blocks.append(Block("break"))
            else:
                self.blocks.append(self._block(line))
        return self.blocks, self.notes

    def _setting(self, line: str) -> None:
        name, _, value = line[1:].partition(" ")
        if name not in ("period", "scope"):
            raise MarkupError(f"unknown setting: {line}")
        setattr(self, name, None if value.strip() == "-" else value.strip())

    def _block(self, line: str) -> Block:
        if found := re.match(r"=(kind|title) ", line):
            return Block(found[1], inline(line[found.end() :]))
        if found := re.match(r"(#+) ", line):
            text, runs_in, rest = line[found.end() :].partition(" >> ")
            block = self._paragraph(text, "heading", len(found[1]))
            return _with_rest(block, self._paragraph(rest)) if runs_in else block
        return self._paragraph(line)

    def _paragraph(self, line: str, kind: str = "para", level: int = 0) -> Block:
        category, align = None, ""
        if found := re.match(r"!([slcemd]) ", line):
            category, line = CATEGORIES[found[1]], line[3:]
        if found := re.match(r">([crbi]) ", line):
            align, line = found[1], line[3:]
        number, automatic = "", False
        if found := _NUMBER.match(line):
            number, automatic, line = found[2], bool(found[1]), line[found.end() :]
        return Block(
            kind, inline(line), number, automatic, level, category, align, period=self.period, scope=self.scope
        )

    def _fenced(self, name: str) -> None:
        lines = []
        for line in self.lines:
            if line.strip() == ":::":
                break
            lines.append(line)
        if name in ("before", "after"):
            self.blocks.append(Block(name, raw="\n".join(lines)))
            return
        columns: list[list[Inline]] = [[]]
        for line in lines:
            if line.strip() == "---":
                columns.append([])
            else:
                columns[-1].append(inline(line))
        self.blocks.append(Block(name, columns=tuple(map(tuple, columns)), period=self.period, scope=self.scope))

    def _grid(self, first: str) -> Grid:
        options = dict(part.split("=", 1) for part in first.split()[1:])
        rows: list[tuple[str, list[str]]] = []
        columns: tuple[str, ...] = ()
        for line in self.lines:
            if line.strip() == "|end":
                break
            if line.startswith("|cols "):
                columns = tuple(part.strip() for part in line[6:].split("|"))
                continue
            found = re.match(r"\|(h|r?g*|r) ", line)
            if not found:
                raise MarkupError(f"not a table row: {line}")
            rows.append((found[1], split_cells(line[found.end() :])))
        widths = tuple(float(part) for part in options.pop("widths").split(","))
        if len(widths) != len(columns):
            raise MarkupError(f"{len(widths)} widths, {len(columns)} columns: {first}")
        return Grid(tuple(_merge(rows, len(columns))), columns, widths, options)


def _with_rest(block: Block, rest: Block) -> Block:
    return Block("runin", block.content, block.number, block.automatic, block.level, rest=rest, period=block.period)


def split_cells(line: str) -> list[str]:
    """Split a row at the bars that stand outside braces."""
    parts, depth = [""], 0
    for char in line:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if char == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts]


def _merge(rows: list[tuple[str, list[str]]], width: int) -> list[Row]:
    for kind, cells in rows:
        if len(cells) != width:
            raise MarkupError(f"a row of {len(cells)} cells in a table of {width} columns: {kind} {cells}")
    merged = []
    for y, (kind, cells) in enumerate(rows):
        out: list[Cell | None] = []
        for x, text in enumerate(cells):
            if text in ("<", "^"):
                out.append(None)
                continue
            across = next((n for n in range(1, width - x) if cells[x + n] != "<"), width - x)
            down = next((n for n in range(1, len(rows) - y) if rows[y + n][1][x] != "^"), len(rows) - y)
            out.append(Cell(tuple(inline(part.strip()) for part in text.split("<br>")), across, down))
        merged.append(Row(kind, tuple(out)))
    return merged
