"""New files wait beside their folder until all are there; then they take their places together."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from infograficos.errors import InputError, MachineError
from infograficos.export.turn import folder_digest
from infograficos.system.atomic_write import create_folder, default_file_mode, describe_os_error
from infograficos.system.signals import defer_signals

#: What aside folders are called; the rest tells whose they are.
PREFIX = ".infograficos-"


class Staging:
    """Files that are written aside and then published all at once, or not at all.

    A failure on the way, a full disk among them, leaves every file as it was (`MachineError`). Where the
    process is killed while they are published, some are the whole old ones and others the whole new ones; the
    manifest, which comes last, is then the old one.

    Args:
        folder: the one that the files are meant for; it need not exist.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._home = folder, _existing(folder)
        # Folders that do not exist yet wait in one place, and each clears away only what is its own.
        self._prefix = f"{PREFIX}{folder_digest(folder)}-"
        self._waiting: list[tuple[Path, Path]] = []
        self._aside: Path | None = None

    def __enter__(self) -> Staging:
        """Clear away what an export that was killed has left, perhaps when the folder did not exist yet."""
        home = self._home.absolute()
        for place in (home, *home.parents):
            for left in place.glob(f"{self._prefix}*"):
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
            if _holds(path, data):
                return False
            waiting = self._place() / f"{len(self._waiting):05d}"
            waiting.write_bytes(data)
            waiting.chmod(default_file_mode())
        except OSError as error:
            raise self._refusal(path, error) from error
        self._waiting.append((waiting, path))
        return True

    def publish(self) -> None:
        """Give all files their places; where one is refused, those before it are put back.

        Who asks the process to end meanwhile waits these few milliseconds.
        """
        done: list[tuple[Path, Path | None]] = []
        made: list[Path] = []
        with defer_signals():
            try:
                before = [(path, self._saved(path, number)) for number, (_, path) in enumerate(self._waiting)]
                for (waiting, path), old in zip(self._waiting, before, strict=True):
                    self._refuse_links(path)
                    made += _missing(path.parent)
                    create_folder(path.parent)
                    done.append(old)
                    self._move(waiting, path)
            except BaseException:
                _put_back(done, made)
                raise
        self._waiting.clear()

    def _refuse_links(self, path: Path) -> None:
        """Refuse to write through a link; only the folder itself may be one, for its author named it."""
        while path not in (self._folder, path.parent):
            if path.is_symlink():
                raise InputError(
                    f"“{path}” é um link, e por ele se gravaria fora de “{self._folder}”; "
                    "apague o link, ou dê em “--out” a pasta para onde ele leva"
                )
            path = path.parent

    def _place(self) -> Path:
        if self._aside is None:
            self._aside = Path(tempfile.mkdtemp(prefix=self._prefix, dir=self._home))
        return self._aside

    def _saved(self, path: Path, number: int) -> Path | None:
        if not os.path.lexists(path):
            return None
        saved = self._place() / f"{number:05d}-antes"
        try:
            _link(path, saved)
        except FileNotFoundError as error:
            if os.path.lexists(path):
                raise self._refusal(path, error) from error
            return None  # it went just now
        except OSError as error:
            raise self._refusal(path, error) from error
        return saved

    def _move(self, waiting: Path, path: Path) -> None:
        try:
            waiting.replace(path)
        except OSError as error:
            raise self._refusal(path, error) from error

    def _refusal(self, path: Path, error: OSError) -> MachineError:
        if not (self._aside or self._home).is_dir():
            return MachineError(
                f"o que esperava para entrar em “{self._folder}” foi apagado durante a exportação; "
                "exporte de novo"
            )
        return MachineError(f"não foi possível gravar “{path}”: {describe_os_error(error)}")


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == data
    except FileNotFoundError:  # it went just now
        return False


def _link(path: Path, saved: Path) -> None:
    try:
        # A second name for the same file needs no room on a disk that may be full.
        os.link(path, saved, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except (OSError, NotImplementedError):  # not every file system knows second names
        shutil.copy2(path, saved, follow_symlinks=False)


def _existing(folder: Path) -> Path:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _missing(folder: Path) -> list[Path]:
    return [each for each in (*reversed(folder.parents), folder) if not each.exists()]


def _put_back(done: list[tuple[Path, Path | None]], made: list[Path]) -> None:
    for path, before in reversed(done):
        # One that cannot be put back must not keep the others from it.
        with suppress(OSError):
            if before is None:
                path.unlink(missing_ok=True)
            else:
                os.replace(before, path)  # noqa: PTH105 — not the method whose failure may have brought us here
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()
