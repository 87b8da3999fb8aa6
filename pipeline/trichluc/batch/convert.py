"""Old documents of a run to docx before they are read: many in one LibreOffice process, which is far cheaper.

It is a matter of time only: a document that is not on the shelf when it is read is converted by itself.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
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
_ROUND = 64  # old documents for each worker before they are read, so that a run that is killed has lost little


@contextmanager
def with_shelf(options: ReadOptions) -> Iterator[ReadOptions]:
    """Give the options with a shelf that can be written: the one they name, else one that lasts as long as this."""
    if options.conversions is not None and _is_writable(options.conversions):
        yield options
        Shelf(options.conversions).trim()
        return
    with tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-", ignore_cleanup_errors=True) as folder:
        yield replace(options, conversions=Path(folder))


def rounds(files: Sequence[InputFile], workers: int) -> Iterator[list[int]]:
    """Part the files, by number, so that no part has more old documents than are to be converted at a time."""
    some, old = list[int](), 0
    for number, file in enumerate(files):
        some.append(number)
        old += _kind(file) is not None
        if old >= _ROUND * workers:
            yield some
            some, old = [], 0
    if some:
        yield some


def convert_ahead(files: Sequence[InputFile], settings: Settings, workers: int, progress: Progress) -> None:
    """Convert the old documents among ``files``, where LibreOffice is here and there is more than one of them."""
    shelf = Shelf(settings.options.conversions)
    old = [(file, kind) for file in files if file.sha256 and (kind := _kind(file)) is not None]
    office = find_office() if len(old) > 1 else None
    if office is None:
        return
    jobs = _jobs(old, office, shelf)
    if len(jobs) < 2:
        return
    progress.say(f"converting {counted(len(jobs), 'old document')} with LibreOffice")
    stop = Event()
    convert = partial(
        convert_many,
        office,
        shelf=shelf,
        patience=min(PATIENCE, settings.timeout),
        memory=settings.memory,
        going=lambda: not stop.is_set(),
    )
    with ThreadPoolExecutor(workers) as threads:  # they only wait for the programs that they start
        try:
            for done in [threads.submit(convert, batch) for batch in _batches(jobs, workers)]:
                done.result()
        finally:
            stop.set()


def _jobs(old: Sequence[tuple[InputFile, Format]], office: LibreOffice, shelf: Shelf) -> list[Job]:
    """Return what is not on the shelf, the largest first."""
    entries = [(file, kind, docx_entry(file.sha256, kind, office)) for file, kind in old]
    jobs = [
        (file.path.stat().st_size, Job(file.read, kind.value, entry))
        for file, kind, entry in entries
        if not shelf.has(entry)
    ]
    return [job for _, job in sorted(jobs, key=lambda sized: -sized[0])]


def _batches(jobs: Sequence[Job], workers: int) -> list[Sequence[Job]]:
    """Deal the jobs out, as many batches for each worker, each with large ones and small ones."""
    count = min(len(jobs), -(-len(jobs) // (_BATCH * workers)) * workers)
    return [jobs[first::count] for first in range(count)]


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
