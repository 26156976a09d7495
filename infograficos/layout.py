"""Limits go down, a size comes up, the parent places: the protocol that every element speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from infograficos.scene.dump import Origin
from infograficos.scene.geometry import Limits, Size
from infograficos.scene.items import Frame, exceeds

if TYPE_CHECKING:
    from infograficos.text.paragraph import Ruler
    from infograficos.theme import ResolvedTheme


class Element(Protocol):
    """Anything that can be laid out: offered limits, it answers with a placed frame."""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the element's frame, as close to the limits as its content allows."""
        ...


class Layouter:
    """The one door through which elements are laid out.

    It answers the same question only once, and marks every frame that needed more room than it was offered.

    Args:
        look: the theme in one of its variants.
        ruler: what shapes and measures text.
    """

    def __init__(self, look: ResolvedTheme, ruler: Ruler) -> None:
        self.look = look
        self.ruler = ruler
        # An element is kept beside its frame, so that its identity is not given to another one.
        self._answers: dict[tuple[float, ...], tuple[Element, Frame]] = {}

    def layout(self, element: Element, limits: Limits) -> Frame:
        """Return an element's frame within limits, marked where it overflows them."""
        key = (id(element), limits.max_width, limits.max_height, limits.min_width, limits.min_height)
        answer = self._answers.get(key)
        if answer is None:
            frame = element.layout(limits, self)
            if exceeds(frame.size, limits):
                frame = frame.marked(offered=Size(limits.max_width, limits.max_height))
            answer = self._answers[key] = (element, frame)
        return answer[1]

    def origins(self) -> dict[int, Origin]:
        """Return the origin of each frame laid out so far, by the frame's `id`; see `dump_frame`."""
        origins: dict[int, Origin] = {}
        for (_, *limits), (element, frame) in self._answers.items():
            name, inner = type(element).__name__, origins.get(id(frame))
            # An element that is only another one in disguise answers with that one's frame.
            origins[id(frame)] = Origin(f"{name} > {inner.element}" if inner else name, Limits(*limits))
        return origins

    def natural(self, element: Element) -> Size:
        """Return the size that an element would like, were there no limits."""
        return self.layout(element, Limits()).size

    def narrowest(self, element: Element) -> float:
        """Return the width, in units, below which an element cannot go without overflowing."""
        return self.layout(element, Limits(max_width=0.0)).size.width
