"""What a person sees of one file."""

import io
import json

import pytest
from rich.console import Console

from made_up import made_result, trichluc, write_reports
from trichluc.records import Indicator
from trichluc.show import describe, passages, show


def shown(result, *, colour):
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=colour, color_system="standard" if colour else None, width=200)
    show(result, console)
    return stream.getvalue()


def test_records_stand_in_the_line_that_they_are_from() -> None:
    found = list(passages(made_result(1)))
    assert [[record.id[16:] for record in passage.records] for passage in found] == [["r1", "i1", "a1"], ["r2"]]
    assert found[0].span.of(made_result(1).text).startswith("Chỉ thị số 1-CT/TW")


def test_without_colour_records_are_set_in_brackets() -> None:
    text = shown(made_result(1), colour=False)
    assert "⟦Chỉ thị số 1-CT/TW⟧ của Bộ Chính trị đã đạt ⟦1,5%⟧ kế hoạch, ⟦còn chậm⟧" in text
    assert "Kết quả › Về đảng" in text
    assert "r1   numbered · CT · 1-CT/TW · → 1-CT/TW@2030-01-02 (stated) · made 1.00" in text
    assert "warning: r.txt: odd; look at it" in text
    assert "2 references, 1 indicator, 1 assessment, 1 problem" in text
    assert "\x1b" not in text


def test_on_a_terminal_they_are_coloured() -> None:
    text = shown(made_result(1), colour=True)
    assert "\x1b[36mChỉ thị số 1-CT/TW\x1b[0m" in text
    assert "⟦" not in text


def test_words_of_a_document_cannot_command_the_terminal() -> None:
    result = made_result(1, issuer="\x1b]0;owned\x07 [bold]x[/bold]")
    text = shown(result, colour=False)
    assert "\x1b" not in text
    assert "[bold]x[/bold]" in text  # nor is it markup


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": 62.0, "of": 66.0, "unit": "giải pháp"}, "actual · 62 of 66 giải pháp"),
        ({"min": 5e5, "max": 9e5, "unit": "VND"}, "actual · 500000 – 900000 VND"),
        ({"value": 3.0, "unit": "%", "qualifier": "at_least", "role": "target"}, "target · at_least 3 %"),
    ],
)
def test_an_indicator_in_a_line(fields, said) -> None:
    assert describe(Indicator(text="x", start=0, end=1, **fields)).startswith(said)


def test_the_command(tmp_path) -> None:
    report = write_reports(tmp_path, 1) / "bao-cao-01.txt"
    done = trichluc("show", report)
    assert done.returncode == 0
    assert "⟦Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị⟧" in done.stdout
    told = json.loads(trichluc("show", report, "--json").stdout)
    assert told["document"]["symbol"] == "1-BC/ĐU"
    (tmp_path / "empty.txt").write_bytes(b"")
    assert trichluc("show", tmp_path / "empty.txt").returncode == 1
    assert "error: empty.txt: the file is empty" in trichluc("show", tmp_path / "empty.txt").stdout
    done = trichluc("show", tmp_path / "nowhere.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such file" in done.stderr
