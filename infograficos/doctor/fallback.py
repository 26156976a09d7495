"""What the program does where it lacks a library: it says so, or gives the whole diagnosis."""

from __future__ import annotations

from infograficos.doctor.diagnose import diagnose
from infograficos.errors import MachineError
from infograficos.system.console import configure_streams, print_message, print_result


def run_without_libraries(error: ImportError, args: list[str]) -> int:
    """Say what is missing, or what else is if `doctor` was asked for, and return the exit code.

    Args:
        error: why the command line stopped.
        args: what was written after the program's name.
    """
    configure_streams()
    if args[:1] != ["doctor"]:
        print_message("erro", _absent(error))
        return MachineError.exit_code
    diagnosis = diagnose()
    for line in diagnosis.json().splitlines() if "--json" in args else diagnosis.lines():
        print_result(line)
    return 1


def _absent(error: ImportError) -> str:
    return (
        f"a biblioteca “{error.name or error}” falta ou não carrega; "
        "“python -m infograficos doctor” diz como instalar o que falta"
    )
