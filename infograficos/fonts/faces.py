"""The bundled font files: which one serves which style, and in which order they fall back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from struct import unpack
from zlib import crc32

import uharfbuzz

from infograficos.errors import REINSTALL_LIBRARY, InputError, MachineError, unknown_name_message
from infograficos.fonts.characters import is_combining_mark, is_drawable
from infograficos.language.messages import message

DATA = Path(__file__).parent / "data"

WEIGHTS = (400, 600, 700)

_SANS = {400: "Inter-Regular", 600: "Inter-SemiBold", 700: "Inter-Bold"}
# The monospaced family has no bold; its semibold is the nearest.
_MONO = {400: "JetBrainsMono-Regular", 600: "JetBrainsMono-SemiBold", 700: "JetBrainsMono-SemiBold"}
_MATH = "NotoSansMath-Subset"

#: What HarfBuzz draws in place of a no-break character that a face lacks.
SUBSTITUTES = {"\u00a0": " ", "\u202f": " ", "\u2011": "\u2010"}

#: The CRC-32 of each bundled file, faster to verify than its own checksum.
_CHECKSUMS = {
    "Inter-Regular": 0x3A56B1E1,
    "Inter-SemiBold": 0x4806AAA2,
    "Inter-Bold": 0x720375F3,
    "JetBrainsMono-Regular": 0x2138C08D,
    "JetBrainsMono-SemiBold": 0xA2EB0A08,
    "NotoSansMath-Subset": 0xB3416EBB,
}

FACE_NAMES = tuple(_CHECKSUMS)

#: How every TrueType file begins, and the sum of its words, by the format's definition.
_TRUETYPE, _CHECKSUM = b"\x00\x01\x00\x00", 0xB1B0AFBA


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One bundled font, ready to shape; `plain` are its characters but combining marks."""

    name: str
    face: uharfbuzz.Face
    font: uharfbuzz.Font
    units_per_em: int
    characters: frozenset[str]
    plain: frozenset[str]


def fallback_order(family: str, weight: int) -> tuple[str, ...]:
    """Return the faces of a style, first choice first; an unknown family or weight raises `InputError`."""
    if family not in ("sans", "mono"):
        raise InputError(unknown_name_message("a família de fontes", family, ("sans", "mono")))
    if weight not in WEIGHTS:
        raise InputError(
            "o peso de fonte {weight} não existe; os pesos válidos são 400, 600 e 700", weight=weight
        )
    if family == "sans":
        # The monospaced ℕ beside the other's ℝ would look like a mistake.
        return _SANS[weight], _MATH, _MONO[weight]
    return _MONO[weight], _SANS[weight], _MATH


@cache
def load_face(name: str) -> Face:
    """Open a bundled font by its file name without extension.

    An unknown name raises `InputError`, a missing or damaged file `MachineError`.
    """
    if name not in FACE_NAMES:
        raise InputError(unknown_name_message("a fonte", name, FACE_NAMES))
    file = DATA / f"{name}.ttf"
    data = _bytes(file)
    if crc32(data) != _CHECKSUMS[name] and not _is_whole(data):
        raise MachineError(
            "o arquivo de fonte “{path}” está danificado; {remedy}",
            path=file,
            remedy=message(REINSTALL_LIBRARY),
        )
    face = uharfbuzz.Face(data)
    characters = _characters(face)
    plain = frozenset(character for character in characters if not is_combining_mark(character))
    return Face(name, face, uharfbuzz.Font(face), face.upem, characters, plain)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise MachineError(
            "o arquivo de fonte “{path}” não foi encontrado; {remedy}",
            path=file,
            remedy=message(REINSTALL_LIBRARY),
        ) from None
    except OSError:
        raise MachineError(
            "o arquivo de fonte “{path}” não pôde ser lido; confira suas permissões ou {remedy}",
            path=file,
            remedy=message(REINSTALL_LIBRARY),
        ) from None


def _is_whole(data: bytes) -> bool:
    # HarfBuzz accepts a truncated file and draws what is left of it.
    padded = data + bytes(-len(data) % 4)
    return data.startswith(_TRUETYPE) and sum(unpack(f">{len(padded) // 4}L", padded)) % 2**32 == _CHECKSUM


def _characters(face: uharfbuzz.Face) -> frozenset[str]:
    nominal = {character for character in map(chr, face.unicodes) if is_drawable(character)}
    return frozenset(nominal | {new for new, old in SUBSTITUTES.items() if old in nominal})
