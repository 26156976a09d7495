"""The help of a command: how it is called, its arguments and its options."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption


class Formatter(Protocol):
    """The part of typer's formatter that the help is written with; the class has no public name."""

    def write_usage(self, prog: str, args: str = ..., prefix: str | None = ...) -> None:
        """Write the line of usage, wrapped."""

    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None:
        """Write terms and their descriptions in two columns."""

    def section(self, name: str) -> AbstractContextManager[None]:
        """Write a heading, and indent what is written within."""


def write_usage(command: TyperCommand | TyperGroup, context: typer.Context, formatter: Formatter) -> None:
    """Write how a command is called."""
    arguments = [name for name, _ in _argument_rows(command, context)]
    words = [command.options_metavar or "", *arguments, getattr(command, "subcommand_metavar", "")]
    formatter.write_usage(context.command_path, " ".join(filter(None, words)), prefix="Uso: ")


def write_parameters(
    command: TyperCommand | TyperGroup, context: typer.Context, formatter: Formatter
) -> None:
    """Write a command's arguments and options, each with its help."""
    arguments = _argument_rows(command, context)
    if arguments:
        with formatter.section("Argumentos"):
            formatter.write_dl(arguments)
    options = [each for each in command.get_params(context) if isinstance(each, TyperOption)]
    with formatter.section("Opções"):
        formatter.write_dl([_option_row(each) for each in options])


def _argument_rows(command: TyperCommand | TyperGroup, context: typer.Context) -> list[tuple[str, str]]:
    arguments = [each for each in command.get_params(context) if isinstance(each, TyperArgument)]
    return [(_argument_name(each), each.help or "") for each in arguments]


def _argument_name(argument: TyperArgument) -> str:
    name = str(argument.metavar) if argument.required else f"[{argument.metavar}]"
    return name if argument.nargs == 1 else f"{name}..."


def _option_row(option: TyperOption) -> tuple[str, str]:
    name = ", ".join(option.opts)
    return name if option.is_flag else f"{name} {option.metavar}", option.help or ""
