"""Files staged beside their folder until all are there, then swapped in together, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self

from infograficos.errors import InputError, MachineError
from infograficos.export.files import Exported, PendingFile, WrittenFile
from infograficos.export.manifest import NAME, Record, manifest_bytes, read_manifest
from infograficos.system.files import (
    create_folder,
    default_file_mode,
    system_error,
    validate_target,
)
from infograficos.system.folder_lock import FolderLock, folder_digest
from infograficos.system.signals import defer_signals

#: What staging folders are called; the rest of the name says which output folder they belong to.
PREFIX = ".infograficos-"

#: Called with how many files are done, of how many, and the path of the last one.
Progress = Callable[[int, int, Path], None]


class FileTransaction:
    """New files for a folder, which is locked until the context ends.

    A failure on the way, such as a full disk, leaves every file as it was (`MachineError`). If the process is
    killed during the swap, each file is either the whole old or the whole new one.

    Args:
        folder: where the files go; it need not exist.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = FolderLock(folder)
        self._exit = ExitStack()
        self._staged: list[tuple[Path, Path]] = []
        self._staging_folder: Path | None = None

    def __enter__(self) -> Self:
        """Lock the folder and remove what a killed process left, perhaps before the folder existed."""
        with ExitStack() as stack:
            stack.enter_context(self._lock)
            stack.callback(self._discard)
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

        A link on the way from the folder to the file raises `InputError`.
        """
        self._refuse_links(path)
        try:
            if _holds(path, data):
                return False
            staged = self._staging() / f"{len(self._staged):05d}"
            staged.write_bytes(data)
            staged.chmod(default_file_mode())
        except OSError as error:
            raise self._refusal(path, error) from error
        self._staged.append((staged, path))
        return True

    def commit(self) -> None:
        """Move all staged files to their places; if one move fails, undo those before it.

        A signal that asks the process to end is defer_signals back for these few milliseconds.
        """
        moved: list[tuple[Path, Path | None]] = []
        new_folders: list[Path] = []
        with defer_signals():
            try:
                backups = [self._back_up(path, number) for number, (_, path) in enumerate(self._staged)]
                for (staged, path), backup in zip(self._staged, backups, strict=True):
                    self._refuse_links(path)
                    new_folders += _missing_folders(path.parent)
                    create_folder(path.parent)
                    moved.append((path, backup))
                    self._move(staged, path)
            except BaseException:
                _roll_back(moved, new_folders)
                raise
        self._staged.clear()

    def _refuse_links(self, path: Path) -> None:
        """Refuse to write through a link; only the folder itself may be one, for its author named it."""
        link = _link(self.folder, path)
        if link:
            raise InputError(
                f"“{link}” é um link, e por ele se gravaria fora de “{self.folder}”; "
                "apague o link, ou dê em “--out” a pasta para onde ele leva"
            )

    def _staging(self) -> Path:
        if self._staging_folder is None:
            self._staging_folder = Path(tempfile.mkdtemp(prefix=_prefix(self.folder), dir=self._parent))
        return self._staging_folder

    def _discard(self) -> None:
        if self._staging_folder:
            shutil.rmtree(self._staging_folder, ignore_errors=True)

    def _back_up(self, path: Path, number: int) -> Path | None:
        if not os.path.lexists(path):
            return None
        backup = self._staging() / f"{number:05d}-antes"
        try:
            _link_or_copy(path, backup)
        except OSError as error:
            if isinstance(error, FileNotFoundError) and not os.path.lexists(path):
                return None  # deleted just now
            raise self._refusal(path, error) from error
        return backup

    def _move(self, staged: Path, path: Path) -> None:
        try:
            staged.replace(path)
        except OSError as error:
            raise self._refusal(path, error) from error

    def _refusal(self, path: Path, error: OSError) -> MachineError:
        if not (self._staging_folder or self._parent).is_dir():
            return MachineError(
                f"o que esperava para entrar em “{self.folder}” foi apagado durante a exportação; "
                "exporte de novo"
            )
        return system_error(f"gravar “{path}”", error)


class ExportTransaction(FileTransaction):
    """The files of one export, with their manifest.

    A place that cannot be written raises `InputError` or `MachineError` before anything is made.

    Args:
        folder: the output folder.
        paths: all files, in the figures' order; no other is written but the manifest.
        progress: called after each file.
    """

    def __init__(self, folder: Path, paths: Sequence[Path], progress: Progress | None = None) -> None:
        for path in paths:
            validate_target(path)
        super().__init__(folder)
        self._paths, self._progress = paths, progress
        self._added: dict[Path, tuple[WrittenFile, str, Record]] = {}

    def add(self, pending: PendingFile) -> None:
        """Wait for a file's bytes and stage them."""
        data, record = pending.result()
        self.heartbeat()
        file = WrittenFile(pending.path, len(data), record.pixels, self.stage(pending.path, data))
        self._added[pending.path] = (file, pending.source, record)
        if self._progress:
            self._progress(len(self._added), len(self._paths), pending.path)

    def publish(self, messages: Sequence[str], notice: str | None = None) -> Exported:
        """Write the manifest, move all files to their places, and return what became of them."""
        added = [self._added[path] for path in self._paths]
        for path, data in _manifest(self.folder, [record for _, _, record in added]).items():
            self.stage(path, data)
        self.commit()
        files = tuple(file for file, _, _ in added)
        return Exported(
            files, tuple(messages), notice, tuple((source, record) for _, source, record in added)
        )


def find_current(folder: Path, files: Sequence[PendingFile], messages: Sequence[str]) -> Exported | None:
    """Return the export of finished files if the folder holds them all already: it needs no lock then."""
    written, contents, sources = [], {}, []
    for file in files:
        data, record = file.result()
        contents[file.path] = data
        written.append(WrittenFile(file.path, len(data), record.pixels, new=False))
        sources.append((file.source, record))
    with suppress(OSError):
        contents |= _manifest(folder, [record for _, record in sources])
        holds_all = all(_holds(path, data) and not _link(folder, path) for path, data in contents.items())
        if holds_all and not any(_leftovers(folder)):
            return Exported(tuple(written), tuple(messages), None, tuple(sources))
    return None


def _manifest(folder: Path, records: Iterable[Record]) -> dict[Path, bytes]:
    """Return a folder's manifest with these records added, by its path."""
    # The PDF of a whole chapter shows no one figure, and has no place in the manifest.
    new = {record.file: record for record in records if record.figure}
    if not new:
        return {}
    kept = {file: record for file, record in read_manifest(folder).items() if (folder / file).is_file()}
    return {folder / NAME: manifest_bytes((kept | new).values())}


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
    while path not in (folder, path.parent):
        if path.is_symlink():
            return path
        path = path.parent
    return None


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == data
    except FileNotFoundError:  # deleted just now
        return False


def _link_or_copy(path: Path, backup: Path) -> None:
    try:
        # A hard link needs no room on a disk that may be full.
        os.link(path, backup, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except (OSError, NotImplementedError):  # not every file system has hard links
        shutil.copy2(path, backup, follow_symlinks=False)


def _nearest_existing(folder: Path) -> Path:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _missing_folders(folder: Path) -> list[Path]:
    return [each for each in (*reversed(folder.parents), folder) if not each.exists()]


def _roll_back(moved: list[tuple[Path, Path | None]], new_folders: list[Path]) -> None:
    for path, backup in reversed(moved):
        # One file that cannot be restored must not keep the others from it.
        with suppress(OSError):
            if backup is None:
                path.unlink(missing_ok=True)
            else:
                os.replace(backup, path)  # noqa: PTH105 — not the method whose failure may have brought us here
    for folder in reversed(new_folders):
        with suppress(OSError):
            folder.rmdir()
