"""What stands in the cells of a table: numbers, ordinals, units, labels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trichluc.layout.markers import Marker, Style, read_marker, roman_value
from trichluc.layout.rules import LayoutRules
from trichluc.source import Cell, Span, Table

# a number with perhaps a sign, a unit glued on, a range, brackets: what a body cell of figures holds
_NUMBER = re.compile(
    r"^[\s(+\-–±~≈≥≤<>=]*\d[\d.,\s]*(?:\s*[-–/]\s*\d[\d.,]*)?\s*(?:%|‰|đ|đồng|[^\W\d_]{1,12}(?:/[^\W\d_]{1,8})?)?[\s)*]*$"
)
_EMPTY = re.compile(r"^[\s.…\-–—_x/*]*$", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"^\W*(?:\d{1,2}|[A-Ea-e]|[IVX]{1,4})\W*(?:=.*)?$")
_STOP = " \t.,;:–—-"
_COUNT_TAIL = re.compile(r"\s*[:(]\s*\d+\s+[^\d():]{2,25}\)?$")


def is_number(text: str) -> bool:
    """Whether ``text`` is a figure, as a data cell holds it."""
    return _NUMBER.match(text) is not None


def is_blank(text: str) -> bool:
    """Whether ``text`` says nothing (``-``, ``…``, ``x``)."""
    return _EMPTY.match(text) is not None


def is_column_number(text: str) -> bool:
    """Whether ``text`` numbers a column: ``(1)``, ``A``, ``(9)=(8-7)``."""
    return _COLUMN_NUMBER.match(text) is not None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table by places: which cell covers which place, and what it says.

    Attributes:
        table: the table.
        text: the clean text.
        rules: the rules of layout, for the words of tables.
        places: cell by row and column, every place that a merged cell covers.
        rows: the cells that begin in a row, by row.
    """

    table: Table
    text: str
    rules: LayoutRules
    places: dict[tuple[int, int], Cell]
    rows: dict[int, list[Cell]]

    @classmethod
    def of(cls, table: Table, text: str, rules: LayoutRules) -> Grid:
        """Return the grid of ``table``."""
        places = {
            (row, column): cell
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        return cls(table, text, rules, places, rows)

    def words(self, row: int, column: int) -> str:
        """Return the text at a place, blank where there is none."""
        cell = self.places.get((row, column))
        return cell.span.of(self.text) if cell is not None else ""

    def begins(self, row: int, column: int) -> Cell | None:
        """Return the cell whose top left corner is at a place."""
        cell = self.places.get((row, column))
        return cell if cell is not None and (cell.row, cell.column) == (row, column) else None

    def said(self, row: int) -> list[Cell]:
        """Return the cells with words that begin in ``row``."""
        return [cell for cell in self.rows.get(row, ()) if len(cell.span) and not is_blank(cell.span.of(self.text))]


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a row, read.

    Attributes:
        text: its words, without numbers, bullets and punctuation at the end.
        marker: number or bullet before it, typed in the label.
        named: it begins with a numbered word (``Chỉ tiêu 3:``), left out of ``text``.
        of_which: it begins with ``Trong đó``, left out of ``text``.
    """

    text: str
    marker: Marker | None
    named: bool
    of_which: bool


def read_label(words: str, rules: LayoutRules) -> Label:
    """Return the label that ``words`` are."""
    words = words.strip()
    of_which, words = _without(rules.search("of-which", words), words)
    named, words = _without(rules.search("named-number", words), words)
    marker = read_marker(words)
    if marker is not None and marker.style is Style.ARTICLE:
        marker = None
    if marker is not None:
        words = words[marker.end :]
        inner, words = _without(rules.search("of-which", words), words)
        of_which = of_which or inner
    if not is_number(words):
        words = _COUNT_TAIL.sub("", words)
    return Label(words.strip(_STOP), marker, named, of_which)


def _without(match: re.Match[str] | None, words: str) -> tuple[bool, str]:
    """Return whether ``match``, at the beginning of ``words``, is one, and the words after it."""
    if match is None:
        return False, words
    return True, words[match.end() :] or words


def ordinal(words: str) -> Marker | None:
    """Return the marker that the cell of a number column holds (``1``, ``II``, ``a``, ``1.2``, ``-``)."""
    words = words.strip()
    if not words or len(words) > 8:
        return None
    marker = read_marker(words + " x") or read_marker(words.rstrip(".)") + ". x")
    if marker is not None and marker.style is Style.DECIMALS:
        return marker
    bare = words.strip("().*")
    if roman_value(bare) is not None and bare.isupper():
        value = roman_value(bare) or 0
        return Marker(words, Style.ROMAN, value, (value,), 0)
    return marker


def lines_of(cell: Cell) -> tuple[Span, ...]:
    """Return the paragraphs of a cell; its whole text where the parser gave none."""
    return cell.lines or ((cell.span,) if len(cell.span) else ())
