"""What is gathered about one mention of a document before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass, field

from trichluc.extract.symbols import Symbol
from trichluc.records import Form
from trichluc.span import Span


@dataclass(slots=True)
class Around:
    """What is stated round a symbol, each with where it stands.

    Attributes:
        date: ISO date, as far as it is given.
        day_and_month: a date without its year (``--01-03``, ISO 8601), which is no date yet.
        issuer: the body, as printed.
        term: of the committee, in Roman or Arabic numbers as printed.
        title: the subject, without quotation marks and without ``về việc``.
        title_span: where the subject stands.
        alias: short name that the text introduces here.
        bracketed: date and body stand together in a bracket.
        together: the date is said to be that of the documents before, too (``cùng ngày 12/12/2013``).
        head_end: offset after the last of symbol, date and issuer.
        end: offset after all that was read.
    """

    date: str | None = None
    day_and_month: str | None = None
    issuer: str | None = None
    term: str | None = None
    title: str | None = None
    title_span: Span | None = None
    alias: Span | None = None
    bracketed: bool = False
    together: bool = False
    head_end: int = 0
    end: int = 0


@dataclass(slots=True)
class Mention:
    """One mention.

    Attributes:
        start: offset of the name of the kind, or of the number where none stands before it.
        place: offset of the number; of the name of the kind for a document without a number.
        number_end: offset after number or symbol.
        form: numbered, short or named.
        kind: code of the kind that a word names, before it or shared; null where none does.
        own_kind: the word stands before this very mention.
        listed: it follows an earlier mention in a list that names the kind once.
        number: as printed, null for a named document.
        symbol: what the symbol says, null for a bare number or a named document.
        year: year in place of the tail (``33/2014``).
        around: what is stated with it.
        rule: name of the rule that fired.
        confidence: probability that the record is right.
        flags: remarks.
        whole: symbol of the document that a short mention stands for, once that is known.
        antecedent: that symbol was found in another mention.
        tentative: a bare number that may be a count or a grade: it stands only where the report cites that document
            elsewhere with its symbol.
        text_is_number: nothing but a number and a body, in a list of occasions that names the occasion once.
    """

    start: int
    place: int
    number_end: int
    form: Form
    kind: str | None = None
    own_kind: bool = False
    listed: bool = False
    number: str | None = None
    symbol: Symbol | None = None
    year: str | None = None
    around: Around = field(default_factory=Around)
    rule: str = ""
    confidence: float = 0.95
    flags: list[str] = field(default_factory=list)
    whole: str | None = None
    antecedent: bool = False
    tentative: bool = False
    text_is_number: bool = False

    @property
    def end(self) -> int:
        """Offset after the mention's own words."""
        return self.around.head_end


def named_mention(start: int, end: int, rule: str, confidence: float) -> Mention:
    """Return the mention of a document without a number, whose own words go from ``start`` to ``end``."""
    mention = Mention(start, start, start, Form.NAMED, rule=rule, confidence=confidence)
    mention.around = Around(head_end=end, end=end)
    return mention
