"""The command `cover`: a chapter's covers, for feeds, link cards and repositories."""

from __future__ import annotations

from typing import Annotated

from infograficos.cli.arguments import parse_chapter, parse_path, parse_text, parse_theme
from infograficos.cli.command import command
from infograficos.cli.options import Folder, LanguageName, LayoutName, ScriptFile, ThemeFile, option
from infograficos.system.console import print_result


@command(
    "cover",
    summary="Grava as capas do capítulo.",
    help="Grava as capas do capítulo em SVG e PNG, com um objeto grande ao lado do título.",
)
def write_chapter_covers(
    preset: Annotated[
        list[str] | None, option("--preset", "NOME", "Tamanho de capa do tema; pode repetir (padrão: todos).")
    ] = None,
    object: Annotated[
        str | None,
        option("--object", "NOME", "O que a capa mostra, como tuned ou attention (padrão: o do capítulo)."),
    ] = None,
    variant: Annotated[
        list[str] | None,
        option("--variant", "light|dark", "Fundo claro ou escuro; pode repetir (padrão: light)."),
    ] = None,
    script: ScriptFile = None,
    theme: ThemeFile = None,
    language: LanguageName = None,
    out: Folder = "dist",
    layout: LayoutName = None,
) -> None:
    """Write the covers, and print which files they became."""
    from infograficos.cover import CoverOptions, write_covers
    from infograficos.export import folder_layout
    from infograficos.theme import pick_variant

    folder = parse_path("--out", out)
    options = CoverOptions(
        folder=folder,
        presets=tuple(preset or ()),
        object=None if object is None else parse_text("--object", object),
        theme=parse_theme(theme),
        variants=tuple(map(pick_variant, variant or ["light"])),
        layout=folder_layout(folder, layout)["layout"],
    )
    print_result("\n".join(write_covers(parse_chapter(script, language), options).lines))
