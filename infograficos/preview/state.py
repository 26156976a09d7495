"""What the page shows: the last good figures, what was found in them, and what is wrong just now."""

from __future__ import annotations

import hashlib
import json
import threading
from typing import Any

#: What a figure has before it is drawn and judged.
_UNDRAWN: dict[str, object] = {"sheets": {}, "findings": None, "failure": ""}


class State:
    """The state of the page; builds change it, and every page that is open reads it."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._version = 0
        self._pictures: dict[tuple[str, str], bytes] = {}
        self._figures: dict[str, dict[str, Any]] = {}
        self._shown: dict[str, object] = {"chapter": "", "status": "drawing", "error": "", "time": ""}

    def picture(self, figure: str, sheet: str) -> bytes | None:
        """Return a figure's SVG on one of its sheets."""
        with self._changed:
            return self._pictures.get((figure, sheet))

    def after(self, version: int, seconds: float) -> tuple[int, str]:
        """Return the first state after a version as JSON, with its own version; wait so long at most."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != version, seconds)
            return self._version, self._json()

    def say(self, **shown: object) -> None:
        """Show the status, an error or the time."""
        with self._changed:
            self._shown |= shown
            self._tell()

    def begin(self, chapter: str, figures: list[dict[str, Any]]) -> None:
        """Show the figures of a chapter; those known from before keep their pictures till new ones come."""
        with self._changed:
            before = self._figures
            kept = {name: {**_UNDRAWN, **each, "failure": ""} for name, each in before.items()}
            self._figures = {each["name"]: {**kept.get(each["name"], _UNDRAWN), **each} for each in figures}
            names = set(self._figures)
            self._pictures = {key: svg for key, svg in self._pictures.items() if key[0] in names}
            self._shown |= {"chapter": chapter, "error": ""}
            self._tell()

    def draw(self, figure: str, sheet: str, svg: str, width: float, height: float) -> None:
        """Show a new picture."""
        data = svg.encode()
        with self._changed:
            shown = self._figures[figure]
            about = {"width": width, "height": height, "version": hashlib.sha256(data).hexdigest()[:12]}
            self._pictures[figure, sheet] = data
            shown["sheets"] = {**shown["sheets"], sheet: about}
            self._tell()

    def about(self, figure: str, **shown: object) -> None:
        """Show what was found in a figure, or why it could not be drawn."""
        with self._changed:
            self._figures[figure].update(shown)
            self._tell()

    def _json(self) -> str:
        # A message may repeat whatever a script raised, halves of surrogate pairs among it: ASCII holds all.
        return json.dumps({**self._shown, "figures": list(self._figures.values())})

    def _tell(self) -> None:
        self._version += 1
        self._changed.notify_all()
