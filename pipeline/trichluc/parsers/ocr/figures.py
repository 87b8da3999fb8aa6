"""Columns of numbers in ruled tables: a cell that does not read as its column does is read again as figures alone.

What counts is what the readings have in common; a figure that was seen as a letter (``§`` for 8) and what is left of a
ruling beside a number are known. This chooses between readings of one cell, and changes nothing outside such columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from trichluc.parsers.ocr.shapes import count
from trichluc.parsers.ocr.tesseract import Word

FIGURES = "0123456789.,-%"
_NUMBER = re.compile(r"[-–]?\d[\d.,/]*%?|[-–]")
_WELL_PUT = re.compile(r"[-–]?(\d{1,3}(\.\d{3})+(,\d+)?|\d+[.,]\d{1,2})%?")
_DECIMAL = re.compile(r"[-–]?(?:\d{1,3}(?:\.\d{3})+|\d+)([.,])\d{1,2}%?")
_GROUPED = re.compile(r"[-–]?\d{1,3}(?:\.\d{3})+(?:,\d+)?%?")
_THOUSANDS = re.compile(r"[-–]?\d{1,3},\d{3}")
_ALIKE = 8.0  # times its least number that the greatest of a column may be, for others to be told by them
_SPREAD = 2.0  # by which a number may be beyond the others of its column
_STROKES = re.compile(r"[IVXLHl|!iỊÌ]+\.?")  # may be a Roman number
_EDGES = re.compile(r"^[^\w§(-]+|[^\w%§)]+$")
_SEEN_AS = str.maketrans(
    {"§": "8", "S": "8", "B": "8", "O": "0", "o": "0", "Ò": "0", ":": ".", ";": ","} | dict.fromkeys("lI|L[]", "1")
)
_LIKE_FIGURES = frozenset("§SBOoÒQlI|L[]!iìíỊÌTZzGbgqsŠðö")  # letters that figures come out as
_SHARE = 0.6  # of a column's filled cells that must be numbers
_FEWEST = 3  # cells
_LONGEST = 9  # letters of what may be a number that was read as a word
_WORDS = 0.8  # letters alone of which the program is so sure are words
_SAME_EDGE = 4.0  # points
_CHANGED = 0.6  # a figure that was seen as a letter is not surer than this
_ALONE = 0.8  # nor a number that one reading of several gave

Box = tuple[float, float, float, float]
Words = Sequence[Word]


def said(words: Words) -> str:
    """Return what a cell says, its words without blanks."""
    return "".join(word.text for word in words)


def number_columns(boxes: Sequence[Box], read: Sequence[Words]) -> list[list[int]]:
    """Return the places of the filled cells of each column that holds numbers; such cells have both edges in common."""

    def edges(place: int) -> tuple[int, int]:
        return round(boxes[place][0] / _SAME_EDGE), round(boxes[place][2] / _SAME_EDGE)

    found = []
    for _, same in groupby(sorted(range(len(boxes)), key=edges), key=edges):
        filled = [place for place in same if read[place]]
        numbers = sum(_number(read[place]) != "" for place in filled)
        if numbers >= max(_FEWEST, _SHARE * len(filled)):
            found.append(filled)
    return found


def odd_numbers(
    boxes: Sequence[Box], read: Sequence[Words], again: Mapping[int, Words], shapes: Mapping[int, str | None]
) -> list[int]:
    """Return the places of cells in columns of numbers that read as none, or as two different ones, or do not look so.

    Args:
        boxes: of the cells.
        read: what was read in each.
        again: what a second reading gave of those that were doubtful, by place.
        shapes: what the pictures of numbers look like, by place.
    """
    found = list[int]()
    for column in number_columns(boxes, read):
        for place in column:
            text = said(read[place])
            words = any(
                len(word.text) > 1 and word.text.isalpha() and word.confidence >= _WORDS for word in read[place]
            )
            if _STROKES.fullmatch(text) or words or (len(text) > _LONGEST and not _NUMBER.fullmatch(text)):
                continue
            differs = place in again and said(again[place]) != text
            if not _NUMBER.fullmatch(text) or differs or not _looks_so(text, shapes.get(place)):
                found.append(place)
    return sorted(found)


def _looks_so(text: str, shape: str | None) -> bool:
    return shape is None or count(shape) == sum(map(str.isdigit, text))


def best_number(readings: Sequence[Words], shape: str | None = None) -> list[Word] | None:
    """Return the reading of a cell that counts, null where none is a number.

    What has as many figures as its picture counts before what has not, the figures that most readings give before
    others, of equals the surest; a separator is lost more often than put in.

    Args:
        readings: two as anything, the second may be empty, and one as figures alone, which makes a number of any
            word and so counts for nothing by itself, unless the first could be a number and the picture agrees.
        shape: what the picture looks like.
    """
    numbers = [_number(words) for words in readings]
    votes = Counter(_figures(number) for number in numbers if number)
    places = [place for place, number in enumerate(numbers) if any(map(str.isdigit, number))]
    agreed = [place for place in places if shape is not None and _looks_so(numbers[place], shape)]
    if not any(place < len(numbers) - 1 for place in places) and not (agreed and _like_figures(said(readings[0]))):
        return None
    best = max(
        agreed or places,
        key=lambda place: (
            votes[_figures(numbers[place])],
            _WELL_PUT.fullmatch(numbers[place]) is not None,
            _least(readings[place]),
        ),
    )
    words, number = readings[best], numbers[best]
    sure = max(_least(readings[place]) for place in places if _figures(numbers[place]) == _figures(number))
    if number not in said(words):
        sure = min(sure, _CHANGED)
    elif votes[_figures(number)] < 2:
        sure = min(sure, _ALONE)
    main = max(words, key=lambda word: len(word.text))
    return [replace(main, text=number, confidence=sure)]


def _like_figures(text: str) -> bool:
    return any(map(str.isdigit, text)) or _LIKE_FIGURES.issuperset(_EDGES.sub("", text))


def correct_numbers(words: Sequence[Word], cells: Sequence[Box]) -> dict[int, str]:
    """Return the numbers of a table that lost or changed their marks, as they are meant, by place in ``words``.

    A full stop at a number's end is what is left of a ruling. Where points group thousands a point before one or two
    last figures is a comma, and in a column of such numbers a comma before three is a point. In a column of decimals a
    number without any, ten or a hundred times as great as the others, has lost its comma.

    Args:
        words: in points on the levelled page.
        cells: boxes of one table's cells.
    """
    alone = dict[int, int]()  # by cell, the word that stands alone in it
    for place, (left, top, right, bottom) in enumerate(cells):
        inside = [
            at
            for at, word in enumerate(words)
            if left <= (word.left + word.right) / 2 <= right and top <= word.base - 0.3 * word.size <= bottom
        ]
        if len(inside) == 1:
            alone[place] = inside[0]
    read = [[words[alone[place]]] if place in alone else [] for place in range(len(cells))]
    columns = [
        {place: _EDGES.sub("", said(read[place])) for place in column if _NUMBER.match(said(read[place]))}
        for column in number_columns(cells, read)
    ]
    grouped = any(_GROUPED.fullmatch(text) for column in columns for text in column.values())
    found = dict[int, str]()
    for column in columns:
        comma = grouped or _mostly_commas(column.values())
        meant = {place: _with_comma(text) if comma else text for place, text in column.items()}
        if grouped and sum(map(bool, map(_GROUPED.fullmatch, column.values()))) * 2 >= len(column):
            meant |= {place: text.replace(",", ".") for place, text in meant.items() if _THOUSANDS.fullmatch(text)}
        meant |= _lost_commas(meant)
        found |= {alone[at]: text for at, text in meant.items() if text and text != said(read[at])}
    return found


def _mostly_commas(texts: Iterable[str]) -> bool:
    marks = Counter(match[1] for text in texts for match in [_DECIMAL.fullmatch(text)] if match is not None)
    return marks[","] > marks["."]


def _with_comma(text: str) -> str:
    match = _DECIMAL.fullmatch(text)
    return text if match is None else text[: match.start(1)] + "," + text[match.end(1) :]


def _lost_commas(column: Mapping[int, str]) -> dict[int, str]:
    decimals = {place: text for place, text in column.items() if _DECIMAL.fullmatch(text)}
    places = Counter(len(text.rstrip("%").rpartition(",")[2]) for text in decimals.values() if "," in text)
    if len(decimals) < _FEWEST or len(places) != 1:
        return {}
    (figures,) = places
    values = [_value(text) for text in decimals.values()]
    if max(values) > _ALIKE * min(values):
        return {}
    low, high = min(values) / _SPREAD, max(values) * _SPREAD
    found = {}
    for place, text in column.items():
        if text.isdigit() and len(text) > figures and not low <= _value(text) <= high:
            mended = f"{text[:-figures]},{text[-figures:]}"
            if low <= _value(mended) <= high:
                found[place] = mended
    return found


def _value(text: str) -> float:
    whole, _, rest = text.rstrip("%").partition(",")
    return float(f"{''.join(filter(str.isdigit, whole)) or 0}.{rest or 0}")


def _number(words: Words) -> str:
    """Return the number that a reading gives, without what stands at its edges; empty where it gives none."""
    text = said(words)
    if _NUMBER.fullmatch(text):
        return text
    bare = _EDGES.sub("", text)
    if any(map(str.isdigit, bare)) or bare == "§":
        bare = bare.translate(_SEEN_AS)
    return bare if any(map(str.isdigit, bare)) and _NUMBER.fullmatch(bare) else ""


def _figures(number: str) -> str:
    return "".join(filter(str.isdigit, number)) or number


def _least(words: Words) -> float:
    return min((word.confidence for word in words), default=0.0)
