"""How far the cells of an xlsx workbook reach, found before anything is laid out as a grid.

The reader of workbooks keeps a place for every cell up to the last. Two cells in opposite corners of a sheet make a
file of a kilobyte that asks for 17 thousand million places, and ends the process that reads it.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_CHUNK = 1 << 20
_LONGEST_TAG = 4096
_LARGEST_PART = 256 * 1024 * 1024
_TAG = re.compile(rb"<(?:\w+:)?(?:row|(c))(?=[\s>])([^>]*)>")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})["']""")


def cells_reached(path: Path) -> int:
    """Return the places (rows times columns) of the largest sheet of ``path``; 0 where it is no zip file.

    A sheet of more than 256 MiB counts as endless (``2**63``).
    """
    try:
        with zipfile.ZipFile(path) as package:
            parts = [info for info in package.infolist() if info.filename.lower().endswith(".xml")]
            return max((_reach(package, info) for info in parts if "sheets/" in info.filename.lower()), default=0)
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError):
        return 0  # not for us to tell: the reader says what is wrong


def _reach(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> int:
    if info.file_size > _LARGEST_PART:
        return 2**63
    rows = columns = row = column = 0
    with package.open(info) as part:
        for cell, attributes in _tags(part):
            place = _PLACE.search(b" " + attributes)
            if not cell:
                row, column = (int(place[2]) if place else row + 1), 0
                continue
            column = _column(place[1]) if place else column + 1
            if not attributes.endswith(b"/"):  # an empty cell, which only has a style, takes no place
                rows, columns = max(rows, int(place[2]) if place else row), max(columns, column)
    return rows * columns


def _tags(part: IO[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Give what stands in the tags of rows and cells, in order, a stretch of the part at a time."""
    rest = b""
    while chunk := part.read(_CHUNK):
        text = rest + chunk
        whole = text.rfind(b">") + 1
        for tag in _TAG.finditer(text, 0, whole):
            yield tag[1] or b"", tag[2]
        rest = text[whole:][-_LONGEST_TAG:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
