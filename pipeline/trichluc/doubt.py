"""How far records from a scan are to be trusted: what OCR was unsure of, the record is unsure of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

from trichluc.records import Extracted
from trichluc.source import Source

ExtractedT = TypeVar("ExtractedT", bound=Extracted)
FLAG = "ocr"
_FIELDS = ("symbol", "issued_on", "issuer", "parent", "signatory", "title")
_DOUBTFUL_FIELD = 0.9  # share of such words that are right, below which a field is to be looked at
_MOST_WORDS = 40
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
# Confidence of a word and the share of such words that are right, measured by corpus.scans on 27,800 words of all
# manners and on 41,000 of noisy pages at 150 dots in three families, of which the lower counts. Made scans have no
# handwriting, so the share is taken lower at the lower end; between two points it lies on a straight line.
_RIGHT = (
    *((0.0, 0.05), (0.3, 0.38), (0.45, 0.49), (0.55, 0.61), (0.65, 0.656), (0.75, 0.704), (0.82, 0.845), (0.88, 0.85)),
    *((0.91, 0.924), (0.93, 0.96), (0.955, 0.98), (0.965, 0.995), (1.0, 1.0)),
)


class Doubt:
    """What OCR was unsure of in a source; marks the records that stand there."""

    def __init__(self, source: Source | None) -> None:
        self._words = source.confidences if source is not None else ()
        self._starts = [word.start for word in self._words]
        self._ends = [word.end for word in self._words]

    def marked(self, record: ExtractedT) -> ExtractedT:
        """Return the record with the flag ``ocr`` and a lower confidence, where its words were read by OCR."""
        right = self.share(record.start, record.end)
        if right is None:
            return record
        flags = record.flags if FLAG in record.flags else (*record.flags, FLAG)
        return record.model_copy(update={"confidence": round(record.confidence * right, 3), "flags": flags})

    def share(self, start: int, end: int) -> float | None:
        """Return how often text as sure as a stretch's least sure word is right, null where OCR did not read it."""
        first = bisect_right(self._ends, start)
        words = self._words[first : bisect_left(self._starts, end)]
        return share_right(min(word.value for word in words)) if words else None


def doubtful_fields(source: Source, fields: Mapping[str, object]) -> Iterator[str]:
    """Give the fields of a document whose words OCR was unsure of, in words: ``issued_on “ngày 5 tháng 9 …” (0.62)``.

    Fields hold what is meant and not where it stands: the stretch of the text that says so is looked up, and of several
    the one that was read best counts. What is nowhere said in so many words is passed over.
    """
    doubt = Doubt(source)
    if not source.confidences:
        return
    for name in _FIELDS:
        value = fields.get(name)
        if not isinstance(value, str) or not value:
            continue
        found = [
            (share, match[0])
            for match in re.finditer(_said(name, value), source.text, re.IGNORECASE)
            for share in [doubt.share(match.start(), match.end())]
            if share is not None
        ]
        if found and max(found)[0] < _DOUBTFUL_FIELD:
            share, words = max(found)
            yield f"{name} “{' '.join(words.split())}” ({share:.2f})"


def _said(name: str, value: str) -> str:
    """Return the pattern of what a field's value looks like in the text."""
    date = _DAY.fullmatch(value) if name == "issued_on" else None
    if date is not None:
        year, month, day = date.groups()
        return rf"ngày\s*0?{int(day)}\s*tháng\s*0?{int(month)}\s*năm\s*{year}"
    return r"[\W_]*".join(map(re.escape, re.findall(r"[^\W_]+", value)[:_MOST_WORDS])) or r"(?!)"


def share_right(confidence: float) -> float:
    """Return the share of words of this confidence that are read right."""
    for (low, low_share), (high, high_share) in pairwise(_RIGHT):
        if confidence <= high:
            return low_share + (high_share - low_share) * (max(confidence, low) - low) / (high - low)
    return 1.0
