"""Files to :class:`~trichluc.source.Source`: one module a format, the format told from the bytes.

A format that is not built in comes through the entry point group ``trichluc.parsers``. Such an entry point names an
object (a module will do) with two functions::

    def recognises(head: bytes, path: Path) -> bool: ...  # head: the first 4,096 bytes
    def parse(path: Path) -> Source: ...

It is asked before the built-in formats, so it may also replace one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from trichluc.errors import UnreadableFileError, UsageError
from trichluc.options import DEFAULTS, OcrMode, ReadOptions
from trichluc.parsers.detect import Format, detect, read_head
from trichluc.source import Source, SourceProblem

__all__ = ["DEFAULTS", "Format", "OcrMode", "ReadOptions", "detect", "parse", "read_head", "refusal"]

_GROUP = "trichluc.parsers"
_EXTENSION_HEAD = 4096
# What a file name promises, where a name that ends so promises one of the formats at all.
_PROMISES = {
    ".docx": (Format.DOCX,),
    ".docm": (Format.DOCX,),
    ".doc": (Format.DOC,),
    ".rtf": (Format.RTF,),
    ".odt": (Format.ODT,),
    ".xls": (Format.SHEETS,),
    ".xlsx": (Format.SHEETS,),
    ".ods": (Format.SHEETS,),
    ".pdf": (Format.PDF,),
    ".png": (Format.IMAGE,),
    ".jpg": (Format.IMAGE,),
    ".jpeg": (Format.IMAGE,),
    ".tif": (Format.IMAGE,),
    ".tiff": (Format.IMAGE,),
    ".htm": (Format.HTML, Format.MHTML),
    ".html": (Format.HTML, Format.MHTML),
    ".mht": (Format.MHTML,),
    ".mhtml": (Format.MHTML,),
}
_WITH_OPTIONS = (Format.PDF, Format.IMAGE, Format.DOC, Format.RTF, Format.ODT)
_WITHOUT_PAGES = (Format.DOCX, Format.DOC, Format.RTF, Format.ODT)
_MODULES = {
    Format.MHTML: "html",
    Format.DOC: "office",
    Format.RTF: "office",
    Format.ODT: "office",
}  # where the module is not named after the format


def parse(path: Path, options: ReadOptions = DEFAULTS) -> Source:
    """Read the file ``path``, whatever its name says it is.

    Args:
        path: the file.
        options: how to read it, where there is a choice.

    Raises:
        UnreadableFileError: the file is empty, damaged, protected or of a format that cannot be read.
        UsageError: an installed extension for another format cannot be loaded.
    """
    head = read_head(path)
    for extension in _extensions():
        if extension.recognises(head[:_EXTENSION_HEAD], path):
            return extension.parse(path)  # type: ignore[no-any-return]
    found = detect(path, head)
    module = import_module(f"{__name__}.{_MODULES.get(found, found.value)}")
    read: Callable[..., Source] = module.parse
    source = read(path, options) if found in _WITH_OPTIONS else read(path)
    if options.pages and found in _WITHOUT_PAGES:
        from trichluc.parsers.office.libreoffice import SECONDS
        from trichluc.parsers.office.pages import with_pages
        from trichluc.parsers.office.shelf import Shelf

        if options.more_time is not None:
            options.more_time(SECONDS)
        source = with_pages(source, path.read_bytes(), found, Shelf(options.conversions))
    return _note_name(source, path, found)


def refusal(path: Path) -> UnreadableFileError | None:
    """Return why no parser takes the file, as told from its first bytes; null where one does.

    Raises:
        UsageError: an installed extension for another format cannot be loaded.
    """
    try:
        head = read_head(path)
        if any(extension.recognises(head[:_EXTENSION_HEAD], path) for extension in _extensions()):
            return None
        if detect(path, head) is Format.IMAGE:
            from trichluc.parsers.image import check

            check(path)
    except UnreadableFileError as error:
        return error
    return None


@cache
def _extensions() -> tuple[Any, ...]:
    """Return the parsers that other installed packages bring, by name."""
    extensions = []
    for point in sorted(entry_points(group=_GROUP), key=lambda point: point.name):
        try:
            extension = point.load()
            if not (callable(extension.recognises) and callable(extension.parse)):
                raise TypeError("recognises and parse must be functions")
        except Exception as error:
            raise UsageError(
                f"the parser extension {point.name!r} ({point.value}) cannot be loaded: {error}; "
                "mend or uninstall the package that brings it",
                code="extension",
            ) from error
        extensions.append(extension)
    return tuple(extensions)


def _note_name(source: Source, path: Path, found: Format) -> Source:
    """Add a note where the file's name promises another format than its bytes show."""
    suffix = path.suffix.lower()
    if suffix not in _PROMISES or found in _PROMISES[suffix]:
        return source
    note = SourceProblem(
        "named-otherwise",
        f"the name ends in {suffix} but the content is {found.label}; it was read as {found.label}",
        severity="note",
    )
    return replace(source, problems=(note, *source.problems))
