"""Scans made from our own reports against their born-digital twins: letters, references, numbers of tables, seconds.

    python -m corpus.scans [--all | --reports NN ...] [--every-family] [--manner MANNER] [--dpi DPI] [--errors FILE]
                           [--cache DIR]

Each report is set in a family of letters (the three in turn, or all of them), scanned in every manner and read
by the program itself. An aim is held over all reports of a manner together. ``CER`` is the edit distance over the
letters of the twin; it is told by place too: columns (letterhead, signatures), ruled tables, footnotes, titles (bold or
centred), body.
Of references and numbers in tables it says how many of the twin's were found (``found/wanted``), and how many that the
twin does not have (``+more``).
The last table says how often a word is right of which Tesseract is so sure: ``trichluc.doubt`` has it from there.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from corpus.alignment import Difference, differences, plain
from corpus.maker.markup import read_source
from corpus.maker.pdf import make_pdf
from corpus.maker.scan import as_pdf, scan

from trichluc.options import ReadOptions
from trichluc.records import Origin
from trichluc.result import DocumentResult
from trichluc.run import extract_file
from trichluc.source import Block, BlockKind, Source

SOURCES = Path(__file__).resolve().parent / "sources"
FAMILIES = ("liberation", "dejavu", "free")
SOME = ("06", "10", "12")  # the reports with tables
MANNERS = ("clean", "noisy", "tilted", "stamped", "faxed", "upside-down")
RESOLUTIONS = (300, 150)
AIMS = {("clean", 300): 0.003, ("noisy", 150): 0.010}
PLACES = ("columns", "table", "note", "title", "body")
STEPS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 1.01)


@dataclass
class Score:
    """What was counted of some scans: letters and errors by place, what was found of what, pages and seconds."""

    letters: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    references: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    cpu: float = 0.0
    wall: float = 0.0

    @property
    def cer(self) -> float:
        """The share of letters that are wrong."""
        return self.errors.total() / max(self.letters.total(), 1)

    def add(self, other: Score) -> None:
        """Count what another has counted."""
        for name in ("letters", "errors", "references", "numbers"):
            getattr(self, name).update(getattr(other, name))
        self.pages, self.cpu, self.wall = self.pages + other.pages, self.cpu + other.cpu, self.wall + other.wall

    def line(self, name: str, aim: float | None = None) -> str:
        """Return the figures in one line."""
        found = (
            f"{kind['found']:4}/{kind['wanted']:<4} +{kind['more']:<3}" for kind in (self.references, self.numbers)
        )
        places = (f"{self.errors[place] / max(self.letters[place], 1):8.2%}" for place in PLACES)
        seconds = f"{self.cpu / max(self.pages, 1):5.2f} {self.wall / max(self.pages, 1):5.2f}"
        aimed = f" (aim {aim:.1%})" if aim else " " * 11
        return f"{name:24}{self.cer:7.2%}{aimed} {' '.join(places)}  {'  '.join(found)}  {seconds}"


HEAD = (
    f"{'':24}{'CER':>7}{'':11} "
    + " ".join(f"{place:>8}" for place in PLACES)
    + "  references      numbers         CPU and wall s a page"
)


@dataclass(frozen=True)
class Twin:
    """A report as a pdf with a text layer, and what is read of that."""

    name: str
    family: str
    pdf: bytes
    result: DocumentResult
    text: str
    places: list[str]


def shared(twin: Iterable[object], read: Iterable[object]) -> Counter[str]:
    """Return how many of the twin's things were read (``found``), how many it has (``wanted``), what more."""
    wanted, found = Counter(twin), Counter(read)
    return Counter(found=(wanted & found).total(), wanted=wanted.total(), more=(found - wanted).total())


def numbered(result: DocumentResult) -> list[object]:
    """Return the symbols of the numbered references."""
    return [record.symbol for record in result.references if record.form.value == "numbered"]


def in_tables(result: DocumentResult) -> list[object]:
    """Return the numbers that stand in tables."""
    return [(record.value, record.min, record.max) for record in result.indicators if record.source is Origin.TABLE]


def place_of(block: Block) -> str:
    """Return what of the page a block is, one of :data:`PLACES`."""
    if block.table is not None:
        return "table" if block.table.certain else "columns"
    if block.kind is BlockKind.NOTE:
        return "note"
    return "title" if block.centered or block.all_bold else "body"


def twins(stems: Iterable[str], every_family: bool, folder: Path) -> Iterator[Twin]:
    """Give the reports as pdf files, each set in the family that its number says, or in all of them."""
    for stem in stems:
        source = next(SOURCES.glob(f"{stem}*.src"))
        for family in FAMILIES if every_family else (FAMILIES[(int(stem) - 1) % len(FAMILIES)],):
            pdf = make_pdf(read_source(source), {"font": family, "size": 13})
            path = folder / "twin.pdf"
            path.write_bytes(pdf)
            result = extract_file(path)
            text, at = plain(result.text)
            owners = ["body"] * len(result.text)
            for block in result.source.blocks if result.source is not None else ():
                owners[block.span.start : block.span.end] = [place_of(block)] * len(block.span)
            yield Twin(source.stem, family, pdf, result, text, [owners[place] for place in at])


def measure(
    twin: Twin, manner: str, dpi: int, options: ReadOptions, folder: Path
) -> tuple[Score, list[Difference], DocumentResult]:
    """Return what one scan gives: its figures, where its text differs, and what was read."""
    path = folder / "scan.pdf"
    path.write_bytes(as_pdf(scan(twin.pdf, dpi, manner), dpi))
    begun, spent = time.perf_counter(), _cpu()
    read = extract_file(path, options=options)
    score = Score(pages=read.document.pages or 0, wall=time.perf_counter() - begun, cpu=_cpu() - spent)
    found = differences(twin.text, plain(read.text)[0])
    score.letters.update(twin.places[: len(twin.text)])
    for one in found:
        score.errors[twin.places[min(one.start, len(twin.text) - 1)]] += one.cost
    score.references = shared(numbered(twin.result), numbered(read))
    score.numbers = shared(in_tables(twin.result), in_tables(read))
    return score, found, read


def _cpu() -> float:
    """Return the seconds of processor time that this process and those that it started have taken."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def judge(source: Source, found: list[Difference], sure: dict[float, list[int]]) -> None:
    """Add the words of a scan to ``sure``: for each step of confidence how many are right, and how many there are."""
    at = plain(source.text)[1]
    wrong, shift = set[int](), 0
    for one in found:  # places in the scan's text
        begin = one.start + shift
        wrong.update(range(begin, begin + max(len(one.read), 1)))
        shift += len(one.read) - len(one.wanted)
    spoilt = {at[place] for place in wrong if place < len(at)}
    for stretch in source.confidences:
        for start, end in _words(source.text, stretch.start, stretch.end):
            step = max(step for step in STEPS if step <= stretch.value)
            sure[step][0] += not any(place in spoilt for place in range(start, end))
            sure[step][1] += 1


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for part in text[start:end].split(" "):
        if part.strip():
            yield begin, begin + len(part)
        begin += len(part) + 1


def told(twin: Twin, manner: str, dpi: int, found: list[Difference]) -> Iterator[str]:
    """Give a line for each difference, with what stands around it."""
    name = twin.name[:2]
    for one in found:
        around = twin.text[max(0, one.start - 20) : one.start], twin.text[one.end : one.end + 20]
        place = twin.places[min(one.start, len(twin.text) - 1)]
        about = (name, f"{manner} {dpi}", twin.family, place, str(one.cost), repr(one.wanted), repr(one.read))
        yield "\t".join((*about, "[]".join(around)))


def missed(twin: Twin, manner: str, dpi: int, read: DocumentResult) -> Iterator[str]:
    """Give a line for each reference and number that only the twin has (lost) or only the scan (more)."""
    for what, kind in (("reference", numbered), ("number", in_tables)):
        wanted, found = Counter(kind(twin.result)), Counter(kind(read))
        for word, rest in (("lost", wanted - found), ("more", found - wanted)):
            for thing in rest.elements():
                yield "\t".join((twin.name[:2], f"{manner} {dpi}", twin.family, what, word, repr(thing)))


def table_of(sure: dict[float, list[int]]) -> Iterator[str]:
    """Give the lines of the table of confidences."""
    yield "confidence    words   right"
    for step, after in pairwise(STEPS):
        right, words = sure[step]
        if words:
            yield f"{step:.2f}–{min(after, 1):.2f}  {words:7}  {right / words:.3f}"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="all reports, not only three")
    which.add_argument("--reports", nargs="+", default=SOME, metavar="NN", help="these, by the number in their name")
    parser.add_argument("--every-family", action="store_true", help="each report in all families of letters")
    parser.add_argument("--manner", choices=MANNERS, help="only this manner")
    parser.add_argument("--dpi", type=int, choices=RESOLUTIONS, help="only this resolution")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write every difference into FILE")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep what OCR answers; seconds are then no measure")
    asked = parser.parse_args()
    stems = sorted({path.stem[:2] for path in SOURCES.glob("*.src")}) if asked.all else asked.reports
    families, lines = {family: Score() for family in FAMILIES}, list[str]()
    sure = {step: [0, 0] for step in STEPS}
    with tempfile.TemporaryDirectory() as name:
        reports = list(twins(stems, asked.every_family, Path(name)))
        print(", ".join(f"{twin.name} in {twin.family}" for twin in reports), HEAD, sep="\n")
        for manner in (asked.manner,) if asked.manner else MANNERS:
            for dpi in (asked.dpi,) if asked.dpi else RESOLUTIONS:
                total = Score()
                for twin in reports:
                    score, found, read = measure(twin, manner, dpi, ReadOptions(ocr_cache=asked.cache), Path(name))
                    total.add(score)
                    families[twin.family].add(score)
                    lines += [*told(twin, manner, dpi, found), *missed(twin, manner, dpi, read)]
                    if read.source is not None:
                        judge(read.source, found, sure)
                print(total.line(f"{manner} {dpi}", AIMS.get((manner, dpi))), flush=True)
                if asked.errors is not None:
                    asked.errors.write_text("\n".join(lines) + "\n", "utf-8")
    print(*(score.line(family) for family, score in families.items()), "", *table_of(sure), sep="\n")


if __name__ == "__main__":
    main()
