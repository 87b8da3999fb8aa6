"""Pictures of pages (png, jpg, tif with one or more pages, bmp, webp), read by OCR."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from trichluc.errors import UnreadableFileError
from trichluc.options import DEFAULTS, ReadOptions
from trichluc.parsers.ocr.image import check_size
from trichluc.parsers.ocr.reader import OcrReader
from trichluc.parsers.pdf_pages import read_page, write_pages
from trichluc.source import Source
from trichluc.source_builder import SourceBuilder

FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "MPO")
_MOST_PAGES = 2000
_LEAST = (700, 400)  # dots; an A5 page of 100 dots an inch has 827 by 583
# What Pillow raises for broken files, one codec differing from another.
_BROKEN = (
    *(OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, OverflowError, struct.error),
    *(UnidentifiedImageError, Image.DecompressionBombError),
)


def parse(path: Path, options: ReadOptions = DEFAULTS) -> Source:
    """Read the picture ``path``, each of its frames a page.

    Raises:
        UnreadableFileError: ``damaged``, ``too-large``, ``ocr-missing``, ``scan`` (OCR is not wanted or finds nothing).
    """
    with OcrReader(options) as reader:
        if reader.tesseract is None:
            message = f"this is a picture, which only OCR can read: {reader.way_out}"
            raise UnreadableFileError(message, code=reader.problem_code)
        with _open(path) as picture:
            builder = SourceBuilder(Image.MIME.get(picture.format or "", "image/x-unknown"))
            builder.pages = getattr(picture, "n_frames", 1)
            if builder.pages > _MOST_PAGES:
                raise UnreadableFileError(
                    f"the picture has {builder.pages} pages, more than {_MOST_PAGES}; split it", code="too-large"
                )
            for number, frame, dpi in _frames(picture, builder.pages):
                reader.submit(number, frame, dpi)
            reader.finish()
        pages = [read_page(reader, number) for number in range(1, builder.pages + 1)]
        reader.report(builder)
    found = [page for page in pages if page is not None and (page.lines or page.grids)]
    if not found:
        raise UnreadableFileError(f"nothing can be read in this picture: {reader.way_out}", code="scan")
    write_pages(found, builder)
    return builder.build()


def check(path: Path) -> None:
    """See from its head whether the picture may be a page.

    Raises:
        UnreadableFileError: as :func:`parse`; ``image`` where it is too small.
    """
    with _open(path):
        pass


def _open(path: Path) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large pictures: we have a limit of our own
            picture = Image.open(path, formats=FORMATS)
    except _BROKEN as error:
        raise _damaged(error) from error
    width, height = picture.size
    check_size(width, height)
    if max(width, height) < _LEAST[0] or min(width, height) < _LEAST[1]:
        picture.close()
        raise UnreadableFileError(
            f"this is a picture of {width} × {height} dots, too small for a page; give the document itself, "
            "or a scan of at least 100 dots an inch",
            code="image",
        )
    return picture


def _frames(picture: Image.Image, count: int) -> Iterator[tuple[int, Image.Image, float | None]]:
    """Give each page with its number and resolution, turned as the camera says."""
    from PIL import ImageOps

    for index in range(count):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                picture.seek(index)
                check_size(*picture.size)
                frame = ImageOps.exif_transpose(picture.copy())
        except _BROKEN as error:
            raise _damaged(error) from error
        dpi = picture.info.get("dpi", (None,))[0]
        yield index + 1, frame, float(dpi) if dpi else None


def _damaged(error: Exception) -> UnreadableFileError:
    if isinstance(error, Image.DecompressionBombError):
        return UnreadableFileError(
            "the picture is too large to be read: scan the page anew at 300 dots an inch", code="too-large"
        )
    return UnreadableFileError(
        f"the picture is damaged or cut off ({error}); get it again from its source", code="damaged"
    )
