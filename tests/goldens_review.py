"""The page that shows accepted goldens before and after, written where `--accept-goldens` changed some."""

from __future__ import annotations

from base64 import b64encode
from difflib import unified_diff
from html import escape
from pathlib import Path

_STYLE = (
    "body{font:15px/1.5 sans-serif;margin:2rem;background:#f4f4f2;color:#222}"
    "figure{display:inline-block;margin:0 1rem 1rem 0;vertical-align:top}"
    "img{width:520px;background:#fff;box-shadow:0 1px 4px #0002}"
    "pre{background:#fff;padding:1rem;overflow:auto}"
)
_MEDIA = {".svg": "image/svg+xml", ".png": "image/png"}


class Review:
    """What changed while goldens were accepted.

    Args:
        page: where the page is written.
    """

    def __init__(self, page: Path) -> None:
        self.page = page
        self._changed: dict[Path, tuple[bytes, bytes]] = {}

    def add(self, path: Path, before: bytes, after: bytes) -> None:
        """Note a golden that was replaced."""
        if before != after:
            self._changed[path] = (before, after)

    def write(self) -> str:
        """Write the page and return a line that names it; nothing where no golden changed."""
        if not self._changed:
            return ""
        sections = [_section(path, *pair) for path, pair in sorted(self._changed.items())]
        head = f"<!doctype html><meta charset=utf-8><title>Goldens</title><style>{_STYLE}</style>"
        self.page.parent.mkdir(parents=True, exist_ok=True)
        self.page.write_text(head + "".join(sections), encoding="utf-8")
        return f"{len(self._changed)} goldens changed; before and after: {self.page}"


def _section(path: Path, before: bytes, after: bytes) -> str:
    title = f"<h2>{escape(path.name)}</h2>"
    if path.suffix in _MEDIA:
        return title + _picture("before", path, before) + _picture("after", path, after)
    lines = unified_diff(
        before.decode().splitlines(), after.decode().splitlines(), "before", "after", lineterm=""
    )
    return f"{title}<pre>{escape(chr(10).join(lines))}</pre>"


def _picture(caption: str, path: Path, data: bytes) -> str:
    if not data:
        return ""
    source = f"data:{_MEDIA[path.suffix]};base64,{b64encode(data).decode()}"
    return f"<figure><figcaption>{caption}</figcaption><img src='{source}' alt=''></figure>"
