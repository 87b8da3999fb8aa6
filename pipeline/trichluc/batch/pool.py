"""Worker processes: hand out documents, take in rows, and outlive whatever happens to a worker."""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import inf
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Protocol

from trichluc.batch.start import start_context
from trichluc.batch.worker import Message, MoreTime, OutOfMemory, Ready, Refused, Settings, Task, serve
from trichluc.errors import TrichlucError, UsageError
from trichluc.store.rows import DocumentRows

# Seconds that a worker may take to start: far more than it needs, even on a busy machine.
_START_LIMIT = 120.0
# Seconds between two looks at what is held.
_BEAT = 0.05


@dataclass(frozen=True, slots=True)
class Lost:
    """A document that no worker could finish: ``timeout``, ``crashed`` or ``out-of-memory``, and what to do."""

    code: str
    message: str


Outcome = DocumentRows | Lost


class Later(Protocol):
    """Tells of tasks that are not to be read at once.

    Attributes:
        numbers: of the tasks.
    """

    numbers: frozenset[int]

    def freed(self) -> Iterator[int]:
        """Give the numbers of those that may be read by now, each once, and in the end all."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    channel: Connection
    deadline: float
    ready: bool = False
    task: Task | None = None
    served: int = 0

    @property
    def idle(self) -> bool:
        """Whether it waits for a document."""
        return self.ready and self.task is None


class Pool:
    """A number of workers that read documents, each within its limits.

    A document whose worker dies is tried once more in a new worker if the first had read others before it: what came
    before must not decide over a document.

    Args:
        size: how many workers.
        settings: their limits and rules.
    """

    def __init__(self, size: int, settings: Settings) -> None:
        self._size = size
        self._settings = settings
        self._context = start_context()
        self._workers: list[_Worker] = []
        self._waiting: deque[Task] = deque()
        self._again: deque[Task] = deque()  # for a new worker only
        self._held: dict[int, Task] = {}

    def read(self, tasks: Sequence[Task], later: Later | None = None) -> Iterator[tuple[Task, Outcome]]:
        """Yield each task with what came of it, in the order in which they end.

        Args:
            tasks: the documents.
            later: tells which of them are to be read later, and when.

        Raises:
            UsageError: the rules or an extension cannot be used.
            TrichlucError: worker processes cannot be started on this machine.
        """
        numbers = later.numbers if later is not None else frozenset()
        self._held = {task.number: task for task in tasks if task.number in numbers}
        self._waiting = deque(task for task in tasks if task.number not in self._held)
        open_tasks = len(tasks)
        try:
            while open_tasks:
                if later is not None:
                    self._waiting.extend(self._held.pop(number) for number in later.freed())
                self._fill()
                for worker in self._due():
                    ended = self._advance(worker)
                    if ended is not None:
                        open_tasks -= 1
                        yield ended
        finally:
            self._stop()

    def _fill(self) -> None:
        """Give work to workers that have none, and start others where there is more or is to come."""
        for worker in [worker for worker in self._workers if worker.idle]:
            self._give(worker)
        busy = sum(worker.task is not None for worker in self._workers)
        left = len(self._waiting) + len(self._again) + len(self._held)
        while len(self._workers) < min(self._size, busy + left):
            ours, theirs = self._context.Pipe()
            process = self._context.Process(target=serve, args=(theirs, self._settings), daemon=True)
            process.start()
            theirs.close()
            self._workers.append(_Worker(process, ours, time.monotonic() + _START_LIMIT))

    def _due(self) -> list[_Worker]:
        """Wait until a worker has something to say, or is past its time."""
        deadline = min((worker.deadline for worker in self._workers), default=inf)
        if self._held:
            deadline = min(deadline, time.monotonic() + _BEAT)
        patience = max(0.0, deadline - time.monotonic())
        talking = wait([worker.channel for worker in self._workers], patience)
        now = time.monotonic()
        return [worker for worker in self._workers if worker.channel in talking or worker.deadline <= now]

    def _advance(self, worker: _Worker) -> tuple[Task, Outcome] | None:
        """Hear a worker and give it more work; return the task that ended with this."""
        if not worker.channel.poll():
            return self._overdue(worker)
        try:
            message: Message = worker.channel.recv()
        except (EOFError, ConnectionError):
            return self._died(worker)
        match message:
            case Refused():
                raise UsageError(message.message)
            case OutOfMemory():
                limit = f"more than the {self._settings.memory} MiB that a worker may hold"
                return self._lose(worker, "out-of-memory", f"needs {limit}; read it again with a higher --memory")
            case MoreTime():
                worker.deadline += message.seconds
                return None
            case Ready():
                worker.ready = True
                self._give(worker)
                return None
            case _:
                task = worker.task
                worker.served += 1
                self._give(worker)
                return (task, message) if task is not None else None

    def _give(self, worker: _Worker) -> None:
        """Give a worker its next document; one that there is none for waits while some are held, or is let go."""
        worker.task, worker.deadline = None, inf
        queue = self._again if self._again and not worker.served else self._waiting
        if queue:
            worker.task = queue.popleft()
            worker.deadline = time.monotonic() + self._settings.timeout
            with suppress(ConnectionError):  # it died between two documents: heard in the next round
                worker.channel.send(worker.task)
        elif self._again or not self._held:
            self._end(worker)

    def _overdue(self, worker: _Worker) -> tuple[Task, Outcome] | None:
        if not worker.ready:
            raise TrichlucError(f"a worker process did not start within {_START_LIMIT:g} s; is the machine overloaded?")
        message = f"was not done within {self._settings.timeout:g} s and was given up"
        advice = "read it again with a higher --timeout, or look for what is odd in it"
        return self._lose(worker, "timeout", f"{message}; {advice}", again=False)

    def _died(self, worker: _Worker) -> tuple[Task, Outcome] | None:
        worker.process.join(5)
        status = worker.process.exitcode
        if not worker.ready:
            raise TrichlucError(f"a worker process cannot be started ({_how_it_died(status)}); see the messages above")
        if status == -getattr(signal, "SIGALRM", 0):
            return self._overdue(worker)
        advice = "the file may be damaged; please report it if it opens elsewhere"
        return self._lose(worker, "crashed", f"the process that read it ended ({_how_it_died(status)}); {advice}")

    def _lose(self, worker: _Worker, code: str, message: str, *, again: bool = True) -> tuple[Task, Outcome] | None:
        task = worker.task
        self._end(worker)
        if task is None:
            return None
        if again and worker.served:
            self._again.append(task)
            return None
        return task, Lost(code, message)

    def _end(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.channel.close()

    def _stop(self) -> None:
        for worker in list(self._workers):
            self._end(worker)


def default_workers() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _how_it_died(status: int | None) -> str:
    if status is None:
        return "it does not answer"
    if status < 0:
        try:
            return f"signal {signal.Signals(-status).name}"
        except ValueError:
            return f"signal {-status}"
    return f"exit status {status}"
