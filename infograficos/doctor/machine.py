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
from infograficos.language.messages import in_message_language, message
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
    name = f"{platform.python_implementation()} {version}"
    finding = message("{name} em {path}", name=name, path=sys.executable)
    if satisfies(version, required):
        return Condition("python", finding)
    finding = message("{finding}; é pedido {required}", finding=finding, required=required)
    return Condition("python", finding, "broken", message("instale um Python mais novo"))


def system() -> Condition:
    """Name the system."""
    return Condition("system", f"{platform.platform(terse=True)}, {platform.machine()}")


def cache() -> Condition:
    """Check the cache: its folder, its size, and whether it can be written."""
    folder = picture_cache_folder()
    if folder is None and VARIABLE in os.environ:
        return Condition("cache", message("desligado: “{variable}” está vazia", variable=VARIABLE))
    if folder is None:
        finding = message("desligado: este usuário não tem pasta pessoal")
        remedy = message(
            "diga uma pasta em “{variable}”; sem ela, tudo é desenhado de novo a cada vez", variable=VARIABLE
        )
        return Condition("cache", finding, "note", remedy)
    finding = f"{folder}: {_content(folder)}"
    error = _write_error(folder)
    if error is None:
        return Condition("cache", finding)
    remedy = message(
        "libere a pasta, ou diga outra em “{variable}”; sem ela, tudo é desenhado de novo a cada vez",
        variable=VARIABLE,
    )
    finding = message("{finding}; não aceita gravação ({error})", finding=finding, error=error)
    return Condition("cache", finding, "note", remedy)


def temporary() -> Condition:
    """Check the folder for temporary files, and its free space."""
    try:
        folder = Path(tempfile.gettempdir())
    except OSError:
        finding = message("nenhuma pasta aceita arquivos temporários")
        remedy = message("diga em “TMPDIR” uma pasta que aceite gravação")
        return Condition("temporary-files", finding, "broken", remedy)
    free = shutil.disk_usage(folder).free
    finding = message("{folder}: {size} livres", folder=folder, size=_format_size(free))
    if free < MIN_FREE:
        remedy = message("libere espaço, ou diga outra pasta em “TMPDIR”")
        return Condition("temporary-files", finding, "note", remedy)
    return Condition("temporary-files", finding)


def terminal(stream: IO[str] | None, environment: Mapping[str, str]) -> Condition:
    """Check whether standard output, None where it is closed, can show our letters."""
    chosen = next((f"{name}={environment[name]}" for name in _LANGUAGES if environment.get(name)), "")
    files = message("arquivos em {encoding}", encoding=sys.getfilesystemencoding())
    finding = f"{chosen or message('sem LANG')}, {files}"
    if stream is None:
        return Condition("terminal", message("saída fechada, {finding}", finding=finding))
    encoding = getattr(stream, "encoding", None) or locale.getpreferredencoding(False)
    output = message("{output} em {encoding}", output=_output(stream), encoding=encoding)
    try:
        LETTERS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        remedy = message("diga PYTHONIOENCODING=utf-8, se o terminal souber mostrar")
        finding = message("{output}, sem acentos; {finding}", output=output, finding=finding)
        return Condition("terminal", finding, "note", remedy)
    return Condition("terminal", f"{output}, {finding}")


def _output(stream: IO[str]) -> str:
    if not stream.isatty():
        return message("saída")
    return message("terminal de {columns} colunas", columns=shutil.get_terminal_size().columns)


def _content(folder: Path) -> str:
    """Return how many files a folder holds, and their size."""
    sizes = _sizes(folder)
    return f"{message(('{count} arquivo', '{count} arquivos'), len(sizes))}, {_format_size(sum(sizes))}"


def _format_size(size: int) -> str:
    with in_message_language():
        return format_size(size)


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
