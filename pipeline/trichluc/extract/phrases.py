"""Patterns of many words and phrases that a report is searched for quickly."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trichluc.text.needles import lower

_NEWER = "óa òa ỏa õa ọa óe òe ỏe õe ọe úy ùy ủy ũy ụy"  # at the end of a syllable, and not after q
_OLDER = "oá oà oả oã oạ oé oè oẻ oẽ oẹ uý uỳ uỷ uỹ uỵ"
_SPELLINGS = tuple(zip(_NEWER.split(), _OLDER.split(), strict=True))


def both_spellings(words: Iterable[str]) -> set[str]:
    """Return ``words`` with the tone mark in the newer and in the older place (``ủy``, ``uỷ``)."""
    found = set(words)
    for new, old in _SPELLINGS:
        found |= {word.replace(new, old) for word in found}
        found |= {word.replace(new.capitalize(), old.capitalize()) for word in found}
    return found


def phrase_pattern(words: Iterable[str], *, ignore_case: bool = True) -> re.Pattern[str]:
    """Return a pattern that matches one of ``words`` where a word begins, the longest first; blanks are any space."""
    spelt = both_spellings(word.lower() if ignore_case else word for word in words)
    return any_of(spelt, r"(?!\w)") if ignore_case else any_of((), r"(?!\w)", as_is=spelt)


def any_of(any_case: Iterable[str], end: str, *, as_is: Iterable[str] = ()) -> re.Pattern[str]:
    """Return a pattern of whole words: ``any_case`` in any case of letters, ``as_is`` as they are.

    The words are grouped by their first letter, so that the engine looks for one of a few letters and tries a handful
    of words where it finds one: most of a report is passed over at the speed of a character class.

    Args:
        any_case: words in small letters; a blank stands for any white space.
        end: what must follow a word, as a pattern.
        as_is: words whose case counts.
    """
    groups: dict[str, tuple[list[str], list[str]]] = {}
    for place, words in enumerate((any_case, as_is)):
        for word in sorted(words, key=lambda word: (-len(word), word)):
            rest = re.escape(word[1:]).replace(r"\ ", r"\s+")
            letter = word[0].lower() if place == 0 else word[0]
            groups.setdefault(letter, ([], []))[place].append(rest)
    heads, branches = set[str](), []
    for letter, (folded, exact) in sorted(groups.items()):
        if folded:
            heads |= {letter, letter.upper()}
            branches.append(rf"(?<=[{_cases(letter)}])(?i:{'|'.join(folded)}){end}")
        if exact:
            heads.add(letter)
            branches.append(rf"(?<={re.escape(letter)})(?:{'|'.join(exact)}){end}")
    return re.compile(rf"[{''.join(re.escape(head) for head in sorted(heads))}](?<!\w.)(?:{'|'.join(branches)})")


def beginnings_of(words: Iterable[str]) -> set[str]:
    """Return how the pattern that :func:`any_of` makes of ``words`` begins, for a :class:`~.starts.Finder`."""
    begin = set[str]()
    for word in words:
        first, _, rest = re.sub(r"\d", "0", lower(word)).partition(" ")
        begin |= {f"{first} {rest}", f"{first}  "} if rest else {first}
    return begin


def _cases(letter: str) -> str:
    return "".join(re.escape(form) for form in sorted({letter, letter.upper()}))
