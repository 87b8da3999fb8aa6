"""From a report to its assessments: item by item under headings that open them, sentence by sentence elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from trichluc.extract.assessments.coming import year_of
from trichluc.extract.assessments.cues import CueReader
from trichluc.extract.assessments.found import Found
from trichluc.extract.assessments.headings import HeadingReader
from trichluc.extract.assessments.links import link
from trichluc.extract.assessments.orders import Orders
from trichluc.extract.assessments.reader import Reader
from trichluc.extract.assessments.rules import AssessmentRules, assessment_rules
from trichluc.extract.assessments.scopes import Scopes
from trichluc.extract.described import Described
from trichluc.layout.model import Report
from trichluc.packs import Packs
from trichluc.records import Assessment, Category
from trichluc.text.words import segmenter

# where a guideline says who is to do what; what it asks for elsewhere is a rule
_DUTIES = re.compile(
    r"(?<!\w)(?:tổ chức (?:triển khai )?thực hiện|nhiệm vụ|trách nhiệm|phân công thực hiện)(?!\w)", re.IGNORECASE
)


def extract_assessments(report: Report, packs: Packs, described: Described) -> list[Assessment]:
    """Return the assessments of ``report`` in order of appearance.

    Args:
        report: the report with its outline.
        packs: the rules.
        described: what is known of the document; a document that prescribes (a law, a decision) has none,
            one that plans only what it plans, one that guides only the tasks under headings that open them.
    """
    rules, cues, headings = _readers(packs)
    if described.kind in rules.normative:
        return []
    scopes = Scopes(report, headings)
    orders = Orders(rules, described.kind, report.text)
    found = Reader(report, rules, cues, scopes, orders, year_of(described)).read()
    if described.kind in rules.guides:
        found = (one for one in found if one.category is Category.DIRECTION and any(map(_DUTIES.search, one.section)))
    return list(_records(report, found))


@cache
def _readers(packs: Packs) -> tuple[AssessmentRules, CueReader, HeadingReader]:
    rules = assessment_rules(packs)
    return rules, CueReader(rules, segmenter(packs)), HeadingReader(rules)


def _records(report: Report, found: Iterable[Found]) -> Iterator[Assessment]:
    kept = list(_apart(found))
    links = link(kept, report.text)
    for index, statement in enumerate(kept):
        yield Assessment(
            id=provisional_id(index),
            text=statement.span.of(report.text),
            section=statement.section,
            page=report.source.page_at(statement.span.start),
            start=statement.span.start,
            end=statement.span.end,
            sentence=statement.around.of(report.text),
            rule=statement.rule,
            confidence=statement.confidence,
            category=statement.category,
            basis=statement.basis,
            about=provisional_id(links[index]) if index in links else None,
        )


def _apart(found: Iterable[Found]) -> Iterator[Found]:
    """Yield statements in order, each but once: of two that overlap the one that begins first, then the longer."""
    reach = 0
    for statement in sorted(found, key=lambda statement: (statement.span.start, -statement.span.end)):
        if statement.span.start >= reach:
            reach = statement.span.end
            yield statement


def provisional_id(index: int) -> str:
    """Return the key of a record before its document is known; :mod:`trichluc.run` gives the final one."""
    return f"{Assessment.letter}{index + 1}"
