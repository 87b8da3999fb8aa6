"""Makes Word files part by part, so that the same source always gives the same bytes.

The parts hold what Word itself writes and what a reader has to cope with: a letterhead in a table without lines, runs
split in the middle of words, automatic numbering, footnotes, a text box (drawing and its fallback), content controls,
tracked changes, merged cells and a page header.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.sax.saxutils import escape

from corpus.maker.docx_parts import CONTENT_TYPES, NAMESPACES, NUMBERING, RELATIONS, ROOT_RELATIONS, STYLES, XML
from corpus.maker.markup import Block, Cell, Document, Grid, Inline, MarkupError, Run

_WHEN = "2024-01-15T08:00:00Z"
# printed number -> (list, level): the outline list has levels I. 1. 1.1. a), the bullet list - + •
_OUTLINE = ((r"[IVX]+\.", 0), (r"\d+\.", 1), (r"\d+\.\d+\.", 2), (r"[a-zđ]\)", 3))
_BULLETS = ("-", "+", "•")


def make_docx(document: Document, style: dict[str, object]) -> bytes:
    """Return the file; ``style`` may have ``author``, ``header`` (text) and ``headings`` (``style``, ``bold``)."""
    writer = _Writer(document, style)
    body = "".join(writer.body())
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "docProps/core.xml": _core(str(style.get("author", "Văn phòng"))),
        "word/document.xml": f"{XML}<w:document {NAMESPACES}><w:body>{body}"
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11907" w:h="16840"/>'
        '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>",
        "word/_rels/document.xml.rels": RELATIONS,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": writer.footnotes(),
        "word/header1.xml": _header(str(style.get("header", ""))),
    }
    return _pack(parts)


def _pack(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 15, 8, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, text.encode("utf-8"))
    return buffer.getvalue()


def _core(author: str) -> str:
    return (
        f"{XML}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>{escape(author)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_WHEN}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_WHEN}</dcterms:modified></cp:coreProperties>'
    )


def _header(text: str) -> str:
    words = f"<w:r><w:t>{escape(text)}</w:t></w:r>" if text else ""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    page = f'<w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/></w:pPr>{field}</w:p>'
    line = f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{words}</w:p>' if words else ""
    return f"{XML}<w:hdr {NAMESPACES}>{page}{line}</w:hdr>"


class _Writer:
    def __init__(self, document: Document, style: dict[str, object]) -> None:
        self.document = document
        self.style = style
        self.notes = {name: number for number, name in enumerate(document.notes, 1)}
        self.counters = [0, 0, 0, 0]
        self.changes = 100
        self.pending_box = ""

    def body(self) -> Iterator[str]:
        for block in self.document.blocks:
            yield self._block(block)

    def footnotes(self) -> str:
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{self._runs(self.document.notes[name])}</w:p></w:footnote>'
            for name, number in self.notes.items()
        )
        return (
            f"{XML}<w:footnotes {NAMESPACES}>"
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
            f"</w:footnote>{notes}</w:footnotes>"
        )

    def _block(self, block: Block) -> str:
        if block.kind in ("head", "foot"):
            return self._columns(block)
        if block.kind == "box":
            return f"<w:p>{self._text_box(block)}</w:p>"
        if block.kind == "table" and block.grid:
            return self._table(block.grid) + "<w:p/>"
        if block.kind == "break":
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        if block.content is None:
            return ""
        bold = block.kind in ("heading", "kind", "title", "runin")
        runs = self._runs(block.content, bold)
        typed, properties = "", self._properties(block)
        if block.automatic:
            properties += self._automatic(block)
        elif block.number:
            typed = self._run(Run(block.number + " ", bold=bold))
        if block.kind == "runin" and block.rest and block.rest.content:
            runs += self._run(Run(" ")) + self._runs(block.rest.content)
        return f"<w:p><w:pPr>{properties}</w:pPr>{typed}{runs}</w:p>"

    def _properties(self, block: Block) -> str:
        if block.kind == "heading" and self.style.get("headings") == "style":
            return f'<w:pStyle w:val="Heading{block.level}"/>'
        align = {"c": "center", "r": "right"}.get(block.align, "both")
        if block.kind in ("kind", "title"):
            align = "center"
        indent = "" if align == "center" else '<w:ind w:firstLine="720"/>'
        return f'<w:spacing w:before="60" w:after="60"/>{indent}<w:jc w:val="{align}"/>'

    def _automatic(self, block: Block) -> str:
        if block.number in _BULLETS:
            return f'<w:numPr><w:ilvl w:val="{_BULLETS.index(block.number)}"/><w:numId w:val="2"/></w:numPr>'
        level = next((level for pattern, level in _OUTLINE if re.fullmatch(pattern, block.number)), None)
        if level is None:
            raise MarkupError(f"no automatic numbering for {block.number!r}")
        self.counters[level] += 1
        self.counters[level + 1 :] = [0] * (3 - level)
        printed = (
            f"{_roman(self.counters[0])}.",
            f"{self.counters[1]}.",
            f"{self.counters[1]}.{self.counters[2]}.",
            f"{'abcdđeghiklmnopq'[self.counters[3] - 1]})",
        )[level]
        if printed != block.number:
            raise MarkupError(f"Word would print {printed}, the source has {block.number}")
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'

    def _runs(self, content: Inline, bold: bool = False) -> str:
        return "".join(self._run(run, bold) for run in content.runs)

    def _run(self, run: Run, bold: bool = False) -> str:
        if run.note:
            number = self.notes[run.note]
            return (
                f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
            )
        marks = ("<w:b/>" if run.bold or bold else "") + ("<w:i/>" if run.italic else "")
        properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
        deleted = run.change == "del"
        made = "".join(f"<w:r>{properties}{_text(piece, deleted)}</w:r>" for piece in _pieces(run.text))
        if run.control:
            properties = f'<w:sdtPr><w:alias w:val="Ô nhập"/><w:id w:val="{_hash(run.text)}"/></w:sdtPr>'
            made = f"<w:sdt>{properties}<w:sdtContent>{made}</w:sdtContent></w:sdt>"
        if run.change:
            self.changes += 1
            who = f'w:id="{self.changes}" w:author="Người rà soát" w:date="{_WHEN}"'
            made = f"<w:{run.change} {who}>{made}</w:{run.change}>"
        return made

    def _columns(self, block: Block) -> str:
        cells = []
        for column in block.columns:
            align = "left" if block.kind == "foot" and column is block.columns[0] else "center"
            lines = "".join(
                f'<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr>{self._runs(line, block.kind == "head")}</w:p>'
                for line in column
            )
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="4650" w:type="dxa"/></w:tcPr>{lines or "<w:p/>"}</w:tc>')
        grid = '<w:gridCol w:w="4650"/>' * len(cells)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"<w:tr>{''.join(cells)}</w:tr></w:tbl><w:p/>"
        )

    def _text_box(self, block: Block) -> str:
        content = "".join(f"<w:p>{self._runs(line)}</w:p>" for line in block.columns[0])
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
            'distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
            '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
            '<wp:extent cx="5400000" cy="900000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="Text Box 1"/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="900000"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
            f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
            "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            '<v:shape id="TextBox1" style="width:425pt;height:71pt"><v:textbox>'
            f"<w:txbxContent>{content}</w:txbxContent>"
            "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    def _table(self, grid: Grid) -> str:
        total = sum(grid.widths)
        widths = [round(9300 * width / total) for width in grid.widths]
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        open_down: dict[int, tuple[int, int]] = {}  # column -> rows still to cover, columns covered
        rows = []
        for row in grid.rows:
            cells, x = [], 0
            while x < len(row.cells):
                cell = row.cells[x]
                if cell is None and x in open_down:
                    left, across = open_down.pop(x)
                    if left > 1:
                        open_down[x] = (left - 1, across)
                    cells.append(_cell(widths[x : x + across], across, "continue", "<w:p/>"))
                    x += across
                    continue
                if cell is None:
                    raise MarkupError("a merged cell covers nothing")
                if cell.rows > 1:
                    open_down[x] = (cell.rows - 1, cell.columns)
                merge = "restart" if cell.rows > 1 else ""
                cells.append(
                    _cell(widths[x : x + cell.columns], cell.columns, merge, self._lines(cell, row.kind == "h"))
                )
                x += cell.columns
            head = "<w:trPr><w:tblHeader/></w:trPr>" if row.kind == "h" and "plain_head" not in grid.options else ""
            rows.append(f"<w:tr>{head}{''.join(cells)}</w:tr>")
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _lines(self, cell: Cell, bold: bool) -> str:
        return "".join(f"<w:p>{self._runs(line, bold)}</w:p>" for line in cell.lines)


def _cell(widths: list[int], across: int, merge: str, content: str) -> str:
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    down = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}.get(merge, "")
    return f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}{down}</w:tcPr>{content}</w:tc>'


def _text(text: str, deleted: bool = False) -> str:
    tag = "delText" if deleted else "t"
    out = []
    for part in re.split(r"([\n\t\u00ad\u2011])", text):
        special = {"\n": "<w:br/>", "\t": "<w:tab/>", "\u00ad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"}
        if part:
            out.append(special.get(part) or f'<w:{tag} xml:space="preserve">{escape(part)}</w:{tag}>')
    return "".join(out)


def _pieces(text: str) -> Iterator[str]:
    """Split a run now and then, also inside words, as Word does after years of editing."""
    at = 0
    while at < len(text):
        size = 17 + _hash(text[at : at + 9]) % 90
        yield text[at : at + size]
        at += size


def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8"))


def _roman(number: int) -> str:
    return ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[number]
