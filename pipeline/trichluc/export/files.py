"""All the files that a run leaves in its folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

from trichluc.errors import MissingExtraError
from trichluc.export.atomic import clear_parts
from trichluc.export.csv_files import write_csvs
from trichluc.export.data_package import write_data_package
from trichluc.export.json_lines import write_json_lines
from trichluc.export.parquet import FOLDER, remove_parquet, write_parquet
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
        parquet: write ``parquet/`` as well.
    """

    defuse: bool = False
    xlsx: bool = False
    parquet: bool = False

    def files(self) -> list[str]:
        """Return the names of the files that there must be."""
        names = [f"{model.table_name}.csv" for model in MODELS] + ["datapackage.json", "records.jsonl"]
        names += ["records.xlsx"] if self.xlsx else []
        return names + ([f"{FOLDER}/{model.table_name}.parquet" for model in MODELS] if self.parquet else [])

    def require(self) -> None:
        """See before any work is done that the packages are there which the wanted files need.

        Raises:
            MissingExtraError: one is not installed.
        """
        for wanted, package, kind, extra in (
            (self.xlsx, "xlsxwriter", "XLSX needs the package XlsxWriter", "xlsx"),
            (self.parquet, "pyarrow", "Parquet needs the package pyarrow", "parquet"),
        ):
            if wanted and find_spec(package) is None:
                raise MissingExtraError(f"{kind}; type: pip install 'trichluc[{extra}]'")

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
    # files of an earlier run that are not wanted now would tell of other rows than the rest
    if options.xlsx:
        write_xlsx(store, folder)
    else:
        (folder / "records.xlsx").unlink(missing_ok=True)
    if options.parquet:
        write_parquet(store, folder)
    else:
        remove_parquet(folder)
