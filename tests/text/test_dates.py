"""Dates and periods in the ways in which Vietnamese offices write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.text.dates import find_dates, find_periods, iso_date

DATES = st.dates(date(1945, 9, 2), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 15/5/2016", [("ngày 15/5/2016", "2016-05-15")]),
        ("ngày 15-5-2016", [("ngày 15-5-2016", "2016-05-15")]),
        ("ngày 15.5.2016", [("ngày 15.5.2016", "2016-05-15")]),
        ("ngày 07 - 12 – 2007", [("ngày 07 - 12 – 2007", "2007-12-07")]),
        ("ngày 1.11. 2011", [("ngày 1.11. 2011", "2011-11-01")]),
        ("ngày 01/012019", [("ngày 01/012019", "2019-01-01")]),  # the second slash lost
        ("ngày 26-52025", [("ngày 26-52025", "2025-05-26")]),  # or the second hyphen
        ("ngày 24 tháng 5 năm 2005", [("ngày 24 tháng 5 năm 2005", "2005-05-24")]),
        ("NGÀY 24 THÁNG 5 NĂM 2005", [("NGÀY 24 THÁNG 5 NĂM 2005", "2005-05-24")]),
        ("ngày      tháng 01 năm 2022", [("ngày      tháng 01 năm 2022", "2022-01")]),  # the day left open
        ("ngày … tháng 4 năm 2020", [("ngày … tháng 4 năm 2020", "2020-04")]),
        ("tháng 4/2007", [("tháng 4/2007", "2007-04")]),
        ("(5-2016)", [("5-2016", "2016-05")]),
        ("từ 01/3/2021 đến 08/3/2021", [("01/3/2021", "2021-03-01"), ("08/3/2021", "2021-03-08")]),
        # no dates: impossible days, fractions, numbers of documents, ranges of years, amounts
        ("ngày 31/02/2021", []),
        ("ngày 15/13/2021", []),
        ("Nghị định số 30/2020/NĐ-CP", []),
        ("giai đoạn 2015-2020", []),
        ("đạt 12/2000 chỉ tiêu", []),
        ("ngày 5/3/1850", []),
    ],
)
def test_dates(text, expected) -> None:
    assert [(found.span.of(text), found.iso) for found in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("năm 2021", ["2021"]),
        ("các năm 2019, 2020 và 2021", ["2019/2021"]),
        ("giai đoạn 2015 – 2020", ["2015/2020"]),
        ("từ năm 2015 đến năm 2020", ["2015/2020"]),
        ("nhiệm kỳ 2020-2025", ["2020/2025"]),
        ("năm học 2022-2023", ["2022/2023"]),
        ("năm học 2022-23", ["2022/2023"]),
        ("Từ năm 2006 đến nay", ["2006/.."]),
        ("kể từ đầu năm 2006 đến nay", ["2006/.."]),
        ("quý I năm 2024", ["2024-Q1"]),
        ("Quý III/2021", ["2021-Q3"]),
        ("quý 4-2020", ["2020-Q4"]),
        ("6 tháng đầu năm 2021", ["2021-H1"]),
        ("sáu tháng cuối năm 2021", ["2021-H2"]),
        ("nửa đầu năm 2021", ["2021-H1"]),
        ("(7/2022 - 12/2024)", ["2022-07/2024-12"]),
        ("tháng 3/2021 đến tháng 5/2022", ["2021-03/2022-05"]),
        ("vụ Hè Thu 2022", ["2022"]),
        ("vụ việc năm nay, 2.022 hộ", []),
        ("9 tháng năm 2025", ["2025-01/2025-09"]),
        ("3 tháng cuối năm 2023", ["2023-Q4"]),
        ("tháng 7/2024", ["2024-07"]),
        ("tháng 3 và quý I năm 2024", ["2024-03", "2024-Q1"]),
        ("từ tháng 7/2020 đến tháng 6/2021", ["2020-07/2021-06"]),
        ("đến hết năm 2025", ["2025"]),
        ("ngày 5 tháng 3 năm 2021", []),  # the year of a full date is no period
        ("năm 2020-2015", []),  # backwards
        ("tháng 13/2024", []),
        ("số 2021/QĐ-UBND", []),
        ("2.015-2.020 đồng", []),
    ],
)
def test_periods(text, expected) -> None:
    assert [found.edtf for found in find_periods(text)] == expected


@given(DATES, st.sampled_from(["{0.day}/{0.month}/{0.year}", "{0.day:02}-{0.month:02}-{0.year}",
                               "{0.day} tháng {0.month} năm {0.year}", "{0.day:02}.{0.month}.{0.year}"]))  # fmt: skip
def test_a_date_that_is_written_out_is_read_back(day, form) -> None:
    text = f"Hôm đó, ngày {form.format(day)}, chi bộ họp."
    assert [found.iso for found in find_dates(text)] == [day.isoformat()]


@given(st.integers(1800, 2200), st.none() | st.integers(-1, 14), st.none() | st.integers(-1, 40))
def test_iso_dates_are_dates(year, month, day) -> None:
    iso = iso_date(year, month, day)
    if iso is not None and len(iso) == 10:
        assert date.fromisoformat(iso).year == year


PARTS = st.sampled_from(
    ["ngày ", "tháng ", "năm ", "quý ", "2021", "1998", "31", "02", "/", "-", " – ", ".", " đến ", "từ ", " nay", "6 "]
)  # fmt: skip


@given(st.lists(PARTS, max_size=30).map("".join))
def test_never_raises_and_spans_are_in_order(text) -> None:
    for found in (find_dates(text), find_periods(text)):
        end = 0
        for one in found:
            assert end <= one.span.start < one.span.end <= len(text)
            end = one.span.end
