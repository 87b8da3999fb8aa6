"""A run over zip archives: each document in one has its row, under a path that says where it is."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import docx
import pytest

from made_up import REPORT, trichluc, write_reports
from trichluc.verify.folder import Verification


def word(number: int) -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    for line in REPORT.format(number=number, year=2020).splitlines():
        document.add_paragraph(line)
    document.save(stream)
    return stream.getvalue()


def zipped(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return stream.getvalue()


WORD = word(7)
MEMBERS = {
    "Năm 2020/báo cáo.docx": WORD,
    "Năm 2020/khác.txt": REPORT.format(number=8, year=2020).encode(),
    "ảnh.gif": b"GIF89a",
    "trong.zip": zipped(a=b"x"),
    "../ra ngoài.txt": b"x",
    "hỏng.docx": WORD[:-200],
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = tmp_path_factory.mktemp("archives")
    reports = write_reports(place / "in", 1)
    (reports / "gửi.zip").write_bytes(zipped(**MEMBERS))
    (reports / "hỏng.zip").write_bytes(zipped(**MEMBERS)[:-30])
    done = trichluc("run", reports, "--out", place / "out")
    assert done.returncode == 1, done.stderr
    return place


def test_each_document_in_an_archive_is_one_of_the_run(place) -> None:
    lines = [json.loads(line) for line in (place / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines()]
    told = {line["document"]["source_path"]: line for line in lines}
    assert set(told) == {
        "bao-cao-01.txt", "gửi.zip/Năm 2020/báo cáo.docx", "gửi.zip/Năm 2020/khác.txt", "gửi.zip/hỏng.docx",
    }  # fmt: skip
    read = told["gửi.zip/Năm 2020/báo cáo.docx"]
    assert read["document"]["sha256"] == hashlib.sha256(WORD).hexdigest()
    assert read["document"]["source_name"] == "báo cáo.docx"
    assert [reference["symbol"] for reference in read["references"]] == ["05-CT/TW"]
    assert told["gửi.zip/hỏng.docx"]["document"]["status"] == "failed"
    assert list(Verification(place / "out").findings()) == []


@pytest.mark.parametrize(
    "said",
    [
        "gửi.zip/ảnh.gif: this is a GIF picture",
        "gửi.zip/trong.zip: an archive inside an archive is not opened: unpack it",
        "gửi.zip/../ra ngoài.txt: its name leads out of the archive",
        "hỏng.zip: the zip archive is damaged or cut off: get it again",
    ],
)
def test_what_is_not_read_is_told_of(place, said) -> None:
    rows = (place / "out" / "problems.csv").read_text(encoding="utf-8").splitlines()
    assert [row for row in rows if said in row and ",skipped," in row]


def test_the_next_run_reads_what_is_new_only_and_an_archive_may_be_named_itself(place) -> None:
    done = trichluc("run", place / "in", "--out", place / "out")
    assert "0 read now, 4 unchanged" in done.stdout
    done = trichluc("run", place / "in" / "gửi.zip", "--out", place / "alone")
    assert "3 read now" in done.stdout


def test_one_document_in_an_archive_can_be_shown(place) -> None:
    done = trichluc("show", place / "in" / "gửi.zip" / "Năm 2020" / "báo cáo.docx")
    assert done.returncode == 0, done.stderr
    assert "05-CT/TW" in done.stdout
    done = trichluc("show", place / "in" / "gửi.zip" / "nowhere.txt")
    assert done.returncode == 2
    assert "holds no such file" in done.stderr
