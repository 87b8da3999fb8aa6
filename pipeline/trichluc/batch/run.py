"""A run over many documents, that goes on where an earlier one stopped and ends with the same bytes."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from trichluc.batch.convert import converting, with_shelf
from trichluc.batch.inputs import InputFile, Inputs, find_inputs
from trichluc.batch.plan import Plan, make_plan
from trichluc.batch.pool import Lost, Outcome, Pool, default_workers
from trichluc.batch.progress import Progress
from trichluc.batch.summary import Summary, summarise
from trichluc.batch.worker import Settings, Task
from trichluc.errors import UsageError
from trichluc.export.files import ExportOptions, write_files
from trichluc.packs import Packs, load_packs
from trichluc.records import Document, Severity
from trichluc.run import document_id, extraction_date, fingerprint
from trichluc.store import DATABASE
from trichluc.store.rows import DocumentRows, Row, failed_rows
from trichluc.store.store import Store, is_packed

# Codes of problems that say something about a run, not about a document: each run writes them anew.
DUPLICATE, GONE, SKIPPED = "duplicate", "gone", "skipped"
_REMARKS = (DUPLICATE, GONE, SKIPPED)


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How a run is to go.

    Attributes:
        settings: limits and rules of the workers.
        workers: how many, 0 for one a core.
        export: which files to write.
        prune: take documents out whose file is gone.
        fresh: read everything anew, whatever the store holds.
    """

    settings: Settings = field(default_factory=Settings)
    workers: int = 0
    export: ExportOptions = field(default_factory=ExportOptions)
    prune: bool = False
    fresh: bool = False


def run_batch(given: Sequence[Path], out: Path, options: BatchOptions, progress: Progress) -> Summary:
    """Read the ``given`` files and folders and leave their records in ``out``.

    Raises:
        UsageError: a path is not there, nothing is there to read, or ``out`` cannot be written.
        RulePackError: the rules cannot be used.
        MissingExtraError: a file is wanted that needs a package that is not installed.
    """
    begun = time.perf_counter()
    options.export.require()
    inputs = find_inputs(given, out)
    packs = load_packs(*options.settings.rules)
    _make_folder(out)
    run = _Run(inputs, out, options, packs, progress)
    if not run.is_done():
        run.go()
    return run.summary(time.perf_counter() - begun)


class _Run:
    """The state of one run."""

    def __init__(self, inputs: Inputs, out: Path, options: BatchOptions, packs: Packs, progress: Progress) -> None:
        self.inputs, self.out, self.options, self.packs, self.progress = inputs, out, options, packs, progress
        self.database = out / DATABASE
        self.root = Path(os.path.relpath(inputs.root, out.absolute())).as_posix()
        self.version = fingerprint(packs, options.settings.options)
        self.plan = Plan()

    def is_done(self) -> bool:
        """Whether the folder already holds what this run would leave in it. Nothing is written to find out."""
        if self.options.fresh or not is_packed(self.database):
            return False
        with Store(self.database) as store:
            if store.get("finished") != self.options.export.label():
                return False
            self.plan = self._make_plan(store)
            unchanged = not self.plan.read and not self.plan.replaced and not (self.options.prune and self.plan.gone)
            same_root = store.get("root") == self.root
            same_remarks = store.remarks(_REMARKS) == sorted(self._remarks(), key=_remark_order)
        return (
            unchanged
            and same_root
            and same_remarks
            and all((self.out / f).is_file() for f in self.options.export.files())
        )

    def go(self) -> None:
        """Read what is to be read, then finish the store and write the files."""
        with Store(self.database, writable=True) as store:
            self.plan = self._make_plan(store)
            store.put("finished", "")
            self._read(store)
            store.remove(self.plan.replaced)
            if self.options.prune:
                store.remove([document.id for document in self.plan.gone])
            store.put("root", self.root)
            store.replace_remarks(_REMARKS, self._remarks())
            self.progress.say("writing files")
            store.derive()
            write_files(store, self.out, self.options.export)
            store.put("finished", self.options.export.label())
            store.pack()

    def summary(self, seconds: float) -> Summary:
        """Return what is in the folder now."""
        with Store(self.database) as store:
            gone = {document.id for document in self.plan.gone}
            return summarise(store, read=len(self.plan.read), kept=len(self.plan.kept), gone=gone, seconds=seconds)

    def _make_plan(self, store: Store) -> Plan:
        same_root = store.get("root") in (None, self.root)
        return make_plan(self.inputs, store.stored(), self.version, same_root=same_root, fresh=self.options.fresh)

    def _read(self, store: Store) -> None:
        files = self.plan.read
        size = self.options.workers or default_workers()
        with with_shelf(self.options.settings.options) as options:
            settings = replace(self.options.settings, options=options)
            tasks = [
                Task(number, file.path.absolute(), file.source_path, file.member) for number, file in enumerate(files)
            ]
            with (
                self.progress.reading(len(files), len(self.plan.kept)),
                converting(files, settings, size, self.progress) as held,
            ):
                pool = Pool(size, _shared_cores(settings, min(size, len(tasks))))
                for task, outcome in pool.read(tasks, held):
                    rows = self._rows(files[task.number], outcome)
                    store.add(rows)
                    self.progress.ended(rows)

    def _rows(self, file: InputFile, outcome: Outcome) -> DocumentRows:
        if not isinstance(outcome, Lost):
            return outcome
        document = Document(
            id=document_id(file.sha256, file.source_path),
            source_name=file.source_path.rsplit("/", 1)[-1],
            source_path=file.source_path,
            sha256=file.sha256,
            fingerprint=self.version,
            extracted_at=extraction_date(),
        )
        return failed_rows(document, outcome.code, outcome.message)

    def _remarks(self) -> list[Row]:
        """Return what is to be said about the inputs, as rows of ``problems`` without key."""
        paths = {document_id(file.sha256, file.source_path): file.source_path for file in reversed(self.inputs.files)}
        remarks = [
            _remark(
                key,
                DUPLICATE,
                Severity.NOTE,
                f"{path}: holds the same bytes as {paths[key]}, under which it is recorded",
            )
            for key, path in self.plan.duplicates
        ]
        if not self.options.prune:
            told = (
                "was read in an earlier run and is not among the inputs now; its rows are kept, --prune takes them out"
            )
            remarks += [
                _remark(document.id, GONE, Severity.WARNING, f"{document.source_path}: {told}")
                for document in self.plan.gone
            ]
        for skipped in self.inputs.skipped:
            severity = Severity.ERROR if skipped.lost else Severity.NOTE
            remarks.append(_remark(None, SKIPPED, severity, f"{skipped.source_path}: {skipped.reason}"))
        return remarks


def _shared_cores(settings: Settings, workers: int) -> Settings:
    """Return the settings with which each of the ``workers`` uses its share of the cores for OCR."""
    threads = settings.options.ocr_threads or max(1, default_workers() // max(workers, 1))
    return replace(settings, options=replace(settings.options, ocr_threads=threads))


def _remark(document: str | None, code: str, severity: Severity, message: str) -> Row:
    return {"document_id": document, "code": code, "message": message, "severity": severity.value}


def _remark_order(row: Row) -> tuple[str, ...]:
    return tuple(str(row[name] or "") for name in ("document_id", "code", "message", "severity"))


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".trichluc-probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise UsageError(f"{out}: cannot be written to ({cause}); give another folder with --out") from error
