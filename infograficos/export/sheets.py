"""The files of a sheet: recalled where nothing changed, laid out and begun anew where something did."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from infograficos.export.begun import Begun
from infograficos.export.laying import Laying, told
from infograficos.export.memory import Memory
from infograficos.export.planning import ExportOptions, Job
from infograficos.export.store import Store
from infograficos.raster.render_pool import RenderPool


class Sheets:
    """Begins the files of one sheet after another.

    Args:
        options: how they are asked for.
        store: what was made before.
        studio: what draws pictures.
    """

    def __init__(self, options: ExportOptions, store: Store, studio: RenderPool) -> None:
        self.laying = Laying(options)
        self._memory = Memory(options, store)
        self._options, self._store, self._studio = options, store, studio

    def begun(self, jobs: Sequence[Job]) -> Sequence[Begun]:
        """Begin the files of a sheet; after a refusal, sheets are only held against the rules."""
        key = self._memory.key(jobs)
        recalled = self._memory.recalled(key, jobs)
        if recalled:
            self.laying.advise(recalled.advice)
            return recalled.files
        # The engine gets ready while the figure is laid out.
        self._studio.start()
        first = jobs[0]
        drawing = self.laying.drawing(first.figure, first.variant, first.width)
        if drawing is None or self.laying.refused:
            return ()
        # Where nothing has changed, nobody waits for what writes to be imported.
        pictures = import_module("infograficos.export.pictures").Pictures
        files = tuple(pictures(self._options, self._store, self._studio).begun(drawing, jobs))
        self._memory.learn(key, files, told(drawing))
        return files
