"""Folders for the time of some work. They bear the number of their process, so that those of one that was killed go."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


def scratch_prefix(prefix: str) -> str:
    """Return the prefix for a folder of this process; the folders of processes that are gone are taken away."""
    for old in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        pid = old.name.removeprefix(prefix).partition("-")[0]
        if pid.isdigit() and not _is_alive(int(pid)):
            shutil.rmtree(old, ignore_errors=True)
    return f"{prefix}{os.getpid()}-"


def _is_alive(pid: int) -> bool:
    with suppress(PermissionError, OverflowError):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
    return True
