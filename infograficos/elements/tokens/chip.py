"""Token chips and their numbers."""

from __future__ import annotations

from typing import Literal

from infograficos.content.token_text import visible_parts
from infograficos.elements.card import Card
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.errors import look_up
from infograficos.layout import Element

Style = Literal["soft", "inked", "strong", "plain"]


def token_chip(token: str, role: str, style: Style = "soft", slim: bool = False) -> Element:
    """Return a token on a small surface, its spaces as pale signs.

    Words in two roles are `inked`, the one of these to look at `strong`; a `plain` one is context. Slim chips
    are less high.
    """
    styles = {
        "soft": (f"{role}.soft", f"{role}.strong", f"{role}.line"),
        "inked": (f"{role}.soft", "ink", f"{role}.line"),
        "strong": (f"{role}.soft", "ink", f"{role}.strong"),
        "plain": ("surface", "muted", "line"),
    }
    fill, ink, border = look_up("o estilo", style, styles)
    parts = tuple(
        Text(part, "label" if blank else "mark", "muted" if blank else ink, "center", literal=True)
        for part, blank in visible_parts(token)
    )
    words: Element = parts[0] if len(parts) == 1 else Row(parts, "none", "baseline", "center")
    stroke = "arrow" if style == "strong" else "border"
    return Card(words, fill, border, "tiny" if slim else "small", "small", "chip", stroke)


def token_number(value: int, color: str = "muted") -> Element:
    """Return a token's id or index, to stand under or over its chip."""
    words = Text(str(value), "label", color, "center", literal=True, tabular=True)
    return Card(words, None, None, "none", "hair")
