"""The command `cover`: a chapter's covers, for feeds, link cards and repositories."""

# ruff: noqa: PLC0415 — help must come at once: whatever draws is imported by the command that needs it

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from infograficos.cli.arguments import parse_chapter, parse_text, parse_theme
from infograficos.cli.options import Folder, Source, ThemeFile
from infograficos.system.console import print_result

CoverPresets = Annotated[
    list[str] | None,
    typer.Option("--preset", metavar="NOME", help="Tamanho de capa do tema; pode repetir (padrão: todos)."),
]
CoverFigure = Annotated[
    str | None,
    typer.Option(
        "--figure", metavar="FIGURA", help="Figura que empresta as formas (padrão: a de mais cores)."
    ),
]

CoverVariants = Annotated[
    list[str] | None,
    typer.Option(
        "--variant", metavar="light|dark", help="Fundo claro ou escuro; pode repetir (padrão: light)."
    ),
]


def cover_chapter(  # noqa: PLR0917 — typer passes them by name
    preset: CoverPresets = None,
    figure: CoverFigure = None,
    variant: CoverVariants = None,
    source: Source = None,
    theme: ThemeFile = None,
    out: Folder = "dist",
) -> None:
    """Write the covers, and say which files they became."""
    from infograficos.cover import CoverOptions, write_covers
    from infograficos.theme import pick_variant

    chosen = CoverOptions(
        folder=Path(parse_text("--out", out)),
        presets=tuple(preset or ()),
        figure=parse_text("--figure", figure) if figure is not None else None,
        theme=parse_theme(theme),
        variants=tuple(pick_variant(each) for each in variant or ["light"]),
    )
    for line in write_covers(parse_chapter(source), chosen).lines:
        print_result(line)
