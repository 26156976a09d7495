"""The command `list`: the figures of a chapter."""

from __future__ import annotations

import shutil
import sys

from infograficos.cli.arguments import parse_chapter
from infograficos.cli.command import command
from infograficos.cli.options import Source
from infograficos.system.console import print_result


@command(
    "list",
    summary="Lista as figuras do capítulo.",
    help="Lista as figuras do capítulo: número, nome, seção e descrição.",
)
def list_figures(source: Source = None) -> None:
    """Print the figures of a chapter, as wide as the terminal."""
    from infograficos.cli.figure_list import listing

    width = shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else None
    print_result("\n".join(listing(parse_chapter(source), width)))
