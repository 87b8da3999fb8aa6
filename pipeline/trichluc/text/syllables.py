"""The closed set of Vietnamese syllables (onset, rhyme, tone), and how much of a text is made of them.

Vietnamese is written syllable by syllable, and only some eighteen thousand spellings are possible. A text in which
hardly a word is one of them is in another language, in a font encoding that was not converted, or badly read by OCR.
The set is that of orthography, not of a dictionary: ``ngoằng`` is possible, ``kải`` and ``bát`` with a grave are not.
Both manners of placing the tone are known (``hoà`` and ``hòa``, ``thuý`` and ``thúy``), and so is the old slip of the
keyboard ``qúy``, ``qủa``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

__all__ = ["SyllableCount", "count_syllables", "is_syllable", "join_split", "syllables", "valid_share", "words"]


def _listed(parts: str) -> tuple[str, ...]:
    return tuple(parts.split())


_ONSETS: Final = (
    *("b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph"),
    *("qu", "r", "s", "t", "th", "tr", "v", "x"),
)
# Rhymes by their nucleus. ``y`` for ``i`` is added below where it is written.
_PLAIN: Final = _listed(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uc ui um un ung uôc uôi uôm uôn uông uôt up ut ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu"
)
# Rhymes that begin with a rounded glide: not written after b, m, p, ph, v but in a few loan words.
_ROUNDED: Final = _listed(
    "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet "
    "uâc uân uâng uât uây uê uêch uên uênh uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu"
)
_AFTER_QU: Final = _listed(
    "a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en eng eo et ê êch ên ênh êt êu "
    "i ich in inh it iu y ych yn ynh yt yu yên yêt ơ ơi ơn ơt ôc ôi ôm"
)
_AFTER_GI: Final = ("", "n", "p", "t", "êc", "êng", "êt", "êm", "ên", "êu")  # gì, gìn, giêng, giết; others from _PLAIN
_LOANS: Final = frozenset(("boa", "voan", "buyt", "phuy", "puy", "moay", "moa", "poa", "voa", "phoan"))
# Syllables without an onset: few of those that could be are used, and a split word (``kho ản``) shows by the others.
_NO_ONSET: Final = _listed(
    "a ai am an ang anh ao au ay á ác ách ái ám án áng ánh áo áp át áy à ành ào ạ ạch ạnh ạo ạt ả ải ảm ảnh ảo "
    "ăm ăn ăng ắc ắng ắp ắt ằng ẳng ẵm ặc ặp âm ân âu ấm ấn ấp ất ấu ấy ầm ầu ầy ẩm ẩn ẩu ẩy ẫm ậc ậm ập ậu "
    "e em en eng eo é éc ém én éo ép ét è èng èo ẹ ẹc ẹo ẹp ẹt ẻ ẻo ẽ ẽo ê êm êu ế ếch ếm ề ềnh ễnh ệ ệch "
    "i im in inh iu í ích ín ít ì ìn ình ỉ ỉa ỉm ỉn ỉu ĩ ị ịch ịt "
    "o oa oai oan oang oanh oe oi om on ong oong oà òa oàm oành oác oách oái oán oánh oát oạc oạch oại oạp oải oản "
    "oắt oằn oẳn oăm oặt oẹ ọe oẻ ỏe oé óe óc ói óng óp ót òi òm ò ó ọ ọc ọi ọp ọt ỏi ỏm ỏng "
    "ô ôi ôm ôn ông ố ốc ối ốm ống ốp ốt ồ ồi ồm ồn ổ ổi ổn ộ ộc ộp ơ ơi ơn ớ ớn ớt ờ ờn ở ỡm ợ ợt "
    "u ui um un ung ú úa úc úi úm úng úp út ù ùa ùn ụ ụa ục ụp ụt ủ ủa ủi ủn ủng uy ủy uỷ úy uý uôm uông uốn uống uổng "
    "uất uẩn uế uể uột uyên uyển uỳnh uỵch ư ưa ưng ưu ươm ươn ương ước ướm ướp ướt ườn ưỡn ứ ứa ức ứng ừ ừng ử ửng ực "
    "y ý ỷ ỳ yêm yên yêng yêu yếm yến yết yếu yểm yểu"
)
# Names of provinces and their districts that are spelled by rules of their own: Bắc Kạn, Đắk Lắk, Kon Tum.
_NAMES: Final = ("kạn", "đắk", "đăk", "lắk", "lăk", "kông", "rlấp", "plông")
_Y_ONSETS: Final = frozenset(("h", "k", "l", "m", "t", "s", "v", "th", "n", "x", "b", "d", "đ", "ch", "r", "tr", "g"))
_FRONT: Final = frozenset("eêiy")
_STOPS: Final = ("c", "ch", "p", "t")
_TONES: Final = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_STOP_TONES: Final = ("\u0301", "\u0323")  # sắc and nặng
_VOWELS: Final = frozenset("aăâeêioôơuưy")
_MARKED_VOWELS: Final = frozenset("ăâêôơư")
_OPEN_GLIDES: Final = frozenset(("oa", "oe", "uy"))  # the tone stands on either vowel: hòa, hoà
_WORD = re.compile("[^\\W\\d_\xb2\xb3\xb9\xbc-\xbe]+(?:[\u0300-\u036f]+[^\\W\\d_]*)*")
_ABBREVIATION = 6  # a word in capitals of at most so many letters that is no syllable is taken for an abbreviation


@cache
def syllables() -> frozenset[str]:
    """Return all syllables in lower case, NFC, in each way of placing the tone."""
    found = {*_NO_ONSET, *_NAMES}
    for onset in _ONSETS:
        for rhyme in _rhymes(onset):
            tones = _STOP_TONES if rhyme.endswith(_STOPS) else _TONES
            found.update(spelling for tone in tones for spelling in _spellings(onset, rhyme, tone))
    return frozenset(found)


def is_syllable(word: str) -> bool:
    """Tell whether ``word``, in any case and any Unicode form, can be a Vietnamese syllable."""
    if not word.isascii() and not unicodedata.is_normalized("NFC", word):
        word = unicodedata.normalize("NFC", word)
    return word.lower() in syllables()


@dataclass(frozen=True, slots=True)
class SyllableCount:
    """How many words of a text were looked at, and how many of them are syllables."""

    valid: int
    words: int

    @property
    def share(self) -> float | None:
        """Share of valid syllables, 0 to 1; null where no word was looked at."""
        return self.valid / self.words if self.words else None


def words(text: str) -> list[str]:
    """Return the words of ``text``: stretches of letters, whatever stands between them."""
    return _WORD.findall(text)


def count_syllables(text: str) -> SyllableCount:
    """Count the words of ``text`` (NFC) and those that are syllables.

    Single letters (numbers of items, formulas) and abbreviations in capitals (``UBND``) are not counted.
    """
    known = syllables()
    valid = counted = 0
    for word in _WORD.findall(text):
        if len(word) < 2:
            continue
        if word.lower() in known:
            valid += 1
            counted += 1
        elif len(word) > _ABBREVIATION or not word.isupper():
            counted += 1
    return SyllableCount(valid, counted)


def valid_share(text: str, *, least: int = 20) -> float | None:
    """Return the share of valid syllables among the words of ``text`` (NFC), 0 to 1.

    Args:
        text: any text. Vietnamese reports have 0.93 and more (names and units of measure make the rest).
        least: with fewer words than this the share says nothing, and null is returned: *not assessed* is not *good*.
    """
    count = count_syllables(text)
    return count.share if count.words >= max(least, 1) else None


_SPLIT = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")


def join_split(text: str) -> str:
    """Return ``text`` with syllables that a pdf split by a blank put together: ``ĐIỀ U KHO ẢN`` → ``ĐIỀU KHOẢN``.

    Two neighbours are joined only where together they are a syllable and one of them is none; ``tỉnh ủy`` stays.
    """
    return _SPLIT.sub(lambda match: " ".join(_joined(match[0].split(" "))), text)


def _joined(parts: list[str]) -> Iterator[str]:
    known = syllables()
    index = 0
    while index < len(parts):
        part = parts[index]
        second, after = (*parts[index + 1 : index + 3], "", "")[:2]
        if second and _is_split(part, second, after, known):
            yield part + second
            index += 2
        else:
            yield part
            index += 1


def _is_split(first: str, second: str, after: str, known: frozenset[str]) -> bool:
    joined = (first + second).lower()
    if joined not in known or joined.isascii() or not _same_case(first, second):
        return False
    halves = first.lower() in known, second.lower() in known
    if all(halves) or (len(first) == 1 and halves[1]):  # a letter before a word may number an item: `điểm b ở trên`
        return False
    # in `là m ột` the letter belongs to the word after it
    return not ((second + after).lower() in known and after and after.lower() not in known)


def _same_case(first: str, second: str) -> bool:
    if len(first) == 1 and first.isupper():
        return second.islower() or second.isupper()
    return second.isupper() if first.isupper() else second.islower()


def _rhymes(onset: str) -> Iterator[str]:
    """Give the rhymes that are written after ``onset``; after ``gi`` without the ``i`` that it shares."""
    if onset == "qu":
        yield from _AFTER_QU
        return
    if onset == "gi":
        yield from _AFTER_GI
        yield from (rhyme for rhyme in _PLAIN if rhyme[0] not in "iê")
        return
    for rhyme in _PLAIN:
        if _agree(onset, rhyme):
            yield rhyme
    if onset in _Y_ONSETS:
        yield "y"
    for rhyme in _ROUNDED:
        bare = (onset + rhyme).translate(_BARE)
        if _agree(onset, rhyme) and (onset not in ("b", "m", "p", "ph", "v") or bare in _LOANS):
            yield rhyme


def _agree(onset: str, rhyme: str) -> bool:
    """Whether the consonant is spelled as it is before this vowel: ``ke``, ``ca``; ``nghe``, ``nga``."""
    front = rhyme[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "g", "ng"):
        return not front
    return True


_BARE = str.maketrans("ăâêôơư", "aaeoou")


def _spellings(onset: str, rhyme: str, tone: str) -> Iterator[str]:
    """Give the ways to write one syllable: more than one where the place of the tone is free."""
    if not tone:
        if onset + rhyme != "gi":
            yield onset + rhyme
        return
    if onset == "gi" and (not rhyme or rhyme[0] not in _VOWELS):
        yield "g" + _toned("i", tone) + rhyme  # gì, gìn
        return
    vowels = [index for index, letter in enumerate(rhyme) if letter in _VOWELS]
    for place in _tone_places(rhyme, vowels):
        yield onset + rhyme[:place] + _toned(rhyme[place], tone) + rhyme[place + 1 :]
    if onset == "qu" and len(vowels) == len(rhyme) == 1:
        yield "q" + _toned("u", tone) + rhyme  # qúy, qủa


def _tone_places(rhyme: str, vowels: list[int]) -> tuple[int, ...]:
    if len(vowels) == 1:
        return (vowels[0],)
    marked = [index for index in vowels if rhyme[index] in _MARKED_VOWELS]
    if marked:
        return (marked[-1],)
    if vowels[-1] < len(rhyme) - 1:  # a consonant closes it
        return (vowels[-1],)
    if len(vowels) == 3:
        return (vowels[1],)
    return (0, 1) if rhyme in _OPEN_GLIDES else (0,)


def _toned(vowel: str, tone: str) -> str:
    return unicodedata.normalize("NFC", vowel + tone)
