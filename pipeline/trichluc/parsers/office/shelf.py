"""What LibreOffice made, kept by the content of the document that it was made of, so that it is made once.

An entry is a file of its own, written beside its place and moved into it, and begins with its own digest: several
processes may use one shelf, and an entry that was damaged is none.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident

LARGEST = 1024 * 1024 * 1024  # bytes that a shelf may hold: some ten thousand reports
_DIGEST = hashlib.sha256().digest_size
_KEPT = 0.8  # share of the limit that is left after the oldest entries were taken out


def user_shelf() -> Path:
    """Return the folder for it among the caches of the user, as the system has it."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "trichluc" / "conversions"


def make_private(folder: Path) -> None:
    """Make a folder that none but the user may look into.

    Raises:
        OSError: it cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def entry_name(sha256: str, *made_by: str) -> str:
    """Return the name of what was made of the bytes with this digest, by a program and settings of that name."""
    return hashlib.sha256("\0".join((sha256, *made_by)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of kept results; without a folder it is always empty."""

    folder: Path | None = None

    def get(self, name: str) -> bytes | None:
        """Return an entry; null where there is none, or it is not whole."""
        if self.folder is None:
            return None
        path = self._place(name)
        with suppress(OSError):
            kept = path.read_bytes()
            if hashlib.sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST]:
                os.utime(path)  # the oldest go first
                return kept[_DIGEST:]
            path.unlink()
        return None

    def has(self, name: str) -> bool:
        """Whether there is an entry; it may turn out to be damaged."""
        return self.folder is not None and self._place(name).is_file()

    def put(self, name: str, data: bytes) -> None:
        """Keep an entry, whole or not at all; a shelf that cannot be written keeps nothing."""
        if self.folder is None:
            return
        path = self._place(name)
        beside = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}")
        with suppress(OSError):
            make_private(self.folder)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            try:
                beside.write_bytes(hashlib.sha256(data).digest() + data)
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)

    def trim(self, limit: int = LARGEST) -> None:
        """Take out the entries that were used longest ago, where all of them hold more than ``limit`` bytes."""
        entries = sorted(self._entries())
        total = sum(size for _, size, _ in entries)
        if total <= limit:
            return
        for _, size, path in entries:
            with suppress(OSError):
                path.unlink()
                total -= size
            if total <= limit * _KEPT:
                return

    def _place(self, name: str) -> Path:
        assert self.folder is not None
        return self.folder / name[:2] / name[2:]

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """Give time of last use, bytes and path of every file, those too that a killed process left half written."""
        for path in self.folder.glob("[0-9a-f][0-9a-f]/*") if self.folder is not None else ():
            with suppress(OSError):
                about = path.stat()
                yield about.st_mtime, about.st_size, path
