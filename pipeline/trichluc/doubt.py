"""How far records from a scan are to be trusted: what OCR was unsure of, the record is unsure of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TypeVar

from trichluc.records import Extracted
from trichluc.source import Source

ExtractedT = TypeVar("ExtractedT", bound=Extracted)
FLAG = "ocr"
# Tesseract's confidence of a word and the share of such words that are right: an estimate, not yet fitted to measured
# pages. Between two points the share is taken on a straight line.
_RIGHT = ((0.0, 0.05), (0.3, 0.2), (0.5, 0.45), (0.7, 0.75), (0.8, 0.9), (0.9, 0.985), (0.95, 0.997), (1.0, 1.0))


class Doubt:
    """What OCR was unsure of in a source; marks the records that stand there."""

    def __init__(self, source: Source | None) -> None:
        self._words = source.confidences if source is not None else ()
        self._starts = [word.start for word in self._words]
        self._ends = [word.end for word in self._words]

    def marked(self, record: ExtractedT) -> ExtractedT:
        """Return the record with the flag ``ocr`` and a lower confidence, where its words were read by OCR."""
        first = bisect_right(self._ends, record.start)
        words = self._words[first : bisect_left(self._starts, record.end)]
        if not words:
            return record
        right = share_right(min(word.value for word in words))
        flags = record.flags if FLAG in record.flags else (*record.flags, FLAG)
        return record.model_copy(update={"confidence": round(record.confidence * right, 3), "flags": flags})


def share_right(confidence: float) -> float:
    """Return the share of words of this confidence that are read right."""
    for (low, low_share), (high, high_share) in pairwise(_RIGHT):
        if confidence <= high:
            return low_share + (high_share - low_share) * (max(confidence, low) - low) / (high - low)
    return 1.0
