"""Documents that order or plan: directives, plans, conclusions and letters, and what in them orders nothing."""

import pytest

from laid_out import report
from trichluc.extract.assessments import extract_assessments
from trichluc.extract.described import Described
from trichluc.packs import load_packs

PACKS = load_packs()

CALL = "Ủy ban nhân dân huyện yêu cầu các xã thực hiện ngay các nội dung sau:"


def found(kind: str, *lines: str) -> list[tuple[str, str]]:
    records = extract_assessments(report(*lines), PACKS, Described(kind=kind))
    return [(record.category.value[:1], record.text) for record in records]


# One line each of a directive's orders; the comment says what makes it one.
ORDERS = """
Rà soát toàn bộ bờ bao xung yếu trước ngày 20/8.
Các xã ven sông lập tổ tuần tra canh đê.
Giao Trạm Thủy lợi theo dõi mực nước và báo cáo hằng ngày.
Đồng thời, chuẩn bị đủ bao cát, cọc tre ở từng điểm.
Phòng Nông nghiệp chủ trì, phối hợp với các hợp tác xã mở kho giống dự phòng.
Căn cứ tình hình từng thôn, bố trí nơi ở tạm cho các hộ phải di dời.
Tuyệt đối không để dân ở lại vùng sạt lở.
Đối với các hồ chứa nhỏ, kiểm tra cống xả mỗi tuần hai lần.
Mỗi thôn phải có ít nhất một xuồng máy trực sẵn.
Trưởng công an xã chịu trách nhiệm giữ trật tự nơi sơ tán.
Thông qua loa truyền thanh, hướng dẫn bà con chằng chống nhà cửa.
Khi có báo động cấp ba, tạm dừng mọi chuyến đò ngang, tập trung ứng trực.
Yêu cầu thủ trưởng các đơn vị thực hiện nghiêm Chỉ thị này.
Từng bước khôi phục rừng phòng hộ đầu nguồn.
"""
# What stands between orders and orders nothing.
ASIDES = """
Thời gian: từ ngày 1/9 đến hết tháng 10.
Kinh phí thực hiện lấy từ quỹ phòng chống thiên tai của xã.
Thành phần dự họp: trưởng thôn, đội trưởng dân quân.
Chỉ thị này có hiệu lực từ ngày ký.
7 giờ 30, các đội có mặt ở trụ sở.
Năm qua, đê bao của huyện bền vững qua ba trận lũ.
Giữ đê là nhiệm vụ thường xuyên của toàn dân.
Các xã đã đắp được 4 km bờ bao.
Đây là cơn bão thứ năm trong năm.
"""


@pytest.mark.parametrize("line", [line for line in ORDERS.splitlines() if line])
def test_each_order_of_a_directive_is_a_direction(line: str) -> None:
    assert found("CT", CALL, "# Nội dung", line) == [("d", line)]


@pytest.mark.parametrize("line", [line for line in ASIDES.splitlines() if line])
def test_what_orders_nothing_is_none(line: str) -> None:
    assert found("KH", "# Nội dung", line) == []
    assert found("CT", CALL, "# Nội dung", line) == []


def test_a_plan_that_tells_of_a_place_orders_nothing() -> None:
    assert found("KH", "# Nội dung", "Sông Đáy chảy qua sáu xã.") == []


def test_a_directive_judges_before_it_orders() -> None:
    assert found(
        "CT",
        "Công tác phòng chống lụt bão của huyện đã có nhiều chuyển biến tích cực.",
        "Tuy nhiên, việc di dời dân ở vài xã còn chậm.",
        "Rà soát bờ bao xung yếu.",  # nobody has ordered anything yet
        CALL,
        "# Về bờ bao",
        "Đắp cao thêm các đoạn thấp, rà soát cống dưới đê.",
    ) == [
        ("s", "Công tác phòng chống lụt bão của huyện đã có nhiều chuyển biến tích cực."),
        ("l", "Tuy nhiên, việc di dời dân ở vài xã còn chậm."),
        ("d", "Đắp cao thêm các đoạn thấp, rà soát cống dưới đê."),
    ]


def test_who_is_told_to_do_it_is_none() -> None:
    assert found(
        "CT",
        CALL,
        "# Phân công",
        "Giao Phòng Nông nghiệp, Phòng Kinh tế Hạ tầng, Hạt Kiểm lâm và Trạm Thủy lợi huyện có nhiệm vụ:",
        "- Kiểm tra kho giống.",
        "# Hạt Kiểm lâm:",
        "- Tuần tra, bảo vệ rừng.",
    ) == [("d", "Kiểm tra kho giống."), ("d", "Tuần tra, bảo vệ rừng.")]


def test_a_plan_sets_tasks_under_headings_of_any_name() -> None:
    assert found(
        "KH", "Sở đã mở hai lớp năm trước.", "# Nội dung", "## Trạm Y tế", "- Khám sức khỏe cho học sinh lớp Một.",
        "Phối hợp với nhà trường lập sổ theo dõi.", "- Thời gian: tháng 9.", "## Nhà trường", "Bố trí phòng khám.",
    ) == [
        ("d", "Khám sức khỏe cho học sinh lớp Một."),
        ("d", "Phối hợp với nhà trường lập sổ theo dõi."),
        ("d", "Bố trí phòng khám."),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["CV", "TB", "KL"])
def test_letters_and_conclusions_order_only_after_the_formula(kind: str) -> None:
    lines = ("# Kho giống", "- Kiểm tra kho giống của các hợp tác xã.")
    assert found(kind, *lines) == []
    assert found(kind, "Chủ tịch huyện kết luận như sau:", *lines) == [("d", "Kiểm tra kho giống của các hợp tác xã.")]


def test_a_report_orders_nothing() -> None:
    assert found("BC", "# Nội dung", "## Kho", "Kiểm tra kho giống của các hợp tác xã.") == []


def test_under_a_heading_that_tells_results_a_plan_plans_nothing() -> None:
    assert found("KH", "# Kết quả đạt được", "Kiểm tra 12 kho giống.", "# Nội dung", "Kiểm tra kho giống.") == [
        ("d", "Kiểm tra kho giống.")
    ]


def test_an_enumeration_in_words_goes_on_after_what_interrupts_it() -> None:
    lines = ("Chợ còn một số hạn chế sau:", "Một là, mái che cũ.", "# Bảng giá thuê quầy", "Quầy góc 200 nghìn đồng.")
    assert found("news", *lines, "Hai là, lối đi phía sau hẹp.") == [
        ("l", "mái che cũ."),
        ("l", "lối đi phía sau hẹp."),
    ]
    assert found("news", *lines, "Ba là, lối đi phía sau hẹp.") == [("l", "mái che cũ.")]  # not the next number


def test_what_an_ordinal_marks_plans_with_less() -> None:
    assert found("news", "Hai là, tiếp tục đẩy mạnh việc nạo vét mương.") == [
        ("d", "tiếp tục đẩy mạnh việc nạo vét mương.")
    ]
    assert found("news", "Việc nạo vét mương tiếp tục được đẩy mạnh.") == []  # it may tell what was done


def test_what_a_directive_judges_before_it_orders_in_the_same_paragraph() -> None:
    told = "Tuy nhiên, việc tuần tra đê còn buông lỏng. "
    assert found("CT", told + CALL, "1. Các xã ven sông lập tổ tuần tra canh đê.") == [
        ("l", "Tuy nhiên, việc tuần tra đê còn buông lỏng."),
        ("d", "Các xã ven sông lập tổ tuần tra canh đê."),
    ]


def test_sentences_without_a_number_order_or_judge_each_for_itself() -> None:
    said = "Đánh giá cao xã Mỹ Lộc đã làm xong kè sớm. Phê bình xã Hòa Tân báo cáo chậm. Giao Trạm Thủy lợi theo dõi."
    assert found("TB", "Chủ tịch Ủy ban nhân dân huyện kết luận:", said) == [
        ("s", "Đánh giá cao xã Mỹ Lộc đã làm xong kè sớm."),
        ("l", "Phê bình xã Hòa Tân báo cáo chậm."),
        ("d", "Giao Trạm Thủy lợi theo dõi."),
    ]


def test_a_plan_looks_back_before_it_plans() -> None:
    """Under ``TÌNH HÌNH …`` a plan judges and tells as a report does; its tasks begin with the next heading."""
    lines = (
        "# TÌNH HÌNH NĂM 2022",
        "Việc xử lý văn bản trên mạng đã đi vào nền nếp.",
        "Huyện đã mở 06 lớp tập huấn cho 518 cán bộ.",
        "Tuy nhiên, kỹ năng số của một bộ phận cán bộ còn yếu.",
        "# NHIỆM VỤ NĂM 2023",
        "- Bồi dưỡng kỹ năng số cho 450 cán bộ.",
    )
    assert [(kind, text[:12]) for kind, text in found("KH", *lines)] == [
        ("s", "Việc xử lý v"),
        ("l", "Tuy nhiên, k"),
        ("d", "Bồi dưỡng kỹ"),
    ]
