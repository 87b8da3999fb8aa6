"""Mentions that only name the kind of a document told of before: ``Chỉ thị này``, ``Nghị quyết nêu trên``.

They are no records of their own: who counts citations would count one twice. Each is kept as a flag on the mention
that it points back to, ``anaphor:START-END`` with offsets into the clean text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trichluc.extract.references.lexicon import Lexicon
from trichluc.records import Form, Reference
from trichluc.span import Span

FLAG = "anaphor"
_POINTS = re.compile(
    r"\s+(?:này|đó|ấy|trên|nói trên|nêu trên|kể trên|trên đây|vừa nêu|đã nêu)(?!\w)"
    r"(?!\s+(?:cơ sở|tinh thần|địa bàn|\d))",
    re.IGNORECASE,
)
_MANY = re.compile(r"(?<!\w)(?:các|những|nhiều|một số|mọi|\d+|hai|ba|bốn|năm|số)\s+$", re.IGNORECASE)
_FARTHEST = 4000  # characters: what was told of two pages before is not "this"


def find_anaphora(text: str, areas: Sequence[Span], words: Lexicon) -> Iterator[tuple[Span, str]]:
    """Yield each mention that only names a kind and points back, with the kind's code."""
    for area in areas:
        for match in words.kinds.pattern.finditer(text, area.start, area.end):
            points = _POINTS.match(text, match.end(), area.end)
            if points is None or _MANY.search(text, max(area.start, match.start() - 12), match.start()):
                continue
            code = words.kinds.of_word(match[0])
            if code is not None:
                yield Span(match.start(), points.end()), code


def flag_anaphora(text: str, areas: Sequence[Span], references: Sequence[Reference], words: Lexicon) -> list[Reference]:
    """Return ``references`` with the mentions that point back to each noted among its flags."""
    flags: dict[int, list[str]] = {}
    for span, code in find_anaphora(text, areas, words):
        index = _antecedent(references, span, code)
        if index is not None:
            flags.setdefault(index, []).append(f"{FLAG}:{span.start}-{span.end}")
    return [
        reference.model_copy(update={"flags": (*reference.flags, *flags[index])}) if index in flags else reference
        for index, reference in enumerate(references)
    ]


def _antecedent(references: Sequence[Reference], span: Span, code: str) -> int | None:
    """Return the last mention of a document of this kind before ``span``, null where none is near."""
    for index in range(len(references) - 1, -1, -1):
        reference = references[index]
        if reference.end <= span.start and reference.type == code:
            near = span.start - reference.end <= _FARTHEST
            return index if near and (reference.form is not Form.NAMED or reference.confidence >= 0.8) else None
    return None
