"""The Python API: :func:`read` for the clean text, :func:`extract` for the records."""

from __future__ import annotations

import re
from pathlib import Path

from trichluc.packs import load_packs
from trichluc.result import DocumentResult
from trichluc.source import Source

_LONGEST_PATH = 1024  # characters; file systems take 255 to a name


def read(path: str | Path) -> Source:
    """Read a file and return its clean text with blocks, tables, notes and pages.

    Args:
        path: a ``.txt``, ``.md``, ``.html``, ``.docx`` or ``.pdf`` file; the kind is told from its bytes.

    Raises:
        UnreadableFileError: the file is damaged, protected, empty or of a kind that is not known.
        OSError: the file cannot be opened.
    """
    from trichluc.parsers import parse

    return parse(Path(path))


def extract(report: str | Path, *, rules: str | Path | None = None) -> DocumentResult:
    """Return the records of a report; never raises for bad input, look at ``status`` and ``problems``.

    Args:
        report: a path, or the text of a report. A string is taken as a path where a file of that name is there or
            where it reads like one (no blank in it, or an ending such as ``.docx``), and as text otherwise.
        rules: a folder of rule packs to lay over the built-in ones.

    Raises:
        RulePackError: the rules cannot be used.
    """
    from trichluc.run import extract_file, extract_text

    packs = load_packs(*([Path(rules)] if rules is not None else []))
    if isinstance(report, str) and not _is_path(report):
        return extract_text(report, packs)
    return extract_file(Path(report), packs)


def _is_path(words: str) -> bool:
    if len(words) > _LONGEST_PATH or len(words.splitlines()) > 1 or "\0" in words:
        return False
    return not re.search(r"\s", words) or re.search(r"\.[A-Za-z]{2,5}$", words) is not None or Path(words).exists()
