"""Copying to the system's clipboard, with the program that the system has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from infograficos.errors import MachineError
from infograficos.language.messages import message
from infograficos.system.files import system_error

#: In seconds.
TIMEOUT = 10


def copy_to_clipboard(text: str) -> None:
    """Copy a text to the clipboard; a missing or failing one raises `MachineError`."""
    command = next((each for each in _commands() if shutil.which(each[0])), None)
    if command is None:
        raise MachineError(
            "não há como copiar nesta máquina; instale o wl-clipboard (Wayland) ou o xclip (X11), "
            "ou copie o texto acima"
        )
    # Without a byte order mark clip.exe reads the text in an old code page.
    data = text.encode("utf-16") if command[0] == "clip.exe" else text.encode()
    try:
        # With pipes we would wait for the process that stays behind to serve the clipboard.
        done = subprocess.run(  # noqa: S603 — the programs are named below
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
        )
    except OSError as error:
        raise system_error(message("copiar com “{command}”", command=command[0]), error) from error
    except subprocess.TimeoutExpired:
        raise MachineError(
            "não foi possível copiar: “{command}” não terminou em {seconds} s",
            command=command[0],
            seconds=TIMEOUT,
        ) from None
    if done.returncode:
        raise MachineError(
            "não foi possível copiar: “{command}” terminou com {code}",
            command=command[0],
            code=done.returncode,
        )


def _commands() -> Iterator[list[str]]:
    if sys.platform == "darwin":
        yield ["pbcopy"]
    if os.environ.get("WAYLAND_DISPLAY"):
        yield ["wl-copy"]
    if os.environ.get("DISPLAY"):
        yield ["xclip", "-selection", "clipboard"]
    # On Windows, and in WSL.
    yield ["clip.exe"]
