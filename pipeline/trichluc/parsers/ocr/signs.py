"""Letters and signs that OCR takes for others, mended where what stands around leaves no doubt."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache

from trichluc.packs import builtin_folder
from trichluc.text.lookalikes import could_be
from trichluc.text.syllables import is_syllable

_ETH = str.maketrans(
    {"\u00d0": "Đ", "\u0189": "Đ", "\u2044": "/"}
)  # the Icelandic and the African letter, the slash of fractions
_DOUBLED = re.compile(r"(?<=[-/.])ĐĐ(?=[A-ZĐ/]|$)")
_ENYE = re.compile(r"N?Ñ")  # no letter of Vietnamese: an N seen twice, or not well
_SLASHES = re.compile(r"(?<=[\dA-ZĐ])//(?=[\dA-ZĐ])")
_EIGHT = re.compile(r"(?<![^\W\d_])§")  # no office counts by paragraphs
_BRACKET = re.compile(r"(?<=[\dI])\](?=\W*$)")
_ONE = re.compile(r"(?<=\d[.,])[Il](?=\W*$)")
_SQUARE = re.compile(r"(?:(?<=[/\d])|^)(k?m)\?(?=\W*$)")
_TREE = re.compile(r"\bI(?=r[a-zà-ỹ])")  # no word begins so but with Tr
_CASE = re.compile(r"^(\W*)([^\W\d_]+)(\W*)$")
_DASH = "\u2014"
_SYMBOL = re.compile(r"(?<=\d/)([A-ZĐ]+(?:[-/][A-ZĐ]+)*)")
_COUNTED = frozenset({"quý", "vực"})  # a quarter, a region: they have Roman numbers
_READ_AS = {"H": "II", "HI": "III", "IH": "III", "TH": "III"}  # strokes that were seen as one letter
_STROKES = re.compile(r"(HI?|IH|TH)([.,;:)]?)")
_UNIT = re.compile(r"(\(?)([A-ZĐ0-9]{2,5})(:.*)")  # the unit of a table is told so above it: ĐVT: triệu đồng
_DATE_WORDS = frozenset({"ngày", "tháng"})


def signs(words: Sequence[str]) -> list[str]:
    """Return the words of a line with such letters and signs as they are meant."""
    opened = any("[" in word for word in words)
    found = []
    for index, word in enumerate(words):
        before = words[index - 1].lower() if index else ""
        if word == _DASH:  # reports have the shorter one
            found.append("–")
            continue
        text = _SLASHES.sub("/", _DOUBLED.sub("Đ", _ENYE.sub("N", word.translate(_ETH))))
        text = _SQUARE.sub(r"\1²", _ONE.sub("1", _EIGHT.sub("8", text)))
        if not opened:
            text = _BRACKET.sub("1", text)
        after = words[index + 1] if index + 1 < len(words) else ""
        if before == "số" and text in ("I", "l", "|") and re.match(r"\d+/", after):
            text = "1"
        if before in _COUNTED and (match := _STROKES.fullmatch(text)) is not None:
            text = _READ_AS[match[1]] + match[2]
        if before in _DATE_WORDS and re.fullmatch(r"[Il1]{1,2}", text):
            text = "1" * len(text)
        unit = _UNIT.fullmatch(text)
        if unit is not None and could_be(unit[2], "ĐVT"):
            text = f"{unit[1]}ĐVT{unit[3]}"
        text = _SYMBOL.sub(lambda match: _abbreviated(match[1]), _TREE.sub("T", text))
        found.append(_in_one_case(text))
    return found


def _in_one_case(word: str) -> str:
    """Return a syllable whose first letter alone is small in small letters: ``sỐ``."""
    match = _CASE.match(word)
    if match is None or len(match[2]) < 2 or not (match[2][0].islower() and match[2][1:].isupper()):
        return word
    small = match[2].lower()
    return match[1] + small + match[3] if is_syllable(small) and len(small) < 4 else word


@cache
def _codes() -> dict[str, str]:
    """Return the codes of types of documents and of councils that have a Đ, by what is left when its stroke is lost."""
    with (builtin_folder() / "document_types.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["code"] for row in csv.DictReader(file)}
    crossed = {code for code in codes if "Đ" in code} | {"HĐND"}
    return {bare: code for code in crossed for bare in [code.replace("Đ", "D")] if bare not in codes}


def _abbreviated(symbol: str) -> str:
    parts = re.split(r"([-/])", symbol)
    return "".join(_codes().get(part, part) for part in parts)
