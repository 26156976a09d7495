"""The plan of an export's files; figures are laid out here only to count their steps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.errors import InputError, look_up
from infograficos.export.manifest import Record, folder_layout, record_language
from infograficos.figure import Figure
from infograficos.language.grammar import phrase
from infograficos.language.messages import message
from infograficos.language.texts import in_language
from infograficos.text.markup import plain_text
from infograficos.theme import (
    ColorScheme,
    Preset,
    Theme,
    load_theme,
    pick_color_scheme,
    pick_preset,
    pick_published_width,
)

FORMATS = ("svg", "png", "pdf")
TEXT_MODES = ("outlined", "live")
LAYOUTS = ("folders", "flat")

#: Names of presets that would read, at the end of a file's name, as a variant, a width or a step.
_LIKE_A_SUFFIX = re.compile(r"(.*-)?(dark|[0-9]+)", re.IGNORECASE)


def pick_layout(name: str) -> str:
    """Return the name of a layout of files; an unknown one raises `InputError`."""
    return look_up("o layout", name, {each: each for each in LAYOUTS})


#: What a layout depends on besides the figure: the variant, and the width of the sheet in units.
SheetKey = tuple[ColorScheme, float | None]


@dataclass(frozen=True)
class ExportOptions:
    """What to write, how, and where; a wrong value raises `InputError` and offers the nearest right one.

    Args:
        folder: the output folder; it need not exist.
        formats: of `svg`, `png` and `pdf`.
        presets: names of the PNGs' presets in the theme; by default all but those `on_request`.
        theme: the visual system; by default the series' own.
        variants: of `light`, `dark` and, for SVG alone, `auto`.
        text: of the SVGs: `outlined`, or `live` with the fonts embedded.
        widths: of the sheets, in units; None is the theme's. A preset with a sheet of its own keeps that.
        force: write figures that break a rule, too, and draw every picture anew.
        steps: write every figure step by step, and animated for each preset, instead of whole.
        together: write the chapter as one PDF, a page a figure, drawn in one process.
        layout: `folders`, one a preset, or `flat`, all files in one, by default with one preset's PNGs alone.
        plain_preset: in a flat folder, the preset whose PNGs are named like the figure; by default the one
            that has them there, or `medium`, or else the first chosen one without a sheet of its own.
    """

    folder: Path = Path("dist")
    formats: tuple[str, ...] = ("svg", "png")
    presets: tuple[str, ...] = ()
    theme: Theme = field(default_factory=load_theme)
    variants: tuple[ColorScheme, ...] = ("light",)
    text: str = "outlined"
    widths: tuple[float | None, ...] = (None,)
    force: bool = False
    steps: bool = False
    together: bool = False
    layout: str = "folders"
    plain_preset: str = ""

    def for_folder(self) -> ExportOptions:
        """Return the same with the plain preset that the folder has, so that no other takes its names."""
        return replace(self, plain_preset=self.plain_preset or folder_layout(self.folder)["plain_preset"])

    def __post_init__(self) -> None:
        for format in self.formats:
            look_up("o formato", format, dict.fromkeys(FORMATS))
        look_up("o modo de texto", self.text, dict.fromkeys(TEXT_MODES))
        pick_layout(self.layout)
        for variant in self.variants:
            pick_color_scheme(variant)
        for preset in self.presets:
            pick_preset(self.theme, preset)
        for width in self.widths:
            pick_published_width(self.theme, width)
        if self.layout == "flat":
            validate_flat_names(name for name in self.chosen_presets if name != self.plain)
        self._refuse_combinations()

    def _refuse_combinations(self) -> None:
        """Raise `InputError` for options that exclude each other."""
        picture = next((format.upper() for format in self.formats if format != "svg"), None)
        if self.steps and "pdf" in self.formats:
            raise InputError(
                "os passos só existem em SVG e PNG; tire o “pdf” dos formatos, ou peça sem passos"
            )
        if self.together and set(self.formats) != {"pdf"}:
            raise InputError("o capítulo em um só arquivo existe em PDF; peça só o formato “pdf”")
        if picture and "auto" in self.variants:
            raise InputError(
                "a variante “auto” só existe em SVG, e foi pedido também {format}; "
                "peça só o formato “svg” com ela",
                format=picture,
            )

    @property
    def chosen_presets(self) -> dict[str, Preset]:
        """The presets of the PNGs by name, in the theme's order."""
        known = self.theme.presets
        default = [name for name, preset in known.items() if not preset.on_request]
        chosen = self.presets or ([self.plain] if self.layout == "flat" else default)
        return {name: preset for name, preset in known.items() if name in chosen}

    @property
    def plain(self) -> str:
        """The preset whose PNGs are named like the figure in a flat folder; nothing if none is."""
        known = self.theme.presets
        if self.plain_preset in known:
            return self.plain_preset
        usual = [
            name
            for name, preset in known.items()
            if not preset.sheet and (name in self.presets if self.presets else not preset.on_request)
        ]
        return "medium" if "medium" in usual else next(iter(usual), "")

    @property
    def warnings(self) -> tuple[str, ...]:
        """Options that have no effect."""
        found = list[str]()
        if self.presets and "png" not in self.formats:
            found.append(message("os presets só valem para PNG, que não foi pedido"))
        if self.text == "live" and "svg" not in self.formats:
            found.append(message("o texto vivo só vale para SVG, que não foi pedido"))
        return tuple(found)


@dataclass(frozen=True)
class PlannedFile:
    """A file to write.

    Args:
        figures: what it shows: one figure or, of the PDF of a chapter, all.
        path: where it goes.
        record: what the manifest says of it, as far as it is known before anything is laid out.
        pixels: width of the PNG.
    """

    figures: Sequence[Figure]
    path: Path
    record: Record
    pixels: int | None = None

    @property
    def sheet(self) -> SheetKey:
        """How the figures are laid out."""
        return self.record.variant, self.record.width


def plan_files(figures: Chapter | Iterable[Figure], options: ExportOptions) -> tuple[PlannedFile, ...]:
    """Return the files that these figures become, none of which overwrites another.

    Two figures whose files would share a name raise `InputError`, and so do a figure of one part in steps,
    and figures to be written together that are no chapter.
    """
    if options.together:
        return tuple(_chapter_files(figures, options))
    several = figures.figures if isinstance(figures, Chapter) else figures
    files = [file for figure in several for file in _figure_files(figure, options)]
    # Some file systems take “Medium” and “medium” for the same folder.
    names = Counter(str(file.path).casefold() for file in files)
    twice = next((file.path for file in files if names[str(file.path).casefold()] > 1), None)
    if twice:
        raise InputError("duas figuras seriam gravadas no mesmo arquivo, “{path}”", path=twice)
    return tuple(files)


def validate_flat_names(names: Iterable[str]) -> None:
    """Raise `InputError` for a preset whose name, at the end of a file's, would say something else."""
    for name in filter(_LIKE_A_SUFFIX.fullmatch, names):
        raise InputError(
            "em uma só pasta, o fim “-{preset}” se confundiria com o de uma variante ou de uma largura; "
            "mude o nome do preset no tema, ou exporte em pastas, com o layout “folders”",
            preset=name,
        )


def group_by_sheet(files: Iterable[PlannedFile]) -> list[list[PlannedFile]]:
    """Return together the files that share a layout."""
    sheets: dict[object, list[PlannedFile]] = {}
    for file in files:
        sheets.setdefault((file.record.figure, file.sheet), []).append(file)
    return list(sheets.values())


def _chapter_files(figures: Chapter | Iterable[Figure], options: ExportOptions) -> Iterator[PlannedFile]:
    if not isinstance(figures, Chapter):
        raise InputError("um só PDF para o capítulo pede um capítulo, e vieram figuras")
    number, title = f"{figures.number:02d}", plain_text(figures.title)
    language = figures.language or options.theme.language
    with in_language(language):
        start = phrase("capitulo-{number}", number=number)
        caption = phrase("Capítulo {number}: {title}", number=number, title=title)
    for sheet in _sheets(options, options.widths):
        name = f"{start}{_suffix(sheet, options.theme.sheet.width)}.pdf"
        record = Record(name, "", "pdf", "", *sheet, caption=caption, language=record_language(language))
        yield PlannedFile(figures.figures, options.folder / name, record)


def _figure_files(figure: Figure, options: ExportOptions) -> Iterator[PlannedFile]:
    # Only a layout tells of how many parts a figure is.
    language = figure.language or options.theme.language
    count_steps = cache(lambda width: figure.draw(options.theme, width=width).step_count)
    for format in (known for known in FORMATS if known in options.formats):
        text = options.text if format == "svg" else ""
        presets = options.chosen_presets.items() if format == "png" else [("", None)]
        for preset, values in presets:
            own, pixels = (values.sheet, values.width) if values else (None, None)
            for sheet in _sheets(options, (own,) if own else options.widths):
                suffix = _suffix(sheet, own or options.theme.sheet.width, text)
                parts = _parts(format, count_steps(sheet[1]) if options.steps else None, language)
                for part, ending, step in parts:
                    name = f"{preset or format}/{figure.full_name}{part}{suffix}.{ending}"
                    if options.layout == "flat":
                        beside = "" if preset in ("", options.plain) else f"-{preset}"
                        name = f"{figure.full_name}{part}{beside}{suffix}.{ending}"
                    record = Record(name, figure.full_name, ending, preset, *sheet, text, step=step)
                    record = replace(record, language=record_language(language))
                    yield PlannedFile((figure,), options.folder / name, record, pixels)


def _parts(format: str, steps: int | None, language: str) -> list[tuple[str, str, int | None]]:
    """Return the files of a figure: how the name goes on, the format, and the step."""
    if steps is None:
        return [("", format, None)]
    with in_language(language):
        parts: list[tuple[str, str, int | None]] = [
            (phrase("-passo-{step}", step=step), format, step) for step in range(1, steps + 1)
        ]
        return [*parts, (phrase("-passos"), "gif", steps)] if format == "png" else parts


def _sheets(options: ExportOptions, widths: Iterable[float | None]) -> list[SheetKey]:
    return [
        (variant, width) for width, variant in product(dict.fromkeys(widths), dict.fromkeys(options.variants))
    ]


def _suffix(sheet: SheetKey, usual: float, text: str = "") -> str:
    """Return the end of a file's name, which says what is not as usual."""
    variant, width = sheet
    live, dark = "-live" if text == "live" else "", "" if variant == "light" else f"-{variant}"
    return f"{live}{'' if width in (None, usual) else f'-{width:.10g}'}{dark}"
