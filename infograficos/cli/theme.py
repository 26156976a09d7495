"""The command `theme new`: a theme of one's own, grown from a seed colour."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from infograficos.cli.arguments import parse_path, parse_text
from infograficos.cli.command import Command, Program, app
from infograficos.cli.options import flag, option
from infograficos.errors import InputError
from infograficos.language.messages import message
from infograficos.system.console import print_message, print_result
from infograficos.system.files import validate_target, write_file

_group = typer.Typer(cls=Program)
app.add_typer(_group, name="theme", help="Faz um tema.", short_help="Faz um tema seu a partir de uma cor.")


@_group.callback()
def options() -> None:
    """Take no options: the group has commands only."""


@_group.command(
    "new",
    cls=Command,
    short_help="Faz um tema a partir de uma cor.",
    help="Faz um tema a partir de uma cor, que passa nas regras em claro e escuro: a cor fica com “model”, o "
    "assunto da série, e as outras se afastam dela até que todo leitor as distinga. Diz o que mudou.",
)
def grow_theme(
    seed: Annotated[str | None, option("--seed", "COR", "A cor, como “#0a7d5a”.")] = None,
    out: Annotated[str | None, option("--out", "ARQUIVO", "Arquivo a gravar (padrão: tema.toml).")] = None,
    force: Annotated[bool, flag("--force", "Substitui o arquivo, se já existe.")] = False,
) -> None:
    """Write a theme file, and print where it is and what became of the seed."""
    from infograficos.theme.growth import grow_palette, parse_seed
    from infograficos.theme.palettes import format_theme

    if seed is None:
        raise InputError(
            'falta a cor; diga-a com “--seed”, como em “infograficos theme new --seed "#0a7d5a"”'
        )
    color, path = parse_seed(parse_text("--seed", seed)), _parse_target(out, force=force)
    palette, notes = grow_palette(color)
    heading = message("Um tema a partir de {color}; só diz o que muda no da série.", color=color)
    comment = [heading, *map(_sentence, notes)]
    write_file(path, format_theme(palette, "\n".join(comment)).encode())
    print_result(str(path))
    print_message("nota", "\n".join(notes))


def _parse_target(out: str | None, *, force: bool) -> Path:
    path = parse_path("--out", message("tema.toml") if out is None else out)
    if os.path.lexists(path) and not force:
        raise InputError(
            "“{path}” já existe; escolha outro arquivo com “--out”, ou substitua-o com “--force”", path=path
        )
    validate_target(path)
    return path


def _sentence(note: str) -> str:
    return f"{note[0].upper()}{note[1:]}."
