"""PNG and JPEG images as authors have them, a file or its bytes, validated by their headers alone."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from infograficos.errors import InputError
from infograficos.language.numbers import format_decimal

#: An image is embedded in the SVG, so that it has to be small: bytes, then pixels.
MAX_BYTES, MAX_PIXELS = 2_000_000, 25_000_000

#: An image is never enlarged; one of fewer pixels along its longer side would be too small to see.
MIN_PIXELS = 320

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"

#: The markers of JPEG segments that begin a frame, and so contain its size.
_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}

_EXIF, _ORIENTATION = 0xE1, 0x0112


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A PNG or JPEG: its bytes, and its width and height in pixels."""

    data: bytes = field(repr=False)
    media: Literal["image/png", "image/jpeg"]
    width: int
    height: int


def read_image(source: object) -> ImageFile:
    """Read a PNG or JPEG from a path or from its bytes.

    A missing, truncated, too large or too small image raises `InputError`, as does one rotated by EXIF alone.
    """
    if isinstance(source, ImageFile):
        source = source.data
    if isinstance(source, bytes | bytearray):
        return _parse("a imagem", bytes(source))
    if isinstance(source, str | os.PathLike):
        return _parse(f"a imagem “{Path(source).name}”", _read_bytes(Path(source)))
    raise InputError(f"esperado o caminho de um PNG ou JPEG, ou seus bytes, veio {type(source).__name__}")


def _read_bytes(path: Path) -> bytes:
    try:
        _validate_length(f"a imagem “{path.name}”", path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"o arquivo “{path}” não existe") from None
    except (OSError, ValueError):
        raise InputError(f"não foi possível ler “{path}”; esperado um arquivo PNG ou JPEG") from None


def _parse(name: str, data: bytes) -> ImageFile:
    _validate_length(name, len(data))
    if data.startswith(_PNG):
        image = _parse_png(data)
    elif data.startswith(_JPEG):
        image = _parse_jpeg(name, data)
    else:
        raise InputError(f"{name} não é um PNG nem um JPEG; converta-a antes")
    if image is None:
        raise InputError(f"{name} está incompleta; salve-a de novo")
    size = f"{name} tem {image.width} × {image.height} pixels"
    if image.width * image.height > MAX_PIXELS:
        raise InputError(f"{size}; esperado até {MAX_PIXELS // 10**6} milhões de pixels: reduza-a antes")
    if max(image.width, image.height) < MIN_PIXELS:
        raise InputError(f"{size}; esperado ao menos {MIN_PIXELS} no lado maior, para não sair borrada")
    return image


def _validate_length(name: str, length: int) -> None:
    if length > MAX_BYTES:
        size = format_decimal(length / 1e6, 1)
        raise InputError(f"{name} tem {size} MB; esperado até {MAX_BYTES // 10**6} MB: reduza-a antes")


def _parse_png(data: bytes) -> ImageFile | None:
    if len(data) < 33 or b"IEND" not in data[-16:]:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return ImageFile(data, "image/png", width, height) if width and height else None


def _parse_jpeg(name: str, data: bytes) -> ImageFile | None:
    for marker, content in _segments(data):
        if marker == _EXIF and _is_rotated(content):
            raise InputError(f"{name} só está de pé por uma etiqueta EXIF; gire-a de verdade e salve de novo")
        if marker in _START_OF_FRAME and len(content) >= 5:
            height, width = struct.unpack(">HH", content[1:5])
            complete = width and height and b"\xff\xd9" in data[-1024:]
            return ImageFile(data, "image/jpeg", width, height) if complete else None
    return None


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the marker and the content of each segment of a JPEG's header."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # padding before a marker
            at += 1
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + length


def _is_rotated(content: bytes) -> bool:
    """Return whether an EXIF segment asks for a rotation, which not every renderer applies."""
    if not content.startswith(b"Exif\0\0") or len(content) < 16:
        return False
    table = content[6:]
    order: Literal["little", "big"] = "little" if table.startswith(b"II") else "big"
    start = int.from_bytes(table[4:8], order)
    count = int.from_bytes(table[start : start + 2], order)
    for entry in range(start + 2, start + 2 + 12 * count, 12):
        if int.from_bytes(table[entry : entry + 2], order) == _ORIENTATION:
            return int.from_bytes(table[entry + 8 : entry + 10], order) > 1
    return False
