"""Text written in the old encodings, as it reaches a reader: bytes as Western letters."""

from __future__ import annotations

import unicodedata
from functools import cache

from trichluc.text.encodings.tables import codec

TONES = "\u0300\u0301\u0303\u0309\u0323"
_VIQR = {
    "\u0302": "^",
    "\u0306": "(",
    "\u031b": "+",
    "\u0301": "'",
    "\u0300": "`",
    "\u0309": "?",
    "\u0303": "~",
    "\u0323": ".",
}
# Signs that these lack: their codes are letters.
PLAIN_SIGNS = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": ".", "•": "-", "©": "c", "²": "2", "³": "3"}
)


@cache
def _bytes_of(name: str) -> dict[str, str]:
    tool = codec(name)
    table: dict[str, str] = {}
    for code in [*range(0xFF, 0x7F, -1), *range(1, 0x20)]:
        letter = tool.decode(chr(code))
        if len(letter) == 1 and letter.isalpha():
            table.setdefault(letter, chr(code))
    return table


@cache
def _vni() -> dict[str, str]:
    tool = codec("vni-windows")
    table = {}
    for base in "aeiouyôöñíìæóòî":
        for mark in ["", *"ùøûõïâáàåãäêéèúüë"]:
            for typed in (base + mark, (base + mark).upper()):
                letter = tool.decode(typed)
                if len(letter) == 1:
                    table.setdefault(letter, typed)
    return {letter: typed for letter, typed in table.items() if not letter.isascii()}


def encoded(name: str, text: str) -> str:
    """Return Unicode ``text`` as text of that encoding read as Latin-1 (or windows-1252) looks."""
    if name == "utf-8":
        return "".join(_western(byte) for byte in text.encode())
    if name == "viqr":
        return "".join(map(_viqr, text))
    if name == "cp1258":
        return "".join(map(_cp1258, text))
    table = _vni() if name == "vni-windows" else _bytes_of(name)
    if name == "tcvn3":  # has no toned capitals
        return "".join(table.get(letter) or table.get(letter.lower(), letter) for letter in text)
    return "".join(table.get(letter, letter) for letter in text)


def _western(byte: int) -> str:
    return chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes((byte,)).decode("cp1252")


def _viqr(letter: str) -> str:
    if letter in "đĐ":
        return "dd" if letter == "đ" else "DD"
    base, *marks = unicodedata.normalize("NFD", letter)
    if not marks or any(mark not in _VIQR for mark in marks):
        return letter
    return base + "".join(_VIQR[mark] for mark in sorted(marks, key=lambda mark: mark in TONES))


def _cp1258(letter: str) -> str:
    whole = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in whole[1:] if mark in TONES)
    base = unicodedata.normalize("NFC", "".join(mark for mark in whole if mark not in tone))
    return "".join(
        part.encode("cp1258").decode("latin-1") if part.encode("cp1258", "ignore") else part for part in base + tone
    )
