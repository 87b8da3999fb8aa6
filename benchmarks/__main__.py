"""Measure what the project promises about speed: ``python -m benchmarks [NAME …]``.

Whole processes are timed from outside, several times after a warm-up; the median is what counts. What runs inside one
process is measured in processor time, the least of several rounds, so that other work on the machine counts little.
Machines differ, and one machine from hour to hour: quote ratios, or the yardstick beside the figure.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus" / "reports"
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"  # real reports, where they are beside the checkout
TRICHLUC = str(Path(sys.executable).with_name("trichluc"))


def timed(action: Callable[[], object], runs: int = 5) -> float:
    """Return the median wall time in seconds of ``runs`` calls after one that is not counted."""
    action()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def command(*arguments: str) -> None:
    """Run ``trichluc`` with ``arguments``; its output is not shown, a failure is."""
    done = subprocess.run([TRICHLUC, *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"trichluc {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")


def help_time() -> str:
    """``trichluc --help``: imports neither spaCy nor underthesea (aim: under 0.4 s)."""
    return f"trichluc --help: {timed(lambda: command('--help')):.2f} s"


def run_time() -> str:
    """A fresh run over the five real reports, else over the sample corpus (aim: under 5 s on two cores)."""
    folder = SEEDS if SEEDS.is_dir() else CORPUS

    def fresh() -> None:
        with tempfile.TemporaryDirectory() as out:
            command("run", str(folder), "--out", out)

    return f"trichluc run {folder.name} ({sum(1 for _ in folder.iterdir())} files): {timed(fresh, 3):.2f} s"


def docx_scaling() -> str:
    """Seconds a page for a long docx against a short one made of the same report (aim: at most 1.2 times as long)."""
    import docx

    from trichluc.run import extract_file

    source = max(CORPUS.glob("*.docx"), key=lambda path: path.stat().st_size)

    def repeated(times: int, folder: Path) -> Path:
        document = docx.Document(str(source))
        body = document.element.body
        parts = [child for child in body if not child.tag.endswith("sectPr")]
        for _ in range(times - 1):
            for part in parts:
                body.insert(len(body) - 1, deepcopy(part))
        path = folder / f"repeated-{times}.docx"
        document.save(str(path))
        return path

    with tempfile.TemporaryDirectory() as name:
        # a sample report has about three pages
        short, long = repeated(1, Path(name)), repeated(100, Path(name))
        extract_file(short)
        one, many = timed(lambda: extract_file(short), 5), timed(lambda: extract_file(long), 1)
    ratio = many / 100 / one
    return f"docx of {source.name}: {one * 1000:.0f} ms; repeated 100 times: {many:.2f} s; ratio a page {ratio:.2f}"


def spent(action: Callable[[], object], rounds: int = 5) -> float:
    """Return the least processor time in seconds of ``rounds`` calls after one that is not counted."""
    action()
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        seconds.append(time.process_time() - start)
    return min(seconds)


def yardstick() -> float:
    """Return the milliseconds of a fixed piece of work that does much the same as the rules: look-ups and searches."""
    text = "Xã có 12 hộ nghèo, giảm 3 hộ so với năm trước; còn 2 chỉ tiêu chưa đạt. " * 40
    pattern = re.compile(r"(?<!\w)(?:giảm|tăng|chưa|không) (?:\w+ ){0,3}?(?:hộ|đạt|năm)", re.IGNORECASE)

    def work() -> None:
        for _ in range(200):
            counts: dict[str, int] = {}
            for word in text.lower().split():
                counts[word] = counts.get(word, 0) + len(word)
            pattern.findall(text)

    return spent(work) * 1000


def rule_layer() -> str:
    """Characters a second of the rules alone, on text already laid out (aim: 200,000 on one core).

    All of it: words, the three families in their pipeline, and what is known of the document. Sentences segmented in
    one round are forgotten before the next, not what can begin at a word: what that saves is told from the reports not
    met before. Each family is given alone as well, then how much longer eight times the text takes, as one document
    (aim: nine times).
    """
    from trichluc.extract.assessments import extract_assessments
    from trichluc.extract.document import describe
    from trichluc.extract.indicators import extract_indicators
    from trichluc.extract.pipeline import build_pipeline, run_pipeline
    from trichluc.extract.references import extract_references
    from trichluc.layout import lay_out
    from trichluc.packs import load_packs
    from trichluc.parsers import parse
    from trichluc.parsers.text import parse_text
    from trichluc.text.words import segmenter

    packs = load_packs()
    paths = [path for folder in (SEEDS, CORPUS) if folder.is_dir() for path in sorted(folder.iterdir())]
    reports = [lay_out(parse(path), packs) for path in paths if path.suffix in (".txt", ".docx")]
    read = [(report, describe(report, packs)) for report in reports]
    characters = sum(len(report.text) for report in reports)

    def everything() -> None:
        segmenter(packs).forget()
        for report in reports:
            run_pipeline(report, describe(report, packs), packs)

    def tokens() -> None:
        for report in reports:
            build_pipeline(packs).make_doc(report.text)

    for report in reports[1::2]:
        run_pipeline(report, describe(report, packs), packs)
    start, fresh = time.process_time(), reports[::2]
    for report in fresh:
        run_pipeline(report, describe(report, packs), packs)
    first = sum(len(report.text) for report in fresh) / (time.process_time() - start)

    lines = [f"rule layer: {characters / spent(everything):,.0f} characters a second (of processor time)"]
    lines.append(f"  reports not met before: {first:,.0f}")
    lines.append(f"  the yardstick takes {yardstick():.1f} ms")
    lines.append(f"  tokens: {characters / spent(tokens):,.0f}")
    for name, extract in (
        ("references", extract_references),
        ("indicators", extract_indicators),
        ("assessments", extract_assessments),
    ):
        seconds = spent(lambda extract=extract: [extract(report, packs, described) for report, described in read])  # type: ignore[misc]
        lines.append(f"  {name}: {characters / seconds:,.0f}")

    text = max((report.text for report in reports), key=len)

    def repeated(times: int) -> float:
        report = lay_out(parse_text("\n\n".join([text] * times)), packs)

        def run() -> None:
            segmenter(packs).forget()
            run_pipeline(report, describe(report, packs), packs)

        return spent(run, 3)

    return "\n".join([*lines, f"  eight times the text takes {repeated(8) / repeated(1):.1f} times as long"])


def long_passages() -> str:
    """How much longer one passage of 20 times the length takes, at worst (aim: some 20 times; 400 is quadratic)."""
    from trichluc import extract

    units = ("12 hộ, ", "a 5; (", "1.234.567,8% ", "từ 1 đến ", "tăng (+5%) so với ", "“x ", "gồm: cấp 5, ")
    growth = {unit: spent(lambda u=unit: extract(u * 800), 2) / spent(lambda u=unit: extract(u * 40)) for unit in units}  # type: ignore[misc]
    worst = max(growth, key=lambda unit: growth[unit])
    return f"a passage 20 times as long takes {growth[worst]:.0f} times as long at worst ({worst!r})"


BENCHMARKS = {"help": help_time, "run": run_time, "docx": docx_scaling, "rules": rule_layer, "long": long_passages}

if __name__ == "__main__":
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    if unknown := set(sys.argv[1:]) - BENCHMARKS.keys():
        raise SystemExit(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    for name in sys.argv[1:] or BENCHMARKS:
        print(BENCHMARKS[name](), flush=True)
