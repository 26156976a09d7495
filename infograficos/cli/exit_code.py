"""How a run ends: its exit code, and one line on stderr for what went wrong."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

import typer
from typer.core import TyperArgument

from infograficos.errors import InfograficosError, MachineError
from infograficos.system.console import flush_output, print_message
from infograficos.system.files import describe_os_error
from infograficos.system.signals import STOP_EXIT_CODES, StopRequested

INTERRUPTED = 130


def exit_code(run: Callable[[], object]) -> int:
    """Run something and return its exit code; errors become a line on stderr, without a traceback.

    A missing library raises `ImportError`.
    """
    try:
        code = run()
        flush_output()
    except InfograficosError as error:
        print_message("erro", str(error))
        return error.exit_code
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
        print_message("erro", "interrompido")
    return code if isinstance(code, int) else 0


def _usage_message(error: typer.BadParameter) -> str:
    path = error.ctx.command_path if error.ctx else "infograficos"
    # Every argument is text, which typer takes as it is: only a missing one is refused.
    refused = f"falta dizer {error.param.metavar}" if isinstance(error.param, TyperArgument) else None
    return f"{refused or 'linha de comando inválida'}; veja “{path} --help”"


def _report_unexpected(error: Exception) -> int:
    if isinstance(error, MemoryError):
        print_message("erro", "faltou memória; feche outros programas e tente de novo")
        return MachineError.exit_code
    if isinstance(error, OSError) and error.filename:
        # Any path that is looked up may be one that the system does not take.
        print_message("erro", f"não foi possível usar “{error.filename}”: {describe_os_error(error)}")
        return MachineError.exit_code
    print_message("erro", _describe_defect(error))
    return 1


def _describe_defect(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    cause = f"{type(error).__name__}: {error}".removesuffix(": ")
    return (
        f"falha interna em {Path(last.filename).name}, linha {last.lineno} ({cause}); "
        "é um defeito do infograficos: por favor, relate-o"
    )
