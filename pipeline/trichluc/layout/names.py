"""Names of bodies, places and persons: letterheads in capitals given in the case that a person would write."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from trichluc.layout.rules import kept_with
from trichluc.layout.shapes import is_capitals
from trichluc.packs import Packs

# a syllable of Vietnamese without its tone marks: onset, vowels, coda (anything else in capitals is an abbreviation)
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    r"[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_TOKEN = re.compile(r"\w+|[^\w\s]+|\s+")
_TONES = str.maketrans(
    "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)
_MAX_PERSON_WORDS = 5
_MOST_PLACES = 20  # at which a name is looked up in its text


class Names:
    """How names are written, by the lists of ``layout_names.toml``."""

    def __init__(self, packs: Packs) -> None:
        words = packs.words("layout_names.toml")
        self._acronyms = frozenset(words["acronyms"])
        self._organs = _tuples(words["organs"])
        self._fields = frozenset(words["fields_after"])
        self._ranks = _tuples(words["ranks"])
        self._named = _tuples(words["named"])
        self._phrases = {tuple(_words(p.lower())): _words(p) for p in (*words["phrases"], *words["places"])}
        self._bearing = frozenset(tuple(_words(name)) for name in words["bearing"])
        self._longest = max(map(len, self._phrases))
        self._surnames = frozenset(word.lower() for word in words["surnames"])
        self._no_person = frozenset(words["no_person"])
        academic = "|".join(sorted(map(re.escape, words["academic"]), key=len, reverse=True))
        self._academic = re.compile(rf"(?:(?:{academic})\b[.,]?\s*)+")
        self._site_words = re.compile(rf"(?:(?:{'|'.join(words['site_words'])})(?!\w)\s*)+", re.IGNORECASE)

    @classmethod
    def of(cls, packs: Packs) -> Names:
        """Return the names of ``packs``, kept with them."""
        return kept_with(packs, cls)

    def write(self, name: str) -> str:
        """Return ``name`` of a body in the case that a person would write; a name not in capitals is left alone."""
        name = " ".join(name.split())
        if not is_capitals(name):
            return name
        tokens = _TOKEN.findall(name)
        lower = [t.lower() for t in tokens]
        at = [i for i, t in enumerate(tokens) if not t.isspace()]
        written = self._write([tokens[i] for i in at], [lower[i] for i in at])
        for i, word in zip(at, written, strict=True):
            tokens[i] = word
        return "".join(tokens)

    def _write(self, tokens: list[str], lower: list[str]) -> list[str]:
        out, i, place, capital = list(lower), 0, False, True
        while i < len(lower):
            phrase = self._phrase(lower, i)
            if phrase is not None:
                out[i : i + len(phrase)] = phrase
                if capital:
                    out[i] = _first(phrase[0])
                place = tuple(lower[i : i + len(phrase)]) in self._bearing
                i, capital = i + len(phrase), False
                continue
            length = _longest(self._named, lower, i)
            if length:
                out[i] = tokens[i] if is_acronym(tokens[i], self._acronyms) else _first(lower[i])
                i, place = i + length, True
                continue
            length = _longest(self._ranks, lower, i)
            if length:
                out[i] = (
                    tokens[i] if is_acronym(tokens[i], self._acronyms) else (_first(lower[i]) if i == 0 else lower[i])
                )
                i, place, capital = i + length, True, False
                continue
            length = _longest(self._organs, lower, i)
            if length:
                out[i] = _first(lower[i])
                capital = " ".join(lower[i : i + length]) in self._fields
                i, place = i + length, tuple(lower[i : i + length]) in self._bearing
                continue
            if is_acronym(tokens[i], self._acronyms):
                out[i] = tokens[i]
            elif (place or capital or (lower[i] in self._surnames and self._person_at(lower, i))) and tokens[i][
                0
            ].isalpha():
                if lower[i] in _SMALL:
                    place = False
                else:
                    out[i] = _first(lower[i])
                if lower[i] in self._surnames and self._person_at(lower, i):
                    place = True
            if tokens[i][0].isalnum():
                capital = False
            i += 1
        return out

    def _phrase(self, lower: list[str], at: int) -> list[str] | None:
        for length in range(min(self._longest, len(lower) - at), 0, -1):
            found = self._phrases.get(tuple(lower[at : at + length]))
            if found is not None:
                return found
        return None

    def _person_at(self, lower: list[str], at: int) -> bool:
        """Whether a person's name (of which a school or street is named) seems to begin at ``at``: last words only."""
        rest = lower[at:]
        return at > 0 and 2 <= len(rest) <= 4 and all(word.isalpha() and word not in _SMALL for word in rest)

    def person(self, line: str) -> str | None:
        """Return the person's name that ``line`` consists of, without titles, or null where it is none."""
        return self._person(line, strict=True)

    def perhaps_person(self, line: str) -> str | None:
        """As :meth:`person`, for a place where a name is expected: the surname need not be a known one."""
        return self._person(line, strict=False)

    def _person(self, line: str, *, strict: bool) -> str | None:
        name = line.strip(" .,:;*-–()\t")
        title = self._academic.match(name)
        name = name[title.end() :].strip() if title else name
        words = name.split()
        if not 2 <= len(words) <= _MAX_PERSON_WORDS or not all(
            w.replace("-", "").replace("'", "").isalpha() for w in words
        ):
            return None
        if not all(word[0].isupper() for word in words):
            return None
        if strict and title is None and words[0].lower() not in self._surnames:
            return None
        if any(f"{one} {other}".lower() in self._no_person for one, other in pairwise(words)):
            return None
        if any(is_acronym(word, self._acronyms) and word.isupper() and len(word) > 1 for word in words):
            return None
        return " ".join(_first(w.lower()) if w.isupper() and len(w) > 1 else w for w in words)

    def body_of_site(self, name: str) -> str:
        """Return the body that a web site belongs to: its name without ``Cổng thông tin điện tử`` and the like."""
        return self._site_words.sub("", name, count=1).strip() if self._site_words.match(name) else name


def in_case_of(name: str, text: str) -> str:
    """Return ``name`` with its words in the case in which ``text`` prints them elsewhere, not in capitals.

    The longest stretches are looked for first, and a stretch is taken over where the text gives it more capitals: a
    report that says ``Trung tâm Kiểm định Hòa An`` shows how its letterhead is to be read.
    """
    words = name.split(" ")
    lower, folded = [word.lower() for word in words], text.lower()
    if len(folded) != len(text) or len(name.lower()) != len(name):
        return name
    done = [False] * len(words)
    pairs = [list(_places(f"{one} {other}", folded)) for one, other in pairwise(lower)]
    for length in range(len(words), 1, -1):
        for start in range(len(words) - length + 1):
            if any(done[start : start + length]):
                continue
            least = _capitals(" ".join(words[start : start + length]))
            found = _printed(" ".join(lower[start : start + length]), pairs[start], folded, text, least)
            if found is not None:
                words[start : start + length] = found.split(" ")
                done[start : start + length] = [True] * length
    return " ".join(words)


def _places(wanted: str, folded: str) -> Iterator[int]:
    at = folded.find(wanted)
    while at >= 0:
        yield at
        at = folded.find(wanted, at + 1)


def _printed(wanted: str, places: Iterable[int], folded: str, text: str, least: int) -> str | None:
    """Return the way in which ``text`` mostly prints the words ``wanted`` with more than ``least`` capitals.

    What is set in capitals, as a letterhead is, says nothing.

    Args:
        wanted: in small letters.
        places: where the first two of them stand.
        folded: the text in small letters.
        text: as printed.
        least: number of capitals.
    """
    ways: Counter[str] = Counter()
    end = looked = 0
    for at in places:
        if at < end or not folded.startswith(wanted, at):
            continue
        looked += 1
        if looked > _MOST_PLACES:
            break
        end = at + len(wanted)
        found = text[at:end]
        whole = not (at and folded[at - 1].isalnum()) and not folded[end : end + 1].isalnum()
        if whole and any(map(str.islower, found)):
            ways[found] += 1
    most = ways.most_common(1)
    return most[0][0] if most and _capitals(most[0][0]) > least else None


def _capitals(text: str) -> int:
    return sum(map(str.isupper, text))


# words of a place's name or an organ's field that stay small
_SMALL = frozenset(
    {"và", "các", "của", "cho", "về", "với", "thuộc", "tại", "trực", "cấp", "nhân", "dân", "khóa", "nhiệm", "kỳ"}
)


def is_acronym(token: str, known: frozenset[str]) -> bool:
    """Whether ``token``, in capitals, is an abbreviation: known as one, or no syllable of the language."""
    if token in known:
        return True
    if not token.isalpha():
        return token[0].isalnum()
    return token.isupper() and _is_no_syllable(token.lower())


@lru_cache(maxsize=4096)
def _is_no_syllable(word: str) -> bool:
    return _SYLLABLE.fullmatch(word.translate(_TONES)) is None


def _first(word: str) -> str:
    return word[:1].upper() + word[1:]


def _words(text: str) -> list[str]:
    return [token for token in _TOKEN.findall(text) if not token.isspace()]


def _tuples(names: tuple[str, ...]) -> dict[tuple[str, ...], int]:
    return {tuple(_words(name)): len(_words(name)) for name in names}


def _longest(names: dict[tuple[str, ...], int], lower: list[str], at: int) -> int:
    for length in (4, 3, 2, 1):
        if tuple(lower[at : at + length]) in names:
            return length
    return 0
