"""What a number measures, in the report's own words.

A percentage or an amount is named by the words before it, up to the verb that links them (``tỷ lệ hộ nghèo còn 3%``),
or by the words after it, where no subject stands before (``100% đảng viên tham gia học tập``). A count is named by the
verb before it, its own noun and what follows (``kết nạp 5 đảng viên mới``). Where the words of its own segment do not
say enough, the segments before it are taken in, then the subject of the numbers before, at last the heading above.
"""

from __future__ import annotations

import re

from trichluc.extract.indicators.carrying import CARRIED
from trichluc.extract.indicators.clauses import SUBJECT_WORDS, Before, Clauses, bare_move
from trichluc.extract.indicators.frames import Frame, Number, without_brackets
from trichluc.extract.indicators.rules import IndicatorRules
from trichluc.extract.indicators.wording import (
    BODY,
    COMPARES,
    NO_TAIL,
    PREPOSITION,
    TIME_LAST,
    clause,
    closing,
    first_words,
    join,
    last_words,
    since_but,
    since_with,
    stripped,
)
from trichluc.text.measures_units import Kind

_TAIL_WORDS = 16
_NEAREST = 8  # words that say what a count alone in its bracket is about
_FEW = 3  # words that may be a verb of their own
_LONG_TAIL = 24
_COMMA = re.compile(r",(?!\d)")
# a comma, or what goes on with another verb: "68% dự toán tỉnh giao và bằng 94% cùng kỳ"
_SAYS_MORE = re.compile(
    r",(?!\d)|(?<!\w)và (?=(?:bằng|tăng|giảm|đạt|vượt|gấp|cao hơn|thấp hơn) (?!cường))", re.IGNORECASE
)
_MARKS = (",", ";", ":", ".")
_PARTS = re.compile(r"[;:]|,(?!\d)")
_PRICED = re.compile(r"(?:^|\S)\s+(?:có )?giá(?: bán(?: lẻ)?)?(?: từ)?\s*$", re.IGNORECASE)
_REACH = 500  # characters before a number in which its subject is looked for
# a percentage that these name is not of what follows: "tỷ lệ bao phủ 94% dân số"; nor is a share of such a whole
_RATIO = re.compile(r"(?:tỷ lệ|tỉ lệ|độ|mức|tỷ trọng|tốc độ|tỷ suất|hệ số|lãi suất|thuế suất)\s", re.IGNORECASE)
_WHOLE = re.compile(r"(?:tổng|dân số|gdp|grdp|lực lượng lao động|kim ngạch|diện tích tự nhiên)(?!\w)", re.IGNORECASE)
_SO_FAR = re.compile(r"(?:lũy|luỹ) kế(?= (?:từ đầu năm|\d+ tháng|đến nay)|$)", re.IGNORECASE)
_SHARE = re.compile(r"(?:^|[,;(]) ?(?:và )?chiếm(?: (?:khoảng|trên|gần|hơn|tỷ lệ))* ?$", re.IGNORECASE)
_BARE = ("của", "ở", "trong", "vào", "hồi", "tại", "cho")
_NEXT_NUMBER = re.compile(r",(?= ?\d)")
_POINTS_BACK = re.compile(r"(?:con số(?: này| đó)?|(?:số|mức|tỷ lệ) (?:này|đó))$", re.IGNORECASE)
_POINTS_ON = re.compile(r"(?:con số|tỷ lệ|mức|số) (?:này|đó|ấy) (?=(?:ở|tại|của|trong|vào) )", re.IGNORECASE)
# what was counted before is worth so much: "327 suất quà trị giá"
_WORTH = re.compile(
    r"\W*(?:và |với |có )?(?P<worth>(?:tổng )?(?:trị giá|giá trị))(?: (?:là|đạt|trên|hơn|gần|khoảng|ước))*\s*",
    re.IGNORECASE,
)
_RISES_FROM = re.compile(r"(?<!\w)(?P<move>tăng|giảm) từ\s*$", re.IGNORECASE)
_JUST_BEFORE = 20  # characters before a number in which such a verb stands
# stand for people who were counted by another noun before
_PRO_FORMS = ("đồng chí", "em", "người", "cháu")
_PEOPLE = re.compile(
    r"(?:(?<!công )viên|sinh|sĩ|nhân|chúng|dân|niên|chức|cán bộ|lao động|phụ nữ|trẻ em|đại biểu|cnvclđ)$", re.IGNORECASE
)
_LABEL_WORDS = 6  # of a part of people who were counted before: "trong đó nữ"
_ENDS_IN_AND = re.compile(
    r"(?:^|\s)(?:và|hoặc)\s*(?:có|trên|gần|khoảng|hơn|chỉ có)?\s*(?:trên|khoảng)?\s*$", re.IGNORECASE
)

_NEAR = 60  # characters
_AS_PLANNED = re.compile(r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết|kh)(?: [^\W\d]+){0,5} $", re.IGNORECASE)


class Namer:
    """Names the numbers of one passage, sentence by sentence."""

    def __init__(self, rules: IndicatorRules, fallback: str) -> None:
        self._said = Clauses(rules)
        self._moves_on = rules.openings("links", "moves")
        self._fallback = fallback
        self._words = ""  # what the numbers so far were about
        self._lead = ""  # what the number that announced a list was about
        self._noun = ""  # what the last count counted, without what was said after it
        self._counted: dict[str, str] = {}  # of each unit the name of its last count
        self._people = ""  # the last noun of people that were counted
        self._unit = ""  # of the last count
        self._stem = ""  # what was said before it
        self._outside = ""  # what the numbers were about before a bracket opened
        self._last = ""  # the last name of the sentence before
        self._text = ""
        self._last_end = 0

    def sentence(self, text: str, lead: str = "") -> None:
        """Begin a sentence: its numbers do not inherit a subject from the one before, but for a list's ``lead``."""
        self._last = self._words or self._last
        self._text, self._words, self._lead, self._last_end = text, "", lead, 0
        self._noun, self._stem, self._unit, self._people, self._outside, self._counted = "", "", "", "", "", {}

    def name(self, number: Number, following: Number | None = None, shared: str = "") -> str:
        """Return the name of the next number of the sentence.

        Args:
            number: with offsets into the sentence.
            following: the number after it, if any.
            shared: words that the number shares with the numbers after it (``03 tập thể và 12 cá nhân xuất sắc``).
        """
        frame, measure, lead = number.frame, number.measure, self._lead
        if frame.opening is not None and _AS_PLANNED.search(self._text, max(0, frame.opening - _NEAR), frame.opening):
            self._outside = self._outside or self._words
        elif self._outside:  # "102,3% kế hoạch giao (10.500 tấn), tăng 3,6%": what is told outside goes on
            self._words, self._outside = self._outside, ""
        before = self._before(frame, alone=measure.kind is Kind.COUNT and CARRIED not in number.flags)
        subject = self._said.short(before.subject)
        before = before._replace(subject=self._pointed_at(subject))
        tail = self._tail(frame, following, long=measure.kind is Kind.PERCENT)
        if measure.minimum is not None and (
            rises := _RISES_FROM.search(self._text, max(0, frame.start - _JUST_BEFORE), frame.start)
        ):
            before = before._replace(move=before.move or rises["move"])  # "giá tăng từ 5 đến 7%" is no level
        carried = CARRIED in number.flags and measure.kind is not Kind.PERCENT
        worth = _WORTH.fullmatch(self._text, self._last_end, frame.start) if measure.kind is Kind.MONEY else None
        if worth is not None and (self._unit or self._words):
            name = self._words = join(worth["worth"].lower(), self._unit or self._words)
        elif carried and (number.listed or not before.subject):
            own = any(map(str.isalpha, self._text[frame.segment_start : frame.start]))
            name = self._in_list(before.subject if own or not PREPOSITION.match(tail) else "", tail)
        elif measure.kind is Kind.COUNT and not (before.move and measure.unit == "lần"):
            name = self._count(before, measure.unit or "", tail or stripped(shared), frame.start)
        else:
            noun = (measure.unit or "").partition(" ")[2] if measure.kind is Kind.MEASURE else ""  # "3 km đường"
            name = self._amount(before, tail or stripped(shared), measure.kind, frame, noun)
        self._last_end = measure.end
        if frame.opening is not None and lead:
            self._lead = lead  # what stands in brackets announces no list
        if before.move and name == before.move:
            name = join(self._fallback, name)  # "Vượt 108%" alone on its line
        return name or self._fallback or self._nearest(frame) or measure.unit or self._text.strip()

    def _pointed_at(self, subject: str) -> str:
        """Put what was told before into the place of ``con số này``, at the end of a subject or before its place."""
        told = self._words or self._last
        if told and (begun := _POINTS_ON.match(subject)) is not None:
            return join(told, subject[begun.end() :])
        return told or subject if _POINTS_BACK.search(subject) else subject

    def _nearest(self, frame: Frame) -> str:
        """Return the words next to a number that nothing names, links and all (``Đạt kế hoạch 100%``)."""
        return last_words(self._text[: frame.start], 6) or first_words(self._text[frame.end :], 6)

    def _count(self, before: Before, unit: str, tail: str, at: int) -> str:
        """Name a count: ``khách quốc tế đạt 400 lượt`` by its subject, ``kết nạp 5 đảng viên mới`` by verb and noun."""
        subject, self._unit = before.subject, unit
        if (
            unit in _PRO_FORMS
            and self._people
            and (not tail or NO_TAIL.match(tail))
            and not PREPOSITION.match(subject)
            and 0 < len(subject.split()) <= _LABEL_WORDS
            and self._said.tells(subject)
            and not self._said.verb.search(subject)
        ):
            self._noun = self._lead = join(self._people, subject)
            return self._remember(self._noun)  # "58 đảng viên, trong đó nữ 37 đồng chí"
        self._people = unit if _PEOPLE.search(unit) else self._people
        if before.linked and self._said.tells(subject) and not self._said.verb.match(subject):
            return self._remember(join(subject, before.move))
        bare = not subject or COMPARES.match(subject) is not None
        if bare and (not tail or NO_TAIL.match(tail)) and unit in self._counted:
            return join(self._counted[unit], before.move)  # "96 người tham gia, bằng 98% KH (98 người)"
        if bare and before.move and unit in self._counted:
            return join(before.move, unit, first_words(tail, 8))  # "làm chết 2 người; giảm 1 người chết"
        if before.move and not self._said.tells(subject) and self._words:
            return self._moved(before.move, unit, tail)
        if not subject and self._stem and self._text[self._last_end : at].strip() == "/":
            beside = join(self._stem, unit, first_words(tail, _NEAREST))
            return self._remember(beside)  # "tội phạm ma túy 12 vụ/15 bị can"
        verb = self._said.verb_of(subject)
        tail = stripped(tail.removeprefix(unit)) if unit else tail  # "12/12 (100%) chi bộ": the unit stands behind
        tail = "" if NO_TAIL.match(tail) else first_words(tail, _TAIL_WORDS)
        if not verb and not tail and self._said.tells(subject) and not BODY.fullmatch(subject.split(" trực thuộc ")[0]):
            verb = subject if len(subject.split()) <= _NEAREST else last_words(subject, 6)
        verb = stripped(verb.removesuffix(unit)) if unit else verb  # "23 đảng viên, tăng 04 so với cùng kỳ (19)"
        if (
            verb or tail or not self._words
        ):  # "chi 3 tỷ cho 60 lượt, bình quân 5 triệu/lượt" goes on with what was spent
            self._words = join(verb, unit, first_words(tail, 8))
        self._noun, self._stem = join(verb, unit), verb
        self._lead = join(verb, unit, tail)
        self._counted[unit] = self._lead
        return self._lead

    def _moved(self, move: str, unit: str, tail: str) -> str:
        """Name by how many something rose or fell that was counted before: ``bỏ học 05 em, giảm 03 em``."""
        alike = [name for counted, name in self._counted.items() if counted.startswith(f"{unit} ")]
        if len(alike) == 1:
            return join(alike[0], move)  # "112 vụ tai nạn, làm chết 65 người; giảm 12 vụ"
        if " " in unit and any(unit.startswith(f"{counted} ") for counted in self._counted):
            return join(move, unit, first_words(tail, 8))  # "..., giảm 5 người chết"
        return join(self._words, move)

    def _amount(self, before: Before, tail: str, kind: Kind, frame: Frame, noun: str = "") -> str:
        """Name a percentage or an amount by the words before or after it; ``noun`` is one that stands in its unit."""
        subject, tells = before.subject, self._said.tells(before.subject)
        named_after = bool(tail) and not PREPOSITION.match(tail) and not NO_TAIL.match(tail)
        if before.move and named_after and kind is Kind.PERCENT:
            return join(last_words(subject, 6), before.move, first_words(tail, _TAIL_WORDS))
        if self._words and (so_far := _SO_FAR.match(subject)):
            return self._remember(join(self._words, so_far[0]))
        named_before = tells and bool(before.linked or _RATIO.match(subject) or _WHOLE.match(tail))
        shares = _SHARE.search(self._text[self._last_end : frame.start]) is not None
        if kind is Kind.PERCENT and named_after and self._words and shares:
            return join(self._words, "chiếm", first_words(tail, 8))  # "có 12 nghìn người, chiếm 86% lực lượng"
        if kind is Kind.PERCENT and named_after and not named_before:
            bracketed = subject if frame.opening is not None else ""
            if tells and self._stands_before(subject, frame):
                return self._remember(join(subject, first_words(clause(tail), _TAIL_WORDS)))
            self._words = first_words(tail, _TAIL_WORDS)
            return join(bracketed, first_words(tail, _LONG_TAIL))
        if kind is Kind.MEASURE and named_after and not before.linked and not self._said.heads.match(subject):
            few = len(subject.split()) <= _FEW and tells and not BODY.fullmatch(subject)
            self._words = join(
                self._said.verb_of(subject) or (subject if few else ""), noun, first_words(tail, _TAIL_WORDS)
            )
            return self._words
        extra = first_words(tail, 8) if PREPOSITION.match(tail) and not NO_TAIL.match(tail) else ""
        if kind is Kind.MONEY and named_after and not before.linked and self._said.only_verb(subject):
            extra = "" if self._moves_on.match(tail) else first_words(tail, 10)  # "chi 3 tỷ đồng hỗ trợ hộ nghèo"
        if tells:
            return join(self._remember(self._replaced(subject)), before.move, extra)
        if not self._words and named_after:
            return join(subject, before.move, first_words(tail, _TAIL_WORDS))
        own = "" if COMPARES.match(subject) else subject
        name = join(own, self._words, before.move, extra)
        self._words = join(own, self._words)  # "sản lượng 41 tấn, đạt 101% KH"
        return name

    def _stands_before(self, subject: str, frame: Frame) -> bool:
        """Tell whether the subject of a percentage stands right before it, its verb behind: ``thợ 90% làm thêm``."""
        words = subject.split()
        return (
            2 <= len(words) <= _NEAREST
            and self._text[: frame.start].rstrip().endswith(subject)
            and not self._said.verb.search(subject)
            and not self._said.heads.match(subject)
        )

    def _in_list(self, label: str, tail: str) -> str:
        """Name an item of a list: what the list is about, then its label, or its place (``2 hộ ở A, 3 ở B``)."""
        lead = self._lead or self._words
        if not label and self._noun and tail and not NO_TAIL.match(tail):
            return join(self._noun, first_words(tail, _TAIL_WORDS))
        if not label or label == lead:
            return lead
        if not lead:
            return self._remember(label)
        self._lead, self._words = lead, f"{lead}: {label}"  # a share in brackets is of this item
        return self._words

    def _remember(self, subject: str) -> str:
        self._words = self._lead = subject
        return subject

    def _replaced(self, phrase: str) -> str:
        """Put ``ở khối B`` or ``khu vực B`` into the place of the like words of the last subject (``… ở khối A``)."""
        first = phrase.split(maxsplit=1)[0]
        if phrase in self._words:
            return self._words
        place = f" {self._words} ".find(f" {first} ")
        if place > 0:
            return join(self._words[:place], phrase)
        return join(self._words, phrase) if PREPOSITION.match(phrase) and self._words else phrase

    def _before(self, frame: Frame, *, alone: bool) -> Before:
        """Read the words before a number: its segment (only that in brackets, where ``alone``) and more."""
        text = self._text
        mine = self._said.read(_SAYS_MORE.split(since_but(text[frame.segment_start : frame.start]))[-1])
        if frame.opening is not None and alone and not mine.subject:
            return self._told_before(frame) or mine
        if frame.opening is not None:
            return self._bracketed(frame, mine)
        floor = max(frame.part_start, self._last_end, frame.start - _REACH)
        if floor == self._last_end > 0 and _ENDS_IN_AND.search(text[floor : frame.start]):
            return Before("")  # "giảm 2% về lượng và 4% về giá trị": the words between belong to the first
        segments = _SAYS_MORE.split(without_brackets(words := since_but(text[floor : frame.start])))
        if len(words) == frame.start - floor and floor == self._last_end > 0 and len(segments) > 1:
            del segments[0]  # the words right after the number before belong to that number
        words, found = "", mine
        bare = mine.subject.lower() in self._said.generic
        if len(segments) > 1 and _PRICED.search(segments[-1]) and (bare or not self._said.heads.match(mine.subject)):
            return Before(first_words(self._said.read(",".join(segments)).subject, _TAIL_WORDS), True)
        for segment in reversed(segments):
            words = f"{segment},{words}" if words else segment
            found = self._said.read(words)
            length = len(stripped(words).split())
            if length > SUBJECT_WORDS:
                whole = self._said.read(",".join(segments))
                if self._said.heads.match(whole.subject) and whole.linked:
                    return whole
                return mine if self._said.tells(mine.subject) else found
            enough = self._said.tells(found.subject) and not bare_move(found, segment)
            if enough and (not found.linked or found.move or self._said.heads.match(found.subject)):
                whole = self._said.read(",".join(segments)) if " " not in found.subject else found
                return whole if _RATIO.match(whole.subject) else found  # "tỷ lệ học sinh khá, giỏi"
        if not self._said.tells(found.subject) and frame.lead and floor == frame.part_start:
            lead = self._said.read(
                without_brackets(
                    text[max(self._last_end, frame.part_start - 160) : frame.part_start - 1].split(";")[-1]
                )
            )
            subject = join(last_words(lead.subject, SUBJECT_WORDS), found.subject)
            return Before(subject, found.linked or lead.linked, found.move)
        return found if self._said.tells(found.subject) or not mine.subject else mine

    def _told_before(self, frame: Frame) -> Before | None:
        """Read what a count alone in its bracket is about: ``không đủ so với lò phải dừng (07 lần)``."""
        text, opening = self._text, frame.opening or 0
        if text[opening + 1 : frame.start].strip() or text[frame.end : frame.end + 1] not in (")", "]"):
            return None
        if any(map(str.isdigit, text[self._last_end : opening])) or not text[self._last_end : opening].strip():
            return None
        before = self._outer(frame)
        subject = since_with(before.subject)
        return Before(last_words(subject, _NEAREST), True) if self._said.tells(subject) else None

    def _bracketed(self, frame: Frame, mine: Before) -> Before:
        """Read what a number in brackets is about: the words before the bracket, and those in it."""
        text = self._text
        outer = self._outer(frame)
        if not self._text[self._last_end : frame.opening].strip() and self._words:
            outer = Before(self._words, True)
        if self._said.tells(mine.subject) and not PREPOSITION.match(mine.subject):
            return mine
        close = closing(text, frame.part_end)
        ends = text[close : close + 1] in _MARKS or mine.subject  # "nông nghiệp (+0,9%); công nghiệp (-1,2%)"
        after = "" if ends else stripped(text[close : frame.part_end + 90])
        if self._moves_on.match(after) or any(map(str.isdigit, clause(after))):
            after = ""
        behind = "" if NO_TAIL.match(after) else first_words(clause(after), 10)
        joined = join(outer.subject, mine.subject, "" if behind in outer.subject else behind)
        return Before(joined, True, mine.move or outer.move)

    def _outer(self, frame: Frame) -> Before:
        """Read the words before the bracket that a number stands in."""
        opening = frame.opening or 0
        floor = self._last_end if self._last_end <= opening else 0
        text = without_brackets(self._text[max(floor, opening - _REACH) : opening])
        segments = _PARTS.split(text)
        if floor == self._last_end > 0 and len(segments) > 1:
            del segments[0]  # the words right after the number before belong to that number
        words, found = "", Before("")
        for segment in reversed(segments):
            words = f"{segment},{words}" if words else segment
            found = self._said.read(words)
            if self._said.tells(found.subject) and not bare_move(found, segment):
                return found
        return (
            found
            if self._said.tells(found.subject) or not self._words
            else Before(self._words, found.linked, found.move)
        )

    def _tail(self, frame: Frame, following: Number | None, *, long: bool) -> str:
        """Return the words after a number that belong to it and not to the number after it."""
        if self._text[frame.end : frame.end + 2].lstrip()[:1] in (",", ";", ":", ".", ")", "/"):
            return ""
        end = frame.part_end if long else frame.segment_end
        if following is not None and following.frame.opening == frame.opening:
            own = self._text[max(following.frame.segment_start, frame.end) : following.frame.start]
            if following.frame.start <= frame.part_end:
                ours = _ENDS_IN_AND.search(own) is not None
                if not long and following.frame.segment_start <= frame.end:
                    return self._said.between(own)
                end = min(end, following.frame.start if ours else max(following.frame.segment_start, frame.end))
        words = without_brackets(self._text[frame.end : max(end, frame.end)]).lstrip()
        if words[:1] in (",", ";", ":"):  # "68% (chỉ tiêu 65%), yếu 1%"
            return ""
        words = _NEXT_NUMBER.split(words, maxsplit=1)[0]
        words = stripped(TIME_LAST.sub("", stripped(words)))
        if words.lower() in _BARE:  # "so với 52% của năm 2001"
            return ""
        return re.sub(r"\s(?:và|hoặc|,)(?:\s(?:có|trên|gần|khoảng|hơn))?$", "", words)
