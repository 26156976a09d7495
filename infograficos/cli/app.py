"""The program: its commands in the order of its help, how it is run, and how a run ends."""

from __future__ import annotations

import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperArgument

from infograficos.cli.command import app
from infograficos.cli.options import option
from infograficos.errors import InfograficosError, MachineError, ThemeWarning, describe_exception
from infograficos.language.messages import message
from infograficos.system.console import configure_streams, flush_output, print_message, print_result
from infograficos.system.files import system_error
from infograficos.system.languages import OPTION, in_chosen_messages
from infograficos.system.signals import STOP_EXIT_CODES, StopRequested, raise_on_stop_signals

INTERRUPTED = 130

#: The commands, each with a module of its name, in the order in which the help lists them.
COMMANDS = (
    "export", "check", "inspect", "list", "readme", "embed", "cover", "new", "gallery", "preview", "doctor",
    "theme",
)  # fmt: skip

for each in COMMANDS:
    import_module(f"infograficos.cli.{each}")


@cache
def _program() -> Callable[..., object]:
    # Typer reads the signature of every command: once is enough for a process.
    return typer.main.get_command(app)


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
    _messages: Annotated[
        str | None,
        option(
            OPTION,
            "pt-BR|en|es",
            "Língua das mensagens, em qualquer lugar da linha "
            "(padrão: a de INFOGRAFICOS_MESSAGES, ou a do sistema).",
        ),
    ] = None,
) -> None:
    """Take the options that come before a command."""


def run(args: Sequence[str] | None = None, name: str | None = None) -> int:
    """Run a command line and return its exit code; errors become a line on stderr, without a traceback.

    A missing library raises `ImportError`.

    Args:
        args: the words after the program's name; by default those of this process.
        name: the program's name, as the help shows it; by default this process's.
    """
    try:
        with in_chosen_messages(sys.argv[1:] if args is None else args) as words:
            return _run(words, name)
    except InfograficosError as error:
        return _refuse(error)


def _run(args: Sequence[str], name: str | None) -> int:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always", ThemeWarning)
            warnings.showwarning = _print_warning
            code = _program()(args, prog_name=name, standalone_mode=False)
        flush_output()
    except InfograficosError as error:
        return _refuse(error)
    except typer.BadParameter as error:
        print_message("erro", _usage_message(error))
        return 2
    except (KeyboardInterrupt, typer.Abort, StopRequested) as stop:
        code = stop.exit_code if isinstance(stop, StopRequested) else INTERRUPTED
    except ImportError:
        raise  # the program says what is missing
    except Exception as error:
        return _report_unexpected(error)
    if code in {INTERRUPTED, *STOP_EXIT_CODES}:
        print_message("erro", message("interrompido"))
    return code if isinstance(code, int) else 0


def _refuse(error: InfograficosError) -> int:
    print_message("erro", str(error))
    return error.exit_code


def _print_warning(message: Warning | str, *_args: object, **_options: object) -> None:
    print_message("aviso", str(message))


def main() -> None:
    """Run the command line and end the process with its exit code."""
    configure_streams()
    try:
        raise_on_stop_signals()
        sys.exit(run())
    except StopRequested as stop:  # before the first command was read, or after the last line was printed
        sys.exit(stop.exit_code)


def _usage_message(error: typer.BadParameter) -> str:
    path = error.ctx.command_path if error.ctx else "infograficos"
    # Every argument is text, which typer takes as it is: only a missing one is refused.
    if isinstance(error.param, TyperArgument):
        metavar = message(error.param.metavar or "")
        return message("falta dizer {metavar}; veja “{path} --help”", metavar=metavar, path=path)
    return message("linha de comando inválida; veja “{path} --help”", path=path)


def _report_unexpected(error: Exception) -> int:
    if isinstance(error, MemoryError):
        print_message("erro", message("faltou memória; feche outros programas e tente de novo"))
        return MachineError.exit_code
    if isinstance(error, OSError) and error.filename:
        # Any path that is looked up may be one that the system does not take.
        print_message("erro", str(system_error("usar “{path}”", error, path=error.filename)))
        return MachineError.exit_code
    last = traceback.extract_tb(error.__traceback__)[-1]
    failure = message(
        "falha interna em {file}, linha {line} ({error}); é um defeito do infograficos: por favor, relate-o",
        file=Path(last.filename).name,
        line=last.lineno,
        error=describe_exception(error),
    )
    print_message("erro", failure)
    return 1
