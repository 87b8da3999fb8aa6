"""How long the list of a zip archive is, told before it is read: a list of millions of names would fill the memory."""

from __future__ import annotations

import struct
from pathlib import Path

from trichluc.errors import UnreadableFileError

LARGEST = 16 * 1024 * 1024  # bytes; 10,000 members with long names have 3 million
_END, _END_SIZE = b"PK\x05\x06", 22
_LONGEST_COMMENT = 0xFFFF
_LOCATOR, _LOCATOR_SIZE = b"PK\x06\x07", 20
_WIDE = 0xFFFFFFFF  # the size stands in the record of large archives


def check_listing(path: Path) -> None:
    """Refuse an archive whose list is too long; one whose end is not there is left to who opens it.

    Raises:
        UnreadableFileError: ``too-large``.
        OSError: the file cannot be read.
    """
    size = _listing_size(path)
    if size > LARGEST:
        raise UnreadableFileError(
            f"this is a zip package whose list of files takes {size // 2**20} MiB, as no document's does: "
            "look what it is, unpack it and give the files in it",
            code="too-large",
        )


def _listing_size(path: Path) -> int:
    with path.open("rb") as file:
        end = file.seek(0, 2)
        start = max(0, end - _END_SIZE - _LONGEST_COMMENT - _LOCATOR_SIZE)
        file.seek(start)
        tail = file.read()
        at = tail.rfind(_END)
        if at < 0 or at + _END_SIZE > len(tail):
            return 0
        (size,) = struct.unpack_from("<L", tail, at + 12)
        before = at - _LOCATOR_SIZE
        if size == _WIDE and before >= 0 and tail.startswith(_LOCATOR, before):
            (record,) = struct.unpack_from("<Q", tail, before + 8)
            file.seek(min(record, end))
            wide = file.read(56)
            size = struct.unpack_from("<Q", wide, 40)[0] if len(wide) == 56 else 0
        return int(size)
