"""The authority file: documents that are known, with their dates, bodies, subjects and what replaced them.

Identity is symbol and date: numbers start again each term of a Party committee and each year in the State. Nothing is
picked in silence: a question that leaves two candidates has no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, field_validator

from trichluc.extract.kind_words import REGULATION
from trichluc.extract.units import canonical_name
from trichluc.packs import Packs
from trichluc.text.characters import strip_marks

_WORD = re.compile(r"\w+")
_PLENUM = re.compile(r"hội nghị trung ương \d+")  # a plenum issues for the committee that meets
_NUMBER = re.compile(r"\d+")
# first day after each National Congress of the Party, from the VII on, when the central bodies' numbers start again
_CONGRESSES = (
    "1991-06-28", "1996-07-02", "2001-04-23", "2006-04-26", "2011-01-20", "2016-01-29", "2021-02-02", "2026-01-24",
)  # fmt: skip
_ALIKE = 0.75
_EMPTY_WORDS = frozenset(("ve", "viec", "cac", "cua", "va", "doi", "voi", "luat", "phap", "lenh", "mot", "so", "nhung"))
# one tail for three bodies: a report that names another of them than the file does is not contradicted by that
_CENTRAL = frozenset(
    ("bộ chính trị", "ban bí thư", "ban chấp hành trung ương", "trung ương", "trung ương đảng", "đảng")
)


class KnownDirective(BaseModel):
    """A row of ``directives.csv``.

    Attributes:
        symbol: canonical.
        type: code of the kind; ``L`` means luật.
        issued_on: ISO date.
        issuer: the body or bodies, parted by commas.
        term: of the Party committee, in Roman numbers.
        title: the subject.
        replaces, replaced_by: ``symbol@date`` of other documents, parted by ``;``.
        sources: where the row is attested, parted by ``;``.
        confirmed: how many sources confirm it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    symbol: str
    type: str
    issued_on: str
    issuer: str = ""
    term: str | None = None
    title: str = ""
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    sources: str = ""
    confirmed: int = 0

    @field_validator("replaces", "replaced_by", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(";") if part.strip()) if isinstance(value, str) else value

    @property
    def key(self) -> str:
        """Symbol and date, the document's identity."""
        return f"{self.symbol}@{self.issued_on}"

    @property
    def number(self) -> int:
        """The number, without zeros and letters."""
        return number_of(self.symbol)


class Authority:
    """The known documents, indexed by symbol, by kind and number, and by subject."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self.rows = packs.table("directives.csv", KnownDirective, ("symbol", "issued_on"))
        self._by_symbol: dict[str, list[KnownDirective]] = {}
        self._by_number: dict[tuple[str, int], list[KnownDirective]] = {}
        self._by_kind: dict[str, list[KnownDirective]] = {}
        self.by_key: dict[str, KnownDirective] = {}
        for row in self.rows:
            self._by_symbol.setdefault(row.symbol.lower(), []).append(row)
            self._by_kind.setdefault(row.type, []).append(row)
            self.by_key[row.key] = row
            for kind in _kinds_alike(row.type):
                self._by_number.setdefault((kind, row.number), []).append(row)

    def with_symbol(self, symbol: str) -> list[KnownDirective]:
        """Return the documents with this canonical symbol, whatever their date."""
        return list(self._by_symbol.get(symbol.lower(), ()))

    def without_year(self, symbol: str) -> list[KnownDirective]:
        """Return the documents whose symbol is ``symbol`` without the year put into it by mistake.

        ``491/2009/QĐ-TTg`` is a slip for ``491/QĐ-TTg`` of 2009.
        """
        parts = symbol.split("/")
        if len(parts) != 3 or not re.fullmatch(r"(?:19|20)\d\d", parts[1]):
            return []
        spellings = {f"{parts[0]}/{parts[2]}", f"{parts[0].lstrip('0')}/{parts[2]}"}
        rows = [row for spelling in sorted(spellings) for row in self.with_symbol(spelling)]
        return [row for row in rows if row.issued_on.startswith(parts[1])]

    def beginning_with(self, symbol: str, issued_on: str) -> list[KnownDirective]:
        """Return the documents of one day whose symbol begins with ``symbol``, the end of which was cut off."""
        return [row for row in self.rows if row.issued_on == issued_on and row.symbol.startswith(symbol)]

    def of_kind(self, kind: str) -> list[KnownDirective]:
        """Return the documents of a kind."""
        return list(self._by_kind.get(kind, ()))

    def with_number(self, kind: str, number: int) -> list[KnownDirective]:
        """Return the documents of a kind with this number, whatever their body and date."""
        return list(self._by_number.get((kind, number), ()))

    def with_subject(self, kind: str, subject: str) -> list[KnownDirective]:
        """Return the documents of a kind whose subject is ``subject``, or is shortened to its initials."""
        wanted = subject_words(subject)
        if not wanted:
            return []
        amending = "sửa đổi" in subject.lower()
        rows = [row for row in self._by_kind.get(kind, ()) if ("sửa đổi" in row.title.lower()) == amending]
        found = [row for row in rows if overlap(wanted, subject_words(row.title)) >= _ALIKE]
        if not found and subject.isupper() and " " not in subject:
            found = [row for row in rows if _initials(row.title) == subject]
        return found

    def same_issuer(self, row: KnownDirective, issuer: str) -> bool:
        """Whether ``issuer``, as a report prints it, may be the body of ``row``."""
        known, said = _plain_body(row.issuer, self._packs), _plain_body(issuer, self._packs)
        if not known or not said:
            return False
        if said in known or known in said:
            return True
        parts = {part.strip() for part in known.split(",")}
        return said in _CENTRAL and bool(parts & _CENTRAL)

    def exactly_issued_by(self, row: KnownDirective, issuer: str) -> bool:
        """Whether ``issuer`` is one of the bodies that ``row`` names."""
        said = _plain_body(issuer, self._packs)
        return any(said == part.strip() or said in part for part in _plain_body(row.issuer, self._packs).split(","))


def narrow(
    rows: Sequence[KnownDirective],
    *,
    issued_on: str | None = None,
    day_and_month: str | None = None,
    issuer: str | None = None,
    term: str | None = None,
    title: str | None = None,
    until: str | None = None,
    authority: Authority,
) -> list[KnownDirective]:
    """Return the rows that agree with everything that is stated; what is null is not asked.

    Args:
        rows: candidates.
        issued_on: date as far as it is stated: a row agrees when its date begins with it.
        day_and_month: ``--01-03``, a date without its year.
        issuer: body as printed.
        term: Roman or Arabic number of the committee's term.
        title: subject as printed; it only chooses between candidates, it never refuses the last.
        until: ISO date after which a document cannot be meant: the report's own.
        authority: the file, for comparing bodies.
    """
    kept = list(rows)
    if issued_on is not None:
        kept = [row for row in kept if row.issued_on.startswith(issued_on)]
    if day_and_month is not None:
        kept = [row for row in kept if row.issued_on[4:] == day_and_month[1:]]
    if term is not None:
        kept = [row for row in kept if row.term is None or row.term == roman(term)]
    if issuer is not None:
        kept = [row for row in kept if authority.same_issuer(row, issuer)]
    if until is not None and issued_on is None:
        kept = [row for row in kept if row.issued_on <= _latest(until)]
    for prefer in _preferences(issuer, title, authority):
        if len(kept) > 1:
            kept = [row for row in kept if prefer(row)] or kept
    return kept


def _preferences(
    issuer: str | None, title: str | None, authority: Authority
) -> Iterable[Callable[[KnownDirective], bool]]:
    if title:
        words = subject_words(title)
        yield lambda row: _likeness(words, subject_words(row.title)) >= _ALIKE
    if issuer:
        yield lambda row: authority.exactly_issued_by(row, issuer)


def roman(term: str) -> str:
    """Return the number of a term in Roman figures (``13`` → ``XIII``)."""
    if not term.isdigit():
        return term.upper()
    tens, ones = divmod(int(term), 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def same_series(row: KnownDirective, date: str) -> bool:
    """Whether a document of ``date`` would be numbered in one series with ``row``: its number cannot be there twice.

    A legal symbol holds its year; central Party bodies number through a term, the State through a year.
    """
    return series(row.symbol, row.issued_on) == series(row.symbol, date)


def series(symbol: str, date: str) -> str:
    """Return in which series a document of ``date`` has its number: no number comes twice in one."""
    if re.search(r"/(?:19|20)\d\d/", symbol):
        return symbol
    return f"term {bisect_right(_CONGRESSES, date)}" if symbol.endswith("TW") else date[:4]


def number_of(symbol: str) -> int:
    """Return the number that a symbol begins with, 0 where it has none."""
    match = _NUMBER.match(symbol)
    return int(match[0]) if match else 0


@lru_cache(maxsize=4096)
def subject_words(title: str) -> frozenset[str]:
    """Return the words that tell a subject, without marks and without words that every subject has."""
    return frozenset(_WORD.findall(strip_marks(title))) - _EMPTY_WORDS


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how far the shorter of two subjects is in the other, or 0 where they hardly overlap."""
    if not one or not other:
        return 0.0
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared >= min(3, len(other)) else shared / max(len(one), len(other))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words that two subjects have in common, of all that either has."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _initials(title: str) -> str:
    words = _WORD.findall(title.removeprefix("Luật ").removeprefix("Bộ luật ").removeprefix("Pháp lệnh "))
    return "".join(word[0] for word in words).upper()


def _kinds_alike(kind: str) -> tuple[str, ...]:
    """The Party writes QĐ for quyết định and for quy định: a row of either is found under both."""
    return ("QĐ", REGULATION) if kind in ("QĐ", REGULATION) else (kind,)


def _latest(until: str) -> str:
    """Return the last day of a date that is given to the month or year."""
    return until + "-31" if len(until) == 7 else until + "-12-31" if len(until) == 4 else until


@lru_cache(maxsize=4096)
def _plain_body(name: str, packs: Packs) -> str:
    plain = canonical_name(name, packs).replace(" đảng cộng sản việt nam", "").replace("tw", "trung ương")
    plain = _PLENUM.sub("ban chấp hành trung ương", plain)
    return plain.replace("bct", "bộ chính trị").replace("bbt", "ban bí thư").replace("cbt", "")


@lru_cache(maxsize=8)
def authority(packs: Packs) -> Authority:
    """Return the authority file of ``packs``; it is read once."""
    return Authority(packs)
