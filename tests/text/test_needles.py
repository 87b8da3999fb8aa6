"""Strings that a text must hold for a pattern to match it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.extract.assessments.cues import CueReader
from trichluc.extract.assessments.rules import assessment_rules
from trichluc.packs import load_packs
from trichluc.text.needles import needles
from trichluc.text.words import segmenter

PACKS = load_packs()
CUES = CueReader(assessment_rules(PACKS), segmenter(PACKS))


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"còn (?:chậm|yếu)\b", ("còn ",)),
        (r"\b(?:chậm|yếu kém)\b", ("chậm", "yếu kém")),
        (r"(?:rất )?thấp", ("thấp",)),  # what may be left out is not needed
        (r"(?:nhiều|\d+) hộ", (" hộ",)),
        (r"(?P<key>tồn tại)+", ("tồn tại",)),
        (r"chưa(?! phát hiện)", ("chưa",)),  # what must not follow is not needed either
        # nothing can be told
        (r"^[^?]*\?$", ()),
        (r"(?:chậm|.*)", ()),
        (r"(?i:chậm)", ()),
        (r"a", ()),  # too short to sort anything out
        (r"", ()),
    ],
)
def test_what_a_pattern_needs(pattern: str, wanted: tuple[str, ...]) -> None:
    assert needles(pattern) == wanted


def test_a_search_without_regard_to_case_needs_nothing_certain() -> None:
    assert needles("chậm", re.IGNORECASE) == ()


SAID = (
    "tuy nhiên còn chưa chậm yếu kém thấp do nguyên nhân là khó khăn cần phải tiếp tục tăng cường đã góp phần nâng cao "
    "ý thức được một số đơn vị thời gian tới trên không những mà đạt kết quả , . : giá gạo sẽ"
)
WORDS = st.sampled_from(SAID.split())


@given(st.lists(WORDS, max_size=25))
def test_whatever_matches_holds_a_needle(words: list[str]) -> None:
    sentence = " ".join(words)
    for search in CUES.searches:
        if search.pattern.search(sentence):
            assert not search.needles or any(needle in sentence for needle in search.needles), search.rule.id
