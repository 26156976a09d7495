"""Makes the bytes of an export's files: an SVG at once, a picture from the cache or in the pool."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from hashlib import sha256
from typing import TYPE_CHECKING

import infograficos
from infograficos.errors import FigureError, InputError
from infograficos.export.cache import Cache, CachedExport, cache_key, code_key, content_key, file_key
from infograficos.export.comparison import Comparison, Sheet, draw_for_export
from infograficos.export.files import Exported, PendingFile
from infograficos.export.manifest import Record
from infograficos.export.plan import ExportOptions, PlannedChapter, PlannedFile
from infograficos.figure import Figure
from infograficos.raster import Page, pdf
from infograficos.raster.render_pool import RenderPool, RenderTask

if TYPE_CHECKING:
    from infograficos.drawing import Drawing


@dataclass(slots=True)
class LayoutPass:
    """Lays figures out one after another, and collects what the author should know, each message once.

    Args:
        options: how the figures are exported; if forced, errors are messages.
        comparison: what the figures are compared with each other by.
        messages: what the author should know.
        errors: what keeps the figures from being written.
    """

    options: ExportOptions
    comparison: Comparison
    messages: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def draw(self, figure: Figure, sheet: Sheet, key: str = "") -> Drawing | None:
        """Lay a figure out and note what is wrong with it; None if it cannot be laid out at all."""
        try:
            drawing = draw_for_export(figure, sheet, self.options)
        except InputError as error:
            _add_new(self.errors, str(error).splitlines())
            return None
        for finding, message in zip(drawing.findings, _messages(drawing), strict=True):
            allowed = self.options.force or finding.severity == "warning"
            _add_new(self.messages if allowed else self.errors, [message])
        self.comparison.add(figure, sheet, drawing, key)
        return drawing

    def raise_errors(self) -> None:
        """Raise `FigureError` with all that keeps the figures from being written, if there is anything."""
        differences = [message for *_, message in self.comparison.errors()]
        _add_new(self.messages if self.options.force else self.errors, differences)
        if self.errors:
            raise FigureError("\n".join(self.errors))


class Renderer:
    """Begins the files of one sheet after another; a sheet that did not change is not even laid out.

    Args:
        options: how the figures are exported.
        cache: what was made before.
        pool: what draws pictures.
    """

    def __init__(self, options: ExportOptions, cache: Cache, pool: RenderPool) -> None:
        self.layout = LayoutPass(options, Comparison(options, cache))
        self._options, self._cache, self._pool = options, cache, pool
        #: Of each sheet that was laid out and may be cached: its key, its files and its messages.
        self._sheets: list[tuple[str, list[str], tuple[str, ...]]] = []
        self._is_caching = cache.folder is not None and not options.force
        self._is_replayable = self._is_caching
        self._theme_key = options.theme.model_dump_json()

    def render(self, files: Sequence[PlannedFile]) -> Sequence[PendingFile]:
        """Begin the files of a sheet; once there is an error, sheets are only laid out to find more."""
        figure, sheet = files[0].figure, (files[0].variant, files[0].width)
        names = [file.path.relative_to(self._options.folder).as_posix() for file in files]
        content = self._content_key(figure)
        asked = repr((sheet, sorted(self._options.presets)))
        key = cache_key("sheet", code_key(), self._theme_key, content, asked, *names) if content else ""
        cached = self._cached_sheet(key, names)
        if cached is not None:
            self.layout.comparison.add(figure, sheet, None, key)
            return cached
        # The engine starts while the figure is laid out.
        self._pool.start()
        drawing = self.layout.draw(figure, sheet, key)
        if drawing is None or self.layout.errors:
            return ()
        if key:
            self._sheets.append((key, names, tuple(_messages(drawing))))
        return self._begin(draw_files(drawing, files, self._options))

    def render_chapter(self, planned: PlannedChapter) -> Sequence[PendingFile]:
        """Begin the PDF of a chapter, which is drawn when its bytes are waited for."""
        chapter, variant, width = planned.chapter, planned.variant, planned.width
        drawings = [self.layout.draw(figure, (variant, width)) for figure in chapter.figures]
        if self.layout.errors:
            return ()
        self._content_key(chapter.figures)
        pages = tuple(drawing.page for drawing in drawings if drawing)
        title = f"Capítulo {chapter.number:02d}: {chapter.title}"
        source = cache_key(title, *map(_page_key, pages))
        name = planned.path.relative_to(self._options.folder).as_posix()
        record = Record(name, "", "pdf", variant=variant, width=width)
        key = file_key("pdf", source)
        image = self._cached_image(key) or partial(self._finish_image, partial(pdf, pages, title), key)
        return [PendingFile(planned.path, record, image, source)]

    def finish(self, exported: Exported) -> Exported:
        """Cache the sheets of an export, and return it; one that must not be replayed, without sources."""
        by_name = {record.file: (source, record) for source, record in exported.sources}
        for key, names, messages in self._sheets:
            self._cache.put_export(key, CachedExport(tuple(by_name[name] for name in names), messages))
        return exported if self._is_replayable else replace(exported, sources=())

    def _content_key(self, content: object) -> str | None:
        key = content_key(content) if self._is_caching else None
        self._is_replayable &= key is not None
        return key

    def _cached_sheet(self, key: str, names: list[str]) -> Sequence[PendingFile] | None:
        cached = self._cache.get_export(key) if key else None
        if cached is None or [record.file for _, record in cached.files] != names:
            return None
        files = self._cache.get_files(cached, self._options.folder)
        if files is not None:
            _add_new(self.layout.messages, cached.messages)
        return files

    def _begin(self, files: Sequence[DrawnFile]) -> list[PendingFile]:
        """Begin the files of a drawing: pictures of several widths together, then SVGs."""
        images: dict[str, bytes | Callable[[], bytes]] = {}
        missing: dict[RenderTask, list[DrawnFile]] = {}
        pictures = [file for file in files if file.planned.format != "svg"]
        for file in pictures:
            cached = self._cached_image(file.key)
            if cached:
                images[file.key] = cached
            else:
                missing.setdefault(file.task, []).append(file)
        for task, group in missing.items():
            widths = tuple(file.planned.pixels for file in group if file.planned.pixels)
            for file, image in zip(group, self._pool.render(replace(task, widths=widths)), strict=True):
                images[file.key] = partial(self._finish_image, image, file.key)
        for file in files:
            if file.planned.format == "svg":
                self._cache.put(file.key, file.svg)
                images[file.key] = file.svg
        return [PendingFile(each.planned.path, each.record, images[each.key], each.source) for each in files]

    def _cached_image(self, key: str) -> bytes | None:
        return self._cache.get(key) if self._is_caching else None

    def _finish_image(self, image: Callable[[], bytes], key: str) -> bytes:
        """Wait for an image, and cache it."""
        data = image()
        self._cache.put(key, data)
        return data


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

    @cached_property
    def svg(self) -> bytes:
        """The file's bytes, if it is an SVG; the rules are checked before."""
        return self.frames[-1].svg(self.planned.text, force=True).encode()

    @cached_property
    def source(self) -> str:
        """The digest of all that the file is made from; a PDF holds its words, too."""
        if self.planned.format == "svg":
            return sha256(self.svg).hexdigest()
        page = [_page_key(self.frames[-1].page)] if self.planned.format == "pdf" else []
        return cache_key(self.record.drawn_from, *page)

    @cached_property
    def key(self) -> str:
        """What the file's bytes are cached under."""
        return file_key(self.planned.format, self.source)

    @property
    def task(self) -> RenderTask:
        """What draws a picture, whatever its width."""
        *before, last = self.frames
        if self.planned.format == "pdf":
            return RenderTask(self.record.figure, last.traced, (), page=last.page)
        return RenderTask(self.record.figure, last.traced, (), tuple(frame.traced for frame in before))


def draw_files(drawing: Drawing, files: Sequence[PlannedFile], options: ExportOptions) -> list[DrawnFile]:
    """Return what files that share a drawing show, and what the manifest says of them."""
    # Nothing that draws is imported where nothing has changed.
    from infograficos.audit import Measures  # noqa: PLC0415

    whole, found = Measures(drawing.for_presets().audited_figures), []
    steps = drawing.steps() if any(file.step for file in files) else ()
    for file in files:
        step = (steps[file.step - 1],) if file.step else (drawing,)
        frames = steps if file.format == "gif" else step
        traced = [frame.traced for frame in frames] if file.format != "svg" else []
        record = Record(
            file=file.path.relative_to(options.folder).as_posix(),
            figure=file.figure.full_name,
            format=file.format,
            preset=file.preset,
            variant=file.variant,
            width=file.width,
            text=file.text if file.format == "svg" else "",
            drawn_from=cache_key(file.pixels or 0, *traced) if traced else "",
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


def _messages(drawing: Drawing) -> list[str]:
    return [f"{drawing.description.name}: {finding.message}" for finding in drawing.findings]


def _add_new(lines: list[str], more: Iterable[str]) -> None:
    # Light and dark paper have one layout, and most findings in common.
    lines += [line for line in dict.fromkeys(more) if line not in lines]


def _page_key(page: Page) -> str:
    return cache_key(page.svg, repr(page.lines), page.title, page.alt)
