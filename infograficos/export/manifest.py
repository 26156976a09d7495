"""`manifest.json`: what each published file is, for programs that publish, compare or check."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypedDict

from infograficos.errors import InfograficosError, InputError
from infograficos.language.languages import SOURCE
from infograficos.system.files import read_bytes

if TYPE_CHECKING:
    from infograficos.theme import ColorScheme

#: What the file is called in its folder.
NAME = "manifest.json"

#: The version of the file's shape; it grows when a name changes or goes.
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Record:
    """One published file.

    Args:
        file: its path in the folder, with “/”.
        figure: the full name of the figure that it shows; of a cover, its own name; of the PDF of a whole
            chapter, nothing.
        format: `svg`, `png` or `pdf`; of an animation, `gif`.
        preset: name of the PNG's preset, or of the cover's size.
        width: of the sheet, in units; None is the theme's.
        text: of an SVG: `outlined` or `live`.
        pixels: width and height of the PNG.
        drawn_from: of a picture: the digest of all that it was drawn from, and of how wide it was drawn; the
            same on every machine, whatever engine drew.
        smallest_pixels: the smallest text in CSS pixels, on the narrowest phone that it is meant for.
        contrast: the lowest contrast of a text, on each paper that the file has.
        version: of the library that wrote it.
        step: of a step of the figure: its number; of an animation, that of the last.
        motif: of a cover: the name of what it shows.
        language: of its words, such as `en`; nothing for Portuguese.
    """

    file: str
    figure: str
    format: str
    preset: str = ""
    variant: ColorScheme = "light"
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
    motif: str = ""
    language: str = ""

    @property
    def is_flat(self) -> bool:
        """Whether it lies in the output folder itself."""
        return "/" not in self.file


def record_language(code: str) -> str:
    """Return what a record says of a language."""
    return "" if code == SOURCE else code


class LayoutOptions(TypedDict):
    """How files are named, for `ExportOptions`."""

    layout: str
    plain_preset: str


def folder_layout(folder: Path, layout: str | None = None, default: str = "folders") -> LayoutOptions:
    """Return how files are to be named in a folder.

    Args:
        folder: the output folder.
        layout: what is asked for; by default that of the figures in the folder or, without any, its covers.
        default: for a folder without either.
    """
    known: list[Record] = []
    with suppress(InfograficosError, OSError, ValueError):  # what cannot be read tells nothing
        known = [record for record in read_manifest(folder).values() if record.figure]
    records = [record for record in known if not record.motif] or known
    flat = [record for record in records if record.is_flat]
    plain = (record.preset for record in flat if record.file == f"{record.figure}.png")
    found = "flat" if flat else "folders" if records else default
    return {"layout": layout or found, "plain_preset": next(plain, "")}


def read_manifest(folder: Path) -> dict[str, Record]:
    """Return a folder's records by file; none where it has no manifest.

    One that is damaged, or of another shape, raises `InputError`.
    """
    path = folder / NAME
    data = read_bytes(path)
    if data is None:
        return {}
    try:
        values = json.loads(data.decode("utf-8-sig"))
        if values["format"] != FORMAT:
            raise ValueError
        return {record.file: record for record in map(parse_record, values["files"])}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError(
            "“{path}” não é um manifesto que se entenda; "
            "se é de uma exportação, apague-o e exporte de novo; se não é, exporte em outra pasta",
            path=path,
        ) from None


def is_as_published(record: Record, data: bytes | None) -> bool:
    """Return whether a file's bytes are those of its record, but for the line ends that Git changes."""
    if data is not None and record.format == "svg":
        data = data.replace(b"\r\n", b"\n")
    return data is not None and sha256(data).hexdigest() == record.sha256


def complete_record(record: Record, data: bytes) -> Record:
    """Return a record with what only the file's bytes can tell."""
    pixels = None
    if record.format == "png":
        pixels = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    elif record.format == "gif":
        pixels = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    return replace(record, bytes=len(data), sha256=sha256(data).hexdigest(), pixels=pixels)


def manifest_bytes(records: Iterable[Record]) -> bytes:
    """Return a manifest's text: one line a value, in the order of the files' names."""
    ordered = sorted(records, key=lambda record: record.file)
    values = {"format": FORMAT, "files": [record_values(record) for record in ordered]}
    return f"{json.dumps(values, ensure_ascii=False, indent=1)}\n".encode()


def record_values(record: Record) -> dict[str, object]:
    """Return a record's values for JSON, without those that say nothing."""
    return {name: value for name, value in asdict(record).items() if value != _OPTIONAL.get(name, ())}


def parse_record(values: object) -> Record:
    """Return the record that JSON values describe; wrong ones raise `ValueError`."""
    found = _OPTIONAL | (values if isinstance(values, dict) else {})
    complete: dict[str, Any] = {name: found.get(name) for name in _TYPES}
    if not all(_is_of(complete[name], types) for name, types in _TYPES.items()):
        raise ValueError
    pixels = complete["pixels"] = tuple(complete["pixels"] or ()) or None
    if not _is_inside(complete["file"]) or (pixels and not _is_pair(pixels)):
        raise ValueError
    # JSON can name half a character, which could not be written again.
    "".join(value for value in complete.values() if isinstance(value, str)).encode()
    return Record(**complete)


def _is_of(value: object, types: tuple[type, ...]) -> bool:
    return isinstance(value, types) and not isinstance(value, bool)


def _is_pair(sides: tuple[object, ...]) -> bool:
    return len(sides) == 2 and all(_is_of(side, (int,)) for side in sides)


def _is_inside(file: str) -> bool:
    """Return whether a path stays below its folder, with names that any system can hold."""
    path = PurePosixPath(file)
    outside = path.is_absolute() or ".." in path.parts or "\0" in file
    return bool(path.parts) and not outside and all(len(part.encode()) <= 255 for part in path.parts)


#: What JSON holds for each field of a record.
_TYPES: dict[str, tuple[type, ...]] = (
    dict.fromkeys((field.name for field in fields(Record)), (str,))
    | dict.fromkeys(("bytes", "words"), (int,))
    | dict.fromkeys(("smallest_pixels", "contrast"), (int, float))
    | {"width": (int, float, type(None)), "pixels": (list, type(None)), "step": (int, type(None))}
)

#: The values that say nothing, and are left out.
_OPTIONAL: dict[str, Any] = (
    dict.fromkeys(("preset", "text", "drawn_from", "motif", "language"), "")
    | dict.fromkeys(("words", "smallest_pixels", "contrast"), 0)
    | dict.fromkeys(("width", "pixels", "step"))
)
