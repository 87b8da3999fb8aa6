"""The six tables: the one place where a column is defined (house rule 3).

CSV headers, the SQL schema, the JSON Schema, the Data Package and the docs are made from these classes. A field's
description is what a user reads in all of them. Dates are ISO 8601 as far as they are known (``2022-01``), periods are
EDTF with quarter ``2021-Q2`` and half ``2021-H1`` added, offsets are code points into ``texts/<document id>.txt``, end
exclusive.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field, field_validator

Section = tuple[str, ...]
Flags = tuple[str, ...]


class Encoding(StrEnum):
    """How letters were coded in the source file."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI_WINDOWS = "vni-windows"
    VPS = "vps"
    VISCII = "viscii"
    VIQR = "viqr"
    CP1258 = "cp1258"
    MIXED = "mixed"


class Status(StrEnum):
    """How the reading of a document ended."""

    OK = "ok"
    PARTIAL = "partial"
    FAILED = "failed"


class Form(StrEnum):
    """How a mention names its document."""

    NUMBERED = "numbered"
    SHORT = "short"
    NAMED = "named"


class ResolvedBy(StrEnum):
    """What told which document a mention means."""

    STATED = "stated"  # symbol and date stand in the mention itself
    ANTECEDENT = "antecedent"  # another mention in the same document
    AUTHORITY = "authority"  # exactly one fitting row of the authority file
    NONE = "none"


class Qualifier(StrEnum):
    """How exact a number is meant to be."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


class Role(StrEnum):
    """What a number is in the report."""

    ACTUAL = "actual"
    TARGET = "target"
    BASELINE = "baseline"
    RATE = "rate"
    CHANGE = "change"


class Origin(StrEnum):
    """Where an indicator stands."""

    TEXT = "text"
    TABLE = "table"


class Category(StrEnum):
    """What kind of statement an assessment is."""

    STRENGTH = "strength"
    LIMITATION = "limitation"
    CAUSE = "cause"
    LESSON = "lesson"
    REMEDY = "remedy"
    DIRECTION = "direction"


class Basis(StrEnum):
    """What decided an assessment's category."""

    HEADING = "heading"
    CUE = "cue"
    BOTH = "both"


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Record(BaseModel):
    """What every row of every table has."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_enum_values=False)
    table_name: ClassVar[str] = ""
    letter: ClassVar[str] = ""

    id: str = Field(default="", description="Key of the row")


class Document(Record):
    """A source file that was read, or could not be (``status``)."""

    table_name: ClassVar[str] = "documents"
    letter: ClassVar[str] = ""

    source_name: str = Field(description="File name")
    source_path: str = Field(description="Path relative to the input folder, with /")
    sha256: str = Field(default="", description="SHA-256 of the file's bytes, hex")
    media_type: str = Field(default="", description="Media type as told from the bytes")
    pages: int | None = Field(default=None, description="Number of pages, null where the format has none")
    characters: int = Field(default=0, description="Code points of clean text")
    encoding: Encoding = Field(default=Encoding.UNICODE, description="How letters were coded in the file")
    ocr: float = Field(default=0.0, ge=0, le=1, description="Share of pages read by OCR, 0 to 1")
    quality: float | None = Field(
        default=None, ge=0, le=1, description="Share of valid Vietnamese syllables, 0 to 1; null where not assessed"
    )
    kind: str | None = Field(default=None, description="Kind of document: a code of the type table, or news")
    symbol: str | None = Field(default=None, description="Số, ký hiệu, normalised; number part empty where left blank")
    title: str | None = Field(default=None, description="Title in one line")
    issuer: str | None = Field(default=None, description="Body that made the document")
    parent: str | None = Field(default=None, description="Body above the issuer, as the letterhead names it")
    place: str | None = Field(default=None, description="Place of the date line")
    issued_on: str | None = Field(default=None, description="Date of issue, ISO 8601, as far as it is filled in")
    period: str | None = Field(default=None, description="Time the report covers, EDTF with -Q1..4 and -H1..2")
    signatory: str | None = Field(default=None, description="Name of the person who signs")
    unit_id: str | None = Field(default=None, description="The issuer made canonical: two spellings of one body agree")
    status: Status = Field(default=Status.OK, description="ok, partial or failed")
    fingerprint: str = Field(default="", description="Version of program and rules that made these rows")
    extracted_at: str | None = Field(
        default=None, description="Date of extraction, ISO 8601, from SOURCE_DATE_EPOCH if set"
    )


class Directive(Record):
    """A distinct cited document, over the whole corpus. Its key is symbol and issue date, or a slug for a named one."""

    table_name: ClassVar[str] = "directives"

    symbol: str | None = Field(default=None, description="Symbol, normalised; null for a named document")
    type: str | None = Field(default=None, description="Code of the type: CT, NQ, QĐ, QĐi, KL …")
    issued_on: str | None = Field(default=None, description="Date of issue, ISO 8601")
    issuer: str | None = Field(default=None, description="Issuing body")
    title: str | None = Field(default=None, description="Subject")
    known: bool = Field(default=False, description="Is in the authority file")
    replaced_by: str | None = Field(default=None, description="Symbol (and date) of the document that replaces it")


class Extracted(Record):
    """What every record taken from a document's text has: its words and where they stand."""

    document_id: str = Field(default="", description="Document the record was taken from")
    text: str = Field(description="The words on the page, equal to clean text [start:end]")
    section: Section = Field(default=(), description="Headings above, outermost first, joined with ' › ' in flat files")
    page: int | None = Field(default=None, description="1-based page, null where the format has none")
    start: int = Field(ge=0, description="Offset of the first character in the clean text")
    end: int = Field(ge=0, description="Offset after the last character in the clean text")
    sentence: str = Field(default="", description="The sentence or table row that the record stands in")
    rule: str = Field(default="", description="Name of the rule that fired")
    confidence: float = Field(default=1.0, ge=0, le=1, description="Probability that the record is right")
    flags: Flags = Field(default=(), description="Remarks, joined with ' ' in flat files")

    @field_validator("confidence")
    @classmethod
    def _round(cls, value: float) -> float:
        return round(value, 3)


class Reference(Extracted):
    """A mention of a document that the report cites."""

    table_name: ClassVar[str] = "references"
    letter: ClassVar[str] = "r"

    form: Form = Field(description="numbered, short or named")
    type: str | None = Field(default=None, description="Code of the type: CT, NQ, QĐ, QĐi, KL …")
    symbol: str | None = Field(default=None, description="Symbol, normalised; null for a named document")
    issued_on: str | None = Field(default=None, description="Date that this mention states, ISO 8601")
    issuer: str | None = Field(default=None, description="Issuing body that this mention states")
    title: str | None = Field(default=None, description="Subject that this mention states")
    directive_id: str | None = Field(default=None, description="The document that is meant")
    resolved_by: ResolvedBy = Field(default=ResolvedBy.NONE, description="What told which document is meant")


class Indicator(Extracted):
    """A number that says a result, a target or an amount."""

    table_name: ClassVar[str] = "indicators"
    letter: ClassVar[str] = "i"

    value: float | None = Field(default=None, description="Decimal number; null for a range")
    min: float | None = Field(default=None, description="Lower end of a range")
    max: float | None = Field(default=None, description="Upper end of a range")
    of: float | None = Field(default=None, description="The whole, for a ratio")
    unit: str | None = Field(default=None, description="%, VND, VND/người/tháng, or the unit noun in lower case")
    qualifier: Qualifier = Field(default=Qualifier.EXACT, description="exact, at_least, at_most or about")
    name: str = Field(default="", description="What the number measures, in the report's words")
    role: Role = Field(default=Role.ACTUAL, description="actual, target, baseline, rate or change")
    period: str | None = Field(default=None, description="Time it is for, EDTF with -Q1..4 and -H1..2")
    scope: str | None = Field(default=None, description="Unit or place it is about, where that is not the issuer")
    source: Origin = Field(default=Origin.TEXT, description="text or table")
    table_number: int | None = Field(
        default=None,
        alias="table",
        description="1-based table of the document that holds data, for a cell",
    )
    row: int | None = Field(default=None, description="1-based row in the table, header rows counted")
    column: int | None = Field(default=None, description="1-based column in the table")
    row_label: str | None = Field(default=None, description="Label of the row, with its groups, joined with ' › '")
    column_label: str | None = Field(
        default=None, description="Header of the column, outermost first, joined with ' › '"
    )

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Assessment(Extracted):
    """A statement that judges work done or sets out work to come."""

    table_name: ClassVar[str] = "assessments"
    letter: ClassVar[str] = "a"

    category: Category = Field(description="strength, limitation, cause, lesson, remedy or direction")
    basis: Basis = Field(default=Basis.HEADING, description="What decided the category: heading, cue or both")
    about: str | None = Field(default=None, description="The limitation that a cause or remedy belongs to")


class Problem(Record):
    """Something that a person should look at."""

    table_name: ClassVar[str] = "problems"
    letter: ClassVar[str] = "p"

    document_id: str | None = Field(default=None, description="Document concerned")
    record_id: str | None = Field(default=None, description="Record concerned, where it is one")
    code: str = Field(description="Short name of the kind of problem")
    message: str = Field(description="What, where, and what to do")
    severity: Severity = Field(default=Severity.WARNING, description="error, warning or note")


MODELS: tuple[type[Record], ...] = (Document, Directive, Reference, Indicator, Assessment, Problem)
SECTION_SEPARATOR = " › "

# What Vietnamese readers see: names of the tables, and of the columns (a column of one name means one thing).
SHEET_TITLES: dict[str, str] = {
    "documents": "Tài liệu",
    "directives": "Văn bản được dẫn",
    "references": "Viện dẫn",
    "indicators": "Số liệu",
    "assessments": "Đánh giá",
    "problems": "Cần xem lại",
}
COLUMN_TITLES: dict[str, str] = {
    "id": "Mã",
    "source_name": "Tên tệp",
    "source_path": "Đường dẫn tệp",
    "sha256": "SHA-256",
    "media_type": "Kiểu tệp",
    "pages": "Số trang",
    "characters": "Số ký tự",
    "encoding": "Bảng mã",
    "ocr": "Tỷ lệ trang nhận dạng",
    "quality": "Tỷ lệ âm tiết hợp lệ",
    "kind": "Loại tài liệu",
    "symbol": "Số, ký hiệu",
    "title": "Trích yếu",
    "issuer": "Cơ quan ban hành",
    "parent": "Cơ quan cấp trên",
    "place": "Địa danh",
    "issued_on": "Ngày ban hành",
    "period": "Kỳ",
    "signatory": "Người ký",
    "unit_id": "Mã đơn vị",
    "status": "Tình trạng",
    "fingerprint": "Phiên bản",
    "extracted_at": "Ngày trích",
    "type": "Loại văn bản",
    "known": "Có trong danh mục",
    "replaced_by": "Được thay bằng",
    "document_id": "Mã tài liệu",
    "text": "Nguyên văn",
    "section": "Đề mục",
    "page": "Trang",
    "start": "Từ ký tự",
    "end": "Đến ký tự",
    "sentence": "Câu",
    "rule": "Quy tắc",
    "confidence": "Độ tin cậy",
    "flags": "Ghi chú",
    "form": "Dạng viện dẫn",
    "directive_id": "Mã văn bản",
    "resolved_by": "Xác định nhờ",
    "value": "Giá trị",
    "min": "Từ",
    "max": "Đến",
    "of": "Trên tổng số",
    "unit": "Đơn vị tính",
    "qualifier": "Mức chính xác",
    "name": "Nội dung",
    "role": "Vai trò",
    "scope": "Phạm vi",
    "source": "Nguồn",
    "table": "Bảng",
    "row": "Hàng",
    "column": "Cột",
    "row_label": "Tiêu đề hàng",
    "column_label": "Tiêu đề cột",
    "category": "Loại đánh giá",
    "basis": "Căn cứ",
    "about": "Thuộc hạn chế",
    "record_id": "Mã bản ghi",
    "code": "Mã vấn đề",
    "message": "Nội dung vấn đề",
    "severity": "Mức độ",
}


class DocumentRecords(BaseModel):
    """One line of ``records.jsonl``: a document and all that was found in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: Document
    references: tuple[Reference, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    problems: tuple[Problem, ...] = ()
