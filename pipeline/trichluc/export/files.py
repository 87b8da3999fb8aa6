"""All the files that a run leaves in its folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from trichluc.export.atomic import clear_parts
from trichluc.export.csv_files import write_csvs
from trichluc.export.data_package import write_data_package
from trichluc.export.json_lines import write_json_lines
from trichluc.export.text_files import write_texts
from trichluc.export.xlsx import write_xlsx
from trichluc.records import MODELS
from trichluc.store.store import Store


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What files are wanted.

    Attributes:
        defuse: guard the CSV files against formulas (see :func:`trichluc.export.csv_files.write_csvs`).
        xlsx: write ``records.xlsx`` as well.
    """

    defuse: bool = False
    xlsx: bool = False

    def files(self) -> list[str]:
        """Return the names of the files that there must be."""
        names = [f"{model.table_name}.csv" for model in MODELS]
        return [*names, "datapackage.json", "records.jsonl", *(["records.xlsx"] if self.xlsx else [])]

    def label(self) -> str:
        """Return the options as the store notes them."""
        return json.dumps(asdict(self), sort_keys=True)


def write_files(store: Store, folder: Path, options: ExportOptions) -> None:
    """Write every file anew from the store; each is whole or as it was before."""
    clear_parts(folder)
    write_texts(store, folder)
    write_csvs(store, folder, defuse=options.defuse)
    write_data_package(folder, defused=options.defuse)
    write_json_lines(store, folder)
    workbook = folder / "records.xlsx"
    if options.xlsx:
        write_xlsx(store, folder)
    else:
        workbook.unlink(missing_ok=True)  # of an earlier run: it would tell of other rows than the rest
