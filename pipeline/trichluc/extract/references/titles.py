"""The subject of a document (trích yếu) as running text states it: in quotation marks, or to the clause's end."""

from __future__ import annotations

import re

from trichluc.extract.references.lexicon import Lexicon
from trichluc.span import Span

_QUOTES = {"“": "”", "«": "»", '"': '"', "‘": "’"}
_LEADING = re.compile(r"\s*(?:V/v\.?|về(?!\w)(?:\s+việc(?!\w))?|việc(?!\w))\s*:?\s*", re.IGNORECASE)
_MAX_LENGTH = 600
_NUMBERED = re.compile(r"\s*(?:số|\d)", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:[,;]|\svà)\s+")
_STOPS_OF_SENTENCE = re.compile(r"[.;!?](?=\s)")


def read_title(text: str, place: int, stop: int, lexicon: Lexicon) -> tuple[str, Span] | None:
    """Return the subject that begins at ``place`` and where it stands with its quotation marks, or null.

    >>> from trichluc.packs import load_packs
    >>> from trichluc.extract.references.lexicon import lexicon
    >>> read_title("“Về việc giao biên chế” năm 2024", 0, 33, lexicon(load_packs()))[0]
    'giao biên chế'
    """
    stop = min(stop, place + _MAX_LENGTH)
    line = text.find("\n", place, stop)
    stop = line if line >= 0 else stop
    begin = place
    if place < stop and text[place] in _QUOTES:
        close = closing_quote(text, place, stop)
        if close is not None:
            words = tidy(text[place + 1 : close])
            return (words, Span(place, close + 1)) if words else None
        begin = place + 1
    end = _end_of_clause(text, begin, stop, lexicon)
    words = tidy(text[begin:end])
    return (words, Span(place, end)) if words else None


def tidy(words: str) -> str:
    """Return a subject without ``về việc`` before it and marks round it."""
    words = words.strip(" \t,.:;")
    lead = _LEADING.match(words)
    words = words[lead.end() :] if lead else words
    if words[:1] in _QUOTES and words.endswith(_QUOTES[words[:1]]) and len(words) > 1:
        words = words[1:-1]
    return " ".join(words.split()).rstrip(" ,.:;")


def closing_quote(text: str, place: int, stop: int) -> int | None:
    """Return where the quotation that opens at ``place`` closes; null where it never does within its sentence."""
    opening, closing = text[place], _QUOTES[text[place]]
    if opening == closing:
        at = text.find(closing, place + 1, stop)
        return at if at >= 0 else None
    depth, at = 1, place + 1
    while at < stop:
        if text[at] == opening:
            if _STOPS_OF_SENTENCE.search(text, place, at):
                return None
            depth += 1
        elif text[at] == closing:
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return None


def _end_of_clause(text: str, begin: int, stop: int, lexicon: Lexicon) -> int:
    """Return where a subject without quotation marks ends."""
    at = begin
    while at < stop:
        found = lexicon.search("title-end", text, at, stop)
        limit = found.start() if found else stop
        inner = _inner_end(text, begin, at, limit, lexicon)
        if inner is not None:
            return inner
        if found is None:
            return stop
        if not _inside_quotes(text, begin, found.start()):
            return found.start()
        at = max(found.end(), found.start() + 1)
    return stop


def _inner_end(text: str, begin: int, start: int, stop: int, lexicon: Lexicon) -> int | None:
    """Return where a mark of the clause's own ends a subject: an unopened closing mark, a document, a body."""
    depth = text.count("(", begin, start) - text.count(")", begin, start)
    for at in range(start, stop):
        letter = text[at]
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if depth < 0:
                return at
        elif letter in "”»" and not _inside_quotes(text, begin, at):
            return at
    for joint in _JOINT.finditer(text, start, stop):
        kind = lexicon.kinds.pattern.match(text, joint.end(), stop)
        if kind and _NUMBERED.match(text, kind.end(), stop) and not _inside_quotes(text, begin, joint.start()):
            return joint.start()
        if "," in joint[0]:
            body = lexicon.bodies.at(text, joint.end(), stop)
            if body and lexicon.bodies.acts(text, body, stop + 40):
                return joint.start()
    return None


def _inside_quotes(text: str, begin: int, at: int) -> bool:
    return text.count("“", begin, at) > text.count("”", begin, at)
