"""PNG and JPEG images as authors have them, a file or its bytes, made to look the same in every viewer."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from infograficos.content.data.author_file import read_author_file, validate_length
from infograficos.errors import InputError
from infograficos.language.messages import message

MAX_PIXELS = 25_000_000

#: Browsers on phones draw no longer side.
_MAX_SIDE = 16_384

_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A PNG or JPEG: its bytes, and its width and height in pixels."""

    data: bytes = field(repr=False)
    media: Literal["image/png", "image/jpeg"]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ImageLimits:
    """How large an image may be in bytes, and how small in pixels along its longer side.

    It is embedded in the SVG, so that it has to be small, and never enlarged, so that it has to be visible.
    """

    most_bytes: int
    least_pixels: int


#: The limits of an image that a figure is about.
PICTURE = ImageLimits(2_000_000, 320)


def read_image(source: object, limits: ImageLimits = PICTURE) -> ImageFile:
    """Read a PNG or JPEG from a path or from its bytes: upright, in sRGB, without metadata.

    A missing, damaged, too large or too small image raises `InputError`.
    """
    if isinstance(source, ImageFile):
        source = source.data
    if isinstance(source, bytes | bytearray):
        return parse_image(message("a imagem"), bytes(source), limits)
    if isinstance(source, str | os.PathLike):
        name, formats = image_name(source), message("PNG ou JPEG")
        return parse_image(name, read_author_file(source, name, formats, limits.most_bytes), limits)
    kind = message("nada") if source is None else type(source).__name__
    raise InputError("esperado o caminho de um PNG ou JPEG, ou seus bytes, veio {kind}", kind=kind)


def image_name(path: str | os.PathLike[str]) -> str:
    """Return what messages call the image at a path."""
    return message("a imagem “{file}”", file=Path(path).name)


def is_image(data: bytes) -> bool:
    """Return whether bytes begin as those of a PNG or JPEG do."""
    return data.startswith(_SIGNATURES)


# A layout reads its image again each time.
@lru_cache(maxsize=16)
def parse_image(name: str, data: bytes, limits: ImageLimits) -> ImageFile:
    """Read a PNG or JPEG from its bytes; `name` is what messages call it."""
    # Pillow takes time to import.
    from infograficos.content.data.image_decoding import (  # noqa: PLC0415
        DamagedImageError,
        EnormousImageError,
        decode,
        normalize,
    )

    validate_length(name, len(data), limits.most_bytes)
    if not is_image(data):
        raise InputError("{image} não é um PNG nem um JPEG; converta-a antes", image=name)
    try:
        image = decode(data)
        _validate_size(name, image.size, limits.least_pixels)
        normalized, media, (width, height) = normalize(image, data)
    except EnormousImageError:
        raise InputError(
            "{image} tem pixels demais; esperado até {millions} milhões de pixels: reduza-a antes",
            image=name,
            millions=MAX_PIXELS // 10**6,
        ) from None
    except DamagedImageError:
        raise InputError("{image} está incompleta ou danificada; salve-a de novo", image=name) from None
    return ImageFile(normalized, media, width, height)


def _validate_size(name: str, pixels: tuple[int, int], least: int) -> None:
    width, height = pixels
    size = f"{width} × {height}"
    if width * height > MAX_PIXELS:
        raise InputError(
            "{image} tem {size} pixels; esperado até {millions} milhões de pixels: reduza-a antes",
            image=name,
            size=size,
            millions=MAX_PIXELS // 10**6,
        )
    if max(pixels) > _MAX_SIDE:
        raise InputError(
            "{image} tem {size} pixels; esperado até {most} no lado maior: reduza-a ou divida-a antes",
            image=name,
            size=size,
            most=_MAX_SIDE,
        )
    if max(pixels) < least:
        raise InputError(
            "{image} tem {size} pixels; esperado ao menos {least} no lado maior, para não sair borrada",
            image=name,
            size=size,
            least=least,
        )
