"""Letterhead, title, signature: who made the document, under which number, where and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.made_docx import MadeDocx, cell, para, row, table
from trichluc.extract.document import describe
from trichluc.layout import lay_out
from trichluc.layout.names import Names, in_case_of
from trichluc.packs import load_packs
from trichluc.parsers import parse
from trichluc.parsers.text import parse_text

BODY = (
    "Thực hiện chương trình công tác năm, đơn vị báo cáo kết quả như sau:\n"
    "I. KẾT QUẢ\nĐơn vị đã tổ chức học tập nghị quyết cho toàn thể cán bộ, đảng viên trong năm qua.\n"
    "II. PHƯƠNG HƯỚNG\nTiếp tục nâng cao chất lượng sinh hoạt, gắn học tập với công việc được giao.\n"
)
FOOT = "\tNơi nhận:\n\tT/M ĐẢNG ỦY\n\n\t- Huyện ủy;\n\tBÍ THƯ\n\n\t- Lưu.\n\tTrần Văn Bảy\n"


def described(head: str, foot: str = ""):
    packs = load_packs()
    return describe(lay_out(parse_text(head + "\n" + BODY + foot), packs), packs)


PARTY = (
    "ĐẢNG BỘ HUYỆN TÂN AN\tĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ HÒA ĐÔNG\n*\tHòa Đông, ngày 15 tháng 6 năm 2021\n"
    "Số: 15-BC/ĐU\n\nBÁO CÁO\nKết quả học tập và làm theo Bác\n6 tháng đầu năm 2021\n-----\n"
)
STATE = (
    "ỦY BAN NHÂN DÂN\nXÃ HÒA ĐÔNG\n\nSố: /BC-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n\nHòa Đông, ngày     tháng 12 năm 2022\n\nBÁO CÁO\n"
    "Tình hình kinh tế - xã hội năm 2022\n"
)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (PARTY, {"kind": "BC", "symbol": "15-BC/ĐU", "issuer": "Đảng ủy xã Hòa Đông", "parent": "Đảng bộ huyện Tân An",
                 "place": "Hòa Đông", "issued_on": "2021-06-15", "period": "2021-H1",
                 "title": "Kết quả học tập và làm theo Bác 6 tháng đầu năm 2021"}),
        (STATE, {"kind": "BC", "symbol": "/BC-UBND", "issuer": "Ủy ban nhân dân xã Hòa Đông", "place": "Hòa Đông",
                 "issued_on": "2022-12", "period": "2022", "title": "Tình hình kinh tế - xã hội năm 2022"}),
        (STATE.replace("BÁO CÁO", "KẾ HOẠCH").replace("BC", "KH"), {"kind": "KH", "symbol": "/KH-UBND"}),
        # the Youth Union sets its own name where the Party has its; the place's rank tells a body of that name
        ("ĐOÀN TNCS HỒ CHÍ MINH QUẬN ĐÔNG HẢI\nBCH ĐOÀN PHƯỜNG AN LẠC\n***\nSố: 8-BC/ĐTN\nĐOÀN TNCS HỒ CHÍ MINH\n"
         "An Lạc, ngày 5 tháng 12 năm 2020\nBÁO CÁO\nKết quả công tác Đoàn năm 2020\n",
         {"issuer": "BCH Đoàn phường An Lạc", "parent": "Đoàn TNCS Hồ Chí Minh quận Đông Hải", "symbol": "8-BC/ĐTN"}),
        ("ỦY BAN MTTQ VIỆT NAM\nTỈNH HÒA AN\nBAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM\nHUYỆN TÂN LẬP\nSố: …/BC-MTTQ-BTT\n"
         "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTân Lập, ngày … tháng 3 năm 2024\nBÁO CÁO\nKết quả giám sát năm 2023\n",
         {"issuer": "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Tân Lập", "parent": "Ủy ban MTTQ Việt Nam tỉnh Hòa An",
          "symbol": "/BC-MTTQ-BTT"}),
        # so many years of carrying something out end with the year of the report, or in spring with the one before
        (PARTY.replace("6 tháng đầu năm 2021", "sau 03 năm thực hiện Kết luận 01"), {"period": "2019/2021"}),
        (PARTY.replace("6 tháng đầu năm 2021", "sau 03 năm thực hiện").replace("tháng 6", "tháng 2"),
         {"period": "2018/2020"}),
        # they begin with the year of the document that was carried out, where that is told or known
        (PARTY.replace("6 tháng đầu năm 2021", "05 năm thực hiện Chỉ thị số 05-CT/TW"), {"period": "2016/2021"}),
        (PARTY.replace("6 tháng đầu năm 2021", "03 năm thực hiện Kế hoạch số 9-KH/HU ngày 2/8/2018"),
         {"period": "2018/2021"}),
        # two columns on one line: the lower body's name and the date
        ("TỈNH ỦY HÒA AN ĐẢNG CỘNG SẢN VIỆT NAM\nBAN DÂN VẬN Hòa An, ngày 5 tháng 6 năm 2021\nSố 12-BC/BDVTU\n"
         "BÁO CÁO\nKết quả công tác dân vận năm 2021\n",
         {"issuer": "Ban Dân vận", "parent": "Tỉnh ủy Hòa An", "place": "Hòa An", "issued_on": "2021-06-05"}),
        # a letter: its subject stands under the number, and V/v is no number of a list
        ("UBND TỈNH HÒA AN\nSỞ NỘI VỤ\nSố: 123/SNV-TĐKT\nV/v báo cáo kết quả phong trào thi đua\n"
         "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHòa An, ngày 3 tháng 4 năm 2023\n"
         "Kính gửi: Ban Thi đua - Khen thưởng\n",
         {"kind": "CV", "issuer": "Sở Nội vụ", "issued_on": "2023-04-03", "place": "Hòa An",
          "title": "báo cáo kết quả phong trào thi đua"}),
        ("UBND HUYỆN TÂN AN\nPHÒNG GD&ĐT\nSố: 45/BC-GDĐT\nTân An, ngày 05/6/2021\nBÁO CÁO\n"
         "V/v sơ kết học kỳ I năm học 2020-2021\n",
         {"kind": "BC", "title": "sơ kết học kỳ I năm học 2020-2021", "issued_on": "2021-06-05"}),
        # kind and title on one line in capitals, with and without a number and date above
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH HÒA AN\nCÔNG ĐOÀN NGÀNH Y TẾ\nBÁO CÁO KẾT QUẢ HOẠT ĐỘNG CÔNG ĐOÀN NĂM 2021\n"
         "VÀ PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2022\n",
         {"kind": "BC", "issuer": "Công đoàn ngành Y tế", "parent": "Liên đoàn Lao động tỉnh Hòa An",
          "title": "KẾT QUẢ HOẠT ĐỘNG CÔNG ĐOÀN NĂM 2021 VÀ PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2022"}),
        ("PHÒNG GD&ĐT TÂN AN\nTRƯỜNG THCS AN HÒA\nTân An, ngày 10 - 01 - 2022\nBÁO CÁO SƠ KẾT HỌC KỲ I\n"
         "Năm học: 2021 - 2022\n",
         {"kind": "BC", "issuer": "Trường THCS An Hòa", "issued_on": "2022-01-10",
          "title": "SƠ KẾT HỌC KỲ I Năm học: 2021 - 2022"}),
        # a title that names no kind of the table
        ("Hòa Đông, ngày 27 tháng 02 năm 2024\nTHƯ NGỎ CỦA GIÁM ĐỐC BỆNH VIỆN HUYỆN TÂN AN\n",
         {"kind": None, "title": "THƯ NGỎ CỦA GIÁM ĐỐC BỆNH VIỆN HUYỆN TÂN AN", "issuer": "Bệnh viện huyện Tân An",
          "issued_on": "2024-02-27"}),
        ("BÁO CÁO CHÍNH TRỊ\ncủa Ban Chấp hành Đảng bộ phường Hòa Đông khóa VI trình Đại hội lần thứ VII\n",
         {"kind": "BC", "issuer": "Ban Chấp hành Đảng bộ phường Hòa Đông"}),
        ("THANH TRA HUYỆN TÂN AN\nSố: 12/KL-TTr\nKẾT LUẬN THANH TRA\nViệc quản lý đất công ích tại xã Hòa Đông\n",
         {"kind": "KL", "title": "Việc quản lý đất công ích tại xã Hòa Đông"}),
        ("BÁO CÁO THAM LUẬN\nKinh nghiệm phát triển đảng viên trẻ\n", {"kind": "BC", "symbol": None}),
        # the meeting at which a paper is read has not made it, and what it is about is not the paper's number
        ("HỘI NGHỊ SƠ KẾT 03 NĂM\nTHỰC HIỆN CHỈ THỊ SỐ 05-CT/TW\nDo Đảng ủy phường Tân Lập tổ chức, ngày 20/5/2024\n\n"
         "THAM LUẬN\nXây dựng chi bộ bốn tốt\n(Chi bộ Trường THCS Hòa Đông)\n",
         {"kind": "BC", "symbol": None, "issuer": "Chi bộ Trường THCS Hòa Đông", "place": None,
          "title": "Xây dựng chi bộ bốn tốt"}),
        # the term of the congress that a paper is read at is to come
        ("THAM LUẬN\nChăm lo người lao động\n(Trình bày tại Đại hội XI Công đoàn huyện, nhiệm kỳ 2023 - 2028)\n",
         {"kind": "BC", "title": "Chăm lo người lao động", "period": None}),
        # two subjects on two lines, of which the first has no year of its own
        ("BÁO CÁO\nKết quả công tác kiểm tra, giám sát và thi hành kỷ luật trong Đảng bộ 6 tháng đầu năm;\n"
         "phương hướng, nhiệm vụ 6 tháng cuối năm 2023\n",
         {"period": "2023-H1", "title": "Kết quả công tác kiểm tra, giám sát và thi hành kỷ luật trong Đảng bộ "
          "6 tháng đầu năm; phương hướng, nhiệm vụ 6 tháng cuối năm 2023"}),
        # words after the kind on its line, and whose review it is below
        (PARTY.partition("BÁO CÁO")[0] + "BÁO CÁO KIỂM ĐIỂM TẬP THỂ\nBan Chấp hành Đảng bộ xã Hòa Đông năm 2020\n",
         {"kind": "BC", "title": "KIỂM ĐIỂM TẬP THỂ Ban Chấp hành Đảng bộ xã Hòa Đông năm 2020", "period": "2020"}),
        # two columns set with blanks, and blanks left to be filled in by hand
        ("UBND HUYỆN TÂN AN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "PHÒNG NÔNG NGHIỆP                     Độc lập - Tự do - Hạnh phúc\nSố:       /BC-NN\n"
         "                                   Tân An, ngày      tháng 12 năm 2005\n\nBÁO CÁO\nKết quả năm 2005\n",
         {"symbol": "/BC-NN", "issuer": "Phòng Nông nghiệp", "place": "Tân An", "issued_on": "2005-12"}),
        ("THAM LUẬN\nXây dựng chi bộ bốn tốt\n\nKính thưa Hội nghị!\n"
         "Thay mặt Chi bộ Văn phòng, tôi xin phát biểu như sau.\n",
         {"kind": "BC", "issuer": "Chi bộ Văn phòng"}),
    ],
)  # fmt: skip
def test_letterheads(head, expected) -> None:
    document = described(head)
    assert {name: getattr(document, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        # the paper or portal stands above the title, its issue beside it or the date line below
        ("BÁO ĐỒNG LÂM ĐIỆN TỬ\nHội Nông dân huyện Tân An làm tốt việc dạy nghề\nThứ Ba, 17/12/2019, 14:05 (GMT+7)\n",
         {"kind": "news", "issuer": "Báo Đồng Lâm điện tử", "issued_on": "2019-12-17",
          "title": "Hội Nông dân huyện Tân An làm tốt việc dạy nghề"}),
        ("TẠP CHÍ XÂY DỰNG NÔNG THÔN - 10/2022\nLuân chuyển cán bộ: nhìn từ cơ sở\nThS Bàn Thị Mây\n",
         {"kind": "news", "issued_on": "2022-10", "signatory": "Bàn Thị Mây",
          "title": "Luân chuyển cán bộ: nhìn từ cơ sở"}),
        # a text that names no time is of the year of its date
        ("Sức sống mới ở Hòa Đông\n14/05/2018\nXã có 1.284 hộ, phần đông sống nhờ nghề biển.\n",
         {"kind": "news", "issued_on": "2018-05-14", "period": "2018"}),
        # the date line stands above the title, with a breadcrumb between them or without
        ("BÁO ĐỒNG LÂM ĐIỆN TỬ\nThứ Ba, 17/12/2019, 14:05 (GMT+7)\nXã hội > Đời sống\nNghề mới ở Hòa Đông\n",
         {"kind": "news", "issuer": "Báo Đồng Lâm điện tử", "issued_on": "2019-12-17", "title": "Nghề mới ở Hòa Đông"}),
        ("BÁO ĐỒNG LÂM ĐIỆN TỬ\nThứ Ba, 17/12/2019, 14:05 (GMT+7)\nNghề mới ở Hòa Đông\n",
         {"kind": "news", "issuer": "Báo Đồng Lâm điện tử", "issued_on": "2019-12-17", "title": "Nghề mới ở Hòa Đông"}),
        # when, by whom and how often read, in whatever order
        ("Nghề mới ở Hòa Đông\n14/05/2018 07:30 | Bàn Thị Mây\n",
         {"kind": "news", "issued_on": "2018-05-14", "signatory": "Bàn Thị Mây"}),
        ("Nghề mới ở Hòa Đông\nTác giả: Thu Mây - Cập nhật 14/05/2018 - Lượt xem: 12\n",
         {"kind": "news", "issued_on": "2018-05-14", "signatory": "Thu Mây"}),
        ("Nghề mới ở Hòa Đông\nĐăng bởi: vanthu – 14/05/2018\n", {"issued_on": "2018-05-14", "signatory": None}),
        # a portal prints reports whole
        ("Báo cáo kết quả dạy nghề năm 2017\nĐăng bởi: vanthu – 14/05/2018\n", {"kind": "BC", "period": "2017"}),
        # under what the portal files it, and the issue of a journal
        ("Báo Đồng Lâm điện tử\nXã hội\n\nNghề mới của bà con ở Hòa Đông\n\n08:05, 14/10/2024\n",
         {"kind": "news", "issued_on": "2024-10-14", "title": "Nghề mới của bà con ở Hòa Đông"}),
        ("TẠP CHÍ XÂY DỰNG NÔNG THÔN\nSố tháng 11/2024\n\nLuân chuyển cán bộ: nhìn từ cơ sở\n\nTrần Thị Mây\n",
         {"issued_on": "2024-11", "title": "Luân chuyển cán bộ: nhìn từ cơ sở", "signatory": "Trần Thị Mây"}),
        ("Cổng thông tin điện tử huyện Tân An\nDạy nghề cho lao động nông thôn\n12/03/2020 08:15\n",
         {"kind": "news", "issuer": "Cổng thông tin điện tử huyện Tân An", "issued_on": "2020-03-12"}),
    ],
)  # fmt: skip
def test_papers_and_portals(head, expected) -> None:
    document = described(head)
    assert {name: getattr(document, name) for name in expected} == expected


def test_the_name_under_the_signature_is_the_signatory() -> None:
    assert described(PARTY, FOOT).signatory == "Trần Văn Bảy"


@pytest.mark.parametrize(
    "line", ["Trần Văn Bảy – Đã ký", "(Đã ký) Trần Văn Bảy", "Đã ký: Trần Văn Bảy", "Trần Văn Bảy (đã ký)"]
)
def test_a_mark_of_signing_beside_the_name_is_no_part_of_it(line) -> None:
    assert (
        described(PARTY, f"Nơi nhận:\n- Như trên;\n- Lưu.\nT/M ĐẢNG ỦY\nBÍ THƯ\n{line}\n").signatory == "Trần Văn Bảy"
    )


def test_a_long_list_of_recipients_beside_a_signature(tmp_path: Path) -> None:
    recipients = [para(f"- Ủy ban nhân dân và các ban, ngành, đoàn thể xã số {n};") for n in range(20)]
    names = [para("TỔNG THANH TRA"), para("Trần Văn Bảy – Đã ký")]
    foot = table(row(cell(para("Nơi nhận:"), *recipients), cell(*names)))
    path = MadeDocx(*STATE.splitlines(), BODY, foot).save(tmp_path / "a.docx")
    packs = load_packs()
    assert describe(lay_out(parse(path), packs), packs).signatory == "Trần Văn Bảy"


WEB = (
    "Thứ Ba, 12 Tháng Bảy, 2022\nĐăng nhập | Sơ đồ trang\nSỞ VĂN HÓA TỈNH HÒA AN\nTrang chủ\tVăn bản\tHỏi đáp\n"
    "Trang chủ / Tin tức / Cải cách\nSở Văn hóa sơ kết công tác cải cách sáu tháng\n12/07/2022   Lượt xem: 348\n"
)


def test_a_web_copy_is_told_from_what_stands_round_it() -> None:
    document = described(WEB, "Trần Mỹ Lệ (Văn phòng Sở)\n\nChia sẻ:\n\nBÀI VIẾT LIÊN QUAN\n")
    assert document.title == "Sở Văn hóa sơ kết công tác cải cách sáu tháng"
    assert (document.issuer, document.issued_on) == ("Sở Văn hóa tỉnh Hòa An", "2022-07-12")
    assert document.signatory == "Trần Mỹ Lệ"


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("HOÀI AN\n", "Hoài An"),  # pen names need no surname
        ("Hoài An\n", "Hoài An"),
        ("Hoài An - Bảo Châu\n", "Hoài An - Bảo Châu"),  # both of them, as printed
        ("Bài, ảnh: HOÀI AN – BẢO CHÂU\n", "Hoài An – Bảo Châu"),
        ("Mọi người đều vui.\n", None),
    ],
)
def test_pen_names_end_an_article(foot, expected) -> None:
    assert described("Xã An Lạc về đích nông thôn mới\n07:42, 19/11/2024\n", foot).signatory == expected


@pytest.mark.parametrize(
    ("foot", "issued_on", "signatory", "issuer"),
    [
        ("Lê Hoài An\nNgày 9/11/2024\n", "2024-11-09", "Lê Hoài An", None),
        ("Lê Hoài An, 9/11/2024\n", "2024-11-09", "Lê Hoài An", None),
        ("Nguồn: Báo Đồng Lâm, ngày 9/11/2024\n", "2024-11-09", None, "Báo Đồng Lâm"),
        ("Lớp học khai giảng ngày 9/11/2024.\n", None, None, None),  # a sentence tells more than a date
    ],
)
def test_the_date_that_an_article_ends_with(foot, issued_on, signatory, issuer) -> None:
    document = described("Xã An Lạc về đích nông thôn mới\n", foot)
    assert (document.issued_on, document.signatory, document.issuer) == (issued_on, signatory, issuer)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Trung tâm kiểm định an hải", "Trung tâm Kiểm định An Hải đã họp.", "Trung tâm Kiểm định An Hải"),
        ("Trường mầm non an hải", "TRƯỜNG MẦM NON AN HẢI, xã An Hải", "Trường mầm non An Hải"),
        ("Sở Công Thương", "ngành công thương", "Sở Công Thương"),  # fewer capitals are no better
        ("Ban an hải", "Ban an hảix", "Ban an hải"),  # whole words only
    ],
)
def test_a_name_is_read_in_the_case_of_its_own_text(name, text, expected) -> None:
    assert in_case_of(name, text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Phòng Nông nghiệp và PTNT huyện Tân An",  # Nông is a surname, too
        "Trường THPT Nguyễn Trãi",
        "Chi bộ thôn Đông Hải",
        "Ban Chỉ đạo 35",
        "Kho bạc Nhà nước Hòa An",
        "Công ty Cổ phần Cấp nước Sông Hồng",
        "Bộ Chỉ huy Quân sự tỉnh Hậu Giang",
        "Bảo hiểm xã hội tỉnh",
        "Công đoàn Viên chức tỉnh",
        "Ban Tuyên giáo Tỉnh ủy",
        "Ngân hàng Chính sách xã hội huyện Tân Lập",
        "Hợp tác xã Nông nghiệp An Hòa",
        "Đảng ủy các cơ quan Đảng tỉnh",
        "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
        "Hội LHPN thành phố Đông Hà",
        "Viện kiểm sát nhân dân huyện Châu Thành",
    ],
)
def test_a_letterhead_in_capitals_is_written_as_a_person_would(name) -> None:
    assert Names.of(load_packs()).write(name.upper()) == name


def test_a_number_in_the_text_is_not_the_documents_own() -> None:
    packs = load_packs()
    text = "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị"
    document = describe(lay_out(parse_text(text), packs), packs)
    assert (document.symbol, document.kind) == (None, None)


@pytest.mark.parametrize(
    ("head", "symbol", "issued_on"),
    [
        # a symbol that is broken at a stroke, and a date beside it without a place
        ("HỘI NÔNG DÂN XÃ HÒA AN\nSố 23/\nBC-HND\nBÁO CÁO\nNăm 2017\n", "23/BC-HND", None),
        ("HỘI NÔNG DÂN XÃ HÒA AN\nSố 23/BC-\nHND\nBÁO CÁO\nNăm 2017\n", "23/BC-HND", None),
        ("HỘI NÔNG DÂN XÃ HÒA AN\nSố: 23\n/BC-HND\nBÁO CÁO\nNăm 2017\n", "23/BC-HND", None),
        ("HỘI NÔNG DÂN XÃ HÒA AN\nSố 23 / BC - HND, ngày 20-12-2017\nBÁO CÁO\nNăm\n", "23/BC-HND", "2017-12-20"),
    ],
)
def test_broken_symbols(head, symbol, issued_on) -> None:
    document = described(head)
    assert (document.symbol, document.issued_on, document.issuer) == (symbol, issued_on, "Hội Nông dân xã Hòa An")


@pytest.mark.parametrize(
    ("foot", "signatory"),
    [
        # office and name on one line, and a signature that is not in capitals
        ("Thay mặt BTV\nChủ tịch: Trần Văn Bảy\n", "Trần Văn Bảy"),
        ("T/M Ban Chấp hành\nChủ tịch\nTrần Văn Bảy\n", "Trần Văn Bảy"),
        ("TM. BAN CHẤP HÀNH\nCHỦ TỊCH TRẦN VĂN BẢY\n", "Trần Văn Bảy"),
        ("TM. BAN CHẤP HÀNH\nBÍ THƯ ĐOÀN XÃ\n", None),
        # neither the mark of signing nor a body that gets a copy is a name
        ("TM. BAN CHẤP HÀNH\nCHỦ TỊCH\n(Đã Ký)\nTrần Văn Bảy\n", "Trần Văn Bảy"),
        ("TM. BAN CHẤP HÀNH\nCHỦ TỊCH\nBáo Hòa An\n", None),
        # beside the recipients, some of which have nothing beside them
        (
            "Nơi nhận:                           TM. ỦY BAN NHÂN DÂN\n- UBND huyện (b/c);                    CHỦ TỊCH\n"
            "- TV Đảng ủy, TT HĐND xã;\n- Lưu VP.                              Trần Văn Bảy\n",
            "Trần Văn Bảy",
        ),
    ],
)
def test_office_and_name(foot, signatory) -> None:
    assert described(STATE, foot).signatory == signatory


def test_a_date_line_over_the_signature() -> None:
    foot = "Hòa An, ngày 5 tháng 3 năm 2019\nTM. BAN CHẤP HÀNH\nCHỦ TỊCH\nTrần Văn Bảy\n"
    document = described("BÁO CÁO\nTổng kết năm 2018\n", foot)
    assert (document.place, document.issued_on, document.signatory) == ("Hòa An", "2019-03-05", "Trần Văn Bảy")
