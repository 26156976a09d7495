"""The base of the roads of a loop: numbered discs, names, and pieces of road between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Fragment, named_fragment
from infograficos.elements.flow_shape import flow_shape, paint_flow
from infograficos.elements.row import Column
from infograficos.elements.shapes import numbered_disc
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point
from infograficos.scene.items import Frame, PathCommand, Placed, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How far the road goes under a disc, and how far its tip is from the first one, in units.
UNDER, BEFORE = 2.5, 1.0

#: From a disc to its name, from the road to what is in it, and from what leads in to its flow, in units.
BESIDE, INSIDE, AFTER = 9.0, 16.0, 4.0

_Align = Literal["start", "center", "end"]


@checked_dataclass
class RoadStop:
    """A step on the road: its name, its role, and a few words about it."""

    name: str
    role: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RoadStation:
    """A disc and its name, laid out, and where the disc's middle and the name are."""

    disc: Frame
    name: Frame
    center: Point
    at: Point

    @property
    def radius(self) -> float:
        """The disc's radius in units."""
        return self.disc.size.width / 2

    def move(self, by: Point) -> RoadStation:
        """Return the station at another place."""
        return replace(self, center=self.center.translate(by), at=self.at.translate(by))

    @property
    def placed(self) -> tuple[Placed, Placed]:
        """The disc and the name at their places."""
        corner = self.center.translate(Point(-self.radius, -self.radius))
        return Placed(corner, self.disc), Placed(self.at, self.name)


@checked_dataclass
class Road:
    """Steps on a road that leads back to the first of them, around what goes round.

    The last piece of the road has a tip: it is the way back. Connectors find the discs as “passo 1”,
    “passo 2” and so on.

    Args:
        stops: the steps, in order.
        solid: the number of the one that everything hangs on, from 1.
        thing: what goes round, in the middle.
        words: what is said about the repetition, beside or below the thing.
        entry: what leads into the first step, once.
        entry_role: its colour role.
        stroke: the name of the road's width in the theme.
    """

    stops: tuple[RoadStop, ...]
    solid: int
    thing: Element | None = None
    words: Element | None = None
    entry: Element | None = None
    entry_role: str = "model"
    stroke: str = "ribbon_middle"

    def discs(self, layouter: Layouter) -> list[Frame]:
        """Return the numbered discs."""
        return [layouter.layout(self._disc(i), Limits()) for i in range(len(self.stops))]

    def name(self, i: int, align: _Align) -> Element:
        """Return a step's name with its detail, given its index."""
        stop, is_solid = self.stops[i], i + 1 == self.solid
        color = f"{stop.role}.strong" if is_solid else "ink"
        name = Text(stop.name, "strong" if is_solid else "mark", color, align)
        words = Column((name, Text(stop.detail, "label", "muted", align)), "tiny") if stop.detail else name
        return Fragment(i + 1, words)

    def lay_name(self, i: int, align: _Align, room: float, layouter: Layouter) -> Frame:
        """Return a step's name, as narrow as its lines are."""
        name = self.name(i, align)
        return layouter.layout(name, Limits(min(room, layouter.natural(name).width)))

    def paint(self, line: Sequence[PathCommand], i: int, look: ResolvedTheme) -> list[Placed]:
        """Return the piece of road that leaves a step, along its middle line."""
        other = (i + 1) % len(self.stops)
        shape = flow_shape(line, look.stroke(self.stroke), (False, other == 0))
        joins = f"passo {i + 1}", f"passo {other + 1}"
        return [
            Placed(ORIGIN, path) for path in paint_flow(shape, f"{self.stops[i].role}.mid", look, joins=joins)
        ]

    def lead(self, start: Point, end: float, look: ResolvedTheme) -> list[Placed]:
        """Return the flow straight down from what leads into the first step."""
        line = straight(start, Point(start.x, end))
        shape = flow_shape(line, look.stroke(self.stroke))
        paths = paint_flow(shape, f"{self.entry_role}.mid", look, joins=("entrada", "passo 1"))
        return [Placed(ORIGIN, path) for path in paths]

    def _disc(self, i: int) -> Element:
        disc = numbered_disc(i + 1, self.stops[i].role, i + 1 == self.solid)
        return named_fragment(i + 1, f"passo {i + 1}", disc)


def straight(start: Point, end: Point) -> tuple[PathCommand, ...]:
    """Return the commands of a straight line."""
    return polyline(start, end)
