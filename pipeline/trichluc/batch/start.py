"""How worker processes are started. Imports nothing heavy: it may be asked before anything else is loaded."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.context import ForkServerContext, SpawnContext


def start_context() -> SpawnContext | ForkServerContext:
    """Return how workers are started: forked from one process that has everything loaded, where the system can."""
    # each worker is one process on one core; linear algebra needs no threads of its own
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    wanted = os.environ.get("TRICHLUC_START_METHOD", "")
    methods = multiprocessing.get_all_start_methods()
    if wanted == "spawn" or "forkserver" not in methods:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["trichluc.batch.warm"])
    return context


def start_early() -> None:
    """Start the process that workers are forked from, so that it loads while its parent loads what it needs itself."""
    if isinstance(start_context(), ForkServerContext):
        from multiprocessing.forkserver import ensure_running

        ensure_running()
