"""Tables of a pdf without rules: told from the free bands between their columns."""

import pytest

from parsers.made_pdf import LEFT, PITCH, WORDS, Sheet, needs_font, texts

pytestmark = needs_font

TABLE = [
    ("TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"),
    ("1", "Trồng rừng (ha)", "120", "135,5"),
    ("2", "Nạo vét kênh mương", "15", "14"),
    ("3", "Số hộ dùng nước sạch", "1.250", "1.310"),
]


def test_a_table_without_rules_is_told_from_its_free_bands(read) -> None:
    def draw(page: Sheet) -> None:
        page.full(WORDS)
        page.line("xã, như sau:")
        for cells in TABLE:
            for place, text in zip((LEFT, LEFT + 40, LEFT + 240, LEFT + 330), cells, strict=True):
                page.line(text, place, down=0)
            page.y -= PITCH
            if cells[0] == "2":
                page.line("và hồ chứa nước của thôn", LEFT + 40)
        page.line("Trên đây là kết quả năm qua.")

    source = read(draw)
    (table,) = [block.table for block in source.blocks if block.table]
    expected = [list(row) for row in TABLE]
    expected[2][1] += " và hồ chứa nước của thôn"
    assert [[cell.span.of(source.text) for cell in table.row(row)] for row in range(table.rows)] == expected
    assert texts(source)[-1] == "Trên đây là kết quả năm qua."


@pytest.mark.parametrize("repeated", [True, False])
def test_a_table_without_rules_goes_on_over_a_page_break(read, repeated) -> None:
    def draw(page: Sheet) -> None:
        for number in range(2):
            for cells in TABLE if repeated or not number else TABLE[1:]:
                for place, text in zip((LEFT, LEFT + 40, LEFT + 240, LEFT + 330), cells, strict=True):
                    page.line(text, place, down=0)
                page.y -= PITCH
            if not number:
                page.turn()

    source = read(draw)
    (table,) = [block.table for block in source.blocks if block.table]
    firsts = [table.row(row)[0].span for row in range(table.rows)]
    assert [span.of(source.text) for span in firsts] == ["TT", "1", "2", "3", "1", "2", "3"]
    assert [source.page_at(span.start) for span in firsts] == [1, 1, 1, 1, 2, 2, 2]


@pytest.mark.parametrize(
    "rows",
    [
        [("Nơi nhận:", "TM. BAN", "Xác nhận"), ("- Như trên;", "TRƯỞNG BAN", "(Ký tên)"), ("- Lưu.", "An", "Bình")],
        [("Xã A", "Xã B", "12"), ("Xã C", "Xã D", "7")],  # two rows show no columns
    ],
)
def test_what_is_no_table_without_rules(read, rows) -> None:
    def draw(page: Sheet) -> None:
        for cells in rows:
            for place, text in zip((LEFT, LEFT + 160, LEFT + 330), cells, strict=True):
                page.line(text, place, down=0)
            page.y -= PITCH

    assert not any(block.table and block.table.columns > 2 for block in read(draw).blocks)
