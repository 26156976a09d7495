"""New files wait beside their folder until all are there; then they take their places together."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from types import TracebackType

from infograficos.errors import InputError, MachineError
from infograficos.export.turn import folder_digest
from infograficos.writing import make_folder, new_file_rights, reason

#: What aside folders are called; the rest tells whose they are.
PREFIX = ".infograficos-"


class Staging:
    """Files that are written aside and then published all at once, or not at all.

    A failure on the way, a full disk among them, leaves every file as it was (`MachineError`).

    Args:
        folder: the one that the files are meant for; it need not exist.
    """

    def __init__(self, folder: Path) -> None:
        self._target = folder
        self._home = _existing(folder)
        # Folders that do not exist yet wait in one place, and each clears away only what is its own.
        self._prefix = f"{PREFIX}{folder_digest(folder)}-"
        self._waiting: list[tuple[Path, Path]] = []
        self._aside: Path | None = None

    def __enter__(self) -> Staging:
        """Clear away what an export that was killed has left."""
        for left in self._home.glob(f"{self._prefix}*"):
            shutil.rmtree(left, ignore_errors=True)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Throw away what was not published."""
        if self._aside:
            shutil.rmtree(self._aside, ignore_errors=True)

    def add(self, path: Path, data: bytes) -> bool:
        """Put a file aside; False where it holds the same already, and nothing has to be done.

        A link on the way from the folder to the file raises `InputError`.
        """
        self._refuse_links(path)
        try:
            if path.is_file() and path.read_bytes() == data:
                return False
            waiting = self._folder() / f"{len(self._waiting):05d}"
            waiting.write_bytes(data)
            waiting.chmod(new_file_rights())
        except OSError as error:
            raise MachineError(f"não foi possível gravar “{path}”: {reason(error)}") from error
        self._waiting.append((waiting, path))
        return True

    def publish(self) -> None:
        """Give all files their places; where one is refused, those before it are put back."""
        done: list[tuple[Path, Path | None]] = []
        try:
            for waiting, path in self._waiting:
                self._refuse_links(path)
                make_folder(path.parent)
                done.append((path, self._copied(path)))
                _moved(waiting, path)
        except BaseException:
            for path, before in reversed(done):
                _put_back(path, before)
            raise
        self._waiting.clear()

    def _refuse_links(self, path: Path) -> None:
        """Refuse to write through a link; only the folder itself may be one, for its author named it."""
        while path not in (self._target, path.parent):
            if path.is_symlink():
                raise InputError(
                    f"“{path}” é um link, e por ele se gravaria fora de “{self._target}”; "
                    "apague o link, ou dê em “--out” a pasta para onde ele leva"
                )
            path = path.parent

    def _folder(self) -> Path:
        if self._aside is None:
            self._aside = Path(tempfile.mkdtemp(prefix=self._prefix, dir=self._home))
        return self._aside

    def _copied(self, path: Path) -> Path | None:
        if not path.exists():
            return None
        try:
            return Path(shutil.copy2(path, self._folder() / f"{path.parent.name}-{path.name}"))
        except OSError as error:
            raise MachineError(f"não foi possível gravar “{path}”: {reason(error)}") from error


def _existing(folder: Path) -> Path:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _moved(waiting: Path, path: Path) -> None:
    try:
        waiting.replace(path)
    except OSError as error:
        raise MachineError(f"não foi possível gravar “{path}”: {reason(error)}") from error


def _put_back(path: Path, before: Path | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    elif before.exists():
        os.replace(before, path)  # noqa: PTH105 — not the method whose failure may have brought us here
