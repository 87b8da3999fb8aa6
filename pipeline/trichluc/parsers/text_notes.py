"""Footnotes at the end of a text file: ``[1] ...``, ``(1) ...`` or a mark that was lost in copying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from trichluc.parsers.text_lines import plain
from trichluc.source_builder import Piece

_MARK = re.compile(
    r"\s*(?:\[(?P<square>\d{1,3}|\*{1,3}|[ivx]{1,4})\]|\((?P<round>\d{1,3}|\*{1,3})\)|\[\^(?P<caret>[^\]\s]{1,20})\]:?|"
    r"(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(?P<lost>\ufffd+))\s*"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SEARCHED = 400


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note: its name in this file, its mark (empty where it was lost), the mark as written in the body, its text."""

    identifier: str
    mark: str
    written: str
    text: str


def find_notes(texts: Sequence[str]) -> tuple[int, list[FoundNote]]:
    """Return how many paragraphs at the end of ``texts`` are footnotes, and the notes that they hold.

    A paragraph at the end is a note where its mark also stands in the body, inside a line, and the marks run on without
    a gap; or where it begins with U+FFFD, which is what a lost mark leaves. A paragraph without mark that stands
    between notes goes with the note before it.
    """
    first = max(0, len(texts) - _SEARCHED)
    starts = [(index, match) for index in range(first, len(texts)) if (match := _MARK.match(texts[index]))]
    for position, (index, _) in enumerate(starts):
        group = starts[position:]
        if index and _run_on(group) and _anchored(texts, index, group):
            return len(texts) - index, _notes(texts, group)
    return 0, []


def _run_on(group: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Whether the notes are of one kind, count 1, 2, 3 ..., and no long stretch without a mark stands among them."""
    kinds = {match.lastgroup for _, match in group}
    if len(kinds) != 1:
        return False
    if kinds == {"lost"}:
        return all(after[0] - before[0] == 1 for before, after in pairwise(group))
    marks = [match[match.lastgroup or 0].translate(_RAISED) for _, match in group]
    if kinds == {"caret"}:
        return True
    if marks[0].isdigit():
        return marks == [str(int(marks[0]) + step) for step in range(len(marks))]
    return len(set(marks)) == len(marks)


def _anchored(texts: Sequence[str], first: int, group: Sequence[tuple[int, re.Match[str]]]) -> bool:
    kind = group[0][1].lastgroup
    if kind == "lost":
        return group[-1][0] == len(texts) - 1 and all(len(plain(texts[index])) > 3 for index, _ in group)
    if len(texts) - 1 - group[-1][0] > 3:
        return False
    body = "\n".join(texts[:first])
    return all(_anchor(match[0].strip().removesuffix(":")).search(body) for _, match in group)


def _anchor(written: str) -> re.Pattern[str]:
    """Return the pattern of a mark inside a line: right after a word or a blank after it, not at the head of an item.

    ``(1)`` after a colon, comma or semicolon counts items and marks nothing.
    """
    escaped = re.escape(written)
    if written.startswith("("):
        return re.compile(rf"(?:(?<=[\w”\"’»)])|(?<=\w )){escaped}(?!\s*\w+[^.;]*;\s*\()")
    return re.compile(rf"(?<=[^\s\n]){escaped}|(?<=\S ){escaped}")


def _notes(texts: Sequence[str], group: Sequence[tuple[int, re.Match[str]]]) -> list[FoundNote]:
    ends = [index for index, _ in group[1:]] + [len(texts)]
    found = []
    for number, ((index, match), end) in enumerate(zip(group, ends, strict=True), start=1):
        kind = match.lastgroup or ""
        mark = "" if kind == "lost" else match[kind].translate(_RAISED)
        text = "\n".join([texts[index][match.end() :], *texts[index + 1 : end]])
        found.append(FoundNote(f"note{number}", mark, match[0].strip().removesuffix(":"), text))
    return found


def mark_anchors(content: Sequence[Piece], notes: Sequence[FoundNote], placed: set[str]) -> list[Piece]:
    """Return ``content`` with the marks of ``notes`` cut out and pieces in their place; ``placed`` is added to."""
    marked = list(content)
    for note in notes:
        if note.identifier in placed:
            continue
        pattern = re.compile(r"(?<=\S)\s*\ufffd+") if not note.mark else _anchor(note.written)
        for index, piece in enumerate(marked):
            match = pattern.search(piece.text) if piece.note is None else None
            if match is None:
                continue
            placed.add(note.identifier)
            tail = replace(piece, text=piece.text[match.end() :])
            marked[index : index + 1] = [
                replace(piece, text=piece.text[: match.start()]), Piece(note=note.identifier), tail,
            ]  # fmt: skip
            break
    return marked
