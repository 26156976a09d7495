"""Addresses of a figure's files in an article: URLs below a base, or relative paths."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from infograficos.errors import InputError
from infograficos.publish.platforms import Platform

_EXAMPLE = "https://raw.githubusercontent.com/voce/artigos/main/dist"


def validate_base_url(base: str | None, platform: Platform) -> None:
    """Check a folder's URL, which some platforms need; a wrong or missing one raises `InputError`."""
    if base is None:
        if platform.absolute:
            raise InputError(
                f"o {platform.name} só mostra imagens que estão na web; "
                f"diga em “--base-url” onde a pasta está, como “{_EXAMPLE}”"
            )
        return
    try:
        parts = urlsplit(base)
        is_complete = parts.scheme == "https" and parts.hostname and not (parts.query or parts.fragment)
    except ValueError:
        is_complete = False
    # These characters would end the address in Markdown or HTML.
    if not is_complete or not base.isprintable() or re.search(r"[\s<>\"'`()\[\]{}\\|^]", base):
        raise InputError(f"o endereço “{base}” não serve em “--base-url”; esperado algo como “{_EXAMPLE}”")


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
