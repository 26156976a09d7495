"""How options are declared, and those that several commands take."""

from __future__ import annotations

from typing import Annotated

import typer


def option(name: str, metavar: str, help: str) -> object:
    """Return an option with a value, for `Annotated`."""
    return typer.Option(name, metavar=metavar, help=help)


def flag(name: str, help: str) -> object:
    """Return an option without a value, for `Annotated`."""
    return typer.Option(name, help=help)


Figures = Annotated[
    list[str] | None, typer.Argument(metavar="FIGURA", help="Número ou nome de cada figura (padrão: todas).")
]
ScriptFile = Annotated[
    str | None,
    option("--from", "ARQUIVO", "Arquivo Python que define o capítulo (padrão: o capítulo 07 da série)."),
]
Presets = Annotated[
    list[str] | None,
    option(
        "--preset", "NOME", "Preset do tema; pode repetir (padrão: todos, menos os que só saem pelo nome)."
    ),
]
ThemeFile = Annotated[
    str | None,
    option("--theme", "TEMA", "Um tema: claro (padrão), papel, quadro, noite, ou um arquivo TOML seu."),
]
LanguageName = Annotated[
    str | None,
    option("--language", "pt-BR|en|es", "Língua das figuras (padrão: a do capítulo, ou a do tema)."),
]
LayoutName = Annotated[
    str | None,
    option(
        "--layout",
        "folders|flat",
        "Uma pasta por preset, ou tudo em uma só, como NN-nome.png (padrão: o que a pasta já tem).",
    ),
]
Folder = Annotated[str, option("--out", "PASTA", "Pasta de saída (padrão: dist).")]
AsJson = Annotated[bool, flag("--json", "Escreve o relatório em JSON.")]
