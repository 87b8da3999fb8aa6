"""LibreOffice, the external program that converts: where it is, how it is started, and one document at a time.

Each process has a profile of its own, for two programs on one profile end each other. In it active content and the
update of links are turned off; the file is converted under a name of ours, in a folder of ours.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trichluc.errors import UnreadableFileError
from trichluc.scratch import scratch_prefix

INSTALL = (
    "install it (Debian and Ubuntu: apt-get install libreoffice-writer-nogui; macOS: brew install --cask libreoffice)"
)
SECONDS = 100.0  # for one document; the longest of 60 real ones took 5
PREFIX = "trichluc-office-"  # of folders of a process; its number follows
_PROBE_SECONDS = 20.0
_NAMES = ("soffice", "libreoffice")
_PLACES = ("/usr/lib/libreoffice/program", "/opt/libreoffice/program", "/Applications/LibreOffice.app/Contents/MacOS")
_AGAIN = (79, 81)  # what it ends with when it has made its profile and wants to be started anew
_BEAT = 0.1  # seconds between two looks at a process
# The last item says that a version later than any has run with this profile: at the first start of a new version
# LibreOffice tries out how it draws (some hundred pictures), and without a window it never notes that it did.
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
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse">
<value>999.0</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """The program as it is installed here.

    Attributes:
        path: of the program.
        guard: a command before it that ends it when its parent dies; empty where the system has none.
        version: as it says itself.
    """

    path: str
    guard: tuple[str, ...] = ()
    version: str = ""

    def convert(self, document: bytes, kind: str, seconds: float = SECONDS, *, into: str = "docx") -> bytes:
        """Return what LibreOffice makes of a document.

        Args:
            document: its bytes.
            kind: ``doc``, ``docx``, ``rtf`` or ``odt``.
            seconds: the time limit.
            into: ``docx`` or ``pdf``.

        Raises:
            UnreadableFileError: LibreOffice failed, or was not done in time.
        """
        with tempfile.TemporaryDirectory(prefix=PREFIX + f"{os.getpid()}-") as name:
            folder = Path(name)
            source, target = folder / f"source.{kind}", folder / "out" / f"source.{into}"
            target.parent.mkdir()
            source.write_bytes(document)
            said = self._convert(source, target.parent, seconds, into)
            if not is_whole(target):
                raise UnreadableFileError(
                    f"LibreOffice could not convert the document ({said or 'it said nothing'}): it is damaged or "
                    "locked; open it in a word processor and save it as docx",
                    code="damaged",
                )
            return target.read_bytes()

    def run(
        self,
        sources: Sequence[Path],
        out: Path,
        profile: Path,
        going: Callable[[], bool],
        *,
        into: str = "docx",
        limit: Sequence[str] = (),
    ) -> tuple[int, str]:
        """Convert files in one process, which is ended as soon as ``going`` says no.

        Args:
            sources: the files; each becomes a file of its name in ``out``.
            out: the folder for what is made.
            profile: of this process alone.
            going: asked ten times a second.
            into: the format to make.
            limit: a command before the program that limits what it may take.

        Returns:
            Its exit status and the last line that it said; status -9 where it was ended.

        Raises:
            UnreadableFileError: it cannot be started.
        """
        command = [
            *self.guard, *limit, self.path, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--nodefault", "--nolockcheck", "--convert-to", into, "--outdir", str(out), *map(str, sources),
        ]  # fmt: skip
        status, said = 0, ""
        for _ in range(3):
            status, said = _run(command, going)
            if status not in _AGAIN:
                break
        return status, said.replace(str(sources[0].parent), "") if sources else said

    def _convert(self, source: Path, out: Path, seconds: float, into: str) -> str:
        end = time.monotonic() + seconds
        status, said = self.run([source], out, _profile(), lambda: time.monotonic() < end, into=into)
        if status == -signal.SIGKILL and time.monotonic() >= end:
            raise UnreadableFileError(
                f"LibreOffice was not done with the document after {seconds:.0f} s: save it as docx and give that",
                code="timeout",
            )
        return said


def is_whole(made: Path) -> bool:
    """Whether LibreOffice finished a docx or pdf file."""
    try:
        if made.suffix == ".pdf":
            return b"%%EOF" in made.read_bytes()[-1024:]
        with zipfile.ZipFile(made) as package:
            return "word/document.xml" in package.namelist() and package.testzip() is None
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError):
        return False


def _run(command: list[str], going: Callable[[], bool]) -> tuple[int, str]:
    # no proxy leads anywhere: what a document links to is not fetched
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9")
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                env={**os.environ, **nowhere},
                process_group=0 if os.name == "posix" else None,
            )
        except OSError as error:
            raise UnreadableFileError(f"LibreOffice cannot be started: {error}", code="no-office") from error
        with process:
            try:
                while process.poll() is None and going():
                    with suppress(subprocess.TimeoutExpired):
                        process.wait(_BEAT)
            finally:
                _end(process)
        said.seek(max(0, said.seek(0, os.SEEK_END) - 4096))
        lines = said.read().decode("utf-8", "replace").strip().splitlines()
    return process.returncode, lines[-1][:200] if lines else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


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
                path = str(folder / name)
                return LibreOffice(path, (guard, "--pdeathsig", "KILL") if guard else (), _version(path))
    return LibreOffice(found, version=_version(found)) if found else None


def _version(path: str) -> str:
    """Return what the program calls itself; where it does not say, when it was installed."""
    with suppress(OSError, subprocess.SubprocessError):
        said = subprocess.run(
            [path, "--version"], capture_output=True, stdin=subprocess.DEVNULL, timeout=_PROBE_SECONDS, check=False
        )
        if said.stdout.strip():
            return said.stdout.decode("utf-8", "replace").strip()
    return str(Path(path).stat().st_mtime_ns)


def new_profile() -> Path:
    """Make a profile folder that belongs to this process; those of processes that are gone are taken away."""
    profile = Path(tempfile.mkdtemp(prefix=scratch_prefix(PREFIX)))
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir()
    settings.write_text(_SETTINGS, encoding="utf-8")
    return profile


_profile = cache(new_profile)  # for one document at a time
