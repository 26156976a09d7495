"""Addresses of a figure's files in an article: URLs below a base, or relative paths."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote, urlsplit

from infograficos.errors import InputError

_EXAMPLE = "https://raw.githubusercontent.com/voce/artigos/main/dist"


def parse_base_url(base: str) -> str:
    """Return a folder's URL without its final slash; a wrong one raises `InputError`."""
    wrong = f"o endereço “{base}” não serve em “--base-url”; esperado algo como “{_EXAMPLE}”"
    try:
        parts = urlsplit(base)
        host = parts.hostname or ""
    except ValueError:
        raise InputError(wrong) from None
    if parts.scheme != "https" or not host or parts.query or parts.fragment:
        raise InputError(wrong)
    # These characters would end the address in Markdown or HTML.
    if not base.isprintable() or re.search(r"[\s<>\"'`()\[\]{}\\|^]", base):
        raise InputError(wrong)
    return base.rstrip("/")


def missing_base_message(platform: str) -> str:
    """Return the message for a platform that needs a base URL."""
    return (
        f"o {platform} só mostra imagens que estão na web; "
        f"diga em “--base-url” onde a pasta está, como “{_EXAMPLE}”"
    )


def join_url(base: str, file: str) -> str:
    """Return the URL of a file below a base."""
    return f"{base}/{quote(file)}"


def relative_path(path: Path, folder: Path) -> str:
    """Return a path relative to a folder; another drive and a name not in UTF-8 raise `InputError`."""
    try:
        relative = Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        raise InputError(
            f"“{path}” e “{folder}” estão em discos diferentes; use “--base-url”, ou uma pasta no mesmo disco"
        ) from None
    if any("\ud800" <= character <= "\udfff" for character in relative):
        raise InputError(
            f"o nome de “{path}” não está em UTF-8, e um artigo não o pode dizer; mude esse nome"
        )
    return relative
