"""Html: saved documents come whole, of web pages the main text with its headings, lists and tables."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from parsers.checks import check_source, grid, numbers, texts
from trichluc.errors import UnreadableFileError
from trichluc.parsers import parse
from trichluc.source import BlockKind, Source

# Sentences long enough to count as an article; what is planted stands in words with underscores.
SENTENCES = [
    f"Trong tháng {month}, các chi đoàn đã tổ chức {month + 3} buổi ra quân dọn vệ sinh, thu hút đông đảo đoàn viên."
    for month in range(1, 13)
]


@pytest.fixture
def read(tmp_path: Path):
    """Save a page and read it."""

    def save_and_read(page: str | bytes, name: str = "page.html") -> Source:
        path = tmp_path / name
        path.write_bytes(page.encode() if isinstance(page, str) else page)
        source = parse(path)
        check_source(source)
        return source

    return save_and_read


def saved(body: str) -> str:
    """Return a document saved as html, with nothing around it."""
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'


# ------------------------------------------------------------------ structure


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>một<p>hai", ["một", "hai"]),  # tags left open
        ("<div>một<p>hai</p>ba</div>bốn", ["một", "hai", "ba", "bốn"]),  # words outside paragraphs
        ("<p>một <b>hai</b><i> ba</i>\n bốn</p>", ["một hai ba bốn"]),
        ("Trồng cây.<br>Làm đường.<br><br>Xây nhà.", ["Trồng cây.", "Làm đường.", "Xây nhà."]),
        ("<p>Đã tổ chức được 12<br>buổi lao động.</p>", ["Đã tổ chức được 12 buổi lao động."]),
        ("<p>a<br>b<br><br>c</p>", ["a b", "c"]),
        ("<pre>Một.\nHai.</pre>", ["Một.", "Hai."]),
        ("<p>a&nbsp;&nbsp;b&#7845;</p>", ["a bấ"]),
        ("<p>a<!-- b -->c</p><script>d</script><style>e</style>", ["ac"]),
        ("<p>hiện<span style='display: none'>ẩn</span></p><div hidden>ẩn</div>", ["hiện"]),
        ("<p><ins>chèn</ins><del>xóa</del></p>", ["chèn"]),
        ("<p style='text-transform:uppercase'>uỷ ban</p>", ["UỶ BAN"]),
        ("<p>10<sup>3</sup> ha, 5 m<sup>2</sup></p>", ["10³ ha, 5 m2"]),
        ("<dl><dt>Giỏi</dt><dd>12 em</dd></dl>", ["Giỏi", "12 em"]),
        ("<fieldset><legend>Phần một</legend>chữ</fieldset>", ["Phần một", "chữ"]),
    ],
)
def test_paragraphs(read, body: str, expected: list[str]) -> None:
    assert texts(read(saved(body))) == expected


def test_look(read) -> None:
    body = (
        "<center>giữa</center><p align=center><b>đậm</b></p><p style='text-align:center;font-weight:700'>cả hai</p>"
        "<div style='text-align:center'><p style='text-align:left'>trái</p></div><p><strong>nửa</strong> kia</p>"
        "<b>đậm <span style='font-weight:normal'>thường</span></b>"
    )
    blocks = read(saved(body)).blocks
    assert [(block.centered, block.all_bold, len(block.bold)) for block in blocks] == [
        (True, False, 0),
        (True, True, 1),
        (True, True, 1),
        (False, False, 0),
        (False, False, 1),
        (False, False, 1),
    ]


def test_headings(read) -> None:
    source = read(saved("<h1>Một</h1><h3>Ba</h3><p>chữ</p>"))
    assert [(block.heading, block.level) for block in source.blocks] == [(True, 0), (True, 2), (False, None)]


def test_lists(read) -> None:
    body = (
        "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><ol type=a start=3><li>d<li value=7>e</ol>"
        "<ol style='list-style-type: upper-roman'><li><p>f</p><p>g</p></li></ol><ul style='list-style:none'><li>h</ul>"
        "<ul><li>- i</li></ul>"
    )
    source = read(saved(body))
    assert texts(source) == ["a", "b", "c", "d", "e", "f", "g", "h", "- i"]
    assert numbers(source) == ["1.", "•", "2.", "c.", "g.", "I.", None, None, None]
    assert [block.level for block in source.blocks[:3]] == [0, 1, 0]


def test_table_with_spans(read) -> None:
    body = (
        "<table><caption>Kết quả</caption>"
        "<thead><tr><th rowspan=2>Nội dung<th colspan=2>Năm</tr><tr><th>2021<th>2022</thead>"
        "<tr><td>Thu<td>100<td>120</tr><tr><td rowspan=9>Chi<td>90<td>95</tr><tr><td>1<td></tr></table>"
    )
    source = read(saved(body))
    table = source.blocks[1].table
    assert table is not None
    assert texts(source)[0] == "Kết quả"
    assert (table.rows, table.columns, table.header_rows) == (5, 3, 2)
    assert grid(source) == [
        ["Nội dung", "Năm"],
        ["2021", "2022"],
        ["Thu", "100", "120"],
        ["Chi", "90", "95"],
        ["1", ""],
    ]
    assert [(c.row, c.column, c.row_span, c.column_span) for c in table.cells if c.row_span + c.column_span > 2] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (3, 0, 2, 1),
    ]


def test_lines_of_a_cell(read) -> None:
    source = read(saved("<table><tr><td>Giỏi<br>Khá</td><td><p>12</p><p>30</p></td></tr></table>"))
    assert source.blocks[0].table is not None
    lines = [[line.of(source.text) for line in cell.lines] for cell in source.blocks[0].table.cells]
    assert lines == [["Giỏi", "Khá"], ["12", "30"]]


def test_letterhead_table_of_a_saved_document_is_kept(read) -> None:
    body = (
        "<table><tr><td><p><b>ĐẢNG ỦY XÃ HÒA ĐÔNG</b></p><p>Số: 15-BC/ĐU</p></td>"
        "<td><p><b>ĐẢNG CỘNG SẢN VIỆT NAM</b></p><p><i>Hòa Đông, ngày 5 tháng 6 năm 2021</i></p></td></tr></table>"
        "<h2>BÁO CÁO</h2>" + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    )
    source = read(saved(body))
    assert grid(source)[0][0] == "ĐẢNG ỦY XÃ HÒA ĐÔNG Số: 15-BC/ĐU"
    assert len(source.blocks) == 2 + len(SENTENCES)


def test_layout_table_is_taken_apart(read) -> None:
    inner = "<table><tr><td>x<td>y</tr><tr><td>1<td>2</tr></table>"
    rows = "<br><br>".join(SENTENCES)
    source = read(saved(f"<table><tr><td width=10>&nbsp;</td><td>{rows}<br>{inner}</td></tr></table>"))
    assert texts(source) == [*SENTENCES, "x | y\n1 | 2"]


def test_broken_tables_lose_no_words(read) -> None:
    body = "<table>lạc<tr>giữa<td>a<table><td>b</table></td><th>c</tr>cuối</table></td>sau<tr><td>d"
    source = read(saved(body))
    for word in ("lạc", "giữa", "a", "b", "c", "cuối", "sau", "d"):
        assert word in source.text


# ------------------------------------------------------------------ documents saved by Word

WORD = (
    '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 12">'
    "<title>Báo cáo</title><!--[if gte mso 9]><xml><w:WordDocument>rác</w:WordDocument></xml><![endif]-->"
    "<style>p.MsoNormal {color: red}</style></head><body><div class=WordSection1>%s</div></body></html>"
)


def test_word_list_marks_are_data(read) -> None:
    body = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='font-family:Symbol'>"
        "<span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span>"
        "<![endif]>Trồng cây</p>"
        "<p style='mso-list:l1'><span style='mso-list:Ignore'>2.1.<span>&nbsp;</span></span>Làm đường</p>"
    )
    source = read(WORD % body)
    assert list(zip(numbers(source), texts(source), strict=True)) == [("•", "Trồng cây"), ("2.1.", "Làm đường")]


def test_word_footnotes(read) -> None:
    body = (
        "<p>Đạt 95%<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a> kế hoạch.</p>"
        "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
        "<a href='#_ftnref1' name='_ftn1'>[1]</a> Theo số liệu quý I.</p></div></div>"
    )
    source = read(WORD % body)
    assert texts(source) == ["Đạt 95% kế hoạch.", "Theo số liệu quý I."]
    assert source.text[: source.notes[0].at] == "Đạt 95%"


def test_footnote_pasted_into_a_page_without_its_frame(read) -> None:
    body = (
        "<p>Đạt 95%<a href='http://x.vn/tin.html#_ftn1'>[1]</a>.</p>"
        "<p><a href='http://x.vn/tin.html#_ftnref1'>[1]</a> Theo số liệu quý I.</p>"
    )
    source = read(saved(body))
    assert texts(source) == ["Đạt 95%.", "Theo số liệu quý I."]
    assert source.blocks[1].kind is BlockKind.NOTE


def test_word_page_with_links_is_still_a_document(read) -> None:
    links = "".join(f"<p><a href='http://x.vn/{n}'>Văn bản số {n}</a></p>" for n in range(8))
    source = read(WORD % (f"<p>ĐẢNG ỦY XÃ</p>{links}"))
    assert texts(source) == ["ĐẢNG ỦY XÃ", *(f"Văn bản số {n}" for n in range(8))]
    assert source.metadata == {"title": "Báo cáo"}


# ------------------------------------------------------------------ web pages

ARTICLE = (
    "<p class='sapo'><b>mở_đầu: tuổi trẻ xã nhà ra quân hưởng ứng phong trào bảo vệ môi trường.</b></p>"
    + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:6])
    + "<h3>II. Kết quả_mục</h3>"
    + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[6:])
    + "<table><tr><th>Chỉ tiêu</th><th>Kết quả</th></tr><tr><td>ô_bảng</td><td>95,5%</td></tr></table>"
)
AROUND = (
    "menu_trên",
    "đường_dẫn",
    "tin_liên_quan",
    "bình_luận",
    "truy_cập",
    "chân_trang",
    "mã_lệnh",
    "chia_sẻ",
    "cột_phải",
)


def web_page(article: str) -> str:
    """Return a page of a content management system around the article."""
    related = "".join(f"<li><a href='/{n}'>tin_liên_quan số {n} về hội nghị khác của huyện</a></li>" for n in range(5))
    return f"""<!DOCTYPE html><html lang=vi><head><meta charset=utf-8>
<title>Ra quân vì môi trường - Cổng thông tin xã</title>
<meta property="og:site_name" content="Cổng thông tin xã Hòa Đông"><meta property="article:published_time"
content="2023-05-19T08:00:00+07:00"><meta name=author content="Lê Thị Bình"><script src="/a.js"></script>
<script>var x = "mã_lệnh Chỉ thị 99-CT/XX";</script></head><body class="single-post has-sidebar comments-open">
<header><nav class="main-menu"><ul><li><a href="/">menu_trên</a></li><li><a href="/gt">Giới thiệu</a></li></ul>
</nav></header>
<div class="breadcrumb"><a href="/">đường_dẫn</a> » <a href="/t">Tin tức</a></div>
<div class="wrapper"><div id="primary"><h1>Tuổi trẻ xã nhà ra quân vì môi trường xanh</h1>
<div class="post-meta"><span class="date">19/05/2023</span></div>
<div class="entry-content">{article}<div class="social-share"><span>chia_sẻ</span> <a href="#">Facebook</a></div></div>
<div class="relatedPosts"><h4>tin_liên_quan</h4><ul>{related}</ul></div>
<div id="comments"><h3>bình_luận</h3><p>bình_luận rất hay, chúc các bạn đoàn viên luôn mạnh khỏe và nhiệt tình.</p>
</div></div>
<aside class="widget-area"><h4>cột_phải</h4><p>cột_phải lịch tiếp công dân của lãnh đạo xã hằng tuần tại trụ sở.</p>
<p>truy_cập: 1.234.567</p></aside></div>
<footer class="site-footer"><p>chân_trang. Bản quyền thuộc về Ủy ban nhân dân xã. Địa chỉ: thôn Trung.</p></footer>
</body></html>"""


def test_web_page_gives_its_main_text_only(read) -> None:
    source = read(web_page(ARTICLE))
    assert [word for word in AROUND if word in source.text] == []
    assert texts(source)[:2] == [
        "Tuổi trẻ xã nhà ra quân vì môi trường xanh",
        "mở_đầu: tuổi trẻ xã nhà ra quân hưởng ứng phong trào bảo vệ môi trường.",
    ]
    assert all(sentence in source.text for sentence in SENTENCES)
    assert grid(source) == [["Chỉ tiêu", "Kết quả"], ["ô_bảng", "95,5%"]]
    assert [block.span.of(source.text) for block in source.blocks if block.heading] == [
        "Tuổi trẻ xã nhà ra quân vì môi trường xanh",
        "II. Kết quả_mục",
    ]
    assert source.metadata == {
        "title": "Tuổi trẻ xã nhà ra quân vì môi trường xanh",
        "author": "Lê Thị Bình",
        "date": "2023-05-19",
        "site": "Cổng thông tin xã Hòa Đông",
    }


def test_old_portal_laid_out_in_tables(read) -> None:
    """Text parted by ``<br>`` in a cell of a layout table, with a table of data inside, menus in other cells."""
    menu = "".join(f"<tr><td><a href='/{n}'>menu_trên mục số {n}</a></td></tr>" for n in range(9))
    data = (
        "<table border=1><tr><td>Chỉ tiêu<td>Kế hoạch<td>Đạt</tr><tr><td>ô_bảng<td>100<td>95,5</tr>"
        "<tr><td>Đường<td>2<td>3</tr></table>"
    )
    article = "<br><br>".join(f"&nbsp;&nbsp;{sentence}" for sentence in SENTENCES)
    page = (
        "<html><head><title>Báo cáo</title><meta charset=utf-8></head><body><table width=100%>"
        f"<tr><td colspan=2><a href='/'>menu_trên</a></td></tr><tr><td width=150><table>{menu}</table></td>"
        f"<td><b>Báo cáo công tác Đoàn năm 2022</b><br><br>{article}<br>{data}</td></tr>"
        "<tr><td colspan=2><a href='/'>chân_trang</a> | <a href='/l'>Liên hệ</a></td></tr></table></body></html>"
    )
    source = read(page)
    assert "menu_trên" not in source.text
    assert "chân_trang" not in source.text
    assert all(sentence in texts(source) for sentence in SENTENCES)
    assert grid(source)[1] == ["ô_bảng", "100", "95,5"]


def test_letterhead_and_signature_of_a_report_on_a_web_page(read) -> None:
    head = (
        "<table><tr><td>ĐOÀN XÃ HÒA ĐÔNG<br>Số: 12-BC/ĐTN</td><td>ĐOÀN TNCS HỒ CHÍ MINH</td></tr></table>"
        "<p align=center><b>BÁO CÁO</b></p>"
    )
    foot = "<table><tr><td>Nơi nhận:<br>- Huyện đoàn;</td><td>TM. BAN CHẤP HÀNH<br>Trần Văn Cư</td></tr></table>"
    source = read(web_page(head + ARTICLE + foot))
    assert grid(source)[0][0] == "ĐOÀN XÃ HÒA ĐÔNG Số: 12-BC/ĐTN"
    assert "Trần Văn Cư" in source.text
    assert [word for word in AROUND if word in source.text] == []


def test_links_inside_the_text_are_text(read) -> None:
    linked = (
        "<p>Thực hiện <a href='/vb'>Nghị quyết số 12-NQ/TU</a>, xã đã ban hành <a href='/kh'>kế hoạch</a> của năm.</p>"
    )
    source = read(web_page(ARTICLE + linked))
    assert "Thực hiện Nghị quyết số 12-NQ/TU, xã đã ban hành kế hoạch của năm." in texts(source)


def test_page_without_text_says_so(read) -> None:
    with pytest.raises(UnreadableFileError, match="no text") as caught:
        read("<html><head><script src=a.js></script></head><body><div id=app></div></body></html>")
    assert caught.value.code == "no-text"


# ------------------------------------------------------------------ bytes


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (saved("<p>Đảng ủy</p>").encode("utf-8"), "unicode"),
        (b"\xef\xbb\xbf" + saved("<p>Đảng ủy</p>").encode(), "unicode"),
        (saved("<p>Đảng ủy</p>").encode("utf-16"), "unicode"),
        (saved("<p>Đảng ủy</p>").encode("utf-16-le"), "unicode"),
        (saved("<p>Đảng ủy</p>").replace("utf-8", "iso-8859-1").encode(), "unicode"),  # declared wrongly
        (saved("<p>&#272;&#7843;ng &#7911;y</p>").replace("utf-8", "windows-1252").encode("ascii"), "unicode"),
        (b"<?xml version='1.0' encoding='UTF-8'?>" + saved("<p>Đảng ủy</p>").encode(), "unicode"),
    ],
)
def test_encodings(read, page: bytes, encoding: str) -> None:
    source = read(page)
    assert (source.text, source.encoding) == ("Đảng ủy", encoding)


def test_windows_1258(read) -> None:
    """The code page writes a letter with a tone as the letter and a mark."""
    words = "Đảng ủy xã đã họp, biểu dương các tập thể đạt kết quả tốt"
    data = b""
    for letter in words:
        base, *marks = unicodedata.normalize("NFD", letter)
        shape = [mark for mark in marks if mark in "\u0302\u0306\u031b"]
        tone = [mark for mark in marks if mark not in shape]
        data += "".join([unicodedata.normalize("NFC", "".join([base, *shape])), *tone]).encode("cp1258")
    source = read(saved("<p>@</p>").replace("utf-8", "windows-1258").encode().replace(b"@", data))
    assert source.text == words


def test_web_archive(read) -> None:
    archive = (
        "From: <Saved by Word>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "<html><body><p>=C4=90=E1=BA=A3ng =E1=BB=A7y</p></body></html>\n--b--\n"
    )
    assert read(archive, "saved.doc").text == "Đảng ủy"


def test_tags_nested_thousands_deep(read) -> None:
    """Old editors leave ``<font>`` open in every line."""
    page = saved("".join(f"<p><font><b>Dòng {n}" for n in range(3000)))
    source = read(page)
    assert len(source.blocks) == 3000
    assert source.text.endswith("Dòng 2999")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("totrinh_html_fragment.doc", 15),
        ("phutho_kehoach_taphuan_html_as_doc.doc", 3),
        ("phutho_daihoi_tinhdoan_2025.html", 50),
    ],
)
def test_real_pages(shared: Path, name: str, found: int) -> None:
    source = parse(shared / "corpus/unlabelled" / name)
    check_source(source)
    assert len(source.blocks) >= found
    assert ("named-otherwise" in {problem.code for problem in source.problems}) == name.endswith(".doc")
