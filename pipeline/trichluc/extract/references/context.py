"""What is stated round a document's number: date, body, term, subject, and a short name that the text gives it."""

from __future__ import annotations

import re

from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Around, Mention
from trichluc.extract.references.titles import read_title
from trichluc.span import Span
from trichluc.text.dates import EARLIEST_YEAR, LATEST_YEAR, find_dates

_COMMA = re.compile(r"\s*[,;]?\s*")
_DATE_HEAD = re.compile(r"(?:(?:ban\s+hành|ký|đề|ra)\s+)?(?:ng[àa]y?|(?=tháng))\s*", re.IGNORECASE)
_DATE_AT = re.compile(r"(?=\d{1,2}\s?[/.–-])|(?=tháng\s)", re.IGNORECASE)
_PLENUM = re.compile(
    r"(?:của\s+)?(?P<name>hội\s+nghị\s+trung\s+ương\s+\d{1,2}(?!\w)(?:\s+kh[óo][áa]\s+[IVXL]+(?!\w))?)", re.IGNORECASE
)
_TOGETHER = re.compile(r"cùng\s+(?=ngày\s+\d)", re.IGNORECASE)  # the date holds for those before, too
_SAME_DAY = re.compile(r"(?:ban\s+hành\s+)?(?:cùng\s+ngày(?!\s+\d)|ngày\s+(?:nói|nêu)\s+trên)(?!\w)", re.IGNORECASE)
_BLANK_DATE = re.compile(  # ngày ... tháng ... năm 2020: as far as it is filled in
    r"ngày\s*[.…_]*\s*tháng\s*(?:[.…_]*|(?P<month>0?[1-9]|1[0-2]))\s*năm\s+(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_EMPTY_DATE = re.compile(  # ngày …/…/20…, ngày ... tháng ... năm ...: nothing is filled in
    r"ngày\s*[.…_]+\s*(?:/\s*[.…_]+\s*/\s*(?:20)?[.…_]*|tháng\s*[.…_]+\s*năm\s*(?:20)?[.…_]*)(?!\d)", re.IGNORECASE
)
_YEAR = re.compile(r"năm\s+(?P<year>(?:19|20)\d\d)(?!\s*[-–]\s*\d|\d)", re.IGNORECASE)
_BRACKETED_YEAR = re.compile(r"\(\s*(?:năm\s+)?(?P<year>(?:19|20)\d\d)\s*\)", re.IGNORECASE)
_OF = re.compile(r"c[ủu]a\s*(?:đồng\s+chí\s+)?", re.IGNORECASE)
_BY = re.compile(r"do\s+", re.IGNORECASE)
_SHORT_NAME = re.compile(r"\s+[A-ZĐƯ][A-ZĐƯ&]{1,9}")
_OPEN = re.compile(r"\(\s*")
_CLOSE = re.compile(r"\s*\)")
_AND = re.compile(r"\s*(?:,|và|&)\s+")
_MAX_STEPS = 9
_DATE_REACH = 48
_BRACKET_REACH = 160


def introduced_name(text: str, at: int, stop: int, words: Lexicon) -> Span | None:
    """Return the short name that a bracket at ``at`` gives the document just named, null where it gives none.

    ``(sau đây gọi tắt là Luật PCTN)``, ``(Pháp lệnh DCCS)``.
    """
    while at < stop and text[at].isspace():
        at += 1
    opened = _OPEN.match(text, at, stop)
    if opened is None:
        return None
    close = text.find(")", opened.end(), min(stop, at + _BRACKET_REACH))
    alias = words.match("alias", text, at, stop)
    if alias and alias.end() > at + 1:
        return Span(alias.end(), close if close >= 0 else min(stop, alias.end() + 60))
    kind = words.kinds.pattern.match(text, opened.end(), stop)
    if kind and close >= 0 and _SHORT_NAME.fullmatch(text, kind.end(), close):
        return Span(opened.end(), close)
    return None


class ContextReader:
    """Reads what follows the numbers of one passage."""

    def __init__(self, text: str, start: int, end: int, lexicon: Lexicon) -> None:
        self.text, self.start, self.end, self.lexicon = text, start, end, lexicon
        self.last_date: str | None = None  # of the mention before, which "cùng ngày" goes back to

    def read(self, mention: Mention, stop: int) -> None:
        """Fill ``mention.around`` with what stands after its number, up to ``stop`` at the latest."""
        around = mention.around
        place = around.end
        self._between(mention)
        for _ in range(_MAX_STEPS):
            step = self._step(around, place, stop, mention)
            if step is None:
                break
            place = step
        around.end = max(around.end, place)
        self.last_date = around.date or self.last_date

    def _between(self, mention: Mention) -> None:
        """Read a body or a subject that stands between the name of the kind and the number."""
        if not mention.own_kind or mention.form is not mention.form.NUMBERED:
            return
        words = self.text[mention.start : mention.place]
        of = re.search(r"(?<!\w)của\s+", words)
        if mention.kind in self.lexicon.law_kinds:
            kind = self.lexicon.kinds.pattern.match(self.text, mention.start, mention.place)
            subject = re.sub(r"\s*(?:số\s*:?)?\s*$", "", self.text[kind.end() : mention.place]) if kind else ""
            mention.around.title = subject.strip(" ,") or None
        elif of:
            body = self.lexicon.bodies.at(self.text, mention.start + of.end(), mention.place)
            mention.around.issuer = body.of(self.text) if body else None

    def _step(self, around: Around, place: int, stop: int, mention: Mention) -> int | None:
        comma = _COMMA.match(self.text, place, stop)
        at = comma.end() if comma else place
        if comma and ";" in comma[0]:
            return None
        for read in (self._bracket, self._date, self._year, self._term, self._issuer, self._issued_by):
            step = read(around, at, stop, mention)
            if step is not None:
                return step
        return self._title(around, place, stop, mention) if around.title is None else None

    def _head(self, around: Around, end: int) -> int:
        around.head_end = max(around.head_end, end)
        return end

    def _date(self, around: Around, at: int, stop: int, mention: Mention) -> int | None:
        if around.date is not None:
            return None
        together = _TOGETHER.match(self.text, at, stop)
        if together is not None:
            around.together, at = True, together.end()
        same = _SAME_DAY.match(self.text, at, stop) if self.last_date else None
        if same:
            around.date = self.last_date
            return self._head(around, same.end())
        blank = _BLANK_DATE.match(self.text, at, stop)
        if blank:
            around.date = blank["year"] + (f"-{int(blank['month']):02}" if blank["month"] else "")
            return self._head(around, blank.end())
        empty = _EMPTY_DATE.match(self.text, at, stop)
        if empty:
            return self._head(around, empty.end())
        head = _DATE_HEAD.match(self.text, at, stop)
        if head is None and not _DATE_AT.match(self.text, at, stop):
            return None
        found = self._date_at(head.end() if head else at, stop)
        if found is None:
            return None
        around.date = found[0]
        return self._head(around, found[1])

    def _date_at(self, place: int, stop: int) -> tuple[str, int] | None:
        """Return the date whose numbers begin at ``place``, with the offset after it."""
        begin = place
        head = re.compile(r"ngày\s*$", re.IGNORECASE).search(self.text, max(self.start, place - 8), place)
        if head:
            begin = head.start()
        for date in find_dates(self.text, begin, min(stop, place + _DATE_REACH)):
            return (date.iso, date.span.end) if date.span.start <= place else None
        return None

    def _year(self, around: Around, at: int, stop: int, mention: Mention) -> int | None:
        """Read ``năm 2019`` right after the symbol of a State document, or after a bare number."""
        if around.date is not None or around.issuer is not None:
            return None
        year = _YEAR.match(self.text, at, stop)
        if year is None or at - mention.number_end > 1:
            return None
        if mention.symbol is not None and (mention.symbol.party or mention.symbol.year):
            mention.flags.append(f"year:{year['year']}")
            return None
        around.date = year["year"]
        return self._head(around, year.end())

    def _term(self, around: Around, at: int, stop: int, mention: Mention) -> int | None:
        term = self.lexicon.match("term", self.text, at, stop)
        if term is not None and around.term is None:
            around.term = term["term"].upper()
            return term.end()
        tenure = self.lexicon.match("tenure", self.text, at, stop)
        return tenure.end() if tenure else None

    def _issuer(self, around: Around, at: int, stop: int, mention: Mention) -> int | None:
        if around.issuer is not None:
            return None
        conference = self.lexicon.match("conference", self.text, at, stop)
        of = _OF.match(self.text, at, stop) or _BY.match(self.text, at, stop)
        opening = conference or of
        if opening is None:
            return None
        inner = self.lexicon.match("conference", self.text, of.end(), stop) if of and not conference else None
        body = self.lexicon.bodies.at(self.text, (inner or opening).end(), stop)
        if body is None and (inner or conference):
            return self._plenum(around, of.end() if of else at, stop)
        if body is None:
            return None
        body = self._with_second(body, stop)
        around.issuer = body.of(self.text)
        return self._head(around, body.end)

    def _issued_by(self, around: Around, at: int, stop: int, mention: Mention) -> int | None:
        """Read ``được Bộ Y tế ban hành ngày 2-4-2015``: body and date are stated, but no part of the mention."""
        opened = self.lexicon.match("passive", self.text, at, stop) if around.issuer is None else None
        body = self.lexicon.bodies.at(self.text, opened.end(), stop) if opened else None
        verb = self.lexicon.match("passive-verb", self.text, body.end, stop) if body else None
        if body is None or verb is None:
            return None
        around.issuer = body.of(self.text)
        head = _DATE_HEAD.match(self.text, _after_blank(self.text, verb.end(), stop), stop)
        found = self._date_at(head.end(), stop) if head and around.date is None else None
        if found is None:
            return verb.end()
        around.date = found[0]
        return found[1]

    def _plenum(self, around: Around, at: int, stop: int) -> int | None:
        """Read a plenum that is named without its committee: ``của Hội nghị Trung ương 4 khóa XIII``."""
        found = _PLENUM.match(self.text, at, stop)
        if found is None:
            return None
        around.issuer = found["name"]
        return self._head(around, found.end("name"))

    def _with_second(self, body: Span, stop: int) -> Span:
        """Return ``body`` with a second body of the same rank joined to it (Bộ Nội vụ, Bộ Tài chính)."""
        joint = _AND.match(self.text, body.end, stop)
        second = self.lexicon.bodies.at(self.text, joint.end(), stop) if joint else None
        if second is None:
            return body
        first_word = body.of(self.text).split()[0].lower()
        if first_word != second.of(self.text).split()[0].lower() and not self._both_central(body, second):
            return body
        acting = self.lexicon.bodies.acts(self.text, second, stop)
        return body if acting else Span(body.start, second.end)

    def _both_central(self, one: Span, other: Span) -> bool:
        central = {"bộ chính trị", "ban bí thư", "ban chấp hành trung ương"}
        return one.of(self.text).lower() in central and other.of(self.text).lower() in central

    def _title(self, around: Around, place: int, stop: int, mention: Mention) -> int | None:
        opened = self.lexicon.match("title", self.text, place, stop)
        if opened is None:
            opened = self._title_verb(around, place, stop, mention)
            if opened is None:
                return None
        found = read_title(self.text, opened.end(), stop, self.lexicon)
        if found is None:
            return None
        around.title, around.title_span = found
        return self._after_title(around, around.title_span.end, stop)

    def _title_verb(self, around: Around, place: int, stop: int, mention: Mention) -> re.Match[str] | None:
        """Return the match of a verb that opens a subject; some verbs do so only after a date or a body."""
        stated = around.head_end > mention.number_end
        found = self.lexicon.match("title-verb-dated", self.text, place, stop) if stated else None
        if found is None and (stated or mention.form is mention.form.NUMBERED):
            found = self.lexicon.match("title-verb", self.text, place, stop)
        return found

    def _after_title(self, around: Around, place: int, stop: int) -> int:
        """Read the date and the body that may follow a subject in quotation marks."""
        if self.text[place - 1 : place] not in ("”", '"', "»") or around.date is not None:
            return place
        comma = _COMMA.match(self.text, place, stop)
        head = _DATE_HEAD.match(self.text, comma.end() if comma else place, stop)
        found = self._date_at(head.end(), stop) if head else None
        if found is None:
            return place
        around.date = found[0]
        return self._head(around, found[1])

    def _bracket(self, around: Around, at: int, stop: int, mention: Mention) -> int | None:
        """Read a bracket: a date, a date and a body, a term, or a short name that is introduced."""
        opened = _OPEN.match(self.text, at, stop)
        if opened is None:
            return None
        alias = introduced_name(self.text, at, stop, self.lexicon)
        if alias is not None:
            around.alias = alias
            return min(alias.end + 1, stop)
        close = self.text.find(")", opened.end(), min(stop, at + _BRACKET_REACH))
        year = _BRACKETED_YEAR.match(self.text, at, stop)
        if year and around.date is None and EARLIEST_YEAR <= int(year["year"]) <= LATEST_YEAR:
            around.date = year["year"]
            return self._head(around, year.end())
        term = self.lexicon.match("term", self.text, at, stop)
        if term and around.term is None:
            around.term = term["term"].upper()
            return term.end()
        if close < 0:
            return None
        return self._bracketed_date(around, opened.end(), close, mention)

    def _bracketed_date(self, around: Around, place: int, close: int, mention: Mention) -> int | None:
        inner = Around(head_end=place, end=place)
        step = self._date(inner, place, close, mention) if around.date is None else None
        if step is None:
            step = self._issuer(inner, place, close, mention)
        if step is None:
            return None
        comma = _COMMA.match(self.text, step, close)
        at = comma.end() if comma else step
        if inner.issuer is None and around.issuer is None:
            step = self._issuer(inner, at, close, mention) or step
        if not _CLOSE.match(self.text, step, close + 1):
            return None
        around.bracketed = inner.date is not None and inner.issuer is not None
        around.date, around.issuer = around.date or inner.date, around.issuer or inner.issuer
        return self._head(around, close + 1)


def _after_blank(text: str, place: int, stop: int) -> int:
    while place < stop and text[place].isspace():
        place += 1
    return place
