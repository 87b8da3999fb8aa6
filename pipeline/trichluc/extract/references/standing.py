"""Documents that everybody knows by their name: strategies with their period, the Party's platform, treaties."""

from __future__ import annotations

import re

from trichluc.extract.references.lexicon import Lexicon
from trichluc.extract.references.mention import Mention, named_mention
from trichluc.extract.references.titles import closing_quote, tidy

# where the name of a strategy ends: giai đoạn 2021 - 2030, đến năm 2030, tầm nhìn đến năm 2050, 10 năm 2021 - 2030
_PERIOD = re.compile(
    r"\s+(?:(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|\d{1,2}\s+năm)\s*\(?\s*\d{4}\s*[-–]\s*\d{4}\)?|(?:đến|tới)\s+năm\s+\d{4})"
    r"(?:,?\s+(?:và\s+)?(?:tầm\s+nhìn|định\s+hướng)\s+(?:(?:đến|tới)\s+)?(?:năm\s+)?\d{4})?(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\s*,?\s*(?:năm\s+)?\(?(?P<year>(?:19|20)\d\d)\)?(?!\d)", re.IGNORECASE)
_QUOTED = re.compile(r"\s+(?:(?:chuyên\s+đề|riêng)\s+)?(?:về(?:\s+việc)?\s+)?(?=[“\"«])", re.IGNORECASE)
_FEWEST = 2  # words of a subject
_REACH = 200
_LONGEST = 260


class StandingReader:
    """Reads such documents in one passage."""

    def __init__(self, text: str, start: int, end: int, words: Lexicon) -> None:
        self.text, self.start, self.end, self.words = text, start, end, words

    def strategy(self, kind: re.Match[str]) -> Mention | None:
        """Return a strategy with its subject and period (``Chiến lược phát triển … đến năm 2030``)."""
        stop = self._clause_end(kind.end())
        period = _PERIOD.search(self.text, kind.end(), min(stop, kind.end() + _REACH))
        if period is None or self.words.kinds.pattern.search(self.text, kind.end(), period.start()):
            return None
        subject = self.text[kind.end() : period.start()].lower()
        if len(subject.split()) < _FEWEST or kind[0].lower() in subject:
            return None
        mention = named_mention(kind.start(), period.end(), "named-strategy", 0.78)
        mention.around.title = tidy(self.text[kind.end() : period.end()])
        return mention

    def platform(self, kind: re.Match[str]) -> Mention | None:
        """Return the political platform of the Party (``Cương lĩnh chính trị``)."""
        found = self.words.match("platform", self.text, kind.end(), self.end)
        return named_mention(kind.start(), found.end(), "named-platform", 0.85) if found else None

    def treaty(self, kind: re.Match[str]) -> Mention | None:
        """Return a convention with its subject (``Công ước của Liên hợp quốc về Luật Biển năm 1982``)."""
        found = self.words.match("treaty", self.text, kind.end(), self.end)
        if found is None:
            return None
        end = min(self._clause_end(found.end()), found.end() + _REACH)
        year = _YEAR.search(self.text, found.end(), end)
        end = year.end() if year else end
        mention = named_mention(kind.start(), end, "named-treaty", 0.75)
        mention.around.title = tidy(self.text[found.end() : year.start() if year else end]) or None
        mention.around.issuer = found["body"]
        mention.around.date = year["year"] if year else None
        return mention if mention.around.title and end - kind.start() <= _LONGEST else None

    def quoted(self, kind: re.Match[str]) -> Mention | None:
        """Return a document with its subject in quotation marks (``Nghị quyết chuyên đề “về …”``)."""
        opened = _QUOTED.match(self.text, kind.end(), self.end)
        close = closing_quote(self.text, opened.end(), min(self.end, opened.end() + _LONGEST)) if opened else None
        title = tidy(self.text[opened.end() + 1 : close]) if opened and close is not None else ""
        if close is None or len(title.split()) < _FEWEST:
            return None
        mention = named_mention(kind.start(), close + 1, "named-quoted", 0.75)
        mention.around.title = title
        return mention

    def _clause_end(self, at: int) -> int:
        found = self.words.search("subject-end", self.text, at, self.end)
        return found.start() if found else self.end
