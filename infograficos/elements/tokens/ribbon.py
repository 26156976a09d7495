"""A text on a ribbon: cut into tokens, and whole again."""

from __future__ import annotations

from dataclasses import replace

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.icon import Icon
from infograficos.elements.polyline import DASH
from infograficos.elements.row import Row
from infograficos.elements.shapes import Arrow
from infograficos.elements.text import Text
from infograficos.elements.tokens.chip import token_words
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point
from infograficos.scene.items import Frame, Path, Placed, Stroke, polyline


@checked_dataclass
class CutPiece:
    """A token as a piece of a text on a ribbon, with a dashed line at its left where the text is cut.

    Args:
        gap: the space before it, in whose middle the line is.
    """

    token: str
    role: str
    is_cut: bool = True
    gap: str = "tiny"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the words with room above and below, and the line over all of it."""
        look = layouter.look
        words = Card(token_words(self.token, f"{self.role}.strong"), None, None, "tiny", "hair")
        frame = layouter.layout(words, limits)
        if not self.is_cut:
            return frame
        x, beyond = -look.space(self.gap) / 2, look.space("plate")
        ends = Point(x, -beyond), Point(x, frame.size.height + beyond)
        pen = Stroke(look.paint("muted"), look.stroke("rule"), DASH)
        return replace(frame, items=(*frame.items, Placed(ORIGIN, Path(polyline(*ends), stroke=pen))))


def scissors(words: str, key: str = "") -> Element:
    """Return scissors with what they do, for above a ribbon, and what a sign on it means."""
    done = Row((Icon("scissors", "muted"), Text(words, "label", "muted", literal=True)), "tiny")
    legend = (Text(key, "label", "muted", literal=True),) if key else ()
    return Row((done, *legend), "large", justify="center")


def ribbon(text: str, role: str) -> Element:
    """Return a whole text on a ribbon of its role."""
    words = Text(text, "strong", f"{role}.strong", "center", literal=True)
    return Card(words, f"{role}.tint", None, "small", radius="bar")


def flow_to_text(words: str) -> Element:
    """Return an arrow down to a text, in the middle, with what it does beside it."""
    arrow, name = Arrow("down", "model.mark", "accent", "link"), Text(words, "label", "muted", literal=True)
    cells = Cell(arrow, 0, 1), Cell(name, 0, 2, justify="start")
    return Grid(cells, (1.0, 0.0, 1.0), "tiny", "none", equal=True)
