"""The three rule families as spaCy components, registered under ``spacy_factories``.

Any spaCy user can say::

    nlp = spacy.blank("xx")
    nlp.add_pipe("trichluc_references")
    doc = nlp("Thực hiện Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị …")
    doc.spans["references"]          # spans, label = form, id = rule
    doc._.references                 # the records, offsets into doc.text
    doc.spans["references"][0]._.record

The program itself runs the very same components (:mod:`trichluc.extract.pipeline`). There the report and what is known
of the document travel on the doc; a doc that comes without a report gets one, made of its own text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from trichluc.extract.described import Described
from trichluc.layout.model import Report
from trichluc.packs import Packs, load_packs
from trichluc.records import Assessment, Extracted, Indicator, Reference
from trichluc.text.align import Alignment

_RECORDS = "trichluc records"
Extractor = Callable[[Report, Packs, Described], Sequence[Extracted]]
Labeller = Callable[[Extracted], str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the components of one doc share.

    Attributes:
        report: the document as laid out.
        described: what is known of it.
        packs: the rules.
        alignment: where the report's text stands in ``doc.text``.
        spans: spans are wanted, and not the records alone.
    """

    report: Report
    described: Described
    packs: Packs
    alignment: Alignment
    spans: bool = True


def register() -> None:
    """Declare the extensions of ``Doc`` and ``Span``; calling it again does nothing."""
    for name in ("references", "indicators", "assessments", "trichluc_unplaced"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=())
    if not Doc.has_extension("trichluc"):
        Doc.set_extension("trichluc", default=None)
    if not Span.has_extension("record"):
        Span.set_extension("record", getter=_record_of)


def _record_of(span: Span) -> Extracted | None:
    """Return the record that a span of one of the three groups stands for."""
    kept: dict[tuple[str, int, int], Extracted] = span.doc.user_data.get(_RECORDS, {})
    return kept.get((span.label_, span.start_char, span.end_char))


register()


class Component:
    """One rule family in a pipeline.

    Args:
        family: name of the group of spans and of the records on ``doc._``.
        extract: the family's function.
        label: the label of a record's span.
        packs: the rules.
    """

    def __init__(self, family: str, extract: Extractor, label: Labeller, packs: Packs) -> None:
        self.family = family
        self._extract = extract
        self._label = label
        self._packs = packs

    def __call__(self, doc: Doc) -> Doc:
        """Find the family's records and leave them, and their spans, on ``doc``."""
        reading: Reading | None = doc._.trichluc
        if reading is None:
            doc._.trichluc = reading = read_plain(doc.text, self._packs)
        records, unplaced = list[Extracted](), list[Extracted]()
        for record in self._extract(reading.report, reading.packs, reading.described):
            moved = _moved(record, reading.alignment)
            records.append(moved) if moved is not None else unplaced.append(record)
        doc._.set(self.family, tuple(records))
        doc._.trichluc_unplaced = (*doc._.trichluc_unplaced, *unplaced)
        if reading.spans:
            doc.spans[self.family] = self._spans(doc, records)
        return doc

    def _spans(self, doc: Doc, records: Iterable[Extracted]) -> list[Span]:
        """Return the span of each record: the tokens that it touches."""
        kept, spans = doc.user_data.setdefault(_RECORDS, {}), []
        for record in records:
            label = self._label(record)
            span = doc.char_span(record.start, record.end, label=label, span_id=record.rule, alignment_mode="expand")
            if span is not None:
                spans.append(span)
                kept[label, span.start_char, span.end_char] = record
        return spans


def _moved(record: Extracted, alignment: Alignment) -> Extracted | None:
    """Return ``record`` with its offsets and words as they stand in the doc, null where they do not stand there."""
    place = alignment.place(record.start, record.end)
    if place is None or place == (record.start, record.end):
        return record if place is not None else None
    start, end = place
    return record.model_copy(update={"start": start, "end": end, "text": alignment.raw[start:end]})


def read_plain(text: str, packs: Packs) -> Reading:
    """Return a reading of plain ``text``: it is parsed, laid out and described as a text file would be."""
    from trichluc.extract.document import describe
    from trichluc.layout import lay_out
    from trichluc.parsers.text import parse_text

    source = parse_text(text)
    report = lay_out(source, packs)
    return Reading(report, describe(report, packs), packs, Alignment(source.text, text))


def _packs(rules: list[str]) -> Packs:
    return load_packs(*map(Path, rules))


@Language.factory("trichluc_references", assigns=["doc.spans"], default_config={"rules": []})
def create_references(nlp: Language, name: str, rules: list[str]) -> Component:
    """Return the component that finds references; ``rules`` are folders of rule packs laid over the built-in ones."""
    from trichluc.extract.references import extract_references

    return Component("references", extract_references, _form, _packs(rules))


@Language.factory("trichluc_indicators", assigns=["doc.spans"], default_config={"rules": []})
def create_indicators(nlp: Language, name: str, rules: list[str]) -> Component:
    """Return the component that finds indicators; ``rules`` are folders of rule packs laid over the built-in ones."""
    from trichluc.extract.indicators import extract_indicators

    return Component("indicators", extract_indicators, _role, _packs(rules))


@Language.factory("trichluc_assessments", assigns=["doc.spans"], default_config={"rules": []})
def create_assessments(nlp: Language, name: str, rules: list[str]) -> Component:
    """Return the component that finds assessments; ``rules`` are folders of rule packs laid over the built-in ones."""
    from trichluc.extract.assessments import extract_assessments

    return Component("assessments", extract_assessments, _category, _packs(rules))


def _form(record: Extracted) -> str:
    assert isinstance(record, Reference)
    return record.form.value


def _role(record: Extracted) -> str:
    assert isinstance(record, Indicator)
    return record.role.value


def _category(record: Extracted) -> str:
    assert isinstance(record, Assessment)
    return record.category.value
