"""What OCR is known to spoil, mended where it is certain what was meant; every change is an event that is told of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from trichluc.parsers.ocr.codes import kinds_before, mended
from trichluc.parsers.ocr.figures import correct_numbers
from trichluc.parsers.ocr.lexicon import corrected, type_name
from trichluc.parsers.ocr.signs import signs
from trichluc.parsers.ocr.tesseract import Word
from trichluc.text.lookalikes import could_be

_MENDED = 0.8  # a mended word is not surer than this
_DOUBTED = 0.75  # a Roman number that is read right is mostly surer than this
_DOUBTED_TWICE = 0.9  # one that came before: a lost stroke is likelier than an office's slip
_HEADS = ("ĐVT", "STT")  # short heads of columns, on which the meaning of a table hangs
_OFTEN = 2  # cells that say the same
_LOST_STROKES = 3
_BEFORE = 8  # words before a symbol in which the name of its kind is looked for
_LONGEST_NAME = 4  # words of the name of a type of document
_SAME_SHAPE = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u2044": "/", "\u2014": "\u2013"})
_LETTERS = re.compile(r"^(\W*)([^\W\d_]+)(\W*)$")
# A Roman number as it comes out: I is read as l, 1, |, Ị, Ì, H (two of them), V also as Ÿ.
_SPOILT = re.compile(r"^[IVXlH1|!ỊÌÍỈĨLJŸÝ]{1,6}(?=[.\-–)/,:]*$)")
_READ_AS = str.maketrans({"H": "II", "Ÿ": "V", "Ý": "V"} | dict.fromkeys("l1|!ỊÌÍỈĨLJ", "I"))
_HOLDS_H = re.compile(r"I*HI*")
_STROKE = ("1", "l", "I", "|", "!", "Ị", "Ì")
_END = re.compile(r"[.\-–)/,:]*$")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was changed: what was read, and what was made of it."""

    read: str
    meant: str


def correct(words: Sequence[Word], last_roman: int = 0) -> tuple[list[Word], list[Correction], int]:
    """Return the words of a page mended, what was changed, and the number of the last Roman heading.

    Args:
        words: line by line.
        last_roman: the number of the last Roman heading on the pages before, 0 for none.
    """
    found, events = list[Word](), list[Correction]()
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(_letters(list(group), events))
        line = list(_coded(line, [word.text for word in found[-_BEFORE:]], events))
        line = list(_spelled(line, events))
        last_roman = _number(line, last_roman, events)
        found += line
    return found, events, last_roman


def _letters(line: Sequence[Word], events: list[Correction]) -> Iterator[Word]:
    """Give the words with letters and signs as they are meant; one that lost its form is less sure."""
    for word, text in zip(line, signs([word.text for word in line]), strict=True):
        if text == word.text:
            yield word
            continue
        events.append(Correction(word.text, text))
        same = word.text.translate(_SAME_SHAPE) == text
        yield replace(word, text=text, confidence=word.confidence if same else min(word.confidence, _MENDED))


def _coded(line: Sequence[Word], before: list[str], events: list[Correction]) -> Iterator[Word]:
    """Give the words, the codes in symbols as they must be after the name of a kind: ``Quyết định số 5-CIĐ/TW``."""
    for place, word in enumerate(line):
        meant = None
        if "/" in word.text:
            kinds = kinds_before([*before, *(one.text for one in line[:place])][-_BEFORE:])
            meant = mended(word.text, kinds)
        if meant is None:
            yield word
            continue
        events.append(Correction(word.text, meant))
        yield replace(word, text=meant, confidence=min(word.confidence, _MENDED))


def _spelled(line: Sequence[Word], events: list[Correction]) -> Iterator[Word]:
    parts = [_LETTERS.match(word.text) for word in line]
    title = type_name([word.text for word in line]) if len(line) <= _LONGEST_NAME else None
    if title is not None:
        events.append(Correction(" ".join(word.text for word in line), " ".join(title)))
        for word, meant in zip(line, title, strict=True):
            yield replace(word, text=meant, confidence=min(word.confidence, _MENDED))
        return
    for index, (word, part) in enumerate(zip(line, parts, strict=True)):
        if part is None:
            yield word
            continue
        left, right = parts[index - 1] if index else None, parts[index + 1] if index + 1 < len(parts) else None
        before = left[2] if left is not None and not left[3] else ""
        after = right[2] if right is not None and not part[3] and not right[1] else ""
        spelling = corrected(before, part[2], after)
        if spelling is None:
            yield word
            continue
        events.append(Correction(part[2], spelling))
        yield replace(word, text=part[1] + spelling + part[3], confidence=min(word.confidence, _MENDED))


def _number(line: list[Word], last: int, events: list[Correction]) -> int:
    """Mend the Roman number at the head of a line in place; return the number of the last Roman heading.

    A spoilt number is mended to one that follows the last heading and could be read so, and only where a title in
    capitals stands behind it. A possible number is spoilt where it does not follow and the program was unsure of it.
    """
    if len(line) < 2 or not _is_title(line[1:]):
        return last
    head = line[0]
    match, end = _SPOILT.match(head.text), _END.search(head.text)
    if match is None or end is None:
        return last
    read = match[0]
    value = _ROMAN.index(read) + 1 if read in _ROMAN else 0
    if last and value == last + 1 and not end[0]:  # its full stop was lost
        events.append(Correction(head.text, f"{head.text}."))
        line[0] = replace(head, text=f"{head.text}.", confidence=min(head.confidence, _MENDED))
    if value in (1, last + 1) or (value and head.confidence >= (_DOUBTED_TWICE if value == last else _DOUBTED)):
        return value
    mark = end[0][:1] or ("." if read.endswith("L") else "")  # the edge of a stroke with its full stop
    meant = _meant(read, last) if mark else 0
    if not meant:
        return value or last
    events.append(Correction(head.text, _ROMAN[meant - 1] + mark))
    line[0] = replace(head, text=_ROMAN[meant - 1] + mark, confidence=min(head.confidence, _MENDED))
    return meant


def number_rows(column: Sequence[Word]) -> dict[int, str]:
    """Return what the numbers of a table's rows are meant to be, by their place in ``column``.

    A stroke before a 2 is a 1; Roman numbers count on from I, one read as the one before it having lost a stroke.

    Args:
        column: the words that stand alone in the cells of a table's first column, from top to bottom.
    """
    texts = [word.text.rstrip(".") for word in column]
    found = {
        place: "1"
        for place, text in enumerate(texts)
        if text in _STROKE and text != "1" and place + 1 < len(texts) and texts[place + 1] in ("2", "1.1")
    }
    heads = [
        place
        for place, text in enumerate(texts)
        if place not in found and ((_SPOILT.fullmatch(text) and text != "1") or (text == "1" and _twice(texts, place)))
    ]
    read = [texts[place].translate(_READ_AS) for place in heads]
    if len(heads) == 1 and _HOLDS_H.fullmatch(texts[heads[0]]) and _figures_else(texts, heads[0]):
        return found | {place: meant for place, meant in zip(heads, read, strict=True) if meant in _ROMAN}
    if len(heads) < 2 or len(heads) > len(_ROMAN):
        return found
    if sum(text == meant for text, meant in zip(read, _ROMAN, strict=False)) * 2 < len(heads):
        return found
    for text, meant in zip(read, _ROMAN, strict=False):
        others = text.replace("I", "") == meant.replace("I", "")
        if not others or abs(text.count("I") - meant.count("I")) > 1:
            return found
    return found | {place: meant for place, meant in zip(heads, _ROMAN, strict=False) if texts[place] != meant}


def _figures_else(texts: Sequence[str], head: int) -> bool:
    """Whether all other rows are numbered by figures: an H is then none of a sequence of letters."""
    return any(text.isdigit() for text in texts) and not any(
        text.isalpha() and len(text) == 1 for place, text in enumerate(texts) if place != head
    )


def _twice(texts: Sequence[str], place: int) -> bool:
    """Whether a 1 stands before another one, and is the I of the group that this begins."""
    return place + 1 < len(texts) and texts[place + 1] in _STROKE


def correct_table(
    words: Sequence[Word], cells: Sequence[tuple[float, float, float, float]]
) -> tuple[list[Word], list[Correction]]:
    """Return the words of a page with the numbers of a table and of its rows mended, and what was changed.

    Args:
        words: in points on the levelled page.
        cells: boxes of one table's cells.
    """
    edge = min((cell[0] for cell in cells), default=0.0)
    head = min((cell[1] for cell in cells), default=0.0)
    column, places, heads = list[Word](), list[int](), dict[int, str]()
    for cell in sorted((cell for cell in cells if cell[0] < edge + 3 or cell[1] < head + 3), key=lambda cell: cell[1]):
        left, top, right, bottom = cell
        inside = [
            place
            for place, word in enumerate(words)
            if left <= (word.left + word.right) / 2 <= right and top <= word.base - 0.3 * word.size <= bottom
        ]
        if len(inside) != 1:
            continue
        alike = [known for known in _HEADS if could_be(words[inside[0]].text, known)]
        if top < head + 3 and len(alike) == 1:
            heads[inside[0]] = alike[0]
        elif left < edge + 3:
            column.append(words[inside[0]])
            places += inside
    rows = {places[place]: meant for place, meant in number_rows(column).items()} | heads | repeated(words, cells)
    found, events = list(words), list[Correction]()
    for at, meant in sorted((correct_numbers(words, cells) | rows).items()):
        word = words[at]
        events.append(Correction(word.text, meant))
        found[at] = replace(word, text=meant, confidence=min(word.confidence, _MENDED))
    return found, events


def repeated(words: Sequence[Word], cells: Sequence[tuple[float, float, float, float]]) -> dict[int, str]:
    """Return the words of cells that other cells of the column say without a sign in between, by place in ``words``.

    Units are said over and over: what reads ``triệu, đồng`` once and ``triệu đồng`` twice has a speck.
    """
    said = dict[tuple[int, int], list[list[int]]]()
    for left, top, right, bottom in cells:
        inside = [
            place
            for place, word in enumerate(words)
            if left <= (word.left + word.right) / 2 <= right and top <= word.base - 0.3 * word.size <= bottom
        ]
        if inside:
            said.setdefault((round(left / 4), round(right / 4)), []).append(inside)
    found = dict[int, str]()
    for column in said.values():
        counts = Counter(" ".join(words[place].text for place in inside) for inside in column)
        often = {" ".join(_plain(text)): text.split() for text, count in counts.items() if count >= _OFTEN}
        for inside in column:
            texts = [words[place].text for place in inside]
            meant = often.get(" ".join(_plain(" ".join(texts))))
            if meant is not None and len(meant) == len(texts) and any(map(str.isalpha, meant[0])):
                found |= {place: word for place, word in zip(inside, meant, strict=True) if word != words[place].text}
    return found


def _plain(text: str) -> list[str]:
    return re.findall(r"[^\W_]+|%", text)


def _meant(read: str, last: int) -> int:
    """Return the number that was spoilt: the one that its strokes make, or else the one that follows; 0 for neither.

    A final ``L`` is a stroke with its full stop, or the full stop alone with the edge of the stroke before it.
    """
    strokes = read.translate(_READ_AS)
    could_be = (strokes, strokes[:-1]) if read.endswith("L") else (strokes,)
    exact = [_ROMAN.index(one) + 1 for one in could_be if one in _ROMAN]
    if last + 1 in exact:
        return last + 1
    if exact and last < exact[0] <= last + 2:
        return exact[0]
    expected = _ROMAN[last] if last < len(_ROMAN) else ""
    lost = abs(strokes.count("I") - expected.count("I"))
    same = expected and strokes.replace("I", "") == expected.replace("I", "")
    return last + 1 if same and lost <= _LOST_STROKES else 0


def _is_title(words: Sequence[Word]) -> bool:
    letters = "".join(word.text for word in words[:4])
    return len(letters) >= 4 and letters == letters.upper() and any(map(str.isalpha, letters))
