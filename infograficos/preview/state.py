"""What the page shows: the last good figures, their findings, and the current error."""

from __future__ import annotations

import hashlib
import json
import threading
from typing import Any

from infograficos.language.messages import message

#: A figure before it is drawn and checked.
_EMPTY: dict[str, object] = {"sheets": {}, "findings": None, "failure": ""}


class State:
    """The state of the page: builds change it, and every open page follows it; thread-safe."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._version = 0
        self._pictures: dict[tuple[str, str], bytes] = {}
        self._figures: dict[str, dict[str, Any]] = {}
        self._page: dict[str, object] = {
            "chapter": "",
            "status": "drawing",
            "said": message("desenhando…"),
            "error": "",
        }

    def picture(self, figure: str, sheet: str) -> bytes | None:
        """Return a figure's SVG on one of its sheets."""
        with self._changed:
            return self._pictures.get((figure, sheet))

    def wait_for_change(self, version: int, seconds: float) -> tuple[int, str]:
        """Wait for another version until a timeout; return the version and the state as JSON."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != version, seconds)
            # An error may quote lone surrogates of a script: ASCII escapes them.
            return self._version, json.dumps({**self._page, "figures": list(self._figures.values())})

    def update(self, **fields: object) -> None:
        """Set the status, what it is called, or the error."""
        with self._changed:
            self._page |= fields
            self._notify()

    def count(self, severity: str) -> int:
        """Return the number of findings of a severity."""
        with self._changed:
            findings = [each for figure in self._figures.values() for each in figure["findings"] or ()]
            return sum(each["severity"] == severity for each in findings)

    def begin_chapter(self, chapter: str, figures: list[dict[str, Any]]) -> None:
        """Set the figures of the chapter; known ones keep their pictures until new ones come."""
        with self._changed:
            before = self._figures
            kept = {name: {**_EMPTY, **each, "failure": ""} for name, each in before.items()}
            self._figures = {each["name"]: {**kept.get(each["name"], _EMPTY), **each} for each in figures}
            names = set(self._figures)
            self._pictures = {key: svg for key, svg in self._pictures.items() if key[0] in names}
            self._page |= {"chapter": chapter, "error": ""}
            self._notify()

    def set_sheet(self, figure: str, sheet: str, svg: str, width: float, height: float) -> None:
        """Set the picture of a figure on a sheet."""
        data = svg.encode()
        with self._changed:
            sheets = self._figures[figure]["sheets"]
            description = {"width": width, "height": height, "version": hashlib.sha256(data).hexdigest()[:12]}
            self._pictures[figure, sheet] = data
            self._figures[figure]["sheets"] = {**sheets, sheet: description}
            self._notify()

    def update_figure(self, figure: str, **fields: object) -> None:
        """Set a figure's findings, or why it could not be drawn."""
        with self._changed:
            self._figures[figure].update(fields)
            self._notify()

    def _notify(self) -> None:
        self._version += 1
        self._changed.notify_all()
