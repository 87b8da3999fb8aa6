r"""Markdown, and the looser kind that web pages are saved as: headings, bold, links, escapes.

The number of lines never changes, so tables and paragraphs are found afterwards in the same way as in plain text. Bold
becomes the marks of :mod:`trichluc.parsers.text_lines`; italics, links and escapes leave only their words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace

from trichluc.parsers.text_lines import BOLD_OFF, BOLD_ON, Line

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*")
_BREAK = re.compile(r" {0,3}(?:-[ -]{2,}|\*[ *]{2,}|_[ _]{2,})")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_BOLD = re.compile(r"\*\*|(?<![\w_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_])|__(?=\s*$)")
_ITALIC = re.compile(r"(?<![\\*(])\*(?=[^\s*)])|(?<=[^\s*(\\])\*(?![*)])|(?<=\s)\*(?=[^\s*)])")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^)\s]{0,2000}(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{0,500})\]\((?:[^()\s]|\([^()\s]{0,200}\)){1,2000}(?:\s+\"[^\"]*\")?\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|p|div|sup|sub|font|center)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LINE_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EVIDENCE = re.compile(
    r"""
    ^\ {0,3}\#{1,6}[ \t]+\S                                       # heading
    | \*\*[^*\n]{2,1000}\*\*                                      # bold
    | ^[ \t]{0,9}\|?[ \t]{0,9}:?-{3,200}:?[ \t]{0,9}\|[ \t:|-]*$  # rule of a table
    | \[[^\[\]\n]{1,500}\]\(https?:                               # link
    | ^\[\^\w+\]:                                                 # footnote
    """,
    re.MULTILINE | re.VERBOSE,
)


def looks_like_markdown(text: str) -> bool:
    """Whether the text itself shows Markdown: three marks of it or more, or one to every fifteen lines."""
    count = len(_EVIDENCE.findall(text))
    return count >= 3 or (count >= 1 and count * 15 >= text.count("\n"))


def read_markdown(lines: Sequence[Line]) -> tuple[list[Line], dict[int, int]]:
    """Return the lines with their marks read, and the level (0-based) of every line that is a heading."""
    read: list[Line] = []
    headings: dict[int, int] = {}
    bold = False
    for index, line in enumerate(lines):
        text = line.text
        if line.blank or _FENCE.match(text):
            bold = False
            read.append(replace(line, text=""))
            continue
        heading = _HEADING.fullmatch(text)
        if heading:
            headings[index], text, bold = len(heading[1]) - 1, heading[2], False
        elif _is_underline(lines, index):
            if "=" in text:
                headings[index - 1] = 0
            read.append(replace(line, text=""))
            continue
        elif _BREAK.fullmatch(text) and _alone(lines, index):
            read.append(replace(line, text=""))
            continue
        text, bold = _inline(_LINE_TAG.sub(" ", text) if "|" not in text else text, bold)
        read.append(replace(line, text=text))
    return read, headings


def _is_underline(lines: Sequence[Line], index: int) -> bool:
    """Whether the line underlines a heading; one of dashes only counts where it is as long as its heading.

    In letterheads a short drawn line stands under the name of the office, which is no heading.
    """
    match = _UNDERLINE.fullmatch(lines[index].text)
    if not match or not index or lines[index - 1].blank or (index > 1 and not lines[index - 2].blank):
        return False
    return match[1][0] == "=" or len(match[1]) >= max(20, len(lines[index - 1].text.strip()) - 1)


def _alone(lines: Sequence[Line], index: int) -> bool:
    before = index == 0 or lines[index - 1].blank
    return before and (index + 1 >= len(lines) or lines[index + 1].blank)


def _inline(text: str, bold: bool) -> tuple[str, bool]:
    """Return the line with bold marked and other marks dropped, and whether bold goes on in the next line."""
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    lead = text[: len(text) - len(text.lstrip())]
    star = re.match(r"\*\s+", text.lstrip())
    bullet = "- " if star else ""
    body = text.lstrip()[star.end() if star else 0 :].lstrip(">") if not star else text.lstrip()[star.end() :]
    parts = _BOLD.split(body)
    out = [lead, bullet]
    for number, part in enumerate(parts):
        if number:
            bold = not bold
        clean = _ESCAPE.sub(r"\1", _drop_italics(part))
        if clean:
            out.append(BOLD_ON + clean + BOLD_OFF if bold else clean)
    return "".join(out), bold


def _drop_italics(text: str) -> str:
    return _ITALIC.sub("", text) if text.strip("* \t") else text
