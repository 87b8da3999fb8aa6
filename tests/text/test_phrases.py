"""Phrases at the end of a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.text.phrases import Endings

LIST = ("là", "đó là", "còn", "xuống còn", "ở")
ENDINGS = Endings(LIST)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Kết quả đó là", 8),  # the longest
        ("tỷ lệ giảm XUỐNG CÒN: ", 11),
        ("là", 0),
        ("(là", 1),
        ("dân số ở ,", 7),
        ("cái lá la là,:", 10),
        ("số hộ cònlà", -1),  # not a word of its own
        ("là 5", -1),
        (" ,:", -1),
        ("", -1),
    ],
)
def test_the_phrase_at_the_end(text: str, start: int) -> None:
    assert ENDINGS.start(text) == start


@given(st.text(st.sampled_from("Là ĐóLcònxuốg,:(ở5"), max_size=30))
def test_it_finds_what_the_pattern_finds(text: str) -> None:
    body = "|".join(sorted(LIST, key=len, reverse=True))
    match = re.search(rf"(?:^|(?<=[\s,(]))(?:{body})[\s,:]*$", text, re.IGNORECASE)
    assert ENDINGS.start(text) == (match.start() if match else -1)
