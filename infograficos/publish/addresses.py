"""How an article says where a figure's file is: below an address of the web, or from the article's folder."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote, urlsplit

from infograficos.errors import InputError

_EXAMPLE = "https://raw.githubusercontent.com/voce/artigos/main/dist"


def checked_base(base: str) -> str:
    """Return the address of a folder without a slash at its end; a wrong one raises `InputError`."""
    wrong = f"o endereço “{base}” não serve em “--base-url”; esperado algo como “{_EXAMPLE}”"
    try:
        parts = urlsplit(base)
        host = parts.hostname or ""
    except ValueError:
        raise InputError(wrong) from None
    if parts.scheme != "https" or not host or parts.query or parts.fragment:
        raise InputError(wrong)
    # What ends an address in Markdown or HTML cannot stand in one.
    if not base.isprintable() or re.search(r"[\s<>\"'`()\[\]{}\\|^]", base):
        raise InputError(wrong)
    return base.rstrip("/")


def needed_base(platform: str) -> str:
    """Say that a platform wants an address of the web."""
    return (
        f"o {platform} só mostra imagens que estão na web; "
        f"diga em “--base-url” onde a pasta está, como “{_EXAMPLE}”"
    )


def below(base: str, file: str) -> str:
    """Return the address of a file below another address."""
    return f"{base}/{quote(file)}"


def relative(path: Path, folder: Path) -> str:
    """Return a path as seen from a folder, with “/”.

    One on another drive raises `InputError`, and so does one that an article in UTF-8 could not hold.
    """
    try:
        seen = Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        raise InputError(
            f"“{path}” e “{folder}” estão em discos diferentes; use “--base-url”, ou uma pasta no mesmo disco"
        ) from None
    if any("\ud800" <= character <= "\udfff" for character in seen):
        raise InputError(
            f"o nome de “{path}” não está em UTF-8, e um artigo não o pode dizer; mude esse nome"
        )
    return seen
