"""The provinces and the cities of their rank, those of today (34 since 1 July 2025) and those merged into them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from trichluc.packs import Packs
from trichluc.text.characters import fold_dashes

Rank = Literal["tỉnh", "thành phố"]
# before the name of a province these show that another place has that name (xã Bình Thuận), or that the body says it
_NAMESAKES = frozenset(("Hồ Chí Minh",))  # names of persons too: Bảo tàng Hồ Chí Minh
_LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã", "thôn", "ấp", "ủy")


class Province(BaseModel):
    """A row of ``provinces.csv``, after Nghị quyết 202/2025/QH15 and the resolutions before it.

    Attributes:
        name: without its rank.
        rank: ``tỉnh`` or ``thành phố``.
        merged_into: name of the province that it is part of now; null for one of today.
        until: ISO date of the last day that it was there.
        aliases: other spellings, parted by ``;``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    rank: Rank
    merged_into: str | None = None
    until: str | None = None
    aliases: tuple[str, ...] = ()

    @field_validator("aliases", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(";") if part.strip()) if isinstance(value, str) else value


class Provinces:
    """Knows the names of provinces in names of bodies and places, which are canonical: small letters, one tone mark."""

    def __init__(self, packs: Packs) -> None:
        self.rows = packs.table("provinces.csv", Province, ("name",))
        self._by_name: dict[str, Province] = {}
        for row in self.rows:
            for spelling in (row.name, *row.aliases):
                self._by_name[_plain(spelling)] = row
        names = "|".join(re.escape(name) for name in sorted(self._by_name, key=lambda name: (-len(name), name)))
        self._at_end = re.compile(rf"(?<!\w)(?:{names})\Z")

    def of_place(self, place: str) -> Province | None:
        """Return the province that a place is, with or without its rank (``tỉnh núi xanh``)."""
        for rank in ("tỉnh ", "thành phố "):
            place = place.removeprefix(rank)
        return self._by_name.get(place)

    def of_body(self, name: str) -> Province | None:
        """Return the province that the name of a body ends with, null where another place there has that name."""
        found = self._at_end.search(name)
        if found is None:
            return None
        row = self._by_name[found[0]]
        before = name[: found.start()].rstrip()
        if row.name in _NAMESAKES and not before.endswith(row.rank):
            return None
        level = next((level for level in _LEVELS if before.endswith(f" {level}") or before == level), None)
        return row if level in (None, row.rank, "ủy") else None

    def spelt_out(self, name: str) -> str:
        """Return the name of a body with its province in one spelling, and the province's rank before it.

        ``sở y tế bình dương`` is the ``sở y tế tỉnh bình dương``; ``tỉnh ủy bình dương`` says the rank itself.
        """
        row, found = self.of_body(name), self._at_end.search(name)
        return self.of(name[: found.start()].rstrip(), row) if row is not None and found is not None else name

    def of(self, body: str, province: Province) -> str:
        """Return the name of the ``body`` of ``province``."""
        said = re.search(r"(?:\btỉnh|\bthành phố|\bủy)\Z", body) is not None
        return f"{body} {province.name.lower()}" if said else f"{body} {province.rank} {province.name.lower()}".strip()


def _plain(name: str) -> str:
    return " ".join(fold_dashes(name).replace("-", " - ").lower().split())


@lru_cache(maxsize=8)
def provinces(packs: Packs) -> Provinces:
    """Return the provinces of ``packs``; the table is read once."""
    return Provinces(packs)
