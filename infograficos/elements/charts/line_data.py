"""The lines of a chart: their points, and the pens that draw them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.scene.items import Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

Dash = Literal["solid", "dashed", "dotted"]

#: Lengths of dash and gap of lines of data, in widths of the round pen; all other lines have `DASH`.
DASHES: dict[Dash, tuple[float, ...]] = {"solid": (), "dashed": (3.0, 2.4), "dotted": (0.1, 2.4)}


@checked_dataclass
class LineSeries:
    """A line through at least two points, x ascending, in the axes' own units; without a y it has a gap."""

    name: str
    role: str
    points: tuple[tuple[float, float | None], ...]
    dash: Dash = "solid"

    @property
    def end(self) -> tuple[float, float]:
        """The last point that has a y."""
        return next((x, y) for x, y in reversed(self.points) if y is not None)

    @property
    def runs(self) -> list[list[tuple[float, float]]]:
        """The points between gaps."""
        runs: list[list[tuple[float, float]]] = [[]]
        for x, y in self.points:
            if y is not None:
                runs[-1].append((x, y))
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]


def line_pen(role: str, dash: Dash, look: ResolvedTheme, stroke: str = "flow", tone: str = "mark") -> Stroke:
    """Return the pen that draws a series, in the tone of marks or, on surfaces, in a stronger one."""
    width = look.stroke(stroke)
    return Stroke(look.paint(f"{role}.{tone}"), width, tuple(length * width for length in DASHES[dash]))
