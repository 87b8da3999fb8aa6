"""Reports made by hand for the tests of references: a line is a paragraph."""

from __future__ import annotations

from trichluc.extract.described import Described
from trichluc.extract.references import extract_references
from trichluc.extract.resolve import resolve
from trichluc.layout.model import Letterhead, Passage, Report, Zone
from trichluc.packs import Packs, load_packs
from trichluc.records import Directive, Problem, Reference
from trichluc.source_builder import SourceBuilder


def cited_in(*lines: str, zone: Zone = Zone.BODY, packs: Packs | None = None, **about: str | None) -> list[Reference]:
    """Return the resolved references of a report of these lines; ``about`` is what is known of the report."""
    return resolved_in(*lines, zone=zone, packs=packs, **about)[0]


def resolved_in(
    *lines: str, zone: Zone = Zone.BODY, packs: Packs | None = None, **about: str | None
) -> tuple[list[Reference], list[Directive], list[Problem]]:
    """Return references, directives and problems; that every offset is true is checked on the way."""
    builder = SourceBuilder("text/plain")
    spans = [builder.paragraph(line) for line in lines]
    source = builder.build()
    passages = tuple(Passage(span, zone, ()) for span in spans if span)
    report = Report(source, Letterhead(), passages)
    rules = packs or load_packs()
    described = Described(**about)
    found = extract_references(report, rules, described)
    for reference in found:
        assert source.text[reference.start : reference.end] == reference.text
    return resolve(found, described, rules)
