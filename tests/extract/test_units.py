"""The key of a unit: equal for two spellings of one body, different for two bodies."""

import pytest

from trichluc.extract.described import Described
from trichluc.extract.provinces import provinces
from trichluc.extract.units import UnitRule, unit_id
from trichluc.packs import check_examples, load_packs

PACKS = load_packs()


def key(issuer, parent=None, place=None):
    return unit_id(Described(issuer=issuer, parent=parent, place=place), PACKS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND xã Suối Bạc", "Uỷ ban nhân dân xã Suối Bạc"),  # abbreviation, tone mark in the older place
        ("ỦY BAN NHÂN DÂN XÃ SUỐI BẠC", "Ủy ban nhân dân  xã Suối Bạc"),  # capitals, blanks
        ("Hội LHPN Việt Nam huyện Bến Gỗ", "Hội Liên hiệp Phụ nữ huyện Bến Gỗ"),
        ("Hội Phụ nữ huyện Bến Gỗ", "Hội LHPN huyện Bến Gỗ"),
        ("UBMTTQ VN phường Hoà Khê", "Ủy ban MTTQ phường Hòa Khê"),
        ("Phòng GD&ĐT huyện Bến Gỗ", "Phòng Giáo dục và Đào tạo huyện Bến Gỗ"),
        ("UBND TP. Bờ Suối", "Ủy ban nhân dân thành phố Bờ Suối"),
        ("Trường THPT Bờ Suối", "TRƯỜNG TRUNG HỌC PHỔ THÔNG BỜ SUỐI"),
        ("BCH Đảng bộ huyện Bến Gỗ", "Ban Chấp hành Đảng bộ huyện Bến Gỗ."),
        ("Sở LĐ-TB&XH tỉnh Núi Xanh", "Sở Lao động – Thương binh và Xã hội tỉnh Núi Xanh"),
        ("Đoàn TNCS Hồ Chí Minh xã Suối Bạc", "Đoàn Thanh niên xã Suối Bạc"),
        ("Công ty “Sông Xanh”", 'Công ty "Sông Xanh"'),
    ],
)
def test_two_spellings_of_one_body_are_one_unit(one, other) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND xã Tân Hòa", "UBND xã Tân Hóa"),  # the tone tells them apart
        ("UBND tỉnh Bờ Suối", "UBND thành phố Bờ Suối"),
        ("HĐND xã Suối Bạc", "UBND xã Suối Bạc"),
        ("Chi bộ 3", "Chi bộ 13"),
        ("Hội Nông dân xã Suối Bạc", "Hội Cựu chiến binh xã Suối Bạc"),
    ],
)
def test_two_bodies_are_two_units(one, other) -> None:
    assert key(one) != key(other)


def test_a_body_that_many_places_have_is_told_by_its_place() -> None:
    assert key("Sở Y tế", place="Núi Xanh") != key("Sở Y tế", place="Bờ Suối")
    assert key("Sở Y tế tỉnh Núi Xanh", place="Bến Gỗ") == key("Sở Y tế tỉnh Núi Xanh")  # says itself where it is
    assert key("Sở Y tế Núi Xanh", place="Núi Xanh") == key("Sở Y tế Núi Xanh")


def test_a_body_that_is_nothing_by_itself_is_told_by_the_one_above() -> None:
    assert key("Chi bộ 3", "Đảng uỷ Sở Y tế") == key("CHI BỘ 3", "ĐẢNG ỦY SỞ Y TẾ") == "chi bộ 3, đảng ủy sở y tế"
    assert key("Chi bộ 3", "Đảng ủy Sở Y tế") != key("Chi bộ 3", "Đảng ủy Sở Nội vụ")


def test_no_issuer_is_no_unit() -> None:
    assert key(None, "Đảng ủy Sở Y tế") is None
    assert key(" . ") is None


def test_every_rule_satisfies_its_examples() -> None:
    assert check_examples(PACKS.rules("unit_names.toml", UnitRule)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the province said in the name, by the place of the date line, or by the body above
        (("UBND tỉnh", None, "Bình Dương"), ("Ủy ban nhân dân tỉnh Bình Dương", None, "Thủ Dầu Một")),
        (("UBND T.Bình Dương", None, None), ("Ủy ban nhân dân tỉnh Bình Dương", None, None)),
        (("Sở Y tế", "UBND tỉnh Bình Dương", "Thủ Dầu Một"), ("Sở Y tế tỉnh Bình Dương", None, None)),
        (("Sở Y tế Bình Dương", None, None), ("Sở Y tế tỉnh Bình Dương", None, None)),
        (("Tỉnh ủy", None, "Lào Cai"), ("Tỉnh uỷ Lào Cai", None, "Lào Cai")),
        (("Thành ủy", None, "Hà Nội"), ("Thành uỷ Hà Nội", None, None)),
        # spellings of provinces
        (("UBND tỉnh Thừa Thiên - Huế", None, "Huế"), ("UBND tỉnh Thừa Thiên Huế", None, None)),
        (("Sở Nội vụ tỉnh Bà Rịa – Vũng Tàu", None, None), ("Sở Nội vụ Bà Rịa Vũng Tàu", None, None)),
        (("UBND tỉnh Đắc Lắc", None, None), ("UBND tỉnh Đắk Lắk", None, None)),
        (("UBND TP.HCM", None, None), ("Ủy ban nhân dân Thành phố Hồ Chí Minh", None, "TP. Hồ Chí Minh")),
    ],
)
def test_a_province_in_any_spelling_is_one(one, other) -> None:
    assert key(*one) == key(*other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND thành phố Hải Dương", "UBND tỉnh Hải Dương"),  # the town and its province
        ("UBND xã Bình Thuận", "UBND tỉnh Bình Thuận"),
        ("UBND tỉnh Bình Dương", "UBND Thành phố Hồ Chí Minh"),  # merged later, and a body of its own before
        ("Bảo tàng Hồ Chí Minh", "Bảo tàng Thành phố Hồ Chí Minh"),
    ],
)
def test_what_only_has_the_name_of_a_province_is_another(one, other) -> None:
    assert key(one) != key(other)


def test_the_provinces_are_those_of_the_resolution() -> None:
    rows = provinces(PACKS).rows
    today = [row for row in rows if row.merged_into is None]
    assert len(today) == 34
    assert sum(row.rank == "thành phố" for row in today) == 6
    assert sum(row.until == "2025-06-30" for row in rows) == 63 - 34
    assert {row.merged_into for row in rows if row.merged_into} <= {row.name for row in today}
