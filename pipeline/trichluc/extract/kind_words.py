"""The names of kinds of documents as running text writes them: in full, shortened, misspelt, without marks."""

from __future__ import annotations

import re
from functools import lru_cache

from trichluc.extract.phrases import any_of, beginnings_of
from trichluc.layout.kinds import document_types
from trichluc.packs import Packs
from trichluc.text.characters import strip_marks

DECISION, REGULATION, LETTER, PROGRAMME = "QĐ", "QĐi", "CV", "CTr"
_LONGEST = 32  # characters of the longest name of a kind, with a blank after it
CIRCULAR, PARTY_CIRCULAR, LAW, ORDER = "TT", "TTh", "L", "Lệnh"


class KindWords:
    """Tells the kind from a word of the text and from the code in a symbol.

    Attributes:
        symbol_codes: every code that symbols use for a kind.
        pattern: matches a name of a kind: in full in any case of letters, or shortened in capitals.
        beginnings: how its matches begin.
    """

    def __init__(self, packs: Packs) -> None:
        types = document_types(packs)
        abbreviations = packs.words("references.toml")["abbreviations"]
        self.symbol_codes = tuple(dict.fromkeys(code for kind in types for code in kind.symbol_codes))
        self._by_word: dict[str, str] = {}
        self._by_code: dict[str, str] = {}
        for kind in reversed(types):
            words = [w for w in (kind.name, *kind.misspellings, *kind.aliases) if " " in w or w == kind.name]
            self._by_word |= {strip_marks(word): kind.code for word in words}
            self._by_word |= {word.lower(): kind.code for word in words}
            self._by_code |= dict.fromkeys(kind.symbol_codes, kind.code)
        self._by_code |= {code: kind.code for kind in reversed(types) for code in kind.symbol_codes[:1]}
        self.pattern = any_of(self._by_word, r"(?:(?![^\W\d])|(?=TW\s?\d))", as_is=abbreviations)
        self.beginnings = beginnings_of((*self._by_word, *abbreviations))

    def before(self, text: str, place: int, start: int) -> re.Match[str] | None:
        """Return the name of a kind that ends at ``place`` but for blanks, null where none does."""
        for match in self.pattern.finditer(text, max(start, place - _LONGEST), place):
            if not text[match.end() : place].strip():
                return match
        return None

    def of_word(self, word: str) -> str | None:
        """Return the kind that ``word`` names (``Chi thị``, ``CV``), null where it names none."""
        folded = " ".join(word.split())
        return self._by_code.get(folded) or self._by_word.get(folded.lower())

    def of_code(self, code: str, *, party: bool = False) -> str | None:
        """Return the kind that the code of a symbol stands for (``CTPH`` → ``CTr``)."""
        if code == CIRCULAR and party:
            return PARTY_CIRCULAR
        return self._by_code.get(code)


@lru_cache(maxsize=8)
def kind_words(packs: Packs) -> KindWords:
    """Return the names of kinds in ``packs``."""
    return KindWords(packs)
