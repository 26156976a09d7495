"""The command `check`: which guidelines the figures break."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from infograficos.cli.arguments import parse_chapter, parse_theme
from infograficos.cli.command import command
from infograficos.cli.options import AsJson, Figures, Presets, Source, ThemeFile, flag
from infograficos.system.console import print_result

Strict = Annotated[bool, flag("--strict", "Trata avisos como erros.")]


@command(
    "check",
    summary="Confere as figuras com as diretrizes da série.",
    help="Confere as figuras com as diretrizes da série: no claro, no escuro e no celular. "
    "Termina com 1 se alguma regra foi quebrada.",
)
def check_figures(
    figures: Figures = None,
    source: Source = None,
    preset: Presets = None,
    theme: ThemeFile = None,
    json: AsJson = False,
    strict: Strict = False,
) -> None:
    """Print which rules the figures break; end with 1 if any does."""
    from infograficos.cli.check_table import checklist
    from infograficos.report import check

    report = check(
        parse_chapter(source).select(figures or []), theme=parse_theme(theme), presets=preset or ()
    )
    terminal = bool(sys.stdout and sys.stdout.isatty())
    lines = [report.json()] if json else checklist(report, terminal=terminal)
    print_result("\n".join(lines), styled=not json)
    if not report.passes(strict):
        raise typer.Exit(1)
