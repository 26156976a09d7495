"""Blames an author's own kind of figure for what goes wrong in it, with file and line."""

from __future__ import annotations

import sysconfig
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infograficos.errors import InfograficosError, InputError, describe_exception

#: Where nobody's own kind of figure is: this library and Python's.
_NOT_OWN = (str(Path(__file__).parent.parent), sysconfig.get_path("stdlib"), "<")


def is_own_code(content: object) -> bool:
    """Return whether a content's kind is an author's own, none of the library's."""
    return not type(content).__module__.startswith("infograficos.")


@contextmanager
def blame_own_code(name: str, content: object) -> Iterator[None]:
    """Turn an exception in a kind of figure that is not the library's into `InputError` with its name."""
    try:
        yield
    except (InfograficosError, MemoryError):
        raise
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if not frame.filename.startswith(_NOT_OWN)]
        if not is_own_code(content) or not own:
            raise
        raise InputError(
            "{figure}: {file}, linha {line}: o desenho parou com {problem}",
            figure=name,
            file=Path(own[-1].filename).name,
            line=own[-1].lineno,
            problem=describe_exception(error),
        ) from error
