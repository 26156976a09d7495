"""The chapter's file that an author may have forgotten to name in `--from`."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

#: How much of a file is read, in bytes, and of how many.
_MOST_BYTES, _MOST_FILES = 200_000, 200

_CHAPTER = re.compile(rb"^from infograficos\b[^#]*\bChapter\b|^import infograficos\b", re.MULTILINE)


def find_chapter_scripts(folder: Path) -> list[Path]:
    """Return the Python files in a folder that define a chapter, without running any."""
    with suppress(OSError):
        return [file for file in sorted(folder.glob("*.py"))[:_MOST_FILES] if _defines_chapter(file)]
    return []


def _defines_chapter(file: Path) -> bool:
    with suppress(OSError), file.open("rb") as data:
        text = data.read(_MOST_BYTES)
        return bool(_CHAPTER.search(text)) and b"Chapter(" in text
    return False
