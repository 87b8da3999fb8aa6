"""Reading numbers with their units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.packs import load_packs
from trichluc.text.measure import FRACTION, VAGUE, Measure
from trichluc.text.measures import find_measures
from trichluc.text.measures_units import Kind, Phrases, fold, load_units
from trichluc.text.numerals import Habit

UNITS = load_units(load_packs())


def measures(text: str, habit: Habit | None = None) -> list[Measure]:
    return list(find_measures(text, fold(text), UNITS, habit))


def one(text: str) -> Measure:
    found = measures(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit"),
    [
        ("đạt 89,5% kế hoạch", "89,5%", 89.5, "%"),
        ("tăng 2,5 điểm %", "2,5 điểm %", 2.5, "điểm %"),
        ("chi 17.800.000 đồng", "17.800.000 đồng", 17_800_000, "VND"),
        ("góp 10.325.000đ theo", "10.325.000đ", 10_325_000, "VND"),
        ("thu 1,2 triệu đồng", "1,2 triệu đồng", 1_200_000, "VND"),
        ("thu 68,4 tỷ đồng", "68,4 tỷ đồng", 68_400_000_000, "VND"),  # not 68 400 000 000,00001
        ("thu 2 tỷ 350 triệu đồng", "2 tỷ 350 triệu đồng", 2_350_000_000, "VND"),
        ("giá 12 nghìn 500 đồng", "12 nghìn 500 đồng", 12_500, "VND"),
        ("vốn 120 nghìn tỷ đồng", "120 nghìn tỷ đồng", 120e12, "VND"),
        ("bán 25,000 đồng", "25,000 đồng", 25_000, "VND"),  # đồng has no thousandths
        ("xuất 439,8 tỷ USD", "439,8 tỷ USD", 439_800_000_000, "USD"),
        ("lúa 55,2 tạ/ha", "55,2 tạ/ha", 55.2, "tạ/ha"),
        ("có 1.200 ha", "1.200 ha", 1200, "ha"),
        ("hiến 6.320m² đất", "6.320m²", 6320, "m²"),  # a unit of measure as printed
        ("thu 15.000 đồng/kg", "15.000 đồng/kg", 15_000, "VND/kg"),
        ("mức 1,2 triệu đồng/người/tháng", "1,2 triệu đồng/người/tháng", 1_200_000, "VND/người/tháng"),
        ("giá 200.000 đồng/thùng 24 lon", "200.000 đồng/thùng 24 lon", 200_000, "VND/thùng 24 lon"),
        ("cước 7.000 đồng/0,55km đầu", "7.000 đồng/0,55km", 7000, "VND/0,55km"),
        ("thu 1.250 trđ", "1.250 trđ", 1_250_000_000, "VND"),
        ("vay 3,5 tr.đ mỗi hộ", "3,5 tr.đ", 3_500_000, "VND"),
        ("mức 1,2 trđ/hộ", "1,2 trđ/hộ", 1_200_000, "VND/hộ"),
        ("bán 45 ngđ", "45 ngđ", 45_000, "VND"),
        ("họp 1 lần/3 tháng", "1 lần/3 tháng", 1, "lần/3 tháng"),
        ("đạt 12 bác sĩ/10.000 dân", "12 bác sĩ/10.000 dân", 12, "bác sĩ/10.000 dân"),
        ("giá 24.900 đồng/USD", "24.900 đồng/USD", 24_900, "VND/USD"),
        ("dự 05 đồng chí", "05 đồng chí", 5, "đồng chí"),  # a comrade is no money
        ("cước 12.000 đồng/1 kg", "12.000 đồng/1 kg", 12_000, "VND/kg"),  # for one is the rate itself
        ("lúa 55 tạ/01 ha", "55 tạ/01 ha", 55, "tạ/ha"),
        ("tặng 02 (hai) bằng khen", "02 (hai) bằng khen", 2, "bằng khen"),  # said again in words
        ("mở 25 (hai mươi lăm) lớp tập huấn", "25 (hai mươi lăm) lớp tập huấn", 25, "lớp tập huấn"),
        ("có 16 cao đẳng, còn lại", "16 cao đẳng", 16, "cao đẳng"),
        ("hỗ trợ 25tr cho", "25tr", 25_000_000, "VND"),
        ("vận động 35,5tr.", "35,5tr", 35_500_000, "VND"),
        ("có 3 đ/c vắng", "3 đ/c", 3, "đ/c"),  # a unit is given as printed
            ("bầu 5 đ/c.", "5 đ/c", 5, "đ/c"),  # the stop ends the sentence
            ("cho vay 2,3 tỷ vốn ưu đãi", "2,3 tỷ", 2.3e9, "VND"),  # money is told without đồng
            ("nộp 4 tỷ sang quỹ", "4 tỷ", 4e9, "VND"),
            ("có 8 tỷ dân", "8 tỷ dân", 8e9, "dân"),
        ("lắp 20 đồng hồ nước", "20 đồng hồ nước", 20, "đồng hồ nước"),
        ("xây 39 căn nhà tình nghĩa", "39 căn nhà tình nghĩa", 39, "căn nhà tình nghĩa"),
        ("góp 1 ngày lương", "1 ngày lương", 1, "ngày lương"),
        ("cử 4 tỉnh uỷ viên và tương đương", "4 tỉnh uỷ viên và tương đương", 4, "tỉnh uỷ viên và tương đương"),
        ("đón 1,5 triệu lượt khách", "1,5 triệu lượt khách", 1_500_000, "lượt khách"),
        ("họp 3.218 buổi làm việc", "3.218 buổi làm việc", 3218, "buổi làm việc"),
        ("trồng 90 gốc bưởi", "90 gốc bưởi", 90, "gốc bưởi"),  # a noun that the packs do not have
    ],
)  # fmt: skip
def test_a_number_with_its_unit(text, printed, value, unit) -> None:
    found = one(text)
    assert (text[found.start : found.end], found.value, found.unit) == (printed, value, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("từ 500.000 đến 900.000 đồng/người", 500_000, 900_000, "VND/người"),
        ("khoảng 10 - 12%", 10, 12, "%"),
        ("từ 0,03%-1,87%", 0.03, 1.87, "%"),
        ("giảm 05-10% so", 5, 10, "%"),
        ("từ 1 đến 1,5 triệu đồng", 1_000_000, 1_500_000, "VND"),  # the first shares the second's triệu
        ("từ 500.000 đến 1 triệu đồng", 500_000, 1_000_000, "VND"),
        ("đạt 10 - 12 trđ/người/năm", 10_000_000, 12_000_000, "VND/người/năm"),
        ("bay 5–7 chuyến bay/tuần", 5, 7, "chuyến bay/tuần"),
        ("từ 10 tấn đến dưới 20 tấn", 10, 20, "tấn"),
    ],
)
def test_ranges(text, low, high, unit) -> None:
    found = one(text)
    assert (found.value, found.minimum, found.maximum, found.unit) == (None, low, high, unit)


@pytest.mark.parametrize("text", ["từ 12% lên 15%", "từ 15 đến 12 hộ", "tăng từ 5 hộ; 7 hộ"])
def test_what_is_no_range(text) -> None:
    assert len(measures(text)) == 2 or all(m.minimum is None for m in measures(text))


@pytest.mark.parametrize(
    ("text", "value", "whole", "unit", "flags"),
    [
        ("có 62/66 giải pháp đạt", 62, 66, "giải pháp", ()),
        ("giải ngân 36,2/52 tỷ đồng", 36.2e9, 52e9, "VND", ()),  # the first shares the second's tỷ
        ("giải ngân 8,6/45,2 tỷ.", 8.6e9, 45.2e9, "VND", ()),
        ("cả 64 thợ, thợ hàn 21/64.", 21, 64, None, ()),  # its whole was counted before
        ("vượt chỉ tiêu (42/35)", 42, 35, None, ()),  # no day and month
        ("có 6/9 hiệu trưởng là nữ", 6, 9, "hiệu trưởng", ()),
        ("đạt 5/5 chỉ tiêu", 5, 5, "chỉ tiêu", ()),  # could be a day, but for its noun
        ("đạt 1/3 số hộ dân", 1, 3, "hộ dân", (FRACTION,)),
    ],
)
def test_ratios(text, value, whole, unit, flags) -> None:
    found = measures(text)[-1]
    assert (found.value, found.of, found.unit, found.flags) == (value, whole, unit, flags)


@pytest.mark.parametrize(
    ("text", "value", "sign"),
    [("giảm (-13đồng/kg)", -13, "-"), ("tăng (+285 đồng/kg)", 285, "+"), ("tăng −2,5%", -2.5, "-"), ("- 5 hộ", 5, "")],
)
def test_signs_are_kept(text, value, sign) -> None:
    found = one(text)
    assert (found.value, found.sign) == (value, sign)


@pytest.mark.parametrize(
    ("text", "unit"), [("hàng chục tỷ đồng", "VND"), ("hàng trăm lượt hộ", "lượt hộ"), ("ủng hộ hàng tỷ", "VND")]
)
def test_amounts_without_a_number(text, unit) -> None:
    found = one(text)
    assert (found.value, found.unit, found.flags) == (None, unit, (VAGUE,))


@pytest.mark.parametrize(
    "text",
    [
        "hàng năm",
        "hàng chục năm",
        "thực hành 5S",
        "xe F0, gạo ST25",
        "ngày 30/4",
        "18.2.1998",
        "mẫu 90x90",
        "ở ngõ 42/35.",
    ],
)
def test_what_is_no_measure(text) -> None:
    assert [m for m in measures(text) if m.kind is not Kind.BARE] == []


def test_time_is_told_apart_from_what_time_counts() -> None:
    assert one("trong 5 năm qua").kind is Kind.TIME
    assert one("góp 12 ngày công").kind is Kind.COUNT


def test_the_tail_of_a_noun_stops_at_verbs_and_prepositions() -> None:
    assert one("có 12 cá nhân điển hình").unit == "cá nhân"
    assert one("mở 3 lớp cho cán bộ").unit == "lớp"
    assert one("đã giải quyết 16 đơn trong tháng").unit == "đơn"


def test_english_print_by_the_habit_of_the_document() -> None:
    assert measures("tăng 1.234%", Habit(english=True))[0].value == 1.234
    assert measures("chi 1,234,567 đồng")[0].value == 1_234_567


def test_folding_keeps_offsets_and_puts_tones_in_one_place() -> None:
    assert fold("Uỷ ban HOÀ bình, quý, hoàn") == "ủy ban hòa bình, quý, hoàn"
    assert len(fold("İ Uỷ")) == len("İ Uỷ")


def test_the_longest_phrase_ends_with_a_word() -> None:
    phrases = Phrases(["căn", "căn nhà"])
    assert phrases.longest("căn nhà tình", 0) == len("căn nhà")
    assert phrases.longest("cănhộ", 0) is None


@given(st.text(alphabet="0123456789.,-/%() đồngtriệukgtừếnăm", max_size=60))
def test_never_raises_and_offsets_are_true(text) -> None:
    for found in find_measures(text, fold(text), UNITS):
        assert 0 <= found.start < found.number_end <= found.end <= len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mở 12 lớp/450 học viên", [(12, "lớp"), (450, "học viên")]),
        ("trồng 45 ha/50 ha kế hoạch", [(45, "ha"), (50, "ha")]),
        ("dư nợ 3 tỷ đồng/42 hộ", [(3e9, "VND"), (42, "hộ")]),
        ("hỗ trợ 1.215 hộ/ 4.630 khẩu", [(1215, "hộ"), (4630, "khẩu")]),
        ("xử 05 vụ/07 bị cáo", [(5, "vụ"), (7, "bị cáo")]),  # neither is a day or a rate
    ],
)
def test_two_counts_about_a_stroke_are_two(text, found) -> None:
    assert [(measure.value, measure.unit) for measure in measures(text)] == found
