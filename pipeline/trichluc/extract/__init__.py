"""Report to records: three rule families (references, indicators, assessments), the document's own fields, resolution.

The package is also the public function ``trichluc.extract``: Python gives a module of that name to ``trichluc`` as soon
as anything in here is imported, so the module itself can be called (see :func:`trichluc.api.extract`).
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trichluc.result import DocumentResult


class _CallableModule(ModuleType):
    def __call__(self, report: str | Path, *, rules: str | Path | None = None) -> DocumentResult:
        """Return the records of a report: see :func:`trichluc.api.extract`."""
        from trichluc import api

        return api.extract(report, rules=rules)


sys.modules[__name__].__class__ = _CallableModule
