"""The `infograficos` command and `python -m infograficos`."""

# ruff: noqa: PLC0415 — without its libraries the command line cannot even be imported

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # A short run leaves little garbage, and collecting it at the usual rate takes a tenth of the time.
    gc.set_threshold(50_000)
    # To look for plugins, pydantic reads the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    try:
        from infograficos.cli.app import main as run

        run()
    except ImportError as error:
        from infograficos.doctor.fallback import run_without_libraries

        sys.exit(run_without_libraries(error, sys.argv[1:]))


if __name__ == "__main__":
    main()
