"""Which numbers of running text are indicators, and in which unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicator_cases import found_in
from trichluc.extract.indicators.rules import FILE, IndicatorRule
from trichluc.layout.model import Zone
from trichluc.packs import check_examples, load_packs
from trichluc.records import Origin, Qualifier


def told(*lines: str, **about) -> list[tuple[str, float | None, str | None]]:
    return [(r.text, r.value, r.unit) for r in found_in(*lines, **about)]


def test_every_example_of_the_pack_holds() -> None:
    assert check_examples(load_packs().rules(FILE, IndicatorRule)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 14/5/2020, sáng 16/1, tháng 4-2007 và tháng 01-3/2024, đơn vị họp.",
        "Giai đoạn 2015 – 2020, năm học 2022-2023, các năm 2007, 2008, quý 1/2024.",
        "Trong 5 năm qua, sau 04 năm thực hiện, 06 tháng đầu năm.",
        "Thực hiện Chỉ thị số 05-CT/TW, Nghị định 30/2020/NĐ-CP, Kế hoạch 12 của Huyện ủy, CV số 342/MTTQ-BTT.",
        "Theo khoản 2 Điều 15, các Điều 8, 9 và 12, mục 1.2 Phụ lục 3.",
        "Đại hội lần thứ XIII, khóa XII, con thứ 3, mở rộng lần 3, xếp thứ 15/63, Chỉ tiêu 2: giữ vững.",
        "Áp dụng ISO 9001:2015, 5S, phòng, chống Covid-19, Tiêu chí số 4, dịch vụ công mức độ 3, mạng 5G.",
        "Trường hợp F0, F1; gạo ST25, xăng E5 Ron 92.",
        "Chào mừng 111 năm ngày Quốc tế Phụ nữ, giải phóng miền Nam 30/4, Quốc khánh 02/9.",
        "Làm việc ngày 8 giờ, từ 7h30 đến 11h30, lúc 08:17.",
        "Điện thoại: 0228.3849 386; số 68 phố Huế; ngõ 12; Quốc lộ 1A; email ban12@example.vn.",
        "Chính quyền địa phương 02 cấp, phương châm 4 tại chỗ, 6 rõ, trực 24/24 giờ.",
        "Phong trào “5 không, 3 sạch” và mô hình “1 triệu cây xanh”.",
        "Một đồng chí phụ trách cả ba tiêu chí, một số hộ, nhiều nơi, vài phần trăm.",
        "Học sinh lớp 5 Trường Tiểu học Hoa Sen, khu phố 3, thôn Suối Đá 1, 2, 3.",
        "Người từ 18 tuổi trở lên, trẻ dưới 5 tuổi, Huy hiệu 30 năm tuổi Đảng, cuối những năm 80.",
        "1) Tiếp tục đổi mới; 2) Giữ vững kỷ cương (3).",
        "Có 2020 và 2021 là năm khó.",
        "Bồi dưỡng kiến thức cho đối tượng 3, hỗ trợ diện 2.",
        "Giá giảm mạnh trong 9 tháng đầu năm.",  # no time saved
    ],
)
def test_what_is_no_indicator(line) -> None:
    assert told(line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kết nạp 12 đảng viên mới.", [("12 đảng viên mới", 12, "đảng viên mới")]),
        ("Mỗi ngày có khoảng 17 chuyến bay.", [("17 chuyến bay", 17, "chuyến bay")]),  # no day of a month
        ("Trong số 10 kỹ năng, tổng số 25 hộ.", [("10 kỹ năng", 10, "kỹ năng"), ("25 hộ", 25, "hộ")]),
        ("Giám sát chuyên đề 12 đảng viên.", [("12 đảng viên", 12, "đảng viên")]),  # no ordinal
        ("Nâng chỉ số vào nhóm 5 đơn vị dẫn đầu.", [("5 đơn vị", 5, "đơn vị")]),
        ("Vượt kế hoạch 15 hộ.", [("15 hộ", 15, "hộ")]),
        ("Đạt kế hoạch 100%.", [("100%", 100, "%")]),
        ("Ủng hộ hàng chục tỷ đồng.", [("hàng chục tỷ đồng", None, "VND")]),
        ("Vốn góp lên tới cả trăm tỷ đồng.", [("cả trăm tỷ đồng", None, "VND")]),
        ("Thu mua 2 nghỉn tấn thóc.", [("2 nghỉn tấn", 2000, "tấn")]),  # a slip of the typist
        ("Rút ngắn thời gian giải quyết xuống còn 05 ngày.", [("05 ngày", 5, "ngày")]),  # a result, no length of time
        ("Tuổi thọ trung bình đạt 74,5 tuổi.", [("74,5 tuổi", 74.5, "tuổi")]),
        ("Hỗ trợ 03 đoàn viên F0.", [("03 đoàn viên", 3, "đoàn viên")]),
        ("Phụng dưỡng 02 Mẹ Việt Nam anh hùng.", [("02 Mẹ Việt Nam anh hùng", 2, "mẹ việt nam anh hùng")]),
    ],
)
def test_what_is_one_though_it_looks_otherwise(line, expected) -> None:
    assert told(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (  # the list ends with the unit that all its items have
            "Đã tập huấn 900 hội viên, gồm: cấp tỉnh 20, cấp huyện 180; cấp xã 700 hội viên.",
            [(900, "hội viên"), (20, "hội viên"), (180, "hội viên"), (700, "hội viên")],
        ),
        (  # only the number that announces the list has it
            "Uỷ ban các cấp đã kiểm tra được 1.250 tổ chức đảng, gồm: cấp tỉnh 50; cấp huyện 300; cấp xã 900.",
            [(1250, "tổ chức đảng"), (50, "tổ chức đảng"), (300, "tổ chức đảng"), (900, "tổ chức đảng")],
        ),
        (  # the subject has it, and each label is a unit of its own
            "Cấp uỷ viên các cấp được tập huấn là 89 (huyện uỷ viên 30; chi uỷ viên 59).",
            [(89, "cấp uỷ viên"), (30, "huyện uỷ viên"), (59, "chi uỷ viên")],
        ),
        ("Tổng số đoàn viên là 250.", [(250, "đoàn viên")]),
        (  # the label counts its own noun
            "Có 13 đồng chí đạt chuẩn, trong đó số giáo viên có trình độ trung cấp là 10.",
            [(13, "đồng chí"), (10, "giáo viên")],
        ),
        ("Giới thiệu việc làm cho 35 thanh niên (KH: 30).", [(35, "thanh niên"), (30, "thanh niên")]),
        ("Có 722 chi bộ (589 ở xã, 133 ở phường).", [(722, "chi bộ"), (589, "chi bộ"), (133, "chi bộ")]),
        ("Tỷ lệ đạt lần lượt là 95; 97 và 98%.", [(95, "%"), (97, "%"), (98, "%")]),
        ("Dư nợ đạt 4,87 tỷ; tổng tiền hỗ trợ 169 triệu.", [(4_870_000_000, "VND"), (169_000_000, "VND")]),
        ("Hoàn thành dự án Nhà máy Sao Mai 2; trồng rừng.", []),  # the number ends a name
        ("Luật Đất đai 2013 quy định điều đó; Điều lệ Đảng 2011 quy định khác.", []),  # years in names
    ],
)
def test_units_are_carried_over(line, expected) -> None:
    assert [(r.value, r.unit) for r in found_in(line)] == expected


def test_a_ratio_in_words_is_one_record() -> None:
    (record,) = found_in("Có 1.256 hộ trên tổng số 5.435 hộ đăng ký.")
    assert (record.value, record.of, record.unit) == (1256, 5435, "hộ")
    (record,) = found_in("Có 12 xã/18 xã về đích.")  # the unit twice
    assert (record.value, record.of, record.unit) == (12, 18, "xã")
    (record,) = found_in("Có 9 xã (trong tổng số 12 xã miền núi) về đích.")
    assert (record.value, record.of, record.unit) == (9, 12, "xã")


@pytest.mark.parametrize(
    ("line", "value", "of", "unit"),
    [
        ("Có 12/12 (100%) chi bộ học tập.", 12, 12, "chi bộ"),
        ("Có 100% (12/12) chi bộ học tập.", 12, 12, "chi bộ"),
        ("Tỷ lệ chi bộ hoàn thành nhiệm vụ đạt 100% (12/12).", 12, 12, "chi bộ"),
        ("Số xã về đích là 14/18, đạt 77,8%.", 14, 18, "xã"),
        ("Mít tinh dịp 30/4 (100% có mặt).", None, None, None),  # a date, and no percentage of it
    ],
)
def test_a_percentage_confirms_the_ratio_beside_it(line, value, of, unit) -> None:
    ratios = [(record.value, record.of, record.unit) for record in found_in(line) if record.unit != "%"]
    assert ratios == ([(value, of, unit)] if of else [])


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Tặng 312 phần quà trị giá 500.000 đồng/phần.", ["312 phần quà", "500.000 đồng/phần"]),
        ("Trứng gà loại 10 quả 30.000 đồng/vỉ, sữa hộp 400g 95.000 đồng/hộp.", ["30.000 đồng/vỉ", "95.000 đồng/hộp"]),
        ("Giá phòng loại 1 giường, có điều hòa, được ở 2 khách là 400.000 đồng/phòng.", ["400.000 đồng/phòng"]),
        ("Nước bậc 2 (từ trên 10 m3 - 20 m3/hộ) là 7.300 đồng/m3.", ["7.300 đồng/m3"]),
        ("Vàng nhẫn 99,99% bán ra 6.900.000 đồng/chỉ.", ["6.900.000 đồng/chỉ"]),
        # what people get is no name of goods
        ("Hiến 57 đơn vị máu, giúp 05 em mồ côi mức 500.000 đồng/em/tháng.",
         ["57 đơn vị máu", "05 em", "500.000 đồng/em/tháng"]),
    ],
)  # fmt: skip
def test_sizes_in_names_of_goods(line, kept) -> None:
    assert [r.text for r in found_in(line)] == kept


@pytest.mark.parametrize(
    ("line", "qualifier"),
    [
        ("Có 12% hộ nghèo.", Qualifier.EXACT),
        ("Có ít nhất 50% hộ.", Qualifier.AT_LEAST),
        ("Trên 60% hộ tham gia.", Qualifier.AT_LEAST),
        ("Đạt từ 90% trở lên.", Qualifier.AT_LEAST),
        ("Đạt ≥ 95%.", Qualifier.AT_LEAST),
        ("Cao hơn 5% so với năm trước.", Qualifier.EXACT),  # hơn belongs to cao
        ("Gần 40% hộ tham gia.", Qualifier.AT_MOST),
        ("Tối đa không quá 4.500 đồng/xe.", Qualifier.AT_MOST),
        ("Chưa đến 50% hộ tham gia.", Qualifier.AT_MOST),
        ("Khoảng 30% hộ tham gia.", Qualifier.ABOUT),
        ("Sản lượng ước đạt 400 tấn.", Qualifier.ABOUT),
        ("Trung bình mỗi vụ thu về 300 triệu đồng.", Qualifier.ABOUT),
    ],
)
def test_qualifiers(line, qualifier) -> None:
    (record,) = found_in(line)
    assert record.qualifier is qualifier


@pytest.mark.parametrize("zone", [Zone.LETTERHEAD, Zone.TITLE, Zone.SIGNATURE, Zone.RECIPIENTS, Zone.FURNITURE])
def test_zones_that_hold_no_results_are_not_read(zone) -> None:
    assert found_in("Đạt 95% kế hoạch.", zone=zone) == []


def test_footnotes_are_read() -> None:
    assert found_in("Trong đó có 5 hộ mới.", zone=Zone.NOTE)[0].value == 5


def test_a_record_says_where_it_comes_from() -> None:
    (record,) = found_in("Mở đầu.", "Sở đã mở 05 lớp tập huấn. Hết.", section=("Kết quả", "Đào tạo"))
    assert record.section == ("Kết quả", "Đào tạo")
    assert record.sentence == "Sở đã mở 05 lớp tập huấn."
    assert record.source is Origin.TEXT
    assert record.rule.startswith("text-count-")


def test_a_supposed_unit_is_less_sure() -> None:
    known, supposed = found_in("Trồng 12 cây; dựng 12 chòi canh.")
    assert supposed.flags == ("unit_supposed",)
    assert supposed.confidence < known.confidence


def test_misprints_are_read_and_flagged() -> None:
    (record,) = found_in("Tỷ lệ đạt 12.5%.")
    assert (record.value, record.flags) == (12.5, ("decimal_point",))


WORDS = [
    "đạt",
    "12%",
    "5 hộ",
    "(",
    ")",
    ";",
    ":",
    ",",
    "tăng",
    "3,5",
    "so với",
    "2 tỷ",
    "đồng/kg",
    "và",
    "gồm",
    "từ",
    "đến",
]


@given(
    st.lists(st.sampled_from([*WORDS, "1/3", "năm 2021", ".", "“", "”", "-4", "hàng trăm", "trong đó"]), max_size=25)
)
def test_never_raises_and_points_at_its_words(words) -> None:
    found_in(" ".join(words) or "x")
