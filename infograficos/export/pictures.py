"""A sheet laid out once, and all the files that are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import infograficos
from infograficos.audit import Measures
from infograficos.drawing import Drawing
from infograficos.export.manifest import Record, digest
from infograficos.export.planning import ExportOptions, Job
from infograficos.export.store import Store
from infograficos.raster import signature
from infograficos.rendering import Drawn, Ready, Rendering, Studio


def by_sheet(jobs: Iterable[Job]) -> list[list[Job]]:
    """Return the files that share a layout together."""
    sheets: dict[object, list[Job]] = {}
    for job in jobs:
        sheets.setdefault((job.figure.full_name, job.variant, job.width), []).append(job)
    return list(sheets.values())


@dataclass(frozen=True, slots=True)
class Begun:
    """A file in the making.

    Args:
        job: what it is.
        record: what the manifest says of it, but for what only its bytes can tell.
        drawn: its bytes, perhaps not there yet.
    """

    job: Job
    record: Record
    drawn: Drawn

    def ended(self) -> tuple[bytes, Record]:
        """Wait for the file's bytes, and return them with the whole record."""
        data = self.drawn.result()
        sizes = {"png": png_size, "gif": gif_size}
        pixels = sizes[self.job.format](data) if self.job.format in sizes else None
        found = sha256(data).hexdigest()
        return data, replace(self.record, bytes=len(data), sha256=found, pixels=pixels)


class Pictures:
    """Makes files: an SVG at once, a picture from the store or in a studio.

    Args:
        options: how they are asked for.
        store: pictures that were drawn before.
        studio: what draws the others.
    """

    def __init__(self, options: ExportOptions, store: Store, studio: Studio) -> None:
        self._options, self._store, self._studio = options, store, studio

    def begun(self, drawing: Drawing, jobs: Iterable[Job]) -> Iterator[Begun]:
        """Begin the files that share a drawing."""
        described = records(drawing, jobs, self._options)
        for job, frames, record in zip(jobs, frames_of(drawing, jobs), described, strict=True):
            if job.format == "svg":
                svg = frames[-1].svg(job.text, force=self._options.force)
                yield Begun(job, record, Ready(svg.encode()))
            else:
                yield Begun(job, record, self._picture(job, record, frames))

    def _picture(self, job: Job, record: Record, frames: Sequence[Drawing]) -> Drawn:
        *before, last = (frame.traced for frame in frames)
        if job.format == "pdf":
            return self._studio.draw(Rendering(record.figure, last, None, page=frames[-1].page))
        rendering = Rendering(record.figure, last, job.pixels, tuple(before))
        key = digest(record.drawn_from, signature())
        kept = None if self._options.force else self._store.find(key)
        return Ready(kept) if kept is not None else _Kept(self._studio.draw(rendering), self._store, key)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A picture that goes to the store as soon as it is there."""

    drawn: Drawn
    store: Store
    key: str

    def result(self) -> bytes:
        data = self.drawn.result()
        self.store.keep(self.key, data)
        return data


def records(drawing: Drawing, jobs: Iterable[Job], options: ExportOptions) -> Iterator[Record]:
    """Yield what the manifest says of files that share a drawing, but for what only their bytes can tell."""
    whole = Measures(drawing.subjects)
    for job, frames in zip(jobs, frames_of(drawing, jobs), strict=True):
        traced = [frame.traced for frame in frames] if job.format != "svg" else []
        yield Record(
            file=job.path.relative_to(options.folder).as_posix(),
            figure=job.figure.full_name,
            format=job.format,
            preset=job.preset,
            variant=job.variant,
            width=job.width,
            text=job.text if job.format == "svg" else "",
            pixels=None,
            bytes=0,
            sha256="",
            drawn_from=digest(job.pixels or 0, *traced) if traced else "",
            alt=job.figure.alt if job.format == "gif" else frames[-1].description.text,
            caption=job.figure.summary,
            words=Measures(frames[-1].subjects).words,
            smallest_pixels=round(whole.smallest_pixels(job.preset), 2),
            contrast=round(whole.contrast, 2),
            version=infograficos.__version__,
            step=job.step,
        )


def png_size(data: bytes) -> tuple[int, int]:
    """Return a PNG's width and height, which it states first of all."""
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def gif_size(data: bytes) -> tuple[int, int]:
    """Return a GIF's width and height, which it states after its signature."""
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")


def frames_of(drawing: Drawing, jobs: Iterable[Job]) -> list[tuple[Drawing, ...]]:
    """Return the drawings that each of a sheet's files shows: one or, in an animation, all its steps."""
    wanted = list(jobs)
    steps = drawing.steps() if any(job.step for job in wanted) else ()
    return [
        steps if job.format == "gif" else (steps[job.step - 1],) if job.step else (drawing,) for job in wanted
    ]
