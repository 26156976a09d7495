"""The `infograficos` command and `python -m infograficos`."""

# ruff: noqa: PLC0415 — without its libraries the command line cannot even be imported

from __future__ import annotations

import gc
import os
import sys

from infograficos.system.session import session_problem


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # A short run leaves little garbage, and collecting it at the usual rate takes a tenth of the time.
    gc.set_threshold(50_000)
    # To look for plugins, pydantic reads the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    if session_problem():
        sys.exit(_run_without_libraries(None))
    try:
        from infograficos.cli.app import main as run

        run()
    except ImportError as error:
        sys.exit(_run_without_libraries(error))


def _run_without_libraries(error: ImportError | None) -> int:
    """Say what is wrong with the session or the libraries, and return the exit code."""
    from infograficos.errors import InfograficosError, MachineError
    from infograficos.system.console import configure_streams, print_message
    from infograficos.system.languages import in_chosen_messages

    configure_streams()
    try:
        with in_chosen_messages(sys.argv[1:]) as args:
            if error:
                return _diagnose(error, args)
            raise MachineError(session_problem() or "")
    except InfograficosError as refusal:
        print_message("erro", str(refusal))
        return refusal.exit_code


def _diagnose(error: ImportError, args: list[str]) -> int:
    """Print the diagnosis for `doctor`; else raise `MachineError` with the library that failed to load."""
    from infograficos.doctor.diagnose import diagnose
    from infograficos.errors import MachineError
    from infograficos.system.console import print_result

    if args[:1] != ["doctor"]:
        raise MachineError(
            "a biblioteca “{name}” falta ou não carrega; "
            "“python -m infograficos doctor” diz como instalar o que falta",
            name=error.name or error,
        )
    diagnosis = diagnose()
    print_result(diagnosis.json() if "--json" in args else "\n".join(diagnosis.lines()))
    return 1


if __name__ == "__main__":
    main()
