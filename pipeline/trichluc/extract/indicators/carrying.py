"""The units of numbers that stand without one: what their list, their label or the number that they go on with has."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from trichluc.extract.indicators.counted_again import counted_again, whole_of_ratio
from trichluc.extract.indicators.frames import Number
from trichluc.text.measure import SHARED, Measure, whole_count
from trichluc.text.measures_units import Kind, Units

CARRIED = "unit_carried"  # the unit stands at another number of the same list
SUPPOSED = "unit_supposed"  # a word that the packs do not know was taken for the unit
ORDINAL_LIMIT = 20

_WINDOW = 40  # characters before a number in which its list may be announced
_NEAR = 8  # words between two values of one index
_LISTED = 4  # words between two sums of one list
_LEAST_SUM = 100  # a sum of money in đồng is not smaller
_ENDS_LABEL = re.compile(r"\s*(?:[,;.:)(\]…|\x01]|$|và |với |trong đó|gồm |lên |xuống )")
_PLACED = re.compile(r"\s(?:ở|tại|là|thuộc|trong|thuộc về|của|làm việc)\s", re.IGNORECASE)
_ANNOUNCES = re.compile(r"(?:gồm|bao gồm|trong đó|cụ thể|như sau|chia ra)\W*(?:có)?\W*$|[:(]\s*$", re.IGNORECASE)
_OPENS_LIST = re.compile(
    r"[\s,;]*(?:trong (?:số )?đó|bao gồm|gồm|cụ thể)(?: có)?(?= [^\W\d])|\s+[–—-]\s+(?=[^\W\d])", re.IGNORECASE
)
_MONEY = re.compile(
    r"(?<!\w)(?:tỷ|tỉ|tiền|kinh phí|vốn|thu|chi|giá|trị giá|giá trị|nợ|dư nợ|ngân sách|doanh thu|lợi nhuận|lương|"
    r"thuế|quỹ|đầu tư|lãi|lỗ|vay|tặng|hỗ trợ|trợ cấp|thưởng|mua|bán|nộp)(?!\w)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"^(?:các|những|mọi|toàn bộ)\s", re.IGNORECASE)
_AMOUNT_OF = re.compile(
    r"^(?:(?:qua đó )?(?:nâng|đưa) )?(?:trong đó|tổng số|tổng|số lượng|con số(?: này| đó)?|số|có)\s+", re.IGNORECASE
)
# "từ 6,2 lên 9,8 triệu đồng/ha": the first end has the unit of the second
FROM = re.compile(r"(?<!\w)từ (?:mức |chỗ |khoảng |trên |gần |dưới |hơn )*$", re.IGNORECASE)
_FROM_TO = re.compile(r"[^,;:]{0,30}?(?<!\w)(?:lên|xuống|còn|thành|đến|tới)(?!\w)[^,;:]{0,20}$", re.IGNORECASE)
# what begins another group of the same numbers: "năm 1995 tương ứng là" (the year is blotted out), "cùng kỳ là"
_OF_WHAT = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|số|có)(?: (?:số|các|lượng))? (?=[^\W\d])(?!.*(?:tỷ lệ|tỉ lệ) )", re.IGNORECASE
)
_AGE = re.compile(r"(?<!\w)tuổi(?!\w)", re.IGNORECASE)  # what was blotted out is no time: "từ 31 - 45 tuổi 98 người"
_RATED = re.compile(
    r"(?<!\w)(?:bằng|đạt|chiếm|tỷ lệ|vượt|tương ứng|tương đương)(?!\w)", re.IGNORECASE
)  # giao 35, đạt 35, bằng 100%
_NEXT_GROUP = re.compile(
    r"^[\s,;(]*(?:(?:và|còn|đến|sang|trong|thì) )*"
    r"(?:(?:(?:\d{1,2}|ba|sáu|chín) tháng(?: đầu| cuối)?(?: năm)? ?)?\x01[\x01 ]*"
    r"|cùng kỳ(?: năm trước)?|năm (?:trước|ngoái))"
    r"(?:\s*(?:thì|đã|chỉ|còn|có|tương ứng|lần lượt|tăng|giảm|đạt|là|lên|xuống|tới|đến|trên|khoảng|gần|hơn"
    r"|con số (?:này|đó)))*[\s:(]*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[\s,]*(?:(?:và|với|;) ?)?(?:khoảng |trên |gần |hơn )?", re.IGNORECASE)
# casualties are people, also where the report does not say so: "chết 06, bị thương 08"
_PEOPLE = re.compile(
    r"(?<!\w)(?:chết|tử vong|bị thương|mất tích|bị nạn|tử nạn)(?: (?:là|khoảng|gần|trên))?[\s:]*$",
    re.IGNORECASE,
)
# what is measured without a unit
_INDEX = re.compile(
    r"(?<!\w)(?:chỉ số(?! thành phần)|hệ số|(?:độ |chỉ số )?ph(?! \w*[a-zđ])|tỷ số|tỉ số|hdi|icor|gini|pci|pmi"
    r"|(?:tỷ|tỉ) lệ [^\W\d]+(?: [^\W\d]+)? ?/ ?[^\W\d]+(?: [^\W\d]+)?)(?!\w)[^;]{0,120}$",
    re.IGNORECASE,
)
# whose unit is in its name: "điểm bình quân 7,1", "tuổi bình quân 41,5"
_MEAN = re.compile(
    r"(?<!\w)(?:điểm|(?P<age>tuổi)(?: đời| nghề)?)(?: [^\W\d]+){0,2} (?:trung bình|bình quân|tb|bq)(?!\w)"
    r"[^;:.\d]{0,60}$|(?<!\w)điểm (?:thi )?(?:các )?môn [^,;:.\d]{0,30}$",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?<!\w)(?:là|đạt|bằng|từ|lên|xuống|còn|mức|không quá|dưới|trên|khoảng|hơn|gần|đến|tới|vượt)[\s(]*$|[:(,] ?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Announced:
    """What a sentence or a lead-in before has announced a list of: ``Toàn huyện có 45 xã. Trong đó, A: 12, B: 33``."""

    unit: str
    kind: Kind
    name: str  # of the number that the list breaks up
    labelled: bool = True  # each item has a label before its number
    value: float | None = None  # of that number


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit to carry over, with what its own number was multiplied by, and the value of that number."""

    unit: str | None
    kind: Kind
    scale: float = 1.0
    value: float | None = None
    like: int | None = None
    listed: bool = True

    @classmethod
    def of(cls, other: Number, like: int | None = None) -> _Unit:
        """Return the unit of ``other``."""
        measure = other.measure
        value = measure.value if measure.value is not None else measure.maximum
        return cls(measure.unit, measure.kind, measure.scale, value, like)

    def may_count(self, measure: Measure) -> bool:
        """Tell whether ``3 triệu`` can be so many of what is counted here, and no money: a part of it, or alike."""
        most = measure.value if measure.value is not None else measure.maximum
        part = self.value is not None and (most or 0) <= self.value
        return self.kind is not Kind.COUNT or self.scale > 1 or part


def carry(
    text: str, folded: str, said: str, numbers: Sequence[Number], units: Units, announced: Announced | None
) -> list[Number]:
    """Give numbers without a unit the one that their list or their label has; drop those that have none.

    Args:
        text: the sentence, dates and what else is no number blotted out.
        folded: the same, folded.
        said: the sentence as it stands.
        numbers: with offsets into the sentence.
        units: that the packs know.
        announced: the list that a sentence before announced.
    """
    return _Carrier(text, folded, said, numbers, units, announced).numbers()


class _Carrier:
    """Goes over the numbers of a sentence once, from left to right."""

    def __init__(
        self,
        text: str,
        folded: str,
        said: str,
        numbers: Sequence[Number],
        units: Units,
        announced: Announced | None,
    ) -> None:
        self.text, self.folded, self.said = text, folded, said
        self.all, self.units, self.announced = numbers, units, announced
        self.found: list[Number] = []
        self.group = 0  # where in ``found`` the numbers of the present group begin
        self.model: list[int] = []  # the numbers that those of the present group say again, by place in ``found``

    def numbers(self) -> list[Number]:
        """Return the numbers that have a unit, those that got one included."""
        for index, number in enumerate(self.all):
            measure = number.measure
            self._open_group(index)
            if measure.kind is not Kind.BARE:
                flags = (SUPPOSED,) if not measure.known else ()
                self.found.append(number._replace(flags=flags, like=self._like(index)))
            elif (source := self._source(index)) is not None and (full := _given(self.text, number, source)):
                self.found.append(full)
        return self.found

    def _open_group(self, index: int) -> None:
        """Begin another group of numbers where a time says so: ``; năm 1995 tương ứng là``."""
        frame = self.all[index].frame
        before = self.text[frame.segment_start : frame.start]
        if not self.found or not _NEXT_GROUP.match(before) or _AGE.search(self.said[frame.segment_start : frame.start]):
            return
        if len(self.found) > self.group:
            self.model = list(range(self.group, len(self.found)))
        self.group = len(self.found)

    def _source(self, index: int) -> _Unit | None:
        """Return the unit for number ``index``, which has none; null where nothing gives it one."""
        number, text = self.all[index], self.text
        measure = number.measure
        if (again := self._said_again(index)) is not None:
            return again
        if (second := self._second_end(index)) is not None:
            return second
        if SHARED in measure.flags:
            return self._whole_of(number)
        if measure.of is not None:
            noun = whole_of_ratio(text, self.folded, number, self.found, self.units)
            return _Unit(noun, Kind.COUNT, listed=False) if noun is not None else None
        if (last := counted_again(text, self.folded, number, self.found, self.units)) is not None:
            return replace(_Unit.of(last), listed=not _ENDS_LABEL.match(text, measure.end))
        before = text[number.frame.segment_start : measure.start]
        if _PEOPLE.search(before) and _ENDS_LABEL.match(text, measure.end):
            return _Unit("người", Kind.COUNT)
        listed = self._list_head(index)
        placed = _PLACED.match(text, measure.end) is not None
        if not _ENDS_LABEL.match(text, measure.end) and not (placed and listed):
            return None
        if _in_a_name(text, number) or text[measure.end : measure.end + 2].lstrip()[:1] == ":":
            return None
        return self._index_number(index) or self._unit_for(index, listed)

    def _whole_of(self, number: Number) -> _Unit:
        """Return the unit of a ratio that a percentage confirms: ``tỷ lệ chi bộ hoàn thành đạt 100% (12/12)``."""
        subject = _OF_WHAT.search(
            self.text, number.frame.part_start if number.frame.opening is None else 0, number.frame.start
        )
        noun = self.units.noun(self.folded, subject.end()) if subject is not None else None
        return _Unit(noun.printed(self.text) if noun is not None and noun.known else None, Kind.COUNT, listed=False)

    def _said_again(self, index: int) -> _Unit | None:
        """Return the unit of the number that number ``index``, which has none, says again for another time."""
        like = self._like(index)
        return _Unit.of(self.found[like], like) if like is not None else None

    def _like(self, index: int) -> int | None:
        """Return the place of the number that number ``index`` says again for another time, null for none."""
        place = len(self.found) - self.group
        if place >= len(self.model):
            return None
        number = self.all[index]
        frame = number.frame
        own = place == 0 or _GOES_ON.fullmatch(self.text[frame.segment_start : frame.start]) is not None
        if not own or not _ENDS_LABEL.match(self.text, number.measure.end) or not self._fits(number, place):
            return None
        if place == 0 and len(self.model) > 1 and not self._as_many(index):
            return None
        model = self.model[place]
        first = self.found[model].like
        return model if first is None else first

    def _fits(self, number: Number, place: int) -> bool:
        """Tell whether ``number`` has no unit, or that of the number at ``place`` of the model."""
        measure, model = number.measure, self.found[self.model[place]].measure
        return measure.kind is Kind.BARE or (measure.kind is model.kind and measure.unit == model.unit)

    def _as_many(self, index: int) -> bool:
        """Tell whether as many numbers like those of the model follow each other from ``index`` on."""
        group = self.all[index : index + len(self.model)]
        return len(group) == len(self.model) and all(
            self._fits(later, place)
            and _GOES_ON.fullmatch(self.text[earlier.measure.end : later.measure.start]) is not None
            for place, (earlier, later) in enumerate(pairwise(group), start=1)
        )

    def _second_end(self, index: int) -> _Unit | None:
        """Return the unit of the second end of ``từ 6,2 lên 9,8 triệu đồng/ha``."""
        number = self.all[index]
        near = self.text[max(0, number.frame.start - 20) : number.frame.start]
        if index + 1 >= len(self.all) or not FROM.search(near):
            return None
        other = self.all[index + 1]
        between = self.text[number.measure.end : other.measure.start]
        if other.measure.kind is Kind.BARE or not _FROM_TO.match(between):
            return None
        return replace(_Unit.of(other), listed=False)

    def _unit_for(self, index: int, head: _Unit | None) -> _Unit | None:
        number, text, folded, units = self.all[index], self.text, self.folded, self.units
        start, amount = _label_start(text, number)
        whole = units.nouns.longest(folded, start) if start < number.measure.start else None
        label_end = start + len(text[start : number.measure.start].rstrip(" :"))
        scaled = number.measure.scaled
        money_list = head is not None and head.kind is Kind.MONEY and not amount
        if whole is not None and not scaled and not money_list:
            noun = units.noun(folded, start)
            if (
                noun is not None
                and (noun.end >= label_end or (amount and noun.known))
                and not _PLURAL.match(text[start:])
            ):
                return _Unit(noun.printed(text), Kind.COUNT)  # the label is a counted noun: "chi ủy viên 974"
        if head is not None and (not scaled or head.may_count(number.measure)):
            return head
        if scaled and (
            _MONEY.search(text[max(0, number.measure.start - 2 * _WINDOW) : number.measure.end])
            or any(one.measure.kind is Kind.MONEY and one.measure.scaled for one in self.found)
        ):
            return _Unit("VND", Kind.MONEY, listed=False)
        if (later := self._later_unit(index)) is not None:
            return later
        if whole is not None and not _PLURAL.match(text[start:]) and not scaled:
            noun = units.noun(folded, start)
            return _Unit(noun.printed(text), Kind.COUNT) if noun else None
        return None

    def _later_unit(self, index: int) -> _Unit | None:
        """Return the unit of the next number that has one, where both stand in one list: ``12, 14 và 18 hộ``."""
        number = self.all[index]
        for other in self.all[index + 1 :]:
            if other.measure.kind is not Kind.BARE:
                between = self.text[number.measure.end : other.measure.start]
                joined = ";" in between or "," in between or " và " in between
                rated = other.measure.kind is Kind.PERCENT and _RATED.search(between) is not None
                # "xã A làm 7, xã B 5, tổng vốn 2 tỷ đồng": another thing, and no list
                apart = other.measure.kind is Kind.MONEY and len(between.split()) > _LISTED
                return _Unit.of(other) if joined and "." not in between and not rated and not apart else None
        return None

    def _list_head(self, index: int) -> _Unit | None:
        """Return the unit of the number that announces the list of number ``index``, or of the item before it."""
        number, text, announced = self.all[index], self.text, self.announced
        opening = number.frame.opening
        # what stands in brackets of its own is no item: "nữ 98 (52,7%), nam 88 (47,3%)"
        earlier = [other for other in self.found if other.frame.opening in (None, opening)]
        if not earlier:
            if announced is None or (announced.labelled and not any(map(str.isalpha, text[: number.measure.start]))):
                return None
            return _Unit(announced.unit, announced.kind, value=announced.value)
        other = earlier[-1]
        between = text[other.measure.end : number.frame.segment_start]
        if "." in between.replace("...", ""):
            return None
        listed = (
            (CARRIED in other.flags and other.listed)
            or _OPENS_LIST.match(text, number.frame.segment_start, number.frame.start) is not None
            or any(_ANNOUNCES.search(words) for words in _before(text, number, between))
        )
        goes_on = number.measure.scaled and other.measure.scaled and ";" not in between
        return replace(_Unit.of(other), listed=listed) if listed or goes_on else None

    def _index_number(self, index: int) -> _Unit | None:
        """Tell whether a number is an index, which has no unit: ``chỉ số phát triển con người là 0,728``."""
        number, text, last = self.all[index], self.text, self.found[-1] if self.found else None
        frame = number.frame
        since = text[last.measure.end if last else 0 : frame.start]
        if last is not None and last.measure.kind is Kind.BARE and ";" not in since:
            broken = number.measure.value is not None and not number.measure.value.is_integer()
            return _Unit(None, Kind.BARE) if broken and len(since.split()) <= _NEAR else None
        words = text[: frame.start] if frame.lead else since[-(frame.start - frame.part_start) :]
        if (mean := _MEAN.search(words)) is not None:
            return _Unit("tuổi", Kind.TIME) if mean["age"] else _Unit("điểm", Kind.COUNT)
        return _Unit(None, Kind.BARE) if _INDEX.search(words) and _LEVEL.search(words) else None


def _given(text: str, number: Number, source: _Unit) -> Number | None:
    """Return ``number`` with the unit of ``source``; null where it is no amount of that."""
    measure = number.measure
    factor = _scale(measure, source)
    if factor != 1 and measure.value is not None:
        measure = measure._replace(value=round(measure.value * factor, 6), scaled=True, scale=factor)
    if source.kind is Kind.MONEY and not measure.scaled and abs(measure.value or 0) < _LEAST_SUM:
        return None
    measure = measure._replace(unit=source.unit, kind=source.kind)
    if source.kind is Kind.COUNT and not measure.scaled and measure.value is not None and measure.of is None:
        printed = text[measure.start : measure.number_end]
        measure = measure._replace(value=whole_count(printed, measure.value))
    flags = (CARRIED,) if source.kind is not Kind.BARE else ()
    return number._replace(measure=measure, flags=flags, like=source.like, listed=source.listed)


def _scale(measure: Measure, source: _Unit) -> float:
    """Return what an unscaled number is to be multiplied by: what makes it an amount like the other's.

    ``1.146 triệu, trong đó xã 802`` is 802 million; ``2 nghìn người, trong đó 300 nữ`` is 300. A count of whole things
    has the scale of another only where it is a broken number.
    """
    if measure.scaled or source.scale == 1 or not source.value or not measure.value:
        return 1.0
    if source.kind is Kind.COUNT and measure.value == int(measure.value):
        return 1.0
    plain, scaled = (abs(math.log10(abs(measure.value * by / source.value))) for by in (1.0, source.scale))
    return source.scale if scaled < plain else 1.0


def _in_a_name(text: str, number: Number) -> bool:
    """Tell whether a bare number ends a name (``Nhà máy Sao Mai 2``) and is no item of a list."""
    words = text[number.frame.segment_start : number.measure.start].split()
    value = number.measure.value or 0
    capital = len(words) > 1 and words[-1][:1].isupper() and words[-2][:1].isupper()
    return capital and value <= ORDINAL_LIMIT and not _ANNOUNCES.search(text[: number.frame.part_start][-_WINDOW:])


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


def _before(text: str, number: Number, between: str) -> tuple[str, str, str]:
    """Return the words in which a list that holds ``number`` may be announced."""
    part, segment = number.frame.part_start, number.frame.segment_start
    return between, text[max(0, part - _WINDOW) : part].rstrip(), text[max(0, segment - _WINDOW) : segment]
