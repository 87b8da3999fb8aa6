"""The command line itself: help, version, schema, rules, messages."""

import json
import subprocess
import sys

import jsonschema
import pytest

from made_up import REPORT, trichluc
from trichluc import __version__

COMMANDS = ("run", "show", "audit", "verify", "evaluate", "diff", "schema", "rules")


def test_help_names_every_command() -> None:
    done = trichluc("--help")
    assert done.returncode == 0
    assert all(f"\n  {command} " in done.stdout for command in COMMANDS)
    assert all(trichluc(command, "--help").returncode == 0 for command in COMMANDS)


def test_help_and_import_load_nothing_heavy() -> None:
    code = "import sys, trichluc, trichluc.cli; print(*sorted(m for m in sys.modules if '.' not in m))"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )
    heavy = {
        "spacy",
        "underthesea",
        "pandas",
        "numpy",
        "pdfplumber",
        "lxml",
        "sqlalchemy",
        "pydantic",
        "docx",
        "trafilatura",
    }
    assert loaded & heavy == set()


def test_version() -> None:
    assert trichluc("--version").stdout == f"trichluc {__version__}\n"


def test_the_package_is_the_command_too(tmp_path) -> None:
    (tmp_path / "in.txt").write_text(REPORT, encoding="utf-8")
    call = [sys.executable, "-m", "trichluc", "run", str(tmp_path / "in.txt"), "--out", str(tmp_path / "out")]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "records.jsonl").stat().st_size > 0


def test_schema_is_a_json_schema() -> None:
    schema = json.loads(trichluc("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == {"document", "references", "indicators", "assessments", "problems"}


@pytest.mark.parametrize(
    "arguments", [["fly"], ["run"], ["show"], ["evaluate", "x"], ["verify", "a", "b"], ["run", "x", "--fast"]]
)
def test_a_wrong_call_ends_with_2(arguments) -> None:
    done = trichluc(*arguments)
    assert done.returncode == 2
    assert "Usage" in done.stderr


def test_the_built_in_rules_hold() -> None:
    done = trichluc("rules", "check")
    assert done.returncode == 0, done.stdout
    assert "nothing wrong" in done.stdout


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        ('[[rule]]\nid = "a"\npattern = "cò"\nmatch = ["vạc"]', "mine.toml: a: must match but does not: vạc"),
        (
            '[[rule]]\nid = "a"\npattern = "cò"\nmatch = ["cò"]\nreject = ["con cò"]',
            "a: must not match but does: con cò",
        ),
        ('[[rule]]\nid = "a"\npattern = "("\nmatch = ["("]', "mine.toml: rule a: the pattern is broken"),
        ('[[rule]]\nid = "a"\npattern = "{x}"\nmatch = ["x"]', "word list 'x'"),
        ("[[rule", "not a TOML file in UTF-8"),
    ],
)
def test_rules_that_do_not_hold_are_listed(tmp_path, pack, said) -> None:
    (tmp_path / "mine.toml").write_text(pack, encoding="utf-8")
    done = trichluc("rules", "check", "--rules", tmp_path)
    assert done.returncode == 1
    assert said in done.stdout


def test_a_key_that_a_family_does_not_know_is_refused(tmp_path) -> None:
    pack = '[[rule]]\nid = "x"\npattern = "y"\nmatch = ["y"]\nuse = "spelling"\ncolour = "red"\n'
    (tmp_path / "unit_names.toml").write_text(pack, encoding="utf-8")
    done = trichluc("rules", "check", "--rules", tmp_path)
    assert done.returncode == 1
    assert "unit_names.toml: x: colour" in done.stdout


def test_evaluate_prints_figures_and_misses(tmp_path) -> None:
    gold = {"document": {"kind": "BC"}, "references": [], "indicators": [], "assessments": []}
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    record = {**gold, "document": {"source_name": "a.txt", "source_path": "a.txt", "kind": "KH"}}
    (tmp_path / "records.jsonl").write_text(json.dumps(record), encoding="utf-8")
    done = trichluc("evaluate", tmp_path / "gold", tmp_path, "--misses")
    assert done.returncode == 0
    assert "a.txt\tdocument.kind\twant: BC\tgot: KH" in done.stdout
    assert json.loads(trichluc("evaluate", tmp_path / "gold", tmp_path, "--json").stdout)["total"]["document"] == {
        "right": 0.0,
        "of": 1,
    }
    assert trichluc("evaluate", tmp_path, tmp_path).returncode == 2


@pytest.fixture(scope="module")
def scored(tmp_path_factory):
    """A gold answer and the output of a run over its report."""
    place = tmp_path_factory.mktemp("scored")
    (place / "in").mkdir()
    (place / "in" / "a.txt").write_text(REPORT.format(number=1, year=2021), encoding="utf-8")
    assert trichluc("run", place / "in", "--out", place / "out").returncode == 0
    record = json.loads((place / "out" / "records.jsonl").read_text(encoding="utf-8"))
    gold = {name: record[name] for name in ("references", "indicators", "assessments")}
    fields = ("kind", "symbol", "title", "issued_on", "period")
    gold["document"] = {name: record["document"][name] for name in fields}
    (place / "gold").mkdir()
    (place / "gold" / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    return place


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--rules"], "conflicts"),
        (["--rule", "symbol"], "a.txt\twhole\t"),
        (["--confidence"], "stated"),
        (["--calibrate"], "family,rule,records,right,stated,confidence"),
        (["--lint"], "nothing wrong"),
        ([], "95 %"),
    ],
)
def test_evaluate_shows_what_is_behind_the_figures(scored, options, said) -> None:
    done = trichluc("evaluate", scored / "gold", scored / "out", *options)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout


def test_a_run_does_not_differ_from_itself(scored) -> None:
    done = trichluc("diff", scored / "out", scored / "out")
    assert done.stdout.endswith("0 differences\n")
