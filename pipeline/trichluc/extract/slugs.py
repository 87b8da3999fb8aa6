"""Keys for documents without a number: the same resolution named in two ways gets one key."""

from __future__ import annotations

import re

from trichluc.records import Reference
from trichluc.text.characters import strip_marks

_NOT_WORD = re.compile(r"[^a-z0-9]+")
# words of a congress that some name and some leave out
_LOOSE = re.compile(
    r"\b(?:nq|dai bieu|toan the|lan thu|lan|cua|dang cong san viet nam|viet nam|bo chinh tri|ban chap hanh|bch"
    r"|hoi nghi|nam|khoa)\b"
)
_NATIONAL = re.compile(r"\b(?:dang )?toan quoc(?: dang)?\b|\bdang\b(?! bo| uy| vien)")
_CENTRAL = re.compile(r"\b(?:trung uong|tw|t\.u|tu)(?: dang)?(?=\d|\b)")
_NUMBER_WORDS = {
    "nhat": "1", "hai": "2", "ba": "3", "tu": "4", "bon": "4", "nam": "5", "sau": "6", "bay": "7", "tam": "8",
    "chin": "9", "muoi": "10",
}  # fmt: skip
_ORDINAL = re.compile(rf"\blan thu ({'|'.join(_NUMBER_WORDS)})\b")
_ROMAN = re.compile(r"\b[ivx]{1,5}\b")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_MAX_LENGTH = 80


def slug(reference: Reference) -> str:
    """Return the key of a document without a number, made of its kind and its words.

    ``Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII`` and ``Nghị quyết Đại hội XIII của Đảng`` are one document.
    """
    words = strip_marks(reference.text)
    if reference.rule == "named-congress":
        words = _of_congress(words, strip_marks(reference.issuer or ""))
    elif reference.rule == "named-plenum":
        words = _of_plenum(words, reference.flags)
    elif reference.rule == "named-of-body" and reference.title:
        words = f"{words} {strip_marks(reference.title)}"
    key = _NOT_WORD.sub("-", words).strip("-")[:_MAX_LENGTH].strip("-")
    kind = _NOT_WORD.sub("-", strip_marks(reference.type or "vb")).strip("-")
    return f"{kind}:{key}"


def _of_congress(words: str, issuer: str) -> str:
    words = _ROMAN.sub(lambda match: str(_value(match[0])), _arabic(words))
    national = _NATIONAL.search(words) is not None
    body = _LOOSE.sub(
        " ", _NATIONAL.sub(" ", words).replace("nghi quyet", " ").replace("van kien", " ").replace("dai hoi", " ")
    )
    numbers = re.findall(r"\d+", body)
    rest = [word for word in _NOT_WORD.split(body) if word and not word.isdigit()]
    if not rest:  # a number alone, in a list that names the body at its end
        national = national or issuer == "dang"
        rest = ["dang"] if national or not issuer else _NOT_WORD.split(issuer)
    return "-".join(["dai-hoi", *rest, *numbers])


def _of_plenum(words: str, flags: tuple[str, ...]) -> str:
    words = _ROMAN.sub(lambda match: str(_value(match[0])), _arabic(words))
    numbers = re.findall(r"\d+", _CENTRAL.sub(" ", words))
    term = next((flag.removeprefix("term:").lower() for flag in flags if flag.startswith("term:")), None)
    if term is not None and len(numbers) == 1:
        numbers.append(term if term.isdigit() else str(_value(term)))
    return "-".join(["trung-uong", *numbers])


def _arabic(words: str) -> str:
    return _ORDINAL.sub(lambda match: f"lan thu {_NUMBER_WORDS[match[1]]}", words)


def _value(roman: str) -> int:
    total = 0
    for letter, after in zip(roman, roman[1:] + " ", strict=True):
        value = _ROMAN_VALUES[letter]
        total += -value if value < _ROMAN_VALUES.get(after, 0) else value
    return total
