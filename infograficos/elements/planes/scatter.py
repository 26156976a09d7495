"""Scatter plots whose axes share one scale."""

from __future__ import annotations

from dataclasses import replace

from infograficos.content.element_words import PLANE_WORDS
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import word_cap
from infograficos.elements.card import Named
from infograficos.elements.flow import FirstThatFits
from infograficos.elements.planes.marks import DashKey, Marker, PlaneLine, ScatterData
from infograficos.elements.planes.scatter_layout import ScatterLayout
from infograficos.elements.row import Column, Row
from infograficos.elements.table import inline_legend
from infograficos.elements.text import Text
from infograficos.elements.wrap import Wrap
from infograficos.language.numbers import MINUS
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Size
from infograficos.scene.items import Frame, Placed

#: The heights to try, in times the theme's; the first at which every label fits is used.
_HEIGHTS, _NARROW_HEIGHTS = (1.0, 1.12, 1.25), (1.15, 1.35, 1.6, 1.9, 2.4)
#: Higher planes are only for labels that may not be left out.
_USUAL = 1.9


@checked_dataclass
class Scatter(ScatterData):
    """A scatter plot whose labels overlap neither each other nor lines.

    Names of marks that do not fit are left out and counted below the plane; if the label of a line or the
    name of a group does not fit, the plane overflows.
    """

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the plane as wide as offered, at the first height at which all labels fit."""
        look = layouter.look
        width = limits.min_width or min(limits.max_width, 4 * look.size("picture_width"))
        layouts: list[ScatterLayout] = []
        narrow = width < look.theme.sheet.narrow
        for height in _NARROW_HEIGHTS if narrow else _HEIGHTS:
            if height > _USUAL and not all(layout.unplaced_labels for layout in layouts):
                break
            layout = ScatterLayout(self, Size(width, height * look.size("plane")), layouter)
            if not layout.unplaced_labels and not layout.unplaced_names:
                return layout.frame()
            layouts.append(layout)
        best = min(layouts, key=lambda layout: (layout.unplaced_labels, layout.unplaced_names))
        return _overflow(best.frame(), best.unplaced_labels * look.space("medium"))


def _overflow(frame: Frame, height: float) -> Frame:
    """Return a frame that overflows by a height, for the labels that do not fit."""
    if not height:
        return frame
    size = Size(frame.size.width, frame.size.height + height)
    return Frame(size, (Placed(ORIGIN, replace(frame, size=size, offered=frame.size)),))


@checked_dataclass
class LabeledScatter:
    """A scatter plot with axis names; on narrow sheets distances, and then groups, move to a legend.

    Args:
        distances: the texts of the labelled lines, for the legend.
    """

    scatter: Scatter
    x: str
    y: str
    distances: tuple[str, ...] = ()

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the plane with all its labels on it or, if they do not fit, with a legend."""
        options = [self._with_labels()]
        # A legend of nothing gives no more room, and places for names are costly to find.
        options += [self._with_legend(groups=False)] if self.distances else []
        options += [self._with_legend(groups=True)] if any(each.name for each in self.scatter.groups) else []
        return layouter.layout(FirstThatFits(tuple(options)), limits)

    def _with_labels(self) -> Element:
        distance = Row((DashKey(), Text(PLANE_WORDS("distance"), "label", "ink")), "tiny")
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
        above = Text(self.y, "label", "muted", literal=True)
        return Column((above, Named("plano", scatter), below), "small")

    @property
    def _x_name(self) -> Element:
        return Text(self.x, "label", "muted", "end", literal=True)

    def _groups(self) -> list[Element]:
        items: list[Element] = []
        for group in self.scatter.groups:
            color, shape = f"{group.role}.strong", self.scatter.marks[group.marks[0]].shape
            items.append(Row((Marker(shape, color), Text(group.name, "mark", color, literal=True)), "tiny"))
        return items

    def _distances(self) -> list[Element]:
        lines = [line for line in self.scatter.lines if line.label]
        return [
            Row((DashKey(line.color, bool(line.solid)), _distance(line, words)), "tiny")
            for line, words in zip(lines, self.distances, strict=True)
        ]


def _distance(line: PlaneLine, words: str) -> Element:
    """Return a distance for the legend, on a pill if it is the one to remember."""
    return replace(line, label=words).pill() if line.solid else Text(words, "label", literal=True)


def equation(terms: tuple[str, str, str], answer: str | None, role: str) -> Element:
    """Return a sum of words on key caps: the first minus the second plus the third is about the answer."""
    signs = ["", MINUS, "+"]
    parts = [_term(sign, word_cap(word, role)) for sign, word in zip(signs, terms, strict=True)]
    if answer:
        parts.append(_term("≈", word_cap(answer, role, "solid")))
    return Wrap((*parts, Marker("ring", f"{role}.strong")) if not answer else tuple(parts), "small", "small")


def _term(sign: str, cap: Element) -> Element:
    words = Text(sign, "strong", "ink", literal=True)
    return Row((words, cap), "small") if sign else cap
