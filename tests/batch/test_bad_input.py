"""One run over every kind of bad input: each has its row and a clear problem, and the good ones are unharmed."""

import csv
import io
import json
import os
import unicodedata
import zipfile

import docx
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from made_up import REPORT, trichluc, write_reports
from trichluc.verify.folder import Verification

TEXT = REPORT.format(number=9, year=2021)


def pdf(*, password: str | None = None, words: str = "Dat 5% ke hoach") -> bytes:
    stream = io.BytesIO()
    encrypt = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(stream, encrypt=encrypt, invariant=True)
    for _ in range(3):
        canvas.rect(50, 50, 400, 600, fill=1) if not words else canvas.drawString(50, 700, words * 8)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def word() -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(stream)
    return stream.getvalue()


def archive() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.txt", "x")
    return stream.getvalue()


# name of the file, its bytes, the status of its document, and words that its problems must have
CASES = {
    "rỗng.docx": (b"", "failed", "is empty"),
    "một-trang-web.docx": (f"<html><body><p>{TEXT}</p></body></html>".encode(), "ok", "HTML"),
    "một-gói.docx": (archive(), "failed", "zip"),
    "cắt-cụt.docx": (word()[:-200], "failed", "damaged"),
    "cắt-cụt.pdf": (pdf()[:600], "failed", "damaged"),
    "có-mật-khẩu.pdf": (pdf(password="bí mật".encode().hex()), "failed", "password"),
    "bản-quét.pdf": (pdf(words=""), "failed", "scan"),
    "utf-16.txt": (TEXT.encode("utf-16"), "ok", ""),
    "không-rõ.txt": (bytes(range(128, 256)) * 40, "failed", "encoding"),
    "ảnh.pdf": (b"\x89PNG\r\n\x1a\n" * 9, "failed", "picture"),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("bad")


@pytest.fixture(scope="module")
def done(place):
    reports = write_reports(place / "in", 3)
    for name, (content, _, _) in CASES.items():
        (reports / unicodedata.normalize("NFD", name)).write_bytes(content)
    (reports / "bản-sao.txt").write_bytes((reports / "bao-cao-03.txt").read_bytes())
    (reports / "ảnh.gif").write_bytes(b"GIF89a")
    return trichluc("run", reports, "--out", place / "out", "--xlsx")


@pytest.fixture(scope="module")
def lines(place, done):
    assert done.returncode == 1, done.stderr
    text = (place / "out" / "records.jsonl").read_text(encoding="utf-8")
    return {line["document"]["source_path"]: line for line in map(json.loads, text.splitlines())}


def test_nothing_is_missing(lines) -> None:
    assert set(lines) == {*CASES, "bao-cao-01.txt", "bao-cao-02.txt", "bao-cao-03.txt"}


@pytest.mark.parametrize("name", CASES)
def test_each_bad_input_is_told_of(lines, name) -> None:
    _, status, said = CASES[name]
    told = lines[name]
    messages = " ".join(problem["message"] for problem in told["problems"])
    assert told["document"]["status"] == status, messages
    assert said in messages
    assert "fault of trichluc" not in messages
    assert all(problem["message"].startswith(name) for problem in told["problems"])
    if status == "failed":
        assert [problem["severity"] for problem in told["problems"]].count("error") == 1
        assert not told["references"] + told["indicators"] + told["assessments"]


def test_the_good_ones_are_unharmed(lines) -> None:
    for name in ("bao-cao-01.txt", "bao-cao-02.txt", "utf-16.txt"):
        assert lines[name]["document"]["status"] == "ok"
        assert [reference["symbol"] for reference in lines[name]["references"]] == ["05-CT/TW"]


def test_problems_without_document_are_in_the_table(place, lines) -> None:
    del lines
    with (place / "out" / "problems.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["document_id"]]
    assert [(row["id"], row["code"], row["severity"]) for row in rows] == [("runp1", "skipped", "note")]
    assert rows[0]["message"].startswith("ảnh.gif: this is a GIF picture")


def test_the_messages_are_on_the_screen_too(done) -> None:
    for name, (_, status, said) in CASES.items():
        if status == "failed":
            assert any(name in line and said in line for line in done.stderr.splitlines()), (name, done.stderr)


def test_all_that_was_written_is_as_promised(place, lines) -> None:
    del lines
    assert list(Verification(place / "out").findings()) == []


def test_a_file_without_permission_costs_itself_only(tmp_path) -> None:
    """As a user who is not root: root may read everything."""
    reports = write_reports(tmp_path / "in", 2)
    (reports / "bao-cao-01.txt").chmod(0)
    done = trichluc_as_nobody("run", reports, "--out", tmp_path / "out")
    assert done.returncode == 1, done.stderr
    assert "failed: bao-cao-01.txt: cannot be opened: Permission denied" in done.stderr
    (reports / "bao-cao-01.txt").chmod(0o644)
    assert trichluc_as_nobody("run", reports, "--out", tmp_path / "out").returncode == 0


def trichluc_as_nobody(*arguments):
    """Run the command as a user without rights over the files of others, where the tests run as root."""
    import subprocess
    import sys

    from made_up import TRICHLUC

    command = [TRICHLUC, *map(str, arguments)]
    if os.geteuid() == 0:
        # root keeps its name and gives up the right to read everything (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH)
        drop = "import ctypes, os, sys; libc = ctypes.CDLL(None, use_errno=True); [libc.prctl(24, n) for n in (1, 2)]; "
        command = [sys.executable, "-c", drop + "os.execv(sys.argv[1], sys.argv[1:])", *command]
    return subprocess.run(command, capture_output=True, text=True, check=False)
