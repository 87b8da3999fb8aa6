"""Which limitation a cause or remedy belongs to: by its words, its paragraph, its item or its number."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.extract.assessments import extract_assessments
from trichluc.extract.described import Described
from trichluc.layout.model import Letterhead, Passage, Report, Zone
from trichluc.packs import load_packs
from trichluc.run import extract_text
from trichluc.source_builder import SourceBuilder

PACKS = load_packs()


def report(*lines: str) -> Report:
    """Lay out by hand: ``# Title`` is a heading, ``1. item`` and ``- item`` are items, ``  text`` hangs on an item."""
    builder = SourceBuilder("text/plain")
    passages, path = [], []
    for line in lines:
        inner, mark, text = re.fullmatch(r"(\s*)(#+|-|\(?\d[.)])?\s*(.*)", line).groups()
        span = builder.paragraph(text)
        if mark and mark[0] == "#":
            path = path[: len(mark) - 1]
            passages.append(Passage(span, Zone.BODY, tuple(path), True, depth=len(mark) - 1))
            path = [*path, text]
        else:
            depth = len(path) + bool(inner)
            passages.append(
                Passage(span, Zone.BODY, tuple(path), False, mark, depth, text.endswith(":"), len(passages))
            )
    return Report(builder.build(), Letterhead(), tuple(passages))


def links(*lines: str) -> list[tuple[str, str]]:
    """Return each cause or remedy with the limitation that it is about, both by their first three words."""
    records = extract_assessments(report(*lines), PACKS, Described(kind="BC"))
    words = {record.id: " ".join(record.text.split()[:3]) for record in records}
    return [
        (words[record.id], words.get(record.about or "", "-"))
        for record in records
        if record.category.value in ("cause", "remedy")
    ]


def test_a_cause_in_the_paragraph_of_a_limitation_is_about_it() -> None:
    lines = ["Việc phối hợp giữa hai tổ còn chậm. Nguyên nhân là do chưa có quy chế chung."]
    assert links(*lines) == [("Nguyên nhân là", "Việc phối hợp")]


def test_a_cause_under_the_item_of_a_limitation_is_about_it() -> None:
    lines = [
        "# Tồn tại, nguyên nhân",
        "1. Thu quỹ ở thôn Hạ còn chậm.",
        "  - Nguyên nhân là do tổ thu mỏng.",
        "2. Họp chi hội chưa đều.",
        "  - Nguyên nhân là do hội viên đi làm xa.",
    ]
    assert links(*lines) == [("Nguyên nhân là", "Thu quỹ ở"), ("Nguyên nhân là", "Họp chi hội")]


def test_lists_of_the_same_numbers_go_together() -> None:
    lines = [
        "# Hạn chế",
        "1. Sân trường còn lầy lội.",
        "2. Thư viện thiếu sách mới.",
        "# Nguyên nhân của hạn chế",
        "1. Kinh phí sửa chữa ít.",
        "2. Danh mục đặt mua chậm duyệt.",
        "# Biện pháp khắc phục",
        "1. Đổ lại nền sân trong hè.",
        "2. Trình duyệt danh mục trước tháng ba.",
    ]
    assert links(*lines) == [
        ("Kinh phí sửa", "Sân trường còn"),
        ("Danh mục đặt", "Thư viện thiếu"),
        ("Đổ lại nền", "Sân trường còn"),
        ("Trình duyệt danh", "Thư viện thiếu"),
    ]


def test_lists_of_other_numbers_or_bullets_do_not() -> None:
    lines = ["# Hạn chế", "1. Sân lầy lội.", "2. Sách còn thiếu.", "# Nguyên nhân", "1. Kinh phí ít.", "- Duyệt chậm."]
    assert {about for _, about in links(*lines)} == {"-"}
    lines = ["# Hạn chế", "- Sân lầy lội.", "- Sách còn thiếu.", "# Nguyên nhân", "- Kinh phí ít.", "- Duyệt chậm."]
    assert {about for _, about in links(*lines)} == {"-"}


def test_words_that_name_a_limitation_decide() -> None:
    lines = [
        "# Hạn chế",
        "1. Sân trường lầy lội.",
        "2. Thư viện thiếu sách mới.",
        "# Nguyên nhân",
        "- Nguyên nhân của hạn chế thứ hai là do danh mục chậm duyệt.",
        "- Đối với tồn tại (1): kinh phí sửa chữa ít.",
    ]
    assert links(*lines) == [("Nguyên nhân của", "Thư viện thiếu"), ("Đối với tồn", "Sân trường lầy")]


@pytest.mark.parametrize(
    ("cause", "linked"),
    [
        ("Nguyên nhân của hạn chế trên là do chưa có kho.", True),
        ("Nguyên nhân của tình trạng này là do chưa có kho.", True),
        ("Nguyên nhân chủ yếu là do chưa có kho.", True),
        ("Điều này là do chưa có kho.", True),
        ("Có được kết quả trên là nhờ chi bộ gương mẫu.", False),  # the cause of a success
    ],
)
def test_a_cause_that_points_back_at_the_only_limitation(cause: str, linked: bool) -> None:
    found = dict(links("Tuy nhiên, việc giao thóc giống cho các hộ còn chậm.", cause))
    assert [about != "-" for about in found.values()] == [linked]


def test_of_several_limitations_none_is_picked() -> None:
    lines = [
        "Tuy nhiên, việc giao thóc giống còn chậm.",
        "Việc kiểm kê kho cũng chưa kịp thời.",
        "Nguyên nhân của những hạn chế trên là do thiếu người.",
    ]
    assert links(*lines) == [("Nguyên nhân của", "-")]


def test_ids_point_into_the_same_document() -> None:
    text = "BÁO CÁO\nTổng kết công tác năm 2020\n\nI. HẠN CHẾ\n1. Việc thu quỹ còn chậm.\n2. Họp chưa đều.\n"
    text += "II. NGUYÊN NHÂN\n1. Tổ thu quỹ mỏng người.\n2. Hội viên đi làm xa nhiều.\n"
    result = extract_text(text)
    records = {record.id: record for record in result.assessments}
    pairs = [(record.text, records[record.about].text) for record in result.assessments if record.about]
    assert pairs == [
        ("Tổ thu quỹ mỏng người.", "Việc thu quỹ còn chậm."),
        ("Hội viên đi làm xa nhiều.", "Họp chưa đều."),
    ]


LINES = st.sampled_from(
    [
        "# Hạn chế",
        "# Nguyên nhân",
        "## Khắc phục",
        "1. Việc họp còn chậm.",
        "2. Nguyên nhân của hạn chế thứ hai là do ít người.",
        "  - Nguyên nhân là do ít vốn.",
        "- Họp chưa đều, chưa đủ.",
        "Điều này là do mưa.",
        "Đã hoàn thành tốt kế hoạch.",
    ]
)


@given(st.lists(LINES, max_size=12))
def test_only_causes_and_remedies_are_about_limitations_that_are_there(lines: list[str]) -> None:
    records = extract_assessments(report(*lines), PACKS, Described(kind="BC"))
    categories = {record.id: record.category.value for record in records}
    assert len(categories) == len(records)
    for record in records:
        if record.about is not None:
            assert categories[record.about] == "limitation"
            assert record.category.value in ("cause", "remedy")
