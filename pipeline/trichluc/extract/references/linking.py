"""What short mentions stand for: an earlier or later mention of the same report, or a short name that it introduces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Mention
from trichluc.records import Form


def link(text: str, mentions: Sequence[Mention], words: Lexicon) -> None:
    """Give each short mention the symbol that the rest of the report gives it, where exactly one fits."""
    for mention in mentions:
        if mention.form is Form.SHORT and mention.whole is None:
            symbols = set(_candidates(mention, mentions))
            if len(symbols) == 1:
                mention.whole, mention.antecedent = symbols.pop(), True
            elif len(symbols) > 1:
                mention.flags.append("ambiguous")


def _candidates(mention: Mention, mentions: Iterable[Mention]) -> Iterable[str]:
    for other in mentions:
        if other.form is Form.NUMBERED and other.symbol is not None and mention.number is not None:
            same_number = other.symbol.number.lstrip("0") == mention.number.lstrip("0")
            if same_number and mention.kind == other.kind and _agree(mention, other):
                yield other.symbol.text


def _agree(one: Mention, other: Mention) -> bool:
    """Whether nothing that two mentions state is at odds."""
    if one.year and other.around.date and not other.around.date.startswith(one.year):
        return False
    first, second = one.around.date, other.around.date
    return first is None or second is None or first.startswith(second) or second.startswith(first)
