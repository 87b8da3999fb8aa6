"""Positions: what the builder lays down is found again where it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trichluc.source import BlockKind, Source, Span
from trichluc.source_builder import DraftCell, Piece, SourceBuilder

# letters with marks in both forms, look-alikes, every kind of white space, invisible characters, the cell separator
CHARACTERS = st.text(alphabet="aĐ\u00d0ườu\u031bo\u0323\u0301 \t\n\u00a0\u200b\u00ad\u2028|-–.,:1", max_size=30)


def build(*paragraphs: str) -> Source:
    builder = SourceBuilder("text/plain")
    for paragraph in paragraphs:
        builder.paragraph(paragraph)
    return builder.build()


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  hai   chữ \t ", "hai chữ"),  # white space is folded and trimmed
        ("dòng\u00a0một\ndòng hai", "dòng một dòng hai"),  # a paragraph is one line
        ("Ho\u0300a", "Hòa"),  # NFD, as some systems write file and text
        ("\u00d0ảng \u0189oàn", "Đảng Đoàn"),  # Eth and African D for Đ
        ("nghị\u00ad quyết\u200b", "nghị quyết"),  # soft hyphen, zero-width space
        ("đã\x00 ký\x07", "đã ký"),  # control characters of damaged files
    ],
)
def test_characters_are_normalised_before_offsets(raw: str, clean: str) -> None:
    assert build(raw).text == clean


def test_bold_runs_keep_their_place_through_normalising() -> None:
    builder = SourceBuilder("text/plain")
    builder.paragraph([Piece("  -  "), Piece("U\u031bu điểm:", bold=True), Piece(" tốt")])
    source = builder.build()
    assert source.text == "- Ưu điểm: tốt"
    assert [span.of(source.text) for span in source.blocks[0].bold] == ["Ưu điểm:"]


def test_note_mark_is_a_place_and_its_text_comes_last() -> None:
    builder = SourceBuilder("text/plain")
    builder.note("7", "1", [[Piece("Chỉ thị")], [Piece("khác")]])
    builder.paragraph([Piece("công tác"), Piece(note="7"), Piece(" năm")])
    builder.paragraph("Hết.")
    source = builder.build()
    assert source.text == "công tác năm\nHết.\nChỉ thị khác"
    (note,) = source.notes
    assert (note.at, note.mark, note.span.of(source.text)) == (len("công tác"), "1", "Chỉ thị khác")
    assert source.blocks[-1].kind is BlockKind.NOTE


def test_table_row_is_a_line_and_stacked_numbers_are_lines_of_a_cell() -> None:
    builder = SourceBuilder("text/plain")
    builder.table(
        [
            DraftCell(0, 0, [[Piece("Nội dung")]]),
            DraftCell(0, 1, [[Piece("%")]]),
            DraftCell(1, 0, [[Piece("Tập thể")], [Piece("Cá nhân")]]),
            DraftCell(1, 1, [[Piece("95")], [Piece("  ")], [Piece("50")]]),
        ]
    )
    source = builder.build()
    assert source.text == "Nội dung | %\nTập thể Cá nhân | 95 50"
    table = source.blocks[0].table
    assert table is not None
    assert [line.of(source.text) for line in table.row(1)[1].lines] == ["95", "50"]


def test_pages_are_found_by_offset_and_notes_keep_their_own() -> None:
    builder = SourceBuilder("application/pdf")
    builder.paragraph("một", page=1)
    builder.paragraph([Piece("hai ", page=2), Piece("ba", page=3)])
    builder.note("1", "1", [[Piece("chú")]], page=2)
    source = builder.build()
    places = {word: source.page_at(source.text.index(word)) for word in ("một", "hai", "ba", "chú")}
    assert places == {"một": 1, "hai": 2, "ba": 3, "chú": 2}


def test_empty_paragraphs_and_tables_leave_no_trace() -> None:
    builder = SourceBuilder("text/plain")
    assert builder.paragraph(" \u200b\n") is None
    assert builder.table([DraftCell(0, 0, [[Piece("")]]), DraftCell(1, 1, [])]) is None
    assert builder.paragraph("còn") == Span(0, 3)
    assert builder.build().text == "còn"


@given(st.lists(st.one_of(CHARACTERS, st.lists(st.lists(CHARACTERS, max_size=3), max_size=3)), max_size=6))
def test_every_span_lies_in_the_text_and_blocks_do_not_overlap(items: list[str | list[list[str]]]) -> None:
    builder = SourceBuilder("text/plain")
    for item in items:
        if isinstance(item, str):
            half = len(item) // 2
            builder.paragraph([Piece(item[:half], bold=True), Piece(item[half:])])
        else:
            cells = [DraftCell(r, c, [[Piece(text)]]) for r, row in enumerate(item) for c, text in enumerate(row)]
            builder.table(cells)
    source = builder.build()
    end = -1
    for block in source.blocks:
        assert end < block.span.start <= block.span.end <= len(source.text)
        end = block.span.end
        assert all(block.span.start <= b.start <= b.end <= block.span.end for b in block.bold)
        for cell in block.table.cells if block.table else ():
            assert block.span.start <= cell.span.start <= cell.span.end <= block.span.end
            assert "\n" not in cell.span.of(source.text)
            assert all(line.of(source.text).strip() for line in cell.lines)
