"""Decodes images with Pillow, and encodes those that not every viewer would show alike."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Literal, TypeAlias

from PIL import Image, ImageCms, ImageDraw, ImageOps

Media: TypeAlias = Literal["image/png", "image/jpeg"]

_SIGNATURE_LENGTH = {"image/png": 8, "image/jpeg": 2}

#: The chunks of a PNG that hold its pixels; the others tell of metadata, animation, or colours that only
#: some viewers correct.
_PNG_CHUNKS = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))

#: The segments of a JPEG before its pixels that are metadata: APP1 to APP13, APP15, and comments. APP0 and
#: APP14 say how colours are stored.
_JPEG_METADATA = frozenset((*range(0xE1, 0xEE), 0xEF, 0xFE))
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, b"\xff\xd9"

#: Pixels of no picture, as a JPEG stores them.
_MORE_PIXELS = b"\x5a\xa5" * 64

#: Pixels of 8 bits a channel, which every viewer shows alike.
_PLAIN_MODES = frozenset(("1", "L", "LA", "P", "PA", "RGB", "RGBA"))

_QUALITY = 92

#: A disc with more pixels along its side is made smaller.
_MAX_DISC = 320


class DamagedImageError(Exception):
    """The bytes are no complete image."""


class EnormousImageError(Exception):
    """The image has so many pixels that Pillow opens none."""


def decode(data: bytes) -> Image.Image:
    """Return an image whose header was read; `load` decodes the pixels."""
    try:
        with warnings.catch_warnings():
            # The caller refuses large images in its own words.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(BytesIO(data), formats=("PNG", "JPEG"))
    except Image.DecompressionBombError as error:
        raise EnormousImageError from error
    except (OSError, SyntaxError, ValueError, struct.error) as error:
        raise DamagedImageError from error


def normalize(image: Image.Image, data: bytes) -> tuple[bytes, Media, tuple[int, int]]:
    """Return the image's bytes, media type and size: upright, in sRGB, and without metadata.

    The bytes of pixels stay as they are unless the image has to be turned or converted.
    """
    media: Media = "image/png" if image.format == "PNG" else "image/jpeg"
    try:
        image.load()
        if media == "image/jpeg" and _ends_early(image, data):
            raise DamagedImageError
        shown = _convert_to_srgb(_turn(image))
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error) as error:
        raise DamagedImageError from error
    if shown is not image:
        return _encode(shown, media), media, shown.size
    return b"".join(_pixel_parts(data, media)), media, image.size


def crop_disc(data: bytes, x: float, y: float, radius: float) -> tuple[int, bytes]:
    """Return the pixels of a disc of an image, four bytes each, after their number along its side.

    Args:
        x: its middle, in times the image's width.
        y: the same in times the height.
        radius: in times the width.
    """
    image = decode(data).convert("RGBA")
    middle, half = (x * image.width, y * image.height), max(1, round(radius * image.width))
    left, top = (round(each - half) for each in middle)
    part = image.crop((left, top, left + 2 * half, top + 2 * half))
    part.thumbnail((_MAX_DISC, _MAX_DISC))
    disc = Image.new("L", part.size)
    ImageDraw.Draw(disc).ellipse((0, 0, part.width - 1, part.height - 1), 255)
    return part.width, Image.composite(part, Image.new("RGBA", part.size), disc).tobytes()


def _ends_early(image: Image.Image, data: bytes) -> bool:
    """Return whether a JPEG ends before its pixels do; decoders fill the rest with grey in silence.

    What follows the last pixel is ignored, so that more data change only a picture that lacks some.
    """
    at = data.rfind(_END_OF_IMAGE)
    longer = decode(data[:at] + _MORE_PIXELS + data[at:]) if at > 0 else image
    return longer.tobytes() != image.tobytes()


def _turn(image: Image.Image) -> Image.Image:
    """Apply the rotation that EXIF asks for, which browsers do and many others do not."""
    return ImageOps.exif_transpose(image) if image.getexif().get(0x0112, 1) in range(2, 9) else image


def _convert_to_srgb(image: Image.Image) -> Image.Image:
    """Return the image in 8 bits a channel and in the colours that a browser would show."""
    profile = _profile(image)
    if profile is None and image.mode in _PLAIN_MODES:
        return image
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.convert("I").point(lambda level: level / 257).convert("L")
    has_alpha = "A" in image.mode or "transparency" in image.info
    alpha = image.convert("RGBA").getchannel("A") if has_alpha else None
    color = image if image.mode in {"L", "CMYK"} else image.convert("RGB")
    converted = _apply_profile(color, profile)
    if alpha:
        converted.putalpha(alpha)
    return converted


def _profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """Return the colour profile, unless it is that of sRGB or broken."""
    data = image.info.get("icc_profile")
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(data)) if data else None
        is_srgb = profile is not None and "srgb" in ImageCms.getProfileDescription(profile).casefold()
    except (OSError, ImageCms.PyCMSError):
        return None
    return None if is_srgb else profile


def _apply_profile(image: Image.Image, profile: ImageCms.ImageCmsProfile | None) -> Image.Image:
    if profile:
        try:
            found = ImageCms.profileToProfile(
                image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except ImageCms.PyCMSError:  # of another kind of colours: viewers ignore it, too
            found = None
        if found:
            return found
    return image.convert("RGB")


def _encode(image: Image.Image, media: Media) -> bytes:
    output = BytesIO()
    if media == "image/png":
        image.save(output, "PNG", compress_level=6)
    else:
        image.convert("L" if image.mode in {"1", "L"} else "RGB").save(
            output, "JPEG", quality=_QUALITY, subsampling=0
        )
    return b"".join(_pixel_parts(output.getvalue(), media))


def _pixel_parts(data: bytes, media: Media) -> Iterator[bytes]:
    """Yield the parts of a file that hold its pixels, without metadata and what follows its end."""
    yield data[: _SIGNATURE_LENGTH[media]]
    yield from _png_chunks(data) if media == "image/png" else _jpeg_segments(data)


def _png_chunks(data: bytes) -> Iterator[bytes]:
    at, kind = 8, b""
    while kind != b"IEND" and at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if kind in _PNG_CHUNKS:
            yield data[at:end]
        at = end
    if kind != b"IEND":
        raise DamagedImageError


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # padding before a marker
            at += 1
            continue
        if marker == _START_OF_SCAN:
            break
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker not in _JPEG_METADATA:
            yield data[at:end]
        at = end
    yield data[at:]
