"""The old Vietnamese encodings as tables: what was typed and stored, to the letters that were meant.

Old text reaches us as Western letters: the bytes of the file read as Latin-1 or as windows-1252, by whoever read it
first. Both forms are understood (``0x93`` is U+0093 or ``“``). A table is keyed by what stands in the text.

The tables of TCVN3 (ABC; the upper half of TCVN 5712:1993), VISCII (RFC 1456) and windows-1258 agree with those of
iconv, which a test shows. VPS and VNI-Windows have no public standard; theirs are the tables of their keyboards.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from trichluc.text.encodings.common import COMMON
from trichluc.text.syllables import is_syllable

__all__ = ["ENCODINGS", "Codec", "codec", "from_controls"]

TCVN3: Final = "tcvn3"
VNI: Final = "vni-windows"
VPS: Final = "vps"
VISCII: Final = "viscii"
VIQR: Final = "viqr"
CP1258: Final = "cp1258"
MOJIBAKE: Final = "utf-8"  # UTF-8 that was read as Latin-1 or windows-1252
ENCODINGS: Final = (TCVN3, VNI, VISCII, VPS, CP1258, MOJIBAKE, VIQR)

# Letters of the upper half, from 0xA1 (TCVN3) or 0x80 (VISCII, VPS) on; a blank leaves the Western character.
_TCVN3_UPPER: Final = "ĂÂÊÔƠƯĐăâêôơưđẰ     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
_VISCII_UPPER: Final = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉ"
    "đựòóôõỏọụùúũủýợỮ"
)
_VPS_UPPER: Final = (
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ  ỀỂỄỐỒỔ ýỷỵỚỜỞ ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕựầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ àáâãảạă èéêẽìí ĩ"
    "ẴĐòóôõ Ơụùúủ ỶẼỳ"
)
_VISCII_CONTROLS: Final = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VPS_CONTROLS: Final = {
    0x02: "Ạ", 0x03: "Ậ", 0x04: "Ặ", 0x05: "Ẹ", 0x06: "Ệ", 0x10: "Ị", 0x11: "Ọ", 0x12: "Ộ", 0x13: "Ợ", 0x14: "Ụ",
    0x15: "Ự", 0x19: "Ỵ", 0x1C: "Ẫ", 0x1D: "Ữ",
}  # fmt: skip
# ``ư`` of TCVN3 is the soft hyphen. Pdf writers and readers make a minus sign or a non-character of it, and an operator
# of the middle dot that is ``ã``; a word processor's own name for it is resolved by the parsers.
_TCVN3_STRAYS: Final = {"\u2212": "ư", "\ufffe": "ư", "\x02": "ư", "\u2219": "ã"}
_DOUBTFUL: Final = frozenset("\u2212\ufffe\x02")
_TAIL: Final = re.compile(r"[a-zA-Z\xa1-\xff]+\Z")
_HEAD: Final = re.compile(r"[a-zA-Z\xa1-\xff]+")

# VNI writes a base letter and a second one for what stands above or below it.
_VNI_TONES: Final = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_CIRCUMFLEX: Final = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE: Final = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_SINGLE: Final = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}

_VIQR_MODIFIERS: Final = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b"}
_VIQR_TONES: Final = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_VIQR_BARE: Final = re.compile(
    r"(?:[aA][\^(]|[eE]\^|[oO][\^+*]|[uU][+*]|[aeiouyAEIOUY])(?:['`?~.])?|[dD][dD]|\\[\^(+*'`?~.dD]"
)


@dataclass(frozen=True, slots=True)
class Codec:
    """How to read one encoding.

    Attributes:
        name: one of :data:`ENCODINGS`.
        pattern: matches what is to be replaced, the longest first.
        replace: gives the letters for a match; the match itself where it means nothing.
        caseless: the encoding has no toned capitals of its own (TCVN3): a word in capitals has small toned letters.
    """

    name: str
    pattern: re.Pattern[str]
    replace: Callable[[re.Match[str]], str]
    caseless: bool = False

    def decode(self, text: str) -> str:
        """Return ``text`` with its letters converted."""
        return unicodedata.normalize("NFC", self.pattern.sub(self.replace, text))

    def steps(self, text: str) -> Iterator[tuple[int, str]]:
        """Give the converted text piece by piece, each with the offset in ``text`` where what it stands for ends."""
        place = 0
        for match in self.pattern.finditer(text):
            if match.start() > place:
                yield match.start(), text[place : match.start()]
            yield match.end(), self.replace(match)
            place = match.end()
        if place < len(text):
            yield len(text), text[place:]


@cache
def codec(name: str) -> Codec:
    """Return the codec of that name.

    Raises:
        KeyError: there is none.
    """
    return _MAKERS[name]()


def from_controls(text: str) -> str:
    """Return ``text`` with the control characters U+0080 to U+009F as what windows-1252 has for them, same length."""
    return text.translate(_FROM_C1)


def _cp1252(byte: int) -> str | None:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return None


_TO_C1: Final = {ord(letter): byte for byte in range(0x80, 0xA0) if (letter := _cp1252(byte)) is not None}
_FROM_C1: Final = {byte: letter for letter, byte in _TO_C1.items()}


def _mapped(name: str, table: dict[str, str], *, caseless: bool = False) -> Codec:
    ordered = sorted(table, key=len, reverse=True)
    singles = [key for key in ordered if len(key) == 1]
    longer = [re.escape(key) for key in ordered if len(key) > 1]
    pattern = "|".join([*longer, f"[{re.escape(''.join(singles))}]"] if singles else longer)
    return Codec(name, re.compile(pattern), lambda match: table[match[0]], caseless)


def _both_forms(by_byte: dict[int, str]) -> dict[str, str]:
    """Return a table for text that was read as Latin-1 or as windows-1252."""
    table = {chr(byte): letter for byte, letter in by_byte.items()}
    for byte, letter in by_byte.items():
        if 0x80 <= byte < 0xA0 and (western := _cp1252(byte)) is not None:
            table[western] = letter
    return table


def _upper(first: int, letters: str) -> dict[int, str]:
    return {first + index: letter for index, letter in enumerate(letters) if letter != " "}


def _quotes(used: set[int]) -> dict[str, str]:
    """Return what the control characters are that windows-1252 has quotation marks and dashes for."""
    return {
        chr(byte): letter for byte in range(0x80, 0xA0) if byte not in used and (letter := _cp1252(byte)) is not None
    }


def _tcvn3() -> Codec:
    upper = _upper(0xA1, _TCVN3_UPPER)
    table = _both_forms(upper) | _TCVN3_STRAYS | _quotes(set(upper))
    plain = _mapped(TCVN3, table, caseless=True)

    def around(match: re.Match[str]) -> str:
        before = _TAIL.search(match.string, max(match.start() - 7, 0), match.start())
        after = _HEAD.match(match.string, match.end(), match.end() + 7)
        parts = (before[0] if before else "", match[0], after[0] if after else "")
        return "".join(table.get(letter, letter) for part in parts for letter in part)

    def replace(match: re.Match[str]) -> str:
        if match[0] in _DOUBTFUL and (len(word := around(match)) < 2 or not is_syllable(word)):
            return match[0]  # a minus sign, or a hyphen
        if match[0] in _DOUBTFUL and len(word) == 2 and not match.string[: match.start() - 1].strip():
            return match[0]  # the number of an item: `b- Về`
        return table[match[0]]

    return Codec(TCVN3, plain.pattern, replace, caseless=True)


def _viscii() -> Codec:
    upper = _upper(0x80, _VISCII_UPPER)
    return _mapped(VISCII, _both_forms(upper | _VISCII_CONTROLS))


def _vps() -> Codec:
    upper = _upper(0x80, _VPS_UPPER)
    return _mapped(VPS, _both_forms(upper | _VPS_CONTROLS) | _quotes(set(upper)))


def _cp1258() -> Codec:
    table: dict[str, str] = {}
    for byte in range(0x80, 0x100):
        try:
            letter = bytes((byte,)).decode("cp1258")
        except UnicodeDecodeError:
            continue
        table[chr(byte)] = letter
        if byte < 0xA0 and (western := _cp1252(byte)) is not None:
            table[western] = letter
    changed = {key: letter for key, letter in table.items() if key != letter}
    marks = "".join(key for key, letter in changed.items() if unicodedata.combining(letter))
    others = "".join(key for key in changed if key not in marks)
    # a letter and its tone are one step, so that NFC can make one letter of them
    letters = f"[{re.escape(others)}A-Za-zÂÊÔâêô]"
    pattern = re.compile(f"{letters}[{re.escape(marks)}]|[{re.escape(others + marks)}]")

    def replace(match: re.Match[str]) -> str:
        return unicodedata.normalize("NFC", "".join(changed.get(letter, letter) for letter in match[0]))

    return Codec(CP1258, pattern, replace)


def _vni() -> Codec:
    table: dict[str, str] = {}
    for base, (mark, tone) in product("aeouy", _VNI_TONES.items()):
        table[base + mark] = base + tone
    for base, own in (("ô", "o\u031b"), ("ö", "u\u031b")):
        table |= {base + mark: own + tone for mark, tone in _VNI_TONES.items()}
    for base, (mark, tone) in product(("â", "ê", "aâ", "eâ", "oâ", "aê"), _VNI_TONES.items()):
        # a letter typed with its own mark, the tone added after it
        above = "\u0306" if base == "aê" else "\u0302"
        table[base + mark] = (base[0] + above if len(base) == 2 else base) + tone
    for base, (mark, tone) in product("aeo", _VNI_CIRCUMFLEX.items()):
        table[base + mark] = base + "\u0302" + tone
    table |= {"a" + mark: "a\u0306" + tone for mark, tone in _VNI_BREVE.items()}
    table |= _VNI_SINGLE
    table = {key: unicodedata.normalize("NFC", letter) for key, letter in table.items()}
    cased = dict(table)
    for key, letter in table.items():  # the base tells the case; the mark beside a capital may be typed small
        cased[key.upper()] = letter.upper()
        if len(key) > 1:
            cased[key[0].upper() + key[1:]] = letter.upper()
            cased[key[0] + key[1:].upper()] = letter
    return _mapped(VNI, cased | _quotes(set()))


def _mojibake() -> Codec:
    tail = "[\x80-\xbf" + re.escape("".join(map(chr, _TO_C1))) + "]"
    pattern = re.compile(
        f"[\xc2-\xdf]{tail}|[\xe0-\xef]{tail}{{2}}|[\xf0-\xf4]{tail}{{3}}|\xc3 (?=\\s|$|[^\\W\\d_])|\xc3(?=\\s|$)"
    )

    def replace(match: re.Match[str]) -> str:
        found = match[0]
        if found in ("\xc3", "\xc3 "):
            return "à"  # its second byte is the no-break space, which is folded or trimmed early
        try:
            return found.translate(_TO_C1).encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            return found

    return Codec(MOJIBAKE, pattern, replace)


def _viqr() -> Codec:
    def replace(match: re.Match[str]) -> str:
        found = match[0]
        if found[0] == "\\":
            return found[1:]
        if found[0] in "dD":
            return "đ" if found[0] == "d" else "Đ"
        letter = found[0] + _VIQR_MODIFIERS.get(found[1:2], "")
        tone = _VIQR_TONES.get(found[-1], "") if len(found) > 1 else ""
        if found[-1:] in ".?" and tone and _ends_sentence(match) and not _is_common(match, letter + tone):
            return unicodedata.normalize("NFC", letter) + found[-1]
        return unicodedata.normalize("NFC", letter + tone)

    return Codec(VIQR, _VIQR_BARE, replace)


def _ends_sentence(match: re.Match[str]) -> bool:
    """Whether a full stop or question mark after a vowel is just that.

    So it is at the end of a text; a full stop also before a capital. Questions are rarer in reports than the tone.
    """
    if match.string[match.end() : match.end() + 1] not in ("", " ", "\n", '"', ")"):
        return False
    rest = match.string[match.end() : match.end() + 4].lstrip(" ")
    return not rest or rest[0] in '\n")' or (rest[0].isupper() and match[0][-1] == ".")


def _is_common(match: re.Match[str], vowel: str) -> bool:
    """Whether a stop between a word and a capital makes a common word of it, as the dot of nặng: ``Bo^. Chi'nh``."""
    if match.end() == len(match.string.rstrip()):
        return False
    before = _LETTERS_BEFORE.search(match.string, max(match.start() - 5, 0), match.start())
    onset = (before[0] if before else "").lower().replace("dd", "đ")
    return unicodedata.normalize("NFC", onset + vowel.lower()) in COMMON


_LETTERS_BEFORE: Final = re.compile(r"[a-zA-Z]+\Z")
_MAKERS: Final[dict[str, Callable[[], Codec]]] = {
    TCVN3: _tcvn3,
    VNI: _vni,
    VISCII: _viscii,
    VPS: _vps,
    CP1258: _cp1258,
    MOJIBAKE: _mojibake,
    VIQR: _viqr,
}
