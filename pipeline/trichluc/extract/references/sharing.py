"""What the mentions of a list share: a date, a body or a subject that is stated once for all of them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Callable, Sequence

from trichluc.extract.references.items import joined
from trichluc.extract.references.lead import read_lead
from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Mention

KnownDate = Callable[[Mention, str], bool]


def chains(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the mentions grouped into lists: only marks and conjunctions stand between those of a group.

    A document that is cited inside the subject of another is in a group of its own.
    """
    starts = [mention.start for mention in mentions]
    groups: list[list[Mention]] = []
    group_of: dict[int, list[Mention]] = {}
    for index, mention in enumerate(mentions):
        group = group_of.get(index)
        if group is None:
            group = [mention]
            groups.append(group)
        following = bisect_left(starts, mention.around.end, index + 1)
        while following < len(mentions) and mentions[following].start < mention.around.end:
            following += 1
        if following < len(mentions) and following not in group_of:
            other = mentions[following]
            if joined(text, mention.around.end, other.start) or joined(text, mention.around.end, other.place):
                group.append(other)
                group_of[following] = group
    return groups


def share(text: str, start: int, mentions: Sequence[Mention], lexicon: Lexicon, known_date: KnownDate) -> None:
    """Give each mention what its list states for it, before or after.

    Args:
        text: the clean text.
        start: where the passage begins.
        mentions: those of one passage, in order.
        lexicon: the rules.
        known_date: tells whether the authority file has the mention's document under this date.
    """
    _explained(text, mentions)
    for group in chains(text, mentions):
        _share_kind(group)
        for earlier, later in zip(reversed(group[:-1]), reversed(group[1:]), strict=True):
            _share_backwards(earlier, later, known_date)
        _share_lead(text, start, group, lexicon)


def _explained(text: str, mentions: Sequence[Mention]) -> None:
    """Give a document whose symbol stands in brackets after its short name the body of that name.

    ``Nghị quyết 15 của HĐND huyện (Nghị quyết số 15/NQ-HĐND ngày …)``.
    """
    for short, whole in itertools.pairwise(mentions):
        same = short.number == whole.number and short.kind == whole.kind
        if same and text[short.end : whole.start].strip() == "(" and whole.around.issuer is None:
            whole.around.issuer = short.around.issuer


def _share_backwards(earlier: Mention, later: Mention, known_date: KnownDate) -> None:
    """Give ``earlier`` what stands after ``later`` and holds for both."""
    one, other = earlier.around, later.around
    same_list = later.listed or not later.own_kind
    same_kind = earlier.kind == later.kind
    same_tail = _tail(earlier) == _tail(later)
    free = one.title is None
    dated = one.date is None and other.date is not None and free and same_kind
    if (
        dated
        and other.date is not None
        and ((same_list and one.issuer is None) or other.bracketed or other.together or known_date(earlier, other.date))
    ):
        one.date = other.date
        earlier.flags.append("shared_date")
    # "Chỉ thị 05-CT/TW và Quy định số 08-QĐi/TW ngày 25/10/2018 của …": day and body are the last one's
    apart = not same_kind and other.date is not None and one.date is None
    if one.issuer is None and other.issuer is not None and free and ((same_tail and not apart) or same_list):
        one.issuer = other.issuer
        earlier.flags.append("shared_issuer")
        one.term = one.term or other.term
        if one.title is None and same_kind and other.title is not None:
            one.title = other.title


def _share_kind(group: Sequence[Mention]) -> None:
    """Give the later mentions of a list the kind that is named once at its head."""
    for before, mention in itertools.pairwise(group):
        if mention.kind is None and before.kind is not None and _tail_kind(before) == _tail_kind(mention):
            mention.kind = before.kind
            mention.listed = True


def _share_lead(text: str, start: int, group: Sequence[Mention], lexicon: Lexicon) -> None:
    """Give the group the date and the body that stand before it (``Ngày …, UBND tỉnh ban hành …``)."""
    first = group[0]
    if all(mention.around.issuer and mention.around.date for mention in group):
        return
    date, partial, issuer = read_lead(text, start, first.start, lexicon)
    for mention in group:
        around = mention.around
        if issuer is not None and around.issuer is None:
            around.issuer = issuer
        if date is not None and around.date is None:
            around.date = date
        if partial is not None and around.date is None:
            around.day_and_month = partial


def _tail(mention: Mention) -> str | None:
    body = mention.symbol.body if mention.symbol else None
    return "UBND" if body == "UB" else body  # as it was written before 2005


def _tail_kind(mention: Mention) -> str | None:
    return mention.symbol.kind if mention.symbol else None
