"""Numbers of one report against each other: what does not add up is told, what rounding explains is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicator_cases import found_in, found_in_table
from trichluc.extract.arithmetic import check_arithmetic

PLAN = ("Nội dung", "Chỉ tiêu Nghị quyết %", "Kết quả đạt được %", "Tỷ lệ đạt được %")
COUNTS = ("Nội dung", "Chỉ tiêu năm (hộ)", "Thực hiện (hộ)", "Tỷ lệ đạt được %")


def codes(found) -> list[str]:
    return [problem.code for problem in check_arithmetic(found)]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (PLAN, ("Đoàn viên giỏi", "20", "28", "180"), ["rate-differs"]),  # 140 is right
        (PLAN, ("Đoàn viên giỏi", "20", "28", "140"), []),
        (PLAN, ("Đoàn viên tốt", "95", "98,1", "103,3"), []),  # 103,26 rounded
        (PLAN, ("Đoàn viên tốt", "95", "98", "103"), []),  # 103,16, or the points: both are right
        (PLAN, ("Thu đoàn phí", "80", "90", "110"), []),  # the habit of offices: 100 plus the points
        (COUNTS, ("Thoát nghèo", "80", "90", "110"), ["rate-differs"]),  # of counts there are no points
        (COUNTS, ("Thoát nghèo", "80", "90", "112,5"), []),
        (COUNTS, ("Thoát nghèo", "3", "2", "67"), []),  # 66,67 rounded
        (COUNTS, ("Thoát nghèo", "3", "2", "66,6"), []),  # cut off, not rounded
        (COUNTS, ("Thoát nghèo", "3", "2", "66,5"), ["rate-differs"]),
        (COUNTS, ("Hộ nghèo", "40", "20", "200"), []),  # what is to shrink
        (COUNTS, ("Thoát nghèo", "trên 20", "28", "180"), []),  # no exact target to divide by
        (COUNTS, ("Thoát nghèo", "0", "2", "100"), []),  # nothing can be divided by nothing
    ],
)
def test_rates_of_a_row(header, row, expected) -> None:
    assert codes(found_in_table(header, [row])) == expected


def test_a_rate_of_the_year_before_is_not_judged_by_the_target() -> None:
    header = ("Nội dung", "Kế hoạch (hộ)", "Thực hiện (hộ)", "Tỷ lệ đạt được %", "So với cùng kỳ (%)")
    assert codes(found_in_table(header, [("Thoát nghèo", "80", "90", "112,5", "104")])) == []


def test_a_finding_names_both_numbers_their_places_and_the_difference() -> None:
    (problem,) = check_arithmetic(found_in_table(PLAN, [("Đoàn viên giỏi", "20", "28", "180")]))
    for said in (
        "180",
        "28 (table 1, row 2, column 3",
        "20 (table 1, row 2, column 2",
        "140.0 %",
        "difference of 40.0",
    ):
        assert said in problem.message


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Có 62/66 giải pháp sáng kiến được công nhận.", []),
        ("Có 62/66 hộ (93,9%) tham gia.", []),
        ("Có 62/66 hộ, đạt 94% tham gia.", []),  # rounded
        ("Có 2/3 hộ (66,6%) tham gia.", []),  # cut off, not rounded
        ("Có 2/3 hộ (66,5%) tham gia.", ["share-differs"]),
        ("Có 62/66 hộ, đạt 89,9% tham gia.", ["share-differs"]),
        ("Có 62/66 hộ (chiếm 83,9%) tham gia.", ["share-differs"]),
        ("Có 62/66 hộ tham gia, trong đó hộ nghèo 5%.", []),  # the share of something else
        ("Có 62/66 hộ tham gia, tăng 5%.", []),
        ("Có 62/66 hộ, đạt trên 90% tham gia.", []),  # no exact share
    ],
)
def test_shares_beside_a_ratio(line, expected) -> None:
    assert codes(found_in(line)) == expected


@pytest.mark.parametrize(
    ("labels", "numbers", "expected"),
    [
        (("Xã A", "Xã B", "Xã C", "Tổng cộng"), ("10", "20", "30", "60"), []),
        (("Xã A", "Xã B", "Xã C", "Tổng cộng"), ("10", "20", "30", "61"), ["total-differs"]),
        (("Tổng số", "Xã A", "Xã B", "Xã C"), ("61", "10", "20", "30"), ["total-differs"]),
        (("Xã A", "Xã B", "Xã C", "Cộng"), ("1,3", "1,3", "1,3", "4"), []),  # 3,9: rounded
        (("Xã A", "Trong đó: nữ", "Xã C", "Cộng"), ("10", "5", "30", "40"), []),  # a part of a part
        (("Xã A", "Xã B", "Cộng"), ("10", "20", "99"), []),  # too few rows to say that they are all
        (("Xã A", "Cộng", "Xã B", "Xã C", "Cộng"), ("1", "1", "2", "3", "9"), []),  # totals of groups
    ],
)
def test_totals_of_a_column(labels, numbers, expected) -> None:
    rows = [(label, number) for label, number in zip(labels, numbers, strict=True)]
    assert codes(found_in_table(("Đơn vị", "Số lượng (hộ)"), rows)) == expected


@given(st.integers(1, 5000), st.integers(0, 9000))
def test_a_rate_that_is_computed_and_rounded_is_never_a_finding(target, actual) -> None:
    rate = f"{100 * actual / target:.1f}".replace(".", ",")
    assert codes(found_in_table(COUNTS, [("Thoát nghèo", str(target), str(actual), rate)])) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("1.954 hội viên", "1.945 hội viên", ["repeat-differs"]),  # neighbours changed places
        ("1.954 hội viên", "1.854 hội viên", ["repeat-differs"]),  # one digit differs
        ("1.954 hội viên", "1.954 hội viên", []),
        ("1.954 hội viên", "2.036 hội viên", []),  # another place, or another day
        ("195 hội viên", "185 hội viên", []),  # too short to tell a slip from another number
        ("180.000 hội viên", "100.000 hội viên", []),  # round numbers are too
        ("1.954 hội viên", "1.945 hộ", []),  # of something else
    ],
)
def test_a_quantity_that_is_stated_twice(first, second, expected) -> None:
    line = "Toàn huyện hiện có {} tham gia sinh hoạt."
    assert codes([*found_in(line.format(first)), *found_in(line.format(second) + " Nề nếp.")]) == expected
