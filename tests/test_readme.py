"""The README's commands and snippets, run as they stand there."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = sorted((ROOT / "docs").glob("*.md"))
REPORTS = ROOT / "corpus" / "reports"
BIN = Path(sys.executable).parent


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def commands() -> list[str]:
    (use,) = [block for block in blocks("sh") if "trichluc run" in block]
    return [line.split("#")[0].strip() for line in use.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place that looks as the README assumes: reports/, report.docx and the gold answers."""
    place = tmp_path_factory.mktemp("readme")
    (place / "reports").symlink_to(REPORTS)
    (place / "corpus").symlink_to(ROOT / "corpus")
    (place / "report.docx").write_bytes(min(REPORTS.glob("*.docx")).read_bytes())
    (place / "results-before").mkdir()
    (place / "results-before" / "records.jsonl").touch()
    return place


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONWARNINGS": "error::DeprecationWarning:trichluc"}
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_commands_of_the_readme_work_in_their_order(folder: Path) -> None:
    assert len(commands()) >= 7
    for command in commands():
        arguments = shlex.split(command)
        assert arguments[0] == ".venv/bin/trichluc"
        done = run([str(BIN / "trichluc"), *arguments[1:]], folder)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        assert done.stdout or done.stderr


def test_the_snippets_of_the_readme_work_and_print(folder: Path) -> None:
    snippets = blocks("python")
    assert len(snippets) == 2
    for snippet in snippets:
        done = run([sys.executable, "-c", snippet], folder)
        assert done.returncode == 0, done.stderr
        assert re.search(r"\d+-[A-Z]+/TW", done.stdout)


@pytest.mark.parametrize("page", ["README.md", "README.vi.md", "CONTRIBUTING.md", *(f"docs/{p.name}" for p in DOCS)])
def test_links_to_pages_lead_somewhere(page: str) -> None:
    place = ROOT / page
    for target in re.findall(r"\]\(([^)#:]+)\)", place.read_text(encoding="utf-8")):
        assert (place.parent / target).exists(), target
