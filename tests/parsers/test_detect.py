"""The format is told from the bytes; what cannot be read is refused by name, with the way out."""

from __future__ import annotations

import os
import struct
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from parsers.made_docx import MadeDocx, para
from trichluc import parsers
from trichluc.errors import UnreadableFileError, UsageError
from trichluc.parsers import Format, detect, parse
from trichluc.source_builder import SourceBuilder

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def stream(name: str) -> bytes:
    """Return the bytes of a directory entry of an OLE container."""
    return OLE + (name + "\0").encode("utf-16-le") + b"\0" * 64


def packed(path: Path, *names: str, **contents: bytes) -> Path:
    """Write a zip archive that holds files of these names."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
        for name in names:
            archive.writestr(name, b"x")
    return path


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.4 after rubbish", Format.PDF),
        (b"<!DOCTYPE html><html>", Format.HTML),
        (b"\xef\xbb\xbf  <html xmlns:w='urn:x'>", Format.HTML),
        (b"<!-- saved --> <p class=MsoNormal>", Format.HTML),
        (b"\n   <figure class='table'><table>", Format.HTML),
        ("<html>".encode("utf-16"), Format.HTML),
        ("<html>".encode("utf-16-le"), Format.HTML),
        ("<html>".encode("utf-16-be"), Format.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html><html>", Format.HTML),
        (b"words first <br> then <b>tags</b></p><p>a</p><p>b</p><p>c</p>", Format.HTML),
        (b"From: a@b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x", Format.MHTML),
        ("BÁO CÁO\nKết quả < 5% và > 3%".encode(), Format.TEXT),
        (b"# Heading\n\nText with one <br> and a <b>tag</b>.\n" * 3, Format.TEXT),  # markdown may hold a tag
        (b"a < b", Format.TEXT),
        (b"\xff\xfeB\x00\xc1\x00", Format.TEXT),
        (b"BM is no picture when words follow", Format.TEXT),
        (stream("WordDocument"), Format.DOC),
        (stream("Workbook"), Format.SHEETS),
        (b"{\\rtf1\\ansi", Format.RTF),
        (b"\xef\xbb\xbf {\\rtf1", Format.RTF),
    ],
)
def test_by_bytes(tmp_path: Path, data: bytes, expected: Format) -> None:
    path = tmp_path / "file.docx"  # the name says nothing
    path.write_bytes(data)
    assert detect(path) is expected


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "empty", "empty"),
        (stream("EncryptedPackage"), "encrypted", "password"),
        (stream("EncryptedPackage") + stream("WordDocument"), "encrypted", "password"),
        (stream("Workbook"), "damaged", "workbook is damaged"),
        (stream("PowerPoint Document"), "slides", "PDF"),
        (stream("__properties_version1.0"), "mail", "attached"),
        (OLE, "ole", "convert"),
        (b"GIF89a", "image", "save it as PNG"),
        (b"AT&TFORM", "image", "DjVu"),
        (b"\x00\x00\x00\x18ftypheic", "image", "HEIF"),
        (b"\x1f\x8b\x08abc", "archive", "unpack"),
        (b"Rar!\x1a\x07\x00", "archive", "unpack"),
        (b"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?><w:wordDocument>", "flat-xml", "docx"),
        (b"<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:x'>", "odt", "docx"),
        (b"<?xml version='1.0'?><rss>", "xml", "XML"),
        (b"PK\x03\x04 word/document.xml", "damaged", "cut off"),
        (b"PK\x03\x04", "damaged", "zip"),
    ],
)
def test_refusals_say_what_it_is_and_the_way_out(tmp_path: Path, data: bytes, code: str, says: str) -> None:
    path = tmp_path / "báo cáo.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match=says) as caught:
        parse(path)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("names", "contents", "code", "says"),
    [
        (("[Content_Types].xml", "xl/workbook.xml"), {}, "damaged", "workbook is damaged"),
        (("[Content_Types].xml", "ppt/presentation.xml"), {}, "slides", "pptx"),
        ((), {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "damaged", "workbook is damaged"),
        ((), {"mimetype": b"application/epub+zip"}, "epub", "EPUB"),
        (("a.docx", "b.docx"), {}, "archive", "2 files"),
        ((), {}, "archive", "empty zip"),
    ],
)
def test_other_zip_packages(
    tmp_path: Path, names: tuple[str, ...], contents: dict[str, bytes], code: str, says: str
) -> None:
    with pytest.raises(UnreadableFileError, match=says) as caught:
        parse(packed(tmp_path / "a.docx", *names, **contents))
    assert caught.value.code == code


LONG = 2**28  # bytes that a list is said to take


@pytest.mark.parametrize(
    "tail",
    [
        struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, LONG, 64, 0),
        struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, LONG, 64, 3) + b"...",  # with a comment
        struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 9, 9, LONG, 64)  # of large archives
        + struct.pack("<4sLQL", b"PK\6\7", 0, 64, 1)
        + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, 0xFFFFFFFF, 0xFFFFFFFF, 0),
    ],
)
def test_a_zip_package_with_a_list_of_millions_of_files_is_not_opened(tmp_path: Path, tail: bytes, monkeypatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\3\4".ljust(64, b"\0") + tail)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(UnreadableFileError, match="256 MiB") as caught:
        detect(path)
    assert caught.value.code == "too-large"


def test_the_kind_of_a_package_is_not_unpacked_beyond_its_first_words(tmp_path: Path, monkeypatch) -> None:
    path = packed(tmp_path / "a.odt", mimetype=b"application/vnd.oasis.opendocument.text".ljust(10**6))
    monkeypatch.setattr(zipfile.ZipFile, "read", None)
    assert detect(path) is Format.ODT


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as missing:
        parse(tmp_path / "no.docx")
    with pytest.raises(UnreadableFileError) as folder:
        parse(tmp_path)
    assert (missing.value.code, folder.value.code) == ("missing", "directory")


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("chữ")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root reads everything
        monkeypatch.setattr(Path, "open", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "denied")))
    with pytest.raises(UnreadableFileError, match="permission") as caught:
        parse(path)
    assert caught.value.code == "permission"


@pytest.mark.parametrize(
    ("name", "data", "noted"),
    [
        ("a.docx", b"<html><body><p>x</p></body></html>", True),
        ("a.doc", b"<html><body><p>x</p></body></html>", True),
        ("a.docx", b"plain words", True),
        ("a.html", b"<html><body><p>x</p></body></html>", False),
        ("a.txt", b"<html><body><p>x</p></body></html>", False),  # source of a page in a text file promises nothing
        ("a", b"plain words", False),
    ],
)
def test_name_that_promises_something_else_is_noted(tmp_path: Path, name: str, data: bytes, noted: bool) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert ("named-otherwise" in [problem.code for problem in parse(path).problems]) is noted


def test_docx_under_any_name(tmp_path: Path) -> None:
    path = MadeDocx(para("thân bài")).save(tmp_path / "báo cáo")
    assert parse(path).text == "thân bài"


def extension(monkeypatch: pytest.MonkeyPatch, load) -> None:
    """Install a parser extension for this test."""
    point = SimpleNamespace(name="made", value="made:parser", load=load)
    monkeypatch.setattr(parsers, "entry_points", lambda group: [point] if group == "trichluc.parsers" else [])
    parsers._extensions.cache_clear()
    monkeypatch.setattr(parsers, "_extensions", parsers._extensions.__wrapped__)


def test_extension_reads_its_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path):
        builder = SourceBuilder("text/x-made")
        builder.paragraph(path.read_bytes().decode().removeprefix("MADE:"))
        return builder.build()

    made = SimpleNamespace(recognises=lambda head, path: head.startswith(b"MADE:"), parse=read)
    extension(monkeypatch, lambda: made)
    (tmp_path / "a.made").write_bytes(b"MADE:words")
    (tmp_path / "b.txt").write_bytes(b"others")
    assert (parse(tmp_path / "a.made").media_type, parse(tmp_path / "b.txt").text) == ("text/x-made", "others")


@pytest.mark.parametrize("load", [lambda: 1 / 0, lambda: SimpleNamespace(parse=print)])
def test_broken_extension_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, load) -> None:
    extension(monkeypatch, load)
    (tmp_path / "a.txt").write_bytes(b"words")
    with pytest.raises(UsageError, match="'made'"):
        parse(tmp_path / "a.txt")
