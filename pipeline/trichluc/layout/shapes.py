"""Shapes of text that tell a heading from a sentence: capitals, length, how it ends."""

from __future__ import annotations

import re

_LETTER = re.compile(r"[^\W\d_]")
_OPENING = re.compile(r"[“\"«(]")
_END_OF_QUOTE, _END_OF_BRACKET = re.compile(r"[”\"»]"), re.compile(r"\)")
_EDGE = " \t.,;:…-–—*_#"
# (1), [2] and superscript numbers that a footnote mark left behind
_NOTE_MARK = re.compile(r"\s*(?:\(\d{1,2}\)|\[\d{1,2}\])$")


def is_capitals(text: str) -> bool:
    """Whether ``text`` is set in capitals: what stands in quotation marks or brackets may be small."""
    core = _without_quoted(text)
    letters = len(_LETTER.findall(core))
    if letters < 4:
        core = text
        letters = len(_LETTER.findall(core))
    return letters >= 4 and sum(map(str.islower, core)) <= letters * 0.08


def _without_quoted(text: str) -> str:
    """Return ``text`` with a blank for all that stands in quotation marks or brackets which close again."""
    parts, place = list[str](), 0
    unclosed = set[re.Pattern[str]]()  # from where nothing has closed, nothing will close later
    for opening in _OPENING.finditer(text):
        end = _END_OF_BRACKET if opening[0] == "(" else _END_OF_QUOTE
        if opening.start() < place or end in unclosed:
            continue
        closing = end.search(text, opening.end())
        if closing is None:
            unclosed.add(end)
            continue
        parts += (text[place : opening.start()], " ")
        place = closing.end()
    return "".join(parts) + text[place:]


def clean_title(text: str) -> str:
    """Return the words of a heading without the punctuation at its ends; case is kept as printed."""
    title = _NOTE_MARK.sub("", text.strip(_EDGE))
    return title.rstrip(_EDGE).removesuffix("/").rstrip(_EDGE)


def title_length(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the words of a heading between ``start`` and ``end``, without punctuation at its ends."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end
