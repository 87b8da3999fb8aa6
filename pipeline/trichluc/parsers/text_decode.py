"""Bytes to text: Unicode with or without a mark, and the 8-bit code page of Vietnamese Windows."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from trichluc.errors import UnreadableFileError
from trichluc.source import SourceProblem

_MARKS = (  # the longer mark first: that of UTF-32 LE begins with that of UTF-16 LE
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_VIETNAMESE = frozenset(
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 1 << 16


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file, the encoding it was in (``unicode`` or a code page) and what to know about the reading."""

    text: str
    encoding: str = "unicode"
    problems: tuple[SourceProblem, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of a plain text file.

    Raises:
        UnreadableFileError: the bytes are no text, or in an encoding that is not known.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _unicode(data[len(mark) :], name)
    wide = _wide_without_mark(data[:_SAMPLE])
    if wide is not None:
        return _unicode(data, wide)
    if len(_CONTROL.findall(data[:_SAMPLE])) > max(2, len(data[:_SAMPLE]) // 200) and not _is_old(data):
        raise UnreadableFileError(
            "this is not a text file: it holds control bytes; give the original document (docx, pdf, html or txt)",
            code="binary",
        )
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _code_page(data)


def _unicode(data: bytes, name: str) -> Decoded:
    text = data.decode(name, errors="replace")
    lost = text.count("\ufffd")
    if not lost or lost <= data.decode(name, errors="ignore").count("\ufffd"):
        return Decoded(text)
    return Decoded(text, problems=(_bad_bytes(name.upper(), lost),))


def _bad_bytes(name: str, count: int) -> SourceProblem:
    return SourceProblem(
        "encoding",
        f"{count} places are no valid {name} and stand as U+FFFD; compare them with the original, or save it again",
    )


def _wide_without_mark(sample: bytes) -> str | None:
    """Return the name of UTF-16 without a mark: every second byte of its blanks, digits and plain letters is zero."""
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < half * 0.25 or min(even, odd) > half * 0.05:
        return None
    name = "utf-16-be" if even > odd else "utf-16-le"
    letters = sample[: half * 2].decode(name, errors="replace")
    strange = sum(unicodedata.category(letter) in ("Cn", "Co", "Cs") or letter == "\ufffd" for letter in letters)
    return name if strange <= len(letters) * 0.02 else None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Return UTF-8 in which a few bytes are broken: it still has far more whole sequences than broken ones."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in text) - broken
    if whole < 20 * broken:
        return None
    return Decoded(text, problems=(_bad_bytes("UTF-8", broken),))


def _code_page(data: bytes) -> Decoded:
    """Read an 8-bit file: windows-1258 where all of it is Vietnamese, windows-1252 where it is plain European text.

    Text in one of the old font encodings (TCVN3, VNI, VPS, VISCII) is given byte by byte, as Latin-1: what the bytes
    mean is told line by line when the lines are known.
    """
    text = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    letters = [letter for letter in text if letter > "\x7f" and (letter.isalpha() or unicodedata.combining(letter))]
    if len(letters) >= 5 and sum(letter in _VIETNAMESE for letter in letters) >= len(letters) * 0.98:
        return Decoded(text, "cp1258")
    if _is_old(data):
        return Decoded(data.decode("latin-1"))
    high = sum(byte > 0x7F for byte in data)
    if high <= len(data) * 0.02:  # Vietnamese has a marked letter in every fifth place or so
        note = SourceProblem(
            "encoding",
            "the encoding is not stated; read as windows-1252 (Western Europe): check the letters with marks",
        )
        return Decoded(data.decode("cp1252", errors="replace"), problems=(note,))
    raise UnreadableFileError(
        f"the encoding is not UTF-8, UTF-16, windows-1258{_guess(data)} or one of the old Vietnamese font encodings "
        "(TCVN3/ABC, VNI, VPS, VISCII): open the file in the program that wrote it and save it as UTF-8",
        code="encoding",
    )


def _is_old(data: bytes) -> bool:
    """Whether most of the bytes are text in an old Vietnamese font encoding."""
    from trichluc.text.encodings.convert import convert_document

    if b"\0" in data[:_SAMPLE]:
        return False
    sample = data[:_SAMPLE].decode("latin-1")
    found = convert_document(sample)[1]
    return found.counts.total() > 5 and found.counts.total() > 4 * found.clean


def _guess(data: bytes) -> str:
    """Return what the detector takes the bytes for, as a hint in a message; never trusted for reading."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return f" (it looks like {best.encoding})" if best is not None else ""
