"""What a numbered or short mention is: its extent, kind, symbol, date, body and subject. One line, one case."""

import pytest

from reference_cases import cited_in
from trichluc import extract
from trichluc.layout.model import Zone
from trichluc.records import Form, Reference


def told(reference: Reference) -> tuple[str, str | None, str | None, str | None, str | None]:
    return (reference.text, reference.type, reference.symbol, reference.issued_on, reference.issuer)


@pytest.mark.parametrize(
    ("line", "text", "kind", "symbol", "date", "issuer"),
    [
        # date and body after the symbol, in either order, with and without commas
        (
            "Theo Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, chi bộ đã họp.",
            "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
            "CT",
            "05-CT/TW",
            "2016-05-15",
            "Bộ Chính trị",
        ),
        (
            "Theo Chỉ thị 05-CT/TW, ngày 15 tháng 5 năm 2016, của Bộ Chính trị khóa XII",
            "Chỉ thị 05-CT/TW, ngày 15 tháng 5 năm 2016, của Bộ Chính trị",
            "CT",
            "05-CT/TW",
            "2016-05-15",
            "Bộ Chính trị",
        ),
        (
            "Kế hoạch số 12-KH/ĐU của Đảng ủy xã ngày 03-4-2021",
            "Kế hoạch số 12-KH/ĐU của Đảng ủy xã ngày 03-4-2021",
            "KH",
            "12-KH/ĐU",
            "2021-04-03",
            "Đảng ủy xã",
        ),
        ("QĐ 15-QĐ/HU (02/3/2020)", "QĐ 15-QĐ/HU (02/3/2020)", "QĐ", "15-QĐ/HU", "2020-03-02", None),
        (
            "Hướng dẫn số 09-HD/BTCTU (ngày 5.6.2019 của Ban Tổ chức Tỉnh ủy)",
            "Hướng dẫn số 09-HD/BTCTU (ngày 5.6.2019 của Ban Tổ chức Tỉnh ủy)",
            "HD",
            "09-HD/BTCTU",
            "2019-06-05",
            "Ban Tổ chức Tỉnh ủy",
        ),
        (
            "Công văn số 77/SNV-CCVC ngà 04/10/2016 của Sở Nội vụ",
            "Công văn số 77/SNV-CCVC ngà 04/10/2016 của Sở Nội vụ",
            "CV",
            "77/SNV-CCVC",
            "2016-10-04",
            "Sở Nội vụ",
        ),  # ngày misspelt
        (
            "văn bản số 45/UBND-NC của UBND huyện Bến Gỗ",
            "văn bản số 45/UBND-NC của UBND huyện Bến Gỗ",
            "CV",
            "45/UBND-NC",
            None,
            "UBND huyện Bến Gỗ",
        ),
        (
            "Nghị định số 90/2020/NĐ-CP của Chính phủ về đánh giá",
            "Nghị định số 90/2020/NĐ-CP của Chính phủ",
            "NĐ",
            "90/2020/NĐ-CP",
            None,
            "Chính phủ",
        ),
        (
            "Thông tư liên tịch số 05/2015/TTLT-BYT-BNV ngày 01/6/2015",
            "Thông tư liên tịch số 05/2015/TTLT-BYT-BNV ngày 01/6/2015",
            "TTLT",
            "05/2015/TTLT-BYT-BNV",
            "2015-06-01",
            None,
        ),
        (
            "Quy định số 37-QĐ/TW ngày 25/10/2021",
            "Quy định số 37-QĐ/TW ngày 25/10/2021",
            "QĐi",
            "37-QĐ/TW",
            "2021-10-25",
            None,
        ),  # quy định with the code QĐ
        ("Quyết định số 217-QĐ/TW", "Quyết định số 217-QĐ/TW", "QĐ", "217-QĐ/TW", None, None),
        (
            "Chương trình số 06-CTr/TU ngày 12/01/2026",
            "Chương trình số 06-CTr/TU ngày 12/01/2026",
            "CTr",
            "06-CTr/TU",
            "2026-01-12",
            None,
        ),
        (
            "Luật Thanh niên số 57/2020/QH14 ngày 16/6/2020",
            "Luật Thanh niên số 57/2020/QH14 ngày 16/6/2020",
            "L",
            "57/2020/QH14",
            "2020-06-16",
            None,
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thú y số 99/2030/QH17",
            "Luật sửa đổi, bổ sung một số điều của Luật Thú y số 99/2030/QH17",
            "L",
            "99/2030/QH17",
            None,
            None,
        ),
        (
            "Quyết định số 12/QĐ-UBND của Ủy ban nhân dân Thị trấn Bến Gỗ",
            "Quyết định số 12/QĐ-UBND của Ủy ban nhân dân Thị trấn Bến Gỗ",
            "QĐ",
            "12/QĐ-UBND",
            None,
            "Ủy ban nhân dân Thị trấn Bến Gỗ",
        ),
        (
            "theo quyết định số 12/2004/qđ-ub của ubnd tỉnh",
            "quyết định số 12/2004/qđ-ub của ubnd tỉnh",
            "QĐ",
            "12/2004/QĐ-UB",
            None,
            "ubnd tỉnh",
        ),  # a text in small letters
        # no word of kind: the mention begins at the number
        ("Căn cứ 127-QĐ/TW và tình hình", "127-QĐ/TW", "QĐ", "127-QĐ/TW", None, None),
    ],
)
def test_one_numbered_mention(
    line: str, text: str, kind: str, symbol: str, date: str | None, issuer: str | None
) -> None:
    (found,) = cited_in(line)
    assert found.form is Form.NUMBERED
    assert told(found) == (text, kind, symbol, date, issuer)


@pytest.mark.parametrize(
    ("line", "date", "issuer"),
    [
        # what stands before the document with a verb of issuing is stated too
        ("Trong quý, UBND Thành phố đã ban hành Kế hoạch số 265/KH-UBND.", None, "UBND Thành phố"),
        ("Ngày 10/9/2024, UBND thành phố đã ban hành Kế hoạch số 265/KH-UBND.", "2024-09-10", "UBND thành phố"),
        ("Ban Thường vụ Huyện ủy ban hành Nghị quyết số 08-NQ/HU về chăn nuôi.", None, "Ban Thường vụ Huyện ủy"),
        ("Đảng ủy xã ra Nghị quyết số 03-NQ/ĐU ngày 01/02/2022.", "2022-02-01", "Đảng ủy xã"),
        # the body has done something else before
        ("Đảng ủy xã đã mở 2 lớp học tập và xây dựng Chương trình số 6-CTr/ĐU.", None, "Đảng ủy xã"),
        ("Chi ủy đã lãnh đạo, chỉ đạo ban hành Kế hoạch số 6-KH/CB.", None, "Chi ủy"),
        ("Nghị quyết của huyện được Đảng ủy xã cụ thể hóa bằng Kế hoạch số 6-KH/ĐU.", None, "Đảng ủy xã"),
        # other verbs show no issuing
        ("Đảng ủy xã quán triệt Nghị quyết số 03-NQ/ĐU.", None, None),
        # a year right after a State symbol is its date; after a Party symbol it may be the report's year
        ("Thực hiện Quyết định số 733/QĐ-UBND năm 2019", "2019", None),
        ("Thực hiện Nghị quyết số 03-NQ/ĐU năm 2019", None, None),
        ("Thực hiện Chỉ thị 05-CT/TW (5-2016)", "2016-05", None),
        ("Theo Nghị quyết số 2-NQ/ĐU, ngày ... tháng ... năm 2020 của Đảng ủy xã", "2020", "Đảng ủy xã"),
        ("Kết luận 21-KL/TW của Hội nghị Trung ương 4 khóa XIII", None, "Hội nghị Trung ương 4 khóa XIII"),
        (
            "Chỉ thị số 01/CT-BTC ngày 09/01/2024 của Bộ trưởng Bộ Tài chính Về việc",
            "2024-01-09",
            "Bộ trưởng Bộ Tài chính",
        ),
        (
            "Công văn số 204/VP-TH ngày 12/01/2024 của Văn phòng UBND tỉnh V/v báo cáo",
            "2024-01-12",
            "Văn phòng UBND tỉnh",
        ),
        ("Chỉ thị số 02/CT-CCT ngày 10/01/2023 của Chi cục trưởng", "2023-01-10", "Chi cục trưởng"),
        ("Đảng ủy ra tiếp Công văn số 96-CV/ĐU", None, "Đảng ủy"),
        # a date that was left open is passed by, a body by its later name too
        ("Theo Quyết định số …-QĐ/HĐ ngày .../.../20... của Huyện đoàn Tân An", None, "Huyện đoàn Tân An"),
        (
            "Năm 2004, Bộ Thủy sản (nay là Bộ Nông nghiệp) đã ban hành Quyết định số 61/2004/QĐ-BTS.",
            "2004",
            "Bộ Thủy sản",
        ),
        # said of the document in the passive
        ("Thông tư số 81/2015/TT-BYT được Bộ Y tế ban hành ngày 2-4-2015 về trạm xá", "2015-04-02", "Bộ Y tế"),
    ],
)
def test_date_and_body(line: str, date: str | None, issuer: str | None) -> None:
    (found,) = cited_in(line)
    assert (found.issued_on, found.issuer) == (date, issuer)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Quyết định số 12/QĐ-UBND ngày 01/02/2023 về việc giao biên chế", "giao biên chế"),
        ("Quyết định số 12/QĐ-UBND “Về việc giao biên chế” của huyện", "giao biên chế"),
        ("Kế hoạch số 3-KH/ĐU về công tác dân vận; các chi bộ đã họp", "công tác dân vận"),
        ("Chỉ thị số 9-CT/HU về phòng, chống cháy rừng, đồng thời tuần tra", "phòng, chống cháy rừng"),
        ("Quyết định số 8/QĐ-SYT phê duyệt đề án vệ sinh nông thôn", "phê duyệt đề án vệ sinh nông thôn"),
        ("Quyết định số 8/QĐ-SYT đã được triển khai", None),
        # the main clause that the subject opens into begins with whoever acts
        ("Theo Kế hoạch số 3-KH/ĐU về chăm sóc, bảo vệ rừng, xã đã họp", "chăm sóc, bảo vệ rừng"),
        ("Theo Kế hoạch số 3-KH/ĐU về chăm sóc rừng, các chi bộ thôn bản phải ra quân", "chăm sóc rừng"),
        # a list of those that a subject concerns acts nothing
        (
            "Kế hoạch số 3-KH/ĐU về phối hợp giữa gia đình, nhà trường và xã hội",
            "phối hợp giữa gia đình, nhà trường và xã hội",
        ),
    ],
)
def test_subject(line: str, title: str | None) -> None:
    (found,) = cited_in(line)
    assert found.title == title


def test_a_symbol_in_brackets_has_the_body_of_the_short_name_before() -> None:
    found = cited_in("Theo Nghị quyết 7 của HĐND huyện (Nghị quyết số 7/NQ-HĐND ngày 9/12/2016), quỹ được lập.")
    assert [reference.issuer for reference in found] == ["HĐND huyện"] * 2


@pytest.mark.parametrize(
    ("line", "symbols", "dates", "issuers"),
    [
        ("các Nghị quyết số 18, 19-NQ/TW ngày 25/10/2017", ["18-NQ/TW", "19-NQ/TW"], ["2017-10-25"] * 2, [None] * 2),
        ("Kế hoạch số 3, 4 và 5-KH/ĐU", ["3-KH/ĐU", "4-KH/ĐU", "5-KH/ĐU"], [None] * 3, [None] * 3),
        (
            "các Công văn số 11/PGD-TH, 12/PGD-TH của Phòng Giáo dục",
            ["11/PGD-TH", "12/PGD-TH"],
            [None] * 2,
            ["Phòng Giáo dục"] * 2,
        ),
        (
            "Chỉ thị số 13-CT/HU ngày 02/4/2018, Kế hoạch số 55-KH/HU cùng ngày của Ban Thường vụ Huyện ủy",
            ["13-CT/HU", "55-KH/HU"],
            ["2018-04-02"] * 2,
            ["Ban Thường vụ Huyện ủy"] * 2,
        ),
        (
            "Nghị quyết số 10-NQ/HU; Nghị quyết số 11-NQ/HU ngày 05/5/2020",
            ["10-NQ/HU", "11-NQ/HU"],
            [None, "2020-05-05"],
            [None] * 2,
        ),
        (
            "QĐ 93-QĐ/TU, QĐ 98-QĐ/TU (20/6/2025 của Tỉnh ủy)",
            ["93-QĐ/TU", "98-QĐ/TU"],
            ["2025-06-20"] * 2,
            ["Tỉnh ủy"] * 2,
        ),
        # one after the other
        (
            "Huyện đoàn ra Đề án số 4-ĐA/HĐ rồi Kế hoạch 5-KH/HĐ ngày 2/3/2019",
            ["4-ĐA/HĐ", "5-KH/HĐ"],
            [None, "2019-03-02"],
            ["Huyện đoàn"] * 2,
        ),
        ("Kết luận số 14 đến 16-KL/TW", ["14-KL/TW", "15-KL/TW", "16-KL/TW"], [None] * 3, [None] * 3),
    ],
)
def test_what_a_list_shares(line: str, symbols: list[str], dates: list[str | None], issuers: list[str | None]) -> None:
    found = cited_in(line)
    assert [one.symbol for one in found] == symbols
    assert [one.issued_on for one in found] == dates
    assert [one.issuer for one in found] == issuers


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Quán triệt Chỉ thị 05 của Bộ Chính trị", ["Chỉ thị 05 của Bộ Chính trị"]),
        ("thực hiện Quyết định 1956 của Thủ tướng Chính phủ về dạy nghề", ["Quyết định 1956 của Thủ tướng Chính phủ"]),
        ("Theo Nghị định 30, văn bản có thể thức riêng", ["Nghị định 30"]),
        ("Đảng bộ thực hiện Nghị quyết số 9", ["Nghị quyết số 9"]),
        ("Theo Nghị định 77thì mức thưởng tăng", ["Nghị định 77"]),  # glued by a slip
        ("Theo dõi NQ 25–6/2013 của Đảng", ["NQ 25–6/2013 của Đảng"]),
        ("Theo Công văn 1234 ngày 5/6/2020, xã đã nộp", ["Công văn 1234 ngày 5/6/2020"]),
        ("Theo Kế hoạch 12 của Huyện ủy", ["Kế hoạch 12 của Huyện ủy"]),
        ("Kế hoạch 12 của các cấp; Chương trình 135 của Chính phủ", []),
        # counts, years and grades are none
        ("Nghị quyết 5 năm, Kế hoạch 3 tháng, Chương trình 10 điểm", []),
        ("Kế hoạch 2021 đã xong; Nghị quyết 2020 và 2021", []),
        ("Quyết định 12 tập thể và 30 cá nhân được khen", []),
        ("Thép CT3, bê tông KL2, máy QC5", []),
        ("Chỉ thị 2 lần nhắc nhở; ban hành 15 nghị quyết, 3 chỉ thị", []),
        ("Đề án 4 triệu đồng; Thông báo 2 tập thể", []),
    ],
)
def test_bare_numbers(line: str, texts: list[str]) -> None:
    assert [one.text for one in cited_in(line)] == texts


@pytest.mark.parametrize(
    "line",
    [
        "Nghị định 77 gồm 8 chương",  # what follows is no word that follows a citation
        "Nghị định 77 mức thưởng tăng",
        "Nghị định 77 chi trả từ tháng 3",
    ],
)
def test_a_doubtful_bare_number_stands_where_the_report_has_its_symbol(line: str) -> None:
    whole = "Căn cứ Nghị định số 77/2019/NĐ-CP."
    assert [one.symbol for one in cited_in(whole, line)] == ["77/2019/NĐ-CP"] * 2
    assert [one.form for one in cited_in(whole, line)] == [Form.NUMBERED, Form.SHORT]
    assert cited_in(line) == []


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("Chỉ thị số O5-CT/TW của Bộ Chính trị", "05-CT/TW"),  # the letter O
        ("Chỉ thị l5-CT/TW", "15-CT/TW"),  # the letter l
        ("Chỉ thị 05-CT/TVV", "05-CT/TW"),  # two V for W
        ("Nghị quyết số 1 8-NQ/TW", "18-NQ/TW"),  # a blank in the number
        ("Chỉ thị 05 - C T/T W", "05-CT/TW"),  # and in the codes
        ("Nghị định 3O/2O20/NĐ-CP", "30/2020/NĐ-CP"),
        ("Quyết định số 12/QĐ-UBNO", "12/QĐ-UBND"),
        ("Nghị quyết số 18_NQ/TVV", "18-NQ/TW"),
        ("Quyết định số 12/20391QĐ-UBND ngày 2/3/2039", "12/20391QĐ-UBND"),  # no year: kept as printed
        ("Nghị định số 15/220/NĐ-CP", "15/220/NĐ-CP"),
        ("Đã học O5-CT/TW và làm theo", "05-CT/TW"),  # without the name of its kind
        ("Nghị quyết số 18-NC/TW", "18-NQ/TW"),  # a code that is none, after the name of the kind
        ("Quyết định số 12/CIĐ-TTg", "12/QĐ-TTg"),
        ("Quy định số 27-CIĐ/TW", "27-QĐ/TW"),
    ],
)
def test_damaged_symbols_have_a_rule_of_their_own(line: str, symbol: str) -> None:
    (found,) = cited_in(line)
    assert (found.symbol, found.rule) == (symbol, "symbol-damaged")
    assert "damaged" in found.flags
    assert found.confidence < 0.7


@pytest.mark.parametrize(
    "symbol", ["12/QĐ-THPT", "7-KH/XYZ", "05-CT/TW", "49-NQ/TƯ", "45/QD-UBND", "3/BC-TYT", "3-CĐ/TW", "3-AB/TW"]
)
def test_sound_symbols_are_left_alone(symbol: str) -> None:
    (found,) = cited_in(f"Theo Quyết định số {symbol} đã ban hành")
    assert found.rule == "symbol"


@pytest.mark.parametrize(
    "line",
    [
        "Phong trào “Toàn dân đoàn kết”; Cuộc vận động “Học tập và làm theo Bác”",
        "các chỉ thị, nghị quyết của Đảng; các Nghị định của Chính phủ",
        "Chương trình mục tiêu quốc gia giảm nghèo bền vững",
        "kế hoạch năm, chương trình công tác của chi bộ",
        "Trường Đại học Luật, Luật sư, Kỷ luật, pháp luật",
        "QĐ, NQ, CT là chữ viết tắt",
        "Mẫu số 01/PLI, Biểu số 02/BC-TK",
        "Tỷ lệ 12/15, ngày 12/5, đạt 90/100 điểm, số 15/2 đường Trần Phú",
        "(Kèm theo Báo cáo số      /BC-STC)",  # the report itself, its number still open
    ],
)
def test_no_references(line: str) -> None:
    assert cited_in(line) == []


def test_the_reports_own_number_is_none() -> None:
    assert cited_in("Số: 12-BC/ĐU", symbol="12-BC/ĐU") == []
    assert cited_in("Theo Báo cáo số 12-BC/ĐU", symbol="12-BC/ĐU") == []
    assert len(cited_in("Theo Báo cáo số 11-BC/ĐU", symbol="12-BC/ĐU")) == 1


def test_letterhead_and_signature_are_not_read() -> None:
    for zone in (Zone.LETTERHEAD, Zone.SIGNATURE, Zone.FURNITURE):
        assert cited_in("Theo Chỉ thị 05-CT/TW ngày 15/5/2016", zone=zone) == []


def test_a_grade_in_a_table_is_no_citation() -> None:
    assert cited_in("CT38", zone=Zone.CELL) == []
    assert [one.symbol for one in cited_in("05-CT/TW", zone=Zone.CELL)] == ["05-CT/TW"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the day is said to be that of both
        (
            "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW cùng ngày 12/12/2013 của Bộ Chính trị",
            [("2013-12-12", "Bộ Chính trị"), ("2013-12-12", "Bộ Chính trị")],
        ),
        # day and body are the last one's, which is of another kind
        (
            "Chỉ thị 05-CT/TW và Quy định số 08-QĐi/TW ngày 25/10/2018 của Ban Chấp hành Trung ương",
            [(None, None), ("2018-10-25", "Ban Chấp hành Trung ương")],
        ),
        # who says so there
        ("theo đề nghị của Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 3/5/2024", [("2024-05-03", "Sở Nội vụ")]),
        ("Hội nghị họp tại Công văn số 12/UBND-VP", [(None, None)]),
        # words in small letters inside a name; an abbreviation alone
        (
            "Công văn số 15/CSVN-KH ngày 4/1/2022 của Tập đoàn Công nghiệp Cao su Việt Nam về việc bàn giao",
            [("2022-01-04", "Tập đoàn Công nghiệp Cao su Việt Nam")],
        ),
        ("Quyết định số 920/QĐ-NHNN ngày 12/5/2020 của NHNN", [("2020-05-12", "NHNN")]),
    ],
)
def test_day_and_body(text, told) -> None:
    assert [(one.issued_on, one.issuer) for one in extract(text).references] == told


@pytest.mark.parametrize("law", ["Luật phòng, chống ma tuý", "Luật Khiếu nại,tố cáo", "Luật Phòng, chống tham nhũng"])
def test_laws_in_older_spelling_and_without_a_blank(law) -> None:
    assert [one.text for one in extract(f"Thực hiện {law} và các nghị quyết.").references] == [law]
