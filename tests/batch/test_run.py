"""Runs over many documents, through the real command: what is read, what is left, and where a run goes on."""

import json
import os
import random
import shutil
import signal
import subprocess
import time

import pytest

from made_up import TRICHLUC, contents, trichluc, write_reports
from trichluc.verify.folder import Verification


def problems(out):
    lines = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [problem for line in map(json.loads, lines) for problem in line["problems"]]


def names(out):
    lines = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["document"]["source_path"] for line in lines]


def run(*arguments, **environment):
    done = trichluc("run", *arguments, **environment)
    assert done.returncode in (0, 1), done.stderr
    return done


def test_a_run_leaves_every_file_and_all_is_as_promised(tmp_path) -> None:
    done = run(write_reports(tmp_path / "in", 3), "--out", tmp_path / "out")
    assert done.returncode == 0
    tables = ["documents", "directives", "references", "indicators", "assessments", "problems"]
    texts = [name for name in contents(tmp_path / "out") if name.startswith("texts/")]
    others = {name for name in contents(tmp_path / "out") if not name.startswith("texts/")}
    assert others == {f"{table}.csv" for table in tables} | {"trichluc.db", "records.jsonl", "datapackage.json"}
    assert len(texts) == 3
    assert list(Verification(tmp_path / "out").findings()) == []
    assert "3 ok; 3 read now, 0 unchanged" in done.stdout


def test_a_second_run_does_no_work_and_changes_no_byte(tmp_path) -> None:
    reports, out = write_reports(tmp_path / "in", 3), tmp_path / "out"
    run(reports, "--out", out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    done = run(reports, "--out", out)
    assert "reading" not in done.stderr
    assert "0 read now, 3 unchanged" in done.stdout
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before


def test_only_what_changed_is_read_again(tmp_path) -> None:
    reports, out = write_reports(tmp_path / "in", 3), tmp_path / "out"
    run(reports, "--out", out)
    changed = reports / "bao-cao-02.txt"
    changed.write_text(changed.read_text(encoding="utf-8").replace("2,35%", "7,35%"), encoding="utf-8")
    (reports / "bao-cao-04.txt").write_text("BÁO CÁO\nĐã trồng 12 ha rừng.\n", encoding="utf-8")
    assert "reading 2 documents, 2 unchanged" in run(reports, "--out", out).stderr
    run(reports, "--out", tmp_path / "fresh")
    assert contents(out) == contents(tmp_path / "fresh")


def test_other_rules_read_all_anew(tmp_path) -> None:
    reports, out, rules = write_reports(tmp_path / "in", 2), tmp_path / "out", tmp_path / "rules"
    rules.mkdir()
    (rules / "mine.toml").write_text('[words]\nmine = ["x"]\n', encoding="utf-8")
    run(reports, "--out", out)
    assert "reading 2 documents" in run(reports, "--out", out, "--rules", rules).stderr
    assert "reading 2 documents" in run(reports, "--out", out, "--fresh").stderr


def test_a_file_that_is_gone_is_reported_and_kept_until_pruned(tmp_path) -> None:
    reports, out = write_reports(tmp_path / "in", 3), tmp_path / "out"
    run(reports, "--out", out)
    (reports / "bao-cao-02.txt").unlink()
    done = run(reports, "--out", out)
    assert done.returncode == 0
    (problem,) = [problem for problem in problems(out) if problem["code"] == "gone"]
    assert problem["message"].startswith("bao-cao-02.txt: was read in an earlier run")
    assert problem["severity"] == "warning"
    assert "1 gone" in done.stdout
    assert len(names(out)) == 3
    assert list(Verification(out).findings()) == []
    run(reports, "--out", out, "--prune")
    run(reports, "--out", tmp_path / "fresh")
    assert contents(out) == contents(tmp_path / "fresh")


def test_a_file_that_comes_back_is_gone_no_more(tmp_path) -> None:
    reports, out = write_reports(tmp_path / "in", 2), tmp_path / "out"
    run(reports, "--out", out)
    before = contents(out)
    (reports / "bao-cao-02.txt").rename(tmp_path / "away")
    run(reports, "--out", out)
    (tmp_path / "away").rename(reports / "bao-cao-02.txt")
    run(reports, "--out", out)
    assert contents(out) == before


def test_two_files_with_the_same_bytes_are_one_document_and_it_is_said(tmp_path) -> None:
    reports, out = write_reports(tmp_path / "in", 2), tmp_path / "out"
    shutil.copy(reports / "bao-cao-01.txt", reports / "a-copy.txt")
    assert run(reports, "--out", out).returncode == 0
    assert names(out) == ["a-copy.txt", "bao-cao-02.txt"]
    (problem,) = [problem for problem in problems(out) if problem["code"] == "duplicate"]
    assert problem["message"] == "bao-cao-01.txt: holds the same bytes as a-copy.txt, under which it is recorded"
    (reports / "a-copy.txt").unlink()
    run(reports, "--out", out)
    assert names(out) == ["bao-cao-01.txt", "bao-cao-02.txt"]
    assert problems(out) == []


def test_another_input_folder_does_not_pass_for_changed_files(tmp_path) -> None:
    out = tmp_path / "out"
    run(write_reports(tmp_path / "jan", 2), "--out", out)
    (tmp_path / "feb").mkdir()
    (tmp_path / "feb" / "bao-cao-01.txt").write_text("BÁO CÁO\nĐã trồng 12 ha rừng.\n", encoding="utf-8")
    run(tmp_path / "feb", "--out", out)
    assert sorted(names(out)) == ["bao-cao-01.txt", "bao-cao-01.txt", "bao-cao-02.txt"]
    assert len([problem for problem in problems(out) if problem["code"] == "gone"]) == 2


def test_several_inputs_are_named_from_the_folder_they_have_in_common(tmp_path) -> None:
    write_reports(tmp_path / "in" / "a", 1)
    write_reports(tmp_path / "in" / "b" / "c", 2)
    run(tmp_path / "in" / "a", tmp_path / "in" / "b" / "c" / "bao-cao-02.txt", "--out", tmp_path / "out")
    assert names(tmp_path / "out") == ["a/bao-cao-01.txt", "b/c/bao-cao-02.txt"]
    run(tmp_path / "in" / "b" / "c" / "bao-cao-02.txt", "--out", tmp_path / "one")
    assert names(tmp_path / "one") == ["bao-cao-02.txt"]


def test_the_clock_does_not_go_into_the_rows_and_the_given_date_does(tmp_path) -> None:
    reports = write_reports(tmp_path / "in", 1)
    run(reports, "--out", tmp_path / "plain", SOURCE_DATE_EPOCH="")
    run(reports, "--out", tmp_path / "dated", SOURCE_DATE_EPOCH="1893456000")
    dates = [
        json.loads((tmp_path / name / "records.jsonl").read_text(encoding="utf-8"))["document"]["extracted_at"]
        for name in ("plain", "dated")
    ]
    assert dates == [None, "2030-01-01"]


def test_other_export_options_write_the_files_anew_without_reading(tmp_path) -> None:
    reports, out = write_reports(tmp_path / "in", 2), tmp_path / "out"
    run(reports, "--out", out)
    before = contents(out)
    assert "reading 0 documents" in run(reports, "--out", out, "--xlsx", "--defuse-formulas").stderr
    assert (out / "records.xlsx").is_file()
    run(reports, "--out", out)
    assert contents(out) == before


def test_a_file_that_was_removed_from_the_output_is_written_again(tmp_path) -> None:
    reports, out = write_reports(tmp_path / "in", 2), tmp_path / "out"
    run(reports, "--out", out)
    before = contents(out)
    (out / "indicators.csv").unlink()
    run(reports, "--out", out)
    assert contents(out) == before


@pytest.mark.parametrize("seed", range(3))
def test_a_run_that_is_killed_goes_on_and_ends_with_the_same_bytes(tmp_path, seed) -> None:
    reports, whole, out = write_reports(tmp_path / "in", 25), tmp_path / "whole", tmp_path / "out"
    begun = time.monotonic()
    run(reports, "--out", whole)
    seconds = time.monotonic() - begun
    rng = random.Random(seed)
    for _ in range(3):
        with subprocess.Popen([TRICHLUC, "run", str(reports), "--out", str(out)], stderr=subprocess.DEVNULL) as process:
            time.sleep(rng.uniform(0.2, 1.1) * seconds)
            process.send_signal(signal.SIGKILL)
    run(reports, "--out", out)
    assert contents(out) == contents(whole)


@pytest.fixture
def heeds_ctrl_c():
    """Let what is started heed Ctrl-C: background jobs of a shell ignore it, and so does what they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeds_ctrl_c")
def test_ctrl_c_keeps_what_was_done_and_the_same_call_goes_on(tmp_path) -> None:
    reports, out = write_reports(tmp_path / "in", 60), tmp_path / "out"
    command = [TRICHLUC, "run", str(reports), "--out", str(out), "--workers", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not (out / "trichluc.db-wal").exists():
            time.sleep(0.02)
        time.sleep(0.3)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the whole group
        _, said = process.communicate()
    assert process.returncode == 130, said
    assert "the same command goes on" in said
    assert "Traceback" not in said
    run(reports, "--out", out)
    run(reports, "--out", tmp_path / "whole")
    assert contents(out) == contents(tmp_path / "whole")


def test_a_run_over_another_that_is_going_on_is_refused(tmp_path) -> None:
    from trichluc.store.store import Store

    out = tmp_path / "out"
    out.mkdir()
    with Store(out / "trichluc.db", writable=True) as store:
        store.put("root", "x")
        done = trichluc("run", write_reports(tmp_path / "in", 1), "--out", out)
    assert done.returncode == 2
    assert "another run is writing there" in done.stderr
