"""Characters of the Symbol and Wingdings fonts, which have no meaning outside their font.

Word keeps them in the private use area, U+F020 to U+F0FF. A tick, an arrow or a Greek letter is given as the Unicode
character that is drawn; a bullet as ``-``, ``+`` or ``•``.
"""

from __future__ import annotations

import re

_PRIVATE = re.compile("[\uf020-\uf0ff]")
# The encoding of the Symbol font from 0x20 on, row by row; a blank stands for what is not used here.
_SYMBOL = dict(zip(range(0x20, 0x80), (
    " !∀#∃%&∋()*+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~ "
), strict=True))  # fmt: skip
_SYMBOL |= dict(zip(range(0xA0, 0xF0), (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√·¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑           "
), strict=False))  # fmt: skip
_WINGDINGS = {
    0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆",
    0x76: "❖", 0x77: "◆", 0x9E: "•", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "✧",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⇔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", 0x2D: "-", 0x2B: "+",
}  # fmt: skip
_WINGDINGS |= {0x81 + index: str(index + 1) for index in range(9)} | {
    0x8C + index: str(index + 1) for index in range(9)
}
# Where the font is not known: what is meant nearly always. Bullets come from both fonts.
_UNKNOWN = _SYMBOL | {code: _WINGDINGS[code] for code in (0xA7, 0xA8, 0xD8, 0xE0, 0xF0, 0xFC, 0xFE, 0x76, 0x6F, 0x71)}

_DASH = frozenset("-–—−‐‑‒―¯_")


def symbol(code: int, font: str | None) -> str:
    """Return the character drawn for ``code`` (``F0B7``, ``B7``, or a real character) in the given font."""
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    family = (font or "").lower()
    if family.startswith(("wingdings", "webdings")):
        return _WINGDINGS.get(low, "•")
    if family.startswith("symbol"):
        return _SYMBOL.get(low, "•").strip() or " "
    if 0xF000 <= code <= 0xF0FF:
        return _UNKNOWN.get(low, "•").strip() or " "
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code <= 0xDFFF else ""


def plain(text: str, font: str | None = None) -> str:
    """Return ``text`` with characters of symbol fonts replaced."""
    if not _PRIVATE.search(text):
        return text
    return _PRIVATE.sub(lambda match: symbol(ord(match[0]), font), text)


def bullet(text: str, font: str | None) -> str:
    """Return the bullet ``text`` of a list as ``-``, ``+``, ``*`` or ``•``; words and numbers stay as they are."""
    drawn = "".join(symbol(ord(letter), font) for letter in text).strip()
    if not drawn or any(letter in _DASH for letter in drawn):
        return "-" if drawn else ""
    if drawn in ("+", "*") or (any(letter.isalnum() for letter in drawn) and drawn != "o"):
        return drawn
    return "•"
