"""How files are to be read, where a user has a choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class OcrMode(StrEnum):
    """Which pages go through OCR."""

    AUTO = "auto"  # those that have no text of their own that can be used
    ALWAYS = "always"  # every page of a pdf, whatever text it has
    NEVER = "never"  # none: scans are told of and left out


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """The choices of a reading.

    Attributes:
        ocr: which pages go through OCR.
        ocr_threads: pages that are read at the same time, 0 for one a core; the result is the same.
        ocr_cache: folder in which what OCR read is kept, by the content of the page; null for none.
        conversions: folder in which what LibreOffice made of old documents is kept, by their content; null for none.
        pages: lay documents of word processors out with LibreOffice, to know their pages.
        more_time: called with the seconds that a page handed to OCR may take, where somebody watches the clock.
    """

    ocr: OcrMode = OcrMode.AUTO
    ocr_threads: int = 0
    ocr_cache: Path | None = None
    conversions: Path | None = None
    pages: bool = False
    more_time: Callable[[float], None] | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """What of the choices changes the result, for a fingerprint; empty for the defaults."""
        chosen = [] if self.ocr is OcrMode.AUTO else [f"ocr={self.ocr.value}"]
        return " ".join([*chosen, *(["pages"] if self.pages else [])])


DEFAULTS = ReadOptions()
