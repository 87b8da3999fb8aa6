"""Makes Rich Text files in the fonts of old encodings, as Word 97 wrote them: every letter a byte of its font.

The letterhead is a table without lines, tables have lines and merged cells, footnotes are footnotes. The same source
always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.maker.markup import Block, Document, Grid, Inline, Run
from corpus.maker.old_letters import fonts, typed

_ESCAPES = {"\\": r"\\", "{": r"\{", "}": r"\}", "\n": r"\line ", "\t": r"\tab ", "\u00a0": r"\~", "\u2011": r"\_"}
_ROOM = 9300  # twips between the margins
_LINES = "".join(rf"\clbrdr{side}\brdrs\brdrw10" for side in "tlbr")


def make_rtf(document: Document, style: dict[str, object]) -> bytes:
    """Return the file; ``style`` has ``letters``: ``tcvn3`` or ``vni-windows``."""
    return _Writer(document, str(style["letters"])).file().encode("ascii")


class _Writer:
    def __init__(self, document: Document, letters: str) -> None:
        self.document = document
        self.letters = letters

    def file(self) -> str:
        common, capital = fonts(self.letters)
        table = rf"{{\f0\froman\fcharset0\fprq2 {common};}}{{\f1\froman\fcharset0\fprq2 {capital};}}"
        body = "\n".join(filter(None, map(self._block, self.document.blocks)))
        return (
            rf"{{\rtf1\ansi\ansicpg1252\deff0\deflang1033{{\fonttbl{table}}}"
            "\n"
            r"\paperw11907\paperh16840\margl1701\margr851\margt1134\margb1134"
            f"\n{body}\n}}\n"
        )

    def _block(self, block: Block) -> str:
        if block.kind in ("head", "foot"):
            return self._columns(block)
        if block.kind == "table" and block.grid:
            return "\n".join(self._table(block.grid)) + "\n\\pard\\par"
        if block.kind == "break":
            return r"\pard\page\par"
        if block.content is None:
            return ""
        bold = block.kind in ("heading", "kind", "title", "runin")
        number = self._run(Run(f"{block.number} ", bold=bold)) if block.number else ""
        text = number + self._runs(block.content, bold)
        if block.kind == "runin" and block.rest and block.rest.content:
            text += self._run(Run(" ")) + self._runs(block.rest.content)
        centred = block.align == "c" or block.kind in ("kind", "title")
        manner = r"\qc" if centred else {"r": r"\qr"}.get(block.align, r"\qj\fi720")
        return rf"\pard\plain{manner}\sb60\sa60\f0\fs28 {text}\par"

    def _runs(self, content: Inline, bold: bool = False) -> str:
        return "".join(self._run(run, bold) for run in content.runs)

    def _run(self, run: Run, bold: bool = False) -> str:
        if run.note:
            note = self._runs(self.document.notes[run.note])
            return rf"{{\super\chftn{{\footnote\pard\plain\f0\fs20{{\super\chftn}} {note}}}}}"
        if run.change == "del":
            return ""
        face = (r"\b" if run.bold or bold else "") + (r"\i" if run.italic else "")
        pieces = typed(run.text, self.letters)
        return "".join(rf"{{{face}\f{int(high)} {''.join(map(_letter, text))}}}" for text, high in pieces)

    def _columns(self, block: Block) -> str:
        width = _ROOM // len(block.columns)
        edges = "".join(rf"\cellx{width * (n + 1)}" for n in range(len(block.columns)))
        cells = []
        for column in block.columns:
            left = block.kind == "foot" and column is block.columns[0]
            start = r"\pard\plain\intbl" + ("" if left else r"\qc") + r"\f0\fs28 "
            lines = [start + self._runs(line, block.kind == "head") for line in column]
            cells.append("\\par\n".join(lines) + r"\cell")
        return "\\trowd\\trgaph108" + edges + "\n" + "\n".join(cells) + "\n\\row\n\\pard\\par"

    def _table(self, grid: Grid) -> Iterator[str]:
        total = sum(grid.widths)
        edges = [round(_ROOM * sum(grid.widths[: n + 1]) / total) for n in range(len(grid.widths))]
        covered: dict[tuple[int, int], str] = {}  # place -> how it is merged
        for y, row in enumerate(grid.rows):
            for x, cell in enumerate(row.cells):
                for down in range(cell.rows if cell else 0):
                    for across in range(cell.columns if cell else 0):
                        sideways = "" if cell is None or cell.columns == 1 else r"\clmgf" if not across else r"\clmrg"
                        upright = "" if cell is None or cell.rows == 1 else r"\clvmgf" if not down else r"\clvmrg"
                        covered[y + down, x + across] = sideways + upright
            head = r"\trhdr" if row.kind == "h" else ""
            cells = "".join(covered[y, x] + _LINES + rf"\cellx{edge}" for x, edge in enumerate(edges))
            text = "\n".join(
                r"\pard\plain\intbl\f0\fs24 "
                + "\\par\n".join(self._runs(line, row.kind == "h") for line in (cell.lines if cell else ()))
                + r"\cell"
                for cell in row.cells
            )
            yield f"\\trowd\\trgaph108{head}{cells}\n{text}\n\\row"


def _letter(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isascii():
        return letter
    return rf"\'{letter.encode('cp1252')[0]:02x}"
