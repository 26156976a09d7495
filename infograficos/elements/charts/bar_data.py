"""The data of a bar chart: categories, each with its bars, and a threshold."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.charts.bar import Fill, Orientation
from infograficos.elements.flow import Align
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element


@dataclass(frozen=True, slots=True)
class Step:
    """The part of a bar between a value to compare it with and its own, and what it says."""

    since: float
    label: str


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of a bar: how much it is, what is written on it, and its style."""

    value: float
    label: str
    role: str
    fill: Fill = "mid"

    def words(self, *, inside: bool) -> Text:
        """Return its label, for its face or for the paper beside it."""
        ink = {"solid": "paper", "mid": "ink"}.get(self.fill, f"{self.role}.strong")
        return Text(self.label, "label", ink if inside else f"{self.role}.strong", literal=True, tabular=True)


@checked_dataclass
class BarDatum:
    """The value of a bar, the label at its end, and its style.

    Args:
        step: what it gained, which is solid, or what it lost, which is dotted; both values are above 0.
        parts: what its value is the sum of, from its start on; none of them is below 0.
    """

    value: float
    label: str
    role: str
    fill: Fill = "solid"
    step: Step | None = None
    parts: tuple[BarPart, ...] = ()

    @property
    def top(self) -> float:
        """The value up to which something is drawn."""
        return max(self.value, self.step.since) if self.step else self.value

    @property
    def has_lost(self) -> bool:
        """Whether its step goes on beyond the bar."""
        return self.top > self.value

    def inside(self, text: str) -> Text:
        """Return words for inside the bar, in a colour that is read on its face."""
        ink = {"solid": "paper", "mid": "ink"}.get(self.fill, f"{self.role}.strong")
        return Text(text, "mark", ink, literal=True)


@dataclass(frozen=True, slots=True)
class Category:
    """A name and its bars, one per series; a `strong` category has strong words.

    Args:
        thing: what it is, drawn at the left of its name or, if `stacked`, above it.
    """

    name: str
    bars: tuple[BarDatum, ...]
    strong: bool = False
    thing: Element | None = None
    stacked: bool = False

    def heading(self, align: Align) -> Element:
        """Return the name, with the thing if there is one."""
        words = Text(self.name, self._style, "ink", align, literal=True)
        if not self.thing:
            return words
        both = self.thing, words
        return Column(both, "hair", "center") if self.stacked else Row(both, "small")

    def label(self, bar: BarDatum, with_step: bool = False) -> Text:
        """Return a bar's label as an element."""
        words = f"{bar.label} ({bar.step.label})" if bar.step and with_step else bar.label
        color = "ink" if bar.parts else f"{bar.role}.strong"
        return Text(words, self._style, color, literal=True, tabular=True)

    @property
    def _style(self) -> str:
        return "mark" if self.strong else "label"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A value marked by a dashed line, and the line's name."""

    value: float
    name: str


@checked_dataclass
class BarChartData:
    """Categories with their bars, the value at each bar's end.

    Args:
        threshold: a dashed line across the bars, with its name at its end.
        names_beside: put the names of horizontal bars at their left instead of above them.
        series: the names of the series, inside the first category's horizontal bars.
        edges: labels for the edges of vertical bars instead of their names, one more than there are bars.
        like: charts elsewhere in the figure on one scale with it, whose words have room here as well.
    """

    categories: tuple[Category, ...]
    threshold: Threshold | None = None
    orientation: Orientation = "vertical"
    names_beside: bool = False
    series: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    like: tuple[BarChartData, ...] = ()
