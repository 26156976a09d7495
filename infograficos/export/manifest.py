"""`manifest.json`: what each published file is, for programs that publish, compare or check."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path, PurePosixPath

from infograficos.errors import InputError
from infograficos.system.files import system_error

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
        bytes: the file's length.
        sha256: of the file.
        drawn_from: of a picture: the SHA-256 of the SVG and the width that it was drawn from; the same on
            every machine, whatever engine drew.
        alt: the figure's alternative text.
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
    preset: str = ""
    variant: str = "light"
    width: float | None = None
    text: str = ""
    pixels: tuple[int, int] | None = None
    bytes: int = 0
    sha256: str = ""
    drawn_from: str = ""
    alt: str = ""
    caption: str = ""
    words: int = 0
    smallest_pixels: float = 0.0
    contrast: float = 0.0
    version: str = ""
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
        return {record.file: record for record in map(parse_record, written["files"])}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError(f"“{path}” não é um manifesto que se entenda; apague-o e exporte de novo") from None
    except OSError as error:
        raise system_error(f"ler “{path}”", error) from error


def manifest_bytes(records: Iterable[Record]) -> bytes:
    """Return a manifest's text: one line a value, in the order of the files' names."""
    ordered = sorted(records, key=lambda record: record.file)
    values = {"format": FORMAT, "files": [record_values(record) for record in ordered]}
    return f"{json.dumps(values, ensure_ascii=False, indent=1)}\n".encode()


def record_values(record: Record) -> dict[str, object]:
    """Return a record's values for JSON, without those that say nothing."""
    return {name: value for name, value in asdict(record).items() if value != _EMPTY.get(name, ())}


def parse_record(values: object) -> Record:
    """Return the record that JSON values describe; wrong ones raise `ValueError`."""
    found = values if isinstance(values, dict) else {}
    complete = {name: found.get(name, _EMPTY.get(name)) for name in _TYPES}
    pixels = complete["pixels"]
    valid = all(_is_of(complete[name], types) for name, types in _TYPES.items())
    if not valid or not _is_inside(complete["file"]) or not (pixels is None or _is_pair(pixels)):
        raise ValueError
    # JSON can name half a character, which could not be written again.
    "".join(value for value in complete.values() if isinstance(value, str)).encode()
    return Record(**complete | {"pixels": tuple(pixels) if pixels else None})


def _is_of(value: object, types: tuple[type, ...]) -> bool:
    return isinstance(value, types) and not isinstance(value, bool)


def _is_pair(pixels: list[object]) -> bool:
    return len(pixels) in (0, 2) and all(_is_of(side, (int,)) for side in pixels)


def _is_inside(file: str) -> bool:
    """Return whether a path stays below its folder, with names that any system can hold."""
    path = PurePosixPath(file)
    outside = path.is_absolute() or ".." in path.parts or "\0" in file
    return bool(path.parts) and not outside and all(len(part.encode()) <= 255 for part in path.parts)


#: What JSON holds for each field of a record.
_TYPES: dict[str, tuple[type, ...]] = dict.fromkeys((field.name for field in fields(Record)), (str,)) | {
    "width": (int, float, type(None)),
    "pixels": (list, type(None)),
    "bytes": (int,),
    "words": (int,),
    "smallest_pixels": (int, float),
    "contrast": (int, float),
    "step": (int, type(None)),
}

#: The values that say nothing, and are left out.
_EMPTY: dict[str, object] = {
    "preset": "",
    "width": None,
    "text": "",
    "pixels": None,
    "drawn_from": "",
    "step": None,
}
