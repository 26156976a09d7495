"""The command `doctor`."""

# ruff: noqa: PLC0415 — as for the other commands: help must come at once

from __future__ import annotations

from pathlib import Path

import typer

from infograficos.cli.arguments import parse_text
from infograficos.cli.command import PortugueseCommand
from infograficos.cli.options import AsJson, ThemeFile
from infograficos.system.console import print_result


def register(app: typer.Typer) -> None:
    """Add the command to a program."""
    app.command(
        "doctor",
        cls=PortugueseCommand,
        options_metavar="[OPÇÕES]",
        short_help="Confere a instalação e diz como consertar o que falta.",
        help="Confere a instalação: o que vem com a biblioteca, as dependências, o que desenha os PNGs, as "
        "pastas e o terminal. Diz como consertar o que falta e termina com 1 se algo está quebrado.",
    )(doctor)


def doctor(theme: ThemeFile = None, json: AsJson = False) -> None:
    """Say how the installation is."""
    from infograficos.doctor.examining import diagnose

    diagnosis = diagnose(Path(parse_text("--theme", theme)) if theme is not None else None)
    for line in diagnosis.json().splitlines() if json else diagnosis.lines():
        print_result(line)
    if not diagnosis.passes:
        raise typer.Exit(1)
