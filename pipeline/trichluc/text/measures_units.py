"""Units: what a number is measured in or what it counts, as the rule packs know them.

Units that stand for themselves (``%``, ``đồng``, ``ha``) are rows of ``units.csv``; what numbers count (``căn nhà``,
``lượt tổ chức đảng``) is read as a noun phrase with the word lists of ``units.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from trichluc.packs import Packs


class Kind(StrEnum):
    """What sort of unit a number has."""

    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    TIME = "time"
    COUNT = "count"
    BARE = "bare"  # no unit beside the number


_QUOTES = '“”"«»'
# what is counted by its name: 512 “Túi nghĩa tình”
_QUOTED = re.compile(rf"[{_QUOTES}](?P<name>[^\W\d_]+(?: [^\W\d_]+){{1,6}})[{_QUOTES}]")


class UnitRow(BaseModel):
    """One way of writing a unit: a row of ``units.csv``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    written: str
    unit: str
    kind: Kind
    factor: float = 1


class FoundUnit(NamedTuple):
    """A unit as it stands after a number.

    Attributes:
        end: offset after its last character.
        unit: normalised: ``VND/người/tháng``, ``%``, or the noun in lower case as printed.
        kind: of the unit.
        factor: what the number is multiplied by.
        known: the packs know the unit; false for a noun that was only taken for one.
        start: where a noun begins, to give it as printed; null for units that stand for themselves.
        strokes: where ``/người/tháng`` begins, null for a unit without.
    """

    end: int
    unit: str
    kind: Kind
    factor: float = 1
    known: bool = True
    start: int | None = None
    strokes: int | None = None

    def printed(self, text: str) -> str:
        """Return the unit as ``text`` prints it, in lower case, or the normalised one of ``units.csv``."""
        last = self.end if self.strokes is None else self.strokes
        unit = self.unit if self.start is None else text[self.start : last]
        rate = (
            "" if self.strokes is None else "/".join(part.strip() for part in text[self.strokes : self.end].split("/"))
        )
        unit = unit.strip(_QUOTES).lower() if self.kind is Kind.COUNT else unit
        return unit + _EACH_ONE.sub("/", rate)


# at the end of a syllable only, and not after q, which u belongs to: hoà, uỷ, but hoàn, quý
_OLD_TONES = re.compile(r"(?:o[àáảãạ]|o[èéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)")
_NEW = {
    **dict(zip(("oà", "oá", "oả", "oã", "oạ"), ("òa", "óa", "ỏa", "õa", "ọa"), strict=True)),
    **dict(zip(("oè", "oé", "oẻ", "oẽ", "oẹ"), ("òe", "óe", "ỏe", "õe", "ọe"), strict=True)),
    **dict(zip(("uỳ", "uý", "uỷ", "uỹ", "uỵ"), ("ùy", "úy", "ủy", "ũy", "ụy"), strict=True)),
}


def fold(text: str) -> str:
    """Return ``text`` in lower case with tone marks in the newer place (``uỷ`` → ``ủy``), every offset kept."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters of other scripts grow
        lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return _OLD_TONES.sub(lambda match: _NEW[match[0]], lower)


class Phrases:
    """A set of phrases that finds the longest one at a place."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for phrase in sorted({fold(p) for p in phrases}, key=len, reverse=True):
            self._by_first.setdefault(_first_word(phrase), []).append(phrase)

    def longest(self, folded: str, at: int) -> int | None:
        """Return the end of the longest phrase that begins at ``at`` in folded text and ends with a word, or null."""
        for phrase in self._by_first.get(_first_word(folded, at), ()):
            end = at + len(phrase)
            if folded.startswith(phrase, at) and not folded[end : end + 1].isalnum():
                return end
        return None


_WORD = re.compile(r"[^\W\d_]+")


def _first_word(text: str, at: int = 0) -> str:
    match = _WORD.match(text, at)
    return match[0] if match else ""


_SIZE = re.compile(r" \d+(?:[.,]\d+)? ?(?:ml|lít|lon|chai|kg|gam|gr|g|viên|l|gói|hộp|túi|m|mét|quả|trứng)(?!\w)")
_STROKE = re.compile(r" ?/ ?(?=\w)")
# what a rate is for may have a number of its own: đồng/0,55km, USD/1 thùng, bác sĩ/10.000 dân
_MEASURED = re.compile(r"\d+(?:[.,]\d+)* ?[^\W\d_]+[23²³]?(?!\w)")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)* ?")
# what a count is for, with a number: bác sĩ/10.000 dân, lần/3 tháng; 12 lớp/450 học viên are two counts
_COUNTED_FOR = re.compile(
    r"0*1(?:[.,]?0+)*(?!\d|[.,]\d)|\d+ ?(?:giờ|ngày|đêm|tuần|tháng|quý|năm|phút|ca|km|ha|m)(?!\w)"
)
_PLAN = re.compile(r"(?:dt|kh|nq|ct|kế hoạch|dự toán|chỉ tiêu)(?!\w)")
_EACH_ONE = re.compile(r"/0*1 (?=\D)")  # đồng/1 kg is đồng/kg
_CLAUSE = re.compile(r"[^,;.:()]*")
_ONE_WORD = re.compile(r"[^\W\d_]+[23²³]?(?!\w)")
# đồng is also a prefix of many nouns
_NOT_MONEY = (
    r"(?! (?:chí|bào|hồ|nghiệp|đội|phục|thời|ruộng|lúa|loạt|ý|tình|thuận|bộ|dao|cỏ|hương|minh|môn|đều|hành)(?!\w))"
)


class Units:
    """The units that the packs know, ready for reading. Use :func:`load_units`."""

    def __init__(self, rows: Iterable[UnitRow], words: dict[str, tuple[str, ...]]) -> None:
        self._rows = {fold(row.written): row for row in rows}
        written = sorted(self._rows, key=len, reverse=True)
        parts = [re.escape(w) + (_NOT_MONEY if w == "đồng" else "") for w in written]
        self._unit = re.compile(
            "|".join(p + (r"(?!\w)" if w[-1].isalnum() else "") for p, w in zip(parts, written, strict=True))
        )
        self.nouns = Phrases(words["nouns"])
        self._classifiers = frozenset(map(fold, words["classifiers"]))
        self._tails = Phrases(words["tails"])
        self._ends = Phrases(words["ends"])
        self._denominators = Phrases(words["denominators"])
        self._containers = frozenset(map(fold, words["containers"]))
        self.qualities = Phrases(words["qualities"])
        self._side_by_side = tuple(
            Phrases(words[f"beside_{sort}"]) for sort in ("places", "bodies", "people", "things")
        )

    def read(self, folded: str, at: int) -> FoundUnit | None:
        """Read the unit that begins at ``at`` (blanks before it are skipped) in folded text, or null."""
        begin = at + 1 if folded[at : at + 1] in (" ", "\u00a0") else at
        if begin > at and (quoted := _QUOTED.match(folded, begin)) is not None:
            return FoundUnit(quoted.end(), quoted["name"], Kind.COUNT, start=begin)
        noun = self.noun(folded, begin)
        if noun is not None and begin == at and not (noun.known and noun.end > begin + 1):
            noun = None  # what is glued to the digits: 12hộ, but not 5s
        match = self._unit.match(folded, begin)
        if match is None or (noun is not None and noun.known and noun.end > match.end()):
            return self._with_denominators(folded, noun) if noun else None
        row = self._rows[match[0]]
        if row.kind is Kind.TIME and noun is not None and noun.end > match.end():
            row_end = noun.end if noun.known else match.end()
            return FoundUnit(row_end, folded[begin:row_end], Kind.COUNT if noun.known else Kind.TIME, start=begin)
        start = begin if row.kind is Kind.MEASURE else None  # as printed: m², mét vuông
        return self._with_denominators(folded, FoundUnit(match.end(), row.unit, row.kind, row.factor, start=start))

    def _with_denominators(self, folded: str, found: FoundUnit) -> FoundUnit:
        """Add what stands after strokes: ``đồng/người/tháng``, ``tạ/ha``, ``chuyến bay/tuần``."""
        end = found.end
        if found.kind is Kind.PERCENT:
            return found
        while stroke := _STROKE.match(folded, end):
            begin = stroke.end()
            if _PLAN.match(folded, begin):
                break  # a result and its plan: "38 tỷ đồng/DT 35 tỷ đồng"
            measured = _MEASURED.match(folded, begin)
            if measured and self._two_numbers(folded, begin, found.kind):
                break
            stop = measured.end() if measured else self._denominators.longest(folded, begin)
            if stop is None:
                word = _ONE_WORD.match(folded, begin)
                if word is None:
                    break
                stop = word.end()
            if folded[begin:stop] in self._containers and (size := _SIZE.match(folded, stop)):
                stop = size.end()
            end = stop
        strokes = found.end if end > found.end else None
        return FoundUnit(end, found.unit, found.kind, found.factor, found.known, found.start, strokes)

    def _two_numbers(self, folded: str, at: int, kind: Kind) -> bool:
        """Tell whether the number after a stroke is one of its own: ``12 lớp/450 học viên``, ``3 tỷ đồng/42 hộ``."""
        number = _DIGITS.match(folded, at)
        unit = self._unit.match(folded, number.end()) if number else None
        if kind is Kind.MONEY and unit is not None and self._rows[unit[0]].kind is kind:
            return True  # 186.500.000đ/150.000.000đ
        if kind is Kind.MEASURE:
            return unit is not None and folded[:at].rstrip(" /").endswith(unit[0])  # 45 ha/50 ha
        if _COUNTED_FOR.match(folded, at):
            return False
        return kind is Kind.COUNT or (kind is Kind.MONEY and number is not None and unit is None)

    def noun(self, folded: str, at: int) -> FoundUnit | None:
        """Read the counted noun phrase that begins at ``at``: ``căn nhà tình nghĩa``, ``lượt tổ chức đảng``."""
        end = self.nouns.longest(folded, at)
        if end is None:
            return self._unknown_noun(folded, at)
        if (self._ends.longest(folded, at) or 0) > end:
            return None  # a verb that begins like a noun: giải quyết
        if folded[at:end] in self._classifiers and folded[end : end + 1] == " ":
            after = self.nouns.longest(folded, end + 1)
            if after is not None and " " not in folded[end + 1 : after] and self._goes_on(folded, after):
                after = None  # one syllable of a longer word: "tổ tiết kiệm"
            end = after or self._tails.longest(folded, end + 1) or self._more(folded, end)
        end = self._with_those_beside(folded, at, end)
        while folded[end : end + 1] == " " and (tail := self._tails.longest(folded, end + 1)):
            end = tail
        return FoundUnit(end, folded[at:end], Kind.COUNT, start=at)

    def _with_those_beside(self, folded: str, at: int, end: int) -> int:
        """Take in nouns of the same sort that are counted together: ``163 thôn, buôn, tổ dân phố``."""
        for sort in self._side_by_side if folded.startswith(", ", end) else ():
            if sort.longest(folded, at) != end:
                continue
            reach = end
            while folded.startswith(", ", reach) and (after := sort.longest(folded, reach + 2)) is not None:
                reach = after
            clause = _CLAUSE.match(folded, reach)
            # "120 hộ nghèo, hộ cận nghèo 35": the next noun has a number of its own
            return end if clause is None or any(map(str.isdigit, clause[0])) else reach
        return end

    def _goes_on(self, folded: str, end: int) -> bool:
        """Tell whether a word that may be part of the same noun follows."""
        return (
            folded[end : end + 1] == " "
            and _WORD.match(folded, end + 1) is not None
            and not self.ends_noun(folded, end + 1)
        )

    def _more(self, folded: str, end: int) -> int:
        """Take up to two words after a classifier into the unit, where they may be a noun: most nouns have two."""
        for _ in range(2):
            word = _WORD.match(folded, end + 1) if folded[end : end + 1] == " " else None
            if word is None or folded[word.end() : word.end() + 1].isalnum() or self.ends_noun(folded, end + 1):
                break
            end = word.end()
        return end

    def _unknown_noun(self, folded: str, at: int) -> FoundUnit | None:
        """Take a word that the lists do not have for a counted noun, where it cannot be anything else."""
        word = _WORD.match(folded, at)
        if word is None or len(word[0]) < 2 or self._ends.longest(folded, at) is not None:
            return None
        end = word.end()
        if self._goes_on(folded, end) and (second := _WORD.match(folded, end + 1)):
            end = second.end()
        return FoundUnit(end, folded[at:end], Kind.COUNT, known=False, start=at)

    def ends_noun(self, folded: str, at: int) -> bool:
        """Tell whether the word at ``at`` ends a noun phrase."""
        return self._ends.longest(folded, at) is not None


@lru_cache(maxsize=8)
def load_units(packs: Packs) -> Units:
    """Return the units of ``packs``; read once for each pair of packs."""
    return Units(packs.table("units.csv", UnitRow, ("written",)), packs.words("units.toml"))
