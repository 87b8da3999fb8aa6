"""A run over old documents: the same bytes whatever was kept, converted while others are read, by any end."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from trouble import install, make_trouble

from made_up import TRICHLUC, contents, trichluc, write_reports
from trichluc.batch.convert import converting
from trichluc.batch.inputs import InputFile
from trichluc.batch.pool import Lost, Pool
from trichluc.batch.progress import Progress
from trichluc.batch.worker import Settings, Task
from trichluc.options import ReadOptions
from trichluc.parsers.office.libreoffice import LibreOffice, find_office
from trichluc.store import DATABASE

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
HEAD = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 .VnTime;}}\f0 "
LINE = r"Th\'f9c hi\'d6n Ch\'d8 th\'de s\'e8 05-CT/TW, %d \'ae\'b6ng vi\'aan \'ae\'b9t chu\'c8n.\par "


def rtf(folder: Path, count: int) -> Path:
    for number in range(1, count + 1):
        (folder / f"cu-{number}.rtf").write_text(HEAD + LINE % (number * 11) + "}", encoding="ascii")
    return folder


@needs_office
def test_a_run_gives_the_same_bytes_with_and_without_what_was_kept(tmp_path) -> None:
    folder = rtf(write_reports(tmp_path / "in", 1), 4)
    (folder / "hong.rtf").write_bytes(b"{\\rtf")  # nothing in it
    kept = tmp_path / "user" / "trichluc"

    def run(out: str, *arguments: object):
        done = trichluc("run", folder, "--out", tmp_path / out, *arguments, XDG_CACHE_HOME=str(tmp_path / "user"))
        assert done.returncode == 1, done.stderr
        return contents(tmp_path / out), done.stderr

    first, said = run("first", "--no-cache")
    assert "converting 5 old documents with LibreOffice" in said
    texts = [text.decode().strip() for name, text in first.items() if name.startswith("texts/")]
    assert "Thực hiện Chỉ thị số 05-CT/TW, 33 đảng viên đạt chuẩn." in texts
    assert not kept.exists()
    assert run("second")[0] == first
    entries = sorted(path for path in kept.rglob("*") if path.is_file())
    assert len(entries) == 4
    entries[0].write_bytes(entries[0].read_bytes()[:50])  # damaged: made anew, the others are not
    again, said = run("third")
    assert again == first
    assert "converting" not in said


# A program in the place of LibreOffice: for each document it does what stands in the file `deed` beside it.
FAKE = """#!/bin/sh
here=$(dirname "$0")
if [ "$1" = --version ]; then echo "Office 1"; exit; fi
while [ "$1" != --outdir ]; do shift; done; out=$2; shift 2
for file in "$@"; do target="$out/$(basename "${file%.*}").docx"; . "$here/deed"; done
"""
MAKE = 'cp "$here/made.docx" "$target"'
HANG_AT_TWO = f'if grep -q "2}}" "$file"; then while [ ! -e "$here/go" ]; do sleep 0.05; done; fi; {MAKE}'


@pytest.fixture
def fake(tmp_path) -> Path:
    """A folder with such a program, which makes the same docx of everything."""
    import docx

    folder = tmp_path / "bin"
    folder.mkdir()
    document = docx.Document()
    document.add_paragraph("Thực hiện Chỉ thị số 05-CT/TW, 33 đảng viên đạt chuẩn.")
    document.save(str(folder / "made.docx"))
    (folder / "deed").write_text(MAKE, encoding="utf-8")
    (folder / "soffice").write_text(FAKE, encoding="utf-8")
    (folder / "soffice").chmod(0o755)
    return folder


def until(is_so, seconds: float = 30.0) -> None:
    """Wait until something is so, which is a matter of moments unless it never will be."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it is not so yet"
        time.sleep(0.02)


def old_files(folder: Path, count: int) -> list[InputFile]:
    """Old documents and one that is none, after the first."""
    folder.mkdir()
    for number in range(1, count + 1):
        (folder / f"{number}.rtf").write_text(rf"{{\rtf1 {number}}}", encoding="ascii")
    (folder / "1.txt").write_text("Báo cáo", encoding="utf-8")
    return [InputFile(path, path.name, False, path.name) for path in sorted(folder.iterdir())]


@pytest.fixture
def convert(tmp_path, fake, monkeypatch):
    """Call ``converting`` with the program in the place of LibreOffice."""
    monkeypatch.setattr("trichluc.batch.convert.find_office", lambda: LibreOffice(str(fake / "soffice")))
    settings = Settings(timeout=20, options=ReadOptions(conversions=tmp_path / "kept"))
    return lambda files: converting(files, settings, 1, Progress())


def test_each_document_may_be_read_as_soon_as_it_was_made(tmp_path, fake, convert) -> None:
    (fake / "deed").write_text(HANG_AT_TWO, encoding="utf-8")
    with convert(old_files(tmp_path / "in", 3)) as held:
        assert held.numbers == {0, 2, 3}  # not the text
        freed = list[int]()
        until(lambda: freed.extend(held.freed()) or freed)
        time.sleep(0.3)
        assert [*freed, *held.freed()] == [0]
        (fake / "go").touch()
        until(lambda: freed.extend(held.freed()) or len(freed) == 3)
        assert freed == [0, 2, 3]


@pytest.mark.parametrize("deed", ["exit 1", ":", "echo broken > $target", "kill -9 $$"])
def test_nothing_is_held_for_good(tmp_path, fake, convert, deed) -> None:
    (fake / "deed").write_text(f'if grep -q "2}}" "$file"; then {deed}; else {MAKE}; fi', encoding="utf-8")
    with convert(old_files(tmp_path / "in", 3)) as held:
        freed = list[int]()
        until(lambda: freed.extend(held.freed()) or len(freed) == 3)
    assert sorted(freed) == [0, 2, 3]
    assert sum(path.is_file() for path in (tmp_path / "kept").rglob("*")) == 2


def test_a_run_that_ends_early_ends_what_it_started(tmp_path, fake, convert) -> None:
    (fake / "deed").write_text('touch "$here/begun"; exec sleep 60', encoding="utf-8")
    begun = time.monotonic()

    def run() -> None:
        with convert(old_files(tmp_path / "in", 40)):
            until((fake / "begun").exists)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()
    assert time.monotonic() - begun < 30  # no process was waited for, and none of the others begun
    assert list((tmp_path / "kept").rglob("*")) == []


def test_a_single_old_document_is_left_to_its_reading(tmp_path, convert) -> None:
    with convert(old_files(tmp_path / "in", 1)) as held:
        assert held.numbers == frozenset()


def documents(out: Path, place: Path) -> list[str]:
    """What the store of a run that is going on, and lets none look in, holds by now: from a copy of it."""
    with suppress(OSError, sqlite3.Error):
        for name in (DATABASE, f"{DATABASE}-wal"):
            shutil.copyfile(out / name, place / name)
        with closing(sqlite3.connect(place / DATABASE)) as store:
            return [name for (name,) in store.execute("SELECT source_name FROM documents ORDER BY 1")]
    return []


def test_what_was_made_is_read_while_others_are_converted_and_outlives_the_run(tmp_path, fake) -> None:
    """LibreOffice hangs at one document and the run is killed: what was read is not read again by the next."""
    old_files(tmp_path / "in", 3)
    (tmp_path / "look").mkdir()
    environment = {"PATH": f"{fake}{os.pathsep}{os.environ['PATH']}", "XDG_CACHE_HOME": str(tmp_path / "user")}
    arguments = ("run", tmp_path / "in", "--workers", "1", "--out")
    assert trichluc(*arguments, tmp_path / "whole", **environment).returncode == 0
    (fake / "deed").write_text(HANG_AT_TWO, encoding="utf-8")
    out = tmp_path / "out"
    command = [TRICHLUC, *map(str, arguments), str(out), "--cache", str(tmp_path / "other")]
    with subprocess.Popen(command, env={**os.environ, **environment}, stderr=subprocess.DEVNULL) as process:
        try:
            until(lambda: documents(out, tmp_path / "look") == ["1.rtf", "1.txt"], 60)
        finally:
            process.kill()
    (fake / "go").touch()
    again = trichluc(*arguments, out, "--cache", tmp_path / "other", **environment)
    assert "reading 2 documents, 2 unchanged" in again.stderr
    assert contents(out) == contents(tmp_path / "whole")


class InTurn:
    """Holds tasks, and frees the next one each time that it is asked after another has ended."""

    def __init__(self, *numbers: int) -> None:
        self.numbers = frozenset(numbers)
        self._left, self.ended = list(numbers), 0

    def freed(self) -> Iterator[int]:
        """Give as many as have ended."""
        while self.ended and self._left:
            self.ended -= 1
            yield self._left.pop(0)


def test_held_documents_are_read_when_they_are_free_whatever_became_of_their_worker(tmp_path, monkeypatch) -> None:
    folder = write_reports(tmp_path / "in", 3)
    monkeypatch.syspath_prepend(str(install(tmp_path / "site")))
    monkeypatch.setenv("TRICHLUC_START_METHOD", "spawn")  # a worker that knows the new extension
    paths = sorted(folder.iterdir())
    # the worker has read one before: the document at which it dies is tried again in a new one
    paths.insert(1, make_trouble(folder, "kill"))
    tasks = [Task(number, path, path.name) for number, path in enumerate(paths)]
    later, came = InTurn(1, 2, 3), []
    for task, outcome in Pool(1, Settings(timeout=60)).read(tasks, later):
        came.append((task.number, outcome.code if isinstance(outcome, Lost) else outcome.status.value))
        later.ended += 1
    assert came == [(0, "ok"), (1, "crashed"), (2, "ok"), (3, "ok")]
