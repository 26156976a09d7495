"""The program: its commands in the order of its help, and how it is run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from infograficos.cli.check import check_figures
from infograficos.cli.command import PortugueseGroup
from infograficos.cli.cover import write_chapter_covers
from infograficos.cli.doctor import examine_installation
from infograficos.cli.embed import embed_figures
from infograficos.cli.exit_code import exit_code
from infograficos.cli.export import export_figures
from infograficos.cli.gallery import write_gallery
from infograficos.cli.inspect import inspect_figure
from infograficos.cli.list import list_figures
from infograficos.cli.new import create_chapter
from infograficos.cli.preview import preview_chapter
from infograficos.cli.readme import write_readme
from infograficos.system.console import configure_streams, print_result
from infograficos.system.signals import StopRequested, raise_on_stop_signals

#: The commands in the order in which the help lists them.
COMMANDS = (
    export_figures,
    check_figures,
    inspect_figure,
    list_figures,
    write_readme,
    embed_figures,
    write_chapter_covers,
    create_chapter,
    write_gallery,
    preview_chapter,
    examine_installation,
)

app = typer.Typer(
    name="infograficos",
    cls=PortugueseGroup,
    help="Figuras que ensinam, para artigos técnicos: exporta os capítulos em SVG, PNG e PDF.",
    options_metavar="[OPÇÕES]",
    subcommand_metavar="COMANDO [ARGUMENTOS]...",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for each in COMMANDS:
    each.add_to(app)


def _print_version(is_given: bool) -> None:
    if is_given:
        import infograficos

        print_result(f"infograficos {infograficos.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Mostra a versão e termina."),
    ] = False,
) -> None:
    """Take the options that come before a command."""


def run(args: Sequence[str] | None = None, name: str | None = None) -> int:
    """Run a command line and return its exit code.

    Args:
        args: the words after the program's name; by default those of this process.
        name: the program's name, as the help shows it; by default this process's.
    """
    return exit_code(lambda: app(args, prog_name=name, standalone_mode=False))


def main() -> None:
    """Run the command line and end the process with its exit code."""
    configure_streams()
    try:
        raise_on_stop_signals()
        sys.exit(run())
    except StopRequested as stop:  # before the first command was read, or after the last line was printed
        sys.exit(stop.exit_code)
