"""Old documents of a run to docx: many in one LibreOffice process, which is far cheaper, while others are read.

It is a matter of time only: a document that is not on the shelf when it is read is converted by itself.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event

from trichluc.batch.inputs import InputFile
from trichluc.batch.progress import Progress
from trichluc.batch.worker import Settings
from trichluc.errors import UnreadableFileError
from trichluc.options import ReadOptions
from trichluc.parsers import Format, detect
from trichluc.parsers.office import MEDIA_TYPES, docx_entry
from trichluc.parsers.office.libreoffice import PREFIX, LibreOffice, find_office
from trichluc.parsers.office.many import PATIENCE, Job, convert_many
from trichluc.parsers.office.shelf import Shelf, make_private
from trichluc.terminal import counted

_BATCH = 16  # documents in one process: its start is then a few hundredths of a second for each


@contextmanager
def with_shelf(options: ReadOptions) -> Iterator[ReadOptions]:
    """Give the options with a shelf that can be written: the one they name, else one that lasts as long as this."""
    if options.conversions is not None and _is_writable(options.conversions):
        yield options
        Shelf(options.conversions).trim()
        return
    with tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-", ignore_cleanup_errors=True) as folder:
        yield replace(options, conversions=Path(folder))


class Held:
    """Documents that are not to be read yet, for they are being converted.

    Attributes:
        numbers: which of the files they are, at first.
    """

    def __init__(self, numbers: Iterable[int] = ()) -> None:
        self.numbers = frozenset(numbers)
        self._free = SimpleQueue[int]()

    def free(self, number: int) -> None:
        """Let a document be read, from any thread."""
        self._free.put(number)

    def freed(self) -> Iterator[int]:
        """Give those that may be read by now, each once."""
        with suppress(Empty):
            while True:
                yield self._free.get_nowait()


@contextmanager
def converting(files: Sequence[InputFile], settings: Settings, workers: int, progress: Progress) -> Iterator[Held]:
    """Convert the old documents among ``files``, where LibreOffice is here and there is more than one of them.

    Each is held until it was converted, or could not be.
    """
    shelf, office = Shelf(settings.options.conversions), None
    old = {number: kind for number, file in enumerate(files) if file.sha256 and (kind := _kind(file)) is not None}
    if len(old) > 1:
        office = find_office()
    jobs = _jobs(files, old, office, shelf) if office is not None else {}
    if office is None or len(jobs) < 2:
        yield Held()
        return
    progress.say(f"converting {counted(len(jobs), 'old document')} with LibreOffice")
    stop, held = Event(), Held(jobs)
    convert = partial(
        convert_many,
        office,
        shelf=shelf,
        patience=min(PATIENCE, settings.timeout),
        memory=settings.memory,
        going=lambda: not stop.is_set(),
    )
    with ThreadPoolExecutor(workers) as threads:  # they only wait for the programs that they start
        batches = [threads.submit(_convert, convert, batch, held) for batch in _batches(jobs, workers)]
        try:
            yield held
            for done in batches:
                done.result()
        finally:
            stop.set()
            threads.shutdown(cancel_futures=True)


def _convert(convert: Callable[..., object], jobs: Mapping[int, Job], held: Held) -> None:
    """Convert a batch; whatever comes of it, none of its documents is held afterwards."""
    numbers = {job.entry: number for number, job in jobs.items()}
    try:
        convert(list(jobs.values()), made=lambda job: held.free(numbers.pop(job.entry)))
    finally:
        for number in numbers.values():
            held.free(number)


def _jobs(files: Sequence[InputFile], old: Mapping[int, Format], office: LibreOffice, shelf: Shelf) -> dict[int, Job]:
    """Return what is not on the shelf, by the number of the file, the largest first."""
    entries = {number: docx_entry(files[number].sha256, kind, office) for number, kind in old.items()}
    sizes = {number: files[number].path.stat().st_size for number, entry in entries.items() if not shelf.has(entry)}
    return {
        number: Job(files[number].read, old[number].value, entries[number])
        for number in sorted(sizes, key=lambda number: -sizes[number])
    }


def _batches(jobs: Mapping[int, Job], workers: int) -> list[dict[int, Job]]:
    """Deal the jobs out, as many batches for each worker, each with large ones and small ones."""
    count = min(len(jobs), -(-len(jobs) // (_BATCH * workers)) * workers)
    numbers = list(jobs)
    return [{number: jobs[number] for number in numbers[first::count]} for first in range(count)]


def _kind(file: InputFile) -> Format | None:
    """Return the format of an old document, null for any other file."""
    if file.member is not None and not file.source_path.lower().endswith((".doc", ".rtf", ".odt")):
        return None  # not unpacked to find out
    try:
        with file.at_hand() as path:
            kind = detect(path)
    except (UnreadableFileError, OSError):
        return None
    return kind if kind in MEDIA_TYPES else None


def _is_writable(folder: Path) -> bool:
    try:
        make_private(folder)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
