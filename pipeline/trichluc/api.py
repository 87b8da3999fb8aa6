"""The Python API: :func:`read` for the clean text, :func:`extract` for the records."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from trichluc.errors import UsageError
from trichluc.packs import load_packs
from trichluc.result import DocumentResult
from trichluc.source import Source

if TYPE_CHECKING:
    from trichluc.options import ReadOptions

_LONGEST_PATH = 1024  # characters; file systems take 255 to a name


def read(path: str | Path, *, ocr: str = "auto") -> Source:
    """Read a file and return its clean text with blocks, tables, notes and pages.

    Args:
        path: a text, html, Word or pdf file, or a picture; the kind is told from its bytes.
        ocr: which pages go through OCR: ``auto``, ``always`` or ``never``.

    Raises:
        UnreadableFileError: the file is damaged, protected, empty or of a kind that is not known.
        OSError: the file cannot be opened.
        UsageError: ``ocr`` is none of the three.
    """
    from trichluc.parsers import parse

    return parse(Path(path), _options(ocr))


def extract(report: str | Path, *, rules: str | Path | None = None, ocr: str = "auto") -> DocumentResult:
    """Return the records of a report; never raises for bad input, look at ``status`` and ``problems``.

    Args:
        report: a path, or the text of a report. A string is taken as a path where a file of that name is there or
            where it reads like one (no blank in it, or an ending such as ``.docx``), and as text otherwise.
        rules: a folder of rule packs to lay over the built-in ones.
        ocr: which pages go through OCR: ``auto``, ``always`` or ``never``.

    Raises:
        RulePackError: the rules cannot be used.
        UsageError: ``ocr`` is none of the three.
    """
    from trichluc.run import extract_file, extract_text

    packs = load_packs(*([Path(rules)] if rules is not None else []))
    if isinstance(report, str) and not _is_path(report):
        return extract_text(report, packs)
    return extract_file(Path(report), packs, options=_options(ocr))


def _options(ocr: str) -> ReadOptions:
    from trichluc.options import OcrMode, ReadOptions

    if ocr not in tuple(OcrMode):
        raise UsageError(f"ocr is {ocr!r}, but must be one of {', '.join(OcrMode)}")
    return ReadOptions(ocr=OcrMode(ocr))


def _is_path(words: str) -> bool:
    if len(words) > _LONGEST_PATH or len(words.splitlines()) > 1 or "\0" in words:
        return False
    if not re.search(r"\s", words) or re.search(r"\.[A-Za-z]{2,5}$", words) is not None:
        return True
    try:
        return Path(words).exists()
    except OSError:  # longer than any name can be
        return False
