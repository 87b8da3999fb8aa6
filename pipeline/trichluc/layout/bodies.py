"""The names of organs in a letterhead: lines put together to names, names parted into issuer and parent body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichluc.layout.rules import LayoutRules
from trichluc.source import Span

# a new organ begins inside one line ("UBND TỈNH X SỞ TÀI CHÍNH", two lines of a cell folded into one)
_SECOND = re.compile(
    r"(?<=\s)(?:SỞ|PHÒNG|BAN\s+(?:CHẤP|TUYÊN|TỔ|DÂN|QUẢN|CHỈ)|TRƯỜNG|CHI\s+(?:CỤC|BỘ|ĐOÀN|NHÁNH)|TRUNG\s+TÂM|ĐẢNG\s+(?:ỦY|UỶ|BỘ)|VĂN\s+PHÒNG"
    r"|CÔNG\s+ĐOÀN|UBND|(?:ỦY|UỶ)\s+BAN|THANH\s+TRA|HỘI|LIÊN\s+ĐOÀN|BỆNH\s+VIỆN|CỤC|TRẠM)\s"
)
_OWNER = re.compile(
    r"^\W*(?:UBND|(?:ỦY|UỶ)\s+BAN|SỞ|BỘ|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG)\s+(?:ỦY|UỶ)|ĐẢNG\s+BỘ|BAN\s+CHẤP\s+HÀNH)\b"
)
_PLACE = re.compile(
    r"\b(?:TỈNH|HUYỆN|QUẬN|THÀNH\s+PHỐ|THỊ\s+XÃ|TP\.?|TX\.?|XÃ|PHƯỜNG|THỊ\s+TRẤN|TRUNG\s+ƯƠNG)\s+\S+|TRUNG\s+ƯƠNG\b"
)


def group_bodies(lines: Sequence[tuple[Span, bool]], text: str, rules: LayoutRules) -> list[tuple[Span, ...]]:
    """Return the names of organs that ``lines`` hold, each as the spans of its lines, in order.

    Args:
        lines: the lines of the letterhead that name organs, each with whether it is bold.
        text: the clean text.
        rules: the rules of layout.
    """
    groups: list[list[Span]] = []
    bold_before = False
    for span, bold in lines:
        words = span.of(text)
        parts = _split(span, words)
        for part in parts:
            new = rules.search("body", part.of(text)) is not None
            unfinished = bool(groups) and rules.search("open", groups[-1][-1].of(text)) is not None
            changed = bool(groups) and bold != bold_before
            if groups and ((unfinished and not (changed and new)) or not new):
                groups[-1].append(part)
            else:
                groups.append([part])
            bold_before = bold
    return [tuple(group) for group in groups]


def _split(span: Span, words: str) -> list[Span]:
    """Part one line that holds two organs, the upper one complete with its place."""
    if _OWNER.match(words):
        for match in _SECOND.finditer(words):
            place = _PLACE.search(words, 0, match.start())
            if place is not None and len(words[: match.start()].split()) >= 3 and match.start() - place.end() < 24:
                head = words[: match.start()].rstrip()
                return [Span(span.start, span.start + len(head)), Span(span.start + match.start(), span.end)]
    return [span]
