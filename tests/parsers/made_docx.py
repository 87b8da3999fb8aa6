"""Word documents put together from XML, part by part, so that a test can plant anything that Word can write."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text: str, properties: str = "") -> str:
    """Return a run; ``properties`` is the inside of ``w:rPr``."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*runs: str, properties: str = "") -> str:
    """Return a paragraph of runs or plain words; ``properties`` is the inside of ``w:pPr``."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inside}{''.join(part if part.startswith('<') else run(part) for part in runs)}</w:p>"


def item(text: str, num_id: int, level: int = 0) -> str:
    """Return a paragraph of a list."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return para(text, properties=numbering) if text else f"<w:p><w:pPr>{numbering}</w:pPr></w:p>"


def cell(*content: str, properties: str = "") -> str:
    """Return a table cell of paragraphs (or words) and tables."""
    inside = "".join(part if part.startswith("<") else para(part) for part in content or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a table row of cells or words."""
    inside = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{inside}{''.join(part if part.startswith('<w:') else cell(part) for part in cells)}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def field(instruction: str, result: str) -> str:
    """Return the runs of a field."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text_box(*paragraphs: str, fallback: bool = True) -> str:
    """Return a run with a text box as Word writes it: once for itself and once more for older versions."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    older = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        f"</mc:Choice>{older if fallback else ''}</mc:AlternateContent></w:r>"
    )


def level(index: int, manner: str, text: str, *, start: int = 1, extra: str = "") -> str:
    """Return a level of a list scheme."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{manner}"/>'
        f'<w:lvlText w:val="{text}"/>{extra}</w:lvl>'
    )


def scheme(identifier: int, *levels: str, extra: str = "") -> str:
    """Return a list scheme."""
    return f'<w:abstractNum w:abstractNumId="{identifier}">{extra}{"".join(levels)}</w:abstractNum>'


def numbered(identifier: int, scheme_id: int, overrides: str = "") -> str:
    """Return a list of a scheme."""
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{scheme_id}"/>{overrides}</w:num>'


def style(identifier: str, *, kind: str = "paragraph", named: str = "", inside: str = "", default: bool = False) -> str:
    """Return a style; ``inside`` holds ``w:basedOn``, ``w:pPr`` and ``w:rPr``."""
    mark = ' w:default="1"' if default else ""
    name = f'<w:name w:val="{named or identifier}"/>'
    return f'<w:style w:type="{kind}" w:styleId="{identifier}"{mark}>{name}{inside}</w:style>'


class MadeDocx:
    """A Word document in the making; each argument is the inside of its part."""

    def __init__(self, *body: str, section: str = "") -> None:
        self.body = "".join(part if part.startswith("<") else para(part) for part in body)
        self.section = section
        self.parts: dict[str, tuple[str, str, bytes]] = {}

    def part(self, kind: str, inside: str, *, identifier: str | None = None) -> MadeDocx:
        """Add a part: ``styles``, ``numbering``, ``footnotes``, ``header`` ...; its relation gets ``identifier``."""
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        data = f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_SPACES}>{inside}</w:{root}>'
        return self.raw(kind, data.encode(), identifier=identifier)

    def raw(self, kind: str, data: bytes, *, identifier: str | None = None, suffix: str = "xml") -> MadeDocx:
        """Add a part of any content."""
        identifier = identifier or f"rel{len(self.parts)}"
        self.parts[identifier] = (kind, f"{kind}{len(self.parts)}.{suffix}", data)
        return self

    def document(self) -> bytes:
        """Return the XML of the main part."""
        section = f"<w:sectPr>{self.section}</w:sectPr>"
        return f'<?xml version="1.0"?><w:document {_SPACES}><w:body>{self.body}{section}</w:body></w:document>'.encode()

    def save(self, path: Path, *, document: bytes | None = None) -> Path:
        """Write the package to ``path`` and return it."""
        types = "".join(
            f'<Override PartName="/word/{name}" ContentType="{_CONTENT}.{kind}+xml"/>'
            for kind, name, _ in self.parts.values()
        )
        links = "".join(
            f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{name}"/>'
            for identifier, (kind, name, _) in self.parts.items()
        )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(
                "[Content_Types].xml",
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
                f'PartName="/word/document.xml" ContentType="{_CONTENT}.document.main+xml"/>{types}</Types>',
            )
            package.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
                'Target="word/document.xml"/></Relationships>',
            )
            package.writestr("word/document.xml", self.document() if document is None else document)
            package.writestr(
                "word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONS}">{links}</Relationships>'
            )
            for _, name, data in self.parts.values():
                package.writestr(f"word/{name}", data)
        return path
