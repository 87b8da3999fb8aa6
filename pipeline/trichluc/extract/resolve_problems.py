"""What is wrong with the documents that a report cites: for a person to look at, never a correction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from trichluc.extract.authority import Authority, KnownDirective, overlap, same_series, subject_words
from trichluc.extract.described import Described
from trichluc.records import Form, Problem, Reference, Severity

AMBIGUOUS, CANDIDATE = "ambiguous", "candidate"  # flags of a mention that fits more than one document
_FEWEST = 4  # words that a title has to be compared by
_FOREIGN, _OWN = 0.2, 0.6  # share of words at which a title is no longer the document's, or is another one's
# who has one tail in common: that a report names another of them is told, as the Politburo and the Secretariat differ
_CENTRAL = ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Thủ tướng Chính phủ", "Chính phủ")


def find_problems(
    references: Iterable[Reference],
    rows: Mapping[str, KnownDirective],
    described: Described,
    known: Authority,
) -> list[Problem]:
    """Return the problems with the citations of one report, each kind once for a document.

    Args:
        references: the resolved references.
        rows: rows of the authority file by key.
        described: the report itself.
        known: the authority file.
    """
    found: dict[tuple[str, str], Problem] = {}
    references = list(references)
    for reference in references:
        for problem in (
            *_late(reference, described),
            *_replaced(reference, rows, described),
            *_other_body(reference, rows),
            *_other_title(reference, rows, known),
            *_open(reference),
        ):
            found.setdefault((problem.code, reference.directive_id or reference.text), problem)
    for problem in _two_dates(references):
        found.setdefault((problem.code, problem.message), problem)
    return list(found.values())


def contradicted_date(reference: Reference, known: Sequence[KnownDirective]) -> Problem | None:
    """Return the problem of a mention whose date is at odds with the authority file.

    The same number in another term or year is another document, and no contradiction.
    """
    stated = reference.issued_on
    if stated is None or any(row.issued_on.startswith(stated) for row in known):
        return None
    dates = sorted(row.issued_on for row in known if same_series(row, stated))
    if not dates:
        return None
    return _problem(
        reference,
        "date-unknown",
        f"“{reference.text}” gives the date {reference.issued_on}; the authority file knows {reference.symbol} of "
        f"{', '.join(dates)}. Either the report has a slip or the file lacks a document: see the original",
    )


def _late(reference: Reference, described: Described) -> Iterator[Problem]:
    issued, own = reference.issued_on, described.issued_on
    if issued is None or own is None:
        return
    shared = min(len(issued), len(own))
    if issued[:shared] > own[:shared]:
        yield _problem(
            reference,
            "cited-before-issue",
            f"“{reference.text}” is dated {issued}, after the report itself ({own}): one of the two dates is a slip",
        )


def _replaced(reference: Reference, rows: Mapping[str, KnownDirective], described: Described) -> Iterator[Problem]:
    row = rows.get(reference.directive_id or "")
    own = described.issued_on
    if row is None or own is None:
        return
    before = [key for key in row.replaced_by if key.rpartition("@")[2] <= own]
    if before:
        yield _problem(
            reference,
            "replaced",
            f"“{reference.text}” had been replaced by {', '.join(before)} when the report was made ({own}); "
            "see whether the newer document is meant",
            Severity.NOTE,
        )


def _open(reference: Reference) -> Iterator[Problem]:
    if AMBIGUOUS in reference.flags:
        keys = [flag.partition(":")[2] for flag in reference.flags if flag.startswith(f"{CANDIDATE}:")]
        yield _problem(
            reference,
            "ambiguous-reference",
            f"“{reference.text}” fits more than one document{_listed(keys)}; add its date or its body, or read it by "
            "hand",
            Severity.NOTE,
        )
    if "number_missing" in reference.flags:
        yield _problem(reference, "number-missing", f"“{reference.text}” has no number; see the original")


def _listed(keys: Sequence[str]) -> str:
    return f" ({', '.join(keys)})" if keys else ""


def _other_body(reference: Reference, rows: Mapping[str, KnownDirective]) -> Iterator[Problem]:
    """Yield a note where the body that the report states is another than the file's."""
    row = rows.get(reference.directive_id or "")
    said = next((body for body in _CENTRAL if body.lower() == (reference.issuer or "").lower()), None)
    if (
        row is None
        or said is None
        or "shared_issuer" in reference.flags
        or not row.confirmed
        or said in row.issuer
        or row.issuer not in _CENTRAL
    ):
        return
    yield _problem(
        reference,
        "issuer-differs",
        f"“{reference.text}” gives the body {reference.issuer}; the authority file has {row.key} of {row.issuer}: "
        "see the original",
        Severity.NOTE,
    )


def _other_title(reference: Reference, rows: Mapping[str, KnownDirective], known: Authority) -> Iterator[Problem]:
    """Yield a problem where number and title do not belong together: the title is that of another known document."""
    row = rows.get(reference.directive_id or "")
    said = subject_words(reference.title or "")
    if row is None or reference.form is not Form.NUMBERED or len(said) < _FEWEST or not row.title:
        return
    if overlap(said, subject_words(row.title)) > _FOREIGN or reference.type is None:
        return
    others = [other for other in known.of_kind(reference.type) if overlap(said, subject_words(other.title)) >= _OWN]
    if others:
        yield _problem(
            reference,
            "title-mismatch",
            f"“{reference.text}” is given the subject “{reference.title}”, which is that of "
            f"{', '.join(other.key for other in others[:3])}; {row.key} is about “{row.title}”: one is a slip",
        )


def _two_dates(references: Iterable[Reference]) -> Iterator[Problem]:
    """Yield a problem for a symbol that the report gives two dates of one year: numbers do not repeat in a year."""
    dates: dict[str, dict[str, Reference]] = {}
    for reference in references:
        if reference.form is Form.NUMBERED and reference.symbol and len(reference.issued_on or "") == len("2024-01-01"):
            dates.setdefault(reference.symbol, {}).setdefault(reference.issued_on or "", reference)
    for symbol, by_date in dates.items():
        years = {date[:4] for date in by_date}
        if len(by_date) > len(years):
            last = list(by_date.values())[-1]
            yield _problem(
                last, "two-dates", f"the report dates {symbol} {' and '.join(sorted(by_date))}: one of them is a slip"
            )


def _problem(reference: Reference, code: str, message: str, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(code=code, message=message, severity=severity, record_id=reference.id or None)
