"""The command `export`: figures as files, or whether those that are published are current."""

# ruff: noqa: PLC0415 — help must come at once: whatever draws is imported by the command that needs it

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from infograficos.given import (
    given,
    given_appearances,
    given_chapter,
    given_platform,
    given_processes,
    given_source,
    given_theme,
    given_widths,
)
from infograficos.options import (
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
from infograficos.terminal import complain, progress_bar, say

if TYPE_CHECKING:
    from infograficos.chapter import Chapter
    from infograficos.export import ExportOptions
    from infograficos.rendering import Studio


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
    asked = (figures, preset, format, variant, text, width, platform, steps)
    files = [given_source(source), *([Path(theme)] if theme else [])]
    with _studio(asked, files, jobs, draws=not (check or together or format == ["svg"])) as studio:
        from infograficos.export import ExportOptions

        chosen = ExportOptions(
            folder=Path(given("--out", out)),
            formats=tuple(format or ExportOptions.formats),
            presets=tuple(preset or ()),
            theme=given_theme(theme),
            variants=given_appearances(variant),
            text=text,
            widths=given_widths(width),
            force=force,
            steps=steps,
            together=together,
        )
        if platform is not None:
            chosen = given_platform(platform, chosen, preset, format, variant, width)
        wanted = given_chapter(source).part(figures or [])
        _say_outcome(wanted, chosen, None if check else studio)


@contextmanager
def _studio(asked: object, files: list[Path], jobs: str | None, *, draws: bool) -> Iterator[Studio]:
    """Give what draws, which gets ready at once where there will probably be something to draw."""
    processes = given_processes(jobs)
    from infograficos.export.head_start import head_start
    from infograficos.rendering import Studio

    with head_start(asked, files, processes) if draws else Studio(processes=processes) as studio:
        yield studio


def _say_outcome(wanted: Chapter, options: ExportOptions, studio: Studio | None) -> None:
    if studio:
        _say_exported(wanted, options, studio)
        return
    from infograficos.export import differences

    say_whether_current(differences(wanted, options))


def _say_exported(wanted: Chapter, options: ExportOptions, studio: Studio) -> None:
    from infograficos.export import export

    exported = export(wanted, options, progress=progress_bar(), studio=studio)
    for warning in exported.warnings:
        complain("aviso", warning)
    for line in exported.lines:
        say(line)


def say_whether_current(lines: list[str]) -> None:
    """Say what is not current and end with 1, or say that all is."""
    for line in lines or ["em dia"]:
        say(line)
    if lines:
        raise typer.Exit(1)
