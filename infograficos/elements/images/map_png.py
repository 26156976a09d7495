"""Matrices and pixels as PNG images, the same bytes on every machine."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import Literal

Ink = Literal["grey", "violet", "green"]

#: The colours of 1, which are dark, but not black.
_INKS: Mapping[Ink, str] = {"grey": "#3c3c3c", "violet": "#4a307d", "green": "#005432"}

#: The longest repetition that deflate can encode, and the longest without extra bits.
_LONGEST, _SIMPLE = 258, 10


def encode_map_png(
    values: Sequence[Sequence[float]], cell: int = 1, ink: Ink = "grey", levels: int = 255
) -> bytes:
    """Encode numbers from 0 (white) to 1 (a dark colour) as a PNG, the same bytes on every machine.

    Args:
        values: rows of equal length.
        cell: the side of each number's square, in pixels.
        ink: the colour of 1.
        levels: how many steps there are from 0 to 1: fewer of them make a smaller picture.
    """
    rows = [[round(levels * value) for value in row] for row in values]
    size = cell * len(rows[0]), cell * len(rows)
    return _encode(size, 3, _scanlines(rows, cell), _palette(_INKS[ink], levels))


def encode_png(side: int, pixels: bytes) -> bytes:
    """Encode a square of pixels as a PNG: four bytes each, for red, green, blue and alpha."""
    rows = [pixels[start : start + 4 * side] for start in range(0, len(pixels), 4 * side)]
    above = [bytes(4 * side), *rows]
    # Filter 2 (Up): the bytes are differences from the scanline above.
    lines = (
        b"\2" + bytes((low - high) % 256 for low, high in zip(*pair, strict=True))
        for pair in zip(rows, above, strict=False)
    )
    return _encode((side, side), 6, b"".join(lines))


def _encode(size: tuple[int, int], kind: int, lines: bytes, palette: bytes = b"") -> bytes:
    """Return a PNG of scanlines with 8 bits a channel; `kind` is the number of its type of colours."""
    header = struct.pack(">II5B", *size, 8, kind, 0, 0, 0)
    parts = (
        (b"IHDR", header), *(((b"PLTE", palette),) if palette else ()),
        (b"IDAT", _deflate(lines)), (b"IEND", b""),
    )  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _palette(color: str, levels: int) -> bytes:
    """Return the colours from white to another one."""
    dark = bytes.fromhex(color[1:])
    return bytes(round(255 + (part - 255) * i / levels) for i in range(levels + 1) for part in dark)


def _scanlines(rows: list[list[int]], cell: int) -> bytes:
    """Return each row of squares as one scanline, then as differences of 0 from the one above."""
    return b"".join(
        b"\0"
        + bytes(level for level in row for _ in range(cell))
        # Filter 2 (Up): the bytes are differences from the scanline above.
        + (b"\2" + bytes(cell * len(row))) * (cell - 1)
        for row in rows
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _deflate(data: bytes) -> bytes:
    """Compress repetitions only, because zlib gives other bytes in other versions.

    Source: RFC 1950 and RFC 1951, one block with fixed codes.
    """
    bits = "".join(chain(("1", "10"), _deflate_codes(data), ("0" * 7,)))
    octets = (bits[start : start + 8].ljust(8, "0")[::-1] for start in range(0, len(bits), 8))
    return b"\x78\x01" + bytes(int(octet, 2) for octet in octets) + struct.pack(">I", zlib.adler32(data))


def _deflate_codes(data: bytes) -> Iterator[str]:
    for value, run in groupby(data):
        literal = f"{0x30 + value:08b}" if value < 144 else f"{0x190 + value - 144:09b}"
        yield literal
        left = sum(1 for _ in run) - 1
        while left >= 3:
            length = _LONGEST if left >= _LONGEST else min(left, _SIMPLE)
            # The length's code, then five zeros: the repeated byte is one byte back.
            yield (f"{0xC5:08b}" if length == _LONGEST else f"{length - 2:07b}") + "0" * 5
            left -= length
        yield literal * left
