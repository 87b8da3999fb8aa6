"""Zip archives, walked as folders: which documents are in one, and one of them at hand for reading.

An archive is untrusted twice, as a file and as a list of names. Nothing is written under a name that it gives; sizes
are held while unpacking, whatever it says of them; links, locked members and archives in it are not opened.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from trichluc.errors import UnreadableFileError
from trichluc.parsers.zip_listing import check_listing
from trichluc.scratch import scratch_prefix

MOST_MEMBERS = 10_000
LARGEST_MEMBER = 256 * 1024 * 1024  # bytes unpacked
LARGEST_ALL = 2048 * 1024 * 1024
# A bomb unpacks kilobytes to gigabytes; documents that packed well, as txt and doc, come to some 20 fold.
_SUSPECT_SIZE, _SUSPECT_RATIO = 16 * 1024 * 1024, 200
_CHUNK = 1 << 20
_PREFIX = "trichluc-member-"  # of folders of a process; its number follows
_MAGIC = (b"PK\x03\x04", b"PK\x07\x08")
_UTF8, _LOCKED = 0x800, 0x1
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_OUTWARD = re.compile(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)")
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
_UNPACK = "unpack the archive and give the files in it"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes:
        number: its place in the archive's list.
        name: its path there, with ``/``, in NFC, as it is shown.
        sha256: of its bytes.
    """

    number: int
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a member is not read; it is a ``loss`` where a report may stand in it."""

    words: str
    loss: bool = True


@dataclass(slots=True)
class Contents:
    """What an archive holds: files to read, and names that are not read with the reason, both in order of name."""

    members: list[Member] = field(default_factory=list)
    skipped: list[tuple[str, Reason]] = field(default_factory=list)


def is_litter(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or what word processors and systems leave beside documents."""
    hidden = name.startswith(".") and name not in (".", "..")
    return hidden or name.startswith("~$") or name == "__MACOSX" or name.lower() in _SYSTEM_FILES


def is_archive(path: Path) -> bool:
    """Whether the file begins as a zip archive does; docx, xlsx and odt files do, too."""
    try:
        with path.open("rb") as file:
            return file.read(4).startswith(_MAGIC)
    except OSError:
        return False


def contents_of(path: Path, look: Callable[[Path, str], Reason | None] = lambda path, name: None) -> Contents:
    """Unpack each member of an archive once, within limits, and tell what is in it.

    Args:
        path: the archive.
        look: called with each unpacked file and its name; returns why it is not to be read, null where it is.

    Raises:
        UnreadableFileError: the archive is damaged, or has too many members.
    """
    found, names, left = Contents(), set[str](), LARGEST_ALL
    with _opened(path) as package:
        for number, info in enumerate(package.infolist()):
            name = _once(_shown(info), names)
            if info.is_dir() or any(map(is_litter, name.split("/"))):
                continue
            reason = _refused(info, name, left)
            if reason is None:
                try:
                    with unpacked(path, number, package=package) as file:
                        left -= file.stat().st_size
                        reason = look(file, name)
                        if reason is None:
                            found.members.append(Member(number, name, _digest(file)))
                except UnreadableFileError as error:
                    reason = Reason(str(error))
            if reason is not None:
                found.skipped.append((name, reason))
    found.members.sort(key=lambda member: (member.name, member.number))
    found.skipped.sort(key=lambda skipped: skipped[0])
    return found


@cache  # once for a process: an archive has thousands of members
def _prefix_of(_process: int) -> str:
    return scratch_prefix(_PREFIX)


@contextmanager
def unpacked(path: Path, number: int, *, package: zipfile.ZipFile | None = None) -> Iterator[Path]:
    """Give a member of an archive as a file, under a name of ours, as long as the context lasts.

    Raises:
        UnreadableFileError: it is damaged, or larger than it may be.
    """
    with tempfile.TemporaryDirectory(prefix=_prefix_of(os.getpid())) as folder:
        if package is None:
            with _opened(path) as opened:
                file = _unpack(opened, number, Path(folder))
        else:
            file = _unpack(package, number, Path(folder))
        yield file


def find_member(path: Path, name: str) -> Member | None:
    """Return the member of an archive that is shown as ``name``, null where there is none that can be read."""
    wanted = unicodedata.normalize("NFC", name)
    return next((member for member in contents_of(path).members if member.name == wanted), None)


def _unpack(package: zipfile.ZipFile, number: int, folder: Path) -> Path:
    listed = package.infolist()
    if number >= len(listed):
        raise UnreadableFileError("is no longer in the archive: run again", code="unreadable")
    info = listed[number]
    suffix = _SUFFIX.search(info.filename)
    file = folder / f"member{suffix[0] if suffix is not None else ''}"
    size = 0
    try:
        with package.open(info) as packed, file.open("wb") as out:
            while chunk := packed.read(_CHUNK):
                size += len(chunk)
                if size > LARGEST_MEMBER:
                    raise UnreadableFileError(f"unpacks to more than {_mib(LARGEST_MEMBER)}", code="too-large")
                out.write(chunk)
    except _ERRORS as error:
        raise UnreadableFileError(
            f"cannot be unpacked ({type(error).__name__}): get the archive again from its source", code="damaged"
        ) from error
    return file


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        check_listing(path)
        package = zipfile.ZipFile(path)
    except _ERRORS as error:
        raise UnreadableFileError(
            "the zip archive is damaged or cut off: get it again from its source", code="damaged"
        ) from error
    with package:
        count = len(package.infolist())
        if count > MOST_MEMBERS:
            raise UnreadableFileError(f"holds {count} files, more than {MOST_MEMBERS}: {_UNPACK}", code="too-large")
        yield package


def _refused(info: zipfile.ZipInfo, name: str, left: int) -> Reason | None:
    """Return why a member is not unpacked, as told from the archive's list."""
    words = _refusal(info, name, left)
    return Reason(words) if words is not None else None


def _refusal(info: zipfile.ZipInfo, name: str, left: int) -> str | None:
    if _OUTWARD.search(name):
        return f"its name leads out of the archive: {_UNPACK}"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link, which is not followed"
    if info.flag_bits & _LOCKED:
        return "is locked with a password: unpack the archive with it and give the files in it"
    if info.file_size > LARGEST_MEMBER:
        return f"unpacks to more than {_mib(LARGEST_MEMBER)}: {_UNPACK}"
    if info.file_size > _SUSPECT_SIZE and info.file_size > _SUSPECT_RATIO * max(1, info.compress_size):
        return f"unpacks to {_SUSPECT_RATIO} times its size and more, as no document does: look what it is"
    if info.file_size > left:
        return f"the archive unpacks to more than {_mib(LARGEST_ALL)} in all: {_UNPACK}"
    return None


def _shown(info: zipfile.ZipInfo) -> str:
    """Return the name of a member to show: decoded, in NFC, with ``/``, without characters that cannot be seen."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        # zipfile takes bytes without that flag for cp437, which has no Vietnamese; many are UTF-8 all the same
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    name = unicodedata.normalize("NFC", name.replace("\\", "/").removeprefix("./"))
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in name)


def _once(name: str, names: set[str]) -> str:
    """Return a name that is not among the names yet, and add it to them."""
    shown, number = name, 1
    while shown in names:
        number += 1
        shown = f"{name} ({number})"
    names.add(shown)
    return shown


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _mib(size: int) -> str:
    return f"{size // (1024 * 1024)} MiB"
