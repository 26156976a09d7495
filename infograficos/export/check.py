"""`export --check`: which published files are not what would be written today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.errors import InputError
from infograficos.export.cache import Cache
from infograficos.export.comparison import Comparison, drawing_profiles
from infograficos.export.manifest import NAME, Record, read_manifest
from infograficos.export.plan import ExportOptions, PlannedFile, group_by_sheet, plan_files
from infograficos.export.renderer import DrawnFile, draw_files, draw_for_export
from infograficos.figure import Figure
from infograficos.system.files import read_bytes


def differences(figures: Chapter | Iterable[Figure], options: ExportOptions) -> list[str]:
    """Return what is missing, stale or left over in the folder of an export, a line a file.

    Every figure is laid out and written in memory. A picture is current if it was drawn from today's SVG, so
    that no engine is needed and every machine says the same. Other files of these figures that the manifest
    names are checked, too.
    """
    if options.together:
        raise InputError("o PDF do capítulo inteiro não se confere; confira os arquivos de cada figura")
    chosen = tuple(figures.figures if isinstance(figures, Chapter) else figures)
    published = read_manifest(options.folder)
    files = {file.path: file for file in plan_files(chosen, options)}
    for file in _published_files(published.values(), chosen, options):
        files.setdefault(file.path, file)
    comparison = Comparison(Cache(None))
    found = dict(_leftovers(files))
    for group in group_by_sheet(files.values()):
        found |= _sheet_faults(group, published, options, comparison)
    for figure, sheet, message in comparison.errors():
        several = (each for each in files.values() if (each.figures, each.sheet) == ((figure,), sheet))
        found |= _refusals(several, message)
    return [found[path] for path in sorted(found)]


def _published_files(
    records: Iterable[Record], figures: Iterable[Figure], options: ExportOptions
) -> Iterator[PlannedFile]:
    """Yield all that was published of these figures: dark, for the phone, as PDF."""
    by_name = {figure.full_name: figure for figure in figures}
    for record in records:
        figure = by_name.get(record.figure)
        if figure is None or (record.preset and record.preset not in options.theme.presets):
            continue
        same = replace(
            options,
            formats=("png" if record.format == "gif" else record.format,),
            steps=record.step is not None,
            presets=(record.preset,) if record.preset else (),
            variants=(record.variant,),
            widths=(record.width,),
            text=record.text or "outlined",
        )
        with suppress(InputError):  # a figure that had steps and has none today leaves them over
            yield from plan_files([figure], same)


def _sheet_faults(
    files: list[PlannedFile], published: dict[str, Record], options: ExportOptions, comparison: Comparison
) -> dict[Path, str]:
    (figure,), sheet = files[0].figures, files[0].sheet
    try:
        drawing = draw_for_export(figure, sheet, options)
        drawing.refuse_errors()
    except InputError as error:
        return _refusals(files, str(error).splitlines()[0])
    comparison.add(figure, sheet, drawing_profiles(drawing))
    faults = {
        file.planned.path: _fault(file, published.get(file.record.file))
        for file in draw_files([drawing], files)
    }
    return {path: f"{fault}: {path}" for path, fault in faults.items() if fault}


def _refusals(files: Iterable[PlannedFile], why: str) -> dict[Path, str]:
    return {file.path: f"não pode ser gravado: {file.path}: {why}" for file in files}


def _fault(file: DrawnFile, published: Record | None) -> str | None:
    data, today = read_bytes(file.planned.path), file.record
    if data is None:
        return "falta"
    if file.record.format == "svg" and data != file.svg:
        return "desatualizado"
    if published is None:
        return f"sem registro em {NAME}"
    if sha256(data).hexdigest() != published.sha256:
        return "alterado depois de exportado"
    # A picture's own bytes may differ from machine to machine.
    same = replace(published, sha256=today.sha256, bytes=today.bytes, pixels=today.pixels)
    return None if same == today else "desatualizado"


def _leftovers(files: dict[Path, PlannedFile]) -> Iterator[tuple[Path, str]]:
    """Yield the files that are where the export writes, and that it would not write."""
    for folder in {path.parent for path in files}:
        found = folder.iterdir() if folder.is_dir() else ()
        yield from ((path, f"sobra: {path}") for path in found if path.is_file() and path not in files)
