"""Where the name of a body begins and ends in running text (``Sở Y tế Khánh Hòa``, ``Ban Thường vụ Tỉnh ủy``).

A name opens with one of the words of ``issuers.toml`` and goes on with capital words, words of rank (tỉnh, huyện),
second syllables (Tài *chính*) and known phrases; a verb, a preposition or a mark ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from trichluc.extract.kind_words import kind_words
from trichluc.extract.phrases import both_spellings, phrase_pattern
from trichluc.packs import Packs
from trichluc.span import Span

_WORD = re.compile(r"(?!V/v)(?:(?:TP|Tp|TX|Tx)\.|[^\W\d_]+(?:[.&][^\W\d_]+)*)")
_JOIN = re.compile(r"\s(?:và|&|-|–)\s(?=[^\W\d_])")
_NUMBER = re.compile(r"\d{1,3}(?![\d./-])")
_NUMBERED = re.compile(r"(?:bộ|khu|số|phố|ấp|thôn|đoàn|hội|phường|quận|xã|tổ|khối|trường|ty)\Z", re.IGNORECASE)
_DIGITS = re.compile(r"\s*(?:số|\d)", re.IGNORECASE)
_BLANK = re.compile(r"\s+")
_MAX_WORDS = 24


class BodyGrammar:
    """Reads names of bodies; made once for a set of packs."""

    def __init__(self, packs: Packs) -> None:
        words = packs.words("issuers.toml")
        self._closed = phrase_pattern(words["closed"])
        self._closing = phrase_pattern(words["closing"])
        self._open = phrase_pattern(words["open"])
        self._small = phrase_pattern(words["small"])
        self._ranks = phrase_pattern(words["ranks"])
        self._inner = phrase_pattern(words["inner"])
        self._stops = phrase_pattern((*words["stops"], *words["verbs"]))
        self._verbs = phrase_pattern(words["verbs"])
        self._vague = phrase_pattern(words["vague"])
        self._pairs = both_spellings(words["pairs"])
        self._joining = both_spellings(words["joining"])
        self._in_names = both_spellings(words["kinds_in_names"])
        self._kinds = kind_words(packs).pattern
        self._any = phrase_pattern((*words["closed"], *words["open"], *words["small"]))

    def at(self, text: str, place: int, end: int) -> Span | None:
        """Return the name that begins at ``place``, or null where none begins there.

        Args:
            text: the clean text.
            place: offset of the name's first letter.
            end: offset at which the clause ends at the latest.
        """
        closed = self._closed.match(text, place, end)
        opened = self._open.match(text, place, end)
        if closed and (opened is None or closed.end() >= opened.end()):
            if self._is_name(text, closed):
                after = self._closing.match(text, _skip(text, closed.end()), end)
                return Span(place, after.end() if after and text[after.start()].isupper() else closed.end())
            return None
        if opened is None or not self._is_name(text, opened):
            return None
        return Span(place, self._go_on(text, opened, end))

    def all(self, text: str, start: int, end: int) -> Iterator[Span]:
        """Yield the names in ``text[start:end]``, in order and not overlapping."""
        place = start
        for match in self._any.finditer(text, start, end):
            if match.start() >= place:
                found = self.at(text, match.start(), end)
                if found is not None:
                    place = found.end
                    yield found

    def acts(self, text: str, body: Span, end: int) -> bool:
        """Whether a verb follows the body: it is the subject of a clause (``Đảng ủy đã …``)."""
        return self._verbs.match(text, _skip(text, body.end), end) is not None

    def halts(self, text: str, place: int, end: int) -> bool:
        """Whether a word at ``place`` ends names: a verb, a preposition, a conjunction."""
        return self._stops.match(text, place, end) is not None

    def is_vague(self, text: str, body: Span, end: int) -> bool:
        """Whether the body is one that nobody can tell: ``các cấp``, ``đơn vị``, or several at once."""
        after = _skip(text, body.end)
        return bool(self._vague.fullmatch(text, body.start, body.end) or self._vague.match(text, after, end))

    def _is_name(self, text: str, head: re.Match[str]) -> bool:
        first = text[head.start()]
        return first.isupper() or bool(self._small.fullmatch(text, head.start(), head.end()))

    def _go_on(self, text: str, head: re.Match[str], end: int) -> int:
        """Return where the name that ``head`` opens ends."""
        stop = head.end()
        shouting = head[0].isupper() and len(head[0]) > 5
        joining = _BLANK.sub(" ", head[0].lower()) in self._joining
        for _ in range(_MAX_WORDS):
            step = self._next(text, stop, end, joining, shouting)
            if step is None:
                break
            stop = step
        return stop

    def _next(self, text: str, stop: int, end: int, joining: bool, shouting: bool) -> int | None:
        """Return the end of the word that goes on with a name that has reached ``stop``, or null where it is over."""
        place = _skip(text, stop)
        if place >= end or place == stop:
            return None
        number = _NUMBER.match(text, place, end)
        if number:
            return number.end() if _NUMBERED.search(text, max(0, stop - 8), stop) else None
        kind = self._kinds.match(text, place, end)
        if kind and (kind[0].lower() not in self._in_names or _DIGITS.match(text, kind.end(), end)):
            return None
        head = self._any.match(text, place, end)
        if head and head[0][0].isupper():
            return head.end()
        inner = self._inner.match(text, place, end)
        halt = self._stops.match(text, place, end)
        if inner and not (halt and halt.end() >= inner.end()):
            return inner.end()
        join = _JOIN.match(text, stop, end)
        if join:
            return self._joined(text, join.end(), end) if joining else None
        word = _WORD.match(text, place, end)
        if word is None or word[0] == "Về":  # "… của Bộ trưởng Bộ Tài chính Về việc …"
            return None
        rank = self._ranks.match(text, place, end)
        if rank and " " in rank[0]:  # Thành phố: its second word is no name of its own
            return rank.end()
        if word[0][0].isupper() and not (halt and (shouting or (len(halt[0].split()) == 1 and halt[0].islower()))):
            return word.end()
        if rank and not halt:
            return rank.end()
        before = text[:stop].rpartition(" ")[2] if stop < 40 else text[stop - 40 : stop].rpartition(" ")[2]
        if not halt and word[0].lower() in self._pairs and before[:1].isupper():
            return word.end()
        return None

    def _joined(self, text: str, place: int, end: int) -> int | None:
        """Return the end of the capital word after ``và`` that belongs to the same name (Kế hoạch *và Đầu* tư)."""
        word = _WORD.match(text, place, end)
        if word is None or not word[0][0].isupper() or self._any.match(text, place, end):
            return None
        return None if self._kinds.match(text, place, end) else word.end()


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \t\xa0":
        place += 1
    return place


@lru_cache(maxsize=8)
def body_grammar(packs: Packs) -> BodyGrammar:
    """Return the grammar of bodies for ``packs``; it is made once."""
    return BodyGrammar(packs)
