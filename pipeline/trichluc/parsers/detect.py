"""The format of a file, told from its bytes."""

from __future__ import annotations

import codecs
import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from trichluc.errors import UnreadableFileError
from trichluc.parsers.zip_listing import check_listing

_HEAD = 1 << 16


class Format(StrEnum):
    """A format that is built in; the value names the module that reads it."""

    DOC = "doc"
    DOCX = "docx"
    HTML = "html"
    IMAGE = "image"
    MHTML = "mhtml"
    ODT = "odt"
    PDF = "pdf"
    RTF = "rtf"
    SHEETS = "sheets"
    TEXT = "text"

    @property
    def label(self) -> str:
        """The format's name in a message."""
        names = {
            "doc": "a Word 97-2003 document (doc)",
            "docx": "a Word document (docx)",
            "odt": "an OpenDocument text (odt)",
            "rtf": "a Rich Text document (rtf)",
            "sheets": "a workbook",
            "text": "plain text",
            "image": "a picture",
        }
        return names.get(self.value, self.value.upper())


# Formats that cannot be read: the first bytes, what it is, and the way out.
_REFUSED: tuple[tuple[bytes, str, str, str], ...] = (
    (b"GIF87a", "image", "a GIF picture", "picture"),
    (b"GIF89a", "image", "a GIF picture", "picture"),
    (b"AT&TFORM", "image", "a DjVu scan", "picture"),
    (b"\x1f\x8b", "archive", "a gzip archive", "archive"),
    (b"BZh", "archive", "a bzip2 archive", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive", "a 7z archive", "archive"),
    (b"Rar!\x1a\x07", "archive", "a RAR archive", "archive"),
    (b"\xfd7zXZ\x00", "archive", "an xz archive", "archive"),
    (b"\x7fELF", "binary", "a program", "give the document itself"),
    (b"MZ\x90\x00", "binary", "a Windows program", "give the document itself"),
    (b"SQLite format 3\x00", "binary", "an SQLite database", "give the document itself"),
    (b"%!PS", "postscript", "a PostScript file", "convert it to PDF (ps2pdf)"),
)
_WAYS_OUT = {
    "picture": "pictures of this kind are not read: save it as PNG, or give the document itself",
    "archive": "unpack it and give the files in it",
}
# PNG, JPEG, TIFF in its two byte orders
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Streams of an OLE container, by which its program is known; the protected ones first.
_OLE_STREAMS: tuple[tuple[str, str, str, str], ...] = (
    (
        "EncryptedPackage",
        "encrypted",
        "an Office document locked with a password",
        "open it with the password and save it without one",
    ),
    ("PowerPoint Document", "slides", "PowerPoint 97-2003 slides (ppt)", "save them as PDF"),
    ("__properties_version1.0", "mail", "an Outlook message (msg)", "give the files attached to it"),
)
# Streams of the old Office documents that are read.
_OLE_READ = {"WordDocument": Format.DOC, "Workbook": Format.SHEETS, "Book": Format.SHEETS}
_RTF = b"{\\rtf"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

_BLOCK_TAG = (
    r"(?:!doctype\s+html|html|head|body|meta|title|div|p|table|tbody|tr|td|figure|section|article|main|span|h[1-6]"
    r"|ul|ol|li|center|font|br|b|strong|img|style|script|link)"
)
_HTML_START = re.compile(
    rf"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<{_BLOCK_TAG}\b[^<]*>", re.IGNORECASE | re.DOTALL
)
_HTML_CLOSER = re.compile(r"</(?:p|div|td|tr|table|span|li|h[1-6]|strong|body|html)\s*>|<br\s*/?>", re.IGNORECASE)
_MHTML_START = re.compile(r"\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?MIME-Version:", re.IGNORECASE)
_XML_START = re.compile(r"\s*<\?xml\b")


def read_head(path: Path) -> bytes:
    """Return the first 64 KiB of the file.

    Raises:
        UnreadableFileError: there is no such file, it is a folder, it is empty, or it may not be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError as error:
        raise UnreadableFileError("there is no such file; check the path", code="missing") from error
    except IsADirectoryError as error:
        raise UnreadableFileError("this is a folder; give the files in it", code="directory") from error
    except PermissionError as error:
        raise UnreadableFileError(
            "no permission to read the file; change its access rights, or run as a user who may read it",
            code="permission",
        ) from error
    except OSError as error:
        raise UnreadableFileError(f"the file cannot be opened: {error.strerror or error}", code="unreadable") from error
    if not head:
        raise UnreadableFileError("the file is empty (0 bytes); get it again from its source", code="empty")
    return head


def detect(path: Path, head: bytes | None = None) -> Format:
    """Return the format of the file; its name does not count.

    Args:
        path: the file.
        head: its first bytes, where they were read already.

    Raises:
        UnreadableFileError: the file is missing, empty, damaged, protected or of a format that cannot be read; the
            message says what it is and the way out.
    """
    head = read_head(path) if head is None else head
    if head.startswith(_ZIPS):
        return _detect_zip(path, head)
    if head.startswith(_OLE):
        return _detect_ole(path)
    return detect_bytes(head)


def detect_bytes(head: bytes) -> Format:
    """Return the format of a file that is no container, from its first bytes.

    Raises:
        UnreadableFileError: it is of a format that cannot be read.
    """
    if _is_picture(head):
        return Format.IMAGE
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.removeprefix(codecs.BOM_UTF8).lstrip()[:64].startswith(_RTF):
        return Format.RTF
    if head.startswith((*_ZIPS, _OLE)):
        raise UnreadableFileError("this is a file inside a file, which is not read: give it by itself", code="archive")
    _refuse_known(head)
    return _detect_text(head)


def _is_picture(head: bytes) -> bool:
    """Whether the file is a picture of a kind that OCR reads."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return True
    if head[:2] == b"BM" and head[6:10] == b"\0\0\0\0" and len(head) > 26:
        return True
    return head.startswith(_PICTURES)


def _refuse_known(head: bytes) -> None:
    for magic, code, what, way_out in _REFUSED:
        if head.startswith(magic):
            raise UnreadableFileError(f"this is {what}: {_WAYS_OUT.get(way_out, way_out)}", code=code)
    if head[4:8] == b"ftyp":
        raise UnreadableFileError("this is a video or a HEIF picture: give the document itself", code="image")


def _detect_text(head: bytes) -> Format:
    text = _decode_head(head)
    if _MHTML_START.match(text) and re.search(r"multipart/related|text/html", text[:8192], re.IGNORECASE):
        return Format.MHTML
    if _HTML_START.match(text):
        return Format.HTML
    if _XML_START.match(text):
        if 'progid="Word.Document"' in text or "schemas.microsoft.com/office/2006/xmlPackage" in text:
            raise UnreadableFileError(
                "this is a Word document saved as one XML file: open it in a word processor and save it as docx",
                code="flat-xml",
            )
        if "urn:oasis:names:tc:opendocument" in text:
            raise UnreadableFileError(
                "this is a flat OpenDocument file (fodt): open it in LibreOffice and save it as docx", code="odt"
            )
        if re.search(r"<html\b", text, re.IGNORECASE):
            return Format.HTML
        raise UnreadableFileError("this is an XML file of an unknown kind: give the document itself", code="xml")
    # a fragment that begins with words: its tags stand close together all over
    closers = len(_HTML_CLOSER.findall(text))
    return Format.HTML if closers >= 5 and closers * 800 >= len(text) else Format.TEXT


def _decode_head(head: bytes) -> str:
    """Return the head as text, well enough to see tags: 8-bit bytes as Latin-1, UTF-16 as it is."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    if head[1:2] == b"\0" and head[:1] == b"<":
        return head.decode("utf-16-le", errors="replace")
    if head[:2] == b"\0<":
        return head.decode("utf-16-be", errors="replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _detect_ole(path: Path) -> Format:
    data = path.read_bytes()
    for stream, code, what, way_out in _OLE_STREAMS:
        if _has_stream(data, stream):
            raise UnreadableFileError(f"this is {what}: {way_out}", code=code)
    for stream, found in _OLE_READ.items():
        if _has_stream(data, stream):
            return found
    raise UnreadableFileError(
        "this is a file of an old Office program, of an unknown kind: convert it to docx or PDF", code="ole"
    )


def _has_stream(data: bytes, stream: str) -> bool:
    """Whether a directory entry of the container has this name: in UTF-16, closed by a zero character."""
    return (stream + "\0").encode("utf-16-le") in data


# Members by which a zip package is known: prefix of a name, code, what it is, the way out.
_PACKAGES: tuple[tuple[str, str, str, str], ...] = (
    ("ppt/", "slides", "PowerPoint slides (pptx)", "save them as PDF"),
    ("Index/Document.iwa", "pages", "an Apple Pages document", "export it as docx"),
)
_MIMETYPES: tuple[tuple[bytes, str, str, str], ...] = (
    (b"opendocument.presentation", "slides", "OpenDocument slides (odp)", "save them as PDF"),
    (b"epub", "epub", "an EPUB book", "save it as html or docx"),
)


# Packages that are read, by their media type or a folder of theirs.
_MIMETYPES_READ = {b"opendocument.text": Format.ODT, b"opendocument.spreadsheet": Format.SHEETS}


def _detect_zip(path: Path, head: bytes) -> Format:
    try:
        check_listing(path)
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            mimetype = b""
            if "mimetype" in names[:3]:
                with package.open("mimetype") as member:
                    mimetype = member.read(200)  # and no more: it may unpack to gigabytes
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error) as error:
        what = "a Word document (docx)" if b"word/" in head else "a zip package (docx, xlsx ... are such)"
        raise UnreadableFileError(
            f"the file begins as {what} but is damaged or cut off: get it again from its source", code="damaged"
        ) from error
    for mark, code, what, way_out in _MIMETYPES:
        if mark in mimetype:
            raise UnreadableFileError(f"this is {what}: {way_out}", code=code)
    for mark, found in _MIMETYPES_READ.items():
        if mark in mimetype:
            return found
    if "[Content_Types].xml" in names and any(name.lower().startswith("word/") for name in names):
        return Format.DOCX
    if "[Content_Types].xml" in names and any(name.lower().startswith("xl/") for name in names):
        return Format.SHEETS
    for prefix, code, what, way_out in _PACKAGES:
        if any(name.startswith(prefix) for name in names):
            raise UnreadableFileError(f"this is {what}: {way_out}", code=code)
    if not names:
        raise UnreadableFileError("this is an empty zip archive: get the file again from its source", code="archive")
    raise UnreadableFileError(
        f"this is a zip archive of {len(names)} files and no Word document: unpack it and give the files in it",
        code="archive",
    )
