"""Measure what the project promises about speed: ``python -m benchmarks [NAME …]``.

Whole processes are timed from outside, several times after a warm-up; the median is what counts. Machines differ:
quote ratios, or name the machine.
"""

from __future__ import annotations

import os
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
    seeds = ROOT.parent / "shared" / "corpus" / "seeds"
    folder = seeds if seeds.is_dir() else CORPUS

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


def rule_layer() -> str:
    """Characters a second of the rule families alone, on text already laid out (aim: 200,000 on one core)."""
    from trichluc.extract.document import describe
    from trichluc.extract.pipeline import run_pipeline
    from trichluc.layout import lay_out
    from trichluc.packs import load_packs
    from trichluc.parsers import parse

    packs = load_packs()
    reports = [lay_out(parse(path), packs) for path in sorted(CORPUS.glob("*.*")) if path.suffix in (".txt", ".docx")]
    characters = sum(len(report.text) for report in reports)

    def run() -> None:
        for report in reports:
            run_pipeline(report, describe(report, packs), packs)

    return f"rule layer: {characters / timed(run, 3):,.0f} characters a second"


def long_passages() -> str:
    """How much longer one passage of 20 times the length takes, at worst (aim: some 20 times; 400 is quadratic)."""
    from trichluc import extract

    units = ("12 hộ, ", "a 5; (", "1.234.567,8% ", "từ 1 đến ", "tăng (+5%) so với ", "“x ", "gồm: cấp 5, ")
    growth = {unit: timed(lambda u=unit: extract(u * 800), 1) / timed(lambda u=unit: extract(u * 40)) for unit in units}  # type: ignore[misc]
    worst = max(growth, key=lambda unit: growth[unit])
    return f"a passage 20 times as long takes {growth[worst]:.0f} times as long at worst ({worst!r})"


BENCHMARKS = {"help": help_time, "run": run_time, "docx": docx_scaling, "rules": rule_layer, "long": long_passages}

if __name__ == "__main__":
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    for name in sys.argv[1:] or BENCHMARKS:
        print(BENCHMARKS[name](), flush=True)
