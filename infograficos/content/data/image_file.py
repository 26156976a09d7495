"""Pictures in pixels as they come from an author: a file or its bytes, known by their headers alone."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from infograficos.errors import InputError
from infograficos.language.numbers import format_decimal

#: A picture goes into the SVG whole, so that it has to be small: bytes, then pixels.
MOST_BYTES, MOST_PIXELS = 2_000_000, 25_000_000

#: A picture is never enlarged; one of fewer pixels along its longer side would be too small to see.
LEAST_PIXELS = 320

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"

#: The marks of a JPEG that are followed by its size: all that begin a frame.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}

_EXIF, _ORIENTATION = 0xE1, 0x0112


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A PNG or JPEG: its bytes, and its width and height in pixels."""

    data: bytes = field(repr=False)
    media: Literal["image/png", "image/jpeg"]
    width: int
    height: int


def read_image(source: object) -> ImageFile:
    """Return the PNG or JPEG at a path, or with these bytes.

    `InputError` where there is none, or where it is too large, too small, cut off or turned by a mere tag.
    """
    if isinstance(source, ImageFile):
        source = source.data
    if isinstance(source, bytes | bytearray):
        return _checked("a imagem", bytes(source))
    if isinstance(source, str | os.PathLike):
        return _checked(f"a imagem “{Path(source).name}”", _bytes_of(Path(source)))
    raise InputError(f"esperado o caminho de um PNG ou JPEG, ou seus bytes, veio {type(source).__name__}")


def _bytes_of(path: Path) -> bytes:
    try:
        _refuse_bytes(f"a imagem “{path.name}”", path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"o arquivo “{path}” não existe") from None
    except (OSError, ValueError):
        raise InputError(f"não foi possível ler “{path}”; esperado um arquivo PNG ou JPEG") from None


def _checked(what: str, data: bytes) -> ImageFile:
    _refuse_bytes(what, len(data))
    if data.startswith(_PNG):
        found = _png(data)
    elif data.startswith(_JPEG):
        found = _jpeg(what, data)
    else:
        raise InputError(f"{what} não é um PNG nem um JPEG; converta-a antes")
    if found is None:
        raise InputError(f"{what} está incompleta; salve-a de novo")
    _refuse_size(what, found.width, found.height)
    return found


def _refuse_bytes(what: str, length: int) -> None:
    if length > MOST_BYTES:
        size = format_decimal(length / 1e6, 1)
        raise InputError(f"{what} tem {size} MB; esperado até {MOST_BYTES // 10**6} MB: reduza-a antes")


def _refuse_size(what: str, width: int, height: int) -> None:
    shown = f"{what} tem {width} × {height} pixels"
    if width * height > MOST_PIXELS:
        raise InputError(f"{shown}; esperado até {MOST_PIXELS // 10**6} milhões de pixels: reduza-a antes")
    if max(width, height) < LEAST_PIXELS:
        raise InputError(f"{shown}; esperado ao menos {LEAST_PIXELS} no lado maior, para não sair borrada")


def _png(data: bytes) -> ImageFile | None:
    if len(data) < 33 or b"IEND" not in data[-16:]:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return ImageFile(data, "image/png", width, height) if width and height else None


def _jpeg(what: str, data: bytes) -> ImageFile | None:
    for mark, content in _segments(data):
        if mark == _EXIF and _turned(content):
            raise InputError(f"{what} só está de pé por uma etiqueta EXIF; gire-a de verdade e salve de novo")
        if mark in _FRAMES and len(content) >= 5:
            height, width = struct.unpack(">HH", content[1:5])
            whole = width and height and b"\xff\xd9" in data[-1024:]
            return ImageFile(data, "image/jpeg", width, height) if whole else None
    return None


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the marks of a JPEG's header with what follows each."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark == 0xFF:  # filling before a mark
            at += 1
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        yield mark, data[at + 4 : at + 2 + length]
        at += 2 + length


def _turned(content: bytes) -> bool:
    """Say whether an EXIF segment asks for the picture to be turned, which not every renderer does."""
    if not content.startswith(b"Exif\0\0") or len(content) < 16:
        return False
    table = content[6:]
    order: Literal["little", "big"] = "little" if table.startswith(b"II") else "big"
    start = int.from_bytes(table[4:8], order)
    count = int.from_bytes(table[start : start + 2], order)
    for place in range(start + 2, start + 2 + 12 * count, 12):
        if int.from_bytes(table[place : place + 2], order) == _ORIENTATION:
            return int.from_bytes(table[place + 8 : place + 10], order) > 1
    return False
