"""PNG and JPEG images as authors have them, a file or its bytes, made to look the same in every viewer."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from infograficos.errors import InputError
from infograficos.language.numbers import format_size

#: An image is embedded in the SVG, so that it has to be small: bytes, then pixels.
MAX_BYTES, MAX_PIXELS = 2_000_000, 25_000_000

#: An image is never enlarged; one of fewer pixels along its longer side would be too small to see.
MIN_PIXELS = 320

#: Browsers on phones draw no longer side.
_MAX_SIDE = 16_384

_TOO_LARGE = f"esperado até {MAX_PIXELS // 10**6} milhões de pixels: reduza-a antes"

_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A PNG or JPEG: its bytes, and its width and height in pixels."""

    data: bytes = field(repr=False)
    media: Literal["image/png", "image/jpeg"]
    width: int
    height: int


def read_image(source: object) -> ImageFile:
    """Read a PNG or JPEG from a path or from its bytes: upright, in sRGB, without metadata.

    A missing, damaged, too large or too small image raises `InputError`.
    """
    if isinstance(source, ImageFile):
        source = source.data
    if isinstance(source, bytes | bytearray):
        return _parse("a imagem", bytes(source))
    if isinstance(source, str | os.PathLike):
        return _parse(f"a imagem “{Path(source).name}”", _read_bytes(Path(source)))
    kind = "nada" if source is None else type(source).__name__
    raise InputError(f"esperado o caminho de um PNG ou JPEG, ou seus bytes, veio {kind}")


def _read_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        # A device or a pipe may have no end.
        if not stat.S_ISREG(status.st_mode):
            raise InputError(f"“{path}” não é um arquivo; esperado um PNG ou JPEG")
        _validate_length(f"a imagem “{path.name}”", status.st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"o arquivo “{path}” não existe") from None
    except (OSError, ValueError):
        raise InputError(f"não foi possível ler “{path}”; esperado um arquivo PNG ou JPEG") from None


# A layout reads its image again each time.
@lru_cache(maxsize=16)
def _parse(name: str, data: bytes) -> ImageFile:
    # Pillow takes time to import.
    from infograficos.content.data.image_decoding import (  # noqa: PLC0415
        DamagedImageError,
        EnormousImageError,
        decode,
        normalize,
    )

    _validate_length(name, len(data))
    if not data.startswith(_SIGNATURES):
        raise InputError(f"{name} não é um PNG nem um JPEG; converta-a antes")
    try:
        image = decode(data)
        _validate_size(name, image.size)
        normalized, media, (width, height) = normalize(image, data)
    except EnormousImageError:
        raise InputError(f"{name} tem pixels demais; {_TOO_LARGE}") from None
    except DamagedImageError:
        raise InputError(f"{name} está incompleta ou danificada; salve-a de novo") from None
    return ImageFile(normalized, media, width, height)


def _validate_length(name: str, length: int) -> None:
    if length > MAX_BYTES:
        sizes = f"{name} tem {format_size(length)}; esperado até {format_size(MAX_BYTES)}"
        raise InputError(f"{sizes}: reduza-a antes")


def _validate_size(name: str, pixels: tuple[int, int]) -> None:
    width, height = pixels
    size = f"{name} tem {width} × {height} pixels"
    if width * height > MAX_PIXELS:
        raise InputError(f"{size}; {_TOO_LARGE}")
    if max(pixels) > _MAX_SIDE:
        raise InputError(f"{size}; esperado até {_MAX_SIDE} no lado maior: reduza-a ou divida-a antes")
    if max(pixels) < MIN_PIXELS:
        raise InputError(f"{size}; esperado ao menos {MIN_PIXELS} no lado maior, para não sair borrada")
