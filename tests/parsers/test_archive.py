"""Zip archives: what is taken, what is refused and why; no name and no size that an archive gives is trusted."""

from __future__ import annotations

import hashlib
import io
import os
import stat
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.errors import UnreadableFileError
from trichluc.packs import load_packs
from trichluc.parsers import archive
from trichluc.parsers.archive import Reason, contents_of, find_member, is_archive, unpacked
from trichluc.run import unread
from trichluc.scratch import scratch_prefix

TEXT = "Báo cáo".encode()


def packed(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as package:
        for name, data in members:
            package.writestr(name, data)
    return path


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("lien-ket.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def locked(path: Path) -> Path:
    """Say of the only member, in both places, that it is locked."""
    raw = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + offset] |= 1
    path.write_bytes(raw)
    return path


def test_members_are_told_by_their_path_with_the_digest_of_their_bytes(tmp_path) -> None:
    path = packed(tmp_path / "a.zip", ("2021/b.txt", b"b"), ("2021/", b""), ("a.txt", TEXT))
    found = contents_of(path)
    assert [(member.name, member.sha256) for member in found.members] == [
        ("2021/b.txt", hashlib.sha256(b"b").hexdigest()),
        ("a.txt", hashlib.sha256(TEXT).hexdigest()),
    ]
    assert found.skipped == []
    with unpacked(path, found.members[1].number) as file:
        assert file.read_bytes() == TEXT
        assert file.suffix == ".txt"
    assert not file.exists()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (unicodedata.normalize("NFD", "báo cáo.txt"), "báo cáo.txt"),
        ("thư mục\\báo cáo.txt", "thư mục/báo cáo.txt"),  # as packed on Windows
        ("./a.txt", "a.txt"),
        ("a\x1b[31m.txt", "a\\x1b[31m.txt"),  # would colour a terminal
    ],
)
def test_names_are_shown_clean(tmp_path, name, shown) -> None:
    assert [member.name for member in contents_of(packed(tmp_path / "a.zip", (name, TEXT))).members] == [shown]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("báo cáo.txt".encode(), "báo cáo.txt"), (b"caf\x82.txt", "café.txt"), (b"\xff\xfe.txt", "\\xa0■.txt")],
)
def test_names_that_are_not_called_utf_8_are_read_as_it_where_they_are(tmp_path, raw, shown) -> None:
    path = packed(tmp_path / "a.zip", ("x" * len(raw), TEXT))
    path.write_bytes(path.read_bytes().replace(b"x" * len(raw), raw))
    assert [member.name for member in contents_of(path).members] == [shown]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_both_there(tmp_path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", b"1"), ("a.txt", b"2"))
    assert [member.name for member in contents_of(path).members] == ["a.txt", "a.txt (2)"]


def test_litter_is_passed_over(tmp_path) -> None:
    names = [".an", "__MACOSX/._a.txt", "x/.git/a.txt", "~$a.docx", "x/Thumbs.db"]
    found = contents_of(packed(tmp_path / "a.zip", *((name, TEXT) for name in names)))
    assert (found.members, found.skipped) == ([], [])


@pytest.mark.parametrize("name", ["../a.txt", "x/../../a.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt", "x/.."])
def test_names_that_lead_out_are_refused(tmp_path, name) -> None:
    found = contents_of(packed(tmp_path / "in.zip", (name, TEXT), ("b.txt", TEXT)))
    assert [member.name for member in found.members] == ["b.txt"]
    ((_, reason),) = found.skipped
    assert "leads out of the archive" in reason.words
    assert [path.name for path in tmp_path.iterdir()] == ["in.zip"]  # nothing was written


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: packed(path, (link(), b"/etc/passwd")), "link"),
        (lambda path: locked(packed(path, ("a.txt", TEXT))), "locked with a password"),
        (lambda path: packed(path, ("a.txt", bytes(20_000_000))), "200 times"),
        (lambda path: packed(path, ("a.txt", b"0123456789" * 300_000)), "more than 2 MiB"),
        (lambda path: spoilt(packed(path, ("a.txt", TEXT * 9), method=zipfile.ZIP_STORED)), "cannot be unpacked"),
        (lambda path: other(packed(path, ("a.txt", TEXT))), "cannot be unpacked"),
    ],
)
def test_what_cannot_be_unpacked_is_told_of(tmp_path, monkeypatch, make, reason) -> None:
    monkeypatch.setattr(archive, "LARGEST_MEMBER", (2 if "2 MiB" in reason else 256) * 1024 * 1024)
    path = tmp_path / "a.zip"
    make(path)
    found = contents_of(path)
    assert found.members == []
    ((_, told),) = found.skipped
    assert reason in told.words
    assert told.loss


def spoilt(path: Path) -> Path:
    path.write_bytes(path.read_bytes().replace(TEXT, TEXT.upper(), 1))  # its checksum is another
    return path


def other(path: Path) -> Path:
    """Say that the member was packed by a method that there is not."""
    raw = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        raw[raw.index(mark) + offset] = 77
    path.write_bytes(raw)
    return path


def test_the_whole_is_limited_too(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_ALL", 25)
    found = contents_of(packed(tmp_path / "a.zip", *((f"{n}.txt", b"0123456789") for n in range(4))))
    assert [member.name for member in found.members] == ["0.txt", "1.txt"]
    assert len(found.skipped) == 2
    monkeypatch.setattr(archive, "MOST_MEMBERS", 3)
    with pytest.raises(UnreadableFileError, match="holds 4 files"):
        contents_of(tmp_path / "a.zip")


def test_a_member_that_says_it_is_small_is_not_trusted(tmp_path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", b"x" * 1_000_000))
    path.write_bytes(path.read_bytes().replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    found = contents_of(path)
    assert found.members == []
    assert "cannot be unpacked" in found.skipped[0][1].words


def test_what_is_looked_at_can_be_refused(tmp_path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", TEXT), ("b.exe", b"MZ"))
    found = contents_of(path, lambda file, name: Reason(f"{name}!", loss=False) if file.read_bytes() == b"MZ" else None)
    assert [member.name for member in found.members] == ["a.txt"]
    assert found.skipped == [("b.exe", Reason("b.exe!", loss=False))]


def test_a_member_is_found_by_its_name(tmp_path) -> None:
    path = packed(tmp_path / "a.zip", ("x/báo.txt", TEXT))
    found = find_member(path, unicodedata.normalize("NFD", "x/báo.txt"))
    assert found is not None
    assert found.number == 0
    assert find_member(path, "báo.txt") is None


WHOLE = io.BytesIO()
with zipfile.ZipFile(WHOLE, "w", zipfile.ZIP_DEFLATED) as _package:
    _package.writestr("a.txt", TEXT * 20)
    _package.writestr("b/c.txt", TEXT * 30)


@given(st.integers(0, len(WHOLE.getvalue()) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_archive_never_does_worse_than_be_refused(tmp_path_factory, at, junk) -> None:
    raw = WHOLE.getvalue()
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    path.write_bytes(raw[:at] + junk + raw[at + len(junk) :])
    try:
        found = contents_of(path)
    except UnreadableFileError:
        return
    assert len(found.members) + len(found.skipped) <= 2
    assert is_archive(path) or at < 4


def test_a_member_of_an_archive_that_has_changed_meanwhile_is_told_of(tmp_path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", TEXT))
    with pytest.raises(UnreadableFileError, match="no longer in the archive") as caught, unpacked(path, 3):
        pass
    result = unread("a.zip/d.txt", caught.value, load_packs())
    assert (result.document.status, result.document.source_name) == ("failed", "d.txt")
    assert [(one.code, one.message) for one in result.problems] == [
        ("unreadable", "a.zip/d.txt: is no longer in the archive: run again")
    ]


def test_folders_of_processes_that_were_killed_are_taken_away(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone, own, other = tmp_path / "mine-4194399-a", tmp_path / f"mine-{os.getpid()}-b", tmp_path / "mine-notes"
    for folder in (gone, own, other):
        folder.mkdir()
    assert scratch_prefix("mine-") == f"mine-{os.getpid()}-"
    assert sorted(tmp_path.iterdir()) == sorted([own, other])
