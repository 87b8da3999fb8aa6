"""Documents without a number: named by an occasion (a congress, a plenum), or by a subject and a body."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from trichluc.extract.described import Described
from trichluc.extract.references.lead import read_lead
from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Around, Mention
from trichluc.extract.references.occasions import OccasionReader
from trichluc.extract.references.standing import StandingReader
from trichluc.extract.references.subjects import SubjectReader
from trichluc.extract.references.titles import read_title

_SENTENCE_START = re.compile(r"(?:^|[.!?;:]\s+|\n)[\s\-–+*•“\"]*\Z")
_NEAR = 3
_FEWEST_OBEYED = 4  # words of a subject that alone tells a document
_NEXT = re.compile(r"\s*(?:,|;|và|cùng|hoặc)\s+", re.IGNORECASE)


class NamedReader:
    """Reads the documents that ``text[start:end]`` cites without a number.

    Args:
        text: the clean text.
        start: where the passage begins.
        end: where it ends.
        numbered: the mentions with a number in the passage, whose kinds are spoken for.
        kinds: the names of kinds in the passage, in order, those that the type table lacks too.
        words: the rules.
        described: the report itself: its own plan without a number is no reference.
    """

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        numbered: Sequence[Mention],
        kinds: Sequence[re.Match[str]],
        words: Lexicon,
        described: Described,
    ) -> None:
        self.text, self.start, self.end, self.words = text, start, end, words
        self.titles = [(t.start, t.end) for mention in numbered if (t := mention.around.title_span) is not None]
        self.kinds = kinds
        self.heads = sorted((mention.start, mention.number_end) for mention in numbered)
        self.law_end = start
        self.occasions = OccasionReader(text, start, end, words)
        self.subjects = SubjectReader(text, start, end, words, described, words.packs)
        self.standing = StandingReader(text, start, end, words)
        self.told = start  # where the last document's own words end
        self.unmade = start  # where a list of laws that are only to be made has got to
        self.reached = start
        self.lead: str | None = None

    def read(self) -> Iterator[Mention]:
        """Yield the mentions, in order."""
        for kind in self.kinds:
            if kind.start() < self.law_end or self._spoken_for(kind):
                continue
            for mention in self._of_kind(kind):
                if mention.rule in ("named-law", "named-treaty"):
                    self.law_end = mention.end
                self.told = max(self.told, mention.end)
                yield mention

    def _spoken_for(self, kind: re.Match[str]) -> bool:
        """Whether the kind belongs to a mention with a number."""
        index = bisect_right(self.heads, (kind.start(), self.end))
        near = self.heads[max(0, index - _NEAR) : index + 1]
        return any(start < kind.end() and kind.start() < end for start, end in near)

    def _of_kind(self, kind: re.Match[str]) -> Iterator[Mention]:
        code = self.words.kinds.of_word(kind[0])
        for read in self._readers(kind, code):
            found = read()
            if found is not None:
                mention = self._finished(found, kind, code)
                yield from (mention, *self._same_head(mention, code))
                return

    def _readers(self, kind: re.Match[str], code: str | None) -> Iterator[Callable[[], Mention | None]]:
        """Yield the ways in which a document of this kind may be named, the surest first."""
        titled = any(start <= kind.start() < end for start, end in self.titles)
        drafted = self._drafted(kind)
        if not drafted:
            yield from self._by_occasion(kind, code)
        if code is None and not titled and not drafted and kind.start() >= self.told:
            yield from self._standing(kind)
        if code in self.words.law_kinds:
            yield lambda: self._law(kind)
        if code == "ĐL":
            yield lambda: self.subjects.statute(kind)
        if code == "DC":
            yield lambda: self.subjects.testament(kind)
        if code in ("BC", "QC") and not self._plural(kind):
            yield lambda: self.subjects.report(kind) if code == "BC" else self.subjects.between(kind)
        capital = self.text[kind.start()].isupper()
        shortened = kind[0].isupper() and " " not in kind[0]
        if shortened or titled:
            return
        if capital and (code in self.words.subject_kinds or code is None) and not self._plural(kind):
            first = kind.start() == self.start or _SENTENCE_START.search(
                self.text, max(self.start, kind.start() - 6), kind.start()
            )
            yield lambda: self.subjects.of_body(kind, code)
            if not (first and code in self.words.verbal_kinds):
                yield lambda: self._with_body(kind, code)
                yield lambda: self._issued(kind, code)
                yield lambda: self.subjects.known(kind, code)
                yield lambda: self._amended(kind, code)
                yield lambda: self._obeyed(kind, code)
        if code in ("QĐi", "HD"):
            yield lambda: self.subjects.of_statute(kind)

    def _by_occasion(self, kind: re.Match[str], code: str | None) -> Iterator[Callable[[], Mention | None]]:
        start, after = kind.span()
        if code in ("NQ", "KL", None):
            yield lambda: self.occasions.at(start, after)
        if code == "NQ":
            yield lambda: self.occasions.meeting(start, after)
            yield lambda: self.occasions.session(start, after)
        if code == "BC":
            yield lambda: self.occasions.political_report(start, after)

    def _standing(self, kind: re.Match[str]) -> Iterator[Callable[[], Mention | None]]:
        word = kind[0].lower()
        if word == "chiến lược":
            yield lambda: self.standing.strategy(kind)
        if word == "cương lĩnh":
            yield lambda: self.standing.platform(kind)
        if word == "công ước":
            yield lambda: self.standing.treaty(kind)

    def _law(self, kind: re.Match[str]) -> Mention | None:
        """Read a law; one that is only to be made is none, nor are the laws that follow it in a list."""
        found = self.subjects.law(kind)
        if found is None:
            return None
        going_on = self.unmade > self.start and _NEXT.fullmatch(self.text, self.unmade, kind.start())
        if going_on or self._drafted(kind) or self.words.before("unmade", self.text, self.start, kind.start()):
            self.unmade = self.law_end = found.end
            return None
        return found

    def _drafted(self, kind: re.Match[str]) -> bool:
        return self.words.before("draft", self.text, self.start, kind.start())

    def _plural(self, kind: re.Match[str]) -> bool:
        return self.words.before("plural", self.text, self.start, kind.start()) or self._drafted(kind)

    def _with_body(self, kind: re.Match[str], code: str | None) -> Mention | None:
        found = self.subjects.with_body(kind, code)
        lead = self._lead_issuer(kind.start()) if found is not None else None
        if found is not None and lead is not None and lead != found.around.issuer:
            self.reached, self.lead = found.end, lead
        return found

    def _issued(self, kind: re.Match[str], code: str | None) -> Mention | None:
        """Read a document whose body stands before it with a verb of issuing, alone or in a list."""
        lead = self._lead_issuer(kind.start())
        if lead is None or self.subjects.is_own(lead):
            return None
        found = self.standing.quoted(kind) or self.subjects.up_to_next(kind, code)
        if found is not None:
            found.around.issuer = lead
            found.rule = "named-issued"
            self.reached = found.end
            self.lead = lead
        return found

    def _lead_issuer(self, place: int) -> str | None:
        """Return the body that issues what begins at ``place``: before it, or before the list that it goes on."""
        if self.reached > self.start and _NEXT.fullmatch(self.text, self.reached, place):
            return self.lead
        _, _, issuer = read_lead(self.text, self.start, place, self.words)
        return issuer

    def _amended(self, kind: re.Match[str], code: str | None) -> Mention | None:
        if not self.words.before("amend", self.text, self.start, kind.start()):
            return None
        found = self.subjects.up_to_next(kind, code)
        if found is not None:
            found.rule = "named-amended"
        return found

    def _obeyed(self, kind: re.Match[str], code: str | None) -> Mention | None:
        """Read a document that the clause obeys, with nothing but its subject (``theo Nghị quyết về việc …``)."""
        if code not in self.words.obeyed_kinds or not self.words.match("about", self.text, kind.end(), self.end):
            return None
        if not self.words.before("obey", self.text, self.start, kind.start()):
            return None
        found = self.standing.quoted(kind) or self.subjects.up_to_next(kind, code)
        if found is None or len((found.around.title or "").split()) < _FEWEST_OBEYED:
            return None
        found.rule, found.confidence = "named-obeyed", 0.7
        return found

    def _finished(self, mention: Mention, kind: re.Match[str], code: str | None) -> Mention:
        """Fill in the kind, the place and a subject that follows."""
        mention.kind, mention.own_kind, mention.place = code, True, kind.start()
        around = mention.around
        around.end = max(around.end, around.head_end)
        if around.title is None:
            self._read_title(around)
        if _NEXT.match(self.text, around.end, self.end):
            self.reached = max(self.reached, around.end)
        return mention

    def _read_title(self, around: Around) -> None:
        opened = self.words.match("title", self.text, around.end, self.end)
        found = read_title(self.text, opened.end(), self.end, self.words) if opened else None
        if found is not None:
            around.title, around.title_span = found

    def _same_head(self, mention: Mention, code: str | None) -> list[Mention]:
        """Return the occasions that go on after the first and share its kind: ``… lần thứ XIII, Đại hội Đảng bộ …``."""
        found = [mention] if mention.rule in ("named-congress", "named-plenum") else []
        while found:
            following = self._next_occasion(found[-1])
            if following is None:
                break
            following.kind, following.place, following.listed = code, following.start, True
            following.around.end = following.end
            self._read_title(following.around)
            found.append(following)
        for before, after in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
            if before.rule == after.rule == "named-plenum":
                before.around.term = before.around.term or after.around.term
            if before.rule == after.rule == "named-congress" and after.text_is_number:
                before.around.issuer = before.around.issuer or after.around.issuer
        return found[1:]

    def _next_occasion(self, mention: Mention) -> Mention | None:
        joint = _NEXT.match(self.text, mention.end, self.end)
        found = self.occasions.at(joint.end(), joint.end()) if joint else None
        return found or self.occasions.more_plenums(mention, mention.end) or self.occasions.more_congresses(mention)
