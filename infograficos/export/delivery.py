"""Files on their way to their folder: put aside as they are done, and given their places all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from infograficos.export.begun import Begun
from infograficos.export.manifest import NAME, Record, read_manifest, written_manifest
from infograficos.export.staging import Staging
from infograficos.export.turn import turn
from infograficos.system.atomic_write import validate_target

#: Is told how many files are done, of how many, and which was the last.
Progress = Callable[[int, int, Path], None]


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the export: its path, its size in bytes and, of a PNG, in pixels; `new` if it was written."""

    path: Path
    size: int
    pixels: tuple[int, int] | None = None
    new: bool = True

    def __str__(self) -> str:
        """Say it in one line: `dist/medium/01-x.png  1400 × 980 px, 62 kB`."""
        across = f"{self.pixels[0]} × {self.pixels[1]} px, " if self.pixels else ""
        return f"{self.path}  {across}{_human(self.size)}"


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made, and what the author should know, in Portuguese.

    Args:
        files: in the figures' order.
        advice: what there is to say of them, as often as they are exported.
        notice: what there is to say of how they were drawn this time.
        records: what the manifest says of them.
    """

    files: tuple[WrittenFile, ...]
    advice: tuple[str, ...] = ()
    notice: str | None = None
    records: tuple[Record, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """All that the author should know."""
        return (*self.advice, self.notice) if self.notice else self.advice

    @property
    def paths(self) -> list[Path]:
        """The files, in the figures' order."""
        return [file.path for file in self.files]

    @property
    def lines(self) -> list[str]:
        """The files that were written, a line each, and how many were current already, in Portuguese."""
        current = sum(not file.new for file in self.files)
        told = {0: [], 1: ["1 arquivo já estava em dia"]}
        many = [f"{current} arquivos já estavam em dia"]
        return [*(str(file) for file in self.files if file.new), *told.get(current, many)]


@dataclass(slots=True)
class Delivery:
    """One export while it goes on: what is done, and what there is to say of it.

    Args:
        folder: where the files go.
        paths: all of them, in the figures' order.
        go_on: tells whoever waits for this folder that we go on.
        progress: is told of each file.
    """

    folder: Path
    paths: Sequence[Path]
    staging: Staging
    go_on: Callable[[], None]
    progress: Progress | None = None
    files: dict[Path, WrittenFile] = field(default_factory=dict)
    records: dict[Path, Record] = field(default_factory=dict)

    def take(self, begun: Begun) -> None:
        """Wait for a file's bytes and put it aside."""
        data, record = begun.ended()
        self.go_on()
        new = self.staging.add(begun.path, data)
        self.files[begun.path] = WrittenFile(begun.path, len(data), record.pixels, new)
        self.records[begun.path] = record
        if self.progress:
            self.progress(len(self.files), len(self.paths), begun.path)

    def publish(self, advice: tuple[str, ...], notice: str | None = None) -> Exported:
        """Give all files their places, with the manifest, and return what became of them."""
        if self.files:
            self.staging.add(self.folder / NAME, self._manifest())
        self.staging.publish()
        files = tuple(self.files[path] for path in self.paths)
        return Exported(files, advice, notice, tuple(self.records[path] for path in self.paths))

    def _manifest(self) -> bytes:
        before = read_manifest(self.folder)
        there = {file: record for file, record in before.items() if (self.folder / file).is_file()}
        return written_manifest((there | {record.file: record for record in self.records.values()}).values())


@contextmanager
def delivery(folder: Path, paths: Sequence[Path], progress: Progress | None = None) -> Iterator[Delivery]:
    """Begin to deliver files to a folder, once it is our turn; what is not published leaves no trace.

    A folder or a place that cannot be written raises `InputError` or `MachineError`.
    """
    for path in paths:
        validate_target(path)
    with turn(folder) as go_on, Staging(folder) as staging:
        yield Delivery(folder, paths, staging, go_on, progress)


def _human(size: int) -> str:
    if size < 1000:
        return f"{size} bytes"
    if size < 999_500:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
