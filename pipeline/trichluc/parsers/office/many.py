"""Many documents to docx: several in one LibreOffice process, which starts once for all of them.

What comes of it is put on a shelf, where the reading of each document looks first. So nothing here decides over a
document: one at which LibreOffice hangs, dies or fails is left out, and converted by itself when it is read.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from trichluc.errors import UnreadableFileError
from trichluc.parsers.office.libreoffice import PREFIX, LibreOffice, is_whole, new_profile
from trichluc.parsers.office.shelf import Shelf

PATIENCE = 30.0  # seconds without a document done; a slower one is converted by itself, with more time
_STARTS = 4  # processes for one batch: where each dies, the rest goes one by one


@dataclass(frozen=True, slots=True)
class Job:
    """A document to convert.

    Attributes:
        read: gives its bytes.
        kind: ``doc``, ``rtf`` or ``odt``.
        entry: what the result is called on the shelf.
    """

    read: Callable[[], bytes]
    kind: str
    entry: str


def convert_many(
    office: LibreOffice,
    jobs: Sequence[Job],
    shelf: Shelf,
    *,
    patience: float = PATIENCE,
    memory: int = 0,
    going: Callable[[], bool] = lambda: True,
    made: Callable[[Job], None] = lambda _: None,
) -> int:
    """Convert a batch of documents and put what comes of it on the shelf, each as soon as it is made.

    Args:
        office: the program.
        jobs: the documents.
        shelf: where results go.
        patience: seconds in which at least one document must be done.
        memory: MiB that the process may hold, 0 for no limit.
        going: asked now and then; no ends the work.
        made: called with each document that was put on the shelf.

    Returns:
        How many were converted.
    """
    left, done = list(jobs), 0
    profile = new_profile()
    try:
        for _ in range(_STARTS):
            if not left or not going():
                break
            with tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-") as folder:
                batch = _Batch(left, Path(folder), shelf, made)
                batch.convert(office, profile, patience, _limit(memory), going)
            done += len(batch.taken)
            # what stands before the last one done was tried; so was the next, at which the process ended
            left = left[max(batch.taken, default=-1) + 2 :]
    except (UnreadableFileError, OSError):
        pass  # each document tells of it when it is read
    finally:
        shutil.rmtree(profile, ignore_errors=True)
    return done


class _Batch:
    """The documents of one process while they are converted.

    Attributes:
        taken: those that were made and put on the shelf, by the number of their job.
    """

    def __init__(self, jobs: Sequence[Job], folder: Path, shelf: Shelf, made: Callable[[Job], None]) -> None:
        self._jobs, self._shelf, self._made = jobs, shelf, made
        self._out = folder / "out"
        self._out.mkdir()
        self._sources = [folder / f"{number}.{job.kind}" for number, job in enumerate(jobs)]
        for source, job in zip(self._sources, jobs, strict=True):
            source.write_bytes(job.read())
        self.taken = set[int]()

    def convert(
        self, office: LibreOffice, profile: Path, patience: float, limit: Sequence[str], going: Callable[[], bool]
    ) -> None:
        """Let one process do what it can, and end it when ``patience`` is over or ``going`` says no."""
        seen, last = 0, time.monotonic()

        def still() -> bool:
            nonlocal seen, last
            count = self._take()
            if count != seen:
                seen, last = count, time.monotonic()
            return going() and time.monotonic() - last < patience

        office.run(self._sources, self._out, profile, still, limit=limit)
        self._take()

    def _take(self) -> int:
        """Put on the shelf what is whole and was not taken; return how many files were made, whole or not."""
        names = {path.name for path in self._out.iterdir()}
        for number, job in enumerate(self._jobs):
            target = self._out / f"{number}.docx"
            if number not in self.taken and target.name in names and is_whole(target):
                self._shelf.put(job.entry, target.read_bytes())
                self.taken.add(number)
                self._made(job)
        return len(names)


def _limit(memory: int) -> tuple[str, ...]:
    program = shutil.which("prlimit") if memory else None
    return (program, f"--as={memory * 2**20}") if program else ()
