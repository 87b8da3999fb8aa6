"""Sentence splitting: what ends a sentence, what does not, and that nothing is lost or moved."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.text.sentences import sentences

CASES = [
    # one sentence each: the stop belongs to an abbreviation, a number or a name
    ["Cả xã có 1.234 hộ và 5.678,9 tấn lúa."],
    ["II. KẾT QUẢ THỰC HIỆN"],  # list numbers open a line
    ["3.2. Công tác tổ chức"],
    ["a. Ưu điểm"],
    ["Hội thảo có PGS.TS. Lê Văn Tám và ThS. Trần Thị Bưởi dự."],
    ["Đoàn về TP. Thái Bình, Tp. Vinh và P. Đông Hà."],
    ["Ban Bí thư T.Ư. Đoàn đã họp."],
    ["Chi bộ giới thiệu đ/c. Nguyễn Thị Na vào Đảng."],
    ["Sách của V.I. Lênin và C. Mác có ở thư viện."],
    ["Phát quà, tặng sách, v.v. cho các cháu."],
    ["Trồng cây, nạo vét kênh... rồi dọn vệ sinh."],
    ["Trồng cây, nạo vét kênh . . . rồi dọn vệ sinh."],  # dots of omission with blanks
    ["Trường đạt chuẩn; sân chơi được xây mới; lớp học đủ bàn ghế."],  # semicolons do not part
    ["Cụ thể: có 3 tổ đạt loại khá."],
    ["Xem tại www.vidu.vn. và trang của xã."],
    ["Bà hỏi “Ai đi?” rồi về."],
    # two and more
    ["Trồng cây, nạo vét kênh . . .", "Tuy vậy, rác còn nhiều."],
    ["Đạt 95,5%.", "12 hộ thoát nghèo.", "Vượt kế hoạch."],
    ["Chi bộ đã họp.", "Đảng viên dự đủ!", "Ai vắng?"],
    ["Ông nói: “Tốt lắm.”", "Bà cũng vậy."],
    ["Phát quà, tặng sách, v.v.", "Các cháu rất vui."],
    ["Đã xếp loại nhóm A.", "Còn lại xếp nhóm B."],
    ["Giao đồng chí Nguyễn Văn A.", "Thời hạn một tháng."],
    ["Trên đây là báo cáo của trường./.", "Nơi nhận:"],
    ["Tổ chức hội thi…", "Kết quả tốt."],
]


@pytest.mark.parametrize("parts", CASES, ids=lambda parts: parts[0])
def test_text_is_parted_as_written(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [span.of(text) for span in sentences(text)] == parts


def test_a_stop_without_a_blank_parts_words_but_not_names() -> None:
    assert [s.of(t) for t in ["Đã có kế hoạch.Trong năm đã làm."] for s in sentences(t)] == [
        "Đã có kế hoạch.",
        "Trong năm đã làm.",
    ]
    assert len(sentences("Báo Nhandan.vn và GS.Trần Văn Hai dự; UBND T.Hà Nam họp.")) == 1


def test_a_line_break_always_parts() -> None:
    text = "Phòng Nội vụ\n\nPhòng Tư pháp"
    assert [s.of(text) for s in sentences(text)] == ["Phòng Nội vụ", "Phòng Tư pháp"]


def test_only_the_asked_for_stretch_is_read() -> None:
    text = "Một câu. Hai câu. Ba câu."
    assert [s.of(text) for s in sentences(text, 9, 17)] == ["Hai câu."]
    assert sentences(text, 8, 8) == []


@given(st.text(alphabet="aĐ1. \n…!?”“(v/TP;:", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_never_raises_loses_nothing_and_spans_are_true(text: str, a: int, b: int) -> None:
    start, end = min(a, b, len(text)), min(max(a, b), len(text))
    spans = sentences(text, start, end)
    kept = {i for span in spans for i in range(span.start, span.end)}
    assert all(text[i].isspace() for i in range(start, end) if i not in kept)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(start <= s.start < s.end <= end and s.of(text) == s.of(text).strip() for s in spans)


@pytest.mark.parametrize("piece", [".", ". ", "a.", "(", "… ", "./.", "T. ", "1."])
def test_time_is_linear(piece: str) -> None:
    assert sentences(piece * 20_000)
