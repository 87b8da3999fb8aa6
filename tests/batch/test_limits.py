"""A crash, a hang or a memory overrun costs the document that caused it, and nothing else."""

import json
import time

import pytest
from trouble import install, make_trouble

from made_up import contents, trichluc, write_reports


@pytest.fixture
def extension(tmp_path):
    return str(install(tmp_path / "site"))


def told(out):
    lines = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return {line["document"]["source_name"]: line for line in map(json.loads, lines)}


@pytest.mark.parametrize(
    ("what", "code", "said"),
    [
        ("kill", "crashed", "signal SIGKILL"),
        ("leave", "crashed", "exit status 3"),
        ("hang", "timeout", "was not done within 2 s"),
        ("sleep", "timeout", "higher --timeout"),
        ("eat", "out-of-memory", "higher --memory"),
        ("raise", "internal", "ValueError at trouble.py"),
    ],
)
def test_trouble_costs_one_document(tmp_path, extension, what, code, said) -> None:
    reports = write_reports(tmp_path / "in", 4)
    make_trouble(reports, what)
    limits = ("--timeout", "2" if code == "timeout" else "60", "--memory", "1500")
    run = ("run", reports, *limits, "--workers", "2", "--out", tmp_path / "out")
    done = trichluc(*run, PYTHONPATH=extension)
    assert done.returncode == 1, done.stderr
    documents = told(tmp_path / "out")
    (problem,) = documents[f"{what}.txt"]["problems"]
    assert problem["code"] == code
    assert problem["severity"] == "error"
    assert said in problem["message"]
    assert problem["message"].startswith(f"{what}.txt: ")
    assert documents.pop(f"{what}.txt")["document"]["status"] == "failed"
    assert [line["document"]["status"] for line in documents.values()] == ["ok"] * 4
    assert all(line["references"] for line in documents.values())
    assert problem["message"] in done.stderr


def test_what_may_go_better_is_tried_again_and_the_rest_is_not(tmp_path, extension) -> None:
    reports = write_reports(tmp_path / "in", 1)
    make_trouble(reports, "sleep")
    make_trouble(reports, "raise")
    run = ("run", reports, "--timeout", "1", "--out", tmp_path / "out")
    assert "reading 3 documents, 0 unchanged" in trichluc(*run, PYTHONPATH=extension).stderr
    again = trichluc(*run, PYTHONPATH=extension)
    assert "reading 1 document, 2 unchanged" in again.stderr
    assert again.returncode == 1


def test_results_do_not_depend_on_the_number_of_workers_or_how_they_start(tmp_path, extension) -> None:
    reports = write_reports(tmp_path / "in", 6)
    for what in ("kill", "leave", "raise"):
        make_trouble(reports, what)
    ways = {"one": ("1", ""), "three": ("3", ""), "spawned": ("2", "spawn")}
    for name, (workers, method) in ways.items():
        run = ("run", reports, "--workers", workers, "--out", tmp_path / name)
        assert trichluc(*run, PYTHONPATH=extension, TRICHLUC_START_METHOD=method).returncode == 1
    assert contents(tmp_path / "one") == contents(tmp_path / "three") == contents(tmp_path / "spawned")


def test_an_extension_that_cannot_be_loaded_is_named(tmp_path) -> None:
    site = install(tmp_path / "site")
    (site / "trouble.py").write_text("x = 1", encoding="utf-8")
    done = trichluc("run", write_reports(tmp_path / "in", 1), "--out", tmp_path / "out", PYTHONPATH=str(site))
    assert done.returncode == 2
    assert "the parser extension 'trouble'" in done.stderr


def test_a_hang_does_not_outlive_a_parent_that_was_killed(tmp_path, extension) -> None:
    import os
    import signal
    import subprocess

    from made_up import TRICHLUC

    reports = tmp_path / "in"
    reports.mkdir()
    make_trouble(reports, "hang")
    command = [TRICHLUC, "run", str(reports), "--timeout", "1", "--out", str(tmp_path / "out")]
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": extension}, stderr=subprocess.DEVNULL) as process:
        workers = wait_for_worker(process.pid)
        process.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 30
    while any(alive(pid) for pid in workers):
        assert time.monotonic() < deadline, "a worker goes on though nobody waits for it"
        time.sleep(0.1)


def alive(pid: int) -> bool:
    from pathlib import Path

    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def descendants(pid: int) -> list[int]:
    from pathlib import Path

    children = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == pid:
                children.append(int(entry.name))
    return children + [grand for child in children for grand in descendants(child)]


def wait_for_worker(pid: int) -> list[int]:
    """Wait until a worker uses a core on its own: it hangs in its document."""
    from pathlib import Path

    def cpu(process: int) -> int:
        return int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11])

    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        found = descendants(pid)
        if len(found) >= 3 and (Path(f"/proc/{pid}").parent):
            time.sleep(0.5)
            return descendants(pid)
        time.sleep(0.05)
    raise AssertionError("no worker was started")
