"""Pdf files drawn line by line, as a word processor draws them."""

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from trichluc.source import BlockKind, Source

FONTS = Path("/usr/share/fonts/truetype/dejavu")
LEFT, RIGHT, TOP, PITCH = 80, 515, 750, 20
WORDS = "công tác thi đua được triển khai kịp thời đến toàn thể"

needs_font = pytest.mark.skipif(
    not (FONTS / "DejaVuSans.ttf").is_file(),
    reason="needs a font with Vietnamese letters: apt-get install fonts-dejavu-core",
)


for name in ("DejaVuSans", "DejaVuSans-Bold"):
    if (FONTS / f"{name}.ttf").is_file():
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))


class Sheet:
    """A page that is drawn line by line, as a word processor would."""

    def __init__(self, path: Path, **options: object) -> None:
        self.canvas = Canvas(str(path), pagesize=(595, 842), **options)
        self.y = TOP
        self.use()

    def use(self, size: float = 9.5, *, bold: bool = False) -> None:
        self.canvas.setFont("DejaVuSans-Bold" if bold else "DejaVuSans", size)

    def line(self, text: str, x: float = LEFT, *, down: float = PITCH) -> None:
        self.canvas.drawString(x, self.y, text)
        self.y -= down

    def full(self, text: str, x: float = LEFT) -> None:
        """Draw a line that reaches the right margin, as justified text does."""
        gaps = text.count(" ") or 1
        width = self.canvas.stringWidth(text)
        # word spacing does not reach the blanks of an embedded font: place the words one by one
        at = x
        for word in text.split(" "):
            self.canvas.drawString(at, self.y, word)
            at += self.canvas.stringWidth(word + " ") + (RIGHT - x - width) / gaps
        self.y -= PITCH

    def paragraph(self, first: str, second: str) -> None:
        self.full(first, LEFT + 30)
        self.line(second)

    def grid(self, rows: list[list[str]], edges: list[float], height: float = 22) -> None:
        top = self.y + 14
        for index, row in enumerate(rows):
            for column, text in enumerate(row):
                self.canvas.drawString(edges[column] + 4, top - index * height - 15, text)
        bottom = top - len(rows) * height
        for index in range(len(rows) + 1):
            self.canvas.line(edges[0], top - index * height, edges[-1], top - index * height)
        for edge in edges:
            self.canvas.line(edge, top, edge, bottom)
        self.y = bottom - PITCH

    def raised(self, before: str, mark: str, after: str, *, size: float, by: float, line: float = 9.5) -> None:
        """Draw a line with a mark or exponent of another ``size``, raised ``by`` points; ``line`` is the line's own."""
        self.canvas.drawString(LEFT, self.y, before)
        at = LEFT + self.canvas.stringWidth(before)
        self.use(size)
        self.canvas.drawString(at, self.y + by, mark)
        at += self.canvas.stringWidth(mark)
        self.use(line)
        self.line(after, at)

    def turn(self) -> None:
        self.canvas.showPage()
        self.y = TOP
        self.use()


def texts(source: Source, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.span.of(source.text) for block in source.blocks if block.kind is kind]
