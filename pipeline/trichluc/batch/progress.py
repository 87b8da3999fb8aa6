"""What a person sees while a run goes on: a bar on a terminal, plain lines elsewhere. All of it on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from trichluc.store.rows import DocumentRows
from trichluc.terminal import counted, printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

# Seconds between two plain lines.
_PAUSE = 5.0


class Progress:
    """Says nothing: for tests and for ``--quiet``; errors are told by the subclasses."""

    @contextmanager
    def reading(self, total: int, kept: int) -> Iterator[None]:
        """Frame the time in which ``total`` documents are read; ``kept`` are as they were."""
        del total, kept
        yield

    def ended(self, rows: DocumentRows) -> None:
        """Take note that a document is done."""

    def say(self, message: str) -> None:
        """Tell what is being done."""


class PlainProgress(Progress):
    """A line now and then, and one for each document that could not be read whole."""

    def __init__(self) -> None:
        self.total = self.done = 0
        self.begun = self.told = time.monotonic()

    @contextmanager
    def reading(self, total: int, kept: int) -> Iterator[None]:
        """Frame the time in which ``total`` documents are read; ``kept`` are as they were."""
        self.total, self.done = total, 0
        self.begun = self.told = time.monotonic()
        self.say(f"reading {counted(total, 'document')}, {kept} unchanged")
        yield

    def ended(self, rows: DocumentRows) -> None:
        """Take note that a document is done."""
        self.done += 1
        for line in complaints(rows):
            self.say(line)
        now = time.monotonic()
        if now - self.told >= _PAUSE and self.done < self.total:
            self.told = now
            rate = self.done / (now - self.begun)
            left = (self.total - self.done) / rate
            self.say(f"{self.done} of {self.total} read, {rate:.1f} a second, about {left:.0f} s left")

    def say(self, message: str) -> None:
        """Tell what is being done."""
        sys.stderr.write(printable(message) + "\n")
        sys.stderr.flush()


class BarProgress(Progress):
    """A bar with rate and time left."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    @contextmanager
    def reading(self, total: int, kept: int) -> Iterator[None]:
        """Frame the time in which ``total`` documents are read; ``kept`` are as they were."""
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        rate = TextColumn("{task.fields[rate]}")
        bar = Progress(
            TextColumn("reading"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn(), console=self._console
        )
        with bar:
            self._bar = bar
            self._task = bar.add_task("reading", total=total, rate="")
            yield
        self._bar = self._task = None
        if kept:
            self.say(f"{counted(kept, 'document')} unchanged")

    def ended(self, rows: DocumentRows) -> None:
        """Take note that a document is done."""
        if self._bar is not None and self._task is not None:
            speed = self._bar.tasks[0].speed
            self._bar.update(self._task, advance=1, rate=f"{speed:.1f}/s" if speed else "")
        for line in complaints(rows):
            self.say(line)

    def say(self, message: str) -> None:
        """Tell what is being done."""
        self._console.print(printable(message), markup=False, highlight=False, soft_wrap=True)


def complaints(rows: DocumentRows) -> list[str]:
    """Return a line for each error of a document."""
    return [f"{rows.status.value}: {row['message']}" for row in rows.tables["problems"] if row["severity"] == "error"]


def progress_for(*, quiet: bool) -> Progress:
    """Return the manner that fits where standard error goes."""
    if quiet:
        return Progress()
    if not sys.stderr.isatty():
        return PlainProgress()
    from rich.console import Console

    return BarProgress(Console(stderr=True))
