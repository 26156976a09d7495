"""A sheet laid out once, and all the files that are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import infograficos
from infograficos.audit import Measures
from infograficos.drawing import Drawing
from infograficos.export.begun import Begun, Bytes, store_key
from infograficos.export.manifest import Record, digest
from infograficos.export.planning import ExportOptions, Job
from infograficos.export.store import Store
from infograficos.rendering import Ready, Rendering, Studio


class Pictures:
    """Makes files: an SVG at once, a picture from the store or in a studio.

    Args:
        options: how they are asked for.
        store: pictures that were drawn before.
        studio: what draws the others.
    """

    def __init__(self, options: ExportOptions, store: Store, studio: Studio) -> None:
        self._options, self._store, self._studio = options, store, studio

    def begun(self, drawing: Drawing, jobs: Sequence[Job]) -> Iterator[Begun]:
        """Begin the files that share a drawing."""
        shown = frames_of(drawing, jobs)
        for job, frames, record in zip(
            jobs, shown, records(drawing, jobs, shown, self._options), strict=True
        ):
            if job.format == "svg":
                yield self._written(job, record, frames[-1])
            elif job.format == "pdf":
                page = frames[-1].page
                source = digest(record.drawn_from, repr(page.lines), page.title, page.alt)
                yield self._pictured(job, record, Rendering(record.figure, page.svg, None, page=page), source)
            else:
                *before, last = (frame.traced for frame in frames)
                rendering = Rendering(record.figure, last, job.pixels, tuple(before))
                yield self._pictured(job, record, rendering, record.drawn_from)

    def _written(self, job: Job, record: Record, drawing: Drawing) -> Begun:
        svg = drawing.svg(job.text, force=self._options.force).encode()
        source = sha256(svg).hexdigest()
        self._store.keep(store_key("svg", source), svg)
        return Begun(job, record, Ready(svg), source)

    def _pictured(self, job: Job, record: Record, rendering: Rendering, source: str) -> Begun:
        key = store_key(job.format, source)
        kept = None if self._options.force else self._store.find(key)
        drawn = Ready(kept) if kept is not None else _Kept(self._studio.draw(rendering), self._store, key)
        return Begun(job, record, drawn, source)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A picture that goes to the store as soon as it is there."""

    drawn: Bytes
    store: Store
    key: str

    def result(self) -> bytes:
        data = self.drawn.result()
        self.store.keep(self.key, data)
        return data


def records(
    drawing: Drawing, jobs: Sequence[Job], shown: Iterable[Sequence[Drawing]], options: ExportOptions
) -> Iterator[Record]:
    """Yield what the manifest says of files that share a drawing, but for what only their bytes can tell.

    Args:
        drawing: the whole figure.
        jobs: the files.
        shown: the drawings that each file shows; see `frames_of`.
        options: how the files are asked for.
    """
    whole = Measures(drawing.subjects)
    for job, frames in zip(jobs, shown, strict=True):
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


def frames_of(drawing: Drawing, jobs: Sequence[Job]) -> list[tuple[Drawing, ...]]:
    """Return the drawings that each of a sheet's files shows: one or, in an animation, all its steps."""
    steps = drawing.steps() if any(job.step for job in jobs) else ()
    return [
        steps if job.format == "gif" else (steps[job.step - 1],) if job.step else (drawing,) for job in jobs
    ]
