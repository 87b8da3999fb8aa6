"""Lines of text in an old encoding to Unicode: the one place that every parser passes through.

Two doors. A parser that knows fonts or has lines in order hands over its pieces, all of a document in one call::

    found = convert_lines(lines)  # lines: lists of pieces with ``text`` and ``font``; changed in place
    builder.encoding = found.encoding

(:func:`trichluc.parsers.recode.recode` does that for draft blocks.) One that has only text calls
``convert_text(text)``. Both leave clean Unicode text in any language alone, and cost next to nothing on it: text is
looked at closely only where a compiled scan finds letters of an old encoding or a font promises one.

It must be done *before* characters are cleaned: NFC, the folding of blanks and the dropping of soft hyphens destroy
old text (the soft hyphen is ``ư`` in TCVN3).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol

from trichluc.text.encodings.capitals import mend_capitals, to_capitals
from trichluc.text.encodings.fonts import draws_capitals, is_symbol_font, stated_encoding
from trichluc.text.encodings.scoring import (
    UNICODE,
    Verdict,
    all_syllables,
    best_encoding,
    has_strange,
    is_suspicious,
    reads_no_worse,
    reads_well,
    residue,
)
from trichluc.text.encodings.tables import ENCODINGS, MOJIBAKE, codec, from_controls

__all__ = ["MIXED", "Converted", "TextPiece", "convert_document", "convert_lines", "convert_text"]

MIXED = "mixed"
_PASSAGE = 120  # characters that are enough to tell an encoding for certain
_SAMPLE = 6000  # characters of a font's text by which the font is judged
_STEADY = 0.95  # share of a font's text in one encoding from which on neighbours are not asked
_PROMISE = 1.5  # what a font's name, or all the text in it, counts for, in words
_AROUND = 1.0  # what the lines around count for, for text in no known font
_SURE = 2.0  # a passage that reads better by so many words is a neighbour to go by
_WHOLE = 0.85  # and from which on doubtful passages are taken to be in it
_MIXED_SHARE = 0.05  # with less text than this in another encoding a document is in one
_SHOWN = 40  # characters of a passage that a message shows


# The optional hyphen of a word processor beside the letter that has its code in TCVN3: no word has two of them.
_TWICE = re.compile(r"(?<=[^\W\d_ưƯ])ưư(?![ưƯ])|(?<![ưƯ])ưư(?=[^\W\d_ưƯ])")


class TextPiece(Protocol):
    """A run of text in one font.

    Attributes:
        text: the text; it is changed in place.
        font: name of the font where it is telling (:func:`trichluc.text.encodings.fonts.telling`), else null.
        note: set where this is the mark of a note and no text.
        capitals: drawn in capitals: its text is made so, and the flag is taken off.
    """

    text: str
    font: str | None
    note: str | None
    capitals: bool


@dataclass(slots=True)
class Converted:
    """What was found and done.

    Attributes:
        counts: characters of each encoding that were converted.
        left: letters that could not be converted: the passage they stand in, and the letters.
        clean: characters with marks that were Unicode already.
    """

    counts: Counter[str] = field(default_factory=Counter)
    left: list[tuple[str, str]] = field(default_factory=list)
    clean: int = 0

    @property
    def encoding(self) -> str:
        """The encoding of the document: of all its marked text but for remnants, else ``mixed``."""
        counts = Counter(self.counts)
        counts[UNICODE] += self.clean + counts.pop(MOJIBAKE, 0)
        total = counts.total()
        named = [name for name, count in counts.most_common() if count > _MIXED_SHARE * total]
        if self.counts.total() and not named:
            return MIXED
        return named[0] if len(named) == 1 else MIXED if named else UNICODE

    @property
    def main(self) -> str | None:
        """The encoding that most was converted from, null where nothing was."""
        return self.counts.most_common(1)[0][0] if self.counts else None

    @property
    def misread_utf8(self) -> int:
        """Characters of UTF-8 that had been read as a Western code page and were mended."""
        return self.counts[MOJIBAKE]


def convert_text(text: str, hint: str | None = None) -> str:
    """Return ``text`` (a title, a cell, a file) in Unicode, line by line.

    Args:
        text: anything; what is in no old encoding comes back as it is.
        hint: the encoding that the rest of the document was in, where it is known.
    """
    if hint in (None, UNICODE, MIXED) and not is_suspicious(text):
        return text
    return convert_document(text, hint)[0]


def convert_document(text: str, hint: str | None = None) -> tuple[str, Converted]:
    """Return the text of a whole document, line by line, in Unicode, and what was done; see :func:`convert_text`."""
    lines = [[_Plain(line)] for line in text.split("\n")]
    done = convert_lines(lines, hint=hint)
    return ("\n".join(line[0].text for line in lines) if done.counts or not text.isascii() else text), done


def convert_lines(lines: Iterable[Sequence[TextPiece]], *, hint: str | None = None) -> Converted:
    """Convert the pieces of a document's lines, in place, and return what was done.

    Args:
        lines: the lines in reading order (of paragraphs, cells, notes), each a sequence of pieces.
        hint: an encoding to expect for text in no known font.
    """
    spans = [span for line in lines for span in _spans(line)]
    done = Converted()
    if any(span.open for span in spans):
        _judge(spans, hint)
    for span in spans:
        _convert(span, done)
    if done.counts or done.clean:
        for span in spans:
            if span.open:
                _mend_words(span, done)
                _take_residue(span, done)
    return done


@dataclass(slots=True)
class _Plain:
    """A piece of text without a font."""

    text: str
    font: str | None = None
    note: str | None = None
    capitals: bool = False


@dataclass(slots=True)
class _Span:
    """Neighbouring pieces of a line whose fonts promise the same."""

    pieces: list[TextPiece]
    stated: str | None
    text: str
    open: bool  # there is something to decide
    encoding: str = UNICODE

    @property
    def font(self) -> str | None:
        """The font it is in (the first, where several promise the same)."""
        return self.pieces[0].font

    @property
    def least(self) -> float:
        """Share of its words that must be syllables in another reading: less is asked where a font promises one."""
        return 0.5 if self.stated is None else 0.25


def _spans(line: Sequence[TextPiece]) -> Iterator[_Span]:
    for stated, group in groupby((piece for piece in line if piece.note is None and piece.text), key=_stated):
        if stated == _SYMBOLS:
            continue
        pieces = list(group)
        text = "".join(piece.text for piece in pieces)
        yield _Span(pieces, stated, text, (stated is not None and not text.isascii()) or is_suspicious(text))


_SYMBOLS = "symbols"


def _stated(piece: TextPiece) -> str | None:
    if piece.font is None:
        return None
    return _SYMBOLS if is_symbol_font(piece.font) else stated_encoding(piece.font)


@dataclass(frozen=True, slots=True)
class _Usual:
    """What the text in one font mostly is.

    Attributes:
        encoding: the encoding, null where nothing is known.
        steady: nearly all of it is, and the font's name promised one, so that neighbours need not be asked.
        whole: most of it is, so that doubtful passages are taken to be.
    """

    encoding: str | None
    steady: bool
    whole: bool = False

    def bonus(self, around: str | None) -> dict[str, float]:
        """Return what this, and the encoding of a neighbour, count for."""
        bonus = {} if self.encoding is None else {self.encoding: _PROMISE}
        if around is not None and not self.steady:
            bonus[around] = bonus.get(around, 0.0) + _AROUND
        return bonus


def _judge(spans: Sequence[_Span], hint: str | None) -> None:
    """Decide on each span: by its words, by what its font holds elsewhere, by what stands around it."""
    by_font: dict[str | None, list[_Span]] = defaultdict(list)
    for span in spans:
        if span.open:
            by_font[span.font].append(span)
    usual = {font: _usual(some, hint) for font, some in by_font.items()}
    before: str | None = None
    waiting: list[_Span] = []
    for span in spans:
        if not span.open:
            continue
        expected = usual[span.font]
        if expected.encoding not in (None, UNICODE) and reads_well(span.text, expected.encoding or UNICODE):
            verdict = Verdict(expected.encoding or UNICODE, _SURE)
        else:
            verdict = best_encoding(span.text, expected.bonus(before), least=span.least)
        if verdict.encoding == UNICODE and expected.whole:
            promised = expected.steady and span.stated == expected.encoding
            if reads_no_worse(span.text, expected.encoding or UNICODE, promised=promised):
                verdict = Verdict(expected.encoding or UNICODE, 0.0)
        span.encoding = verdict.encoding
        if verdict.margin >= _SURE:
            before = verdict.encoding
            for earlier in waiting:  # doubtful ones once more, with what follows after them
                again = best_encoding(earlier.text, usual[earlier.font].bonus(before)).encoding
                earlier.encoding = earlier.encoding if again == UNICODE else again
            waiting = []
        elif not expected.steady:
            waiting.append(span)


def _usual(spans: Sequence[_Span], hint: str | None) -> _Usual:
    """Return what most of the text in a font is in: what the font's name promises, where that cannot be told."""
    stated = spans[0].stated
    promised = stated or (hint if hint in ENCODINGS else None)
    passages = list(_joined([span.text for span in spans]))
    votes: Counter[str] = Counter()
    for text in passages[:: max(len(passages) * _PASSAGE // _SAMPLE, 1)]:
        verdict = best_encoding(text, {promised: _PROMISE} if promised else None, least=spans[0].least)
        votes[verdict.encoding] += len(text)
    best, count = votes.most_common(1)[0]
    steady = stated is not None and count >= _STEADY * votes.total()
    if best == UNICODE and stated is not None:
        return _Usual(promised, steady=False)
    return _Usual(best, steady, best != UNICODE and count >= _WHOLE * votes.total())


def _joined(texts: Sequence[str]) -> Iterator[str]:
    """Give the texts, short ones joined to passages of some length."""
    held = ""
    for text in texts:
        held = f"{held} {text}" if held else text
        if len(held) >= _PASSAGE:
            yield held
            held = ""
    if held:
        yield held


def _convert(span: _Span, done: Converted) -> None:
    marked = 0 if span.text.isascii() else sum(letter.isalpha() for letter in span.text if letter > "\x7f")
    if span.encoding == UNICODE:
        done.clean += marked
        for piece in span.pieces:  # control characters have no meaning here: they are quotation marks and dashes
            piece.text = from_controls(piece.text) if span.open else piece.text
        _raise_capitals(span)
        return
    tool = codec(span.encoding)
    edges, place = [], 0
    for piece in span.pieces:
        place += len(piece.text)
        edges.append(place)
    parts: list[list[str]] = [[] for _ in span.pieces]
    index = start = 0
    for end, letters in tool.steps(span.text):
        # what a match stands for goes where it begins; text between matches is parted at the edges
        while index < len(edges) - 1 and start >= edges[index]:
            index += 1
        if letters == span.text[start:end]:
            while index < len(edges) - 1 and end > edges[index]:
                parts[index].append(span.text[start : edges[index]])
                start = edges[index]
                index += 1
            parts[index].append(span.text[start:end])
        else:
            parts[index].append(letters)
        start = end
    read = ["".join(part) for part in parts]
    if tool.caseless:
        mended = mend_capitals(span.text, "".join(read))
        if len(mended) == sum(map(len, read)):
            read = _cut(mended, [len(part) for part in read])
    for piece, text in zip(span.pieces, read, strict=True):
        piece.text = _TWICE.sub("ư", text)
    done.counts[span.encoding] += max(marked, 1)
    _raise_capitals(span)


def _mend_words(span: _Span, done: Converted) -> None:
    """Convert single words that the encoding of their line left as they were, where another one makes words of them."""
    names = [name for name in done.counts if name != span.encoding]
    if not names:
        return
    for piece in span.pieces:
        if not has_strange(piece.text):
            continue
        words = piece.text.split(" ")
        for index, word in enumerate(words):
            if has_strange(word):
                readings = (codec(name).decode(word) for name in names)
                words[index] = next((read for read in readings if all_syllables(read)), word)
        piece.text = " ".join(words)


def _take_residue(span: _Span, done: Converted) -> None:
    """Note the letters of a span that are still none of ours."""
    text = "".join(piece.text for piece in span.pieces)
    letters = residue(text, converted=span.encoding != UNICODE, among_old=bool(done.counts))
    if letters:
        place = text.find(letters[0])
        shown = " ".join(text[max(place - _SHOWN // 2, 0) : place + _SHOWN // 2].split())
        done.left.append((shown, " ".join(dict.fromkeys(letters))))


def _cut(text: str, lengths: Sequence[int]) -> list[str]:
    parts, place = [], 0
    for length in lengths:
        parts.append(text[place : place + length])
        place += length
    return parts


def _raise_capitals(span: _Span) -> None:
    for piece in span.pieces:
        if piece.capitals or (span.stated is not None and draws_capitals(piece.font)):
            piece.text = to_capitals(piece.text)
            piece.capitals = False
