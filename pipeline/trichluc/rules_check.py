"""Run every example of every rule pack."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import ConfigDict

from trichluc.errors import RulePackError
from trichluc.packs import Packs, Rule, check_examples


class _AnyRule(Rule):
    """A rule of any family: its own keys are looked at by the family, which refuses what it does not know."""

    model_config = ConfigDict(frozen=True, extra="allow")
    barred = True


@dataclass(slots=True)
class RulesChecked:
    """What came of checking the packs.

    Attributes:
        files, rules, examples: how many were looked at.
        complaints: what is wrong, each with the file that it is in.
    """

    files: int = 0
    rules: int = 0
    examples: int = 0
    complaints: list[str] = field(default_factory=list)


def check_rules(packs: Packs) -> RulesChecked:
    """Run every example of every rule of every file, and have each family read its own files."""
    checked = RulesChecked()
    names = {file.relative_to(folder).as_posix() for folder in packs.folders for file in folder.rglob("*.toml")}
    for name in sorted(names):
        try:
            rules = packs.rules(name, _AnyRule)
            complaints = check_examples(rules)
        except RulePackError as error:
            checked.complaints.append(f"{name}: {error}")
            continue
        checked.files += 1
        checked.rules += len(rules)
        checked.examples += sum(len(rule.match) + len(rule.reject) for rule in rules)
        checked.complaints += [f"{name}: {complaint}" for complaint in complaints]
    if not checked.complaints:
        checked.complaints += _read_by_families(packs)
    return checked


def _read_by_families(packs: Packs) -> list[str]:
    """Have a small report read: each family loads its packs and refuses a key or value that it does not know."""
    from trichluc.batch.worker import warm_up

    try:
        warm_up(packs)
    except RulePackError as error:
        return [str(error)]
    return []
