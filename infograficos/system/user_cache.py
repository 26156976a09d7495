"""The folders of this user's caches."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

#: The environment variable that names another folder for the pictures; empty, none are cached.
VARIABLE = "INFOGRAFICOS_CACHE"


def picture_cache_folder() -> Path | None:
    """Return the folder of the pictures that were drawn before; None where they are not to be cached."""
    chosen = os.environ.get(VARIABLE)
    if chosen is None:
        return user_cache_folder("pictures")
    return Path(chosen) if chosen else None


def user_cache_folder(name: str) -> Path | None:
    """Return a folder in the user's cache, which need not exist; None for a user without a home."""
    try:
        folder = user_cache_path("infograficos") / name
    except RuntimeError:
        return None
    # Without a home, older platformdirs answer with a folder called “~” in the current one.
    return folder if folder.is_absolute() else None
