"""The files that a chapter is made from, recorded while it is loaded."""

from __future__ import annotations

import ast
import os
import sys
import threading
from collections.abc import Iterator, Set
from contextlib import suppress
from hashlib import sha256
from importlib.util import source_from_cache
from pathlib import Path

from infograficos.system.resources import PACKAGE, resource_path

#: Modules whose answers depend on nothing but their arguments and the files that they open.
_PURE_MODULES = frozenset(
    "__future__ abc base64 bisect cmath collections colorsys copy csv dataclasses decimal enum fractions"
    " functools heapq html infograficos io itertools json math numbers operator pathlib re statistics string"
    " textwrap tomllib typing unicodedata".split()
)

#: Names through which a script could learn, or do, what no opened file shows.
_OPAQUE_BUILTINS = frozenset("__import__ compile eval exec hash id input print".split())
_OPAQUE_ATTRIBUTES = frozenset(
    "cwd exists expanduser glob home is_dir is_file is_symlink iterdir lstat rglob samples stat walk".split()
)

_WRITING = os.O_WRONLY | os.O_RDWR


class InputRecorder:
    """Records the files that this thread opens while the recorder is entered, with their digests.

    Python's audit hooks show each file that is opened, but not the clock, the environment or whether a file
    exists. So a chapter's inputs are known only if its script, and the modules beside it, use nothing that
    could ask for these; see `inputs`.

    Args:
        script: the file that defines the chapter.
    """

    def __init__(self, script: Path) -> None:
        self._folder = Path(os.path.realpath(script)).parent
        self._digests: dict[str, str] = {}
        self._is_complete = True
        self._thread = threading.get_ident()

    def __enter__(self) -> InputRecorder:
        """Begin to record."""
        if not _active:
            sys.addaudithook(_on_audit_event)  # it cannot be removed
        _active[:] = [self]
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop recording."""
        _active[:] = [None]

    def inputs(self) -> dict[str, str] | None:
        """Return the digest of each file by its path; None if the chapter may depend on something else."""
        modules = dict(self._local_modules())
        if not self._is_complete or not self._digests.keys() >= set(modules.values()):
            return None
        allowed = _PURE_MODULES | {name.partition(".")[0] for name in modules}
        return self._digests if all(_is_pure(Path(file), allowed) for file in modules.values()) else None

    def record(self, path: object, flags: object) -> None:
        """Note that a file is about to be opened."""
        if self._thread != threading.get_ident() or isinstance(path, int):
            return
        if not isinstance(path, str | bytes | os.PathLike):
            self._is_complete = False
            return
        file = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 — a link stays one, as Python opened it
        is_written = bool(isinstance(flags, int) and flags & _WRITING)
        if f"{os.sep}__pycache__{os.sep}" in file:
            if is_written:
                return
            with suppress(ValueError):
                file = source_from_cache(file)
        if not _is_installed(file):
            self._is_complete &= not is_written and (Path(file).is_file() or not os.path.lexists(file))
            self._digests.setdefault(file, file_digest(file))

    def _local_modules(self) -> Iterator[tuple[str, str]]:
        """Yield the names and files of the imported modules that are in the script's folder."""
        for name, module in list(sys.modules.items()):
            file = getattr(module, "__file__", None)
            if isinstance(file, str) and not _is_installed(file):
                path = os.path.abspath(file)  # noqa: PTH100 — as `record` has it
                if self._folder in Path(os.path.realpath(path)).parents:
                    yield name, path


#: The recorder that is entered, once there was one.
_active: list[InputRecorder | None] = []


def file_digest(path: str | Path) -> str:
    """Return the SHA-256 of a file; nothing for what is no file, or cannot be read."""
    with suppress(OSError, ValueError):
        if os.path.isfile(path):  # noqa: PTH113 — never fails; a pipe would never end
            return sha256(Path(path).read_bytes()).hexdigest()
    return ""


def _on_audit_event(event: str, details: tuple[object, ...]) -> None:
    if event == "open" and (recorder := _active[0]):
        _active[0] = None  # digests open files, too
        try:
            recorder.record(details[0], details[2])
        finally:
            _active[0] = recorder


def _is_installed(file: str) -> bool:
    """Return whether a file belongs to Python or a library, which are known by their versions, or to us."""
    homes = (os.path.dirname(os.__file__), PACKAGE, resource_path("templates"), resource_path("theme.toml"))  # noqa: PTH120
    return file.startswith(tuple(map(str, homes))) or "site-packages" in file or "dist-packages" in file


def _is_pure(file: Path, allowed: Set[str]) -> bool:
    """Return whether Python code imports nothing but these modules and uses no opaque name."""
    try:
        nodes = list(ast.walk(ast.parse(file.read_bytes())))
    except (OSError, SyntaxError, ValueError, RecursionError):
        return False
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return (
        {name.partition(".")[0] for name in imported} <= allowed
        and names.isdisjoint(_OPAQUE_BUILTINS)
        and attributes.isdisjoint(_OPAQUE_ATTRIBUTES)
    )
