"""Heads of tables: what they say of the role of the numbers under them, and heads of several rows in real files."""

import docx
import pytest

from indicator_cases import found_in_table
from trichluc.extract.indicators.column_roles import path_role
from trichluc.extract.indicators.rules import load_rules
from trichluc.packs import load_packs
from trichluc.run import extract_file


@pytest.mark.parametrize(
    ("heads", "role"),
    [
        (("Số tiêu chí đạt", "Kế hoạch năm 2024"), "target"),  # the lowest decides
        (("Kết quả rèn luyện", "Đạt", "%"), "actual"),  # "đạt %" stands in two cells
        (("So sánh (%)", "Với cùng kỳ"), "change"),  # all together where one compares
        (("So sánh (%)", "TH 9 tháng/KH năm"), "rate"),
        (("So sánh (%)", "TH 9 tháng/cùng kỳ"), "change"),
        (("So sánh (%)", "TH/DT tỉnh giao"), "rate"),
        (("So sánh ƯTH/DT (%)",), "rate"),
        (("So sánh (%)", "ƯTH/TH 2022"), "change"),
        (("DT 2024/DT 2023",), "change"),  # a plan against the plan before
        (("2023 so với 2022 (%)",), "change"),
        (("2023/2022 (%)",), "change"),
        (("Năm học 2022/2023",), None),  # the name of a year
        (("Tỷ lệ (%) so với chương trình",), "rate"),
        (("Chương trình năm (cuộc)",), "target"),
        (("Đã giải ngân", "Đầu tư"), "actual"),
        (("Kế hoạch giải ngân",), "target"),
        (("Tỷ lệ giải ngân (%)",), "rate"),
        (("Tăng trong năm", "Kết nạp"), None),  # who came, by the way
        (("Tăng, giảm so với năm trước", "Số hộ"), "change"),
        (("Thiếu so với định mức",), None),
        (("Biến động tự nhiên", "Sinh"), None),  # of the population
        (("So sánh (%)", "9T 2023/9T 2022"), "change"),
    ],
)
def test_roles_of_heads_one_above_the_other(heads, role) -> None:
    found, _ = path_role(heads, load_rules(load_packs()))
    assert (found.value if found else None) == role


def test_a_row_may_say_the_role() -> None:
    header = ("Nội dung", "Lượt khám bệnh", "Ca phẫu thuật")
    rows = [("Kế hoạch năm 2023", "900", "12"), ("Thực hiện", "950", "11"), ("Tỷ lệ đạt (%)", "105,6", "91,7")]
    found = found_in_table(header, rows)
    assert [(r.role.value, r.unit) for r in found] == [
        ("target", "lượt khám bệnh"), ("target", "ca phẫu thuật"),
        ("actual", "lượt khám bệnh"), ("actual", "ca phẫu thuật"),
        ("rate", "%"), ("rate", "%"),
    ]  # fmt: skip
    assert {(r.column, r.name) for r in found} == {(2, "Lượt khám bệnh"), (3, "Ca phẫu thuật")}
    assert {r.row_label for r in found} == {row[0] for row in rows}  # as it stands on the page


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        (("Năm 2021", "Năm 2022", "Năm 2023"), ["actual", "actual", "actual"]),  # one year after the other
        (("Năm 2022", "Năm 2023"), ["baseline", "actual"]),
        (("Năm 2022", "Năm 2023", "Tăng, giảm"), ["baseline", "actual", "change"]),
    ],
)
def test_earlier_years_are_compared_with_or_told(header, roles) -> None:
    found = found_in_table(("Nội dung", *header), [("Số hộ", "12", "15", "19")[: len(header) + 1]])
    assert [record.role.value for record in found] == roles


def test_numbers_with_their_part_or_their_sign() -> None:
    found = found_in_table(("Đơn vị", "Giáo viên (nữ)", "Tăng, giảm số học sinh"), [("Bến Gỗ", "25 (18)", "+43")])
    assert [(r.text, r.value, r.role.value) for r in found] == [
        ("25", 25, "actual"),
        ("18", 18, "actual"),
        ("+43", 43, "change"),
    ]
    assert found[2].unit == "học sinh"


def test_a_number_and_its_part_go_with_all_lines_of_a_label() -> None:
    (whole, part) = found_in_table(("Đơn vị", "Giáo viên (nữ)"), [("Trường Bến Gỗ/ (điểm chính)", "25 (18)")])
    assert whole.name == part.name


@pytest.mark.parametrize(
    ("header", "units"),
    [
        (("Số học sinh", "Trong đó: Nữ", "Số lớp"), ["học sinh", "học sinh", "lớp"]),  # a part of the column before
        (("Công nghiệp", "Mẫu giáo", "Tổng sản phẩm"), [None, None, None]),  # words that begin like nouns
        (("Số chi bộ", "Tổng số", "Nữ"), ["chi bộ", "đảng viên", "đảng viên"]),  # against the unit of the table
    ],
)
def test_units_that_heads_tell(header, units) -> None:
    caption = "Thống kê (ĐVT: đảng viên)" if "Số chi bộ" in header else ""
    found = found_in_table(("Đơn vị", *header), [("Bến Gỗ", "12", "15", "19")], caption=caption)
    assert [record.unit for record in found] == units


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("Cùng kỳ 2023", "2023-01/2023-09"),  # beside nine months of 2024
        ("TH năm 2023", "2023"),
        ("Hộ nghèo đến 31/12/2023", "2023"),
        ("Tiêm nhắc (18 tháng)", "2024-01/2024-09"),  # an age
        ("2023 so với 2022 (%)", "2023"),
        ("Tăng bình quân giai đoạn 2016 - 2020", "2016/2020"),  # years that it is over, and none compared
        ("Năm 2024: Ước thực hiện 9 tháng", "2024-01/2024-09"),
        ("Số mũi tiêm trong năm (mũi): Quý IV", "2024-Q4"),
    ],
)
def test_times_that_heads_tell(head, period) -> None:
    found = found_in_table(("Nội dung", head, "TH 9 tháng 2024"), [("Số hộ", "12", "15")], period="2024-01/2024-09")
    assert found[0].period == period


@pytest.mark.parametrize(
    ("label", "head", "cell", "value", "unit"),
    [
        ("Thu phân chia theo tỷ lệ (%)", "Thực hiện (triệu đồng)", "250", 250_000_000, "VND"),  # a name of revenue
        ("Xã Bến Gỗ", "Tỷ đồng", "1,5", 1_500_000_000, "VND"),
        ("Sản lượng trứng (1.000 quả)", "Thực hiện", "12", 12_000, "quả"),
        ("Tiêm nhắc", "Số mũi tiêm", "1.787/1.812", 1787, "mũi tiêm"),
    ],
)
def test_units_of_odd_tables(label, head, cell, value, unit) -> None:
    (record,) = found_in_table(("Nội dung", head), [(label, cell)])
    assert (record.value, record.unit) == (value, unit)


def table_in_file(path, rows, merged):
    """Write a report with one table, cells merged as told, and return what the program reads in it."""
    document = docx.Document()
    document.add_paragraph("BÁO CÁO")
    document.add_paragraph("Kết quả thực hiện nhiệm vụ 9 tháng năm 2024")
    grid = document.add_table(len(rows), len(rows[0]))
    grid.style = "Table Grid"
    for first, last in merged:
        grid.cell(*first).merge(grid.cell(*last))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text:
                grid.cell(row, column).text = text
    document.save(path)
    return [one for one in extract_file(path).indicators if one.source == "table"]


def test_heads_merged_over_two_rows_are_told_once(tmp_path) -> None:
    """``Đơn vị``, merged downwards, labels the rows; the column of running numbers has no results."""
    rows = [
        ("TT", "Đơn vị", "Tổng số hộ", "Hộ nghèo", ""),
        ("", "", "", "Số hộ", "Tỷ lệ (%)"),
        ("1", "Xã Bến Gỗ", "1.120", "56", "5,0"),
        ("2", "Xã Đồi Chè", "860", "43", "5,0"),
    ]
    merged = [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (1, 2)), ((0, 3), (0, 4))]
    found = table_in_file(tmp_path / "ho-ngheo.docx", rows, merged)
    assert [(r.text, r.unit, r.row_label) for r in found] == [
        ("1.120", "hộ", "Xã Bến Gỗ"),
        ("56", "hộ", "Xã Bến Gỗ"),
        ("5,0", "%", "Xã Bến Gỗ"),
        ("860", "hộ", "Xã Đồi Chè"),
        ("43", "hộ", "Xã Đồi Chè"),
        ("5,0", "%", "Xã Đồi Chè"),
    ]


def test_a_head_may_be_a_time_in_figures(tmp_path) -> None:
    """``9 tháng`` above two columns does not make a row of data, and the unit column is known under it."""
    rows = [
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2024", "9 tháng", ""),
        ("", "", "", "", "Ước TH 2024", "Cùng kỳ 2023"),
        ("1", "Sản lượng chè", "Tấn", "1.200", "950", "910,5"),
        ("2", "Thu ngân sách", "Triệu đồng", "8.000", "6.100", "5.950"),
    ]
    merged = [*(((0, column), (1, column)) for column in range(4)), ((0, 4), (0, 5))]
    found = table_in_file(tmp_path / "kinh-te.docx", rows, merged)
    assert [(r.value, r.unit, r.role.value) for r in found] == [
        (1200, "tấn", "target"),
        (950, "tấn", "actual"),
        (910.5, "tấn", "baseline"),
        (8_000_000_000, "VND", "target"),
        (6_100_000_000, "VND", "actual"),
        (5_950_000_000, "VND", "baseline"),
    ]


def test_school_years_may_head_columns(tmp_path) -> None:
    rows = [("Nội dung", "2021-2022", "2022-2023", "2023-2024"), ("Số giải cấp tỉnh", "38", "41", "47")]
    found = table_in_file(tmp_path / "truong.docx", rows, [])
    assert [(r.text, r.period, r.role.value) for r in found] == [
        ("38", "2021/2022", "actual"),
        ("41", "2022/2023", "actual"),
        ("47", "2023/2024", "actual"),
    ]


def test_the_head_of_the_labels_may_state_the_unit(tmp_path) -> None:
    rows = [("Chỉ tiêu (triệu USD)", "Quý I", "Quý II"), ("Hàng dệt may", "33,8", "40,1"), ("Chè", "2,1", "3,3")]
    found = table_in_file(tmp_path / "xuat-khau.docx", rows, [])
    assert [(r.value, r.unit, r.period) for r in found[:2]] == [
        (33_800_000, "USD", "2024-Q1"),
        (40_100_000, "USD", "2024-Q2"),
    ]
