"""Every spelling of a symbol that was seen in public texts (symbol_forms.csv), in a report or by the grammar alone.

``report`` rows go through extraction and resolution: what is compared is the document that is meant. ``symbol`` rows
are numbers that stand alone on their line, which in a report is the report's own number.
"""

import csv
from pathlib import Path

import pytest

from reference_cases import cited_in
from trichluc.extract.symbols import symbol_grammar
from trichluc.packs import load_packs

with Path(__file__).with_name("symbol_forms.csv").open(encoding="utf-8", newline="") as file:
    FORMS = [(row["read_as"], row["seen"], row["normalised"].split("; ")) for row in csv.DictReader(file)]
GRAMMAR = symbol_grammar(load_packs())


@pytest.mark.parametrize(("seen", "symbols"), [(seen, want) for how, seen, want in FORMS if how == "report"])
def test_a_report_cites(seen: str, symbols: list[str]) -> None:
    found = cited_in(seen)
    assert [(one.directive_id or one.symbol or "").partition("@")[0] for one in found] == symbols


@pytest.mark.parametrize(("seen", "symbols"), [(seen, want) for how, seen, want in FORMS if how == "symbol"])
def test_the_grammar_reads(seen: str, symbols: list[str]) -> None:
    assert [GRAMMAR.normalise(seen)] == symbols
    assert cited_in(seen) == []  # its own line: the report's own number


@pytest.mark.parametrize(
    ("seen", "symbols"),
    [
        # without date, body or subject two documents fit: the bare number stays, with both as candidates
        ("sửa đổi, bổ sung các Quy định 89; 214; 124", ["89", "214-QĐ/TW", "124"]),
        ("NQ66 / 005_NQ66", ["66"]),  # the second is the name of a file
        ("các nghị quyết 01, 20, 16 và 31", ["01", "20", "16-NQ/TW", "31-NQ/TW"]),
        # a plenum may pass several resolutions: it is a named document
        ("Nghị quyết TW9-Khóa XI / Nghị quyết TW5 khóa VIII", [None, None]),
        ("Xem nghi-quyet-so-24nqtw-ngay-0362013", []),  # the address of a page is no citation
        ("theo 03-HD", []),  # neither kind nor body
        ("Quyết định số 69/QĐ-BNN-VP ngày 9 tháng 01 năm 2017", ["69/QĐ-BNN-VP"]),  # kept as printed
    ],
)
def test_what_is_left_open(seen: str, symbols: list[str | None]) -> None:
    assert [reference.symbol for reference in cited_in(seen)] == symbols


def test_the_table_is_whole() -> None:
    assert len(FORMS) == 131
    assert len({seen for _, seen, _ in FORMS}) > 125


@pytest.mark.parametrize(
    ("raw", "symbol"),
    [
        ("05-CT/TW", "05-CT/TW"),
        ("5 - CT / TW", "05-CT/TW"),
        ("30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        ("1/2021/TT-BNV", "01/2021/TT-BNV"),
        ("120/KH-UBND", "120/KH-UBND"),
        ("7/KH-UBND", "7/KH-UBND"),  # an administrative number of the State is kept as printed
        ("12-NQ/ĐU", "12-NQ/ĐU"),
        ("12/NQ-ĐU", "12-NQ/ĐU"),  # a Party body: the hyphen comes first
        ("12-QĐ/UBND", "12/QĐ-UBND"),  # a State body: the slash comes first
        ("276 – CV/ĐUK", "276-CV/ĐUK"),
        ("30c/NQ-CP", "30c/NQ-CP"),
        ("02/2020/TT-BGD&ĐT", "02/2020/TT-BGDĐT"),
        ("24/2018/QH14", "24/2018/QH14"),
        ("Đ", None),
        ("12/5/2020", None),
        ("3-4 người", None),
        ("", None),
    ],
)
def test_one_spelling_for_each_symbol(raw: str, symbol: str | None) -> None:
    assert GRAMMAR.normalise(raw) == symbol
