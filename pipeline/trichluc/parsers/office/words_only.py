"""The words of a doc or rtf without LibreOffice: by kreuzberg and striprtf, where these extras are installed."""

from __future__ import annotations

from pathlib import Path

from trichluc.errors import UnreadableFileError
from trichluc.parsers.detect import Format

_LARGEST = 64 * 1024 * 1024


def words_of(path: Path, kind: Format) -> tuple[str | None, str]:
    """Return the words and the name of the reader, or null and what to install for it.

    Raises:
        UnreadableFileError: the file is damaged, or larger than 64 MiB.
    """
    if path.stat().st_size > _LARGEST:
        raise UnreadableFileError("the document is larger than 64 MiB; split it", code="too-large")
    if kind is Format.DOC:
        return _doc(path)
    return _rtf(path) if kind is Format.RTF else (None, "")


def _doc(path: Path) -> tuple[str | None, str]:
    try:
        import kreuzberg
    except ImportError:
        return None, "install the extra: pip install 'trichluc[doc]'"
    try:
        found = kreuzberg.extract_bytes_sync(path.read_bytes(), "application/msword")
    except Exception as error:
        raise UnreadableFileError(
            f"the Word document is damaged or locked ({type(error).__name__}): open it in a word processor and save it "
            "as docx",
            code="damaged",
        ) from error
    return str(found.content), "kreuzberg"


def _rtf(path: Path) -> tuple[str | None, str]:
    try:
        from striprtf import striprtf
    except ImportError:
        return None, "install the extra: pip install 'trichluc[rtf]'"
    try:
        # \\- is the soft hyphen, which is a letter in an old encoding
        raw = path.read_bytes().decode("latin-1").replace(r"\-", r"\'ad")
        found = striprtf.rtf_to_text(raw, encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
        return str(found), "striprtf"
    except Exception as error:
        raise UnreadableFileError(
            f"the rtf file is damaged ({type(error).__name__}): open it in a word processor and save it as docx",
            code="damaged",
        ) from error
