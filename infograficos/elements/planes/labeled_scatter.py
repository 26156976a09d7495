"""A scatter plot between the names of its axes, with a legend for the labels that find no place on it."""

from __future__ import annotations

from dataclasses import replace

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Named
from infograficos.elements.column import Column
from infograficos.elements.flow import FirstThatFits
from infograficos.elements.headings import inline_legend
from infograficos.elements.planes.dash_key import DashKey
from infograficos.elements.planes.marker import Marker
from infograficos.elements.planes.scatter import Scatter
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame
from infograficos.text.typography import NO_BREAK_SPACE


@checked_dataclass
class LabeledScatter:
    """A scatter plot with axis names; on narrow sheets distances, and then groups, move to a legend.

    Args:
        scatter: the plane.
        x: the name of the lower axis.
        y: the name of the left axis.
        distances: the words of each labelled line, for the legend.
    """

    scatter: Scatter
    x: str
    y: str
    distances: tuple[str, ...] = ()

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the plane with all its labels on it or, if they do not fit, with a legend."""
        options = (self._labeled(), self._with_legend(groups=False), self._with_legend(groups=True))
        return layouter.layout(FirstThatFits(options), limits)

    def _labeled(self) -> Element:
        distance = Row((DashKey(), Text("distância", "label", "ink")), "tiny")
        below = Row((distance, self._x_name), "small", justify="between") if self.distances else self._x_name
        return self._plane(self.scatter, below)

    def _with_legend(self, groups: bool) -> Element:
        """Return the plane with a legend of the distances and, if `groups`, of the groups."""
        scatter = replace(self.scatter, lines=tuple(replace(line, label="") for line in self.scatter.lines))
        if groups:
            scatter = replace(scatter, groups=tuple(replace(each, name="") for each in scatter.groups))
        legends = [self._groups() if groups else [], self._distances()]
        keys = (inline_legend(items) for items in legends if items)
        return Column((self._plane(scatter, self._x_name), *keys), "small")

    def _plane(self, scatter: Scatter, below: Element) -> Element:
        above = Text(f"↑{NO_BREAK_SPACE}{self.y}", "label", "muted", literal=True)
        return Column((above, Named("plano", scatter), below), "tiny")

    @property
    def _x_name(self) -> Element:
        return Text(f"{self.x}{NO_BREAK_SPACE}→", "label", "muted", "end", literal=True)

    def _groups(self) -> list[Element]:
        items: list[Element] = []
        for group in self.scatter.groups:
            color, shape = f"{group.role}.strong", self.scatter.marks[group.marks[0]].shape
            items.append(Row((Marker(shape, color), Text(group.name, "mark", color, literal=True)), "tiny"))
        return items

    def _distances(self) -> list[Element]:
        return [Row((DashKey(), Text(words, "label", literal=True)), "tiny") for words in self.distances]
