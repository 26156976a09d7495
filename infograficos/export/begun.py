"""A file in the making, and what the manifest will say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.export.manifest import Record, digest
from infograficos.raster import signature
from infograficos.raster.render_pool import FinishedImage, PendingImage

if TYPE_CHECKING:
    from infograficos.export.store import Store


@dataclass(frozen=True, slots=True)
class Begun:
    """A file in the making.

    Args:
        path: where it goes.
        record: what the manifest says of it, but for what only its bytes can tell.
        drawn: its bytes, perhaps not there yet.
        source: the SHA-256 of all that it is made from: of an SVG, itself.
    """

    path: Path
    record: Record
    drawn: PendingImage
    source: str

    def ended(self) -> tuple[bytes, Record]:
        """Wait for the file's bytes, and return them with the whole record."""
        data = self.drawn.result()
        sizes = {"png": png_size, "gif": gif_size}
        pixels = sizes[self.record.format](data) if self.record.format in sizes else None
        found = sha256(data).hexdigest()
        return data, replace(self.record, bytes=len(data), sha256=found, pixels=pixels)


def kept_file(store: Store, path: Path, record: Record, source: str) -> Begun | None:
    """Return a file that was made before from the same source, if it is still kept."""
    data = store.find(store_key(record.format, source))
    return None if data is None else Begun(path, record, FinishedImage(data), source)


def store_key(format: str, source: str) -> str:
    """Return what a file's bytes are kept under; a picture depends on what draws it, too."""
    return digest(source) if format == "svg" else digest(source, signature())


def png_size(data: bytes) -> tuple[int, int]:
    """Return a PNG's width and height, which it states first of all."""
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def gif_size(data: bytes) -> tuple[int, int]:
    """Return a GIF's width and height, which it states after its signature."""
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
