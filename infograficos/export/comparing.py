"""`export --check`: which published files are not what would be written today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.drawing import Drawing
from infograficos.errors import InputError, MachineError
from infograficos.export.manifest import NAME, Record, read_manifest
from infograficos.export.pictures import frames_of, records
from infograficos.export.planning import ExportOptions, Job, by_sheet, plan
from infograficos.figure import Figure
from infograficos.system.atomic_write import describe_os_error

#: What a picture's record says of its making; its own bytes may differ from machine to machine.
_MACHINE = ("sha256", "bytes", "pixels")


def differences(figures: Chapter | Iterable[Figure], options: ExportOptions) -> list[str]:
    """Return what is missing, stale or left over in the folder of an export, a line a file.

    Every figure is laid out and written in memory; a picture is current where it is the one that was drawn
    from today's SVG, so that no engine is needed and every machine says the same. The folder's other files
    of these figures, which the manifest tells of, are held against today's, too.
    """
    if options.together:
        raise InputError("o PDF do capítulo inteiro não se confere; confira os arquivos de cada figura")
    chosen = tuple(figures.figures if isinstance(figures, Chapter) else figures)
    kept = read_manifest(options.folder)
    jobs = {job.path: job for job in plan(chosen, options)}
    jobs |= {job.path: job for job in _others(kept.values(), chosen, options) if job.path not in jobs}
    found = dict(_judged(list(jobs.values()), kept, options))
    for path in _strangers(jobs):
        found[path] = f"sobra: {path}"
    return [found[path] for path in sorted(found)]


def _others(kept: Iterable[Record], figures: Iterable[Figure], options: ExportOptions) -> Iterator[Job]:
    """Yield what else was published of these figures: dark, for the phone, as PDF."""
    by_name = {figure.full_name: figure for figure in figures}
    for record in kept:
        figure = by_name.get(record.figure)
        if figure is None or (record.preset and record.preset not in options.theme.presets):
            continue
        again = replace(
            options,
            formats=("png" if record.format == "gif" else record.format,),
            steps=record.step is not None,
            presets=(record.preset,) if record.preset else (),
            variants=(record.variant,),  # type: ignore[arg-type]  # a wrong one is refused
            widths=(record.width,),
            text=record.text or "outlined",
        )
        with suppress(InputError):  # what had steps and has none today is left over
            yield from plan([figure], again)


def _judged(jobs: list[Job], kept: dict[str, Record], options: ExportOptions) -> Iterator[tuple[Path, str]]:
    for sheet in by_sheet(jobs):
        first = sheet[0]
        try:
            drawing = first.figure.draw(options.theme, first.variant, first.width)
            drawing.refuse_errors()
        except InputError as error:
            for job in sheet:
                yield job.path, f"não pode ser gravado: {job.path}: {str(error).splitlines()[0]}"
            continue
        shown = frames_of(drawing, sheet)
        for job, frames, record in zip(sheet, shown, records(drawing, sheet, shown, options), strict=True):
            fault = _fault(job, frames[-1], record, kept.get(record.file))
            if fault:
                yield job.path, f"{fault}: {job.path}"


def _fault(job: Job, drawing: Drawing, today: Record, kept: Record | None) -> str | None:
    data = _read(job.path)
    if data is None:
        return "falta"
    if job.format == "svg" and data != drawing.svg(job.text).encode():
        return "desatualizado"
    if kept is None:
        return f"sem registro em {NAME}"
    if sha256(data).hexdigest() != kept.sha256:
        return "alterado depois de exportado"
    same = replace(kept, **{name: getattr(today, name) for name in _MACHINE}) == today
    return None if same else "desatualizado"


def _strangers(jobs: dict[Path, Job]) -> Iterator[Path]:
    """Yield the files that stand where the export writes, and that it would not write."""
    places = {path.parent for path in jobs}
    for place in sorted(places):
        if place.is_dir():
            yield from (path for path in sorted(place.iterdir()) if path.is_file() and path not in jobs)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise MachineError(f"não foi possível ler “{path}”: {describe_os_error(error)}") from error
