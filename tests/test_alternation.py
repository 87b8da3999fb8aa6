"""One of many words as a part of a pattern: it matches what the words, the longest first, match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.alternation import one_of

SYLLABLES = st.sampled_from(["an", "ninh", "toàn", "a", "bền", "vững", "an.", "x+"])
WORDS = st.lists(SYLLABLES, min_size=1, max_size=3).map(" ".join)


@pytest.mark.parametrize(
    ("words", "text", "match"),
    [
        (["an", "an ninh"], "an ninh tốt", "an ninh"),  # the longest
        (["an", "an ninh"], "an\u00a0 ninh", "an\u00a0 ninh"),  # any white space
        (["an ninh trật tự", "an"], "an ninh", "an"),  # back to the shorter one
        (["C++", "C"], "C++", "C++"),  # signs are no signs of a pattern
        (["một"], "một", "một"),
    ],
)
def test_what_is_matched(words: list[str], text: str, match: str) -> None:
    found = re.match(one_of(words), text)
    assert found is not None
    assert found[0] == match


@given(st.lists(WORDS, min_size=1, max_size=12, unique=True), st.lists(SYLLABLES, max_size=6).map(" ".join))
def test_it_is_the_words_one_after_the_other(words: list[str], text: str) -> None:
    ordered = sorted(words, key=len, reverse=True)
    flat = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    wanted = [match.span() for match in re.finditer(rf"(?:{flat})(?!\w)", text)]
    assert [match.span() for match in re.finditer(rf"{one_of(words)}(?!\w)", text)] == wanted
