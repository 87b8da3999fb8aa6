"""Words: Vietnamese segmentation by underthesea with exact offsets, and the spaCy tokenizer that is made of it.

A Vietnamese word is one syllable or several (``Đảng ủy``, ``chỉ thị``), written apart, so that white space says
nothing. underthesea finds the words but hands back strings that need not be substrings of its input; here each is
looked up again in the text, white space aside, so that every word is a span of the clean text. Then symbols
(``05-CT/TW``), which it cuts apart, and the domain words of ``rules/words.toml`` are put together again. They are not
passed to it as ``fixed_words``, which would stay in force for every later call of the process.

Segmentation is dear (about 50,000 characters a second) and start-up of underthesea takes most of a second, so it is
imported with the first sentence that needs it. The tokenizer can be told to part texts into syllables, which costs next
to nothing; then a sentence is segmented only where a rule asks for its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from trichluc.packs import Packs, load_packs
from trichluc.span import Span
from trichluc.text.sentences import sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

# What is one token in any case: a symbol or code (05-CT/TW, 30/2020/NĐ-CP, CB-CNV), a number or date (1.234,5), a
# syllable, a run of dots, any other mark.
_PIECE = re.compile(
    r"(?P<symbol>\d+(?:[-–/][^\W_]+)*[-–/][A-ZĐƯ][^\W_]*(?:[-–/.][^\W_]+)*|[A-ZĐƯ]{2,}(?:[-/&][A-ZĐƯ][^\W_]*)+)"
    r"|\d+(?:[.,/:–-]\d+)*|[^\W_]+|\.{2,}|[^\w\s]|_+"
)
# a piece, or white space but for one blank after it, and whether that blank stands there
_TOKEN = re.compile(rf"({_PIECE.pattern.replace('?P<symbol>', '?:')}|[^\S ]+)( ?)|( )")
_CACHED = 4096  # sentences; a report has a few hundred

Edges = tuple[tuple[int, int], ...]


class Segmenter:
    """Parts sentences into words; results are kept, so that rule families may ask for the same sentence again.

    Args:
        packs: where the domain words come from.
    """

    def __init__(self, packs: Packs) -> None:
        lists = packs.words("words.toml")
        self._domain = _whole_words(word for words in lists.values() for word in words)
        self._kept: dict[str, Edges] = {}

    def words(self, text: str, span: Span) -> list[Span]:
        """Return the words of ``text[span]``, punctuation and symbols included, as spans of ``text``."""
        return [Span(span.start + start, span.start + end) for start, end in self._words(span.of(text))]

    def forget(self) -> None:
        """Forget the sentences segmented so far."""
        self._kept.clear()

    def _words(self, sentence: str) -> Edges:
        known = self._kept.get(sentence)
        if known is None:
            if len(self._kept) >= _CACHED:
                self._kept.clear()
            known = self._kept[sentence] = tuple(self._merge(sentence, _segment(sentence)))
        return known

    def _merge(self, sentence: str, words: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
        """Put symbols and domain words together; a word that they cut keeps what is left of it."""
        whole = [match.span() for match in _PIECE.finditer(sentence) if match["symbol"]]
        whole += [match.span() for match in self._domain.finditer(sentence)]
        if not whole:
            return words
        whole.sort(key=lambda edges: (edges[0], -edges[1]))
        cuts = sorted({edge for edges in (*words, *whole) for edge in edges})
        kept, reach = list[int](), 0
        inside = iter(whole)
        current = next(inside, None)
        for cut in cuts:
            while current is not None and current[1] <= cut:
                reach, current = max(reach, current[1]), next(inside, None)
            if current is None or not current[0] < cut < current[1]:
                kept.append(cut)
        return [edges for edges in (_trimmed(sentence, *edges) for edges in pairwise(kept)) if edges[0] < edges[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _whole_words(words: Iterable[str]) -> re.Pattern[str]:
    both = {spelling for word in words for spelling in (word, word.replace("ủy", "uỷ").replace("òa", "oà"))}
    ordered = sorted(both, key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)).replace(r"\ ", " ") + r")\b", re.IGNORECASE)


@cache
def segmenter(packs: Packs | None = None) -> Segmenter:
    """Return the segmenter of ``packs`` (the built-in ones by default); one for the whole process."""
    return Segmenter(packs if packs is not None else load_packs())


def words(text: str, span: Span, packs: Packs | None = None) -> list[Span]:
    """Return the words of the sentence ``text[span]`` as spans of ``text``; asking again costs nothing.

    >>> [word.of("Đảng ủy đã ban hành") for word in words("Đảng ủy đã ban hành", Span(0, 19))]
    ['Đảng ủy', 'đã', 'ban hành']
    """
    return segmenter(packs).words(text, span)


def pieces(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return syllables, numbers, symbols and marks of ``text[start:end]``: what can be told without segmentation."""
    found = list[tuple[int, int]]()
    at = start
    for chunk in text[start:end].split(" "):  # no piece holds a blank, and most are letters between two
        after = at + len(chunk)
        if chunk.isalpha():
            found.append((at, after))
        elif chunk:
            found += (match.span() for match in _PIECE.finditer(text, at, after))
        at = after + 1
    return found


def _segment(sentence: str) -> Sequence[tuple[int, int]]:
    """Return where underthesea's words stand in ``sentence``; syllables where its words are not the sentence's own.

    The latter happens where its normalisation of characters rewrites a rare letter: the text wins, not the tool.
    """
    if not sentence.strip():
        return ()
    found, place = list[tuple[int, int]](), 0
    for word in _word_tokenize()(sentence):
        start = -1
        for piece in word.split():
            while place < len(sentence) and sentence[place].isspace():
                place += 1
            if not sentence.startswith(piece, place):
                return pieces(sentence)
            start = place if start < 0 else start
            place += len(piece)
        if start >= 0:
            found.append((start, place))
    return found if not sentence[place:].strip() else pieces(sentence)


@cache
def _word_tokenize() -> Callable[[str], list[str]]:
    from underthesea.pipeline.word_tokenize import word_tokenize

    return lambda sentence: word_tokenize(sentence, use_token_normalize=False)


class WordTokenizer:
    """A spaCy tokenizer: ``token.idx`` is the offset in the text, and ``doc.text`` is the text to the letter.

    Args:
        vocab: the vocabulary of the pipeline.
        everything: segment every sentence; else part the text into syllables.
        packs: where domain words come from, the built-in ones by default.
    """

    def __init__(self, vocab: Vocab, *, everything: bool = True, packs: Packs | None = None) -> None:
        self.vocab = vocab
        self.everything = everything
        self.segmenter = segmenter(packs)

    def __call__(self, text: str) -> Doc:
        """Return ``text`` as a document of tokens."""
        from spacy.tokens import Doc

        if self.everything:
            return self.tokenize(text, sentences(text))
        tokens, spaces = _syllables(text)
        return Doc(self.vocab, words=tokens, spaces=spaces)

    def tokenize(self, text: str, dear: Iterable[Span]) -> Doc:
        """Return ``text`` as a document in which the sentences ``dear`` are segmented and the rest is in syllables.

        Args:
            text: any text.
            dear: spans of ``text``, ascending, not overlapping.
        """
        from spacy.tokens import Doc

        edges, place = list[tuple[int, int]](), 0
        for span in dear:
            edges += pieces(text, place, span.start)
            edges += ((word.start, word.end) for word in self.segmenter.words(text, span))
            place = span.end
        edges += pieces(text, place)
        tokens, spaces = _with_spaces(text, edges)
        return Doc(self.vocab, words=tokens, spaces=spaces)

    # what spaCy calls when a pipeline is written or read: the rules are the packs, so that there is nothing to write

    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: the tokenizer has no state of its own."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> WordTokenizer:
        """Return itself."""
        return self

    def to_disk(self, _: object, **__: Any) -> None:
        """Write nothing."""

    def from_disk(self, _: object, **__: Any) -> WordTokenizer:
        """Return itself."""
        return self


def _syllables(text: str) -> tuple[list[str], list[bool]]:
    """Return the :func:`pieces` of ``text`` as tokens, and for each whether one blank follows."""
    found = _TOKEN.findall(text)
    return [token or blank for token, _, blank in found], [space == " " for _, space, _ in found]


def _with_spaces(text: str, edges: Iterable[tuple[int, int]]) -> tuple[list[str], list[bool]]:
    """Return the tokens, and for each whether one blank follows; any other white space is a token of its own."""
    tokens, spaces, place = list[str](), list[bool](), 0
    for start, end in (*edges, (len(text), len(text))):
        if start > place:
            gap = text[place:start]
            if tokens and gap[0] == " ":
                spaces[-1] = True
                gap = gap[1:]
            if gap:
                tokens.append(gap)
                spaces.append(False)
        if end > start:
            tokens.append(text[start:end])
            spaces.append(False)
        place = end
    return tokens, spaces


def create_tokenizer(everything: bool = True) -> Callable[[Language], WordTokenizer]:
    """Return the maker of the tokenizer that spaCy knows as ``trichluc.words.v1``.

    Args:
        everything: segment every sentence (as one expects of a tokenizer); false is what the program itself uses.
    """

    def make(nlp: Language) -> WordTokenizer:
        return WordTokenizer(nlp.vocab, everything=everything)

    return make
