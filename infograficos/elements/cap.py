"""Key caps: a face over a lower edge, as tokens, numbers and scores are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import DOTS
from infograficos.elements.text import Text
from infograficos.errors import look_up
from infograficos.layout import Element, Layouter
from infograficos.scene.color import from_oklch, to_oklch
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Paint, Placed, Purpose, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: `context` is read, `focus` is what matters or is learned from, `solid` the one thing to remember, `neutral`
#: there without a part in it, `value` a white face for what is read off it, `pending` not there yet, `masked`
#: switched off.
CapState = Literal["context", "focus", "solid", "neutral", "value", "pending", "masked"]

#: Where a child is on a face: in its middle; as wide as it, in the middle of its height or at its top.
Fit = Literal["center", "stretch", "top"]

#: The largest radius of a cap's corners, as a share of its shorter side.
_ROUNDEST = 0.28


#: The tone of the face in the states that have one of their role.
_FACE_TONES = {"context": "soft", "focus": "mid", "solid": "solid"}

#: The tone of the edge below each tone of a face; that of a solid one is a shade of it.
_EDGES = {"soft": "line", "tint": "line", "mid": "deep", "body": "deep"}

#: How much darker a solid face's edge is, in lightness in OKLCH.
_SHADE = 0.1


def cap_ink(role: str, state: CapState) -> str:
    """Return the name of the colour of the words on a cap in a state."""
    strong = f"{role}.strong"
    inks = {"context": strong, "focus": "ink", "solid": "paper", "neutral": "muted", "pending": strong}
    return look_up("o estado", state, inks | {"value": strong, "masked": "masked.strong"})


def edge_paint(look: ResolvedTheme, role: str, tone: str) -> Paint:
    """Return the colour of the edge below a face in a tone of its role."""
    if tone in _EDGES:
        return look.paint(f"{role}.{_EDGES[tone]}")
    lightness, chroma, hue = to_oklch(look.paint(f"{role}.{tone}").value)
    return Paint(f"{role}.shade", from_oklch(lightness - _SHADE, chroma, hue))


@checked_dataclass
class Cap:
    """A key cap with a child on its face.

    Args:
        padding: the space above and below the child.
        side: the space at its left and right.
        slim: a lower edge of 3 units instead of 5, as in dense strips, and taken from the padding.
        fit: where on the face the child is.
    """

    child: Element
    role: str
    state: CapState = "context"
    padding: str = "small"
    side: str = "small"
    slim: bool = False
    fit: Fit = "center"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the cap, at least as large as the minimum size."""
        look = layouter.look
        depth = cap_depth(look, self.slim)
        padding = self.padding, self.side
        frame, whole = lay_out_on_cap(
            self.child, limits, layouter, padding, depth, added=not self.slim, fit=self.fit
        )
        surface = paint_state(whole, self.role, self.state, look, depth)
        return _with_surface(frame, surface)


def word_cap(
    text: str,
    role: str,
    state: CapState = "context",
    style: str = "mark",
    padding: str = "small",
    *,
    side: str = "small",
) -> Cap:
    """Return a short text on a key cap; the text is drawn as it is."""
    words = Text(text, style, cap_ink(role, state), "center", literal=True)
    return Cap(words, role, state, padding, side)


@checked_dataclass
class ShadeBand:
    """A dotted slate band around a child, for what is switched off."""

    child: Element
    padding: str = "small"
    side: str = "small"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the band, at least as large as the minimum size."""
        frame, whole = lay_out_on_cap(self.child, limits, layouter, (self.padding, self.side), 0.0)
        band = paint_state(whole, "masked", "masked", layouter.look, 0.0)
        return _with_surface(frame, band)


def _with_surface(frame: Frame, surface: Iterable[Drawable]) -> Frame:
    return Frame(frame.size, (*(Placed(ORIGIN, item) for item in surface), *frame.items), frame.baseline)


def lay_out_on_cap(
    child: Element,
    limits: Limits,
    layouter: Layouter,
    padding: tuple[str, str],
    depth: float,
    *,
    added: bool = True,
    fit: Fit = "center",
) -> tuple[Frame, Rect]:
    """Return a frame with a child on a cap's face, and the rectangle of the whole cap.

    Args:
        padding: the names of the spaces above and below the child, and at its sides.
        depth: the height of the lower edge, in units.
        added: add it to the padding instead of taking it from there.
        fit: where on the face the child is.
    """
    down, across = (layouter.look.space(name) for name in padding)
    least = 0.0 if fit == "center" else max(0.0, limits.min_width - 2 * across)
    room = Limits(max(0.0, limits.max_width - 2 * across), limits.max_height, least)
    inside = layouter.layout(child, room)
    width = max(inside.size.width + 2 * across, limits.min_width)
    # Without padding, there is none to take the edge from.
    height = inside.size.height + max(depth, 2 * down + (depth if added else 0.0))
    height = max(height, limits.min_height)
    top = down if fit == "top" else (height - depth - inside.size.height) / 2
    at = Point((width - inside.size.width) / 2, top)
    baseline = None if inside.baseline is None else at.y + inside.baseline
    whole = Rect(0.0, 0.0, width, height)
    return Frame(Size(width, height), (Placed(at, inside),), baseline), whole


def cap_depth(look: ResolvedTheme, slim: bool = False) -> float:
    """Return the height of a cap's lower edge, in units."""
    return look.size("slim_edge" if slim else "edge")


def paint_state(
    rect: Rect, role: str, state: CapState, look: ResolvedTheme, depth: float
) -> tuple[Drawable, ...]:
    """Return the drawables of a cap in a state; a dotted one has no lower edge."""
    if state in _FACE_TONES:
        tone = _FACE_TONES[state]
        return paint_cap(rect, (look.paint(f"{role}.{tone}"), edge_paint(look, role, tone)), look, depth)
    if state in ("neutral", "value"):
        edge = look.paint("line" if state == "neutral" else f"{role}.body")
        return paint_cap(rect, (look.paint("surface"), edge), look, depth)
    is_masked = state == "masked"
    pen = Stroke(look.paint("masked.mark" if is_masked else f"{role}.mark"), look.stroke("border"), DOTS)
    flat = Rect(rect.x, rect.y, rect.width, rect.height - depth).inflate(-pen.width / 2)
    return (Box(flat, look.paint("masked.soft") if is_masked else None, pen, cap_radius(rect, look)),)


def paint_cap(
    rect: Rect, paints: tuple[Paint, Paint], look: ResolvedTheme, depth: float, purpose: Purpose = "surface"
) -> tuple[Box, Box]:
    """Return a cap's edge and its face, which leaves a border of the edge around it.

    Args:
        paints: of the face and the edge.
        depth: the height of the lower edge, in units.
        purpose: of the face; the edge is an ornament.
    """
    border, radius = look.stroke("border"), cap_radius(rect, look)
    top = Rect(rect.x + border, rect.y + border, rect.width - 2 * border, rect.height - border - depth)
    back = Box(rect, paints[1], None, radius, "ornament")
    return back, Box(top, paints[0], None, max(0.0, min(radius - border, top.height / 2)), purpose)


def cap_radius(rect: Rect, look: ResolvedTheme) -> float:
    """Return the radius of a cap's corners."""
    return min(look.radius("chip"), _ROUNDEST * min(rect.width, rect.height))
