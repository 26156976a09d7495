"""Where this user's caches are."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path


def user_cache_folder(name: str) -> Path | None:
    """Return a folder in the user's cache, which need not exist; None for a user without a home."""
    try:
        folder = user_cache_path("infograficos") / name
    except RuntimeError:
        return None
    # Without a home, older platformdirs answer with a folder called “~” in the current one.
    return folder if folder.is_absolute() else None
