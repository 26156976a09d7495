"""The paint and pen of an SVG's shapes, where every program draws them alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, cast

from tinycss2.color3 import parse_color

from infograficos.icons.path_data import ShapeError, read_length, read_numbers
from infograficos.icons.svg_properties import Properties
from infograficos.icons.svg_tree import Node, SvgError, shorten
from infograficos.language.messages import mark_message, message
from infograficos.scene.items import LineCap, LineJoin

#: The paints that are no colour: none, the icon's own, and that of what names none.
NONE, CURRENT, UNNAMED = "none", "currentColor", ""

#: Less of a colour than this lets see what is behind it.
_OPAQUE = 0.995

#: Properties that our own drawings do not support, their harmless values, and advice.
_FOREIGN: dict[str, tuple[tuple[str, ...], str]] = {
    "filter": ((NONE,), mark_message("tire a sombra ou o desfoque")),
    "mask": ((NONE,), mark_message("corte a forma de verdade, em vez de mascará-la")),
    "clip-path": ((NONE,), mark_message("corte a forma de verdade (no Figma, desmarque “Clip content”)")),
    "mix-blend-mode": (("normal",), mark_message("pinte com a cor final")),
    **dict.fromkeys(
        ("marker", "marker-start", "marker-mid", "marker-end"),
        ((NONE,), mark_message("desenhe a ponta como forma")),
    ),
    "stroke-dashoffset": (("0", "0px", NONE), mark_message("comece o tracejado em 0")),
    "vector-effect": ((NONE,), mark_message("converta o traço em forma")),
    "transform-origin": (("0 0", "0px 0px"), mark_message("use um transform sem origem")),
}


@dataclass(frozen=True)
class Style:
    """Paints, how much of them covers what is behind, and the pen, in the shape's own units."""

    fill: str = UNNAMED
    stroke: str = NONE
    fill_share: float = 1.0
    stroke_share: float = 1.0
    width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: LineCap = "butt"
    join: LineJoin = "miter"
    even_odd: bool = False
    is_visible: bool = True


def inherit(style: Style, given: Properties, node: Node) -> Style:
    """Return an element's style; what could not be drawn alike everywhere raises `SvgError`."""
    for name, (harmless, advice) in _FOREIGN.items():
        if given.get(name, harmless[0]) not in harmless:
            raise SvgError(
                "<{tag}> tem {property}, que não se desenha igual em todo lugar; {advice}",
                node.line,
                tag=node.tag,
                property=name,
                advice=message(advice),
            )
    try:
        share = _share(given.get("opacity", "1"))
        changes = {field: read(given[name]) for name, (field, read) in _READERS.items() if _says(given, name)}
    except ShapeError as error:
        raise SvgError(f"<{node.tag}>: {error}", node.line) from None
    if 0 < share < _OPAQUE:
        raise _translucent(node)
    return replace(style, **cast("dict[str, Any]", changes))


def is_hidden(given: Properties) -> bool:
    """Return whether an element and all that it holds are not drawn."""
    return given.get("display") == NONE or given.get("opacity") in ("0", "0%")


def visible_paint(paint: str, share: float, node: Node) -> str | None:
    """Return a paint, or None where nothing of it is seen; one that is half seen raises `SvgError`."""
    if paint == NONE or share == 0:
        return None
    if share < _OPAQUE:
        raise _translucent(node)
    return paint


def _translucent(node: Node) -> SvgError:
    return SvgError("<{tag}> é meio transparente; pinte com a cor final, opaca", node.line, tag=node.tag)


def _says(given: Properties, name: str) -> bool:
    return given.get(name, "inherit") not in ("inherit", "")


def _paint(text: str) -> str:
    if text.lower() == NONE:
        return NONE
    if "url(" in text:
        raise ShapeError("“{text}” é um gradiente ou um padrão; pinte com uma cor só", text=shorten(text))
    color = parse_color(text)
    if color is None:
        raise ShapeError(
            "“{text}” não é uma cor; esperada uma como “#1a73e8”, ou currentColor", text=shorten(text)
        )
    if isinstance(color, str):
        return CURRENT
    if color.alpha == 0:
        return NONE
    if color.alpha < _OPAQUE:
        raise ShapeError(
            "a cor “{color}” é meio transparente; pinte com a cor final, opaca", color=shorten(text)
        )
    levels = (round(255 * min(1.0, max(0.0, level))) for level in color[:3])
    return "#{:02x}{:02x}{:02x}".format(*levels)


def _share(text: str) -> float:
    percent = text.endswith("%")
    return min(1.0, max(0.0, read_length("opacity", text.removesuffix("%")) / (100 if percent else 1)))


def _dash(text: str) -> tuple[float, ...]:
    numbers = tuple(read_numbers("stroke-dasharray", "" if text == NONE else text.replace("px", "")))
    if any(number < 0 for number in numbers):
        raise ShapeError(
            "esperados em “stroke-dasharray” números positivos, veio “{text}”", text=shorten(text)
        )
    # An odd list is repeated to be even; lengths of 0 alone make no dashes.
    return numbers * (1 + len(numbers) % 2) if any(numbers) else ()


def _width(text: str) -> float:
    return max(0.0, read_length("stroke-width", text))


#: The field of a style that a property sets, and what reads its value.
_READERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "fill": ("fill", _paint),
    "stroke": ("stroke", _paint),
    "fill-opacity": ("fill_share", _share),
    "stroke-opacity": ("stroke_share", _share),
    "stroke-width": ("width", _width),
    "stroke-dasharray": ("dash", _dash),
    "stroke-linecap": ("cap", lambda text: text if text in ("round", "square") else "butt"),
    "stroke-linejoin": ("join", lambda text: text if text in ("round", "bevel") else "miter"),
    "fill-rule": ("even_odd", lambda text: text == "evenodd"),
    "visibility": ("is_visible", lambda text: text == "visible"),
}
