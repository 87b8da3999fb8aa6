"""Phrases of a list at the end of a text, without a pattern that is tried at every place of it."""

from __future__ import annotations

from collections.abc import Iterable

from trichluc.text.needles import lower

_LOOSE = " \t\n\r\f\v\u00a0,:"  # may stand after the phrase
_BEFORE = " \t\n\r\f\v\u00a0,("  # what may stand before it, where it does not begin the text


class Endings:
    """Finds the longest phrase of a list at the end of a text; blanks, commas and colons may follow it.

    Args:
        phrases: in any case.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_last: dict[str, list[str]] = {}
        for phrase in sorted({lower(phrase).strip(_LOOSE) for phrase in phrases}, key=lambda p: (-len(p), p)):
            if phrase:
                self._by_last.setdefault(phrase[-1], []).append(phrase)

    def start(self, text: str) -> int:
        """Return where the phrase at the end of ``text`` begins, -1 where none ends it.

        >>> Endings(["là", "đó là"]).start("Kết quả đó là:")
        8
        """
        end = len(text.rstrip(_LOOSE))
        for phrase in self._by_last.get(lower(text[max(0, end - 1) : end]), ()):
            at = end - len(phrase)
            if at >= 0 and (at == 0 or text[at - 1] in _BEFORE) and lower(text[at:end]) == phrase:
                return at
        return -1
