"""The command `export`: figures as files, or whether those that are published are current."""

# ruff: noqa: PLC0415 — help must come at once: whatever draws is imported by the command that needs it

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.cli.arguments import (
    parse_chapter,
    parse_color_schemes,
    parse_jobs,
    parse_platform,
    parse_source,
    parse_text,
    parse_theme,
    parse_widths,
)
from infograficos.cli.command import command, report_differences
from infograficos.cli.options import (
    Figures,
    Folder,
    Force,
    Formats,
    InSteps,
    IsPublished,
    Jobs,
    OnlyFor,
    Presets,
    Source,
    TextModeName,
    ThemeFile,
    Together,
    VariantNames,
    Widths,
)
from infograficos.system.console import print_message, print_result, progress_bar

if TYPE_CHECKING:
    from infograficos.chapter import Chapter
    from infograficos.export import Exported, ExportOptions


@command(
    "export",
    summary="Grava as figuras do capítulo em SVG, PNG ou PDF.",
    help="Grava as figuras do capítulo. Sem opções: SVG, e um PNG para cada preset do tema, menos os que só "
    "saem pelo nome. Se alguma figura tiver erro, nada é gravado.",
)
def export_figures(  # noqa: PLR0917 — typer passes them by name
    figures: Figures = None,
    preset: Presets = None,
    format: Formats = None,
    theme: ThemeFile = None,
    variant: VariantNames = None,
    text: TextModeName = "outlined",
    width: Widths = None,
    source: Source = None,
    out: Folder = "dist",
    jobs: Jobs = None,
    force: Force = False,
    check: IsPublished = False,
    platform: OnlyFor = None,
    steps: InSteps = False,
    together: Together = False,
) -> None:
    """Write the figures asked for, and say which files they became."""
    said = _Said(
        figures or [], preset, format, theme, variant, text, width, source, force, platform, steps, together
    )
    folder, processes = Path(parse_text("--out", out)), parse_jobs(jobs)
    if check:
        _say_whether_published(said, folder)
    else:
        _say_exported(_exported(said, folder, processes))


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said on the command line of what is to be written."""

    figures: list[str]
    preset: list[str] | None
    format: list[str] | None
    theme: str | None
    variant: list[str] | None
    text: str
    width: list[str] | None
    source: str | None
    force: bool
    platform: str | None
    steps: bool
    together: bool

    def files(self) -> list[Path]:
        """Return the files that it is said of."""
        return [parse_source(self.source), *([Path(self.theme)] if self.theme else [])]

    def wanted(self) -> Chapter:
        """Load the chapter, or the part of it that is wanted."""
        return parse_chapter(self.source).part(self.figures)

    def options(self, folder: Path) -> ExportOptions:
        """Load the theme, and return how the figures are to be written."""
        from infograficos.export import ExportOptions

        chosen = ExportOptions(
            folder=folder,
            formats=tuple(self.format or ExportOptions.formats),
            presets=tuple(self.preset or ()),
            theme=parse_theme(self.theme),
            variants=parse_color_schemes(self.variant),
            text=self.text,
            widths=parse_widths(self.width),
            force=self.force,
            steps=self.steps,
            together=self.together,
        )
        if self.platform is None:
            return chosen
        return parse_platform(self.platform, chosen, self.preset, self.format, self.variant, self.width)


def _exported(said: _Said, folder: Path, processes: int) -> Exported:
    """Carry out an order as it was before, or with a head start for what draws while the rest is loaded."""
    from infograficos.export import Order

    order = Order(said, said.files(), settled=said.source is None and not said.force)
    known = order.again(folder)
    if known:
        return known
    pictures = not said.together and said.format != ["svg"]
    with order.head_start(processes if pictures else 1) as studio:
        from infograficos.export import export

        options, wanted = said.options(folder), said.wanted()
        exported = export(wanted, options, processes, progress=progress_bar(), studio=studio)
    order.learn(exported)
    return exported


def _say_exported(exported: Exported) -> None:
    for warning in exported.warnings:
        print_message("aviso", warning)
    for line in exported.lines:
        print_result(line)


def _say_whether_published(said: _Said, folder: Path) -> None:
    from infograficos.export import differences

    options = said.options(folder)
    report_differences(differences(said.wanted(), options))
