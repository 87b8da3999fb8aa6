"""The pages of a word processor's document, which its file does not know: laid out once, and found again in the text.

LibreOffice makes a pdf; the words at the head of each of its pages are looked for in the clean text, from where the
page before begins. Its layout is not the one of the office that printed the report (fonts and printers differ), so
pages are given only where they are asked for.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trichluc.errors import UnreadableFileError
from trichluc.parsers.detect import Format
from trichluc.parsers.office.libreoffice import INSTALL, LibreOffice, find_office
from trichluc.parsers.office.shelf import Shelf, entry_name
from trichluc.source import Source, SourceProblem

_LAYOUT = "1"  # of how a document is laid out: another makes what was kept worthless
_WORD = re.compile(r"\w+")
_ROW = 5  # words in a row that tell a place
_HEAD = 60  # words of a page's head that are looked for
_NUMBERS = 8  # words of a page's head that the text lacks, at most: numbers that the word processor gives
_MARKER = 8  # characters of an item's number or bullet
_AHEAD = 2_000  # words that a page may begin after the one before, at most


def with_pages(source: Source, document: bytes, kind: Format, shelf: Shelf) -> Source:
    """Return ``source`` with pages, as LibreOffice lays the document out; where it cannot, with a note that says so.

    Args:
        source: what was read from the document.
        document: its bytes.
        kind: docx, doc, rtf or odt.
        shelf: where what LibreOffice made is kept.
    """
    office = find_office()
    if office is None:
        return _without(source, f"LibreOffice, which lays documents out, is not here: {INSTALL}")
    try:
        pages = [_words(page) for page in _page_texts(_pdf_of(document, kind, office, shelf))]
    except UnreadableFileError as error:
        return _without(source, str(error))
    found = find_pages(source.text, [[word for word, _ in page] for page in pages])
    starts = [(at, page) for page, at in found.items()]
    by_note = [(note.span.start, _page(starts, note.at)) for note in source.notes if note.at is not None]
    paged = replace(source, pages=len(pages), page_starts=_ascending([*starts, *by_note]))
    lost = sum(1 for number, page in enumerate(pages, 1) if page and number not in found)
    if not lost:
        return paged
    note = f"{lost} of {len(pages)} pages were not found again in the text: what stands there has the page before"
    return replace(paged, problems=(*paged.problems, SourceProblem("pages-unsure", note, severity="note")))


def find_pages(text: str, pages: Sequence[Sequence[str]]) -> dict[int, int]:
    """Return for each page that is found in ``text`` the offset at which it begins, by its 1-based number.

    The first row of words that a page has in common with the text, behind the page before, is where it begins; of the
    places that its rows point to, the one that most of them agree on is taken, for a row may stand elsewhere too.

    Args:
        text: the clean text.
        pages: the words of each page, in NFC and small letters.
    """
    words = _words(text)
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in range(len(words) - _ROW + 1):
        places[tuple(word for word, _ in words[index : index + _ROW])].append(index)
    found: dict[int, int] = {}
    least = 0
    for number, page in enumerate(pages, 1):
        hits = list(_hits(page, places, least))
        if number == 1 and words:
            found[1] = 0
        elif hits:
            begin = Counter(place - row for row, place in hits).most_common(1)[0][0]
            first = min(place for row, place in hits if abs(place - row - begin) <= _NUMBERS)
            found[number], least = _line_start(text, words[first][1]), first + 1
    return found


def _line_start(text: str, place: int) -> int:
    """Return the beginning of the line where only a number or bullet stands before ``place``, else ``place``."""
    start = text.rfind("\n", 0, place) + 1
    return start if place - start <= _MARKER else place


def _hits(page: Sequence[str], places: dict[tuple[str, ...], list[int]], least: int) -> Iterator[tuple[int, int]]:
    """Give the rows of a page's head that stand in the text behind ``least``: place in the page, place in the text."""
    for row in range(min(len(page) - _ROW + 1, _HEAD)):
        for place in places.get(tuple(page[row : row + _ROW]), ()):
            if least <= place <= least + _AHEAD:
                yield row, place


def _words(text: str) -> list[tuple[str, int]]:
    """Return the words of a text as they are compared, each with its offset."""
    return [(unicodedata.normalize("NFC", m[0]).casefold(), m.start()) for m in _WORD.finditer(text)]


def _page(starts: Sequence[tuple[int, int]], offset: int) -> int:
    return max((page for at, page in starts if at <= offset), default=1)


def _ascending(starts: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return starts in order of offset, the later page where two have one offset."""
    return tuple(sorted(dict(sorted(starts)).items()))


def _pdf_of(document: bytes, kind: Format, office: LibreOffice, shelf: Shelf) -> bytes:
    entry = entry_name(hashlib.sha256(document).hexdigest(), kind.value, "pdf", office.version, _LAYOUT)
    made = shelf.get(entry)
    if made is None:
        made = office.convert(document, kind.value, into="pdf")
        shelf.put(entry, made)
    return made


def _page_texts(pdf: bytes) -> Iterator[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as laid_out:
        for page in laid_out:
            text = page.get_textpage()
            yield text.get_text_range()
            text.close()
            page.close()


def _without(source: Source, why: str) -> Source:
    note = SourceProblem("no-pages", f"pages are not known: {why}", severity="note")
    return replace(source, problems=(*source.problems, note))
