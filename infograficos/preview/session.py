"""Watches a chapter's files, rebuilds it when one is saved, and shows the result."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import inf
from pathlib import Path
from typing import Any

from infograficos.language.messages import message
from infograficos.preview.build_process import BuildRunner
from infograficos.preview.file_watcher import FileWatcher, library_files
from infograficos.preview.state import State
from infograficos.system.console import print_message
from infograficos.theme import theme_file

#: How often files are checked, in seconds.
INTERVAL = 0.05

#: How long a build may go without a message, in seconds.
LIMIT = 10.0


class Session:
    """One run of the preview.

    Args:
        script: the author's file; None for the series' own chapter.
        theme: the theme's name or file; None for the series' own.
        state: what the page shows.
    """

    def __init__(self, script: str | None, theme: str | None, state: State) -> None:
        self._script, self._theme, self._state = script, theme, state
        self._theme_file = theme_file(theme)
        self._runner = BuildRunner()
        self._watcher = FileWatcher()
        self._library = library_files()
        self._files_read: list[str] = []
        self._contents: dict[str, str] = {}
        self._last_message = inf
        self._activity = ""

    def run(self) -> None:
        """Run until interrupted; no process is left then."""
        try:
            self.begin()
            while True:
                self.step()
        finally:
            self.close()

    def begin(self) -> None:
        """Start the first build."""
        self._watch_files()
        self._build()

    def step(self) -> None:
        """Show the messages of a moment, and check the files once."""
        end = time.monotonic() + INTERVAL
        while (left := end - time.monotonic()) > 0:
            if report := self._runner.receive(left):
                self._last_message = time.monotonic()
                handle: Callable[..., None] = getattr(self, f"_on_{report.pop('kind')}")
                handle(**report)
        self._check_files()

    def close(self) -> None:
        """End all processes."""
        self._runner.stop()
        self._runner.renew()

    def _watch_files(self) -> None:
        own = [Path(file) for file in (self._script, self._theme_file, *self._files_read) if file]
        self._watcher.follow([*own, *self._library])

    def _check_files(self) -> None:
        changed = self._watcher.changed_files()
        if changed & self._library:
            self._runner.renew()
            self._library = library_files()
            self._watch_files()
        if changed:
            self._build()
        elif time.monotonic() - self._last_message > LIMIT:
            self._fail(
                message("{activity} não terminou em {seconds} s", activity=self._activity, seconds=LIMIT)
            )

    def _build(self) -> None:
        self._state.update(status="drawing", said=message("desenhando…"))
        # The time to warm up is not the script's fault.
        self._last_message = inf
        self._activity = (
            message("{file}: o script", file=Path(self._script).name)
            if self._script
            else message("o capítulo")
        )
        self._runner.build(self._script, self._theme, self._contents)

    def _on_warm(self) -> None:
        """Only the time matters."""

    def _on_chapter(self, number: int, title: str, figures: list[Any], contents: dict[str, str]) -> None:
        self._contents = contents
        self._activity = message("o desenho")
        chapter = message("Capítulo {number}: {title}", number=f"{number:02d}", title=title)
        self._state.begin_chapter(chapter, figures)

    def _on_files(self, files: list[str]) -> None:
        self._files_read = files
        self._watch_files()

    def _on_sheet(self, figure: str, **sheet: object) -> None:
        self._activity = message("{figure}: o desenho", figure=figure)
        self._state.set_sheet(figure, **sheet)  # type: ignore[arg-type]  # as `build` reports it

    def _on_drawing_failed(self, figure: str, failure: str) -> None:
        self._state.update_figure(figure, failure=failure)

    def _on_checked(self, figure: str, **checks: object) -> None:
        self._state.update_figure(figure, **checks)

    def _on_failed(self, failure: str, files: list[str]) -> None:
        # A script that stopped early has not yet read all its files.
        self._files_read = sorted({*self._files_read, *files})
        self._watch_files()
        self._fail(failure)

    def _on_done(self) -> None:
        said = message(
            "em dia às {time} · {errors}, {warnings}",
            time=time.strftime("%H:%M:%S"),
            errors=message(("{count} erro", "{count} erros"), self._state.count("error")),
            warnings=message(("{count} aviso", "{count} avisos"), self._state.count("warning")),
        )
        self._finish(status="ready", said=said)

    def _on_ended(self, code: int) -> None:
        self._fail(
            message(
                "{activity} encerrou o processo de repente (código {code})",
                activity=self._activity,
                code=code,
            )
        )

    def _fail(self, failure: str) -> None:
        # For those who watch the terminal and not the page.
        print_message("erro", failure)
        self._finish(status="failed", error=failure, said=message("parado por um erro"))

    def _finish(self, **page: str) -> None:
        """End the build, show its result, and get ready for the next."""
        self._runner.stop()
        self._last_message = inf
        self._state.update(**page)
        self._runner.warm()
