"""What web pages, newspapers and printers put around a text, told apart from the text itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trichluc.layout.lines import Line
from trichluc.layout.markers import Style
from trichluc.layout.rules import LayoutRules
from trichluc.layout.shapes import is_capitals
from trichluc.source import BlockKind, Source, Span

_HEAD_LINES = 12  # a breadcrumb stands among the first lines
_MAX_WORDS = 25  # furniture is short
_TAIL_SHARE = 0.35  # a tail holds at most this share of the characters, or it is no tail
_DUPLICATE_WORDS = 5
_TEASER_WORDS = 10
_TEASER_TAIL = 50  # characters by which a teaser is found again


@dataclass(slots=True)
class Furniture:
    """What was found.

    Attributes:
        blocks: indexes of the blocks that are furniture.
        site: names of the web site or newspaper, as spans of the clean text, most telling first.
        web: something was found that only web pages or newspapers have.
    """

    blocks: set[int] = field(default_factory=set)
    site: list[Span] = field(default_factory=list)
    web: bool = False


def find_furniture(source: Source, lines: Sequence[Line], rules: LayoutRules) -> Furniture:
    """Return the blocks of ``source`` that are no part of the report."""
    found = Furniture()
    _page_edges(source, lines, rules, found)
    body = [line for line in lines if line.kind in (BlockKind.PARAGRAPH, BlockKind.TEXT_BOX)]
    _single_lines_and_head(source, body, rules, found)
    _tail(source, body, rules, found)
    _duplicates(body, found)
    _teasers(body, found)
    return found


def _page_edges(source: Source, lines: Sequence[Line], rules: LayoutRules, found: Furniture) -> None:
    """Mark page headers and footers, but for a header that holds the number of the document."""
    text_symbol = any(
        rules.search("symbol", line.span.of(source.text)) for line in lines[:20] if line.kind is BlockKind.PARAGRAPH
    )
    for line in lines:
        if line.kind is BlockKind.FOOTER or (
            line.kind is BlockKind.HEADER and (text_symbol or not _official(line, source, rules))
        ):
            found.blocks.add(line.block)


def _official(line: Line, source: Source, rules: LayoutRules) -> bool:
    words = line.span.of(source.text)
    return any(rules.search(use, words) for use in ("symbol", "national", "party", "motto", "body"))


def _single_lines_and_head(source: Source, body: Sequence[Line], rules: LayoutRules, found: Furniture) -> None:
    for index, line in enumerate(body):
        if line.words > _MAX_WORDS:
            continue
        if rules.search("separator", line.span.of(source.text)) and index >= _HEAD_LINES:
            found.blocks.add(line.block)
        for rule in rules.furniture:
            if rule.reach == "tail" or rule.regex.search(line.text) is None:
                continue
            if rule.reach == "line":
                found.blocks.add(line.block)
                found.web = found.web or rule.id in ("counter", "page-tools", "read-aloud")
            elif index < _HEAD_LINES and all(b.words <= _MAX_WORDS for b in body[:index]):
                # a date line above a breadcrumb is the article's, as long as no other stands below it
                above = [before for before in body[: index + 1] if not rules.search("dateline", before.text)]
                found.site = [b.body for b in above if b is not line and b.block not in found.blocks] + found.site
                found.blocks |= {before.block for before in above}
                found.web = True


def _tail(source: Source, body: Sequence[Line], rules: LayoutRules, found: Furniture) -> None:
    """Mark everything from the first line on that opens a tail and is followed by little text."""
    total = sum(line.words for line in body) or 1
    left = 0
    start: int | None = None
    for index in range(len(body) - 1, -1, -1):
        line = body[index]
        left += line.words
        if (left > total * _TAIL_SHARE and left > 4 * _MAX_WORDS) or _ends_report(line, rules):
            break
        if (
            line.words <= _MAX_WORDS
            and line.marker is None
            and any(rule.reach == "tail" and rule.regex.search(line.text) for rule in rules.furniture)
        ):
            start = index
    if start is None:
        return
    start = _paper_above(body, start, rules, found)
    found.blocks |= {line.block for line in body[start:]}
    found.web = True
    first = body[start].span.start
    found.blocks |= {
        index
        for index, block in enumerate(source.blocks)
        if block.span.start >= first and block.kind is BlockKind.TABLE
    }


def _ends_report(line: Line, rules: LayoutRules) -> bool:
    """Whether ``line`` is one that stands in a report only: a tail begins below the signature, never above it."""
    if any(rules.search(use, line.text) for use in ("recipients", "closing")):
        return True
    return line.marker is not None and line.marker.style is Style.ROMAN and is_capitals(line.text)


def _paper_above(body: Sequence[Line], start: int, rules: LayoutRules, found: Furniture) -> int:
    """Take the name of the paper, which stands just above its imprint, into the tail."""
    for index in range(start, max(start - 3, -1), -1):
        match = rules.search("paper", body[index].text)
        if match is not None and (is_capitals(body[index].text) or index < start):
            begin = body[index].body.start
            found.site.insert(0, Span(begin + match.start("name"), begin + match.end("name")))
            return index
    for line in body[start : start + 8]:
        match = rules.search("paper", line.text)
        if match is not None:
            found.site.insert(0, Span(line.body.start + match.start("name"), line.body.start + match.end("name")))
            break
    return start


def _duplicates(body: Sequence[Line], found: Furniture) -> None:
    """Mark a paragraph that says word for word what the one before it says: a caption printed twice."""
    before = ""
    for line in body:
        if line.block in found.blocks:
            continue
        # the first subsection of a section may bear its title, under a number of its own
        words = f"{line.marker.text if line.marker is not None else ''}{line.text}"
        if line.words >= _DUPLICATE_WORDS and words == before:
            found.blocks.add(line.block)
        before = words


def _teasers(body: Sequence[Line], found: Furniture) -> None:
    """Mark a paragraph that breaks off in dots and is said in full further down, as portals print over an article."""
    for index, line in enumerate(body[:_HEAD_LINES]):
        if line.block in found.blocks or line.words < _TEASER_WORDS or not line.text.rstrip().endswith(("…", "...")):
            continue
        said = line.text.rstrip(" .…")[-_TEASER_TAIL:]
        if any(said in other.text for other in body[index + 1 :]):
            found.blocks.add(line.block)
