"""Short passages with all that is told of their numbers: value, role, period and name (``number_passages.txt``)."""

from pathlib import Path

import pytest

from indicator_cases import found_in
from trichluc.evaluate.likeness import coverage

FILE = Path(__file__).with_name("number_passages.txt")
PASSAGES = [line.split(" ||| ") for line in FILE.read_text("utf-8").splitlines()] if FILE.exists() else []
ALIKE = 0.5  # of the words of a name, as answers are scored

Told = list[tuple[str, str, str, str]]


def told(passage: str) -> Told:
    """Return what the program tells of the numbers of ``passage``."""
    found = found_in(passage, period=None)
    return [(value_of(r.value, r.min, r.max), r.role.value, r.period or "-", r.name or "") for r in found]


def asked(answers: str) -> Told:
    """Return what ``value|role|period|name ; …`` tells."""
    told = []
    for answer in answers.split(" ; "):
        value, role, period, name = (part.strip() for part in answer.split("|"))
        ends = [float(end) for end in value.split("..")]
        told.append((value_of(ends[0] if len(ends) == 1 else None, ends[0], ends[-1]), role, period, name))
    return told


def value_of(value: float | None, low: float | None, high: float | None) -> str:
    """Return a value or range as it is compared."""
    return f"{value:g}" if value is not None else f"{low}..{high}"


def agree(one: Told, other: Told) -> bool:
    """Tell whether both tell the same, names only in most of their words."""
    return [r[:3] for r in one] == [r[:3] for r in other] and all(
        coverage(a[3], b[3]) >= ALIKE for a, b in zip(one, other, strict=True)
    )


@pytest.mark.parametrize(("passage", "answers"), PASSAGES)
def test_all_that_is_told_of_numbers(passage: str, answers: str) -> None:
    got, want = told(passage), asked(answers)
    assert agree(got, want), f"{got} is not {want}"


def test_there_are_passages() -> None:
    assert len(PASSAGES) >= 110
