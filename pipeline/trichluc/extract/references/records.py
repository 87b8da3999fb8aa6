"""From a mention to its record."""

from __future__ import annotations

from trichluc.extract.references.items import kind_of
from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Mention
from trichluc.layout.model import Passage, Report, Zone
from trichluc.records import Form, Reference, ResolvedBy
from trichluc.text.sentences import sentences


def to_record(mention: Mention, report: Report, words: Lexicon) -> Reference:
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
        sentence=_sentence(mention, report, passage),
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


def _sentence(mention: Mention, report: Report, passage: Passage | None) -> str:
    text = report.text
    if passage is None or passage.zone is Zone.CELL:
        start = text.rfind("\n", 0, mention.start) + 1
        end = text.find("\n", mention.start)
        return text[start : end if end >= 0 else len(text)]
    for span in sentences(text, passage.span.start, passage.span.end):
        if span.end > mention.start:
            return span.of(text)
    return passage.span.of(text)
