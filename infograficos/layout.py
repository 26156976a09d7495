"""The layout protocol: constraints go down, sizes go up, the parent sets the position."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Protocol

from infograficos.scene.dump import Origin
from infograficos.scene.geometry import Limits, Size
from infograficos.scene.items import Frame, exceeds

if TYPE_CHECKING:
    from infograficos.text.paragraph import Ruler
    from infograficos.theme import ResolvedTheme


_UNLIMITED, _NO_WIDTH = Limits(), Limits(max_width=0.0)


class Element(Protocol):
    """Anything that can be laid out within limits."""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the element's frame, as close to the limits as its content allows."""


class Layouter:
    """Lays out elements, caches each result, and marks frames that overflow.

    Args:
        look: the theme in one of its variants.
        ruler: shapes and measures text.
    """

    def __init__(self, look: ResolvedTheme, ruler: Ruler) -> None:
        self.look = look
        self.ruler = ruler
        #: Whether a row that does not fit is laid out as a column.
        self.stacks_rows = False
        #: How much height the sheet leaves for the body, for what is as high as there is room.
        self.height_left = inf
        # Keeping the element prevents the reuse of its `id`.
        self._cache: dict[tuple[float, ...], tuple[Element, Frame]] = {}

    def layout(self, element: Element, limits: Limits) -> Frame:
        """Return an element's frame within limits, marked where it overflows them."""
        key = (id(element), limits.max_width, limits.max_height, limits.min_width, limits.min_height)
        cached = self._cache.get(key)
        if cached is None:
            frame = element.layout(limits, self)
            if exceeds(frame.size, limits):
                frame = frame.copy_with(offered=Size(limits.max_width, limits.max_height))
            cached = self._cache[key] = (element, frame)
        return cached[1]

    def stack_rows(self) -> None:
        """Lay out anew from now on, with columns in place of rows that do not fit."""
        self.stacks_rows = True
        self._cache.clear()

    def origins(self) -> dict[int, Origin]:
        """Return the origin of each frame laid out so far, by the frame's `id`; see `dump_frame`."""
        origins: dict[int, Origin] = {}
        for (_, *limits), (element, frame) in self._cache.items():
            name, inner = type(element).__name__, origins.get(id(frame))
            # A wrapper returns its child's frame.
            origins[id(frame)] = Origin(f"{name} > {inner.element}" if inner else name, Limits(*limits))
        return origins

    def natural(self, element: Element) -> Size:
        """Return an element's size without limits."""
        return self.layout(element, _UNLIMITED).size

    def narrowest(self, element: Element) -> float:
        """Return an element's min-content width in units."""
        return self.layout(element, _NO_WIDTH).size.width
