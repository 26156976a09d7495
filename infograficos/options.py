"""The options of the command line, each with its help."""

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
    typer.Option("--preset", metavar="NOME", help="Preset do tema; pode repetir (padrão: todos)."),
]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", metavar="svg|png|pdf", help="Formato; pode repetir (padrão: svg e png)."),
]
ThemeFile = Annotated[
    str | None,
    typer.Option("--theme", metavar="ARQUIVO", help="Tema em TOML; só diz o que muda no da série."),
]
VariantName = Annotated[
    str,
    typer.Option("--variant", metavar="light|dark", help="Fundo claro ou escuro (padrão: light)."),
]
TextModeName = Annotated[
    str,
    typer.Option(
        "--text",
        metavar="outlined|live",
        help="Texto do SVG em contornos ou vivo, com as fontes embutidas (padrão: outlined).",
    ),
]
Width = Annotated[
    str | None,
    typer.Option(
        "--width",
        metavar="UNIDADES",
        help="Largura da folha, de 280 a 1600 (padrão: a do tema); 360 diagrama para o celular.",
    ),
]
Folder = Annotated[str, typer.Option("--out", metavar="PASTA", help="Pasta de saída (padrão: dist).")]
Force = Annotated[
    bool, typer.Option("--force", help="Grava também as figuras com erro, e diz quais são os erros.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Escreve o relatório em JSON.")]
Strict = Annotated[bool, typer.Option("--strict", help="Trata avisos como erros.")]
NewFolder = Annotated[str, typer.Argument(metavar="PASTA", help="Pasta do novo capítulo.")]
ReadmeFile = Annotated[
    str | None,
    typer.Option("--out", metavar="ARQUIVO", help="Arquivo a gravar (padrão: escreve na saída)."),
]
IsCurrent = Annotated[
    bool, typer.Option("--check", help="Não grava: diz se o arquivo de “--out” está em dia.")
]
PageFile = Annotated[
    str, typer.Option("--out", metavar="ARQUIVO", help="Arquivo a gravar (padrão: galeria.html).")
]
