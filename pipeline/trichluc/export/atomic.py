"""Files that are whole or not there: written beside their place, then moved into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ENDING = ".part"


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path to write to; what was written is moved to ``path`` at the end, and dropped on an error."""
    part = path.with_name(f".{path.name}{_ENDING}")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def clear_parts(folder: Path) -> None:
    """Remove what a killed run left half written in ``folder``."""
    for part in folder.glob(f".*{_ENDING}"):
        part.unlink()
