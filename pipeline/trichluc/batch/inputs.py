"""Which files a run reads, and what it calls them."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from trichluc.errors import UnreadableFileError, UsageError
from trichluc.parsers import refusal
from trichluc.parsers.archive import Reason, contents_of, is_archive, is_litter, unpacked
from trichluc.run import readable_name
from trichluc.store import DATABASE

# Endings by which a file says that it is a document: one that cannot be read is then a document that failed. Without
# such an ending a picture, an archive or a program in a folder is only noted.
_DOCUMENT_NAME = re.compile(
    r"\.(?:doc[mx]?|dotx?|epub|fodt|html?|md|mht|mhtml|od[st]|pdf|pptx?|rtf|txt|wps|xlsx?|xml)$", re.IGNORECASE
)
# How many skipped files a message names.
_TOLD = 5
_NO_DOCUMENT = frozenset({"image", "archive", "binary"})


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read.

    Attributes:
        path: where it is.
        source_path: its path relative to the input folder, with ``/``, in NFC: what records call it.
        named: the user named the file itself, not a folder that it is in.
        sha256: of its bytes; empty where they cannot be read.
        member: its number in the archive ``path``, null for a file of its own.
    """

    path: Path
    source_path: str
    named: bool
    sha256: str = ""
    member: int | None = None

    @contextmanager
    def at_hand(self) -> Iterator[Path]:
        """Give a file with its bytes, which for a member of an archive lasts as long as the context.

        Raises:
            UnreadableFileError: the member cannot be unpacked any more.
        """
        if self.member is None:
            yield self.path
        else:
            with unpacked(self.path, self.member) as file:
                yield file

    def read(self) -> bytes:
        """Return its bytes.

        Raises:
            OSError: they cannot be had.
            UnreadableFileError: the same, of a member of an archive.
        """
        with self.at_hand() as file:
            return file.read_bytes()


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """Something in an input folder that is not read, and why; ``lost`` where reports may stand in it."""

    source_path: str
    reason: str
    lost: bool = False


@dataclass(slots=True)
class Inputs:
    """What a run was given.

    Attributes:
        root: the folder that paths are relative to.
        files: in order of ``source_path``.
        skipped: what stands in the folders and is not read, in order of path.
    """

    root: Path
    files: list[InputFile] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def skip(self, path: Path, reason: str, *, lost: bool = False) -> None:
        """Note that ``path`` is not read."""
        self.skipped.append(Skipped(_source_path(path.absolute(), self.root), reason, lost))


def find_inputs(given: Sequence[Path], out: Path) -> Inputs:
    """Return the files in ``given`` files and folders, without those in the output folder ``out``.

    Hidden files and what word processors leave (``~$report.docx``) are passed over. Of several paths one that is not
    there, or holds nothing, costs itself only.

    Raises:
        UsageError: there is nothing to read at all, or the output folder is an input.
    """
    for path in given:
        if path.is_dir() and path.resolve() == out.resolve():
            raise UsageError(f"{path}: is the output folder as well; give another folder with --out")
    absent = {path: why for path in given if (why := _absent(path))}
    if len(absent) == len(given):
        raise UsageError("\n  ".join(f"{path}: {why}" for path, why in absent.items()))
    inputs = Inputs(_root(given))
    seen = set[Path]()
    for path in given:
        if path in absent:
            inputs.skip(path, absent[path], lost=True)
            continue
        found = list(_walk(path, out.resolve(), inputs)) if path.is_dir() else [path]
        if not found:
            inputs.skip(path, "no files to read there")
        for file in found:
            absolute = file.absolute()
            if absolute not in seen:
                seen.add(absolute)
                if _is_zip(file):
                    _walk_archive(file, inputs)
                    continue
                if path.is_dir() and (reason := _no_document(file)):
                    inputs.skip(file, reason)
                    continue
                name = _source_path(absolute, inputs.root)
                inputs.files.append(InputFile(file, name, not path.is_dir(), _digest(file)))
    if not inputs.files:
        why = "".join(f"\n  {skipped.source_path}: {skipped.reason}" for skipped in sorted(inputs.skipped)[:_TOLD])
        raise UsageError(f"{', '.join(map(str, given))}: no files to read there; give a folder with reports in it{why}")
    inputs.files.sort(key=lambda file: (file.source_path, os.fsencode(file.path)))
    inputs.skipped.sort()
    return inputs


def _is_zip(path: Path) -> bool:
    """Whether a file is a zip archive that is walked: no docx or other package, and not called a document."""
    if _DOCUMENT_NAME.search(path.name) or not is_archive(path):
        return False
    refused = refusal(path)
    damaged = refused is not None and refused.code == "damaged" and path.suffix.lower() == ".zip"
    return damaged or (refused is not None and refused.code == "archive")


def _walk_archive(path: Path, inputs: Inputs) -> None:
    """Take the documents in an archive; what is not taken is told of."""
    shown = _source_path(path.absolute(), inputs.root)
    try:
        contents = contents_of(path, _no_member)
    except UnreadableFileError as error:
        inputs.skip(path, str(error), lost=True)
        return
    for name, reason in contents.skipped:
        inputs.skipped.append(Skipped(f"{shown}/{name}", reason.words, lost=reason.loss))
    for member in contents.members:
        inputs.files.append(InputFile(path, f"{shown}/{member.name}", False, member.sha256, member.number))
    if not contents.members:
        inputs.skip(path, "no files to read in this archive")


def _no_member(file: Path, name: str) -> Reason | None:
    """Return why a member of an archive is not read; what is plainly no document is no loss."""
    if _DOCUMENT_NAME.search(name):
        return None
    if _is_zip(file):
        return Reason("an archive inside an archive is not opened: unpack it and give the files in it")
    words = _no_document(file)
    return Reason(words, loss=False) if words is not None else None


def _absent(path: Path) -> str | None:
    """Return why there is nothing to read at a path that was given, null where there may be."""
    if not path.exists():
        return "no such file or folder; check the path"
    return None if path.is_dir() or path.is_file() else "neither a file nor a folder"


def _root(given: Sequence[Path]) -> Path:
    """Return what paths are relative to: the one folder given, else the folder that all inputs have in common."""
    folders = [str(path.absolute() if path.is_dir() else path.absolute().parent) for path in given]
    try:
        return Path(os.path.commonpath([os.path.normpath(folder) for folder in folders]))
    except ValueError as error:
        raise UsageError(f"the inputs have no folder in common ({error}); read them in separate runs") from error


def _source_path(path: Path, root: Path) -> str:
    return readable_name(Path(os.path.relpath(path, root)).as_posix())


def _walk(folder: Path, out: Path, inputs: Inputs) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        inputs.skip(
            Path(error.filename), f"this folder cannot be opened: {error.strerror}; see that you may read it", lost=True
        )

    for base, folders, names in os.walk(folder, onerror=unreadable):
        here = Path(base)
        folders[:] = sorted(name for name in folders if _is_input(here / name, out, inputs))
        for name in sorted(names):
            path = here / name
            if is_litter(name):
                continue
            if path.is_file():
                yield path
            else:
                inputs.skip(path, "a link that leads nowhere" if path.is_symlink() else "neither a file nor a folder")


def _is_input(folder: Path, out: Path, inputs: Inputs) -> bool:
    if folder.name.startswith(".") or folder.resolve() == out:
        return False
    if folder.is_symlink():
        inputs.skip(folder, "links to folders are not followed; name the folder itself to read it")
        return False
    if (folder / DATABASE).is_file():
        inputs.skip(folder, "holds the results of another run")
        return False
    return True


def _no_document(path: Path) -> str | None:
    """Return what a file is that is plainly no document, null for any other."""
    if _DOCUMENT_NAME.search(path.name):
        return None
    refused = refusal(path)
    return str(refused) if refused is not None and refused.code in _NO_DOCUMENT else None


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
