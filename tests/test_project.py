"""The house itself: licences, lock file, layout, the direction of imports, the two commands."""

import ast
import re
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from places import ROOT
from trichluc.export.columns_page import columns_page

PACKAGE = ROOT / "pipeline" / "trichluc"
# From left to right; a module imports from its own room or from rooms before it (docs/architecture.md).
ROOMS = (
    ("errors", "_version", "span", "alternation", "terminal", "options", "scratch"),
    ("text",),
    ("source", "records", "columns", "packs", "quality"),
    ("source_builder",),
    ("parsers",),
    ("layout",),
    ("extract",),
    ("result", "doubt", "run"),
    ("store",),
    ("export", "audit", "evaluate", "verify", "show", "api"),
    ("batch",),
    ("rules_check",),
    ("cli",),
    ("__main__",),
)
# text may name the packs (its words are data), packs may not name text; the package `extract` is a public function too
EXCEPTIONS = {("text", "packs"), ("source", "text"), ("quality", "text"), ("extract", "api"), ("extract", "result")}


def locked() -> list[str]:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    return sorted({line.split("==")[0] for line in lines if re.match(r"[a-z0-9]", line)})


def test_the_lock_file_pins_with_hashes_and_names_no_registry() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^#.*\n", "", text).strip())
    assert len(entries) > 50
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)


def test_every_dependency_has_a_licence_that_goes_with_apache_2() -> None:
    bad = []
    for name in locked():
        try:
            about = metadata(name)
        except PackageNotFoundError:
            continue  # of another platform or Python version
        stated = [about.get("License-Expression") or "", (about.get("License") or "")[:80]]
        stated += [c for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
        licence = " ".join(stated)
        free_choice = " OR " in licence or "Artistic" in licence  # one of several may be chosen
        if re.search(r"\bA?GPL|General Public|Elastic|Proprietary|SSPL", licence) and not free_choice:
            bad.append((name, licence))
    assert bad == []


def test_top_level_is_what_the_user_gave() -> None:
    names = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert {"pipeline", "rules", "corpus", "outputs", "tests"} <= names
    assert names <= {"pipeline", "rules", "corpus", "outputs", "tests", "docs", "benchmarks"}


def room_of(dotted: str) -> str:
    return dotted.split(".")[1] if "." in dotted else ""


def imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("trichluc"):
            plain = node.module == "trichluc"
            names |= {f"trichluc.{alias.name}" for alias in node.names} if plain else {node.module}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names if alias.name.startswith("trichluc.")}
    return names


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(path) -> None:
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if room == "__init__":
        return
    order = {name: index for index, names in enumerate(ROOMS) for name in names}
    assert room in order, f"{room} has no place in the house: add it to ROOMS and to docs/architecture.md"
    wrong = [
        name
        for name in imported(ast.parse(path.read_text(encoding="utf-8")))
        if (other := room_of(name)) in order and order[other] > order[room] and (room, other) not in EXCEPTIONS
    ]
    assert wrong == []


def test_readme_names_the_two_commands_and_make_has_them() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in ("run", "test"):
        assert f"\nmake {command}" in readme
        assert re.search(rf"(?m)^{command}:.*\bsetup\b", makefile)
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_page_of_columns_is_made_from_the_record_classes() -> None:
    page = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    assert page == columns_page(), "records.py has changed: run `make docs`"
