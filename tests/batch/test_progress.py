"""What a person sees: a bar on a terminal, plain lines elsewhere, and never what a file name commands."""

import os
import pty
import subprocess
import sys

import pytest

from made_up import TRICHLUC, made_result, trichluc, write_reports
from trichluc.batch.progress import PlainProgress, Progress, progress_for
from trichluc.batch.summary import Summary
from trichluc.store.rows import failed_rows, rows_of
from trichluc.terminal import counted, print_table


def on_a_terminal(command):
    """Run ``command`` with a terminal for output; return the exit status and what was shown."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, stdout=theirs, stderr=theirs, stdin=theirs, env={**os.environ, "TERM": "xterm"}
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    return process.returncode, shown.decode("utf-8", "replace")


def test_a_terminal_has_a_bar_and_a_table(tmp_path) -> None:
    reports = write_reports(tmp_path / "in", 4)
    (reports / "bad.docx").write_bytes(b"")
    status, shown = on_a_terminal([TRICHLUC, "run", str(reports), "--out", str(tmp_path / "out")])
    assert status == 1
    assert "5/5" in shown  # the bar at its end
    assert "bad.docx: the file is empty" in shown
    assert "4 ok, 1 failed" in shown


def test_a_pipe_has_plain_lines(tmp_path) -> None:
    done = trichluc("run", write_reports(tmp_path / "in", 2), "--out", tmp_path / "out")
    # a slow machine tells its rate in between
    lines = [line for line in done.stderr.splitlines() if " a second, " not in line]
    assert lines == ["reading 2 documents, 0 unchanged", "writing files"]
    assert "\x1b" not in done.stdout + done.stderr
    quiet = trichluc("run", write_reports(tmp_path / "in", 3), "--out", tmp_path / "out", "--quiet")
    assert (quiet.stdout, quiet.stderr) == ("", "")


def test_lines_come_now_and_then_with_rate_and_time_left(monkeypatch, capsys) -> None:
    clock = iter(range(0, 1000, 2))  # two seconds a look
    monkeypatch.setattr("trichluc.batch.progress.time.monotonic", lambda: next(clock))
    progress = PlainProgress()
    with progress.reading(20, 0):
        for number in range(1, 11):
            progress.ended(rows_of(made_result(number)))
    lines = capsys.readouterr().err.splitlines()[1:]
    assert lines == ["3 of 20 read, 0.5 a second, about 34 s left", "6 of 20 read, 0.5 a second, about 28 s left",
                     "9 of 20 read, 0.5 a second, about 22 s left"]  # fmt: skip


def test_a_file_name_commands_no_terminal(capsys) -> None:
    document = made_result(1, source_path="\x1b[2Jx.txt").document
    progress = PlainProgress()
    progress.ended(failed_rows(document, "crashed", "it\r\nended"))
    assert capsys.readouterr().err == "failed: �[2Jx.txt: it��ended\n"


def test_quiet_says_nothing(capsys) -> None:
    progress = progress_for(quiet=True)
    assert type(progress) is Progress
    with progress.reading(1, 0):
        progress.ended(rows_of(made_result(1)))
    progress.say("x")
    assert capsys.readouterr() == ("", "")


def test_a_table_sets_numbers_to_the_right(capsys) -> None:
    print_table(("name", "count"), [("a", "5"), ("bcd\x07", "1234")])
    assert capsys.readouterr().out == "name  count\na         5\nbcd�   1234\n"
    assert sys.stdout.isatty() is False


@pytest.mark.parametrize(("number", "said"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors")])
def test_counted(number, said) -> None:
    assert counted(number, "error") == said


@pytest.mark.parametrize(
    ("statuses", "problems", "status"),
    [
        ({"ok": 3}, {("warning", "gone"): 1}, 0),
        ({"ok": 3, "partial": 1}, {}, 1),
        ({"failed": 1}, {}, 1),
        ({"ok": 1}, {("error", "skipped"): 1}, 1),  # a folder that could not be looked into
        ({"ok": 1}, {("note", "skipped"): 1}, 0),
    ],
)
def test_exit_status(statuses, problems, status) -> None:
    summary = Summary(0, 0, 0, statuses, dict.fromkeys(("documents", "directives"), 0), problems, 0.0)
    assert summary.exit_status == status
