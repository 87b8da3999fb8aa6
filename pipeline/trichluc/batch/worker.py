"""What runs in a worker process: read one document after another, send back their rows.

A worker is expendable. It has a limit of memory and a clock that ends it even when no Python code gets to run; what
happens to it costs the document in work and nothing else.
"""

from __future__ import annotations

import signal
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from trichluc.errors import RulePackError, UnreadableFileError, UsageError
from trichluc.options import DEFAULTS, ReadOptions
from trichluc.packs import Packs, load_packs
from trichluc.parsers.archive import unpacked
from trichluc.result import DocumentResult
from trichluc.run import extract_file, extract_text, unread
from trichluc.store.rows import DocumentRows, rows_of

# A worker outlives its limit by this long, so that it is the parent that ends it while there is a parent.
_GRACE = 5.0
# A report of two lines, read once so that rules, words and tables are loaded.
_SAMPLE = """BÁO CÁO
I. Ưu điểm
Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016, 98,5% đảng viên hoàn thành tốt nhiệm vụ; tuy nhiên còn 02 chi bộ chậm."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What every worker is told at its start.

    Attributes:
        rules: folders of rule packs over the built-in ones.
        timeout: seconds that one document may take.
        memory: MiB that a worker may hold, 0 for no limit.
        options: how files are read, where there is a choice.
    """

    rules: tuple[Path, ...] = ()
    timeout: float = 120.0
    memory: int = 4096
    options: ReadOptions = DEFAULTS


@dataclass(frozen=True, slots=True)
class Task:
    """One document to read; ``number`` tells it from the others."""

    number: int
    path: Path
    source_path: str
    member: int | None = None  # its number in the archive ``path``


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has started."""


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """The document in work needs more memory than a worker may hold; the worker ends."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The rules or an extension cannot be used: no document can be read."""

    message: str


@dataclass(frozen=True, slots=True)
class MoreTime:
    """The document in work has a page for OCR, which takes so many seconds more at most."""

    seconds: float


Message = Ready | DocumentRows | OutOfMemory | Refused | MoreTime


def serve(channel: Connection, settings: Settings) -> None:
    """Read the documents that come through ``channel`` until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent ends its workers
    _limit_memory(settings.memory)
    try:
        packs = load_packs(*settings.rules)
        warm_up(packs)
        options = replace(settings.options, more_time=lambda seconds: _ask_for_time(channel, seconds))
        channel.send(Ready())
        while True:
            task: Task = channel.recv()
            _set_alarm(settings.timeout + _GRACE)
            found = _read(task, packs, options)
            rows = rows_of(found)
            _set_alarm(0)
            channel.send(rows)
    except (RulePackError, UsageError) as error:
        channel.send(Refused(str(error)))
    except MemoryError:
        channel.send(OutOfMemory())
    except (EOFError, BrokenPipeError):
        pass  # the parent is gone or has no more work


def _read(task: Task, packs: Packs, options: ReadOptions) -> DocumentResult:
    if task.member is None:
        return extract_file(task.path, packs, source_path=task.source_path, options=options)
    try:
        with unpacked(task.path, task.member) as file:
            return extract_file(file, packs, source_path=task.source_path, options=options)
    except UnreadableFileError as error:  # the archive is not what it was when the run began
        return unread(task.source_path, error, packs, options)


def _ask_for_time(channel: Connection, seconds: float) -> None:
    channel.send(MoreTime(seconds))
    if hasattr(signal, "setitimer"):
        left, _ = signal.getitimer(signal.ITIMER_REAL)
        if left > 0:
            signal.setitimer(signal.ITIMER_REAL, left + seconds)


def warm_up(packs: Packs) -> None:
    """Load what reading needs, so that it counts for no document's time."""
    extract_text(_SAMPLE, packs)


def _set_alarm(seconds: float) -> None:
    """Let the system end this process in ``seconds``; 0 calls it off. Unlike a thread, it needs no Python to run."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(mebibytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    if mebibytes:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = mebibytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
