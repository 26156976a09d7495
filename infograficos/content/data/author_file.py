"""Reads the files that an author names, beside the script that names them or in the current folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from infograficos.errors import InputError
from infograficos.language.messages import in_message_language
from infograficos.language.numbers import format_size
from infograficos.system.script_folder import script_places


def read_author_file(source: str | os.PathLike[str], name: str, expected: str, most: int) -> bytes:
    """Return a file's bytes; a missing, unreadable or too large one raises `InputError`.

    Args:
        source: its path.
        name: what messages call it, such as “a imagem “a.png””.
        expected: what it should be, such as “PNG ou JPEG”.
        most: how many bytes it may have.
    """
    path = Path(source)
    for place in script_places(path):
        try:
            return _read(place, path, name, expected, most)
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            raise InputError(
                "não foi possível ler “{path}”; esperado um arquivo {format}", path=path, format=expected
            ) from None
    raise InputError("o arquivo “{path}” não existe", path=path)


def validate_length(name: str, length: int, most: int) -> None:
    """Raise `InputError` for more bytes than there may be."""
    if length > most:
        with in_message_language():
            size, limit = format_size(length), format_size(most)
        raise InputError(
            "{image} tem {size}; esperado até {limit}: reduza-a antes", image=name, size=size, limit=limit
        )


def _read(place: Path, path: Path, name: str, expected: str, most: int) -> bytes:
    try:
        status = place.stat()
    except FileNotFoundError:
        # The recorder of a chapter's inputs sees only files that are opened, or would be.
        place.open("rb")
        raise
    # A device or a pipe may have no end.
    if not stat.S_ISREG(status.st_mode):
        raise InputError("“{path}” não é um arquivo; esperado um {format}", path=path, format=expected)
    validate_length(name, status.st_size, most)
    return place.read_bytes()
