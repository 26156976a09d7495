"""The command `new`: a small chapter to start from."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from infograficos.cli.arguments import parse_path
from infograficos.cli.command import command
from infograficos.errors import InputError
from infograficos.system.console import print_result
from infograficos.system.files import validate_target, write_file

FILES = ("capitulo.py", "tema.toml")


@command(
    "new",
    summary="Cria um capítulo pequeno, que funciona, para começar.",
    help="Cria em uma pasta um capítulo pequeno, que funciona, com comentários, e um tema para mudar.",
)
def create_chapter(
    folder: Annotated[str, typer.Argument(metavar="PASTA", help="Pasta do novo capítulo.")],
) -> None:
    """Write a first chapter to start from, unless a file of its names exists, and print its files."""
    from infograficos.text.templates import render

    paths = [parse_path("PASTA", folder) / name for name in FILES]
    # A broken link is in the way, too.
    taken = [path for path in paths if os.path.lexists(path)]
    if taken:
        raise InputError(f"“{taken[0]}” já existe; escolha outra pasta ou mude o nome do arquivo")
    for path in paths:
        validate_target(path)
    for path in paths:
        write_file(path, f"{render(f'new/{path.name}')}\n".encode())
    print_result("\n".join(map(str, paths)))
