"""Qualified names of the WordprocessingML elements and attributes that are read."""

from __future__ import annotations

from functools import cache

from lxml import etree

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
# Values by which a property is switched off; an element without a value is on.
_OFF = frozenset(("0", "false", "off", "none"))


@cache
def name(prefixed: str) -> str:
    """Return the name lxml gives to ``w:p``."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


VAL = name("w:val")


def value(parent: etree._Element | None, prefixed: str) -> str | None:
    """Return ``w:val`` of the child ``prefixed``, null where there is none."""
    child = None if parent is None else parent.find(name(prefixed))
    return None if child is None else child.get(VAL)


def number(text: str | None) -> int | None:
    """Return ``text`` as a whole number, null where it is none."""
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


def switch(parent: etree._Element | None, prefixed: str) -> bool | None:
    """Return whether the switch ``prefixed`` (``w:b``) is on, null where ``parent`` does not set it."""
    child = None if parent is None else parent.find(name(prefixed))
    return None if child is None else is_on(child.get(VAL))


def is_on(stated: str | None) -> bool:
    """Return whether a switch with this ``w:val`` is on; without a value it is."""
    return stated not in _OFF
