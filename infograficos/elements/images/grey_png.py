"""Matrices as PNG images in greys, for matrices too large to be drawn cell by cell."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

#: The greys of 0 and of 1, which is dark, but not black.
_WHITE, _DARK = 255, 60

#: The longest repetition that deflate can encode, and the longest without extra bits.
_LONGEST, _SIMPLE = 258, 10


def encode_grey_png(values: Sequence[Sequence[float]], cell: int = 1) -> bytes:
    """Encode numbers from 0 (white) to 1 (dark) as a PNG, the same bytes on every machine.

    Args:
        values: rows of equal length.
        cell: the side of each number's square, in pixels.
    """
    rows = [[round(_WHITE + (_DARK - _WHITE) * value) for value in row] for row in values]
    size = struct.pack(">II5B", cell * len(rows[0]), cell * len(rows), 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, content)
        for kind, content in ((b"IHDR", size), (b"IDAT", _deflate(_scanlines(rows, cell))), (b"IEND", b""))
    )


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
