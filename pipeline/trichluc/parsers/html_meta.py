"""What a web page states about itself: title, author, date of publication, site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from trichluc.packs import load_packs
from trichluc.text.characters import clean_inline
from trichluc.text.dates import find_dates

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "sailthru.author")
_DATES = ("article:published_time", "datepublished", "og:published_time", "pubdate", "publishdate", "date",
          "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "parsely-pub-date", "sailthru.date",
          "article:modified_time")  # fmt: skip
_SITES = ("og:site_name", "application-name", "dc.publisher")
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_ISO = re.compile(r"\s*((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_ISO_BASIC = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DATE_NAME = re.compile(
    r"(?<![a-z])(?:date|time|datetime|ngay|ngay-dang|posted|published|pubdate|meta-date|entry-date)(?![a-z])"
)
_AUTHOR_NAME = re.compile(r"(?<![a-z])(?:author|tac-gia|tacgia|byline)(?![a-z])")
_BY = re.compile(r"^(?:tác giả|bài|tin|theo|nguồn|người đăng|đăng bởi|by)\s*:\s*", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_a-zà-ỹđ][^\W\d_]*(?:[ .&-]+[^\W\d_]+){1,6}")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SITE_TAIL = re.compile(r"\s+(?:[-–—|»]|::)\s+")
_SHORT = 120


def names_of(element: etree._Element) -> str:
    """Return class and id of an element in lower case, words parted by a hyphen (``tinKhac``: ``tin-khac``)."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return _CAMEL.sub("-", names).replace("_", "-").lower().strip()


def page_metadata(tree: etree._Element, around: Collection[etree._Element]) -> dict[str, str]:
    """Return ``title``, ``author``, ``date`` (ISO) and ``site`` of a web page, where it states them.

    Args:
        tree: the page.
        around: elements that stand around the main text: dates in them are of something else.
    """
    stated = _meta(tree)
    heads = [_text(heading) for heading in tree.iter("h1")]
    whole_title = next((_text(title) for title in tree.iter("title")), "")
    short_title, site = _without_site(whole_title)
    title = _first(stated, _TITLES) or (heads[0] if len(heads) == 1 else "") or short_title
    found = {
        "title": _without_site(title)[0] if _first(stated, _SITES) in title else title,
        "author": _first(stated, _AUTHORS) or _named(tree, around, _AUTHOR_NAME, 60),
        "date": _date(tree, stated, around),
        "site": _first(stated, _SITES) or site,
    }
    return {key: text for key, raw in found.items() if (text := clean_inline(raw)[0])}


def saved_metadata(tree: etree._Element) -> dict[str, str]:
    """Return title and author as the head of a document saved as html states them."""
    found = {"title": next((_text(title) for title in tree.iter("title")), ""), "author": _meta(tree).get("author", "")}
    return {key: text for key, raw in found.items() if (text := clean_inline(raw)[0])}


def _meta(tree: etree._Element) -> dict[str, str]:
    """Return the ``<meta>`` entries by name, the first of each."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if content and name:
            found.setdefault(name, content)
    return found


def _first(stated: dict[str, str], names: tuple[str, ...]) -> str:
    found = next((stated[name] for name in names if name in stated), "")
    return "" if found.startswith(("http:", "https:")) else found


def _without_site(title: str) -> tuple[str, str]:
    """Return a page title parted from the site's name that is put after it; the name is empty where there is none."""
    parts = _SITE_TAIL.split(title)
    words = load_packs().words("html_furniture.toml")["sites"]
    if len(parts) < 2 or not any(re.search(rf"(?<!\w){word}(?!\w)", parts[-1].casefold()) for word in words):
        return title, ""
    return title[: title.rindex(parts[-1])].rstrip(" -–—|»:"), parts[-1]


def _date(tree: etree._Element, stated: dict[str, str], around: Collection[etree._Element]) -> str:
    candidates = [stated[name] for name in _DATES if name in stated]
    candidates += [match[1] for script in tree.iter("script") if (match := _JSON_DATE.search(script.text or ""))]
    candidates += [time.get("datetime", "") for time in tree.iter("time") if not _within(time, around)]
    for candidate in candidates:
        if match := _ISO.match(candidate) or _ISO_BASIC.match(candidate):
            return "-".join(match.groups())
        if found := _day_in(candidate):
            return found
    texts = (_text(element) for element in _elements_named(tree, around, _DATE_NAME))
    return next((found for text in texts if len(text) <= _SHORT and (found := _day_in(text))), "")


def _day_in(text: str) -> str:
    """Return the first date in ``text`` that has a day."""
    return next((found.iso for found in find_dates(clean_inline(text)[0]) if len(found.iso) == 10), "")


def _named(tree: etree._Element, around: Collection[etree._Element], names: re.Pattern[str], most: int) -> str:
    texts = (_BY.sub("", clean_inline(_text(element))[0]) for element in _elements_named(tree, around, names))
    return next((text for text in texts if len(text) <= most and _PERSON.fullmatch(text)), "")


def _elements_named(
    tree: etree._Element, around: Collection[etree._Element], names: re.Pattern[str]
) -> Iterator[etree._Element]:
    body = next(tree.iter("body"), tree)
    for element in body.iter():
        named = isinstance(element.tag, str) and element.attrib and names.search(names_of(element))
        if named and not _within(element, around):
            yield element


def _within(element: etree._Element | None, around: Collection[etree._Element]) -> bool:
    while element is not None:
        if element in around:
            return True
        element = element.getparent()
    return False


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
