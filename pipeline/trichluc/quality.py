"""How well the text of a document was read: the share of its words that are Vietnamese syllables.

Real reports have 0.93 and more. Text that OCR read badly has 0.5 to 0.85, text in an encoding that was not converted
hardly half, another language a quarter. A text of a few words is not assessed (null), which is not the same as good.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from trichluc.source import Source, SourceProblem
from trichluc.text.syllables import valid_share

__all__ = ["document_quality", "page_qualities", "quality_problem"]

LOW: Final = 0.8
_DIGITS: Final = 3  # decimal places that are kept
_LISTED: Final = 20  # pages that a message names


def document_quality(source: Source) -> float | None:
    """Return the share of valid syllables in the clean text, 0 to 1; null where there are too few words to tell."""
    share = valid_share(source.text)
    return None if share is None else round(share, _DIGITS)


def page_qualities(source: Source) -> dict[int, float | None]:
    """Return the same for each page, by its 1-based number; empty where the format has no pages."""
    texts: dict[int, list[str]] = {}
    starts = [*source.page_starts, (len(source.text), 0)]
    for (start, page), (end, _) in pairwise(starts):
        texts.setdefault(page, []).append(source.text[start:end])
    shares = {page: valid_share("\n".join(parts)) for page, parts in sorted(texts.items())}
    return {page: None if share is None else round(share, _DIGITS) for page, share in shares.items()}


def quality_problem(source: Source) -> SourceProblem | None:
    """Return what is to be said of a text, or of pages, with few valid syllables; null where nothing is."""
    quality = document_quality(source)
    if quality is not None and quality < LOW:
        return SourceProblem(
            "low-quality",
            f"only {quality:.0%} of the words are Vietnamese syllables (reports have 93 % and more): the text is in "
            "another language, badly scanned, or in an encoding that is not known; compare it with the original",
            severity="warning",
        )
    low = [page for page, share in page_qualities(source).items() if share is not None and share < LOW]
    if not low:
        return None
    listed = ", ".join(map(str, low[:_LISTED])) + (" …" if len(low) > _LISTED else "")
    return SourceProblem(
        "low-quality",
        f"on page {listed} less than {LOW:.0%} of the words are Vietnamese syllables: compare with the original",
        severity="note",
    )
