"""Pictograms of stages, all of one size, drawn with the elements of figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp

from infograficos.content.checks import PICTOGRAM_NAMES, PictogramName
from infograficos.elements.card import Card
from infograficos.elements.flow import Grow, Spacer
from infograficos.elements.images.raw_data import Curve
from infograficos.elements.matrices.cells import Heatmap
from infograficos.elements.row import Column, Row
from infograficos.elements.shapes import Icon, Swatch
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame


@dataclass(frozen=True, slots=True)
class Pictogram:
    """A pictogram by its name.

    Args:
        accent: the role of the figure's one strong fill, which the pictogram may use as well.
        ground: the name of the colour that it lies on.
    """

    name: PictogramName
    accent: str = "response"
    ground: str = "surface"

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the pictogram in the theme's size, whatever is offered."""
        width, height = layouter.look.size("picture_width"), layouter.look.size("picture_height")
        return layouter.layout(_PICTOGRAMS[self.name](self), Limits(width, height, width, height))


def stage_symbol(name: str, role: str, accent: str, ground: str) -> Element:
    """Return the pictogram of a name or, for other names, the icon in its role on a tile; see `Pictogram`."""
    for each in PICTOGRAM_NAMES:
        if each == name:
            return Pictogram(each, accent, ground)
    soft = f"{role}.soft"
    return Icon(name, f"{role}.strong", tile="surface" if ground == soft else soft)


def _pairs(_pictogram: Pictogram) -> Element:
    sides = Grow(_swatch("instruction"), 2), Grow(_swatch("response"), 3)
    return Column((Grow(Row(sides, "tiny", "stretch")),) * 3, "hair")


def _tokens(_pictogram: Pictogram) -> Element:
    cards = []
    for text, role in _IDS:
        words = Text(text, "mark", f"{role}.strong", "center", literal=True)
        card = Card(words, f"{role}.soft", f"{role}.line", "tiny", "tiny", "bar", align="center")
        cards.append(Grow(card))
    return Row(tuple(cards), "tiny", "stretch")


def _weights(pictogram: Pictogram) -> Element:
    # On the model's soft tone, the palest cells would vanish.
    palest = _PALEST if pictogram.ground == "model.soft" else 0.0
    return Heatmap(tuple(tuple(palest + (1 - palest) * w for w in row) for row in _WEIGHTS), "model")


def _chat(pictogram: Pictogram) -> Element:
    question = Grow(_swatch("instruction", "inner"), 3), Grow(Spacer(), 2)
    answer = Grow(Spacer(), 2), Grow(Swatch(f"{pictogram.accent}.strong", radius="inner"), 3)
    return Column(tuple(Grow(Row(sides, "none", "stretch")) for sides in (question, answer)), "tiny")


def _swatch(role: str, radius: str = "bar") -> Swatch:
    return Swatch(f"{role}.soft", f"{role}.line", radius=radius)


#: Numbers of tokens, each in the colours of the field that it comes from.
_IDS = (("12", "instruction"), ("7", "input"), ("531", "response"))

#: A loss that falls as it does in training: fast, then slowly.
_LOSSES = tuple(0.25 + 0.75 * exp(-0.5 * step) for step in range(12))

#: The magnitude of each weight of the small matrix, from 0 to 1.
_WEIGHTS = ((0.2, 0.6, 0.3, 0.7, 0.9, 0.1), (0.1, 0.8, 0.3, 0.2, 1.0, 0.5))

#: The least magnitude shown where the matrix lies on its own soft tone.
_PALEST = 0.4

_PICTOGRAMS: dict[str, Callable[[Pictogram], Element]] = {
    "pairs": _pairs,
    "tokens": _tokens,
    "weights": _weights,
    "curve": lambda _pictogram: Curve(_LOSSES),
    "chat": _chat,
}
