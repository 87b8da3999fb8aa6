"""Tesseract, the external program that reads pictures: is it there, what can it read, run it, and parse its answer.

Its hOCR output is taken, not its TSV: both give the box and the confidence of every word, but only hOCR gives the base
line and the size of the letters of a line, by which words are put back into lines and small print is known.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import get_ident

from lxml import etree

LANGUAGE = "vie"
INSTALL = (
    "install Tesseract with its Vietnamese data (Debian and Ubuntu: apt-get install tesseract-ocr tesseract-ocr-vie; "
    "macOS: brew install tesseract tesseract-lang)"
)
_PROBE_SECONDS = 20.0
_END = b"\n<!-- whole -->\n"  # an answer in the cache that does not end so was cut off
_TITLE = re.compile(r"(bbox|baseline|x_size|x_wconf) ([-\d. ]+)")


class TesseractError(Exception):
    """Tesseract ended with an error, or not in time (``late``)."""

    def __init__(self, message: str, *, late: bool = False) -> None:
        super().__init__(message)
        self.late = late


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was read, in pixels from the top left.

    Attributes:
        text: what was read.
        left, top, right, bottom: its box.
        confidence: 0 to 1, as Tesseract has it.
        line: number of its line on the page.
        base: y of the line's base under the middle of the word.
        size: height of the line's letters from the foot of ``p`` to the head of ``d``.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    line: int
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program as it is installed here.

    Attributes:
        path: of the program.
        version: as it says itself.
        languages: of which it has data.
        cache: folder in which its answers are kept, by the content of picture and question; null for none.
    """

    path: str
    version: str
    languages: frozenset[str]
    cache: Path | None = None

    @property
    def label(self) -> str:
        """Name and version."""
        return f"Tesseract {self.version}"

    def words(
        self, picture: bytes, *, dpi: int = 300, layout: int = 3, seconds: float = 60.0, signs: str = ""
    ) -> list[Word]:
        """Read a picture.

        Args:
            picture: a grey PGM file.
            dpi: its resolution.
            layout: Tesseract's page segmentation mode: 3 a page, 6 one block of lines.
            seconds: the time limit.
            signs: the only ones that may stand there, empty for all.

        Raises:
            TesseractError: it failed or was not done in time.
        """
        only = ["-c", f"tessedit_char_whitelist={signs}"] if signs else []
        arguments = ["stdin", "stdout", "-l", LANGUAGE, "--psm", str(layout), "--dpi", str(dpi), *only, "hocr"]
        return parse_hocr(self._run(arguments, picture, seconds))

    def _run(self, arguments: list[str], picture: bytes, seconds: float) -> bytes:
        kept = None
        if self.cache is not None:
            question = hashlib.sha256(" ".join([self.version, *arguments, ""]).encode() + picture).hexdigest()
            kept = self.cache / f"{question}.txt"
            with suppress(OSError):
                answer = kept.read_bytes()
                if answer.endswith(_END):
                    return answer.removesuffix(_END)
        answer = self._ask(arguments, picture, seconds)
        if kept is not None:
            _keep(kept, answer + _END)
        return answer

    def _ask(self, arguments: list[str], picture: bytes, seconds: float) -> bytes:
        # with more threads a page takes twice as long
        environment = os.environ | {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
        command = [self.path, *arguments]
        try:
            done = subprocess.run(
                command, input=picture, capture_output=True, timeout=seconds, env=environment, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise TesseractError(f"was not done within {seconds:g} s", late=True) from error
        except OSError as error:
            raise TesseractError(f"cannot be started ({error.strerror or error})") from error
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise TesseractError(f"ended with status {done.returncode}: {said[-1] if said else 'it does not say why'}")
        return done.stdout


def _keep(path: Path, answer: bytes) -> None:
    """Write an answer into the cache, whole or not at all; a cache that cannot be written is none."""
    beside = path.with_suffix(f".{os.getpid()}-{get_ident()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(answer)
        beside.replace(path)


def find_tesseract() -> Tesseract | None:
    """Return the installed program, null where there is none; its languages may lack Vietnamese.

    Raises:
        TesseractError: it is there and does not answer.
    """
    path = shutil.which("tesseract")
    found = _probe(path) if path is not None else None
    if isinstance(found, str):
        raise TesseractError(found)
    return found


@cache
def _probe(path: str) -> Tesseract | str:
    """Ask the program what it is; what went wrong, where it does not say."""
    said = []
    for question in ("--version", "--list-langs"):
        asked = [path, question]
        try:
            done = subprocess.run(asked, capture_output=True, timeout=_PROBE_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return f"is installed ({path}) and did not answer to {question} within {_PROBE_SECONDS:g} s"
        except OSError as error:
            return f"is installed ({path}) and cannot be started: {error.strerror or type(error).__name__}"
        said.append((done.stdout + done.stderr).decode("utf-8", "replace"))
    version = re.search(r"tesseract v?(\S+)", said[0])
    names = said[1].split("\n")[1:]
    return Tesseract(path, version[1] if version else "?", frozenset(name.strip() for name in names if name.strip()))


def parse_hocr(answer: bytes) -> list[Word]:
    """Return the words of a page in the order in which Tesseract gives them; none for a blank page.

    Raises:
        TesseractError: the answer holds no page.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        tree: etree._Element | None = etree.fromstring(answer, parser)
    except etree.XMLSyntaxError:
        tree = None
    if tree is None or not any(one.get("class") == "ocr_page" for one in tree.iter("{*}div")):
        raise TesseractError("gave an answer that holds no page")
    found: list[Word] = []
    lines = [one for one in tree.iter("{*}span") if "x_size" in (one.get("title") or "")]
    for number, line in enumerate(lines):
        about = _numbers(line.get("title") or "")
        left, _, _, bottom = about["bbox"]
        slope, offset = (about.get("baseline") or (0.0, 0.0))[:2]
        size = about["x_size"][0]
        for word in line.iter("{*}span"):
            text = "".join(word.itertext()).strip()
            if word.get("class") != "ocrx_word" or not text:
                continue
            its = _numbers(word.get("title") or "")
            box = its["bbox"]
            base = bottom + offset + slope * ((box[0] + box[2]) / 2 - left)
            confidence = min(max(its.get("x_wconf", (0.0,))[0] / 100, 0.0), 1.0)
            found.append(Word(text, box[0], box[1], box[2], box[3], confidence, number, base, size))
    return found


def _numbers(title: str) -> dict[str, tuple[float, ...]]:
    return {name: tuple(map(float, values.split())) for name, values in _TITLE.findall(title)}
