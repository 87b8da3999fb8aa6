"""Makes pdf files with a text layer, ruled tables that cross pages, page numbers and footnotes on the first page."""

from __future__ import annotations

import io
import re
from pathlib import Path
from xml.sax.saxutils import escape

from corpus.maker.markup import Block, Document, Grid, Inline
from corpus.maker.plain import numbered

FOLDERS = tuple(
    Path(root) / name
    for root in ("/usr/share/fonts/truetype", "/usr/share/fonts")
    for name in ("dejavu", "liberation2", "freefont", "TTF")
)
# The families that a pdf may be set in: the files, upright and bold, and the Debian package that brings them.
FAMILIES = {
    "dejavu": ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "fonts-dejavu-core"),
    "liberation": ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "fonts-liberation2"),
    "free": ("FreeSerif.ttf", "FreeSerifBold.ttf", "fonts-freefont-ttf"),
}


def font_folder(family: str = "dejavu") -> Path | None:
    """Return the folder that holds the fonts of a family, or null."""
    needed = FAMILIES[family][:2]
    return next((folder for folder in FOLDERS if all((folder / name).is_file() for name in needed)), None)


def make_pdf(document: Document, style: dict[str, object]) -> bytes:
    """Return the file; ``style`` may have ``footer`` (at the foot of each page), ``size`` (points) and ``font``."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageTemplate

    _register(str(style.get("font", "dejavu")))
    styles = _styles(_name(style), float(str(style.get("size", 11))))
    buffer = io.BytesIO()
    width, height = A4
    left, right, edge = 78, 50, 56
    notes = [
        _paragraph(f"<super>{n}</super> {_runs(note)}", styles["note"])
        for n, note in enumerate(document.notes.values(), 1)
    ]
    room = sum(note.wrap(width - left - right, height)[1] for note in notes) + (12 if notes else 0)

    def furniture(canvas: object, template: object, first: bool) -> None:
        _furniture(canvas, template, first, style, notes if first else [], (left, edge, width - left - right, height))

    template = BaseDocTemplate(buffer, pagesize=A4, invariant=1, title=document.stem, author="Trích lục", lang="vi")
    template.addPageTemplates(
        [
            PageTemplate(
                "first",
                [Frame(left, edge + room, width - left - right, height - 2 * edge - room, 0, 0, 0, 0)],
                onPage=lambda canvas, made: furniture(canvas, made, True),
            ),
            PageTemplate(
                "later",
                [Frame(left, edge, width - left - right, height - 2 * edge, 0, 0, 0, 0)],
                onPage=lambda canvas, made: furniture(canvas, made, False),
            ),
        ]
    )
    story = [NextPageTemplate("later")]
    for block in document.blocks:
        story += _block(block, styles, width - left - right)
    template.build(story)
    return buffer.getvalue()


def _furniture(canvas, template, first, style, notes, place) -> None:  # noqa: ANN001
    left, edge, width, height = place
    canvas.setFont(_name(style), 9)
    if not first:
        canvas.drawCentredString(left + width / 2, height - 34, str(template.page))
    if footer := style.get("footer"):
        canvas.drawString(left, 30, str(footer))
    y = edge
    for note in reversed(notes):
        y += note.wrap(width, height)[1]
    if notes:
        canvas.line(left, y + 6, left + 140, y + 6)
    for note in notes:
        tall = note.wrap(width, height)[1]
        y -= tall
        note.drawOn(canvas, left, y)


def _name(style: dict[str, object]) -> str:
    """Return the name under which reportlab knows the family: one each, for names are known to the whole process."""
    family = style.get("font", "dejavu")
    return "Serif" if family == "dejavu" else f"Serif-{family}"


def _register(family: str) -> None:
    from reportlab.lib.fonts import addMapping
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder, (*files, package) = font_folder(family), FAMILIES[family]
    if folder is None:
        raise FileNotFoundError(f"the fonts of the family {family} are missing: install {package}")
    name = _name({"font": family})
    for face, file in zip((name, f"{name}-Bold"), files, strict=True):
        pdfmetrics.registerFont(TTFont(face, str(folder / file)))
    for bold in (0, 1):
        for italic in (0, 1):  # the core package has no italic
            addMapping(name, bold, italic, f"{name}-Bold" if bold else name)


def _styles(name: str, size: float) -> dict[str, object]:
    from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle

    base = {"fontName": name, "fontSize": size, "leading": size * 1.35, "spaceAfter": 4}
    return {
        "body": ParagraphStyle("body", alignment=TA_JUSTIFY, firstLineIndent=28, **base),
        "c": ParagraphStyle("c", alignment=TA_CENTER, **base),
        "r": ParagraphStyle("r", alignment=TA_RIGHT, **base),
        "left": ParagraphStyle("left", alignment=TA_LEFT, **base),
        "tight": ParagraphStyle("tight", alignment=TA_CENTER, **(base | {"fontSize": size - 1, "spaceAfter": 0})),
        "cell": ParagraphStyle(
            "cell", alignment=TA_LEFT, **(base | {"fontSize": size - 2, "leading": size * 1.15, "spaceAfter": 0})
        ),
        "number": ParagraphStyle(
            "number", alignment=TA_CENTER, **(base | {"fontSize": size - 2, "leading": size * 1.15, "spaceAfter": 0})
        ),
        "note": ParagraphStyle(
            "note", alignment=TA_JUSTIFY, **(base | {"fontSize": size - 2, "leading": size * 1.1, "spaceAfter": 0})
        ),
    }


def _paragraph(markup: str, style: object) -> object:
    from reportlab.platypus import Paragraph

    return Paragraph(markup, style)


def _runs(content: Inline) -> str:
    out = []
    for run in content.runs:
        if run.note:
            out.append(f"<super>{run.note}</super>")
            continue
        if run.change == "del":
            continue
        text = re.sub(r"\n", "<br/>", escape(run.text)).replace("\u00ad", "").replace("\u2011", "-")
        out.append(f"<b>{text}</b>" if run.bold else text)
    return "".join(out)


def _block(block: Block, styles: dict[str, object], width: float) -> list[object]:
    from reportlab.platypus import PageBreak, Spacer

    if block.kind in ("head", "foot"):
        return [_columns(block, styles, width), Spacer(1, 8)]
    if block.kind == "box":
        return [_paragraph(_runs(line), styles["left"]) for line in block.columns[0]]
    if block.kind == "table" and block.grid:
        return [_table(block.grid, styles, width), Spacer(1, 8)]
    if block.kind == "break":
        return [PageBreak()]
    if block.content is None:
        return []
    text = escape(numbered(block)) + _runs(block.content)
    if block.kind in ("heading", "kind", "title", "runin"):
        text = f"<b>{text}</b>"
    if block.kind == "runin" and block.rest and block.rest.content:
        text += " " + escape(numbered(block.rest)) + _runs(block.rest.content)
    manner = "c" if block.kind in ("kind", "title") else block.align if block.align in ("c", "r") else "body"
    return [_paragraph(text, styles[manner])]


def _columns(block: Block, styles: dict[str, object], width: float) -> object:
    from reportlab.platypus import Spacer, Table

    cells = []
    for column in block.columns:
        manner = "left" if block.kind == "foot" and column is block.columns[0] else "tight"
        lines = [_paragraph(_runs(line), styles[manner]) if line.plain.strip() else Spacer(1, 12) for line in column]
        cells.append(lines)
    shares = [0.44, 0.56] if block.kind == "head" else [0.5, 0.5]
    table = Table([cells], colWidths=[width * share for share in shares])
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
    return table


def _table(grid: Grid, styles: dict[str, object], width: float) -> object:
    from reportlab.lib.colors import black
    from reportlab.platypus import Table

    total = sum(grid.widths)
    commands: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    rows, heads = [], 0
    for y, row in enumerate(grid.rows):
        heads += row.kind == "h"
        made = []
        for x, cell in enumerate(row.cells):
            if cell is None:
                made.append("")
                continue
            manner = "number" if row.kind == "h" or grid.columns[x] != "name" else "cell"
            lines = [_runs(line) for line in cell.lines]
            if row.kind == "h":
                lines = [f"<b>{line}</b>" for line in lines]
            made.append([_paragraph(line, styles[manner]) for line in lines])
            if cell.columns > 1 or cell.rows > 1:
                commands.append(("SPAN", (x, y), (x + cell.columns - 1, y + cell.rows - 1)))
        rows.append(made)
    repeat = 0 if "plain_head" in grid.options else heads
    table = Table(rows, colWidths=[width * share / total for share in grid.widths], repeatRows=repeat)
    table.setStyle(commands)
    return table
