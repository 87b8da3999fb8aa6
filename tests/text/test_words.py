"""Segmentation: exact offsets, symbols and domain words whole, and a spaCy tokenizer that rebuilds the text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trichluc.source import Span
from trichluc.text.words import WordTokenizer, create_tokenizer, pieces, words

SENTENCE = "Đảng ủy Sở Công Thương đã ban hành Kế hoạch số 12-KH/ĐU thực hiện Chỉ thị 05-CT/TW."


def parted(text: str) -> list[str]:
    return [word.of(text) for word in words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (SENTENCE, ["Đảng ủy", "ban hành", "12-KH/ĐU", "05-CT/TW"]),
        ("Các cấp uỷ và chi uỷ đã họp.", ["cấp uỷ", "chi uỷ"]),  # the other place of the tone mark is kept
        ("ĐẢNG BỘ XÃ LONG HÒA", ["ĐẢNG BỘ"]),
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", ["30/2020/NĐ-CP", "05/3/2020"]),
        ("CB-CNV đạt 1.234,5 triệu đồng", ["CB-CNV", "1.234,5"]),
        ("Các cháu thiếu nhi chủ yếu tự do vui chơi", ["thiếu nhi", "chủ yếu", "tự do"]),
    ],
)
def test_words_that_stay_whole(text: str, whole: list[str]) -> None:
    assert [word for word in parted(text) if word in whole] == whole


def test_syllables_that_stand_alone_are_told_from_parts_of_words() -> None:
    assert "yếu" in parted("Công tác phối hợp còn yếu.")
    assert "thiếu" in parted("Trường còn thiếu phòng học.")


def test_words_are_offsets_into_the_whole_text() -> None:
    text = "Một câu khác. " + SENTENCE
    span = Span(14, len(text))
    found = words(text, span)
    assert all(word.start >= 14 for word in found)
    assert [word.of(text) for word in found] == parted(SENTENCE)


def test_without_segmentation_tokens_are_syllables() -> None:
    from spacy.vocab import Vocab

    doc = WordTokenizer(Vocab(), everything=False)("Chi bộ có 12 đảng viên, còn yếu (05-CT/TW).")
    assert " ".join(token.text for token in doc) == "Chi bộ có 12 đảng viên , còn yếu ( 05-CT/TW ) ."


def test_cheap_pieces_keep_symbols_and_numbers() -> None:
    text = "Số 05-CT/TW; tăng 1.234,5%..."
    assert [text[a:b] for a, b in pieces(text)] == ["Số", "05-CT/TW", ";", "tăng", "1.234,5", "%", "..."]


@pytest.fixture(scope="module")
def tokenizer() -> WordTokenizer:
    from spacy.vocab import Vocab

    return WordTokenizer(Vocab())


@pytest.mark.parametrize("text", ["", " ", "\n\n", "  Chi bộ\n\n đã\thọp .  ", SENTENCE, "a  b", "…“ ”./.\u200b"])
def test_the_tokenizer_rebuilds_the_text(tokenizer: WordTokenizer, text: str) -> None:
    doc = tokenizer(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@settings(max_examples=150)
@given(
    st.text(alphabet=st.one_of(st.sampled_from("đảng ủy 05-CT/TW.\n,…v́à"), st.characters(codec="utf-8")), max_size=80)
)
def test_any_text_is_rebuilt_with_true_offsets(text: str) -> None:
    from spacy.vocab import Vocab

    vocab = Vocab()
    for everything in (True, False):
        doc = WordTokenizer(vocab, everything=everything)(text)
        assert doc.text == text
        assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
    found = words(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(word.of(text).split()) for word in found) == "".join(text.split())
    assert all(word.of(text) == word.of(text).strip() for word in found)


def test_spacy_finds_the_tokenizer_by_its_name() -> None:
    import spacy

    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "trichluc.words.v1"}}})
    assert isinstance(nlp.tokenizer, WordTokenizer)
    assert "05-CT/TW" in [token.text for token in nlp(SENTENCE)]
    assert create_tokenizer(everything=False)(nlp).everything is False


def test_a_pipeline_with_the_tokenizer_is_written_and_read(tmp_path) -> None:
    import spacy

    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "trichluc.words.v1"}}})
    nlp.to_disk(tmp_path / "pipeline")
    assert [t.text for t in spacy.load(tmp_path / "pipeline")(SENTENCE)] == [t.text for t in nlp(SENTENCE)]


def test_the_domain_words_of_one_call_do_not_leak_into_underthesea() -> None:
    from underthesea.pipeline.word_tokenize import regex_tokenize

    words(SENTENCE, Span(0, len(SENTENCE)))
    assert regex_tokenize.recompile_regex_patterns is False
