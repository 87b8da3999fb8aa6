"""Documents named by their subject: laws, statutes, regulations of a body, reports with their full title."""

from __future__ import annotations

import re

from trichluc.extract.authority import authority
from trichluc.extract.described import Described
from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Around, Mention, named_mention
from trichluc.extract.references.titles import read_title, tidy
from trichluc.extract.units import canonical_name
from trichluc.packs import Packs
from trichluc.span import Span
from trichluc.text.dates import find_dates

_ABOUT = re.compile(r"\s+về\s+", re.IGNORECASE)
_OF = re.compile(r"\s+của\s+", re.IGNORECASE)
_BLANK = re.compile(r"\s+")
_YEAR = re.compile(r"\s*,?\s*(?:năm\s+|\()?(?P<year>(?:19|20)\d\d)\)?(?!\d|\s*[-–/]\s*\d)", re.IGNORECASE)
_UNDER_STATUTE = re.compile(r"\s+(?:về\s+|việc\s+)?(?:thi\s+hành|thực\s+hiện)\s+Điều\s+lệ\s+", re.IGNORECASE)
_DAY = re.compile(r"\s*,?\s*ngày\s+", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-ZĐƯ][A-ZĐƯ&]{1,8}(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_AMENDING = re.compile(
    r"(?:số\s+\S+\s+)?sửa\s+đổi,?\s+bổ\s+sung\s+(?:một\s+số\s+điều|điều\s+\d+)\s+(?:của\s+)?(?:Bộ\s+)?Luật\s+",
    re.IGNORECASE,
)
_CONSTITUTION = re.compile(r"\s+nước\s+C(?:ộng|HXHCN)[^,.;:()\n]{0,60}?Việt\s+Nam", re.IGNORECASE)
_NEXT_DOCUMENT = re.compile(r"\s*[,;]\s+|\s+và\s+", re.IGNORECASE)
_END_OF_REPORT = re.compile(r"(?:trên\s+đây\s+là|dưới\s+đây\s+là|nội\s+dung|mẫu)\s+$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,\s*(?:của\s+)?|\s+và\s+)", re.IGNORECASE)
_PERIOD = re.compile(
    r"\s*,?\s+(?:giai\s+đoạn|đến\s+năm|nhiệm\s+kỳ|năm|thời\s+kỳ)\s+\d{4}(?:\s*[-–]\s*\d{4}|,\s+tầm\s+nhìn\s+đến\s+năm\s+\d{4})?(?!\d)",
    re.IGNORECASE,
)
_BOTH_SHORT = re.compile(r"và\s+[A-ZĐƯ]{2,8}(?!\w)")  # tổ chức HĐND và UBND
_REVISED = re.compile(r"\s*\(\s*(?:đã\s+)?(?:được\s+)?sửa\s+đổi(?:,\s+bổ\s+sung)?\s*\)", re.IGNORECASE)
_SECOND_LAW = re.compile(r"\s+và\s+(?:Bộ\s+)?Luật\s+")
_BETWEEN = re.compile(r"Quy\s+chế\s+phối\s+hợp(?:\s+[^\W\d_]+){0,10}?\s+giữa\s+", re.IGNORECASE)
_WITH = re.compile(r"\s*(?:,\s*(?:và\s+|với\s+)?|\s(?:và|với)\s+)", re.IGNORECASE)
_PRESCRIBES = ("NĐ", "TT", "QĐ", "NQ")
# what may stand between the kind and its body: Kế hoạch hành động của, Nghị quyết chuyên đề của
_SORT_OF = {
    "KH": re.compile(r"\s+(?:hành\s+động|tổng\s+thể)\s+của\s+", re.IGNORECASE),
    "NQ": re.compile(r"\s+chuyên\s+đề\s+của\s+", re.IGNORECASE),
}
_OPENING = 2
_MOST_BODIES = 4
_KNOWN_WORDS = 4
_MAX_LAW_WORDS = 9
_SUBJECT_REACH = 110
_LONGEST = 260


class SubjectReader:
    """Reads documents that are named by their subject, in one passage."""

    def __init__(self, text: str, start: int, end: int, words: Lexicon, described: Described, packs: Packs) -> None:
        self.text, self.start, self.end, self.words = text, start, end, words
        self.packs = packs
        self.own = canonical_name(described.issuer, packs)
        self.own_title = _folded(described.title)

    def is_own(self, body: str) -> bool:
        """Whether ``body`` is the one that made the report."""
        said = canonical_name(body, self.packs)
        return bool(self.own) and (said == self.own or self.own.startswith(f"{said} "))

    def law(self, kind: re.Match[str]) -> Mention | None:
        """Return a law named by its subject (``Luật Giao thông đường bộ``), with the year or date that follows."""
        if self.words.not_a_law(self.text, self.start, kind.start()):
            return None
        if not kind[0][0].isupper() and not self._small_letter_law(kind):
            return None
        about = _ABOUT.match(self.text, kind.end(), self.end)
        at = about.end() if about else self._skip(kind.end())
        amending = _AMENDING.match(self.text, at, self.end)
        end = self._law_subject(amending.end() if amending else at)
        second = _SECOND_LAW.match(self.text, end, self.end) if amending and end else None
        end = (self._law_subject(second.end()) or end) if second else end
        if self.words.kinds.of_word(kind[0]) == "HP":
            constitution = _CONSTITUTION.match(self.text, kind.end(), self.end)
            end = constitution.end() if constitution else kind.end()
        if end is None:
            return None
        mention = named_mention(kind.start(), end, "named-law", 0.92)
        mention.around.title = " ".join(self.text[at:end].split()) or None  # Luật Việc làm
        self._law_date(mention.around)
        return None if end == kind.end() and mention.around.date is None else mention

    def _small_letter_law(self, kind: re.Match[str]) -> bool:
        """Whether ``luật`` in small letters opens the name of one known law (``theo luật Đất đai``)."""
        at = self._skip(kind.end())
        known = self.words.law_subjects.match(self.text, at, self.end)
        several = self.words.before("plural", self.text, self.start, kind.start())
        return known is not None and self.text[at].isupper() and not several

    def _law_subject(self, at: int) -> int | None:
        """Return where the subject of a law ends, null where none begins at ``at``."""
        known = self.words.law_subjects.match(self.text, at, self.end)
        short = _ABBREVIATION.match(self.text, at, self.end)
        if known:
            return known.end()
        if short and not self.text[at : at + 12].isupper():
            return short.end()
        first = _WORD.match(self.text, at, self.end)
        if first is None or not (first[0][0].isupper() or self.words.opens_law(self.text, at, self.end)):
            return None
        return self._up_to_halt(at)

    def _up_to_halt(self, at: int) -> int | None:
        """Return where the words that begin at ``at`` end: before a mark, a number or a word that ends names."""
        opening = self.words.opens_law(self.text, at, self.end)
        end, place = None, at
        for count in range(_MAX_LAW_WORDS):
            word = _WORD.match(self.text, place, self.end)
            if word is None:
                break
            known = opening and count < _OPENING  # Ban hành opens the name of a law, and is a verb elsewhere
            if not known and self.words.bodies.halts(self.text, place, self.end):
                both = _BOTH_SHORT.match(self.text, place, self.end)
                end = both.end() if both and end and self.text[max(at, end - 2) : end].isupper() else end
                break
            end = word.end()
            blank = _BLANK.match(self.text, end, self.end)
            if blank is None:
                break
            place = blank.end()
        return end

    def _law_date(self, around: Around) -> None:
        revised = _REVISED.match(self.text, around.head_end, self.end)
        at = revised.end() if revised else around.head_end
        day = _DAY.match(self.text, at, self.end)
        if day:
            begin = day.end() - 5
            for date in find_dates(self.text, begin, min(self.end, begin + 40)):
                if date.span.start <= day.end():
                    around.date, around.head_end = date.iso, date.span.end
                return
        year = _YEAR.match(self.text, at, self.end)
        if year:
            around.date, around.head_end = year["year"], year.end()

    def statute(self, kind: re.Match[str]) -> Mention | None:
        """Return the statute of a body (``Điều lệ Đảng``, ``Điều lệ Công đoàn Việt Nam``)."""
        of = re.compile(r"\s+(?:của\s+)?", re.IGNORECASE).match(self.text, kind.end(), self.end)
        body = self.words.bodies.at(self.text, of.end(), self.end) if of else None
        if body is None or not self.text[body.start].isupper() or self.words.bodies.is_vague(self.text, body, self.end):
            return None
        mention = named_mention(kind.start(), body.end, "named-statute", 0.93)
        mention.around.issuer = body.of(self.text)
        return mention

    def of_statute(self, kind: re.Match[str]) -> Mention | None:
        """Return the rules under a statute (``Quy định thi hành Điều lệ Đảng``), with the body that may follow."""
        found = _UNDER_STATUTE.match(self.text, kind.end(), self.end)
        statute = self.words.bodies.at(self.text, found.end(), self.end) if found else None
        if found is None or statute is None or not kind[0][0].isupper() or kind[0].isupper():
            return None
        of = _OF.match(self.text, statute.end, self.end)
        body = self.words.bodies.at(self.text, of.end(), self.end) if of else None
        mention = named_mention(kind.start(), body.end if body else statute.end, "named-statute", 0.85)
        mention.around.issuer = body.of(self.text) if body else None
        mention.around.title = tidy(self.text[kind.end() : statute.end])
        return mention

    def known(self, kind: re.Match[str], code: str | None) -> Mention | None:
        """Return a document whose subject alone tells it, as the authority file has one of that subject."""
        if code not in ("QĐi", "QC", "CT", "KL", "NQ"):
            return None
        at = self._skip(kind.end())
        end = min(self.end, at + _LONGEST)
        if self.words.kinds.pattern.match(self.text, at, end):
            return None
        read = read_title(self.text, at, min(self._next_document(at, end), end), self.words)
        if read is None or len(read[0].split()) < _KNOWN_WORDS:
            return None
        kinds = ("QĐ", "QĐi") if code == "QĐi" else (code,)
        file = authority(self.packs)
        if not any(file.with_subject(one, read[0]) for one in kinds):
            return None
        mention = named_mention(kind.start(), at + len(self.text[at : read[1].end].rstrip(" ,")), "named-known", 0.75)
        mention.around.title = read[0]
        return mention

    def between(self, kind: re.Match[str]) -> Mention | None:
        """Return the rules by which two bodies work together (``Quy chế phối hợp giữa Công an xã và Đoàn xã``)."""
        opened = _BETWEEN.match(self.text, kind.start(), self.end)
        one = self.words.bodies.at(self.text, opened.end(), self.end) if opened else None
        joint = _WITH.match(self.text, one.end, self.end) if one else None
        other = self.words.bodies.at(self.text, joint.end(), self.end) if joint else None
        if one is None or other is None or not kind[0][0].isupper():
            return None
        if any(self.words.bodies.is_vague(self.text, body, self.end) for body in (one, other)):
            return None
        mention = named_mention(kind.start(), other.end, "named-subject", 0.75)
        mention.around.issuer = self.text[one.start : other.end]
        mention.around.title = tidy(self.text[kind.end() : other.end])
        return mention

    def testament(self, kind: re.Match[str]) -> Mention | None:
        """Return the testament of Hồ Chí Minh."""
        found = self.words.match("testament", self.text, kind.end(), self.end)
        if found is None or not kind[0][0].isupper():
            return None
        mention = named_mention(kind.start(), found.end(), "named-testament", 0.9)
        mention.around.issuer = found["body"]
        return mention

    def report(self, kind: re.Match[str]) -> Mention | None:
        """Return a report with its full title (``báo cáo Kết quả giám sát … năm 2023``), unless it is this report."""
        opened = self.words.match("report-title", self.text, kind.end(), self.end)
        if opened is None or _END_OF_REPORT.search(self.text, max(self.start, kind.start() - 20), kind.start()):
            return None
        if kind.start() == self.start:
            return None
        found = self._subjectnamed_mention(kind, opened.end(), "named-report", 0.8, least=6)
        if found is not None and self.own_title and _folded(found.around.title) in self.own_title:
            return None
        return found

    def of_body(self, kind: re.Match[str], code: str | None) -> Mention | None:
        """Return ``<kind> của <body> về/thực hiện <subject>``.

        Only its subject identifies what a body has said about something (``về``), so that the text keeps it; it ends
        with the body where the subject stands in quotation marks or is what is carried out (``thực hiện``).
        """
        of = _OF.match(self.text, kind.end(), self.end)
        sort_of = _SORT_OF.get(code or "")
        of = of or (sort_of.match(self.text, kind.end(), self.end) if sort_of else None)
        body = self.words.bodies.at(self.text, of.end() if of else self._skip(kind.end()), self.end)
        if body is None or self._unfit(body) or self.is_own(body.of(self.text)):
            return None
        if of is None and code not in ("NQ", "CT", "KL"):
            return None
        opened = self._subject_open(code, body.end)
        year = _YEAR.match(self.text, body.end, self.end) if code == "NQ" and of is None else None
        if opened is None and year is None:
            return None
        end = year.end() if year and not opened else body.end
        mention = named_mention(kind.start(), end, "named-of-body", 0.78)
        mention.around.issuer = body.of(self.text)
        if opened:
            quoted = self.text[opened.end() : opened.end() + 1] in ("“", '"', "«")
            about = _ABOUT.match(self.text, body.end, self.end)
            read = read_title(self.text, opened.end(), self.end, self.words) if quoted else None
            clause = self.words.search("title-end", self.text, opened.end(), self.end)
            stop = min(self._subject_end(opened.end()), clause.start() if clause else self.end)
            stop = min(stop, self._next_document(opened.end(), stop)) if about else stop
            mention.around.title = read[0] if read else tidy(self.text[opened.end() : stop]) or None
            if about and read is None and year is None:
                end = opened.end() + len(self.text[opened.end() : stop].rstrip(" ,.;:"))
                mention.around.head_end = mention.around.end = end
        return mention

    def _subject_open(self, code: str | None, at: int) -> re.Match[str] | None:
        """Return what opens the subject after a body; documents that prescribe may open it by more verbs."""
        found = self.words.match("subject-open", self.text, at, self.end)
        if found is None and code in _PRESCRIBES:
            found = self.words.match("subject-prescribed", self.text, at, self.end)
        return found

    def with_body(self, kind: re.Match[str], code: str | None) -> Mention | None:
        """Return ``<kind> <subject> của <body>`` (``Quy chế làm việc của Sở``)."""
        if code in ("QĐ", "TB", "BC", "CT", "TT", "NQ", "KL"):
            return None
        of = _OF.search(self.text, kind.end(), min(self.end, kind.end() + _SUBJECT_REACH))
        if of is None or of.start() == kind.end() or self._subject_end(kind.end()) < of.start():
            return None
        subject = tidy(self.text[kind.end() : of.start()])
        if self.words.is_general(subject) or self._other_document(kind.end(), of.start()):
            return None
        body = self.words.bodies.at(self.text, of.end(), self.end)
        ruling = code in ("QC", "QĐi")
        body = self._several(body) if body is not None and ruling else body
        if body is None or self._unfit(body) or not self.text[body.start].isupper():
            return None
        if not ruling and (self.is_own(body.of(self.text)) or len(subject.split()) < 3):
            return None
        stop, term = self.words.term(self.text, body.end, self.end) if ruling else (body.end, None)
        period = _PERIOD.match(self.text, stop, self.end)
        end = period.end() if period else stop
        mention = named_mention(kind.start(), end, "named-subject", 0.85 if ruling else 0.65)
        mention.around.issuer = body.of(self.text)
        mention.around.term = term
        mention.around.title = tidy(self.text[kind.end() : end]) if period else subject
        return mention

    def _several(self, body: Span) -> Span:
        """Return ``body`` with the bodies joined to it, which share one set of rules (Bộ Chính trị, Ban Bí thư)."""
        for _ in range(_MOST_BODIES):
            joint = _AND.match(self.text, body.end, self.end)
            other = self.words.bodies.at(self.text, joint.end(), self.end) if joint else None
            if other is None or self.words.bodies.acts(self.text, other, self.end):
                break
            if self.words.bodies.is_vague(self.text, other, self.end) or not self.text[other.start].isupper():
                break
            body = Span(body.start, other.end)
        return body

    def up_to_next(self, kind: re.Match[str], code: str | None) -> Mention | None:
        """Return a document whose subject goes on to the next document of a list, or to the end of the clause."""
        if code in ("QĐ", "TB", "BC", "CV", "TTr"):
            return None
        at = self._skip(kind.end())
        clause = self.words.search("title-end", self.text, at, self.end)
        return self._subjectnamed_mention(
            kind, at, "named-subject", 0.75, least=2, stop=clause.start() if clause else self.end
        )

    def _subjectnamed_mention(
        self, kind: re.Match[str], at: int, rule: str, confidence: float, *, least: int, stop: int | None = None
    ) -> Mention | None:
        if self.text[at : at + 1] in (",", ";"):  # "ban hành Kết luận, Thủ tướng …"
            return None
        end = min(self._subject_end(at), self._next_document(at), self.end if stop is None else stop)
        title = tidy(self.text[at:end])
        if len(title.split()) < least or self.words.is_general(title) or len(title) > _LONGEST:
            return None
        end = at + len(self.text[at:end].rstrip(" ,"))
        mention = named_mention(kind.start(), end, rule, confidence)
        mention.around.title = title
        return mention

    def _subject_end(self, at: int) -> int:
        found = self.words.search("subject-end", self.text, at, self.end)
        return found.start() if found else self.end

    def _next_document(self, at: int, end: int | None = None) -> int:
        """Return where the next document of a list begins: a mark, then a kind in capital letters."""
        for joint in _NEXT_DOCUMENT.finditer(self.text, at, self.end if end is None else end):
            kind = self.words.kinds.pattern.match(self.text, joint.end(), self.end)
            kind = kind or self.words.other_kinds.match(self.text, joint.end(), self.end)
            if kind and kind[0][0].isupper():
                return joint.start()
        return self.end

    def _other_document(self, start: int, end: int) -> bool:
        return self.words.kinds.pattern.search(self.text, start, end) is not None

    def _unfit(self, body: Span) -> bool:
        """Whether a body is none that can be named: vague, or one of several."""
        if self.words.bodies.is_vague(self.text, body, self.end):
            return True
        joint = _AND.match(self.text, body.end, self.end)
        other = self.words.bodies.at(self.text, joint.end(), self.end) if joint else None
        return other is not None and not self.words.bodies.acts(self.text, other, self.end)

    def _skip(self, place: int) -> int:
        blank = _BLANK.match(self.text, place, self.end)
        return blank.end() if blank else place


def _folded(words: str | None) -> str:
    return " ".join((words or "").lower().replace("uỷ", "ủy").split())
