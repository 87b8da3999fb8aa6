"""Documents without a number: named by an occasion or a subject, and a body."""

from __future__ import annotations

from collections.abc import Sequence

from trichluc.extract.described import Described
from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Mention


def find_named(
    text: str, start: int, end: int, numbered: Sequence[Mention], words: Lexicon, described: Described
) -> list[Mention]:
    """Return the documents that ``text[start:end]`` cites without a number."""
    return []
