"""The spaCy pipeline that the program itself runs: the word tokenizer and the three rule families, one after the other.

Building it imports spaCy (about a second), so it is built once in a process and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from trichluc.extract.described import Described
from trichluc.layout.model import Report
from trichluc.packs import Packs
from trichluc.records import Assessment, Indicator, Reference

if TYPE_CHECKING:
    from spacy.language import Language

FAMILIES = ("references", "indicators", "assessments")
_LONGEST = 100_000_000  # characters; spaCy's own limit of a million is for parsers, which this pipeline has not


@cache
def build_pipeline(packs: Packs, families: Sequence[str] = FAMILIES) -> Language:
    """Return a pipeline with the tokenizer and the rule families ``families`` of ``packs``.

    spaCy's own Vietnamese (``spacy.blank("vi")``) asks for another segmenter; this one is built on the language-neutral
    base. In it only sentences whose words a rule asks for are segmented: see :mod:`trichluc.text.words`.
    """
    import spacy
    from spacy.vocab import Vocab

    from trichluc.text.words import WordTokenizer

    nlp = spacy.blank("xx", vocab=Vocab())  # a bare one: no rule asks for a word's shape, or if it is like an address
    nlp.max_length = _LONGEST
    nlp.tokenizer = WordTokenizer(nlp.vocab, everything=False, packs=packs)
    rules = [str(folder) for folder in packs.folders[1:]]
    for family in families:
        nlp.add_pipe(f"trichluc_{family}", config={"rules": rules})
    return nlp


def run_pipeline(
    report: Report, described: Described, packs: Packs
) -> tuple[list[Reference], list[Indicator], list[Assessment]]:
    """Return the references, indicators and assessments of ``report``, each family's in order of appearance."""
    from trichluc.extract.components import Reading
    from trichluc.text.align import Alignment

    nlp = build_pipeline(packs)
    doc = nlp.make_doc(report.text)
    doc._.trichluc = Reading(report, described, packs, Alignment(report.text, report.text), spans=False)
    doc = nlp(doc)
    return list(doc._.references), list(doc._.indicators), list(doc._.assessments)
