"""The pages of one document that go through OCR: handed in one by one, read at the same time, told of together."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

from PIL import Image

from trichluc.options import OcrMode, ReadOptions
from trichluc.parsers.ocr.correct import Correction, correct, correct_table
from trichluc.parsers.ocr.image import prepare
from trichluc.parsers.ocr.reading import PageReading, read_page
from trichluc.parsers.ocr.tesseract import INSTALL, LANGUAGE, Tesseract, TesseractError, find_tesseract
from trichluc.source_builder import SourceBuilder
from trichluc.text.syllables import valid_share

PAGE_SECONDS = 60.0
ALLOWANCE = 20.0  # seconds by which a page lengthens the time that its document may take
_LEAST_SHARE = 0.5  # share of valid syllables below which what was read is not Vietnamese
_LISTED = 20


@dataclass(slots=True)
class OcrReader:
    """Reads pages, and knows what became of each.

    Attributes:
        tesseract: the program, null where it is missing or not wanted.
        readings: what was read, by page; pages that could not be read are not in it.
        unreadable: pages on which too little can be read.
        failed: pages at which the program failed, with what it said.
        wanted: pages that only OCR can read, whether it is there or not.
        corrections: words that were mended after reading, with their page.
        trouble: why the program cannot be used though it is there, empty for none.
    """

    options: ReadOptions
    tesseract: Tesseract | None = None
    readings: dict[int, PageReading] = field(default_factory=dict)
    unreadable: list[int] = field(default_factory=list)
    failed: dict[int, str] = field(default_factory=dict)
    wanted: list[int] = field(default_factory=list)
    corrections: list[tuple[int, Correction]] = field(default_factory=list)
    trouble: str = ""
    _pool: ThreadPoolExecutor | None = None
    _waiting: deque[tuple[int, Future[PageReading]]] = field(default_factory=deque)

    def __post_init__(self) -> None:
        if self.options.ocr is not OcrMode.NEVER:
            try:
                found = find_tesseract()
            except TesseractError as error:
                self.trouble = str(error)
                return
            if found is not None and LANGUAGE in found.languages:
                self.tesseract = replace(found, cache=self.options.ocr_cache)
            elif found is not None:
                self.trouble = "is installed without its Vietnamese data"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    @property
    def threads(self) -> int:
        """How many pages are read at the same time."""
        return self.options.ocr_threads or (
            len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        )

    @property
    def way_out(self) -> str:
        """What to do where pages were not read for want of OCR."""
        if self.options.ocr is OcrMode.NEVER:
            return "let it be read with --ocr auto"
        if self.trouble:
            return f"Tesseract {self.trouble}; {INSTALL}, see that tesseract --list-langs names vie, and run again"
        if self.tesseract is None:
            return f"to read it, {INSTALL} and run again"
        if self.failed:
            return f"Tesseract {next(iter(self.failed.values()))}; run again"
        return "it is empty, or too faint or blurred for OCR: scan it anew at 300 dots an inch, or give a better copy"

    @property
    def told(self) -> set[int]:
        """The pages of which :meth:`report` says something."""
        return {*self.readings, *self.unreadable, *self.failed}

    @property
    def problem_code(self) -> str:
        """``ocr-missing`` where a page was not read for want of the program, which may be there another time."""
        missing = self.tesseract is None and self.options.ocr is not OcrMode.NEVER
        return "ocr-missing" if missing else "scan"

    def submit(self, number: int, image: Image.Image, dpi: float | None) -> None:
        """Hand in a page; waits while as many as can be read at the same time are in work, so that few fill the memory.

        Raises:
            RuntimeError: there is no program.
        """
        if self.tesseract is None:
            raise RuntimeError("pages were handed in without a program to read them")
        if self.options.more_time is not None:
            self.options.more_time(ALLOWANCE)
        self._pool = self._pool or ThreadPoolExecutor(self.threads)
        while len(self._waiting) > self.threads:
            self._take()
        self._waiting.append((number, self._pool.submit(_read, self.tesseract, image, dpi)))

    def finish(self) -> None:
        """Wait until all pages are read, and mend what is known to be read wrongly."""
        while self._waiting:
            self._take()
        last_roman = 0
        for number in sorted(self.readings):
            reading = self.readings[number]
            mended, rows = list(reading.words), list[Correction]()
            for table in reading.ruled.find_tables():
                mended, changed = correct_table(mended, table.cells)
                rows += changed
            words, corrections, last_roman = correct(mended, last_roman)
            corrections = rows + corrections
            self.readings[number] = replace(reading, words=tuple(words))
            self.corrections += [(number, correction) for correction in corrections]

    def _take(self) -> None:
        number, future = self._waiting.popleft()
        try:
            reading = future.result()
        except TesseractError as error:
            self.failed[number] = str(error)
            return
        if reading.unreadable or _is_babble(reading):
            self.unreadable.append(number)
        else:
            self.readings[number] = reading

    def report(self, builder: SourceBuilder) -> None:
        """Say which pages were read by OCR, and which could not be."""
        read = {number: one for number, one in self.readings.items() if not one.blank}
        builder.ocr = len(read) / builder.pages if builder.pages else 0.0
        if read and self.tesseract is not None:
            sure = sum(one.confidence for one in read.values()) / len(read)
            builder.problem(
                "ocr",
                f"{listed(read)} read by OCR ({self.tesseract.label}, mean confidence {sure:.2f}); "
                "compare what matters with the page",
                severity="note",
            )
        self._report_changes(builder)
        blank = [number for number, one in self.readings.items() if one.blank]
        if blank:
            builder.problem("ocr-blank", f"nothing can be seen on {listed(blank)}: blank, or much too faint", "note")
        if self.unreadable:
            builder.problem(
                "ocr-unreadable",
                f"{listed(self.unreadable)} too faint or blurred to be read, or not Vietnamese; nothing was taken from "
                "there: scan anew at 300 dots an inch, or give a better copy",
            )
        for number, said in sorted(self.failed.items()):
            builder.problem("ocr-failed", f"page {number} could not be read: Tesseract {said}; run again")

    def _report_changes(self, builder: SourceBuilder) -> None:
        """Say what was mended after reading, and what was left out."""
        if self.corrections:
            pages: dict[Correction, list[int]] = {}
            for page, one in self.corrections:
                pages.setdefault(one, []).append(page)
            told = [f"{listed(set(on))} “{one.read}” → “{one.meant}”" for one, on in list(pages.items())[:_LISTED]]
            more = " …" if len(pages) > _LISTED else ""
            words = "1 word" if len(self.corrections) == 1 else f"{len(self.corrections)} words"
            builder.problem("ocr-corrected", f"{words} mended after OCR: {', '.join(told)}{more}", "note")
        dropped = {number: one.dropped for number, one in self.readings.items() if one.dropped}
        if dropped:
            marks = sum(dropped.values())
            builder.problem(
                "ocr-marks",
                f"{marks} {'mark' if marks == 1 else 'marks'} on {listed(dropped)} left out, which cannot be letters "
                "(initials, strokes of a pen, dirt)",
                "note",
            )


def listed(pages: Iterable[int]) -> str:
    """Return the pages in words: ``pages 1, 3–5``."""
    numbers = sorted(pages)
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    words = ", ".join(told[:_LISTED]) + (" …" if len(told) > _LISTED else "")
    return f"page {words}" if len(numbers) == 1 else f"pages {words}"


def _read(tesseract: Tesseract, image: Image.Image, dpi: float | None) -> PageReading:
    return read_page(tesseract, prepare(image, dpi), PAGE_SECONDS)


def _is_babble(reading: PageReading) -> bool:
    share = valid_share(" ".join(word.text for word in reading.words))
    return share is not None and share < _LEAST_SHARE
