"""The documents that a report cites: numbered, short and named mentions.

Steps for each passage: numbers and lists of them, what is stated round each, what a list shares, documents without a
number; then, over the whole report, short names that the text introduces and what short mentions stand for, and what
points back (``Chỉ thị này``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichluc.extract.authority import Authority, authority
from trichluc.extract.described import Described
from trichluc.extract.references.anaphora import flag_anaphora
from trichluc.extract.references.context import ContextReader
from trichluc.extract.references.items import find_items
from trichluc.extract.references.lexicon import KindsFound, Lexicon, lexicon
from trichluc.extract.references.linking import link
from trichluc.extract.references.mention import Mention
from trichluc.extract.references.named import NamedReader
from trichluc.extract.references.records import SentenceFinder, to_record
from trichluc.extract.references.sharing import share
from trichluc.extract.symbols import Symbol
from trichluc.layout.model import Passage, Report, Zone
from trichluc.packs import Packs
from trichluc.records import Reference
from trichluc.span import Span

__all__ = ["extract_references"]

# an annex names the report that it belongs to, whose number is still open: (Kèm theo Báo cáo số    /BC-SNN)
_ANNEXED = re.compile(r"kèm\s+theo\s+$", re.IGNORECASE)
_SILENT = (Zone.LETTERHEAD, Zone.FURNITURE, Zone.SIGNATURE)


def extract_references(report: Report, packs: Packs, described: Described) -> list[Reference]:
    """Return one record for each mention of a document in ``report``, in order of appearance.

    Short mentions carry the symbol that the rest of the report gives them; :func:`trichluc.extract.resolve.resolve`
    says which document each one is.
    """
    words, known = lexicon(packs), authority(packs)
    mentions: list[Mention] = []
    pointers: list[tuple[Span, re.Match[str]]] = []
    for passage in report.passages:
        if passage.zone not in _SILENT:
            found = words.kinds_in(report.text, passage.span.start, passage.span.end)
            mentions += _read_passage(report, passage, found, words, known, described)
            pointers += ((passage.span, pointer) for pointer in found.pointers)
    areas = [passage.span for passage in report.passages if passage.zone not in _SILENT]
    link(report.text, areas, mentions, words, known)
    mentions.sort(key=lambda mention: (mention.start, mention.place))
    flag_anaphora(report.text, pointers, mentions, words, described.kind)
    finder = SentenceFinder(report)
    return [to_record(mention, report, words, finder) for mention in mentions]


def _read_passage(
    report: Report, passage: Passage, found: KindsFound, words: Lexicon, known: Authority, described: Described
) -> list[Mention]:
    text, start, end = report.text, passage.span.start, passage.span.end
    kinds = found.kinds
    mentions = [
        item for item in find_items(text, start, end, kinds, words) if not _is_own(item, report, passage, described)
    ]
    if passage.zone is Zone.CELL:
        for mention in mentions:
            mention.tentative = mention.tentative or _is_grade(mention, text)
    if mentions:
        reader = ContextReader(text, start, end, words)
        for index, mention in enumerate(mentions):
            reader.read(mention, _stop(mentions, index, end))
        for mention in mentions:
            _date_by_year(mention, known)
        share(text, start, mentions, words, lambda mention, date: _knows(known, mention.symbol, date))
    if found.others:
        kinds = sorted((*kinds, *found.others), key=lambda match: match.start())
    return [*mentions, *NamedReader(text, start, end, mentions, kinds, words, described).read()] if kinds else mentions


def _stop(mentions: Sequence[Mention], index: int, end: int) -> int:
    """Return where the context of a mention ends at the latest: a later number of the same list has its own."""
    mention = mentions[index]
    for other in mentions[index + 1 :]:
        if other.start >= mention.around.end and other.listed:
            return other.start
        break
    return end


def _date_by_year(mention: Mention, known: Authority) -> None:
    """Take ``năm 2011`` after a Party symbol for its date, where the authority file has it of that year.

    Otherwise it may be the year that the report is about (``thực hiện Chỉ thị 05-CT/TW năm 2021``).
    """
    year = next((flag.removeprefix("year:") for flag in mention.flags if flag.startswith("year:")), None)
    if year is None or mention.symbol is None or mention.around.date is not None or mention.year is not None:
        return
    if any(row.issued_on.startswith(year) for row in known.with_symbol(mention.symbol.canonical)):
        mention.around.date = year
        mention.around.head_end = max(mention.around.head_end, mention.number_end + len(f" năm {year}"))
        mention.around.end = max(mention.around.end, mention.around.head_end)


def _knows(known: Authority, symbol: Symbol | None, date: str) -> bool:
    return symbol is not None and any(row.issued_on == date for row in known.with_symbol(symbol.canonical))


def _is_grade(mention: Mention, text: str) -> bool:
    """Whether a bare number is glued to a shortened kind: in a table that is a model or a grade (``CT38``)."""
    return mention.rule == "bare-number" and mention.own_kind and text[mention.place - 1].isalpha()


def _is_own(mention: Mention, report: Report, passage: Passage, described: Described) -> bool:
    """Whether a number is the report's own: alone on its line (``Số: 12-BC/ĐU``), or said again in an annex."""
    said = mention.symbol.text if mention.symbol is not None else mention.number
    if mention.number and said == described.symbol:
        return True
    own_tail = mention.symbol is not None and not mention.number and mention.symbol.tail
    if own_tail and described.symbol is not None and described.symbol.endswith(own_tail):
        return True
    if mention.symbol is None:
        return False
    if not mention.number and _ANNEXED.search(report.text, max(passage.span.start, mention.start - 20), mention.start):
        return True
    if mention.own_kind:
        return False
    line = report.text[passage.span.start : passage.span.end].strip()
    return passage.zone is not Zone.CELL and line.lower().startswith("số") and mention.end >= passage.span.end - 2
