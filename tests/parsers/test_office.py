"""doc, rtf and odt: the same records as the docx that they were made of; what happens without LibreOffice."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from parsers.checks import check_source
from places import ROOT
from trichluc import extract
from trichluc.errors import UnreadableFileError
from trichluc.parsers import office, parse
from trichluc.parsers.office.libreoffice import LibreOffice, find_office

REPORT = ROOT / "corpus" / "reports" / "08-truong-hoc.docx"
needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
RTF = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 .VnTime;}}\f0 "
    r"B\'b8o c\'b8o n\'a8m 2021: k\'d5t n\'b9p 12 \'ae\'b6ng vi\'aan.\par}"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample report as doc, rtf and odt, made by LibreOffice."""
    place = tmp_path_factory.mktemp("office")
    program = find_office()
    assert program is not None
    for kind in ("doc", "rtf", "odt"):
        command = [program.path, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--norestore"]
        for _ in range(3):  # the first start makes the profile and ends with 81
            subprocess.run(
                [*command, "--convert-to", kind, "--outdir", str(place), str(REPORT)], check=False, capture_output=True
            )
            if (place / f"{REPORT.stem}.{kind}").is_file():
                break
    return place


def told(path: Path, table: str) -> list[tuple[object, ...]]:
    fields = {
        "references": ("text", "symbol", "issued_on", "issuer", "title", "section"),
        "indicators": ("text", "value", "min", "max", "of", "unit", "name", "role", "period", "section"),
        "assessments": ("text", "category", "section"),
    }[table]
    return [tuple(getattr(record, name) for name in fields) for record in getattr(extract(path), table)]


@needs_office
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
@pytest.mark.parametrize("table", ["references", "indicators", "assessments"])
def test_every_form_gives_the_records_of_the_docx(made, kind, table) -> None:
    wanted = told(REPORT, table)
    assert wanted
    assert told(made / f"{REPORT.stem}.{kind}", table) == wanted


@needs_office
@pytest.mark.parametrize(("kind", "media_type"), [("doc", "application/msword"), ("rtf", "application/rtf")])
def test_the_source_says_what_the_file_was(made, kind, media_type) -> None:
    source = parse(made / f"{REPORT.stem}.{kind}")
    check_source(source)
    assert source.media_type == media_type


@needs_office
def test_an_old_encoding_is_known_by_the_font(tmp_path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF.encode("ascii"))
    source = parse(path)
    assert source.text == "Báo cáo năm 2021: kết nạp 12 đảng viên."
    assert source.encoding == "tcvn3"


@needs_office
def test_a_file_cut_off_is_told_of(made, tmp_path) -> None:
    path = tmp_path / "cut.doc"
    path.write_bytes((made / f"{REPORT.stem}.doc").read_bytes()[:3000])
    with pytest.raises(UnreadableFileError) as refused:
        parse(path)
    assert refused.value.code in ("damaged", "ole")


def test_a_program_that_hangs_is_ended(tmp_path) -> None:
    hang = tmp_path / "soffice"
    hang.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    hang.chmod(0o755)
    with pytest.raises(UnreadableFileError, match="was not done") as refused:
        LibreOffice(str(hang)).convert(b"x", "doc", seconds=0.3)
    assert refused.value.code == "timeout"


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)


@pytest.mark.usefixtures("without_office")
def test_without_libreoffice_the_words_are_read_and_what_is_lost_is_said(tmp_path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF.encode("ascii"))
    source = parse(path)
    assert source.text == "Báo cáo năm 2021: kết nạp 12 đảng viên."
    (problem,) = source.problems
    assert problem.code == "words-only"
    assert "striprtf" in problem.message


@needs_office
@pytest.mark.usefixtures("without_office")
def test_a_doc_is_read_by_kreuzberg(made) -> None:
    source = parse(made / f"{REPORT.stem}.doc")
    assert "BÁO CÁO" in source.text
    assert [problem.code for problem in source.problems] == ["words-only"]


@pytest.mark.usefixtures("without_office")
def test_what_to_install_is_said(tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "striprtf", None)
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF.encode("ascii"))
    with pytest.raises(UnreadableFileError, match=r"libreoffice-writer-nogui.*trichluc\[rtf\]"):
        parse(path)
