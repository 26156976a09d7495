"""Reads a text that an author wrote, and says in Portuguese why one cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from infograficos.errors import InputError, MachineError
from infograficos.system.atomic_write import describe_os_error


@dataclass(frozen=True, slots=True)
class ReadErrors:
    """What is said of a file that cannot be read; its `{path}` and its `{name}` may stand in every sentence.

    Args:
        missing: there is no such file.
        folder: it is a folder.
        encoding: it is no UTF-8; `{line}` is the first line that is not.
        rights: its rights do not allow it; `{reason}` is the system's, in Portuguese.
        broken: the system refuses for another reason; `{reason}` as in `rights`, `{code}` its number.
    """

    missing: str = "o arquivo “{path}” não existe"
    folder: str = "“{path}” é uma pasta; esperado o nome de um arquivo"
    encoding: str = "{name}, linha {line}: esperado texto em UTF-8; salve o arquivo nessa codificação"
    rights: str = "não foi possível ler “{path}”: {reason}"
    broken: str = "não foi possível ler “{path}”: {reason}"


def read_text(path: Path, errors: ReadErrors, *, whole: bool = False) -> str:
    """Return a file's text with the ends of its lines as they are.

    The author's slips raise `InputError`, the machine's refusals `MachineError`.

    Args:
        path: the file.
        errors: the messages for a file that cannot be read.
        whole: keep the mark that Windows editors put before the first character; it is no part of the text.
    """
    data = _read(path, errors)
    try:
        return data.decode("utf-8" if whole else "utf-8-sig")
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
        said = errors.rights if isinstance(error, PermissionError) else errors.broken
        raise MachineError(said.format(**names, reason=describe_os_error(error), code=error.errno)) from error
