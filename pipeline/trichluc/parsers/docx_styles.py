"""Styles of a Word document: what a paragraph or run inherits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from trichluc.parsers.docx_names import VAL, is_on, name, number, switch, value
from trichluc.text.encodings.fonts import telling

_HEADING = re.compile(r"heading\s*([1-9])", re.IGNORECASE)
_CENTERED = frozenset(("center",))
_TOGGLES = ("w:b", "w:caps", "w:vanish")
# What is read of the properties of a run. They are read in one pass: it is the inner loop of the whole walk.
_READ = {name(prefixed): prefixed for prefixed in (*_TOGGLES, "w:rStyle", "w:vertAlign", "w:rFonts")}
_ASCII, _HIGH_ANSI = name("w:ascii"), name("w:hAnsi")


@dataclass(frozen=True, slots=True)
class RunFormat:
    """What is known of the letters of a run.

    Attributes:
        bold, capitals, hidden: drawn so; ``capitals`` draws small letters as capitals.
        raised: superscript.
        font: font of Western letters, the run's own or an inherited one; null where it is the theme's.
        telling: the same where it promises an old encoding or holds signs, else null.
    """

    bold: bool = False
    capitals: bool = False
    hidden: bool = False
    raised: bool = False
    font: str | None = None
    telling: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """What is known of a paragraph: its style's name, place and list.

    Attributes:
        style: name of the style, null for the default one.
        outline: 0-based outline level, null for body text.
        centered: it is centred.
        num_id, num_level: the list it belongs to; null (or 0) for none.
    """

    style: str | None = None
    outline: int | None = None
    centered: bool = False
    num_id: int | None = None
    num_level: int | None = None


class Styles:
    """The style sheet, with inheritance resolved on demand; a missing sheet is an empty one."""

    def __init__(self, sheet: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default: str | None = None
        self._run_formats: dict[tuple[str | None, tuple[tuple[str, str | None], ...]], RunFormat] = {}
        self._style_switches: dict[tuple[str | None, str | None], tuple[bool, ...]] = {}
        self._default_font: str | None = None
        self._paragraph_formats: dict[str | None, ParagraphFormat] = {}
        self._defaults = tuple(False for _ in _TOGGLES)
        if sheet is None:
            return
        for style in sheet.iterchildren(name("w:style")):
            identifier = style.get(name("w:styleId"), "")
            self._styles[identifier] = style
            if style.get(name("w:type")) == "paragraph" and style.get(name("w:default")) in ("1", "true"):
                self._default = identifier
        defaults = sheet.find(f"{name('w:docDefaults')}/{name('w:rPrDefault')}/{name('w:rPr')}")
        self._defaults = tuple(bool(switch(defaults, toggle)) for toggle in _TOGGLES)
        self._default_font = _font(defaults)

    def run(self, properties: etree._Element | None, paragraph_style: str | None) -> RunFormat:
        """Return the format of a run with ``w:rPr`` ``properties`` in a paragraph of the given style."""
        stated: list[tuple[str, str | None]] = []
        if properties is not None:
            for child in properties:
                if (prefixed := _READ.get(str(child.tag))) is not None:
                    font = prefixed == "w:rFonts"
                    stated.append((prefixed, child.get(_ASCII) or child.get(_HIGH_ANSI) if font else child.get(VAL)))
        key = (paragraph_style, tuple(stated))
        found = self._run_formats.get(key)
        if found is None:
            found = self._run_formats[key] = self._run_format(paragraph_style, dict(reversed(stated)))
        return found

    def _run_format(self, paragraph_style: str | None, stated: dict[str, str | None]) -> RunFormat:
        inherited = self._inherited(paragraph_style, stated.get("w:rStyle"))
        bold, capitals, hidden = (
            is_on(stated[toggle]) if toggle in stated else base
            for toggle, base in zip(_TOGGLES, inherited, strict=True)
        )
        font = stated.get("w:rFonts") or self._inherited_font(paragraph_style, stated.get("w:rStyle"))
        raised = stated.get("w:vertAlign") == "superscript"
        return RunFormat(bold, capitals, hidden, raised, font, telling(font))

    def _inherited_font(self, paragraph_style: str | None, character_style: str | None) -> str | None:
        for style in (character_style, paragraph_style or self._default):
            for element in self._chain(style):
                font = _font(element.find(name("w:rPr")))
                if font is not None:
                    return font
        return self._default_font

    def paragraph(self, properties: etree._Element | None) -> ParagraphFormat:
        """Return the format of a paragraph with ``w:pPr`` ``properties``."""
        if properties is None or len(properties) == 0:
            return self._of_style(self._default)
        base = self._of_style(value(properties, "w:pStyle") or self._default)
        outline = number(value(properties, "w:outlineLvl"))
        place = value(properties, "w:jc")
        list_properties = properties.find(name("w:numPr"))
        num_id, num_level = number(value(list_properties, "w:numId")), number(value(list_properties, "w:ilvl"))
        if outline is None and place is None and list_properties is None:
            return base
        return ParagraphFormat(
            base.style,
            base.outline if outline is None else _outline(outline),
            base.centered if place is None else place in _CENTERED,
            base.num_id if num_id is None else num_id,
            (base.num_level if num_id is None else 0) if num_level is None else num_level,
        )

    def numbering_of(self, style: str) -> int | None:
        """Return the list that the style (of a list, by its identifier) uses."""
        return self._of_style(style).num_id

    def _inherited(self, paragraph_style: str | None, character_style: str | None) -> tuple[bool, ...]:
        """Return the switches of both styles: one that both set is off again, as Word has it."""
        key = (paragraph_style or self._default, character_style)
        if key not in self._style_switches:
            by_paragraph = [self._switched(key[0], toggle) for toggle in _TOGGLES]
            by_character = [self._switched(key[1], toggle) for toggle in _TOGGLES]
            self._style_switches[key] = tuple(
                default or (first != second)
                for default, first, second in zip(self._defaults, by_paragraph, by_character, strict=True)
            )
        return self._style_switches[key]

    def _switched(self, style: str | None, toggle: str) -> bool:
        for element in self._chain(style):
            stated = switch(element.find(name("w:rPr")), toggle)
            if stated is not None:
                return stated
        return False

    def _of_style(self, style: str | None) -> ParagraphFormat:
        if style not in self._paragraph_formats:
            self._paragraph_formats[style] = self._resolve(style)
        return self._paragraph_formats[style]

    def _resolve(self, style: str | None) -> ParagraphFormat:
        title = outline = place = num_id = num_level = None
        for element in self._chain(style):
            properties = element.find(name("w:pPr"))
            own_title = value(element, "w:name")
            title = title or own_title
            outline = number(value(properties, "w:outlineLvl")) if outline is None else outline
            if outline is None and own_title and (heading := _HEADING.fullmatch(own_title)):
                outline = int(heading[1]) - 1
            place = value(properties, "w:jc") if place is None else place
            numbering = None if properties is None else properties.find(name("w:numPr"))
            num_id = number(value(numbering, "w:numId")) if num_id is None else num_id
            num_level = number(value(numbering, "w:ilvl")) if num_level is None else num_level
        shown = None if style == self._default else title or style
        return ParagraphFormat(shown, _outline(outline), place in _CENTERED, num_id, num_level)

    def _chain(self, style: str | None) -> Iterator[etree._Element]:
        """Give the style and those it is based on, each once."""
        seen = set[str]()
        while style is not None and style in self._styles and style not in seen:
            seen.add(style)
            element = self._styles[style]
            yield element
            style = value(element, "w:basedOn")


def _font(properties: etree._Element | None) -> str | None:
    fonts = None if properties is None else properties.find(name("w:rFonts"))
    return None if fonts is None else fonts.get(_ASCII) or fonts.get(_HIGH_ANSI)


def _outline(level: int | None) -> int | None:
    """Return the level, null for body text (level 9)."""
    return level if level is not None and 0 <= level < 9 else None


def style_of(properties: etree._Element | None) -> str | None:
    """Return the identifier of the paragraph style that ``w:pPr`` names."""
    child = None if properties is None else properties.find(name("w:pStyle"))
    return None if child is None else child.get(VAL)
