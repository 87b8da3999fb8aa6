"""A docx package opened with care: only the parts that hold text are unpacked, within limits, links mended.

python-docx unpacks every part (pictures too), refuses templates, macro documents and strict OOXML, and stops at a link
that leads nowhere, which other programs write. So it is given a copy in memory that holds only what is read.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from lxml import etree

from trichluc.errors import UnreadableFileError

# A zip bomb unpacks kilobytes to gigabytes. The largest real reports have some 30 MB of XML, packed 10 to 60 fold.
_LARGEST_PART = 256 * 1024 * 1024
_LARGEST_ALL = 384 * 1024 * 1024
_SUSPECT_SIZE, _SUSPECT_RATIO = 32 * 1024 * 1024, 500

_TRANSITIONAL = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# The strict form of the standard writes the same elements in other name spaces.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _WORD,
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _TRANSITIONAL,
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_TYPE_ROOTS = ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
               "http://purl.oclc.org/ooxml/officeDocument/relationships/")  # fmt: skip
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# Kinds of related parts that are read, and the content type of each.
_KEPT = {
    "styles": _CONTENT + "styles+xml",
    "numbering": _CONTENT + "numbering+xml",
    "settings": _CONTENT + "settings+xml",
    "header": _CONTENT + "header+xml",
    "footer": _CONTENT + "footer+xml",
    "footnotes": _CONTENT + "footnotes+xml",
    "endnotes": _CONTENT + "endnotes+xml",
    "aFChunk": "application/octet-stream",
}
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def safe_parser() -> etree.XMLParser:
    """Return a parser that expands no entities, fetches nothing and limits depth (256) and the size of a text node."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)


@dataclass(frozen=True, slots=True)
class _Link:
    identifier: str
    kind: str
    target: str


class Package:
    """The zip package of a docx file.

    Attributes:
        damaged: names of secondary parts that could not be read and were left out.
        strange: kinds of parts whose content is not read (``chart``, ``diagramData`` ...), with their number.
    """

    def __init__(self, path: Path) -> None:
        """Open the package.

        Raises:
            UnreadableFileError: it is damaged, locked, or unpacks to an unreasonable size.
        """
        self.damaged: list[str] = []
        self.strange: dict[str, int] = {}
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(path)
        except _ZIP_ERRORS as error:
            raise _damaged("its list of parts cannot be read") from error
        self._names = {name.lstrip("/").lower(): name for name in self._zip.namelist()}

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def mended(self) -> BytesIO:
        """Return a package with only the parts that are read, for python-docx to open."""
        main = self._main_part()
        folder = posixpath.dirname(main)
        parts: dict[str, tuple[str, bytes]] = {}
        links: list[str] = []
        for link in self._links(main):
            if link.kind not in _KEPT:
                self.strange[link.kind] = self.strange.get(link.kind, 0) + 1
                continue
            target = unquote(posixpath.normpath(posixpath.join(folder, link.target))).lstrip("/")
            data = self._secondary(target, xml=link.kind != "aFChunk")
            if data is not None:
                parts[target] = (_KEPT[link.kind], data)
                links.append(_relation(link.identifier, _TYPE_ROOTS[0] + link.kind, "/" + target))
        document = self._strict_mended(self._read(main))
        _refuse_doctype(document)
        return _write(main, document, parts, links, self._secondary("docProps/core.xml", xml=True))

    def _main_part(self) -> str:
        for link in self._links(""):
            if link.kind == "officeDocument":
                name = unquote(posixpath.normpath(link.target)).lstrip("/")
                if name.lower() in self._names:
                    return name
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise _damaged("the part that holds the text is missing")

    def _links(self, part: str) -> Iterator[_Link]:
        """Give the links of a part to other parts of the package."""
        folder, name = posixpath.split(part)
        data = self._secondary(posixpath.join(folder, "_rels", f"{name}.rels"), xml=True)
        if data is None:
            return
        for element in etree.fromstring(data, safe_parser()):
            kind, target = element.get("Type", ""), element.get("Target")
            identifier = element.get("Id")
            if element.get("TargetMode") == "External" or not target or not identifier:
                continue
            for root in _TYPE_ROOTS:
                kind = kind.removeprefix(root)
            yield _Link(identifier, kind, target)

    def _secondary(self, name: str, *, xml: bool) -> bytes | None:
        """Return a part that the text can be read without; null, and remembered, where it is damaged."""
        if name.lower() not in self._names:
            return None
        try:
            data = self._read(name)
            if xml:
                data = self._strict_mended(data)
                _refuse_doctype(data)
                etree.fromstring(data, safe_parser())
        except UnreadableFileError as error:
            if error.code == "too-large":
                raise
            self.damaged.append(name)
            return None
        except etree.XMLSyntaxError:
            self.damaged.append(name)
            return None
        return data

    def _read(self, name: str) -> bytes:
        try:
            info = self._zip.getinfo(self._names[name.lower()])
            self._unpacked += info.file_size
            ratio = info.file_size / max(1, info.compress_size)
            bomb = info.file_size > _SUSPECT_SIZE and ratio > _SUSPECT_RATIO
            if bomb or info.file_size > _LARGEST_PART or self._unpacked > _LARGEST_ALL:
                raise UnreadableFileError(
                    f"part {name} unpacks to {info.file_size // 1024 // 1024} MiB ({ratio:.0f} times its size): this "
                    "is no sensible document; save it again from a word processor, or split it",
                    code="too-large",
                )
            if info.flag_bits & 1:
                raise UnreadableFileError(
                    "the package is locked with a password: save it without one", code="encrypted"
                )
            return self._zip.read(info)
        except _ZIP_ERRORS as error:
            raise _damaged(f"part {name} cannot be unpacked") from error

    @staticmethod
    def _strict_mended(data: bytes) -> bytes:
        if b"http://purl.oclc.org/ooxml/" in data[:8192]:
            for strict, transitional in _STRICT.items():
                data = data.replace(strict, transitional)
        return data


_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


def _damaged(what: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"the Word document is damaged or cut off ({what}): get it again from its source, or open it in a word "
        "processor and save it again",
        code="damaged",
    )


def _refuse_doctype(data: bytes) -> None:
    """Refuse a document type declaration: no word processor writes one, entity attacks need one."""
    head = data[:4096]
    if b"<!DOCTYPE" in head or "<!DOCTYPE".encode("utf-16-le") in head or "<!DOCTYPE".encode("utf-16-be") in head:
        raise UnreadableFileError(
            "the Word document declares an XML document type, which no word processor does: it is not read, as it may "
            "be an attack; save it again from a word processor",
            code="doctype",
        )


def _relation(identifier: str, kind: str, target: str) -> str:
    return f"<Relationship Id={quoteattr(identifier)} Type={quoteattr(kind)} Target={quoteattr(target)}/>"


def _write(
    main: str, document: bytes, parts: dict[str, tuple[str, bytes]], links: list[str], properties: bytes | None
) -> BytesIO:
    """Return a package of the main part, ``parts`` (name to content type and data) and the core properties."""
    folder, name = posixpath.split(main)
    types = [(main, _CONTENT + "document.main+xml"), *((part, kind) for part, (kind, _) in parts.items())]
    top = [_relation("rId1", _TYPE_ROOTS[0] + "officeDocument", main)]
    if properties is not None:
        types.append(("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
        top.append(_relation("rId2", _PROPERTIES, "docProps/core.xml"))
    overrides = "".join(
        f"<Override PartName={quoteattr('/' + part)} ContentType={quoteattr(kind)}/>" for part, kind in types
    )
    content_types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", content_types)
        package.writestr("_rels/.rels", _relations(top))
        package.writestr(main, document)
        package.writestr(posixpath.join(folder, "_rels", f"{name}.rels"), _relations(links))
        for part, (_, data) in parts.items():
            package.writestr(part, data)
        if properties is not None:
            package.writestr("docProps/core.xml", properties)
    buffer.seek(0)
    return buffer


def _relations(links: list[str]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(links)}</Relationships>'
