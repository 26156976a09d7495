"""What all our output depends on besides its content: our code, our data, and the libraries we build on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from infograficos.system.resources import PACKAGE, resource_path

#: How the folders end that tell which version of a library is installed.
_TOLD = (".dist-info", ".egg-info")

#: What is made from our code, and says nothing that it does not.
_DERIVED = ("__pycache__",)

#: How the modules begin that hold content and nothing else: it is known by itself, wherever it is written.
CHAPTERS = "chapter_"


@cache
def code_digest() -> str:
    """Return a text that is another wherever the same content might become another file.

    Every byte of the code, the fonts, the icons, the templates and the theme goes into it, and no time; of
    the series' own chapters nothing does.
    """
    whole = sha256(repr((sys.version, _installed())).encode())
    for path in _files():
        try:
            data = path.read_bytes()
        except OSError:  # an editor's link that leads nowhere, or a file that goes while we look
            continue
        whole.update(f"{path.name} {len(data)}:".encode() + data)
    return whole.hexdigest()


def _files() -> Iterator[Path]:
    yield resource_path("theme.toml")
    for home in (PACKAGE, resource_path("templates")):
        for folder, inner, names in os.walk(home):
            inner[:] = sorted(name for name in inner if name not in _DERIVED)
            yield from (Path(folder, name) for name in sorted(names) if not name.startswith(CHAPTERS))


def _installed() -> list[str]:
    """Return what is installed, with versions, as the names of the folders say that tell of it."""
    # To ask for each library's version takes longer than all the rest together.
    homes = [place for place in sys.path if place and Path(place).is_dir()]
    return sorted(name for home in homes for name in _names(home) if name.endswith(_TOLD))


def _names(home: str) -> list[str]:
    try:
        return os.listdir(home)  # noqa: PTH208 — names are all that is asked for
    except OSError:  # Python itself imports nothing from a folder that it cannot list
        return []
