"""Plain text and Markdown: encodings, paragraphs, wrapped lines, tables in lines, footnotes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.checks import check_source, grid, texts
from trichluc.errors import UnreadableFileError
from trichluc.parsers import parse
from trichluc.parsers.text import parse_text
from trichluc.source import Source

WORDS = "Chi bộ tổ 3 tổ chức sinh hoạt định kỳ, quán triệt nghị quyết tới từng đảng viên trong chi bộ."


@pytest.fixture
def read(tmp_path: Path):
    """Save bytes and read them."""

    def save_and_read(data: bytes, name: str = "report.txt") -> Source:
        path = tmp_path / name
        path.write_bytes(data)
        source = parse(path)
        check_source(source)
        return source

    return save_and_read


def of(text: str) -> Source:
    source = parse_text(text)
    check_source(source)
    return source


# ------------------------------------------------------------------ encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_with_and_without_a_mark(read, encoding) -> None:
    assert texts(read(WORDS.encode(encoding))) == [WORDS]


def test_a_few_broken_bytes_are_shown_and_said(read) -> None:
    data = (WORDS * 3).encode()
    source = read(data[:40] + b"\xff" + data[40:])
    assert "\ufffd" in source.text
    assert [problem.code for problem in source.problems] == ["encoding"]
    assert "1 places" in source.problems[0].message


@pytest.mark.parametrize(("data", "code"), [(b"", "empty"), (b" \n\t\n", "empty"), (bytes(range(256)) * 20, "binary")])
def test_what_is_no_text_is_refused(read, data, code) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(data)
    assert refused.value.code == code


# ------------------------------------------------------------------ lines and paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một.\nHai.", ["Một.", "Hai."]),  # a line is a paragraph where nothing shows that lines were wrapped
        ("Một.\r\n\r\n  Hai.\r", ["Một.", "Hai."]),
        ("Một\u2028Hai", ["Một", "Hai"]),
        ("a\u00a0\u00a0b\tc", ["a b c"]),
        ("1.\nKết quả đạt được", ["1. Kết quả đạt được"]),  # a number alone on its line belongs to what follows
        ("Ban Tuyên giáo\n, Ban Tổ chức cùng dự.", ["Ban Tuyên giáo, Ban Tổ chức cùng dự."]),
        ("\uf0b7 Mở lớp học", ["• Mở lớp học"]),  # a bullet of the Symbol font
        ("Trang một.\f- 2 -\nTrang hai.", ["Trang một.", "Trang hai."]),  # the number of the page is no text
        ("Chỉ thị 05-\u00adCT/TW", ["Chỉ thị 05-CT/TW"]),
    ],
)
def test_paragraphs(text, expected) -> None:
    assert texts(of(text)) == expected


WRAPPED = (
    "Trong năm qua, cấp ủy chi bộ đã lãnh đạo đảng viên và nhân dân trong khu phố\n"
    "thực hiện tốt chủ trương của Đảng, chính sách pháp luật của Nhà nước, giữ vững\n"
    "an ninh trật tự, tham gia đầy đủ các phong trào do địa phương phát động, nhất là\n"
    "phong trào xây dựng đô thị văn minh và cuộc vận động ủng hộ người nghèo, cụ thể\n"
    "như sau:\n"
    "- Vận động được 12 triệu đồng giúp đỡ các gia đình có hoàn cảnh khó khăn trong\n"
    "khu phố, trong đó có hai hộ mới thoát nghèo.\n"
    "- Tổ chức ra quân dọn vệ sinh các tuyến hẻm vào sáng chủ nhật tuần đầu của mỗi\n"
    "tháng, thu hút đông đảo bà con tham gia và được\n"
    "phường đánh giá cao.\n"
)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        # broken at a link: no paragraph ends with such a word
        ("Ngày 5 tháng 3 năm 2021, tại\nTrụ sở Huyện ủy, Ban Thường vụ họp giao ban.", 1),
        # small letters in the middle of a sentence, also after an empty line
        ("Các tổ đã vận động hội viên giúp nhau vốn và cây giống\nđể phát triển kinh tế gia đình trong năm.", 1),
        ("Các tổ đã vận động hội viên giúp nhau vốn và cây giống\n\nđể phát triển kinh tế gia đình trong năm.", 1),
        ("Trưởng đoàn đại biểu Hội đồng nhân dân khóa\nXVII.\n\nĐồng chí A phụ trách.", 2),  # no numeral of a heading
        ("Các tổ đã vận động hội viên giúp nhau vốn và cây giống:\nđể phát triển kinh tế gia đình trong năm.", 2),
        ("a) Lương thực\nchỉ số giá nhóm này tăng nhẹ so với tháng trước, cụ thể như sau.", 2),  # a title
        ("Sở sơ kết công tác cải cách sáu tháng\nThông tin cho bạn đọc.", 2),  # months may end a title
    ],
)
def test_a_line_broken_inside_a_sentence_is_joined(lines, count) -> None:
    assert len(of(lines).blocks) == count


def test_lines_wrapped_at_a_width_are_joined() -> None:
    assert [text.split()[0] for text in texts(of(WRAPPED))] == ["Trong", "-", "-"]
    assert "cụ thể như sau:" in texts(of(WRAPPED))[0]


def test_pages_are_counted_at_form_feeds() -> None:
    source = of("Trang một.\fTrang hai.")
    assert source.pages == 2
    assert [source.page_at(block.span.start) for block in source.blocks] == [1, 2]


# ------------------------------------------------------------------ tables in lines


PIPES = "| STT | Nội dung | Kết quả |\n|---|---|---|\n| 1 | Kết nạp đảng viên | 12 |\n| 2 | Mở lớp | 3 |"
TABS = "STT\tNội dung\tKết quả\n1\tKết nạp đảng viên\t12\n2\tMở lớp\t3"
GAPS = "STT   Nội dung             Kết quả\n1     Kết nạp đảng viên    12\n2     Mở lớp               3\n"
CELLS = "\tSTT\n\tNội dung\n\tKết quả\n\n\t1\n\tKết nạp đảng viên\n\t12\n\n\t2\n\tMở lớp\n\t3\n"
LINES = "STT\nNội dung\nKết quả\n1\nKết nạp đảng viên\n12\n2\nMở lớp\n3\n3\nTrồng cây\n500\n"


@pytest.mark.parametrize("text", [PIPES, TABS, GAPS, CELLS], ids=["pipes", "tabs", "gaps", "a cell a line"])
def test_a_table_in_lines_is_a_grid(text) -> None:
    source = of("Kết quả cụ thể như sau:\n\n" + text + "\n\nTrên đây là kết quả.")
    assert grid(source) == [["STT", "Nội dung", "Kết quả"], ["1", "Kết nạp đảng viên", "12"], ["2", "Mở lớp", "3"]]
    assert texts(source)[0] == "Kết quả cụ thể như sau:"
    assert texts(source)[-1] == "Trên đây là kết quả."


def test_a_table_without_any_mark_is_told_from_its_running_numbers() -> None:
    assert grid(of("Biểu 1\n" + LINES))[1:] == [
        ["1", "Kết nạp đảng viên", "12"],
        ["2", "Mở lớp", "3"],
        ["3", "Trồng cây", "500"],
    ]


def test_stacked_lines_of_a_cell_stay_apart() -> None:
    text = CELLS.replace("\t12\n", "\t12\n\n15\n")
    table = next(block.table for block in of(text).blocks if block.table)
    assert [line.of(of(text).text) for line in table.row(1)[2].lines] == ["12", "15"]


def test_rows_of_unequal_length_are_stretched_over_merged_cells() -> None:
    text = "\tTT\n\tNội dung\n\tChỉ tiêu\n\tKết quả\n\n\tI\n\tCông tác Đảng\n\n\t1\n\tKết nạp\n\t10\n\t12\n"
    table = next(block.table for block in of(text).blocks if block.table)
    assert [(cell.column, cell.column_span) for cell in table.row(1)] == [(0, 1), (1, 3)]


def test_a_header_of_two_rows_with_empty_places_has_merged_cells() -> None:
    head = "TT\tChỉ tiêu\tNăm 2021\t\tTỷ lệ (%)\n\t\tKế hoạch\tThực hiện\t\n"
    text = head + "1\tDiện tích\t120\t118\t98,3\n2\tSản lượng\t300\t310\t103,3\n"
    table = next(block.table for block in of(text).blocks if block.table)
    assert [(cell.column, cell.row_span, cell.column_span) for cell in table.cells if cell.row < 2] == [
        *((0, 2, 1), (1, 2, 1), (2, 1, 2), (4, 2, 1), (2, 1, 1), (3, 1, 1)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        "TT\tChỉ tiêu\tKế hoạch\t\tGhi chú\n\tTổng số\t120\t118\t\n",  # a row of totals
        "TT\tChỉ tiêu\tKế hoạch\t\tGhi chú\n\tNông nghiệp\t\t\t\n",  # a group
        "TT\tChỉ tiêu\tKế hoạch\tThực hiện\tGhi chú\n\tNông nghiệp\t\tĐạt\t\n",
    ],
)
def test_other_rows_under_a_header_are_not_merged_into_it(head) -> None:
    text = head + "1\tDiện tích\t120\t118\t98,3\n2\tSản lượng\t300\t310\t103,3\n"
    table = next(block.table for block in of(text).blocks if block.table)
    assert all((cell.row_span, cell.column_span) == (1, 1) for cell in table.cells)


LETTERHEAD = "ĐẢNG ỦY XÃ HÒA AN\tĐẢNG CỘNG SẢN VIỆT NAM\nCHI BỘ ẤP 3\tHòa An, ngày 02 tháng 3 năm 2021\n"
FOOT = "\tNơi nhận:\n\tT/M CHI BỘ\n\n\t- Đảng ủy xã;\n\tBÍ THƯ\n\n\t- Lưu.\n\tTrần Văn Bảy\n"


def test_a_letterhead_and_a_signature_in_columns_are_grids() -> None:
    source = of(LETTERHEAD + "\nBÁO CÁO\n\nNội dung báo cáo của chi bộ.\n\n" + FOOT)
    assert grid(source, 0)[0] == ["ĐẢNG ỦY XÃ HÒA AN", "ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert grid(source, 1) == [["Nơi nhận:", "T/M CHI BỘ"], ["- Đảng ủy xã;", "BÍ THƯ"], ["- Lưu.", "Trần Văn Bảy"]]


def test_an_annex_after_the_signature_has_a_table_of_its_own() -> None:
    source = of("Nội dung báo cáo của chi bộ.\n\n" + FOOT + "\nKẾT QUẢ THỰC HIỆN NĂM 2021\n" + CELLS)
    assert grid(source, 0)[-1] == ["- Lưu.", "Trần Văn Bảy"]
    assert "KẾT QUẢ THỰC HIỆN NĂM 2021" in texts(source)
    assert grid(source, 1)[0] == ["STT", "Nội dung", "Kết quả"]


@pytest.mark.parametrize(
    "text",
    [
        "\tThứ nhất, mở lớp học.\n\tThứ hai, trồng cây.\n",  # paragraphs that are indented by a tab
        "1.\tMở lớp\n2.\tTrồng cây\n3.\tLàm đường\n",  # a list with a tab after its numbers
        "Năm 2021: 12 | 15\n",
        "Họ và tên:\tNguyễn Văn An\n",
    ],
)
def test_what_is_no_table(text) -> None:
    assert not any(block.table for block in of(text).blocks)


# ------------------------------------------------------------------ footnotes


@pytest.mark.parametrize(
    ("mark", "shown"),
    [("[1]", "1"), ("(1)", "1"), ("¹", "1"), ("[*]", "*"), ("\ufffd", "")],
)
def test_a_footnote_is_placed_at_its_mark(mark, shown) -> None:
    source = of(f"Chi bộ mở 2 lớp{mark} và trồng cây.\nKết thúc báo cáo.\n{mark} Lớp cảm tình Đảng.")
    (note,) = source.notes
    assert note.mark == shown
    assert note.span.of(source.text) == "Lớp cảm tình Đảng."
    assert source.text.startswith("Chi bộ mở 2 lớp và trồng cây.")
    assert note.at == len("Chi bộ mở 2 lớp")


@pytest.mark.parametrize(
    "text",
    [
        "Nhiệm vụ gồm: (1) mở lớp; (2) trồng cây.\n(1) Mở lớp.\n(2) Trồng cây.",  # items that are named again
        "Kết thúc.\n[3] Không có dấu trong bài.",
        "Chi bộ[1] và đảng ủy.\nKết thúc.\n[2] Số khác.",
    ],
)
def test_what_is_no_footnote(text) -> None:
    assert of(text).notes == ()


# ------------------------------------------------------------------ Markdown


def test_markdown_gives_headings_bold_and_words_without_marks() -> None:
    source = of(
        "# Báo cáo\n\n## Kết quả\n\nĐạt **102%** và *vượt* kế hoạch, xem [tại đây](https://a.example/b).\n\n* Một\n"
    )
    assert texts(source) == ["Báo cáo", "Kết quả", "Đạt 102% và vượt kế hoạch, xem tại đây.", "- Một"]
    assert [(block.heading, block.level) for block in source.blocks[:2]] == [(True, 0), (True, 1)]
    assert [span.of(source.text) for span in source.blocks[2].bold] == ["102%"]


def test_the_ending_md_says_markdown(read) -> None:
    assert read("# Một\n\nHai".encode(), "a.md").media_type == "text/markdown"


def test_stars_of_a_letterhead_are_no_markdown() -> None:
    assert texts(of("ĐẢNG ỦY XÃ\n*\nSố 5-BC/ĐU\n_____\nBÁO CÁO")) == [
        "ĐẢNG ỦY XÃ",
        "*",
        "Số 5-BC/ĐU",
        "_____",
        "BÁO CÁO",
    ]


# ------------------------------------------------------------------ whatever comes

PARTS = st.sampled_from(
    ["\t", "\n", "\n\n", "|", " | ", "STT", "1", "2.", "a)", "12,5", "%", "Nội dung", "[1]", "\f", "**", "# ", "---",
     "   ", "Nơi nhận:", "BÍ THƯ", "là", "\ufffd", "\u00ad", "\u0301", "<br>"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=60).map("".join) | st.text(max_size=200))
def test_never_raises_and_spans_are_true(text) -> None:
    of(text)
