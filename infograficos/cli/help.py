"""The help of a command: how it is called, its arguments, its options and, of the program, its commands."""

from __future__ import annotations

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption


def help_text(command: TyperCommand | TyperGroup, context: typer.Context) -> str:
    """Return the help of a command or of the whole program, as wide as the terminal."""
    parameters = command.get_params(context)
    arguments = [_argument_row(each) for each in parameters if isinstance(each, TyperArgument)]
    options = [_option_row(each) for each in parameters if isinstance(each, TyperOption)]
    group = command if isinstance(command, TyperGroup) else None
    commands = [(name, each.short_help or "") for name, each in group.commands.items()] if group else []
    usage = [command.options_metavar or "", *(name for name, _ in arguments)]
    usage += [group.subcommand_metavar] if group else []
    formatter = context.make_formatter()
    formatter.write_usage(context.command_path, " ".join(filter(None, usage)), prefix="Uso: ")
    command.format_help_text(context, formatter)
    for heading, rows in (("Argumentos", arguments), ("Opções", options), ("Comandos", commands)):
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows)
    return formatter.getvalue().rstrip("\n")


def _argument_row(argument: TyperArgument) -> tuple[str, str]:
    name = str(argument.metavar) if argument.required else f"[{argument.metavar}]"
    return name if argument.nargs == 1 else f"{name}...", argument.help or ""


def _option_row(option: TyperOption) -> tuple[str, str]:
    name = ", ".join(option.opts)
    return name if option.is_flag else f"{name} {option.metavar}", option.help or ""
