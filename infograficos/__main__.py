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
    problem = session_problem()
    if problem:
        sys.exit(_refuse(problem))
    try:
        from infograficos.cli.app import main as run

        run()
    except ImportError as error:
        from infograficos.system.languages import in_chosen_messages

        with in_chosen_messages(sys.argv[1:]) as args:
            sys.exit(_run_without_libraries(error, args))


def _refuse(problem: str) -> int:
    from infograficos.errors import MachineError
    from infograficos.system.console import configure_streams, print_message

    configure_streams()
    print_message("erro", problem)
    return MachineError.exit_code


def _run_without_libraries(error: ImportError, args: list[str]) -> int:
    """Name the library that failed to load or, for `doctor`, print the diagnosis; return the exit code."""
    from infograficos.doctor.diagnose import diagnose
    from infograficos.language.messages import message
    from infograficos.system.console import configure_streams, print_result

    if args[:1] != ["doctor"]:
        return _refuse(
            message(
                "a biblioteca “{name}” falta ou não carrega; "
                "“python -m infograficos doctor” diz como instalar o que falta",
                name=error.name or error,
            )
        )
    configure_streams()
    diagnosis = diagnose()
    print_result(diagnosis.json() if "--json" in args else "\n".join(diagnosis.lines()))
    return 1


if __name__ == "__main__":
    main()
