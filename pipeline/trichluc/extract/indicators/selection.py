"""Which numbers of a sentence are indicators, and which units they carry over from their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trichluc.extract.indicators.frames import Frame, frames_of
from trichluc.extract.indicators.rules import RulesWithin
from trichluc.text.measures import Measure, whole_count
from trichluc.text.measures_units import Kind, Units

CARRIED = "unit_carried"  # the unit stands at another number of the same list
SUPPOSED = "unit_supposed"  # a word that the packs do not know was taken for the unit

_YEAR = re.compile(r"(?:19|20)\d{2}")
_PERIOD = re.compile(r" (?:đầu|cuối)(?: năm)?(?!\w)| (?:của )?năm (?:19|20)\d\d| (?:vừa )?qua(?!\w)")
_ROMAN = re.compile(r" [IVXL]+(?!\w)")
_WINDOW = 40  # characters before a number in which an ordinal noun may stand
_ORDINAL_LIMIT = 20
_LEAST_SUM = 100  # a sum of money in đồng is not smaller
_ENDS_LABEL = re.compile(r"\s*(?:[,;.:)(\]…|]|$|và |trong đó|gồm )")
_PLACED = re.compile(r"\s(?:ở|tại|là|thuộc|trong|thuộc về)\s", re.IGNORECASE)
_ANNOUNCES = re.compile(r"(?:gồm|bao gồm|trong đó|cụ thể|như sau|chia ra)\W*(?:có)?\W*$|[:(]\s*$", re.IGNORECASE)
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
_PRICED = re.compile(r"\W*(?:mức |đơn )?(?:giá|cước|học phí|phí)(?!\w)", re.IGNORECASE)
_MONEY = re.compile(
    r"(?<!\w)(?:tỷ|tỉ|tiền|kinh phí|vốn|thu|chi|giá|trị giá|giá trị|nợ|dư nợ|ngân sách|doanh thu|lợi nhuận|lương|"
    r"thuế|quỹ|đầu tư|lãi|lỗ)(?!\w)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"^(?:các|những|mọi|toàn bộ)\s", re.IGNORECASE)
_AMOUNT_OF = re.compile(r"^(?:trong đó|tổng số|tổng|số lượng|số|có)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Announced:
    """What a sentence or a lead-in before has announced a list of: ``Toàn huyện có 45 xã. Trong đó, A: 12, B: 33``."""

    unit: str
    kind: Kind
    name: str  # of the number that the list breaks up
    labelled: bool = True  # each item has a label before its number


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a sentence that is an indicator; offsets of measure and frame are into the sentence's text."""

    measure: Measure
    frame: Frame
    flags: tuple[str, ...] = ()


def select(
    text: str,
    folded: str,
    measures: Sequence[Measure],
    units: Units,
    rules: RulesWithin,
    announced: Announced | None = None,
) -> list[Number]:
    """Return the indicators among ``measures`` of the sentence ``text``, with the units that belong to them."""
    kept = [m for m in measures if _may_be(text, m, rules)]
    kept = _join_totals(text, kept)
    frames = frames_of(text, kept)
    dropped = _in_names_of_goods(text, kept, frames)
    numbers = [Number(m, f) for i, (m, f) in enumerate(zip(kept, frames, strict=True)) if i not in dropped]
    numbers = _carry(text, folded, numbers, units, announced)
    if len(numbers) == len(kept):
        return numbers
    frames = frames_of(text, [n.measure for n in numbers])  # segments end at indicators only
    return [replace(n, frame=f) for n, f in zip(numbers, frames, strict=True)]


def _may_be(text: str, measure: Measure, rules: RulesWithin) -> bool:
    """Tell whether a number may be an indicator for what stands before it and how it is printed."""
    before = text[max(0, measure.start - _WINDOW) : measure.start]
    if measure.kind is Kind.TIME:
        if _PERIOD.match(text, measure.end) or before.endswith("trong "):
            return False  # "giảm 4% trong 9 tháng đầu năm" is a time, no saving of it
        clause = text[max(0, measure.start - 3 * _WINDOW) : measure.start]
        return any(rule.regex.search(clause) for rule in rules.at("keep_time"))
    if _ROMAN.match(text, measure.end):  # "6 khóa XII" is no count
        return False
    printed = text[measure.start : measure.number_end]
    if (
        not measure.known and text[measure.number_end : measure.end].lstrip()[:1].isupper()
    ):  # part of a name: Windows 11 Pro
        return False
    unnamed = measure.kind is Kind.BARE or (measure.kind is Kind.COUNT and not measure.known)
    if unnamed and not measure.scaled and _YEAR.fullmatch(printed):
        return False
    if measure.kind in (Kind.BARE, Kind.COUNT) and measure.of is None and _ordinal(before, rules):
        small = measure.value is not None and measure.value <= _ORDINAL_LIMIT and not printed.startswith("0")
        named = text[measure.number_end : measure.end].lstrip()[:1].isupper()  # "lớp 5 Trường …", "bước 2 Cuộc …"
        return not (unnamed or (small and (named or (measure.unit or "") in rules.rules.owners)))
    return True


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
                joined[-1] = replace(
                    last, end=measure.end, of=measure.value, unit=unit.unit, kind=unit.kind, known=unit.known
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
            if other.kind in (Kind.MONEY, Kind.PERCENT) or not same_part:
                break
            same_segment = frames[back + 1].segment_start == frames[back].end
            if same_segment or other.kind is Kind.MEASURE or priced:
                dropped.add(back)
            else:
                break
    return dropped


def _carry(text: str, folded: str, numbers: list[Number], units: Units, announced: Announced | None) -> list[Number]:
    """Give numbers without a unit the one that their list or their label has; drop those that have none."""
    found: list[Number] = []
    for index, number in enumerate(numbers):
        measure = number.measure
        if measure.kind is not Kind.BARE:
            flags = (SUPPOSED,) if not measure.known else ()
            found.append(replace(number, flags=flags))
            continue
        ends = _ENDS_LABEL.match(text, measure.end)
        if not ends and not (_PLACED.match(text, measure.end) and _list_head(text, number, found, None)):
            continue
        if _in_a_name(text, number) or text[measure.end : measure.end + 2].lstrip()[:1] == ":":
            continue
        head = _list_head(text, number, found, announced)
        source = _unit_for(text, folded, number, head, numbers[index + 1 :], units)
        if source is None:
            continue
        unit, kind = source
        if kind is Kind.MONEY and not measure.scaled and abs(measure.value or 0) < _LEAST_SUM:
            continue
        measure = replace(measure, unit=unit, kind=kind)
        if kind is Kind.COUNT and not measure.scaled and measure.value is not None and measure.of is None:
            printed = text[measure.start : measure.number_end]
            measure = replace(measure, value=whole_count(printed, measure.value))
        found.append(replace(number, measure=measure, flags=(CARRIED,)))
    return found


def _in_a_name(text: str, number: Number) -> bool:
    """Tell whether a bare number ends a name (``Nhà máy Sao Mai 2``) and is no item of a list."""
    words = text[number.frame.segment_start : number.measure.start].split()
    value = number.measure.value or 0
    capital = len(words) > 1 and words[-1][:1].isupper() and words[-2][:1].isupper()
    return capital and value <= _ORDINAL_LIMIT and not _ANNOUNCES.search(text[: number.frame.part_start][-_WINDOW:])


def _unit_for(
    text: str, folded: str, number: Number, head: tuple[str, Kind] | None, later: list[Number], units: Units
) -> tuple[str, Kind] | None:
    start, amount = _label_start(text, number)
    whole = units.nouns.longest(folded, start) if start < number.measure.start else None
    label_end = start + len(text[start : number.measure.start].rstrip(" :"))
    if whole is not None:
        noun = units.noun(folded, start)
        if noun is not None and (noun.end >= label_end or (amount and noun.known)) and not _PLURAL.match(text[start:]):
            return noun.printed(text), Kind.COUNT  # the label is a counted noun: "chi ủy viên 974"
    if head is not None and not (number.measure.scaled and head[1] is Kind.COUNT):
        return head
    if number.measure.scaled and _MONEY.search(text[max(0, number.measure.start - 2 * _WINDOW) : number.measure.end]):
        return "VND", Kind.MONEY
    for other in later:
        if other.measure.kind is not Kind.BARE:
            between = text[number.measure.end : other.measure.start]
            if ";" in between or "," in between or " và " in between:
                return (other.measure.unit or "", other.measure.kind) if "." not in between else None
            break
    if whole is not None and not _PLURAL.match(text[start:]):
        noun = units.noun(folded, start)
        return (noun.printed(text), Kind.COUNT) if noun else None
    return None


def _label_start(text: str, number: Number) -> tuple[int, bool]:
    """Return where the label of a number begins, after ``tổng số`` and the like, and whether they stood there."""
    start = number.frame.segment_start
    while start < number.measure.start and not text[start].isalnum():
        start += 1
    amount = False
    while match := _AMOUNT_OF.match(text[start : number.measure.start]):
        amount = match[0].lower().startswith(("số", "tổng"))
        start += match.end()
    return start, amount


def _list_head(
    text: str, number: Number, earlier: list[Number], announced: Announced | None
) -> tuple[str, Kind] | None:
    """Return the unit of the number that announces the list in which this one stands, or of the item before it."""
    if not earlier:
        if announced is None or (announced.labelled and not any(map(str.isalpha, text[: number.measure.start]))):
            return None
        return announced.unit, announced.kind
    other = earlier[-1]
    between = text[other.measure.end : number.frame.segment_start]
    if "." in between:
        return None
    listed = CARRIED in other.flags or any(_ANNOUNCES.search(words) for words in _before(text, number, between))
    return (other.measure.unit or "", other.measure.kind) if listed else None


def _before(text: str, number: Number, between: str) -> tuple[str, str, str]:
    """Return the words in which a list that holds ``number`` may be announced."""
    part, segment = number.frame.part_start, number.frame.segment_start
    return between, text[max(0, part - _WINDOW) : part].rstrip(), text[max(0, segment - _WINDOW) : segment]
