"""The outline in every manner that offices write it: which lines are headings, what stands under which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.layout import lay_out
from trichluc.layout.markers import read_marker
from trichluc.layout.model import Report, Zone
from trichluc.packs import load_packs
from trichluc.parsers.text import parse_text

HEAD = "ĐẢNG ỦY XÃ HÒA AN\nSố: 5-BC/ĐU\nBÁO CÁO\nKết quả công tác năm 2021\n"
SAID = "Cấp ủy đã tổ chức học tập nghị quyết cho toàn thể đảng viên trong chi bộ."
MORE = "Các đoàn thể phối hợp chặt chẽ với ban nhân dân ấp trong công tác vận động."
LONG = "Nâng cao nhận thức và trách nhiệm" + " của cán bộ, hội viên" * 4
LAST = "Xây dựng quy chế làm việc, phân công từng cấp ủy viên phụ trách tổ dân phố."


def laid(text: str) -> Report:
    return lay_out(parse_text(text), load_packs())


def paths(*lines: str) -> list[tuple[str, ...]]:
    """Return the headings above each passage of the body that is no heading itself."""
    report = laid(HEAD + "\n".join(lines))
    return [p.section for p in report.passages if p.zone is Zone.BODY and not p.heading]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["I. KẾT QUẢ", SAID], [("KẾT QUẢ",)]),
        (["I- Kết quả", SAID], [("Kết quả",)]),
        (["I/ KẾT QUẢ", SAID], [("KẾT QUẢ",)]),
        (["A. KẾT QUẢ", "I. Công tác Đảng", SAID], [("KẾT QUẢ", "Công tác Đảng")]),
        (["PHẦN I", "KẾT QUẢ", SAID], [("KẾT QUẢ",)]),
        (["1. Kết quả", SAID, "2. Phương hướng", MORE], [("Kết quả",), ("Phương hướng",)]),
        (["1- Kết quả", SAID], [("Kết quả",)]),
        (["1) Kết quả", SAID], [("Kết quả",)]),
        (["I. KẾT QUẢ", "1. Công tác Đảng", SAID, "II. PHƯƠNG HƯỚNG", MORE],
         [("KẾT QUẢ", "Công tác Đảng"), ("PHƯƠNG HƯỚNG",)]),
        (["1. Kết quả", "1.1. Công tác Đảng", SAID, "1.2. Đoàn thể", MORE],
         [("Kết quả", "Công tác Đảng"), ("Kết quả", "Đoàn thể")]),
        (["1. Kết quả", "a) Công tác Đảng", SAID, "b) Đoàn thể", MORE],
         [("Kết quả", "Công tác Đảng"), ("Kết quả", "Đoàn thể")]),
        (["1. Kết quả", "a- Công tác Đảng", SAID], [("Kết quả", "Công tác Đảng")]),
        (["KẾT QUẢ", SAID], [("KẾT QUẢ",)]),  # capitals without any number
        (["**Kết quả đạt được**", SAID, "**Tồn tại**", MORE],  # bold without any number
         [("Kết quả đạt được",), ("Tồn tại",)]),
        # a title that has lost its print stands as those do that are known by their words
        (["Tồn tại", SAID, "Nguyên nhân", MORE, "Xác định việc cần ưu tiên", LAST],
         [("Tồn tại",), ("Nguyên nhân",), ("Xác định việc cần ưu tiên",)]),
        (["Tồn tại", SAID, "Xác định việc cần ưu tiên", MORE], [("Tồn tại",)] * 3),  # beside one alone it is text
        (["Tồn tại", SAID, "Nguyên nhân", MORE, "Chợ họp ngày rằm.", LAST], [("Tồn tại",)] + [("Nguyên nhân",)] * 3),
    ],
)  # fmt: skip
def test_numbered_and_shown_headings(lines, expected) -> None:
    assert paths(*lines) == expected


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"- Ưu điểm: {SAID}", "Ưu điểm"),
        (f"* Hạn chế: {SAID}", "Hạn chế"),
        (f"+ Nguyên nhân: {SAID}", "Nguyên nhân"),
        (f"1. Về mục tiêu: {SAID}", "Về mục tiêu"),
        (f"a) Ưu điểm. {SAID}", "Ưu điểm"),
    ],
)
def test_a_heading_may_share_its_paragraph_with_text(line, title) -> None:
    report = laid(HEAD + "I. KẾT QUẢ\n" + line)
    body = [p for p in report.passages if p.zone is Zone.BODY]
    assert [p.span.of(report.text) for p in body if p.heading] == ["KẾT QUẢ", title]
    assert [(p.section, p.span.of(report.text)) for p in body if not p.heading] == [(("KẾT QUẢ", title), SAID)]


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        # written small with its numeral, as whole titles are in some copies
        (["I. Nội dung", SAID, "Ii. tổ chức thực hiện", MORE], ["Nội dung", "tổ chức thực hiện"]),
        # a title of two lines' length over text, without a full stop
        ([f"1. {LONG}", SAID, f"2. {LONG} tại các thôn", MORE], [LONG, f"{LONG} tại các thôn"]),
        # names that are listed between two sections do not take their titles from them
        (["1. Tiềm năng", SAID, "1. Khu Đồi Chè", "2. Khu Bến Đá", "3. Khu Gò Mít", "4. Khu Ao Sen", MORE,
          "2. Giải pháp", LAST], ["Tiềm năng", "Giải pháp"]),
        # answers to choose from are items, also the one in bold
        (["Câu 1: Hội thi có mấy vòng?", "A. Một vòng", "**B. Hai vòng**", "C. Ba vòng", "D. Bốn vòng"],
         ["Hội thi có mấy vòng?"]),
        # one title on two lines, in capitals; a known heading under a title is its own
        (["PHÂN CÔNG CÁC CHỈ TIÊU PHÁT TRIỂN CHĂN NUÔI", "VÀ TRỒNG TRỌT ĐẾN NĂM 2030", SAID, "HẠN CHẾ", MORE],
         ["PHÂN CÔNG CÁC CHỈ TIÊU PHÁT TRIỂN CHĂN NUÔI", "VÀ TRỒNG TRỌT ĐẾN NĂM 2030", "HẠN CHẾ"]),
        # an annex with a letterhead of its own
        (["I. KẾT QUẢ", SAID, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 7-BC/ĐU", MORE],
         ["KẾT QUẢ"]),
        # a subsection that repeats the title of its section
        (["7. Phát thẻ cho hội viên mới", "7.1. Phát thẻ cho hội viên mới", SAID, "7.2. Đổi thẻ", MORE],
         ["Phát thẻ cho hội viên mới", "Phát thẻ cho hội viên mới", "Đổi thẻ"]),
    ],
)  # fmt: skip
def test_which_lines_are_headings(lines, headings) -> None:
    report = laid(HEAD + "\n".join(lines))
    assert [p.span.of(report.text) for p in report.passages if p.zone is Zone.BODY and p.heading] == headings


DASHES = [f"- {SAID}", f"- {MORE}"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # any bullet may stand outermost: what comes right under a heading belongs to it
        (["* Ưu điểm:", *DASHES, "* Hạn chế:", f"- {LAST}"], [("Ưu điểm",), ("Ưu điểm",), ("Hạn chế",)]),
        (["+ Ưu điểm:", *DASHES, "+ Hạn chế:", f"- {LAST}"], [("Ưu điểm",), ("Ưu điểm",), ("Hạn chế",)]),
        (["- Ưu điểm:", f"+ {SAID}", "- Hạn chế:", f"+ {MORE}", f"+ {LAST}"],
         [("Ưu điểm",), ("Hạn chế",), ("Hạn chế",)]),
        (["• Ưu điểm:", *DASHES, "• Tồn tại:", f"+ {LAST}"], [("Ưu điểm",), ("Ưu điểm",), ("Tồn tại",)]),
        # dashes that stood before a starred heading go on after it
        ([*DASHES, "* Hạn chế:", f"+ {LAST}", f"- {SAID}"], [(), (), ("Hạn chế",), ()]),
        # a dash after a heading with its text in one paragraph stands beside it
        (["+ Hạn chế: " + SAID, f"- {MORE}"], [("Hạn chế",), ()]),
        # letters and numerals before a point, as in ``II.1``
        (["I.1. Ưu điểm", SAID, "I.2. Hạn chế", MORE], [("Ưu điểm",), ("Hạn chế",)]),
        (["A.1 Ưu điểm", SAID, "A.2 Hạn chế", MORE], [("Ưu điểm",), ("Hạn chế",)]),
        (["I. Kết quả", "II.1. Ưu điểm", SAID], [("Kết quả", "Ưu điểm")]),
        (["1/ Ưu điểm:", SAID, "2/ Tồn tại:", MORE], [("Ưu điểm",), ("Tồn tại",)]),
        (["(1) Ưu điểm", SAID, "(2) Hạn chế", MORE], [("Ưu điểm",), ("Hạn chế",)]),
        (["a- Ưu điểm:", SAID, "b- Khuyết điểm:", MORE], [("Ưu điểm",), ("Khuyết điểm",)]),
        (["Ưu điểm:", SAID, "Hạn chế:", MORE], [("Ưu điểm",), ("Hạn chế",)]),
        (["Mục 1. Ưu điểm", SAID, "Mục 2. Hạn chế", MORE], [("Ưu điểm",), ("Hạn chế",)]),
        (["Phần thứ nhất: Ưu điểm", SAID, "Phần thứ hai: Hạn chế", MORE], [("Ưu điểm",), ("Hạn chế",)]),
        ([f"_ Ưu điểm: {SAID}"], [("Ưu điểm",)]),
        (["Bài học kinh nghiệm.", SAID], [("Bài học kinh nghiệm",)]),
    ],
)  # fmt: skip
def test_every_manner_of_offices(lines, expected) -> None:
    assert paths(*lines) == expected


def test_a_title_on_two_lines_is_one_in_the_path_of_headings() -> None:
    first, second = "PHÂN CÔNG CÁC CHỈ TIÊU PHÁT TRIỂN CHĂN NUÔI", "VÀ TRỒNG TRỌT ĐẾN NĂM 2030"
    assert paths(first, second, SAID, "ĐÁNH GIÁ TÌNH HÌNH CHUNG", "HẠN CHẾ", MORE) == [
        (f"{first} {second}",),
        ("HẠN CHẾ",),  # a known heading is a title of its own
    ]


def test_recipients_beside_and_below_a_signature() -> None:
    foot = "T/M BAN THƯỜNG VỤ\nNơi nhận:\n" + "\n".join(f"- Cơ quan {n}," for n in "ABCDEF") + "\nTrần Thị Hoa\n"
    report = laid(HEAD + f"I. KẾT QUẢ\n{SAID}\n{foot}")
    zones = [p.zone for p in report.passages if p.zone in (Zone.SIGNATURE, Zone.RECIPIENTS)]
    assert zones == [Zone.SIGNATURE, *[Zone.RECIPIENTS] * 7, Zone.SIGNATURE]
    signatory = report.letterhead.signatory
    assert signatory is not None
    assert signatory.of(report.text) == "Trần Thị Hoa"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Sáu là,đổi mới cách làm việc của tổ công tác.", "Sáu là,"),  # no blank after the comma
        ("K/T TRƯỞNG BAN", None),  # for the head of the office, and no letter K
        ("T/M BAN CHẤP HÀNH", None),
        ("K/ Kết quả khác", "K/"),
        ("IIII. KIẾN NGHỊ", "IIII."),  # one stroke too many
        ("V/v báo cáo kết quả", None),  # the subject of a letter
    ],
)
def test_markers_at_their_limits(line, number) -> None:
    marker = read_marker(line)
    assert (marker.text if marker else None) == number


def test_a_tail_stands_below_the_signature_only() -> None:
    text = (
        HEAD
        + f"I. KẾT QUẢ\n- {SAID}\n+ Thẻ hội viên đã được cấp.\n- {MORE}\nNơi nhận:\n- Như trên.\n"
        + "Tags: thi đua\nTin khác\n"
    )
    report = laid(text)
    furniture = [p.span.of(report.text) for p in report.passages if p.zone is Zone.FURNITURE]
    assert furniture == ["Tags: thi đua", "Tin khác"]


def test_a_sentence_on_recipients_is_text() -> None:
    said = "Nơi nhận hồ sơ là bộ phận một cửa của xã, mở cửa cả sáng thứ bảy."
    report = laid(HEAD + f"I. KẾT QUẢ\n{said}\n{MORE}")
    assert [p.span.of(report.text) for p in report.passages if p.zone is Zone.BODY and not p.heading] == [said, MORE]


def test_items_have_their_bullets_as_data() -> None:
    report = laid(HEAD + f"I. KẾT QUẢ\n- {SAID}\n+ {MORE}\nMột là, {LAST}")
    items = [p for p in report.passages if p.zone is Zone.BODY and not p.heading]
    assert [p.number for p in items] == ["-", "+", "Một là,"]
    assert [p.span.of(report.text)[:7] for p in items] == [SAID[:7], MORE[:7], LAST[:7]]


def test_a_lead_in_announces_its_items() -> None:
    report = laid(HEAD + f"I. KẾT QUẢ\nNăm qua, chi bộ đã đạt những kết quả như sau:\n- {SAID}\n- {MORE}")
    items = [p for p in report.passages if p.zone is Zone.BODY and not p.heading]
    assert [p.lead_in for p in items] == [True, False, False]


@pytest.mark.parametrize(
    "line",
    [
        "15 hộ gia đình được hỗ trợ xây nhà trong năm qua tại địa phương.",  # a number of things
        "1.250 triệu đồng là tổng số tiền ủng hộ trong năm.",
        "- Mở 2 lớp học;",  # an item
        "Năm 2021: 12 đảng viên mới được kết nạp vào Đảng, tăng 2 đồng chí.",
    ],
)
def test_what_is_no_heading(line) -> None:
    report = laid(HEAD + "I. KẾT QUẢ\n" + SAID + "\n" + line)
    assert [p.span.of(report.text) for p in report.passages if p.heading] == ["KẾT QUẢ"]


def test_a_footnote_has_the_section_of_its_mark() -> None:
    report = laid(HEAD + f"I. KẾT QUẢ\nMở 2 lớp[1] trong năm.\nII. PHƯƠNG HƯỚNG\n{MORE}\n[1] Lớp cảm tình Đảng.")
    (note,) = [p for p in report.passages if p.zone is Zone.NOTE]
    assert (note.section, note.number) == (("KẾT QUẢ",), "1")


PARTS = st.sampled_from(
    ["I. ", "1. ", "a) ", "- ", "+ ", "\n", "KẾT QUẢ", "Ưu điểm", ":", "Nơi nhận:", "BÁO CÁO", "Số: 5-BC/ĐU", SAID,
     "\t", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hòa An, ngày 02 tháng 3 năm 2021", "BÍ THƯ", "**", "Phụ lục", "STT | Nội"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=40).map("".join))
def test_never_raises_and_passages_do_not_overlap(text) -> None:
    report = laid(text)
    end = 0
    for passage in report.passages:
        assert end <= passage.span.start < passage.span.end <= len(report.text)
        end = passage.span.end
