"""The body that made a document, and the one above it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trichluc.extract.document_orders import ORDERING, orderer
from trichluc.layout.kinds import Kinds
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
    r"|sơ bộ|tóm tắt|tổng hợp|đánh giá|tiến độ|số liệu|kiểm điểm|thực hiện|hoạt động)))"
)
# a title that is a sentence: who reports, then what ("Chi cục Thuế huyện … báo cáo tổng kết năm 2009")
_TITLE_REPORTS = re.compile(
    r"^\W*(?P<body>\S.{5,110}?)\s*[-–—:]?\s+(?:xin\s+|kính\s+|tự\s+)?"
    r"(?:báo cáo|tổng kết|sơ kết|kiểm điểm|đánh giá)(?!\w)",
    re.IGNORECASE,
)
# whose meeting the minutes are of ("Họp Chi bộ thôn … tháng 5")
_MEETS = re.compile(
    r"^\W*(?:cuộc\s+)?(?:họp|sinh hoạt|giao ban)\s+(?:thường kỳ\s+|định kỳ\s+|mở rộng\s+)?"
    r"(?P<body>\S.{5,90}?)(?=\s+(?:thường kỳ|định kỳ|mở rộng|tháng|quý|năm|lần|kỳ|ngày|phiên|về|để)(?!\w)|\W*$)",
    re.IGNORECASE,
)
# the body that an opening sentence tells of ("Năm 2014, Công an xã … đã", "Hội CCB xã … hiện có")
_OPENS = re.compile(
    r"^\W*(?:(?:trong\s+|qua\s+)?(?:năm(?:\s+học)?\s+(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?|\d{1,2}\s+tháng[^,;.]{0,24}"
    r"|quý\s+[^,;.]{1,14}|thời gian qua|những năm qua),?\s+)?"
    r"(?P<body>[^\W\d_][^,;:.“”\"()]{5,90}?)"
    r"\s+(?:đã|hiện(?:\s+nay)?\s+có|có|luôn|được\s+(?:thành lập|giao|sự)|gồm|là\s+(?:đơn vị|chi bộ|trường))\s",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"^\W*(?:(?:sáng|chiều|tối|trưa)\s|(?:vừa qua|mới đây|hôm qua|hôm nay)\b|(?:trong\s+)?(?:các\s+)?ngày\s+\d)",
    re.IGNORECASE,
)
# the paper that a news item opens with ("(Báo …) - Sáng 12/3, …")
_LEAD = re.compile(r"^\W*(?P<paper>[^\W\d_][^()\n:.;!?]{4,50}?)\)?\s+[-–—]\s+(?=[^\W\d_])")
_CLAUSE = re.compile(r"[,;.:”\"“()]\s*")
_TITLE_TAIL = re.compile(
    r"(?:^|\s)(?i:của|tại)\s+(?i:(?:đồng chí|ông|bà)\s+)?(?i:(?:phó\s+)?(?:giám đốc|chủ tịch|bí thư|chính trị viên|"
    r"hiệu trưởng|trưởng ban|trưởng phòng|viện trưởng|chi cục trưởng)\s+)?(?P<body>[A-ZĐ][^,;:“”\"]{3,80}?)"
    r"(?:,?\s+(?:trong\s+)?(?:năm|quý|tháng|giai đoạn|nhiệm kỳ|khóa|khoá|\d{1,2} tháng|\d{1,2} năm)"
    r"\s[^,;:“”\"]{1,40}?)?"
    r"(?:\s+(?:trình|tại)\s+[^,;:“”\"]{3,80})?$"
)
_PEOPLE = (
    r"(?:(?:toàn thể|tập thể|đội ngũ|các)\s+)?(?:lãnh đạo|cán bộ|công chức|viên chức"
    r"|hội viên|đoàn viên|đảng viên|chị em|anh em|bà con|nhân dân|xã viên|công nhân|giáo viên|người lao động|phụ nữ)"
)
# whoever reads a paper at a meeting speaks for the body that made it, or for its people
_SPEAKS_FOR = tuple(
    re.compile(
        rf"(?<!\w){opening}\s+(?:cho\s+)?(?:{_PEOPLE}(?:\s*,\s*|\s+và\s+|\s+)){{0,4}}(?:của\s+)?"
        r"(?P<body>[^\W\d_][^,;:.()]{5,90}?)"
        r",?\s+(?:tôi|em|chúng tôi|xin|gửi|chia sẻ|trình bày|phát biểu|báo cáo|tham luận|kính chúc|nói)(?!\w)",
        re.IGNORECASE,
    )
    for opening in ("(?:thay mặt|đại diện)", "được sự (?:phân công|ủy quyền|uỷ quyền) của")
)
_OFFICE = (
    r"(?:(?:phó|quyền|trưởng)\s+){0,2}(?:chủ tịch|bí thư|giám đốc|chủ nhiệm|hiệu trưởng|trưởng ban"
    r"|trưởng phòng|viện trưởng|chi cục trưởng|tổ trưởng|trạm trưởng|chỉ huy trưởng|đội trưởng)"
)
# who speaks, and of what body he is head: "Tôi là …, Chủ tịch Hội …"; "Đồng chí … - Bí thư Đảng ủy …"
_HEAD_OF = re.compile(
    r"(?:(?<!\w)tôi là|^\W*(?:đồng chí|đ/c|ông|bà|người trình bày|báo cáo viên))\s*:?\s+[^,;:.\d]{4,40}?"
    rf"\s*[,–-]\s*{_OFFICE}"
    r"\s+(?P<body>[A-ZĐ][^,;:.()]{5,80}?)(?=[,;:.(]|$)",
    re.IGNORECASE,
)
# in whose name a report is signed: "TM. ỦY BAN NHÂN DÂN XÃ …", "CHỦ TỊCH UBND XÃ …"
_SIGNED_FOR = re.compile(
    rf"^\W*(?:(?:t/?m|k/?t|t/?l|thay mặt)[./\s]+(?:{_OFFICE}\s+)?|{_OFFICE}\s+)?(?P<body>[^\W\d_].{{5,90}}?)\W*$",
    re.IGNORECASE,
)
_OF_A_PLACE = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|thôn|trường|công ty|hợp tác xã|htx)\s+\w",
    re.IGNORECASE,
)
_ORGANISERS = re.compile(r"\W*ban\s+tổ\s+chức(?:\s+(?:hội|đại|cuộc)\s.*)?\W*", re.IGNORECASE)  # of the meeting
_UNDER_TITLE = 4  # passages, among which a line may name who made a paper
_CENTRAL = " Trung ương"
_PARTY_LEVEL = re.compile(r"(?:tỉnh|thành|huyện|quận|thị|đảng)\s+(?:ủy|uỷ)(?!\w)", re.IGNORECASE)
# an occasion or a document is no body that reports ("Hội nghị Trung ương 3 đã bàn …")
_OCCASION = re.compile(r"\W*(?:hội\s+nghị|hội\s+thảo|đại\s+hội|kỳ\s+họp|phiên\s+họp|cuộc\s+họp)(?!\w)", re.IGNORECASE)
_ACTS = re.compile(
    r"(?<!\w)(?:đã|đang|sẽ|được|nghe|yêu cầu|đề nghị|mời|giúp|tại (?:kỳ|phiên|hội|đại))(?!\w)", re.IGNORECASE
)  # no name has these
_OPENING, _ENDING = 5, 4
_MINUTES = "BB"
_BEFORE_ORDERS = 12  # passages of preamble
_MAX_WORDS = 14
_LEADING = re.compile(r"^(?:nay|vậy|vì vậy|theo đó|nay,)\s+", re.IGNORECASE)


class IssuerReader:
    """Reads issuer and parent body of a report."""

    def __init__(self, report: Report, packs: Packs) -> None:
        self.report = report
        self.packs = packs
        self.names = Names.of(packs)
        self.rules = LayoutRules.of(packs)
        self.kinds = Kinds.of(packs)

    def read(self, title: str, *, news: bool, kind: str | None = None) -> tuple[str | None, str | None]:
        """Return issuer and parent.

        Args:
            title: the title of the document.
            news: it is a press article or web news item: the paper is the issuer.
            kind: code of its kind: who orders in a directive has made it.
        """
        head = self.report.letterhead
        if head.issuer:
            return self._with_committee(self._name(head.issuer), self._name(head.parent))
        site = self._site()
        if news:
            paper = site if site and self.rules.search("paper", site) else None
            body = site if site and self.rules.search("body", site) else None
            return paper or self._of_title(title) or body or self._author_body() or site, None
        said = self._orderer() if kind in ORDERING else None
        said = said or self.reporter() or self._author_body() or self._of_title(title) or self.subject()
        said = said or self._signed_for() or (self._meets(title) if kind == _MINUTES else None)
        if said is None:
            return self._owner(site), None
        owner = self._owner(site)
        return said, owner if owner and owner.lower() != said.lower() else None

    def _with_committee(self, name: str | None, parent: str | None) -> tuple[str | None, str | None]:
        """Return issuer and parent; a committee's board has the committee in its name, where the text says it so."""
        if name and parent and parent.endswith(_CENTRAL) and f"{name}{_CENTRAL}" in self.report.text:
            return f"{name}{_CENTRAL}", parent
        level = _PARTY_LEVEL.match(parent or "")
        if name and parent and level and f"{name} {level[0]}".lower() in self.report.text.lower():
            return f"{name} {parent}", parent
        return name, parent

    def _name(self, spans: tuple[Span, ...]) -> str | None:
        """Return the name that the lines of a letterhead give, as a person would write it."""
        words = " ".join(span.of(self.report.text).strip(" *_-–—.,;:|/") for span in spans).strip()
        if not is_capitals(words):
            return words or None
        return in_case_of(self.names.write(words), self.report.text)

    def _site(self) -> str | None:
        """Return the name of the web site or newspaper that the copy shows."""
        names = [self.names.write(span.of(self.report.text).strip(" |*-–")) for span in self.report.letterhead.site]
        lead = next((_LEAD.match(p.span.of(self.report.text)) for p in self._sentences()), None)
        if lead is not None and self.rules.search("paper", lead["paper"]):
            names.append(lead["paper"])
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
        body = match["body"].strip()
        if not self.rules.search("body", body) or _OCCASION.match(body):
            return None
        return in_case_of(self.names.write(body), self.report.text) if is_capitals(body) else body

    def _meets(self, title: str) -> str | None:
        """Return the body whose meeting the title of minutes names."""
        match = _MEETS.match(title)
        return self._body(match["body"]) if match is not None else None

    def reporter(self) -> str | None:
        """Return the body of which the title, or a sentence at the beginning or end, says that it reports."""
        for title in self._title_lines():
            match = _TITLE_REPORTS.match(title)
            name = self._body(match["body"]) if match is not None else None
            if name is not None:
                return name
        for passage in self._sentences()[:1]:
            match = _TITLE_REPORTS.match(passage.span.of(self.report.text))
            name = self._body(match["body"]) if match is not None and not _HAPPENED.match(match[0]) else None
            if name is not None:
                return name
        for passage in self._around(self._sentences()):
            words = passage.span.of(self.report.text)
            for match in _REPORTS.finditer(words):
                name = self._clause(words[: match.start()])
                if name is not None:
                    return name
        return self._spoken_for()

    def _spoken_for(self) -> str | None:
        """Return the body in whose name a paper is read: in brackets under its title, or in a sentence."""
        for title in self._title_lines():
            words = title.strip()
            name = self._clause(words[1:-1]) if re.fullmatch(r"\([^()]+\)", words) else None
            if name is not None:
                return name
        if self.report.letterhead.kind is not None and (name := self._under_title()) is not None:
            return name
        opening = [p.span.of(self.report.text) for p in self._sentences()[:_OPENING]]
        for pattern in (*_SPEAKS_FOR[:1], _HEAD_OF, *_SPEAKS_FOR[1:]):
            for words in opening:
                match = pattern.search(words)
                name = self._clause(match["body"]) if match is not None else None
                if name is not None and _ORGANISERS.fullmatch(name) is None:
                    return name
        return None

    def _under_title(self) -> str | None:
        """Return the body that a line under the title is, or whose head it names."""
        after = [p for p in self.report.passages if p.zone in (Zone.TITLE, Zone.BODY)][1:]
        for passage in after[:_UNDER_TITLE]:
            words = passage.span.of(self.report.text)
            if passage.number or len(words.split()) > _MAX_WORDS + 4:
                break
            head = _HEAD_OF.search(words)
            name = self._body(head["body"] if head is not None else words)
            if name is not None and (head is not None or _OF_A_PLACE.search(name)):
                return name
        return None

    def _signed_for(self) -> str | None:
        """Return the body in whose name the report is signed, where it names its place."""
        zones = (Zone.SIGNATURE, Zone.BODY)
        for passage in [p for p in self.report.passages if p.zone in zones][-_ENDING:]:
            words = passage.span.of(self.report.text)
            match = _SIGNED_FOR.match(words) if is_capitals(words) and len(words.split()) <= _MAX_WORDS + 4 else None
            name = self._body(match["body"]) if match is not None else None
            if name is not None and _OF_A_PLACE.search(name):
                return name
        return None

    def subject(self) -> str | None:
        """Return the body that the title line is, or of which the first sentence tells."""
        for title in self._title_lines()[:1]:
            name = self._body(title)
            if name is not None:
                return name
        for passage in self._sentences()[:1]:
            words = passage.span.of(self.report.text)
            match = _OPENS.match(words)
            if match is not None and not _HAPPENED.match(words):
                return self._body(match["body"])
        return None

    def _orderer(self) -> str | None:
        body = [p.span.of(self.report.text) for p in self._sentences()]
        return orderer([*body[:_BEFORE_ORDERS], *body[max(_BEFORE_ORDERS, len(body) - _ENDING) :]], self.packs)

    def _title_lines(self) -> list[str]:
        return [p.span.of(self.report.text) for p in self.report.passages if p.zone is Zone.TITLE]

    def _sentences(self) -> list[Passage]:
        return [p for p in self.report.passages if p.zone is Zone.BODY and not p.heading]

    def _body(self, words: str) -> str | None:
        """Return ``words`` as the proper name of one body, null where they are none."""
        words = words.strip(" .,;:*_-–—")
        if not 3 <= len(words.split()) <= _MAX_WORDS or self.rules.search("body", words) is None:
            return None
        if self.kinds.start(words) is not None or _OCCASION.match(words):
            return None
        if is_capitals(words):
            return in_case_of(self.names.write(words), self.report.text)
        last = words.split()[-1]
        return words[:1].upper() + words[1:] if last[0].isupper() or last.isdigit() else None

    @staticmethod
    def _around(body: list[Passage]) -> Iterable[Passage]:
        return [*body[:_OPENING], *body[max(_OPENING, len(body) - _ENDING) :]]

    def _clause(self, before: str) -> str | None:
        """Return the name that the last clause of ``before`` is, null where it is none."""
        clause = _LEADING.sub("", _CLAUSE.split(before)[-1].strip())
        if not clause[:1].isupper():
            return self._body(clause)
        if not 1 < len(clause.split()) <= _MAX_WORDS or _OCCASION.match(clause) or _ACTS.search(clause):
            return None
        return clause if self.rules.search("body", clause) else None
