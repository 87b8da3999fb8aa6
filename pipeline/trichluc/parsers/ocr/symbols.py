"""Symbols of documents (``05-CT/TW``) that were read with doubt, read again by themselves and a little smaller.

In the midst of a line of Vietnamese a symbol is what the program knows least. Alone with the word before it, it comes
out otherwise, and what is known of codes tells which reading counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from trichluc.parsers.ocr.codes import Grade, grade, kinds_before
from trichluc.parsers.ocr.image import PageImage
from trichluc.parsers.ocr.pieces import cut, read_all, smaller
from trichluc.parsers.ocr.signs import signs
from trichluc.parsers.ocr.tesseract import Tesseract, Word

_LIKE = re.compile(
    r"(?=\W*\w{0,3}\d|\W*[lIOoS|§]{1,3}[-/])\W*[\dA-Za-z|§]{1,6}"
    r"(?:/(?:19|20)\d\d[-/][A-ZĐÐ][\w'|/-]*|[-/][A-ZĐÐ0-9'|][\w'|!]*[-/](?=[\w'|-]*[A-ZĐÐ])[\w'|/-]*)[\W_]*"
)
_PARTS = re.compile(r"\W*(?P<number>[\dA-Za-z|§]{1,6})(?=[-/])")
_FIGURES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "§": "8"})
_SURE = 0.93  # a symbol of known codes that was read so is not read again
_DIGITS = re.compile(r"[\dlI|]{1,3}")
_TAIL = re.compile(r"[A-ZĐÐ]{1,3}[\W_]*")  # what may be the end of a symbol that a blank parts
_CLOSE = 1.0  # share of the letters' size between two words of a line
_BEFORE = 8  # words before a symbol in which its kind is looked for
_MOST = 40  # symbols of a page
_ROOM = 3.0  # points beside a word


class _Doubt(NamedTuple):
    first: int  # places of the words that may make it
    last: int
    context: int  # place of the first word of the picture
    kinds: tuple[str, ...]
    numbered: bool  # the name of its kind or the sign ``số`` stands before it: digits in between are its number's


def read_symbols(tesseract: Tesseract, page: PageImage, words: Sequence[Word], seconds: float) -> list[Word]:
    """Return the words of a page, its doubtful symbols as most readings have them.

    Args:
        tesseract: the program.
        page: its picture.
        words: line by line, in points on the levelled page.
        seconds: the time limit.
    """
    doubts = list(_doubtful(words))[:_MOST]
    pieces = [cut(page, _box(words[doubt.context : doubt.last + 1])) for doubt in doubts]
    found = [(doubt, piece) for doubt, piece in zip(doubts, pieces, strict=True) if piece is not None]
    if not found:
        return list(words)
    both = read_all(tesseract, [one for _, piece in found for one in (smaller(piece), piece)], seconds)
    read = list[Word | None](words)
    for place, (doubt, _) in enumerate(found):
        symbol = _best([words[doubt.first : doubt.last + 1], *both[2 * place : 2 * place + 2]], doubt)
        if symbol is None:
            continue
        for at in range(doubt.first, doubt.last):
            read[at] = None
        text, sure = symbol
        read[doubt.last] = replace(words[doubt.last], left=words[doubt.first].left, text=text, confidence=sure)
    return [word for word in read if word is not None]


def _doubtful(words: Sequence[Word]) -> list[_Doubt]:
    found = list[_Doubt]()
    for place, word in enumerate(words):
        if not _LIKE.fullmatch(word.text):
            continue
        first = place
        if place and _DIGITS.fullmatch(words[place - 1].text) and _beside(words[place - 1], word):
            first -= 1  # what stands before it may be a part of its number
        kinds = kinds_before([one.text for one in words[max(0, first - _BEFORE) : first]])
        after = words[place + 1] if place + 1 < len(words) else None
        cut_off = after is not None and _TAIL.fullmatch(after.text) is not None and _beside(word, after)
        last = place + 1 if cut_off and grade(word.text, kinds) < Grade.WHOLE else place
        if first == place == last and word.confidence >= _SURE and grade(word.text, kinds) == Grade.WHOLE:
            continue
        context = first - 1 if first and _beside(words[first - 1], words[first]) else first
        numbered = bool(kinds) or (first > 0 and words[first - 1].text.lower().startswith("số"))
        found.append(_Doubt(first, last, context, kinds, numbered))
    return found


def _beside(one: Word, other: Word) -> bool:
    return one.line == other.line and 0 <= other.left - one.right < _CLOSE * max(other.size, 1.0)


def _box(words: Sequence[Word]) -> tuple[float, float, float, float]:
    room = 0.25 * max(word.size for word in words)
    return (
        min(word.left for word in words) - _ROOM,
        min(word.top for word in words) - room,
        max(word.right for word in words) + _ROOM,
        max(word.bottom for word in words) + room,
    )


def _best(readings: Sequence[Sequence[Word]], doubt: _Doubt) -> tuple[str, float] | None:
    """Return the symbol that counts with its confidence, null where the first reading does as it stands.

    What is known whole counts before what is not, then what most readings have, then the surest.
    """
    first, kinds = readings[0], doubt.kinds
    said = [_symbol(words, doubt.numbered) for words in readings]
    votes = Counter(_bare(text) for text, _ in said if text)
    places = [place for place, (text, _) in enumerate(said) if text]
    if not places:
        return None
    best = max(places, key=lambda place: (grade(said[place][0], kinds), votes[_bare(said[place][0])], said[place][1]))
    text = said[best][0]
    if grade(text, kinds) <= Grade.STRANGE and votes[_bare(text)] < len(readings) - 1 and said[0][0]:
        text = said[0][0]
    text = _with_number(text, said)
    same = [sureness for one, sureness in said if _bare(one) == _bare(text)]
    sure = max(same, default=min(said[place][1] for place in places))
    if len(first) > 1 and text in {word.text for word in first}:
        return None  # what stands beside it is no part of it
    tail = re.search(r"[^\w)]*\Z", first[-1].text)
    return _bare(text) + (tail[0] if tail is not None else ""), sure


def _with_number(text: str, said: Sequence[tuple[str, float]]) -> str:
    """Return a symbol with the number that most readings have: the one that has its codes may have lost a figure."""
    match = _PARTS.match(text)
    if match is None:
        return text
    votes, surest = Counter[str](), dict[str, float]()
    for one, sure in said:
        if (other := _PARTS.match(one)) is not None:
            number = other["number"].translate(_FIGURES)
            votes[number] += 1
            surest[number] = max(sure, surest.get(number, 0.0))
    best = max(votes, key=lambda number: (votes[number], number.isdigit(), surest[number]))
    own = match["number"].translate(_FIGURES)
    return text if not best.isdigit() or votes[best] == votes[own] else text.replace(match["number"], best, 1)


def _symbol(words: Sequence[Word], numbered: bool) -> tuple[str, float]:
    """Return the symbol at the end of a reading and its confidence, empty where there is none."""
    if not words:
        return "", 0.0
    texts = signs([word.text for word in words])
    start = max((place for place, text in enumerate(texts) if re.search(r"[-/]", text)), default=len(texts) - 1)
    if not all(map(_TAIL.fullmatch, texts[start + 1 :])):
        return "", 0.0
    if numbered and start and re.fullmatch(r"\d{1,3}", texts[start - 1]) and texts[start][:1].isdigit():
        start -= 1  # a number with a blank in it
    text = "".join(texts[start:])
    return (text, min(word.confidence for word in words[start:])) if _LIKE.fullmatch(text) else ("", 0.0)


def _bare(text: str) -> str:
    return re.sub(r"[^\w)]+\Z", "", text)
