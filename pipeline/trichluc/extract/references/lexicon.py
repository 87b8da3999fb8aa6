"""The rules of ``references.toml``, compiled once, and the grammars that the family shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from trichluc.extract.damaged import DamagedSymbols, damaged_symbols
from trichluc.extract.kind_words import KindWords, kind_words
from trichluc.extract.phrases import beginnings_of, both_spellings, phrase_pattern
from trichluc.extract.references.bodies import BodyGrammar, body_grammar
from trichluc.extract.symbols import SymbolGrammar, symbol_grammar
from trichluc.packs import Packs, Rule
from trichluc.text.starts import Finder

_FILE = "references.toml"
_TWO_WORDS = re.compile(r"([^\W\d_]+),?\s+([^\W\d_]+)")
Use = Literal[
    "sign", "issue", "passive", "passive-verb", "quantity", "title", "title-verb", "title-verb-dated", "title-end",
    "term", "tenure", "alias", "after-number", "plural", "draft", "own", "amend", "subject-open", "subject-end",
    "congress", "ordinal", "plenum", "meeting", "conference", "report-title", "testament", "pointer",
    "session", "platform", "treaty", "unmade", "obey", "about",
    "subject-prescribed",
]  # fmt: skip


class ReferenceRule(Rule):
    """A rule of ``references.toml``.

    Attributes:
        use: which step of the grammar it serves; see the head of that file.
    """

    use: Use


class KindsFound(NamedTuple):
    """The names of kinds in a passage, each list in order of appearance.

    Attributes:
        kinds: names of kinds.
        others: names of kinds that the type table lacks.
        pointers: what points back after the name of a kind.
    """

    kinds: list[re.Match[str]]
    others: list[re.Match[str]]
    pointers: list[re.Match[str]]


NOTHING_FOUND = KindsFound([], [], [])
_POINTERS = 2  # patterns of the finder before those of pointers


class Lexicon:
    """What the grammar of references knows of words.

    Attributes:
        packs: where it comes from.
        kinds: names of kinds of documents.
        symbols: grammar of symbols.
        damaged: reads symbols that a scan has damaged.
        bodies: grammar of names of bodies.
        bare_kinds, subject_kinds, law_kinds, obeyed_kinds: codes of kinds, see ``references.toml``.
        law_subjects: matches a known subject of a law.
        other_kinds: matches a kind that the type table lacks.
        verbal_kinds: codes of kinds whose name is a verb too.
    """

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        words = packs.words(_FILE)
        self.kinds: KindWords = kind_words(packs)
        self.symbols: SymbolGrammar = symbol_grammar(packs)
        self.damaged: DamagedSymbols = damaged_symbols(packs)
        self.bodies: BodyGrammar = body_grammar(packs)
        self.bare_kinds = frozenset(words["bare_kinds"])
        self.subject_kinds = frozenset(words["subject_kinds"])
        self.law_kinds = frozenset(words["law_kinds"])
        self.obeyed_kinds = frozenset(words["obeyed_kinds"])
        glued = (subject.replace(", ", ",") for subject in words["law_subjects"])  # "Luật Khiếu nại,tố cáo"
        self.law_subjects = phrase_pattern({*words["law_subjects"], *glued})
        subjects = (pair for phrase in both_spellings(words["law_subjects"]) if (pair := _TWO_WORDS.match(phrase)))
        self._law_openings = frozenset(f"{pair[1]} {pair[2]}".lower() for pair in subjects)
        self.other_kinds = phrase_pattern(words["other_kinds"], ignore_case=False)
        self.verbal_kinds = frozenset(words["verbal_kinds"])
        self._general = frozenset(words["general_subjects"])
        self._not_a_law = re.compile(rf"(?<!\w)(?:{'|'.join(words['not_a_law'])})\s+$", re.IGNORECASE)
        self._rules: dict[str, tuple[ReferenceRule, ...]] = {}
        for rule in packs.rules(_FILE, ReferenceRule):
            self._rules[rule.use] = (*self._rules.get(rule.use, ()), rule)
        pointers = [rule.regex for rule in self._rules.get("pointer", ())]
        self._finder = Finder(
            (self.kinds.pattern, self.other_kinds, *pointers),
            begin=(self.kinds.beginnings, beginnings_of(both_spellings(words["other_kinds"]))),
        )

    def opens_law(self, text: str, place: int, end: int) -> bool:
        """Whether the two words at ``place``, in any case of letters, open the subject of a law that is known."""
        pair = _TWO_WORDS.match(text, place, end)
        return pair is not None and f"{pair[1]} {pair[2]}".lower() in self._law_openings

    def is_general(self, subject: str) -> bool:
        """Whether a subject tells no document from another (``công tác năm``)."""
        bare = re.sub(r"\s*\d[\d\s–-]*$", "", subject.lower()).strip()
        return not bare or bare in self._general

    def not_a_law(self, text: str, start: int, place: int) -> bool:
        """Whether the word before ``Luật`` makes it something else (``Đại học Luật``)."""
        return self._not_a_law.search(text, max(start, place - 16), place) is not None

    def match(self, use: Use, text: str, place: int, end: int) -> re.Match[str] | None:
        """Return the match of a rule of ``use`` at ``place``, or null."""
        for rule in self._rules.get(use, ()):
            match = rule.regex.match(text, place, end)
            if match is not None:
                return match
        return None

    def search(self, use: Use, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match of a rule of ``use`` in ``text[start:end]``, or null."""
        matches = [match for rule in self._rules.get(use, ()) if (match := rule.regex.search(text, start, end))]
        return min(matches, key=lambda match: match.start(), default=None)

    def all(self, use: Use, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the matches of the rules of ``use``, rule by rule."""
        for rule in self._rules.get(use, ()):
            yield from rule.regex.finditer(text, start, end)

    def kinds_in(self, text: str, start: int, end: int) -> KindsFound:
        """Return the names of kinds in a passage and what points back after one."""
        found = self._finder.over(text, start, end)
        if not found:
            return NOTHING_FOUND
        pointers = [match for index in found if index >= _POINTERS for match in found[index]]
        return KindsFound(found.get(0, []), found.get(1, []), sorted(pointers, key=lambda match: match.start()))

    def term(self, text: str, place: int, end: int) -> tuple[int, str | None]:
        """Return where the term of office at ``place`` ends, and its number; ``place`` and null where none stands."""
        found = self.match("term", text, place, end)
        return (place + len(found[0].rstrip()), found["term"].upper()) if found else (place, None)

    def before(self, use: Use, text: str, start: int, place: int, reach: int = 48) -> bool:
        """Whether a rule of ``use``, whose pattern ends in ``$``, stands right before ``place``."""
        return self.search(use, text, max(start, place - reach), place) is not None


@lru_cache(maxsize=8)
def lexicon(packs: Packs) -> Lexicon:
    """Return the lexicon of ``packs``; it is made once."""
    return Lexicon(packs)
