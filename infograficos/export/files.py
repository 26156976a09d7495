"""The files of an export, while they are made and when they are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from infograficos.export.manifest import Record


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file of an export whose bytes may still be in the making.

    Args:
        path: where it goes.
        record: what the manifest says of it, without what only its bytes can tell.
        image: its bytes, or a function that waits for them.
        source: the digest of all that it is made from.
    """

    path: Path
    record: Record
    image: bytes | Callable[[], bytes]
    source: str

    def result(self) -> tuple[bytes, Record]:
        """Wait for the file's bytes, and return them with the whole record."""
        data = self.image if isinstance(self.image, bytes) else self.image()
        pixels = _pixel_size(self.record.format, data)
        return data, replace(self.record, bytes=len(data), sha256=sha256(data).hexdigest(), pixels=pixels)


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the export: its path, its size in bytes and, of a PNG, in pixels; `new` if it was written."""

    path: Path
    size: int
    pixels: tuple[int, int] | None = None
    new: bool = True

    def __str__(self) -> str:
        """Return one line: `dist/medium/01-x.png  1400 × 980 px, 62 kB`."""
        across = f"{self.pixels[0]} × {self.pixels[1]} px, " if self.pixels else ""
        return f"{self.path}  {across}{_readable_size(self.size)}"


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made, and what the author should know, in Portuguese.

    Args:
        files: in the figures' order.
        messages: what there is to say about the figures, the same at every export.
        notice: what there is to say about how they were drawn this time.
        sources: the digest of what each file is made from, and its record; empty if not to be replayed.
    """

    files: tuple[WrittenFile, ...]
    messages: tuple[str, ...] = ()
    notice: str | None = None
    sources: tuple[tuple[str, Record], ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """All that the author should know."""
        return (*self.messages, self.notice) if self.notice else self.messages

    @property
    def paths(self) -> list[Path]:
        """The files, in the figures' order."""
        return [file.path for file in self.files]

    @property
    def lines(self) -> list[str]:
        """One line for each file that was written, and how many were current already, in Portuguese."""
        written = [str(file) for file in self.files if file.new]
        current = len(self.files) - len(written)
        if current == 1:
            return [*written, "1 arquivo já estava em dia"]
        return [*written, f"{current} arquivos já estavam em dia"] if current else written


def _pixel_size(format: str, data: bytes) -> tuple[int, int] | None:
    """Return the width and height that a picture states in its header."""
    if format == "png":
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if format == "gif":
        return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    return None


def _readable_size(size: int) -> str:
    if size < 1000:
        return f"{size} bytes"
    if size < 999_500:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
