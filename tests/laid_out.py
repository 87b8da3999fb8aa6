"""Reports laid out by hand, for tests of what is extracted under which heading."""

import re

from trichluc.layout.model import Letterhead, Passage, Report, Zone
from trichluc.source_builder import SourceBuilder


def report(*lines: str) -> Report:
    """Lay out ``lines`` by hand: ``# Title`` and ``## Title`` are headings, ``- item`` and ``+ item`` are items."""
    builder = SourceBuilder("text/plain")
    passages, path = [], []
    for line in lines:
        mark, text = re.match(r"(#+|[-+]|\d\.|(?:Một|Hai|Ba) là,)?\s*(.*)", line).groups()
        span = builder.paragraph(text)
        if span is None:
            continue
        if mark and mark[0] == "#":
            path = path[: len(mark) - 1]
            passages.append(Passage(span, Zone.BODY, tuple(path), True, depth=len(mark) - 1))
            path = [*path, text]
        else:
            depth = len(path) + (mark == "+")
            lead = text.endswith(":")
            passages.append(Passage(span, Zone.BODY, tuple(path), False, mark, depth, lead))
    return Report(builder.build(), Letterhead(), tuple(passages))
