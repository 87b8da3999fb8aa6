"""Reports that were pasted without their letterhead: who made them, of what kind they are, what time they tell of."""

import pytest

from trichluc import extract

# prose, with a paragraph as long as articles have
BODY = (
    "\nTập thể đoàn kết, thống nhất, hoàn thành tốt nhiệm vụ được giao.\n"
    "Một số việc triển khai còn chậm so với yêu cầu. Trong thời gian qua công tác tuyên truyền được đẩy mạnh, nhiều mô "
    "hình hay được nhân rộng, các cuộc họp được tổ chức đều, ý kiến của nhân dân được lắng nghe và trả lời.\n"
)
# the opening, then kind | issuer | period
CASES = """
# who reports stands in the first sentence, in small letters or in the words of a title
Về công tác thuỷ lợi năm 2002, phòng Nông nghiệp huyện Yên Sơn xin báo cáo :
BC | Phòng Nông nghiệp huyện Yên Sơn | 2002
Trạm Y tế xã Hòa Lạc Trung báo cáo kết quả hoạt động năm 2012
BC | Trạm Y tế xã Hòa Lạc Trung | 2012
HẠT KIỂM LÂM HUYỆN SÔNG ĐÀ HẠ - BÁO CÁO QUÝ II/2009
BC | Hạt Kiểm lâm huyện Sông Đà Hạ | 2009-Q2
Đảng ủy xã Tân Khê đánh giá 3 năm (2016 - 2018) thực hiện nghị quyết của Đảng bộ huyện
BC | Đảng ủy xã Tân Khê | 2016/2018
# the days in brackets are those on which the figures were taken
TAND huyện Quế Hạ báo cáo công tác năm 2016 (số liệu từ ngày 01/12/2015 đến ngày 30/11/2016)
BC | TAND huyện Quế Hạ | 2016
# a body that an opening sentence tells of, with the year before it or after
Năm 2015, Công an xã Tân Khê đã tham mưu cho cấp uỷ nhiều biện pháp giữ gìn trật tự.
BC | Công an xã Tân Khê | 2015
Hội Nông dân xã Tân Khê hiện có 512 hội viên. Năm 2008 Hội đã vận động làm 3 km đường.
BC | Hội Nông dân xã Tân Khê | 2008
# whose results the title tells
Kết quả sản xuất của Xí nghiệp May Thành Công năm 2006
BC | Xí nghiệp May Thành Công | 2006
# the part of a year with which a text opens, and that up to the end of a month
Trạm Y tế xã Hòa Lạc Trung báo cáo: 11 tháng năm 2012, trạm khám 900 lượt bệnh nhân.
BC | Trạm Y tế xã Hòa Lạc Trung | 2012-01/2012-11
Hội Nông dân xã Tân Khê báo cáo: tính đến hết tháng 7/2008, Hội có 512 hội viên.
BC | Hội Nông dân xã Tân Khê | 2008-01/2008-07
# a month that is given to one cause each year
Đoàn xã Tân Khê báo cáo kết quả Tháng Thanh niên năm 2015
BC | Đoàn xã Tân Khê | 2015-03
# years in brackets after their count, whatever is planned for the next one
Hội Nông dân xã Tân Khê hiện có 512 hội viên. Ba năm qua (2011 - 2013), Hội mở 4 lớp. Sang năm 2014 Hội mở 2 lớp.
BC | Hội Nông dân xã Tân Khê | 2011/2013
# a year of which a clause says what will be done in it
Hội Nông dân xã Tân Khê hiện có 512 hội viên. Năm 2013 Hội đã mở 4 lớp. Năm 2014 Hội sẽ mở 2 lớp cho 60 người.
BC | Hội Nông dân xã Tân Khê | 2013
# one year after the other is told
Hội Nông dân xã Tân Khê đã mở nhiều lớp. Năm 2012 mở 4 lớp; năm 2013 mở 5 lớp.
BC | Hội Nông dân xã Tân Khê | 2012/2013
# a report in haste has the month of its figures
Công an xã Tân Khê báo cáo nhanh thiệt hại do bão (tính đến 17h ngày 20/10/2015)
BC | Công an xã Tân Khê | 2015-10
# the event of a day is news, though a body is what the sentence tells of
Ngày 12/3/2021, Đảng ủy xã Tân Khê đã tổ chức hội nghị học tập.
news | – | –
# an occasion is no body that reports
Hội nghị Trung ương 3 khoá VII đã bàn việc dạy nghề cho thợ trẻ ở các tỉnh.
news | – | –
# nobody reports here
Công tác dân vận trong tình hình mới có ý nghĩa quan trọng đối với cả nước.
news | – | –
"""
LINES = [line for line in CASES.strip().splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("opening", "expected"), list(zip(LINES[::2], LINES[1::2], strict=True)))
def test_without_letterhead(opening, expected) -> None:
    document = extract(opening + BODY).document
    assert " | ".join(value or "–" for value in (document.kind, document.issuer, document.period)) == expected


@pytest.mark.parametrize(
    ("month", "period"),
    [
        ("12 năm 2018", "2016/2018"),
        ("02 năm 2019", "2016/2018"),  # the report of a year is often made early in the next
        ("5 năm 2019", "2016/2019"),  # three years after 15/5/2016
    ],
)
def test_years_of_carrying_out_end_when_they_are_looked_back_on(month: str, period: str) -> None:
    text = (
        f"HUYỆN ỦY TÂN KHÊ\nSố 21-BC/HU\nTân Khê, ngày 10 tháng {month}\nBÁO CÁO\n"
        "Sơ kết 03 năm thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị\n\nHuyện ủy báo cáo như sau.\n"
    )
    assert extract(text).document.period == period


@pytest.mark.parametrize(
    ("title", "opening", "expected"),
    [
        (
            "Chỉ thị về phòng chống úng lụt năm 2011",
            "Mưa đến sớm. Uỷ ban nhân dân huyện chỉ thị Thủ trưởng các phòng làm ngay các việc sau đây:",
            ("CT", "Uỷ ban nhân dân huyện", "2011"),
        ),
        (
            "Thông tư hướng dẫn chi trả tiền công đắp đê",
            "Để việc chi trả kịp thời, Bộ Tài chính hướng dẫn việc chi trả như sau:",
            ("TT", "Bộ Tài chính", None),
        ),
        # the one to whom an order goes gives none
        (
            "Chỉ thị về trực đê mùa lũ năm 2011",
            "Giao các xã trực đê; yêu cầu Phòng Tài chính huyện bố trí kinh phí.",
            ("CT", None, "2011"),
        ),
    ],
)
def test_who_orders_has_made_it(title: str, opening: str, expected: tuple[str, str | None, str | None]) -> None:
    document = extract(f"{title}\n{opening}{BODY}").document
    assert (document.kind, document.issuer, document.period) == expected


def test_the_paper_that_a_news_item_opens_with() -> None:
    item = "Xuân về trên bản mới\n\nThứ ba, 14/01/2020\n\n(Báo Sông Đà Hạ) - Những ngày này bà con vui đón nước sạch.\n"
    document = extract(item).document
    assert (document.kind, document.issuer) == ("news", "Báo Sông Đà Hạ")


def test_the_rank_of_an_officer_is_no_part_of_the_name() -> None:
    head = (
        "BAN CHQS HUYỆN TÂN KHÊ\nSố: 12/BC-BCH\nTân Khê, ngày 2 tháng 9 năm 2008\nBÁO CÁO\nKết quả quý III năm 2008\n"
    )
    document = extract(head + BODY + "CHỈ HUY TRƯỞNG\n(đã ký)\nĐại uý Mai Văn Quế\n").document
    assert document.signatory == "Mai Văn Quế"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        # a line under the title that is a body, or names whose head speaks
        ("THAM LUẬN\nGiữ nghề đan lát\nHội Nông dân xã Tân Khê\nKính thưa hội nghị!\n", "Hội Nông dân xã Tân Khê"),
        (
            "THAM LUẬN\nGiữ nghề đan lát\nĐồng chí Lê Thị Hoa - Bí thư Chi bộ thôn Hạ\nKính thưa hội nghị!\n"
            "Từ năm 2011 chúng tôi mở bốn lớp dạy nghề cho bà con trong thôn.\n",
            "Chi bộ thôn Hạ",
        ),
        # the people in whose name a paper is read, before whoever asked for it; those who hold the meeting made none
        (
            "THAM LUẬN\nGiữ nghề đan lát\nĐược sự phân công của Huyện ủy Sông Đà, tôi xin thay mặt cán bộ, đảng viên "
            "Đảng bộ xã Tân Khê phát biểu.\n",
            "Đảng bộ xã Tân Khê",
        ),
        ("THAM LUẬN\nGiữ nghề\nTôi là Lê Thị Hoa, Chủ tịch Hội Phụ nữ xã Tân Khê.\n", "Hội Phụ nữ xã Tân Khê"),
        ("THAM LUẬN\nGiữ nghề đan lát\nĐược sự phân công của Ban Tổ chức, tôi xin phát biểu.\n", None),
        ("THAM LUẬN CỦA HỘI NÔNG DÂN XÃ TÂN KHÊ\nKính thưa hội nghị!\n", "Hội Nông dân xã Tân Khê"),
        # whose decision it is on the kind line; whose meeting minutes are of
        ("UBND HUYỆN TÂN KHÊ\nSố 2/2009/QĐ-UBND\nQUYẾT ĐỊNH CỦA UBND HUYỆN TÂN KHÊ\nVề giá đất\nĐiều 1. Giá đất.\n",
         "UBND huyện Tân Khê"),
        ("BIÊN BẢN\nHọp Chi bộ thôn Hạ tháng 5 năm 2023\nHôm nay chi bộ họp.\n", "Chi bộ thôn Hạ"),
        # in whose name a report is signed, where the name has its place
        ("BÁO CÁO\nTổng kết năm 2015\nViệc tốt.\nTM. ỦY BAN NHÂN DÂN XÃ TÂN KHÊ\nCHỦ TỊCH\nLê Văn An\n",
         "Ủy ban nhân dân xã Tân Khê"),
        ("BÁO CÁO\nTổng kết năm 2015\nViệc tốt.\nTM. BAN CHẤP HÀNH\nCHỦ TỊCH\nLê Văn An\n", None),
        # a board has its committee in its name where the text says so
        ("HUYỆN ỦY TÂN KHÊ\nBAN DÂN VẬN\nSố 3-BC/BDV\nBÁO CÁO\nQuý I\nBan Dân vận Huyện ủy báo cáo:\n",
         "Ban Dân vận Huyện ủy Tân Khê"),
        ("HUYỆN ỦY TÂN KHÊ\nBAN DÂN VẬN\nSố 3-BC/BDV\nBÁO CÁO\nQuý I\nViệc tốt.\n", "Ban Dân vận"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN DÂN VẬN\nSố 3-BC/BDVTW\nBÁO CÁO\nQuý I\nBan Dân vận Trung ương báo cáo:\n",
         "Ban Dân vận Trung ương"),
    ],
)  # fmt: skip
def test_who_speaks_or_signs(text: str, issuer: str | None) -> None:
    assert extract(text).document.issuer == issuer
