"""The command `new`: a small chapter to start from."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from infograficos.cli.arguments import parse_language, parse_path
from infograficos.cli.command import command
from infograficos.cli.options import option
from infograficos.errors import InputError
from infograficos.language.messages import message, message_code
from infograficos.system.console import print_result
from infograficos.system.files import validate_target, write_file


@command(
    "new",
    summary="Cria um capítulo pequeno, que funciona, para começar.",
    help="Cria em uma pasta um capítulo pequeno, que funciona, com comentários, e um tema para mudar.",
)
def create_chapter(
    folder: Annotated[str, typer.Argument(metavar="PASTA", help="Pasta do novo capítulo.")],
    language: Annotated[
        str | None, option("--language", "pt-BR|en|es", "Língua do capítulo (padrão: a das mensagens).")
    ] = None,
) -> None:
    """Write a first chapter to start from, unless a file of its names exists, and print its files."""
    from infograficos.text.templates import render, template_names

    code = parse_language(language) or message_code()
    paths = [parse_path(message("PASTA"), folder) / name for name in template_names(f"new/{code}")]
    # A broken link is in the way, too.
    taken = [path for path in paths if os.path.lexists(path)]
    if taken:
        raise InputError("“{path}” já existe; escolha outra pasta ou mude o nome do arquivo", path=taken[0])
    for path in paths:
        validate_target(path)
    for path in paths:
        write_file(path, f"{render(f'new/{code}/{path.name}')}\n".encode())
    print_result("\n".join(map(str, paths)))
