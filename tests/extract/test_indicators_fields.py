"""What an indicator is called, what it is in its report, and which time it is for."""

import pytest

import trichluc
from indicator_cases import found_in
from trichluc.extract.indicators.periods import column_period, heading_period, stated_period
from trichluc.extract.indicators.times import year_before


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Tỷ lệ hộ nghèo của xã giảm còn 3,2%.", ["Tỷ lệ hộ nghèo của xã"]),
        ("Có 100% đảng viên tham gia học tập nghị quyết.", ["đảng viên tham gia học tập nghị quyết"]),
        ("Năm qua, chi bộ đã kết nạp 5 đảng viên mới.", ["kết nạp đảng viên mới"]),
        ("Khách quốc tế ước đạt 400 lượt.", ["Khách quốc tế"]),
        ("Tiết kiệm giảm 10% chi phí điện, nước.", ["Tiết kiệm giảm chi phí điện, nước"]),
        ("Khen thưởng 03 tập thể và 12 cá nhân tiêu biểu.",
         ["Khen thưởng tập thể tiêu biểu", "cá nhân tiêu biểu"]),
        ("Đón 650 lượt khách, gấp 2,7 lần so với cùng kỳ.", ["Đón lượt khách", "Đón lượt khách gấp"]),
        ("Thu ngân sách đạt 12 tỷ đồng, bằng 105% dự toán, tăng 5% so với cùng kỳ.",
         ["Thu ngân sách", "Thu ngân sách", "Thu ngân sách tăng"]),
        ("Bỏ học 05 em, giảm 03 em so với năm học trước.", ["Bỏ học em", "Bỏ học em giảm"]),
        # what stands behind a bracket and a mark names the next number, not the one in it
        ("Trồng trọt tăng nhẹ (+0,9%); chăn nuôi (-1,2%).", ["Trồng trọt tăng nhẹ", "chăn nuôi"]),
        # another verb after "và" goes on with the subject, not with whose plan it was
        ("Thu ngân sách 5 tỷ đồng, đạt 68% dự toán huyện giao và bằng 94% so với cùng kỳ.", ["Thu ngân sách"] * 3),
        ("Tỷ lệ hộ nghèo giảm từ 5,2% đầu năm xuống còn 4,1% cuối năm.", ["Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo"]),
        # by how much rose or fell what has the same unit
        ("Xảy ra 9 vụ tai nạn, làm chết 5 người; giảm 2 vụ, giảm 1 người chết.",
         ["Xảy ra vụ tai nạn", "làm chết người", "Xảy ra vụ tai nạn giảm", "giảm người chết"]),
        # what a plan asks for is asked of what was told, also in a bracket; "con số này ở" goes on with what was told
        ("GRDP tăng 7,8%/năm, vượt mục tiêu Nghị quyết (7,5%).", ["GRDP tăng", "GRDP"]),
        ("Có 45% thua lỗ; con số này ở khối tư nhân là 51%.", ["thua lỗ", "thua lỗ ở khối tư nhân"]),
        ("Tính riêng tháng 8, doanh thu đạt 12 tỷ đồng.", ["doanh thu"]),
        ("Thời gian thông quan giảm từ 58 giờ (năm 2015) xuống còn 35 giờ.",
         ["Thời gian thông quan", "Thời gian thông quan"]),
        # in turn
        ("Đón 650 lượt khách, thu 8 tỷ đồng, lần lượt tăng 35% và 41%.",
         ["Đón lượt khách", "thu", "Đón lượt khách tăng", "thu tăng"]),
        ("Tỷ lệ hộ nghèo và hộ cận nghèo lần lượt là 3,1% và 4,2%.", ["Tỷ lệ hộ nghèo", "hộ cận nghèo"]),
        ("Sản lượng lúa, ngô, lạc lần lượt đạt 12 tấn, 5 tấn và 3 tấn.", ["Sản lượng lúa", "ngô", "lạc"]),
        ("Tỷ lệ hộ nghèo lần lượt là 5%, 4% và 3%.", ["Tỷ lệ hộ nghèo"] * 3),  # of one thing at three times
        ("Cua gạch sống, loại to, Cà Mau, giá 450.000 đồng/kg.", ["Cua gạch sống, loại to, Cà Mau, giá"]),
        ("Một số ý kiến (8,1%) cho rằng luật còn khó.", ["Một số ý kiến cho rằng luật còn khó"]),
        ("Mức thu khu vực thành thị là 300.000 đồng; khu vực nông thôn là 100.000 đồng.",
         ["Mức thu khu vực thành thị", "Mức thu khu vực nông thôn"]),
        # what stands before a percentage names it, where it is a ratio or what follows is the whole
        ("Tỷ lệ bao phủ 94% dân số.", ["Tỷ lệ bao phủ"]),
        ("Tỷ lệ chuyên cần 99%.", ["Tỷ lệ chuyên cần"]),
        ("Có 12 hộ tham gia, chiếm 86% hộ trong thôn.",
         ["hộ tham gia", "hộ tham gia chiếm hộ trong thôn"]),  # a share is of what was counted
        ("Lãi suất 6,5%/năm.", ["Lãi suất"]),
        ("Thu 5 tỷ, chi 4 tỷ.", ["Thu", "chi"]),  # no list of what was taken in
        ("Học sinh giỏi cấp huyện 45 em.", ["Học sinh giỏi cấp huyện em"]),  # cấp is no verb here
        ("Tỷ lệ học sinh khá, giỏi 68% (chỉ tiêu 65%), yếu 1%.",
         ["Tỷ lệ học sinh khá, giỏi", "Tỷ lệ học sinh khá, giỏi chỉ tiêu", "yếu"]),
        ("Nợ quá hạn 0,1% tổng dư nợ.", ["Nợ quá hạn"]),
        # what a plan or norm asks for is asked of what was told
        ("Thay 21 tà vẹt gỗ, đạt 102% KH.", ["Thay tà vẹt gỗ", "Thay tà vẹt gỗ"]),
        ("Tỷ lệ nợ còn 6%, theo quy định không quá 8%.", ["Tỷ lệ nợ", "Tỷ lệ nợ"]),
        ("Có 96 hộ tham gia bảo hiểm, bằng 98% KH (98 hộ).", ["hộ tham gia bảo hiểm"] * 3),
        ("Biên chế được giao 41 người, hiện có 36 người.", ["Biên chế được giao người"] * 2),
        # a bare count is not what goes on
        ("Chi khám bệnh 3 triệu đồng cho 60 lượt, bình quân 50.000 đồng/lượt.",
         ["Chi khám bệnh", "lượt", "Chi khám bệnh"]),
        ("Sản xuất lúa 400 ha, sản lượng 955 tấn, đạt 101% KH.",
         ["Sản xuất lúa", "sản lượng Sản xuất lúa", "sản lượng Sản xuất lúa"]),
        ("Giá trị xây lắp 7 tỷ đồng, luỹ kế từ đầu năm 41 tỷ đồng.", ["Giá trị xây lắp", "Giá trị xây lắp luỹ kế"]),
        ("Năm 2025 có 60%, năm 2027 có 100% chi đoàn sinh hoạt tốt.", ["chi đoàn sinh hoạt tốt"] * 2),
        # another subject begins after "nhưng"
        ("Tiền công tăng 10% nhưng giá sinh hoạt tăng 11%.", ["Tiền công tăng", "giá sinh hoạt tăng"]),
        ("Mức giải ngân đạt 4 tỷ đồng. Năm 2022, con số đó là 5 tỷ đồng.", ["Mức giải ngân"] * 2),
        ("Quý IV phấn đấu thu 88 tỷ đồng.", ["thu"]),
        # who has what is counted is not what is counted; nor is the verb that carries a sum to a new height
        ("Trung tâm có 5 phòng, toàn xã có 3 trạm.", ["phòng", "trạm"]),
        ("Có 45 trường đạt chuẩn, năm nay thêm 4 trường, nâng tổng số lên 49 trường.",
         ["trường đạt chuẩn", "trường đạt chuẩn", "trường"]),
        ("Đảng bộ thành phố Đồi Vạn có 31 chi bộ.", ["chi bộ"]),
        ("Có 72 trạm bơm ở đồng, bãi (58 ở đồng, 14 ở bãi).",
         ["trạm bơm ở đồng", "trạm bơm ở đồng", "trạm bơm ở bãi"]),  # each item by its place
        ("Có 72 trạm bơm (14 ở bãi) với hơn 96 thợ.", ["trạm bơm", "trạm bơm ở bãi", "thợ"]),  # not "ở bãi thợ"
        # a count alone in its bracket is of what stands before; a subject and its verb go together
        ("Máy dự phòng không đủ so với lò phải dừng (07 lần).", ["lò phải dừng"]),
        ("Thợ phụ ở lò 90% làm thêm, ít được học.", ["Thợ phụ ở lò làm thêm"]),
        ("Toàn huyện còn 3/18 xã chưa về đích.", ["xã chưa về đích"]),
        # a verb alone is completed by what follows the money
        ("Đã chi 3 tỷ đồng hỗ trợ hộ nghèo làm nhà.", ["chi hỗ trợ hộ nghèo làm nhà"]),
        ("Làm mới 3 km đường thôn, chăm sóc 35 km đê.", ["Làm mới đường thôn", "chăm sóc đê"]),
        ("Đến 30/11 đã giải ngân 2 tỷ đồng.", ["giải ngân"]),  # a date first
        ("Hoàn thành tốt 9 người; không hoàn thành 2 người.", ["Hoàn thành tốt người", "không hoàn thành người"]),
        ("Xảy ra 5 vụ, làm chết 2 người; so với năm trước giảm 2 vụ.",
         ["Xảy ra vụ", "làm chết người", "Xảy ra vụ giảm"]),
        ("Dưới 30 tuổi 15 người (9%), từ 31 - 45 tuổi 98 người (61%).",
         ["Dưới 30 tuổi người", "Dưới 30 tuổi người", "từ 31 - 45 tuổi người", "từ 31 - 45 tuổi người"]),
        ("Có 12/12 (100%) chi bộ học tập.", ["chi bộ học tập", "chi bộ học tập"]),
        ("Đã giám sát 900 đảng viên, gồm: cấp tỉnh 20; cấp huyện 880.",
         ["giám sát đảng viên", "giám sát đảng viên: cấp tỉnh", "giám sát đảng viên: cấp huyện"]),
    ],
)  # fmt: skip
def test_names(line, names) -> None:
    assert [record.name for record in found_in(line)] == names


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (["Toàn tỉnh có 953 hợp tác xã. Trong đó, Phù Nham: 240, Mai Thượng: 373, Sông Hạ: 340."],
         [(240, "Phù Nham"), (373, "Mai Thượng"), (340, "Sông Hạ")]),
        (["Đã tiếp nhận 66 hồ sơ. Cụ thể: cấp huyện 26, cấp xã 40."], [(26, "cấp huyện"), (40, "cấp xã")]),
        (["Toàn tỉnh có 953 hợp tác xã. Kết quả đó là nhờ Luật mới: 340."], []),  # no list
        (["Thu 12 tỷ đồng. Trong đó, xã Yên: 240."], []),  # money is not broken up without its unit
    ],
)  # fmt: skip
def test_a_sentence_that_breaks_up_the_count_before_it(lines, items) -> None:
    found = found_in(*lines)[1:]
    assert [(record.value, record.name.rpartition(": ")[2]) for record in found] == items
    assert all(record.unit == found_in(*lines)[0].unit for record in found)


def test_a_number_without_a_subject_is_named_by_the_heading() -> None:
    (record,) = found_in("Tăng 5%.", section=("Kết quả", "Thu ngân sách"))
    assert record.name == "Thu ngân sách" or record.name.endswith("Tăng")


def test_a_number_on_its_own_line_is_named_by_the_line_below() -> None:
    (record,) = found_in("85%", "Đoàn viên rèn luyện thể thao")
    assert record.name == "Đoàn viên rèn luyện thể thao"


def test_cards_of_a_web_page() -> None:
    lines = ("12.500", "Vượt 106.8%", "Lượt người tham gia", "Vượt 5%", "Kết quả khác", "Trang trước")
    found = found_in(*lines, media_type="text/html")
    assert [(r.value, r.unit, r.name, r.role.value) for r in found] == [
        (12_500, "lượt người", "Lượt người tham gia", "actual"),  # 106.8 is a decimal point, 12.500 is none
        (106.8, "%", "Lượt người tham gia Vượt", "rate"),
        (5, "%", "Kết quả khác Vượt", "change"),
    ]
    assert found_in("12.500", "Lượt người tham gia") == []  # in a document it could be the number of a page


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Tỷ lệ đạt 95%.", ["actual"]),
        ("Thu đạt 105% kế hoạch năm.", ["rate"]),
        ("Chỉ tiêu về kết nạp đảng viên đạt 120%.", ["rate"]),
        ("Thu bằng 109,5% so với cùng kỳ.", ["change"]),  # no target is spoken of
        ("Số hộ nghèo giảm 12 hộ.", ["change"]),
        ("Chỉ số giá tăng 0,48% so với tháng trước.", ["change"]),
        ("Giá giảm (-13đồng/kg), còn 15.000 đồng/kg.", ["change", "actual"]),
        ("Giảm tỷ lệ hộ nghèo xuống còn 3%.", ["actual"]),
        ("Tăng cường kiểm tra 12 cơ sở.", ["actual"]),  # tăng cường is no rise
        ("Cắt giảm thời gian giải quyết của 11 thủ tục.", ["actual"]),
        ("Tỷ lệ hộ nghèo giảm từ 7,4% xuống còn 0,8%.", ["baseline", "actual"]),
        ("Năng suất đạt 48 tạ/ha (năm 2022 là 45 tạ/ha).", ["actual", "baseline"]),
        ("Thu đạt 90% dự toán (115 tỷ đồng).", ["rate", "target"]),
        ("Tỷ lệ thất thoát còn 17%, thấp hơn mục tiêu 18%.", ["actual", "target"]),
        ("Phấn đấu kết nạp 10 đảng viên.", ["target"]),
        ("Chi bộ cam kết giảm 10% chi phí.", ["target"]),
        ("Có 84 đảng viên đã ký bản cam kết; kiểm tra 4 chi bộ.", ["actual", "actual"]),
        ("Phát huy kết quả đó, thời gian tới, xã vận động 100% hộ tham gia.", ["target"]),
        ("Biên chế được giao 41 người, hiện có 36 người.", ["target", "actual"]),
        ("Nhiều hộ đã được giao 5 ha rừng.", ["actual"]),  # got, not told to reach
        ("Tổng thu 38 triệu đồng/DT 35 triệu đồng.", ["actual", "target"]),
        ("Tỷ lệ suy dinh dưỡng còn 34% (cuối năm 1998: 36,5%).", ["actual", "baseline"]),
        ("Thu nhập tăng thêm bình quân 1,2 triệu đồng/người; thu nhập tăng 5%.", ["actual", "change"]),
        ("Dầu thô giảm 2% về lượng và 4% về giá trị.", ["change", "change"]),
        ("Trồng rừng vượt 108,6%.", ["rate"]),  # the whole rate; a rise beyond the plan is less than it
        ("Trồng rừng vượt 8,6% kế hoạch.", ["change"]),
        ("Giá cao su được dự báo đạt 40 triệu đồng/tấn.", ["target"]),
        ("Bản tin dự báo thời tiết phát 12 lần.", ["actual"]),
        ("Theo dự báo, năm 2030 thu tăng 7%; dân số khoảng 9 nghìn người.", ["target", "target"]),
        # what a plan or a norm asks for, beside what was reached
        ("Thu vượt 8% dự toán huyện giao (32 triệu đồng).", ["change", "target"]),
        ("Đạt 73% chỉ tiêu cả nhiệm kỳ 2022 - 2027 (25 đoàn viên).", ["rate", "target"]),
        ("Lãi chia 15%, cao hơn mức Đại hội đề ra (12 - 14%).", ["actual", "target"]),
        ("Hàng hỏng 3,8%, vượt định mức (2,5%).", ["actual", "target"]),
        ("Tỷ lệ nợ còn 6% (quy định không quá 8%).", ["actual", "target"]),
        ("Hòa giải thành 56% (chỉ tiêu từ 50% trở lên).", ["actual", "target"]),
        ("Án bị sửa 0,7%, theo quy định không quá 1,5%.", ["actual", "target"]),
        ("Gieo 105 kg/ha, trong khi khuyến cáo chỉ 80 - 90 kg/ha.", ["actual", "target"]),
        ("Tỷ lệ kết nạp đạt 3,6%; Nghị quyết 8 yêu cầu hằng năm từ 3 - 4%.", ["actual", "target"]),
        ("Sàng lọc 40 ca/ KH 36 ca.", ["actual", "target"]),
        # earlier values
        ("Thu tăng 7% (9 tháng năm 2022 là 6%).", ["change", "baseline"]),
        ("Thu tăng 7% (9 tháng năm 2023 là 6%).", ["change", "change"]),  # the year of the report
        (
            "Hoàn thành tốt 71%, hoàn thành 9% (năm 2022 lần lượt là 70% và 11%).",
            ["actual", "actual", "baseline", "baseline"],
        ),
        ("Năm 1992 có 12 trại, đến năm 1996 đã tăng lên 17 trại.", ["baseline", "actual"]),
        (
            "Năm 1991 có 12 trại, năm 1995 tăng lên 17 trại, năm 1999 tăng lên 19 trại.",
            ["baseline", "actual", "actual"],
        ),
        ("Lương thợ từ khoảng trên 150 USD năm 1998 tăng lên 900 USD.", ["baseline", "actual"]),
        ("Tỷ lệ hộ nghèo cuối năm còn 3%, đầu năm 4%.", ["actual", "baseline"]),
        ("Đường được cứng hóa 85%, tăng từ 70%.", ["actual", "baseline"]),
        ("Chỉ số giá tăng từ 0,2 - 0,5%.", ["change"]),  # between the two
        # plans told beside results, and what they make of a percentage
        ("Khám 23 lượt/22 lượt KH.", ["actual", "target"]),
        ("Đạt 49% KH năm 240 triệu đồng.", ["rate", "target"]),
        ("Cấp được 6 ha, đạt 91% diện tích cần cấp.", ["actual", "rate"]),
        ("Tuyển quân: giao 9 thanh niên, thực hiện 9 thanh niên, đạt 100%.", ["target", "actual", "rate"]),
        ("KH: 50 ha; TH: 52 ha; đạt 104%.", ["target", "actual", "rate"]),
        ("Theo lộ trình đến năm 2030 có 12 xã đạt chuẩn; đến nay có 9 xã.", ["target", "actual"]),
        ("Mục tiêu đến năm 2030 đạt 54%, hiện nay 52%.", ["target", "actual"]),
        # rises and falls
        ("Giải ngân 62%, thấp hơn bình quân của tỉnh (71%).", ["actual", "actual"]),  # what is compared with
        ("Cấp 12 thẻ, tăng 15% so với KH và 8% so với năm trước.", ["actual", "change", "change"]),
        ("Xảy ra 37 vụ, giảm 5 vụ (tương đương 11,9%).", ["actual", "change", "change"]),
        ("Tai nạn giảm 3 vụ, 2 người chết.", ["change", "change"]),
        ("Tốc độ tăng trưởng bình quân đạt 4%.", ["change"]),
        ("Mức tiêu hao gấp 2 lần xã Đồi, 3 lần xã Vạn.", ["change", "change"]),
        ('Nhân mô hình "1 phải, 5 giảm" ra 21 ha.', ["actual"]),  # a name
        ("Hài lòng 81%, tụt 3,1% so với kỳ trước.", ["actual", "change"]),
        ("Điểm môn Toán 5,2, kém mặt bằng huyện 0,4 điểm.", ["actual", "change"]),
        ("Trả hồ sơ sớm hơn cam kết 3 ngày.", ["change"]),
        ("Thời gian chờ bình quân 95 phút, rút ngắn được 22 phút.", ["actual", "change"]),
        ("Thời gian sửa chữa 2,2 giờ, cao hơn kế hoạch 35 phút.", ["actual", "change"]),
        ("Thực hiện vượt 12/16 chỉ tiêu được giao.", ["actual"]),  # so many were surpassed
        # norms and plans on both sides of their number, and what divides by them
        ("Thời gian cấp phép 4,5 ngày (quy định 7 ngày).", ["actual", "target"]),
        ("Trả hồ sơ không quá 12 ngày kể từ khi nhận.", ["target"]),
        ("Thợ nữ chiếm 21%, vượt mức 15% quy định.", ["actual", "target"]),
        ("Tiết kiệm điện 6,4% (giao tối thiểu 4%).", ["actual", "target"]),
        ("Đạt 94%, vượt 4% so với chỉ tiêu của cấp trên giao (90%).", ["actual", "change", "target"]),
        ("Huy chương vượt chỉ tiêu (42/35).", ["actual"]),
        ("Hộ nghèo 8,2%, chỉ tiêu cuối năm giảm còn 6,5%.", ["actual", "target"]),
        ("Thu bằng 52% dự toán huyện giao, 49,5% nghị quyết xã.", ["rate", "rate"]),
        ("Giám sát 18 chi bộ, đạt 120% chương trình.", ["actual", "rate"]),
        ("Ghép 9.000 cây chè/chỉ tiêu 8.000 cây, đạt 112,5%.", ["actual", "target", "rate"]),
        ("Tồn 14 lò gạch thủ công; sau 3 năm chỉ còn 2 lò.", ["baseline", "actual"]),
        ("Diện tích 90 ha, gấp 3 lần năm 2014 (khi đó mới có 30 ha).", ["actual", "change", "baseline"]),
        ("Tỷ lệ tiêm 82%, thấp hơn cùng kỳ 4,1%.", ["actual", "change"]),
        # what came of an aim
        ("Phấn đấu trồng 200 ha, kết quả trồng được 215 ha, đạt 107,5%.", ["target", "actual", "rate"]),
        ("Nghị quyết đề ra kết nạp 20 đảng viên, thực hiện 24 đảng viên.", ["target", "actual"]),
        # how it was at first
        ("Từ chỗ chỉ có 3 hộ với 21 con bò, đến nay đã có 14 hộ với 412 con bò.", ["baseline"] * 2 + ["actual"] * 2),
        ("Khi mới thành lập, huyện đã có 12 trường.", ["actual"]),
        ("Tỷ lệ hộ nghèo đầu năm 5,6%, cuối năm còn 3,9%.", ["baseline", "actual"]),
        ("Ngay từ đầu năm 100% chi bộ đã đăng ký.", ["actual"]),
        # what a law asks for; what a plan to come sets; what a rise comes to
        ("Luật quy định tỷ lệ nội địa hóa tối thiểu 40%, thực tế mới đạt 7%.", ["target", "actual"]),
        ("Theo quy hoạch, đến năm 2030 vùng có 12 khu công nghiệp.", ["target"]),
        ("Giá điện 1.920 đồng/kWh, tăng 3% (tương đương 56 đồng/kWh).", ["actual", "change", "change"]),
    ],
)
def test_roles(line, roles) -> None:
    assert [record.role.value for record in found_in(line)] == roles


@pytest.mark.parametrize(
    ("section", "line", "role"),
    [
        (("Phương hướng, nhiệm vụ năm 2024",), "Vận động 100% hộ tham gia.", "target"),
        (("Phương hướng, nhiệm vụ năm 2024", "Công tác tuyên truyền"), "Mở 5 lớp.", "target"),
        (("Kết quả thực hiện nhiệm vụ năm 2023",), "Mở 5 lớp.", "actual"),
        (("Giải pháp",), "Vừa qua đã xử lý 40 vụ.", "actual"),  # what has been done, told among plans
        (("Chỉ tiêu 2024",), "Trồng 5 ha.", "target"),
    ],
)
def test_roles_by_heading(section, line, role) -> None:
    (record,) = found_in(line, section=section)
    assert record.role.value == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Quý IV thu 2 tỷ đồng.", "target"),  # after the time of the report
        ("Quý III thu 2 tỷ đồng.", "actual"),
        ("Quý IV đã thu 2 tỷ đồng.", "actual"),  # told as done, whatever the report calls its time
    ],
)
def test_what_is_for_a_time_to_come_is_a_target(line, role) -> None:
    assert found_in(line, period="2023-Q3")[0].role.value == role


def test_the_next_school_year_is_to_come() -> None:
    (record,) = found_in("Tốt nghiệp 100%.", section=("Chỉ tiêu năm học 2023 - 2024",), period="2022/2023")
    assert (record.role.value, record.period) == ("target", "2023/2024")


def test_what_has_been_done_is_told_to_the_end_of_its_part() -> None:
    done = "Vì lực lượng đã phát hiện 40 vụ, " + "với nhiều tình tiết phức tạp, " * 5 + "khởi tố 9 vụ; sẽ mở 2 lớp."
    assert [record.role.value for record in found_in(done, section=("Giải pháp",))] == ["actual", "actual", "target"]


@pytest.mark.parametrize("kind", ["KH", "HD", "CT", "QC", "QĐ", "NĐ", "TT"])
def test_a_document_that_plans_or_rules_speaks_of_targets(kind) -> None:
    assert found_in("Mỗi cụm xét tặng 02 cờ.", kind=kind)[0].role.value == "target"
    assert found_in("Thời gian qua, tỉnh xét tặng 02 cờ.", kind=kind)[0].role.value == "actual"


def test_a_quotient_with_an_earlier_value_is_flagged() -> None:
    (record,) = found_in("Thu bằng 109,5% so với cùng kỳ.")  # a rise of 9.5 %, not of 109.5 %
    assert (record.value, record.role.value, record.flags) == (109.5, "change", ("quotient",))


def test_a_fall_without_a_sign_is_flagged() -> None:
    (record,) = found_in("Giá giảm 0,48%.")
    assert (record.value, record.flags) == (0.48, ("fall",))


@pytest.mark.parametrize(
    ("lines", "periods"),
    [
        (["Mở 5 lớp."], ["2023"]),  # the document's
        (["Năm 2021, xã xây 5 nhà; năm 2022 xây 7 nhà."], ["2021", "2022"]),
        (["Trong 5 năm qua, huyện mở 40 lớp."], ["2019/2023"]),
        (["Từ năm 2006 đến nay, huyện mở 40 lớp. Đã có 30 hộ tham gia."], ["2006/..", "2006/.."]),
        (["Tỷ lệ tăng từ 71% năm 2014 lên 94% năm 2018."], ["2014", "2018"]),
        (["Kết nạp 6 đoàn viên (năm 2019: 4 đoàn viên)."], ["2023", "2019"]),
        (["Luỹ kế 9 tháng thu 129 triệu đồng."], ["2023-01/2023-09"]),
        (["Từ ngày 01/01/2024 đến ngày 29/3/2024 tiếp nhận 332 hồ sơ."], ["2024-Q1"]),
        (["Thu 5 tỷ đồng, tăng 3% so với năm 2020."], ["2023", "2023"]),  # only compared with
        (["Đạt 98% (cùng kỳ năm trước 96%)."], ["2023", "2022"]),
        (["Đến tháng 10-2023 toàn xã có 215 ha cam."], ["2023"]),  # a reporting date is no period
        (["Theo Nghị quyết năm 2019, xã mở 5 lớp."], ["2023"]),
        (["Đến hết 15 tháng 3 năm 2022, xã có 12 hội."], ["2023"]),
        (
            ["Quý I giảm (-10%); quý II giảm nhiều hơn (-12%); đến quý III giảm (-4%)."],
            ["2023-Q1", "2023-Q2", "2023-Q3"],
        ),  # before the bracket
        (["Tỷ lệ hộ nghèo của xã năm 2021 giảm còn 3,2%."], ["2021"]),  # whose it is stands between
        (["Chỉ tiêu của năm 2022 là 5 lớp, xã mở 6 lớp."], ["2022", "2023"]),
        # months without their year are those of the document's
        (["Riêng tháng 9, đàn lợn có 51 con, tăng 1,3%. Trong đó lợn nái giảm 2%."], ["2023-09"] * 3),
        (["Tháng 5 và tháng 6 trồng 7 ha rừng."], ["2023-05/2023-06"]),
        (["Từ tháng 3 đến tháng 8, tiếp 40 lượt công dân."], ["2023-03/2023-08"]),
        (["Ngày 5 tháng 7, trao 10 suất quà."], ["2023"]),  # a day
        (["Hai tháng đầu năm, than tăng 24,9%."], ["2023-01/2023-02"]),
        (["Bảo hành hai tháng, giá 3 triệu đồng."], ["2023"]),  # how long
        (["Sản lượng trong hai tháng đầu năm đạt 9 tấn. Cá tăng 5%."], ["2023-01/2023-02"] * 2),
        (["Giá gạo tăng 3% so với tháng 8."], ["2023"]),  # compared with
        (["Hỗ trợ 2 triệu đồng/hộ, tối đa không quá 6 tháng."], ["2023"]),  # how long, not when
        (["Đến tháng 8 có 6 hộ thoát nghèo."], ["2023"]),  # a reporting date
        (["Tháng 3/2021 thu 5 tỷ đồng; tháng 4 năm 2022 thu 6 tỷ đồng."], ["2021-03", "2022-04"]),
        (["Tỷ lệ sinh còn 14% (cuối năm 2018: 16%). Trẻ suy dinh dưỡng còn 9%."], ["2023", "2018", "2023"]),
        # no result of years to come, but a plan for them
        (["Thực hiện Chiến lược nước sạch đến năm 2030, huyện cấp nước cho 30 hộ."], ["2023"]),
        (["Phấn đấu đến năm 2030 cấp nước cho 90 hộ."], ["2030"]),
        (["Năm tới phấn đấu mở 5 lớp."], ["2024"]),
        (["Năm 2015 có 5 xã đạt chuẩn, đến nay có 9 xã."], ["2015", "2023"]),
        # a paragraph that goes on with the one before goes on in its time
        (
            ["Đến cuối năm 2015, huyện có 9 nghìn thợ.", "Trong đó, làng Đồi 4 nghìn.", "Xã mở 5 lớp."],
            ["2015", "2015", "2023"],
        ),
        (["Năm 2015, huyện có 9 thợ.", "So với năm 2010, số thợ tăng 2 lần."], ["2015", "2015"]),
        (["Trong 3 năm qua mở 4 lớp. Xã có 9 tổ."], ["2021/2023", "2021/2023"]),
        (
            ["So với 3 năm qua, lớp tăng 2%. Xã có 9 tổ."],
            ["2021/2023", "2023"],
        ),  # what is compared with carries no further
        (
            ["Tay nghề của thợ trong các trại năm 2015 như sau: thợ bậc cao chiếm 6%, thợ học việc chiếm 4%."],
            ["2015", "2015"],
        ),
        (["Hiệu suất giảm từ 9,2 tấn (1990) xuống 3,4 tấn (2005)."], ["1990", "2005"]),
        (["Thực hiện Chiến lược cải cách công tác tư pháp đến năm 2030, tòa thụ lý 30 vụ."], ["2023"]),
        (["Kết dư 3 triệu đồng chuyển sang năm 2024."], ["2023"]),
        # which value of its subject is meant says nothing of what follows; what opens the sentence does
        (["Sản lượng chè năm 2021 đạt 9 tấn. Có 30 hộ thoát nghèo."], ["2021", "2023"]),
        (["Năm 2021, sản lượng đạt 9 tấn. Có 30 hộ thoát nghèo."], ["2021", "2021"]),
        (["Đến năm 2028, tỉnh giữ 25 ha."], ["2028"]),  # at the head it is to come
        (["Có 12 thợ cả, thiếu một người từ tháng 5."], ["2023"]),  # since then
        (["Từ tháng 2/2022 xã lập tổ, mỗi tháng tuần tra 3 lần."], ["2022"]),
        (["Học Nghị quyết Đại hội Công đoàn mỏ nhiệm kỳ 2018-2023 cho 40 thợ."], ["2023"]),
        (["Diện tích 90 ha, gấp 3 lần năm 2014 (khi đó mới có 30 ha)."], ["2023", "2023", "2014"]),
        # the year of the plan is that of its own number
        (["Đạt 73% chỉ tiêu cả nhiệm kỳ 2020 - 2025 (25 đoàn viên)."], ["2023", "2020/2025"]),
        (["Đến 31/12/2024, phấn đấu bao phủ 92% dân số."], ["2024"]),
        (["Tính đến 31/12/2022, có 92 hộ."], ["2023"]),
        (["Năng suất 68 tạ/ha, cao hơn vụ Mùa 2021 (66 tạ/ha)."], ["2023", "2021"]),
        (["Lượng cá tra 9 tháng đầu năm nay đạt 366 tấn."], ["2023-01/2023-09"]),
        (
            ["Kết nạp 5 đảng viên, nâng tổng số đảng viên kết nạp 9 tháng đầu năm lên 45 đảng viên."],
            ["2023", "2023-01/2023-09"],
        ),
        (
            # the months after "so với" are compared with, those after "và trong" are told of
            ["Khách lưu trú ít hơn 12% so với tháng 4; riêng trong 5 tháng đầu năm, số phòng thuê tăng 7%."],
            ["2023", "2023-01/2023-05"],
        ),
    ],
)
def test_periods(lines, periods) -> None:
    assert [record.period for record in found_in(*lines)] == periods


@pytest.mark.parametrize(
    ("line", "document", "periods"),
    [
        # what a report of a quarter or a month tells of the year so far
        ("Quý III thu 2 tỷ đồng; lũy kế 9 tháng 61 tỷ đồng.", "2023-Q3", ["2023-Q3", "2023-01/2023-09"]),
        ("Thu 2 tỷ đồng, luỹ kế từ đầu năm 6 tỷ đồng.", "2023-08", ["2023-08", "2023-01/2023-08"]),
        ("Mỗi năm xây 2 nhà, lũy kế 7 căn.", "2021/2023", ["2021/2023", "2021/2023"]),
        ("Ước thực hiện cả năm 9 tỷ đồng.", "2023-Q3", ["2023"]),
        ("Quý IV phấn đấu thu 2 tỷ đồng.", "2023-Q3", ["2023-Q4"]),
        ("Xảy ra 1 vụ, giảm 2 vụ so với quý III. Sản lượng 3 tấn.", "2023-Q4", ["2023-Q4"] * 3),
        ("Số thu 2 tỷ đồng, bằng 19% chỉ tiêu huyện giao (11 tỷ đồng).", "2023-Q1", ["2023-Q1", "2023-Q1", "2023"]),
    ],
)
def test_periods_in_reports_of_a_part_of_the_year(line, document, periods) -> None:
    assert [record.period for record in found_in(line, period=document)] == periods


@pytest.mark.parametrize(
    ("lines", "issued_on", "period"),
    [
        (["Lắp thêm 12 máy.", "Quý I/2024 mở 2 lớp."], "2023-12-20", "2024"),
        (["Lắp thêm 12 máy."], "2023-12-20", "2023"),  # nothing says that it is for the year after
        (["Lắp thêm 12 máy.", "Quý I/2024 mở 2 lớp."], "2023-07-20", "2023"),  # half of the year is to come
    ],
)
def test_remedies_of_a_report_made_at_the_end_of_its_year(lines, issued_on, period) -> None:
    assert found_in(*lines, section=("Giải pháp khắc phục",), issued_on=issued_on)[0].period == period


def test_a_period_in_the_heading_holds_for_what_stands_under_it() -> None:
    assert found_in("Vận động 12 hộ.", section=("Nhiệm vụ năm 2024",))[0].period == "2024"


@pytest.mark.parametrize(
    ("heading", "document", "period"),
    [
        ("Nhiệm vụ quý IV", "2023-Q3", "2023-Q4"),
        ("Nhiệm vụ quý I", "2023-Q4", "2024-Q1"),  # what is to come lies ahead
        ("PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM", "2023-H1", "2023-H2"),
        ("Kết quả 6 tháng đầu năm", "2023", "2023-H1"),
        ("Phương hướng năm học tới", "2022/2023", "2023/2024"),
        ("Chương trình công tác quý tới", "2023-Q4", "2024-Q1"),
        ("Nhiệm vụ tháng tới", "2023-12", "2024-01"),
        ("Phương hướng năm 2025", "2023", "2025"),
        ("Chỉ tiêu 2025:", "2023", "2025"),
        ("Một số chỉ tiêu chủ yếu năm học 2023 - 2024", "2022/2023", "2023/2024"),
        ("Kế hoạch vụ Hè Thu 2024", "2023", "2024"),
        ("Thực hiện Nghị quyết 2025 hộ", "2023", None),
        ("Công tác tuyên truyền", "2023", None),
        ("Nhiệm vụ quý IV", None, None),
    ],
)
def test_periods_of_headings(heading, document, period) -> None:
    assert heading_period(heading, document) == period


@pytest.mark.parametrize(
    ("line", "document"),
    [
        ("Thu đạt 18% dự toán (115 tỷ đồng).", "2023-Q1"),
        ("Thu đạt 18% kế hoạch năm (115 tỷ đồng).", "2023-01/2023-09"),
    ],
)
def test_a_budget_is_that_of_the_year(line, document) -> None:
    assert [record.period for record in found_in(line, period=document)] == [document, "2023"]


@pytest.mark.parametrize(
    ("header", "period"),
    [
        ("Thực hiện năm 2022", "2022"),
        ("TH 2022", "2022"),
        ("Thực hiện quý III", "2023-Q3"),
        ("Luỹ kế 9 tháng", "2023-01/2023-09"),
        ("Dự toán năm", "2023"),
        ("Số lượng", None),
    ],
)
def test_periods_of_columns(header, period) -> None:
    assert column_period(header, "2023-Q3") == period


def test_periods_of_headings_and_of_the_year_before() -> None:
    assert stated_period("Phương hướng năm 2022") == "2022"
    assert stated_period("Kết quả so với năm 2020") is None
    assert year_before("2023-01/2023-09") == "2022-01/2022-09"


def test_a_directive_tells_what_was_before_it_orders() -> None:
    text = (
        "UBND HUYỆN TÂN AN\nSố: 11/CT-UBND\nTân An, ngày 12 tháng 10 năm 2022\nCHỈ THỊ\nVề việc phòng cháy mùa khô\n"
        "Trong 9 tháng đầu năm 2022 toàn huyện xảy ra 47 vụ cháy.\nChủ tịch UBND huyện yêu cầu:\n"
        "1. Các xã lập 12 tổ tuần tra.\n"
    )
    found = trichluc.extract(text).indicators
    assert [(record.text, record.role.value) for record in found] == [
        ("47 vụ cháy", "actual"),
        ("12 tổ tuần tra", "target"),
    ]
