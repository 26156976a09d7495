"""Watches the files of a chapter, has it built whenever one is saved, and shows what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import inf
from pathlib import Path
from typing import Any

from infograficos.preview.build_runner import BuildRunner
from infograficos.preview.state import State
from infograficos.preview.watching import Watch, library_files
from infograficos.system.console import print_message

#: How often the files are looked at, in seconds.
INTERVAL = 0.05

#: How long a build may go on without anything new, in seconds.
LIMIT = 10.0


class Session:
    """One run of the preview.

    Args:
        script: the author's file; None for the series' own chapter.
        theme: the theme's file; None for the series' own.
        state: what the page shows.
    """

    def __init__(self, script: str | None, theme: str | None, state: State) -> None:
        self._script, self._theme, self._state = script, theme, state
        self._runner = BuildRunner()
        self._watch = Watch()
        self._library = library_files()
        self._used: list[str] = []
        self._contents: dict[str, str] = {}
        self._told = inf
        self._drawing = ""

    def run(self) -> None:
        """Go on until the process is interrupted; no process is left then."""
        try:
            self.begin()
            while True:
                self.step()
        finally:
            self.close()

    def begin(self) -> None:
        """Have the chapter built for the first time."""
        self._follow()
        self._build()

    def step(self) -> None:
        """Show what was told, and look at the files once."""
        self._hear()
        self._look()

    def close(self) -> None:
        """End all processes."""
        self._runner.close()

    def _follow(self) -> None:
        own = [Path(file) for file in (self._script, self._theme, *self._used) if file]
        self._watch.follow([*own, *self._library])

    def _look(self) -> None:
        changed = self._watch.changed()
        if changed & self._library:
            self._runner.renew()
            self._library = library_files()
            self._follow()
        if changed:
            self._build()
        elif self._runner.is_building and time.monotonic() - self._told > LIMIT:
            self._fail(f"{self._drawing} não terminou em {LIMIT:.0f} s")

    def _build(self) -> None:
        self._state.say(status="drawing")
        # What a worker needs to begin is not the script's fault.
        self._told = inf
        self._drawing = f"{Path(self._script).name}: o script" if self._script else "o capítulo"
        self._runner.build(self._script, self._theme, self._contents)

    def _hear(self) -> None:
        """Show all that workers tell until the files are due to be looked at again."""
        end = time.monotonic() + INTERVAL
        while (left := end - time.monotonic()) > 0:
            if message := self._runner.receive(left):
                self._told = time.monotonic()
                kind = str(message.pop("kind"))
                handle: Callable[..., None] = getattr(self, f"_on_{kind}")
                handle(**message)

    def _on_begun(self) -> None:
        """Only the time matters."""

    def _on_chapter(self, number: int, title: str, figures: list[Any], contents: dict[str, str]) -> None:
        self._contents = contents
        self._drawing = "o desenho"
        self._state.begin(f"Capítulo {number:02d}: {title}", figures)

    def _on_files(self, files: list[str]) -> None:
        self._used = files
        self._follow()

    def _on_sheet(self, figure: str, **drawn: object) -> None:
        self._drawing = f"{figure}: o desenho"
        self._state.draw(figure, **drawn)  # type: ignore[arg-type]  # as `building` tells it

    def _on_undrawn(self, figure: str, message: str) -> None:
        self._state.about(figure, failure=message)

    def _on_judged(self, figure: str, **judged: object) -> None:
        self._state.about(figure, **judged)

    def _on_failed(self, message: str, files: list[str]) -> None:
        # A script that stopped early has not yet read all that it reads.
        self._used = sorted({*self._used, *files})
        self._follow()
        self._fail(message)

    def _on_done(self) -> None:
        self._runner.stop()
        self._state.say(status="ready", time=time.strftime("%H:%M:%S"))
        self._runner.warm()

    def _on_ended(self, code: int) -> None:
        self._fail(f"{self._drawing} encerrou o processo de repente (código {code})")

    def _fail(self, message: str) -> None:
        # Whoever looks at the terminal and not at the page learns of it too.
        print_message("erro", message)
        self._runner.stop()
        self._state.say(status="failed", error=message)
        self._runner.warm()
