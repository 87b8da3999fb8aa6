"""Converts a file by LibreOffice, for the forms that only a word processor writes; their bytes differ every time."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path


def office() -> str | None:
    """Return the program, or null."""
    return shutil.which("soffice")


def converted(content: bytes, kind: str, wanted: str) -> bytes:
    """Return ``content``, a file of ``kind`` (``rtf``, ``docx``), as LibreOffice writes it as ``wanted``."""
    program = office()
    if program is None:
        raise FileNotFoundError("LibreOffice is missing: install libreoffice-writer-nogui")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, made = folder / f"report.{kind}", folder / f"report.{wanted}"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", wanted, "--outdir", name, str(source)]
        for _ in range(3):  # the first start makes the profile and may end without a file
            done = subprocess.run(command, check=False, capture_output=True, timeout=120)
            if made.is_file():
                return made.read_bytes()
    raise RuntimeError(f"LibreOffice made no {wanted}: {done.stderr.decode(errors='replace')}")
