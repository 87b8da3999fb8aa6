"""The share of valid syllables as a grade of documents and pages."""

from __future__ import annotations

import pytest

from trichluc import extract
from trichluc.parsers.text import parse_text
from trichluc.quality import document_quality, page_qualities, quality_problem
from trichluc.source_builder import SourceBuilder

GOOD = "Trong năm, Đảng ủy xã đã tổ chức học tập, quán triệt nghị quyết đến từng chi bộ và toàn thể đảng viên. " * 2
BAD = (
    "Trọg nănı, Đang uy xđ đa tê chưrc họoc tâ.p, quàn triêệt nghj quy?t đén từmg chl bọo vâ toàin thẻể đảmg vlên. " * 2
)
ENGLISH = (
    "The committee has adopted its yearly plan and will report to the people about schools and roads next spring. " * 2
)


@pytest.mark.parametrize(
    ("text", "low", "high", "said"),
    [(GOOD, 0.98, 1.0, False), (BAD, 0.2, 0.79, True), (ENGLISH, 0.0, 0.5, True)],
)
def test_documents_are_graded(text, low, high, said):
    result = extract(text)
    assert result.document.quality is not None
    assert low <= result.document.quality <= high
    assert any(problem.code == "low-quality" for problem in result.problems) == said


def test_a_few_words_are_not_assessed():
    source = parse_text("Đảng ủy xã")
    assert (document_quality(source), quality_problem(source)) == (None, None)


def test_pages_are_graded():
    builder = SourceBuilder("application/pdf")
    for page, text in enumerate((GOOD, GOOD * 4, BAD, "Phụ lục"), 1):
        builder.paragraph(text, page=page)
    source = builder.build()
    grades = page_qualities(source)
    assert list(grades) == [1, 2, 3, 4]
    assert grades[1] == grades[2] == 1.0
    assert (grades[3] or 1) < 0.8
    assert grades[4] is None
    found = quality_problem(source)
    assert found is not None
    assert (found.severity, "page 3" in found.message) == ("note", True)
