"""Numbers without a unit of their own: which they have, and which are none."""

import pytest

from indicator_cases import found_in


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        # another time: the same thing, number for number where there are several
        ("Năm 2001 có 12 xã, năm 2002 là 15 và năm 2003 là 18.", [(12, "xã"), (15, "xã"), (18, "xã")]),
        ("Năm 2001 có 7 trại với 90 lao động; năm 2005 tương ứng là 9 và 140; năm 2008 là 11 và 150.",
         [(7, "trại"), (90, "lao động"), (9, "trại"), (140, "lao động"), (11, "trại"), (150, "lao động")]),
        # one number for two says which of them no more
        ("Năm 2001 có 7 trại với 90 lao động; năm 2005 là 9.", [(7, "trại"), (90, "lao động")]),
        # so many thousands of what the list counts
        ("Có 1,2 nghìn thợ ở làng Đồi, 2,5 nghìn ở làng Vạn.", [(1200, "thợ"), (2500, "thợ")]),
        ("Huyện có 1,2 nghìn hộ. Trong đó, vùng cao 0,7 nghìn, vùng thấp 0,5 nghìn.",
         [(1200, "hộ"), (700, "hộ"), (500, "hộ")]),
        ("Huyện có 45 hợp tác xã, trong đó vốn 3 tỷ.", [(45, "hợp tác xã"), (3e9, "VND")]),  # more than the whole
        # the scale goes with the unit, where the number is small without it
        ("Kinh phí 46 triệu, trong đó tỉnh 30, huyện 16 triệu.", [(4.6e7, "VND"), (3e7, "VND"), (1.6e7, "VND")]),
        ("Chi phí tăng từ 6,2 lên 9,8 triệu đồng/ha.", [(6.2e6, "VND/ha"), (9.8e6, "VND/ha")]),
        ("Giá lúa từ 5.800 tăng lên 7.200 đồng/kg.", [(5800, "VND/kg"), (7200, "VND/kg")]),
        ("Có 2 nghìn thợ, trong đó nữ 300.", [(2000, "thợ"), (300, "thợ")]),
        # what is in brackets is no item of the list
        ("Kết nạp 9 đảng viên, trong đó: nữ 5 (55%), dân tộc thiểu số 2 (22%).",
         [(9, "đảng viên"), (5, "đảng viên"), (55, "%"), (2, "đảng viên"), (22, "%")]),
        # the list breaks up the result, not what it is compared with
        ("Kết nạp 9 đảng viên, tăng 2 đồng chí so với năm trước. Trong đó: nữ 5, nam 4.",
         [(9, "đảng viên"), (2, "đồng chí"), (5, "đảng viên"), (4, "đảng viên")]),
        ("Huyện có 86 CĐCS, thành lập 2 CĐCS (KH: 4).", [(86, "cđcs"), (2, "cđcs"), (4, "cđcs")]),
        ("Cài Windows 11 Pro cho 5 máy.", [(5, "máy")]),  # a name
        ("Tuyển quân: giao 35, đạt 35, bằng 100%.", [(100, "%")]),  # what was reached of 35 is no percentage
        ("Mở 2 lớp, nâng tổng số lớp lên 17.", [(2, "lớp"), (17, "lớp")]),
        ("Xảy ra 11 vụ tai nạn, chết 03, bị thương 08.", [(11, "vụ tai nạn"), (3, "người"), (8, "người")]),
    ],
)  # fmt: skip
def test_units_that_stand_elsewhere(line, numbers) -> None:
    assert [(record.value, record.unit) for record in found_in(line)] == numbers


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Chỉ số tri thức từ 0,51 năm 2001 tăng lên 0,55 năm 2005 và 0,6 năm 2010.", [0.51, 0.55, 0.6]),
        ("Tỷ số giới tính khi sinh là 113,7, năm 2011 là 114,2.", [113.7, 114.2]),
        ("Hệ số sử dụng máy còn 0,8.", [0.8]),
        ("Chỉ số cải cách hành chính xếp thứ 5.", []),  # a rank
    ],
)
def test_an_index_has_no_unit(line, values) -> None:
    assert [(record.value, record.unit) for record in found_in(line)] == [(value, None) for value in values]


def test_a_number_said_again_for_another_time_keeps_its_name() -> None:
    found = found_in("Năm 2001 có 7 trại với 90 lao động; năm 2005 tương ứng là 9 và 140.")
    assert [record.name for record in found[2:]] == [record.name for record in found[:2]]
    assert [record.period for record in found] == ["2001", "2001", "2005", "2005"]
