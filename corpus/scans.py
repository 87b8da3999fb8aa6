"""Scans made from our own reports against their born-digital twins: letters, references, numbers of tables, seconds.

    python -m corpus.scans [--all] [--only MANNER]

Each report is set in one of three families of letters, scanned in every manner and read by the program itself. A target
is held over all reports of a manner together.
"""

from __future__ import annotations

import argparse
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from corpus.maker.markup import read_source
from corpus.maker.pdf import make_pdf
from corpus.maker.scan import as_pdf, scan

from trichluc.records import Origin
from trichluc.result import DocumentResult
from trichluc.run import extract_file

SOURCES = Path(__file__).resolve().parent / "sources"
FAMILIES = ("liberation", "dejavu", "free")
SOME = ("06", "10", "12")  # the reports with tables
MANNERS = (
    ("clean", 300),
    ("clean", 150),
    ("noisy", 300),
    ("noisy", 150),
    ("tilted", 300),
    ("stamped", 300),
    ("faxed", 300),
    ("upside-down", 300),
)
TARGETS = {("clean", 300): 0.003, ("noisy", 150): 0.010}


@dataclass
class Score:
    """What was counted for one manner."""

    letters: int = 0
    errors: int = 0
    references: list[int] = field(default_factory=lambda: [0, 0])
    numbers: list[int] = field(default_factory=lambda: [0, 0])
    pages: int = 0
    seconds: float = 0.0

    def line(self, manner: str, dpi: int) -> str:
        """Return the figures in one line."""
        target = TARGETS.get((manner, dpi))
        return (
            f"{manner:12} {dpi}  CER {self.errors / max(self.letters, 1):7.2%}"
            + (f" (aim {target:.1%})" if target else "           ")
            + f"  references {self.references[0]}/{self.references[1]}"
            + f"  table numbers {self.numbers[0]}/{self.numbers[1]}"
            + f"  {self.seconds / max(self.pages, 1):.2f} s a page"
        )


def distance(one: str, other: str) -> int:
    """Return the edit distance of two texts."""
    letters = np.frombuffer(other.encode("utf-32-le"), dtype=np.uint32)
    places = np.arange(len(letters) + 1)
    row = places.copy()
    for index, letter in enumerate(one, 1):
        best = np.minimum(row[1:] + 1, row[:-1] + (letters != ord(letter)))
        row = np.minimum.accumulate(np.concatenate(([index], best)) - places) + places
    return int(row[-1])


def plain(text: str) -> str:
    """Return a text in NFC with white space folded."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def shared(twin: Iterable[object], read: Iterable[object]) -> tuple[int, int]:
    """Return how many of the twin's things were read, and how many it has."""
    wanted, found = Counter(twin), Counter(read)
    return sum((wanted & found).values()), sum(wanted.values())


def numbered(result: DocumentResult) -> list[object]:
    """Return the symbols of the numbered references."""
    return [record.symbol for record in result.references if record.form.value == "numbered"]


def in_tables(result: DocumentResult) -> list[object]:
    """Return the numbers that stand in tables."""
    return [(record.value, record.min, record.max) for record in result.indicators if record.source is Origin.TABLE]


def twins(stems: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Give the reports as pdf files, set in one family after another."""
    for number, stem in enumerate(stems):
        source = next(SOURCES.glob(f"{stem}*.src"))
        family = FAMILIES[number % len(FAMILIES)]
        yield f"{source.stem} in {family}", make_pdf(read_source(source), {"font": family, "size": 13})


def measure(pdf: bytes, manner: str, dpi: int, score: Score, folder: Path) -> None:
    """Add what one report gives."""
    twin_path, scan_path = folder / "twin.pdf", folder / "scan.pdf"
    twin_path.write_bytes(pdf)
    scan_path.write_bytes(as_pdf(scan(pdf, dpi, manner), dpi))
    twin = extract_file(twin_path)
    begun = time.perf_counter()
    read = extract_file(scan_path)
    score.seconds += time.perf_counter() - begun
    score.pages += read.document.pages or 0
    expected = plain(twin.text)
    score.letters += len(expected)
    score.errors += distance(expected, plain(read.text))
    for counts, kind in ((score.references, numbered), (score.numbers, in_tables)):
        hits, wanted = shared(kind(twin), kind(read))
        counts[0] += hits
        counts[1] += wanted


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="all reports, not only three with tables")
    parser.add_argument("--only", default="", help="only this manner")
    options = parser.parse_args()
    stems = sorted({path.stem[:2] for path in SOURCES.glob("*.src")}) if options.all else SOME
    reports = list(twins(stems))
    print(", ".join(name for name, _ in reports))
    with tempfile.TemporaryDirectory() as name:
        for manner, dpi in MANNERS:
            if options.only in ("", manner):
                score = Score()
                for _, pdf in reports:
                    measure(pdf, manner, dpi, score, Path(name))
                print(score.line(manner, dpi), flush=True)


if __name__ == "__main__":
    main()
