"""Conversions in batches and kept: what is on the shelf, what a bad document costs, the same words either way."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import stat
import zipfile
from pathlib import Path

import pytest

from trichluc.options import ReadOptions
from trichluc.parsers import office, parse
from trichluc.parsers.office.libreoffice import LibreOffice, find_office, new_profile
from trichluc.parsers.office.many import Job, convert_many
from trichluc.parsers.office.shelf import Shelf, entry_name, user_shelf

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
RTF = rb"{\rtf1\ansi{\fonttbl{\f0 .VnTime;}}\f0 B\'b8o c\'b8o s\'e8 %d: k\'d5t n\'b9p \'ae\'b6ng vi\'aan.\par}"
ENTRY = entry_name("0" * 64, "rtf")


def test_what_is_put_on_a_shelf_is_found_there(tmp_path) -> None:
    shelf = Shelf(tmp_path / "kept")
    assert not shelf.has(ENTRY)
    assert shelf.get(ENTRY) is None
    shelf.put(ENTRY, b"made")
    assert shelf.has(ENTRY)
    assert shelf.get(ENTRY) == b"made"
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) & 0o077 == 0  # the texts of others are nobody's business
    assert [path.name for path in (tmp_path / "kept").rglob(".*")] == []  # nothing half written


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda kept: kept[:20], lambda _: b"", lambda k: k + b"x"])
def test_a_damaged_entry_is_none_and_is_made_anew(tmp_path, damage) -> None:
    shelf = Shelf(tmp_path)
    shelf.put(ENTRY, b"made")
    (path,) = (path for path in tmp_path.rglob("*") if path.is_file())
    path.write_bytes(damage(path.read_bytes()))
    assert shelf.get(ENTRY) is None
    shelf.put(ENTRY, b"again")
    assert shelf.get(ENTRY) == b"again"


def test_another_document_or_program_is_another_entry() -> None:
    names = [
        ("a", "doc", "LO 7"),
        ("b", "doc", "LO 7"),
        ("a", "rtf", "LO 7"),
        ("a", "doc", "LO 8"),
        ("ad", "oc", "LO 7"),
    ]
    assert len({entry_name(*name) for name in names}) == len(names)


def test_a_shelf_is_bounded_and_what_was_used_last_stays(tmp_path) -> None:
    shelf = Shelf(tmp_path)
    names = [entry_name(str(number)) for number in range(10)]
    for age, name in enumerate(names):
        shelf.put(name, b"x" * 1000)
        os.utime(tmp_path / name[:2] / name[2:], (age, age))
    shelf.trim(11_000)
    assert all(map(shelf.has, names))
    shelf.trim(6_000)
    assert [shelf.has(name) for name in names] == [False] * 6 + [True] * 4


def test_without_a_folder_or_with_one_that_cannot_be_made_nothing_is_kept(tmp_path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for shelf in (Shelf(), Shelf(tmp_path / "file" / "in")):
        shelf.put(ENTRY, b"made")
        assert shelf.get(ENTRY) is None
        shelf.trim()


def test_the_folder_is_among_the_caches_of_the_user(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_shelf() == tmp_path / "trichluc" / "conversions"


def program(folder: Path, text: str) -> LibreOffice:
    """A program that takes the place of LibreOffice: ``one`` is called for each document with its path and target."""
    path = folder / "soffice"
    path.write_text(
        "#!/bin/sh\n"
        'while [ "$1" != --outdir ]; do shift; done; out=$2; shift 2\n'
        f"one() {{ {text}\n}}\n"
        'echo "$#" >> "$(dirname "$0")/starts"\n'
        'for file in "$@"; do one "$file" "$out/$(basename "${file%.*}").docx"; done\n',
        encoding="utf-8",
    )
    path.chmod(0o755)
    return LibreOffice(str(path))


def small_docx() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", "<document/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("bad", "starts", "kept"),
    [
        ("good", ["5"], "abcde"),
        ("rm -f $2", ["5"], "abde"),  # nothing made, the next ones go on
        ("exit 1", ["5", "2"], "abde"),  # it died at c; what is left gets a new process
        ("kill -9 $$", ["5", "2"], "abde"),
        ("head -c 60 $made > $2; exit 1", ["5", "2"], "abde"),  # died while it wrote
        ("sleep 60", ["5", "2"], "abde"),  # it hangs
    ],
)
def test_a_bad_document_costs_its_batch_only_itself(tmp_path, bad, starts, kept) -> None:
    good = tmp_path / "good.docx"
    good.write_bytes(small_docx())
    fake = program(
        tmp_path, f'made={good}; if grep -q c "$1"; then {bad.replace("good", "cp $made $2")}; else cp $made $2; fi'
    )
    shelf = Shelf(tmp_path / "kept")
    jobs = [Job(letter.encode, "doc", entry_name(letter)) for letter in "abcde"]
    assert convert_many(fake, jobs, shelf, patience=1.0) == len(kept)
    assert [letter for letter in "abcde" if shelf.get(entry_name(letter)) == good.read_bytes()] == list(kept)
    assert (tmp_path / "starts").read_text(encoding="utf-8").split() == starts


def test_where_every_document_is_bad_the_rest_goes_one_by_one(tmp_path) -> None:
    fake = program(tmp_path, "exit 1")
    jobs = [Job(letter.encode, "doc", entry_name(letter)) for letter in "abcdefgh"]
    assert convert_many(fake, jobs, Shelf(tmp_path / "kept"), patience=1.0) == 0
    assert (tmp_path / "starts").read_text(encoding="utf-8").split() == ["8", "7", "6", "5"]


def test_a_program_that_cannot_be_started_converts_nothing(tmp_path) -> None:
    job = Job(b"x".upper, "doc", ENTRY)
    assert convert_many(LibreOffice(str(tmp_path / "nowhere")), [job], Shelf(tmp_path / "kept")) == 0


@needs_office
def test_a_batch_makes_what_one_by_one_makes(tmp_path) -> None:
    texts, program_here = [], find_office()
    assert program_here is not None
    paths = [tmp_path / f"{number}.rtf" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(RTF % number)
    options = ReadOptions(conversions=tmp_path / "kept")
    entries = [
        office.docx_entry(hashlib.sha256(p.read_bytes()).hexdigest(), office.Format.RTF, program_here) for p in paths
    ]
    jobs = [Job(path.read_bytes, "rtf", entry) for path, entry in zip(paths, entries, strict=True)]
    jobs.insert(1, Job(b"{\\rtf".upper, "rtf", ENTRY))  # no document at all
    assert convert_many(program_here, jobs, Shelf(options.conversions)) >= 3
    for number, path in enumerate(paths):
        assert Shelf(options.conversions).has(entries[number])
        texts.append(parse(path, options).text)
        assert texts[-1] == parse(path).text == f"Báo cáo số {number}: kết nạp đảng viên."


@needs_office
def test_no_process_tries_out_how_it_draws(tmp_path) -> None:
    """What LibreOffice does at the first start of a version, which is longer than most documents take."""
    program_here, profile = find_office(), new_profile()
    assert program_here is not None
    try:
        source = tmp_path / "a.rtf"
        source.write_bytes(RTF % 1)
        assert program_here.run([source], tmp_path / "out", profile, lambda: True)[0] == 0
        assert (tmp_path / "out" / "a.docx").is_file()
        assert (profile / "user" / "registrymodifications.xcu").is_file()
        assert not (profile / "user" / "GraphicsRenderTests.log").exists()
    finally:
        shutil.rmtree(profile)


def test_what_is_kept_is_not_made_again(tmp_path, monkeypatch) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF % 1)
    options = ReadOptions(conversions=tmp_path / "kept")
    fake = program(tmp_path, f"cp {tmp_path / 'made.docx'} $2")
    import docx

    document = docx.Document()
    document.add_paragraph("Báo cáo đã đổi.")
    document.save(str(tmp_path / "made.docx"))
    monkeypatch.setattr(office, "find_office", lambda: fake)
    assert [parse(path, options).text for _ in range(3)] == ["Báo cáo đã đổi."] * 3
    assert (tmp_path / "starts").read_text(encoding="utf-8").split() == ["1"]
    assert parse(path).text == "Báo cáo đã đổi."  # nothing is kept unless a folder is named
    assert (tmp_path / "starts").read_text(encoding="utf-8").split() == ["1", "1"]
