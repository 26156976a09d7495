"""The stations of a journey: a picture, a numbered disc on the path, and a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Placed, extent

#: From a picture to the path's disc, and from there to the name; on a phone from the picture to the name.
_PICTURE, _NAME, _BETWEEN = 7.0, 6.0, 8.0

#: What the letters of a name may reach below its last line's baseline.
_LETTERS = 6.0

#: From the path to what is beside it.
_BESIDE = 16.0


@dataclass(frozen=True, slots=True)
class Parts:
    """The elements of a station, and its number, from 1."""

    number: int
    picture: Element
    disc: Element
    name: Element

    @property
    def elements(self) -> tuple[Element, Element, Element]:
        """All of them, from top to bottom."""
        return self.picture, self.disc, self.name


@dataclass(frozen=True, slots=True)
class Station:
    """A station's frame, its place, and the disc's place in it.

    Args:
        padding: how far a panel that the disc is on begins before it, for the path that leads there.
    """

    frame: Frame
    disc: Rect
    at: Point = ORIGIN
    padding: float = 0.0

    @property
    def placed(self) -> Placed:
        """The frame at its place."""
        return Placed(self.at, self.frame)

    @property
    def center(self) -> Point:
        """The middle of the disc, from where the station is placed."""
        return self.disc.center.translate(self.at)

    @property
    def top(self) -> float:
        """Where its highest part begins: its picture, or else its disc."""
        return self.at.y + min(each.at.y for each in self.frame.items if extent(each.item).height)

    @property
    def radius(self) -> float:
        """The disc's radius in units."""
        return self.disc.width / 2

    def move(self, by: Point) -> Station:
        """Return the station at another place."""
        return replace(self, at=self.at.translate(by))


def station_name(number: int) -> str:
    """Return the name of the frame of a whole station: its picture, its disc and its name."""
    return f"parada {number}"


def disc_name(number: int) -> str:
    """Return the name of a station's disc."""
    return f"etapa {number}"


def on_path(
    stages: Sequence[Parts], widths: Sequence[float], gap: float, layouter: Layouter
) -> list[Station]:
    """Return stations of given widths, the pictures above their discs and the names below.

    A picture may be wider by the gap between two stations.
    """
    frames = [
        [layouter.layout(each, Limits(room)) for each, room in zip(s.elements, (w + gap, w, w), strict=True)]
        for s, w in zip(stages, widths, strict=True)
    ]
    pictures, discs, names = (max(row[i].size.height for row in frames) for i in range(3))
    level = pictures + (_PICTURE if pictures else 0.0) + discs / 2
    names_top = level + discs / 2 + _NAME
    height = names_top + names + _LETTERS
    stations = []
    for stage, row, width in zip(stages, frames, widths, strict=True):
        tops = pictures - row[0].size.height, level - row[1].size.height / 2, names_top
        whole = max(frame.size.width for frame in row)
        placed = [
            Placed(Point((whole - frame.size.width) / 2, top), frame)
            for frame, top in zip(row, tops, strict=True)
        ]
        frame, aside = (
            Frame(Size(whole, height), tuple(placed), name=station_name(stage.number), part=stage.number),
            (width - whole) / 2,
        )
        stations.append(Station(frame, _rect(placed[1]), Point(aside, 0.0)))
    return stations


def beside_path(stage: Parts, width: float, layouter: Layouter) -> Station:
    """Return a station with the disc at the left, and the name below the picture at its right."""
    disc, side = layouter.layout(stage.disc, Limits()), layouter.look.size("disc")
    left = side + _BESIDE
    limits = Limits(max(0.0, width - left))
    picture, name = layouter.layout(stage.picture, limits), layouter.layout(stage.name, limits)
    below = picture.size.height + (_BETWEEN if picture.size.height else 0.0)
    height = max(below + name.size.height, side)
    at = Point((side - disc.size.width) / 2, (height - disc.size.height) / 2)
    top = (height - below - name.size.height) / 2
    items = Placed(at, disc), Placed(Point(left, top), picture), Placed(Point(left, top + below), name)
    whole = Size(left + max(picture.size.width, name.size.width), height)
    return Station(Frame(whole, items, name=station_name(stage.number), part=stage.number), _rect(items[0]))


def _rect(placed: Placed) -> Rect:
    return extent(placed.item).translate(placed.at)
