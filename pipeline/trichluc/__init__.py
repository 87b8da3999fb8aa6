"""Trích lục reads the reports that Vietnamese offices write and turns them into records.

>>> import trichluc
>>> source = trichluc.read("bao-cao.docx")            # clean text, blocks, tables, notes  # doctest: +SKIP
>>> result = trichluc.extract("bao-cao.docx")         # a path, or the text itself         # doctest: +SKIP
>>> result.references[0].symbol                                                            # doctest: +SKIP
'05-CT/TW'
>>> result.frames()["indicators"]                     # as pandas data frames              # doctest: +SKIP

Heavy libraries are imported when a function that needs them is first used, not by ``import trichluc``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from trichluc._version import __version__

if TYPE_CHECKING:
    from trichluc.api import extract, read

__all__ = ["__version__", "extract", "read"]


def __getattr__(name: str) -> Any:
    if name == "extract":  # the package of that name, which can be called as the function
        return import_module("trichluc.extract")
    if name == "read":
        from trichluc import api

        return api.read
    raise AttributeError(f"module 'trichluc' has no attribute {name!r}")
