"""Verification: silent on what a run leaves, and sees each kind of damage."""

import json
import sqlite3
import sys

import pytest

from made_up import finished_folder, made_result, trichluc
from trichluc.errors import UsageError
from trichluc.verify.folder import Verification

KEY = made_result(1).document.id


@pytest.fixture
def folder(tmp_path):
    return finished_folder(tmp_path / "out", made_result(1), made_result(2))


def findings(folder):
    return [f"{finding.where}: {finding.what}" for finding in Verification(folder).findings()]


def test_what_a_run_leaves_is_as_promised(folder) -> None:
    assert findings(folder) == []


def test_formulas_that_were_defused_are_no_damage(tmp_path) -> None:
    assert findings(finished_folder(tmp_path, made_result(1, issuer="-x"), defuse=True)) == []


def spoil(folder, statement):
    with sqlite3.connect(folder / "trichluc.db") as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(statement)
    raw.close()


@pytest.mark.parametrize(
    ("statement", "seen"),
    [
        # an offset that is off by one
        ('UPDATE indicators SET "start" = "start" + 1, "end" = "end" + 1', "the record says '1,5%'"),
        ('UPDATE indicators SET "end" = 99999', "is no place in a text"),
        # a record whose words were changed
        ("UPDATE assessments SET text = 'còn nhanh'", "the text has 'còn chậm'"),
        ("UPDATE assessments SET category = 'praise'", "category"),
        ("UPDATE indicators SET confidence = 7", "less than or equal to 1"),
        ("UPDATE indicators SET value = 'abc'", "valid number"),
        (f"UPDATE \"references\" SET id = '{KEY}r9' WHERE id = '{KEY}r2'", f"the key should be {KEY}r2"),
        ("UPDATE \"references\" SET directive_id = 'nowhere'", "directives that is not there"),
        ("UPDATE problems SET record_id = 'x'", "the record x, which is not there"),
        ("UPDATE documents SET sha256 = 'ab'", "is not made from the file's digest"),
        ("UPDATE documents SET characters = 5", "says 5 characters"),
        ('UPDATE "references" SET page = 2', "is on page 2 of"),
        ("DELETE FROM texts", "has no text though it is ok"),
        ("UPDATE texts SET text = text || '  x'", "more than one blank between words"),
        ("UPDATE texts SET text = text || char(10, 10) || 'x'", "or is empty"),
        ("UPDATE about SET value = '' WHERE key = 'finished'", "the run was not finished"),
    ],
)
def test_damage_to_the_store_is_seen(folder, statement, seen) -> None:
    spoil(folder, statement)
    assert any(seen in line for line in findings(folder)), findings(folder)


def rewrite(path, change):
    path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(
    ("name", "change", "seen"),
    [
        (f"texts/{KEY}.txt", lambda data: data + b"x", "is not the text that the store holds"),
        (f"texts/{KEY}.txt", lambda data: b"\xff" + data, "is not the text that the store holds"),
        ("indicators.csv", lambda data: data.replace(b"1.5", b"1.6"), "is not the row that the store holds"),
        ("indicators.csv", lambda data: data.rsplit(b"\r\n", 2)[0] + b"\r\n", "fewer rows than the store"),
        ("indicators.csv", lambda data: data + data.split(b"\r\n")[1], "more rows than the store"),
        ("indicators.csv", lambda data: data.replace(b"document_id", b"doc", 1), "its header is not"),
        ("indicators.csv", lambda data: data + b"\xff", "cannot be read as CSV"),
        ("records.jsonl", lambda data: data.replace(b'"limitation"', b'"praise"'), "is not valid by the schema"),
        ("records.jsonl", lambda data: data.replace(b"1.5", b"1.6"), "is not what the store holds"),
        ("records.jsonl", lambda data: data.split(b"\n")[0], "fewer lines than documents"),
        ("records.jsonl", lambda data: data + b"{}\n", "more lines than documents"),
        ("datapackage.json", lambda data: b"{", "datapackage.json"),
    ],
)
def test_damage_to_a_file_is_seen(folder, name, change, seen) -> None:
    rewrite(folder / name, change)
    assert any(seen in line for line in findings(folder)), findings(folder)


@pytest.mark.parametrize("name", [f"texts/{KEY}.txt", "problems.csv", "records.jsonl", "datapackage.json"])
def test_a_file_that_is_not_there_is_missed(folder, name) -> None:
    (folder / name).unlink()
    assert any(line.startswith(name.rsplit("/")[-1]) or line.startswith(name) for line in findings(folder))


def test_a_text_of_no_document_is_seen(folder) -> None:
    (folder / "texts" / "other.txt").write_text("x", encoding="utf-8")
    assert findings(folder) == ["texts/other.txt: belongs to no document"]


def test_without_frictionless_the_rest_is_checked_and_the_extra_named(folder, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "frictionless", None)
    verification = Verification(folder)
    assert list(verification.findings()) == []
    assert "pip install 'trichluc[validate]'" in verification.notes[0]


def test_a_folder_without_store_is_a_wrong_call(tmp_path) -> None:
    with pytest.raises(UsageError, match=r"no trichluc\.db there"):
        findings(tmp_path)


def test_the_command_says_what_is_wrong_and_ends_with_1(folder) -> None:
    assert trichluc("verify", folder).returncode == 0
    rewrite(folder / "records.jsonl", lambda data: data.replace(b"1.5", b"1.6"))
    done = trichluc("verify", folder)
    assert done.returncode == 1
    assert "records.jsonl, line 1: is not what the store holds of xã/r1.txt" in done.stdout
    assert json.dumps("2 wrong")[1:-1] in done.stdout
    assert trichluc("verify", folder / "nowhere").returncode == 2
