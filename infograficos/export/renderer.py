"""Makes the bytes of an export's files: an SVG at once, a picture from the cache or in the pool."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import infograficos
from infograficos.errors import FigureError, InputError
from infograficos.export.cache import Cache, CachedFiles, file_key
from infograficos.export.comparison import Comparison, Profiles, drawing_profiles
from infograficos.export.manifest import Record, complete_record, record_language
from infograficos.export.plan import ExportOptions, PlannedFile, SheetKey
from infograficos.export.transaction import Exported
from infograficos.figure import Figure
from infograficos.language.messages import message_code
from infograficos.raster.pdf import pdf
from infograficos.raster.render_pool import RenderPool, RenderTask
from infograficos.system.fingerprint import cache_key, code_key, content_key

if TYPE_CHECKING:
    from infograficos.drawing import Drawing
    from infograficos.svg import TextMode


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file whose bytes may still be in the making.

    Args:
        record: what the manifest says of it, without what only its bytes can tell.
        data: its bytes, or a function that waits for them.
        cache: where to store the bytes once made; None if they came from it.
    """

    record: Record
    data: bytes | Callable[[], bytes]
    cache: Cache | None = None

    def result(self) -> tuple[Record, bytes]:
        """Wait for the file's bytes, and return them with the whole record."""
        data = self.data if isinstance(self.data, bytes) else self.data()
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
        #: What is to be cached of each sheet that was laid out, by its key.
        self._sheets: dict[str, CachedFiles] = {}
        self._is_caching = self._is_replayable = cache.folder is not None and not options.force
        self._theme_key = options.theme.model_dump_json()

    def render(self, files: Sequence[PlannedFile]) -> Sequence[PendingFile]:
        """Begin the files of a sheet; once there is an error, sheets are only laid out to find more."""
        figures, sheet = files[0].figures, files[0].sheet
        names = [file.record.file for file in files]
        key = self._key(figures, repr((sheet, sorted(self._options.presets))), *names)
        cached = self._cache.get_files(key)
        if cached and [record.file for record in cached.records] == names:
            for figure, profiles in zip(figures, cached.profiles, strict=False):
                self._comparison.add(figure, sheet, profiles, key)
            self.messages |= dict.fromkeys(cached.messages)
            return list(map(PendingFile, cached.records, cached.contents))
        # The engine starts while the figure is laid out.
        self._pool.start()
        laid_out = [found for figure in figures if (found := self._draw(figure, sheet, key))]
        if self._errors:
            return ()
        messages = [message for drawing, _ in laid_out for message in _messages(drawing)]
        compared_by = [profiles for _, profiles in laid_out]
        self._sheets[key] = CachedFiles([file.record for file in files], messages, profiles=compared_by)
        return self._begin(draw_files([drawing for drawing, _ in laid_out], files))

    def raise_errors(self) -> None:
        """Raise `FigureError` with all that keeps the figures from being written, if there is anything."""
        differences = dict.fromkeys(message for *_, message in self._comparison.errors())
        (self.messages if self._options.force else self._errors).update(differences)
        if self._errors:
            raise FigureError("\n".join(self._errors))

    def finish(self, exported: Exported) -> Exported:
        """Cache the sheets of an export, and return it; one that must not be replayed, without records."""
        records = {record.file: record for record in exported.records}
        for key, sheet in self._sheets.items():
            self._cache.put_files(key, replace(sheet, records=[records[each.file] for each in sheet.records]))
        return exported if self._is_replayable else replace(exported, records=())

    def _key(self, content: object, *parts: str) -> str:
        """Return what is cached under the key of a content, nothing if that cannot be known."""
        known = content_key(content) if self._is_caching else None
        self._is_replayable &= known is not None
        if known is None:
            return ""
        # What is wrong with a sheet is cached in the language in which it was said.
        return cache_key("sheet", code_key(), message_code(), self._theme_key, known, *parts)

    def _draw(self, figure: Figure, sheet: SheetKey, key: str) -> tuple[Drawing, Profiles] | None:
        """Lay a figure out and note what is wrong with it; None if it cannot be laid out at all."""
        try:
            drawing = draw_for_export(figure, sheet, self._options)
        except InputError as error:
            self._errors |= dict.fromkeys(str(error).splitlines())
            return None
        for finding, message in zip(drawing.findings, _messages(drawing), strict=True):
            allowed = self._options.force or finding.severity == "warning"
            (self.messages if allowed else self._errors)[message] = None
        profiles = drawing_profiles(drawing)
        self._comparison.add(figure, sheet, profiles, key)
        return drawing, profiles

    def _begin(self, drawn: Sequence[DrawnFile]) -> list[PendingFile]:
        """Begin the files of a sheet: pictures of several widths together, then SVGs."""
        begun: dict[str, PendingFile] = {}
        missing: dict[RenderTask, list[DrawnFile]] = {}
        for file in (file for file in drawn if file.record.format != "svg"):
            data = self._cache.get(file_key(file.record)) if self._is_caching else None
            if data is not None:
                begun[file.record.file] = PendingFile(file.record, data)
            elif file.record.figure:
                missing.setdefault(file.task, []).append(file)
            else:
                pages = tuple(frame.page for frame in file.frames)
                whole = partial(pdf, pages, file.record.caption)
                begun[file.record.file] = PendingFile(file.record, whole, self._cache)
        for task, group in missing.items():
            widths = tuple(file.planned.pixels for file in group if file.planned.pixels)
            for file, image in zip(group, self._pool.render(replace(task, widths=widths)), strict=True):
                begun[file.record.file] = PendingFile(file.record, image, self._cache)
        return [
            begun.get(file.record.file) or PendingFile(file.record, file.svg, self._cache) for file in drawn
        ]


@dataclass(frozen=True)
class DrawnFile:
    """A planned file, the drawings that it shows, and its record without what only its bytes can tell.

    Args:
        planned: the file.
        frames: one drawing; in an animation all its steps, in a chapter all its figures.
        record: what the manifest says of it.
    """

    planned: PlannedFile
    frames: Sequence[Drawing]
    record: Record

    @property
    def svg(self) -> bytes:
        """The file's bytes, if it is an SVG; the rules are checked before."""
        text: TextMode = "live" if self.record.text == "live" else "outlined"
        return self.frames[-1].svg(text, force=True).encode()

    @property
    def task(self) -> RenderTask:
        """The task that draws the picture at any width."""
        *before, last = self.frames
        page = last.page if self.record.format == "pdf" else None
        return RenderTask(
            self.record.figure, last.traced_svg, (), tuple(frame.traced_svg for frame in before), page
        )


def draw_for_export(figure: Figure, sheet: SheetKey, options: ExportOptions) -> Drawing:
    """Lay a figure out on a sheet, audited for the presets that are exported."""
    return figure.draw(options.theme, *sheet).for_presets(*options.presets)


def draw_files(drawings: Sequence[Drawing], files: Sequence[PlannedFile]) -> list[DrawnFile]:
    """Return what files that share drawings show, and what the manifest says of them."""
    # Nothing that draws is imported where nothing has changed.
    from infograficos.audit import Measures  # noqa: PLC0415

    whole, drawn = Measures(drawings[0].for_presets().audited_figures), []
    steps = drawings[0].steps() if any(file.record.step for file in files) else ()
    for file in files:
        step, figure = file.record.step, file.figures[0]
        frames = steps if file.record.format == "gif" else steps[step - 1 : step] if step else drawings
        record = replace(file.record, drawn_from=_drawn_from(file, frames), version=infograficos.__version__)
        if record.figure:  # what is measured of a figure is not said of a chapter
            record = replace(
                record,
                alt=figure.alt if record.format == "gif" else frames[-1].description.text,
                caption=figure.summary,
                words=Measures(frames[-1].audited_figures).word_count,
                smallest_pixels=round(whole.smallest_pixels(record.preset), 2),
                contrast=round(whole.contrast, 2),
            )
        drawn.append(DrawnFile(file, frames, record))
    return drawn


def _drawn_from(file: PlannedFile, frames: Sequence[Drawing]) -> str:
    if file.record.format == "svg":
        return ""
    if file.record.format == "pdf":
        # Its pages hold their words besides what can be seen.
        pages = [frame.page for frame in frames]
        keys = (
            cache_key(page.svg, repr(page.lines), page.title, page.alt, record_language(page.language))
            for page in pages
        )
        return cache_key(file.record.caption, *keys)
    return cache_key(file.pixels or 0, *(frame.traced_svg for frame in frames))


def _messages(drawing: Drawing) -> list[str]:
    return [f"{drawing.description.name}: {finding.message}" for finding in drawing.findings]
