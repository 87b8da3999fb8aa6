"""Unicode form, look-alikes, white space, and where raw offsets fall in the clean text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.text.characters import clean_inline, fold_dashes, normalise, strip_marks


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (unicodedata.normalize("NFD", "Chỉ thị"), "Chỉ thị"),
        ("Ðảng Ɖoàn", "Đảng Đoàn"),  # Icelandic Eth and African D are drawn as Đ
        ("05\u00ad-CT/TW", "05-CT/TW"),  # a soft hyphen is not drawn
        ("\ufeffChi\u200b bộ", "Chi bộ"),
        ("a\x00b\x07", "ab"),
        ("m² ½ ﬁ", "m² ½ ﬁ"),  # NFC only: what is printed stays as it is
    ],
)
def test_normalise(raw, clean) -> None:
    assert normalise(raw) == clean


@pytest.mark.parametrize(
    ("raw", "edges", "clean", "places"),
    [
        ("  a \t b\n", [0, 2, 6], "a b", [0, 0, 2]),
        ("a\u00a0\u2003b", [1, 3], "a b", [1, 2]),
        (unicodedata.normalize("NFD", "bộ"), [2], "bộ", [2]),  # an edge inside a letter counts as after it
        ("", [0], "", [0]),
    ],
)
def test_clean_inline(raw, edges, clean, places) -> None:
    assert clean_inline(raw, edges) == (clean, places)


@given(st.text(st.sampled_from("aộ \t\n\u00a0\u00ad\u0323\u0302Ð-"), max_size=40), st.data())
def test_clean_text_is_folded_and_edges_keep_their_order(raw, data) -> None:
    edges = sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=6)))
    clean, places = clean_inline(raw, edges)
    assert clean == " ".join(clean.split())
    assert places == sorted(places)
    assert all(0 <= place <= len(clean) for place in places)


@pytest.mark.parametrize("dash", "‐‑‒–—―−_")
def test_dashes_fold_to_one_and_keep_the_length(dash) -> None:
    assert fold_dashes(f"05{dash}CT/TW") == "05-CT/TW"


def test_searching_without_marks() -> None:
    assert strip_marks("Chỉ thị ĐẢNG") == "chi thi dang"
