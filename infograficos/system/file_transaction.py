"""New files of a folder: staged beside it until all are there, then swapped in together, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Self

from infograficos.errors import InputError, MachineError
from infograficos.system.files import create_folder, default_file_mode, system_error, validate_target
from infograficos.system.folder_lock import FolderLock, folder_digest
from infograficos.system.signals import defer_signals

#: What staging folders are called; the rest of the name says which output folder they belong to.
PREFIX = ".infograficos-"


class FileTransaction:
    """New files for a folder, which is locked until the context ends.

    A place that cannot be written raises `InputError` or `MachineError` before anything is made. A failure on
    the way, such as a full disk, leaves every file as it was (`MachineError`). If the process is killed in
    the middle of the swap, each file is either the whole old or the whole new one.

    Args:
        folder: where the files go; it need not exist.
        paths: files that will be staged, as far as they are known.
    """

    def __init__(self, folder: Path, paths: Iterable[Path] = ()) -> None:
        for path in paths:
            validate_target(path)
        self.folder = folder
        self._lock, self._exit = FolderLock(folder), ExitStack()
        self._staged: list[tuple[Path, Path]] = []
        self._removed: list[Path] = []
        self._staging_folder: Path | None = None

    def __enter__(self) -> Self:
        """Lock the folder and remove what a killed process left, perhaps before the folder existed."""
        with ExitStack() as stack:
            stack.enter_context(self._lock)
            self._parent = _nearest_existing(self.folder)
            for leftover in _leftovers(self.folder):
                shutil.rmtree(leftover, ignore_errors=True)
            self._exit = stack.pop_all()
        return self

    def __exit__(self, *_error: object) -> None:
        """Discard what was not committed, and unlock the folder."""
        self._exit.close()

    def heartbeat(self) -> None:
        """Tell processes that wait for the folder that this one makes progress."""
        self._lock.heartbeat()

    def stage(self, path: Path, data: bytes) -> bool:
        """Stage a file; False if the folder holds the same bytes already, so that nothing has to be done.

        A link on the way from the folder to the file raises `InputError`, as a folder in its place does.
        """
        self._validate_no_links(path)
        with self._explain_refusal(path):
            if _holds(path, data):
                return False
            validate_target(path)
            staged = self._ensure_staging_folder() / f"{len(self._staged):05d}"
            staged.write_bytes(data)
            staged.chmod(default_file_mode())
        self._staged.append((staged, path))
        return True

    def remove(self, path: Path) -> None:
        """Delete a file at the commit, and its folder if nothing else is in it; not through a link."""
        if not _link(self.folder, path):
            self._removed.append(path)

    def commit(self) -> None:
        """Move all staged files to their places; if one move fails, undo those before it.

        A signal that asks the process to end is held back for these few milliseconds.
        """
        with defer_signals(), ExitStack() as undo:
            backups = [self._back_up(path, number) for number, (_, path) in enumerate(self._staged)]
            for number, path in enumerate(self._removed, len(self._staged)):
                backup = self._back_up(path, number)
                if backup:
                    undo.callback(_try, os.replace, backup, path)
                    with self._explain_refusal(path):
                        path.unlink(missing_ok=True)
            for (staged, path), backup in zip(self._staged, backups, strict=True):
                self._validate_no_links(path)
                for folder in _missing_folders(path.parent):
                    undo.callback(_try, folder.rmdir)
                create_folder(path.parent)
                undo.callback(_try, *([os.replace, backup, path] if backup else [path.unlink]))
                with self._explain_refusal(path):
                    staged.replace(path)
            undo.pop_all()
            for folder in {path.parent for path in self._removed} - {self.folder}:
                _try(folder.rmdir)
        self._staged.clear()
        self._removed.clear()

    def _validate_no_links(self, path: Path) -> None:
        """Raise `InputError` for a link on the way; only the folder itself may be one."""
        link = _link(self.folder, path)
        if link:
            raise InputError(
                "“{link}” é um link, e por ele se gravaria fora de “{folder}”; "
                "apague o link, ou dê em “--out” a pasta para onde ele leva",
                link=link,
                folder=self.folder,
            )

    def _ensure_staging_folder(self) -> Path:
        if self._staging_folder is None:
            self._staging_folder = Path(tempfile.mkdtemp(prefix=_prefix(self.folder), dir=self._parent))
            self._exit.callback(shutil.rmtree, self._staging_folder, ignore_errors=True)
        return self._staging_folder

    def _back_up(self, path: Path, number: int) -> Path | None:
        backup = self._ensure_staging_folder() / f"{number:05d}-antes"
        with self._explain_refusal(path):
            try:
                _link_or_copy(path, backup)
            except OSError:
                if os.path.lexists(path):
                    raise
                return None  # it is new, or was deleted just now
        return backup

    @contextmanager
    def _explain_refusal(self, path: Path) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if (self._staging_folder or self._parent).is_dir():
                raise system_error("gravar “{path}”", error, path=path) from error
            raise MachineError(
                "o que esperava para entrar em “{folder}” foi apagado durante a exportação; exporte de novo",
                folder=self.folder,
            ) from error


def is_current(folder: Path, contents: Mapping[Path, bytes]) -> bool:
    """Return whether a folder holds these files already, and a transaction would have nothing to tidy."""
    with suppress(OSError):
        holds_all = all(_holds(path, data) and not _link(folder, path) for path, data in contents.items())
        return holds_all and not any(_leftovers(folder))
    return False


def _prefix(folder: Path) -> str:
    # Folders that do not exist yet stage in a common parent; each must clear away only its own.
    return f"{PREFIX}{folder_digest(folder)}-"


def _leftovers(folder: Path) -> Iterator[Path]:
    """Yield the staging folders of processes that were killed, perhaps before the folder existed."""
    prefix, nearest = _prefix(folder), _nearest_existing(folder).absolute()
    for place in (nearest, *nearest.parents):
        yield from place.glob(f"{prefix}*")


def _link(folder: Path, path: Path) -> Path | None:
    """Return the link that is nearest to a file on the way from the folder to it."""
    inside = (each for each in (path, *path.parents) if folder in each.parents)
    return next((each for each in inside if each.is_symlink()), None)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == data
    except FileNotFoundError:  # deleted just now
        return False


def _link_or_copy(path: Path, backup: Path) -> None:
    try:
        # A hard link needs no room on a disk that may be full.
        os.link(path, backup, follow_symlinks=False)
    except (OSError, NotImplementedError):  # not every file system has hard links
        shutil.copy2(path, backup, follow_symlinks=False)


def _nearest_existing(folder: Path) -> Path:
    return next((each for each in (folder, *folder.parents) if each.exists()), folder)


def _missing_folders(folder: Path) -> list[Path]:
    return [each for each in (*reversed(folder.parents), folder) if not each.exists()]


def _try(action: Callable[..., object], *arguments: Path) -> None:
    # One file that cannot be restored must not keep the others from it.
    with suppress(OSError):
        action(*arguments)
