"""The rule families as spaCy components: found by name, spans true, and the same records as in the program itself."""

import pytest

from trichluc.extract.assessments import extract_assessments
from trichluc.extract.document import describe
from trichluc.extract.indicators import extract_indicators
from trichluc.extract.pipeline import build_pipeline, run_pipeline
from trichluc.extract.references import extract_references
from trichluc.layout import lay_out
from trichluc.packs import load_packs
from trichluc.parsers.text import parse_text

PACKS = load_packs()
TEXT = """ĐẢNG ỦY XÃ LONG HÒA

BÁO CÁO
Kết quả công tác năm 2021

I. KẾT QUẢ
Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, xã đã kết nạp 12 đảng viên, đạt 95,5% kế hoạch.
II. ĐÁNH GIÁ CHUNG
1. Ưu điểm
- Các   chi bộ họp đều, sổ sách rõ ràng.
2. Hạn chế
- Việc thu đảng phí còn chậm.
III. PHƯƠNG HƯỚNG NĂM 2022
1. Tiếp tục vận động bà con làm đường.
"""


@pytest.fixture(scope="module")
def nlp():
    import spacy

    nlp = spacy.blank("xx")
    for family in ("references", "indicators", "assessments"):
        nlp.add_pipe(f"trichluc_{family}")
    return nlp


def test_any_spacy_user_reads_spans_and_records(nlp) -> None:
    doc = nlp(TEXT)
    assert [span._.record.symbol for span in doc.spans["references"]] == ["05-CT/TW"]
    assert {record.unit for record in doc._.indicators} >= {"%", "đảng viên"}
    assert [span.label_ for span in doc.spans["assessments"]] == ["strength", "limitation", "direction"]
    for family in ("references", "indicators", "assessments"):
        for record in getattr(doc._, family):
            assert doc.text[record.start : record.end] == record.text
    assert doc._.trichluc_unplaced == ()


def test_a_record_keeps_the_white_space_of_the_users_own_text(nlp) -> None:
    records = nlp(TEXT)._.assessments
    assert records[0].text == "Các   chi bộ họp đều, sổ sách rõ ràng."


@pytest.mark.parametrize("text", ["", "\n", "Chỉ thị 05", "a\u0301\u0323 \ufb01 Ð 05-CT/TW", "x" * 3000 + " còn yếu."])
def test_odd_texts_pass(nlp, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text


def test_text_in_decomposed_letters_gives_true_offsets(nlp) -> None:
    import unicodedata

    doc = nlp(unicodedata.normalize("NFD", TEXT))
    assert [span._.record.symbol for span in doc.spans["references"]] == ["05-CT/TW"]
    assert all(doc.text[r.start : r.end] == r.text for r in doc._.assessments)
    assert doc._.assessments[1].text == unicodedata.normalize("NFD", "Việc thu đảng phí còn chậm.")


def test_the_program_runs_the_same_components() -> None:
    source = parse_text(TEXT)
    report = lay_out(source, PACKS)
    described = describe(report, PACKS)
    references, indicators, assessments = run_pipeline(report, described, PACKS)
    assert references == extract_references(report, PACKS, described)
    assert indicators == extract_indicators(report, PACKS, described)
    assert assessments == extract_assessments(report, PACKS, described)


def test_the_pipeline_is_built_once() -> None:
    assert build_pipeline(PACKS) is build_pipeline(PACKS)
    assert build_pipeline(PACKS).pipe_names == ["trichluc_references", "trichluc_indicators", "trichluc_assessments"]


def test_a_users_own_rules_can_be_laid_over(tmp_path) -> None:
    import spacy

    (tmp_path / "assessments.toml").write_text(
        '[[rule]]\nid = "own"\nuse = "heading"\nopens = "lesson"\npattern = "điều nhớ đời"\nmatch = ["Điều nhớ đời"]\n',
        encoding="utf-8",
    )
    nlp = spacy.blank("xx")
    nlp.add_pipe("trichluc_assessments", config={"rules": [str(tmp_path)]})
    doc = nlp("BÁO CÁO\nI. ĐIỀU NHỚ ĐỜI\n- Đi họp phải mang sổ.\n")
    assert [(r.category.value, r.text) for r in doc._.assessments] == [("lesson", "Đi họp phải mang sổ.")]
