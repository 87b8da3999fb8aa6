"""A run over old documents: the same bytes whatever was kept, and kept by the next run."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_up import contents, trichluc, write_reports
from trichluc.batch.convert import rounds
from trichluc.batch.inputs import InputFile
from trichluc.parsers.office.libreoffice import find_office

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


def test_old_documents_are_read_before_all_of_them_are_converted(tmp_path) -> None:
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 a}")
    (tmp_path / "b.txt").write_bytes(b"b")
    old, new = (InputFile(tmp_path / name, name, False, "0") for name in ("a.rtf", "b.txt"))
    assert [len(some) for some in rounds([old] * 70 + [new] * 200 + [old] * 70, 1)] == [64, 264, 12]
    assert list(rounds([new] * 3, 1)) == [[0, 1, 2]]
    assert list(rounds([], 1)) == []
