"""Digests of what a file is made from: content, other files, and all the code that draws."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from infograficos.system.resources import PACKAGE, installed_versions, resource_path

#: Modules with this prefix hold nothing but content, which is known by itself, wherever it is written.
CHAPTER_PREFIX = "chapter_"


def cache_key(*parts: bytes | str | int) -> str:
    """Return the SHA-256 of several values; no two different lists share one."""
    whole = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode(errors="surrogatepass")
        whole.update(f"{len(data)}:".encode() + data)
    return whole.hexdigest()


def file_digest(path: str | Path) -> str:
    """Return the SHA-256 of a file; nothing for what is no file, or cannot be read."""
    with suppress(OSError, ValueError):
        if os.path.isfile(path):  # noqa: PTH113 — never fails; a pipe would never end
            return sha256(Path(path).read_bytes()).hexdigest()
    return ""


def content_key(value: object) -> str | None:
    """Return a text that two values share only if they are equal in every part.

    None if anything in it is neither a plain value nor of a class of this library: a class of an author's own
    may draw what is in none of its fields.
    """
    try:
        return _content_text(value)
    except TypeError:
        return None


@cache
def code_key() -> str:
    """Return the digest of all that decides a file's bytes besides its content.

    It covers every byte of the code, fonts, icons, templates and theme, and the versions of the installed
    libraries. The series' own chapters are content.
    """
    whole = sha256(repr((sys.version, installed_versions())).encode())
    for path in _own_files():
        # An editor's link may lead nowhere. Hundreds of files: `Path` would take as long as reading them.
        with suppress(OSError), open(path, "rb") as file:  # noqa: PTH123
            data = file.read()
            whole.update(f"{os.path.basename(path)} {len(data)}:".encode() + data)  # noqa: PTH119
    return whole.hexdigest()


def _content_text(value: object) -> str:
    kind = type(value)
    parts: Iterable[object]
    if kind in (str, int, float, bool, bytes, type(None)):
        # `repr` distinguishes 1 from 1.0 and True, and a number from its digits in a text.
        return repr(value)
    if isinstance(value, dict) and kind is dict:
        parts = chain.from_iterable(value.items())
    elif is_dataclass(kind) and _is_ours(kind.__module__):
        parts = [getattr(value, each.name) for each in fields(kind)]
    elif isinstance(value, tuple | list) and kind in (tuple, list):
        parts = value
    elif isinstance(value, tuple) and _is_ours(kind.__module__):
        parts = (tuple(value), getattr(value, "__dict__", {}))
    else:
        raise TypeError(kind.__name__)
    return f"{kind.__module__}.{kind.__qualname__}({','.join(map(_content_text, parts))})"


def _is_ours(module: str) -> bool:
    package, _, rest = module.partition(".")
    return package == "infograficos" and not rest.startswith(CHAPTER_PREFIX)


def _own_files() -> Iterator[str]:
    yield str(resource_path("theme.toml"))
    for home in (PACKAGE, resource_path("templates")):
        for folder, inner, names in os.walk(home):
            inner[:] = sorted(set(inner) - {"__pycache__"})
            yield from (
                f"{folder}{os.sep}{name}" for name in sorted(names) if not name.startswith(CHAPTER_PREFIX)
            )
