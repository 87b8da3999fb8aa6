"""The closed set of syllables, the meter made of it, and the joining of split words."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.text.syllables import count_syllables, is_syllable, join_split, syllables, valid_share, words

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"

VALID = [
    "hòa", "hoà",  # the tone on either vowel
    "thúy", "thuý", "khỏe", "khoẻ", "ủy", "uỷ",
    "Hòa", "HOÀ", "ĐẢNG", "Ủy",  # any case
    "quý", "qúy", "quốc", "quyển", "quất", "quýt", "quy", "quả", "qủa",
    "gì", "già", "giếng", "giết", "giữ", "giường", "gìn", "giỏi",
    "nghiêng", "nghề", "ghế", "kể", "kỳ", "kỷ", "cách", "ngoằn", "khuya", "khuỷu", "thuở", "huơ",
    "yêu", "yếu", "ý", "ấy", "ở", "ông", "uống", "ương",
    "hoạch", "chuyện", "nguyễn", "đoàn", "trưởng", "được", "boong", "xoong", "buýt", "voan",
    "Kạn", "Đắk",
]  # fmt: skip
INVALID = [
    "kà", "cê", "cí", "ngê", "ngha", "gê", "gha",  # the consonant is spelled by its vowel
    "càt", "bảp", "mãc", "tỏch",  # before p, t, c, ch only sắc and nặng
    "mac", "biet", "cac",  # and never no tone
    "bàá", "hòà", "đđa", "aa", "uo", "ieu",
    "q", "qo", "qưa", "f", "fa", "za", "jê", "wa",
    "b¸o", "c¸o", "Baùo", "§iÒu", "thng", "tr",
    "ản", "ột", "ộng",  # what is left of a split word
    "gi", "gíi",
    "", " ", "ba o", "1", "there", "school",
]  # fmt: skip


@pytest.mark.parametrize("word", VALID)
def test_valid(word):
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", INVALID)
def test_invalid(word):
    assert not is_syllable(word)


def test_the_set_is_closed():
    found = syllables()
    assert 15_000 < len(found) < 18_000
    assert all(word == unicodedata.normalize("NFC", word).lower() and word.isalpha() for word in found)


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_reports_are_made_of_syllables(path):
    assert (valid_share(path.read_text("utf-8")) or 0) > 0.95


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Đảng ủy xã đã tổ chức quán triệt nghị quyết đến từng chi bộ, đạt 98,5% kế hoạch " * 3, 0.99, 1.0),
        ("UBND xã, HĐND xã và UBMTTQ phối hợp với các tổ chức đoàn thể đẩy mạnh tuyên truyền trong năm", 0.99, 1.0),
        ("The committee has adopted a plan for the coming year and will report to the people about schools", 0.0, 0.4),
        ("§¶ng uû x· ®· tæ chøc qu¸n triÖt nghÞ quyÕt ®Õn tõng chi bé, ®¹t kÕ ho¹ch n¨m häc míi", 0.0, 0.45),
        (
            "Dảng ùỳ xâ dã tồ chữc quàn triẹtt nghj quyét dến từnng chl bọ kêh hoạcch giao chỉ tiẻuu nămm",
            0.3,
            0.8,
        ),  # OCR
    ],
)
def test_valid_share(text, low, high):
    share = valid_share(text, least=10)
    assert share is not None
    assert low <= share <= high


def test_too_few_words_are_not_assessed():
    assert valid_share("Đảng ủy xã") is None
    assert valid_share("12.345 | 17,8 | 2021") is None
    assert count_syllables("").share is None


SPLIT = [
    ("ĐIỀ U KHO ẢN", "ĐIỀU KHOẢN"),
    ("hoạt đ ộng của tổ ch ức", "hoạt động của tổ chức"),
    ("là m ột trong những đơn vị", "là một trong những đơn vị"),  # not `làm`
    ("Đ ảng bộ huyện", "Đảng bộ huyện"),
    ("phát tri ển ngh ề", "phát triển nghề"),
    ("tỉnh ủy", "tỉnh ủy"),  # both are words
    ("Đảng ủy xã", "Đảng ủy xã"),
    ("điểm b ở trên", "điểm b ở trên"),  # the letter numbers an item
    ("khoản 2, điểm đ ổn định", "khoản 2, điểm đ ổn định"),
    ("T Ư Đoàn", "T Ư Đoàn"),
    ("Nguyễn Văn A ở tổ 3", "Nguyễn Văn A ở tổ 3"),
    ("the m ove", "the m ove"),
    ("dài 5 m ở phía đông", "dài 5 m ở phía đông"),
    ("", ""),
]


@pytest.mark.parametrize(("split", "joined"), SPLIT)
def test_join_split(split, joined):
    assert join_split(split) == joined


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_clean_reports_are_not_joined(path):
    text = unicodedata.normalize("NFC", path.read_text("utf-8"))
    assert join_split(text) == text


@given(st.text())
def test_never_raises_and_only_takes_blanks_out(text):
    is_syllable(text)
    assert count_syllables(text).valid <= count_syllables(text).words <= len(words(text))
    assert join_split(text).replace(" ", "") == text.replace(" ", "")
