"""Documents without a number: named by an occasion, a subject and a body; laws, statutes; and what is none."""

import pytest

from reference_cases import cited_in
from trichluc.records import Form


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        # congresses
        (
            "Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII được quán triệt",
            ["Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII"],
        ),
        ("Học Nghị quyết Đại hội XIII của Đảng", ["Nghị quyết Đại hội XIII của Đảng"]),
        (
            "Nghị quyết Đại hội đại biểu Đảng bộ xã Suối Bạc lần thứ XXII, nhiệm kỳ 2020 - 2025",
            ["Nghị quyết Đại hội đại biểu Đảng bộ xã Suối Bạc lần thứ XXII"],
        ),
        (
            "Nghị quyết Đại hội Đảng bộ thị xã lần thứ IX, Đại hội Đảng bộ phường lần thứ IV",
            ["Nghị quyết Đại hội Đảng bộ thị xã lần thứ IX", "Đại hội Đảng bộ phường lần thứ IV"],
        ),
        ("Nghị quyết Đại hội Công đoàn Việt Nam lần thứ XII", ["Nghị quyết Đại hội Công đoàn Việt Nam lần thứ XII"]),
        # plenums
        ("Nghị quyết Trung ương 4 khóa XII", ["Nghị quyết Trung ương 4 khóa XII"]),
        ("Nghị quyết Trung ương 4 (khóa XI, XII)", ["Nghị quyết Trung ương 4 (khóa XI, XII)"]),
        (
            "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XI",
            ["Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XI"],
        ),
        ("Nghị quyết TW5 khóa VIII", ["Nghị quyết TW5 khóa VIII"]),
        ("Kết luận Hội nghị Trung ương 4 khóa XIII", ["Kết luận Hội nghị Trung ương 4 khóa XIII"]),
        (
            "Nghị quyết Hội nghị Tỉnh ủy lần thứ 18 khóa VIII đã đề ra",
            ["Nghị quyết Hội nghị Tỉnh ủy lần thứ 18 khóa VIII"],
        ),
        (
            "Nghị quyết Hội nghị lần thứ 8 Ban Chấp hành Đảng bộ huyện khóa XI về dân vận",
            ["Nghị quyết Hội nghị lần thứ 8 Ban Chấp hành Đảng bộ huyện khóa XI"],
        ),
        ("NQTW4 khóa XI, NQ TW 5 (khóa XII)", ["NQTW4 khóa XI", "NQ TW 5 (khóa XII)"]),
        ("Nghị quyết Đại hội XII, XIII của Đảng", ["Nghị quyết Đại hội XII", "XIII của Đảng"]),
        ("Nghị quyết Đại hội chi bộ trường lần thứ XII", ["Nghị quyết Đại hội chi bộ trường lần thứ XII"]),
        # yearly meetings
        ("Nghị quyết Hội nghị người lao động năm 2024", ["Nghị quyết Hội nghị người lao động năm 2024"]),
        # laws
        ("Luật Giao thông đường bộ", ["Luật Giao thông đường bộ"]),
        ("Luật Đất đai năm 2013 và Luật Nhà ở", ["Luật Đất đai năm 2013", "Luật Nhà ở"]),
        ("Luật Phòng, chống tham nhũng (sửa đổi) năm 2018", ["Luật Phòng, chống tham nhũng (sửa đổi) năm 2018"]),
        ("Luật tổ chức HĐND và UBND năm 2003", ["Luật tổ chức HĐND và UBND năm 2003"]),
        ("Luật xử lý VPHC, Luật Ban hành VBQPPL năm 2015", ["Luật xử lý VPHC", "Luật Ban hành VBQPPL năm 2015"]),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thú y ngày 02/3/2030",
            ["Luật sửa đổi, bổ sung một số điều của Luật Thú y ngày 02/3/2030"],
        ),
        ("Bộ luật Lao động 2019; Bộ luật Hình sự", ["Bộ luật Lao động 2019", "Bộ luật Hình sự"]),
        ("Pháp lệnh về lực lượng dự bị động viên", ["Pháp lệnh về lực lượng dự bị động viên"]),
        ("Hiến pháp năm 2013", ["Hiến pháp năm 2013"]),
        # statutes, the testament
        ("Điều lệ Đảng, Điều lệ Công đoàn Việt Nam", ["Điều lệ Đảng", "Điều lệ Công đoàn Việt Nam"]),
        ("thực hiện Di chúc của Chủ tịch Hồ Chí Minh", ["Di chúc của Chủ tịch Hồ Chí Minh"]),
        (
            "theo Quy định thi hành Điều lệ Đảng của Ban Bí thư",
            ["Quy định thi hành Điều lệ Đảng của Ban Bí thư", "Điều lệ Đảng"],
        ),
        # a subject that the authority file has
        ("Học Quy định về những điều đảng viên không được làm.", ["Quy định về những điều đảng viên không được làm"]),
        # a body and a subject
        ("hưởng ứng Lời kêu gọi thi đua ái quốc của Bác Hồ", ["Lời kêu gọi thi đua ái quốc của Bác Hồ"]),
        ("theo Quyết định của UBND huyện về giao chỉ tiêu", ["Quyết định của UBND huyện"]),
        ("theo Quy chế làm việc của Ban Chấp hành Đảng bộ huyện", ["Quy chế làm việc của Ban Chấp hành Đảng bộ huyện"]),
        ("Nghị quyết của Tỉnh ủy về phát triển du lịch", ["Nghị quyết của Tỉnh ủy"]),
    ],
)
def test_named_mentions(line: str, texts: list[str]) -> None:
    found = cited_in(line)
    assert [one.text for one in found] == texts
    assert all(one.form is Form.NAMED and one.symbol is None for one in found)


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("Nghị quyết Đại hội Đảng bộ tỉnh Bến Gỗ lần thứ XX", "Đảng bộ tỉnh Bến Gỗ"),
        ("Nghị quyết Đại hội XIII của Đảng", "Đảng"),
        ("Nghị quyết Đại hội Đảng toàn quốc lần thứ X", "Đảng"),
        ("Nghị quyết Trung ương 6 khóa XII", "Trung ương"),
        ("Nghị quyết Hội nghị Thành ủy lần thứ 18", "Thành ủy"),
        ("Điều lệ Hội Nông dân Việt Nam", "Hội Nông dân Việt Nam"),
        ("Nghị quyết Hội nghị viên chức đầu năm học 2022-2023", "Hội nghị viên chức"),
    ],
)
def test_whose_document_it_is(line: str, issuer: str) -> None:
    (found,) = cited_in(line)
    assert found.issuer == issuer


@pytest.mark.parametrize(
    "line",
    [
        "Đại hội Đảng bộ huyện đã thành công",  # an occasion, no document
        "các luật, pháp lệnh; Luật sư Minh; ngành Luật; kỷ luật lao động; pháp luật đất đai",
        "Nghị quyết đại hội các cấp; nghị quyết của cấp trên",
        "Điều lệ này, Hiến pháp và pháp luật",
        "kế hoạch của chi bộ; chương trình công tác năm",
        "dự thảo Quy chế làm việc của Huyện ủy",
        "Chương trình “Sóng và máy tính cho em”",
        "Báo cáo tình hình học tập",
    ],
)
def test_none_of_these(line: str) -> None:
    assert cited_in(line) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII", "Nghị quyết Đại hội XIII của Đảng"),
        ("Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII"),
        ("Nghị quyết TW6 khóa X", "Nghị quyết Trung ương 6 (khóa X)"),
        ("Nghị quyết Đại hội XIII, XII của Đảng", "Nghị quyết Đại hội XIII của Đảng"),
        ("NQ Đại hội Đoàn xã Suối Bạc lần thứ V", "Nghị quyết Đại hội Đoàn xã Suối Bạc lần thứ V"),
    ],
)
def test_two_names_of_one_document_have_one_key(one: str, other: str) -> None:
    assert cited_in(one)[0].directive_id == cited_in(other)[0].directive_id


def test_two_documents_have_two_keys() -> None:
    lines = ["Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 5 khóa XII"]
    assert len({cited_in(line)[0].directive_id for line in lines}) == len(lines)
