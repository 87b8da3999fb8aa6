"""Where on a web page the main text stands.

trafilatura, the best of its kind, says which paragraphs belong to the main text; it gives up structure on the way
(titles, tables of old pages, line breaks). So its answer is only used to find the part of the page to read, and what
inside that part is to be passed over. Where it finds little, the part with the densest text is taken.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from lxml import etree

from trichluc.packs import Rule, load_packs
from trichluc.parsers.draft import DraftBlock, DraftParagraph, DraftTable
from trichluc.parsers.html_meta import names_of, page_metadata
from trichluc.parsers.html_walk import UNPRINTED, Walker

_ALWAYS_AROUND = frozenset(("nav", "aside", "footer", "menu"))
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
# A paragraph counts as recognised when it is at least so long (a shorter one may occur by chance).
_TELLING = 25
_LINKED = 0.7  # share of letters in links from which a paragraph is a list of links
_ROW_OF_LINKS = 3
_TITLE_WORDS = 4
_LEAST_TEASER, _TEASER = 40, 600  # letters in the card of another article
_MOST_AROUND = 0.3  # share of a page's text in a <nav>, <aside> or <footer> at most
_BUTTONS = 60  # letters in a line of buttons at most


class FurnitureRule(Rule):
    """Names of a part around the text.

    Attributes:
        most: share of the page's text (without links) that a part so named may hold; with more it is the text itself.
    """

    most: float = _MOST_AROUND


@dataclass(slots=True)
class MainText:
    """The part of a page that holds the main text.

    Attributes:
        root: the element.
        dropped: elements inside it to pass over.
        title: the page's title heading, where it stands outside ``root``.
        metadata: title, author, date and site as the page states them.
        sure: trafilatura recognised the text.
    """

    root: etree._Element
    dropped: set[etree._Element] = field(default_factory=set)
    title: etree._Element | None = None
    metadata: dict[str, str] = field(default_factory=dict)
    sure: bool = True


def is_web_page(body: etree._Element) -> bool:
    """Whether a page has things around its text: menus, links, forms, programs. A saved document has none."""
    links = linked = letters = around = 0
    for element in body.iter():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        around += tag in ("nav", "aside", "footer", "header", "form", "input", "button", "iframe") or (
            tag == "script" and element.get("src") is not None
        )
        if tag not in UNPRINTED:
            letters += len((element.text or "").strip()) + len((element.tail or "").strip())
        if tag == "a" and not element.get("href", "#").startswith(("#", "mailto:")):
            links += 1
            linked += sum(len(text.strip()) for text in element.itertext())
    return around > 0 or (links >= 5 and linked > 0.05 * letters)


def find_main_text(tree: etree._Element, body: etree._Element, page: str) -> MainText:
    """Return where the main text of a web page stands.

    Args:
        tree: the whole page.
        body: its body.
        page: its source.
    """
    around = _around(body) | _teasers(body)
    walker = Walker(around)
    places = list(_places(walker.walk(body), walker))
    plain = [place for place in places if place.linked < _LINKED]
    dense = _holder(plain, 0.6, body)
    least = 0.4 * sum(len(place.text) for place in plain if _inside(place.origin, dense))
    main = MainText(dense, metadata=page_metadata(tree, around), sure=False)
    confirmed: list[_Place] = []
    for recall in (False, True):
        recognised = _ask_trafilatura(page, recall=recall)
        confirmed = [place for place in places if _found(place.text, recognised)]
        if confirmed and sum(len(place.text) for place in confirmed) >= least:
            main.root, main.sure = _widened(_holder(confirmed, 0.95, body), plain, confirmed, body), True
            break
    root = main.root
    main.dropped = {element for element in around if not _inside(root, element)} | _rows_of_links(
        [place for place in places if _inside(place.origin, root)], {place.origin for place in confirmed}
    )
    main.title = _title(body, root, around)
    return main


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph: its folded text, the element in which it begins, and the share of its letters in links."""

    text: str
    origin: etree._Element
    linked: float
    table: bool = False


def _places(blocks: Iterable[DraftBlock], walker: Walker, *, table: bool = False) -> Iterable[_Place]:
    for block in blocks:
        if isinstance(block, DraftParagraph):
            origin, linked = walker.origins[id(block)]
            yield _Place(_folded(block.text), origin, linked, table)
        elif isinstance(block, DraftTable):
            data = len({cell.row for cell in block.cells}) > 2 and len({cell.column for cell in block.cells}) > 1
            for cell in block.cells:
                yield from _places(cell.blocks, walker, table=table or data)


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip().casefold()


def _found(text: str, recognised: str) -> bool:
    return len(text) >= _TELLING and text in recognised


def _ask_trafilatura(page: str, *, recall: bool) -> str:
    """Return the main text as trafilatura finds it, folded; empty where it finds none or fails on a broken page."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # "no text" is not for the user's screen
    try:
        found = bare_extraction(page, include_comments=False, include_tables=True, favor_recall=recall)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, etree.LxmlError):
        return ""
    if found is None or isinstance(found, dict):
        return ""
    return _folded((found.text or "").replace("|", " "))


def _around(body: etree._Element) -> set[etree._Element]:
    """Return the elements whose tag, class or id says that they stand around the text, but hold no great part of it."""
    rules = load_packs().rules("html_furniture.toml", FurnitureRule)
    sizes = _sizes(body)
    total = sizes.get(body, 0) or 1
    found: set[etree._Element] = set()
    events = etree.iterwalk(body, events=("start",))
    for _, element in events:
        if element is body or not isinstance(element.tag, str):
            continue
        share = sizes.get(element, 0) / total
        names = names_of(element)
        if (names and any(share <= rule.most and rule.regex.search(names) for rule in rules)) or (
            element.tag in _ALWAYS_AROUND and share <= _MOST_AROUND
        ):
            found.add(element)
            events.skip_subtree()
    return found


def _sizes(body: etree._Element, *, links: bool = False) -> dict[etree._Element, int]:
    """Return how many letters each element holds, those in links counted or not."""
    sizes: dict[etree._Element, int] = {}
    for _, element in etree.iterwalk(body, events=("end",)):
        if not isinstance(element.tag, str) or element.tag in UNPRINTED or (element.tag == "a" and not links):
            continue
        own = len((element.text or "").strip())
        for child in element:
            own += sizes.get(child, 0) + len((child.tail or "").strip())
        sizes[element] = own
    return sizes


def _holder(places: Collection[_Place], share: float, body: etree._Element) -> etree._Element:
    """Return the innermost element that holds at least ``share`` of the text of ``places``."""
    counts: dict[etree._Element, int] = {}
    total = 0
    for place in places:
        total += len(place.text)
        element: etree._Element | None = place.origin
        while element is not None:
            counts[element] = counts.get(element, 0) + len(place.text)
            if element is body:
                break
            element = element.getparent()
    current = body
    while total:
        inner = next((child for child in current if counts.get(child, 0) >= share * total), None)
        if inner is None:
            return current
        current = inner
    return body


def _widened(
    root: etree._Element, plain: Collection[_Place], confirmed: Collection[_Place], body: etree._Element
) -> etree._Element:
    """Return ``root`` or the element around it that also holds what is a part of the text but stands beside it.

    That is the rest of the recognised text, and tables of data, as long as little else comes along.
    """
    inside = sum(len(place.text) for place in plain if _inside(place.origin, root))
    wanted = {place.origin for place in confirmed} | {place.origin for place in plain if place.table}
    outer = root
    while outer is not body and (parent := outer.getparent()) is not None:
        outer = parent
        held = [place for place in plain if _inside(place.origin, outer)]
        size = sum(len(place.text) for place in held)
        if size > 1.6 * inside:
            break
        gained = sum(len(p.text) for p in held if p.origin in wanted and not _inside(p.origin, root))
        if gained >= 0.5 * (size - inside) and gained:
            root, inside = outer, size
    return root


def _inside(element: etree._Element | None, outer: etree._Element) -> bool:
    while element is not None:
        if element is outer:
            return True
        element = element.getparent()
    return False


def _rows_of_links(places: Collection[_Place], kept: Collection[etree._Element]) -> set[etree._Element]:
    """Return the elements of three or more paragraphs in a row that are only links: related posts, menus."""
    found: set[etree._Element] = set()
    row: list[etree._Element] = []
    for place in [*places, None]:
        if place is not None and place.linked >= _LINKED and place.origin not in kept:
            row.append(place.origin)
            continue
        if len(row) >= _ROW_OF_LINKS:
            found.update(row)
        found.update(origin for origin in row if _is_button_bar(origin))
        row = []
    return found


def _teasers(body: etree._Element) -> set[etree._Element]:
    """Return the cards of other articles: three or more alike in a row, each a linked title and a summary.

    A list of documents in the text is none: its items are lines of words in which something is linked.
    """
    found: set[etree._Element] = set()
    lengths = _sizes(body, links=True)
    for parent in list(lengths):
        row: list[etree._Element] = []
        for child in [*parent, None]:
            fits = child is not None and _LEAST_TEASER <= lengths.get(child, 0) <= _TEASER and _is_teaser(child)
            if child is not None and fits and (not row or _kind(child) == _kind(row[-1])):
                row.append(child)
                continue
            size = sum(lengths[card] for card in row)
            if (
                len(row) >= _ROW_OF_LINKS and size < lengths[body] / 2
            ):  # where cards are all there is, they are the page
                found.update(row)
            row = [child] if child is not None and fits else []
    return found


def _kind(element: etree._Element) -> tuple[str, str]:
    return str(element.tag), element.get("class", "")


def _is_teaser(element: etree._Element) -> bool:
    """Whether the element is a block that begins with a linked title, which is followed by a block of plain words."""
    if element.tag not in ("div", "li", "article", "section", "dl", "tr"):
        return False
    links = [link for link in element.iter("a") if _folded("".join(link.itertext()))]
    blocks = [block for block in element.iter("p", "div", "h2", "h3", "h4", "h5", "h6") if block is not element]
    if not links or not blocks or len(links) > 4:
        return False
    title, whole = _folded("".join(links[0].itertext())), _folded("".join(element.itertext()))
    return len(_WORD.findall(title)) >= _TITLE_WORDS and whole.startswith(title)


def _is_button_bar(element: etree._Element) -> bool:
    """Whether the element is one short line of several links (``Thích  Chia sẻ  In trang``)."""
    return len(list(element.iter("a"))) > 1 and len(_folded("".join(element.itertext()))) <= _BUTTONS


def _title(body: etree._Element, root: etree._Element, around: set[etree._Element]) -> etree._Element | None:
    """Return the page's one title heading where it stands before the main text and not in it."""
    headings = [heading for heading in body.iter("h1") if not any(_inside(heading, part) for part in around)]
    if len(headings) != 1 or _inside(headings[0], root):
        return None
    return headings[0] if len(_WORD.findall("".join(headings[0].itertext()))) >= _TITLE_WORDS else None
