"""`export --check`: which published files are not what would be written today."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.errors import InputError
from infograficos.export.cache import Cache
from infograficos.export.comparison import Comparison, drawing_profiles
from infograficos.export.manifest import NAME, Record, is_as_published, read_manifest
from infograficos.export.plan import ExportOptions, PlannedFile, group_by_sheet, plan_files
from infograficos.export.renderer import draw_files, draw_for_export
from infograficos.figure import Figure
from infograficos.language.messages import message
from infograficos.system.files import read_bytes

_FONT = re.compile(rb"data:font/[a-z0-9]+;base64,[A-Za-z0-9+/=]*")


def differences(
    figures: Chapter | Iterable[Figure], options: ExportOptions, *, leftovers: bool = True
) -> list[str]:
    """Return what is missing, stale or left over in the folder of an export, a line a file.

    Every figure is laid out and written in memory. A picture is current if it was drawn from today's SVG, so
    that no engine is needed and every machine says the same. Other files of these figures that the manifest
    names are checked, too, and of a chapter its PDF; covers are not.

    Args:
        figures: a chapter, or some of its figures.
        options: what is exported, and where.
        leftovers: whether to name files of other figures.
    """
    figures, options = figures if isinstance(figures, Chapter) else tuple(figures), options.for_folder()
    published = read_manifest(options.folder)
    files = {file.path: file for file in plan_files(figures, options)}
    for file in _published_files(published.values(), figures, options):
        files.setdefault(file.path, file)
    comparison = Comparison(Cache(None))
    found = dict(_leftovers(files, published.values(), options.folder)) if leftovers else {}
    for group in group_by_sheet(files.values()):
        found |= _sheet_faults(group, published, options, comparison)
    for figure, sheet, why in comparison.errors():
        several = (each for each in files.values() if figure in each.figures and each.sheet == sheet)
        found |= _refusals(several, why)
    return [found[path] for path in sorted(found)]


def _published_files(
    records: Iterable[Record], figures: Chapter | tuple[Figure, ...], options: ExportOptions
) -> Iterator[PlannedFile]:
    """Yield all that was published of these figures: dark, for the phone, as PDF, and in one PDF."""
    chosen = figures.figures if isinstance(figures, Chapter) else figures
    known: dict[str, Chapter | list[Figure]] = {figure.full_name: [figure] for figure in chosen}
    known |= {"": figures} if isinstance(figures, Chapter) else {}
    for record in records:
        shown = known.get(record.figure)
        has_moved = record.figure and record.is_flat != (options.layout == "flat")
        is_gone = record.preset and record.preset not in options.theme.presets
        if shown is None or record.motif or has_moved or is_gone:
            continue
        same = replace(
            options,
            formats=("png" if record.format == "gif" else record.format,),
            steps=record.step is not None,
            presets=(record.preset,) if record.preset else (),
            variants=(record.variant,),
            widths=(record.width,),
            text=record.text or "outlined",
            together=not record.figure,
            plain_preset=options.plain,
        )
        with suppress(InputError):  # a figure that had steps and has none today leaves them over
            yield from plan_files(shown, same)


def _sheet_faults(
    files: list[PlannedFile], published: dict[str, Record], options: ExportOptions, comparison: Comparison
) -> dict[Path, str]:
    drawings, sheet = [], files[0].sheet
    for figure in files[0].figures:
        try:
            drawings.append(draw_for_export(figure, sheet, options))
            drawings[-1].refuse_errors()
        except InputError as error:
            return _refusals(files, str(error).splitlines()[0])
        comparison.add(figure, sheet, drawing_profiles(drawings[-1]))
    faults = {}
    for file in draw_files(drawings, files):
        svg = file.svg if file.record.format == "svg" else b""
        faults[file.planned.path] = fault(options.folder, file.record, svg, published)
    return {path: f"{why}: {path}" for path, why in faults.items() if why}


def _refusals(files: Iterable[PlannedFile], why: str) -> dict[Path, str]:
    return {
        file.path: message("não pode ser gravado: {path}: {reason}", path=file.path, reason=why)
        for file in files
    }


def fault(folder: Path, today: Record, svg: bytes, published: Mapping[str, Record]) -> str | None:
    """Return in a word or two what is wrong with a file, None if it is what would be written today.

    Args:
        folder: the output folder.
        today: what the manifest would say of it, except of its bytes.
        svg: its bytes today, if it is an SVG.
        published: the records of the manifest.
    """
    data, record = read_bytes(folder / today.file), published.get(today.file)
    if data is None:
        return message("falta")
    if today.format == "svg" and _drawn_part(data) != _drawn_part(svg):
        return message("desatualizado")
    if record is None:
        return message("sem registro em {manifest}", manifest=NAME)
    if not is_as_published(record, data):
        return message("alterado depois de exportado")
    # A file's own bytes may differ from machine to machine.
    same = replace(record, sha256=today.sha256, bytes=today.bytes, pixels=today.pixels)
    return None if same == today else message("desatualizado")


def _drawn_part(svg: bytes) -> bytes:
    """Return an SVG without its fonts, whose bytes the installed libraries decide, and with our line ends."""
    return _FONT.sub(b"", svg.replace(b"\r\n", b"\n"))


def _leftovers(
    files: Mapping[Path, PlannedFile], published: Collection[Record], folder: Path
) -> Iterator[tuple[Path, str]]:
    """Yield the files that the export would not write, where it alone writes or as the manifest says.

    Those of the same figures in other languages are none of them.
    """
    language = next((file.record.language for file in files.values()), "")
    places = {path.parent for path in files} - {folder}
    found = {path for place in places if place.is_dir() for path in place.iterdir() if path.is_file()}
    others = {folder / record.file for record in published if record.language != language}
    ours = {folder / record.file for record in published if not record.motif} - others
    found = (found - others) | {path for path in ours if path.is_file()}
    yield from ((path, message("sobra: {path}", path=path)) for path in found.difference(files))
