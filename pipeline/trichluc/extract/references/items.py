"""Numbers of documents in a passage: whole symbols, bare numbers after the name of a kind, and lists of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from trichluc.extract.kind_words import LAW, LETTER, ORDER, PROGRAMME, REGULATION
from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Around, Mention
from trichluc.extract.symbols import FoundSymbol, Symbol
from trichluc.records import Form

# words that a slip of the typist glues to a bare number: Nghị định 179thì
_GLUED = r"(?=(?:cũng|thì|của|ngày|về|năm|đã|là|và|với|đến|có)(?!\w))"
_BARE = re.compile(
    r"\s*(?P<number>\d{1,4}(?:[a-zđ](?!\w))?)"
    r"(?:\s?/\s?(?P<year>(?:19|20)\d\d)|\s?[-–]\s?(?P<month>0?[1-9]|1[0-2])/(?P<of>(?:19|20)\d\d))?"  # NQ 25–6/2013
    rf"(?:{_GLUED}|(?![\w%/]|[.,]\d))"
)
# after the number it is counted or measured, and no document: Nghị quyết 5 năm, Chỉ thị 2 lần
_COUNTED = re.compile(
    r"\s*(?:năm|tháng|tuần|quý|ngày(?!\s+\d)|giờ|lần|điểm|điều|khoản|mục|nội\s+dung|nhóm|nhiệm\s+vụ|giải\s+pháp|văn\s+bản"
    r"|đồng\s+chí|tập\s+thể|cá\s+nhân|đơn\s+vị|trường\s+hợp|người|cán\s+bộ|triệu|tỷ|nghìn|bộ|bản|cấp|bên|không)(?!\w)",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*(?:,|;|và|hoặc|&)\s*(?:số\s*:?\s*)?(?=\d)", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:đến|tới|[-–])\s*(?:số\s*:?\s*)?(?=\d)", re.IGNORECASE)
_JOINED = re.compile(
    r"\s*(?:[,;]?\s*(?:và|hoặc|cùng|cùng với|với|(?:rồi|sau đó|tiếp đó|kế đó)(?:\s+(?:là|đến|tới))?)(?!\w)|[,;])?"
    r"\s*(?:các\s+)?(?:số\s*:?)?\s*",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"\s*")
# between the name of a kind and its number: nothing but the sign, or a few words and the sign
_FEW = re.compile(r"\s+(?:[^\W\d_]+\s+){0,12}?(?:số|Số|SỐ)\s*:?\s*")
_AMENDING = re.compile(
    r"\s+(?:sửa\s+đổi|bổ\s+sung)(?:,?\s+(?:và\s+)?bổ\s+sung)?\s+(?:một\s+số\s+điều|các\s+điều|điều\s+\d+)\s+(?:của\s+)?(?:các\s+)?",
    re.IGNORECASE,
)
_LAW_WORDS = re.compile(r"\s+(?:[^\W\d_]+,?\s+){0,24}?(?:số|Số|SỐ)\s*:?\s*")
_YEARS = range(1900, 2101)
# codes that other kinds use too: older symbols write CT for chương trình and TT for tờ trình, joint ones drop LT
_WORD_DECIDES = {("CTr", "CT"), ("TTr", "TT"), ("TTLT", "TT"), ("NQLT", "NQ"), ("CĐ", "CV")}
_DAY = re.compile(r"\s*,?\s*ngày\s+\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d", re.IGNORECASE)
_OF = re.compile(r"\s*,?\s*của\s+", re.IGNORECASE)
# words before a number of a form, which looks like a symbol: Mẫu số 01/PLI, Biểu số 02/BC-TK
_FORM = re.compile(
    r"(?<!\w)(?:mẫu|biểu|biểu\s+mẫu|phụ\s+lục|phụ\s+biểu|bảng|tờ\s+khai|phiếu)\s+(?:số\s*:?\s*)?$", re.IGNORECASE
)
_TWO_DIGITS = 2
_LIKE_DIGITS = frozenset("0123456789OoQlI|")
_DAMAGED_CONFIDENCE = 0.6
_MAX_RANGE = 30
_REACH = 160


def find_items(text: str, start: int, end: int, kinds: Sequence[re.Match[str]], lexicon: Lexicon) -> list[Mention]:
    """Return the numbers of documents in ``text[start:end]``, in order, each with its kind and its symbol.

    Args:
        text: the clean text.
        start: where the passage begins.
        end: where it ends.
        kinds: the names of kinds in the passage, in order.
        lexicon: the rules.
    """
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
            damaged = self._damaged(kind)
            if damaged is not None:
                yield damaged
            else:
                yield from self._bare_list(kind)
        for found in self.lexicon.damaged.find(self.text, self.start, self.end):
            if found.span.start not in self.taken and self._symbol_at(found.span.start) is None:
                self.taken.update(at for at in self.symbol_starts if found.span.start <= at < found.span.end)
                yield _as_damaged(self._whole(found, self._kind_before(found.span.start)), found.symbol)
        before: FoundSymbol | None = None
        for found in self.symbols:
            if found.span.start not in self.taken:
                mention = self._of_symbol(found, before)
                if mention is not None:
                    before = found
                    yield mention
                    yield from self._after_symbol(mention, found)

    def _damaged(self, kind: re.Match[str]) -> Mention | None:
        """Return the mention of a damaged symbol right after the name of a kind, which no sound reading gives."""
        place = _skip(self.text, kind.end())
        sign = self.lexicon.match("sign", self.text, place, self.end)
        place = _skip(self.text, sign.end()) if sign else place
        if place >= self.end or self.text[place] not in _LIKE_DIGITS:
            return None
        sound = self._symbol_at(place)
        if sound is not None and sound.span.start == place and sound.certain:
            return None
        found = self.lexicon.damaged.at(self.text, place, self.end)
        if found is None or (sound is not None and sound.span.start == place and found.span.end <= sound.span.end):
            return None
        self.taken.update(start for start in self.symbol_starts if place <= start < found.span.end)
        self.taken.add(place)
        mention = self._whole(found, kind)
        return _as_damaged(mention, found.symbol)

    def _symbol_at(self, place: int) -> FoundSymbol | None:
        index = bisect_right(self.symbol_starts, place) - 1
        if index >= 0 and place < self.symbols[index].span.end:
            return self.symbols[index]
        return None

    def _of_symbol(self, found: FoundSymbol, before: FoundSymbol | None = None) -> Mention | None:
        """Return the mention of a whole symbol with the name of its kind before it, if any.

        What only may be a symbol counts too where it goes on a list and has the tail of the one ``before`` it.
        """
        kind = self._kind_before(found.span.start)
        signed = self._sign_before(found.span.start)
        if kind is None and _FORM.search(self.text, max(self.start, found.span.start - 24), found.span.start):
            return None
        listed = before is not None and before.symbol.tail == found.symbol.tail
        listed = listed and joined(self.text, before.span.end, found.span.start)  # type: ignore[union-attr]
        if not (found.certain or listed or kind is not None or (signed and found.symbol.whole)):
            return None
        mention = self._whole(found, kind)
        mended = self.lexicon.damaged.mended(found.symbol)
        if mention.kind is not None and mention.own_kind:
            mended = self.lexicon.damaged.with_kind(mended or found.symbol, mention.kind) or mended
        return _as_damaged(mention, mended) if mended is not None else mention

    def _whole(self, found: FoundSymbol, kind: re.Match[str] | None) -> Mention:
        """Return the mention of a symbol after ``kind``."""
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
        law = code in self.lexicon.law_kinds
        if not (_LAW_WORDS if law else _FEW).fullmatch(self.text, kind.end(), place):
            return None
        return self._amending(index) if law else kind

    def _amending(self, index: int) -> re.Match[str]:
        """Return the law that amends the one of ``index``, where that one only tells what is amended, else that one."""
        kind, before = self.kinds[index], self.kinds[index - 1] if index else None
        if before is not None and _AMENDING.fullmatch(self.text, before.end(), kind.start()):
            return before
        return kind

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
        sure = tail is not None or self._may_be_bare(kind, code, bool(sign), numbers)
        if not sure and not self._could_be_bare(kind, code, bool(sign), numbers):
            return
        if tail is not None:
            self.taken.add(tail.span.start)
        for index, number in enumerate(numbers):
            symbol = self.lexicon.symbols.with_tail(number["number"], tail.symbol) if tail else None
            mention = self._bare(number, kind if index == 0 else None, code, symbol)
            mention.tentative = not sure
            yield mention
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
        year = any(_value(n["number"]) in _YEARS and not n["year"] and not signed for n in numbers)
        if year and (code in self.lexicon.law_kinds or not self._document_follows(last.end())):
            return False
        if signed:
            return True
        if numbers[0].start("number") == kind.end() and len(numbers[0]["number"]) < _TWO_DIGITS:
            return False  # CT3 is a grade of steel
        if code not in self.lexicon.bare_kinds:
            return kind[0][0].isupper() and code != PROGRAMME and self._of_body_or_day(last.end())
        if len(numbers) > 1 and self._plural_before(kind.start()):
            return True
        return kind[0][0].isupper() or last["year"] is not None or self._document_follows(last.end())

    def _could_be_bare(
        self, kind: re.Match[str], code: str | None, signed: bool, numbers: Sequence[re.Match[str]]
    ) -> bool:
        """Whether the number may be a document's, if the report cites that document with its symbol elsewhere."""
        if len(numbers) > 1 or _COUNTED.match(self.text, numbers[0].end(), self.end):
            return False
        return signed or (code in self.lexicon.bare_kinds and kind[0][0].isupper())

    def _of_body_or_day(self, place: int) -> bool:
        """Whether a whole date or a named body follows a number: then it is a document's after any kind."""
        day = _DAY.match(self.text, place, self.end)
        of = _OF.match(self.text, place, self.end)
        body = self.lexicon.bodies.at(self.text, of.end(), self.end) if of else None
        return day is not None or (body is not None and not self.lexicon.bodies.is_vague(self.text, body, self.end))

    def _document_follows(self, place: int) -> bool:
        """Whether a date or a body follows a number, so that a small letter before it does no harm."""
        follows = re.compile(r"\s*,?\s*(?:ngày\s+\d|của\s+\w)", re.IGNORECASE).match(self.text, place, self.end)
        return follows is not None

    def _bare(
        self, number: re.Match[str], kind: re.Match[str] | None, code: str | None, symbol: Symbol | None
    ) -> Mention:
        end = number.end("year") if number["year"] else number.end("of") if number["of"] else number.end("number")
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
        if number["of"]:
            mention.around.date = f"{number['of']}-{int(number['month']):02}"
        return mention


def _as_damaged(mention: Mention, symbol: Symbol) -> Mention:
    mention.symbol, mention.number = symbol, symbol.number
    mention.rule, mention.confidence = "symbol-damaged", _DAMAGED_CONFIDENCE
    mention.flags.append("damaged")
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
