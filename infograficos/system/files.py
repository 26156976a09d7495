"""Reads text files, and writes files whole or not at all; errors are explained to the author."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from infograficos.errors import InputError, MachineError, unknown_name_message
from infograficos.language.messages import mark_message, message

#: Why the system refused, by the error's name.
_OS_ERRORS = {
    "EACCES": mark_message("sem permissão"),
    "EPERM": mark_message("sem permissão"),
    "EROFS": mark_message("o disco só permite leitura"),
    "ENOSPC": mark_message("o disco está cheio"),
    "EDQUOT": mark_message("a cota de disco acabou"),
    "EFBIG": mark_message("o arquivo passa do tamanho permitido"),
    "EIO": mark_message("o disco falhou"),
    "ENAMETOOLONG": mark_message("o nome é longo demais"),
    "ENOENT": mark_message("não existe"),
    "EISDIR": mark_message("é uma pasta"),
    "ENOTDIR": mark_message("há um arquivo no lugar de uma pasta"),
    "ELOOP": mark_message("o link não leva a lugar nenhum"),
    "EMFILE": mark_message("há arquivos abertos demais"),
    "ENFILE": mark_message("há arquivos abertos demais"),
    "EBUSY": mark_message("está em uso"),
}


@dataclass(frozen=True, slots=True)
class ReadErrors:
    """The messages for a file that cannot be read, in Portuguese; each may contain `{path}` and `{name}`.

    Args:
        missing: there is no such file.
        folder: it is a folder.
        encoding: it is not UTF-8; `{line}` is the first such line.
        rights: permission is denied; `{reason}` is the system's.
        broken: the system refuses otherwise; with `{reason}` and the error's number, `{code}`.
    """

    missing: str = mark_message("o arquivo “{path}” não existe")
    folder: str = mark_message("“{path}” é uma pasta; esperado o nome de um arquivo")
    encoding: str = mark_message(
        "{name}, linha {line}: esperado texto em UTF-8; salve o arquivo nessa codificação"
    )
    rights: str = mark_message("não foi possível ler “{path}”: {reason}")
    broken: str = mark_message("não foi possível ler “{path}”: {reason}")


def read_text(path: Path, errors: ReadErrors, *, keep_bom: bool = False) -> str:
    """Return a file's text with its line ends, and perhaps with the byte order mark of Windows editors.

    The author's mistakes raise `InputError`, the system's refusals `MachineError`.
    """
    names = {"path": path, "name": path.name}
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(errors.folder, **names)
        # A device or a pipe may have no end.
        if not stat.S_ISREG(mode):
            raise InputError("“{path}” não é um arquivo comum; esperado um arquivo de texto", path=path)
        return path.read_bytes().decode("utf-8" if keep_bom else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise InputError(errors.encoding, **names, line=line) from None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise InputError(errors.missing, **names) from None
    except OSError as error:
        source = errors.rights if isinstance(error, PermissionError) else errors.broken
        raise MachineError(source, **names, reason=describe_os_error(error), code=error.errno) from error


def read_bytes(path: Path) -> bytes | None:
    """Return a file's bytes, None where there is none; the system's refusal raises `MachineError`."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise system_error("ler “{path}”", error, path=path) from error


def write_file(path: Path, data: bytes, mode: int | None = None, expected: bytes | None = None) -> bool:
    """Write a file under a temporary name, then rename it, so that nobody ever reads half of it.

    A folder or file in the way raises `InputError`, the system's refusal `MachineError`; both leave the old
    file. Returns whether the file was written.

    Args:
        path: the file; missing folders are created.
        data: what it will hold.
        mode: its permissions, by default those of any new file.
        expected: what it holds; a file that others changed meanwhile is left alone.
    """
    validate_file_name(path)
    create_folder(path.parent)
    try:
        _refuse_folder(path)
        return _replace(path, data, mode, expected)
    except OSError as error:
        raise system_error("gravar “{path}”", error, path=path) from error


def write_by_extension(path: str | PathLike[str], formats: Mapping[str, Callable[[], bytes]]) -> Path:
    """Write what the format of a path's extension, such as `.svg`, returns; others raise `InputError`."""
    if not isinstance(path, str | PathLike):
        raise InputError(
            "esperado o caminho de um arquivo, como “figura.svg”; veio {kind}", kind=type(path).__name__
        )
    target = Path(path)
    make = formats.get(target.suffix.lower())
    if make is None:
        raise InputError(unknown_name_message("o formato", target.suffix, formats))
    write_file(target, make())
    return target


def validate_target(path: Path) -> None:
    """Check, without touching anything, that a file can be written.

    A folder or file in the way raises `InputError`, missing permission `MachineError`.
    """
    validate_file_name(path)
    folder = path.parent
    try:
        _stat(path)
        _refuse_folder(path)
        while not folder.exists() and folder != folder.parent:
            if folder.is_symlink():
                raise InputError(
                    "“{path}” é um link que não leva a lugar nenhum; esperada uma pasta", path=folder
                )
            folder = folder.parent
        if not folder.is_dir():
            raise InputError("“{path}” é um arquivo; esperada uma pasta", path=folder)
    except OSError as error:
        raise system_error("gravar “{path}”", error, path=path) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        why = errno.EROFS if _only_readable(folder) else errno.EACCES
        raise system_error("gravar em “{path}”", OSError(why, ""), path=folder)


def validate_file_name(path: Path) -> None:
    """Check that a path can be a file's name on this system; `InputError` where not."""
    with suppress(ValueError):
        if b"\0" not in os.fsencode(path):
            return
    raise InputError("{path!a} não serve de nome de arquivo", path=str(path))


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise InputError("“{path}” é uma pasta; esperado o nome de um arquivo", path=path)


def _stat(path: Path) -> None:
    # From Python 3.14 on `Path.exists` hides errors, even that of a name too long.
    try:
        path.stat()
    except OSError as error:
        if error.errno not in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}:
            raise


def create_folder(folder: Path) -> None:
    """Create a folder and its parents, unless they exist."""
    validate_file_name(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise InputError("“{path}” é um arquivo; esperada uma pasta", path=error.filename) from error
    except OSError as error:
        raise system_error("criar a pasta “{path}”", error, path=folder) from error


def _only_readable(folder: Path) -> bool:
    return hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def describe_os_error(error: OSError) -> str:
    """Say why the system refused."""
    known = _OS_ERRORS.get(errno.errorcode.get(error.errno or 0, ""))
    return message(known) if known else error.strerror or str(error)


def system_error(action: str, error: OSError, **values: object) -> MachineError:
    """Return the error for an action, such as `ler “{path}”`, that the system refused.

    `values` are what the placeholders of the action stand for.
    """
    refused, reason = message(action, **values), describe_os_error(error)
    return MachineError("não foi possível {action}: {reason}", action=refused, reason=reason)


def _replace(path: Path, data: bytes, mode: int | None, expected: bytes | None) -> bool:
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        # mkstemp creates private files.
        Path(temporary).chmod(default_file_mode() if mode is None else mode)
        # Last of all, so that others hardly have time to change the file after we looked.
        if expected is not None and path.read_bytes() != expected:
            return False
        Path(temporary).replace(path)
        return True
    finally:
        Path(temporary).unlink(missing_ok=True)


def default_file_mode() -> int:
    """Return the permissions of any new file of this user."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
