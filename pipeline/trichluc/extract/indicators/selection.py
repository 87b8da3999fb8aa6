"""Which numbers of a sentence are indicators, and which units they carry over from their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichluc.extract.indicators.carrying import FROM, ORDINAL_LIMIT, Announced, carry
from trichluc.extract.indicators.counted_again import without_noun
from trichluc.extract.indicators.frames import Frame, Number, frames_of
from trichluc.extract.indicators.rules import RulesWithin
from trichluc.text.measure import Measure
from trichluc.text.measures_units import Kind, Units

_YEAR = re.compile(r"(?:19|20)\d{2}")
_NAMED = re.compile(
    r"[^\W\d_]+ [A-ZĐ][^\W\d_]+ $|(?<!\w)(?:[Ll]uật|[Đđ]iều lệ|[Hh]iến pháp)(?: [^\W\d_]+){1,4} $"
)  # what a year may follow that is part of its name
_PERIOD = re.compile(r" (?:đầu|cuối)(?: năm)?(?!\w)| (?:của )?năm (?:19|20)\d\d| (?:vừa )?qua(?!\w)")
_ROMAN = re.compile(r" [IVXL]+(?!\w)")
_COUNTS = ("có", "gồm", "với", "được", "đạt", "thu", "còn", "trong", "hiện")  # may begin a sentence before a count
_WINDOW = 40  # characters before a number in which an ordinal noun may stand
_OF_TOTAL = re.compile(
    r"^(?P<words>[^,;:.()\d]{0,80}?)(?:\s\(?|^)(?:trên|trong|/)\s*(?:tổng\s+(?:số\s+)?|số\s+)"
    r"(?:là\s+)?(?:(?:trên|hơn|gần|khoảng)\s*)?$",
    re.IGNORECASE,
)
_PER_PERSON_OR_TIME = re.compile(
    r"(?:tháng|năm|ngày(?! đêm| giường)|tuần|quý|người|em|cháu|hộ|học sinh|sinh viên|học viên|lao động|đồng chí|"
    r"hội viên|đoàn viên|đảng viên|suất|cá nhân|tập thể|khẩu|cán bộ|giáo viên|gia đình|trường hợp|năm học|căn|nhà|"
    r"ha)(?!\w)",
    re.IGNORECASE,
)
_AMOUNT_OF_IT = re.compile(
    r"(?<!\w)(?:được|tiêu thụ|xuất khẩu|còn|giảm|tăng|đạt|bán|thu|mua|h[ủu][ỷy]|lượng|tích)"
    r"(?: (?:khoảng|trên|gần|hơn|được|là|bán|mua))* ?$",
    re.IGNORECASE,
)
_PRICED = re.compile(r"\W*(?:mức |đơn )?(?:giá|cước|học phí|phí)(?!\w)", re.IGNORECASE)


def select(
    text: str,
    folded: str,
    said: str,
    measures: Sequence[Measure],
    units: Units,
    rules: RulesWithin,
    announced: Announced | None = None,
) -> list[Number]:
    """Return the indicators among ``measures`` of the sentence ``text``, with the units that belong to them.

    ``said`` is the sentence before anything was blotted out of it.
    """
    measures = without_noun(text, folded, measures, units, announced=announced is not None)
    kept = [_without_verb(text, m) for m in measures if _may_be(text, m, rules)]
    kept = _join_totals(text, kept)
    frames = frames_of(text, kept)
    dropped = _in_names_of_goods(text, kept, frames)
    numbers = [Number(m, f) for i, (m, f) in enumerate(zip(kept, frames, strict=True)) if i not in dropped]
    numbers = carry(text, folded, said, numbers, units, announced)
    if len(numbers) == len(kept):
        return numbers
    frames = frames_of(text, [n.measure for n in numbers])  # segments end at indicators only
    return [n._replace(frame=f) for n, f in zip(numbers, frames, strict=True)]


def _may_be(text: str, measure: Measure, rules: RulesWithin) -> bool:
    """Tell whether a number may be an indicator for what stands before it and how it is printed."""
    before = text[max(0, measure.start - _WINDOW) : measure.start]
    if measure.kind is Kind.TIME:
        if _PERIOD.match(text, measure.end) or before.endswith("trong "):
            return False  # "giảm 4% trong 9 tháng đầu năm" is a time, no saving of it
        clause = text[max(0, measure.start - 3 * _WINDOW) : measure.start]
        after = text[measure.end : measure.end + _WINDOW]
        return any(rule.regex.search(clause) for rule in rules.at("keep_time")) or any(
            rule.regex.search(after) for rule in rules.at("keep_time", "after")
        )
    if _ROMAN.match(text, measure.end):  # "6 khóa XII" is no count
        return False
    printed = text[measure.start : measure.number_end]
    unit = text[measure.number_end : measure.end].lstrip()
    if not measure.known and unit[:1].isupper() and not _abbreviates(unit, before):  # part of a name: Windows 11 Pro
        return False
    unnamed = measure.kind is Kind.BARE or (measure.kind is Kind.COUNT and not measure.known)
    year = not measure.scaled and _YEAR.fullmatch(printed) is not None
    if year and (unnamed or _NAMED.search(before)):  # "Luật Đất đai 2013 quy định"
        return False
    if (
        measure.kind in (Kind.BARE, Kind.COUNT)
        and measure.of is None
        and not measure.scaled
        and _ordinal(before, rules)
    ):
        small = measure.value is not None and measure.value <= ORDINAL_LIMIT and not printed.startswith("0")
        named = text[measure.number_end : measure.end].lstrip()[:1].isupper()  # "lớp 5 Trường …", "bước 2 Cuộc …"
        return not (unnamed or (small and (named or (measure.unit or "") in rules.rules.owners)))
    return True


def _abbreviates(unit: str, before: str) -> bool:
    """Tell whether a thing counted is an abbreviation in capitals (``có 86 CĐCS``) and no part of a name before it."""
    words, letters = before.split(), unit.split(maxsplit=1)[0]
    named = not words or (words[-1][:1].isupper() and words[-1].lower() not in _COUNTS)
    return not named and letters.isalpha() and letters.isupper() and len(letters) > 2


def _without_verb(text: str, measure: Measure) -> Measure:
    """Keep the abbreviation alone of what was taken for a thing counted: ``78 CĐCS xếp``."""
    first, *others = text[measure.number_end : measure.end].split() or [""]
    if measure.known or not others or not (len(first) > 2 and first.isupper() and others[0].islower()):
        return measure
    return measure._replace(end=text.index(first, measure.number_end) + len(first), unit=first.lower())


def _ordinal(before: str, rules: RulesWithin) -> bool:
    return any(rule.regex.search(before) for rule in rules.at("ordinal"))


def _join_totals(text: str, measures: list[Measure]) -> list[Measure]:
    """Make one ratio of ``1.256 … trên tổng số 5.435 đảng viên``."""
    joined: list[Measure] = []
    for measure in measures:
        last = joined[-1] if joined else None
        if last is not None and last.of is None and last.value is not None and measure.value is not None:
            between = _OF_TOTAL.search(text[last.end : measure.start])
            alike = last.kind in (measure.kind, Kind.BARE) and last.kind is not Kind.PERCENT
            if between and alike and measure.of is None:
                unit = last if last.kind is not Kind.BARE else measure
                joined[-1] = last._replace(
                    end=measure.end, of=measure.value, unit=unit.unit, kind=unit.kind, known=unit.known
                )
                continue
        joined.append(measure)
    return joined


def _in_names_of_goods(text: str, measures: Sequence[Measure], frames: Sequence[Frame]) -> set[int]:
    """Return the places of sizes and grades in the names of goods: what stands before a price in its own segment."""
    dropped: set[int] = set()
    for index, measure in enumerate(measures):
        denominator = (measure.unit or "").partition("/")[2]
        if measure.kind is not Kind.MONEY or not denominator or _PER_PERSON_OR_TIME.match(denominator):
            continue
        priced = _PRICED.match(text, frames[index].part_start) is not None
        for back in range(index - 1, -1, -1):
            other = measures[back]
            same_part = (
                frames[back].part_start == frames[index].part_start and frames[back].opening == frames[index].opening
            )
            from_to = other.kind is Kind.BARE and FROM.search(text[max(0, other.start - _WINDOW) : other.start])
            counted = other.kind is Kind.COUNT and (other.unit or "").split()[:1] == denominator.split()[:1]
            if other.kind in (Kind.MONEY, Kind.PERCENT) or not same_part or from_to or counted:
                break  # "312 phần quà trị giá 500.000 đồng/phần"
            same_segment = frames[back + 1].segment_start == frames[back].end
            if _AMOUNT_OF_IT.search(text, max(0, other.start - _WINDOW), other.start):
                break  # "bán được 46,5 tấn với giá 22.000 đồng/kg"
            if same_segment or other.kind is Kind.MEASURE or priced:
                dropped.add(back)
            else:
                break
    return dropped
