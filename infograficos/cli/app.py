"""The command line: what each command takes, and what it calls."""

# ruff: noqa: PLC0415 — help must come at once: whatever draws is imported by the command that needs it

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from infograficos.cli import doctor, preview
from infograficos.cli.arguments import parse_chapter, parse_path, parse_theme
from infograficos.cli.command import PortugueseCommand, PortugueseGroup
from infograficos.cli.cover import cover_chapter
from infograficos.cli.embed import embed_figures
from infograficos.cli.exit_code import exit_code
from infograficos.cli.export import export_figures, say_whether_current
from infograficos.cli.options import (
    AsJson,
    Figures,
    IsCurrent,
    NewFolder,
    PageFile,
    Presets,
    ReadmeFile,
    Source,
    Sources,
    Strict,
    ThemeFile,
)
from infograficos.errors import InputError
from infograficos.system.console import configure_streams, print_result
from infograficos.system.signals import StopRequested, raise_on_stop_signals

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


def _show_version(asked: bool) -> None:
    if asked:
        import infograficos

        print_result(f"infograficos {infograficos.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Mostra a versão e termina."),
    ] = False,
) -> None:
    """Take the options that come before a command."""


app.command(
    "export",
    cls=PortugueseCommand,
    options_metavar="[OPÇÕES]",
    short_help="Grava as figuras do capítulo em SVG, PNG ou PDF.",
    help="Grava as figuras do capítulo. Sem opções: SVG, e um PNG para cada preset do tema, menos os que só "
    "saem pelo nome. Se alguma figura tiver erro, nada é gravado.",
)(export_figures)


@app.command(
    "check",
    cls=PortugueseCommand,
    options_metavar="[OPÇÕES]",
    short_help="Confere as figuras com as diretrizes da série.",
    help="Confere as figuras com as diretrizes da série: no claro, no escuro e no celular. "
    "Termina com 1 se alguma regra foi quebrada.",
)
def check_figures(  # noqa: PLR0917 — typer passes them by name
    figures: Figures = None,
    source: Source = None,
    preset: Presets = None,
    theme: ThemeFile = None,
    json: AsJson = False,
    strict: Strict = False,
) -> None:
    """Say which rules the figures break."""
    from infograficos.cli.check_table import checklist
    from infograficos.report import check

    wanted = parse_chapter(source).select(figures or [])
    report = check(wanted, theme=parse_theme(theme), presets=preset or ())
    terminal = bool(sys.stdout and sys.stdout.isatty())
    for line in [report.json()] if json else checklist(report, terminal=terminal):
        print_result(line, styled=not json)
    if not report.passes(strict):
        raise typer.Exit(1)


@app.command(
    "list",
    cls=PortugueseCommand,
    options_metavar="[OPÇÕES]",
    short_help="Lista as figuras do capítulo.",
    help="Lista as figuras do capítulo: número, nome, seção e descrição.",
)
def list_figures(source: Source = None) -> None:
    """Say which figures there are."""
    from infograficos.cli.figure_list import listing

    width = shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else None
    for line in listing(parse_chapter(source), width):
        print_result(line)


@app.command(
    "readme",
    cls=PortugueseCommand,
    options_metavar="[OPÇÕES]",
    short_help="Escreve o README do capítulo.",
    help="Escreve o README do capítulo em Markdown: a lista das figuras, as diretrizes e os textos "
    "alternativos. Com “--check”, termina com 1 se o arquivo não está em dia.",
)
def write_readme(source: Source = None, out: ReadmeFile = None, check: IsCurrent = False) -> None:
    """Write the chapter's README, or say whether it is current."""
    from infograficos.publish.readme import chapter_readme, differences
    from infograficos.system.atomic_write import write_file

    written = chapter_readme(parse_chapter(source))
    if check:
        say_whether_current(differences(written, _needed("--out", out)))
    elif out is None:
        print_result(written.rstrip())
    else:
        write_file(parse_path("--out", out), written.encode())
        print_result(out)


app.command(
    "embed",
    cls=PortugueseCommand,
    options_metavar="[OPÇÕES]",
    short_help="Escreve as linhas que mostram as figuras em um artigo.",
    help="Escreve o que cada plataforma aceita para mostrar as figuras, com o texto alternativo e a legenda. "
    "Com “--write”, põe isso no artigo, entre “<!-- infograficos: 03 -->” e “<!-- /infograficos -->”.",
)(embed_figures)


app.command(
    "cover",
    cls=PortugueseCommand,
    options_metavar="[OPÇÕES]",
    short_help="Grava as capas do capítulo.",
    help="Grava as capas do capítulo em SVG e PNG, com as formas de uma de suas figuras.",
)(cover_chapter)


@app.command(
    "new",
    cls=PortugueseCommand,
    options_metavar="[OPÇÕES]",
    short_help="Cria um capítulo pequeno, que funciona, para começar.",
    help="Cria em uma pasta um capítulo pequeno, que funciona, com comentários, e um tema para mudar.",
)
def begin(folder: NewFolder) -> None:
    """Write a first chapter to begin from."""
    from infograficos.publish.new_chapter import new_chapter

    for path in new_chapter(parse_path("PASTA", folder)):
        print_result(str(path))


@app.command(
    "gallery",
    cls=PortugueseCommand,
    options_metavar="[OPÇÕES]",
    short_help="Grava uma página com todos os tipos de figura.",
    help="Grava uma página HTML, em um só arquivo, com todos os tipos de figura: exemplos, código, "
    "claro, escuro e celular. Com “--out” terminado em .png, grava uma imagem com um exemplo de cada.",
)
def show_gallery(theme: ThemeFile = None, sources: Sources = None, out: PageFile = "galeria.html") -> None:
    """Write the page that shows every kind of figure, or a contact sheet of them."""
    from infograficos.gallery import contact_sheet, gallery
    from infograficos.system.atomic_write import write_file

    target = parse_path("--out", out)
    chapters = [parse_path("--from", each) for each in sources or ()]
    if target.suffix.lower() != ".png":
        write_file(target, gallery(parse_theme(theme), chapters).encode())
    elif chapters:
        raise InputError("a imagem única (“--out” em .png) só mostra os tipos; tire “--from”")
    else:
        write_file(target, contact_sheet(parse_theme(theme)))
    print_result(out)


preview.register(app)
doctor.register(app)


def _needed(option: str, value: str | None) -> Path:
    if value is None:
        raise InputError(f"com “--check”, diga em “{option}” qual arquivo conferir")
    return parse_path(option, value)


def run(args: Sequence[str] | None = None, name: str | None = None) -> int:
    """Run a command line and return its exit code.

    Args:
        args: the words after the program's name; those of this process unless given.
        name: the program's name, as the help shows it; this process's unless given.
    """
    return exit_code(lambda: app(args, prog_name=name, standalone_mode=False))


def main() -> None:
    """Run the command line and end the process with its exit code."""
    configure_streams()
    try:
        raise_on_stop_signals()
        sys.exit(run())
    except StopRequested as stop:  # before the first command was read, or after the last word was said
        sys.exit(stop.exit_code)
