"""The `infograficos` command and `python -m infograficos`: the command line, or what it is missing."""

# ruff: noqa: PLC0415 — without its libraries the command line cannot even be imported

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        from infograficos.cli import main as run

        run()
    except ImportError as error:
        from infograficos.doctor.bare import run_bare

        sys.exit(run_bare(error, sys.argv[1:]))


if __name__ == "__main__":
    main()
