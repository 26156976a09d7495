"""What the command line says, and where: results on stdout, everything else on stderr."""

from __future__ import annotations

import codecs
import errno
import io
import os
import shutil
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from infograficos.errors import MachineError
from infograficos.system.atomic_write import describe_os_error

#: The name under which encoders know how to write what a terminal's encoding lacks.
ASCII_FALLBACK = "infograficos.plain"

#: How long the bar is that shows progress, in characters.
BAR_WIDTH = 24

_LOOKALIKES = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "›": ">", "×": "x"}
)


def configure_streams() -> None:
    """Make stdout and stderr write whatever they are given, in plain letters where they have no others."""
    codecs.register_error(ASCII_FALLBACK, _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ASCII_FALLBACK)


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end].translate(_LOOKALIKES)
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if c.isascii())
    return letters or "?", error.end


def print_result(line: str, *, styled: bool = False) -> None:
    """Write lines of the result; a reader who has gone is no mistake, a full disk is (`MachineError`).

    A program that reads the output gets every character; a terminal none that it would obey, unless the line
    is `styled` by ourselves.
    """
    obeys = bool(sys.stdout and sys.stdout.isatty()) and not styled
    try:
        print("\n".join(map(replace_unprintable, line.split("\n"))) if obeys else line)
    except OSError as error:
        _unwritten(error)


def print_message(kind: str, message: str) -> None:
    """Write a message on stderr, each of its lines with its kind in front: `erro` or `aviso`."""
    if sys.stderr is None:  # closed; to print to None would be to print the result
        return
    for line in message.splitlines():
        # Nobody can be told that nobody can be told.
        with suppress(OSError):
            # A name that somebody gave must not move the cursor.
            print(f"{kind}: {replace_unprintable(line)}", file=sys.stderr)


def progress_bar() -> Callable[[int, int, Path], None] | None:
    """Return what shows on a terminal how far an export has come; None where there is no terminal."""
    if not (sys.stderr and sys.stderr.isatty()):
        return None

    def show(done: int, total: int, path: Path) -> None:
        if total < 2:
            return
        filled = BAR_WIDTH * done // total
        bar = "█" * filled + "░" * (BAR_WIDTH - filled)
        line = replace_unprintable(f"{bar} {done} de {total}  {path.name}")
        shown = line[: shutil.get_terminal_size().columns - 1] if done < total else ""
        # A terminal that was closed must not stop the export.
        with suppress(OSError):
            # The line is written over itself, and leaves nothing behind.
            print(f"\r\x1b[K{shown}", end="", file=sys.stderr, flush=True)

    return show


def replace_unprintable(text: str) -> str:
    """Return a text with a mark in place of each character that a terminal would obey, or not show."""
    return "".join(c if _is_shown(c) else "�" for c in text)


def _is_shown(character: str) -> bool:
    # A file's name that is no UTF-8 is written as the bytes that it is.
    undecoded = "\udc80" <= character <= "\udcff"
    return character.isprintable() or unicodedata.category(character) == "Zs" or undecoded


def flush_output() -> None:
    """Write out what is still held back; see `print_result`."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        _unwritten(error)


def _unwritten(error: OSError) -> None:
    # Python flushes again when it ends, and would complain then.
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 — a device, not a path of the author's
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    if error.errno not in (errno.EPIPE, errno.EINVAL):  # Windows says EINVAL of a broken pipe
        raise MachineError(f"não foi possível escrever na saída: {describe_os_error(error)}") from error
