"""The kinds of documents and their codes, as the table ``document_types.csv`` gives them."""

from __future__ import annotations

import re

from pydantic import BaseModel, ConfigDict, field_validator

from trichluc.layout.rules import kept_with
from trichluc.packs import Packs


class DocumentType(BaseModel):
    """One kind of document.

    Attributes:
        code: the code that records carry (``BC``).
        name: the word that is printed (``Báo cáo``).
        system: who issues it: ``party``, ``state``, ``legal``, ``union``, ``youth``, ``front``, ``veterans``.
        aliases: other words for it.
        misspellings: slips that are met.
        symbol_codes: how symbols write it, the usual form first; empty where symbols leave it out.
        note: what to know.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    name: str
    system: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    symbol_codes: tuple[str, ...] = ()
    note: str | None = None

    @field_validator("system", "aliases", "misspellings", "symbol_codes", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(";") if part.strip()) if isinstance(value, str) else value


def document_types(packs: Packs) -> tuple[DocumentType, ...]:
    """Return the table of kinds."""
    return packs.table("document_types.csv", DocumentType, ("code",))


class Kinds:
    """Reads the kind of a document from its kind line, its title or its symbol."""

    def __init__(self, packs: Packs) -> None:
        types = document_types(packs)
        self._by_word = {
            word.lower(): kind.code
            for kind in reversed(types)
            for word in (kind.name, *kind.misspellings, *kind.aliases)
            if " " in word or word == kind.name
        }
        self._by_code = {code: kind.code for kind in reversed(types) for code in kind.symbol_codes}
        words = "|".join(sorted(map(re.escape, self._by_word), key=len, reverse=True))
        self._line = re.compile(rf"^\W*(?P<kind>{words})\W*$", re.IGNORECASE)
        self._start = re.compile(rf"^\W*(?P<kind>{words})(?!\w)", re.IGNORECASE)

    @classmethod
    def of(cls, packs: Packs) -> Kinds:
        """Return the kinds of ``packs``, kept with them."""
        return kept_with(packs, cls)

    def line(self, text: str) -> re.Match[str] | None:
        """Return the match where ``text`` is nothing but the name of a kind (``KẾ HOẠCH``), its group ``kind``."""
        return self._line.search(text)

    def start(self, text: str) -> re.Match[str] | None:
        """Return the match where ``text`` begins with the name of a kind, its group ``kind``."""
        return self._start.search(text)

    def code(self, word: str) -> str | None:
        """Return the code of the kind that ``word`` names; of a longer line, of the words it begins with."""
        word = " ".join(word.lower().split())
        if word in self._by_word:
            return self._by_word[word]
        match = self._start.search(word)
        return self._by_word[match["kind"]] if match else None

    def of_symbol(self, symbol: str) -> str | None:
        """Return the code of the kind that a normalised symbol shows (``12-BC/ĐU`` → ``BC``), null for a letter's."""
        for part in re.split(r"[-/]", symbol):
            if part in self._by_code:
                return self._by_code[part]
        return None
