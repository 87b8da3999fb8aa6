"""Verify an output folder as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from trichluc.errors import MissingExtraError
from trichluc.store import DATABASE
from trichluc.store.store import Store, is_packed
from trichluc.verify.files import check_csvs, check_data_package, check_json_lines, check_texts
from trichluc.verify.records import Finding, check_documents, check_store


class Verification:
    """The checks over one output folder.

    Attributes:
        counted: number of rows by table, filled in by :meth:`findings`.
        notes: what could not be checked, and how it can be.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.counted: dict[str, int] = {}
        self.notes: list[str] = []

    def findings(self) -> Iterator[Finding]:
        """Yield everything that is not as promised.

        Raises:
            UsageError: the folder holds no store.
        """
        packed = is_packed(self.folder / DATABASE)
        with Store(self.folder / DATABASE) as store:
            self.counted = {
                name: store.count(name) for name in ("documents", "references", "indicators", "assessments", "problems")
            }
            if not packed or not store.get("finished"):
                yield Finding(DATABASE, "the run was not finished; give the same command again")
            yield from chain(check_store(store), check_documents(store))
            yield from chain(check_texts(store, self.folder), check_csvs(store, self.folder))
            yield from check_json_lines(store, self.folder)
        try:
            yield from check_data_package(self.folder)
        except MissingExtraError as error:
            self.notes.append(str(error))
