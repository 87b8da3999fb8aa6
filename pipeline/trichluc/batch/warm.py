"""Imported once by the process that workers are forked from, so that they start with everything loaded."""

from __future__ import annotations

import signal
from contextlib import suppress


def _load() -> None:
    from trichluc.batch.worker import warm_up
    from trichluc.errors import TrichlucError
    from trichluc.packs import load_packs

    with suppress(TrichlucError):  # a worker says it where it can be heard
        warm_up(load_packs())


signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent ends what it started
_load()
