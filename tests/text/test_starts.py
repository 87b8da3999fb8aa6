"""Where patterns can begin, and that a walk over the words finds what searches find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.extract.assessments.cues import Searches
from trichluc.extract.assessments.rules import assessment_rules
from trichluc.extract.indicators.rules import FILE, IndicatorRule
from trichluc.extract.references.lexicon import ReferenceRule, lexicon
from trichluc.packs import load_packs
from trichluc.text.beginnings import beginnings, first_words
from trichluc.text.starts import Finder

RULES = [rule for rule in load_packs().rules(FILE, IndicatorRule) if rule.use == "mask"]
ASSESSMENTS = assessment_rules(load_packs())
FINDER = Finder(rule.regex for rule in RULES)
POINTER = next(rule for rule in load_packs().rules("references.toml", ReferenceRule) if rule.use == "pointer")


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"(?<!\w)(?:quý|tháng) \d", {"quý 0", "tháng 0"}),
        (r"(?<!\w)Số ?\d", {"số 0", "số0"}),
        (r"(?<![\w.,])\d{1,2}/\d", {"0/0", "00/0"}),
        (r"(?<!\w)\d+/", {"0/", "00/", "000/", "000"}),  # what follows many times the same is not told
        (r"(?<![\w.,])0?[1-9]/\d", {"00/0", "0/0"}),
        (r"(?<!\w)(?:(?:về|từ) )?ngày", {"về ngày", "từ ngày", "ngày"}),
        (r"^năm", {"năm"}),
        (r"\(\d\)", {"(0)"}),  # a mark begins nothing else
        (r"(?<!\w) ?(?<!\d)\d", {" 0", "0"}),
        (r"(?<=, )xã", {"xã"}),
        (r"(?<!\w)hội\s+nghị", {"hội nghị", "hội  "}),  # any white space
        # may begin inside a word, with anything, or with nothing
        (r"quý", set()),
        (r"(?:(?<!\w)quý|tháng)", set()),
        (r"(?<=\d)xã", set()),
        (r"(?<!\w)[^,]+,", set()),
        (r"(?<!\w)\s+xã", set()),
        (r"(?<!\w)(?:xã)?", set()),
    ],
)
def test_how_a_match_can_begin(pattern: str, wanted: set[str]) -> None:
    assert beginnings(re.compile(pattern, re.IGNORECASE)) == wanted


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"^\W*(?:do|vì)\b", {"do", "vì"}),
        (r"^(?!.*\bđã\b)\W*(?:các )?xã", {"các xã", "xã"}),  # what must not follow does not matter
        (r"^(?:do|vì)\b", set()),  # marks before it are not allowed, which the first word does not tell
        (r"^\W*\(?xã", set()),
        (r"^\W*[^,]+,", set()),
    ],
)
def test_which_words_come_first(pattern: str, wanted: set[str]) -> None:
    assert first_words(re.compile(pattern)) == wanted


def spans(finder: Finder, text: str) -> list[tuple[int, int]]:
    return sorted(match.span() for matches in finder.matches(text).values() for match in matches)


def searched(text: str) -> list[tuple[int, int]]:
    return sorted(match.span() for rule in RULES for match in rule.regex.finditer(text))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_masks_find_their_examples(rule: IndicatorRule) -> None:
    for example in (*rule.match, *rule.reject):
        for text in (example, example.upper(), f"Xã, {example}; {example} (3)"):
            assert spans(FINDER, text) == searched(text)


WORDS = "năm 2021 2021-2025 12 3/4 15/5/2016 ngày Ngày QUÝ III/2020 số 5 05-CT/TW a@b.vn (1) 1) ; 24/7 5 rõ từ 10 tuổi"
PIECES = st.sampled_from(
    [*WORDS.split(), "điểm 5.2", " ", ", ", "0912 345 678", "km 12", "1:500", "ı", "ſ", "\n", "\u00a0"]
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(["", " "]))
def test_a_walk_finds_what_searches_find(pieces: list[str], blank: str) -> None:
    text = blank.join(pieces)
    assert spans(FINDER, text) == searched(text)


@given(st.lists(PIECES, min_size=3, max_size=12), st.sampled_from(["", " "]), st.data())
def test_a_part_of_a_text_is_found_as_by_itself(pieces: list[str], blank: str, data: st.DataObject) -> None:
    text = blank.join(pieces)
    start = data.draw(st.integers(0, len(text)))  # also where that parts a word
    part = text[start : data.draw(st.integers(start, len(text)))]
    found = sorted(match.span() for matches in FINDER.matches_in(part, text, start).values() for match in matches)
    assert found == searched(part)


LEXICON = lexicon(load_packs())
NAMES = (
    "Nghị quyết Chỉ thị chi thi KẾ HOẠCH NQ CT05 QĐ-TTg 05-CT/TW Chiến lược công ước này nêu trên đã , . và TW 5 luật"
)


@given(st.lists(st.sampled_from([*NAMES.split(), "\n", "  "]), max_size=12), st.sampled_from(["", " "]), st.data())
def test_names_of_kinds_are_found_as_searches_find_them(pieces: list[str], blank: str, data: st.DataObject) -> None:
    text = blank.join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    patterns = (LEXICON.kinds.pattern, LEXICON.other_kinds, POINTER.regex)
    for found, pattern in zip(LEXICON.kinds_in(text, start, end), patterns, strict=True):
        wanted = [match.span() for match in pattern.finditer(text, start, end)]
        assert [match.span() for match in found] == wanted


CUES = [Searches(rules) for rules in (ASSESSMENTS.cue, (*ASSESSMENTS.pseudo, *ASSESSMENTS.concession))]
SAID = (
    "tuy nhiên còn chưa chậm yếu kém thấp do nguyên nhân là khó khăn cần phải tiếp tục tăng cường đã góp phần nâng cao "
    "ý thức được một số đơn vị thời gian tới trên không những mà đạt kết quả , . : giá gạo sẽ"
)


@given(st.lists(st.sampled_from([*SAID.split(), "BVMTcòn", "đạtđược", " "]), max_size=25), st.sampled_from(["", " "]))
def test_a_walk_finds_the_cues_that_searches_find(words: list[str], blank: str) -> None:
    sentence = blank.join(words).lower()
    for cues in CUES:
        found = {rule.id: [match.span() for match in matches] for rule, matches in cues.found(sentence, sentence, 0)}
        wanted = {}
        for rule, pattern in zip(cues.rules, cues.patterns, strict=True):
            its = [match.span() for match in pattern.finditer(sentence)]
            if rule.unless is not None:  # barred by words anywhere, else counted at its first place
                its = [] if re.search(rule.unless, sentence, re.IGNORECASE) else its[:1]
            if its:
                wanted[rule.id] = its
        assert found == wanted
