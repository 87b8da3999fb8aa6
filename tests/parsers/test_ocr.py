"""OCR: what the parts do without Tesseract, and a handful of pages through it."""

import io
import shutil
from pathlib import Path

import numpy as np
import pytest
from corpus.alignment import differences, plain
from corpus.maker.markup import read_source
from corpus.maker.pdf import font_folder, make_pdf
from corpus.maker.scan import as_pdf, scan
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from made_up import trichluc
from trichluc.doubt import FLAG, doubtful_fields, share_right
from trichluc.errors import UnreadableFileError
from trichluc.options import OcrMode, ReadOptions
from trichluc.parsers import parse
from trichluc.parsers.ocr import image as pictures
from trichluc.parsers.ocr.reader import listed
from trichluc.parsers.ocr.reading import _is_blank
from trichluc.parsers.ocr.rulings import find_rulings, to_dots, to_points
from trichluc.parsers.ocr.tesseract import TesseractError, find_tesseract, parse_hocr
from trichluc.run import extract_file
from trichluc.source import Confidence, Source

ROOT = Path(__file__).resolve().parents[2]

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None or font_folder("liberation") is None,
    reason="needs Tesseract and Liberation fonts: apt-get install tesseract-ocr tesseract-ocr-vie fonts-liberation2",
)

# Most letters of a page that may be wrong; all manners and families are measured by python -m corpus.scans.
FLOORS = {"noisy": 0.012, "upside-down": 0.006}

HOCR = """<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://nowhere/x.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page'>
<span class='ocr_line' title="bbox 100 200 500 250; baseline 0.01 -10; x_size 40; x_descenders 9">
<span class='ocrx_word' title='bbox 100 200 200 250; x_wconf 96'><strong>Chi</strong></span>
<span class='ocrx_word' title='bbox 220 200 300 250; x_wconf 31'>bộ</span>
<span class='ocrx_word' title='bbox 320 200 330 250; x_wconf 95'> </span></span></div></body></html>"""


def test_words_of_an_answer() -> None:
    words = parse_hocr(HOCR.encode())
    assert [(word.text, word.confidence, word.line) for word in words] == [("Chi", 0.96, 0), ("bộ", 0.31, 0)]
    # the base line rises by one in a hundred from where the line begins, ten dots over its foot
    assert words[0].base == pytest.approx(250 - 10 + 0.01 * 50)


@pytest.mark.parametrize("answer", [b"", b"Error", b"<a><b title='x_size 3; bbox 1 2 3 4'/></a>"])
def test_an_answer_without_a_page_is_a_failure_and_no_blank_page(answer) -> None:
    with pytest.raises(TesseractError, match="no page"):
        parse_hocr(answer)


def test_a_page_without_words_is_blank() -> None:
    assert parse_hocr(b"<html xmlns='http://www.w3.org/1999/xhtml'><body><div class='ocr_page'/></body></html>") == []


def test_the_words_of_a_torn_answer_are_kept() -> None:
    assert [word.text for word in parse_hocr(HOCR.encode()[:-60])] == ["Chi", "bộ"]


@pytest.mark.parametrize(
    ("pages", "said"),
    [([4], "page 4"), ([1, 2, 3], "pages 1–3"), ([9, 1, 3, 2], "pages 1–3, 9"), (range(1, 90, 2), "…")],
)
def test_pages_in_words(pages, said) -> None:
    assert said in listed(pages)


def test_a_word_that_ocr_is_sure_of_is_mostly_right() -> None:
    shares = [share_right(confidence / 100) for confidence in range(101)]
    assert shares == sorted(shares)
    assert (shares[0] < 0.1, shares[97] > 0.99, shares[100]) == (True, True, 1.0)


def lined(angle: float = 0.0) -> Image.Image:
    """A sheet with lines of bars for words and a ruled table of two rows and three columns, turned by ``angle``."""
    sheet = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(sheet)
    for line in range(30):
        for word in range(12):
            draw.rectangle((120 + word * 84, 120 + line * 30, 120 + word * 84 + 40 + line % 7 * 4, 134 + line * 30), 20)
    for y in (1200, 1260, 1320):
        draw.line((120, y, 1120, y), 0, 3)
    for x in (120, 400, 700, 1120):
        draw.line((x, 1200, x, 1320), 0, 3)
    return sheet.rotate(angle, Image.Resampling.BICUBIC, fillcolor=250)


@pytest.mark.parametrize("angle", [0.0, 1.1, -0.7, 5.0, -8.5])
def test_tilt_is_measured_and_a_table_is_found_however_the_sheet_lies(angle) -> None:
    assert pictures.measure_tilt(lined(angle)) == pytest.approx(angle, abs=0.15)
    page = pictures.prepare(lined(angle))
    assert abs(page.tilt) <= pictures.LEVEL
    (table,) = find_rulings(page).find_tables()
    assert len(table.cells) == 6
    assert table.bbox[0] == pytest.approx(120 * 72 / 150, abs=3)


@given(st.floats(-2, 2), st.floats(0, 595), st.floats(0, 842))
def test_places_are_turned_there_and_back(tilt, across, down) -> None:
    page = pictures.PageImage(Image.new("L", (2480, 3508)), tilt)
    assert to_points(page, *to_dots(page, across, down)) == pytest.approx((across, down), abs=1e-6)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I", "I;16", "F"])
def test_pictures_of_every_kind_become_grey(mode) -> None:
    black = Image.new("L", (40, 40), 0)
    grey = pictures.to_grey(black.convert(mode) if mode != "I;16" else Image.new("I;16", (40, 40), 0))
    assert grey.mode == "L"
    assert grey.getpixel((5, 5)) == 0


def test_red_is_paper_and_clear_is_white() -> None:
    assert pictures.to_grey(Image.new("RGB", (9, 9), (255, 20, 30))).getpixel((4, 4)) == 255
    assert pictures.to_grey(Image.new("RGBA", (9, 9), (0, 0, 0, 0))).getpixel((4, 4)) == 255


def test_cleaning_takes_specks_and_keeps_full_stops() -> None:
    sheet = Image.new("L", (600, 600), 245)
    draw = ImageDraw.Draw(sheet)
    draw.point((100, 100), 0)
    draw.rectangle((300, 300, 304, 304), 0)
    cleaned = np.asarray(pictures.clean(pictures.PageImage(sheet, 0.0)).grey)
    assert cleaned[100, 100] == 255
    assert cleaned[302, 302] == 0
    assert cleaned[500, 500] == 255


@pytest.mark.parametrize(("size", "dpi", "expected"), [((1240, 1754), None, 2480), ((827, 1169), 100, 2481)])
def test_every_page_is_brought_to_the_same_resolution(size, dpi, expected) -> None:
    assert pictures.prepare(Image.new("L", size, 255), dpi).grey.width == pytest.approx(expected, abs=2)


# ---------------------------------------------------------------- files


def picture(path: Path, size: tuple[int, int] = (900, 1200), **options: object) -> Path:
    Image.new("L", size, 255).save(path, **options)
    return path


@pytest.mark.parametrize(
    ("name", "size", "code"),
    [("logo.png", (64, 64), "image"), ("plan.png", (20000, 12000), "too-large")],
)
def test_pictures_that_are_no_pages_are_refused(tmp_path, name, size, code) -> None:
    Image.new("1", size).save(tmp_path / name)
    with pytest.raises(UnreadableFileError) as caught:
        parse(tmp_path / name)
    assert caught.value.code == code
    assert "dots" in str(caught.value)


def test_without_ocr_a_picture_says_what_to_do(tmp_path, monkeypatch) -> None:
    path = picture(tmp_path / "trang.png")
    with pytest.raises(UnreadableFileError, match="--ocr auto"):
        parse(path, ReadOptions(OcrMode.NEVER))
    monkeypatch.setattr("trichluc.parsers.ocr.reader.find_tesseract", lambda: None)
    with pytest.raises(UnreadableFileError, match="tesseract-ocr-vie") as caught:
        parse(path)
    assert caught.value.code == "ocr-missing"


@pytest.mark.parametrize(
    ("does", "said"),
    [("sleep 9", "did not answer to --version within 0.2 s"), ("", "without its Vietnamese data")],
)
def test_a_tesseract_that_cannot_be_used_is_not_called_missing(tmp_path, monkeypatch, does, said) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\n{does}\necho 'tesseract 5.3.0'\n")
    program.chmod(0o755)
    monkeypatch.setattr("trichluc.parsers.ocr.tesseract.shutil.which", lambda name: str(program))
    if does:
        monkeypatch.setattr("trichluc.parsers.ocr.tesseract._PROBE_SECONDS", 0.2)
    with pytest.raises(UnreadableFileError, match=said) as caught:
        parse(picture(tmp_path / "trang.png"))
    assert caught.value.code == "ocr-missing"  # it is tried again by the next run


def test_fields_of_a_document_that_ocr_was_unsure_of_are_named() -> None:
    text = "Số: 7/BC-TH\nHòa Xuân, ngày 05 tháng 9 năm 2023\nBáo cáo số 8/BC-TH\nTrần Văn Bính"
    words = [Confidence(0, 11, 0.96), Confidence(12, 47, 0.3), Confidence(48, 66, 0.96), Confidence(67, 80, 0.5)]
    source = Source(text, (), "application/pdf", confidences=tuple(words))
    fields = {"symbol": "7/BC-TH", "issued_on": "2023-09-05", "signatory": "Trần Văn Bính", "title": "Nơi khác"}
    told = list(doubtful_fields(source, fields))
    assert [one.split(" ", 1)[0] for one in told] == ["issued_on", "signatory"]
    assert "“ngày 05 tháng 9 năm 2023”" in told[0]
    assert list(doubtful_fields(Source(text, (), "application/pdf"), fields)) == []


def test_grain_on_an_empty_sheet_is_no_ink() -> None:
    noise = np.random.default_rng(3).normal(225, 14, (1754, 1240))
    noise[np.random.default_rng(4).random(noise.shape) < 0.0008] = 0
    grey = Image.fromarray(noise.clip(0, 255).astype(np.uint8))
    assert _is_blank(pictures.prepare(grey, 150).grey)
    assert not _is_blank(pictures.prepare(lined(), 150).grey)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".bmp", ".webp"])
def test_a_torn_picture_is_damaged(tmp_path, suffix) -> None:
    whole = picture(tmp_path / f"trang{suffix}").read_bytes()
    torn = tmp_path / f"torn{suffix}"
    torn.write_bytes(whole[: len(whole) // 3] if suffix != ".bmp" else whole[:4000])
    with pytest.raises(UnreadableFileError) as caught:
        parse(torn)
    assert caught.value.code in ("damaged", "scan")


# ---------------------------------------------------------------- through Tesseract


@pytest.fixture(scope="module")
def report() -> bytes:
    """The born-digital twin of the scans."""
    source = next((ROOT / "corpus" / "sources").glob("12-*.src"))
    return make_pdf(read_source(source), {"font": "liberation", "size": 13})


def words_of(text: str) -> set[str]:
    return set(text.split())


@needs_tesseract
@pytest.mark.parametrize("manner", ["noisy", "upside-down"])
def test_a_scanned_page_reads_as_its_twin(tmp_path, report, manner) -> None:
    """The second page has a ruled table and a signature block in two columns."""
    twin, scanned = tmp_path / "twin.pdf", tmp_path / "scan.pdf"
    twin.write_bytes(report)
    scanned.write_bytes(as_pdf(scan(report, 150, manner)[1:2], 150))
    expected, source = parse(twin), parse(scanned)
    start = next(at for at, page in expected.page_starts if page == 2)
    wanted = words_of(expected.text[start:])
    assert len(wanted & words_of(source.text)) >= 0.93 * len(wanted)
    twin_text = plain(expected.text[start:])[0]
    wrong = sum(one.cost for one in differences(twin_text, plain(source.text)[0]))
    assert wrong <= FLOORS[manner] * len(twin_text)
    assert source.ocr == 1.0
    assert max(block.table.columns for block in source.blocks if block.table) == 7
    assert [problem.code for problem in source.problems if problem.severity != "note"] == []


@needs_tesseract
def test_records_of_a_scan_are_flagged_and_less_sure(tmp_path, report) -> None:
    path = tmp_path / "scan.tif"
    first, second = (page.convert("1") for page in scan(report, 150)[:2])
    first.save(path, save_all=True, append_images=[second], dpi=(150, 150), compression="tiff_deflate")
    result = extract_file(path)
    assert (result.document.media_type, result.document.pages, result.document.ocr) == ("image/tiff", 2, 1.0)
    records = [*result.references, *result.indicators, *result.assessments]
    assert len(records) > 40
    assert all(FLAG in record.flags and record.page in (1, 2) for record in records)
    assert any("pages 1–2 read by OCR" in problem.message for problem in result.problems)


def mixed(tmp_path: Path) -> Path:
    """A pdf of a text page, a scanned page with a signature box for a text layer, and a faint page."""
    font = ImageFont.truetype(str(font_folder("liberation") / "LiberationSerif-Regular.ttf"), 56)
    sheet, faint = Image.new("L", (2480, 3508), 255), Image.new("L", (2480, 3508), 235)
    noise = np.random.default_rng(1)
    for line in range(12):
        words = "Chi bộ đã tổ chức sinh hoạt chuyên đề theo Chỉ thị số 05-CT/TW ngày 15/5/2016"
        ImageDraw.Draw(sheet).text((300, 300 + line * 74), words, 0, font)
        ImageDraw.Draw(faint).text((300, 300 + line * 74), words, 225, font)
    faint = Image.fromarray((np.asarray(faint) + noise.normal(0, 18, (3508, 2480))).clip(0, 255).astype(np.uint8))
    path = tmp_path / "mixed.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    for number in range(30):
        canvas.drawString(80, 780 - number * 20, "Page of text that was typed into a computer and needs nothing else")
    canvas.showPage()
    for image in (sheet, faint):
        packed = io.BytesIO()
        image.save(packed, "PNG")
        packed.seek(0)
        canvas.drawImage(ImageReader(packed), 0, 0, 595, 842)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(400, 20, "Signed by: Nguyen Van A, 12/3/2024 08:15:00 +07:00")
        canvas.showPage()
    canvas.save()
    return path


@needs_tesseract
def test_each_page_is_judged_by_itself(tmp_path) -> None:
    source = parse(mixed(tmp_path))
    assert source.ocr == pytest.approx(1 / 3)
    assert source.text.count("05-CT/TW") == 12
    codes = {problem.code: problem for problem in source.problems}
    assert "page 2 read by OCR" in codes["ocr"].message
    assert "page 3" in codes["ocr-blank"].message
    assert "Page of text" in source.text
    assert all(page != 3 or "Chi bộ" not in source.text[at:] for at, page in source.page_starts)


@needs_tesseract
def test_the_choice_is_the_users_and_a_cache_saves_time(tmp_path) -> None:
    path = tmp_path / "in" / "mixed.pdf"
    path.parent.mkdir()
    shutil.move(mixed(tmp_path), path)
    never = parse(path, ReadOptions(OcrMode.NEVER))
    assert never.ocr == 0
    assert any("pages 2–3" in problem.message and "--ocr auto" in problem.message for problem in never.problems)
    cache = tmp_path / "cache"
    outs = [tmp_path / "one", tmp_path / "two"]
    for out in outs:
        done = trichluc("run", path.parent, "--out", out, "--ocr-cache", cache, "--quiet")
        assert done.returncode in (0, 1), done.stderr
    kept = sorted(cache.iterdir())
    assert kept
    assert (outs[0] / "records.jsonl").read_bytes() == (outs[1] / "records.jsonl").read_bytes()


@needs_tesseract
def test_the_program_is_known_with_its_languages() -> None:
    tesseract = find_tesseract()
    assert tesseract is not None
    assert "vie" in tesseract.languages
    assert tesseract.label.startswith("Tesseract ")
