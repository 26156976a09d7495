"""The edges and groups of a graph as they are drawn."""

from __future__ import annotations

from typing import Literal

from infograficos.elements.arguments import checked_dataclass

#: How an edge is drawn: as usual, on the marked path, or beside it.
EdgeState = Literal["usual", "marked", "aside"]

#: The stroke of an edge in each state, and those of weights, the heaviest last.
_STROKES = {"usual": "flow", "marked": "accent", "aside": "arrow"}
_WEIGHTS = ("border", "arrow", "flow", "accent")


@checked_dataclass
class GraphEdge:
    """An edge between two nodes, or from one to itself.

    Args:
        words: what is written on it.
        weight: how broad it is, from 0 to 1; without one it is as broad as its state says.
        heads: whether there is an arrowhead at its source, and at its target.
    """

    source: str
    target: str
    words: str = ""
    role: str = "model"
    state: EdgeState = "usual"
    dashed: bool = False
    weight: float | None = None
    heads: tuple[bool, bool] = (False, True)

    @property
    def stroke(self) -> str:
        """The name of its stroke in the theme."""
        if self.weight is None:
            return _STROKES[self.state]
        return _WEIGHTS[min(len(_WEIGHTS) - 1, int(self.weight * len(_WEIGHTS)))]


@checked_dataclass
class GraphGroup:
    """A panel around nodes, and around the groups whose parent it is."""

    name: str
    members: tuple[str, ...] = ()
    parent: str | None = None
    role: str = "model"
