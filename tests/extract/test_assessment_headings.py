"""What headings open, over the whole vocabulary of offices: one line a heading, by what stands under it."""

import pytest

from trichluc.extract.assessments.headings import HeadingReader
from trichluc.extract.assessments.rules import assessment_rules
from trichluc.packs import load_packs

PACKS = load_packs()
HEADINGS = HeadingReader(assessment_rules(PACKS))

# What each group of headings opens, in the order in which it is named; none for headings of plain sections.
OPENS = {
    "strength": """
        Ưu điểm
        Uu điểm
        ƯU ĐIỂM NỔI BẬT
        Về ưu điểm
        Những ưu điểm chính
        Mặt ưu
        Các mặt ưu điểm
        Mặt mạnh
        Điểm mạnh
        Những điểm mạnh của đơn vị
        Mặt tích cực
        Những mặt tích cực
        Những mặt đã làm được
        Những việc làm được
        Những việc đã làm được
        Mặt làm được
        Mặt đạt được
        Những mặt đạt được
        Mặt được
        Được
        Những điểm sáng
        Điểm nổi bật
        Những điểm nổi bật
        Một số điểm nổi bật trong năm
        Thành tích nổi bật
        Những thành tích đạt được
        Thành tích đạt được
        Những thành tựu
        Thành tựu nổi bật
        Thành tựu đạt được
        Kết quả nổi bật
        Những kết quả nổi bật
        Kết quả tích cực
        Những kết quả tích cực
        Những chuyển biến tích cực
        Những dấu ấn nổi bật
        Dấu ấn nhiệm kỳ
        Những tiến bộ
        Tiến bộ
        Những mặt tiến bộ
        Những cách làm hay, sáng tạo
        Cách làm hay, mô hình hiệu quả
        Mô hình, cách làm hay
        Những mặt mạnh cần phát huy
        Những thành công bước đầu
        Những đóng góp nổi bật
    """,
    "strength results": """
        Ưu điểm, kết quả đạt được
    """,
    "limitation": """
        Tồn tại
        Tồn tại, hạn chế
        Hạn chế, tồn tại
        Hạn chế
        Những hạn chế
        Những hạn chế, khuyết điểm
        Khuyết điểm
        Khuyết điểm, hạn chế
        Nhược điểm
        Những mặt còn hạn chế
        Mặt hạn chế
        Các mặt hạn chế
        Mặt còn tồn tại
        Những mặt còn tồn tại
        Những tồn tại, yếu kém
        Yếu kém
        Những yếu kém, khuyết điểm
        Mặt yếu
        Điểm yếu
        Những điểm yếu
        Mặt chưa được
        Những mặt chưa được
        Những việc chưa làm được
        Những mặt chưa làm được
        Chưa được
        Nội dung chưa hoàn thành
        Các chỉ tiêu chưa đạt
        Những chỉ tiêu không đạt
        Chỉ tiêu không đạt kế hoạch
        Khó khăn
        Khó khăn, vướng mắc
        Những khó khăn, vướng mắc
        Vướng mắc, bất cập
        Những bất cập
        Bất cập, hạn chế
        Hạn chế, vướng mắc
        Hạn chế, bất cập
        Hạn chế, thiếu sót
        Thiếu sót, tồn tại
        Những vấn đề còn tồn tại
        Một số vấn đề tồn tại
        Một số vấn đề đặt ra
        Những vấn đề đặt ra
        Vấn đề cần quan tâm
        Thách thức
        Khó khăn, thách thức
        Những khó khăn, hạn chế
        Những điểm còn hạn chế
        Một số điểm hạn chế
        Những thiếu sót, khuyết điểm
        Những tồn tại cần khắc phục
        Những hạn chế cần khắc phục
        Sai phạm, tồn tại
        Những sai sót
        Những vi phạm, khuyết điểm
        Vi phạm, thiếu sót
        Trở ngại, khó khăn
        Những mặt yếu kém
        Mặt chưa mạnh
        Những rào cản
        Hạn chế còn tồn tại
        Về hạn chế
        Về tồn tại, khuyết điểm
        Còn hạn chế
        Khó khăn và tồn tại
        Khó khăn, tồn tại
    """,
    "limitation cause": """
        Tồn tại, hạn chế và nguyên nhân
        Hạn chế và nguyên nhân
        Hạn chế, nguyên nhân
        Khó khăn, hạn chế và nguyên nhân
        Tồn tại, nguyên nhân
        Những tồn tại, hạn chế, khuyết điểm và nguyên nhân
        Hạn chế, khuyết điểm; nguyên nhân
        Khuyết điểm và nguyên nhân của khuyết điểm
        Tồn tại, vướng mắc và nguyên nhân
    """,
    "cause": """
        Nguyên nhân
        Nguyên nhân chủ quan
        Nguyên nhân khách quan
        Nguyên nhân của hạn chế
        Nguyên nhân của kết quả đạt được
        Nguyên nhân của những tồn tại, hạn chế
        Nguyên nhân đạt được kết quả trên
        Nguyên nhân ưu điểm
        Nguyên nhân hạn chế
        Nguyên nhân tồn tại, hạn chế
        Nguyên nhân thành công
        Nguyên nhân và trách nhiệm
        Về nguyên nhân
        Lý do chưa hoàn thành
        Những nguyên nhân chủ yếu
        Nguyên nhân của những hạn chế, bất cập
        Nguyên nhân khuyết điểm
        Khách quan
        Chủ quan
        Nguyên nhân chính
        Về khách quan
        Về chủ quan
    """,
    "lesson": """
        Bài học kinh nghiệm
        Một số bài học kinh nghiệm
        Bài học rút ra
        Những bài học kinh nghiệm rút ra
        Kinh nghiệm rút ra
        Kinh nghiệm
        Một số kinh nghiệm
        Những kinh nghiệm bước đầu
        Bài học kinh nghiệm rút ra từ phong trào
        Rút ra bài học kinh nghiệm
        Những bài học lớn
        Bài học thực tiễn
        Kinh nghiệm hay
        Kinh nghiệm lãnh đạo
        Bài học thành công
    """,
    "remedy": """
        Hướng khắc phục
        Biện pháp khắc phục
        Giải pháp khắc phục
        Phương hướng khắc phục
        Phương hướng khắc phục hạn chế
        Hướng khắc phục, sửa chữa
        Khắc phục hạn chế, khuyết điểm
        Cách khắc phục
        Hướng giải quyết
        Biện pháp sửa chữa
        Phương hướng, biện pháp khắc phục
        Kế hoạch khắc phục
        Phương án khắc phục
        Biện pháp khắc phục hạn chế, khuyết điểm
        Giải pháp tháo gỡ khó khăn, vướng mắc
        Phương hướng sửa chữa
        Nhiệm vụ, giải pháp khắc phục
        Hướng khắc phục trong thời gian tới
        Lộ trình khắc phục
        Giải pháp khắc phục tồn tại, hạn chế
        Phương hướng, giải pháp khắc phục hạn chế, khuyết điểm
        Biện pháp chấn chỉnh
        Hướng xử lý
    """,
    "limitation remedy": """
        Hạn chế, khuyết điểm và biện pháp khắc phục
        Tồn tại và hướng khắc phục
        Tồn tại, hạn chế và giải pháp khắc phục
    """,
    "direction": """
        Phương hướng
        Phương hướng, nhiệm vụ
        Phương hướng hoạt động năm 2015
        Phương hướng công tác nhiệm kỳ 2015 - 2020
        Nhiệm vụ trọng tâm
        Các nhiệm vụ trọng tâm
        Nhiệm vụ trọng tâm quý III/2018
        Nhiệm vụ chủ yếu
        Nhiệm vụ và giải pháp
        Nhiệm vụ cụ thể
        Nhiệm vụ năm học 2019-2020
        Giải pháp
        Giải pháp thực hiện
        Các giải pháp chủ yếu
        Nhóm giải pháp
        Một số giải pháp
        Những giải pháp chủ yếu
        Giải pháp trọng tâm
        Giải pháp trong thời gian tới
        Biện pháp thực hiện
        Biện pháp tổ chức thực hiện
        Mục tiêu
        Mục tiêu chung
        Mục tiêu cụ thể
        Mục tiêu tổng quát
        Mục tiêu, chỉ tiêu
        Chỉ tiêu cụ thể
        Các chỉ tiêu chủ yếu
        Chỉ tiêu phấn đấu
        Chỉ tiêu năm 2024
        Định hướng
        Định hướng công tác năm 2022
        Định hướng phát triển
        Kế hoạch năm 2023
        Kế hoạch công tác quý IV
        Kế hoạch tháng 7/2021
        Chương trình công tác năm 2019
        Chương trình công tác tháng 8
        Công tác trọng tâm tháng 5
        Công tác tháng tới
        Một số công tác trọng tâm tháng 9 năm 2012
        Trọng tâm công tác 6 tháng cuối năm
        Trọng tâm công tác năm 2020
        Những nội dung trọng tâm trong thời gian tới
        Nội dung công tác trọng tâm
        Kiến nghị
        Kiến nghị, đề xuất
        Đề xuất, kiến nghị
        Đề xuất
        Đề nghị
        Những kiến nghị
        Một số kiến nghị, đề xuất
        Kiến nghị với cấp trên
        Khuyến nghị
        Khuyến nghị chính sách
        Đề xuất giải pháp
        Ý kiến đề xuất
        Ý kiến đề xuất, kiến nghị
        Những đề xuất, kiến nghị
        Kiến nghị và đề xuất
        Dự kiến công tác năm tới
        Dự kiến kế hoạch năm 2011
        Quan điểm chỉ đạo
        Quan điểm, mục tiêu
        Phương châm
        Phương hướng, mục tiêu, nhiệm vụ
        Phương hướng, giải pháp
        Nhiệm vụ thời gian tới
        Nhiệm vụ trong thời gian tới
        Thời gian tới
        Trong thời gian tới
        Công tác trong thời gian tới
        Những nhiệm vụ trong thời gian tới
        Hướng phát triển
        Phương hướng phấn đấu
        Hướng phấn đấu
        Tầm nhìn
        Mục đích, yêu cầu
        Mục đích
        Yêu cầu
        Các đột phá
        Khâu đột phá
        Ba khâu đột phá
        Nhiệm vụ đột phá
        Các khâu đột phá chiến lược
        Việc cần làm ngay
        Những việc cần làm
        Kế hoạch tuần tới
        Kế hoạch tuần sau
        Kế hoạch hoạt động 2008
        Kế hoạch sản xuất kinh doanh năm 2017
        Nhiệm vụ 06 tháng cuối năm 2013
        Phương hướng nhiệm vụ công tác kiểm sát năm 2016
        Một số nhiệm vụ trọng tâm công tác xét xử năm 2018
        Phương hướng công tác hội và phong trào phụ nữ
        Nhiệm vụ quân sự, quốc phòng năm 2014
        Phương hướng chăm sóc sức khỏe nhân dân năm 2010
        Những vấn đề cần tập trung chỉ đạo
        Nội dung cần tập trung thực hiện
        Giải pháp nâng cao chất lượng
        Một số giải pháp nhằm nâng cao chất lượng
        Đề xuất một số giải pháp
        Kiến nghị, giải pháp
        Đăng ký thi đua năm 2022
        Phương hướng thi đua năm 2022
    """,
    "strength limitation": """
        Ưu điểm, khuyết điểm
        Ưu điểm, hạn chế
        Ưu điểm và hạn chế
        Ưu, nhược điểm
        Ưu điểm, tồn tại
        Mặt mạnh, mặt yếu
        Mặt được, chưa được
        Ưu khuyết điểm
        Những ưu, khuyết điểm chính
        Đánh giá ưu, khuyết điểm
        Điểm mạnh, điểm yếu
        Mặt được và mặt hạn chế
    """,
    "advantages limitation": """
        Thuận lợi, khó khăn
        Thuận lợi và khó khăn
        Những thuận lợi, khó khăn
        Một số thuận lợi, khó khăn
    """,
    "advantages": """
        Thuận lợi
        Những thuận lợi
        Thuận lợi cơ bản
    """,
    "results limitation": """
        Kết quả đạt được và hạn chế
        Kết quả, hạn chế
        Kết quả đạt được, tồn tại
        Những kết quả đạt được và tồn tại, hạn chế
    """,
    "results limitation cause": """
        Kết quả đạt được, hạn chế và nguyên nhân
    """,
    "results": """
        Kết quả đạt được
        Những kết quả đạt được
        Kết quả thực hiện
        Kết quả hoạt động
        Kết quả cụ thể
        Một số kết quả đạt được
        Tình hình triển khai thực hiện
        Tình hình thực hiện nhiệm vụ năm 2012
        Kết quả thực hiện các chỉ tiêu
        Kết quả thực hiện các giải pháp
        Kết quả công tác năm 2012
    """,
    "evaluation": """
        Đánh giá chung
        Nhận xét chung
        Nhận xét, đánh giá
        Nhận xét đánh giá chung
        Đánh giá, nhận xét
        Đánh giá tổng quát
        Đánh giá tổng quan
        Tự nhận xét, đánh giá
        Nhận định chung
        Tự đánh giá
        Nhận xét
        Đánh giá khái quát
    """,
    "situation": """
        Đặc điểm tình hình
        Tình hình chung
        Khái quát tình hình
        Đặc điểm, tình hình chung
        Bối cảnh
        Bối cảnh chung
        Khái quát đặc điểm
        Đặc điểm chung
        Đặc điểm của đơn vị
    """,
    "conclusion": """
        Kết luận
        Kết luận chung
    """,
    "": """
        Công tác tuyên truyền
        Công tác tổ chức cán bộ
        Công tác kiểm tra, giám sát
        Thực hiện nhiệm vụ chính trị
        Nhiệm vụ chính trị
        Công tác lãnh đạo, chỉ đạo
        Công tác xây dựng Đảng
        Về giáo dục
        Lĩnh vực kinh tế
        Phong trào thi đua
        Đề nghị khen thưởng
        Đề nghị xét khen thưởng
        Các giải pháp đã thực hiện
        Những giải pháp đã triển khai
        Chức năng, nhiệm vụ
        Nhiệm vụ, quyền hạn
        Sáng kiến kinh nghiệm
        Trao đổi kinh nghiệm
        Công tác khắc phục hậu quả thiên tai
        Giải quyết khiếu nại, tố cáo
        Kết nạp đảng viên
        Đánh giá, xếp loại đảng viên
        Công tác khen thưởng
        Hội nghị, hội thảo
        Thành phần tham dự
        Nơi nhận
        Thu, chi ngân sách
        Về trồng trọt
        Số liệu khảo sát
        Công tác phát triển đoàn viên
        Giám sát việc thực hiện chính sách
        Được mùa vụ đông xuân
        Công tác xét xử các vụ án hình sự
        Kiểm sát việc tuân theo pháp luật
        Hoạt động tín dụng
        Công tác quản lý giá
        Diễn biến giá cả thị trường
    """,
}
CASES = [(title.strip(), opens) for opens, titles in OPENS.items() for title in titles.strip().splitlines()]


@pytest.mark.parametrize(("title", "opens"), CASES)
def test_what_a_heading_opens(title: str, opens: str) -> None:
    heading = HEADINGS.read(title)
    assert " ".join(o.value for o in heading.opens) == opens if heading else opens == ""


@pytest.mark.parametrize(("title", "opens"), CASES)
def test_capitals_and_a_colon_change_nothing(title: str, opens: str) -> None:
    heading = HEADINGS.read(f"{title.upper()}:")
    assert " ".join(o.value for o in heading.opens) == opens if heading else opens == ""
