"""Reads the files that an author names, beside the script that names them or in the current folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from infograficos.errors import InputError
from infograficos.language.numbers import format_size
from infograficos.system.script_folder import script_places


def read_author_file(source: str | os.PathLike[str], name: str, expected: str, most: int) -> bytes:
    """Return a file's bytes; a missing, unreadable or too large one raises `InputError`.

    Args:
        source: its path.
        name: what messages call it, such as “a imagem “a.png””.
        expected: what it should be, such as “um PNG ou JPEG”.
        most: how many bytes it may have.
    """
    path = Path(source)
    for place in script_places(path):
        try:
            return _read(place, path, name, expected, most)
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            raise InputError(f"não foi possível ler “{path}”; esperado um arquivo {expected}") from None
    raise InputError(f"o arquivo “{path}” não existe")


def validate_length(name: str, length: int, most: int) -> None:
    """Raise `InputError` for more bytes than there may be."""
    if length > most:
        sizes = f"{name} tem {format_size(length)}; esperado até {format_size(most)}"
        raise InputError(f"{sizes}: reduza-a antes")


def _read(place: Path, path: Path, name: str, expected: str, most: int) -> bytes:
    try:
        status = place.stat()
    except FileNotFoundError:
        # The recorder of a chapter's inputs sees only files that are opened, or would be.
        place.open("rb")
        raise
    # A device or a pipe may have no end.
    if not stat.S_ISREG(status.st_mode):
        raise InputError(f"“{path}” não é um arquivo; esperado um {expected}")
    validate_length(name, status.st_size, most)
    return place.read_bytes()
