"""Numbers of documents in a passage: whole symbols, bare numbers after the name of a kind, and lists of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from trichluc.extract.kind_words import LAW, LETTER, ORDER, REGULATION
from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Around, Mention
from trichluc.extract.symbols import FoundSymbol, Symbol
from trichluc.records import Form

_BARE = re.compile(r"\s*(?P<number>\d{1,4}[a-zđ]?)(?:\s?/\s?(?P<year>(?:19|20)\d\d))?(?![\w%/]|[.,]\d)")
_MORE = re.compile(r"\s*(?:,|;|và|hoặc|&)\s*(?:số\s*:?\s*)?(?=\d)", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:đến|tới|[-–])\s*(?:số\s*:?\s*)?(?=\d)", re.IGNORECASE)
_JOINED = re.compile(
    r"\s*(?:[,;]?\s*(?:và|hoặc|cùng|cùng với|với)(?!\w)|[,;])?\s*(?:các\s+)?(?:số\s*:?)?\s*", re.IGNORECASE
)
_BLANKS = re.compile(r"\s*")
# between the name of a kind and its number: nothing but the sign, or a few words and the sign
_FEW = re.compile(r"\s+(?:[^\W\d_]+\s+){0,12}?(?:số|Số|SỐ)\s*:?\s*")
_LAW_WORDS = re.compile(r"\s+(?:[^\W\d_]+,?\s+){0,24}?(?:số|Số|SỐ)\s*:?\s*")
_YEARS = range(1900, 2101)
# codes that other kinds use too: older symbols write CT for chương trình and TT for tờ trình, joint ones drop LT
_WORD_DECIDES = {("CTr", "CT"), ("TTr", "TT"), ("TTLT", "TT"), ("NQLT", "NQ"), ("CĐ", "CV")}
_MAX_RANGE = 30
_REACH = 160


def find_items(text: str, start: int, end: int, lexicon: Lexicon) -> list[Mention]:
    """Return the numbers of documents in ``text[start:end]``, in order, each with its kind and its symbol."""
    kinds = list(lexicon.kinds.pattern.finditer(text, start, end))
    symbols = list(lexicon.symbols.find(text, start, end))
    if not kinds and not symbols:
        return []
    reader = _Reader(text, start, end, lexicon, kinds, symbols)
    return sorted(reader.read(), key=lambda mention: (mention.place, mention.number_end))


class _Reader:
    """Reads the items of one passage."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        lexicon: Lexicon,
        kinds: Sequence[re.Match[str]],
        symbols: Sequence[FoundSymbol],
    ) -> None:
        self.text, self.start, self.end, self.lexicon = text, start, end, lexicon
        self.kinds, self.symbols = kinds, symbols
        self.kind_ends = [match.end() for match in kinds]
        self.symbol_starts = [found.span.start for found in symbols]
        self.taken: set[int] = set()

    def read(self) -> Iterator[Mention]:
        """Yield the items."""
        for kind in self.kinds:
            yield from self._bare_list(kind)
        for found in self.symbols:
            if found.span.start not in self.taken:
                mention = self._of_symbol(found)
                if mention is not None:
                    yield mention
                    yield from self._after_symbol(mention, found)

    def _symbol_at(self, place: int) -> FoundSymbol | None:
        index = bisect_right(self.symbol_starts, place) - 1
        if index >= 0 and place < self.symbols[index].span.end:
            return self.symbols[index]
        return None

    def _of_symbol(self, found: FoundSymbol) -> Mention | None:
        """Return the mention of a whole symbol with the name of its kind before it, if any."""
        kind = self._kind_before(found.span.start)
        signed = self._sign_before(found.span.start)
        if not found.certain and kind is None and not (signed and found.symbol.whole):
            return None
        word = self.lexicon.kinds.of_word(kind[0]) if kind else None
        symbol = found.symbol
        mention = Mention(
            start=kind.start() if kind else found.span.start,
            place=found.span.start,
            number_end=found.span.end,
            form=Form.NUMBERED if symbol.whole else Form.SHORT,
            kind=word,
            own_kind=kind is not None,
            number=symbol.number,
            symbol=symbol,
            rule="symbol" if symbol.whole else "symbol-cut",
            confidence=0.98 if kind and found.certain else 0.9,
        )
        if (
            word == "ĐA" and symbol.kind is None and symbol.body == "CP"
        ):  # Đề án 06/CP: the decision's number, half said
            mention.form, mention.symbol, mention.rule = Form.SHORT, None, "bare-number"
        if not symbol.number:
            mention.flags.append("number_missing")
            mention.confidence = 0.7
        mention.around = Around(head_end=found.span.end, end=found.span.end)
        return mention

    def _kind_before(self, place: int) -> re.Match[str] | None:
        """Return the name of the kind that belongs to the number at ``place``, or null."""
        index = bisect_right(self.kind_ends, place) - 1
        if index < 0 or place - self.kind_ends[index] > _REACH:
            return None
        kind = self.kinds[index]
        between = kind.end()
        blank = _BLANKS.match(self.text, between, place)
        between = blank.end() if blank else between
        if between == place:
            return kind
        sign = self.lexicon.match("sign", self.text, between, place)
        if sign and not self.text[sign.end() : place].strip(" .…_:-"):
            return kind
        code = self.lexicon.kinds.of_word(kind[0])
        words = _LAW_WORDS if code in self.lexicon.law_kinds else _FEW
        return kind if words.fullmatch(self.text, kind.end(), place) else None

    def _sign_before(self, place: int) -> bool:
        return bool(re.search(r"(?<!\w)số\s*:?\s*$", self.text[max(self.start, place - 8) : place], re.IGNORECASE))

    def _bare_list(self, kind: re.Match[str]) -> Iterator[Mention]:
        """Yield the bare numbers after the name of a kind; a symbol that ends their list gives them its tail."""
        sign = self.lexicon.match("sign", self.text, _skip(self.text, kind.end()), self.end)
        at = sign.end() if sign else kind.end()
        first = _BARE.match(self.text, at, self.end)
        if first is None or self._symbol_at(first.start("number")) is not None:
            return
        code = self.lexicon.kinds.of_word(kind[0])
        numbers = self._numbers(first)
        tail = self._symbol_after(numbers[-1].end())
        if tail is None and not self._may_be_bare(kind, code, bool(sign), numbers):
            return
        if tail is not None:
            self.taken.add(tail.span.start)
        for index, number in enumerate(numbers):
            symbol = self.lexicon.symbols.with_tail(number["number"], tail.symbol) if tail else None
            yield self._bare(number, kind if index == 0 else None, code, symbol)
        if tail is not None:
            yield from self._tail(numbers[-1], tail, code)

    def _numbers(self, first: re.Match[str]) -> list[re.Match[str]]:
        """Return the bare numbers of the list that ``first`` begins."""
        numbers = [first]
        while True:
            last = numbers[-1].end()
            more = _MORE.match(self.text, last, self.end)
            following = _BARE.match(self.text, more.end(), self.end) if more else None
            if following is None or self._symbol_at(following.start("number")):
                return numbers
            if not self.lexicon.match("after-number", self.text, following.end(), self.end):
                return numbers
            numbers.append(following)

    def _symbol_after(self, place: int) -> FoundSymbol | None:
        """Return the whole symbol that ends a list of bare numbers, or a range of them."""
        joint = _MORE.match(self.text, place, self.end) or _RANGE.match(self.text, place, self.end)
        found = self._symbol_at(joint.end()) if joint else None
        return found if found is not None and found.span.start == joint.end() and found.symbol.whole else None  # type: ignore[union-attr]

    def _tail(self, before: re.Match[str], tail: FoundSymbol, code: str | None) -> Iterator[Mention]:
        """Yield the symbol that ends a list, and the numbers between where the list is a range."""
        if _MORE.match(self.text, before.end(), self.end) is None:
            first, last = _value(before["number"]), _value(tail.symbol.number)
            for number in range(first + 1, last) if 0 < last - first <= _MAX_RANGE else ():
                symbol = self.lexicon.symbols.with_tail(str(number), tail.symbol)
                mention = self._bare(before, None, code, symbol)
                mention.number, mention.flags = str(number), ["range"]
                mention.number_end = mention.around.head_end = mention.around.end = tail.span.end
                yield mention
        mention = self._of_symbol(tail) or self._bare(before, None, code, tail.symbol)
        mention.start, mention.kind, mention.own_kind, mention.listed = tail.span.start, code, False, True
        mention.place, mention.number_end = tail.span.start, tail.span.end
        mention.around = Around(head_end=tail.span.end, end=tail.span.end)
        yield mention
        yield from self._after_symbol(mention, tail)

    def _after_symbol(self, mention: Mention, found: FoundSymbol) -> Iterator[Mention]:
        """Yield the bare numbers that go on after a symbol and share its tail (``318/QĐ-TTg, 319, 320``)."""
        more = _MORE.match(self.text, found.span.end, self.end)
        following = _BARE.match(self.text, more.end(), self.end) if more else None
        if following is None or self._symbol_at(following.start("number")):
            return
        numbers = self._numbers(following)
        plausible = [n for n in numbers if self.lexicon.match("after-number", self.text, n.end(), self.end)]
        if len(plausible) != len(numbers) or (len(numbers) < 2 and not self._plural_before(mention.start)):
            return
        for number in numbers:
            yield self._bare(number, None, mention.kind, self.lexicon.symbols.with_tail(number["number"], found.symbol))

    def _plural_before(self, place: int) -> bool:
        return self.lexicon.before("plural", self.text, self.start, place)

    def _may_be_bare(
        self, kind: re.Match[str], code: str | None, signed: bool, numbers: Sequence[re.Match[str]]
    ) -> bool:
        """Whether bare numbers after a kind are documents' numbers, and not a count (``Kế hoạch 5 năm``)."""
        last = numbers[-1]
        if not self.lexicon.match("after-number", self.text, last.end(), self.end):
            return False
        if any(_value(n["number"]) in _YEARS and not n["year"] and not signed for n in numbers):
            return False
        if signed:
            return True
        if code not in self.lexicon.bare_kinds:
            return False
        if len(numbers) > 1 and self._plural_before(kind.start()):
            return True
        return kind[0][0].isupper() or last["year"] is not None or self._document_follows(last.end())

    def _document_follows(self, place: int) -> bool:
        """Whether a date or a body follows a number, so that a small letter before it does no harm."""
        follows = re.compile(r"\s*,?\s*(?:ngày\s+\d|của\s+\w)", re.IGNORECASE).match(self.text, place, self.end)
        return follows is not None

    def _bare(
        self, number: re.Match[str], kind: re.Match[str] | None, code: str | None, symbol: Symbol | None
    ) -> Mention:
        end = number.end("year") if number["year"] else number.end("number")
        mention = Mention(
            start=kind.start() if kind else number.start("number"),
            place=number.start("number"),
            number_end=end,
            form=Form.NUMBERED if symbol else Form.SHORT,
            kind=code,
            own_kind=kind is not None,
            listed=kind is None,
            number=number["number"],
            symbol=symbol,
            year=number["year"],
            flags=[f"year:{number['year']}"] if number["year"] else [],
            rule="list-tail" if symbol else "bare-number",
            confidence=0.93 if symbol else 0.88,
        )
        mention.around = Around(head_end=end, end=end)
        return mention


def kind_of(mention: Mention, lexicon: Lexicon) -> str | None:
    """Return the kind of a mention: the code of its symbol decides, but for quy định with the code QĐ.

    A letter's symbol shows no kind. ``1234/CT-TTHT`` after ``Công văn`` is a letter of a body with the code CT.
    """
    word, symbol = mention.kind, mention.symbol
    if symbol is None:
        return word
    code = lexicon.kinds.of_code(symbol.kind, party=symbol.party) if symbol.kind else None
    if code is None:
        return word or (None if symbol.year or symbol.kind else LETTER)
    if word is None or word == code:
        return code
    if word == REGULATION and symbol.kind in ("QĐ", "QyĐ", "QĐi"):
        return REGULATION
    if {word, code} <= {LAW, ORDER} or (word, symbol.kind) in _WORD_DECIDES:
        return word
    if word == LETTER and not symbol.party and lexicon.symbols.issuer(symbol) is None:
        return LETTER
    mention.flags.append("kind_differs")
    return code


def joined(text: str, end: int, start: int) -> bool:
    """Whether only marks and conjunctions of a list stand between two mentions."""
    return start >= end and _JOINED.fullmatch(text, end, start) is not None


def _value(number: str) -> int:
    return int("".join(filter(str.isdigit, number)) or 0)


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \t\xa0":
        place += 1
    return place
