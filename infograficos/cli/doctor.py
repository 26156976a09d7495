"""The command `doctor`: whether the installation is whole."""

from __future__ import annotations

import typer

from infograficos.cli.arguments import parse_text
from infograficos.cli.command import command
from infograficos.cli.options import AsJson, ThemeFile
from infograficos.system.console import json_escape, print_exact, print_result


@command(
    "doctor",
    summary="Confere a instalação e diz como consertar o que falta.",
    help="Confere a instalação: o que vem com a biblioteca, as dependências, o que desenha os PNGs, as "
    "pastas e o terminal. Diz como consertar o que falta e termina com 1 se algo está quebrado.",
)
def examine_installation(theme: ThemeFile = None, json: AsJson = False) -> None:
    """Print the state of each part of the installation; end with 1 if one is broken."""
    from infograficos.doctor.diagnose import diagnose

    diagnosis = diagnose(None if theme is None else parse_text("--theme", theme))
    if json:
        print_exact(diagnosis.json(), json_escape)
    else:
        print_result("\n".join(diagnosis.lines()))
    if not diagnosis.passes:
        raise typer.Exit(1)
