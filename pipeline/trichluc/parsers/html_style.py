"""What an html element says about the look of its text: attributes, inline style, list numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from trichluc.parsers.docx_numbering import formatted
from trichluc.parsers.docx_symbols import bullet

_BOLD_TAGS = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt"))
_LIST_MANNERS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLE_MANNERS = {
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "none": "none", "disc": "bullet", "circle": "bullet",
    "square": "bullet",
}  # fmt: skip
_FAMILY = re.compile(r"font-family\s*:\s*([^;]*)", re.IGNORECASE)
_BLANKS = re.compile(r"[\s\xa0]+")


@dataclass(frozen=True, slots=True)
class Look:
    """How text is drawn; inherited by what stands inside an element."""

    bold: bool = False
    centered: bool = False
    capitals: bool = False
    hidden: bool = False
    lines_kept: bool = False  # line feeds of the source break the line
    raised: bool = False
    linked: bool = False
    font: str | None = None


def look_of(element: etree._Element, outer: Look) -> Look:
    """Return the look of text in ``element``, which stands in text that looks like ``outer``."""
    tag = element.tag
    bold = outer.bold or tag in _BOLD_TAGS
    centered = outer.centered or tag == "center"
    capitals, hidden, kept, font = outer.capitals, outer.hidden, outer.lines_kept or tag == "pre", outer.font
    attributes = element.attrib
    if attributes:
        align = attributes.get("align", "").lower()
        centered = align == "center" if align else centered
        hidden = hidden or "hidden" in attributes
        font = attributes.get("face", font)
        style = attributes.get("style")
        if style:
            stated = declarations(style)
            bold = _stated_bold(stated.get("font-weight"), bold)
            centered = stated["text-align"] == "center" if "text-align" in stated else centered
            capitals = stated["text-transform"] == "uppercase" if "text-transform" in stated else capitals
            hidden = hidden or stated.get("display") == "none" or stated.get("mso-hide") == "all"
            kept = stated["white-space"].startswith("pre") if "white-space" in stated else kept
            if "font-family" in stated and (family := _FAMILY.search(style)) is not None:
                font = family[1].strip()  # as it is written: the capital H of .VnTimeH tells
    elif not (bold or centered or kept or tag in ("sup", "a")):
        return outer
    raised = tag == "sup" or outer.raised
    linked = outer.linked or (tag == "a" and "href" in attributes)
    return Look(bold, centered, capitals, hidden, kept, raised, linked, font)


def declarations(style: str) -> dict[str, str]:
    """Return the properties of an inline style, names and values in lower case."""
    found = {}
    for declaration in style.lower().split(";"):
        name, _, stated = declaration.partition(":")
        found[name.strip()] = stated.strip()
    return found


def _stated_bold(weight: str | None, outer: bool) -> bool:
    if weight is None or weight in ("inherit", "bolder"):
        return outer or weight == "bolder"
    return weight == "bold" or (weight.isdecimal() and int(weight) >= 600)


class ListState:
    """A list that is open, and how far it has counted."""

    def __init__(self, element: etree._Element) -> None:
        default = "decimal" if element.tag == "ol" else "bullet"
        self._manner = _manner(element) or default
        start = element.get("start", "").strip()
        self._next = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1

    def number(self, item: etree._Element) -> str | None:
        """Count an item and return the number or bullet that a browser draws."""
        stated = item.get("value", "").strip()
        count = int(stated) if re.fullmatch(r"-?\d{1,6}", stated) else self._next
        self._next = count + 1
        manner = _manner(item) or self._manner
        if manner == "none":
            return None
        return "•" if manner == "bullet" else f"{formatted(count, manner)}."


def _manner(element: etree._Element) -> str | None:
    stated = declarations(element.get("style", ""))
    for word in f"{stated.get('list-style-type', '')} {stated.get('list-style', '')}".split():
        if word in _STYLE_MANNERS:
            return _STYLE_MANNERS[word]
    kind = element.get("type", "")
    return _LIST_MANNERS.get(kind) or _STYLE_MANNERS.get(kind.lower())


def drawn_mark(text: str, font: str | None) -> str | None:
    """Return the number or bullet that Word wrote out before an item (``mso-list:Ignore``) as it is drawn."""
    text = _BLANKS.sub("", text)
    family = (font or "").strip("\"' ").split(",")[0].strip("\"' ")
    return bullet(text, family) or None if text else None
