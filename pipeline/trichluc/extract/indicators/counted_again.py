"""Numbers that count again what a number before has counted, and leave its noun out.

``320 học viên chính quy, 90 tại chức``; ``24 giải (01 Nhất, 6 Nhì)``; ``biên chế 24 người; 18 có bằng đại học``;
``9 hộ vi phạm, phải cưỡng chế 02``; ``64 nhân viên (hợp đồng 21/64)``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trichluc.extract.indicators.frames import Number
from trichluc.text.measure import Measure
from trichluc.text.measures_units import Kind, Units

_SAID_OF = re.compile(
    r" (?:có|là|đạt|được|đã|bị|chưa|không|từ|thuộc|do|đi|về|đang|phải|hoàn thành|xếp loại)(?!\w)", re.IGNORECASE
)
_BEGINS = re.compile(
    r"(?:.*(?<!\w)(?:và|thì có|có (?:đến|tới)|mới có|chỉ có)"
    r"|\W*(?:(?:trong (?:số )?đó|nay|hiện|chỉ|mới)(?: có| chỉ)?)?) *$",
    re.IGNORECASE,
)
_DONE_TO = re.compile(
    r"\W*(?:(?:trong đó|và|nay|mới|hiện) )?(?:(?:có|số) )?"
    r"(?:đã|còn(?: lại)?|chưa|được|bị|phải|không|xong|cùng kỳ|hoàn thành|xếp loại|giải quyết|thiếu|thừa)(?!\w)"
    r"(?!.*(?:lên|xuống|thêm|tăng|giảm))",
    re.IGNORECASE,
)
_ENDS = re.compile(r" ?(?:[,;.:)(]|$| và | so với )")
_PLAN = re.compile(
    r"[\s,;(]*(?:theo )?(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết|kh|dt)"
    r"(?: (?:giao|năm|được giao|đề ra|là))*:? *$",
    re.IGNORECASE,
)
# what it came to more or less, and what it was at the same time of the year before
_CHANGED = re.compile(r"\W*(?:và )?(?:tăng|giảm|nhiều hơn|ít hơn|cao hơn|thấp hơn)(?: thêm| được)? $", re.IGNORECASE)
_THEN = re.compile(r"(?<!\w)(?:cùng kỳ|năm trước|năm ngoái) \(\W*$", re.IGNORECASE)
_OF_A_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết)[^,;()]{0,25} \(\W*$", re.IGNORECASE)
# another place: "thị xã 612 người, kế đến là Mai Châu 438"
_ELSEWHERE = re.compile(
    r"\W*(?:(?:(?:kế|tiếp) (?:đến|theo)|sau đó|và)(?: là)? )?(?:(?:xã|phường|huyện|thị xã|thị trấn|thành phố|tỉnh) )?"
    r"(?P<name>(?:[^\W\d_]+ ){2,4})",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"[\s,;(]*(?:trong (?:số )?đó,? (?:có )?)?(?:trên đại học|sau đại học|tiến s[ĩỹ]|thạc s[ĩỹ]|"
    r"cử nhân|đại học|cao đẳng|trung cấp|sơ cấp)[ :]*",
    re.IGNORECASE,
)
_REACHED = re.compile(r"(?<!\w)(?:vượt|đạt|hoàn thành|so với|được|là)(?!\w)[^,;:.]*$", re.IGNORECASE)
_MEDALS = ("huy chương", "hc", "giải")
_NEAR = 60  # characters before a number
_FEW = 100  # medals are not more


def without_noun(
    text: str, folded: str, measures: Sequence[Measure], units: Units, *, announced: bool
) -> list[Measure]:
    """Return ``measures``; a number with no noun but a quality of what was counted before has no unit as yet."""
    found: list[Measure] = []
    counted = "" if not announced else "?"
    for measure in measures:
        word = units.qualities.longest(folded, measure.number_end + 1)
        medals = measure.kind is Kind.MONEY and not measure.scaled and (measure.value or _FEW) < _FEW
        if word is not None and counted and (_plain(measure) or (medals and counted.startswith(_MEDALS))):
            end = measure.number_end
            found.append(measure._replace(kind=Kind.BARE, unit=None, known=True, end=end))
            continue
        if measure.kind is Kind.COUNT and measure.known:
            counted = measure.unit or ""
        found.append(measure)
    return found


def _plain(measure: Measure) -> bool:
    return measure.kind is Kind.BARE or (measure.kind is Kind.COUNT and not measure.known)


def counted_again(text: str, folded: str, number: Number, found: Sequence[Number], units: Units) -> Number | None:
    """Return the number before that has counted what ``number`` counts without a noun, null where none has."""
    measure, frame = number.measure, number.frame
    counts = [one for one in found if one.measure.kind is Kind.COUNT and one.frame.opening in (None, frame.opening)]
    label = text[frame.segment_start : frame.start]
    near = text[max(0, frame.start - _NEAR) : frame.start]
    if found and _PLAN.fullmatch(label) and _ENDS.match(text, measure.end):
        return found[-1] if found[-1].measure.kind in (Kind.COUNT, Kind.MEASURE) else None  # "30 ha (kế hoạch 25)"
    if found and measure.kind is Kind.BARE and _OF_A_PLAN.search(near):
        return next((one for one in reversed(found) if one.measure.kind in (Kind.COUNT, Kind.MEASURE)), None)
    if not counts or measure.value is None or not measure.value.is_integer() or measure.scaled:
        return None
    last = counts[-1]
    changed = _CHANGED.fullmatch(label) and _ENDS.match(text, measure.end)
    if measure.kind is Kind.BARE and (changed or _THEN.search(near)):
        return last
    if "." in text[last.measure.end : measure.start].replace("...", ""):
        return None
    if units.qualities.longest(folded, measure.number_end + 1) is not None:
        return last
    alike = (one.measure for one in counts if one.measure.unit == last.measure.unit)
    if measure.value > max((one.of or one.value or 0 for one in alike), default=0):
        return None
    if _BEGINS.fullmatch(label) and _SAID_OF.match(text, measure.end):
        return last
    left_out = _DEGREE.fullmatch(label) or _DONE_TO.match(label) or _names_a_place(label)
    return last if left_out and _ENDS.match(text, measure.end) else None


def _names_a_place(label: str) -> bool:
    place = _ELSEWHERE.fullmatch(label)
    return place is not None and all(word[0].isupper() for word in place["name"].split())


def whole_of_ratio(text: str, folded: str, number: Number, found: Sequence[Number], units: Units) -> str | None:
    """Return what ``21/64`` without a noun counts: its whole was counted before, or its label names it."""
    measure, frame = number.measure, number.frame
    for one in reversed(found):
        if one.measure.kind is Kind.COUNT and measure.of in (one.measure.value, one.measure.of):
            return one.measure.unit
    start = frame.part_start if frame.opening is None else 0
    words = text[start : frame.start].rstrip(" (")
    reached = _REACHED.search(words)
    end = start + (reached.start() if reached is not None and reached.start() else len(words))
    at, last = start, None
    while at < end:
        noun = units.nouns.longest(folded, at)
        if noun is not None and noun <= end:
            last, at = folded[at:noun], noun
        blank = folded.find(" ", at, end)
        if blank < 0:
            break
        at = blank + 1
    return last
