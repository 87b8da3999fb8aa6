"""Word documents: every region that Word prints is read, and nothing that it does not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from parsers.checks import check_source, grid, numbers, texts
from parsers.made_docx import (
    MadeDocx,
    cell,
    field,
    item,
    level,
    numbered,
    para,
    row,
    run,
    scheme,
    style,
    table,
    text_box,
)
from trichluc.errors import UnreadableFileError
from trichluc.parsers import parse
from trichluc.source import BlockKind, Source


@pytest.fixture
def read(tmp_path: Path):
    """Save a made document and read it."""

    def save_and_read(*body: str, made: MadeDocx | None = None) -> Source:
        source = parse((made or MadeDocx(*body)).save(tmp_path / "made.docx"))
        check_source(source)
        return source

    return save_and_read


# ------------------------------------------------------------------ regions


def test_every_region_of_the_page_is_read(read) -> None:
    """One planted word a region: a region that vanishes is missed by name."""
    body = MadeDocx(
        para("thân_một ", '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" thân_hai")),
        table(
            row(cell("ô_gộp", properties='<w:gridSpan w:val="2"/>')),
            row(cell("ô_trái"), cell("ô_phải", '<w:p><w:r><w:endnoteReference w:id="3"/></w:r></w:p>')),
        ),
        para("neo_hộp", text_box(para("trong_hộp"))),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{para('khối_điều_khiển')}</w:sdtContent></w:sdt>",
        para(f"<w:sdt><w:sdtContent>{run('dòng_điều_khiển')}</w:sdtContent></w:sdt>"),
        para(
            f'<w:ins w:id="1">{run("chèn_vào")}</w:ins>',
            '<w:del w:id="2"><w:r><w:delText>xóa_đi</w:delText></w:r></w:del>',
        ),
        para(f'<w:hyperlink r:id="nowhere">{run("liên_kết")}</w:hyperlink>'),
        para(field("REF bookmark", "kết_quả_trường")),
        para(f'<w:fldSimple w:instr="AUTHOR">{run("trường_gọn")}</w:fldSimple>'),
        para(f"<w:smartTag>{run('thẻ_thông_minh')}</w:smartTag>"),
        para("<m:oMath><m:r><m:t>công_thức</m:t></m:r></m:oMath>"),
        "<w:p><w:pPr><w:sectPr><w:headerReference w:type='default' r:id='h1'/></w:sectPr></w:pPr></w:p>",
        para("phần_hai"),
        section='<w:headerReference w:type="default" r:id="h2"/><w:footerReference w:type="default" r:id="f1"/>',
    )
    body.part("header", para("đầu_trang_một"), identifier="h1").part("header", para("đầu_trang_hai"), identifier="h2")
    body.part("footer", para("chân_trang"), identifier="f1")
    body.part("footnotes", f'<w:footnote w:id="2">{para("<w:r><w:footnoteRef/></w:r>", run(" cước_chú"))}</w:footnote>')
    body.part("endnotes", f'<w:endnote w:id="3">{para("hậu_chú")}</w:endnote>')
    source = read(made=body)
    planted = (
        "thân_một thân_hai ô_gộp ô_trái ô_phải neo_hộp trong_hộp khối_điều_khiển dòng_điều_khiển chèn_vào liên_kết "
        "kết_quả_trường trường_gọn thẻ_thông_minh công_thức phần_hai đầu_trang_một đầu_trang_hai chân_trang cước_chú "
        "hậu_chú"
    )
    assert {word: source.text.count(word) for word in planted.split()} == dict.fromkeys(planted.split(), 1)
    assert "xóa_đi" not in source.text
    assert texts(source, BlockKind.HEADER) == ["đầu_trang_một", "đầu_trang_hai"]
    assert texts(source, BlockKind.FOOTER) == ["chân_trang"]
    assert texts(source, BlockKind.TEXT_BOX) == ["trong_hộp"]
    assert texts(source, BlockKind.NOTE) == ["cước_chú", "hậu_chú"]


def test_order_is_header_body_footer_notes(read) -> None:
    made = MadeDocx(
        para("thân", '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        section='<w:footerReference w:type="default" r:id="f"/><w:headerReference w:type="default" r:id="h"/>',
    )
    made.part("header", para("đầu"), identifier="h").part("footer", para("chân"), identifier="f")
    made.part("footnotes", f'<w:footnote w:id="1">{para("chú")}</w:footnote>')
    assert texts(read(made=made)) == ["đầu", "thân", "chân", "chú"]


def test_note_stands_where_its_mark_stands(read) -> None:
    made = MadeDocx(para("Đạt 95%", '<w:r><w:footnoteReference w:id="1"/></w:r>', run(" kế hoạch.")))
    made.part("footnotes", f'<w:footnote w:id="1">{para("Theo số liệu quý I.")}</w:footnote>')
    source = read(made=made)
    (note,) = source.notes
    assert source.text[: note.at] == "Đạt 95%"
    assert (note.mark, note.span.of(source.text)) == ("", "Theo số liệu quý I.")


def test_note_with_a_mark_of_its_own(read) -> None:
    """``customMarkFollows``: the star is typed after the reference and again before the note."""
    made = MadeDocx(
        para(
            "Nhà ở", '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="7"/><w:t>(*)</w:t></w:r>', run(" xã hội")
        )
    )
    made.part("footnotes", f'<w:footnote w:id="7">{para("(*) Không kể nhà tạm.")}</w:footnote>')
    source = read(made=made)
    assert texts(source) == ["Nhà ở xã hội", "Không kể nhà tạm."]
    assert source.notes[0].mark == "(*)"


def test_page_numbers_are_no_text(read) -> None:
    made = MadeDocx(
        "thân", section='<w:footerReference w:type="default" r:id="f"/><w:headerReference w:type="default" r:id="h"/>'
    )
    made.part(
        "header", para("Trang ", field("PAGE", "3"), run("/"), field(" NUMPAGES \\* ARABIC ", "17")), identifier="h"
    )
    made.part(
        "footer",
        para("- ", '<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>', run(" -")),
        identifier="f",
    )
    assert texts(read(made=made)) == ["thân"]


def test_header_text_beside_the_page_number_is_kept(read) -> None:
    made = MadeDocx("thân", section='<w:headerReference w:type="default" r:id="h"/>')
    made.part("header", para("Số: 15-BC/ĐU", "<w:r><w:tab/></w:r>", field("PAGE", "3")), identifier="h")
    assert texts(read(made=made)) == ["Số: 15-BC/ĐU", "thân"]


@pytest.mark.parametrize(
    ("section", "settings", "expected"),
    [
        ("", "", ["thường"]),
        ("<w:titlePg/>", "", ["đầu", "thường"]),  # the first page has its own header only where the section says so
        ("", "<w:evenAndOddHeaders/>", ["thường", "chẵn"]),
    ],
)
def test_headers_that_are_switched_off_are_not_printed(read, section: str, settings: str, expected: list[str]) -> None:
    references = "".join(f'<w:headerReference w:type="{kind}" r:id="{kind}"/>' for kind in ("first", "default", "even"))
    made = MadeDocx("thân", section=references + section)
    for kind, words in (("first", "đầu"), ("default", "thường"), ("even", "chẵn")):
        made.part("header", para(words), identifier=kind)
    made.part("settings", settings)
    assert texts(read(made=made), BlockKind.HEADER) == expected


def test_the_same_header_in_each_section_is_read_once(read) -> None:
    sections = "".join(
        para(properties=f'<w:sectPr><w:headerReference w:type="default" r:id="h{index}"/></w:sectPr>') + para("x")
        for index in range(3)
    )
    made = MadeDocx(sections)
    for index in range(3):
        made.part("header", para("BÁO CÁO QUÝ"), identifier=f"h{index}")
    assert texts(read(made=made), BlockKind.HEADER) == ["BÁO CÁO QUÝ"]


def test_text_box_of_an_older_word_is_read(read) -> None:
    box = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        + para("hộp cũ")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert texts(read(para("neo", box))) == ["neo", "hộp cũ"]


def test_text_box_in_a_cell_stays_in_the_cell(read) -> None:
    source = read(table(row(cell(para("ô", text_box(para("hộp")))), "bên")))
    assert grid(source) == [["ô hộp", "bên"]]


def test_embedded_page_is_read(read) -> None:
    """Programs that make docx from html put the page whole into ``w:altChunk``."""
    made = MadeDocx(para("trước"), '<w:altChunk r:id="chunk"/>', para("sau"))
    cells = "<tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr>"
    page = f"<html><body><p>Đoạn một</p><table>{cells}</table></body></html>"
    made.raw("aFChunk", page.encode(), identifier="chunk", suffix="html")
    source = read(made=made)
    assert texts(source) == ["trước", "Đoạn một", "a | b\n1 | 2", "sau"]


def test_embedded_file_that_cannot_be_read_is_said(read) -> None:
    made = MadeDocx(para("trước"), '<w:altChunk r:id="chunk"/>')
    made.raw("aFChunk", b"PK\x03\x04....", identifier="chunk", suffix="docx")
    assert [problem.code for problem in read(made=made).problems] == ["chunk"]


# ------------------------------------------------------------------ runs


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (["<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"], "a b"),
        (["<w:r><w:t>05</w:t><w:noBreakHyphen/><w:t>CT/TW</w:t></w:r>"], "05-CT/TW"),
        (["<w:r><w:t>nghị</w:t><w:softHyphen/><w:t>quyết</w:t></w:r>"], "nghịquyết"),
        (['<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> đạt</w:t></w:r>'], "✓ đạt"),
        (['<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 5%</w:t></w:r>'], "≥ 5%"),
        ([run("\uf0b7 gạch", '<w:rFonts w:ascii="Symbol"/>')], "• gạch"),
        ([run("ẩn", "<w:vanish/>"), run("hiện")], "hiện"),
        ([run("uỷ ban", "<w:caps/>")], "UỶ BAN"),
        ([run("10"), run("3", '<w:vertAlign w:val="superscript"/>'), run(" ha")], "10³ ha"),
        ([run("m"), run("2", '<w:vertAlign w:val="superscript"/>')], "m2"),
        ([field("PAGEREF _Toc", "12")], "12"),  # in the body a page number is what the author printed
        ([run("một"), "<w:proofErr w:type='x'/>", run(" hai")], "một hai"),
        (["<m:oMath><m:f><m:num><m:r><m:t>62</m:t></m:r></m:num><m:den><m:r><m:t>66</m:t></m:r></m:den></m:f></m:oMath>"],
         "62/66"),
        ([f"<w:r><w:ruby><w:rt>{run('âm')}</w:rt><w:rubyBase>{run('chữ')}</w:rubyBase></w:ruby></w:r>"], "chữ"),
        (["<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>", run("Bấm"), "</w:sdtContent></w:sdt>", "x"],
         "x"),
    ],
)  # fmt: skip
def test_what_a_run_prints(read, runs: list[str], expected: str) -> None:
    assert texts(read(para(*runs))) == [expected]


def test_field_that_never_ends_hides_nothing(read) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert texts(read(para(begin), para("còn đây"))) == ["còn đây"]


def test_nested_field_shows_only_the_outer_result(read) -> None:
    inner = field("MERGEFIELD ten", "trong")
    outer = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>{inner}'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("ngoài")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(read(para(outer))) == ["ngoài"]


@pytest.mark.parametrize(
    ("properties", "styles", "bold"),
    [
        ("<w:b/>", "", True),
        ('<w:b w:val="0"/>', "", False),
        ("", '<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>', True),
        ("", style("S", inside='<w:basedOn w:val="T"/>') + style("T", inside="<w:rPr><w:b/></w:rPr>"), True),
        ('<w:b w:val="false"/>', style("S", inside="<w:rPr><w:b/></w:rPr>"), False),
        ('<w:rStyle w:val="Strong"/>', style("Strong", kind="character", inside="<w:rPr><w:b/></w:rPr>"), True),
        # bold in the style of the paragraph and of the letters: the one undoes the other, as Word has it
        ('<w:rStyle w:val="Strong"/>', style("Strong", kind="character", inside="<w:rPr><w:b/></w:rPr>")
         + style("S", inside="<w:rPr><w:b/></w:rPr>"), False),
        ("", style("S", inside='<w:basedOn w:val="S"/>'), False),  # a style based on itself
    ],
)  # fmt: skip
def test_bold_is_inherited(read, properties: str, styles: str, bold: bool) -> None:
    made = MadeDocx(para(run("chữ", properties), properties='<w:pStyle w:val="S"/>')).part("styles", styles)
    assert read(made=made).blocks[0].all_bold is bold


def test_bold_stretch(read) -> None:
    source = read(para(run("Kết quả", "<w:b/>"), run(": đạt")))
    assert [span.of(source.text) for span in source.blocks[0].bold] == ["Kết quả"]


# ------------------------------------------------------------------ paragraphs


def test_heading_and_place_come_through_styles(read) -> None:
    styles = (
        style("Normal", default=True)
        + style("H2", named="heading 2")
        + style("Mine", named="Tiêu đề", inside='<w:basedOn w:val="H2"/><w:pPr><w:jc w:val="center"/></w:pPr>')
    )
    made = MadeDocx(
        para("a", properties='<w:pStyle w:val="Mine"/>'),
        para("b", properties='<w:outlineLvl w:val="0"/>'),
        para("c"),
        para("d", properties='<w:pStyle w:val="Mine"/><w:outlineLvl w:val="9"/><w:jc w:val="left"/>'),
    ).part("styles", styles)
    blocks = read(made=made).blocks
    assert [(b.heading, b.level, b.centered, b.style) for b in blocks] == [
        (True, 1, True, "Tiêu đề"),
        (True, 0, False, None),
        (False, None, False, None),
        (False, None, False, "Tiêu đề"),
    ]


@pytest.mark.parametrize(
    ("lines", "centered", "expected"),
    [
        (["ĐẢNG BỘ HUYỆN", "ĐẢNG ỦY XÃ"], True, ["ĐẢNG BỘ HUYỆN", "ĐẢNG ỦY XÃ"]),
        (["Nơi nhận:", "- Như trên;", "- Lưu VT."], False, ["Nơi nhận:", "- Như trên;", "- Lưu VT."]),
        (["Đã tổ chức được 12 buổi", "sinh hoạt chuyên đề."], False, ["Đã tổ chức được 12 buổi sinh hoạt chuyên đề."]),
        (["BÁO CÁO", "kết quả năm học"], False, ["BÁO CÁO", "kết quả năm học"]),  # capitals end a line of a title
        (["Trồng cây.", "Làm đường."], False, ["Trồng cây.", "Làm đường."]),
        (
            # broken at the width of a page: lines as long as each other that end in the middle of a sentence
            ["Trong kỳ báo cáo các chi bộ trực thuộc đã phối hợp cùng với",
             "Mặt trận Tổ quốc xã và các đoàn thể vận động nhân dân góp công",
             "Quỹ Vì người nghèo."],
            False,
            ["Trong kỳ báo cáo các chi bộ trực thuộc đã phối hợp cùng với Mặt trận Tổ quốc xã và các đoàn thể vận động "
             "nhân dân góp công Quỹ Vì người nghèo."],
        ),
    ],
)  # fmt: skip
def test_line_breaks(read, lines: list[str], centered: bool, expected: list[str]) -> None:
    content = "<w:r><w:br/></w:r>".join(map(run, lines))
    assert texts(read(para(content, properties='<w:jc w:val="center"/>' if centered else ""))) == expected


def test_deleted_paragraph_mark_joins(read) -> None:
    source = read(para("Kết quả ", properties="<w:rPr><w:del w:id='1'/></w:rPr>"), para("năm nay"), para("khác"))
    assert texts(source) == ["Kết quả năm nay", "khác"]
    assert [problem.code for problem in source.problems] == ["tracked-changes"]


def test_moved_text_stands_at_its_new_place(read) -> None:
    source = read(
        para(f"<w:moveFrom>{run('dời')}</w:moveFrom>", run("một")), para("hai ", f"<w:moveTo>{run('dời')}</w:moveTo>")
    )
    assert texts(source) == ["một", "hai dời"]


# ------------------------------------------------------------------ lists

OUTLINE = scheme(
    0,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3"),
    level(3, "lowerLetter", "%4)"),
)


def test_outline_numbers(read) -> None:
    made = MadeDocx(
        item("a", 1), item("b", 1, 1), item("c", 1, 2), item("d", 1, 2), item("e", 1, 3), item("f", 1, 1),
        item("g", 1, 2), item("h", 1),
    ).part("numbering", OUTLINE + numbered(1, 0))  # fmt: skip
    source = read(made=made)
    assert numbers(source) == ["I.", "1.", "1.1", "1.2", "a)", "2.", "2.1", "II."]
    assert [block.level for block in source.blocks] == [0, 1, 2, 2, 3, 1, 2, 0]
    assert "I." not in source.text  # the number is data, not text


def test_lists_of_one_scheme_count_on_unless_told_to_start_anew(read) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    made = MadeDocx(item("a", 1), item("b", 2), item("c", 3), item("d", 3), item("e", 1)).part(
        "numbering", scheme(0, level(0, "decimal", "%1)")) + numbered(1, 0) + numbered(2, 0) + numbered(3, 0, anew)
    )
    assert numbers(read(made=made)) == ["1)", "2)", "5)", "6)", "7)"]


def test_level_that_is_never_restarted(read) -> None:
    """``Điều 1`` to ``Điều 3`` go on through the chapters."""
    levels = level(0, "upperRoman", "Chương %1"), level(1, "decimal", "Điều %2.", extra='<w:lvlRestart w:val="0"/>')
    made = MadeDocx(item("a", 1), item("b", 1, 1), item("c", 1), item("d", 1, 1)).part(
        "numbering", scheme(0, *levels) + numbered(1, 0)
    )
    assert numbers(read(made=made)) == ["Chương I", "Điều 1.", "Chương II", "Điều 2."]


def test_level_override_and_legal_digits(read) -> None:
    levels = level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", extra="<w:isLgl/>")
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1/", start=3)}</w:lvlOverride>'
    made = MadeDocx(item("a", 1), item("b", 1, 1)).part("numbering", scheme(0, *levels) + numbered(1, 0, override))
    assert numbers(read(made=made)) == ["C/", "3.1"]


def test_numbering_through_style(read) -> None:
    styles = style("H1", named="heading 1", inside='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "H2", named="heading 2", inside='<w:basedOn w:val="H1"/>'
    )
    levels = (
        level(0, "decimal", "%1.", extra='<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%1.%2.", extra='<w:pStyle w:val="H2"/>'),
    )
    made = MadeDocx(
        para("a", properties='<w:pStyle w:val="H1"/>'),
        para("b", properties='<w:pStyle w:val="H2"/>'),
        para("c", properties='<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>'),  # switched off here
    )
    made.part("styles", styles).part("numbering", scheme(0, *levels) + numbered(1, 0))
    assert numbers(read(made=made)) == ["1.", "1.1.", None]


def test_scheme_linked_through_a_list_style(read) -> None:
    styles = style("L", kind="numbering", inside='<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>')
    made = MadeDocx(item("a", 1)).part("styles", styles)
    made.part(
        "numbering",
        scheme(0, extra='<w:numStyleLink w:val="L"/>')
        + scheme(1, level(0, "lowerRoman", "(%1)"))
        + numbered(1, 0)
        + numbered(9, 1),
    )
    assert numbers(read(made=made)) == ["(i)"]


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [("\uf0b7", "Symbol", "•"), ("-", "", "-"), ("–", "", "-"), ("\uf02d", "Symbol", "-"), ("+", "", "+"),
     ("\uf0a7", "Wingdings", "•"), ("o", "Courier New", "•"), ("*", "", "*"), ("\uf0d8", "Wingdings", "•"),
     ("", "", None)],
)  # fmt: skip
def test_bullets(read, text: str, font: str, expected: str | None) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    made = MadeDocx(item("a", 1)).part("numbering", scheme(0, level(0, "bullet", text, extra=fonts)) + numbered(1, 0))
    assert numbers(read(made=made)) == [expected]


def test_empty_items_are_counted_as_word_does(read) -> None:
    made = MadeDocx(item("a", 1), item("", 1), item("c", 1)).part(
        "numbering", scheme(0, level(0, "decimal", "%1.")) + numbered(1, 0)
    )
    assert numbers(read(made=made)) == ["1.", "3."]


def test_number_of_a_cell_is_kept_as_data(read) -> None:
    made = MadeDocx(table(row("STT", "Chỉ tiêu"), row(cell(item("", 1)), "Thu"), row(cell(item("", 1)), "Chi")))
    made.part("numbering", scheme(0, level(0, "decimal", "%1")) + numbered(1, 0))
    source = read(made=made)
    assert source.blocks[0].table is not None
    assert [cell.number for cell in source.blocks[0].table.cells if cell.column == 0] == [None, "1", "2"]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        numbered(1, 5),
        scheme(0, level(0, "decimal", "%1.")),
        numbered(1, 0) + scheme(0, extra='<w:numStyleLink w:val="x"/>'),
    ],
)
def test_broken_numbering_gives_no_number(read, numbering: str) -> None:
    assert numbers(read(made=MadeDocx(item("a", 1)).part("numbering", numbering))) == [None]


# ------------------------------------------------------------------ tables


def test_merged_cells(read) -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    source = read(
        table(
            row(cell("Nội dung", properties=down), cell("Kết quả", properties='<w:gridSpan w:val="2"/>')),
            row(cell("ẩn", properties=on), "Kế hoạch", "Thực hiện"),
            row("Trồng cây", "100", "120"),
        )
    )
    table_ = source.blocks[0].table
    assert table_ is not None
    assert (table_.rows, table_.columns) == (3, 3)
    assert grid(source) == [["Nội dung", "Kết quả"], ["Kế hoạch", "Thực hiện"], ["Trồng cây", "100", "120"]]
    assert [(c.row, c.column, c.row_span, c.column_span) for c in table_.cells[:4]] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_words_of_a_cell_that_is_merged_wrongly_are_kept(read) -> None:
    """LibreOffice merges so in tables of Word 97 whose rows are of different widths."""
    two, on = '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="2"/><w:vMerge/>'
    source = read(
        table(
            row("TT", cell("Người nhận", properties=two + '<w:vMerge w:val="restart"/>')),
            row("1", cell("Ký nhận", properties=on), "Ghi rõ họ tên"),
        )
    )
    assert grid(source) == [["TT", "Người nhận"], ["1", "Ký nhận", "Ghi rõ họ tên"]]


def test_merge_without_a_beginning_keeps_its_text(read) -> None:
    assert grid(read(table(row(cell("a", properties="<w:vMerge/>"), "b"), row("c", "d")))) == [["a", "b"], ["c", "d"]]


def test_paragraphs_of_a_cell_are_its_lines(read) -> None:
    source = read(table(row(cell("Giỏi", "Khá"), cell("12", "30"))))
    assert source.blocks[0].table is not None
    assert [[line.of(source.text) for line in c.lines] for c in source.blocks[0].table.cells] == [
        ["Giỏi", "Khá"],
        ["12", "30"],
    ]
    assert source.text == "Giỏi Khá | 12 30"


def test_header_rows(read) -> None:
    head = "<w:tblHeader/>"
    source = read(
        table(
            row("a", "b", properties=head),
            row("c", "d", properties=head),
            row("e", "f"),
            row("g", "h", properties=head),
        )
    )
    assert source.blocks[0].table is not None
    assert source.blocks[0].table.header_rows == 2


def test_columns_in_which_no_cell_begins_are_closed(read) -> None:
    wide = '<w:gridSpan w:val="3"/>'
    source = read(
        table(row(cell("a", properties=wide), cell("b", properties=wide)), row(cell("c", properties=wide), "d"))
    )
    assert source.blocks[0].table is not None
    assert source.blocks[0].table.columns == 2


def test_deleted_rows_and_cells_are_gone(read) -> None:
    source = read(
        table(row("a", "b"), row("x", "y", properties="<w:del/>"), row("c", cell("z", properties="<w:cellDel/>"), "d"))
    )
    assert grid(source) == [["a", "b"], ["c", "d"]]


def test_rows_and_cells_in_content_controls(read) -> None:
    wrapped = f"<w:sdt><w:sdtContent>{row('a', 'b')}</w:sdtContent></w:sdt>"
    inner = f"<w:tr><w:sdt><w:sdtContent>{cell('c')}</w:sdtContent></w:sdt>{cell('d')}</w:tr>"
    assert grid(read(table(wrapped, inner))) == [["a", "b"], ["c", "d"]]


def test_table_of_one_column_is_only_a_frame(read) -> None:
    source = read(table(row(cell("Điều một", "Điều hai")), row("Điều ba")))
    assert texts(source, BlockKind.PARAGRAPH) == ["Điều một", "Điều hai", "Điều ba"]


def test_table_in_a_cell_with_rows_and_columns_follows(read) -> None:
    inner = table(row("x", "y"), row("1", "2"))
    source = read(table(row(cell("trước", inner, "sau"), "bên"), row("c", "d")))
    assert grid(source, 0) == [["trước sau", "bên"], ["c", "d"]]
    assert grid(source, 1) == [["x", "y"], ["1", "2"]]


def test_small_table_in_a_cell_becomes_lines_of_it(read) -> None:
    source = read(table(row(cell("a", table(row("x", "y"))), "b"), row("c", "d")))
    assert grid(source) == [["a x y", "b"], ["c", "d"]]


def test_page_laid_out_as_a_table_is_taken_apart(read) -> None:
    sentences = [
        f"Câu thứ {index} của một văn bản dài kể lại công việc trong kỳ của các đơn vị." for index in range(30)
    ]
    source = read(table(row("lề", cell(*sentences, table(row("x", "y"), row("1", "2"))))))
    assert texts(source) == ["lề", *sentences, "x | y\n1 | 2"]


# ------------------------------------------------------------------ packages and real documents


def test_strict_names_dangling_links_and_macro_types(read, tmp_path: Path) -> None:
    strict = (
        MadeDocx(para("nghiêm ngặt"))
        .document()
        .replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    )
    assert parse(MadeDocx().save(tmp_path / "strict.docx", document=strict)).text == "nghiêm ngặt"
    dangling = MadeDocx(para("còn chữ")).raw("header", b"x", identifier="h")
    dangling.parts["h"] = ("header", "../NULL", b"x")
    assert parse(dangling.save(tmp_path / "dangling.docx")).text == "còn chữ"


def test_damaged_side_part_costs_only_itself(read) -> None:
    source = read(made=MadeDocx(para("thân bài")).raw("styles", b"<w:styles"))
    assert source.text == "thân bài"
    assert [problem.code for problem in source.problems] == ["damaged-part"]


def test_table_of_contents_is_left_out(read) -> None:
    entry = '<w:pStyle w:val="TOC1"/>'
    made = MadeDocx(
        para("I. ĐẶC ĐIỂM", "<w:r><w:tab/></w:r>", field("PAGEREF _Toc1", "3"), properties=entry),
        para("I. ĐẶC ĐIỂM"),
        para("chữ thường trong kiểu mục lục", properties=entry),  # the style misused: no page number at the end
    ).part("styles", style("TOC1", named="toc 1"))
    assert texts(read(made=made)) == ["I. ĐẶC ĐIỂM", "chữ thường trong kiểu mục lục"]


def test_pages_pasted_in_as_scans_are_said(read, tmp_path: Path) -> None:
    assert [problem.code for problem in read(made=MadeDocx("Kèm theo").raw("image", b"x")).problems] == ["scan"]
    with pytest.raises(UnreadableFileError, match="scan") as caught:
        parse(MadeDocx().raw("image", b"x").save(tmp_path / "scan.docx"))
    assert caught.value.code == "scan"
    with pytest.raises(UnreadableFileError, match="no text") as caught:
        parse(MadeDocx().save(tmp_path / "empty.docx"))
    assert caught.value.code == "no-text"


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("C¨n cø NghÞ ®Þnh sè 12 cña ChÝnh phñ vÒ c«ng t¸c c¸n bé", "tcvn3"),
        ("Caên cöù Nghò ñònh soá 12 cuûa Chính phuû veà coâng taùc caùn boä", "vni-windows"),
        ("Căn cứ Nghị định số 12 của Chính phủ về công tác cán bộ", "unicode"),
    ],
)
def test_old_font_encodings_are_converted(read, words: str, encoding: str) -> None:
    source = read(*[words] * 4)
    assert source.text.split("\n") == ["Căn cứ Nghị định số 12 của Chính phủ về công tác cán bộ"] * 4
    assert source.encoding == encoding
    assert source.problems == ()


@pytest.mark.parametrize(
    "words",
    [
        "Le comité des finances a examiné le rapport annuel et félicité les agents",
        "10 m², ±0,5°C, 20×30 và 40÷50 của các hộ gia đình",
    ],
)
def test_other_text_is_left_alone(read, words: str) -> None:
    source = read(*[words] * 4)
    assert source.text.split("\n") == [words] * 4
    assert (source.encoding, source.problems) == ("unicode", ())


def old(text: str, font: str, *inside: str) -> str:
    """A run in a font of an old encoding."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    return f'<w:r><w:rPr>{fonts}</w:rPr><w:t xml:space="preserve">{text}</w:t>{"".join(inside)}</w:r>'


def test_fonts_of_old_encodings(read) -> None:
    soft = "<w:softHyphen/>"
    made = MadeDocx(
        para(old("uû ban nh©n d©n", ".VnTimeH")),  # drawn in capitals
        para(old("ch", ".VnTime", soft), old("¬ng tr×nh n", ".VnTime", soft), old("íc s¹ch", ".VnTime")),
        para(old("T", "VNI-Times"), old("ö", "VNI-Times"), old("ï do", "VNI-Times")),  # a letter over three runs
        para(old("sè 12", ".VnTime"), old("\uf0b7", "Wingdings"), old(" Hà Nội", "Arial")),
    )
    source = read(made=made)
    assert texts(source) == ["UỶ BAN NHÂN DÂN", "chương trình nước sạch", "Tự do", "số 12• Hà Nội"]
    assert source.encoding == "mixed"


def test_charts_are_said_not_to_be_read(read) -> None:
    source = read(made=MadeDocx(para("thân bài")).raw("chart", b"<c/>"))
    assert [problem.code for problem in source.problems] == ["not-read"]


def test_deep_nesting_is_read_or_refused(read) -> None:
    nested = para("đáy")
    for _ in range(60):
        nested = table(row(cell(nested)))
    assert texts(read(nested)) == ["đáy"]


def test_time_grows_with_the_document_and_not_faster(tmp_path: Path) -> None:
    """Twenty times the text may take twice as long per page at most (measured: the same); guards against squares."""

    def seconds(copies: int) -> float:
        one = para(run("Kết quả", "<w:b/>"), run(": đạt 95% kế hoạch năm.")) + table(row("a", "1"), row("b", "2"))
        path = MadeDocx(one * copies).save(tmp_path / f"{copies}.docx")
        start = time.process_time()
        parse(path)
        return time.process_time() - start

    seconds(10)
    assert seconds(4000) < 2 * 20 * max(seconds(200), 0.01)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["dev/dev01.docx", "unlabelled/36-HD_VPTW.docx", "unlabelled/QD604_TTg.docx",
                                  "unlabelled/dongthap_kh_tuanle_hoctap.docx",
                                  "unlabelled/haugiang_phuluc_gia_thang12.docx",
                                  "unlabelled/hungyen_thidua_khenthuong.docx"])  # fmt: skip
def test_no_word_of_a_real_document_is_lost(shared: Path, name: str) -> None:
    """Every word that stands in a ``w:t`` of the body comes out, as often as it stands there."""
    import zipfile
    from collections import Counter

    from lxml import etree

    from parsers.made_docx import W

    path = shared / "corpus" / name
    source = parse(path)
    check_source(source)
    body = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    letters = Counter(
        letter
        for text in body.iter(f"{{{W}}}t")
        if not any("Fallback" in str(a.tag) for a in text.iterancestors())
        for letter in text.text or ""
        if letter.isalnum()
    )
    given = Counter(
        letter
        for block in source.blocks
        if block.kind not in (BlockKind.HEADER, BlockKind.FOOTER)
        for letter in block.span.of(source.text)
        if letter.isalnum()
    )
    assert sum((letters - given).values()) <= sum(letters.values()) * 0.002


# ------------------------------------------------------------------ columns typed with tabs

TAB = "<w:r><w:tab/><w:tab/></w:r>"


def test_letterhead_typed_with_tabs(read) -> None:
    source = read(
        para(run("ĐẢNG BỘ HUYỆN TÂN AN", "<w:b/>"), TAB, run("ĐẢNG CỘNG SẢN VIỆT NAM")),
        para(run("ĐẢNG ỦY XÃ HÒA ĐÔNG")),
        para(run("*"), TAB, run("Hòa Đông, ngày 15 tháng 6 năm 2021")),
        para(run("Số: 15-BC/ĐU")),
        para(run("BÁO CÁO")),
    )
    assert grid(source) == [
        ["ĐẢNG BỘ HUYỆN TÂN AN", "ĐẢNG CỘNG SẢN VIỆT NAM"],
        ["ĐẢNG ỦY XÃ HÒA ĐÔNG", ""],
        ["*", "Hòa Đông, ngày 15 tháng 6 năm 2021"],
    ]
    assert texts(source)[1:] == ["Số: 15-BC/ĐU", "BÁO CÁO"]
    assert source.blocks[0].table is not None
    assert [cell.bold for cell in source.blocks[0].table.cells[:2]] == [True, False]


def test_signature_typed_with_blanks_and_line_breaks(read) -> None:
    lines = ["Nơi nhận:              TM. BAN CHẤP HÀNH", "- Huyện ủy;                 BÍ THƯ", "- Lưu VP."]
    source = read(para("<w:r><w:br/></w:r>".join(map(run, lines))), para(TAB, run("Nguyễn Văn An")))
    assert grid(source) == [["Nơi nhận:", "TM. BAN CHẤP HÀNH"], ["- Huyện ủy;", "BÍ THƯ"], ["- Lưu VP.", ""]]
    assert texts(source)[1] == "Nguyễn Văn An"


@pytest.mark.parametrize(
    "runs",
    [
        [run("I."), TAB, run("ĐẶC ĐIỂM TÌNH HÌNH")],  # the number of a heading
        [run("a)"), TAB, run("CÔNG TÁC ĐẢNG")],
        [run("1. Thu ngân sách"), TAB, run("17.800")],  # no capitals: an item and its number
        [run("ĐẶC ĐIỂM TÌNH HÌNH"), TAB, run("3")],  # a line of a table of contents
        [run("Họ và tên:.........."), TAB, run("NGÀY SINH:........")],  # a form
        [TAB, run("Trong năm 2021, Đảng ủy đã họp 12 phiên.")],
        [
            run("Trong năm 2021,"),
            TAB,
            run("ĐẢNG ỦY XÃ đã họp để bàn việc thực hiện các chỉ tiêu mà " + "nghị quyết " * 10),
        ],
    ],
)
def test_other_tabs_are_blanks(read, runs: list[str]) -> None:
    assert [block.table for block in read(para(*runs)).blocks] == [None]
