"""A small chapter to begin from."""

from __future__ import annotations

import os
from pathlib import Path

from infograficos.errors import InputError
from infograficos.system.files import validate_target, write_file
from infograficos.text.templates import render

FILES = ("capitulo.py", "tema.toml")


def new_chapter(folder: Path) -> tuple[Path, ...]:
    """Write a new chapter's files and return their paths; an existing one raises `InputError` before."""
    paths = tuple(folder / name for name in FILES)
    # A broken link is in the way, too.
    taken = [path for path in paths if os.path.lexists(path)]
    if taken:
        raise InputError(f"“{taken[0]}” já existe; escolha outra pasta ou mude o nome do arquivo")
    for path in paths:
        validate_target(path)
    for path in paths:
        write_file(path, f"{render(f'new/{path.name}')}\n".encode())
    return paths
