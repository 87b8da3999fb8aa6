"""Imported once by the process that workers are forked from, so that they start with everything loaded."""

from __future__ import annotations

from contextlib import suppress

from trichluc.batch.worker import warm_up
from trichluc.errors import TrichlucError
from trichluc.packs import load_packs

with suppress(TrichlucError):  # a worker says it where it can be heard
    warm_up(load_packs())
