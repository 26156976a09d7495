"""`manifest.json`: what each published file is, for programs that publish, compare or check."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from infograficos.errors import InputError, MachineError
from infograficos.system.atomic_write import describe_os_error

#: What the file is called in its folder.
NAME = "manifest.json"

#: The version of the file's shape; it grows when a name changes or goes.
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Record:
    """One published file.

    Args:
        file: its path in the folder, with “/”.
        figure: the full name of the figure that it shows.
        format: `svg`, `png` or `pdf`; of an animation, `gif`.
        preset: of a PNG: the preset that it was drawn for.
        variant: `light`, `dark` or, of an SVG that holds both, `auto`.
        width: of the sheet, in units; None is the theme's.
        text: of an SVG: `outlined` or `live`.
        pixels: of a PNG: width and height.
        bytes: how long the file is.
        sha256: of the file.
        drawn_from: of a picture: the SHA-256 of the SVG and the width that it was drawn from; it is the same
            on every machine, whatever engine drew.
        alt: what the figure shows, in words.
        caption: the line below it.
        words: how many the figure has.
        smallest_pixels: its smallest text in CSS pixels, on the narrowest phone that it is meant for.
        contrast: the lowest contrast of a text, on each paper that the file has.
        version: of the library that wrote it.
        step: of a step of the figure: its number; of an animation, that of the last.
    """

    file: str
    figure: str
    format: str
    preset: str
    variant: str
    width: float | None
    text: str
    pixels: tuple[int, int] | None
    bytes: int
    sha256: str
    drawn_from: str
    alt: str
    caption: str
    words: int
    smallest_pixels: float
    contrast: float
    version: str
    step: int | None = None


def read_manifest(folder: Path) -> dict[str, Record]:
    """Return a folder's records by file; none where it has no manifest.

    One that is damaged, or of another shape, raises `InputError`.
    """
    path = folder / NAME
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        if written["format"] != FORMAT:
            raise ValueError
        return {record.file: record for record in map(record_of, written["files"])}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError(f"“{path}” não é um manifesto que se entenda; apague-o e exporte de novo") from None
    except OSError as error:
        raise MachineError(f"não foi possível ler “{path}”: {describe_os_error(error)}") from error


def written_manifest(records: Iterable[Record]) -> bytes:
    """Return a manifest as it is written: one line a value, in the order of the files' names."""
    ordered = sorted(records, key=lambda record: record.file)
    text = json.dumps(
        {"format": FORMAT, "files": [_filled(record) for record in ordered]}, ensure_ascii=False, indent=1
    )
    return f"{text}\n".encode()


def digest(*parts: bytes | str | int) -> str:
    """Return the SHA-256 of several things, in which no two different lists are alike."""
    whole = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode()
        whole.update(f"{len(data)}:".encode() + data)
    return whole.hexdigest()


def record_of(values: object) -> Record:
    """Return a record as a manifest writes it, without what is empty; a wrong one raises `ValueError`."""
    told = values if isinstance(values, dict) else {}
    given = {name: told.get(name, _EMPTY.get(name)) for name in _KINDS}
    if not _is_right(given):
        raise ValueError
    # Half a character, which JSON can name, could not be written again.
    "".join(value for value in given.values() if isinstance(value, str)).encode()
    return Record(**given | {"pixels": tuple(given["pixels"]) if given["pixels"] else None})


def _is_right(given: dict[str, Any]) -> bool:
    if not all(_is_of(given[name], kinds) for name, kinds in _KINDS.items()):
        return False
    pixels = given["pixels"]
    pair = not pixels or (len(pixels) == 2 and all(_is_of(side, (int,)) for side in pixels))
    return pair and _is_inside(given["file"])


def _is_of(value: object, kinds: tuple[type, ...]) -> bool:
    return isinstance(value, kinds) and not isinstance(value, bool)


def _is_inside(file: str) -> bool:
    """Say whether a path is one that an export writes: below its folder, and short enough for any system."""
    path = PurePosixPath(file)
    parts = path.parts
    outside = path.is_absolute() or ".." in parts or "\0" in file
    return bool(parts) and not outside and all(len(part.encode()) <= _LONGEST_NAME for part in parts)


#: How many bytes a file's name has at most, on most systems.
_LONGEST_NAME = 255

_NUMBER = (int, float)

#: What JSON holds for each field of a record.
_KINDS: dict[str, tuple[type, ...]] = dict.fromkeys((field.name for field in fields(Record)), (str,)) | {
    "width": (*_NUMBER, type(None)),
    "pixels": (list, type(None)),
    "bytes": (int,),
    "words": (int,),
    "smallest_pixels": _NUMBER,
    "contrast": _NUMBER,
    "step": (int, type(None)),
}


#: What is left out of a record that has nothing to say there.
_EMPTY: dict[str, object] = {
    "preset": "",
    "width": None,
    "text": "",
    "pixels": None,
    "drawn_from": "",
    "step": None,
}


def _filled(record: Record) -> dict[str, object]:
    return {name: value for name, value in asdict(record).items() if value != _EMPTY.get(name, ())}
