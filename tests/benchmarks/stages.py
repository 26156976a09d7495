"""What each stage of a figure costs, in one process: `stages.py COUNT` prints it as JSON."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import process_time

from distinct import distinct_chapter

from infograficos.drawing import Drawing
from infograficos.raster.engine import engine_name

WIDTH = 1400
STAGES = ("leiaute", "conferência", "SVG", "contornos", "rasterização", "paleta", "PNG")

palette = import_module("infograficos.raster.palette")
drawing_of = import_module("infograficos.raster.png")


class Stages:
    """Adds up what stages take, in seconds of the processor."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.sizes: dict[str, list[int]] = {"svg": [], "png": []}

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Count what happens inside to a stage."""
        start = process_time()
        yield
        self.spent[stage] += process_time() - start

    def make(self, figure) -> None:
        """Take one figure through all stages."""
        with self.timed("leiaute"):
            drawing: Drawing = figure.draw()
        with self.timed("SVG"):
            svg = drawing.svg(force=True)
        with self.timed("conferência"):
            assert drawing.findings is not None
        with self.timed("contornos"):
            traced = drawing.traced_svg
        with self.timed("rasterização"):
            (picture,) = drawing_of.drawn(traced, [WIDTH])
        with self.timed("paleta"):
            small = palette.indexed(picture, drawing_of.paints(traced)) or picture
        output = BytesIO()
        with self.timed("PNG"):
            small.save(output, "PNG", compress_level=6)
        self.sizes["svg"].append(len(svg.encode()))
        self.sizes["png"].append(len(output.getvalue()))


def main(count: int) -> None:
    """Take so many figures through all stages, and print what each costs."""
    engine_name()
    stages = Stages()
    with stages.timed("conteúdo"):
        figures = distinct_chapter(count).figures
    for figure in figures:
        stages.make(figure)
    told = {
        "stages": {stage: stages.spent[stage] / count for stage in STAGES},
        "bytes": {kind: median(sizes) for kind, sizes in stages.sizes.items()},
        "memory": getrusage(RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]))
