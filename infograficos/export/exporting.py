"""The export itself: lay everything out, refuse it all or draw it all, then write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from infograficos.audit import Severity
from infograficos.chapter import Chapter
from infograficos.drawing import Drawing
from infograficos.errors import FigureError, InputError
from infograficos.export.planning import ExportOptions, Job, plan
from infograficos.figure import Figure
from infograficos.raster import fallback_notice
from infograficos.rendering import Rendered, Rendering, render
from infograficos.svg import TextMode
from infograficos.writing import refuse_target, write_file


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the export: its path, its size in bytes and, of a PNG, in pixels."""

    path: Path
    size: int
    pixels: tuple[int, int] | None = None

    def __str__(self) -> str:
        """Say it in one line: `dist/medium/01-x.png  1400 × 980 px, 62 kB`."""
        across = f"{self.pixels[0]} × {self.pixels[1]} px, " if self.pixels else ""
        return f"{self.path}  {across}{_human(self.size)}"


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote, and what the author should know, in Portuguese."""

    files: tuple[WrittenFile, ...]
    warnings: tuple[str, ...]

    @property
    def paths(self) -> list[Path]:
        """The written files, in the figures' order."""
        return [file.path for file in self.files]


def export(
    figures: Chapter | Iterable[Figure], options: ExportOptions | None = None, processes: int | None = None
) -> Exported:
    """Write figures as files, each whole or not at all.

    All are laid out and drawn before the first one is written, so that an error leaves every file as it was.
    What is wrong with all the figures is told in one `FigureError`; a folder that cannot be written raises
    `InputError` or `MachineError`.

    Args:
        figures: a chapter, or some of its figures.
        options: what to write and where; by default SVG and every preset's PNG, in `dist`.
        processes: how many draw at a time; see `render`.
    """
    chosen = options or ExportOptions()
    jobs = plan(figures.figures if isinstance(figures, Chapter) else figures, chosen)
    for job in jobs:
        refuse_target(job.path)
    drawings = _laid_out(jobs, chosen)
    data = _svgs(jobs, drawings, chosen) | _pictures(jobs, drawings, chosen, processes)
    for job in jobs:
        write_file(job.path, data[job.path])
    files = tuple(WrittenFile(job.path, len(data[job.path]), _pixels(job, data[job.path])) for job in jobs)
    severities: tuple[Severity, ...] = ("error", "warning") if chosen.force else ("warning",)
    advice = [
        each for drawing in drawings.values() for kind in severities for each in _findings(drawing, kind)
    ]
    return Exported(files, (*chosen.warnings, *advice, *_notice(jobs)))


def _laid_out(jobs: Sequence[Job], options: ExportOptions) -> dict[str, Drawing]:
    drawings: dict[str, Drawing] = {}
    refused: list[str] = []
    for figure in {job.figure.full_name: job.figure for job in jobs}.values():
        try:
            drawing = figure.draw(options.theme, options.variant, options.width)
        except InputError as error:
            refused += str(error).splitlines()
            continue
        drawings[figure.full_name] = drawing
        refused += [] if options.force else _findings(drawing, "error")
    if refused:
        raise FigureError("\n".join(refused))
    return drawings


def _findings(drawing: Drawing, severity: Severity) -> list[str]:
    name = drawing.description.name
    return [f"{name}: {finding.message}" for finding in drawing.findings if finding.severity == severity]


def _svgs(jobs: Sequence[Job], drawings: dict[str, Drawing], options: ExportOptions) -> dict[Path, bytes]:
    text: TextMode = "live" if options.text == "live" else "outlined"
    wanted = [job for job in jobs if job.format == "svg"]
    return {
        job.path: drawings[job.figure.full_name].svg(text, force=options.force).encode() for job in wanted
    }


def _pictures(
    jobs: Sequence[Job], drawings: dict[str, Drawing], options: ExportOptions, processes: int | None
) -> dict[Path, bytes]:
    wanted = {
        name: [j for j in jobs if j.figure.full_name == name and j.format != "svg"] for name in drawings
    }
    named = {name: pictures for name, pictures in wanted.items() if pictures}
    if not named:
        return {}
    renderings = [
        Rendering(
            name,
            drawings[name].svg("traced", force=options.force),
            tuple(job.pixels for job in pictures if job.pixels is not None),
            any(job.format == "pdf" for job in pictures),
        )
        for name, pictures in named.items()
    ]
    rendered = render(renderings, processes)
    return {
        path: data
        for pictures, result in zip(named.values(), rendered, strict=True)
        for path, data in _by_path(pictures, result)
    }


def _by_path(jobs: Sequence[Job], rendered: Rendered) -> Iterable[tuple[Path, bytes]]:
    pngs = iter(rendered.pngs)
    for job in jobs:
        yield job.path, (rendered.pdf or b"") if job.format == "pdf" else next(pngs)


def _notice(jobs: Sequence[Job]) -> list[str]:
    if all(job.format == "svg" for job in jobs):
        return []
    notice = fallback_notice()
    return [notice.removeprefix("aviso: ")] if notice else []


def _pixels(job: Job, data: bytes) -> tuple[int, int] | None:
    if job.format != "png":
        return None
    # A PNG states its size first of all.
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _human(size: int) -> str:
    if size < 1000:
        return f"{size} bytes"
    if size < 999_500:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
