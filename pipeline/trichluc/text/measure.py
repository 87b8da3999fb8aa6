"""What a measure is: a number, range or ratio with its unit, as it stands in a text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from trichluc.text.measures_units import Kind

_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")

FRACTION = "fraction"
SHARED = "with_share"  # a ratio that the percentage beside it confirms
VAGUE = "vague_number"


class Measure(NamedTuple):
    """A number, range or ratio with its unit, in a text.

    Attributes:
        start, end: the measure as printed, with sign and unit.
        number_end: offset after the last digit or word of the number itself.
        value: null for a range and for ``hàng chục``.
        minimum, maximum: ends of a range.
        of: the whole, for a ratio.
        unit: normalised; null where none stands beside the number.
        kind: of the unit.
        known: the unit is one that the packs know.
        scaled: a word such as ``triệu`` multiplied the number.
        scale: what the number was multiplied by, for its words and its unit.
        sign: ``+`` or ``-`` where one is printed, else empty.
        flags: remarks on the print.
    """

    start: int
    end: int
    number_end: int
    value: float | None
    minimum: float | None = None
    maximum: float | None = None
    of: float | None = None
    unit: str | None = None
    kind: Kind = Kind.BARE
    known: bool = True
    scaled: bool = False
    sign: str = ""
    flags: tuple[str, ...] = ()
    scale: float = 1.0


class Amount(NamedTuple):
    """A number with its multiplying words."""

    start: int
    end: int
    value: float
    printed: str
    scale: float
    flags: tuple[str, ...]


def whole_count(printed: str, value: float) -> float:
    """Return ``44.000`` of things that are counted as 44 000, also where the document writes ``108.6%``."""
    return float(printed.replace(".", "")) if _GROUPS.fullmatch(printed) else value


def times(value: float, scale: float) -> float:
    """Multiply without the noise of binary fractions: 68,4 tỷ is 68 400 000 000."""
    return float(Decimal(str(value)) * Decimal(scale))
