"""Which files an export writes; nothing is drawn and nothing is touched here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from infograficos.errors import InputError, unknown
from infograficos.figure import Figure
from infograficos.theme import Theme, Variant, load_theme, pick_preset, pick_variant, pick_width

FORMATS = ("svg", "png", "pdf")
TEXT_MODES = ("outlined", "live")


@dataclass(frozen=True)
class ExportOptions:
    """What to write, how, and where; a wrong value raises `InputError` and offers the nearest right one.

    Args:
        folder: the output folder; it need not exist.
        formats: of `svg`, `png` and `pdf`.
        presets: names of the theme's presets for the PNGs; all of them where none is given.
        theme: the visual system; by default the series' own.
        variant: `light` or `dark`.
        text: of the SVGs: `outlined`, or `live` with the fonts embedded.
        width: of the sheet, in units; by default the theme's.
        force: write figures that break a rule, too.
    """

    folder: Path = Path("dist")
    formats: tuple[str, ...] = ("svg", "png")
    presets: tuple[str, ...] = ()
    theme: Theme = field(default_factory=load_theme)
    variant: Variant = "light"
    text: str = "outlined"
    width: float | None = None
    force: bool = False

    def __post_init__(self) -> None:
        for each in self.formats:
            _known("o formato", each, FORMATS)
        _known("o modo de texto", self.text, TEXT_MODES)
        pick_variant(self.variant)
        for preset in self.presets:
            pick_preset(self.theme, preset)
        pick_width(self.theme, self.width)

    @property
    def pixels(self) -> dict[str, int]:
        """The PNGs' widths in pixels, by preset, in the theme's order."""
        presets = self.theme.presets.items()
        return {name: preset.width for name, preset in presets if not self.presets or name in self.presets}

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
    """One file to write: of which figure, in which format, where, and how many pixels wide if it is a PNG."""

    figure: Figure
    format: str
    path: Path
    pixels: int | None = None


def plan(figures: Iterable[Figure], options: ExportOptions) -> tuple[Job, ...]:
    """Return the files that these figures become, none of which overwrites another.

    Two figures whose files would share a name raise `InputError`.
    """
    jobs = [job for figure in figures for job in _jobs(figure, options)]
    # Some file systems hold “Medium” and “medium” to be the same folder.
    names = Counter(str(job.path).casefold() for job in jobs)
    twice = next((job.path for job in jobs if names[str(job.path).casefold()] > 1), None)
    if twice:
        raise InputError(f"duas figuras seriam gravadas no mesmo arquivo, “{twice}”")
    return tuple(jobs)


def _jobs(figure: Figure, options: ExportOptions) -> list[Job]:
    jobs = []
    for name in (known for known in FORMATS if known in options.formats):
        file = f"{_name(figure, options, name)}.{name}"
        if name == "png":
            jobs += [
                Job(figure, name, options.folder / preset / file, pixels)
                for preset, pixels in options.pixels.items()
            ]
        else:
            jobs.append(Job(figure, name, options.folder / name / file))
    return jobs


def _name(figure: Figure, options: ExportOptions, format: str) -> str:
    differing = [
        "live" if format == "svg" and options.text == "live" else "",
        f"{options.width:.10g}" if options.width not in (None, options.theme.sheet.width) else "",
        "dark" if options.variant == "dark" else "",
    ]
    return "-".join([figure.full_name, *filter(None, differing)])


def _known(what: str, name: str, names: tuple[str, ...]) -> None:
    if name not in names:
        raise InputError(unknown(what, name, names))
