"""What stands above a table and belongs to it: its title and its unit."""

import pytest

from trichluc.layout import lay_out
from trichluc.packs import load_packs
from trichluc.parsers.text import parse_text

ROWS = "Nguồn vốn\tNăm 2021\tNăm 2022\nNgân sách xã\t120\t135\nNhân dân góp\t32\t41\n"


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        ("Đơn vị tính: triệu đồng", "triệu đồng"),  # a line of its own
        ("Vốn huy động từng năm như sau (đơn vị tính: triệu đồng):", "triệu đồng"),  # in the running text
        ("Vốn huy động từng năm, đơn vị tính là tấn:", "tấn"),
        ("Số liệu trong bảng được tính bằng nghìn đồng.", "nghìn đồng"),
        ("Vốn huy động từng năm như sau:", None),  # nothing says it
        ("Các đơn vị: Phòng Nội vụ, Phòng Tài chính đã báo cáo như sau:", None),  # offices, no unit
        # the paragraph before the last one announces something else
        ("Kinh phí tính bằng triệu đồng được giao từ đầu năm.\n\nKết quả huy động từng năm như sau:", None),
    ],
)
def test_the_unit_of_a_table_stands_above_it(above, unit) -> None:
    report = lay_out(parse_text(f"BÁO CÁO\nKết quả năm 2022\n\n{above}\n\n{ROWS}"), load_packs())
    (table,) = report.tables
    assert table.unit == unit
