"""Which document each mention means: from the mention itself, from the rest of the report, from the authority file.

A directive's key is ``symbol@date``, the symbol alone where no date is to be had, or a slug for a document without a
number. Two candidates left are a flag, never a silent pick.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from trichluc.extract.authority import Authority, KnownDirective, authority, narrow, number_of
from trichluc.extract.described import Described
from trichluc.extract.kind_words import kind_words
from trichluc.extract.resolve_problems import contradicted_date, find_problems
from trichluc.extract.slugs import slug
from trichluc.extract.symbols import Symbol, SymbolGrammar, symbol_grammar
from trichluc.packs import Packs
from trichluc.records import Directive, Form, Problem, Reference, ResolvedBy

# kinds that central bodies number over the whole country: a bare number without a body may be looked up among them
_NATIONAL = frozenset(("CT", "NQ", "KL", "NĐ", "TT", "TTLT", "L", "PL", "QĐi"))
# a scheme or programme goes by the number of the Prime Minister's decision that approved it (Đề án 06)
_SCHEMES = {"ĐA": "Đề án", "CTr": "Chương trình"}
_PRIME_MINISTER = "Thủ tướng Chính phủ"
_UNANCHORED = 0.6  # a bare number alone: the only such document in the file need not be the only one there is
_TERM = re.compile(r"term:(?P<term>\w+)")
_DAY_AND_MONTH = re.compile(r"date:(?P<date>--\d\d-\d\d)")
_YEAR_FLAG = re.compile(r"year:(?P<year>\d{4})")
_MAX_CANDIDATES = 8
_BARE = re.compile(r"\d+[a-zđ]?\Z")
_CENTRAL_BODY = re.compile(r"\b(?:bộ chính trị|ban bí thư|trung ương|bct|bbt)\b", re.IGNORECASE)


def resolve(
    references: Sequence[Reference], described: Described, packs: Packs
) -> tuple[list[Reference], list[Directive], list[Problem]]:
    """Return the references with the document that each one means, the documents, and what is wrong with them.

    Args:
        references: all of one report, in order.
        described: the report; its date decides which of two documents can be meant.
        packs: the rules and the authority file.
    """
    resolver = _Resolver(packs, described)
    resolver.learn(references)
    resolved = [resolver.resolved(reference) for reference in references]
    directives = _directives(resolved, resolver.rows)
    problems = find_problems(resolved, resolver.rows, described, resolver.known)
    return resolved, directives, [*resolver.problems.values(), *problems]


class _Resolver:
    """Resolves the references of one report."""

    def __init__(self, packs: Packs, described: Described) -> None:
        self.known: Authority = authority(packs)
        self.grammar: SymbolGrammar = symbol_grammar(packs)
        self.kinds = kind_words(packs)
        self.until = described.issued_on or _end_of(described.period)
        self.stated: dict[str, set[str]] = {}
        self.rows: dict[str, KnownDirective] = {}
        self.problems: dict[str, Problem] = {}

    def learn(self, references: Iterable[Reference]) -> None:
        """Remember which dates the report states for each symbol."""
        for reference in references:
            if reference.form is Form.NUMBERED and _has_number(reference.symbol) and _is_day(reference.issued_on):
                assert reference.issued_on is not None
                self.stated.setdefault(self._canonical(reference), set()).add(reference.issued_on)

    def resolved(self, reference: Reference) -> Reference:
        """Return ``reference`` with its document."""
        if reference.form is Form.NAMED:
            return self._named(reference)
        if reference.form is Form.SHORT and reference.resolved_by is not ResolvedBy.ANTECEDENT:
            return self._short(reference)
        return self._numbered(reference)

    def _numbered(self, reference: Reference) -> Reference:
        """Resolve a mention whose symbol is known: only the date may be wanting."""
        symbol = self._canonical(reference)
        short = reference.form is Form.SHORT
        if _is_day(reference.issued_on) and not short and _has_number(symbol):
            self._check_date(reference, symbol)
            return self._settle(reference, symbol, reference.issued_on, ResolvedBy.STATED)
        dates = self.stated.get(symbol, set())
        fitting = [date for date in dates if date.startswith(reference.issued_on or "")]
        if len(fitting) == 1:
            return self._settle(reference, symbol, fitting[0], ResolvedBy.ANTECEDENT)
        rows = self._narrow(self._rows(symbol, reference), reference)
        if len(rows) == 1 and not fitting:
            by = ResolvedBy.ANTECEDENT if short else ResolvedBy.AUTHORITY
            return self._settle(reference, rows[0].symbol, rows[0].issued_on, by)
        keys = [f"{symbol}@{date}" for date in sorted(fitting)] if len(fitting) > 1 else [row.key for row in rows]
        by = ResolvedBy.ANTECEDENT if short else ResolvedBy.NONE
        found = self._settle(reference, symbol, reference.issued_on, by)
        return ambiguous(found, keys) if len(keys) > 1 else found

    def _rows(self, symbol: str, reference: Reference) -> list[KnownDirective]:
        """Return the documents that ``symbol`` may be, its number or its year being wrong or missing."""
        if not _has_number(symbol) and reference.type and reference.issued_on:
            return [row for row in self.known.of_kind(reference.type) if row.symbol.endswith(symbol)]
        return self.known.with_symbol(symbol) or self.known.without_year(symbol)

    def _check_date(self, reference: Reference, symbol: str) -> None:
        """Note a date that the authority file has for no document with this symbol."""
        if self._row(symbol, reference.issued_on) is None:
            problem = contradicted_date(reference, self.known.with_symbol(symbol))
            if problem is not None:
                self.problems.setdefault(f"{symbol}@{reference.issued_on}", problem)

    def _short(self, reference: Reference) -> Reference:
        """Resolve a bare number by the authority file."""
        number, kind = reference.symbol, reference.type
        if not number or kind is None:
            return reference
        rows = self._narrow(self.known.with_number(kind, number_of(number)), reference)
        if not _BARE.match(number):
            rows = [row for row in rows if row.symbol.startswith(self._canonical(reference))]
        if not rows and kind in _SCHEMES:
            rows = [row for row in self.known.with_number("QĐ", number_of(number)) if _SCHEMES[kind] in row.title]
            rows = self._narrow([row for row in rows if row.issuer == _PRIME_MINISTER], reference)
        anchored = (
            _YEAR_FLAG.search(" ".join(reference.flags))
            or reference.issuer
            or reference.issued_on
            or _TERM.search(" ".join(reference.flags))
            or reference.title
        )
        if len(rows) == 1 and (anchored or kind in _NATIONAL or kind == "ĐA"):
            confidence = reference.confidence if anchored else min(reference.confidence, _UNANCHORED)
            found = reference.model_copy(update={"symbol": rows[0].symbol, "confidence": confidence})
            return self._settle(found, rows[0].symbol, rows[0].issued_on, ResolvedBy.AUTHORITY)
        if not _BARE.match(number):  # 297-CT: the whole symbol of an older document, or one that lost its tail
            key = f"{number}@{reference.issued_on}" if reference.issued_on else number
            reference = reference.model_copy(update={"directive_id": key})
        open_question = len(rows) > 1 and (anchored or kind in _NATIONAL)
        return ambiguous(reference, [row.key for row in rows]) if open_question else reference

    def _named(self, reference: Reference) -> Reference:
        """Resolve a document without a number by its subject, else give it a slug."""
        placed = reference.issued_on is not None or self.until is not None
        if placed and reference.type is not None and reference.title and reference.rule != "named-congress":
            rows = self._narrow(self.known.with_subject(reference.type, reference.title), reference)
            rows = _in_force(rows, self.until)
            if len(rows) == 1:
                return self._settle(reference, rows[0].symbol, rows[0].issued_on, ResolvedBy.AUTHORITY)
            if len(rows) > 1:
                reference = ambiguous(reference, [row.key for row in rows])
        return reference.model_copy(update={"directive_id": slug(reference)})

    def _narrow(self, rows: Sequence[KnownDirective], reference: Reference) -> list[KnownDirective]:
        flags = " ".join(reference.flags)
        term, partial, year = _TERM.search(flags), _DAY_AND_MONTH.search(flags), _YEAR_FLAG.search(flags)
        date = reference.issued_on
        kept = narrow(
            rows,
            issued_on=date,
            day_and_month=partial["date"] if partial else None,
            issuer=reference.issuer,
            term=term["term"] if term else None,
            title=reference.title,
            until=self.until,
            authority=self.known,
        )
        if year:
            stated = reference.form is Form.SHORT
            kept = [row for row in kept if row.issued_on.startswith(year["year"])] or ([] if stated else kept)
        return kept

    def _canonical(self, reference: Reference) -> str:
        """Return the key's symbol: two digits in a Party number, ``TU`` of a central body read as ``TW``."""
        symbol = self._parse(reference.symbol or "")
        if symbol is None:
            return reference.symbol or ""
        if symbol.body == "TU" and reference.issuer and _CENTRAL_BODY.search(reference.issuer):
            symbol = self.grammar.of_central(symbol)
        return symbol.canonical

    def _parse(self, text: str) -> Symbol | None:
        return next((found.symbol for found in self.grammar.find(text)), None)

    def _settle(self, reference: Reference, symbol: str, date: str | None, by: ResolvedBy) -> Reference:
        """Return ``reference`` with its key; the authority file's spelling of the symbol is the key's."""
        row = self._row(symbol, date)
        key = row.key if row else f"{symbol}@{date}" if date else symbol
        if row is not None:
            self.rows[key] = row
        return reference.model_copy(update={"directive_id": key, "resolved_by": by})

    def _row(self, symbol: str, date: str | None) -> KnownDirective | None:
        if date is None:
            return None
        row = self.known.by_key.get(f"{symbol}@{date}")
        if row is None and _is_day(date):
            slips = [row for row in self.known.without_year(symbol) if row.issued_on == date]
            slips += self.known.beginning_with(symbol, date)
            row = slips[0] if len(slips) == 1 else None
        return row


def _directives(references: Iterable[Reference], rows: dict[str, KnownDirective]) -> list[Directive]:
    """Return one row for each document that is meant; the authority file's facts go before the report's words."""
    found: dict[str, Directive] = {}
    for reference in references:
        key = reference.directive_id
        if key is None:
            continue
        row = rows.get(key)
        before = found.get(key)
        if row is not None:
            found[key] = Directive(
                id=key,
                symbol=row.symbol,
                type=row.type,
                issued_on=row.issued_on,
                issuer=row.issuer or None,
                title=row.title or None,
                known=True,
                replaced_by="; ".join(row.replaced_by) or None,
            )
        elif before is None:
            symbol, _, date = key.partition("@") if reference.form is not Form.NAMED else ("", "", "")
            found[key] = Directive(
                id=key,
                symbol=symbol or None,
                type=reference.type,
                issued_on=date or reference.issued_on,
                issuer=reference.issuer,
                title=reference.title,
            )
        else:
            update = {n: getattr(reference, n) for n in ("type", "issuer", "title") if getattr(before, n) is None}
            found[key] = before.model_copy(update=update)
    return list(found.values())


def _in_force(rows: Sequence[KnownDirective], until: str | None) -> list[KnownDirective]:
    """Return the rows that nothing had replaced by the report's date, where that leaves any."""
    if until is None or len(rows) < 2:
        return list(rows)
    kept = [row for row in rows if not any(key.rpartition("@")[2] <= until for key in row.replaced_by)]
    return kept or list(rows)


def ambiguous(reference: Reference, keys: Sequence[str]) -> Reference:
    """Return ``reference`` with a flag that it may be any of ``keys``, each of which is a flag too."""
    flags = (*reference.flags, "ambiguous", *(f"candidate:{key}" for key in keys[:_MAX_CANDIDATES]))
    return reference.model_copy(update={"flags": tuple(dict.fromkeys(flags))})


def _has_number(symbol: str | None) -> bool:
    return symbol is not None and symbol[:1] not in ("", "-", "/")


def _is_day(date: str | None) -> bool:
    return date is not None and len(date) == 10


def _end_of(period: str | None) -> str | None:
    """Return the last year that a period names, null where it is open."""
    years = re.findall(r"(?:19|20)\d\d", period or "")
    return years[-1] if years and not (period or "").endswith("..") else None
