"""The files that a chapter is made from, recorded while it is loaded."""

from __future__ import annotations

import ast
import os
import sys
import threading
from collections.abc import Set
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from infograficos.system.file_access import observe_file_access
from infograficos.system.fingerprint import file_digest
from infograficos.system.resources import PACKAGE, resource_path

#: Modules whose answers depend on nothing but their arguments and the files that they open.
_PURE_MODULES = frozenset(
    "__future__ abc base64 bisect cmath collections colorsys copy csv dataclasses decimal enum fractions"
    " functools heapq html infograficos io itertools json math numbers operator pathlib re statistics string"
    " textwrap tomllib typing unicodedata".split()
)

#: Names through which a script could learn, or do, what no opened file shows.
_OPAQUE_BUILTINS = frozenset("__import__ compile eval exec getattr hash id input print vars".split())
_OPAQUE_ATTRIBUTES = frozenset(
    "cwd exists expanduser glob home is_dir is_file is_symlink iterdir lstat rglob samples stat walk".split()
)


class InputRecorder:
    """Records the files that this thread opens while the recorder is entered, with their digests.

    Python's audit hooks show each file that is opened, but not the clock, the environment or whether a file
    exists. So the inputs are known only if the script, and the modules beside it, use nothing that could ask
    for these.

    Args:
        script: the file that defines the chapter.
    """

    def __init__(self, script: Path) -> None:
        self._script = os.path.abspath(script)  # noqa: PTH100 — links stay, as Python opens them
        self._folder = Path(os.path.realpath(script)).parent
        self._digests: dict[str, str] = {}
        self._is_complete = True
        self._exit = ExitStack()
        self._thread = 0

    def __enter__(self) -> InputRecorder:
        """Begin to record."""
        self._thread = threading.get_ident()
        self._exit.callback(observe_file_access(self._record))
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop recording."""
        self._exit.close()

    def inputs(self) -> dict[str, str] | None:
        """Return the digest of each file by its path; None if the chapter may depend on something else."""
        if not self._is_complete or not (self._script in self._digests or _is_installed(self._script)):
            return None
        sources = [Path(file) for file in self._digests if file.endswith(".py")]
        local = {_top_module(source, self._folder) for source in sources} - sys.stdlib_module_names
        return self._digests if all(_is_pure(source, _PURE_MODULES | local) for source in sources) else None

    def _record(self, file: str, is_written: bool) -> None:
        if self._thread == threading.get_ident() and not _is_installed(file):
            self._thread = 0  # digests open files, too
            self._is_complete &= not is_written and (Path(file).is_file() or not os.path.lexists(file))
            self._digests.setdefault(file, file_digest(file))
            self._thread = threading.get_ident()


@cache
def _installed() -> tuple[Path, ...]:
    return (Path(os.__file__).parent, PACKAGE, resource_path("templates"), resource_path("theme.toml"))


def _is_installed(file: str) -> bool:
    """Return whether a file belongs to Python, a library or this one: these are known by `code_key`."""
    path = Path(file)
    libraries = {"site-packages", "dist-packages"}
    return any(map(path.is_relative_to, _installed())) or not libraries.isdisjoint(path.parts)


def _top_module(source: Path, folder: Path) -> str:
    """Return the name by which a script in a folder begins to import a source; none if it cannot."""
    path = Path(os.path.realpath(source))
    return path.relative_to(folder).parts[0].removesuffix(".py") if path.is_relative_to(folder) else ""


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
