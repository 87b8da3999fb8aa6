"""Which body a document is of: its issuer made canonical, so that two spellings of one body are one unit.

A person writes ``UBND xã Suối Bạc`` in one report and ``Uỷ ban nhân dân xã Suối Bạc`` in the next. The key of a unit is
its name in lower case with tone marks in one place and abbreviations written out; where the name itself does not say
which body it is, the province that the body above or the place of the date line names (``ủy ban nhân dân tỉnh`` +
``bình dương``), else that place, or the body above (``chi bộ 3, đảng ủy sở y tế``) is added.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from trichluc.extract.described import Described
from trichluc.extract.provinces import provinces
from trichluc.packs import Packs, Rule
from trichluc.text.characters import fold_dashes

_FILE = "unit_names.toml"
_OLD_TONES = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_NEW_TONES = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_TONES = dict(zip(_OLD_TONES, _NEW_TONES, strict=True))
# at the end of a syllable only, and not after q, which u belongs to: hoà, uỷ, but hoàn, quý
_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_OLD_TONES)})(?!\w)")
_QUOTES = re.compile("[\"'“”‘’«»()\\[\\]]")
_TRIMMED = " .,;:-*"


class UnitRule(Rule):
    """A rule of ``unit_names.toml``.

    Attributes:
        use: ``spelling``, ``dependent`` or ``located``; see the head of that file.
        replacement: what a spelling is replaced by.
    """

    use: Literal["spelling", "dependent", "located"]
    replacement: str = ""


def unit_id(described: Described, packs: Packs) -> str | None:
    """Return the key of the body that made the document, null where it names none."""
    name = canonical_name(described.issuer, packs)
    if not name:
        return None
    rules = packs.rules(_FILE, UnitRule)
    if any(rule.regex.search(name) for rule in rules if rule.use == "dependent"):
        parent = canonical_name(described.parent, packs)
        return f"{name}, {parent}" if parent else name
    known = provinces(packs)
    name = known.spelt_out(name)
    if known.of_body(name) is not None:
        return name
    place = canonical_name(described.place, packs)
    if any(rule.regex.search(name) for rule in rules if rule.use == "located"):
        return name
    province = known.of_body(canonical_name(described.parent, packs)) or known.of_place(place)
    if province is not None:
        return known.of(name, province)
    return f"{name}, {place}" if place and place not in name else name


@lru_cache(maxsize=4096)
def canonical_name(name: str | None, packs: Packs) -> str:
    """Return the name of a body or place in its canonical spelling; empty for null."""
    plain = unicodedata.normalize("NFC", name or "").lower()
    plain = _QUOTES.sub("", fold_dashes(plain).replace("-", " - "))
    plain = " ".join(_TONE.sub(lambda match: _TONES[match[0]], plain).split())
    for rule in packs.rules(_FILE, UnitRule):
        if rule.use == "spelling":
            plain = rule.regex.sub(rule.replacement, plain)
    return " ".join(plain.split()).strip(_TRIMMED)
