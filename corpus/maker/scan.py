"""Makes scans: the pages of a pdf as a scanner, a fax machine or a careless hand would give them.

The same pdf, manner and resolution always give the same pixels: noise comes from a seed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from zlib import crc32

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

WHITE = (255, 255, 255)
RED = (214, 38, 52)


def scan(pdf: bytes, dpi: int = 300, manner: str = "clean") -> list[Image.Image]:
    """Return the pages of ``pdf`` as RGB or grey images of ``dpi``, made in one of :data:`MANNERS`."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[index].render(scale=dpi / 72).to_pil().convert("RGB") for index in range(len(document))]
    finally:
        document.close()
    made = MANNERS[manner]
    return [made(page, np.random.default_rng(crc32(f"{manner} {dpi} {n}".encode()))) for n, page in enumerate(pages)]


def as_pdf(pages: Sequence[Image.Image], dpi: int = 300) -> bytes:
    """Return the images as a pdf without a text layer, the same bytes for the same images."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in pages:
        width, height = page.width * 72 / dpi, page.height * 72 / dpi
        canvas.setPageSize((width, height))
        packed = io.BytesIO()
        page.save(packed, "PNG") if page.mode == "1" else page.save(packed, "JPEG", quality=85)
        packed.seek(0)
        canvas.drawImage(ImageReader(packed), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _clean(page: Image.Image, noise: np.random.Generator) -> Image.Image:
    return page


def _noisy(page: Image.Image, noise: np.random.Generator) -> Image.Image:
    """Slightly turned, blurred, unevenly lit, faded, grainy, and packed as a poor JPEG."""
    turned = page.convert("L").rotate(
        float(noise.uniform(0.8, 1.3)) * noise.choice((-1, 1)), Image.BICUBIC, fillcolor=255
    )
    blurred = turned.filter(ImageFilter.GaussianBlur(page.width / 2480 * 0.8))
    pixels = np.asarray(blurred, dtype=np.float32)
    height, width = pixels.shape
    light = 1 - 0.12 * np.linspace(0, 1, width, dtype=np.float32)[None, :] * np.linspace(0, 1, height)[:, None]
    pixels = (40 + pixels * (215 / 255)) * light + noise.normal(0, 14, pixels.shape)
    specks = noise.random(pixels.shape)
    pixels[specks < 0.0008] = 0
    pixels[specks > 0.9992] = 255
    return _jpeg(Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)), 60)


def _tilted(page: Image.Image, noise: np.random.Generator) -> Image.Image:
    """Laid askew on the glass: far more than OCR bears."""
    return page.rotate(float(noise.uniform(4, 7)) * noise.choice((-1, 1)), Image.BICUBIC, fillcolor=WHITE)


def _stamped(page: Image.Image, noise: np.random.Generator) -> Image.Image:
    """With a red office stamp over the text, and a smaller one in the margin."""
    layer = Image.new("RGB", page.size, WHITE)
    draw = ImageDraw.Draw(layer)
    unit = page.width / 210  # a millimetre
    for x, y, radius in ((noise.uniform(60, 150), noise.uniform(60, 230), 18), (205, noise.uniform(40, 250), 14)):
        for ring, wide in ((1.0, 1.1), (0.72, 0.5)):
            r = radius * ring * unit
            box = (x * unit - r, y * unit - r, x * unit + r, y * unit + r)
            draw.ellipse(box, outline=RED, width=max(2, round(wide * unit)))
        points = [
            (x * unit + np.sin(k * np.pi / 5) * s * unit, y * unit - np.cos(k * np.pi / 5) * s * unit)
            for k in range(10)
            for s in [radius * (0.45 if k % 2 == 0 else 0.18)]
        ]
        draw.polygon(points, fill=RED)
    ink = np.minimum(np.asarray(page, dtype=np.float32), 255)
    return Image.fromarray((ink * np.asarray(layer, dtype=np.float32) / 255).astype(np.uint8))


def _faxed(page: Image.Image, noise: np.random.Generator) -> Image.Image:
    """A fax: 200 dots an inch, black or white, with specks."""
    small = page.convert("L").resize((1654, round(page.height * 1654 / page.width)), Image.BILINEAR)
    pixels = np.asarray(small) > 150
    specks = noise.random(pixels.shape)
    pixels = np.where(specks < 0.0005, False, pixels)
    return Image.fromarray((pixels * 255).astype(np.uint8)).convert("1", dither=Image.Dither.NONE)


def _copied(page: Image.Image, noise: np.random.Generator) -> Image.Image:
    """From an office copier: laid a little askew, black or white, a few specks."""
    turned = page.convert("L").rotate(
        float(noise.uniform(0.2, 0.5)) * noise.choice((-1, 1)), Image.BICUBIC, fillcolor=255
    )
    pixels = np.asarray(turned) > 140
    pixels = np.where(noise.random(pixels.shape) < 0.00002, False, pixels)
    return Image.fromarray((pixels * 255).astype(np.uint8)).convert("1", dither=Image.Dither.NONE)


def _upside_down(page: Image.Image, noise: np.random.Generator) -> Image.Image:
    return page.transpose(Image.Transpose.ROTATE_180)


def _sideways(page: Image.Image, noise: np.random.Generator) -> Image.Image:
    return page.transpose(Image.Transpose.ROTATE_90)


def _faint(page: Image.Image, noise: np.random.Generator) -> Image.Image:
    """Faded and blurred so far that nobody can read it."""
    pixels = np.asarray(page.convert("L").filter(ImageFilter.GaussianBlur(page.width / 2480 * 9)), dtype=np.float32)
    pixels = 215 + pixels * (30 / 255) + noise.normal(0, 22, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _jpeg(image: Image.Image, quality: int) -> Image.Image:
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=quality)
    packed.seek(0)
    opened = Image.open(packed)
    opened.load()
    return opened


MANNERS: dict[str, Callable[[Image.Image, np.random.Generator], Image.Image]] = {
    "clean": _clean,
    "noisy": _noisy,
    "tilted": _tilted,
    "stamped": _stamped,
    "faxed": _faxed,
    "copied": _copied,
    "upside-down": _upside_down,
    "sideways": _sideways,
    "faint": _faint,
}
