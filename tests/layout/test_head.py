"""Letterhead, title, signature: who made the document, under which number, where and when."""

from __future__ import annotations

import pytest

from trichluc.extract.document import describe
from trichluc.layout import lay_out
from trichluc.packs import load_packs
from trichluc.parsers.text import parse_text

BODY = (
    "Thực hiện chương trình công tác năm, đơn vị báo cáo kết quả như sau:\n"
    "I. KẾT QUẢ\nĐơn vị đã tổ chức học tập nghị quyết cho toàn thể cán bộ, đảng viên trong năm qua.\n"
    "II. PHƯƠNG HƯỚNG\nTiếp tục nâng cao chất lượng sinh hoạt, gắn học tập với công việc được giao.\n"
)
FOOT = "\tNơi nhận:\n\tT/M ĐẢNG ỦY\n\n\t- Huyện ủy;\n\tBÍ THƯ\n\n\t- Lưu.\n\tTrần Văn Bảy\n"


def described(head: str, foot: str = ""):
    packs = load_packs()
    return describe(lay_out(parse_text(head + "\n" + BODY + foot), packs), packs)


PARTY = (
    "ĐẢNG BỘ HUYỆN TÂN AN\tĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ HÒA ĐÔNG\n*\tHòa Đông, ngày 15 tháng 6 năm 2021\n"
    "Số: 15-BC/ĐU\n\nBÁO CÁO\nKết quả học tập và làm theo Bác\n6 tháng đầu năm 2021\n-----\n"
)
STATE = (
    "ỦY BAN NHÂN DÂN\nXÃ HÒA ĐÔNG\n\nSố: /BC-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n\nHòa Đông, ngày     tháng 12 năm 2022\n\nBÁO CÁO\n"
    "Tình hình kinh tế - xã hội năm 2022\n"
)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (PARTY, {"kind": "BC", "symbol": "15-BC/ĐU", "issuer": "Đảng ủy xã Hòa Đông", "parent": "Đảng bộ huyện Tân An",
                 "place": "Hòa Đông", "issued_on": "2021-06-15", "period": "2021-H1",
                 "title": "Kết quả học tập và làm theo Bác 6 tháng đầu năm 2021"}),
        (STATE, {"kind": "BC", "symbol": "/BC-UBND", "issuer": "Ủy ban nhân dân xã Hòa Đông", "place": "Hòa Đông",
                 "issued_on": "2022-12", "period": "2022", "title": "Tình hình kinh tế - xã hội năm 2022"}),
        (STATE.replace("BÁO CÁO", "KẾ HOẠCH").replace("BC", "KH"), {"kind": "KH", "symbol": "/KH-UBND"}),
        ("BÁO CÁO THAM LUẬN\nKinh nghiệm phát triển đảng viên trẻ\n", {"kind": "BC", "symbol": None}),
    ],
)  # fmt: skip
def test_letterheads(head, expected) -> None:
    document = described(head)
    assert {name: getattr(document, name) for name in expected} == expected


def test_the_name_under_the_signature_is_the_signatory() -> None:
    assert described(PARTY, FOOT).signatory == "Trần Văn Bảy"


def test_a_number_in_the_text_is_not_the_documents_own() -> None:
    packs = load_packs()
    text = "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị"
    document = describe(lay_out(parse_text(text), packs), packs)
    assert (document.symbol, document.kind) == (None, None)
