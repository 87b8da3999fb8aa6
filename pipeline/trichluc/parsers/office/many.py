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
) -> int:
    """Convert a batch of documents and put what comes of it on the shelf.

    Args:
        office: the program.
        jobs: the documents.
        shelf: where results go.
        patience: seconds in which at least one document must be done.
        memory: MiB that the process may hold, 0 for no limit.
        going: asked now and then; no ends the work.

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
                made = _convert(office, left, Path(folder), profile, patience, memory, going)
            for number, data in made.items():
                shelf.put(left[number].entry, data)
            done += len(made)
            # what stands before the last one done was tried; so was the next, at which the process ended
            left = left[max(made, default=-1) + 2 :]
    except (UnreadableFileError, OSError):
        pass  # each document tells of it when it is read
    finally:
        shutil.rmtree(profile, ignore_errors=True)
    return done


def _convert(
    office: LibreOffice,
    jobs: Sequence[Job],
    folder: Path,
    profile: Path,
    patience: float,
    memory: int,
    going: Callable[[], bool],
) -> dict[int, bytes]:
    """Return what one process made, by the number of the job."""
    out = folder / "out"
    out.mkdir()
    sources = [folder / f"{number}.{job.kind}" for number, job in enumerate(jobs)]
    for source, job in zip(sources, jobs, strict=True):
        source.write_bytes(job.read())
    seen, last = 0, time.monotonic()

    def still() -> bool:
        nonlocal seen, last
        count = sum(1 for _ in out.iterdir())
        if count != seen:
            seen, last = count, time.monotonic()
        return going() and time.monotonic() - last < patience

    office.run(sources, out, profile, still, limit=_limit(memory))
    targets = {number: out / f"{number}.docx" for number in range(len(jobs))}
    return {number: target.read_bytes() for number, target in targets.items() if is_whole(target)}


def _limit(memory: int) -> tuple[str, ...]:
    program = shutil.which("prlimit") if memory else None
    return (program, f"--as={memory * 2**20}") if program else ()
