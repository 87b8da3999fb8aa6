"""Assessments: what a heading opens, what a sentence's own words say, and where a statement begins and ends."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laid_out import report
from trichluc.extract.assessments import extract_assessments
from trichluc.extract.assessments.cues import CueReader, decisive
from trichluc.extract.assessments.headings import HeadingReader
from trichluc.extract.assessments.rules import FILE, AssessmentRule, Use, assessment_rules
from trichluc.extract.described import Described
from trichluc.packs import check_examples, load_packs
from trichluc.records import Basis
from trichluc.span import Span
from trichluc.text.words import segmenter

PACKS = load_packs()
RULES = assessment_rules(PACKS)
HEADINGS = HeadingReader(RULES)
CUES = CueReader(RULES, segmenter(PACKS))


def found(*lines: str, kind: str | None = "BC") -> list[tuple[str, str]]:
    records = extract_assessments(report(*lines), PACKS, Described(kind=kind))
    return [(record.category.value, record.text) for record in records]


def test_every_rule_does_what_its_examples_say() -> None:
    assert check_examples(PACKS.rules(FILE, AssessmentRule)) == []


@pytest.mark.parametrize(
    ("title", "opens"),
    [
        ("Ưu điểm", "strength"),
        ("Mặt được", "strength"),
        ("Những mặt làm được", "strength"),
        ("MỘT SỐ KẾT QUẢ NỔI BẬT", "strength"),
        ("Thành tích nổi bật của ngành", "strength"),
        ("Về ưu điểm:", "strength"),
        ("Tồn tại, hạn chế", "limitation"),
        ("NHỮNG HẠN CHẾ, YẾU KÉM", "limitation"),
        ("Một số tồn tại trong công tác quản lý", "limitation"),
        ("Mặt chưa được", "limitation"),
        ("Khó khăn, vướng mắc", "limitation"),
        ("Khuyết điểm", "limitation"),
        ("Những việc chưa làm được", "limitation"),
        ("Nguyên nhân", "cause"),
        ("Nguyên nhân của những tồn tại, hạn chế", "cause"),  # a complement, not a second member
        ("Nguyên nhân chủ quan", "cause"),
        ("Tồn tại, hạn chế và nguyên nhân", "limitation cause"),
        ("Hạn chế, nguyên nhân và bài học kinh nghiệm", "limitation cause lesson"),
        ("Ưu điểm, khuyết điểm", "strength limitation"),
        ("Về ưu, khuyết điểm", "strength limitation"),
        ("Đánh giá ưu điểm, tồn tại", "strength limitation"),
        ("Bài học kinh nghiệm", "lesson"),
        ("Một số kinh nghiệm rút ra", "lesson"),
        ("Hướng khắc phục", "remedy"),
        ("Giải pháp khắc phục hạn chế trong thời gian tới", "remedy"),
        ("PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024", "direction"),
        ("Phương hướng nhiệm vụ trọng tâm 6 tháng cuối năm", "direction"),
        ("Nhiệm vụ, giải pháp chủ yếu", "direction"),
        ("Mục tiêu chung", "direction"),
        ("Công tác trọng tâm quý II", "direction"),
        ("Một số nhiệm vụ trọng tâm trong thời gian tới", "direction"),
        ("Kế hoạch công tác tháng 6", "direction"),
        ("Kiến nghị, đề xuất", "direction"),
        ("Đề xuất với Sở", "direction"),
        ("Đánh giá chung", "evaluation"),
        ("NHẬN XÉT, ĐÁNH GIÁ", "evaluation"),
        ("Kết quả đạt được", "results"),
        ("Kết quả thực hiện các mục tiêu, nhiệm vụ", "results"),  # what was carried out, not what is planned
        ("Kết quả đạt được và những tồn tại", "results limitation"),
        ("Kết luận", "conclusion"),
        ("Đặc điểm tình hình", "situation"),
        ("Thuận lợi", "advantages"),
        ("Nhận định, đánh giá", "evaluation"),
        ("Một số kinh nghiệm", "lesson"),
        ("Những nội dung cần khắc phục", "remedy"),
        # headings that open nothing
        ("Công tác tuyên truyền", ""),
        ("Công tác chỉ đạo và tổ chức thực hiện", ""),
        ("Thực hiện nhiệm vụ chính trị", ""),
        ("Đề nghị khen thưởng", ""),
        ("Các giải pháp đã thực hiện", ""),
        ("Quan điểm, thái độ của phụ huynh", ""),
        ("Sáng kiến kinh nghiệm", ""),
        ("Đánh giá, xếp loại đảng viên", ""),
        ("Nhiệm vụ, quyền hạn", ""),
        ("Tình hình kinh tế - xã hội", ""),
        ("", ""),
    ],
)
def test_what_a_heading_opens(title: str, opens: str) -> None:
    heading = HEADINGS.read(title)
    assert " ".join(o.value for o in heading.opens) == opens if heading else opens == ""


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        # strengths
        ("Phong trào trồng cây đã góp phần nâng cao ý thức giữ gìn môi trường của bà con.", "strength"),
        ("Công tác khuyến học của dòng họ đã đi vào chiều sâu.", "strength"),
        ("Mô hình tổ tự quản đã mang lại hiệu quả rõ rệt.", "strength"),
        ("Nếp sống ở khu tập thể đã có nhiều chuyển biến tích cực.", "strength"),
        ("Từ đó, trường hoàn thành tốt kế hoạch năm học.", "strength"),
        ("Từ các hội thi, đã xuất hiện nhiều giáo viên giỏi.", "strength"),
        ("Đa số đoàn viên có tiến bộ, tuy nhiên một số em còn chậm.", "strength"),  # both: the first named
        # limitations
        ("Tuy nhiên, việc thu gom rác ở thôn Ba còn chậm.", "limitation"),
        ("Một số chi hội chưa thường xuyên họp.", "limitation"),
        ("Công tác phối hợp giữa hai phòng còn yếu.", "limitation"),
        ("Chỉ có 12% số hộ ký cam kết.", "limitation"),
        ("Việc kiểm tra còn mang tính hình thức.", "limitation"),
        ("Mặc dù đã có nhiều cố gắng, song kết quả chưa cao.", "limitation"),
        ("Bên cạnh những kết quả đạt được, công tác lưu trữ còn nhiều bất cập.", "limitation"),
        # causes, lessons, remedies
        ("Có được kết quả trên là nhờ sự đồng lòng của bà con.", "cause"),
        ("Nguyên nhân chủ yếu là do kinh phí cấp muộn.", "cause"),
        ("Bài học rút ra là phải dựa vào dân.", "lesson"),
        ("Để khắc phục những hạn chế trên, trường sẽ mở thêm lớp.", "remedy"),
        # directions
        ("Thời gian tới, hội mở thêm hai lớp dạy nghề.", "direction"),
        ("Các chi bộ cần tăng cường kiểm tra đảng viên.", "direction"),
        ("Hội sẽ tiếp tục vận động bà con tham gia.", "direction"),
        ("Đề nghị Sở Y tế cấp thêm thuốc cho trạm.", "direction"),
        # what looks like a cue and is none
        ("Chi bộ không ngừng học tập.", ""),
        ("Đến nay chưa phát hiện vi phạm nào.", ""),
        ("Đoàn viên đã cùng nhau khắc phục khó khăn.", ""),
        ("Quà tặng cho học sinh có hoàn cảnh khó khăn.", ""),
        ("Chủ yếu là các cháu thiếu nhi tham gia.", ""),  # yếu and thiếu are parts of words
        ("Có 12 đảng viên xếp loại hoàn thành tốt nhiệm vụ.", ""),
        ("Hội tổ chức giải bóng chuyền nhằm tạo chuyển biến về sức khỏe.", ""),  # a purpose, not a result
        ("Trường có 24 lớp với 812 học sinh.", ""),
        ("Ngày 5/6, xã họp với các thôn về việc làm đường.", ""),
        ("Phải chăng công tác này còn yếu?", ""),
        ("Nguyên nhân giảm là do nguồn cung dồi dào, sức mua thấp nên giá giảm.", ""),  # of the market, nobody's work
        ("Chuyển 42ha đất lúa kém hiệu quả sang trồng chanh.", ""),
        ("Có 95% cán bộ mong muốn được học thêm trong thời gian tới.", ""),
        ("", ""),
    ],
)
def test_what_a_sentence_says(sentence: str, category: str) -> None:
    own = decisive(CUES.judge(sentence, Span(0, len(sentence))))
    assert (own.category.value if own else "") == category


def test_an_item_and_a_paragraph_under_a_heading_are_a_record_each() -> None:
    assert found(
        "# Kết quả", "Đã trồng 300 cây.", "# Đánh giá", "## Ưu điểm", "- Bà con hăng hái. Ai cũng góp công.",
        "Đường sạch.", "## Hạn chế", "- Vài hộ đổ rác ra mương.",
    ) == [
        ("strength", "Bà con hăng hái. Ai cũng góp công."),
        ("strength", "Đường sạch."),
        ("limitation", "Vài hộ đổ rác ra mương."),
    ]  # fmt: skip


def test_a_heading_reaches_as_far_as_its_section() -> None:
    assert found(
        "# Ưu điểm", "## Về tuyên truyền", "- Loa đài phát đều.", "# Công tác thu chi", "- Thu đủ quỹ.",
        "# Phương hướng", "## Công tác hội", "- Mở lớp may.",
    ) == [("strength", "Loa đài phát đều."), ("direction", "Mở lớp may.")]  # fmt: skip


def test_a_lead_in_is_none_and_what_follows_its_colon_is_the_statement() -> None:
    assert found(
        "# Hạn chế", "Bên cạnh kết quả đạt được, vẫn còn một số hạn chế như sau:", "- Họp muộn.", "- Ghi chép sơ sài."
    ) == [("limitation", "Họp muộn."), ("limitation", "Ghi chép sơ sài.")]
    assert found(
        "# Hạn chế", "Bên cạnh đó, công tác thi đua còn tồn tại cần khắc phục, đó là: nhiều tổ đăng ký cho có."
    ) == [("limitation", "nhiều tổ đăng ký cho có.")]


def test_a_lead_in_turns_the_category_under_a_combined_heading() -> None:
    assert found(
        "# Đánh giá ưu điểm và tồn tại", "Phong trào được bà con hưởng ứng.",
        "Bên cạnh kết quả đạt được, còn một số tồn tại, hạn chế như sau:", "+ Tổ Hai họp ít.", "+ Quỹ tổ Ba cạn.",
        "Các tổ đều có sổ sách.",
    ) == [
        ("strength", "Phong trào được bà con hưởng ứng."),
        ("limitation", "Tổ Hai họp ít."),
        ("limitation", "Quỹ tổ Ba cạn."),
        ("strength", "Các tổ đều có sổ sách."),
    ]  # fmt: skip


def test_items_that_only_illustrate_the_one_above_are_none() -> None:
    assert found(
        "# Ưu điểm",
        "- Công đoàn có vai trò lớn trong các hoạt động văn nghệ, thể thao, thu hút đông người tham gia như:",
        "+ Hội thi hát ru.", "+ Giải cờ tướng.", "- Sổ sách đầy đủ.",
    ) == [
        ("strength", "Công đoàn có vai trò lớn trong các hoạt động văn nghệ, thể thao, thu hút đông người tham gia"),
        ("strength", "Sổ sách đầy đủ."),
    ]  # fmt: skip


def test_an_item_under_a_combined_heading_has_the_category_of_its_own_words() -> None:
    assert found(
        "# Tồn tại, nguyên nhân", "- Một số tổ chưa thường xuyên họp.",
        "- Do đổi người phụ trách nên việc họp chưa đều.",
        "- Nguyên nhân là do tổ trưởng mới nhận việc.",
    ) == [
        ("limitation", "Một số tổ chưa thường xuyên họp."),
        ("limitation", "Do đổi người phụ trách nên việc họp chưa đều."),  # shows both: the first named
        ("cause", "Nguyên nhân là do tổ trưởng mới nhận việc."),
    ]  # fmt: skip


def test_implementation_is_a_direction_only_after_a_direction() -> None:
    assert found("# Tổ chức thực hiện", "- Văn phòng theo dõi chung.") == []
    assert found("# Phương hướng", "- Mở lớp.", "# Tổ chức thực hiện", "- Văn phòng theo dõi chung.") == [
        ("direction", "Mở lớp."),
        ("direction", "Văn phòng theo dõi chung."),
    ]


def test_the_closing_formula_is_none_and_closing_marks_go() -> None:
    assert found("# Phương hướng", "1. Giữ vững danh hiệu./.", "Trên đây là báo cáo của trường./.") == [
        ("direction", "Giữ vững danh hiệu")
    ]


def test_situation_describes_and_only_judging_words_make_a_record() -> None:
    assert found("# Đặc điểm tình hình", "Xã có 5 thôn.", "## Thuận lợi", "- Gần đường lớn.", "## Khó khăn") == []


def test_where_a_category_has_a_heading_its_cues_elsewhere_are_none() -> None:
    lines = ("# Công tác Hội", "Phong trào đã góp phần nâng cao thu nhập cho hội viên.")
    assert found(*lines) == [("strength", "Phong trào đã góp phần nâng cao thu nhập cho hội viên.")]
    assert found(*lines, "# Ưu điểm", "- Hội viên đoàn kết.") == [("strength", "Hội viên đoàn kết.")]


def test_after_a_plan_the_imperatives_of_the_same_paragraph_go_on_with_it() -> None:
    assert found(
        "Thời gian tới, hội mở thêm hai lớp may. Tăng cường kiểm tra các quán ăn. Hội có 120 hội viên.", kind="news"
    ) == [
        ("direction", "Thời gian tới, hội mở thêm hai lớp may."),
        ("direction", "Tăng cường kiểm tra các quán ăn."),
    ]


def test_after_a_remedy_the_imperatives_of_the_same_paragraph_are_plans() -> None:
    text = (
        "Để khắc phục việc chậm nộp hồ sơ, cần lập một tổ giúp các thôn. Phân công từng ủy viên theo dõi hai thôn. "
        "Nâng chất lượng sinh hoạt tổ, mỗi quý một lần."
    )
    assert [category for category, _ in found(text)] == ["remedy", "direction", "direction"]


def test_what_else_is_lacking_is_a_cause_after_it_was_told_why() -> None:
    text = (
        "Tiến độ cấp giấy chứng nhận còn chậm. Sở dĩ như vậy là do hồ sơ gốc thất lạc. Một vài cán bộ ngại khó, chưa "
        "sâu sát cơ sở. Kho lưu trữ xuống cấp cũng là một nguyên nhân."
    )
    assert [category for category, _ in found(text)] == ["limitation", "cause", "cause", "cause"]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        # results in numbers after the judgement are no part of it
        (
            "Nghề mộc phát triển khá, giữ được nhịp độ, doanh thu ước 12 tỷ đồng, bằng 52% kế hoạch năm.",
            "Nghề mộc phát triển khá, giữ được nhịp độ",
        ),
        (
            "Phong trào “5 không, 3 sạch” được hưởng ứng rộng rãi, có 250 hộ đạt đủ tiêu chí, chiếm 78%.",
            "Phong trào “5 không, 3 sạch” được hưởng ứng rộng rãi",
        ),
        # marks inside a name end nothing
        (
            "Phong trào “Sạch nhà, sạch ngõ” được hưởng ứng rộng rãi theo Đề án 06, có 250 hộ đạt, chiếm 78%.",
            "Phong trào “Sạch nhà, sạch ngõ” được hưởng ứng rộng rãi theo Đề án 06",
        ),
        # what judges in numbers is kept, and so is what is lacking
        (
            "Chất lượng sinh hoạt chi hội còn thấp, tỷ lệ dự họp mới đạt 48%.",
            "Chất lượng sinh hoạt chi hội còn thấp, tỷ lệ dự họp mới đạt 48%.",
        ),
        (
            "Hồ sơ được giải quyết nhanh gọn hơn trước, năm 2021 không còn hồ sơ trễ hạn.",
            "Hồ sơ được giải quyết nhanh gọn hơn trước, năm 2021 không còn hồ sơ trễ hạn.",
        ),
    ],
)
def test_a_judgement_ends_where_results_follow(sentence: str, statement: str) -> None:
    assert [text for _, text in found(sentence)] == [statement]


@pytest.mark.parametrize(
    ("sentence", "judged"),
    [
        ("Chủ tịch Hội thẳng thắn: “Việc thu quỹ ở các chi hội còn chậm.”", ["limitation"]),
        ("Chủ tịch Hội nói: “Việc thu quỹ ở các chi hội còn chậm, lúng túng.”", ["limitation"]),
        # a title judges nobody
        ("Tọa đàm chủ đề: “Khắc phục việc thu quỹ còn chậm, lúng túng.”", []),
        ("Thực hiện chủ đề “Khắc phục việc thu quỹ còn chậm, lúng túng.”", []),
    ],
)
def test_what_somebody_says_of_the_work_judges_it(sentence: str, judged: list[str]) -> None:
    assert [category for category, _ in found(sentence)] == judged


def test_a_document_that_prescribes_has_no_assessments() -> None:
    assert found("# Mục tiêu", "- Mọi xã có đường nhựa.", kind="QĐ") == []


def test_a_guideline_has_the_tasks_that_it_gives_and_not_its_rules() -> None:
    rules = ("# Yêu cầu", "- Sổ phải có dấu giáp lai.")
    tasks = ("# Nhiệm vụ của các xã", "- Cử người giữ sổ, mỗi quý đối chiếu một lần.")
    assert found(*rules, *tasks, kind="HD") == [("direction", "Cử người giữ sổ, mỗi quý đối chiếu một lần.")]


def test_tasks_told_among_results_are_no_plans() -> None:
    lines = ("# Kết quả thực hiện", "## Nhiệm vụ thu ngân sách", "- Thu 3 tỷ đồng.")
    assert found(*lines) == []
    assert found(*lines, "## Phương hướng năm tới", "- Thu 4 tỷ đồng.") == [("direction", "Thu 4 tỷ đồng.")]


def test_a_short_lead_in_that_reads_like_a_heading_is_one() -> None:
    assert found("# Công tác Đoàn", "Đoàn có 30 đoàn viên.", "Hạn chế:", "- Vài em vắng họp.") == [
        ("limitation", "Vài em vắng họp.")
    ]


def test_a_short_numbered_title_among_numbered_results_is_a_heading() -> None:
    assert found("1. Thu quỹ 3 triệu đồng.", "2. Bài học kinh nghiệm", "- Phải công khai mọi khoản thu.") == [
        ("lesson", "Phải công khai mọi khoản thu.")
    ]


def test_an_explicit_cause_turns_the_category_until_the_next_number() -> None:
    assert found(
        "Thôn còn một số hạn chế sau:", "1. Đường lầy lội.", "Nguyên nhân chủ yếu là do mưa kéo dài.", "2. Chợ tan sớm."
    ) == [
        ("limitation", "Đường lầy lội."),
        ("cause", "Nguyên nhân chủ yếu là do mưa kéo dài."),
        ("limitation", "Chợ tan sớm."),
    ]


def test_a_lead_in_governs_the_headings_that_follow_it_at_once() -> None:
    assert found(
        "Để chợ đông hơn, thời gian tới cần thực hiện các giải pháp sau:", "# Sửa mái che", "Thay tôn cũ.",
        "# Kẻ vạch", "Kẻ lại lối đi.",
    ) == [("direction", "Thay tôn cũ."), ("direction", "Kẻ lại lối đi.")]  # fmt: skip


def test_after_a_colon_in_prose_each_sentence_speaks_for_itself() -> None:
    text = "Tuy nhiên, chợ còn một số hạn chế: mái che cũ. Lối đi phía sau còn chậm sửa. Chợ có 40 quầy."
    assert found(text, kind="news") == [("limitation", "mái che cũ."), ("limitation", "Lối đi phía sau còn chậm sửa.")]


def test_where_limitations_have_a_heading_a_sentence_that_turns_counts_too() -> None:
    assert found(
        "# Công tác chợ",
        "Quầy hàng còn chậm sửa.",
        "Tuy nhiên, việc thu gom rác còn chậm.",
        "# Hạn chế",
        "- Mái che cũ.",
    ) == [("limitation", "Tuy nhiên, việc thu gom rác còn chậm."), ("limitation", "Mái che cũ.")]


def test_a_paragraph_that_says_the_contrary_ends_an_announced_list() -> None:
    assert found(
        "Chợ còn một số hạn chế sau:", "Mái che cũ.",
        "Nhìn chung, bà con phấn khởi, chợ đã có nhiều chuyển biến tích cực.",
        "Chợ có 40 quầy.",
    ) == [
        ("limitation", "Mái che cũ."),
        ("strength", "Nhìn chung, bà con phấn khởi, chợ đã có nhiều chuyển biến tích cực."),
    ]  # fmt: skip


def test_under_a_heading_that_only_says_evaluation_paragraphs_must_judge() -> None:
    assert (
        found("# Đánh giá chung", "Xã có 5 thôn.", "Thu chi năm nay như sau:", "- Thu 3 tỷ đồng.", "- Chi 2 tỷ đồng.")
        == []
    )
    assert found("# Đánh giá chung", "- Thôn nào cũng góp công.") == [("strength", "Thôn nào cũng góp công.")]


def test_fragments_state_nothing() -> None:
    assert found("# Mục tiêu", "80%", "Thanh niên được tuyên truyền", "- Mở thêm lớp may") == [
        ("direction", "Mở thêm lớp may")
    ]


def test_a_plan_has_only_what_stands_under_headings() -> None:
    lines = ("# Thể chế", "Việc này đã góp phần nâng cao ý thức của người dân.", "# Mục tiêu", "- Mở thêm lớp may.")
    assert found(*lines, kind="KH") == [("direction", "Mở thêm lớp may.")]
    assert len(found(*lines, kind="BC")) == 2


def test_ordinals_go_on_with_what_was_announced_in_the_same_paragraph() -> None:
    said = "Bài học rút ra là: Một là, đi từng ngõ, gõ từng nhà. Hai là, nói ít làm nhiều. Xóm có hai cây cầu treo."
    assert found(said, kind="BC") == [("lesson", "đi từng ngõ, gõ từng nhà."), ("lesson", "nói ít làm nhiều.")]


def test_a_first_ordinal_goes_on_with_nothing_that_was_not_announced() -> None:
    said = "Việc ghi chép ở các tổ còn sơ sài, chậm trễ. Một là, xóm có hai cây cầu treo. Hai là, đò chạy hai chuyến."
    assert found(said, kind="BC") == [("limitation", "Việc ghi chép ở các tổ còn sơ sài, chậm trễ.")]


@pytest.mark.parametrize(
    ("sentence", "issued_on", "planned"),
    [
        ("Đến năm 2030, tỷ lệ lao động qua đào tạo của xã đạt 75%.", "2024-03", True),
        ("Giai đoạn 2026 - 2030, tốc độ tăng trưởng bình quân 8%/năm.", "2025", True),
        # the same words tell what was, in a report that was made later
        ("Đến năm 2020, tỷ lệ lao động qua đào tạo của xã đạt 75%.", "2024-03", False),
        # nothing tells when the report was made
        ("Đến năm 2030, tỷ lệ lao động qua đào tạo của xã đạt 75%.", None, False),
        # said of the year itself, or already so
        ("Năm 2025 là năm cuối của nhiệm kỳ đại hội các cấp.", "2024-12", False),
        ("Quy hoạch giai đoạn 2026 - 2030 đã được duyệt từ tháng trước.", "2025-12", False),
    ],
)
def test_a_year_to_come_plans(sentence: str, issued_on: str | None, planned: bool) -> None:
    records = extract_assessments(report(sentence), PACKS, Described(kind="BC", issued_on=issued_on))
    assert [record.category.value for record in records] == (["direction"] if planned else [])


def test_records_say_what_decided() -> None:
    records = extract_assessments(
        report("# Hạn chế", "- Vài tổ trưởng đổ rác ra mương.", "- Việc ghi chép còn sơ sài."),
        PACKS,
        Described(kind="BC"),
    )
    assert [record.basis for record in records] == [Basis.HEADING, Basis.BOTH]
    assert records[0].section == ("Hạn chế",)
    assert records[0].confidence < records[1].confidence


WORDS = st.sampled_from(
    [
        "# Ưu điểm",
        "# Tồn tại, nguyên nhân",
        "# Đánh giá",
        "# x",
        "## Hạn chế",
        "- a:",
        "- còn một số hạn chế sau:",
        "+ b",
    ]
)
NOISE = st.text(alphabet="aàđ :;.,…“”-+1)(\nchưacònyếu", max_size=40)


@given(st.lists(st.one_of(WORDS, NOISE, st.text(max_size=30)), max_size=12))
def test_never_raises_and_every_record_stands_where_it_says(lines: list[str]) -> None:
    laid = report(*(line.replace("\n", " ").replace("\r", " ") for line in lines))
    records = extract_assessments(laid, PACKS, Described())
    assert all(laid.text[r.start : r.end] == r.text and r.text for r in records)
    assert all(a.end <= b.start for a, b in pairwise(records))


@pytest.mark.parametrize(
    "piece",
    [
        "đã ",
        "còn ",
        "chưa được ",
        "nhiệm vụ ",
        "để ",
        "hạn chế, ",
        "đã đã được có ",
        "kết quả ",
        "nguyên nhân ",
        "((",
        "“",
    ],
)
def test_no_pattern_blows_up(piece: str) -> None:
    text = piece * (4_000 // len(piece))
    begun = time.process_time()
    for rule in PACKS.rules(FILE, AssessmentRule):
        for match in rule.regex.finditer(text):
            assert match.end() <= len(text)
    assert time.process_time() - begun < 2.0


def test_all_uses_have_rules() -> None:
    assert {rule.use for rule in PACKS.rules(FILE, AssessmentRule)} == set(Use)
