"""What infograficos finds on this machine: Python, folders that it writes, the terminal."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

from infograficos.doctor.condition import Condition
from infograficos.doctor.libraries import required_python, satisfies
from infograficos.language.numbers import format_decimal
from infograficos.language.portuguese import pluralize
from infograficos.system.atomic_write import describe_os_error

#: Fewer bytes than this are soon full of pictures.
LEAST_ROOM = 100_000_000

#: Letters that every message has, and that some terminals lack.
LETTERS = "ãçéíõú“”…"

#: The variables that choose a language, the strongest first.
_LANGUAGES = ("LC_ALL", "LC_CTYPE", "LANG")


def python() -> Condition:
    """Say which Python runs, and whether it is new enough."""
    version, wanted = platform.python_version(), required_python()
    said = f"{platform.python_implementation()} {version} em {sys.executable}"
    if satisfies(version, wanted):
        return Condition("Python", said)
    return Condition("Python", f"{said}; é pedido {wanted}", "broken", "instale um Python mais novo")


def system() -> Condition:
    """Say which system this is."""
    return Condition("sistema", f"{platform.platform(terse=True)}, {platform.machine()}")


def cache() -> Condition:
    """Say where pictures are kept, how many they are, and whether more can be."""
    from infograficos.export.cache import VARIABLE, default_cache  # noqa: PLC0415 — it may lack platformdirs

    folder = default_cache().folder
    if folder is None and VARIABLE in os.environ:
        return Condition("cache", f"desligado: “{VARIABLE}” está vazia")
    if folder is None:
        remedy = f"diga uma pasta em “{VARIABLE}”; sem ela, tudo é desenhado de novo a cada vez"
        return Condition("cache", "desligado: este usuário não tem pasta pessoal", "note", remedy)
    kept = _sizes(folder)
    said = f"{folder}: {pluralize(len(kept), 'arquivo', 'arquivos')}, {_megabytes(sum(kept))}"
    refusal = _refusal(folder)
    if refusal is None:
        return Condition("cache", said)
    remedy = f"libere a pasta, ou diga outra em “{VARIABLE}”; sem ela, tudo é desenhado de novo a cada vez"
    return Condition("cache", f"{said}; não aceita gravação ({refusal})", "note", remedy)


def temporary() -> Condition:
    """Say where temporary files go, and whether there is room for them."""
    try:
        folder = Path(tempfile.gettempdir())
    except OSError:
        said = "nenhuma pasta aceita arquivos temporários"
        return Condition("temporários", said, "broken", "diga em “TMPDIR” uma pasta que aceite gravação")
    free = shutil.disk_usage(folder).free
    said = f"{folder}: {_megabytes(free)} livres"
    if free < LEAST_ROOM:
        return Condition("temporários", said, "note", "libere espaço, ou diga outra pasta em “TMPDIR”")
    return Condition("temporários", said)


def terminal(stream: IO[str] | None, environment: Mapping[str, str]) -> Condition:
    """Say what the output can show.

    Args:
        stream: where results are written; None where it is closed.
        environment: the variables that choose a language.
    """
    chosen = next((f"{name}={environment[name]}" for name in _LANGUAGES if environment.get(name)), "")
    said = f"{chosen or 'sem LANG'}, arquivos em {sys.getfilesystemencoding()}"
    if stream is None:
        return Condition("terminal", f"saída fechada, {said}")
    encoding = getattr(stream, "encoding", None) or locale.getpreferredencoding(False)
    kind = f"terminal de {shutil.get_terminal_size().columns} colunas" if stream.isatty() else "saída"
    try:
        LETTERS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        remedy = "diga PYTHONIOENCODING=utf-8, se o terminal souber mostrar"
        return Condition("terminal", f"{kind} em {encoding}, sem acentos; {said}", "note", remedy)
    return Condition("terminal", f"{kind} em {encoding}, {said}")


def _sizes(folder: Path) -> list[int]:
    found: list[int] = []
    with suppress(OSError):  # there may be none, or another run takes one away
        found.extend(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return found


def _refusal(folder: Path) -> str | None:
    """Return why nothing can be written into a folder, which may be still to be made; None if it can."""
    try:
        with suppress(FileNotFoundError, NotADirectoryError):
            folder.stat()  # where no folder can be called so, newer Pythons only say that there is none
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        # Rights alone do not tell: a disk may be full, or only for reading.
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(os.urandom(1))
    except OSError as error:
        return describe_os_error(error)
    return None


def _megabytes(size: int) -> str:
    return f"{format_decimal(size / 1e9, 1)} GB" if size >= 1e9 else f"{format_decimal(size / 1e6, 1)} MB"
