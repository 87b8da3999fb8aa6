"""Bytes of an html file to text, and the page out of a saved web archive (mhtml)."""

from __future__ import annotations

import codecs
import re

from trichluc.errors import UnreadableFileError
from trichluc.parsers.text_decode import Decoded, decode
from trichluc.source import SourceProblem

_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{3,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{3,40})",
    re.IGNORECASE,
)
_HEAD = 8192
# Names that programs write whatever the file is in.
_UNTRUSTED = frozenset(("ascii", "iso8859-1", "cp1252", "latin_1", "utf-8"))


def decode_html(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of an html file: by its byte order mark, else by what it declares, else by its bytes.

    Args:
        data: the file.
        declared: the encoding that a header of a web archive gives.

    Raises:
        UnreadableFileError: the bytes are no text, or in an encoding that is not known.
    """
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    name = None if marked else _codec(declared) or _codec(_declared(data))
    if name is not None and name not in _UNTRUSTED:
        try:
            return Decoded(data.decode(name), "cp1258" if name == "cp1258" else "unicode")
        except UnicodeDecodeError:
            pass  # declared wrongly: go by the bytes
    try:
        return decode(data)
    except UnreadableFileError as error:
        if name == "utf-8":  # it says what it is, so read what can be read
            text = data.decode("utf-8", errors="replace")
            lost = text.count("\ufffd")
            note = SourceProblem(
                "encoding",
                f"the page says that it is UTF-8, but {lost} places are not and stand as U+FFFD; compare with the page",
            )
            if lost * 20 <= len(text):
                return Decoded(text, problems=(note,))
        raise error


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    return None if match is None else (match[1] or match[2]).decode("ascii", "replace")


def _codec(name: str | None) -> str | None:
    """Return Python's name of a text encoding; null for an unknown one, and for UTF-16, which would not be readable."""
    try:
        info = codecs.lookup(name) if name else None
    except LookupError:
        return None
    if info is None or not getattr(info, "_is_text_encoding", True) or info.name.startswith(("utf-16", "utf-32")):
        return None
    return info.name


def unpack_mhtml(data: bytes) -> tuple[bytes, str | None]:
    """Return the page of a saved web archive, and the encoding that its header gives.

    Raises:
        UnreadableFileError: the archive holds no page.
    """
    from email import message_from_bytes
    from email.errors import MessageError

    try:
        message = message_from_bytes(data)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                payload = part.get_payload(decode=True)
                if isinstance(payload, bytes) and payload.strip():
                    return payload, part.get_content_charset()
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise UnreadableFileError(
            f"the web archive (mhtml) is damaged ({error}): save the page again", code="damaged"
        ) from error
    raise UnreadableFileError("the web archive (mhtml) holds no page: save the page again as html", code="no-text")
