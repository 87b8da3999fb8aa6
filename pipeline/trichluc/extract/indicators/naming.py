"""What a number measures, in the report's own words.

A percentage or an amount is named by the words before it, up to the verb that links them (``tỷ lệ hộ nghèo còn 3%``),
or by the words after it, where no subject stands before (``100% đảng viên tham gia học tập``). A count is named by the
verb before it, its own noun and what follows (``kết nạp 5 đảng viên mới``). Where the words of its own segment do not
say enough, a number goes back to the subject of the numbers before it, and at last to the heading above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from trichluc.extract.indicators.frames import without_brackets
from trichluc.extract.indicators.rules import IndicatorRules
from trichluc.extract.indicators.selection import CARRIED, Number
from trichluc.text.measures_units import Kind

_BLANKS = re.compile(r"\s+")
_EDGES = " ,;:.–-…|*+\"“”'()[]\x01/"
_TAIL_WORDS = 16
_LONG_TAIL = 24
_SUBJECT_WORDS = 18
_AUX = re.compile(r"(?:^|\s)(?:đã|đang|sẽ|tiếp tục|có thể)\s+(?=\S)", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"^(?:đối với|cho|tại|ở|trong|thuộc|của|từ|để|so với|về|theo|do|vào|trên|bằng|giữa|đến|kể từ|dưới|khi|nhằm)\s",
    re.IGNORECASE,
)
_NO_TAIL = re.compile(
    r"^(?:so với|so|và|hoặc|còn|nhưng|trong đó|trở lên|trở xuống|trong năm|năm \d|cùng kỳ|kế hoạch|dự toán|nghị quyết|"
    r"chỉ tiêu|/|\W*$)",
    re.IGNORECASE,
)
_TIME_FIRST = re.compile(
    r"^(?:(?:trong|đến|vào|từ|tính đến|hết|đến hết|sang)\s+)?(?:đầu |cuối |giữa )?(?:năm học|năm|tháng|quý|giai đoạn|nhiệm kỳ|"
    r"ngày|\d+ tháng(?: đầu| cuối)?(?: năm)?|\d+ năm)(?=[\s\d])[\s\d/,.–-]*(?:năm [\d–-]+|qua|nay|[IVX]+/\d+)?[\s,:]*",
    re.IGNORECASE,
)
_SEGMENT_BEFORE = re.compile(r"[^,;:.…]*$")


@dataclass(slots=True)
class Subject:
    """What the numbers so far were about: the last words that could stand as a subject."""

    words: str = ""
    lead: str = ""  # of a list: what the number that announced it was about


class Namer:
    """Names the numbers of one passage, sentence by sentence."""

    def __init__(self, rules: IndicatorRules, fallback: str) -> None:
        self._link = rules.stripper("links", end=True)
        self._move = rules.stripper("moves", end=True)
        self._opening = rules.stripper("openings", end=False)
        self._generic = frozenset(rules.words["generic"])
        self._moves = frozenset(rules.words["moves"])
        verbs = "|".join(sorted(map(re.escape, rules.words["verbs"]), key=len, reverse=True))
        self._verb = re.compile(rf"(?<!\w)(?:{verbs})(?!\w)", re.IGNORECASE)
        self._fallback = fallback
        self._subject = Subject()
        self._sentence = ""

    def sentence(self, text: str) -> None:
        """Begin a sentence: its numbers do not inherit a subject from the sentence before."""
        self._sentence = text
        self._subject = Subject()

    def name(self, number: Number, following: str = "") -> str:
        """Return the name of the next number of the sentence.

        Args:
            number: with offsets into the sentence.
            following: words that the number shares with the numbers after it (``03 tập thể và 12 cá nhân xuất sắc``).
        """
        text, frame, measure = self._sentence, number.frame, number.measure
        before = without_brackets(text[frame.segment_start : frame.start])
        tail = self._tail(text[frame.end : max(frame.segment_end, frame.end)])
        subject, linked, moved = self._subject_of(before)
        if frame.opening is not None and not self._tells(subject):
            subject = self._joined(self._before_bracket(frame.opening), subject)
            linked = True
        if CARRIED in number.flags:
            name = self._in_list(subject, measure.unit or "", measure.kind)
        elif measure.kind is Kind.COUNT:
            name = self._count(subject, linked, measure.unit or "", tail or self._tail(following))
        else:
            name = self._amount(subject, linked, moved, tail, measure.kind)
        return name or self._fallback

    def _count(self, subject: str, linked: bool, unit: str, tail: str) -> str:
        """Name a count: ``khách quốc tế đạt 400 lượt`` by its subject, ``kết nạp 5 đảng viên mới`` by verb and noun."""
        if linked and self._tells(subject) and not self._verb.match(subject):
            self._remember(subject)
            return subject
        verb = self._verb_of(subject)
        if verb:
            self._subject.words = verb
        name = _join(verb, unit, _cut(tail, _TAIL_WORDS))
        self._subject.lead = name
        if not self._subject.words:
            self._subject.words = _join(verb, unit)
        return name

    def _amount(self, subject: str, linked: bool, moved: bool, tail: str, kind: Kind) -> str:
        """Name a percentage or an amount by the words before or after it."""
        move = self._last_move if moved else ""
        if kind is Kind.PERCENT and tail and not _PREPOSITION.match(tail) and not (linked and self._tells(subject)):
            if moved:
                return _join(_last(subject, 6), move, _cut(tail, _TAIL_WORDS))
            self._subject.words = _cut(tail, _TAIL_WORDS)
            return _cut(tail, _LONG_TAIL)
        if self._tells(subject):
            if _PREPOSITION.match(subject) and self._subject.words:
                subject = self._replaced(subject)
            self._remember(subject)
            extra = tail if _PREPOSITION.match(tail) and not _NO_TAIL.match(tail) else ""
            return _join(subject, move, _cut(extra, 8))
        inherited = self._subject.words or self._earlier(subject)
        if not inherited and tail:
            return _join(subject, move, _cut(tail, _TAIL_WORDS))
        name = _join(subject, inherited, move) if subject else _join(inherited, move)
        extra = tail if _PREPOSITION.match(tail) and not _NO_TAIL.match(tail) else ""
        return _join(name, _cut(extra, 8))

    def _in_list(self, label: str, unit: str, kind: Kind) -> str:
        """Name an item of a list: what the list is about, then its label."""
        lead = self._subject.lead or self._subject.words
        if not label:
            return lead
        if not lead or self._same_start(lead, label):
            self._subject.words = self._subject.words or label
            self._subject.lead = self._subject.lead or label
            return label
        return f"{lead}: {label}"

    @staticmethod
    def _same_start(first: str, second: str) -> bool:
        return first.lower().startswith(second.lower()) or second.lower().startswith(first.lower())

    def _remember(self, subject: str) -> None:
        self._subject.words = subject
        self._subject.lead = subject

    def _replaced(self, phrase: str) -> str:
        """Put ``ở khối B`` into the place of the like phrase of the last subject: ``tỷ lệ X ở khối A``."""
        last, first_word = self._subject.words, phrase.split()[0]
        place = last.rfind(f" {first_word} ")
        return f"{last[:place] if place > 0 else last} {phrase}"

    def _subject_of(self, before: str) -> tuple[str, bool, bool]:
        """Return the subject in the words before a number, whether a verb links them, and whether it rose or fell."""
        words, linked, moved = before.strip(_EDGES), False, False
        self._last_move = ""
        for _ in range(8):
            if match := self._move.search(words):
                moved, linked = True, True
                self._last_move = self._last_move or match[0].strip(_EDGES)
            elif match := self._link.search(words):
                linked = True
            else:
                break
            words = words[: match.start()].rstrip(_EDGES)
        return self._opened(words), linked, moved

    def _opened(self, words: str) -> str:
        """Strip connectives and times from the beginning of a subject."""
        for _ in range(6):
            match = self._opening.match(words) or _TIME_FIRST.match(words)
            if match is None or match.end() == 0:
                break
            words = words[match.end() :]
        words = words.strip(_EDGES)
        return _last(words, _SUBJECT_WORDS)

    def _tells(self, subject: str) -> bool:
        """Tell whether ``subject`` says by itself what is measured."""
        lower = subject.lower()
        return bool(subject) and lower not in self._generic and (len(subject.split()) > 1 or len(subject) > 3)

    def _verb_of(self, subject: str) -> str:
        """Return the verb phrase right before a count, without the body that acts."""
        cut = None
        for cut in _AUX.finditer(subject):
            pass
        words = subject[cut.end() :] if cut else subject
        near = _last(words, 8)
        match = self._verb.search(near)
        return near[match.start() :] if match else _last(words, 4)

    def _tail(self, after: str) -> str:
        """Return the words after a number that may name it, empty where they only compare."""
        words = without_brackets(after).strip(_EDGES)
        return "" if _NO_TAIL.match(words) else words

    def _before_bracket(self, opening: int) -> str:
        """Return the subject that a number in brackets belongs to: the segment before the bracket."""
        before = without_brackets(self._sentence[:opening][-400:])
        segment = _SEGMENT_BEFORE.search(before)
        words = segment[0] if segment else before
        subject, _, _ = self._subject_of(words)
        return subject or self._subject.words

    def _earlier(self, subject: str) -> str:
        """Return the words of an earlier segment, for a number whose own say too little."""
        return ""

    def _joined(self, outer: str, inner: str) -> str:
        return _join(outer, inner)


def _cut(words: str, count: int) -> str:
    """Return the first ``count`` words."""
    return " ".join(words.split()[:count]).strip(_EDGES)


def _last(words: str, count: int) -> str:
    """Return the last ``count`` words."""
    return " ".join(words.split()[-count:]).strip(_EDGES)


def _join(*parts: str) -> str:
    return _BLANKS.sub(" ", " ".join(part for part in parts if part)).strip()
