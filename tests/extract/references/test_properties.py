"""What holds for any text: no error, true offsets, and symbols and dates that survive being written and read."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_cases import cited_in, resolved_in
from trichluc.extract.symbols import symbol_grammar
from trichluc.packs import load_packs

GRAMMAR = symbol_grammar(load_packs())
WORDS = [
    "Chỉ thị",
    "nghị quyết",
    "Quyết định",
    "Luật",
    "Pháp lệnh",
    "Kế hoạch",
    "số",
    "05",
    "18, 19",
    "-CT/TW",
    "/2020/NĐ-CP",
    "12-NQ/HU",
    "30/2020/NĐ-CP",
    "O5-CT/TVV",
    "ngày 15/5/2016",
    "năm 2020",
    "của",
    "Bộ Chính trị",
    "UBND tỉnh",
    "về",
    "“",
    "”",
    "(",
    ")",
    ",",
    ";",
    ".",
    "và",
    "các",
    "này",
    "nêu trên",
    "Đại hội",
    "lần thứ",
    "XIII",
    "Trung ương 4",
    "khóa XII",
    "sau đây gọi tắt là",
    "sửa đổi, bổ sung một số điều của",
    "ban hành",
    "\n",
    " | ",
    "đến",
    "Điều lệ Đảng",
    "179thì",
]
PARTY = st.sampled_from(["TW", "TU", "HU", "ĐU", "BTCTW", "UBKTTW", "ĐUK", "TWĐTN"])
STATE = st.sampled_from(["UBND", "TTg", "CP", "HĐND", "SNV", "BNV", "STC"])
KINDS = ["CT", "NQ", "QĐ", "KL", "KH", "HD", "TB", "BC"]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text_gives_true_offsets(text: str) -> None:
    resolved_in(*text.split("\n"))  # the helper compares text and offsets


@given(st.text(max_size=120))
def test_no_text_raises(text: str) -> None:
    for found in cited_in(text):
        assert found.text


@given(st.text(alphabet="0123456789-/ ABCTWNQĐOolI|.–số", max_size=60))
def test_strings_like_symbols_do_not_raise(text: str) -> None:
    for found in GRAMMAR.find(text):
        assert text[found.span.start : found.span.end].strip()
        assert found.symbol.text


@given(st.integers(1, 9999), st.sampled_from(KINDS), PARTY)
def test_a_party_symbol_survives(number: int, kind: str, body: str) -> None:
    symbol = f"{number:02}-{kind}/{body}"
    assert GRAMMAR.normalise(symbol) == symbol
    assert GRAMMAR.normalise(f"{number} – {kind} / {body}") == symbol  # blanks and another dash
    assert GRAMMAR.normalise(f"{number}/{kind}-{body}") == symbol  # signs the other way


@given(st.integers(10, 9999), st.sampled_from(["QĐ", "KH", "BC", "TB"]), STATE)
def test_a_state_symbol_survives(number: int, kind: str, body: str) -> None:
    symbol = f"{number}/{kind}-{body}"
    assert GRAMMAR.normalise(symbol) == symbol
    assert GRAMMAR.normalise(f"{number} /{kind} - {body}") == symbol


@given(st.integers(1, 999), st.integers(1990, 2030), st.sampled_from(["NĐ-CP", "QĐ-UBND", "TT-BYT", "NQ-HĐND"]))
def test_a_legal_symbol_survives(number: int, year: int, tail: str) -> None:
    symbol = f"{number:02}/{year}/{tail}"
    assert GRAMMAR.normalise(symbol) == symbol


@given(
    st.integers(1, 200),
    st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 12, 31)),
    st.sampled_from(["ngày {d}/{m}/{y}", "ngày {d:02}-{m:02}-{y}", "ngày {d} tháng {m:02} năm {y}", "({d}.{m}.{y})"]),
)
def test_a_date_survives(number: int, day: datetime.date, written: str) -> None:
    said = written.format(d=day.day, m=day.month, y=day.year)
    (found,) = cited_in(f"Theo Kế hoạch số {number}-KH/HU {said} đã ban hành")
    assert found.issued_on == day.isoformat()
    assert found.directive_id == f"{number:02}-KH/HU@{day.isoformat()}"


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị " * 2000,
        "05-CT/TW, " * 2000,
        "Quyết định số " + "1, " * 4000,
        "Nghị quyết Đại hội " * 1500,
        "(" * 5000 + "Chỉ thị 05-CT/TW" + ")" * 5000,
        "“" * 5000 + " Kế hoạch số 1-KH/HU về việc",
        "của Ban Thường vụ " * 1500,
        "Luật " + "sửa đổi, bổ sung một số điều của Luật " * 800,
        "1" * 20000,
        "1 - " * 5000,
        "12/" * 5000,
        "A" * 20000,
        "số " * 5000,
        "ngày " * 4000,
        "Hội nghị lần thứ " * 1500,
        "Chỉ thị này " * 1500,
        "O" * 3000 + "-CT/TW",
        "khóa XII, " * 3000,
    ],
)
def test_worst_cases_come_to_an_end(text: str) -> None:
    for found in cited_in(text):
        assert found.end > found.start
