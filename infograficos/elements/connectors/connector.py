"""Specifications of arrows between named elements, and the sign where two paths are added."""

from __future__ import annotations

from collections.abc import Sequence, Sized
from itertools import pairwise
from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.connectors.orthogonal import Side
from infograficos.errors import InputError
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Ellipse, Frame, Path, Placed, Stroke, polyline

ConnectorShape = Literal["square", "curved", "straight", "flow"]
Arrowheads = Literal["end", "both", "none"]


@checked_dataclass
class Connector:
    """An arrow from one named element to another, or from one to itself.

    Args:
        leaves: the side it leaves; by default the one that faces the other element.
        arrives: the side it arrives at, likewise. The same side twice makes a loop around the outside.
        label: a short text beside it.
        shape: `square` turns at right angles, `curved` is one smooth curve, `straight` one line, slanted if
            need be; around an obstacle all are drawn square. `flow` is a broad line, see `Flow`.
        trunk: connectors of one trunk leave or reach one element as one branching line; see `fan_out` and
            `fan_in`.
    """

    start: str
    end: str
    color: str = "muted"
    stroke: str = "arrow"
    dashed: bool = False
    leaves: Side | None = None
    arrives: Side | None = None
    label: str = ""
    shape: ConnectorShape = "square"
    heads: Arrowheads = "end"
    trunk: str = ""


@checked_dataclass
class Flow(Connector):
    """A broad arrow, in the colour of what it comes from, to another named element or off the sheet.

    It is level where one end faces the other, else one smooth curve. Several at one border are side by side
    in the order of where they go; those of one trunk lie on each other there. An end `BEYOND` is the edge of
    the sheet, for what never ends: the `WithConnectors` has to be as wide as the sheet's inside.

    Args:
        scale: its width, in times that of its stroke.
    """

    color: str = "model.mid"
    stroke: str = "ribbon"
    shape: ConnectorShape = "flow"
    scale: float = 1.0

    def __post_init__(self) -> None:
        if self.start == self.end:
            raise InputError(
                "Flow: o fluxo sai de “{name}” e chega ao mesmo lugar; para uma volta use Connector",
                name=self.start,
            )


#: The end of a flow that runs off the sheet, to the right or to the side that it leaves.
BEYOND = "além da folha"

#: The length of each arm of the sign, in circle widths.
_ARM = 0.24


@checked_dataclass
class Junction:
    """A plus sign in a circle as high as a line of the theme's headings."""

    role: str = "model"
    stroke: str = "arrow"

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the circle with the sign in it."""
        look = layouter.look
        style = look.type("heading")
        side = style.size * style.leading
        circle = Ellipse(Rect(0.0, 0.0, side, side), look.paint(f"{self.role}.strong"))
        low, middle, high = (side * (0.5 + arm) for arm in (-_ARM, 0.0, _ARM))
        commands = (
            *polyline(Point(low, middle), Point(high, middle)),
            *polyline(Point(middle, low), Point(middle, high)),
        )
        sign = Path(commands, stroke=Stroke(look.paint("paper"), look.stroke(self.stroke)))
        return Frame(Size(side, side), (Placed(ORIGIN, circle), Placed(ORIGIN, sign)))


def numbered_names(noun: str, items: Sized) -> list[str]:
    """Return a name for each item, such as “passo 1”, by which connectors find it."""
    return [f"{noun} {number}" for number in range(1, len(items) + 1)]


def chain(names: Sequence[str]) -> tuple[Connector, ...]:
    """Return arrows from each named element to the next."""
    return tuple(Connector(a, b) for a, b in pairwise(names))


def fan_out(
    start: str, ends: Sequence[str], *, leaves: Side | None = None, arrives: Side | None = None
) -> tuple[Connector, ...]:
    """Return arrows that leave one element as one line and branch off to each of the others."""
    return tuple(Connector(start, end, leaves=leaves, arrives=arrives, trunk=f"de {start}") for end in ends)


def trunk_into(end: str) -> str:
    """Return the trunk of the arrows that arrive at an element as one line."""
    return f"a {end}"


def fan_in(
    starts: Sequence[str], end: str, *, leaves: Side | None = None, arrives: Side | None = None
) -> tuple[Connector, ...]:
    """Return arrows that leave several elements and arrive at one as one line."""
    return tuple(
        Connector(start, end, leaves=leaves, arrives=arrives, trunk=trunk_into(end)) for start in starts
    )
