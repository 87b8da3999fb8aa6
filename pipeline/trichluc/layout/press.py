"""The line of a newspaper or portal that tells when and by whom: ``17/09/2021 14:22 | Lê Văn An``; names of authors."""

from __future__ import annotations

import re
from typing import NamedTuple

from trichluc.layout.names import Names
from trichluc.layout.rules import LayoutRules

_MOST_WORDS = 20
_PARTS = re.compile(r"\s*[|•·;()\[\]/]\s*|\s*[-–—,:]+(?:\s+|$)|\s+[-–—]+\s*")
_ACCOUNT = re.compile(r"[a-zA-Z][\w.]*")  # who put it on the page, as the portal calls him
_POSTED = re.compile(r"(?<!\w)(?:bởi|người đăng|by)(?!\w)", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:[-–—,&/]|(?<!\w)và(?!\w))\s*")
_LONGEST_NAME = 4  # words of a name in a list of authors
_MOST_AUTHORS = 4
_TWO = 2  # words of a rubric ("Đời Sống"), or of a name without its middle


class PressLine(NamedTuple):
    """A line of which a date is the heart.

    Attributes:
        date: where its date stands.
        name: where the author's name stands, null where it tells none.
        paper: where the paper's name stands, which a copy gives as its source.
    """

    date: tuple[int, int]
    name: tuple[int, int] | None
    paper: tuple[int, int] | None


def read_press_line(text: str, rules: LayoutRules, names: Names) -> PressLine | None:
    """Return date and author of ``text``, null where it says anything more than when, by whom and how often read."""
    if len(text.split()) > _MOST_WORDS:
        return None
    date = rules.search("press-date", text)
    if date is None:
        return None
    left = text
    for use in ("press-date", "press-word"):
        while (match := rules.search(use, left)) is not None:
            left = left[: match.start()] + "|" * (match.end() - match.start()) + left[match.end() :]
    name = paper = None
    for begin, end in _pieces(left):
        piece = left[begin:end]
        if piece.replace(".", "").isdigit():
            continue
        if paper is None and rules.search("paper", piece):
            paper = (begin, end)
        elif name is None and _is_name(piece, text[:begin], rules, names):
            name = (begin, end)
        elif not (_POSTED.search(text) and _ACCOUNT.fullmatch(piece)):
            return None
    return PressLine(date.span("date"), name, paper)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Return the stretches between marks that hold a letter or a digit."""
    found, begin = [], 0
    for match in (*_PARTS.finditer(text), None):
        end = match.start() if match is not None else len(text)
        stripped = text[begin:end].strip(" .+*\t")
        if re.search(r"\w", stripped):
            at = text.index(stripped, begin)
            found.append((at, at + len(stripped)))
        begin = match.end() if match is not None else end
    return found


def _is_name(piece: str, before: str, rules: LayoutRules, names: Names) -> bool:
    """Whether ``piece`` is a person's name; with a label or a middle name any surname will do."""
    if names.person(piece) is not None:
        return True
    labelled = rules.search("author-label", before) is not None
    return (labelled or len(piece.split()) > _TWO) and names.perhaps_person(piece) is not None


def authors(words: str, names: Names) -> bool:
    """Whether ``words`` are the names of two authors or more and nothing else: ``Thu Hà - Quốc Việt``."""
    parts = [part for part in _JOINED.split(words.strip(" .*()")) if part]
    return 1 < len(parts) <= _MOST_AUTHORS and all(
        len(part.split()) <= _LONGEST_NAME and names.perhaps_person(part) is not None for part in parts
    )


def write_authors(words: str, names: Names) -> str:
    """Return names of authors with their capitals as a person would write them, what joins them as printed."""
    return re.sub(
        r"[^\W\d_]+(?:\s+[^\W\d_]+)*",
        lambda match: (names.perhaps_person(match[0]) or match[0]) if match[0].isupper() else match[0],
        words,
    )
