"""How far two pictures are from looking the same."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageChops

#: A channel that differs by less is the same to the eye: edges vary by engine, and palettes by a few levels.
VISIBLE = 48


def difference(before: bytes, after: bytes) -> float:
    """Return the share of pixels that visibly differ, from 0 to 1; pictures of two sizes differ in all."""
    first, second = (Image.open(BytesIO(data)).convert("RGB") for data in (before, after))
    if first.size != second.size:
        return 1.0
    channels = ImageChops.difference(first, second).split()
    largest = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return sum(largest.histogram()[VISIBLE:]) / (first.width * first.height)
