"""Enumerations in words (``Một là, … Hai là, …``) that a table, a box or a caption interrupts."""

from __future__ import annotations

from trichluc.extract.assessments.scopes import Scope
from trichluc.layout.markers import Style, marker_of


class Series:
    """Remembers what an announced enumeration was of, so that its next number goes on with it."""

    def __init__(self) -> None:
        self._last = 0
        self._scope: Scope | None = None

    def follow(self, number: str | None, announced: Scope | None) -> Scope | None:
        """Return the scope that an item numbered ``number`` goes on with, null where nothing has come between.

        Args:
            number: the number before the item.
            announced: what a lead-in has announced there, null where none holds.
        """
        marker = marker_of(number)
        if marker is None or marker.style is not Style.ORDINAL or marker.value is None:
            return None
        if announced is not None:
            self._last, self._scope = marker.value, announced
            return None
        if self._scope is None or marker.value != self._last + 1:
            self._scope = None
            return None
        self._last = marker.value
        return self._scope
