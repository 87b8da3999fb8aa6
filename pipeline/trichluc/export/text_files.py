r"""``texts/<document id>.txt``: the clean text that every offset points into, UTF-8, NFC, ``\n``."""

from __future__ import annotations

from pathlib import Path

from trichluc.export.atomic import clear_parts, replacing
from trichluc.store.store import Store


def write_texts(store: Store, folder: Path) -> None:
    """Write the clean texts; those that are there already are left, those of documents that are not are removed."""
    texts = folder / "texts"
    texts.mkdir(exist_ok=True)
    clear_parts(texts)
    left = {path.name for path in texts.glob("*.txt")}
    for key, content in store.texts():
        path = texts / f"{key}.txt"
        data = content.encode("utf-8")
        if path.name not in left or path.read_bytes() != data:
            with replacing(path) as part:
                part.write_bytes(data)
        left.discard(path.name)
    for name in left:
        (texts / name).unlink()
