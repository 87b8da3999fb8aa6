"""Who gives the orders of a directive, circular or plan that was pasted without its letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trichluc.extract.references.bodies import body_grammar
from trichluc.packs import Packs
from trichluc.span import Span

# kinds of document that order or prescribe: somebody must do so
ORDERING = frozenset({"CT", "QĐ", "QĐi", "TT", "NĐ", "NQ", "HD", "KH", "CĐ", "TB", "CTr", "PA"})
_VERB = re.compile(
    r"\s+(?:(?:đã|nay|thống\s+nhất)\s+)?(?P<verb>chỉ\s+thị|yêu\s+cầu|quyết\s+định|quyết\s+nghị|hướng\s+dẫn|quy\s+định|thông\s+báo"
    r"|ban\s+hành|xây\s+dựng|giao|đề\s+nghị)(?=[\s:])",
    re.IGNORECASE,
)
_ORDERS = ("chỉ thị", "yêu cầu", "giao", "đề nghị")
_WHO = re.compile(  # whom an order goes to
    r"\s*:?\s*(?:các|tất\s+cả|thủ\s+trưởng|giám\s+đốc|chủ\s+tịch|bộ\s+trưởng|bí\s+thư|cấp\s+ủy|sở|ban|phòng|ủy\s+ban|uỷ\s+ban|ubnd)(?!\w)",
    re.IGNORECASE,
)
_LISTS = re.compile(r"(?:như\s+sau|sau\s+đây|sau|dưới\s+đây)\s*[:.]\s*\Z", re.IGNORECASE)
_CLAUSE_BEFORE = re.compile(r"(?:\A|[,;.:]\s+)[\W_]*\Z")


def orderer(passages: Iterable[str], packs: Packs) -> str | None:
    """Return the body that orders or prescribes in one of ``passages``, as printed; null where none does.

    ``UBND huyện chỉ thị Thủ trưởng các phòng …``; ``Sở Y tế hướng dẫn … như sau:``.
    """
    bodies = body_grammar(packs)
    for words in passages:
        for body in bodies.all(words, 0, len(words)):
            if _orders(words, body) and not bodies.is_vague(words, body, len(words)):
                return body.of(words)
    return None


def _orders(words: str, body: Span) -> bool:
    verb = _VERB.match(words, body.end)
    if verb is None or _CLAUSE_BEFORE.search(words[: body.start]) is None:
        return False
    name = " ".join(verb["verb"].lower().split())
    told = name in _ORDERS and _WHO.match(words, verb.end()) is not None
    return told or _LISTS.search(words) is not None
