"""Typer's commands in the author's language: their help, and their usage errors.

Typer speaks English and translates only in part, so none of its own texts is ever shown.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from infograficos.errors import InputError, look_up, unknown_name_message
from infograficos.language.messages import mark_message, message
from infograficos.system.console import print_message, print_result


def help_text(command: TyperCommand | TyperGroup, ctx: object) -> str:
    """Return the help of a command or of the whole program, as wide as the terminal."""
    context = _context(ctx)
    parameters = command.get_params(context)
    arguments = [_argument_row(each) for each in parameters if isinstance(each, TyperArgument)]
    options = [_option_row(each) for each in parameters if isinstance(each, TyperOption)]
    group = command if isinstance(command, TyperGroup) else None
    commands = (
        [(name, message(each.short_help or "")) for name, each in group.commands.items()] if group else []
    )
    usage = [message("[OPÇÕES]"), *(name for name, _ in arguments)]
    usage += [message("COMANDO [ARGUMENTOS]...")] if group else []
    formatter = context.make_formatter()
    formatter.write_usage(context.command_path, " ".join(filter(None, usage)), prefix=f"{message('Uso:')} ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(message(command.help or ""))
    headings = mark_message("Argumentos"), mark_message("Opções"), mark_message("Comandos")
    for heading, rows in zip(headings, (arguments, options, commands), strict=True):
        if rows:
            with formatter.section(message(heading)):
                formatter.write_dl(rows)
    return formatter.getvalue().rstrip("\n")


class Command(TyperCommand):
    """A command whose help and usage errors are written in the author's language."""

    allow_extra_args = True
    get_help = help_text

    def get_help_option(self, ctx: object) -> TyperOption | None:
        """Return the option that shows the help."""
        return _translate_help(super().get_help_option(_context(ctx)))

    def parse_args(self, ctx: object, args: list[str]) -> list[str]:
        """Read the arguments; wrong options and superfluous arguments raise `InputError`."""
        context = _context(ctx)
        _validate_options(self.get_params(context), args)
        rest = super().parse_args(context, args)
        if rest:
            raise InputError("“{path}” não recebe “{words}”", path=context.command_path, words=" ".join(rest))
        return rest


class Program(TyperGroup):
    """The program: its options and its commands."""

    get_help = help_text

    def get_help_option(self, ctx: object) -> TyperOption | None:
        """Return the option that shows the help."""
        return _translate_help(super().get_help_option(_context(ctx)))

    def parse_args(self, ctx: object, args: list[str]) -> list[str]:
        """Read the options before the command; without any word, show the help and end with 2."""
        context = _context(ctx)
        if args in ([], ["--"]):
            print(help_text(self, context), file=sys.stderr)
            raise typer.Exit(2)
        _validate_options(self.get_params(context), args, until_argument=True)
        return super().parse_args(context, args)

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand:  # noqa: ARG002 — typer passes it
        """Return a command; a wrong name raises `InputError` with the nearest one."""
        return cast("TyperCommand", look_up("o comando", cmd_name, self.commands))


app = typer.Typer(
    name="infograficos",
    cls=Program,
    help="Figuras que ensinam, para artigos técnicos: exporta os capítulos em SVG, PNG e PDF.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def command(name: str, *, summary: str, help: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a function a command of the program; its parameters are the command's arguments and options.

    `summary` is its line in the list of commands, `help` the text below its usage.
    """
    return app.command(name, cls=Command, short_help=summary, help=help)


def report_differences(lines: Iterable[str], warnings: Iterable[str] = ()) -> None:
    """Print what is not current and end with 1, or print that all is."""
    found = list(lines)
    print_result("\n".join(found or [message("em dia")]))
    print_message("aviso", "\n".join(warnings))
    if found:
        raise typer.Exit(1)


def _argument_row(argument: TyperArgument) -> tuple[str, str]:
    metavar = message(argument.metavar or "")
    name = metavar if argument.required else f"[{metavar}]"
    return name if argument.nargs == 1 else f"{name}...", message(argument.help or "")


def _option_row(option: TyperOption) -> tuple[str, str]:
    name = ", ".join(option.opts)
    shown = name if option.is_flag else f"{name} {message(option.metavar or '')}"
    return shown, message(option.help or "")


def _context(ctx: object) -> typer.Context:
    # The class that typer annotates is private; `typer.Context` is what it publishes for annotations.
    return cast("typer.Context", ctx)


def _validate_options(parameters: Iterable[object], args: list[str], *, until_argument: bool = False) -> None:
    """Raise `InputError` for unknown options, an option without its value and a flag with one.

    Typer would refuse them in English, and read `--preset --format svg` as the preset “--format”.
    """
    known = {name: each for each in parameters if isinstance(each, TyperOption) for name in each.opts}
    waiting = iter(args)
    for arg in waiting:
        is_option = len(arg) > 1 and arg.startswith("-")
        if arg == "--" or (until_argument and not is_option):
            return
        if is_option:
            _validate_option(arg, known, waiting)


def _validate_option(arg: str, known: dict[str, TyperOption], following: Iterable[str]) -> None:
    name, equals, _ = arg.partition("=")
    if name not in known:
        raise InputError(unknown_name_message("a opção", name if arg.startswith("--") else arg[:2], known))
    if known[name].is_flag:
        if equals:
            raise InputError("a opção “{option}” não recebe valor", option=name)
    elif not equals:
        value = next(iter(following), None)
        if value is None or value.partition("=")[0] in known:
            raise InputError("a opção “{option}” pede um valor", option=name)


def _translate_help(option: TyperOption | None) -> TyperOption | None:
    if option:
        option.help = mark_message("Mostra esta ajuda e termina.")
        option.callback = _show_help
    return option


def _show_help(ctx: object, _option: object, is_given: bool) -> None:
    context = _context(ctx)
    # Typer's own callback writes UTF-8 even where the terminal cannot show it.
    if is_given and not context.resilient_parsing:
        print_result(context.get_help())
        raise typer.Exit
