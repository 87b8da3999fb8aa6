"""Automatic numbers and bullets: what Word prints before a paragraph of a list.

A list (``w:num``) is a use of a scheme (``w:abstractNum``) of nine levels. Lists of one scheme count on together,
unless one is told to start anew (``w:startOverride``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from trichluc.parsers.docx_names import name, number, switch, value
from trichluc.parsers.docx_styles import Styles
from trichluc.parsers.docx_symbols import bullet, plain

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a scheme: ``%1.%2`` in ``text`` stand for the counters of the levels."""

    format: str
    text: str
    start: int = 1
    font: str | None = None
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, part: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._schemes: dict[str, etree._Element] = {}
        self._lists: dict[int, etree._Element] = {}
        self._levels: dict[int, tuple[str, dict[int, _Level], dict[int, int]] | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._restarted: set[tuple[int, int]] = set()
        if part is None:
            return
        for scheme in part.iterchildren(name("w:abstractNum")):
            self._schemes[scheme.get(name("w:abstractNumId"), "")] = scheme
        for entry in part.iterchildren(name("w:num")):
            identifier = number(entry.get(name("w:numId")))
            if identifier is not None:
                self._lists[identifier] = entry

    def next(self, num_id: int, level: int | None, style: str | None) -> tuple[str | None, int]:
        """Count a paragraph of the list ``num_id`` and return its printed number or bullet, and its level.

        Args:
            num_id: the list.
            level: its level, 0-based; null where the paragraph's style decides.
            style: identifier of the paragraph's style.
        """
        resolved = self._resolve(num_id)
        if resolved is None:
            return None, level or 0
        scheme, levels, overrides = resolved
        if level is None:
            level = next((index for index, entry in levels.items() if style is not None and entry.style == style), 0)
        level = min(max(level, 0), _LEVELS - 1)
        if level not in levels:
            return None, level
        counters = self._count(num_id, scheme, level, levels, overrides)
        return self._printed(levels, level, counters) or None, level

    def _count(
        self, num_id: int, scheme: str, level: int, levels: dict[int, _Level], overrides: dict[int, int]
    ) -> list[int | None]:
        counters = self._counters.setdefault(scheme, [None] * _LEVELS)
        current = counters[level]
        if level in overrides and (num_id, level) not in self._restarted:
            self._restarted.add((num_id, level))
            counters[level] = overrides[level]
        else:
            counters[level] = levels[level].start if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            after = levels[deeper].restart if deeper in levels else None
            if after is None or (after > 0 and level < after):
                counters[deeper] = None
        for upper in range(level):
            if counters[upper] is None and upper in levels:
                counters[upper] = levels[upper].start
        return counters

    @staticmethod
    def _printed(levels: dict[int, _Level], level: int, counters: list[int | None]) -> str:
        own = levels[level]
        if own.format == "bullet":
            return bullet(own.text, own.font)

        def fill(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            count = counters[place]
            if count is None or place not in levels:
                return ""
            manner = "decimal" if own.legal else levels[place].format
            return formatted(count, manner)

        return plain(_PLACE.sub(fill, own.text), own.font).strip()

    def _resolve(self, num_id: int) -> tuple[str, dict[int, _Level], dict[int, int]] | None:
        """Return the scheme of the list, its levels and the counts at which this list starts them anew."""
        if num_id not in self._levels:
            self._levels[num_id] = self._read(num_id, set())
        return self._levels[num_id]

    def _read(self, num_id: int, seen: set[int]) -> tuple[str, dict[int, _Level], dict[int, int]] | None:
        entry = self._lists.get(num_id)
        if entry is None or num_id in seen:
            return None
        identifier = value(entry, "w:abstractNumId") or ""
        scheme = self._schemes.get(identifier)
        if scheme is None:
            return None
        link = value(scheme, "w:numStyleLink")
        if link is not None and scheme.find(name("w:lvl")) is None:
            linked = self._styles.numbering_of(link)
            found = self._read(linked, seen | {num_id}) if linked is not None else None
            if found is None:
                return None
            identifier, levels, overrides = found[0], dict(found[1]), dict(found[2])
        else:
            levels, overrides = _levels(scheme), {}
        for override in entry.iterchildren(name("w:lvlOverride")):
            index = number(override.get(name("w:ilvl"))) or 0
            start = number(value(override, "w:startOverride"))
            levels |= _levels(override)
            if start is not None:
                overrides[index] = start
        return identifier, levels, overrides


def _levels(parent: etree._Element) -> dict[int, _Level]:
    levels = {}
    for element in parent.iterchildren(name("w:lvl")):
        index = number(element.get(name("w:ilvl")))
        if index is None or not 0 <= index < _LEVELS:
            continue
        fonts = element.find(f"{name('w:rPr')}/{name('w:rFonts')}")
        start = number(value(element, "w:start"))
        levels[index] = _Level(
            format=_format(element),
            text=value(element, "w:lvlText") or "",
            start=0 if start is None else start,
            font=None if fonts is None else fonts.get(name("w:ascii")) or fonts.get(name("w:hAnsi")),
            restart=number(value(element, "w:lvlRestart")),
            legal=bool(switch(element, "w:isLgl")),
            style=value(element, "w:pStyle"),
        )
    return levels


def _format(level: etree._Element) -> str:
    """Return the manner of counting; newer ones are wrapped with a plain one to fall back on."""
    found = level.find(name("w:numFmt"))
    if found is None:
        found = level.find(f".//{name('mc:Fallback')}/{name('w:numFmt')}")
    return "decimal" if found is None else found.get(name("w:val"), "decimal")


def formatted(count: int, manner: str) -> str:
    """Return ``count`` in a manner of Word's ``w:numFmt``; manners of other scripts are given in digits."""
    match manner:
        case "none" | "bullet":
            return ""
        case "lowerLetter" | "upperLetter":
            letters = _letters(count)
            return letters.upper() if manner == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            roman = _roman(count)
            return roman.upper() if manner == "upperRoman" else roman
        case "decimalZero":
            return f"{count:02d}"
        case "decimalEnclosedParen":
            return f"({count})"
        case "decimalEnclosedFullstop":
            return f"{count}."
        case "numberInDash":
            return f"- {count} -"
    return str(count)


def _letters(count: int) -> str:
    """Return the letter of ``count``: after z comes aa, then bb."""
    if not 0 < count <= 26 * 30:
        return str(count)
    return "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26] * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    digits = []
    for size, sign in _ROMAN:
        digits.append(sign * (count // size))
        count %= size
    return "".join(digits)
