"""A second look at symbols that OCR or a typist has spoilt: ``O5-CT/TW``, ``l2-NQ/TW``, ``05-CT/TVV``.

The text itself is never changed. The family reads a copy in which letters that are drawn like digits, and ``VV`` for
``W``, are put right inside what has the shape of a symbol with a known kind; the copy has the same length, so offsets
hold in both. A mention that was read this way has a rule of its own, less confidence and the flag ``repaired``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from trichluc.extract.references.mention import Mention

REPAIRED = "repaired"
_CONFIDENCE = 0.65
_FILLER = "\u2060"  # stands where two letters were read as one; it is no letter and drawn nowhere
_KIND = r"(?:CT|NQ|Q[ĐD]|KL|HD|TB|KH|CV|BC|CTr|ĐA|QC|TT|N[ĐD]|TTr)"
_DAMAGED = re.compile(
    rf"(?<![\w/.-])(?P<number>[\dOoQDlIi|SsBZz]{{1,4}})(?P<tail>\s?[-–—/]\s?{_KIND}\s?[-–—/]\s?(?P<body>[A-ZĐƯ0-9]{{2,8}}))"
    r"(?![\w])"
)
_NUMBER = str.maketrans("OoQDlIi|SsBZz", "0000111155822")
_BODY = str.maketrans("0", "O")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text to read symbols in.

    Attributes:
        text: of the same length as the clean text.
        places: ``(start, end)`` of each symbol that was put right.
    """

    text: str
    places: tuple[tuple[int, int], ...] = ()

    def mark(self, mention: Mention) -> None:
        """Note on a mention that its symbol was put right, and let it end where the printed symbol ends."""
        for start, end in self.places:
            if start <= mention.place < end:
                if mention.around.head_end < len(self.text) and self.text[mention.around.head_end] == _FILLER:
                    mention.around.head_end += 1
                mention.around.end = max(mention.around.end, mention.around.head_end)
                mention.rule = f"ocr-{mention.rule}"
                mention.confidence = min(mention.confidence, _CONFIDENCE)
                mention.flags.append(REPAIRED)
                return


def repaired(text: str) -> Repaired:
    """Return ``text`` with spoilt symbols put right, the very same text where there are none."""
    places, parts, at = [], [], 0
    for match in _DAMAGED.finditer(text):
        number = match["number"].translate(_NUMBER)
        body = _right_body(match["body"])
        # one true digit at least: "I-CT/TW" may as well be a heading
        if (number == match["number"] and body == match["body"]) or not any(map(str.isdigit, match["number"])):
            continue
        if not number.isdigit():
            continue
        parts += [text[at : match.start()], number, text[match.end("number") : match.start("body")], body]
        at = match.end()
        places.append((match.start(), match.end()))
    if not places:
        return Repaired(text)
    return Repaired("".join([*parts, text[at:]]), tuple(places))


def _right_body(body: str) -> str:
    """Return a body's code with ``VV`` read as ``W``, of the same length."""
    right = body.translate(_BODY) if body[:1] != "Q" else body
    if right.startswith("TVV"):
        return "TW" + right[3:] + _FILLER
    return right
