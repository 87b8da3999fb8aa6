"""Words at the edges of a name: what is cut off, where it ends, and how words are put together."""

from __future__ import annotations

import re

BLANKS = re.compile(r"\s+")
EDGES = " ,;:.–-…|*+\"“”'()[]\x01/≥≤<>~="
COMPARES = re.compile(
    r"^(?:(?:so với|so|cùng kỳ|thấp hơn|cao hơn|nhiều hơn|ít hơn)(?!\w)"
    r"|(?:theo |trong khi |vượt |vượt xa |vượt quá |quá |hoàn thành |dưới |trên )?(?:mức )?"
    r"(?:kế hoạch|dự toán|kh|dt|mục tiêu|chỉ tiêu|nghị quyết|quy định|định mức|khuyến cáo|yêu cầu)"
    r"(?: (?:cả|năm|giao|đề|ra|được|tỉnh|huyện|đặt|đến|yêu cầu|hằng|hàng|nhiệm kỳ|vốn|của|chỉ|nghị quyết|đại hội|hđnd"
    r"|[\d/–-]+))*$)",
    re.IGNORECASE,
)
BECAUSE = re.compile(
    r"^(?:do|vì|bởi|nhờ)\s(?:.{0,120}?\snên\s|(?:\S+\s){1,5}?(?=(?:chỉ|mới|vẫn)(?: |$)))", re.IGNORECASE
)
# no verb or hedge ends here
UPWARDS = re.compile(
    r"(?<!\w)(?:trở (?:lên|xuống)|chuyên cần|nhu cầu|mặt bằng|văn bằng|công bằng|đồng bằng|cân bằng"
    r"|(?:làm|xây|xây dựng|trồng|đóng|cấp|mua|sắm|nông thôn|đổi|kiểu|viên|tình hình|thời kỳ) mới)$",
    re.IGNORECASE,
)
UPWARDS_LENGTH = len(" xây dựng mới")
PREPOSITION = re.compile(
    r"^(?:đối với|cho(?! rằng| biết| thấy| là)|tại|ở|trong|thuộc|của|từ|để|so với|về|theo|do|vào|trên|bằng|giữa|đến|"
    r"kể từ|dưới|khi|nhằm)\s",
    re.IGNORECASE,
)
NO_TAIL = re.compile(
    r"^(?:(?:so với|so|và|hoặc|còn|thì|mà|nhưng|trong đó|trở lên|trở xuống|trong năm|"
    r"(?:đầu|giữa|cuối) (?:năm|kỳ|quý|tháng)|cùng kỳ|kế hoạch|dự toán|nghị quyết"
    r"|chỉ tiêu|kh|dt|do|với|theo)(?!\w)|năm \d|số \d|/|\W*$)",
    re.IGNORECASE,
)
TIME_FIRST = re.compile(
    r"^(?:(?:trong|(?:thì )?đến|vào|từ|tính đến|hết|đến hết|sang|bước sang)\s+)?(?:đầu |cuối |giữa )?"
    r"(?:năm học|năm|tháng|quý|giai đoạn|nhiệm kỳ|ngày|(?:\d+|mười(?: một)?|hai|ba|bốn|sáu|bảy|tám|chín) tháng"
    r"(?: đầu| cuối)?(?: năm)?|\d+ năm)"
    r"(?=[\s\d]|$)[\s\d/,.–-]*(?:[IVX]+(?!\w)[\s/]*)?(?:năm [\d–-]+|qua|nay|[IVX]+/\d+)?[\s,:]*"
    r"|^(?:(?:tính |kể )?(?:đến|từ)(?: hết)? )\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])[\s,:]*"
    r"|^theo (?:số liệu|thống kê|báo cáo|kết quả|đánh giá)[^,]{0,80},\s*",
    re.IGNORECASE,
)
TIME_LAST = re.compile(
    r"(?<=\w )(?:trong |của |đến |tính đến )?(?:hết |cuối |đầu )?(?:ngày )?"
    r"(?:\d{1,2}/\d{1,2}|quý [IVX\d]+|tháng \d{1,2}|\d{1,2} tháng(?: đầu năm)?|năm)(?:[ /]*(?:năm )?\d{4})?$"
    r"(?<!cả năm)(?<!mỗi năm)(?<!hằng năm)(?<!hàng năm)(?<!trong năm)(?<!đầu năm)(?<!cuối năm)",
    re.IGNORECASE,
)
BUT = re.compile(r"(?<!\w)(?:nhưng|song|trong khi(?: đó)?)(?!\w)", re.IGNORECASE)
_WITH = re.compile(r"(?<!\w)(?:vì|do|với số|với|như|là ở|có|bởi)\s", re.IGNORECASE)
# words that the name of a body or place begins with
BODIES = (
    "đảng bộ|chi bộ|trung tâm|đơn vị|nhà trường|trường|công ty|cơ quan|chi cục|sở|phòng|ban|hội|đoàn|"
    "huyện|xã|tỉnh|phường|thị trấn|thành phố|thôn|xóm|ấp|bản|khu phố|tổ dân phố|hợp tác xã|bệnh viện|trạm|ngành"
)
# who has what is counted: "Trung tâm có 05 phòng" are rooms
BODY = re.compile(
    rf"(?:toàn |cả )?(?:{BODIES})"
    r"(?: (?:thành phố|huyện|xã|tỉnh|phường|cơ sở|nhà trường|(?-i:[A-ZĐ])[^\s,;.()]*)){0,5}",
    re.IGNORECASE,
)


def since_but(words: str) -> str:
    """Return what is said after ``nhưng`` or ``trong khi``, where another subject may begin."""
    turns = list(BUT.finditer(words))
    return words[turns[-1].end() :] if turns and words[turns[-1].end() :].strip() else words


def since_with(words: str) -> str:
    """Return the last thing that is spoken of: after ``vì``, ``với số``, ``ở``."""
    turns = list(_WITH.finditer(words))
    return words[turns[-1].end() :] if turns and len(words[turns[-1].end() :].split()) > 1 else words


def closing(text: str, part_end: int) -> int:
    """Return the offset after the bracket that closes at ``part_end``."""
    return part_end + 1 if text[part_end : part_end + 1] in (")", "]") else len(text)


def clause(text: str) -> str:
    """Return ``text`` up to the next comma, semicolon or bracket; empty where one comes first."""
    return re.split(r"[;:()]|[,.](?!\d)", text, maxsplit=1)[0]


def stripped(words: str) -> str:
    """Return ``words`` without blanks and marks at their ends."""
    return words.strip(EDGES)


def first_words(words: str, count: int) -> str:
    """Return the first ``count`` words."""
    return stripped(" ".join(words.split()[:count]))


def last_words(words: str, count: int) -> str:
    """Return the last ``count`` words."""
    return stripped(" ".join(words.split()[-count:]))


def join(*parts: str) -> str:
    """Return the parts that are not empty in one line."""
    return BLANKS.sub(" ", " ".join(part for part in parts if part)).strip()
