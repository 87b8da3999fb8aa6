"""From a mention to its record."""

from __future__ import annotations

from bisect import bisect_right

from trichluc.extract.references.items import kind_of
from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Mention
from trichluc.layout.model import Passage, Report, Zone
from trichluc.records import Form, Reference, ResolvedBy
from trichluc.span import Span
from trichluc.text.sentences import sentences


def to_record(mention: Mention, report: Report, words: Lexicon, finder: SentenceFinder) -> Reference:
    """Return the record of ``mention``; its text is the words from the kind to the last of symbol, date and body."""
    passage = report.passage_at(mention.start)
    around = mention.around
    kind = kind_of(mention, words)
    flags = list(mention.flags)
    if around.term:
        flags.append(f"term:{around.term}")
    if around.day_and_month:
        flags.append(f"date:{around.day_and_month}")
    return Reference(
        text=report.text[mention.start : mention.end],
        section=passage.section if passage else (),
        page=report.source.page_at(mention.start),
        start=mention.start,
        end=mention.end,
        sentence=finder.of(mention, passage),
        rule=mention.rule,
        confidence=mention.confidence,
        flags=tuple(dict.fromkeys(flags)),
        form=mention.form,
        type=kind,
        symbol=symbol_of(mention),
        issued_on=around.date,
        issuer=around.issuer,
        title=around.title,
        resolved_by=ResolvedBy.ANTECEDENT if mention.antecedent else ResolvedBy.NONE,
    )


def symbol_of(mention: Mention) -> str | None:
    """Return the symbol to record: whole where it is known, else the bare number; null for a named document."""
    if mention.form is Form.NAMED:
        return None
    if mention.whole is not None:
        return mention.whole
    return mention.symbol.text if mention.symbol is not None else mention.number


class SentenceFinder:
    """Finds the sentence of a mention; each passage is split once, so that many mentions in one cost no more."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._split: dict[Span, tuple[list[int], list[Span]]] = {}
        self._texts: dict[Span, str] = {}

    def of(self, mention: Mention, passage: Passage | None) -> str:
        """Return the sentence that ``mention`` stands in; the line, where that is a row of a table."""
        span = self._span(mention, passage)
        text = self._texts.get(span)
        if text is None:
            text = self._texts[span] = span.of(self._report.text)
        return text

    def _span(self, mention: Mention, passage: Passage | None) -> Span:
        text = self._report.text
        if passage is None or passage.zone is Zone.CELL:
            end = text.find("\n", mention.start)
            return Span(text.rfind("\n", 0, mention.start) + 1, end if end >= 0 else len(text))
        if passage.span not in self._split:
            spans = sentences(text, passage.span.start, passage.span.end)
            self._split[passage.span] = ([span.end for span in spans], spans)
        ends, spans = self._split[passage.span]
        index = bisect_right(ends, mention.start)
        return spans[index] if index < len(spans) else passage.span
