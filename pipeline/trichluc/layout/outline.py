"""The outline: levels inferred from the sequence of numbering styles, and passages with their path of headings."""

from __future__ import annotations

from dataclasses import dataclass

from trichluc.layout.headings import CAPITALS, Reading, Role
from trichluc.layout.markers import Marker, Style
from trichluc.layout.model import Passage, Zone
from trichluc.layout.shapes import clean_title, title_length
from trichluc.source import Span


@dataclass(slots=True)
class _Open:
    """A heading that is open: what follows stands under it."""

    key: tuple[int, int]
    title: str
    numbered: bool
    bullet: bool
    texts: int = 0  # passages of text or of items with other markers that stand right under it
    run_in: bool = False
    before: tuple[tuple[int, int], ...] = ()  # keys of the items that stood before it on its own level

    def is_left_by(self, key: tuple[int, int]) -> bool:
        """Whether a bullet that usually stands further out ends this heading: ``* Ưu điểm:`` itself may hold dashes."""
        return self.key > key and (self.run_in or self.texts > 0 or key in self.before)


class Outline:
    """Keeps the open headings while the lines of a report go by."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._items: list[tuple[int, int]] = []
        self._last: Passage | None = None

    @property
    def section(self) -> tuple[str, ...]:
        """Titles of the open headings, outermost first."""
        return tuple(entry.title for entry in self._open)

    def clear(self) -> None:
        """Close all headings: the report is over, what follows is an annex."""
        self._open.clear()
        self._items.clear()

    def passages(self, reading: Reading, text: str) -> list[Passage]:
        """Return the passages of one line, in the order of the text, and open or close headings as it says."""
        line, number = reading.line, reading.line.marker.text if reading.line.marker else None
        if reading.role in (Role.HEADING, Role.RUN_IN) and reading.title is not None and reading.key is not None:
            return self._heading(reading, reading.title, reading.key, text, number)
        if not len(line.body):
            return []
        if reading.role is Role.ITEM and line.marker is not None:
            return [self._item(reading, line.marker, text)]
        if self._open:
            self._open[-1].texts += 1
        self._items.clear()
        return [self._passage(line.body, reading, number, len(self._open), text)]

    def _heading(
        self, reading: Reading, title: Span, key: tuple[int, int], text: str, number: str | None
    ) -> list[Passage]:
        start, end = title_length(text, title.start, title.end)
        if end <= start:
            return []
        words = clean_title(Span(start, end).of(text))
        if self._continues(reading, key):
            self._open[-1].title = f"{self._open[-1].title} {words}"
            return [
                Passage(
                    Span(start, end),
                    Zone.BODY,
                    self.section[:-1],
                    True,
                    None,
                    len(self._open) - 1,
                    False,
                    reading.line.block,
                )
            ]
        before = next((entry.before for entry in self._open if entry.key == key), tuple(self._items))
        self._make_room(reading, key)
        passage = Passage(
            Span(start, end), Zone.BODY, self.section, True, number, len(self._open), False, reading.line.block
        )
        marker = reading.line.marker
        bullet = marker is not None and marker.bullet
        self._open.append(_Open(key, words, marker is not None, bullet, before=before))
        self._items.clear()
        self._last = passage
        if reading.rest is None or not len(reading.rest):
            return [passage]
        self._open[-1].run_in = True
        self._open[-1].texts += 1
        return [passage, self._passage(reading.rest, reading, None, len(self._open), text)]

    def _continues(self, reading: Reading, key: tuple[int, int]) -> bool:
        """Whether a heading in capitals or bold only goes on with the one on the line before it."""
        if reading.goes_on and self._open and self._open[-1].key == key and not self._open[-1].texts:
            return True
        if key != CAPITALS or not self._open or self._last is None or not self._last.heading:
            return False
        last = self._open[-1]
        if self._last.block != reading.line.block - 1 or last.texts or last.bullet:
            return False
        return last.numbered and last.title.upper() == last.title and last.key[0] <= Style.DECIMAL and not last.run_in

    def _make_room(self, reading: Reading, key: tuple[int, int]) -> None:
        """Close the headings that a new one with ``key`` ends."""
        for index, entry in enumerate(self._open):
            if entry.key == key:
                del self._open[index:]
                return
        marker = reading.line.marker
        while self._open:
            top = self._open[-1]
            if not self._ends(top, key, marker):
                return
            self._open.pop()

    def _ends(self, top: _Open, key: tuple[int, int], marker: Marker | None) -> bool:
        """Whether a new heading, of a row that is not open, ends the innermost open one."""
        if marker is None:
            # an unnumbered heading hangs on the numbered one above it; of two unnumbered ones print decides
            if key == CAPITALS:
                return top.key > (int(Style.ROMAN), 0) or not top.numbered
            return (not top.numbered and top.key > key) or top.bullet
        if marker.bullet or marker.style is Style.ORDINAL:
            return top.bullet and top.is_left_by(key)
        if not top.numbered:
            starts_inside = marker.value == 1 and (top.texts == 0 or key > CAPITALS)
            return not starts_inside or (top.key == CAPITALS and key[0] <= Style.ROMAN and top.texts > 0)
        return top.key > key

    def _item(self, reading: Reading, marker: Marker, text: str) -> Passage:
        key = marker.key
        for index, entry in enumerate(self._open):
            if entry.key != key:
                continue
            # right under "- Hạn chế:" further dashes are its items; after text of its own they stand beside it
            if index < len(self._open) - 1 or entry.texts or entry.run_in:
                del self._open[index:]
            break
        if marker.bullet and key not in self._items:
            while self._open and self._open[-1].bullet and self._open[-1].is_left_by(key):
                self._open.pop()
        if self._open and self._open[-1].key != key:
            self._open[-1].texts += 1
        if key in self._items:
            del self._items[self._items.index(key) + 1 :]
        else:
            while self._items and self._items[-1] > key and marker.bullet:
                self._items.pop()
            self._items.append(key)
        depth = len(self._open) + len(self._items) - 1
        return self._passage(reading.line.body, reading, marker.text, depth, text)

    def _passage(self, span: Span, reading: Reading, number: str | None, depth: int, text: str) -> Passage:
        lead_in = span.of(text).rstrip().endswith(":")
        passage = Passage(span, Zone.BODY, self.section, False, number, depth, lead_in, reading.line.block)
        self._last = passage
        return passage
