"""A second look at symbols that a scan or a slip has damaged: ``O5-CT/TW``, ``05-CT/TVV``, ``0 5 - C T/TW``.

What the grammar of :mod:`trichluc.extract.symbols` reads stands. Here a number may hold letters that look like digits
and blanks between single digits, a code may have lost its marks or be read by its look; the code must then be that of
a known body. A code that is none is read as the one that the name of the kind says, where it looks like it
(``Nghị quyết số 43-NC/TW``). Mentions that are read so have rules and flags of their own and a lower confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from trichluc.extract.issuer_codes import issuer_codes
from trichluc.extract.kind_words import DECISION, REGULATION, kind_words
from trichluc.extract.symbols import FoundSymbol, Symbol, SymbolGrammar, symbol_grammar
from trichluc.packs import Packs
from trichluc.span import Span
from trichluc.text.lookalikes import could_be

_DIGIT = r"[\dOoQlI|]"
_DIGITS = str.maketrans({"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "|": "1"})
# letters that a scan takes for one another, each group by one of them
_LOOKS = str.maketrans(
    {"0": "O", "Q": "O", "D": "O", "Đ": "O", "1": "I", "L": "I", "|": "I", "Ư": "W", "5": "S", "8": "B"}
)
# a digit and a letter like one, in either order, before the sign of a symbol
_MIXED = re.compile(
    rf"[OQlI|](?<![\w/.-].)\d{_DIGIT}{{0,3}}(?=\s?[-–—/])"
    rf"|\d(?<![\w/.,-].)\d{{0,2}}[OoQlI|]{_DIGIT}?(?=\s?[-–—/])"
)
_LEAST_LETTERS = 2


class DamagedSymbols:
    """Reads damaged symbols; made once for a set of packs."""

    def __init__(self, packs: Packs) -> None:
        self._grammar: SymbolGrammar = symbol_grammar(packs)
        looks: dict[str, set[str]] = {}
        for row in issuer_codes(packs):
            for spelling in (row.code, *row.aliases):
                looks.setdefault(_look(spelling), set()).add(row.code)
        self._bodies = {look: codes.pop() for look, codes in looks.items() if len(codes) == 1}
        words = kind_words(packs)
        self._codes = frozenset(words.symbol_codes)
        self._codes_of: dict[str, list[str]] = {REGULATION: [DECISION]}
        for code in words.symbol_codes:
            self._codes_of.setdefault(words.of_code(code) or code, []).append(code)
        kinds = sorted({code for code in words.symbol_codes if code.isupper() and len(code) > 1}, key=len)
        spaced = "|".join(r"\s?".join("[ĐD]" if letter == "Đ" else letter for letter in kind) for kind in kinds[::-1])
        self._pattern = re.compile(
            rf"(?P<number>{_DIGIT}(?:\s{_DIGIT})+(?!{_DIGIT})|{_DIGIT}{{1,5}})"
            rf"(?:\s?/\s?(?P<year>[1lI2][9OoQ0]{_DIGIT}{{2}}))?"
            rf"\s?[-–—_/.~]\s?(?P<kind>{spaced})\s?[/|\\-]\s?-?\s?(?P<body>[A-ZĐƯ](?:\s?[A-ZĐƯ0158]|[a-z]){{1,9}})(?!\w)"
        )

        # 12/20191QĐ-UBND, 15/220/NĐ-CP: a year with a digit too many or too few is kept as printed
        self._slip = re.compile(
            rf"(?P<number>\d{{1,5}})\s?/\s?(?P<year>(?!(?:19|20)\d\d(?!\d))\d{{3,6}})\s?(?P<sign>[/-]?)\s?"
            rf"(?P<kind>{spaced})\s?-\s?(?P<body>[A-ZĐƯ](?:[A-ZĐƯ]|[a-z]){{1,9}})(?!\w)"
        )

    def find(self, text: str, start: int, end: int) -> Iterator[FoundSymbol]:
        """Yield the symbols in ``text[start:end]`` whose number holds a letter that looks like a digit."""
        for match in _MIXED.finditer(text, start, end):
            found = self.at(text, match.start(), end)
            if found is not None:
                yield found

    def at(self, text: str, place: int, end: int) -> FoundSymbol | None:
        """Return the damaged symbol whose number begins at ``place``, or null; a sound one is none."""
        match = self._pattern.match(text, place, end)
        if match is None:
            return self._with_slip(text, place, end)
        if not any(letter.isdigit() for letter in match["number"]):
            return None
        body = self._body("".join(match["body"].split()))
        if body is None:
            return None
        number = "".join(match["number"].split()).translate(_DIGITS)
        year = match["year"].translate(_DIGITS) if match["year"] else None
        kind = "".join(match["kind"].split())
        raw = f"{number}/{year}/{kind}-{body}" if year else f"{number}-{kind}/{body}"
        read = next(self._grammar.find(raw), None)
        if read is None:
            return None
        return FoundSymbol(Span(*match.span()), read.symbol, True, match.end("number"))

    def _with_slip(self, text: str, place: int, end: int) -> FoundSymbol | None:
        """Return the symbol at ``place`` whose year is none (``12/20191QĐ-UBND``), as it is printed."""
        match = self._slip.match(text, place, end)
        body = self._body(match["body"]) if match else None
        if match is None or body is None:
            return None
        kind = "".join(match["kind"].split())
        printed = f"{match['number']}/{match['year']}{match['sign']}{kind}-{match['body']}"
        symbol = Symbol(match["number"], kind, body, match["year"], printed=printed)
        return FoundSymbol(Span(*match.span()), symbol, True, match.end("number"))

    def mended(self, symbol: Symbol) -> Symbol | None:
        """Return ``symbol`` with the body that its code looks like, null where its body is known or like none."""
        if self._grammar.issuer(symbol) is not None or len(symbol.body) < _LEAST_LETTERS:
            return None
        body = self._body(symbol.body)
        if body is None or symbol.kind is None:
            return None
        raw = f"{symbol.number}/{symbol.year}/" if symbol.year else f"{symbol.number}-"
        read = next(self._grammar.find(f"{raw}{symbol.kind}{'-' if symbol.year else '/'}{body}"), None)
        return replace(read.symbol, added_year=symbol.added_year) if read is not None else None

    def with_kind(self, symbol: Symbol, kind: str) -> Symbol | None:
        """Return ``symbol`` with the code of the kind that is named before it, where its own is none and looks so.

        Null where its code is one, or like none or several of that kind's.
        """
        code, body = symbol.kind, symbol.body
        if code is None:  # what is no code was taken for a body's: 318/CIĐ-TTg
            code, _, body = symbol.body.partition("-")
        meant = [other for other in self._codes_of.get(kind, ()) if could_be(code, other)]
        if code in self._codes or len(meant) != 1 or not body:
            return None
        found = replace(symbol, kind=meant[0], body=body)
        return found if self._grammar.issuer(found) is not None else None

    def _body(self, code: str) -> str | None:
        return self._bodies.get(_look(code))


def _look(code: str) -> str:
    """Return a code with the letters that look alike as one."""
    plain = code.upper().replace(".", "").replace("&", "").translate(_LOOKS)
    return plain.replace("VV", "W").replace("VW", "W").replace("WV", "W")


@lru_cache(maxsize=8)
def damaged_symbols(packs: Packs) -> DamagedSymbols:
    """Return the reader of damaged symbols for ``packs``; it is made once."""
    return DamagedSymbols(packs)
