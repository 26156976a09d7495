"""The files of an export on their way into their folder, with the manifest that describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from infograficos.export.cache import CachedFiles
from infograficos.export.manifest import NAME, Record, is_as_published, manifest_bytes, read_manifest
from infograficos.language.messages import in_message_language, message
from infograficos.language.numbers import format_size
from infograficos.system.file_transaction import FileTransaction, is_current
from infograficos.system.files import read_bytes

#: Called with how many files are done, of how many, and the path of the last one.
Progress = Callable[[int, int, Path], None]


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the export: its path, its size in bytes and, of a PNG, in pixels; `new` if it was written."""

    path: Path
    size: int
    pixels: tuple[int, int] | None = None
    new: bool = True

    def __str__(self) -> str:
        """Return one line: `dist/medium/01-x.png  1400 × 980 px, 62 kB`."""
        across = f"{self.pixels[0]} × {self.pixels[1]} px, " if self.pixels else ""
        with in_message_language():
            return f"{self.path}  {across}{format_size(self.size)}"


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made, and what the author should know.

    Args:
        files: in the figures' order.
        messages: what there is to say about the figures, the same at every export.
        notice: what there is to say about how they were drawn this time.
        records: what the manifest says of each file; empty if the export must not be replayed.
    """

    files: tuple[WrittenFile, ...]
    messages: tuple[str, ...] = ()
    notice: str | None = None
    records: tuple[Record, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """All that the author should know."""
        return (*self.messages, self.notice) if self.notice else self.messages

    @property
    def paths(self) -> list[Path]:
        """The files, in the figures' order."""
        return [file.path for file in self.files]

    @property
    def lines(self) -> list[str]:
        """One line for each file that was written, and how many were current already."""
        written = [str(file) for file in self.files if file.new]
        current = len(self.files) - len(written)
        count = message(("{count} arquivo já estava em dia", "{count} arquivos já estavam em dia"), current)
        return [*written, count] if current else written


class ExportTransaction(FileTransaction):
    """The files of one export, with their manifest.

    Args:
        folder: the output folder.
        paths: all files, in the figures' order; no other is written but the manifest.
        progress: called after each file.
    """

    def __init__(self, folder: Path, paths: Sequence[Path], progress: Progress | None = None) -> None:
        super().__init__(folder, paths)
        self._paths, self._progress = paths, progress
        self._added: dict[Path, tuple[Record, bool]] = {}

    def add(self, record: Record, data: bytes) -> None:
        """Stage a file that is finished."""
        self.heartbeat()
        path = self.folder / record.file
        self._added[path] = record, self.stage(path, data)
        if self._progress:
            self._progress(len(self._added), len(self._paths), path)

    def publish(self, messages: Sequence[str], notice: str | None = None) -> Exported:
        """Write the manifest, move all files to their places, and return what became of them."""
        added = [self._added[path] for path in self._paths]
        manifest, moved = _manifest(self.folder, [record for record, _ in added])
        self.stage(self.folder / NAME, manifest)
        ours = {each for each in moved if is_as_published(each, read_bytes(self.folder / each.file))}
        for record in ours:
            self.remove(self.folder / record.file)
        altered = ", ".join(f"“{self.folder / each.file}”" for each in moved if each not in ours)
        stays = altered and message("alterado depois de exportado, fica onde estava: {files}", files=altered)
        self.commit()
        return _exported(self.folder, added, messages, "\n".join(filter(None, (notice, stays))) or None)


def find_current(folder: Path, cached: CachedFiles) -> Exported | None:
    """Return an export that was made before if the folder holds it already: it needs no lock then."""
    contents = {folder / each.file: data for each, data in zip(cached.records, cached.contents, strict=True)}
    manifest, _ = _manifest(folder, cached.records)
    if not is_current(folder, contents | {folder / NAME: manifest}):
        return None
    return _exported(folder, [(record, False) for record in cached.records], cached.messages)


def _exported(
    folder: Path, added: list[tuple[Record, bool]], messages: Sequence[str], notice: str | None = None
) -> Exported:
    files = (WrittenFile(folder / each.file, each.bytes, each.pixels, new) for each, new in added)
    return Exported(tuple(files), tuple(messages), notice, tuple(record for record, _ in added))


def _manifest(folder: Path, records: Iterable[Record]) -> tuple[bytes, list[Record]]:
    """Return a folder's manifest with these records added, and those that leave it.

    A figure leaves the files that it had in the other layout.
    """
    new = {record.file: record for record in records}
    known = {file: record for file, record in read_manifest(folder).items() if (folder / file).is_file()}
    layouts = {(record.figure, record.is_flat) for record in new.values() if record.figure}
    moved = [each for each in known.values() if (each.figure, not each.is_flat) in layouts]
    kept = {file: record for file, record in known.items() if record not in moved}
    return manifest_bytes((kept | new).values()), moved
