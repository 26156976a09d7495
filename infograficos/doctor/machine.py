"""Checks of this machine: Python, the folders that are written, the terminal."""

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
from infograficos.language.grammar import pluralize
from infograficos.language.numbers import format_size
from infograficos.system.files import describe_os_error
from infograficos.system.user_cache import VARIABLE, picture_cache_folder

#: The free bytes below which to warn.
MIN_FREE = 100_000_000

#: Letters of our messages that some terminals lack.
LETTERS = "ãçéíõú“”…"

#: The variables that choose a language, in order of precedence.
_LANGUAGES = ("LC_ALL", "LC_CTYPE", "LANG")


def python() -> Condition:
    """Check Python's version."""
    version, required = platform.python_version(), required_python()
    finding = f"{platform.python_implementation()} {version} em {sys.executable}"
    if satisfies(version, required):
        return Condition("Python", finding)
    return Condition("Python", f"{finding}; é pedido {required}", "broken", "instale um Python mais novo")


def system() -> Condition:
    """Name the system."""
    return Condition("sistema", f"{platform.platform(terse=True)}, {platform.machine()}")


def cache() -> Condition:
    """Check the cache: its folder, its size, and whether it can be written."""
    folder = picture_cache_folder()
    if folder is None and VARIABLE in os.environ:
        return Condition("cache", f"desligado: “{VARIABLE}” está vazia")
    if folder is None:
        remedy = f"diga uma pasta em “{VARIABLE}”; sem ela, tudo é desenhado de novo a cada vez"
        return Condition("cache", "desligado: este usuário não tem pasta pessoal", "note", remedy)
    sizes = _sizes(folder)
    finding = f"{folder}: {pluralize(len(sizes), 'arquivo', 'arquivos')}, {format_size(sum(sizes))}"
    error = _write_error(folder)
    if error is None:
        return Condition("cache", finding)
    remedy = f"libere a pasta, ou diga outra em “{VARIABLE}”; sem ela, tudo é desenhado de novo a cada vez"
    return Condition("cache", f"{finding}; não aceita gravação ({error})", "note", remedy)


def temporary() -> Condition:
    """Check the folder for temporary files, and its free space."""
    try:
        folder = Path(tempfile.gettempdir())
    except OSError:
        finding = "nenhuma pasta aceita arquivos temporários"
        return Condition("temporários", finding, "broken", "diga em “TMPDIR” uma pasta que aceite gravação")
    free = shutil.disk_usage(folder).free
    finding = f"{folder}: {format_size(free)} livres"
    if free < MIN_FREE:
        return Condition("temporários", finding, "note", "libere espaço, ou diga outra pasta em “TMPDIR”")
    return Condition("temporários", finding)


def terminal(stream: IO[str] | None, environment: Mapping[str, str]) -> Condition:
    """Check whether standard output, None where it is closed, can show our letters."""
    chosen = next((f"{name}={environment[name]}" for name in _LANGUAGES if environment.get(name)), "")
    finding = f"{chosen or 'sem LANG'}, arquivos em {sys.getfilesystemencoding()}"
    if stream is None:
        return Condition("terminal", f"saída fechada, {finding}")
    encoding = getattr(stream, "encoding", None) or locale.getpreferredencoding(False)
    kind = f"terminal de {shutil.get_terminal_size().columns} colunas" if stream.isatty() else "saída"
    try:
        LETTERS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        remedy = "diga PYTHONIOENCODING=utf-8, se o terminal souber mostrar"
        return Condition("terminal", f"{kind} em {encoding}, sem acentos; {finding}", "note", remedy)
    return Condition("terminal", f"{kind} em {encoding}, {finding}")


def _sizes(folder: Path) -> list[int]:
    sizes: list[int] = []
    with suppress(OSError):  # another run may delete files meanwhile
        sizes.extend(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return sizes


def _write_error(folder: Path) -> str | None:
    """Return why a folder, which may not exist yet, cannot be written; None if it can."""
    try:
        with suppress(FileNotFoundError, NotADirectoryError):
            folder.stat()  # unlike `exists`, raises for an invalid name
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        # Permissions are not enough: the disk may be full or read-only.
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(os.urandom(1))
    except OSError as error:
        return describe_os_error(error)
    return None
