"""The files of a chapter's covers: all written or none, and which of them are not current."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

import infograficos
from infograficos.chapter import Chapter
from infograficos.cover.composition import Cover, cover, cover_name
from infograficos.errors import FigureError, InputError
from infograficos.export import (
    Exported,
    ExportTransaction,
    Record,
    complete_record,
    fault,
    pick_layout,
    read_manifest,
    record_language,
    validate_flat_names,
)
from infograficos.language.grammar import phrase
from infograficos.language.messages import message
from infograficos.language.texts import in_language
from infograficos.system.fingerprint import cache_key
from infograficos.theme import Theme, Variant, load_theme, pick_cover, pick_variant

_FORMATS = ("svg", "png")


@dataclass(frozen=True)
class CoverOptions:
    """Which covers to write, and where; a wrong value raises `InputError`.

    Args:
        folder: the output folder.
        presets: names of the sizes in the theme; by default all.
        object: the name of what they show; by default the chapter's `cover_object`.
        theme: the visual system; by default the series' own.
        variants: `light`, `dark` or both.
        layout: `folders`, one a size, or `flat`, all covers in one.
    """

    folder: Path = Path("dist")
    presets: tuple[str, ...] = ()
    object: str | None = None
    theme: Theme = field(default_factory=load_theme)
    variants: tuple[Variant, ...] = ("light",)
    layout: str = "folders"

    def __post_init__(self) -> None:
        for preset in self.presets:
            pick_cover(self.theme, preset)
        for variant in self.variants:
            pick_variant(variant)
        pick_layout(self.layout)
        if self.layout == "flat":
            validate_flat_names(self.presets or self.theme.covers)


def write_covers(chapter: Chapter, options: CoverOptions | None = None) -> Exported:
    """Write a chapter's covers as SVG and PNG, unless they are current, and note them in the manifest."""
    chosen = options or CoverOptions()
    records = list(_records(chapter, chosen))
    with ExportTransaction(chosen.folder, [chosen.folder / each.file for each in records]) as transaction:
        for svg, png in zip(records[::2], records[1::2], strict=True):
            variant = _variant(svg)
            made = cover(chapter, svg.preset, object=chosen.object, theme=chosen.theme, variant=variant)
            for record, data in ((svg, made.svg().encode()), (png, made.png())):
                transaction.add(complete_record(_describe(record, made), data), data)
        return transaction.publish(())


def cover_differences(chapter: Chapter, folder: Path, theme: Theme) -> list[str]:
    """Return which covers that the manifest of a folder names are not current, a line a file."""
    published = read_manifest(folder)
    language = record_language(chapter.language or theme.language)
    ours = (each for each in published.values() if each.motif and each.language == language)
    covers = sorted(ours, key=lambda each: each.file)

    @cache
    def compose(preset: str, motif: str, variant: Variant) -> Cover:
        return cover(chapter, preset, object=motif, theme=theme, variant=variant)

    def faults(record: Record) -> Iterator[str]:
        if record.figure == _name(chapter, theme) and record.preset in theme.covers:
            return _faults(record, published, folder, compose)
        path = folder / record.file
        return iter([message("sobra: {path}", path=path)] if path.is_file() else [])

    return [line for record in covers for line in faults(record)]


def _faults(
    record: Record,
    published: Mapping[str, Record],
    folder: Path,
    compose: Callable[[str, str, Variant], Cover],
) -> Iterator[str]:
    path = folder / record.file
    try:
        made = compose(record.preset, record.motif, _variant(record))
        svg = made.svg().encode() if record.format == "svg" else b""
        why = fault(folder, _describe(record, made), svg, published)
    except FigureError as error:
        yield message("não pode ser gravado: {path}: {reason}", path=path, reason=error)
    except InputError:  # there is no such object, or no longer
        yield f"{message('desatualizado')}: {path}"
    else:
        yield from [f"{why}: {path}"] if why else []


def _records(chapter: Chapter, options: CoverOptions) -> Iterator[Record]:
    """Yield what is known of each cover before it is composed: the SVG, then the PNG."""
    presets = [each for each in options.theme.covers if each in options.presets or not options.presets]
    language, name = chapter.language or options.theme.language, _name(chapter, options.theme)
    for preset, variant, format in product(presets, dict.fromkeys(options.variants), _FORMATS):
        end = f"{'-dark' if variant == 'dark' else ''}.{format}"
        file = f"{preset}/{name}{end}"
        if options.layout == "flat":  # no figure's name begins so
            with in_language(language):
                start = phrase("capa-{number}", number=f"{chapter.number:02d}")
            file = f"{start}-{preset}{end}"
        yield Record(file, name, format, preset, variant, language=record_language(language))


def _describe(record: Record, made: Cover) -> Record:
    drawn_from = cache_key(made.size.width, made.traced_svg) if record.format == "png" else ""
    return Record(
        *(record.file, record.figure, record.format, record.preset, record.variant),
        drawn_from=drawn_from,
        alt=made.alt,
        caption=made.description.title,
        version=infograficos.__version__,
        motif=made.object,
        language=record.language,
    )


def _name(chapter: Chapter, theme: Theme) -> str:
    with in_language(chapter.language or theme.language):
        return cover_name(chapter)


def _variant(record: Record) -> Variant:
    return "dark" if record.variant == "dark" else "light"
