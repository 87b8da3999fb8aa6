"""Where sentences begin and end, with exact offsets.

A regular expression finds the marks that can end a sentence; a few rules about what stands on either side decide.
Semicolons and colons never part sentences. The usual splitters for Vietnamese break after ``II.`` and ``PGS.TS.``, and
give back text that is no longer the source's own; this one only ever points into it.
"""

from __future__ import annotations

import re
from functools import cache

from trichluc.packs import load_packs
from trichluc.span import Span

# The end of a paragraph; "./." which closes a report; dots of omission; or a stop. Closing marks go with the sentence.
_MARK = re.compile(
    r"""\n|\.(?: ?\.)+(?=[^\W\d_])|(?:\./\.|\.(?: ?\.)+|[.!?…]+)[)\]}"”’»]*(?=\s|$)"""
    r"|(?<=[^\W\d_]{2})[.?!](?=[^\W\d_]{2})"
)
_DOTS = ("..", ". .")  # of omission: "lúa, ngô . . . thì"
_MARK_BEGINS = re.compile(r"[\n.!?…]")
_OPENING = re.compile(r"""[\s("'“‘«\[–-]*""")
_LAST_WORD = re.compile(r"[\w./-]*$")
_LIST_NUMBER = re.compile(r"[(\s]*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-ZĐa-zđ])\Z")
_INITIALS = re.compile(r"(?:[A-ZĐ]\.)*[A-ZĐ]")
_NAMED_BY_A_LETTER = re.compile(
    r"(?:[A-ZĐÀ-ÝĂÂƠƯ][a-zà-ỹ]+|\b(?:nhóm|loại|hạng|khối|mức|lớp|tổ|khu|lục|mẫu|điểm|bảng))\s\Z"
)
_LOOK_BACK = 24  # longer than any abbreviation with the word before it


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    r"""Return the sentences of ``text[start:end]`` as spans of ``text``, in order, without white space at their ends.

    A line break always parts sentences; ``;`` and ``:`` never do. Every character that is not white space stands in
    exactly one sentence.

    Args:
        text: any text.
        start: offset at which to begin.
        end: offset at which to stop, the end of the text by default.

    >>> [span.of("Có 1.234 hộ. PGS.TS. An dự.") for span in sentences("Có 1.234 hộ. PGS.TS. An dự.")]
    ['Có 1.234 hộ.', 'PGS.TS. An dự.']
    """
    end = len(text) if end is None else end
    found, begun = list[Span](), start
    at = start
    while (begins := _MARK_BEGINS.search(text, at, end)) is not None:
        mark = _MARK.match(text, begins.start(), end)
        at = mark.end() if mark else begins.end()
        if mark and (mark[0] == "\n" or _ends_sentence(text, begun, mark.start(), mark.end(), end)):
            _add(found, text, begun, at)
            begun = at
    _add(found, text, begun, end)
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append(Span(start, end))


def _ends_sentence(text: str, begun: int, at: int, after: int, end: int) -> bool:
    """Tell whether the mark ``text[at:after]`` ends the sentence that began at ``begun``."""
    follows = _OPENING.match(text, after, end)
    place = follows.end() if follows else after
    if place >= end or text.startswith("./.", at):
        return True
    following = text[place]
    if place == after:  # no blank after the stop: a slip of the typist, or the inside of an address or a name
        alone = text.startswith(_DOTS, at) or (text[at - 1].islower() and _stands_alone(text, begun, at))
        return following.isupper() and alone
    if following.islower():
        return False
    if text[at] != "." or text.startswith(_DOTS, at):
        return True
    return _stands_alone(text, begun, at)


def _stands_alone(text: str, begun: int, at: int) -> bool:
    """Tell whether the word before a single full stop is a whole word, and not an abbreviation or a list number."""
    if at - begun <= 10 and _LIST_NUMBER.match(text, begun, at):
        return False
    before = text[max(begun, at - _LOOK_BACK) : at]
    word = _LAST_WORD.search(before)
    assert word is not None  # the pattern matches the empty string
    last = word[0]
    if "://" in last or "www." in last:
        return False
    if last.lower() == "v.v":
        return True
    if _INITIALS.fullmatch(last):  # an initial ("V. Putin"), unless it names something ("nhóm A", "Nguyễn Văn A")
        return bool(_NAMED_BY_A_LETTER.search(before[: word.start()]))
    known = _abbreviations()
    return last not in known and last.rpartition(".")[2] not in known


@cache
def _abbreviations() -> frozenset[str]:
    lists = load_packs().words("abbreviations.toml")
    return frozenset(word for words in lists.values() for word in words)
