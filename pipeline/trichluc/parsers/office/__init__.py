"""Word 97-2003 documents (doc), Rich Text (rtf) and OpenDocument text (odt): converted to docx, and read as that.

LibreOffice converts, where it is installed; fonts, tables, footnotes and automatic numbers survive, and with the fonts
the old encodings. Without it a doc is read by kreuzberg and an rtf by striprtf, where these are installed: words only.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from trichluc.errors import UnreadableFileError
from trichluc.parsers.detect import Format, detect
from trichluc.parsers.office.libreoffice import INSTALL, find_office
from trichluc.parsers.office.words_only import words_of
from trichluc.source import Source, SourceProblem

MEDIA_TYPES = {
    Format.DOC: "application/msword",
    Format.RTF: "application/rtf",
    Format.ODT: "application/vnd.oasis.opendocument.text",
}


def parse(path: Path) -> Source:
    """Read the doc, rtf or odt file ``path``.

    Raises:
        UnreadableFileError: it is damaged, locked, holds no text, takes too long, or nothing is installed to read it.
    """
    kind = detect(path)
    office = find_office()
    if office is not None:
        from trichluc.parsers import docx

        with office.as_docx(path, kind.value) as converted:
            return replace(docx.parse(converted), media_type=MEDIA_TYPES[kind])
    return replace(_without_office(path, kind), media_type=MEDIA_TYPES[kind])


def _without_office(path: Path, kind: Format) -> Source:
    from trichluc.parsers.text import parse_text

    words, reader = words_of(path, kind)
    if words is None:
        raise UnreadableFileError(
            f"{kind.label} is read through LibreOffice, which is not here: {INSTALL}"
            + (f"; for words alone, {reader}" if reader else ""),
            code="no-office",
        )
    if not words.strip():
        raise UnreadableFileError("the document holds no text; check that it is the right file", code="no-text")
    source = parse_text(words)
    lost = SourceProblem(
        "words-only",
        f"read by {reader}, for LibreOffice is not here: footnotes, automatic numbers and fonts are lost, with them "
        f"the capitals of capital fonts (.VnTimeH), and tables may be; for all of it {INSTALL}",
    )
    return replace(source, problems=(lost, *source.problems))
