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
        # sessions of a council; what a plenum has issued
        ("Nghị quyết kỳ họp thứ 12 HĐND huyện khóa XX", ["Nghị quyết kỳ họp thứ 12 HĐND huyện khóa XX"]),
        (
            "Hội nghị Trung ương 2 khóa VI đã ra Nghị quyết về nghề rừng",
            ["Nghị quyết về nghề rừng"],
        ),
        (
            "Hội nghị Trung ương 3 khóa VII ban hành Nghị quyết chuyên đề “về đổi mới công tác dạy nghề”.",
            ["Nghị quyết chuyên đề “về đổi mới công tác dạy nghề”"],
        ),
        # obeyed, with nothing but the subject
        (
            "đánh giá theo Nghị quyết về việc lấy ý kiến cử tri ở thôn bản",
            ["Nghị quyết về việc lấy ý kiến cử tri ở thôn bản"],
        ),
        (
            "Chấp hành nghiêm Quy định về chế độ trực đê mùa lũ.",
            ["Quy định về chế độ trực đê mùa lũ"],
        ),
        # strategies with their period, the platform, conventions
        (
            "Căn cứ Chiến lược phát triển nghề cá 10 năm 2031 - 2040;",
            ["Chiến lược phát triển nghề cá 10 năm 2031 - 2040"],
        ),
        (
            "Chiến lược quốc gia về trồng rừng đến năm 2030, tầm nhìn đến năm 2050 được nêu rõ.",
            ["Chiến lược quốc gia về trồng rừng đến năm 2030, tầm nhìn đến năm 2050"],
        ),
        ("Thực hiện Cương lĩnh chính trị, Điều lệ Đảng.", ["Cương lĩnh chính trị", "Điều lệ Đảng"]),
        (
            "Công ước của Liên hợp quốc về Luật Biển năm 1982",
            ["Công ước của Liên hợp quốc về Luật Biển năm 1982"],
        ),
        (
            "Hội nghị Trung ương 8 khóa V đã ra Nghị quyết về Chiến lược trồng rừng đến năm 2040, xác định ba việc",
            ["Nghị quyết về Chiến lược trồng rừng đến năm 2040"],
        ),
        # named by number or tenure and body; political reports; shareholders; plans of action
        ("Nghị quyết lần thứ IX của Đảng bộ huyện", ["Nghị quyết lần thứ IX của Đảng bộ huyện"]),
        ("Nghị quyết Đảng bộ xã nhiệm kỳ 2035-2040", ["Nghị quyết Đảng bộ xã nhiệm kỳ 2035-2040"]),
        ("Báo cáo chính trị tại Đại hội XIII của Đảng", ["Báo cáo chính trị tại Đại hội XIII của Đảng"]),
        ("văn kiện Đại hội XIII của Đảng được học kỹ", ["văn kiện Đại hội XIII của Đảng"]),
        (
            "Nghị quyết Đại hội đồng cổ đông thường niên năm 2033",
            ["Nghị quyết Đại hội đồng cổ đông thường niên năm 2033"],
        ),
        (
            "Nghị quyết Hội nghị Trung ương 5, Ban Chấp hành Trung ương Đảng khóa XII",
            ["Nghị quyết Hội nghị Trung ương 5, Ban Chấp hành Trung ương Đảng khóa XII"],
        ),
        ("Kế hoạch hành động của Chính phủ về trồng rừng", ["Kế hoạch hành động của Chính phủ về trồng rừng"]),
        ("Thông tri của Ban Thường vụ Tỉnh ủy về bầu cử", ["Thông tri của Ban Thường vụ Tỉnh ủy về bầu cử"]),
        ("Thông tư của Bộ Tài chính quy định mức chi họp", ["Thông tư của Bộ Tài chính"]),
        ("Nghị quyết của Bộ Chính trị “Về hội nhập”", ["Nghị quyết của Bộ Chính trị"]),
        (
            "Quy chế phối hợp công tác giữa Công an huyện và Huyện đoàn",
            ["Quy chế phối hợp công tác giữa Công an huyện và Huyện đoàn"],
        ),
        ("theo luật Đất đai năm 2013", ["luật Đất đai năm 2013"]),
        # rules of several bodies, with their term
        (
            "Theo Quy chế làm việc của Huyện ủy, Ban Thường vụ và Thường trực Huyện ủy khóa IX, lịch trực đã lập.",
            ["Quy chế làm việc của Huyện ủy, Ban Thường vụ và Thường trực Huyện ủy khóa IX"],
        ),
        (
            "Quy chế làm việc của Ban Chấp hành Đảng bộ xã Suối Bạc khóa VII",
            ["Quy chế làm việc của Ban Chấp hành Đảng bộ xã Suối Bạc khóa VII"],
        ),
        (
            "Nghị định của Chính phủ về chính sách nghỉ trước tuổi",
            ["Nghị định của Chính phủ về chính sách nghỉ trước tuổi"],
        ),
        # laws
        ("Luật Giao thông đường bộ", ["Luật Giao thông đường bộ"]),
        ("Luật Đất đai năm 2013 và Luật Nhà ở", ["Luật Đất đai năm 2013", "Luật Nhà ở"]),
        ("Luật Phòng, chống tham nhũng (sửa đổi) năm 2018", ["Luật Phòng, chống tham nhũng (sửa đổi) năm 2018"]),
        ("Luật tổ chức HĐND và UBND năm 2003", ["Luật tổ chức HĐND và UBND năm 2003"]),
        # a law whose title names the bodies that it binds, who have not made it
        (
            "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân năm 2004",
            ["Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân năm 2004"],
        ),
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
        ("theo Quyết định của UBND huyện về giao chỉ tiêu", ["Quyết định của UBND huyện về giao chỉ tiêu"]),
        ("theo Quy chế làm việc của Ban Chấp hành Đảng bộ huyện", ["Quy chế làm việc của Ban Chấp hành Đảng bộ huyện"]),
        ("Nghị quyết của Tỉnh ủy về phát triển du lịch", ["Nghị quyết của Tỉnh ủy về phát triển du lịch"]),
        ("Nghị quyết chuyên đề của Tỉnh ủy về du lịch", ["Nghị quyết chuyên đề của Tỉnh ủy về du lịch"]),
        (
            "Đề án của Chính phủ về giảm biên chế và Chỉ thị của Bộ Nội vụ về chấm công",
            ["Đề án của Chính phủ về giảm biên chế", "Chỉ thị của Bộ Nội vụ về chấm công"],
        ),
        ("theo Chỉ thị của Bộ Nội vụ về “chấm công”", ["Chỉ thị của Bộ Nội vụ"]),  # a quoted title is no text
        ("Luật Việc làm, Luật Bảo vệ và phát triển rừng", ["Luật Việc làm", "Luật Bảo vệ và phát triển rừng"]),
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
        ("Hội nghị Trung ương 2 khóa VI đã ra Nghị quyết về dạy nghề", "Hội nghị Trung ương 2 khóa VI"),
        ("Nghị quyết kỳ họp thứ tư HĐND xã Suối Bạc", "HĐND xã Suối Bạc"),
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
        # only to be made
        "Cần sớm xây dựng, ban hành Luật Trồng rừng, Luật Nhà giáo và Luật Dân số",
        "Đề nghị Quốc hội sớm thông qua Luật Nghề cá",
        "Góp ý dự thảo Luật Đất đai (sửa đổi)",
        "các luật Đất đai, Nhà ở; luật an toàn khi đi đường",
        "các ý kiến đóng góp vào văn kiện Đại hội Đoàn tỉnh lần thứ XIII",
        "Góp ý dự thảo Văn kiện Đại hội Đảng bộ tỉnh lần thứ XVIII",
        "Chiến lược phát triển của công ty, chiến lược đến năm 2030",
        "các Nghị định của Chính phủ về biên chế",
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
