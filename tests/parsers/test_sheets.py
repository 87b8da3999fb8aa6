"""Workbooks: titles as lines, tables with merged cells, numbers as reports write them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import xlsxwriter

from parsers.checks import check_source, grid, texts
from trichluc import extract
from trichluc.errors import UnreadableFileError
from trichluc.parsers import parse
from trichluc.parsers.sheets import _written


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A sheet as a finance office types it: letterhead, title and unit over merged cells, header of two rows."""
    path = tmp_path / "bieu.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("Thu chi")
        sheet.merge_range("A2:F2", "BÁO CÁO THU CHI NGÂN SÁCH NĂM 2021")
        sheet.merge_range("D3:F3", "Đơn vị tính: triệu đồng")
        sheet.merge_range("A5:A6", "STT")
        sheet.merge_range("B5:B6", "Nội dung")
        sheet.merge_range("C5:D5", "Năm 2021")
        sheet.write_row("C6", ["Dự toán", "Thực hiện"])
        sheet.write_row("A7", ["I", "Tổng thu"])
        sheet.write_row("A8", [1, "Thu nội địa", 1250.5, 1310])
        sheet.write("B9", "Trong đó:")
        sheet.write_row("A10", [2, "Thu khác", 80, 75.25])
        workbook.add_worksheet("Trống")
    return path


def test_lines_and_tables(book: Path) -> None:
    source = parse(book)
    check_source(source)
    assert source.media_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert texts(source)[:2] == ["BÁO CÁO THU CHI NGÂN SÁCH NĂM 2021", "Đơn vị tính: triệu đồng"]
    assert grid(source) == [
        ["STT", "Nội dung", "Năm 2021"],
        ["Dự toán", "Thực hiện"],
        ["I", "Tổng thu"],
        ["1", "Thu nội địa", "1250,5", "1310"],
        ["Trong đó:"],
        ["2", "Thu khác", "80", "75,25"],
    ]


@pytest.mark.parametrize(
    ("below", "tables"),
    [
        ((3, "Thu phí", 5, 6), 1),  # numbers above and below: the name of a group of rows
        (("STT", "Khoản chi", "Dự toán", "Thực hiện"), 2),  # a header below: the title of the next table
        (("TT", "Khoản chi", 2021, 2022), 2),  # years head columns, too
    ],
)
def test_a_spread_row_between_numbers_names_a_group(tmp_path: Path, below, tables) -> None:
    path = tmp_path / "nhom.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        for row, cells in enumerate([("STT", "Khoản", "Dự toán", "Thực hiện"), (1, "Thu thuế", 7, 8)]):
            sheet.write_row(row, 0, cells)
        sheet.merge_range("A3:D3", "PHÍ VÀ LỆ PHÍ")
        sheet.write_row(3, 0, below)
        sheet.write_row(4, 0, (4, "Lệ phí", 9, 10))
    source = parse(path)
    check_source(source)
    assert sum(block.table is not None for block in source.blocks) == tables


def test_indicators_have_unit_and_role(book: Path) -> None:
    found = {(record.text, record.value, record.unit, record.role.value) for record in extract(book).indicators}
    assert ("1250,5", 1_250_500_000, "VND", "target") in found
    assert ("1310", 1_310_000_000, "VND", "actual") in found
    assert ("75,25", 75_250_000, "VND", "actual") in found


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (12.0, "12"),
        (1234567.0, "1234567"),
        (0.1 + 0.2, "0,3"),  # without the noise of binary fractions
        (-13.5, "-13,5"),
        (1e20, "100000000000000000000"),
        (True, "x"),
        (False, ""),
        ("Ghi chú\n", "Ghi chú"),
        (datetime.datetime(2021, 3, 5), "2021-03-05"),
        (datetime.datetime(2021, 3, 5, 7, 30), "2021-03-05 07:30"),
        (datetime.date(2021, 3, 5), "2021-03-05"),
    ],
)
def test_values_are_written_as_reports_print_them(value, written) -> None:
    assert _written(value) == written


def test_an_empty_workbook_and_a_broken_one(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        workbook.add_worksheet()
    with pytest.raises(UnreadableFileError, match="holds nothing"):
        parse(path)
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(UnreadableFileError, match="damaged"):
        parse(path)


def test_a_sheet_that_is_hidden_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        workbook.add_worksheet("Một").write("A1", "Hiện")
        hidden = workbook.add_worksheet("Hai")
        hidden.write("A1", "Ẩn")
        hidden.hide()
    assert parse(path).text == "Hiện"


@pytest.mark.parametrize("far", ["XFD1048576", "ZZ900000"])
def test_cells_in_opposite_corners_do_not_fill_memory(tmp_path: Path, far: str) -> None:
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write("A1", "Kế hoạch")
        sheet.write(far, 5)
    with pytest.raises(UnreadableFileError, match="far apart"):
        parse(path)


def test_far_cells_that_only_have_a_style_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "style.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write("A1", "Kế hoạch")
        sheet.write_blank("XFD1048576", None, workbook.add_format({"bold": True}))
    assert parse(path).text.strip() == "Kế hoạch"
