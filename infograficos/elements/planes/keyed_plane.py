"""A plane with points between the names of its axes, and a key below it for what finds no place on it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from infograficos.elements.card import Named
from infograficos.elements.column import Column
from infograficos.elements.flow import FirstThatFits
from infograficos.elements.headings import inline_legend
from infograficos.elements.planes.dashes import Dashes
from infograficos.elements.planes.marker import Marker
from infograficos.elements.planes.marks import Plot
from infograficos.elements.planes.scatter import Scatter
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame
from infograficos.text.typography import NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class KeyedPlane:
    """Points with the names of both axes; where it is narrow, distances and then groups move to a key.

    Args:
        plot: what stands on the plane.
        x: the name of the lower axis.
        y: the name of the left axis.
        distances: what each labelled line says in words, for the key.
    """

    plot: Plot
    x: str
    y: str
    distances: tuple[str, ...] = ()

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the plane with all its words on it or, where they find no place, with a key."""
        options = (self._labelled(), self._keyed(named=True), self._keyed(named=False))
        return layouter.layout(FirstThatFits(options), limits)

    def _labelled(self) -> Element:
        measure = Row((Dashes(), Text("distância", "label", "ink")), "tiny")
        low = Row((measure, self._right), "small", justify="between") if self.distances else self._right
        return self._plane(self.plot, low)

    def _keyed(self, named: bool) -> Element:
        """Return the plane with a key of the distances and, if not `named` on it, of the groups."""
        plot = replace(self.plot, spans=tuple(replace(span, label="") for span in self.plot.spans))
        if not named:
            plot = replace(plot, groups=tuple(replace(group, name="") for group in plot.groups))
        keys = (*(() if named else self._group_key()), *self._distance_key())
        return Column((self._plane(plot, self._right), *keys), "small")

    def _plane(self, plot: Plot, low: Element) -> Element:
        up = Text(f"↑{NO_BREAK_SPACE}{self.y}", "label", "muted", literal=True)
        return Column((up, Named("plano", Scatter(plot)), low), "tiny")

    @property
    def _right(self) -> Element:
        return Text(f"{self.x}{NO_BREAK_SPACE}→", "label", "muted", "end", literal=True)

    def _group_key(self) -> tuple[Element, ...]:
        items = []
        for group in self.plot.groups:
            color, shape = f"{group.role}.strong", self.plot.marks[group.marks[0]].shape
            items.append(Row((Marker(shape, color), Text(group.name, "mark", color, literal=True)), "tiny"))
        return (inline_legend(items),) if items else ()

    def _distance_key(self) -> tuple[Element, ...]:
        items = [Row((Dashes(), Text(words, "label", literal=True)), "tiny") for words in self.distances]
        return (inline_legend(items),) if items else ()
