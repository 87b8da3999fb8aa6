"""Resolutions named by their occasion: a congress, a plenum of the Central Committee, a yearly meeting."""

from __future__ import annotations

import re

from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Mention, named_mention
from trichluc.span import Span
from trichluc.text.dates import find_periods

_CONFERENCE = re.compile(r"hội\s+nghị(?=\s)", re.IGNORECASE)
_OF = re.compile(r"\s*(?:của\s+)?", re.IGNORECASE)
_OF_BODY = re.compile(r"\s*,?\s*của\s+", re.IGNORECASE)
_NATION = re.compile(r"\s+toàn\s+quốc(?!\w)", re.IGNORECASE)
_ORDINAL_WORD = re.compile(r"\s*,?\s*lần\s", re.IGNORECASE)
_PEOPLE = re.compile(r"\s+(?P<body>(?:[^\W\d_]+\s+){1,8}?)(?=lần\s+thứ\s)", re.IGNORECASE)
_CENTRAL = re.compile(
    r"(?:Ban\s+Chấp\s+hành\s+|BCH\s+)?(?:trung\s*ương|(?-i:TW|T\.Ư|TƯ))(?:\s+Đảng)?(?![^\W\d_])", re.IGNORECASE
)
_MORE_PLENUMS = re.compile(
    r"(?:\s*,\s*|\s+và\s+)(?:Trung\s+ương\s+)?(?P<number>\d{1,2})(?=\s*[,(]|\s+(?:và|khóa|khoá)\s)", re.IGNORECASE
)
_MORE_CONGRESSES = re.compile(r"(?:\s*,\s*|\s+và\s+)(?:lần\s+(?:thứ\s+)?)?(?P<number>[IVXL]{1,6})(?![\w.])")
_EDGE = re.compile(r"\s+(?:đầu|cuối)\s*\Z", re.IGNORECASE)  # đầu năm học
_TAIL = re.compile(r"(?:\s+[^\W\d_]+){1,5}?(?=\s+lần\s+thứ\s)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_POLITICAL = re.compile(r"\s+chính\s+trị\s+(?:tại|trình|của)\s+(?=đại\s+hội\s)", re.IGNORECASE)
_MAX_STEPS = 6


class OccasionReader:
    """Reads occasions in one passage."""

    def __init__(self, text: str, start: int, end: int, words: Lexicon) -> None:
        self.text, self.start, self.end, self.words = text, start, end, words

    def at(self, start: int, place: int) -> Mention | None:
        """Return the document of the congress or plenum that is named at ``place``; its words begin at ``start``."""
        of = _OF.match(self.text, place, self.end)
        at = of.end() if of else place
        return (
            self._plenum(start, at)
            or self._local_plenum(start, at)
            or self._congress(start, at)
            or self._body_and_number(start, at)
            or self._number_and_body(start, place)
        )

    def meeting(self, start: int, place: int) -> Mention | None:
        """Return the resolution of a yearly meeting (``Nghị quyết Hội nghị người lao động năm 2024``)."""
        of = _OF.match(self.text, place, self.end)
        found = self.words.match("meeting", self.text, of.end() if of else place, self.end)
        if found is None:
            return None
        mention = named_mention(start, found.end(), "named-meeting", 0.9)
        mention.around.issuer = _EDGE.sub("", " ".join(found["body"].split())).strip(" ,")
        periods = find_periods(found["year"])
        mention.flags.append(f"occasion:{periods[0].edtf}" if periods else "occasion")
        return mention

    def session(self, start: int, place: int) -> Mention | None:
        """Return the resolution of a session of a council (``Nghị quyết kỳ họp thứ 12 HĐND huyện khóa XX``)."""
        opened = self.words.match("session", self.text, place, self.end)
        return self._of_body(start, opened.end(), "named-session") if opened else None

    def more_plenums(self, before: Mention, place: int) -> Mention | None:
        """Return the next plenum of a list that names the Central Committee once (``Trung ương 4, 5 khóa XII``)."""
        if before.rule != "named-plenum":
            return None
        more = _MORE_PLENUMS.match(self.text, place, self.end)
        if more is None:
            return None
        term = self.words.match("term", self.text, more.end(), self.end)
        mention = named_mention(more.start("number"), term.end() if term else more.end(), "named-plenum", 0.8)
        mention.around.issuer = before.around.issuer
        mention.around.term = term["term"].upper() if term else None
        return mention

    def more_congresses(self, before: Mention) -> Mention | None:
        """Return the next congress of a list that says the word once (``Đại hội XII, XIII của Đảng``)."""
        more = _MORE_CONGRESSES.match(self.text, before.end, self.end) if before.rule == "named-congress" else None
        if more is None:
            return None
        end = more.end("number")
        of = _OF_BODY.match(self.text, end, self.end)
        body = self.words.bodies.at(self.text, of.end(), self.end) if of else None
        mention = named_mention(more.start("number"), body.end if body else end, "named-congress", 0.8)
        mention.around.issuer = body.of(self.text) if body else before.around.issuer
        mention.text_is_number = True
        return mention

    def _plenum(self, start: int, place: int) -> Mention | None:
        found = self.words.match("plenum", self.text, place, self.end)
        if found is None:
            return None
        end = place + len(found[0].rstrip())
        mention = named_mention(start, end, "named-plenum", 0.95 if found["term"] else 0.8)
        central = _CENTRAL.search(self.text, place, found.end())
        mention.around.issuer = central[0] if central else None
        mention.around.term = found["term"].upper() if found["term"] else None
        return mention

    def _local_plenum(self, start: int, place: int) -> Mention | None:
        """Return the document of a numbered conference of another committee (``Hội nghị Tỉnh ủy lần thứ 5``)."""
        opened = _CONFERENCE.match(self.text, place, self.end)
        if opened is None:
            return None
        at = opened.end()
        ordinal = self.words.match("ordinal", self.text, at, self.end) if _ORDINAL_WORD.match(self.text, at) else None
        at = ordinal.end() if ordinal else at
        of = _OF.match(self.text, at, self.end)
        body = self.words.bodies.at(self.text, of.end() if of else at, self.end)
        if body is None or self.words.bodies.is_vague(self.text, body, self.end):
            return None
        end = body.end
        if ordinal is None:
            ordinal = (
                self.words.match("ordinal", self.text, end, self.end) if _ORDINAL_WORD.match(self.text, end) else None
            )
            if ordinal is None:
                return None
            end = ordinal.end()
        end, term = self.words.term(self.text, end, self.end)
        mention = named_mention(start, end, "named-conference", 0.88)
        mention.around.issuer, mention.around.term = body.of(self.text), term
        return mention

    def _congress(self, start: int, place: int) -> Mention | None:
        found = self.words.match("congress", self.text, place, self.end)
        if found is None:
            return None
        at = end = found.end()
        numbered, body = False, None
        for _ in range(_MAX_STEPS):
            nation = _NATION.match(self.text, at, self.end)
            if nation:
                at = end = nation.end()
                continue
            ordinal = None if numbered else self.words.match("ordinal", self.text, at, self.end)
            if ordinal:
                numbered, at, end = True, ordinal.end(), ordinal.end()
                continue
            step = self._body(at, body) if body is None else None
            if step is None:
                break
            body, at = step
            end = at
            if self.words.bodies.is_vague(self.text, body, self.end):
                return None
        if not numbered:
            tenure = self.words.match("tenure", self.text, at, self.end)
            if tenure is None or body is None:
                return None
            end = tenure.end()
        mention = named_mention(start, end, "named-congress", 0.95)
        mention.around.issuer = body.of(self.text) if body else None
        return mention

    def _body(self, at: int, body: Span | None) -> tuple[Span, int] | None:
        """Return the body whose congress it is, and the offset after it."""
        of = _OF_BODY.match(self.text, at, self.end)
        place = of.end() if of else at + (self.text[at : at + 1] == " ")
        if place >= self.end:
            return None
        found = self.words.bodies.at(self.text, place, self.end)
        if found is None and not of:
            people = _PEOPLE.match(self.text, at, self.end)
            if people:
                end = people.end("body")
                while end > people.start("body") and self.text[end - 1].isspace():
                    end -= 1
                found = Span(people.start("body"), end)
        told = found is not None and (
            _ORDINAL_WORD.match(self.text, found.end, self.end) or _NATION.match(self.text, found.end, self.end)
        )
        if found is not None and not told:
            found = self._with_tail(found)
        return (found, found.end) if found else None

    def _with_tail(self, body: Span) -> Span:
        """Return ``body`` with the words in small letters up to the number (``chi bộ trường lần thứ V``)."""
        tail = _TAIL.match(self.text, body.end, self.end)
        halted = tail is None or any(
            self.words.bodies.halts(self.text, word.start(), self.end)
            for word in _WORD.finditer(self.text, body.end, tail.end())
        )
        return body if tail is None or halted else Span(body.start, tail.end())

    def _body_and_number(self, start: int, place: int) -> Mention | None:
        """Return a resolution named by a body and the number of its congress (``Nghị quyết Đảng bộ … lần thứ VII``)."""
        body = self.words.bodies.at(self.text, place, self.end)
        if body is None or self.words.bodies.is_vague(self.text, body, self.end):
            return None
        ordinal = self.words.match("ordinal", self.text, body.end, self.end)
        if ordinal is not None and not _ORDINAL_WORD.match(self.text, body.end, self.end):
            ordinal = None
        told = ordinal or self.words.match("tenure", self.text, body.end, self.end)
        if told is None:
            return None
        mention = named_mention(start, told.end(), "named-congress", 0.9)
        mention.around.issuer = body.of(self.text)
        return mention

    def _number_and_body(self, start: int, place: int) -> Mention | None:
        """Return a resolution named by a number and its body (``Nghị quyết lần thứ IX của Đảng bộ huyện``)."""
        ordinal = (
            self.words.match("ordinal", self.text, place, self.end)
            if _ORDINAL_WORD.match(self.text, place, self.end)
            else None
        )
        of = _OF_BODY.match(self.text, ordinal.end(), self.end) if ordinal else None
        return self._of_body(start, of.end(), "named-conference") if of else None

    def _of_body(self, start: int, place: int, rule: str) -> Mention | None:
        """Return a resolution whose name ends with the body at ``place``, and its term where it is told."""
        body = self.words.bodies.at(self.text, place, self.end)
        if body is None or self.words.bodies.is_vague(self.text, body, self.end):
            return None
        end, term = self.words.term(self.text, body.end, self.end)
        mention = named_mention(start, end, rule, 0.85)
        mention.around.issuer, mention.around.term = body.of(self.text), term
        return mention

    def political_report(self, start: int, place: int) -> Mention | None:
        """Return the political report to a congress (``Báo cáo chính trị tại Đại hội XIII của Đảng``)."""
        opened = _POLITICAL.match(self.text, place, self.end)
        return self._congress(start, opened.end()) if opened else None
