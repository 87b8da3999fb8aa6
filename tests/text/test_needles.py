"""Strings that a text must hold for a pattern to match it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.extract.indicators.rules import FILE, IndicatorRule
from trichluc.packs import Rule, load_packs
from trichluc.text.needles import Sieve, held, lower, needles

PACKS = load_packs()


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"còn (?:chậm|yếu)\b", ("còn chậm", "còn yếu")),
        (r"\b(?:chậm|yếu kém)\b", ("chậm", "yếu kém")),
        (r"(?:rất )?thấp", ("thấp",)),  # what may be left out is not needed
        (r"(?:nhiều|\d+) hộ", (" hộ",)),
        (r"(?P<key>tồn tại)+", ("tồn tại",)),
        (r"chưa(?! phát hiện)", ("chưa",)),  # what must not follow is not needed either
        (r"^[^?]*\?$", ("?",)),  # a mark that is rare
        # nothing can be told
        (r"(?:chậm|.*)", ()),
        (r"(?i:chậm)", ()),
        (r"\d, \d|[,.]", ()),  # marks that stand everywhere
        (r"a", ()),  # too short to sort anything out
        (r"", ()),
    ],
)
def test_what_a_pattern_needs(pattern: str, wanted: tuple[str, ...]) -> None:
    assert needles(pattern) == wanted


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"Chậm", ("chậm",)),
        (r"quý [IV]+/\d", ("quý ",)),
        (r"(?:19|20)\d\d", ("19", "20")),
        (r"(?-i:KH) số", (" số",)),
        (r"\d ?[xX]", ()),  # too short
        (r"(?:\d|năm)", ()),
    ],
)
def test_where_the_case_does_not_count_needles_are_in_lower_case(pattern: str, wanted: tuple[str, ...]) -> None:
    assert needles(pattern, re.IGNORECASE) == wanted


@pytest.mark.parametrize(
    ("text", "small"),
    [("ĐẠT Ỷ", "đạt ỷ"), ("İlk", "ilk"), ("ſố ı", "số i"), ("10 µg K", "10 µg k")],
)
def test_lower_case_keeps_offsets_and_knows_letters_that_are_equal(text: str, small: str) -> None:
    assert lower(text) == small


SAID = (
    "tuy nhiên còn chưa chậm yếu kém thấp do nguyên nhân là khó khăn cần phải tiếp tục tăng cường đã góp phần nâng cao "
    "ý thức được một số đơn vị thời gian tới trên không những mà đạt kết quả , . : giá gạo sẽ"
)


RULES = PACKS.rules(FILE, IndicatorRule)
SIEVE = Sieve((rule, rule.regex) for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_sieve_lets_every_example_through(rule: Rule) -> None:
    sieve = Sieve([(rule, rule.regex)])
    for example in rule.match:
        for text in (example, example.upper(), f"năm (2021) {example}, {example}"):
            if rule.regex.search(text):
                assert sieve.items(held(text)) == [rule]


@given(st.lists(st.sampled_from([*SAID.split(), "(12)", "12", "%", "năm 2021", "quý III", "Ngày", "ĐẾN"]), max_size=15))
def test_a_sieve_lets_through_whatever_matches(words: list[str]) -> None:
    text = " ".join(words)
    passed = {id(rule) for rule in SIEVE.items(held(text))}
    for rule in RULES:
        assert id(rule) in passed or not rule.regex.search(text), rule.id
        assert id(rule) in passed or not rule.regex.search(re.sub(r" ?\([^()]*\)?", " ", text)), rule.id


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        # a word list written as a tree needs what it needs as a list
        (r"(?:an(?:\s+(?:ninh|toàn))?|bền)", {"an", "bền"}),
        (r"(?:k(?:ế\s+hoạch|h)|dự\s+toán)", {"hoạch", "kh", "toán"}),
        (r"đạt (?:k(?:ế\s+hoạch|h))", {"đạt kế", "đạt kh"}),
    ],
)
def test_a_tree_of_words_needs_what_its_words_need(pattern: str, needed: set[str]) -> None:
    assert set(needles(pattern, re.IGNORECASE)) == needed
