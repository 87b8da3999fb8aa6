"""Mentions that only name the kind of a document told of before: ``Chỉ thị này``, ``Nghị quyết nêu trên``.

They are no records of their own: who counts citations would count one twice. Each is kept as a flag on the mention
that it points back to, ``anaphor:START-END`` with offsets into the clean text. One that points back to nothing is left
out, for ``quy định này`` is mostly said of a rule and not of a document, and so is one that may mean several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from trichluc.extract.references.items import joined
from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Mention
from trichluc.span import Span

FLAG = "anaphor"
_REACH = 1500  # characters: farther back a reader would not look for what "này" means
_MENTIONS = 40  # more citations than stand within that reach


def flag_anaphora(
    text: str,
    pointers: Sequence[tuple[Span, re.Match[str]]],
    mentions: Sequence[Mention],
    words: Lexicon,
    own_kind: str | None,
) -> None:
    """Note on each mention what points back to it.

    Args:
        text: the clean text.
        pointers: what may point back, in order, each with the passage that it stands in.
        mentions: those of the whole report, in order; changed in place.
        words: the rules.
        own_kind: kind of the report itself: in a chỉ thị, ``Chỉ thị này`` is the report.
    """
    starts = {mention.start for mention in mentions}
    before = 0
    for span, code in find_anaphora(text, pointers, words):
        while before < len(mentions) and mentions[before].start < span.start:
            before += 1
        if code == own_kind or span.start in starts:
            continue
        meant = _antecedent(text, mentions[max(0, before - _MENTIONS) : before], span.start, code)
        if meant is not None:
            meant.flags.append(f"{FLAG}:{span.start}-{span.end}")


def find_anaphora(
    text: str, pointers: Iterable[tuple[Span, re.Match[str]]], words: Lexicon
) -> Iterator[tuple[Span, str]]:
    """Yield each mention that only names a kind and points back, with the kind's code."""
    for area, pointer in pointers:
        kind = words.kinds.before(text, pointer.start(), area.start)
        code = words.kinds.of_word(kind[0]) if kind is not None else None
        if kind is None or code is None or words.before("plural", text, area.start, kind.start()):
            continue
        yield Span(kind.start(), pointer.end()), code


def _antecedent(text: str, before: Sequence[Mention], place: int, code: str) -> Mention | None:
    """Return the last mention of the kind before ``place``, null where it is far or stands in a list of such."""
    for index in range(len(before) - 1, -1, -1):
        found = before[index]
        if place - found.end > _REACH:
            return None
        if found.kind == code:
            other = before[index - 1] if index else None
            listed = other is not None and other.kind == code and joined(text, other.around.end, found.start)
            return None if listed else found
    return None
