"""The parts of a Word file that are the same in every document."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NAMESPACES = " ".join(
    (
        f'xmlns:w="{_W}"',
        f'xmlns:r="{_OFFICE}"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
    )
)

CONTENT_TYPES = (
    f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_WORD}.footnotes+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_WORD}.header+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)

ROOT_RELATIONS = (
    f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" '
    'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)

RELATIONS = (
    f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/numbering" Target="numbering.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/>'
    f'<Relationship Id="rId4" Type="{_OFFICE}/header" Target="header1.xml"/></Relationships>'
)


def _style(identifier: str, name: str, kind: str = "paragraph", inside: str = "", default: bool = False) -> str:
    first = ' w:default="1"' if default else ""
    based = "" if default or kind == "table" else '<w:basedOn w:val="Normal"/>' if kind == "paragraph" else ""
    return f'<w:style w:type="{kind}"{first} w:styleId="{identifier}"><w:name w:val="{name}"/>{based}{inside}</w:style>'


_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)

STYLES = (
    f'{XML}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/>'
    '<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style("Normal", "Normal", default=True)
    + "".join(
        _style(
            f"Heading{level}",
            f"heading {level}",
            inside=f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr>',
        )
        for level in range(1, 6)
    )
    + _style("Header", "header")
    + _style("ListParagraph", "List Paragraph", inside='<w:pPr><w:ind w:left="720"/></w:pPr>')
    + _style("FootnoteText", "footnote text", inside='<w:rPr><w:sz w:val="20"/></w:rPr>')
    + _style(
        "FootnoteReference", "footnote reference", "character", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    )
    + _style("TableGrid", "Table Grid", "table", f"<w:tblPr><w:tblBorders>{_LINES}</w:tblBorders></w:tblPr>")
    + "</w:styles>"
)


def _level(level: int, kind: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


NUMBERING = (
    f'{XML}<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + _level(0, "upperRoman", "%1.")
    + _level(1, "decimal", "%2.")
    + _level(2, "decimal", "%2.%3.")
    + _level(3, "lowerLetter", "%4)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>'
    + _level(0, "bullet", "-")
    + _level(1, "bullet", "+")
    + _level(2, "bullet", "•")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
