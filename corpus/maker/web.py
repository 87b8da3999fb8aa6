"""Makes web pages: of an office, of a newspaper, or as a word processor saves them."""

from __future__ import annotations

from html import escape

from corpus.maker.markup import Block, Cell, Document, Grid, Inline
from corpus.maker.plain import numbered


def make_page(document: Document, style: dict[str, object]) -> str:
    """Return the page; ``style`` has ``manner``: ``site`` (``<h2>``, ``<p>``) or ``word`` (saved from Word)."""
    word = style.get("manner") == "word"
    before = "\n".join(block.raw for block in document.blocks if block.kind == "before")
    after = "\n".join(block.raw for block in document.blocks if block.kind == "after")
    body = "\n".join(filter(None, (_block(block, word, style) for block in document.blocks)))
    notes = "\n".join(_note(number, note) for number, note in enumerate(document.notes.values(), 1))
    return "\n".join(filter(None, (before, body, notes, after))) + "\n"


def _block(block: Block, word: bool, style: dict[str, object]) -> str:
    if block.kind in ("head", "foot"):
        return _columns(block)
    if block.kind == "box":
        return "<div class=box>" + "".join(f"<p>{_runs(line)}</p>" for line in block.columns[0]) + "</div>"
    if block.kind == "table" and block.grid:
        return _table(block.grid, word)
    if block.content is None:
        return ""
    if block.kind == "title" and not word:
        return f'<h1 class="title">{_runs(block.content)}</h1>' if style.get("title", "h1") == "h1" else ""
    text = _runs(block.content)
    if block.kind in ("heading", "runin", "kind", "title"):
        text = f"<b>{text}</b>" if word else f"<strong>{text}</strong>"
    text = escape(numbered(block)) + text
    if block.kind == "runin" and block.rest and block.rest.content:
        text += " " + escape(numbered(block.rest)) + _runs(block.rest.content)
    if block.kind == "heading" and not word and style.get("headings") == "h":
        return f"<h{block.level + 1}>{escape(numbered(block))}{_runs(block.content)}</h{block.level + 1}>"
    return _paragraph(text, block, word)


def _paragraph(text: str, block: Block, word: bool) -> str:
    centered = block.align == "c" or block.kind in ("kind", "title")
    align = "center" if centered else {"r": "right"}.get(block.align, "justify")
    if not word:
        return f'<p style="text-align: {align};">{text}</p>'
    return (
        f"<p class=MsoNormal style='text-align:{align};text-indent:{0 if centered else 28}.35pt'>"
        f"<span lang=VI style='font-size:14.0pt;mso-ansi-language:VI'>{text}<o:p></o:p></span></p>"
    )


def _runs(content: Inline) -> str:
    out = []
    for run in content.runs:
        if run.note:
            out.append(f'<a href="#_ftn{run.note}" name="_ftnref{run.note}" title=""><sup>[{run.note}]</sup></a>')
            continue
        if run.change == "del":
            continue
        text = (
            escape(run.text, quote=False).replace("\u00a0", "&nbsp;").replace("\n", "<br>").replace("\u00ad", "&shy;")
        )
        text = f"<i>{text}</i>" if run.italic else text
        out.append(f"<b>{text}</b>" if run.bold else text)
    return "".join(out)


def _columns(block: Block) -> str:
    cells = []
    for column in block.columns:
        lines = "".join(f"<p align=center>{_runs(line) or '&nbsp;'}</p>" for line in column)
        cells.append(f"<td width=300 valign=top>{lines}</td>")
    return f"<table border=0 cellspacing=0 cellpadding=0><tr>{''.join(cells)}</tr></table>"


def _table(grid: Grid, word: bool) -> str:
    kind = "class=MsoTableGrid border=1 cellspacing=0" if word else 'border="1" cellpadding="0" style="width: 100%;"'
    rows = []
    for row in grid.rows:
        tag = "th" if row.kind == "h" and not word else "td"
        rows.append("<tr>" + "".join(_cell(cell, tag) for cell in row.cells if cell) + "</tr>")
    return f"<table {kind}>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"


def _cell(cell: Cell, tag: str) -> str:
    spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
        f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    )
    return f"<{tag}{spans}>" + "".join(f"<p>{_runs(line) or '&nbsp;'}</p>" for line in cell.lines) + f"</{tag}>"


def _note(number: int, note: Inline) -> str:
    return (
        f'<div id="ftn{number}"><p class=MsoFootnoteText><a href="#_ftnref{number}" name="_ftn{number}" title="">'
        f"<sup>[{number}]</sup></a> {_runs(note)}</p></div>"
    )
