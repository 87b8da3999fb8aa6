"""What the words before a number say: its subject, whether a verb links the two, and whether something rose or fell."""

from __future__ import annotations

import re
from typing import NamedTuple

from trichluc.extract.indicators.frames import without_brackets
from trichluc.extract.indicators.rules import IndicatorRules
from trichluc.extract.indicators.wording import (
    BECAUSE,
    COMPARES,
    EDGES,
    TIME_FIRST,
    TIME_LAST,
    UPWARDS,
    UPWARDS_LENGTH,
    first_words,
    last_words,
    stripped,
)

SUBJECT_WORDS = 22  # of the longest subject
_BARE_MOVE = 3  # words of a segment that may say no more than that something rose or fell
_VERB_WORDS = 9  # before a count, among which its verb is looked for
# what was reached, not by how much: "giảm còn 3,2%", "tăng lên 12 ha"
_LEVEL = re.compile(r"(?<!\w)(?:còn|lên|xuống)(?!\w)", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)từ$", re.IGNORECASE)  # "giảm từ 43 em": 43 is what there was
_AUX = re.compile(r"(?:^|\s)(?:đã|đang|sẽ|tiếp tục|có thể)\s+(?=\S)", re.IGNORECASE)
_NOT = re.compile(r"(?<!\w)(?:không|chưa) $", re.IGNORECASE)


class Before(NamedTuple):
    """The words before a number: the subject in them, how strongly it is linked, and the verb of a rise or fall."""

    subject: str
    linked: bool = False
    move: str = ""


class Clauses:
    """Reads the words before and between numbers.

    Attributes:
        heads: openings of a subject that says by itself what is measured (``tỷ lệ``).
        verb: verbs that act on what is counted.
        generic: subjects that say nothing (``kết quả``).
    """

    def __init__(self, rules: IndicatorRules) -> None:
        self._strong = rules.endings("links")
        self._weak = rules.endings("hedges")
        self._move = rules.endings("moves")
        self._opening = rules.openings("openings")
        self.heads = rules.openings("heads")
        self.verb = rules.verb
        self.generic = rules.generic

    def read(self, words: str) -> Before:
        """Strip links, hedges and verbs of change from the end, connectives and times from the beginning."""
        words = without_brackets(words)
        words = words[words.rfind(")") + 1 :] if words.rstrip()[-1:] != ")" else words  # what follows on a bracket
        words, linked, level, move = stripped(words), False, False, ""
        words = BECAUSE.sub("", words)
        for _ in range(10):
            if UPWARDS.search(words, len(words) - UPWARDS_LENGTH):
                break
            if (at := self._move.start(words)) >= 0:
                move = move or ("" if level else words[at:].strip(EDGES))
                linked = linked or level
            elif (at := self._strong.start(words)) >= 0:
                linked, level = True, level or _LEVEL.search(words, at) is not None
            elif (at := self._weak.start(words)) < 0:
                break
            else:
                level = level or _FROM.search(words, at) is not None
            words = words[:at].rstrip(EDGES)
        for _ in range(6):
            opening = self._opening.match(words) or TIME_FIRST.match(words)
            if opening is None or opening.end() == 0:
                break
            words = words[opening.end() :]
        return Before(stripped(TIME_LAST.sub("", words)), linked or bool(move), move)

    def between(self, words: str) -> str:
        """Return the words between two numbers as they name the first: without the verb that links the second."""
        words = stripped(without_brackets(words))
        for _ in range(6):
            ends = (its.start(words) for its in (self._move, self._strong, self._weak))
            at = next((at for at in ends if at >= 0), -1)
            if at < 0:
                break
            words = words[:at].rstrip(EDGES)
        return words

    def short(self, subject: str) -> str:
        """Cut a long subject: from its head, where it begins with one, else to the words nearest to the number."""
        return first_words(subject, SUBJECT_WORDS) if self.heads.match(subject) else last_words(subject, SUBJECT_WORDS)

    def tells(self, subject: str) -> bool:
        """Tell whether ``subject`` says by itself what is measured."""
        return len(subject) > 1 and subject.lower() not in self.generic and not COMPARES.match(subject)

    def verb_of(self, subject: str) -> str:
        """Return the verb phrase right before a count, without the body that acts; empty where there is none."""
        auxiliaries = list(_AUX.finditer(subject))
        near = last_words(subject[auxiliaries[-1].end() :] if auxiliaries else subject, _VERB_WORDS)
        found = list(self.verb.finditer(near))
        if found and not near[: found[0].start()].endswith("được "):  # "biên chế được giao": of what is said
            negated = _NOT.search(near, 0, found[0].start())
            return near[(negated or found[0]).start() :]
        return near if auxiliaries or found else ""

    def only_verb(self, subject: str) -> bool:
        """Tell whether ``subject`` is a verb and no more, so that what follows the number says what it is about."""
        found = self.verb.search(subject)
        return (found is not None and found.end() == len(subject)) or subject.lower() == "chi"


def bare_move(found: Before, segment: str) -> bool:
    """Tell whether a segment only says that something rose or fell, so that the one before it says what."""
    return bool(found.move) and len(stripped(segment).split()) <= _BARE_MOVE
