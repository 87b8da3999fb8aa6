"""Fixtures of the tests of parsers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from parsers.made_pdf import Sheet
from trichluc.options import DEFAULTS, ReadOptions
from trichluc.parsers.pdf import parse
from trichluc.source import Source


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Callable[[Sheet], None]], Source]:
    """Give what reads a pdf whose pages a function draws."""

    def draw(fill: Callable[[Sheet], None], how: ReadOptions = DEFAULTS, **options: object) -> Source:
        path = tmp_path / "sheet.pdf"
        sheet = Sheet(path, **options)
        fill(sheet)
        sheet.canvas.save()
        return parse(path, how)

    return draw
