"""Page images made ready to be read: grey without red stamps, about 300 dots an inch, upright, level."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

from trichluc.errors import UnreadableFileError

DPI = 300
MOST_PIXELS = 80_000_000  # A3 at 600 dots an inch has 70 million
LEVEL = 2.0  # degrees of tilt that Tesseract bears by itself; turning a page by less costs letters
_MOST_TILT = 12.0
_PAGE_INCHES = (5.0, 24.0)  # the longer side of a sheet, A6 to A2
_A4_INCHES = 8.27
_LEAST_CONTRAST = 24
# by the shade of the paper, the first that is no ink on it: a table takes a tenth of the time that floats take
_DARKER = [max(0, min(math.ceil(shade * 0.82), shade - _LEAST_CONTRAST)) for shade in range(256)]
_ROUND = 5  # dots on each side in which the dots of a full stop stand together
_LEAST_DOTS = 13  # the full stop of small print has about 20
_CLOSE = math.ceil(_LEAST_DOTS * 255 / (2 * _ROUND + 1) ** 2)  # the mean of a mask of 0 and 255 round about such a dot


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page ready for reading.

    Attributes:
        grey: 8-bit image of :data:`DPI`.
        tilt: degrees counter-clockwise by which its lines rise to the right.
    """

    grey: Image.Image
    tilt: float

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.grey.width * 72 / DPI, self.grey.height * 72 / DPI


def check_size(width: int, height: int) -> None:
    """Refuse an image that would fill the memory.

    Raises:
        UnreadableFileError: ``too-large``.
    """
    if width * height > MOST_PIXELS:
        raise UnreadableFileError(
            f"a picture of {width} × {height} dots is too large to be read (at most {MOST_PIXELS // 10**6} million "
            "dots): scan the page anew at 300 dots an inch",
            code="too-large",
        )


def prepare(image: Image.Image, dpi: float | None = None) -> PageImage:
    """Return the page made ready; ``dpi`` is the resolution of ``image`` where it is known."""
    grey = _resample(to_grey(image), dpi)
    return level(grey)


def level(grey: Image.Image) -> PageImage:
    """Return the page with its tilt, turned level where that is more than OCR bears."""
    tilt = measure_tilt(grey)
    if abs(tilt) <= LEVEL:
        return PageImage(grey, tilt)
    turned = grey.rotate(-tilt, Image.Resampling.BICUBIC, fillcolor=_paper(grey))
    return PageImage(turned, measure_tilt(turned))


def to_grey(image: Image.Image) -> Image.Image:
    """Return the image in grey as a red filter shows it: stamps and seals are red, and what they cover comes out."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        sheet = Image.new("RGBA", image.size, "white")
        sheet.alpha_composite(image)
        image = sheet.convert("RGB")
    if image.mode.startswith(("I", "F")):
        pixels = np.asarray(image, dtype=np.float64)
        top = 65535.0 if pixels.max(initial=0.0) > 255 else 255.0
        return Image.fromarray((np.clip(pixels / top, 0, 1) * 255).astype(np.uint8))
    if image.mode in ("1", "L"):
        return image.convert("L")
    return image.convert("RGB").getchannel("R")


def pgm(grey: Image.Image) -> bytes:
    """Return the image as a PGM file, which takes no time to pack and unpack."""
    return b"P5\n%d %d\n255\n" % grey.size + grey.tobytes()


def _resample(grey: Image.Image, dpi: float | None) -> Image.Image:
    """Bring the image to about 300 dots an inch; one whose resolution nobody knows is taken for an A4 sheet."""
    longer, shorter = max(grey.size), min(grey.size)
    known = dpi is not None and dpi > 0 and _PAGE_INCHES[0] <= longer / dpi <= _PAGE_INCHES[1]
    scale = DPI / dpi if known and dpi else DPI * _A4_INCHES / shorter
    scale = min(max(scale, 0.2), 4.0, math.sqrt(MOST_PIXELS / (grey.width * grey.height)))
    if 0.9 <= scale <= 1.15:
        return grey
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    return grey.resize(size, Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX)


def _paper(grey: Image.Image) -> int:
    """Return the shade of the paper: the lightest that is common."""
    histogram = np.asarray(grey.histogram())
    return int(np.argmax(histogram[128:])) + 128


def darkness(grey: Image.Image, factor: int) -> NDArray[np.uint8]:
    """Return the image shrunk by ``factor``, each dot as dark as the darkest of those that it stands for."""
    pixels = np.asarray(grey)
    height, width = pixels.shape[0] // factor * factor, pixels.shape[1] // factor * factor
    tiles = pixels[:height, :width]
    columns = tiles[:, 0::factor]
    for step in range(1, factor):
        columns = np.minimum(columns, tiles[:, step::factor])
    rows = columns[0::factor]
    for step in range(1, factor):
        rows = np.minimum(rows, columns[step::factor])
    return rows


def ink(grey: Image.Image) -> NDArray[np.bool_]:
    """Return where there is ink: darker than the paper around it, however unevenly that is lit."""
    around = grey.filter(ImageFilter.BoxBlur(max(8, grey.width // 40)))
    found: Any = np.asarray(grey) < np.asarray(around.point(_DARKER))
    return found  # type: ignore[no-any-return]


def clean(page: PageImage) -> PageImage:
    """Return the page with nothing but white between its letters: no shade of the paper, no grain, no specks."""
    dark = ink(page.grey)
    # the dots of ink round about each dot: those of a full stop stand close together, a speck stands alone
    mask = Image.fromarray(dark.view(np.uint8) * 255)
    around = np.asarray(mask.filter(ImageFilter.BoxBlur(_ROUND)))
    kept = Image.fromarray((dark & (around >= _CLOSE)).view(np.uint8) * 255)
    far = kept.filter(ImageFilter.BoxBlur(2)).point([255] + [0] * 255)
    return PageImage(ImageChops.lighter(page.grey, far), page.tilt)


def measure_tilt(grey: Image.Image) -> float:
    """Return how many degrees counter-clockwise the lines rise: at that angle they throw the sharpest shadows."""
    small = grey.resize((max(1, grey.width // 4), max(1, grey.height // 4)), Image.Resampling.BOX)
    rows, columns = np.nonzero(ink(small))
    if len(rows) < 200:
        return 0.0
    if len(rows) > 60_000:
        step = len(rows) // 60_000 + 1
        rows, columns = rows[::step], columns[::step]

    def sharpness(degrees: float) -> float:
        heights = rows + columns * math.tan(math.radians(degrees))
        counts = np.bincount((heights - heights.min()).astype(np.int64)).astype(np.float64)
        return float(np.square(np.diff(counts)).sum())

    best = max(np.arange(-_MOST_TILT, _MOST_TILT + 0.1, 0.5), key=sharpness)
    best = max(np.arange(best - 0.4, best + 0.45, 0.1), key=sharpness)
    best = max(np.arange(best - 0.08, best + 0.09, 0.02), key=sharpness)
    return float(round(best, 2))
