"""``records.xlsx``: the six tables as sheets with Vietnamese heads, for who works in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from trichluc.columns import Column, columns_of
from trichluc.export.atomic import replacing
from trichluc.records import MODELS, SHEET_TITLES, Record
from trichluc.store.rows import Row
from trichluc.store.store import Store

# Limits of the format.
_MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
_CUT = " …"
# Widths in characters, by what a column holds.
_WIDTHS = {
    "text": 60,
    "sentence": 60,
    "section": 40,
    "message": 80,
    "title": 60,
    "name": 40,
    "source_name": 30,
    "issuer": 35,
}


def write_xlsx(store: Store, folder: Path) -> None:
    """Write ``records.xlsx``, a row at a time.

    Texts are written as texts: nothing in them is run as a formula or opened as a link. What is longer than a cell may
    be is cut and ends in `` …``.
    """
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with replacing(folder / "records.xlsx") as part:
        book = xlsxwriter.Workbook(str(part), options)
        book.set_properties({"title": "Trích lục", "created": datetime(2000, 1, 1)})  # no clock: equal bytes
        head = book.add_format({"bold": True, "bottom": 1})
        for model in MODELS:
            _write_table(book, head, model, store.rows(model.table_name))
        book.close()


def _write_table(book: Any, head: Any, model: type[Record], rows: Iterator[Row]) -> None:
    columns, title = columns_of(model), SHEET_TITLES[model.table_name]
    sheet, number, sheets = _new_sheet(book, head, title, columns), 1, 1
    for row in rows:
        if number == _MOST_ROWS:
            sheets += 1
            sheet, number = _new_sheet(book, head, f"{title} ({sheets})", columns), 1
        for place, column in enumerate(columns):
            value = row[column.name]
            if isinstance(value, bool):
                sheet.write_boolean(number, place, value)
            elif isinstance(value, int | float):
                sheet.write_number(number, place, value)
            elif value:
                sheet.write_string(number, place, _fitting(value))
        number += 1


def _new_sheet(book: Any, head: Any, title: str, columns: tuple[Column, ...]) -> Any:
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS.get(column.name, 14))
        sheet.write_string(0, place, column.heading, head)
    sheet.autofilter(0, 0, _MOST_ROWS - 1, len(columns) - 1)
    return sheet


def _fitting(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - len(_CUT)] + _CUT
