"""The command `readme`: a chapter's README, printed, written or compared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from infograficos.cli.arguments import parse_chapter, parse_optional_path
from infograficos.cli.command import command, report_differences
from infograficos.cli.options import LanguageName, LayoutName, ScriptFile, flag, option
from infograficos.errors import InputError
from infograficos.system.console import html_entity, print_exact, print_result


@command(
    "readme",
    summary="Escreve o README do capítulo.",
    help="Escreve o README da pasta de figuras em Markdown: a introdução, cada figura com arquivo, seção e "
    "descrição, e as diretrizes. Com “--check”, termina com 1 se o arquivo não está em dia.",
)
def write_readme(
    script: ScriptFile = None,
    out: Annotated[
        str | None, option("--out", "ARQUIVO", "Arquivo a gravar (padrão: escreve na saída).")
    ] = None,
    check: Annotated[bool, flag("--check", "Não grava: diz se o arquivo de “--out” está em dia.")] = False,
    layout: LayoutName = None,
    language: LanguageName = None,
) -> None:
    """Write the chapter's README, or print in what a file differs from it."""
    from infograficos.publish.readme import chapter_readme, differences
    from infograficos.system.files import write_file

    if out is None and check:
        raise InputError("com “--check”, diga em “--out” qual arquivo conferir")
    target = parse_optional_path("--out", out)
    folder = target.parent if target else Path()
    text = chapter_readme(parse_chapter(script, language), folder=folder, layout=layout)
    if target is None:
        print_exact(text.rstrip(), html_entity)
    elif check:
        report_differences(differences(text, target))
    else:
        write_file(target, text.encode())
        print_result(str(out))
