"""What is wrong with the documents that a report cites: for a person to look at, never a correction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from trichluc.extract.authority import Authority, KnownDirective, same_series, series, subject_words
from trichluc.extract.described import Described
from trichluc.records import Form, Problem, Reference, Severity

_TELLING_WORDS = 5
_CENTRAL = frozenset(("bộ chính trị", "ban bí thư", "ban chấp hành trung ương", "thủ tướng chính phủ", "chính phủ"))
_LITTLE_IN_COMMON = 0.25


def find_problems(
    references: Iterable[Reference], rows: Mapping[str, KnownDirective], described: Described, known: Authority
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
        row = rows.get(reference.directive_id or "")
        told = _contradicted(reference, row, known) if row is not None else ()
        for problem in (*_late(reference, described), *_replaced(reference, row, described), *told, *_open(reference)):
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


def _contradicted(reference: Reference, row: KnownDirective, known: Authority) -> Iterator[Problem]:
    """Yield the problems of a mention whose body or subject is not that of the document with its number and date."""
    sourced = "" if row.confirmed else " (a row of the file that no source confirms)"
    if (
        reference.issuer
        and row.issuer
        and "shared_issuer" not in reference.flags
        and _another_body(reference, row, known)
    ):
        yield _problem(
            reference,
            "issuer-differs",
            f"“{reference.text}” names {reference.issuer} as its body; the authority file has {row.symbol} of "
            f"{row.issued_on} from {row.issuer}{sourced}: see the original",
            Severity.NOTE,
        )
    if reference.form is Form.NUMBERED and reference.title and _another_subject(reference.title, row.title):
        meant = [other.key for other in known.with_subject(row.type, reference.title)]
        instead = f"; that subject is the one of {', '.join(meant)}" if meant else ""
        yield _problem(
            reference,
            "title-differs",
            f"“{reference.text}” is cited with the subject “{reference.title}”; the authority file has “{row.title}”"
            f"{sourced}{instead}: number and subject may not belong together",
            Severity.WARNING if meant else Severity.NOTE,
        )


def _another_body(reference: Reference, row: KnownDirective, known: Authority) -> bool:
    """Whether the body stated is another than the file's; the central bodies have one tail in common, and differ."""
    said = (reference.issuer or "").lower()
    central = said in _CENTRAL and row.issuer.lower() in _CENTRAL
    return said != row.issuer.lower() if central else not known.same_issuer(row, reference.issuer or "")


def _another_subject(stated: str, known: str) -> bool:
    """Whether two subjects have next to nothing in common; a few words tell nothing."""
    one, other = subject_words(stated), subject_words(known)
    least = min(len(one), len(other))
    return least >= _TELLING_WORDS and len(one & other) < least * _LITTLE_IN_COMMON


def _replaced(reference: Reference, row: KnownDirective | None, described: Described) -> Iterator[Problem]:
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
    if "ambiguous" in reference.flags:
        yield _problem(
            reference,
            "ambiguous-reference",
            f"“{reference.text}” fits more than one document{_candidates(reference)}; add its date or its body, "
            "or read it by hand",
            Severity.NOTE,
        )
    if "number_missing" in reference.flags:
        yield _problem(reference, "number-missing", f"“{reference.text}” has no number; see the original")


def _candidates(reference: Reference) -> str:
    keys = [flag.removeprefix("candidate:") for flag in reference.flags if flag.startswith("candidate:")]
    return f": {', '.join(keys)}" if keys else ""


def _two_dates(references: Iterable[Reference]) -> Iterator[Problem]:
    """Yield a problem for a symbol that the report gives two dates of one series, where numbers do not repeat."""
    dates: dict[str, dict[str, Reference]] = {}
    for reference in references:
        if reference.form is Form.NUMBERED and reference.symbol and len(reference.issued_on or "") == len("2024-01-01"):
            dates.setdefault(reference.symbol, {}).setdefault(reference.issued_on or "", reference)
    for symbol, by_date in dates.items():
        if len(by_date) > len({series(symbol, date) for date in by_date}):
            last = list(by_date.values())[-1]
            yield _problem(
                last, "two-dates", f"the report dates {symbol} {' and '.join(sorted(by_date))}: one of them is a slip"
            )


def _problem(reference: Reference, code: str, message: str, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(code=code, message=message, severity=severity, record_id=reference.id or None)
