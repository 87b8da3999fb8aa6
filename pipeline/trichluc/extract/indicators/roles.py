"""What a number is in its report: result, target, earlier value, rate or change; and how exact it is meant."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from trichluc.extract.indicators.frames import Number, without_brackets
from trichluc.extract.indicators.rules import IndicatorRules, RulesWithin
from trichluc.records import Qualifier, Role
from trichluc.text.measure import VAGUE
from trichluc.text.measures_units import Kind

FALL = "fall"  # a fall printed without a sign: giảm 0,48%
QUOTIENT = "quotient"  # a change told as 100 times the later value over the earlier: bằng 109% so với cùng kỳ
_TASKS = re.compile(r"(?<!\w)(?:nhiệm vụ|kế hoạch|chương trình công tác)(?!\w)", re.IGNORECASE)
_FALLS = re.compile(r"(?<!\w)(?:giảm|thấp hơn|ít hơn|sụt|hạ|hụt)(?!\w)")
_FROM = re.compile(r"(?<!\w)từ(?: (?:mức|chỗ|chỉ|có|khoảng|trên|gần|dưới|hơn))* ?$", re.IGNORECASE)
_ROSE_FROM = re.compile(
    r"(?<!\w)(?:tăng|giảm) (?:lên |xuống )?từ(?: (?:mức|khoảng|trên|gần|dưới|hơn))* ?$", re.IGNORECASE
)
_AT_PRESENT = re.compile(
    r"(?:^|[,;(])\s*(?:(?:tính )?đến nay|hiện nay|hiện|thực tế)(?: (?:đã|có|đạt|mới|là|còn))* ?$", re.IGNORECASE
)
# what came of an aim: "phấn đấu trồng 200 ha, kết quả trồng được 215 ha, đạt 107,5%"
_CAME_OF_IT = re.compile(
    r"[,;:(]\s*(?:(?:kết quả|thực tế)(?: [^\W\d]+)?(?: (?:đã|được|đạt|là)|:)|(?:đã )?thực hiện (?:được |đạt |là )?\d)",
    re.IGNORECASE,
)
# an earlier value, told of before the later one: "…, đến năm 1995 đã tăng lên", "…, nay chỉ còn"
_LATER = re.compile(
    r"(?:(?: năm \d{4})?,?|(?: [^\s,;.:()\d]+){0,6}[,;]) (?:(?:thì|nhưng|và|đến|tới|sang|hết|cuối) )*"
    r"(?:năm \d{4}|năm(?= còn)|nay|hiện nay|hiện|sau (?:\d+|một|hai|ba) (?:năm|tháng|tuần|ngày))"
    r"[ ,](?:(?:đã|chỉ|con số này|con số đó|cũng) )*(?:tăng|giảm|nâng|rút|hạ)? ?(?:lên|xuống|còn|chỉ còn)(?!\w)",
    re.IGNORECASE,
)
# how it was at first: "từ chỗ chỉ có 3 chi bộ với 21 đảng viên, đến nay …"
_AT_FIRST = re.compile(
    r"(?:^|[.;,] )\W*(?:nếu )?(?:từ chỗ|từ một|lúc (?:mới|đầu)|khi mới"
    r"|(?:những ngày|thời gian|ban|buổi|ngày) đầu|ngày mới)"
    r"(?! năm)(?!\w)(?!.*(?:(?<!\w)nay|đến năm|hiện|bây giờ|thì|đã|[,;] năm(?: học)? \d{4})(?!\w))",
    re.IGNORECASE,
)
# a document of several years that begins with how it was: "Đầu năm 2014, trong 90 thợ có 9 thợ hàn"
_AT_THE_START = re.compile(
    r"\W*(?:vào |tại )?(?:thời điểm )?đầu (?:năm|nhiệm kỳ) (?P<year>(?:19|20)\d\d)"
    r"(?!.*(?<!\w)(?:nay|đến năm|hiện)(?!\w))",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(r"\W*(?:vào )?đầu năm học(?!\w)", re.IGNORECASE)  # what a year begins with is its own
_REACHED_BY = re.compile(r"(?<!\w)(?:lên|xuống|còn)(?: [^\W\d]+){0,2} ?$", re.IGNORECASE)  # a later value itself
_QUOTED = re.compile(r"[“\"«][^”\"»]{1,90}[”\"»]")
# the same rise or fall again, as a share: "giảm 5 vụ (tương đương 11,9%)"
# "74%, so với 52% của năm 2001"
_THAN = re.compile(
    r"(?<!\w)(?:so với |(?:thấp|cao|nhiều|ít|lớn|nhỏ) hơn (?=mức |con số ))(?:mức |con số |khoảng |gần |hơn )*$",
    re.IGNORECASE,
)
# the year began with it: "Đầu năm toàn xã có 318 hộ nghèo"
_YEAR_BEGAN = re.compile(
    r"\W*(?:vào )?đầu (?:năm|kỳ|nhiệm kỳ)(?! (?:học|nay|sau|tới))[^\d,;:.()]{0,40} (?:có|còn|là|chiếm) "
    r"(?!.*(?:;|(?<!\w)(?:nay|cuối|hiện|đến|tới|tăng|giảm|đã|qua|đăng ký|kết quả|được|bằng|đạt)(?!\w)))",
    re.IGNORECASE,
)
_SIGNED_UP = re.compile(r" ?(?:[^\W\d]+ ){0,3}(?:đăng ký|tham gia|dự)(?!\w)", re.IGNORECASE)
_OF_A_TIME = re.compile(
    r" ?(?:\()?(?:của |ở |hồi |vào |trong )?(?:thời điểm )?"
    r"(?:năm|quý|tháng|cùng kỳ|đầu (?:năm|kỳ|nhiệm kỳ)|vụ) ?[\dIVXt]",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(
    r"[\s,]*(?:và |đến |sang )?(?:năm|quý|tháng|giai đoạn) [\dIVX/–-]+(?: \d{4})?(?: là| đạt|:)?(?: trên| khoảng)? ",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"\s*=\s*|[\s,(]*(?:tức(?: là)?|tương (?:đương|ứng)(?: với)?|hay)(?: (?:là|khoảng|gần|hơn|trên|tăng|giảm))* ",
    re.IGNORECASE,
)
_AS_A_SHARE = re.compile(
    r"\W*\(\s*(?:(?:tương đương|tương ứng|bằng|hay|khoảng|~|=|tăng|giảm)(?: với)?(?: tăng| giảm)? ?)?$", re.IGNORECASE
)
_PARTS_OF_IT = re.compile(
    r"[^\S\n]*[,(:]? ?(?:bao )?gồm(?: có)?:? (?!.*(?<!\w)(?:đã|đạt|thực hiện|vượt)(?!\w))[^;.\d]{2,60}", re.IGNORECASE
)
_NEXT_PART = re.compile(r"[,;] (?!.*(?<!\w)(?:đã|đạt|thực hiện|vượt)(?!\w))[^;.:\d]{2,40}", re.IGNORECASE)
_JOINED = re.compile(r"[\s,;]*(?:(?:và|hoặc) )?(?:khoảng |trên |gần |hơn )?")
_CASUALTIES = re.compile(r"(?: chết| bị thương| mất tích| tử vong)?[\s,]*(?:và )?")
_TAIL = 6  # words of a number that may stand before the number that goes on with it
_OWN_YEAR = re.compile(r"(?:19|20)\d\d")
_TO = re.compile(r"[^,;:]{0,60}?(?<!\w)(?:(?<!trở )lên|(?<!trở )xuống|còn|(?<!hoàn )thành|nay)(?!\w)", re.IGNORECASE)
# what may stand between the verb of a change and a count: "giảm được khoảng 5 hộ"
_NEXT_TO = re.compile(
    r"(?:\s+(?:được|thêm|bớt|khoảng|hơn|trên|gần|ít nhất|từ|bình quân|tới|đến|nhẹ|mạnh|thêm được))*[\s(]*",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?<!\w)(?:đã(?! [^\W\d]+(?: [^\W\d]+)?, )|(?:thời gian|năm|vừa) qua)(?!\w)[^.;]{0,120}$", re.IGNORECASE
)  # in a plan, what has been done is told with đã
_BEYOND = re.compile(r"(?<!\w)vượt(?: mức| kế hoạch| chỉ tiêu)?[\s(:]*$", re.IGNORECASE)  # vượt 108%: the whole rate
_LEVEL_OF = re.compile(
    r"(?<!\w)(?:mức|ngưỡng|mốc|trần|sàn|yêu cầu) (?:tối thiểu |tối đa |trên |dưới |không quá )?$", re.IGNORECASE
)
_AT_MOST = re.compile(r"(?<!\w)(?:không quá|tối đa|chậm nhất|trong vòng)(?: là)? $", re.IGNORECASE)
_SINCE = re.compile(r" (?:làm việc )?kể từ(?!\w)", re.IGNORECASE)
_SURPASSED = re.compile(
    r"(?<!\w)(?:vượt|đạt|hoàn thành|so với)(?: mức)? (?:chỉ tiêu|kế hoạch|nghị quyết)[^,;:()\d]{0,20} ?\($",
    re.IGNORECASE,
)
_RULED = re.compile(
    r" (?:(?:theo |mà )?(?:quy định|cho phép|khống chế|bắt buộc|đề ra|được giao|đặt ra|yêu cầu)"
    r"|(?:mà )?(?:tỉnh|huyện|trung ương|cấp trên|nghị quyết|quốc hội|chính phủ|đại hội|hội đồng nhân dân|hđnd|bộ)"
    r" (?:giao|đề ra|quy định|yêu cầu|cho phép))(?!\w)",
    re.IGNORECASE,
)
_LABEL = 40  # characters before a number that a colon may part from it
_REACH = 200  # characters before a number in which a verb can belong to it


class Judged(NamedTuple):
    """Role, with the rule that gave it, and remarks."""

    role: Role
    rule: str
    flags: tuple[str, ...] = ()


def role_of(
    text: str, number: Number, previous_end: int, planned: bool, rules: RulesWithin, year: int | None = None
) -> Judged:
    """Judge the role of ``number`` in the sentence ``text``.

    Args:
        text: the sentence.
        number: with offsets into it.
        previous_end: where the number before it ends, 0 for none.
        planned: it stands in a section or paragraph on things to come.
        rules: those that can match in the sentence.
        year: from which on values are the document's own, and no earlier ones.
    """
    frame, measure = number.frame, number.measure
    near = text[max(frame.part_start, previous_end, frame.start - _REACH) : frame.start]
    if frame.lead and not near.strip():  # "KH: 50 ha"
        near = text[max(previous_end, frame.start - _LABEL) : frame.start]
    outer = inner = ""
    if frame.opening is not None:
        floor = max(previous_end if previous_end <= frame.opening else 0, frame.opening - _REACH)
        outer = without_brackets(text[floor : frame.opening])
        inner = text[frame.opening : frame.start]
    deadline = measure.kind is Kind.TIME and _AT_MOST.search(near) and _SINCE.match(text, frame.end)
    if deadline or _norm_between(near, text[frame.end :]):
        return Judged(Role.TARGET, "norm-between")
    apart = measure.kind is not Kind.PERCENT and measure.of is None and not outer
    if apart and (by := next((r for r in rules.at("role", "apart") if r.regex.search(near)), None)) is not None:
        return Judged(Role.CHANGE, by.id, (FALL,) if _FALLS.search(near.lower()) else ())
    stated = _asked_or_earlier(text, number, near, outer + inner, rules, year)
    if stated is not None:
        return stated
    change = _change(near, outer, number, rules)
    later = _LATER.match(text, frame.end) if change is None and not _REACHED_BY.search(near) else None
    if later is not None and not _SCHOOL_YEAR.match(text[: frame.start]):
        return Judged(Role.BASELINE, "later-follows")
    present = _AT_PRESENT.search(near) is not None  # what there is, beside what is aimed at
    sentence = text[max(0, frame.start - 2 * _REACH) : frame.start]
    for rule in rules.at("role", "sentence"):
        aim = rule.regex.search(sentence) if rule.role == "target" and not present else None
        if aim is not None and not _CAME_OF_IT.search(text, frame.start - len(sentence) + aim.end(), frame.start + 1):
            return Judged(Role.TARGET, rule.id)
    if planned and not _DONE.search(sentence):
        return Judged(Role.TARGET, "plan-section")
    if change is not None and measure.kind is Kind.PERCENT and (measure.value or 0) >= 100 and _BEYOND.search(near):
        return Judged(Role.RATE, "beyond")
    if change is not None:
        fall = _FALLS.search(near.lower() or outer.lower()) is not None
        return Judged(Role.CHANGE, change, (FALL,) if fall and not measure.sign else ())
    if measure.kind is Kind.PERCENT:
        return _rate(text, number, near, rules) or Judged(Role.ACTUAL, "actual")
    return Judged(Role.ACTUAL, "actual")


def _norm_between(before: str, after: str) -> bool:
    """Tell whether a number is a norm by the words on both sides: ``vượt mức 15% quy định``."""
    return _LEVEL_OF.search(before) is not None and _RULED.match(after) is not None


def _asked_or_earlier(
    text: str, number: Number, near: str, around: str, rules: RulesWithin, year: int | None
) -> Judged | None:
    """Judge a number that is said to be a plan's or an earlier one by the words next to it, null where it is not."""
    frame, measure = number.frame, number.measure
    surpassed = measure.of is not None and _SURPASSED.search(around) is not None  # "vượt chỉ tiêu (42/35)"
    for rule in rules.at("role", "before") if not measure.sign and not surpassed else ():
        if rule.role in ("baseline", "target"):
            match = rule.regex.search(near) or (rule.regex.search(around) if around else None)
            if match is not None and not (rule.role == "baseline" and _of_this_year(match[0], year)):
                return Judged(Role(rule.role), rule.id)
    if measure.kind is not Kind.PERCENT and measure.of is None and not measure.sign:
        after = text[frame.end : frame.end + 40]
        for rule in rules.at("role", "after"):
            if rule.role == "target" and rule.regex.search(after):
                return Judged(Role.TARGET, rule.id)
    if measure.kind is not Kind.PERCENT and _AT_FIRST.search(text[max(0, frame.start - _REACH) : frame.start]):
        return Judged(Role.BASELINE, "at-first")
    start = _AT_THE_START.match(text[: frame.start])
    if start is not None and year is not None and int(start["year"]) < year:
        return Judged(Role.BASELINE, "at-the-start")
    if _YEAR_BEGAN.match(text[: frame.start]) is not None and not _SIGNED_UP.match(text, frame.end):
        return Judged(Role.BASELINE, "year-began")
    if _THAN.search(near) and _OF_A_TIME.match(text, frame.end):
        return Judged(Role.BASELINE, "compared-with-then")
    if (_FROM.search(near) and _TO.match(text, frame.end)) or (measure.value is not None and _ROSE_FROM.search(near)):
        return Judged(Role.BASELINE, "from-to")
    return None


def _of_this_year(words: str, year: int | None) -> bool:
    """Tell whether ``(9 tháng năm 2024 là`` names the document's own year or a later one, by its last year."""
    years = _OWN_YEAR.findall(words)
    return bool(years) and year is not None and int(years[-1]) >= year and "(" in words


def goes_on(text: str, last: Number, number: Number, role: Role, *, listed: bool = False) -> Role | None:
    """Return the role of the number before where ``number`` only goes on with it, else null.

    ``giảm 2% về lượng và 4% về giá trị``; ``gấp 2 lần A, 3 lần B``; ``(năm 2023 là 5%; 7% và 9%)``;
    ``chỉ tiêu năm 2016 là 78%, năm 2017 là 82%``; ``giảm 5 vụ (11,9%)``; ``giảm 3 vụ, 2 người chết``;
    ``tăng 3% (tương đương 56 đồng/kWh)``; ``kế hoạch giao 64 tỷ đồng, gồm: vốn đầu tư 41 tỷ đồng``.

    Args:
        text: the sentence.
        last: the number before.
        number: the number.
        role: of the number before.
        listed: that one is itself a part of a plan.
    """
    kind, same_unit = number.measure.kind, last.measure.unit == number.measure.unit
    between = text[last.measure.end : number.measure.start]
    if kind is Kind.PERCENT and role is Role.CHANGE and _AS_A_SHARE.fullmatch(between):
        return role
    if role is Role.CHANGE and kind is not last.measure.kind and _THAT_IS.fullmatch(between):
        return role
    if last.measure.kind is not kind or last.frame.opening != number.frame.opening:
        return None
    if role is Role.BASELINE and number.frame.opening is not None and _JOINED.fullmatch(between):
        return role  # "(cùng kỳ 118 cuộc, 3.975 lượt người)"
    if same_unit and role is Role.TARGET and (_NEXT_PART if listed else _PARTS_OF_IT).fullmatch(between):
        return role  # "kế hoạch vốn giao 64 tỷ đồng, gồm: vốn đầu tư 41 tỷ đồng"
    if same_unit and role is Role.TARGET and _NEXT_YEAR.fullmatch(between):
        return role
    if same_unit and _JOINED.fullmatch(between):
        return role
    words = between.split()
    joined = bool(words) and words[-1].lower() in ("và", ",") and len(words) <= _TAIL
    if same_unit and (kind is Kind.PERCENT or number.measure.unit == "lần") and joined:
        return role
    if same_unit and number.measure.unit == "lần" and between.rstrip().endswith(",") and len(words) <= _TAIL:
        return role
    if kind is Kind.COUNT and role is Role.CHANGE and _CASUALTIES.fullmatch(between):
        return role
    return None


def _change(near: str, outer: str, number: Number, rules: RulesWithin) -> str | None:
    """Return the rule by which the number is a rise or fall, null where it is none: the last verb before it decides."""
    measure = number.measure
    if measure.sign:
        return "signed"
    if measure.of is not None and _BEYOND.search(near):
        return None  # "vượt 12/16 chỉ tiêu": so many were surpassed
    if measure.unit == "lần" and _TIMES.search(near):
        return "times"
    words = near if near.strip(" (") else outer
    if "“" in words or '"' in words:
        words = _QUOTED.sub(" ", words)  # a rise or fall in a name: mô hình "1 phải, 5 giảm"
    if measure.kind is Kind.PERCENT:
        for rule in rules.at("role", "part"):
            if rule.role == "change" and rule.regex.search(words):
                return rule.id
    outside = not near.strip(" (")  # "thấp hơn bình quân của tỉnh (71%)" is no fall by that
    last, name, changes = -1, None, False
    for rule in rules.at("role", "before"):
        if rule.role not in ("change", "level"):
            continue
        for match in rule.regex.finditer(words):
            far = (outside or measure.kind is Kind.COUNT) and not _NEXT_TO.fullmatch(words, match.end())
            if match.end() > last and not (far and rule.role == "change"):
                last, name, changes = match.end(), rule.id, rule.role == "change"
    return name if changes else None


_TIMES = re.compile(r"(?<!\w)(?:gấp|tăng|giảm|cao|hơn)(?!\w)[^,;]{0,30}$", re.IGNORECASE)
_NO_WORDS = re.compile(r"^[ (,]*$|(?:,| và) $")  # "bằng 52% dự toán huyện giao, 49% nghị quyết"
_REACHED = re.compile(
    r"(?<!\w)(?:đạt|bằng|hoàn thành|vượt|thực hiện|được|tới|loại [^\d,;]{1,30})\W*"
    r"(?:khoảng |trên |gần |hơn |xấp xỉ )?$",
    re.IGNORECASE,
)


def _rate(text: str, number: Number, near: str, rules: RulesWithin) -> Judged | None:
    """Judge whether a percentage is a result divided by its target (``đạt 105% kế hoạch``), or by an earlier one.

    The latter (``bằng 109% so với cùng kỳ``) is a change, told as a quotient: 109 means a rise of nine.
    """
    after = text[number.frame.end : number.frame.end + 80]
    for rule in rules.at("role", "after"):
        match = rule.regex.search(after) if rule.role in ("rate", "change") else None
        reached = _REACHED.search(near) or "so" in match[0].split() or _NO_WORDS.search(near) if match else False
        if match and reached:
            return Judged(Role.RATE, rule.id) if rule.role == "rate" else Judged(Role.CHANGE, rule.id, (QUOTIENT,))
    part = text[max(number.frame.part_start, number.frame.start - _REACH) : number.frame.start]
    for rule in rules.at("role", "part"):
        if rule.role == "rate" and rule.regex.search(part):
            return Judged(Role.RATE, rule.id)
    return None


def tells_what_was_done(before: str) -> bool:
    """Tell whether the words before a number tell it as done: ``đã``."""
    return _DONE.search(before) is not None


def qualifier_of(text: str, number: Number, rules: RulesWithin) -> Qualifier:
    """Tell how exact the number is meant to be from the words next to it."""
    frame = number.frame
    if VAGUE in number.measure.flags:
        return Qualifier.ABOUT
    before, after = text[max(0, frame.start - 40) : frame.start], text[frame.end : frame.end + 60]
    clause = text[frame.segment_start : frame.start]
    for where, words in (("before", before), ("after", after), ("clause", clause)):
        for rule in rules.at("qualifier", where):  # type: ignore[arg-type]
            if rule.qualifier is not None and rule.regex.search(words):
                return rule.qualifier
    return Qualifier.EXACT


def planned_by_headings(section: tuple[str, ...], rules: IndicatorRules) -> bool | None:
    """Tell whether the innermost telling heading speaks of plans (true) or of results (false); null for neither."""
    for place in range(len(section) - 1, -1, -1):
        planned = _planned(section[place], rules)
        if planned and _planned(_TASKS.sub("", section[place]), rules) is None:  # "Gắn với nhiệm vụ sản xuất"
            planned = not any(_planned(outer, rules) is False for outer in section[:place])
        if planned is not None:
            return planned
    return None


@lru_cache(maxsize=1024)
def _planned(heading: str, rules: IndicatorRules) -> bool | None:
    found = [rule.role for rule in rules.within(heading).at("role", "heading") if rule.regex.search(heading)]
    if "actual" in found:
        return False
    return True if "target" in found else None
