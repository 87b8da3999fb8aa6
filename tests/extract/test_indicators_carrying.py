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


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        # a quality alone says which of them
        ("Khảo sát 150 học viên chính quy, 90 tại chức.", [(150, "học viên"), (90, "học viên")]),
        ("Đoàn giành 24 giải (01 Nhất, 6 Nhì, 8 Ba, 9 KK).",
         [(24, "giải"), (1, "giải"), (6, "giải"), (8, "giải"), (9, "giải")]),
        ("Được 5 huy chương vàng, 4 đồng.", [(5, "huy chương vàng"), (4, "huy chương vàng")]),  # no money
        # what is said of them, or what was done to them
        ("Điều động 46 thợ, trong đó 20 từ xưởng lên mỏ, 17 từ mỏ về xưởng.",
         [(46, "thợ"), (20, "thợ"), (17, "thợ")]),
        ("Biên chế 22/24 người; 18 có bằng lái.", [(22, "người"), (18, "người")]),
        ("Có 9 lò đốt trộm, phải cưỡng chế 02.", [(9, "lò đốt"), (2, "lò đốt")]),
        ("Nhận 14 máy; đã sửa 12: cháy 3, hỏng một phần 4.",
         [(14, "máy"), (12, "máy"), (3, "máy"), (4, "máy")]),
        ("Kỷ luật 15 hội viên – khiển trách 9, cảnh cáo 5.",
         [(15, "hội viên"), (9, "hội viên"), (5, "hội viên")]),
        ("Viên chức 62 người, thạc sĩ 14.", [(62, "người"), (14, "người")]),
        ("Trồng 30 ha chè (kế hoạch 25).", [(30, "ha"), (25, "ha")]),  # a plan counts the same
        # ratios: of what was counted, or what the label names
        ("Trạm có 64 thợ (trong đó thợ hàn 21/64).", [(64, "thợ"), (21, "thợ")]),
        ("Gửi 09 khuyến nghị (được tiếp thu 09/09).", [(9, "khuyến nghị"), (9, "khuyến nghị")]),
        ("Huy chương giành được vượt chỉ tiêu (42/35).", [(42, "huy chương")]),
        # a mean has the unit that its name says
        ("Điểm trung bình 7,1 (toàn huyện 6,9).", [(7.1, "điểm"), (6.9, "điểm")]),
        ("Nâng điểm trung bình lên 4,1.", [(4.1, "điểm")]),
        ("Tuổi bình quân 41,5.", [(41.5, "tuổi")]),
        ("Tỷ lệ thợ/lò mới đạt 1,7.", [(1.7, None)]),
        ("Cho 15 hộ vay, mỗi hộ 3 đến 6 triệu.", [(15, "hộ"), (None, "VND")]),
        # ordinals
        ("Phân hội 3 sôi nổi, chi hội 6 và chi hội 9 lừng khừng.", []),
        ("Dạy ở lớp 6, 7 rất suôn sẻ.", []),
        ("Bỏ học 17 em, cùng kỳ 12 cháu.", [(17, "em"), (12, "cháu")]),
    ],
)  # fmt: skip
def test_numbers_that_leave_their_noun_out(line, numbers) -> None:
    assert [(record.value, record.unit) for record in found_in(line)] == numbers


def test_a_number_said_again_for_another_time_keeps_its_name() -> None:
    found = found_in("Năm 2001 có 7 trại với 90 lao động; năm 2005 tương ứng là 9 và 140.")
    assert [record.name for record in found[2:]] == [record.name for record in found[:2]]
    assert [record.period for record in found] == ["2001", "2001", "2005", "2005"]
