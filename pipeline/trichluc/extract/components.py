"""The three rule families as spaCy components."""

from __future__ import annotations

from spacy.language import Language


@Language.factory("trichluc_references")
def create_references(nlp: Language, name: str) -> object:
    """Return the component that finds references."""
    raise NotImplementedError


@Language.factory("trichluc_indicators")
def create_indicators(nlp: Language, name: str) -> object:
    """Return the component that finds indicators."""
    raise NotImplementedError


@Language.factory("trichluc_assessments")
def create_assessments(nlp: Language, name: str) -> object:
    """Return the component that finds assessments."""
    raise NotImplementedError
