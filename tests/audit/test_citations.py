"""Audits: units by directive with counts and years, and the units that do not cite what they should."""

import csv
from dataclasses import replace

import pytest

from made_up import finished_folder, made_result, trichluc
from trichluc.audit.citations import UNKNOWN, Audit, write_csv, years_of
from trichluc.errors import UsageError
from trichluc.store.store import Store

XA, HOI = "Đảng ủy xã Suối Bạc", "Hội Nông dân xã Suối Bạc"


def silent(result):
    """A report that cites nothing."""
    return replace(result, references=(), directives=(), problems=())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    shouted = made_result(2, issuer="ĐẢNG ỦY XÃ SUỐI BẠC", unit_id=XA.lower(), period="2032")
    return finished_folder(
        tmp_path_factory.mktemp("out"),
        made_result(1, issuer=XA, period="2030/2031"),
        shouted,
        made_result(3, issuer=XA, period="2032", status="partial"),
        silent(made_result(4, issuer=HOI, period=None, issued_on="2033-05")),
        silent(made_result(5, issuer="?", unit_id=None)),
    )


@pytest.fixture(scope="module")
def audit(folder):
    with Store(folder / "trichluc.db") as store:
        return Audit(store)


def test_a_unit_is_counted_once_however_it_is_spelt(audit) -> None:
    told = [(c.unit, c.symbol, c.mentions, c.documents, sorted(c.years)) for c in audit.citations]
    assert told == [
        (XA, "1-CT/TW", 3, 3, ["2030", "2031", "2032"]),
        (XA, "2-CT/TW", 3, 3, ["2030", "2031", "2032"]),
    ]


@pytest.mark.parametrize("asked", ["1-CT/TW", " 1 – ct/tw ", "1-CT/TW@2030-01-02"])
def test_units_that_do_not_cite_it_are_listed(audit, asked) -> None:
    absence = audit.without(asked)
    assert [(unit.unit, len(unit.documents), unit.years) for unit in absence.units] == [(HOI, 1, {"2033"})]
    assert absence.citing == 1
    assert absence.unknown == ["xã/r5.txt"]  # not assessed is not shown as good


def test_a_document_that_nobody_cites_is_missed_by_all(audit) -> None:
    absence = audit.without("99-CT/TW")
    assert absence.citing == 0
    assert {unit.unit: unit.unread for unit in absence.units} == {HOI: 0, XA: 1}


def test_no_symbol_is_no_question(audit) -> None:
    with pytest.raises(UsageError, match="needs a symbol"):
        audit.without(" ")


def test_reports_of_unknown_units_stand_apart(audit) -> None:
    assert set(audit.units) == {XA.lower(), HOI.lower(), UNKNOWN}


@pytest.mark.parametrize(
    ("period", "issued_on", "years"),
    [
        ("2031", None, {"2031"}),
        ("2031-Q2", "2032-01-01", {"2031"}),
        ("2030/2031", None, {"2030", "2031"}),
        ("2006/..", None, {"2006"}),
        (None, "2032-01-01", {"2032"}),
        (None, None, set()),
    ],
)
def test_years(period, issued_on, years) -> None:
    assert years_of(period, issued_on) == years


def test_the_table_goes_to_a_csv(folder, tmp_path) -> None:
    done = trichluc("audit", folder, "--csv", tmp_path / "who.csv")
    assert done.returncode == 0
    assert "2 units, 2 pairs of unit and cited document" in done.stdout
    with (tmp_path / "who.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0] == {
        "unit_id": XA.lower(),
        "unit": XA,
        "directive_id": "1-CT/TW@2030-01-02",
        "symbol": "1-CT/TW",
        "title": "Về lúa",
        "mentions": "3",
        "documents": "3",
        "years": "2030 2031 2032",
    }


def test_what_is_required_is_told_on_the_command_line(folder, tmp_path) -> None:
    done = trichluc("audit", folder, "--require", "1-CT/TW", "--csv", tmp_path / "who.csv")
    assert done.returncode == 0
    assert "1-CT/TW: cited by 1 unit, not by 1" in done.stdout
    assert HOI in done.stdout
    assert "reports of unknown units that do not cite it either: xã/r5.txt" in done.stdout
    assert f"1-CT/TW,{HOI.lower()},{HOI}" in (tmp_path / "who.csv").read_text(encoding="utf-8")


def test_several_documents_may_be_required(folder, tmp_path) -> None:
    done = trichluc("audit", folder, "--require", "1-CT/TW", "--require", "77-CT/TW", "--csv", tmp_path / "who.csv")
    assert "77-CT/TW: cited by 0 units, not by 2" in done.stdout
    with (tmp_path / "who.csv").open(encoding="utf-8", newline="") as file:
        assert [row["required"] for row in csv.DictReader(file)] == ["1-CT/TW", "77-CT/TW", "77-CT/TW"]


def test_formulas_are_defused_on_request_only(tmp_path) -> None:
    rows = [("=1+1", "Hội Nông dân"), ("-BC/ĐU", "+84")]
    write_csv(tmp_path / "plain.csv", ("a", "b"), rows)
    write_csv(tmp_path / "safe.csv", ("a", "b"), rows, defuse=True)
    assert (tmp_path / "plain.csv").read_text(encoding="utf-8").splitlines()[1:] == ["=1+1,Hội Nông dân", "-BC/ĐU,+84"]
    assert (tmp_path / "safe.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "'=1+1,Hội Nông dân",
        "'-BC/ĐU,'+84",
    ]


def test_a_wrong_call_ends_with_2(tmp_path, folder) -> None:
    assert trichluc("audit", tmp_path).returncode == 2
    done = trichluc("audit", folder, "--csv", tmp_path / "nowhere" / "x.csv")
    assert done.returncode == 2
    assert "no such folder to write to" in done.stderr
