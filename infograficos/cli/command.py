"""Typer's commands in Portuguese: their help, what they refuse, and how they end.

Typer speaks English and translates only in part, so that nothing it says itself is ever shown.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from infograficos.errors import InfograficosError, InputError, MachineError, unknown_name_message
from infograficos.system.atomic_write import reason
from infograficos.system.console import complain, finish, say
from infograficos.system.signals import STOPPED, Stopped

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

#: What typer raises for a wrong command line; the class itself has no public name.
UsageError: type[Exception] = typer.BadParameter.__bases__[0]

INTERRUPTED = 130


class PortugueseCommand(TyperCommand):
    """A command whose help and mistakes are told in Portuguese."""

    allow_extra_args = True

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write how the command is called."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write what the command takes."""
        _write_parameters(self, ctx, formatter)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option that shows the help."""
        return _own_help(super().get_help_option(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the arguments; those that no one asked for raise `InputError`."""
        _refuse_wrong_values(_options(self, ctx), args)
        rest = super().parse_args(ctx, args)
        if rest:
            raise InputError(f"“{ctx.command_path}” não recebe “{' '.join(rest)}”")
        return rest


class PortugueseGroup(TyperGroup):
    """The commands together; run, they end the process with the code of what happened."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write how the program is called."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the options before the commands, and the commands."""
        _write_parameters(self, ctx, formatter)
        with formatter.section("Comandos"):
            formatter.write_dl([(name, each.short_help or "") for name, each in self.commands.items()])

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option that shows the help."""
        return _own_help(super().get_help_option(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the options before the command; without any word, show the help as a mistake."""
        if not args:
            print(ctx.get_help(), file=sys.stderr)
            raise typer.Exit(2)
        _refuse_wrong_values(_options(self, ctx), args)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Find a command; a wrong name raises `InputError` with the nearest one."""
        if args[0] not in self.commands:
            raise InputError(unknown_name_message("o comando", args[0], self.commands))
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: object,
    ) -> object:
        """Run a command and, unless told otherwise, end the process."""
        parent = super().main

        def run() -> object:
            return parent(args, prog_name, complete_var, False, windows_expand_args, **extra)

        return sys.exit(ended(run)) if standalone_mode else run()


def ended(run: Callable[[], object]) -> int:
    """Run something and return the exit code; whatever went wrong is told on stderr, without a traceback.

    That a library is missing raises `ImportError`.
    """
    try:
        code = run()
        finish()
    except InfograficosError as error:
        complain("erro", str(error))
        return error.exit_code
    except UsageError as error:
        complain("erro", _usage_message(error))
        return 2
    except (KeyboardInterrupt, typer.Abort, Stopped) as stop:
        code = stop.exit_code if isinstance(stop, Stopped) else INTERRUPTED
    except ImportError:
        raise  # the program says what is missing
    except Exception as error:
        return _unforeseen(error)
    if code in {INTERRUPTED, *STOPPED}:
        complain("erro", "interrompido")
    return code if isinstance(code, int) else 0


def _unforeseen(error: Exception) -> int:
    if isinstance(error, MemoryError):
        complain("erro", "faltou memória; feche outros programas e tente de novo")
        return MachineError.exit_code
    if isinstance(error, OSError) and error.filename:
        # Whatever asks about a path may meet one that the system does not take.
        complain("erro", f"não foi possível usar “{error.filename}”: {reason(error)}")
        return MachineError.exit_code
    complain("erro", _defect(error))
    return 1


def _usage_message(error: Exception) -> str:
    context: Context | None = getattr(error, "ctx", None)
    if context and type(error).__name__ == "NoSuchOption":
        options = _options(context.command, context)
        name = getattr(error, "option_name", "")
        return unknown_name_message("a opção", name, [known for option in options for known in option.opts])
    path = context.command_path if context else "infograficos"
    missing = getattr(error, "param", None)
    if type(error).__name__ == "MissingParameter" and isinstance(missing, TyperArgument):
        return f"falta dizer {missing.metavar}; veja “{path} --help”"
    return f"linha de comando inválida; veja “{path} --help”"


def _refuse_wrong_values(options: list[TyperOption], args: list[str]) -> None:
    """Refuse an option without its value, or a flag with one.

    Typer would read `--preset --format svg` as the preset “--format”.
    """
    flags = {name for option in options if option.is_flag for name in option.opts}
    valued = {name for option in options if not option.is_flag for name in option.opts}
    for position, arg in enumerate(args):
        value = args[position + 1] if position + 1 < len(args) else None
        name, equals, _ = arg.partition("=")
        if name == "--":
            return
        if name in flags and equals:
            raise InputError(f"a opção “{name}” não recebe valor")
        if arg in valued and (value is None or value.partition("=")[0] in flags | valued):
            raise InputError(f"a opção “{name}” pede um valor")


def _options(command: Command, ctx: Context) -> list[TyperOption]:
    every = command.get_params(ctx)
    return [cast("TyperOption", each) for each in every if each.param_type_name == "option"]


def _own_help(option: TyperOption | None) -> TyperOption | None:
    if option:
        option.help = "Mostra esta ajuda e termina."
        option.callback = _show_help
    return option


def _show_help(ctx: Context, _option: object, asked: bool) -> None:
    # Typer's own writes UTF-8 even to those who cannot read it.
    if asked and not ctx.resilient_parsing:
        say(ctx.get_help())
        raise typer.Exit


def _write_usage(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    arguments = [name for name, _ in _argument_rows(command, ctx)]
    pieces = [command.options_metavar or "", *arguments, getattr(command, "subcommand_metavar", "")]
    formatter.write_usage(ctx.command_path, " ".join(filter(None, pieces)), prefix="Uso: ")


def _write_parameters(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    arguments = _argument_rows(command, ctx)
    if arguments:
        with formatter.section("Argumentos"):
            formatter.write_dl(arguments)
    with formatter.section("Opções"):
        formatter.write_dl([_option_row(option) for option in _options(command, ctx)])


def _argument_rows(command: Command, ctx: Context) -> list[tuple[str, str]]:
    arguments = [each for each in command.get_params(ctx) if isinstance(each, TyperArgument)]
    return [(_argument_name(each), each.help or "") for each in arguments]


def _argument_name(argument: TyperArgument) -> str:
    name = str(argument.metavar) if argument.required else f"[{argument.metavar}]"
    return name if argument.nargs == 1 else f"{name}..."


def _option_row(option: TyperOption) -> tuple[str, str]:
    name = ", ".join(option.opts)
    return name if option.is_flag else f"{name} {option.metavar}", option.help or ""


def _defect(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    said = f"{type(error).__name__}: {error}".removesuffix(": ")
    return (
        f"falha interna em {Path(last.filename).name}, linha {last.lineno} ({said}); "
        "é um defeito do infograficos: por favor, relate-o"
    )
