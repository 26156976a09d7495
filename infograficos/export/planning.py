"""Which files an export writes; nothing is drawn and nothing is touched here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.errors import InputError, unknown_name_message
from infograficos.figure import Figure
from infograficos.theme import Preset, Theme, load_theme, pick_preset, pick_width
from infograficos.theme.color_scheme import ColorScheme, pick_color_scheme

if TYPE_CHECKING:
    from infograficos.svg import TextMode

FORMATS = ("svg", "png", "pdf")
TEXT_MODES = ("outlined", "live")


@dataclass(frozen=True)
class ExportOptions:
    """What to write, how, and where; a wrong value raises `InputError` and offers the nearest right one.

    Args:
        folder: the output folder; it need not exist.
        formats: of `svg`, `png` and `pdf`.
        presets: names of the PNGs' presets in the theme; where none is given, all but those `on_request`.
        theme: the visual system; by default the series' own.
        variants: of `light`, `dark` and, where nothing but SVG is asked for, `auto`.
        text: of the SVGs: `outlined`, or `live` with the fonts embedded.
        widths: of the sheets, in units; None is the theme's. A preset with a sheet of its own keeps that.
        force: write figures that break a rule, too, and draw every picture anew.
        steps: write every figure step by step, and animated for each preset, instead of whole.
        together: write the chapter as one PDF, a page a figure; one process draws it all each time, so that
            `processes`, `store` and `progress` of `export` mean nothing to it.
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
            _known("o formato", each, FORMATS)
        if self.together and set(self.formats) != {"pdf"}:
            raise InputError("o capítulo em um só arquivo existe em PDF; peça só o formato “pdf”")
        _known("o modo de texto", self.text, TEXT_MODES)
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
        known = self.theme.presets.items()
        return {
            name: preset
            for name, preset in known
            if name in self.presets or not (self.presets or preset.on_request)
        }

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was asked for and changes nothing, in Portuguese."""
        found = []
        if self.presets and "png" not in self.formats:
            found.append("os presets só valem para PNG, que não foi pedido")
        if self.text == "live" and "svg" not in self.formats:
            found.append("o texto vivo só vale para SVG, que não foi pedido")
        return tuple(found)


@dataclass(frozen=True)
class Job:
    """One file to write.

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


def plan(figures: Iterable[Figure], options: ExportOptions) -> tuple[Job, ...]:
    """Return the files that these figures become, none of which overwrites another.

    Two figures whose files would share a name raise `InputError`, and so does a figure of one part of which
    steps are asked for.
    """
    jobs = [job for figure in figures for job in _jobs(figure, options)]
    if options.steps:
        jobs = list(_stepped(jobs, options.theme))
    # Some file systems hold “Medium” and “medium” to be the same folder.
    names = Counter(str(job.path).casefold() for job in jobs)
    twice = next((job.path for job in jobs if names[str(job.path).casefold()] > 1), None)
    if twice:
        raise InputError(f"duas figuras seriam gravadas no mesmo arquivo, “{twice}”")
    return tuple(jobs)


def by_sheet(jobs: Iterable[Job]) -> list[list[Job]]:
    """Return the files that share a layout together."""
    sheets: dict[object, list[Job]] = {}
    for job in jobs:
        sheets.setdefault((job.figure.full_name, job.variant, job.width), []).append(job)
    return list(sheets.values())


def _jobs(figure: Figure, options: ExportOptions) -> Iterator[Job]:
    sheets = list(product(dict.fromkeys(options.widths), dict.fromkeys(options.variants)))
    for format in (known for known in FORMATS if known in options.formats):
        if format == "png":
            yield from _pictures(figure, options)
            continue
        text: TextMode = "live" if format == "svg" and options.text == "live" else "outlined"
        for width, variant in sheets:
            name = file_name(figure.full_name, variant, other_width(width, options.theme.sheet.width), text)
            path = options.folder / format / f"{name}.{format}"
            yield Job(figure, format, path, variant, width, text)


def _pictures(figure: Figure, options: ExportOptions) -> Iterator[Job]:
    for name, preset in options.chosen_presets.items():
        usual = preset.sheet or options.theme.sheet.width
        for width, variant in product(
            (preset.sheet,) if preset.sheet else dict.fromkeys(options.widths),
            dict.fromkeys(options.variants),
        ):
            path = (
                options.folder
                / name
                / f"{file_name(figure.full_name, variant, other_width(width, usual))}.png"
            )
            yield Job(figure, "png", path, variant, width, preset=name, pixels=preset.width)


def _stepped(jobs: Iterable[Job], theme: Theme) -> Iterator[Job]:
    """Yield the files of the steps in place of those of whole figures, and an animation for each preset."""
    counts: dict[object, int] = {}
    for job in jobs:
        sheet = (job.figure.full_name, job.width)
        if sheet not in counts:
            # Only what is laid out tells of how many parts it is.
            counts[sheet] = job.figure.draw(theme, width=job.width).step_count
        for step in range(1, counts[sheet] + 1):
            yield replace(job, path=_inserted(job, f"passo-{step}"), step=step)
        if job.format == "png":
            path = _inserted(job, "passos").with_suffix(".gif")
            yield replace(job, path=path, format="gif", step=counts[sheet])


def _inserted(job: Job, part: str) -> Path:
    name = job.figure.full_name
    return job.path.with_name(f"{name}-{part}{job.path.name.removeprefix(name)}")


def file_name(name: str, variant: str, width: float | None, text: str = "outlined") -> str:
    """Return what the file of something so named is called, without its ending, with what is not as usual."""
    differing = [
        "live" if text == "live" else "",
        f"{width:.10g}" if width is not None else "",
        "" if variant == "light" else variant,
    ]
    return "-".join([name, *filter(None, differing)])


def other_width(width: float | None, usual: float) -> float | None:
    """Return a width where it is not the usual one."""
    return None if width == usual else width


def _known(what: str, name: str, names: tuple[str, ...]) -> None:
    if name not in names:
        raise InputError(unknown_name_message(what, name, names))
