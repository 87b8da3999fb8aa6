"""The body that made a document, and the one above it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trichluc.layout.model import Passage, Report, Zone
from trichluc.layout.names import Names, in_case_of
from trichluc.layout.rules import LayoutRules
from trichluc.layout.shapes import is_capitals
from trichluc.packs import Packs
from trichluc.source import Span

_REPORTS = re.compile(
    r"\s+(?:xin\s+|kính\s+|trân trọng\s+|tổng hợp\s+|đã\s+tổng hợp\s+|nghiêm túc\s+)*"
    r"(?:báo cáo|tham luận|kính trình|xin trình bày)"
    r"(?=\s*(?:\./|[.,:]|\s(?:kết quả|tình hình|tổng kết|sơ kết|về|như sau|công tác|một số|việc|nội dung|cụ thể|với"
    r"|sơ bộ|tóm tắt|tổng hợp|đánh giá|tiến độ|số liệu|kiểm điểm|thực hiện)))"
)
_CLAUSE = re.compile(r"[,;.:”\"“()]\s*")
_TITLE_TAIL = re.compile(r"(?:^|\s)(?:của|tại)\s+(?P<body>[A-ZĐ][^,;:“”\"]{3,80})$")
_OPENING, _ENDING = 5, 4
_MAX_WORDS = 14
_LEADING = re.compile(r"^(?:nay|vậy|vì vậy|theo đó|nay,)\s+", re.IGNORECASE)


class IssuerReader:
    """Reads issuer and parent body of a report."""

    def __init__(self, report: Report, packs: Packs) -> None:
        self.report = report
        self.names = Names.of(packs)
        self.rules = LayoutRules.of(packs)

    def read(self, title: str, *, news: bool) -> tuple[str | None, str | None]:
        """Return issuer and parent.

        Args:
            title: the title of the document.
            news: it is a press article or web news item: the paper is the issuer.
        """
        head = self.report.letterhead
        if head.issuer:
            return self._name(head.issuer), self._name(head.parent)
        site = self._site()
        if news:
            paper = site if site and self.rules.search("paper", site) else None
            body = site if site and self.rules.search("body", site) else None
            return paper or self._of_title(title) or body or self._author_body() or site, None
        said = self._said() or self._author_body() or self._of_title(title)
        if said is None:
            return self._owner(site), None
        owner = self._owner(site)
        return said, owner if owner and owner.lower() != said.lower() else None

    def _name(self, spans: tuple[Span, ...]) -> str | None:
        """Return the name that the lines of a letterhead give, as a person would write it."""
        words = " ".join(span.of(self.report.text).strip(" *_-–—.,;:|/") for span in spans).strip()
        if not is_capitals(words):
            return words or None
        return in_case_of(self.names.write(words), self.report.text)

    def _site(self) -> str | None:
        """Return the name of the web site or newspaper that the copy shows."""
        names = [self.names.write(span.of(self.report.text).strip(" |*-–")) for span in self.report.letterhead.site]
        telling = [name for name in names if self.rules.search("paper", name) or self.rules.search("body", name)]
        if names:
            return (telling or names)[0]
        site = self.report.source.metadata.get("site") or ""
        return site if self.rules.search("paper", site) or self.rules.search("body", site) else None

    def _owner(self, site: str | None) -> str | None:
        """Return the body that a web site belongs to, null where its name is none of a body."""
        if not site:
            return None
        owner = self.names.body_of_site(site)
        owner = owner[:1].upper() + owner[1:]
        return owner if self.rules.search("body", owner) else None

    def _author_body(self) -> str | None:
        span = self.report.letterhead.author_body
        words = span.of(self.report.text) if span is not None else ""
        return words if words and self.rules.search("body", words) else None

    def _of_title(self, title: str) -> str | None:
        """Return the body of which the title says that the document is (``… của Sở Tư pháp``)."""
        match = _TITLE_TAIL.search(title)
        if match is None or len(match["body"].split()) > _MAX_WORDS:
            return None
        return match["body"].strip() if self.rules.search("body", match["body"]) else None

    def _said(self) -> str | None:
        """Return the body of which a sentence at the beginning or end says that it reports."""
        body = [p for p in self.report.passages if p.zone is Zone.BODY and not p.heading]
        for passage in self._around(body):
            words = passage.span.of(self.report.text)
            for match in _REPORTS.finditer(words):
                name = self._clause(words[: match.start()])
                if name is not None:
                    return name
        return None

    @staticmethod
    def _around(body: list[Passage]) -> Iterable[Passage]:
        return [*body[:_OPENING], *body[max(_OPENING, len(body) - _ENDING) :]]

    def _clause(self, before: str) -> str | None:
        """Return the name that the last clause of ``before`` is, null where it is none."""
        clause = _LEADING.sub("", _CLAUSE.split(before)[-1].strip())
        if not clause[:1].isupper() or len(clause.split()) > _MAX_WORDS:
            return None
        return clause if self.rules.search("body", clause) else None
