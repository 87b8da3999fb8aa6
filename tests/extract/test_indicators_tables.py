"""Indicators of tables."""

import pytest

from indicator_cases import found_in_table
from trichluc.records import Origin

PLAN = ("Nội dung chỉ tiêu", "Chỉ tiêu Nghị quyết %", "Kết quả đạt được %", "Tỷ lệ đạt được %")


def test_roles_names_and_places_by_rows_and_columns() -> None:
    found = found_in_table(PLAN, [("Hộ đạt chuẩn", "90", "95", "105,6")], groups=[("Về gia đình",)])
    assert [(r.value, r.unit, r.role.value) for r in found] == [
        (90, "%", "target"),
        (95, "%", "actual"),
        (105.6, "%", "rate"),
    ]
    assert {r.name for r in found} == {"Về gia đình: Hộ đạt chuẩn"}
    first = found[0]
    assert (first.table_number, first.row, first.column, first.source) == (1, 2, 2, Origin.TABLE)
    assert (first.row_label, first.column_label) == ("Về gia đình › Hộ đạt chuẩn", PLAN[1])


def test_stacked_numbers_go_with_stacked_labels() -> None:
    found = found_in_table(
        PLAN, [("Cá nhân giỏi/ Trong đó: có ít nhất 50% cá nhân xuất sắc", "95/ 50", "100/ 80", "105/ 160")]
    )
    label, *data = found
    assert (label.text, label.role.value, label.name) == ("50%", "target", "cá nhân xuất sắc")
    assert [(r.value, r.name) for r in data] == [
        (95, "Cá nhân giỏi"), (50, "cá nhân xuất sắc"), (100, "Cá nhân giỏi"), (80, "cá nhân xuất sắc"),
        (105, "Cá nhân giỏi"), (160, "cá nhân xuất sắc"),
    ]  # fmt: skip


def test_parts_of_a_plan_in_labels_are_targets() -> None:
    found = found_in_table(PLAN, [("Về công tác đoàn: 03 chỉ tiêu", "", "", ""), ("Giữ vững sĩ số", "98", "99", "101")])
    assert (found[0].text, found[0].role.value, found[0].name) == ("03 chỉ tiêu", "target", "chỉ tiêu về công tác đoàn")


def test_labels_of_other_tables_hold_grades_and_no_results() -> None:
    found = found_in_table(("Mặt hàng", "Giá (đồng/kg)"), [("Gạo 5% tấm, bao 50kg", "15.000")])
    assert [(r.value, r.unit) for r in found] == [(15_000, "VND/kg")]


@pytest.mark.parametrize(
    ("late", "unit"),
    [
        (("2", "3"), "hồ sơ"),  # 12 = 10 + 2 and 30 = 27 + 3: the columns break up the first
        (("1", "3"), None),  # where one row does not add up, they may count anything
    ],
)
def test_columns_that_break_one_up_have_its_unit(late, unit) -> None:
    header = ("Đơn vị", "Số hồ sơ", "Đúng hạn", "Trễ hạn")
    found = found_in_table(header, [("Bến Gỗ", "12", "10", late[0]), ("Đồi Chè", "30", "27", late[1])])
    assert [record.unit for record in found] == ["hồ sơ", unit, unit] * 2


@pytest.mark.parametrize(
    ("header", "label", "cell", "value", "unit"),
    [
        ("Thực hiện (triệu đồng)", "Thu ngân sách", "1.250,5", 1_250_500_000, "VND"),
        ("Số lượng (hộ)", "Thoát nghèo", "12", 12, "hộ"),
        ("Kết quả", "Tỷ lệ hộ nghèo (%)", "1,2", 1.2, "%"),
        ("Kết quả", "Số đảng viên kết nạp", "12", 12, "đảng viên"),
        ("Kết quả", "Thu quỹ", "2.280.000 đồng", 2_280_000, "VND"),
        ("Kết quả", "Xã đạt chuẩn", "18/20", 18, "xã"),
        ("Tháng 3 so với tháng 2 (%)", "Chỉ số giá tiêu dùng", "99.52", 99.52, "%"),
    ],
)
def test_units_of_cells(header, label, cell, value, unit) -> None:
    (record,) = found_in_table(("Nội dung", header), [(label, cell)])
    assert (record.value, record.unit) == (value, unit)


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Xã Bến Gỗ", None),  # the cells count something else
        ("Phòng Tư pháp", None),
        ("Đảng bộ xã Đồi Chè", None),
        ("Trường Tiểu học Bến Gỗ 2", None),
        ("Tổ dân phố 7", None),
        ("Xã Tam Kim", None),  # words without marks are no abbreviations
        ("Phòng " + "AB" * 500 + "?", "phòng"),  # nor does a long one take long
        ("Xã ổn định", "xã"),
        ("Xã NTM", "xã"),  # a kind of them
        ("Trường THCS", "trường thcs"),
        ("Xã đạt chuẩn", "xã"),
    ],
)
def test_the_name_of_a_body_is_no_unit(label, unit) -> None:
    assert [record.unit for record in found_in_table(("Đơn vị", "Năm 2023"), [(label, "12")])] == [unit]
    assert [record.unit for record in found_in_table(("Nội dung", label), [("Kết quả", "12")])] == [unit]


@pytest.mark.parametrize(
    ("headers", "cells", "roles"),
    [
        (("Kế hoạch năm", "Thực hiện", "TH/KH (%)"), ("50", "55", "110"), ["target", "actual", "rate"]),
        (("Cùng kỳ năm trước", "Kỳ này", "Tăng, giảm (%)"), ("50", "55", "10"), ["baseline", "actual", "change"]),
        (
            ("TH 2022", "TH 2023", "So với cùng kỳ (%)"),
            ("50", "55", "110"),
            ["baseline", "actual", "change"],
        ),  # flagged
        (("TH 2022", "TH 2023", "So với cùng kỳ (%)"), ("50", "51", "2"), ["baseline", "actual", "change"]),
    ],
)
def test_roles_of_columns(headers, cells, roles) -> None:
    found = found_in_table(("Nội dung", *headers), [("Số hộ", *cells)])
    assert [r.role.value for r in found] == roles


def test_a_price_index_is_a_result() -> None:
    found = found_in_table(("Nội dung", "So với cùng kỳ (%)"), [("Chỉ số giá chung", "103,5"), ("Lương thực", "101,2")])
    assert {r.role.value for r in found} == {"actual"}


def test_bookkeepers_print_a_fall_in_brackets() -> None:
    found = found_in_table(("Mặt hàng", "Giá (đ/kg)", "Tăng, giảm (đ)"), [("Thịt lợn", "55.000", "(5.000)")])
    assert [(r.text, r.value, r.role.value) for r in found] == [
        ("55.000", 55_000, "actual"),
        ("(5.000)", -5_000, "change"),
    ]


@pytest.mark.parametrize("header", ["STT", "TT", "Mã hàng hóa", "Năm sinh", "Ngày ban hành", "Số văn bản"])
def test_columns_without_results(header) -> None:
    assert found_in_table(("Nội dung", header), [("Xã A", "12")]) == []


@pytest.mark.parametrize("cell", ["Đạt", "-", "Cờ thi đua của Bộ", "Không có", "Quý I/2023", "12-KH/ĐU"])
def test_cells_without_numbers_of_results(cell) -> None:
    assert found_in_table(("Nội dung", "Kết quả"), [("Danh hiệu", cell)]) == []


def test_sentences_in_cells_are_read() -> None:
    found = found_in_table(("Nội dung", "Kết quả"), [("Tập huấn", "Đã mở 02 lớp với 85 học viên")])
    assert [(r.value, r.unit, r.column) for r in found] == [(2, "lớp", 2), (85, "học viên", 2)]


def test_the_column_names_what_the_row_does_not() -> None:
    (record,) = found_in_table(("Đơn vị", "Lượt khám bệnh"), [("Bệnh viện A", "62.000")])
    assert (record.name, record.unit) == ("Bệnh viện A: Lượt khám bệnh", "lượt khám bệnh")


def test_periods_of_cells() -> None:
    found = found_in_table(
        ("Nội dung", "Thực hiện 2022", "Kế hoạch năm 2023", "Thực hiện"), [("Số hộ", "5", "6", "7")], period="2023-Q3"
    )
    assert [r.period for r in found] == ["2022", "2023", "2023-Q3"]


def test_a_percentage_that_is_a_result_divided_by_its_target_is_a_rate() -> None:
    header = ("Chỉ tiêu", "KH 2023 (tấn)", "TH 2023 (tấn)", "So sánh (%)")
    rows = [("Ngô", "20", "22", "110"), ("Khoai", "40", "38", "95")]
    assert [r.role.value for r in found_in_table(header, rows)] == ["target", "actual", "rate"] * 2
    rows[1] = ("Khoai", "40", "38", "5")  # a fall
    assert [r.role.value for r in found_in_table(header, rows)][-1] != "rate"


def test_a_table_counts_what_the_text_above_has_counted_in_all() -> None:
    counted = found_in_table(("Loại", "Thụ lý"), [("Dân sự", "12"), ("Hình sự", "9")], above="Tòa thụ lý 21 vụ án.")
    assert [(r.value, r.unit) for r in counted] == [(21, "vụ án"), (12, "vụ án"), (9, "vụ án")]
    other = found_in_table(("Loại", "Thụ lý"), [("Dân sự", "12"), ("Hình sự", "8")], above="Tòa thụ lý 21 vụ án.")
    assert [r.unit for r in other] == ["vụ án", None, None]


def test_rows_that_break_up_a_count_count_the_same() -> None:
    header, rows = ("Nội dung", "Tốt", "Khá"), [("Nề nếp", "80", "40"), ("Tay nghề", "95", "25")]
    assert {r.unit for r in found_in_table(header, rows, above="Xưởng có 120 thợ.")} == {"thợ"}
    rows[1] = ("Tay nghề", "95", "24")
    assert {r.unit for r in found_in_table(header, rows, above="Xưởng có 120 thợ.")[1:]} == {None}


def test_a_verb_that_begins_like_a_noun_counts_nothing() -> None:
    assert [r.unit for r in found_in_table(("Loại", "Giải quyết"), [("Dân sự", "12")])] == [None]


def test_a_percentage_in_the_name_of_a_row_is_no_unit_and_no_target() -> None:
    header = ("Nội dung", "Dự toán", "Quyết toán")
    found = found_in_table(header, [("Khoản thu hưởng 100%", "412", "467")], caption="Biểu chi tiết (triệu đồng)")
    assert [(r.value, r.unit) for r in found] == [(412_000_000, "VND"), (467_000_000, "VND")]


def test_the_school_year_before_is_an_earlier_value() -> None:
    header = ("Học lực", "HKI 2022-2023 (%)", "HKI 2021-2022 (%)")
    found = found_in_table(header, [("Tốt", "21,4", "19,8")], period="2022/2023")
    assert [(r.role.value, r.period) for r in found] == [("actual", "2022/2023"), ("baseline", "2021/2022")]
