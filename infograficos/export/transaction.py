"""The files of an export on their way into their folder, with the manifest that describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from infograficos.export.files import Exported, PendingFile, WrittenFile
from infograficos.export.manifest import NAME, Record, manifest_bytes, read_manifest
from infograficos.system.file_transaction import FileTransaction, is_current

#: Called with how many files are done, of how many, and the path of the last one.
Progress = Callable[[int, int, Path], None]


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
    contents |= _manifest(folder, [record for _, record in sources])
    if is_current(folder, contents):
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
