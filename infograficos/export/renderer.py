"""Makes the bytes of an export's files: an SVG at once, a picture from the cache or in the pool."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import infograficos
from infograficos.errors import FigureError, InputError
from infograficos.export.cache import Cache, CachedExport, file_key
from infograficos.export.comparison import Comparison, profiles
from infograficos.export.fingerprint import cache_key, code_key, content_key
from infograficos.export.manifest import Record, complete_record
from infograficos.export.plan import ExportOptions, PlannedChapter, PlannedFile, Sheet
from infograficos.export.transaction import Exported
from infograficos.figure import Figure
from infograficos.raster.pdf import Page, pdf
from infograficos.raster.render_pool import RenderPool, RenderTask

if TYPE_CHECKING:
    from infograficos.drawing import Drawing


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file whose bytes may still be in the making.

    Args:
        record: what the manifest says of it, without what only its bytes can tell.
        image: its bytes, or a function that waits for them.
        cache: where they are kept then; None if they are from there.
    """

    record: Record
    image: bytes | Callable[[], bytes]
    cache: Cache | None = None

    def result(self) -> tuple[Record, bytes]:
        """Wait for the file's bytes, and return them with the whole record."""
        data = self.image if isinstance(self.image, bytes) else self.image()
        record = complete_record(self.record, data)
        if self.cache:
            self.cache.put(file_key(record), data)
        return record, data


class Renderer:
    """Begins the files of one sheet after another; a sheet that did not change is not even laid out.

    Args:
        options: how the figures are exported; if forced, errors are messages.
        cache: what was made before.
        pool: what draws pictures.
    """

    def __init__(self, options: ExportOptions, cache: Cache, pool: RenderPool) -> None:
        #: What the author should know, and what keeps the figures from being written, each said once.
        self.messages: dict[str, None] = {}
        self._errors: dict[str, None] = {}
        self._options, self._cache, self._pool = options, cache, pool
        self._comparison = Comparison(cache)
        #: What was found on each sheet that may be cached, and its files, by its key.
        self._found: dict[str, CachedExport] = {}
        self._names: dict[str, list[str]] = {}
        self._is_caching = self._is_replayable = cache.folder is not None and not options.force
        self._theme_key = options.theme.model_dump_json()

    def render(self, files: Sequence[PlannedFile]) -> Iterable[PendingFile]:
        """Begin the files of a sheet; once there is an error, sheets are only laid out to find more."""
        figure, sheet = files[0].figure, files[0].sheet
        names = [file.path.relative_to(self._options.folder).as_posix() for file in files]
        key = self._key(figure, repr((sheet, sorted(self._options.presets))), *names)
        cached = self._cache.get_export(key)
        if cached and [record.file for record in cached.records] == names:
            self._comparison.add(figure, sheet, cached.profiles, key)
            self.messages |= dict.fromkeys(cached.messages)
            return list(map(PendingFile, cached.records, cached.contents))
        # The engine starts while the figure is laid out.
        self._pool.start()
        drawing = self._draw(figure, sheet, key)
        if drawing is None or self._errors:
            return ()
        self._names[key] = names
        return self._begin(draw_files(drawing, files, self._options))

    def render_chapter(self, planned: PlannedChapter) -> Sequence[PendingFile]:
        """Begin the PDF of a chapter, which is drawn when its bytes are waited for."""
        chapter, (variant, width) = planned.chapter, planned.sheet
        drawings = [self._draw(figure, planned.sheet) for figure in chapter.figures]
        if self._errors:
            return ()
        self._key(chapter.figures)
        pages = tuple(drawing.page for drawing in drawings if drawing)
        title = f"Capítulo {chapter.number:02d}: {chapter.title}"
        name = planned.path.relative_to(self._options.folder).as_posix()
        drawn_from = cache_key(title, _pages_key(*pages))
        record = Record(name, "", "pdf", variant=variant, width=width, drawn_from=drawn_from)
        return [self._cached(record) or PendingFile(record, partial(pdf, pages, title), self._cache)]

    def raise_errors(self) -> None:
        """Raise `FigureError` with all that keeps the figures from being written, if there is anything."""
        differences = dict.fromkeys(message for *_, message in self._comparison.errors())
        (self.messages if self._options.force else self._errors).update(differences)
        if self._errors:
            raise FigureError("\n".join(self._errors))

    def finish(self, exported: Exported) -> Exported:
        """Cache the sheets of an export, and return it; one that must not be replayed, without records."""
        records = {record.file: record for record in exported.records}
        for key, names in self._names.items():
            found = replace(self._found[key], records=[records[name] for name in names])
            self._cache.put_export(key, found)
        return exported if self._is_replayable else replace(exported, records=())

    def _key(self, content: object, *parts: str) -> str:
        """Return what is cached under the key of a content, nothing if that cannot be known."""
        known = content_key(content) if self._is_caching else None
        self._is_replayable &= known is not None
        return "" if known is None else cache_key("sheet", code_key(), self._theme_key, known, *parts)

    def _draw(self, figure: Figure, sheet: Sheet, key: str = "") -> Drawing | None:
        """Lay a figure out and note what is wrong with it; None if it cannot be laid out at all."""
        try:
            drawing = draw_for_export(figure, sheet, self._options)
        except InputError as error:
            self._errors |= dict.fromkeys(str(error).splitlines())
            return None
        for finding, message in zip(drawing.findings, _messages(drawing), strict=True):
            allowed = self._options.force or finding.severity == "warning"
            (self.messages if allowed else self._errors)[message] = None
        self._found[key] = CachedExport((), _messages(drawing), profiles=profiles(drawing))
        self._comparison.add(figure, sheet, self._found[key].profiles, key)
        return drawing

    def _begin(self, drawn: Sequence[DrawnFile]) -> list[PendingFile]:
        """Begin the files of a drawing: pictures of several widths together, then SVGs."""
        pictures = [file for file in drawn if file.planned.format != "svg"]
        begun = {file.planned.path: self._cached(file.record) for file in pictures}
        missing: dict[RenderTask, list[DrawnFile]] = {}
        for file in pictures:
            if begun[file.planned.path] is None:
                missing.setdefault(file.task, []).append(file)
        for task, group in missing.items():
            widths = tuple(file.planned.pixels for file in group if file.planned.pixels)
            for file, image in zip(group, self._pool.render(replace(task, widths=widths)), strict=True):
                begun[file.planned.path] = PendingFile(file.record, image, self._cache)
        return [
            begun.get(file.planned.path) or PendingFile(file.record, file.svg, self._cache) for file in drawn
        ]

    def _cached(self, record: Record) -> PendingFile | None:
        data = self._cache.get(file_key(record)) if self._is_caching else None
        return None if data is None else PendingFile(record, data)


@dataclass(frozen=True)
class DrawnFile:
    """A planned file, the drawings that it shows, and its record without what only its bytes can tell.

    Args:
        planned: the file.
        frames: one drawing or, in an animation, all its steps.
        record: what the manifest says of it.
    """

    planned: PlannedFile
    frames: tuple[Drawing, ...]
    record: Record

    @property
    def svg(self) -> bytes:
        """The file's bytes, if it is an SVG; the rules are checked before."""
        return self.frames[-1].svg(self.planned.text, force=True).encode()

    @property
    def task(self) -> RenderTask:
        """What draws a picture, whatever its width."""
        *before, last = self.frames
        if self.planned.format == "pdf":
            return RenderTask(self.record.figure, last.traced, (), page=last.page)
        return RenderTask(self.record.figure, last.traced, (), tuple(frame.traced for frame in before))


def draw_for_export(figure: Figure, sheet: Sheet, options: ExportOptions) -> Drawing:
    """Lay a figure out on a sheet, to be held against the presets that are exported."""
    return figure.draw(options.theme, *sheet).for_presets(*options.presets)


def draw_files(drawing: Drawing, files: Sequence[PlannedFile], options: ExportOptions) -> list[DrawnFile]:
    """Return what files that share a drawing show, and what the manifest says of them."""
    # Nothing that draws is imported where nothing has changed.
    from infograficos.audit import Measures  # noqa: PLC0415

    whole, found = Measures(drawing.for_presets().audited_figures), []
    steps = drawing.steps() if any(file.step for file in files) else ()
    for file in files:
        step = (steps[file.step - 1],) if file.step else (drawing,)
        frames = steps if file.format == "gif" else step
        record = Record(
            file=file.path.relative_to(options.folder).as_posix(),
            figure=file.figure.full_name,
            format=file.format,
            preset=file.preset,
            variant=file.variant,
            width=file.width,
            text=file.text if file.format == "svg" else "",
            drawn_from=_drawn_from(file, frames),
            alt=file.figure.alt if file.format == "gif" else frames[-1].description.text,
            caption=file.figure.summary,
            words=Measures(frames[-1].audited_figures).words,
            smallest_pixels=round(whole.smallest_pixels(file.preset), 2),
            contrast=round(whole.contrast, 2),
            version=infograficos.__version__,
            step=file.step,
        )
        found.append(DrawnFile(file, frames, record))
    return found


def _drawn_from(file: PlannedFile, frames: Sequence[Drawing]) -> str:
    if file.format == "svg":
        return ""
    if file.format == "pdf":
        return _pages_key(frames[-1].page)
    return cache_key(file.pixels or 0, *(frame.traced for frame in frames))


def _pages_key(*pages: Page) -> str:
    """Return the digest of a PDF's pages, which hold their words besides what can be seen."""
    return cache_key(*(cache_key(page.svg, repr(page.lines), page.title, page.alt) for page in pages))


def _messages(drawing: Drawing) -> list[str]:
    return [f"{drawing.description.name}: {finding.message}" for finding in drawing.findings]
