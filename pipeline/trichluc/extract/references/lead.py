"""What stands before a document in its clause: who issued it, and when (``Ngày 10/9, UBND tỉnh đã ban hành …``)."""

from __future__ import annotations

import re

from trichluc.extract.references.lexicon import Lexicon
from trichluc.span import Span
from trichluc.text.dates import find_dates

_THERE = re.compile(r"\s+tại\s+(?:các\s+)?$", re.IGNORECASE)
_OF = re.compile(r"(?<!\w)(?:của|theo)\s+$", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,;]?\s*")
_YEAR_BEFORE = re.compile(r"(?<!\w)(?:trong\s+)?năm\s+(?P<year>(?:19|20)\d\d)\s*,\s*$", re.IGNORECASE)
# what a body did before it issued a document: "đã họp bàn và", "đã lãnh đạo, chỉ đạo"
_DID_FIRST = re.compile(
    r",?\s+(?:đã|vừa|cũng|luôn|kịp thời|tích cực|chủ động|thường xuyên|lãnh đạo|chỉ đạo|quán triệt|cụ thể hóa)\s"
    r"[^.;:()]{2,110}?(?:\s(?:và|rồi|đồng thời|sau đó|để)|(?:lãnh|chỉ)\s+đạo|,)\s*",
    re.IGNORECASE,
)
_NOW_CALLED = re.compile(r"\s*\((?:nay|trước đây|bây giờ)\s[^()]{2,60}\)", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"ngày\s+(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})(?!\s?[./-]?\d)", re.IGNORECASE)
_OF_REACH = 12
_DATE_REACH = 48
_LEAD_REACH = 400
_PLENUM_REACH = 90


def read_lead(text: str, start: int, place: int, lexicon: Lexicon) -> tuple[str | None, str | None, str | None]:
    """Return date, day and month, and body that stand before a document with a verb of issuing.

    ``Ngày 10/9/2024, UBND thành phố đã ban hành Kế hoạch số …``: both belong to the document.

    Args:
        text: the clean text.
        start: where the sentence begins.
        place: where the mention begins.
        lexicon: the rules.
    """
    verb = _issuing_verb(text, start, place, lexicon)
    if verb is None:
        return None, None, _who_said_it_there(text, start, place, lexicon)
    start = max(start, verb - _LEAD_REACH)
    plenum = _plenum_before(text, start, verb, lexicon)
    if plenum is not None:
        return *_date_before(text, start, plenum.start), plenum.of(text)
    renamed = [match.span() for match in _NOW_CALLED.finditer(text, start, verb)]
    bodies = [b for b in lexicon.bodies.all(text, start, verb) if not any(x <= b.start < y for x, y in renamed)]
    if not bodies:
        return None, None, None
    body = bodies[-1]
    dates = find_dates(text, start, verb)
    term = lexicon.match("term", text, body.end, verb)
    between = _NOW_CALLED.sub("", text[term.end() if term else body.end : verb]).strip(" ,")
    if _DID_FIRST.fullmatch(text, term.end() if term else body.end, verb):  # one subject, several verbs
        between = ""
    inside = next((date for date in dates if date.span.start >= body.end), None)
    if inside is not None and inside.span.of(text).strip() == between:
        return inside.iso, None, body.of(text)
    if between and not lexicon.match("alias", text, body.end, verb):
        return None, None, None
    issuers = _list_of_bodies(text, bodies)
    first = issuers.start
    first = _before_conference(text, start, first, lexicon)
    return *_date_before(text, start, first), issuers.of(text)


def _who_said_it_there(text: str, start: int, place: int, lexicon: Lexicon) -> str | None:
    """Return the body of ``theo đề nghị của Sở Tài chính tại Tờ trình số …``, null where none stands so."""
    at = _THERE.search(text, max(start, place - _OF_REACH), place)
    if at is None:
        return None
    bodies = list(lexicon.bodies.all(text, max(start, at.start() - _LEAD_REACH), at.start()))
    if (
        not bodies
        or bodies[-1].end != at.start()
        or _OF.search(text, max(start, bodies[-1].start - _OF_REACH), bodies[-1].start) is None
    ):
        return None
    return bodies[-1].of(text)


def _plenum_before(text: str, start: int, verb: int, lexicon: Lexicon) -> Span | None:
    """Return the plenum of the Central Committee that stands right before a verb of issuing, or null."""
    for found in lexicon.all("plenum", text, max(start, verb - _PLENUM_REACH), verb):
        if not text[found.end() : verb].strip(" ,") and (found.start() == 0 or not text[found.start() - 1].isalnum()):
            return Span(found.start(), found.start() + len(found[0].rstrip()))
    return None


def _date_before(text: str, start: int, first: int) -> tuple[str | None, str | None]:
    """Return the date that stands right before ``first``, or else day and month without a year."""
    before = next((date for date in reversed(find_dates(text, start, first)) if date.span.end <= first), None)
    if before and not text[before.span.end : first].strip(" ,"):
        return before.iso, None
    year = _YEAR_BEFORE.search(text, start, first)
    if year and not text[start : year.start()].strip():  # "Năm 2007, Bộ … đã ban hành"
        return year["year"], None
    partial = None
    for match in _DAY_AND_MONTH.finditer(text, start, first):
        if not text[match.end() : first].strip(" ,"):
            partial = f"--{int(match['month']):02}-{int(match['day']):02}"
    return None, partial


def _before_conference(text: str, start: int, first: int, lexicon: Lexicon) -> int:
    """Return where the conference begins whose body stands at ``first`` (Hội nghị lần thứ tư …), or ``first``."""
    found = lexicon.search("conference", text, max(start, first - _DATE_REACH), first)
    return found.start() if found and found.end() == first else first


def _list_of_bodies(text: str, bodies: list[Span]) -> Span:
    """Return the last body, with a central one before it that issues with it (Trung ương, Bộ Chính trị)."""
    last = bodies[-1]
    if len(bodies) > 1 and text[bodies[-2].end : last.start].strip() in (",", "và"):
        central = ("bộ chính trị", "ban bí thư", "ban chấp hành trung ương")
        if last.of(text).lower() in central and bodies[-2].of(text).lower() in central:
            return Span(bodies[-2].start, last.end)
    return last


def _issuing_verb(text: str, start: int, place: int, lexicon: Lexicon) -> int | None:
    """Return where the verb of issuing begins that ends right before ``place``, or null."""
    at = max(start, place - 90)
    while at < place:
        verb = lexicon.search("issue", text, at, place)
        if verb is None:
            return None
        blank = _COMMA.match(text, verb.end(), place)
        after = blank.end() if blank else verb.end()
        quantity = lexicon.match("quantity", text, after, place)
        if (quantity.end() if quantity else after) == place and (
            verb.start() == 0 or not text[verb.start() - 1].isalnum()
        ):
            return verb.start()
        at = max(verb.end(), at + 1)
    return None
