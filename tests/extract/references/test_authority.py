"""The authority file: what every row must be, and how a user's own pack adds to it."""

from datetime import date
from pathlib import Path

import pytest

from reference_cases import cited_in
from trichluc.extract.authority import Authority, KnownDirective, authority, narrow, number_of, same_series
from trichluc.extract.symbols import symbol_grammar
from trichluc.layout.kinds import document_types
from trichluc.packs import builtin_folder, load_packs

KNOWN: Authority = authority(load_packs())
ROWS = KNOWN.rows
TERMS = {"II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"}


def faults(row: KnownDirective) -> list[str]:
    found = []
    try:
        date.fromisoformat(row.issued_on)
    except ValueError:
        found.append(f"no date: {row.issued_on}")
    if row.type not in {kind.code for kind in document_types(load_packs())}:
        found.append(f"no kind: {row.type}")
    if row.term is not None and row.term not in TERMS:
        found.append(f"no term: {row.term}")
    if row.confirmed < 0 or (row.confirmed > 0 and not row.sources):
        found.append("confirmed by what?")
    return found


def test_every_row_has_a_true_date_a_known_kind_and_its_sources() -> None:
    wrong = {row.key: faults(row) for row in ROWS if faults(row)}
    assert wrong == {}


def test_symbol_and_date_are_the_key() -> None:
    assert len({row.key for row in ROWS}) == len(ROWS) >= 550
    assert len({row.symbol for row in ROWS}) < len(ROWS)  # a number comes again in another term


def test_every_symbol_is_in_the_spelling_that_the_grammar_gives() -> None:
    grammar = symbol_grammar(load_packs())
    other = {row.symbol: grammar.normalise(row.symbol) for row in ROWS if grammar.normalise(row.symbol) != row.symbol}
    # older documents and joint ones whose symbols follow no pattern of today
    assert len(other) <= len(ROWS) // 50, other


def test_chains_are_in_order_of_time() -> None:
    for row in ROWS:
        for key in row.replaced_by:
            assert key.rpartition("@")[2] >= row.issued_on, (row.key, key)
        for key in row.replaces:
            assert key.rpartition("@")[2] <= row.issued_on, (row.key, key)
            older = KNOWN.by_key.get(key)
            assert older is None or row.key in older.replaced_by, (row.key, key)


def test_no_chain_goes_in_a_circle() -> None:
    for row in ROWS:
        seen, waiting = set[str](), list(row.replaced_by)
        while waiting:
            key = waiting.pop()
            assert key != row.key
            if key not in seen:
                seen.add(key)
                waiting += KNOWN.by_key[key].replaced_by if key in KNOWN.by_key else ()


def test_a_users_pack_adds_and_corrects_rows(tmp_path: Path) -> None:
    header = (builtin_folder() / "directives.csv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "directives.csv").write_text(
        f"{header}\n77-KH/HU,KH,2024-02-03,Ban Thường vụ Huyện ủy Bến Gỗ,,Về giống lúa mới,,,sổ văn thư,1\n",
        encoding="utf-8",
    )
    packs = load_packs(builtin_folder(), tmp_path)
    assert len(authority(packs).rows) == len(ROWS) + 1
    (found,) = cited_in("Theo Kế hoạch số 77-KH/HU của Ban Thường vụ Huyện ủy", packs=packs)
    assert found.directive_id == "77-KH/HU@2024-02-03"
    (found,) = cited_in("Theo Kế hoạch số 77-KH/HU của Ban Thường vụ Huyện ủy")
    assert found.directive_id == "77-KH/HU"


@pytest.mark.parametrize(
    ("symbol", "one", "other", "same"),
    [
        ("05-CT/TW", "2016-05-15", "2018-01-01", True),  # one term of the Party
        ("05-CT/TW", "2016-05-15", "2015-12-31", False),
        ("06/QĐ-TTg", "2022-01-06", "2022-11-06", True),  # one year of the State
        ("06/QĐ-TTg", "2022-01-06", "2023-01-06", False),
        ("30/2020/NĐ-CP", "2020-03-05", "2021-03-05", True),  # the year is in the symbol
    ],
)
def test_where_numbers_start_again(symbol: str, one: str, other: str, same: bool) -> None:
    row = KnownDirective(symbol=symbol, type="CT", issued_on=one)
    assert same_series(row, other) is same


def test_narrowing_leaves_what_agrees() -> None:
    rows = KNOWN.with_symbol("35-CT/TW")
    assert len(rows) >= 4
    assert [row.issued_on for row in narrow(rows, term="XI", authority=KNOWN)] == ["2014-05-26"]
    assert [row.issued_on for row in narrow(rows, term="12", authority=KNOWN)] == ["2019-05-30"]
    assert [row.issued_on for row in narrow(rows, until="2000", authority=KNOWN)] == ["1998-06-03"]
    assert narrow(rows, issued_on="2001", authority=KNOWN) == []


@pytest.mark.parametrize(("symbol", "number"), [("05-CT/TW", 5), ("30c/NQ-CP", 30), ("", 0), ("-CT/TW", 0)])
def test_numbers(symbol: str, number: int) -> None:
    assert number_of(symbol) == number
