"""Word 97-2003 documents (doc), Rich Text (rtf) and OpenDocument text (odt): converted to docx, and read as that.

LibreOffice converts, where it is installed; fonts, tables, footnotes and automatic numbers survive, and with the fonts
the old encodings. Without it a doc is read by kreuzberg and an rtf by striprtf, where these are installed: words only.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import replace
from pathlib import Path

from trichluc.errors import UnreadableFileError
from trichluc.options import DEFAULTS, ReadOptions
from trichluc.parsers.detect import Format, detect
from trichluc.parsers.office.libreoffice import INSTALL, LibreOffice, find_office
from trichluc.parsers.office.shelf import Shelf, entry_name
from trichluc.parsers.office.words_only import words_of
from trichluc.source import Source, SourceProblem

MEDIA_TYPES = {
    Format.DOC: "application/msword",
    Format.RTF: "application/rtf",
    Format.ODT: "application/vnd.oasis.opendocument.text",
}
_CONVERSION = "1"  # of how LibreOffice is called and set up: another makes what was kept worthless


def parse(path: Path, options: ReadOptions = DEFAULTS) -> Source:
    """Read the doc, rtf or odt file ``path``.

    Raises:
        UnreadableFileError: it is damaged, locked, holds no text, takes too long, or nothing is installed to read it.
    """
    kind = detect(path)
    office = find_office()
    if office is not None:
        from trichluc.parsers import docx

        converted = _docx_of(path.read_bytes(), kind, office, Shelf(options.conversions))
        with tempfile.TemporaryDirectory(prefix="trichluc-convert-") as folder:
            target = Path(folder) / "source.docx"
            target.write_bytes(converted)
            return replace(docx.parse(target), media_type=MEDIA_TYPES[kind])
    return replace(_without_office(path, kind), media_type=MEDIA_TYPES[kind])


def docx_entry(sha256: str, kind: Format, office: LibreOffice) -> str:
    """Return what the docx made of a document with this digest is called on a shelf."""
    return entry_name(sha256, kind.value, "docx", office.version, _CONVERSION)


def _docx_of(document: bytes, kind: Format, office: LibreOffice, shelf: Shelf) -> bytes:
    entry = docx_entry(hashlib.sha256(document).hexdigest(), kind, office)
    made = shelf.get(entry)
    if made is None:
        made = office.convert(document, kind.value)
        shelf.put(entry, made)
    return made


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
