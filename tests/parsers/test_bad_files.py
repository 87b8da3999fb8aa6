"""Damaged, hostile and random files: a clear refusal or a sound source, never another error, never a hang."""

from __future__ import annotations

import random
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.checks import check_source
from parsers.made_docx import MadeDocx, cell, field, item, level, numbered, para, row, run, scheme, table, text_box
from trichluc.errors import UnreadableFileError
from trichluc.parsers import parse
from trichluc.source import Source

PAGE = """<html><head><title>t</title></head><body><div class=menu><a href=/>a</a></div>
<table><tr><td rowspan=2>một<td>hai
</tr><tr><td><ol><li>ba<br>bốn</ol><p style="text-align:center"><b>năm</b><sup>2</sup></td></tr></table>
<a href="#_ftn1">[1]</a>
<div id=ftn1><p>chú</p></div><script>x</script><!-- y --></body></html>""".encode()


def rich() -> MadeDocx:
    """Return a document with something of everything."""
    made = MadeDocx(
        para(run("Kết quả", "<w:b/>"), field("REF x", "5%"), '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        item("mục", 1),
        table(
            row(cell("a", properties='<w:vMerge w:val="restart"/>'), "b"), row(cell("", properties="<w:vMerge/>"), "c")
        ),
        para("neo", text_box(para("hộp"))),
        section='<w:headerReference w:type="default" r:id="h"/>',
    )
    made.part("header", para("đầu"), identifier="h").part(
        "footnotes", f'<w:footnote w:id="1">{para("chú")}</w:footnote>'
    )
    return made.part("numbering", scheme(0, level(0, "decimal", "%1.")) + numbered(1, 0))


def attempt(path: Path) -> Source | None:
    """Read the file; null where it is refused in the program's own way."""
    try:
        source = parse(path)
    except UnreadableFileError as error:
        if not error.code or len(str(error)) < 15:
            raise AssertionError("a refusal says what is wrong") from error
        return None
    check_source(source)
    return source


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bad")


@given(
    data=st.binary(max_size=300),
    head=st.sampled_from([b"", b"PK\x03\x04", b"<html>", b"{\\rtf", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_random_bytes(folder: Path, data: bytes, head: bytes) -> None:
    path = folder / "random.docx"
    path.write_bytes(head + data)
    attempt(path)


@given(page=st.text(alphabet="<>/=\"' \npbrtdolivuahs#_ftn1[]&;-!đ", max_size=200))
def test_random_tags(folder: Path, page: str) -> None:
    path = folder / "random.html"
    path.write_text("<p>" + page)
    attempt(path)


@given(cuts=st.lists(st.tuples(st.integers(0, len(PAGE)), st.integers(0, 40)), max_size=4), add=st.binary(max_size=8))
def test_mutated_page(folder: Path, cuts: list[tuple[int, int]], add: bytes) -> None:
    data = PAGE
    for at, length in cuts:
        data = data[:at] + add + data[at + length :]
    path = folder / "mutated.html"
    path.write_bytes(data)
    attempt(path)


@pytest.mark.parametrize("seed", range(40))
def test_mutated_document(tmp_path: Path, seed: int) -> None:
    """Bytes of the XML are changed before it is packed, so that damage reaches the walk and not only the zip."""
    chance = random.Random(seed)
    made = rich()
    data = bytearray(made.document())
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(200, len(data))
        if chance.random() < 0.5:
            del data[place : place + chance.randint(1, 12)]
        else:
            data[place] = chance.choice(b'<>/"wapx10 ')
    attempt(made.save(tmp_path / "mutated.docx", document=bytes(data)))


@pytest.mark.parametrize("seed", range(60))
def test_shuffled_document(tmp_path: Path, seed: int) -> None:
    """Elements of a sound document are dropped, doubled and put into each other: well-formed nonsense."""
    from lxml import etree

    chance = random.Random(seed)
    tree = etree.fromstring(rich().document())
    for _ in range(chance.randint(1, 8)):
        elements = list(tree[0].iter())[1:]
        taken, target = chance.choice(elements), chance.choice(elements)
        if target in set(taken.iter()) or taken.getparent() is None:
            continue
        target.append(taken)
        if chance.random() < 0.3 and target.attrib:
            target.attrib[chance.choice(list(target.attrib))] = chance.choice(["-1", "99999", "x", ""])
    attempt(rich().save(tmp_path / "shuffled.docx", document=etree.tostring(tree)))


@pytest.mark.parametrize("part", range(1, 20))
def test_truncated_docx(tmp_path: Path, part: int) -> None:
    path = rich().save(tmp_path / "cut.docx")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * part // 20])
    with pytest.raises(UnreadableFileError, match="cut off") as caught:
        parse(path)
    assert caught.value.code == "damaged"


def test_truncated_page_gives_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "cut.html"
    path.write_bytes(PAGE[: PAGE.index("năm".encode())])
    source = attempt(path)
    assert source is not None
    assert "một" in source.text


def test_damaged_part_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="damaged"):
        parse(MadeDocx().save(tmp_path / "a.docx", document=b"<w:document"))


def test_zip_bomb(tmp_path: Path) -> None:
    path = MadeDocx().save(tmp_path / "bomb.docx", document=b"<a>" + b" " * (48 * 1024 * 1024) + b"</a>")
    with pytest.raises(UnreadableFileError, match="unpacks to") as caught:
        parse(path)
    assert caught.value.code == "too-large"


def test_pictures_are_not_unpacked(tmp_path: Path) -> None:
    """A large picture is no bomb: it is never read."""
    path = MadeDocx(para("chữ")).save(tmp_path / "a.docx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.bmp", b"\0" * (48 * 1024 * 1024))
    assert parse(path).text == "chữ"


def test_entities_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí_mật")
    body = MadeDocx(para("@")).document().replace(b"@", b"&x;")
    attack = body.replace(
        b'<?xml version="1.0"?>', f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    )
    with pytest.raises(UnreadableFileError, match="document type") as caught:
        parse(MadeDocx().save(tmp_path / "a.docx", document=attack))
    assert caught.value.code == "doctype"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:ins>", "</w:ins>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r>", "</w:r></w:p>"),
    ],
)
@pytest.mark.parametrize("depth", [30, 80, 2000])
def test_deep_nesting_in_a_document(tmp_path: Path, opening: str, closing: str, depth: int) -> None:
    made = MadeDocx(opening * depth + para("đáy") + closing * depth)
    source = attempt(made.save(tmp_path / "deep.docx"))
    assert source is None or source.text in ("đáy", "")


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "ul><li", "blockquote", "font", "b"])
@pytest.mark.parametrize("depth", [200, 1500, 30000])
def test_deep_nesting_in_a_page(tmp_path: Path, tag: str, depth: int) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + f"<{tag}>" * depth + "đáy")
    source = attempt(path)
    assert source is None or source.text == "đáy"


@pytest.mark.parametrize(
    "page",
    [
        "<!--" * 20000,
        "<![if" * 20000,
        "<!--[if x]>" * 5000,
        "<a href='" * 20000,
        "<p style='" + "a:b;" * 50000 + "'>x",
        "<p style='" + "a" * 200000 + "'>x",
        "<table>" + "<td rowspan=60000 colspan=200>x" * 300,
        "&#x" * 50000,
        "<meta " * 20000,
        "<p>" + "a" * 500000,
        "<p class='" + "a-" * 50000 + "'>x<script src=a></script>",
        "<p>x" + "<br>" * 100000,
        "Mime" * 40000,
    ],
)
def test_pages_made_to_be_slow(tmp_path: Path, page: str) -> None:
    path = tmp_path / "slow.html"
    path.write_text("<html>" + page)
    start = time.process_time()
    attempt(path)
    assert time.process_time() - start < 10  # each takes under a second; a pattern that blows up takes minutes


def test_file_of_one_huge_paragraph_of_runs(tmp_path: Path) -> None:
    path = MadeDocx(para(*(run("chữ ", "<w:b/>" if index % 2 else "") for index in range(20000)))).save(
        tmp_path / "a.docx"
    )
    start = time.process_time()
    source = attempt(path)
    assert time.process_time() - start < 10
    assert source is not None
    assert len(source.blocks) == 1
