"""Reads an author's text file, with messages of the caller's where it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from infograficos.errors import InputError, MachineError
from infograficos.system.atomic_write import describe_os_error


@dataclass(frozen=True, slots=True)
class ReadErrors:
    """The messages for a file that cannot be read; each may contain `{path}` and `{name}`.

    Args:
        missing: there is no such file.
        folder: it is a folder.
        encoding: it is not UTF-8; `{line}` is the first such line.
        rights: permission is denied; `{reason}` is the system's, in Portuguese.
        broken: the system refuses otherwise; with `{reason}` and the error's number, `{code}`.
    """

    missing: str = "o arquivo “{path}” não existe"
    folder: str = "“{path}” é uma pasta; esperado o nome de um arquivo"
    encoding: str = "{name}, linha {line}: esperado texto em UTF-8; salve o arquivo nessa codificação"
    rights: str = "não foi possível ler “{path}”: {reason}"
    broken: str = "não foi possível ler “{path}”: {reason}"


def read_text(path: Path, errors: ReadErrors, *, keep_bom: bool = False) -> str:
    """Return a file's text with its line ends, and perhaps with the byte order mark of Windows editors.

    The author's mistakes raise `InputError`, the system's refusals `MachineError`.
    """
    data = _read(path, errors)
    try:
        return data.decode("utf-8" if keep_bom else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(errors.encoding.format(path=path, name=path.name, line=line)) from None


def _read(path: Path, errors: ReadErrors) -> bytes:
    names = {"path": path, "name": path.name}
    try:
        if path.is_dir():
            raise InputError(errors.folder.format(**names))
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise InputError(errors.missing.format(**names)) from None
    except OSError as error:
        message = errors.rights if isinstance(error, PermissionError) else errors.broken
        raise MachineError(
            message.format(**names, reason=describe_os_error(error), code=error.errno)
        ) from error
