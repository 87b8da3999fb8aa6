"""PDF: every region of a page is found, in reading order; what is no text of the report is kept apart."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib import pdfencrypt

from parsers.made_pdf import LEFT, PITCH, RIGHT, WORDS, Sheet, needs_font, texts
from trichluc.errors import UnreadableFileError
from trichluc.options import OcrMode, ReadOptions
from trichluc.parsers.pdf import parse
from trichluc.source import BlockKind

pytestmark = needs_font


def test_full_lines_join_and_an_indented_line_after_a_short_one_begins_anew(read) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.paragraph(f"Năm 2021 {WORDS} đồng", "bộ và rõ rệt.")
        sheet.paragraph("Phong trào được duy trì, với mức đóng góp từ 18.000-", "20.000 đồng mỗi người.")

    one, two = texts(read(fill))
    assert one == f"Năm 2021 {WORDS} đồng bộ và rõ rệt."
    assert two.endswith("từ 18.000-20.000 đồng mỗi người.")  # a hyphen at the line's end joins what it parted


def test_a_letterhead_in_two_columns_is_read_column_by_column(read) -> None:
    def fill(sheet: Sheet) -> None:
        for left, right in (("ĐẢNG ỦY PHƯỜNG", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("Số: 12-BC/ĐU", "Nam Sơn, ngày 5/3/2021")):
            sheet.canvas.drawString(LEFT, sheet.y, left)
            sheet.line(right, 320)
        sheet.canvas.drawCentredString((LEFT + RIGHT) / 2, sheet.y, "BÁO CÁO")
        sheet.y -= PITCH
        sheet.paragraph(f"Năm 2021 {WORDS} đồng", "bộ và rõ rệt.")

    source = read(fill)
    assert source.blocks[0].kind is BlockKind.TABLE
    table = source.blocks[0].table
    assert table is not None
    lines = [[line.of(source.text) for line in cell.lines] for cell in table.cells]
    assert lines == [["ĐẢNG ỦY PHƯỜNG", "Số: 12-BC/ĐU"], ["ĐẢNG CỘNG SẢN VIỆT NAM", "Nam Sơn, ngày 5/3/2021"]]
    assert texts(source)[0] == "BÁO CÁO"  # a line in the middle of the page is in neither column


def test_a_ruled_table_over_a_page_break_is_one_and_its_repeated_head_is_dropped(read) -> None:
    head, edges = ["Nội dung", "Kế hoạch", "Kết quả"], [80, 300, 400, 515]

    def fill(sheet: Sheet) -> None:
        sheet.line("Bảng đầu trang")
        sheet.grid([head, ["Trồng rừng", "10", "11"]], edges)
        sheet.turn()
        sheet.grid([head, ["Nuôi cá", "20", "22"]], edges)
        sheet.line("Sau bảng")

    source = read(fill)
    (table,) = [block.table for block in source.blocks if block.table]
    assert [[cell.span.of(source.text) for cell in table.row(row)] for row in range(table.rows)] == [
        head,
        ["Trồng rừng", "10", "11"],
        ["Nuôi cá", "20", "22"],
    ]
    assert (source.page_at(source.text.index("rừng")), source.page_at(source.text.index("Nuôi cá"))) == (1, 2)
    assert texts(source) == ["Bảng đầu trang", "Sau bảng"]


def test_shading_behind_the_lines_of_a_paragraph_is_no_table(read) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.canvas.setFillGray(0.9)
        for index in range(5):
            sheet.canvas.rect(LEFT, sheet.y - index * PITCH - 5, RIGHT - LEFT, PITCH, stroke=0, fill=1)
        sheet.canvas.setFillGray(0)
        sheet.paragraph(f"Năm 2021 {WORDS} đồng", "bộ và rõ rệt.")

    assert [block.kind for block in read(fill).blocks] == [BlockKind.PARAGRAPH]


def test_running_heads_once_page_numbers_never(read) -> None:
    def fill(sheet: Sheet) -> None:
        for page in range(1, 4):
            sheet.canvas.drawString(LEFT, 820, "Báo cáo quý CHẠYĐẦU")
            sheet.canvas.drawString(290, 25, str(page))
            sheet.paragraph(f"Trang này {WORDS} MỐC{page}", "bộ và rõ rệt.")
            sheet.turn()

    source = read(fill)
    assert texts(source, BlockKind.HEADER) == ["Báo cáo quý CHẠYĐẦU"]
    assert source.text.count("CHẠYĐẦU") == 1
    assert len(texts(source)) == 3
    assert source.pages == 3


def test_a_paragraph_goes_on_over_a_page_break(read) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.full(f"Năm 2021 {WORDS} đồng", LEFT + 30)
        sheet.turn()
        sheet.line("bộ và rõ rệt.")

    source = read(fill)
    assert texts(source) == [f"Năm 2021 {WORDS} đồng bộ và rõ rệt."]
    assert source.page_at(source.text.index("rõ rệt")) == 2


def test_a_footnote_stands_where_its_mark_is_and_its_text_comes_last(read) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.raised("Thực hiện chỉ đạo", "1", " của cấp trên.", size=5, by=5)
        for _ in range(3):
            sheet.paragraph(f"Năm 2021 {WORDS} đồng", "bộ và rõ rệt.")
        sheet.use(7.5)
        sheet.y = 100
        sheet.line("1 Công văn số 15-CV/ĐU về việc sơ kết.")

    source = read(fill)
    (note,) = source.notes
    assert note.span.of(source.text) == "Công văn số 15-CV/ĐU về việc sơ kết."
    assert note.at is not None
    assert source.text[: note.at].endswith("Thực hiện chỉ đạo")
    assert source.blocks[-1].kind is BlockKind.NOTE


def test_a_footnote_may_begin_with_a_mark_raised_half_a_line(read) -> None:
    # it was a line of its own, so that the note came out as two columns in the middle of a paragraph
    def fill(sheet: Sheet) -> None:
        sheet.raised("Thực hiện chỉ đạo", "1", " của cấp trên.", size=5, by=5)
        for _ in range(3):
            sheet.paragraph(f"Năm 2021 {WORDS} đồng", "bộ và rõ rệt.")
        sheet.y = 100
        sheet.use(7.5)
        sheet.raised("", "1", " Công văn số 15-CV/ĐU về việc sơ kết.", size=5, by=4.6, line=7.5)
        sheet.turn()
        sheet.line("Đây là trang sau.")

    source = read(fill)
    (note,) = source.notes
    assert note.span.of(source.text) == "Công văn số 15-CV/ĐU về việc sơ kết."
    assert all(block.table is None for block in source.blocks)


def test_a_mark_that_is_raised_high_stands_in_its_line(read) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.raised("theo Kế hoạch 07", "1", ", xã đã tổ chức.", size=7.9, by=4.75)  # half a line, as reportlab has it
        for _ in range(3):
            sheet.paragraph(f"Năm 2021 {WORDS} đồng", "bộ và rõ rệt.")
        sheet.use(7.5)
        sheet.y = 100
        sheet.line("1 Của cấp trên.")

    source = read(fill)
    assert texts(source)[0] == "theo Kế hoạch 07, xã đã tổ chức."
    assert source.text[: source.notes[0].at].endswith("Kế hoạch 07")


def test_a_bold_run_keeps_its_place(read) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.use(bold=True)
        sheet.canvas.drawString(LEFT, sheet.y, "Ưu điểm:")
        at = LEFT + sheet.canvas.stringWidth("Ưu điểm: ")
        sheet.use()
        sheet.line("làm tốt.", at)

    source = read(fill)
    assert [span.of(source.text).strip() for span in source.blocks[0].bold] == ["Ưu điểm:"]


def test_a_password_a_scan_and_a_torn_file_are_named(tmp_path: Path, read) -> None:
    with pytest.raises(UnreadableFileError, match="password") as encrypted:
        read(lambda sheet: sheet.line("mật"), encrypt=pdfencrypt.StandardEncryption("bí mật", ownerPassword="khác"))
    assert encrypted.value.code == "encrypted"
    with pytest.raises(UnreadableFileError, match="scan") as scan:
        read(lambda sheet: sheet.canvas.rect(10, 10, 500, 700, fill=1), ReadOptions(OcrMode.NEVER))
    assert scan.value.code == "scan"
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    with pytest.raises(UnreadableFileError, match="damaged") as damaged:
        parse(torn)
    assert damaged.value.code == "damaged"


def test_a_page_without_text_between_others_is_reported(read) -> None:
    def fill(sheet: Sheet) -> None:
        sheet.line("Trang một có đủ chữ để đọc")
        sheet.turn()
        sheet.canvas.rect(10, 10, 500, 700, fill=1)
        sheet.turn()
        sheet.line("Trang ba có đủ chữ để đọc")

    source = read(fill, ReadOptions(OcrMode.NEVER))
    assert [problem.code for problem in source.problems] == ["scan"]
    assert "page 2" in source.problems[0].message
    assert "--ocr auto" in source.problems[0].message


@given(st.integers(0, 2**32), st.integers(1, 40))
def test_damaged_bytes_never_raise_anything_else(
    tmp_path_factory: pytest.TempPathFactory, seed: int, count: int
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    sheet = Sheet(folder / "whole.pdf")
    sheet.line("Báo cáo kết quả")
    sheet.grid([["a", "b"], ["1", "2"]], [80, 200, 300])
    sheet.canvas.save()
    data = bytearray((folder / "whole.pdf").read_bytes())
    chance = random.Random(seed)
    for _ in range(count):
        data[chance.randrange(len(data))] = chance.randrange(256)
    (folder / "torn.pdf").write_bytes(bytes(data[: chance.randrange(1, len(data) + 1)]))
    try:
        source = parse(folder / "torn.pdf")
    except UnreadableFileError:
        return
    assert all(block.span.end <= len(source.text) for block in source.blocks)


def test_the_number_of_an_item_that_a_tab_sets_apart_belongs_to_its_text(read) -> None:
    def draw(page: Sheet) -> None:
        for number, text in [("a)", "Chi bộ tự nhận xét;"), ("b)", "Đảng ủy thẩm định;"), ("-", "Lưu.")]:
            page.line(number, down=0)
            page.line(text, LEFT + 60)

    assert texts(read(draw)) == ["a) Chi bộ tự nhận xét;", "b) Đảng ủy thẩm định;", "- Lưu."]


def test_a_hard_break_in_the_middle_of_a_sentence_parts_nothing(read) -> None:
    def draw(page: Sheet) -> None:
        page.full(WORDS, LEFT + 30)
        page.line("ương")  # what did not fit on the line, and a break after it
        page.full("được tính trong dự toán hằng năm của cơ quan, đơn vị và")
        page.line("địa phương.")

    assert texts(read(draw)) == [f"{WORDS} ương được tính trong dự toán hằng năm của cơ quan, đơn vị và địa phương."]


def test_a_symbol_too_long_for_its_line_parts_nothing(read) -> None:
    def draw(page: Sheet) -> None:
        page.full(WORDS, LEFT + 30)
        page.line("ương theo Kế hoạch số")
        page.full("15-KH/BTVHU-BTG của cơ quan, đơn vị và các ban ngành của")
        page.line("địa phương.")

    said = "ương theo Kế hoạch số 15-KH/BTVHU-BTG của cơ quan, đơn vị và các ban ngành của địa phương."
    assert texts(read(draw)) == [f"{WORDS} {said}"]


def test_in_justified_text_a_line_that_stops_short_of_the_margin_ends_its_paragraph(read) -> None:
    title = "2. Nguyên nhân của tình hình trên và việc cần làm trong quý sau"

    def draw(page: Sheet) -> None:
        page.line(title, RIGHT - 8 - page.canvas.stringWidth(title))  # nearly full, as a long title may be
        for _ in range(3):
            page.full("Năm qua các chi hội trong xã đã vận động hội viên tham gia", LEFT + 30)
            page.full("xây dựng tuyến đường hoa, giúp nhau vốn và giống, nhất là ở")
            page.line("thôn xa.")

    assert [text[:8] for text in texts(read(draw))] == ["2. Nguyê", "Năm qua ", "Năm qua ", "Năm qua "]


def test_words_set_without_a_blank_are_told_by_the_gap_between_them(read) -> None:
    def draw(page: Sheet) -> None:
        at = float(LEFT)
        for word in ("cụ", "thể", "như", "sau:", "rau", "cải", "xanh", "có", "giá", "giảm"):
            for letter in word:
                page.canvas.drawString(at, page.y, letter)
                at += page.canvas.stringWidth(letter) - 1.2
            at += 2.4
        page.y -= PITCH

    assert texts(read(draw)) == ["cụ thể như sau: rau cải xanh có giá giảm"]


def test_an_exponent_touches_what_follows(read) -> None:
    def draw(page: Sheet) -> None:
        page.raised("Giá nước sạch tăng 7.500 đồng/m", "3", ", phí thu gom 20.000 đồng.", size=6, by=4)

    assert texts(read(draw)) == ["Giá nước sạch tăng 7.500 đồng/m3, phí thu gom 20.000 đồng."]
