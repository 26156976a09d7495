"""What lies across the plane of a plot: lines at a value of an axis, and regions between two of them."""

from __future__ import annotations

from typing import Literal

from infograficos.content.fields import Number, Words, content
from infograficos.content.plot_series import SeriesName, name_of
from infograficos.errors import ContentError


@content
class HorizontalLine:
    """A dashed line across the plane at a value of the left axis.

    Args:
        at: the value.
        name: the words on it.
    """

    at: Number
    name: SeriesName = ""

    @property
    def along(self) -> Literal["x", "y"]:
        """The axis of its value."""
        return "y"


@content
class VerticalLine:
    """A dashed line across the plane at a value of the lower axis.

    Args:
        at: the value.
        name: the words beside it.
    """

    at: Number
    name: SeriesName = ""

    @property
    def along(self) -> Literal["x", "y"]:
        """The axis of its value."""
        return "x"


@content
class Region:
    """A part of the plane between two values of an axis, in a soft colour.

    Args:
        start: the lower value.
        end: the upper value.
        name: the words in it.
        along: the axis of both: “x” is the lower one, “y” the left one.
        role: whose colour it has.
    """

    start: Number
    end: Number
    name: SeriesName = ""
    along: Literal["x", "y"] = "x"
    role: Words = "masked"

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ContentError("a região “{name}” deve começar antes de onde termina", name=name_of(self))
