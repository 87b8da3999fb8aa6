"""LibreOffice, the external program that converts: where it is, and one document at a time to docx.

Each process has a profile of its own, for two programs on one profile end each other. In it active content and the
update of links are turned off; the file is converted under a name of ours, in a folder of ours.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trichluc.errors import UnreadableFileError

INSTALL = (
    "install it (Debian and Ubuntu: apt-get install libreoffice-writer-nogui; macOS: brew install --cask libreoffice)"
)
SECONDS = 100.0  # for one document; the longest of 60 real ones took 5
_NAMES = ("soffice", "libreoffice")
_PLACES = ("/usr/lib/libreoffice/program", "/opt/libreoffice/program", "/Applications/LibreOffice.app/Contents/MacOS")
_AGAIN = (79, 81)  # what it ends with when it has made its profile and wants to be started anew
_PREFIX = "trichluc-office-"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """The program as it is installed here.

    Attributes:
        path: of the program.
        guard: a command before it that ends it when its parent dies; empty where the system has none.
    """

    path: str
    guard: tuple[str, ...] = ()

    @contextmanager
    def as_docx(self, file: Path, kind: str, seconds: float = SECONDS) -> Iterator[Path]:
        """Give a docx made of ``file``, which is there as long as the context lasts.

        Args:
            file: the document.
            kind: ``doc``, ``rtf`` or ``odt``.
            seconds: the time limit.

        Raises:
            UnreadableFileError: LibreOffice failed, or was not done in time.
        """
        with tempfile.TemporaryDirectory(prefix="trichluc-convert-") as name:
            folder = Path(name)
            source, target = folder / f"source.{kind}", folder / "out" / "source.docx"
            shutil.copyfile(file, source)
            said = self._convert(source, target.parent, seconds)
            if not target.is_file() or not target.stat().st_size:
                raise UnreadableFileError(
                    f"LibreOffice could not convert the document ({said or 'it said nothing'}): it is damaged or "
                    "locked; open it in a word processor and save it as docx",
                    code="damaged",
                )
            yield target

    def _convert(self, source: Path, out: Path, seconds: float) -> str:
        command = [
            *self.guard, self.path, f"-env:UserInstallation={_profile().as_uri()}", "--headless", "--norestore",
            "--nodefault", "--nolockcheck", "--convert-to", "docx", "--outdir", str(out), str(source),
        ]  # fmt: skip
        for _ in range(3):
            done = _run(command, seconds)
            if done.returncode not in _AGAIN:
                break
        lines = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:200].replace(str(source.parent), "") if lines else ""


def _run(command: list[str], seconds: float) -> subprocess.CompletedProcess[bytes]:
    # no proxy leads anywhere: what a document links to is not fetched
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9")
    try:
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **nowhere},
        ) as process:
            try:
                out, err = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired as error:
                process.kill()
                process.communicate()
                raise UnreadableFileError(
                    f"LibreOffice was not done with the document after {seconds:.0f} s: save it as docx and give that",
                    code="timeout",
                ) from error
            return subprocess.CompletedProcess(command, process.returncode, out, err)
    except OSError as error:
        raise UnreadableFileError(f"LibreOffice cannot be started: {error}", code="no-office") from error


@cache
def find_office() -> LibreOffice | None:
    """Return LibreOffice as it is installed, null where it is not; asked for once in a process."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    folders = [Path(found).resolve().parent] if found else []
    for folder in (*folders, *map(Path, _PLACES)):
        # the program itself, and not the script that starts it: it must end when it is killed
        for name in ("soffice.bin", "soffice"):
            if os.access(folder / name, os.X_OK):
                guard = shutil.which("setpriv")
                return LibreOffice(str(folder / name), (guard, "--pdeathsig", "KILL") if guard else ())
    return LibreOffice(found) if found else None


@cache
def _profile() -> Path:
    """Return the profile folder of this process; those of processes that are gone are taken away."""
    base = Path(tempfile.gettempdir())
    for old in base.glob(f"{_PREFIX}*"):
        pid = old.name.removeprefix(_PREFIX).partition("-")[0]
        if pid.isdigit() and not _is_alive(int(pid)):
            shutil.rmtree(old, ignore_errors=True)
    profile = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir()
    settings.write_text(_SETTINGS, encoding="utf-8")
    return profile


def _is_alive(pid: int) -> bool:
    with suppress(PermissionError):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
    return True
