"""The fields of the document itself: kind, symbol, title, issuer, date, period, signatory."""

from __future__ import annotations

import re

from trichluc.extract.authority import authority
from trichluc.extract.described import Described
from trichluc.extract.document_issuer import IssuerReader
from trichluc.extract.document_period import read_period
from trichluc.extract.symbols import symbol_grammar
from trichluc.layout.kinds import Kinds
from trichluc.layout.model import Report, Zone
from trichluc.layout.names import Names
from trichluc.layout.press import write_authors
from trichluc.layout.rules import LayoutRules
from trichluc.layout.shapes import is_capitals
from trichluc.packs import Packs
from trichluc.text.characters import fold_dashes
from trichluc.text.dates import find_dates, iso_date

NEWS = "news"
_REPORT = "BC"
_LETTER = "CV"
_SPEECH = re.compile(r"tham luận|phát biểu|tổng kết|sơ kết", re.IGNORECASE)
_REPORT_TITLE = re.compile(
    r"^\W*(?:kết quả|tổng kết|sơ kết|tình hình|đánh giá (?:kết quả|tình hình)|phương hướng|kiểm điểm|công tác)(?!\w)",
    re.IGNORECASE,
)
_AS_FOLLOWS = re.compile(
    r"báo cáo\s.{0,160}(?:như sau|cụ thể)\s*:?\s*$|báo cáo\s.{0,120}như sau", re.IGNORECASE | re.DOTALL
)
_BLANKS = re.compile(r"[\s.…_]+")
_DATE_WORDS = re.compile(
    r"(?P<day>\d{1,2})?\W*tháng\W*(?P<month>\d{1,2})?\W*(?:năm|[/.,-])\W*(?P<year>\d{4})", re.IGNORECASE
)
_YEAR_ALONE = re.compile(
    r"(?:năm\W*|(?<!\d)(?P<month>1[0-2]|0?[1-9])\s*[/.-]\s*)(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_OPENING = 4
_CITING = 2  # passages that tell what a report looks back on


def describe(report: Report, packs: Packs) -> Described:
    """Return the fields of the document, each null where the report does not tell it."""
    return _Describer(report, packs).describe()


class _Describer:
    def __init__(self, report: Report, packs: Packs) -> None:
        self.report = report
        self.text = report.text
        self.head = report.letterhead
        self.packs = packs
        self.rules = LayoutRules.of(packs)
        self.kinds = Kinds.of(packs)
        self.names = Names.of(packs)
        self.issuers = IssuerReader(report, packs)

    def describe(self) -> Described:
        """Return all fields."""
        symbol = self.symbol()
        kind = self.kind(symbol)
        title = self.title()
        issued_on = self.issued_on(news=kind == NEWS)
        issuer, parent = self.issuers.read(title or "", news=kind == NEWS, kind=kind)
        return Described(
            kind=kind,
            symbol=symbol,
            title=title,
            issuer=issuer,
            parent=parent,
            place=self.place(),
            issued_on=issued_on,
            period=read_period(
                self.report,
                title or "",
                self.subtitle(),
                issued_on,
                tells_results=kind in (None, NEWS, _REPORT),
                cited=self._years_cited(title or ""),
            ),
            signatory=self.signatory(),
        )

    def _years_cited(self, title: str) -> frozenset[int]:
        """Return the years of the documents that the title and the opening cite, as far as they are told or known."""
        body = [p.span.of(self.text) for p in self.report.passages if p.zone is Zone.BODY and not p.heading]
        told = [date.iso for words in (title, *body[:_CITING]) for date in find_dates(words)]
        symbols = [found.symbol.canonical for found in symbol_grammar(self.packs).find(title) if found.certain]
        known = [row.issued_on for symbol in symbols for row in authority(self.packs).with_symbol(symbol)]
        return frozenset(int(date[:4]) for date in (*told, *known))

    def kind(self, symbol: str | None) -> str | None:
        """Return the code of the kind: what the kind line, the symbol or the title says; an article is ``news``."""
        word = self.head.kind.of(self.text) if self.head.kind is not None else ""
        code = (_REPORT if _SPEECH.search(word) else self.kinds.code(word)) if word else None
        if self.head.official:
            return code or (symbol and self.kinds.of_symbol(symbol)) or (_LETTER if symbol else None)
        if self._is_annex():
            return code
        press = self.press()
        # a portal prints reports whole, under a title such as no headline has ("Báo cáo kết quả …")
        whole = code == _REPORT and _REPORT_TITLE.match(self.title() or "") is not None
        if code is not None and (whole or not press or self.reports()):
            return code
        if press:
            return NEWS
        if self.reports() or self._has_roman_capitals():
            return _REPORT
        if not self.report.web and (
            _REPORT_TITLE.match(self.title() or "") or self.issuers.reporter() or self.issuers.subject()
        ):
            return _REPORT
        return NEWS if self._is_prose() else None

    def press(self) -> bool:
        """Whether a date line, a by-line, an author or a newspaper's imprint shows an article."""
        author = self.head.signatory is not None and not self._signed()
        paper = any(self.rules.search("paper", span.of(self.text)) for span in self.head.site)
        return self.head.date is not None or author or paper

    def reports(self) -> bool:
        """Whether the text says of itself that it is a report."""
        body = [p for p in self.report.passages if p.zone is Zone.BODY and not p.heading]
        if any(_AS_FOLLOWS.search(p.span.of(self.text)) for p in body[:_OPENING]):
            return True
        return any(self.rules.search("report", p.span.of(self.text)) for p in body)

    def _is_annex(self) -> bool:
        """Whether the document calls itself the annex of another."""
        titles = [p.span.of(self.text) for p in self.report.passages if p.zone is Zone.TITLE]
        return any(self.rules.search("appendix", words) for words in titles[:2])

    def _signed(self) -> bool:
        return any(
            p.zone is Zone.SIGNATURE and self.rules.search("signer", p.span.of(self.text)) for p in self.report.passages
        )

    def _has_roman_capitals(self) -> bool:
        """Whether the outline is that of an office: roman numbers with titles in capitals."""
        outer = [p for p in self.report.passages if p.heading and p.depth == 0 and p.number]
        shown = [
            p for p in outer if re.match(r"[IVX]+\b|[A-C]\b", p.number or "") and is_capitals(p.span.of(self.text))
        ]
        return len(shown) >= 2

    def _is_prose(self) -> bool:
        return any(p.zone is Zone.BODY and len(p.span) > 200 for p in self.report.passages)

    def symbol(self) -> str | None:
        """Return the symbol without blanks, dashes folded, a number left open as an empty number part."""
        if self.head.symbol is None:
            return None
        symbol = _BLANKS.sub("", fold_dashes(self.head.symbol.of(self.text).replace("_", " ")))
        return symbol.strip(",;:") or None

    def title(self) -> str | None:
        """Return the title in one line."""
        words = " ".join(span.of(self.text) for span in self.head.title).strip(" *_-–—").removesuffix(".")
        return words or self._metadata("title") or self._caption()

    def _metadata(self, name: str) -> str | None:
        """Return what a web page says of itself; what a Word or pdf file says is often another document's."""
        return self.report.source.metadata.get(name) or None if "html" in self.report.source.media_type else None

    def _caption(self) -> str | None:
        """Return the title of the first table, of a document that is nothing but a table."""
        tables = [table for table in self.report.tables if not table.layout_only]
        bare = not any(p.zone is Zone.BODY and not p.heading for p in self.report.passages)
        return tables[0].caption.of(self.text) if bare and tables and tables[0].caption is not None else None

    def subtitle(self) -> str:
        """Return the lines in brackets under the title."""
        lines = (p.span.of(self.text) for p in self.report.passages if p.zone is Zone.TITLE)
        return " ".join(line for line in lines if line.startswith("("))

    def place(self) -> str | None:
        """Return the place of the date line."""
        return self.head.place.of(self.text).strip() if self.head.place is not None else None

    def issued_on(self, *, news: bool) -> str | None:
        """Return the date of the date line as far as it is filled in."""
        if self.head.date is not None:
            words = self.head.date.of(self.text)
            match = _DATE_WORDS.search(words)
            if match is not None:
                month = int(match["month"]) if match["month"] else None
                return iso_date(int(match["year"]), month, int(match["day"]) if match["day"] and month else None)
            dates = find_dates(words)
            if dates:
                return dates[0].iso
            year = _YEAR_ALONE.search(words)
            return iso_date(int(year["year"]), int(year["month"]) if year["month"] else None) if year else None
        stated = self._metadata("date") if news else None
        return stated[:10] if stated and re.match(r"\d{4}-\d{2}", stated) else None

    def signatory(self) -> str | None:
        """Return the name of the person who signs, or the author of an article."""
        if self.head.signatory is not None:
            words = self.head.signatory.of(self.text).strip(" .,;:-–—()")
            return self.names.perhaps_person(words) or write_authors(words, self.names)
        return self.names.perhaps_person(self._metadata("author") or "")
