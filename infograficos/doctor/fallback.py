"""The program without one of its libraries: it names the library, or prints the diagnosis."""

from __future__ import annotations

from infograficos.doctor.diagnose import diagnose
from infograficos.errors import MachineError
from infograficos.system.console import configure_streams, print_message, print_result


def run_without_libraries(error: ImportError, args: list[str]) -> int:
    """Name the library that failed to load or, for `doctor`, print the diagnosis; return the exit code."""
    configure_streams()
    if args[:1] != ["doctor"]:
        library = error.name or error
        print_message(
            "erro",
            f"a biblioteca “{library}” falta ou não carrega; "
            "“python -m infograficos doctor” diz como instalar o que falta",
        )
        return MachineError.exit_code
    diagnosis = diagnose()
    print_result(diagnosis.json() if "--json" in args else "\n".join(diagnosis.lines()))
    return 1
