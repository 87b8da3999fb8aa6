"""One document, from its file to its numbered records.

:func:`extract_file` never raises for bad input (house rule 4): what happened is in the result's status and problems.
"""

from __future__ import annotations

import hashlib
import os
import time
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from trichluc.doubt import Doubt, doubtful_fields
from trichluc.errors import RulePackError, TrichlucError, UsageError
from trichluc.packs import Packs, load_packs
from trichluc.quality import document_quality, quality_problem
from trichluc.records import (
    Assessment,
    Directive,
    Document,
    Extracted,
    Indicator,
    Problem,
    Reference,
    Severity,
    Status,
)
from trichluc.result import DocumentResult
from trichluc.source import Source

if TYPE_CHECKING:
    from trichluc.extract.described import Described
    from trichluc.layout.model import Report
    from trichluc.options import ReadOptions

    _Extract = Callable[[Report, Packs, Described], list[Any]]

T = TypeVar("T")
ExtractedT = TypeVar("ExtractedT", bound=Extracted)
_FAMILIES = ("references", "indicators", "assessments")
_OURS = "this is a fault of trichluc, please report it"


def extract_file(
    path: str | Path,
    packs: Packs | None = None,
    *,
    source_path: str | None = None,
    options: ReadOptions | None = None,
) -> DocumentResult:
    """Read one file and return all that is in it; bad input gives a result that says so.

    Args:
        path: the file.
        packs: the rules; the built-in ones by default.
        source_path: the path to record, relative to the input folder, whose last part is the name to record; the
            file's name by default.
        options: how to read it, where there is a choice (OCR).

    Raises:
        RulePackError: the rules cannot be used.
        UsageError: an installed extension for another format cannot be loaded.
    """
    path = Path(path)
    name = readable_name(path.name) if source_path is None else source_path.rsplit("/", 1)[-1]
    packs = packs or load_packs()
    reading = Reading(name, source_path or name, packs, fingerprint(packs, options))
    try:
        reading.identify(path.read_bytes())
    except OSError as error:
        reading.cannot_open(error)
        return reading.result()
    reading.run(lambda: _parse(path, options))
    return reading.result()


def unread(source_path: str, error: TrichlucError, packs: Packs, options: ReadOptions | None = None) -> DocumentResult:
    """Return the result for a document whose bytes could not be had, as ``error`` says."""
    reading = Reading(source_path.rsplit("/", 1)[-1], source_path, packs, fingerprint(packs, options))
    reading.fail(error.code, str(error))
    return reading.result()


def extract_text(text: str, packs: Packs | None = None, *, name: str = "text") -> DocumentResult:
    """Return all that is in ``text``, a report as plain text; ``name`` stands for the file's name."""
    reading = Reading(name, name, packs or load_packs())
    reading.identify(text.encode("utf-8", "surrogatepass"))
    reading.run(lambda: _parse_text(text))
    return reading.result()


def document_id(sha256: str, source_path: str) -> str:
    """Return the key of a document: of its bytes, or of its path where the bytes cannot be read (empty digest)."""
    return (sha256 or hashlib.sha256(f"unreadable\0{source_path}".encode("utf-8", "surrogateescape")).hexdigest())[:16]


def fingerprint(packs: Packs, options: ReadOptions | None = None) -> str:
    """Return what tells one way of reading from another: program, rules, and the choices that change the result."""
    label = options.label if options is not None else ""
    return hashlib.sha256(f"{packs.fingerprint} {label}".encode()).hexdigest()[:16] if label else packs.fingerprint


def readable_name(name: str) -> str:
    r"""Return a file name in NFC; bytes that are no UTF-8 are shown as ``\xNN``."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "backslashreplace"))


class Reading:
    """The reading of one document while it goes on: what is known so far, and what went wrong."""

    def __init__(self, source_name: str, source_path: str, packs: Packs, version: str | None = None) -> None:
        self.packs = packs
        self.identity: dict[str, Any] = {
            "source_name": source_name,
            "source_path": source_path,
            "fingerprint": version or packs.fingerprint,
            "extracted_at": extraction_date(),
        }
        self.sha256 = ""
        self.source: Source | None = None
        self.fields: dict[str, Any] = {}
        self.records: dict[str, list[Any]] = {family: [] for family in _FAMILIES}
        self.directives: Sequence[Directive] = ()
        self.problems: list[Problem] = []
        self.timings: dict[str, float] = {}
        self.status = Status.OK

    def identify(self, data: bytes) -> None:
        """Take the file's bytes as its identity."""
        self.sha256 = hashlib.sha256(data).hexdigest()

    def cannot_open(self, error: OSError) -> None:
        """Note that the file's bytes could not be had."""
        cause = error.strerror or type(error).__name__
        self.fail("unreadable", f"cannot be opened: {cause}; see that it is there and may be read, then run again")

    def run(self, parse: Callable[[], Source]) -> None:
        """Parse, lay out and extract; a step that fails leaves what the steps before it gave."""
        source = self._try("parse", parse, vital=True)
        if source is None:
            return
        self._take_source(source)
        report = self._try("layout", lambda: _lay_out(source, self.packs), vital=True)
        if report is None:
            return
        described = self._try("document", lambda: _describe(report, self.packs), vital=True)
        if described is None:
            return
        unit = self._try("unit", lambda: _unit_id(described, self.packs))
        self.fields = {name: getattr(described, name) for name in described.__slots__} | {"unit_id": unit}
        self._doubt_fields(source)
        self._try("extract", lambda: self._extract(report, described))
        references = self.records["references"]
        resolved = self._try("resolve", lambda: _resolve(references, described, self.packs))
        if resolved is not None:
            self.records["references"], self.directives, problems = resolved
            self.problems += problems
        self.problems += self._try("arithmetic", lambda: _check_arithmetic(self.records["indicators"])) or []

    def _extract(self, report: Report, described: Described) -> None:
        """Run the rule families in their pipeline; where that fails, one by one, so that one costs no other."""
        try:
            found: tuple[list[Any], ...] = _run_pipeline(report, described, self.packs)
            self.records = dict(zip(_FAMILIES, found, strict=True))
        except (RulePackError, UsageError, MemoryError):
            raise
        except Exception:
            alone: tuple[_Extract, ...] = (_references, _indicators, _assessments)
            for family, extract in zip(_FAMILIES, alone, strict=True):
                self.records[family] = self._try(family, partial(extract, report, self.packs, described)) or []
            if self.status is Status.OK:  # no family fails by itself
                raise

    def fail(self, code: str, message: str, *, vital: bool = True) -> None:
        """Note an error; a ``vital`` one leaves the document failed, any other leaves it partial."""
        path = self.identity["source_path"]
        self.problems.append(Problem(code=code, message=f"{path}: {message}", severity=Severity.ERROR))
        if self.status is not Status.FAILED:
            self.status = Status.FAILED if vital else Status.PARTIAL

    def result(self) -> DocumentResult:
        """Return the finished result: records checked against the text, sorted and numbered."""
        key = document_id(self.sha256, self.identity["source_path"])
        kept = {name: self._number(self._true(records), key) for name, records in self.records.items()}
        problems = [
            problem.model_copy(update={"id": f"{key}{Problem.letter}{number}", "document_id": key})
            for number, problem in enumerate(self.problems, 1)
        ]
        source = self.source
        document = Document(
            id=key,
            **self.identity,
            sha256=self.sha256,
            **(_source_fields(source) if source is not None else {}),
            **self.fields,
            status=self.status,
        )
        return DocumentResult(
            document, source, **kept, directives=tuple(self.directives), problems=tuple(problems), timings=self.timings
        )

    def _take_source(self, source: Source) -> None:
        self.source = source
        low = quality_problem(source)
        for found in (*source.problems, *([low] if low is not None else [])):
            page = source.page_at(found.at) if found.at is not None else None
            where = self.identity["source_path"] + (f", page {page}" if page is not None else "")
            severity = Severity(found.severity)
            self.problems.append(Problem(code=found.code, message=f"{where}: {found.message}", severity=severity))
            if severity is Severity.ERROR:
                self.status = Status.PARTIAL

    def _doubt_fields(self, source: Source) -> None:
        """Say of which fields of the document OCR was unsure: they have no confidence of their own."""
        unsure = list(doubtful_fields(source, self.fields))
        if unsure:
            message = f"{self.identity['source_path']}: OCR was unsure of {'; '.join(unsure)}: compare with the page"
            self.problems.append(Problem(code="ocr-fields", message=message, severity=Severity.NOTE))

    def _try(self, step: str, action: Callable[[], T], *, vital: bool = False) -> T | None:
        """Do one step, timed; an error becomes a problem and gives null. Only this document is harmed by it."""
        with self._timed(step):
            try:
                return action()
            except (RulePackError, UsageError):
                raise  # with these rules, or this extension, no document can be read
            except TrichlucError as error:
                self.fail(error.code, str(error), vital=vital)
            except OSError as error:
                self.cannot_open(error)
            except MemoryError:
                raise
            except Exception as error:  # house rule 4: whatever a strange file sets off stays with it
                self.fail("internal", _fault(step, error), vital=vital)
        return None

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.timings[step] = time.perf_counter() - begun

    def _true(self, records: Iterable[ExtractedT]) -> list[ExtractedT]:
        """The one place where ``text[start:end] == record.text`` is checked; a false record is told of, not kept."""
        text, kept = self.source.text if self.source is not None else "", []
        doubt = Doubt(self.source)
        for record in records:
            if text[record.start : record.end] == record.text:
                kept.append(doubt.marked(record))
            else:
                where = f"{record.start}..{record.end}"
                message = f"a record of rule {record.rule} does not stand at {where} of the text and was left out"
                self.fail("internal", f"{message}; {_OURS}", vital=False)
        return kept

    @staticmethod
    def _number(records: list[ExtractedT], key: str) -> tuple[ExtractedT, ...]:
        ordered = sorted(records, key=lambda record: (record.start, record.end))
        keys = {record.id: f"{key}{record.letter}{number}" for number, record in enumerate(ordered, 1) if record.id}
        return tuple(
            record.model_copy(
                update={"id": f"{key}{record.letter}{number}", "document_id": key}
                | ({"about": keys.get(record.about or "")} if isinstance(record, Assessment) else {})
            )
            for number, record in enumerate(ordered, 1)
        )


def extraction_date() -> str | None:
    """Return the date of ``SOURCE_DATE_EPOCH``, or null: the clock never goes into the rows, so that bytes repeat."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch.isdigit() else None


def _source_fields(source: Source) -> dict[str, Any]:
    return {
        "media_type": source.media_type,
        "pages": source.pages,
        "characters": len(source.text),
        "encoding": source.encoding,
        "ocr": source.ocr,
        "quality": document_quality(source),
    }


def _fault(step: str, error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    return f"{step} failed with {type(error).__name__} at {place}: {error}; {_OURS}"


# Each step is imported when it is first taken: `import trichluc` stays light.


def _parse(path: Path, options: ReadOptions | None) -> Source:
    from trichluc.parsers import DEFAULTS, parse

    return parse(path, options or DEFAULTS)


def _parse_text(text: str) -> Source:
    from trichluc.parsers.text import parse_text

    return parse_text(text)


def _lay_out(source: Source, packs: Packs) -> Report:
    from trichluc.layout import lay_out

    return lay_out(source, packs)


def _describe(report: Report, packs: Packs) -> Described:
    from trichluc.extract.document import describe

    return describe(report, packs)


def _unit_id(described: Described, packs: Packs) -> str | None:
    from trichluc.extract.units import unit_id

    return unit_id(described, packs)


def _run_pipeline(
    report: Report, described: Described, packs: Packs
) -> tuple[list[Reference], list[Indicator], list[Assessment]]:
    from trichluc.extract.pipeline import run_pipeline

    return run_pipeline(report, described, packs)


def _check_arithmetic(indicators: list[Indicator]) -> list[Problem]:
    from trichluc.extract.arithmetic import check_arithmetic

    return check_arithmetic(indicators)


def _references(report: Report, packs: Packs, described: Described) -> list[Reference]:
    from trichluc.extract.references import extract_references

    return extract_references(report, packs, described)


def _resolve(
    references: list[Reference], described: Described, packs: Packs
) -> tuple[list[Reference], list[Directive], list[Problem]]:
    from trichluc.extract.resolve import resolve

    return resolve(references, described, packs)


def _indicators(report: Report, packs: Packs, described: Described) -> list[Indicator]:
    from trichluc.extract.indicators import extract_indicators

    return extract_indicators(report, packs, described)


def _assessments(report: Report, packs: Packs, described: Described) -> list[Assessment]:
    from trichluc.extract.assessments import extract_assessments

    return extract_assessments(report, packs, described)
