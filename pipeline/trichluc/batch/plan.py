"""What a run has to do: which documents are new or changed, which stay, which are gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trichluc.batch.inputs import InputFile, Inputs
from trichluc.run import document_id
from trichluc.store.store import Stored

# What may go better another time; a document with such a problem is tried again by every run.
PASSING = frozenset({"timeout", "crashed", "out-of-memory", "ocr-missing", "ocr-failed"})


@dataclass(slots=True)
class Plan:
    """The work of a run.

    Attributes:
        read: files to read, in order of path.
        kept: keys of documents that are as they were.
        replaced: keys of documents whose file now holds something else.
        gone: documents of earlier runs that are not among the inputs any more.
        duplicates: (document, path of another file with the same bytes).
    """

    read: list[InputFile] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    gone: list[Stored] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)


def make_plan(inputs: Inputs, stored: Sequence[Stored], fingerprint: str, *, same_root: bool, fresh: bool) -> Plan:
    """Compare the inputs with what the store holds.

    Args:
        inputs: the files of this run, in order of path.
        stored: what the store holds.
        fingerprint: of program and rules.
        same_root: the store was written from the same input folder, so that equal paths are the same file.
        fresh: read everything anew.
    """
    plan, known, first = Plan(), {document.id: document for document in stored}, dict[str, InputFile]()
    for file in inputs.files:
        key = document_id(file.sha256, file.source_path)
        if key in first:
            plan.duplicates.append((key, file.source_path))
            continue
        first[key] = file
        if key in known and not fresh and _is_current(known[key], file, fingerprint):
            plan.kept.add(key)
        else:
            plan.read.append(file)
    paths = {file.source_path for file in inputs.files}
    for document in stored:
        if document.id not in first:
            if same_root and document.source_path in paths:
                plan.replaced.add(document.id)
            else:
                plan.gone.append(document)
    return plan


def _is_current(document: Stored, file: InputFile, fingerprint: str) -> bool:
    return (
        bool(file.sha256)
        and document.source_path == file.source_path
        and document.fingerprint == fingerprint
        and not document.codes & PASSING
    )
