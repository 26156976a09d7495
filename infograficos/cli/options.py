"""The options that several commands take, and those of `export`."""

from __future__ import annotations

from typing import Annotated

import typer

Figures = Annotated[
    list[str] | None,
    typer.Argument(metavar="FIGURA", help="Número ou nome de cada figura (padrão: todas)."),
]
Source = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="ARQUIVO",
        help="Arquivo Python que define o capítulo (padrão: o capítulo 07 da série).",
    ),
]
Presets = Annotated[
    list[str] | None,
    typer.Option(
        "--preset",
        metavar="NOME",
        help="Preset do tema; pode repetir (padrão: todos, menos os que só saem pelo nome).",
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", metavar="svg|png|pdf", help="Formato; pode repetir (padrão: svg e png)."),
]
ThemeFile = Annotated[
    str | None,
    typer.Option("--theme", metavar="ARQUIVO", help="Tema em TOML; só diz o que muda no da série."),
]
VariantNames = Annotated[
    list[str] | None,
    typer.Option(
        "--variant",
        metavar="light|dark|auto",
        help="Fundo claro, escuro ou, só em SVG, o que o leitor prefere; pode repetir (padrão: light).",
    ),
]
TextModeName = Annotated[
    str,
    typer.Option(
        "--text",
        metavar="outlined|live",
        help="Texto do SVG em contornos ou vivo, com as fontes embutidas (padrão: outlined).",
    ),
]
Widths = Annotated[
    list[str] | None,
    typer.Option(
        "--width",
        metavar="UNIDADES",
        help="Largura da folha, de 280 a 1600; pode repetir (padrão: a do tema); 360 é a do celular.",
    ),
]
Folder = Annotated[str, typer.Option("--out", metavar="PASTA", help="Pasta de saída (padrão: dist).")]
Force = Annotated[
    bool,
    typer.Option("--force", help="Grava também as figuras com erro, e diz quais são; desenha tudo de novo."),
]
IsPublished = Annotated[
    bool, typer.Option("--check", help="Não grava: diz o que falta, sobra ou não está em dia na pasta.")
]
Jobs = Annotated[
    str | None,
    typer.Option(
        "--jobs", metavar="N", help="Quantos processos desenham ao mesmo tempo (padrão: um por processador)."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Escreve o relatório em JSON.")]
OnlyFor = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="PLATAFORMA",
        help="Só os arquivos que “embed” usa nesta: medium, devto, github ou mkdocs.",
    ),
]
Together = Annotated[
    bool,
    typer.Option(
        "--together", help="Com “--format pdf”, grava o capítulo em um só PDF, uma figura por página."
    ),
]
InSteps = Annotated[
    bool,
    typer.Option(
        "--steps", help="Grava cada figura passo a passo, e um GIF animado por preset, em vez dela inteira."
    ),
]
