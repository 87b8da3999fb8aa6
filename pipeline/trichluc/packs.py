"""The rule packs: what the program knows, as data. This module is the one place that knows where they are (rule 8).

A pack is a folder of TOML and CSV files. A checkout reads the top-level ``rules/``; the wheel carries the same folder
as ``trichluc/rules``. A user's own folders (``--rules DIR``) are laid over the built-in one: a rule with the id of an
earlier one replaces it, any other is added after it; a CSV row with the key of an earlier one replaces that row.

Every rule carries examples: phrases that it must match and phrases that it must not. ``trichluc rules check`` runs them
all (:func:`check`), and so does a test.
"""

from __future__ import annotations

import csv
import hashlib
import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from trichluc._version import __version__
from trichluc.alternation import one_of
from trichluc.errors import RulePackError

_HERE = Path(__file__).resolve().parent


def builtin_folder() -> Path:
    """Return the folder of the built-in packs: ``rules/`` of the checkout, or the copy inside the installed package."""
    installed = _HERE / "rules"
    checkout = _HERE.parent.parent / "rules"
    for folder in (installed, checkout):
        if folder.is_dir():
            return folder
    raise RulePackError(
        f"the built-in rule packs are missing (looked in {installed} and {checkout}); reinstall trichluc"
    )


class Rule(BaseModel):
    """One rule of a TOML pack: a ``[[rule]]`` table. Families add fields of their own; unknown keys are refused.

    Attributes:
        id: name that records carry in ``rule``; unique within its file.
        pattern: regular expression, searched without regard to case in NFC text. ``{name}`` is replaced by the entry
            ``name`` of the file's ``[words]`` table, as a group of alternatives. A literal brace is written ``{{``.
        match: phrases in which the pattern must be found.
        reject: phrases in which it must not be found.
        anchored: the pattern is looked for where a phrase begins, not anywhere in it.
        unless: a pattern too; where that is found in the phrase, the rule is not satisfied. Only for families that
            are ``barred`` by it.
        source: where the usage is attested (a regulation, a style guide, a study of reports).
        since, until: ISO dates between which the usage is valid.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    barred: ClassVar[bool] = False  # the family looks at ``unless``

    id: str = Field(min_length=1)
    pattern: str
    match: tuple[str, ...] = Field(min_length=1)
    reject: tuple[str, ...] = ()
    anchored: bool = False
    unless: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _heeded(self) -> Rule:
        if self.unless is not None and not self.barred:
            raise ValueError("rules of this file have no `unless`")
        return self

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        try:
            return re.compile(self.pattern, re.IGNORECASE)
        except re.error as error:
            raise RulePackError(f"rule {self.id}: the pattern is broken: {error}") from error

    def finds(self, phrase: str) -> bool:
        """Whether the rule is satisfied by ``phrase``."""
        if self.unless is not None and re.search(self.unless, phrase, re.IGNORECASE):
            return False
        return (self.regex.match if self.anchored else self.regex.search)(phrase) is not None


RuleT = TypeVar("RuleT", bound=Rule)
ModelT = TypeVar("ModelT", bound=BaseModel)


class Packs:
    """The rule packs in force: the built-in folder with the user's folders laid over it.

    Instances compare by identity and are cheap to pass about; files are read once. Use :func:`load_packs`.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self._cache: dict[tuple[str, object], Any] = {}

    @cached_property
    def fingerprint(self) -> str:
        """Version of the program and a digest of its code and every pack file.

        The same fingerprint gives the same records; a changed rule, or code changed in a checkout, gives another.
        """
        digest = hashlib.sha256()
        for module in sorted(_HERE.rglob("*.py")):
            digest.update(module.relative_to(_HERE).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(module.read_bytes()).digest())
        for folder in self.folders:
            for path in sorted(folder.rglob("*")):
                if path.suffix in (".toml", ".csv") and path.is_file():
                    digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
                    digest.update(hashlib.sha256(path.read_bytes()).digest())
        return f"{__version__}+{digest.hexdigest()[:12]}"

    def rules(self, file: str, model: type[RuleT]) -> tuple[RuleT, ...]:
        """Return the rules of ``file`` (such as ``headings.toml``), overlays applied, in order."""
        key = (file, model)
        if key not in self._cache:
            merged: dict[str, RuleT] = {}
            words: dict[str, list[str]] = {}
            for path in self._layers(file):
                content = self._toml(path)
                words |= content.pop("words", {})
                for raw in content.pop("rule", []):
                    patterns = {key: _expand(raw[key], words, path) for key in _PATTERNS if key in raw}
                    rule = _build(model, {**raw, **patterns}, path)
                    merged[rule.id] = rule
                if content:
                    raise RulePackError(
                        f"{path}: unknown table {next(iter(content))!r}; a rule file has [words] and [[rule]]"
                    )
            self._cache[key] = tuple(merged.values())
        return self._cache[key]  # type: ignore[no-any-return]

    def words(self, file: str) -> dict[str, tuple[str, ...]]:
        """Return the ``[words]`` lists of ``file``, overlays applied."""
        key = (file, "words")
        if key not in self._cache:
            merged: dict[str, tuple[str, ...]] = {}
            for path in self._layers(file):
                merged |= {name: tuple(items) for name, items in self._toml(path).get("words", {}).items()}
            self._cache[key] = merged
        return self._cache[key]  # type: ignore[no-any-return]

    def table(self, file: str, model: type[ModelT], key: Sequence[str]) -> tuple[ModelT, ...]:
        """Return the rows of the CSV ``file`` as ``model``; an overlay row replaces one with the same ``key``."""
        slot = (file, (model, tuple(key)))
        if slot not in self._cache:
            merged: dict[tuple[object, ...], ModelT] = {}
            for path in self._layers(file):
                with path.open(encoding="utf-8", newline="") as lines:
                    for raw in csv.DictReader(lines):
                        row = _build(model, {name: value for name, value in raw.items() if value}, path)
                        merged[tuple(getattr(row, name) for name in key)] = row
            self._cache[slot] = tuple(merged.values())
        return self._cache[slot]  # type: ignore[no-any-return]

    def files(self) -> list[Path]:
        """Return every pack file in force, built-in first."""
        return [p for folder in self.folders for p in sorted(folder.rglob("*")) if p.suffix in (".toml", ".csv")]

    def _layers(self, file: str) -> Iterable[Path]:
        found = [folder / file for folder in self.folders if (folder / file).is_file()]
        if not found:
            raise RulePackError(f"rule file {file} is in none of {', '.join(map(str, self.folders))}")
        return found

    @staticmethod
    def _toml(path: Path) -> dict[str, Any]:
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise RulePackError(f"{path}: not a TOML file in UTF-8: {error}") from error


def load_packs(*overlays: Path) -> Packs:
    """Return the built-in packs with ``overlays`` laid over them, later ones on top."""
    for folder in overlays:
        if not folder.is_dir():
            raise RulePackError(f"no such folder of rules: {folder}")
    return _load(tuple(folder.resolve() for folder in overlays))


@cache
def _load(overlays: tuple[Path, ...]) -> Packs:
    return Packs((builtin_folder(), *overlays))


def _build(model: type[ModelT], raw: dict[str, Any], path: Path) -> ModelT:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        name = raw.get("id") or raw.get("code") or raw.get("symbol") or "?"
        raise RulePackError(f"{path}: {name}: {where}: {first['msg']}") from error


_PATTERNS = ("pattern", "unless")  # keys of a rule that hold one
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([a-z_]+)\}")


def _expand(pattern: str, words: dict[str, list[str]], path: Path) -> str:
    """Replace ``{name}`` by the alternatives of ``[words] name``, longest first."""

    def replace(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][0]
        if match[1] not in words:
            raise RulePackError(f"{path}: pattern names the word list {match[1]!r}, which [words] does not have")
        return one_of(words[match[1]])

    return _PLACEHOLDER.sub(replace, pattern)


def check_examples(rules: Iterable[Rule]) -> list[str]:
    """Return a complaint for every example that its rule does not satisfy; empty when all is well."""
    complaints = []
    for rule in rules:
        complaints += [f"{rule.id}: must match but does not: {e}" for e in rule.match if not rule.finds(e)]
        complaints += [f"{rule.id}: must not match but does: {e}" for e in rule.reject if rule.finds(e)]
    return complaints
