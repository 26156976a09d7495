"""Which files an export writes, and from what; nothing is drawn or written here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.chapter import Chapter
from infograficos.errors import InputError, look_up
from infograficos.figure import Figure
from infograficos.theme import (
    ColorScheme,
    Preset,
    Theme,
    load_theme,
    pick_color_scheme,
    pick_preset,
    pick_width,
)

if TYPE_CHECKING:
    from infograficos.svg import TextMode

FORMATS = ("svg", "png", "pdf")
TEXT_MODES = ("outlined", "live")

#: How a figure is laid out: its variant, and the width that was asked for.
Sheet = tuple[ColorScheme, float | None]


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

    def __post_init__(self) -> None:
        if self.steps and "pdf" in self.formats:
            raise InputError(
                "os passos só existem em SVG e PNG; tire o “pdf” dos formatos, ou peça sem passos"
            )
        for each in self.formats:
            look_up("o formato", each, dict.fromkeys(FORMATS))
        if self.together and set(self.formats) != {"pdf"}:
            raise InputError("o capítulo em um só arquivo existe em PDF; peça só o formato “pdf”")
        look_up("o modo de texto", self.text, dict.fromkeys(TEXT_MODES))
        for variant in self.variants:
            pick_color_scheme(variant)
        others = [each.upper() for each in self.formats if each != "svg"]
        if others and "auto" in self.variants:
            raise InputError(
                f"a variante “auto” só existe em SVG, e foi pedido também {others[0]}; "
                "peça só o formato “svg” com ela"
            )
        for preset in self.presets:
            pick_preset(self.theme, preset)
        for width in self.widths:
            pick_width(self.theme, width)

    @property
    def chosen_presets(self) -> dict[str, Preset]:
        """The presets of the PNGs by name, in the theme's order."""
        known = self.theme.presets
        chosen = self.presets or [name for name, preset in known.items() if not preset.on_request]
        return {name: preset for name, preset in known.items() if name in chosen}

    @property
    def warnings(self) -> tuple[str, ...]:
        """Options that have no effect, in Portuguese."""
        found = []
        if self.presets and "png" not in self.formats:
            found.append("os presets só valem para PNG, que não foi pedido")
        if self.text == "live" and "svg" not in self.formats:
            found.append("o texto vivo só vale para SVG, que não foi pedido")
        return tuple(found)


@dataclass(frozen=True)
class PlannedFile:
    """A file to write.

    Args:
        figure: what it shows.
        format: `svg`, `png` or `pdf`; of an animation, `gif`.
        path: where it goes.
        variant: `light`, `dark` or, of an SVG, `auto`.
        width: of the sheet, in units; None is the theme's.
        text: of an SVG: `outlined` or `live`.
        preset: of a PNG: its name.
        pixels: of a PNG: its width.
        step: of a step: its number; of an animation, that of the last.
    """

    figure: Figure
    format: str
    path: Path
    variant: ColorScheme = "light"
    width: float | None = None
    text: TextMode = "outlined"
    preset: str = ""
    pixels: int | None = None
    step: int | None = None

    @property
    def sheet(self) -> Sheet:
        """How the figure is laid out."""
        return self.variant, self.width


@dataclass(frozen=True)
class PlannedChapter:
    """A PDF of a whole chapter to write."""

    chapter: Chapter
    path: Path
    sheet: Sheet


def plan_files(figures: Iterable[Figure], options: ExportOptions) -> tuple[PlannedFile, ...]:
    """Return the files that these figures become, none of which overwrites another.

    Two figures whose files would share a name raise `InputError`, and so does a figure of one part in steps.
    """
    files = [file for figure in figures for file in _figure_files(figure, options)]
    # Some file systems take “Medium” and “medium” for the same folder.
    names = Counter(str(file.path).casefold() for file in files)
    twice = next((file.path for file in files if names[str(file.path).casefold()] > 1), None)
    if twice:
        raise InputError(f"duas figuras seriam gravadas no mesmo arquivo, “{twice}”")
    return tuple(files)


def plan_chapter(figures: Chapter | Iterable[Figure], options: ExportOptions) -> tuple[PlannedChapter, ...]:
    """Return the PDFs that a chapter becomes as a whole: one for each variant and width."""
    if not isinstance(figures, Chapter):
        raise InputError("um só PDF para o capítulo pede um capítulo, e vieram figuras")
    stem, usual = options.folder / f"capitulo-{figures.number:02d}", options.theme.sheet.width
    return tuple(
        PlannedChapter(figures, Path(f"{stem}{_suffix(sheet, usual)}.pdf"), sheet)
        for sheet in _sheets(options, options.widths)
    )


def group_by_sheet(files: Iterable[PlannedFile]) -> list[list[PlannedFile]]:
    """Return together the files that share a layout."""
    sheets: dict[object, list[PlannedFile]] = {}
    for file in files:
        sheets.setdefault((file.figure.full_name, file.sheet), []).append(file)
    return list(sheets.values())


def _figure_files(figure: Figure, options: ExportOptions) -> Iterator[PlannedFile]:
    # Only a layout tells of how many parts a figure is.
    count_steps = cache(lambda width: figure.draw(options.theme, width=width).step_count)
    for format in (known for known in FORMATS if known in options.formats):
        text: TextMode = "live" if format == "svg" and options.text == "live" else "outlined"
        presets = options.chosen_presets.items() if format == "png" else [("", None)]
        for name, preset in presets:
            own, pixels = (preset.sheet, preset.width) if preset else (None, None)
            for sheet in _sheets(options, (own,) if own else options.widths):
                suffix = _suffix(sheet, own or options.theme.sheet.width, text)
                for part, ending, step in _parts(format, count_steps(sheet[1]) if options.steps else None):
                    path = options.folder / (name or format) / f"{figure.full_name}{part}{suffix}.{ending}"
                    yield PlannedFile(figure, ending, path, *sheet, text, name, pixels, step)


def _parts(format: str, steps: int | None) -> Iterator[tuple[str, str, int | None]]:
    """Yield the files of a figure: how the name goes on, the format, and the step."""
    if steps is None:
        yield "", format, None
        return
    for step in range(1, steps + 1):
        yield f"-passo-{step}", format, step
    if format == "png":
        yield "-passos", "gif", steps


def _sheets(options: ExportOptions, widths: Iterable[float | None]) -> list[Sheet]:
    return [
        (variant, width) for width, variant in product(dict.fromkeys(widths), dict.fromkeys(options.variants))
    ]


def _suffix(sheet: Sheet, usual: float, text: str = "outlined") -> str:
    """Return the end of a file's name, which says what is not as usual."""
    variant, width = sheet
    live, dark = "-live" if text == "live" else "", "" if variant == "light" else f"-{variant}"
    return f"{live}{'' if width in (None, usual) else f'-{width:.10g}'}{dark}"
