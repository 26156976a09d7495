"""Output of the command line: results on stdout, messages and progress on stderr."""

from __future__ import annotations

import codecs
import errno
import io
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from infograficos.errors import InputError
from infograficos.language.messages import message
from infograficos.system.files import system_error

#: Name of the error handler that replaces what a terminal's encoding lacks.
ASCII_FALLBACK = "infograficos.plain"

#: Width of the progress bar, in characters.
BAR_WIDTH = 24

_LOOKALIKES = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "›": ">", "×": "x"}
)


def configure_streams() -> None:
    """Make stdout and stderr fall back to ASCII for characters that their encoding lacks."""
    codecs.register_error(ASCII_FALLBACK, _to_ascii)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ASCII_FALLBACK)


def _to_ascii(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end].translate(_LOOKALIKES)
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if c.isascii())
    return letters or "?", error.end


def print_result(line: str, *, styled: bool = False) -> None:
    """Write lines of the result; a closed pipe is fine, a full disk raises `MachineError`.

    Control characters go to programs only, never to a terminal, unless they are our own: `styled`.
    """
    filtered = bool(sys.stdout and sys.stdout.isatty()) and not styled
    try:
        print("\n".join(map(replace_unprintable, line.split("\n"))) if filtered else line)
    except OSError as error:
        _handle_write_error(error)


def print_exact(text: str, escape: Callable[[str], str] | None = None) -> None:
    """Write what others will read as it is, whatever the encoding of stdout; errors as in `print_result`.

    Args:
        text: the lines to write.
        escape: how the text's language writes a character that the encoding lacks, as `html_entity` does;
            without one that raises `InputError`, for another character in its place would go unnoticed.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    lacking = sorted(each for each in set(text) if not _can_encode(each, encoding))
    if lacking and escape is None:
        raise InputError(
            "a saída está em {encoding}, que não tem o caractere U+{code:04X} deste texto; "
            "defina PYTHONIOENCODING=utf-8 e repita",
            encoding=encoding,
            code=ord(lacking[0]),
        )
    print_result(text.translate({ord(each): escape(each) for each in lacking}) if escape else text)


def html_entity(character: str) -> str:
    """Write a character for HTML and Markdown in ASCII."""
    return f"&#{ord(character)};"


def json_escape(character: str) -> str:
    """Write a character for a JSON string in ASCII."""
    return json.dumps(character)[1:-1]


def _can_encode(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        # A file name's bytes that are no text are written as they are.
        return "\udc80" <= character <= "\udcff"
    return True


def print_message(kind: str, text: str) -> None:
    """Write a message to stderr, each line after its kind, `erro`, `aviso` or `nota`."""
    if sys.stderr is None:  # closed; print would write to stdout instead
        return
    for line in text.splitlines():
        # If stderr is gone there is nowhere left to report.
        with suppress(OSError):
            print(f"{message(kind)}: {replace_unprintable(line)}", file=sys.stderr)


def progress_bar() -> Callable[[int, int, Path], None] | None:
    """Return a function that shows an export's progress on the terminal; None without one."""
    if not (sys.stderr and sys.stderr.isatty()):
        return None

    def show(done: int, total: int, path: Path) -> None:
        if total < 2:
            return
        filled = BAR_WIDTH * done // total
        bar = "█" * filled + "░" * (BAR_WIDTH - filled)
        count = message("{done} de {total}", done=done, total=total)
        line = replace_unprintable(f"{bar} {count}  {path.name}")
        shown = line[: shutil.get_terminal_size().columns - 1] if done < total else ""
        # A terminal that was closed must not stop the export.
        with suppress(OSError):
            print(f"\r\x1b[K{shown}", end="", file=sys.stderr, flush=True)

    return show


def replace_unprintable(text: str) -> str:
    """Replace control and invisible characters by “�”."""
    return "".join(c if _is_printable(c) else "�" for c in text)


def _is_printable(character: str) -> bool:
    # Python decodes the bytes of a file name that is not UTF-8 to these surrogates.
    undecoded = "\udc80" <= character <= "\udcff"
    return character.isprintable() or unicodedata.category(character) == "Zs" or undecoded


def flush_output() -> None:
    """Flush stdout; errors as in `print_result`."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        _handle_write_error(error)


def _handle_write_error(error: OSError) -> None:
    # Python flushes again at exit, and would report the error once more.
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 — a device, not a path of the author's
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    if error.errno not in (errno.EPIPE, errno.EINVAL):  # Windows says EINVAL of a broken pipe
        raise system_error("escrever na saída", error) from error
