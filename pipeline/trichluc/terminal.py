"""Tables on standard output: drawn by rich on a terminal, plain columns elsewhere."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_NUMBER = re.compile(r"[-–]?[\d.,]*%?")


def printable(text: str) -> str:
    """Return ``text`` without what a terminal would obey: names of files and their words are not trusted."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def counted(number: int, thing: str) -> str:
    """Return how many there are of a thing: ``1 error``, ``2 errors``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows in columns, numbers to the right; without a head where all heads are empty."""
    lines = [[printable(cell) for cell in row] for row in rows]
    right = [all(_NUMBER.fullmatch(line[place]) for line in lines) for place in range(len(heads))]
    if sys.stdout.isatty():
        _print_rich(heads, lines, right)
        return
    shown = [list(heads), *lines] if any(heads) else lines
    widths = [max((len(line[place]) for line in shown), default=0) for place in range(len(heads))]
    for line in shown:
        cells = [
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(line, widths, right, strict=True)
        ]
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


def _print_rich(heads: Sequence[str], lines: Sequence[Sequence[str]], right: Sequence[bool]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=any(heads), box=None, pad_edge=False)
    for head, to_right in zip(heads, right, strict=True):
        table.add_column(head, justify="right" if to_right else "left", overflow="fold")
    for line in lines:
        table.add_row(*(Text(cell) for cell in line))
    Console().print(table)
