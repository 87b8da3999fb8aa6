"""Where a pattern can begin: many patterns are looked for in one walk over the words of a text.

A search tries a pattern at every character. Most patterns of the rules begin with a word of a short list or with a
number, and at the beginning of a word. What they begin with is read off their parse trees; then each is tried only
where a word, and what follows it, goes as the pattern begins. At most words none does, which is remembered of the word.
The walk is made once for a text, whose sentences are then asked for one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from trichluc.text.beginnings import LENGTH, alternatives, beginnings, first_words, only_first
from trichluc.text.indexed import Indexed, indexed, is_word
from trichluc.text.needles import needles

_MOST_NEEDLES = 400  # of one pattern; with more of them they stand nearly everywhere
_DIGIT = re.compile(r"\d")
_KEPT = 20_000  # words of which it is known what may begin there
_KEPT_AFTER = 400  # continuations of one word

_Here = tuple[tuple[int, int], ...]  # how far from the beginning of a word which pattern may begin
Matches = dict[int, list[re.Match[str]]]  # by the place of their pattern


class Finder:
    """Finds all places of many patterns.

    Args:
        patterns: that do not mind the case, or are for text in lower case.
        anywhere: matches may begin inside words too (``BVMTcòn``).
        begin: for the first patterns, how their matches begin, where their parse trees do not tell it; see
            :func:`beginnings`.
    """

    def __init__(
        self, patterns: Iterable[re.Pattern[str]], *, anywhere: bool = False, begin: Sequence[Iterable[str]] = ()
    ) -> None:
        self._anywhere = anywhere
        self._inside = anywhere  # something that is looked for may begin inside words
        self._patterns = tuple(patterns)
        self._begun = _Begun()
        self._begun_first = _Begun()  # by patterns that begin at the first word only
        self._searched: list[int] = []  # patterns of which nothing is known
        self._parted: dict[int, int] = {}  # by the place of an alternative, that of the pattern it belongs to
        for index, pattern in enumerate(self._patterns):
            if index < len(begin):
                self._add(index, pattern, frozenset(beginning[:LENGTH] for beginning in begin[index]))
                continue
            known = self._known(pattern)
            parts = () if known else alternatives(pattern)
            if len(parts) < 2:
                self._add(index, pattern, known)
                continue
            for part in parts:
                self._parted[len(self._patterns)] = index
                self._add(len(self._patterns), part, self._known(part))
                self._patterns += (part,)
        self._opening: dict[str, _Following] = {}
        self._telling: dict[str, _Following] = {}
        self._silent: set[str] = set()  # words at which nothing can begin, whatever follows them

    def _known(self, pattern: re.Pattern[str]) -> frozenset[str]:
        return first_words(pattern) if only_first(pattern) else beginnings(pattern, anywhere=self._anywhere)

    def _add(self, index: int, pattern: re.Pattern[str], known: frozenset[str]) -> None:
        """Let a pattern be tried where it can begin, or, where that is not known, searched if a needle is there."""
        begun = self._begun_first if only_first(pattern) else self._begun
        for beginning in known:
            begun.add(beginning, index)
        if known:
            return
        needed = [_DIGIT.sub("0", needle) for needle in needles(pattern.pattern, pattern.flags, _MOST_NEEDLES)]
        if needed and all(re.match(r" ?\S", needle) for needle in needed):
            self._inside = True
            for needle in needed:
                self._begun.add(needle[:LENGTH], ~index)
        else:
            self._searched.append(index)

    def matches(self, text: str) -> Matches:
        """Return the matches in ``text`` that ``finditer`` gives, by the place of their pattern, in ascending order."""
        return self._matches(text, Indexed(text), 0)

    def matches_in(self, part: str, text: str, start: int) -> Matches:
        """Return the matches in ``part`` as :meth:`matches` does.

        Args:
            part: what stands in ``text`` at ``start``, as it is or in lower case.
            text: a longer text, of which other parts are asked for too.
            start: offset into it.
        """
        whole = indexed(text)
        if whole.parts_word(start) or whole.parts_word(start + len(part)):
            return self.matches(part)
        return self._matches(part, whole, start)

    def over(self, text: str, start: int, end: int) -> Matches:
        """Return the matches that ``finditer(text, start, end)`` gives, by the place of their pattern.

        Args:
            text: a text of which other stretches are asked for too.
            start: where to begin.
            end: where the text is taken to end.
        """
        found: Matches = {}
        reached: dict[int, int] = {}
        searched = set(self._searched)
        for word, here in self._places(indexed(text), start, end):
            for ahead, index in here:
                if index < 0:
                    searched.add(~index)
                    continue
                begin = word + ahead
                if begin >= reached.get(index, start) and (match := self._patterns[index].match(text, begin, end)):
                    reached[index] = match.end()
                    found.setdefault(index, []).append(match)
        for index in searched:
            if several := list(self._patterns[index].finditer(text, start, end)):
                found[index] = several
        return found if self._parted.keys().isdisjoint(found) else self._joined(found, text, start, end)

    def _matches(self, part: str, whole: Indexed, start: int) -> Matches:
        """Return the matches in ``part``, which stands in ``whole`` at ``start``."""
        found: Matches = {}
        patterns = self._patterns
        end = start + len(part)
        for index in self._at_first_word(whole, start, end) if self._begun_first.whole else ():
            if match := patterns[index].match(part):
                found[index] = [match]
        reached: dict[int, int] = {}  # by pattern, where its last match ends
        searched = set(self._searched)
        for word, here in self._places(whole, start, end):
            for ahead, index in here:
                if index < 0:
                    searched.add(~index)
                    continue
                begin = word - start + ahead
                if begin >= reached.get(index, 0) and (match := patterns[index].match(part, begin)):
                    found.setdefault(index, []).append(match)
                    reached[index] = match.end()
        for index in searched:
            if several := list(patterns[index].finditer(part)):
                found[index] = several
        if not self._parted.keys().isdisjoint(found):
            found = self._joined(found, part, 0, len(part))
        return dict(sorted(found.items())) if len(found) > 1 else found

    def _joined(self, found: Matches, text: str, start: int, end: int) -> Matches:
        """Return ``found`` with what alternatives have found given to their patterns."""
        joined = {index: its for index, its in found.items() if index not in self._parted}
        for part in sorted(found.keys() & self._parted.keys()):
            joined.setdefault(self._parted[part], []).extend(found[part])
        for index in {self._parted[part] for part in found.keys() & self._parted.keys()}:
            its = joined[index] = sorted(joined[index], key=re.Match.start)
            if any(match.start() < before.end() for before, match in pairwise(its)):  # one can hide a later one
                joined[index] = list(self._patterns[index].finditer(text, start, end))
        return joined

    def _places(self, text: Indexed, start: int, end: int) -> Iterator[tuple[int, _Here]]:
        """Yield the words of a part of ``text`` where patterns can begin or needles of ``~pattern`` stand, in order."""
        places = text.kept.get((self, "words"))
        if places is None:
            silent = self._silent
            places = [place for place, word in enumerate(text.words) if word not in silent]
            places = text.kept[self, "words"] = places, [text.starts[place] for place in places]
        telling, small, words, ends = self._telling, text.small, text.words, text.ends
        its_places, starts = places
        for nth in range(bisect_left(starts, start), bisect_left(starts, end)):
            place = its_places[nth]
            following = telling.get(words[place]) or self._following(words[place])
            if following is None:
                continue
            stop = ends[place]
            after = small[stop : stop + following.reach]
            its = following.kept.get(after)
            here = following.before(after) if its is None else its
            if here:
                yield starts[nth], here

    def _at_first_word(self, text: Indexed, start: int, end: int) -> Iterable[int]:
        """Return the patterns that may begin with the first word of a part of ``text``."""
        place = bisect_left(text.starts, start)
        while place < len(text.words) and not is_word(text.words[place][0]):
            place += 1
        if place == len(text.words) or text.starts[place] >= end:
            return ()
        word, after = text.words[place], text.ends[place]
        if (following := self._opening.get(word)) is None:
            if len(self._opening) >= _KEPT:
                self._opening.clear()
            following = self._opening[word] = _Following(self._begun_first.possible(word, 0))
        return [index for _, index in following.before(text.small[after : after + following.reach])]

    def _following(self, word: str) -> _Following | None:
        """Find out what can begin at ``word``, null where nothing can."""
        if len(self._telling) + len(self._silent) >= _KEPT:
            self._telling.clear()
            self._silent.clear()
        places = range(-1, len(word) if self._inside and is_word(word[0]) else 1)
        possible = [begun for ahead in places for begun in self._begun.possible(word, ahead)]
        if self._inside and not self._anywhere:  # only needles may stand there
            possible = [begun for begun in possible if begun[0] < 1 or begun[1] < 0]
        if not possible:
            self._silent.add(word)
            return None
        known = self._telling[word] = _Following(possible)
        return known


class _Begun:
    """Beginnings of patterns, to be found by the words that they begin with.

    Attributes:
        whole: the patterns of each.
    """

    __slots__ = ("_heads", "_longer", "whole")

    def __init__(self) -> None:
        self.whole: dict[str, list[int]] = {}
        self._longer: dict[str, list[tuple[str, int]]] = {}  # by what may end with a word, what must follow it
        self._heads: set[str] = set()  # what they begin with, of any length

    def add(self, beginning: str, index: int) -> None:
        """Add a beginning of the pattern ``index``."""
        self.whole.setdefault(beginning, []).append(index)
        self._heads.update(beginning[:place] for place in range(1, len(beginning) + 1))
        for place in range(1, len(beginning)):
            # where letters or digits went on, they would be part of the word
            if not (is_word(beginning[place - 1]) and is_word(beginning[place])):
                self._longer.setdefault(beginning[:place], []).append((beginning[place:], index))

    def possible(self, word: str, ahead: int) -> Iterator[tuple[int, int, str]]:
        """Yield which beginnings are possible in ``word`` from ``ahead`` on (-1: from a blank before it).

        Args:
            word: a word, or a mark.
            ahead: characters of the word.

        Yields:
            ``ahead``, the pattern, and what must follow the word.
        """
        tail = word[ahead:] if ahead >= 0 else f" {word}"
        for length in range(1, min(len(tail), LENGTH) + 1):
            if (head := tail[:length]) not in self._heads:
                return
            for index in self.whole.get(head, ()):
                yield ahead, index, ""
        for rest, index in self._longer.get(tail, ()):
            yield ahead, index, rest


class _Following:
    """What can begin at a word, by what follows the word.

    Args:
        possible: how far from the beginning of the word (-1: with the blank before it) which pattern may begin, if the
            word is followed by what.

    Attributes:
        kept: what :meth:`before` has found.
        reach: how many characters after the word may matter.
    """

    __slots__ = ("_always", "_by_length", "kept", "reach")

    def __init__(self, possible: Iterable[tuple[int, int, str]]) -> None:
        by_rest: dict[str, set[tuple[int, int]]] = {}
        for ahead, index, rest in possible:
            by_rest.setdefault(rest, set()).add((ahead, index))
        self._always: _Here = tuple(sorted(by_rest.pop("", ())))
        lengths: dict[int, dict[str, _Here]] = {}
        for rest, its in by_rest.items():
            lengths.setdefault(len(rest), {})[rest] = tuple(its)
        self._by_length = tuple(lengths.items())
        self.kept: dict[str, _Here] = {}
        self.reach = max(lengths, default=0)

    def before(self, after: str) -> _Here:
        """Return what can begin where the characters ``after`` follow the word, in order."""
        its = self.kept.get(after)
        if its is None:
            if len(self.kept) >= _KEPT_AFTER:
                self.kept.clear()
            its = self._always
            for length, known in self._by_length:
                its += known.get(after[:length], ())
            if its and its is not self._always:
                its = tuple(sorted(set(its)))
            self.kept[after] = its
        return its
