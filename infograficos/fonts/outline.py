"""A glyph's outline as SVG path data, in font units with y upwards."""

from __future__ import annotations

from functools import cache
from math import floor

import uharfbuzz

from infograficos.system.signals import block_signals


class _Pen:
    """Collects relative moves between rounded points, so that rounding errors do not add up."""

    def __init__(self) -> None:
        self.moves: list[tuple[str, tuple[int, ...]]] = []
        self.at = self.start = (0, 0)

    def add(self, verb: str, *coordinates: float) -> None:
        here = [floor(coordinate + 0.5) for coordinate in coordinates]
        deltas = tuple(value - self.at[index % 2] for index, value in enumerate(here))
        self.at = (here[-2], here[-1])
        if verb == "m":
            self.start = self.at
        elif verb == "l" and 0 in deltas:
            verb, deltas = ("v", deltas[1:]) if deltas[1] else ("h", deltas[:1])
        if verb == "m" or any(deltas):
            self.moves.append((verb, deltas))

    def close(self) -> None:
        # Closing draws the last line, which HarfBuzz emits, too.
        if self.moves[-1][0] in "lhv" and self.at == self.start:
            self.moves.pop()
        self.moves.append(("z", ()))
        self.at = self.start


@cache
def _draw_functions() -> uharfbuzz.DrawFuncs:
    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.add("m", x, y))
    functions.set_line_to_func(lambda x, y, pen: pen.add("l", x, y))
    functions.set_quadratic_to_func(lambda cx, cy, x, y, pen: pen.add("q", cx, cy, x, y))
    functions.set_close_path_func(lambda pen: pen.close())
    return functions


@cache
def path_data(font: uharfbuzz.Font, glyph_id: int) -> str:
    """Return a glyph's outline as relative path data of whole font units; "" where it is blank."""
    pen = _Pen()
    # HarfBuzz swallows what is raised in a callback: a Ctrl-C there would be lost, and a point with it.
    with block_signals():
        font.draw_glyph(glyph_id, _draw_functions(), pen)
    data = previous = ""
    for verb, deltas in pen.moves:
        # A minus sign separates as well as a space does.
        numbers = "".join(f"{delta}" if delta < 0 else f" {delta}" for delta in deltas)
        data += numbers if verb == previous else verb + numbers.lstrip()
        previous = verb
    return data
