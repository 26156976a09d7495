"""A sheet laid out once, and all the files that are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import infograficos
from infograficos.audit import Measures
from infograficos.drawing import Drawing
from infograficos.export.begun import Begun, store_key
from infograficos.export.manifest import Record, digest
from infograficos.export.planning import ExportOptions, Job
from infograficos.export.store import Store
from infograficos.raster import Page
from infograficos.raster.render_pool import FinishedImage, PendingImage, RenderPool, RenderTask


class Pictures:
    """Makes files: an SVG at once, a picture from the store or in a studio.

    Args:
        options: how they are asked for.
        store: pictures that were drawn before.
        studio: what draws the others.
    """

    def __init__(self, options: ExportOptions, store: Store, studio: RenderPool) -> None:
        self._options, self._store, self._studio = options, store, studio

    def begun(self, drawing: Drawing, jobs: Sequence[Job]) -> Iterator[Begun]:
        """Begin the files that share a drawing."""
        shown = frames_of(drawing, jobs)
        made = [
            _Made(job, frames, record)
            for job, frames, record in zip(
                jobs, shown, records(drawing, jobs, shown, self._options), strict=True
            )
        ]
        drawn = self._drawn([each for each in made if each.job.format != "svg"])
        for each in made:
            yield drawn[each.job.path] if each.job.path in drawn else self._written(each)

    def _written(self, made: _Made) -> Begun:
        svg = made.frames[-1].svg(made.job.text, force=self._options.force).encode()
        source = sha256(svg).hexdigest()
        self._store.keep(store_key("svg", source), svg)
        return Begun(made.job.path, made.record, FinishedImage(svg), source)

    def _drawn(self, made: Sequence[_Made]) -> dict[Path, Begun]:
        """Begin pictures by their paths: those of one drawing at several widths together."""
        begun: dict[Path, Begun] = {}
        missing: dict[RenderTask, list[_Made]] = {}
        for each in made:
            kept = None if self._options.force else self._store.find(each.key)
            if kept is None:
                missing.setdefault(each.rendering, []).append(each)
            else:
                begun[each.job.path] = each.begun(FinishedImage(kept))
        for rendering, wanted in missing.items():
            widths = tuple(each.job.pixels for each in wanted if each.job.pixels)
            for each, drawn in zip(
                wanted, self._studio.render(replace(rendering, widths=widths)), strict=True
            ):
                begun[each.job.path] = each.begun(_Kept(drawn, self._store, each.key))
        return begun


@dataclass(frozen=True)
class _Made:
    """A file to make: what it shows, and what the manifest says of it."""

    job: Job
    frames: tuple[Drawing, ...]
    record: Record

    @cached_property
    def source(self) -> str:
        """The SHA-256 of all that a picture is made from."""
        if self.job.format != "pdf":
            return self.record.drawn_from
        page = self._page
        return digest(self.record.drawn_from, repr(page.lines), page.title, page.alt)

    @cached_property
    def key(self) -> str:
        """What a picture is kept under."""
        return store_key(self.job.format, self.source)

    @cached_property
    def rendering(self) -> RenderTask:
        """What draws a picture, whatever its width."""
        *before, last = self.frames
        if self.job.format == "pdf":
            return RenderTask(self.record.figure, self._page.svg, (), page=self._page)
        return RenderTask(self.record.figure, last.traced, (), tuple(frame.traced for frame in before))

    @cached_property
    def _page(self) -> Page:
        return self.frames[-1].page

    def begun(self, drawn: PendingImage) -> Begun:
        """Return the picture in the making."""
        return Begun(self.job.path, self.record, drawn, self.source)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A picture that goes to the store as soon as it is there."""

    drawn: PendingImage
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
    whole = Measures(drawing.audited_figures)
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
            words=Measures(frames[-1].audited_figures).words,
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
