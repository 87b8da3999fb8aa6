"""The symbols of documents (số, ký hiệu): how they are built, and one spelling for each.

Party bodies write ``NN-KIND/BODY`` (05-CT/TW), the State ``NN/KIND-BODY`` or ``NN/YYYY/KIND-BODY`` (30/2020/NĐ-CP),
official letters of the State ``NN/BODY-UNIT`` (5512/BGDĐT-GDTrH), the Assembly ``NN/YYYY/QH15``. Reports break them by
blanks and dashes, swap hyphen and slash, lose a separator, the mark on Đ, or the number. This module reads all that;
which words stand around a symbol is not its business.

The patterns follow Nghị định 30/2020/NĐ-CP, Quy định 66-QĐ/TW and Hướng dẫn 36-HD/VPTW on the form of documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from trichluc.extract.issuer_codes import IssuerCode, issuer_codes
from trichluc.extract.kind_words import kind_words
from trichluc.packs import Packs
from trichluc.span import Span
from trichluc.text.characters import fold_dashes

_UPPER = "A-ZĐƯƠÔÂÊĂ"
# words that a slip of the typist glues to the end of a symbol: 47-QĐ/TWngày
_GLUED = "ngày|của|năm|về|khóa|khoá"
_END = rf"(?=\W|$|{_GLUED})"
# it begins with what is searched for quickly, and then looks back
_NUMBER = re.compile(rf"\d(?<![\d./,].)(?:\d?\.\d{{3}}|\d{{0,4}})[a-zđ]?(?=\s?[-/]|\s?[{_UPPER}])")
_SEPARATOR = re.compile(r"\s?(?:/\s?-?|-\s?/?)\s?")
_YEAR = re.compile(rf"(?:19|20)\d\d(?!\d)|\d\d(?=\s?/\s?[{_UPPER}])")
_INTERNAL = re.compile(r"/nb\b")
_ASSEMBLY = re.compile(r"(?P<house>QH|UBTVQH)(?:(?:20)?(?P<term>\d{1,2}))?\Z")
_MAX_PARTS = 7


# a document is asked for sentence by sentence: folding all of it each time would take the square of its length
@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    # the slash of fractions and of division, as OCR gives it
    return fold_dashes(text).replace("\u2044", "/").replace("\u2215", "/")


_FIRST_LEGAL_TWO_DIGITS = 10
# years that lie wholly in one term of the National Assembly; in the years between, an election fell
_ASSEMBLIES = {
    11: range(2003, 2007),
    12: range(2008, 2011),
    13: range(2012, 2016),
    14: range(2017, 2021),
    15: range(2022, 2026),
}


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart.

    Attributes:
        number: as printed, empty where it was left blank.
        kind: code of the kind (``CT``), null where the symbol shows none (official letters, laws).
        body: code of the body with its units (``TWĐTN-CTĐ``, ``QH15``); empty where the tail was cut off.
        year: the year inside a legal symbol.
        party: hyphen before the slash.
        suffix: what follows the body, with its slash (``/nb``: internal).
        added_year: a year printed after the tail, which is no part of the symbol.
        printed: all of it as printed, where a slip of the pen keeps it from being normalised.
    """

    number: str
    kind: str | None
    body: str
    year: str | None = None
    party: bool = False
    suffix: str = ""
    added_year: str | None = None
    printed: str | None = None

    @property
    def text(self) -> str:
        """The symbol without blanks, in the pattern of its body, the number as printed."""
        return self._compose(self.number)

    @property
    def canonical(self) -> str:
        """The symbol that is the document's key: a Party number or a legal number below 10 has two digits."""
        number = self.number.lstrip("0") if self.number.isdigit() and len(self.number) > 2 else self.number
        if number.isdigit() and int(number) < _FIRST_LEGAL_TWO_DIGITS and (self.party or self.year):
            number = f"{int(number):02}"
        return self._compose(number)

    @property
    def whole(self) -> bool:
        """Whether the body is there."""
        return bool(self.body)

    @property
    def tail(self) -> str:
        """The symbol without its number, which a list may share."""
        return self._compose("")

    def _compose(self, number: str) -> str:
        if self.printed is not None:
            return self.printed
        if self.party:
            return f"{number}-{self.kind}/{self.body}{self.suffix}" if self.body else f"{number}-{self.kind}"
        year = f"/{self.year}" if self.year else ""
        parts = "-".join(part for part in (self.kind, self.body) if part)
        return f"{number}{year}/{parts}{self.suffix}"


@dataclass(frozen=True, slots=True)
class FoundSymbol:
    """A symbol in a text.

    Attributes:
        span: from its number (or its first separator, where the number is missing) to its last letter.
        symbol: what it is.
        certain: it is a symbol wherever it stands; otherwise only after the name of a kind or ``số``.
        number_end: offset after its number.
    """

    span: Span
    symbol: Symbol
    certain: bool
    number_end: int


@dataclass(frozen=True, slots=True)
class _Part:
    separator: str
    code: str


class SymbolGrammar:
    """Finds and normalises symbols; made once for a set of packs."""

    def __init__(self, packs: Packs) -> None:
        words = kind_words(packs)
        self._kinds = {code.upper(): code for code in reversed(words.symbol_codes)}
        self._kinds = {code.upper().replace("Đ", "D"): code for code in words.symbol_codes if "Đ" in code} | self._kinds
        self._kinds |= {"CTR": "CTr", "QYĐ": "QĐ", "QYD": "QĐ"}
        self._codes: dict[str, IssuerCode] = {}
        for row in reversed(issuer_codes(packs)):
            for spelling in (row.code, *row.aliases):
                self._codes[_plain(spelling)] = row
        self._heads = {code.partition("-")[0] for code in self._codes}
        unmarked: dict[str, set[str]] = {}
        for code in self._codes:
            unmarked.setdefault(code.replace("Đ", "D"), set()).add(code)
        self._unmarked = {bare: codes.pop() for bare, codes in unmarked.items() if len(codes) == 1}
        party = packs.words("issuers.toml")["party_codes"]
        self._party = re.compile("(?:" + "|".join(party) + r")\Z")
        odd = sorted({c for c in words.symbol_codes if not c.isupper()} | {"Ctr", "Ttr", "QDi"}, key=len, reverse=True)
        kinds = sorted({*words.symbol_codes, "QD", "ND"}, key=len, reverse=True)
        self._code = re.compile(
            rf"(?:(?:{'|'.join(odd)})|[{_UPPER}](?:[{_UPPER}]|\d|&|\.(?=[{_UPPER}])|[a-zđ](?=[{_UPPER}]|\W|$|{_GLUED}))*)"
            rf"{_END}"
        )
        joined = "|".join(map(re.escape, kinds))
        # 37QĐ/TW, 100 CT/TW, 232 QĐ TW: kind glued to the number or after a blank, the body after it
        self._bare_kind = re.compile(rf"\s?(?P<kind>{joined})(?=\s?[-/]\s?[{_UPPER}]|\s(?:TW|TU|TTg|UBND|CP|ĐU|HU)\b)")
        self._blank_body = re.compile(r"\s(?P<body>TW|TU|TTg|TTG|UBND|CP|ĐU|HU|HĐND)\b")
        # 06-ct/tw: a text in small letters only; -snn after a kind in capitals
        lower = "|".join(re.escape(kind.lower()) for kind in kinds if len(kind) > 1)
        self._lower = re.compile(
            rf"(?P<number>\d(?<![\w./,].)\d{{0,4}})(?:\s?/\s?(?P<year>(?:19|20)\d\d))?\s?(?P<one>[-/])\s?(?P<kind>{lower})\s?(?P<two>[-/])\s?(?P<body>[a-zđư]{{2,9}}){_END}"
        )
        self._small_body = re.compile(rf"[a-zđ]{{2,8}}{_END}")
        self._no_number = re.compile(rf"[-/](?<![\d{_UPPER}/-].)\s?(?:{joined})(?=\s?[-/]\s?[{_UPPER}])")

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[FoundSymbol]:
        """Yield the symbols in ``text[start:end]`` in order, with spans into ``text``.

        What only may be a symbol (``12/A``, ``5 QĐ UBND``) is not ``certain``: the caller looks at the words before.
        """
        folded = _folded(text)
        end = len(folded) if end is None else end
        place = start
        for begin, kind in sorted(self._candidates(folded, start, end)):
            if begin >= place:
                found = (
                    self._read_lower(folded, begin, end) if kind == "lower" else self._read(folded, begin, end, kind)
                )
                if found is not None:
                    place = found.span.end
                    yield found

    def normalise(self, raw: str) -> str | None:
        """Return the canonical spelling of the first symbol in ``raw``, or null where there is none.

        >>> from trichluc.packs import load_packs
        >>> symbol_grammar(load_packs()).normalise("48/CT-T.Ư")
        '48-CT/TW'
        """
        for found in self.find(raw):
            return found.symbol.canonical
        return None

    def of_central(self, symbol: Symbol) -> Symbol:
        """Return ``symbol`` with the tail ``TU`` read as ``TW``: a central body issued it."""
        return replace(symbol, body="TW" + symbol.body[2:]) if symbol.body.partition("-")[0] == "TU" else symbol

    def with_tail(self, number: str, other: Symbol) -> Symbol:
        """Return the symbol of ``number`` in a list that shares the tail of ``other``."""
        return replace(other, number=number)

    def issuer(self, symbol: Symbol) -> IssuerCode | None:
        """Return the row of the body that ``symbol`` names, or null where the table lacks it."""
        return self._codes.get(_plain(symbol.body)) or self._codes.get(_plain(symbol.body).partition("-")[0])

    def _candidates(self, folded: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        for match in _NUMBER.finditer(folded, start, end):
            if self._may_begin(folded, match.start(), start):
                yield match.start(), "number"
        if folded.find("/", start, end) < 0 and folded.find("-", start, end) < 0:
            return  # both of the others have one
        for match in self._lower.finditer(folded, start, end):
            yield match.start(), "lower"
        for match in self._no_number.finditer(folded, start, end):
            yield match.start(), "blank"

    def _may_begin(self, folded: str, at: int, start: int) -> bool:
        """Whether a symbol's number may begin at ``at``: what is glued before it is ``số`` or a kind (``HD38``)."""
        before = folded[at - 1] if at > start else " "
        if before == "-" and at - 1 > start and not folded[at - 2].isspace():
            run = _word_before(folded, at - 1, start)
            return run.upper() in self._kinds
        if before.isalpha():
            run = _word_before(folded, at, start)
            return run.upper() in self._kinds or run.lower() in ("số", "so")
        return True

    def _read(self, folded: str, begin: int, end: int, how: str) -> FoundSymbol | None:
        number = "" if how == "blank" else _NUMBER.match(folded, begin, end)[0]  # type: ignore[index]
        number_end = place = begin + len(number)
        parts: list[_Part] = []
        lax = False
        while len(parts) < _MAX_PARTS:
            step = self._step(folded, place, end, parts)
            if step is None:
                break
            part, place, blank = step
            parts.append(part)
            lax = lax or blank
        symbol = self._analyse(number, parts)
        if symbol is None:
            return None
        internal = _INTERNAL.match(folded, place, end)
        if internal and symbol.party:
            symbol, place = replace(symbol, suffix="/nb"), internal.end()
        certain = not lax and how != "blank" and self._is_certain(symbol)
        return FoundSymbol(Span(begin, place), symbol, certain, number_end)

    def _step(self, folded: str, place: int, end: int, parts: list[_Part]) -> tuple[_Part, int, bool] | None:
        """Read one separator and what follows it; also tell whether a blank stood for the separator."""
        codes = [part.code for part in parts if not part.code.isdigit()]
        separator = _SEPARATOR.match(folded, place, end)
        if separator:
            if len(codes) >= 2 and any(map(str.isspace, separator[0])):
                return None
            sign = "/" if "/" in separator[0] else "-"
            part = _YEAR.match(folded, separator.end(), end) or self._code.match(folded, separator.end(), end)
            if part is None and len(codes) == 1 and codes[0].upper() in self._kinds and not separator[0].strip("-/"):
                part = self._small_body.match(folded, separator.end(), end)
            return (_Part(sign, part[0]), part.end(), False) if part else None
        if not codes:
            kind = self._bare_kind.match(folded, place, end)
            if kind:
                return _Part("", kind["kind"]), kind.end(), folded[place].isspace()
        elif len(codes) == 1 and codes[0].upper() in self._kinds:
            body = self._blank_body.match(folded, place, end)
            if body:
                return _Part(" ", body["body"]), body.end(), True
        return None

    def _read_lower(self, folded: str, begin: int, end: int) -> FoundSymbol | None:
        match = self._lower.match(folded, begin, end)
        if match is None:
            return None
        parts = [_Part("/", match["year"])] if match["year"] else []
        parts += [_Part(match["one"], match["kind"].upper()), _Part(match["two"], match["body"].upper())]
        symbol = self._analyse(match["number"], parts)
        return FoundSymbol(Span(*match.span()), symbol, False, match.end("number")) if symbol is not None else None

    def _analyse(self, number: str, parts: list[_Part]) -> Symbol | None:
        """Say which part is year, kind and body; null where there is no code at all."""
        year = added = None
        codes = list(parts)
        if codes and codes[0].code.isdigit():
            year = _four_digits(codes.pop(0).code)
        if codes and codes[-1].code.isdigit():
            added = codes.pop().code
        codes = [part for part in codes if not part.code.isdigit()]
        if not codes:
            return None
        kind, codes = self._kind(codes, year)
        codes = [_Part(part.separator, self._canonical_code(part.code, year)) for part in codes]
        body = "".join((part.separator.strip() or "-") * (index > 0) + part.code for index, part in enumerate(codes))
        printed = codes[0].separator if codes else ""
        symbol = Symbol(number, kind, body, year, added_year=added)
        if kind is None:
            if codes[0].separator == "-" and len(codes) == 2 and codes[1].separator == "/":
                return replace(symbol, kind=codes[0].code, body=codes[1].code, party=True)
            return symbol
        return replace(symbol, party=self._is_party(symbol, codes, printed, [part.separator for part in parts]))

    def _kind(self, codes: list[_Part], year: str | None) -> tuple[str | None, list[_Part]]:
        """Return the kind and the codes that are left; ``TBMTTQ`` is parted, ``TTg-QĐ`` turned about."""
        first = codes[0].code
        known = self._kinds.get(first.upper())
        if known is not None and not _ASSEMBLY.match(first):
            return known, codes[1:]
        if len(codes) == 2 and first.upper() == "TTG" and codes[1].code.upper() in self._kinds:
            return self._kinds[codes[1].code.upper()], codes[:1]
        if year is None and _plain(first) not in self._codes:
            for cut in range(4, 1, -1):
                head, rest = first[:cut].upper(), first[cut:]
                if head in self._kinds and _plain(rest) in self._heads and len(rest) > 1:
                    return self._kinds[head], [_Part("-", rest), *codes[1:]]
        return None, codes

    def _canonical_code(self, code: str, year: str | None) -> str:
        plain = _plain(code)
        assembly = _ASSEMBLY.match(plain)
        if assembly:
            return assembly["house"] + (assembly["term"] or _term_of(year))
        if plain in self._codes:
            row = self._codes[plain]
            return row.code if plain in (_plain(row.code), *map(_plain, row.aliases)) else code
        if re.fullmatch(r"UBN?TVQH\d*", plain):
            return "UBTVQH" + plain.rpartition("H")[2]
        if plain in self._unmarked:
            return self._codes[self._unmarked[plain]].code
        tidy = code.replace(".", "").replace("&", "")
        if tidy.endswith("TƯ"):
            tidy = tidy[:-1] + "W"
        return tidy.upper() if tidy.islower() else tidy

    def _is_party(self, symbol: Symbol, codes: list[_Part], printed: str, signs: list[str]) -> bool:
        """Whether the hyphen comes first: by the body where it is known, else as printed."""
        if symbol.year is not None:
            return False
        if not codes:
            return signs[0] != "/"
        row = self.issuer(symbol)
        head = codes[0].code
        if row is not None and row.pattern != "either":
            return row.pattern == "party"
        if self._party.match(_plain(head)):
            return True
        if signs[0] == "/" and printed == "/":
            return row is not None
        return signs[0] != "/" and printed == "/"

    def _is_certain(self, symbol: Symbol) -> bool:
        if not symbol.whole:
            return False
        if symbol.kind is not None and symbol.kind.upper() in self._kinds:
            return True
        return self.issuer(symbol) is not None and (symbol.year is not None or "-" in symbol.body)


def _plain(code: str) -> str:
    """Return a code in capitals without points and ampersands, ``TƯ`` at its end as ``TW``, for looking it up."""
    plain = code.upper().replace(".", "").replace("&", "")
    return plain[:-1] + "W" if plain.endswith("TƯ") else plain


def _four_digits(year: str) -> str:
    if len(year) == 4:
        return year
    return ("19" if int(year) > 45 else "20") + year


def _term_of(year: str | None) -> str:
    """Return the number of the Assembly that sat in ``year``; empty where an election fell in it."""
    for term, years in _ASSEMBLIES.items():
        if year is not None and int(year) in years:
            return str(term)
    return ""


def _word_before(text: str, end: int, start: int) -> str:
    begin = end
    while begin > start and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:end]


@lru_cache(maxsize=8)
def symbol_grammar(packs: Packs) -> SymbolGrammar:
    """Return the grammar of symbols for ``packs``; it is made once."""
    return SymbolGrammar(packs)
