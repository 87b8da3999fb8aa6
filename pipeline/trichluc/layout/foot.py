"""The foot of a report: signature block and recipients, and the author of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from trichluc.layout.lines import Line
from trichluc.layout.model import Zone
from trichluc.layout.names import Names
from trichluc.layout.press import authors, read_press_line
from trichluc.layout.rules import LayoutRules
from trichluc.layout.shapes import is_capitals
from trichluc.source import BlockKind, Source, Span, Table

_SHORT = 14  # words of a line in a signature block
_FOOT_LINES = 30
_PEN_NAME = 4  # words of a pen name, at most
_LONGEST_CELL = 150  # words in a cell of a signature table
_MOST_RECIPIENTS = 600  # a ministry's circular goes to many
# ``Trần Văn Bảy – Đã ký``, ``(Đã ký) Trần Văn Bảy``
_SIGNED_BESIDE = re.compile(r"^\W*đã\s+ký\W+(?=\w)|(?<=\w)\W+đã\s+ký\W*$", re.IGNORECASE)
_LAST_LINES = 8  # of a text, among which a signature need not stand in capitals
_ON_BEHALF = re.compile(r"\W*(?:t/?m|thay\s+mặt)(?:\b|[./])(?!.*[.;:,]\s*\S)", re.IGNORECASE)
_AUTHOR = re.compile(
    r"^\W*(?P<name>[^\d()\[\]:;,.–-]{4,40}?)\s*(?:[(\[–,-]\s*(?P<body>[^()\d:;]{3,80}?)\s*[)\]]?)?\W*$"
)


@dataclass(slots=True)
class Foot:
    """What the foot says.

    Attributes:
        zones: zone of each span of the foot, by block: the block's whole span, or lines of the cells of a table.
        blocks: the blocks that belong to it.
        signatory: the name under the signature, or the author.
        author: the signatory is the author of an article.
        author_body: the body that the author's line names.
        date: the date of an article that stands under its text, or that of a date line over the signature.
        place: the place of such a date line.
        site: the paper that the end of the text gives as its source.
    """

    zones: list[tuple[Span, Zone, int]] = field(default_factory=list)
    blocks: set[int] = field(default_factory=set)
    signatory: Span | None = None
    author: bool = False
    author_body: Span | None = None
    date: Span | None = None
    place: Span | None = None
    site: Span | None = None


def read_foot(
    source: Source,
    lines: Sequence[Line],
    taken: set[int],
    start: int,
    rules: LayoutRules,
    names: Names,
    *,
    press: bool = False,
) -> Foot:
    """Return the foot of ``source``.

    Args:
        source: the document.
        lines: its paragraphs.
        taken: blocks that are furniture.
        start: the first block after the head.
        rules: the rules of layout.
        names: how names are written.
        press: the head is that of an article, which a pen name may end.
    """
    reader = _FootReader(source, rules, names)
    body = {line.block: line for line in lines if line.kind is BlockKind.PARAGRAPH}
    blocks = [i for i in range(start, len(source.blocks)) if i not in taken and (i in body or source.blocks[i].table)]
    reader.signatures(blocks, body)
    if reader.foot.signatory is None:
        reader.article_end([body[i] for i in blocks if i in body], press=press)
    return reader.foot


class _FootReader:
    def __init__(self, source: Source, rules: LayoutRules, names: Names) -> None:
        self.source = source
        self.rules = rules
        self.names = names
        self.foot = Foot()
        self.zone = Zone.SIGNATURE

    def signatures(self, blocks: Sequence[int], body: dict[int, Line]) -> None:
        """Find every signature block, in tables and in lines; a report with annexes may hold several."""
        position = 0
        while position < len(blocks):
            index = blocks[position]
            table = self.source.blocks[index].table
            if table is not None:
                position += 1
                if self._is_signature_table(table):
                    self._signature_table(index, table)
                    position = self._more_recipients(blocks, position, body)
                continue
            if self._opens(blocks, position, body):
                position = self._signature_lines(blocks, position, body)
            else:
                position += 1

    def _words(self, span: Span) -> str:
        return span.of(self.source.text)

    def _opens(self, blocks: Sequence[int], position: int, body: dict[int, Line]) -> bool:
        line = body[blocks[position]]
        words = self._words(line.span)
        if self.rules.search("recipients", words):
            return True
        ends = len(blocks) - position <= _LAST_LINES and self._signs(words)
        if line.words > 12 or not (ends or (is_capitals(words) and self.rules.search("signer", words))):
            return False
        if line.marker is not None:
            return False
        following = [body[i] for i in blocks[position + 1 : position + 6] if i in body]
        return all(f.words <= 22 and (f.marker is None or f.marker.bullet) for f in following[:3]) and (
            not following
            or any(
                self.names.person(self._words(f.span))
                or self.rules.search("signer", f.text)
                or self.rules.search("signed", f.text)
                or self.rules.search("recipients", self._words(f.span))
                for f in following
            )
        )

    def _signs(self, words: str) -> bool:
        """Whether ``words``, not in capitals, sign all the same: in whose name, or office and name on one line."""
        return _ON_BEHALF.match(words) is not None or self._name_beside(words) is not None

    def _name_beside(self, words: str) -> tuple[int, int] | None:
        """Return where the name stands on a line that tells the office, too (``Chủ tịch: Lê Văn Bảy``)."""
        found = self.rules.search("signed-by", words)
        if found is None:
            return None
        name = found["name"]
        if found["colon"]:
            return found.span("name") if self.names.perhaps_person(name) is not None else None
        known = self.names.person(name) is not None and self.rules.search("body", name) is None
        return found.span("name") if known else None

    def _signature_lines(self, blocks: Sequence[int], position: int, body: dict[int, Line]) -> int:
        """Read the lines of a signature block from ``position`` on; return where it ends."""
        self.zone = Zone.SIGNATURE
        first, named = position, False
        self._date_above(body.get(blocks[position - 1]) if position else None)
        while position < len(blocks) and position - first < _FOOT_LINES:
            line = body.get(blocks[position])
            if line is None or (position > first and self._leaves(line, named)):
                break
            named = self._line(line.span, line.block) or named
            self.foot.blocks.add(line.block)
            position += 1
        return max(position, first + 1)

    def _date_above(self, line: Line | None) -> None:
        """Take the date line that stands over the signature."""
        if line is None or line.words > _SHORT or line.block in self.foot.blocks:
            return
        match = self.rules.search("date", line.text)
        if match is None or match.end() < len(line.text.rstrip(" .")):
            return
        self.foot.date = Span(line.body.start + match.start("date"), line.body.start + match.end("date"))
        if match.groupdict().get("place"):
            self.foot.place = Span(line.body.start + match.start("place"), line.body.start + match.end("place"))
        self._take(line)

    def _leaves(self, line: Line, named: bool) -> bool:
        """Whether ``line`` no longer belongs to the signature block."""
        words = self._words(line.span)
        if self.rules.search("appendix", words) or self.rules.search("caption", words):
            return True
        if any(self.rules.search(use, words) for use in ("signer", "signed", "signed-by", "recipients", "separator")):
            return False
        if line.marker is not None and not line.marker.bullet:
            return True
        if self.zone is Zone.RECIPIENTS and (
            line.marker is not None or re.match(r"(?:như trên|lưu)", words, re.IGNORECASE)
        ):
            return line.words > 40
        if self.names.person(words) or self.names.perhaps_person(words):
            return False
        if line.words > _SHORT or line.ends in ".:":
            return True
        return named or line.words > 6

    def _line(self, line: Span, block: int) -> bool:
        """Note the zone of one line, and the name where it is one; return whether it is a name."""
        span, words = line, self._words(line)
        if self.rules.search("recipients", words):
            self.zone = Zone.RECIPIENTS
        elif is_capitals(words) and self.rules.search("signer", words):
            self.zone = Zone.SIGNATURE
        name = None
        mark = _SIGNED_BESIDE.search(words)
        if mark is not None:
            begin, end = (mark.end(), len(words)) if mark.start() == 0 else (0, mark.start())
            span, words = Span(span.start + begin, span.start + end), words[begin:end]
        beside = self._name_beside(words)
        if beside is not None:
            name, span = words[slice(*beside)], Span(span.start + beside[0], span.start + beside[1])
        elif not any(self.rules.search(use, words) for use in ("signer", "signed", "recipients")):
            expected = self.zone is Zone.SIGNATURE and self.rules.search("body", words) is None
            name = self.names.person(words) or (self.names.perhaps_person(words) if expected else None)
        if name is not None:
            self.zone = Zone.SIGNATURE
            self.foot.signatory = self.foot.signatory or span
        self.foot.zones.append((line, self.zone, block))
        return name is not None

    def _is_signature_table(self, table: Table) -> bool:
        cells = [self._words(cell.span) for cell in table.cells if len(cell.span)]
        recipients = [words for words in cells if self.rules.search("recipients", words)]
        long = any(len(words.split()) > _LONGEST_CELL for words in cells if words not in recipients)
        if table.columns > 5 or len(cells) > 16 or long:
            return False
        return any(len(words.split()) <= _MOST_RECIPIENTS for words in recipients) or (
            any(
                self.rules.search("signer", self._words(line)) and is_capitals(self._words(line))
                for cell in table.cells
                for line in (cell.lines or (cell.span,))
            )
            and any(
                self.names.person(self._words(line)) for cell in table.cells for line in (cell.lines or (cell.span,))
            )
        )

    def _more_recipients(self, blocks: Sequence[int], position: int, body: dict[int, Line]) -> int:
        """Take the recipients that stand below the columns of the signature; return where they end."""
        while position < len(blocks) and (line := body.get(blocks[position])) is not None:
            if line.marker is None or not line.marker.bullet or line.words > _SHORT or line.ends == ":":
                break
            self.foot.zones.append((line.span, Zone.RECIPIENTS, line.block))
            self.foot.blocks.add(line.block)
            position += 1
        return position

    def _signature_table(self, index: int, table: Table) -> None:
        self.foot.blocks.add(index)
        for cell in table.cells:
            self.zone = Zone.SIGNATURE
            for span in cell.lines or ((cell.span,) if len(cell.span) else ()):
                self._line(span, index)

    def article_end(self, lines: Sequence[Line], *, press: bool) -> None:
        """Take the last short line of an article for its author, where it is a by-line or a name; and a date there."""
        if lines and (told := read_press_line(lines[-1].text, self.rules, self.names)) is not None:
            line, lines = lines[-1], lines[:-1]
            self.foot.date = Span(line.body.start + told.date[0], line.body.start + told.date[1])
            if told.paper is not None:
                self.foot.site = Span(line.body.start + told.paper[0], line.body.start + told.paper[1])
            self._take(line)
            if told.name is not None:
                self._author(line, *told.name)
                return
        for line in lines[-1:-4:-1]:
            match = self.rules.search("byline", line.text)
            if match is not None:
                self._author(line, *match.span("name"))
                return
        for line in lines[-1:-3:-1]:
            if line.words > 14:
                return
            last = line is lines[-1]
            if last and authors(line.text, self.names):
                self._author(line, 0, len(line.text))
                return
            match = _AUTHOR.match(line.text)
            if match is None or not self._is_author(line, match["name"], last=last, press=press):
                continue
            if match["body"]:
                begin, end = match.span("body")
                self.foot.author_body = Span(line.body.start + begin, line.body.start + end)
            self._author(line, *match.span("name"))
            return

    def _is_author(self, line: Line, name: str, *, last: bool, press: bool) -> bool:
        """Whether ``name`` is a person's; a pen name, which need not begin with a surname, ends a text.

        It stands in capitals or bold, or in an article in any case.
        """
        if self.names.person(name) is not None:
            return True
        shown = is_capitals(line.text) or line.bold or (press and line.words < _PEN_NAME)
        signed = last and shown and line.words <= _PEN_NAME and line.marker is None
        other = any(self.rules.search(use, line.text) for use in ("signer", "body", "signed", "paper"))
        return signed and not other and self.names.perhaps_person(name) is not None

    def _take(self, line: Line) -> None:
        self.foot.blocks.add(line.block)
        self.foot.zones.append((line.span, Zone.SIGNATURE, line.block))

    def _author(self, line: Line, begin: int, end: int) -> None:
        self.foot.signatory = Span(line.body.start + begin, line.body.start + end)
        self.foot.author = True
        if line.block not in self.foot.blocks:
            self._take(line)
