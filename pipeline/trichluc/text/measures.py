"""Measures: numbers with their units, as ranges, ratios, amounts of money and signed changes.

The grammar reads one form after the other at each number: sign, number, words for thousands and millions
(``2 tỷ 350 triệu``), a second end (``10 - 12%``, ``từ 500.000 đến 900.000 đồng``), a whole (``62/66 giải pháp``),
unit and what it is for (``đồng/người/tháng``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trichluc.text.measure import FRACTION, SHARED, VAGUE, Amount, Measure, times, whole_count
from trichluc.text.measures_units import FoundUnit, Kind, Units
from trichluc.text.numerals import DECIMAL_POINT, NUMBER, Habit, comma_thousands, next_number, read_number

_SCALE = r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ|trăm|chục|nghin|nghỉn|triêu)"  # the last ones are slips
_NOT_SCALE = r"(?!\w| (?:lệ|trọng|giá|suất|số|phú|thí)(?!\w))"  # tỷ lệ, tỷ trọng … are nouns
_SCALES = re.compile(rf" ?{_SCALE}(?: {_SCALE})*{_NOT_SCALE}")
_SCALE_VALUES = {"chục": 1e1, "trăm": 1e2, "nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}
_SCALE_VALUES |= {"nghin": 1e3, "nghỉn": 1e3, "triêu": 1e6}
_REST = re.compile(rf" (\d{{1,3}})(?!\d|[.,]\d)(?: ({_SCALE}){_NOT_SCALE})?")
_DASH = r" ?[-\u2010-\u2015\u2212] ?"
_TO = re.compile(rf"(?:{_DASH}| (?:đến|tới)(?: dưới| hết| khoảng)? )(?=\d)")
_OF = re.compile(r" ?/ ?(?=\d)")
_VAGUE = re.compile(rf"(?<!\w)(?:hàng|cả) ({_SCALE}(?: {_SCALE})*){_NOT_SCALE}")
_SIGN = re.compile("[-+\u2010-\u2015\u2212]")
_MINUS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
# 02 (hai) bằng khen: the number said again in words
_IN_WORDS = re.compile(
    r" \((?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|trăm|nghìn|linh|lẻ|không)"
    r"(?: (?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|trăm|nghìn|linh|lẻ|không)){0,6}\)(?= \w)"
)
_NEAR = 12  # characters before a ratio in which its percentage may stand
_ROUNDED = 0.6  # of a percentage that may have been rounded to a whole one
_SHARE_AFTER = re.compile(
    r"(?:(?P<bracket> ?\() ?|,? (?:đạt|chiếm|bằng|=|tỷ lệ|đạt tỷ lệ|chiếm tỷ lệ|tương đương) )"
    r"(?P<share>\d{1,3}(?:[.,]\d+)?) ?%\)?",
    re.IGNORECASE,
)
_SHARE_BEFORE = re.compile(r"(?<![\d.,])(?P<share>\d{1,3}(?:[.,]\d+)?) ?%(?P<bracket> ?\()$")
_PLANNED = re.compile(r" ?\(?(?:kh|dt|kế hoạch|dự toán|chỉ tiêu)(?!\w)")
_SOME = re.compile(r" (?:số|tổng số) (?=\w)")
_MILLION, _BILLION = 1e6, 1e9
# what only money is: "2,3 tỷ vốn ưu đãi"; and what else is counted in milliards
_OF_MONEY = re.compile(r" (?:vốn|tiền|kinh phí|dư nợ|nợ|quỹ|ngân sách)(?!\w)")
_NOT_MONEY = re.compile(r" (?:dân|người|lượt|con|cây|cổ|trang|giao|tin|bản|thiết|liều)(?!\w)")
_LABEL_ENDS = re.compile(r" ?(?:[,;.):\x01]|$)| (?:và|với|đến|lên|xuống|tới) ")
# what stands before a ratio without unit, and before a stroke that is none
_COUNTED = re.compile(
    r"(?:(?<!\w)(?:đạt|được|vượt|là|chiếm|thành|quyết|nhận|duyệt|xong|có|lý|thu|trực tiếp)"
    r"|(?:chỉ tiêu|kế hoạch|đạt|vượt) ?\() ?$"
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:số|ngày|đến|từ|lúc|đường|ngõ|hẻm|lô|thửa|điều|áp|"
    r"mẫu|biểu|tờ|mã|nhà|phòng|luật|định|tư|thị|năm|trước|sau)\s*$"
)
_REACH = 160  # characters before a ratio without unit in which its whole is counted
_LIKE_YEAR = range(1900, 2100)


def find_measures(text: str, folded: str, units: Units, habit: Habit | None = None) -> Iterator[Measure]:
    """Yield the measures of ``text`` in order.

    Args:
        text: a passage; places that are not to be read may be blotted out with characters that are no letters, digits,
            blanks or strokes.
        folded: the same after :func:`trichluc.text.measures_units.fold`.
        units: that the packs know.
        habit: how the document writes numbers.
    """
    reader = _Reader(text, folded, units, habit or Habit())
    at = 0
    for phrase in _VAGUE.finditer(folded) if "hàng " in folded or "cả " in folded else ():
        if (measure := reader.vague(phrase)) is not None:
            yield measure
    while (match := next_number(text, at)) is not None:
        measure = reader.measure(match.start())
        if measure is not None:
            yield measure
        at = max(measure.end if measure else 0, match.end(), reader.read_to)


class _Reader:
    """Reads the measures of one passage."""

    def __init__(self, text: str, folded: str, units: Units, habit: Habit) -> None:
        self.text, self.folded, self.units, self.habit = text, folded, units, habit
        self.read_to = 0  # what stands before this offset has been read, even where it was no measure (30/4)

    def vague(self, match: re.Match[str]) -> Measure | None:
        """Read ``hàng chục tỷ đồng``, ``cả trăm lượt hộ``: an amount without a number."""
        unit = self.units.read(self.folded, match.end())
        money = "tỷ" in match[1] or "tỉ" in match[1]
        if unit is None or not unit.known or unit.kind is Kind.TIME:
            if not money or unit is not None:
                return None
            unit = FoundUnit(match.end(), "VND", Kind.MONEY)
        return Measure(
            match.start(), unit.end, match.end(), None, unit=unit.printed(self.text), kind=unit.kind, flags=(VAGUE,)
        )

    def measure(self, at: int) -> Measure | None:
        """Read the measure whose first digit stands at ``at``."""
        first = self.amount(at)
        if first is None:
            return None
        unit = self.unit(first)
        measure = self._range(first, unit) or self._ratio(first, unit)
        if measure is None and self.read_to <= at:
            measure = self._single(first, unit)
        return self._signed(measure) if measure else None

    def amount(self, at: int) -> Amount | None:
        """Read a number with its multiplying words: ``1,2 triệu``, ``12 nghìn 500``, ``2 tỷ 350 triệu``."""
        match = NUMBER.match(self.text, at)
        read = read_number(match[0], self.habit) if match else None
        if match is None or read is None:
            return None
        value, flags = read
        end, scale = match.end(), 1.0
        if words := _SCALES.match(self.folded, end):
            scale = _product(words[0])
            value, end = times(value, scale), words.end()
            smaller = scale
            while (rest := _REST.match(self.folded, end)) and scale >= 1e3:
                step = _SCALE_VALUES[rest[2]] if rest[2] else smaller / 1000
                if rest[2] and step > smaller and scale < _MILLION and len(rest[1]) == len("120"):
                    value, end, scale = (value + float(rest[1])) * step, rest.end(), step  # 1 nghìn 120 tỷ
                    break
                if step >= smaller or (rest[2] is None and len(rest[1]) < 3):
                    break
                value, end, smaller = value + float(rest[1]) * step, rest.end(), step
                if rest[2] is None:
                    break
            value = round(value, 6)
        return Amount(match.start(), end, value, match[0], scale, flags)

    def unit(self, amount: Amount) -> FoundUnit | None:
        """Read the unit after ``amount``; a thing that is glued to the digits is a unit only where it is known."""
        end = amount.end
        if amount.scale >= _MILLION and _OF_MONEY.match(self.folded, end):
            return FoundUnit(end, "VND", Kind.MONEY)
        again = _IN_WORDS.match(self.folded, end)
        found = self.units.read(self.folded, again.end() if again else end)
        if amount.scale < _BILLION or (found is not None and found.known) or _NOT_MONEY.match(self.folded, end):
            return found
        return found if _LABEL_ENDS.match(self.folded, end) else FoundUnit(end, "VND", Kind.MONEY)

    def _glued(self, amount: Amount, unit: FoundUnit | None) -> bool:
        """Tell whether letters follow the digits that are no unit: ``5S``, ``1A``, ``90x90``."""
        end = amount.end
        return (unit is None or unit.end == end) and self.text[end : end + 1].isalnum()

    def _range(self, first: Amount, unit: FoundUnit | None) -> Measure | None:
        """Read ``10 - 12%``, ``0,03%-1,87%``, ``từ 500.000 đến 900.000 đồng``."""
        joint = _TO.match(self.folded, unit.end if unit and unit.kind is not Kind.COUNT else first.end)
        if joint is None:
            return None
        second = self.amount(joint.end())
        if second is None:
            return None
        second_unit = self.unit(second)
        if second_unit is None and unit is None and second.scale >= _MILLION and first.scale in (1, second.scale):
            return self._scaled_range(first, second)
        if self._glued(second, second_unit) or (second_unit is None and unit is None):
            self.read_to = second.end
            return None
        if unit is not None and unit.kind is not Kind.COUNT and (second_unit is None or second_unit.unit != unit.unit):
            return None
        low, low_flags = self._value(first, second_unit)
        high, high_flags = self._value(second, second_unit)
        if first.scale == 1 and second.scale > 1 and low * second.scale < high:
            low *= second.scale
        if low >= high or second_unit is None:
            return None
        flags = tuple(dict.fromkeys(low_flags + high_flags))
        measure = self._with_unit(first.start, second.end, second_unit, flags)
        low, high = (round(value * second_unit.factor, 6) for value in (low, high))
        scale = second.scale * second_unit.factor
        return measure._replace(minimum=low, maximum=high, scaled=second.scale > 1, scale=scale)

    @staticmethod
    def _scaled_range(first: Amount, second: Amount) -> Measure | None:
        """Read ``3 đến 6 triệu``, which the words around must tell the unit of."""
        low = first.value * (second.scale if first.scale == 1 else 1)
        if low >= second.value:
            return None
        read = Measure(first.start, second.end, second.end, None, flags=first.flags + second.flags)
        return read._replace(minimum=round(low, 6), maximum=second.value, scaled=True, scale=second.scale)

    def _ratio(self, first: Amount, unit: FoundUnit | None) -> Measure | None:
        """Read ``62/66 giải pháp``, ``1/3 số hộ`` and ``12 xã/18 xã``."""
        if unit is not None and unit.known and unit.kind is not Kind.TIME:
            return self._ratio_of_units(first, unit)
        stroke = _OF.match(self.text, first.end)
        if unit is not None or stroke is None or first.scale > 1:
            return None
        second = self.amount(stroke.end())
        if second is None or second.value == 0 or self.text[second.end : second.end + 1] in ("/", "-"):
            return None
        if (share := self._ratio_with_share(first, second)) is not None:
            return share
        some = _SOME.match(self.folded, second.end)
        found = self.units.read(self.folded, some.end() - 1 if some else second.end)
        like_date = first.value <= 31 and second.value <= 12
        if second.scale >= _MILLION and (found is None or not found.known):
            found = FoundUnit(second.end, "VND", Kind.MONEY)  # 36,2/52 tỷ
        if found is None and self._counted_before(first, second, like_date=like_date):
            flags = first.flags + second.flags
            return Measure(first.start, second.end, second.end, first.value, of=second.value, flags=flags)
        if (
            found is None
            or found.kind in (Kind.PERCENT, Kind.TIME)
            or (like_date and (not found.known or first.value > second.value))  # "ngày hội 18/11 tổ chức ở 6 ấp"
        ):
            self.read_to = second.end
            return None
        flags = first.flags + second.flags + ((FRACTION,) if some else ())
        shared = second.scale if first.value * second.scale <= second.value else 1.0  # 36,2/52 tỷ
        value, of = (round(times(x, found.factor), 6) for x in (times(first.value, shared), second.value))
        return self._with_unit(first.start, second.end, found, flags)._replace(value=value, of=of)

    def _counted_before(self, first: Amount, second: Amount, *, like_date: bool) -> bool:
        """Tell whether ``21/64`` without a unit is a ratio: its whole was told before, or its words can say no else."""
        before = self.folded[max(0, first.start - _REACH) : first.start]
        digits = first.printed.isdigit() and second.printed.isdigit() and int(second.value) not in _LIKE_YEAR
        if not digits or not _LABEL_ENDS.match(self.folded, second.end) or _NUMBERED.search(before):
            return False
        if re.search(rf"(?<![\d.,/])0?{int(second.value)}(?![\d/]|[.,]\d)", before):
            return True
        return not like_date and len(second.printed) > 1 and _COUNTED.search(before) is not None

    def _ratio_with_share(self, first: Amount, second: Amount) -> Measure | None:
        """Read ``12/12 (100%) chi bộ`` and ``100% (12/12) chi bộ``: the percentage shows that it is a ratio."""
        after = _SHARE_AFTER.match(self.text, second.end)
        before = _SHARE_BEFORE.search(self.text[max(0, first.start - _NEAR) : first.start])
        share = after if after is not None else before if self.text[second.end : second.end + 1] == ")" else None
        read = read_number(share["share"], self.habit) if share is not None else None
        if share is None or read is None or abs(100 * first.value / second.value - read[0]) > _ROUNDED:
            return None
        at = share.end() if share is after else second.end + 1
        noun = self.units.read(self.folded, at) if share["bracket"] else None
        if noun is None or not noun.known or noun.kind is not Kind.COUNT:
            unit, kind = None, Kind.BARE
        else:
            unit, kind = noun.printed(self.text), Kind.COUNT
        flags = (*first.flags, *second.flags, SHARED)
        end = second.end
        return Measure(first.start, end, end, first.value, of=second.value, unit=unit, kind=kind, flags=flags)

    def _ratio_of_units(self, first: Amount, unit: FoundUnit) -> Measure | None:
        """Read ``12 xã/18 xã``; two things that are counted about a stroke (``1.215 hộ/4.630 người``) are no ratio."""
        stroke = _OF.match(self.text, unit.end)
        second = self.amount(stroke.end()) if stroke is not None else None
        found = self.unit(second) if second is not None else None
        if second is None or found is None or second.value == 0:
            return None
        if found.printed(self.text) != unit.printed(self.text):
            return self._part_of_another(first, unit, second, found)
        if _PLANNED.match(self.folded, found.end):  # "23 lượt/22 lượt KH": a result and its plan
            return None
        value, of = (self._value(amount, its)[0] * its.factor for amount, its in ((first, unit), (second, found)))
        measure = self._with_unit(first.start, second.end, found, first.flags + second.flags)
        return measure._replace(value=round(value, 6), of=round(of, 6))

    def _part_of_another(self, first: Amount, unit: FoundUnit, second: Amount, found: FoundUnit) -> Measure | None:
        """Read ``415 đoàn viên/905 lao động, tỷ lệ 45,9%``: the percentage shows that it is a ratio."""
        after = _SHARE_AFTER.match(self.text, found.end)
        share = read_number(after["share"], self.habit) if after is not None else None
        if share is None or abs(100 * first.value / second.value - share[0]) > _ROUNDED:
            return None
        flags = (*first.flags, *second.flags)
        measure = self._with_unit(first.start, second.end, unit, flags, self._value(first, unit)[0])
        return measure._replace(end=found.end, of=self._value(second, found)[0])

    def _single(self, first: Amount, unit: FoundUnit | None) -> Measure | None:
        if self._glued(first, unit):
            return None
        value, flags = self._value(first, unit)
        scaled = first.scale > 1
        if unit is None or (unit.kind is Kind.COUNT and not unit.known and _OF.match(self.text, first.end)):
            return Measure(first.start, first.end, first.end, value, scaled=scaled, flags=flags, scale=first.scale)
        value = round(value * unit.factor, 6)
        measure = self._with_unit(first.start, first.end, unit, flags, value, scaled)
        return measure._replace(scale=first.scale * unit.factor) if scaled or unit.factor != 1 else measure

    def _with_unit(
        self,
        start: int,
        number_end: int,
        unit: FoundUnit,
        flags: tuple[str, ...],
        value: float | None = None,
        scaled: bool = False,
    ) -> Measure:
        """Return a measure from its first character to the end of ``unit``."""
        return Measure(
            start,
            unit.end,
            number_end,
            value,
            unit=unit.printed(self.text),
            kind=unit.kind,
            known=unit.known,
            scaled=scaled,
            flags=flags,
        )

    def _value(self, amount: Amount, unit: FoundUnit | None) -> tuple[float, tuple[str, ...]]:
        """Return the value; money in đồng has no thousandths, so ``25,000 đồng`` is 25 000."""
        if unit is not None and unit.unit.startswith("VND") and amount.scale == unit.factor == 1:
            thousands = comma_thousands(amount.printed)
            if thousands is not None:
                return thousands, ("comma_groups",)
        if unit is not None and unit.kind is Kind.PERCENT and DECIMAL_POINT not in amount.flags:
            point = re.fullmatch(r"(\d{1,3})\.(\d{3})", amount.printed)
            if point and amount.value > 1000 and self.habit.english:
                return float(amount.printed), (DECIMAL_POINT,)
        if unit is not None and unit.kind is Kind.COUNT and amount.scale == 1:
            return whole_count(amount.printed, amount.value), amount.flags
        return amount.value, amount.flags

    def _signed(self, measure: Measure) -> Measure:
        """Take in the sign of ``(-13 đồng/kg)`` and ``tăng +5%``; the dash of a list item is none."""
        before = measure.start - 1
        if before < 1 or not _SIGN.match(self.text, before) or self.text[before - 1] not in " (\u00a0:":
            return measure
        if measure.value is None or (self.text[before - 1] == " " and self.text[before - 2 : before - 1] in ";.:|"):
            return measure
        minus = self.text[before] in _MINUS
        return measure._replace(
            start=before, value=-measure.value if minus else measure.value, sign="-" if minus else "+"
        )


def _product(words: str) -> float:
    value = 1.0
    for word in words.split():
        value *= _SCALE_VALUES[word]
    return value
