"""What short mentions stand for: another mention of the same report, or a short name that the report introduces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trichluc.extract.authority import Authority
from trichluc.extract.phrases import any_of, both_spellings
from trichluc.extract.references.context import introduced_name
from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Around, Mention
from trichluc.records import Form
from trichluc.span import Span

_PARTS = re.compile(r"\s+[-–—]\s+|\s*[;/]\s*|\s+hoặc\s+|\s*[“”\"]\s*")
_ABOUT = r"(?:(?:thực\s+hiện|về)\s+)?"
_LEADING = re.compile(r"(?:thực\s+hiện|về(?:\s+việc)?)\s+", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?:số\s*:?\s*)?\d+\Z", re.IGNORECASE)
_INITIALS = re.compile(r"\s*\(([A-ZĐƯÔÂĂÊƠ]{3,10})\)")
_LONGEST_NAME = 80
_REACH = 200  # characters after a law's name in which its short name stands


@dataclass(frozen=True, slots=True)
class ShortName:
    """A name that the report gives a document.

    Attributes:
        kind: the name of the kind, as printed (``Pháp lệnh``).
        code: the kind's code.
        name: what stands after it (``DCCS``).
        meant: the mention that it stands for.
    """

    kind: str
    code: str
    name: str
    meant: Mention


def link(text: str, areas: Sequence[Span], mentions: list[Mention], words: Lexicon, known: Authority) -> None:
    """Give each short mention the symbol that the rest of the report gives it, where exactly one fits.

    Mentions by a short name that the report introduces are added to ``mentions``.

    Args:
        text: the clean text.
        areas: the passages that were read, in order.
        mentions: those of the whole report; changed in place.
        words: the rules.
        known: the authority file, which gives a law that is only named its number.
    """
    names = list(_introduced(text, mentions, words))
    _add_by_name(text, areas, mentions, names, known)
    _shorten_laws(mentions, names, words)
    by_number = _by_number(mentions)
    for mention in mentions:
        if mention.form is Form.SHORT and mention.whole is None and mention.number is not None:
            _find_antecedent(mention, by_number)
    mentions[:] = [mention for mention in mentions if mention.whole is not None or not mention.tentative]


def _introduced(text: str, mentions: Iterable[Mention], words: Lexicon) -> Iterator[ShortName]:
    """Yield the short names that stand in brackets after a numbered document."""
    for mention in mentions:
        law = mention.form is Form.NAMED and mention.kind in words.law_kinds
        if law and mention.around.alias is None:
            mention.around.alias = introduced_name(text, mention.end, min(len(text), mention.end + _REACH), words)
        if law and mention.around.alias is None and (initials := _initials_after(text, mention)) is not None:
            kind = words.kinds.pattern.match(text, mention.start)
            yield ShortName(kind[0] if kind is not None else "", mention.kind or "", initials, mention)
        if mention.around.alias is None or not (mention.form is Form.NUMBERED or law):
            continue
        said = mention.around.alias.of(text).strip(" .,:;“”\"'")
        kind = words.kinds.pattern.match(said)
        if kind is None or len(said) > _LONGEST_NAME:
            continue
        code = words.kinds.of_word(kind[0])
        for part in _PARTS.split(said[kind.end() :]):
            name = " ".join(part.split()).strip(" ,.")
            if code is not None and len(name) > 1 and not _BARE_NUMBER.match(name):
                yield ShortName(kind[0], code, name, mention)


def _initials_after(text: str, mention: Mention) -> str | None:
    """Return the initials of a law's subject that stand in brackets after it: ``Luật Bảo vệ môi trường (BVMT)``."""
    found = _INITIALS.match(text, mention.end)
    subject = mention.around.title or ""
    return found[1] if found and found[1] == "".join(word[0] for word in subject.split()).upper() else None


def _add_by_name(
    text: str, areas: Sequence[Span], mentions: list[Mention], names: Sequence[ShortName], known: Authority
) -> None:
    """Add the mentions by a short name; a mention without a number that stood in the same place gives way."""
    by_words: dict[tuple[str, str], ShortName] = {}
    for name in names:
        for spelt in both_spellings([_folded(name.name)]):
            by_words.setdefault((_folded(name.kind), spelt), name)
    found: dict[int, Mention] = {}
    if by_words:
        kinds, said = ({key[part] for key in by_words} for part in (0, 1))
        pattern = re.compile(rf"(?<!\w)(?P<kind>{_any(kinds)})\s+{_ABOUT}(?P<name>{_any(said)})(?!\w)", re.IGNORECASE)
        openings = any_of(kinds, r"(?!\w)")  # passes quickly over what begins with no kind
        for area in areas:
            for match in _found(openings, pattern, text, area):
                meant = by_words.get((_folded(match["kind"]), _folded(match["name"])))
                if meant is not None:
                    found[match.start()] = _short(match, meant, known)
    numbered = [mention for mention in mentions if mention.form is not Form.NAMED]
    heads = {mention.start for mention in numbered}
    mentions[:] = numbered + [m for m in mentions if m.form is Form.NAMED and m.start not in found]
    mentions += [mention for start, mention in found.items() if start not in heads]


def _found(heads: re.Pattern[str], whole: re.Pattern[str], text: str, area: Span) -> Iterator[re.Match[str]]:
    """Yield the matches of ``whole`` in ``area``, each of which begins with a match of ``heads``."""
    at = area.start
    while (head := heads.search(text, at, area.end)) is not None:
        match = whole.match(text, head.start(), area.end)
        if match is not None:
            yield match
        at = match.end() if match is not None else head.start() + 1


def _short(match: re.Match[str], name: ShortName, known: Authority) -> Mention:
    mention = Mention(match.start(), match.start(), match.end(), Form.SHORT, kind=name.code, own_kind=True)
    mention.rule, mention.confidence = "short-name", 0.93
    mention.around = Around(head_end=match.end(), end=match.end())
    mention.around.title = " ".join(match[0][len(name.kind) :].split())
    if name.meant.symbol is not None:
        mention.whole, mention.antecedent = name.meant.symbol.text, True
        return mention
    subject, date = name.meant.around.title or "", name.meant.around.date or ""
    rows = [row for row in known.with_subject(name.code, subject) if row.issued_on.startswith(date)]
    if len(rows) == 1:
        mention.whole, mention.antecedent = rows[0].symbol, True
    else:  # no number is known: the law goes by its subject, as where it was introduced
        mention.form, mention.around.title = Form.NAMED, subject
    return mention


def _shorten_laws(mentions: Iterable[Mention], names: Sequence[ShortName], words: Lexicon) -> None:
    """Make a law that is named by its subject a short mention, where the report gives its number elsewhere."""
    laws: dict[tuple[str | None, str], set[str]] = {}
    for mention in mentions:
        if mention.form is Form.NUMBERED and mention.kind in words.law_kinds and mention.around.title:
            assert mention.symbol is not None
            laws.setdefault((mention.kind, _plain(mention.around.title)), set()).add(mention.symbol.text)
    for mention in mentions:
        if mention.form is Form.NAMED and mention.kind in words.law_kinds and mention.around.title:
            symbols = laws.get((mention.kind, _plain(mention.around.title)), set())
            if len(symbols) == 1 and mention.around.date is None:
                mention.form, mention.whole, mention.antecedent = Form.SHORT, next(iter(symbols)), True
                mention.rule = "short-subject"


def _by_number(mentions: Iterable[Mention]) -> dict[tuple[str | None, str], list[Mention]]:
    found: dict[tuple[str | None, str], list[Mention]] = {}
    for mention in mentions:
        if mention.form is Form.NUMBERED and mention.symbol is not None:
            found.setdefault((mention.kind, mention.symbol.number.lstrip("0")), []).append(mention)
    return found


def _find_antecedent(mention: Mention, by_number: dict[tuple[str | None, str], list[Mention]]) -> None:
    number = (mention.number or "").lstrip("0")
    others = by_number.get((mention.kind, number), [])
    if not others and mention.kind == "ĐA":  # a scheme goes by the number of the decision that approved it
        others = [o for o in by_number.get(("QĐ", number), []) if o.symbol is not None and o.symbol.body == "TTg"]
    symbols = {other.symbol.text for other in others if other.symbol is not None and _agree(mention, other)}
    if len(symbols) == 1:
        mention.whole, mention.antecedent = symbols.pop(), True
    elif symbols:
        mention.flags.append("ambiguous")


def _agree(one: Mention, other: Mention) -> bool:
    """Whether nothing that two mentions state is at odds."""
    cut, whole = one.symbol, other.symbol
    if cut is not None and whole is not None and cut.kind != whole.kind and one.kind != "ĐA":
        return False
    if one.year and other.around.date and not other.around.date.startswith(one.year):
        return False
    first, second = one.around.date, other.around.date
    return first is None or second is None or first.startswith(second) or second.startswith(first)


def _folded(phrase: str) -> str:
    return " ".join(phrase.lower().split())


def _any(phrases: Iterable[str]) -> str:
    return "|".join(map(_words, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))


def _words(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+")


def _plain(subject: str) -> str:
    return " ".join(_LEADING.sub("", subject).lower().replace("oà", "òa").replace("uỷ", "ủy").split())
