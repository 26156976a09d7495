"""Small pictures of what a stage does, all of one size, made of the same elements as the figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp
from typing import get_args

from infograficos.elements.card import Card
from infograficos.elements.charts.curve import Curve
from infograficos.elements.column import Column
from infograficos.elements.flow import Grow, Spacer
from infograficos.elements.icon import Icon
from infograficos.elements.images.symbols import PictogramName
from infograficos.elements.matrices.heatmap import Heatmap
from infograficos.elements.row import Row
from infograficos.elements.shapes import Swatch
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Frame


@dataclass(frozen=True, slots=True)
class Pictogram:
    """A small picture by its name, as wide and as high as the theme's pictures are.

    Args:
        name: one of `PICTURE_NAMES`, of the module of signs.
        accent: the role of the figure's one strong fill, which the picture may use as well.
        ground: the name of the colour that it lies on.
    """

    name: PictogramName
    accent: str = "response"
    ground: str = "surface"

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the picture, always of the same size."""
        width, height = layouter.look.size("picture_width"), layouter.look.size("picture_height")
        return layouter.layout(_PICTURES[self.name](self), Limits(width, height, width, height))


def stage_symbol(name: str, role: str, accent: str, ground: str) -> Element:
    """Return what stands for a stage: a small picture or, by the name of one, an icon on a tile.

    Args:
        name: of a picture or an icon.
        role: whose colours an icon has.
        accent: the role of the figure's one strong fill.
        ground: the name of the colour that it lies on.
    """
    for each in get_args(PictogramName):
        if each == name:
            return Pictogram(each, accent, ground)
    soft = f"{role}.soft"
    return Icon(name, f"{role}.strong", tile="surface" if ground == soft else soft)


def _pairs(_picture: Pictogram) -> Element:
    rows = tuple(
        Grow(Row((Grow(_tinted("instruction"), 2), Grow(_tinted("response"), 3)), "tiny", "stretch"))
        for _ in range(3)
    )
    return Column(rows, "hair")


def _tokens(_picture: Pictogram) -> Element:
    return Row(tuple(Grow(_token(text, role)) for text, role in _IDS), "tiny", "stretch")


def _token(text: str, role: str) -> Element:
    words = Text(text, "mark", f"{role}.strong", "center", literal=True)
    return Card(words, f"{role}.soft", f"{role}.line", "tiny", "tiny", "bar", align="center")


def _weights(picture: Pictogram) -> Element:
    if picture.ground != "model.soft":
        return Heatmap(_WEIGHTS, "model")
    # The palest cells would be of the ground's own colour.
    return Heatmap(tuple(tuple(_PALEST + (1 - _PALEST) * w for w in row) for row in _WEIGHTS), "model")


def _curve(_picture: Pictogram) -> Element:
    return Curve(_LOSSES)


def _chat(picture: Pictogram) -> Element:
    question = Row((Grow(_tinted("instruction", "inner"), 3), Grow(Spacer(), 2)), "none", "stretch")
    answer = Row(
        (Grow(Spacer(), 2), Grow(Swatch(f"{picture.accent}.strong", radius="inner"), 3)), "none", "stretch"
    )
    return Column((Grow(question), Grow(answer)), "tiny")


def _tinted(role: str, radius: str = "bar") -> Swatch:
    return Swatch(f"{role}.soft", f"{role}.line", radius=radius)


#: Numbers of tokens, each in the colours of the field that it comes from.
_IDS = (("12", "instruction"), ("7", "input"), ("531", "response"))

#: A loss that falls as it does in training: fast, then slowly.
_LOSSES = tuple(0.25 + 0.75 * exp(-0.5 * step) for step in range(12))

#: How strong each weight of the small matrix is, from 0 to 1.
_WEIGHTS = ((0.2, 0.6, 0.3, 0.7, 0.9, 0.1), (0.1, 0.8, 0.3, 0.2, 1.0, 0.5))

#: How strong a weight looks at least, where the matrix lies on its own soft tone.
_PALEST = 0.4

_PICTURES: dict[str, Callable[[Pictogram], Element]] = {
    "pairs": _pairs,
    "tokens": _tokens,
    "weights": _weights,
    "curve": _curve,
    "chat": _chat,
}
