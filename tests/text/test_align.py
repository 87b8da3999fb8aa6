"""Clean text and raw text: where a stretch of the one stands in the other."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.text.align import Alignment
from trichluc.text.characters import clean_inline, normalise


@pytest.mark.parametrize(
    ("clean", "raw", "words", "there"),
    [
        ("Chi bộ họp", "Chi   bộ\thọp", "bộ họp", "bộ\thọp"),
        ("Đảng ủy", unicodedata.normalize("NFD", "Đảng ủy"), "ủy", unicodedata.normalize("NFD", "ủy")),
        ("Chỉ thị 05", "Chỉ th\u00adị 05", "thị 05", "th\u00adị 05"),  # a soft hyphen inside a word
        ("Ông Đạo", "\ufeffÔng Ðạo", "Đạo", "Ðạo"),
        ("a | b", "a\n\n\tb", "b", "b"),  # a separator that the raw text has not
    ],
)
def test_words_are_found_again(clean: str, raw: str, words: str, there: str) -> None:
    start = clean.index(words)
    place = Alignment(clean, raw).place(start, start + len(words))
    assert place is not None
    assert raw[slice(*place)] == there


def test_words_that_do_not_stand_there_have_no_place() -> None:
    assert Alignment("một hai ba", "một ba").place(0, 7) is None
    assert Alignment("một hai", "một | hai ").place(0, 7) is None  # something stands between
    assert Alignment("a b", "x").place(0, 0) is None


@given(st.text(max_size=60))
def test_every_word_of_the_clean_line_is_found(raw: str) -> None:
    clean, _ = clean_inline(raw)
    alignment = Alignment(clean, raw)
    for word in re.finditer(r"\S+", clean):
        place = alignment.place(*word.span())
        assert place is not None
        assert "".join(normalise(raw[slice(*place)]).split()) == word[0]
