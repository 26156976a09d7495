"""The command `new`: a small chapter to begin from."""

from __future__ import annotations

from typing import Annotated

import typer

from infograficos.cli.arguments import parse_path
from infograficos.cli.command import command
from infograficos.system.console import print_result

NewFolder = Annotated[str, typer.Argument(metavar="PASTA", help="Pasta do novo capítulo.")]


@command(
    "new",
    summary="Cria um capítulo pequeno, que funciona, para começar.",
    help="Cria em uma pasta um capítulo pequeno, que funciona, com comentários, e um tema para mudar.",
)
def create_chapter(folder: NewFolder) -> None:
    """Write a first chapter to begin from."""
    from infograficos.publish.new_chapter import new_chapter

    print_result("\n".join(map(str, new_chapter(parse_path("PASTA", folder)))))
