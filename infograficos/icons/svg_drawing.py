"""Redraws an author's SVG as our own paths, on the grid of the icons."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from fontTools.misc.transform import Identity, Transform

from infograficos.icons import GRID
from infograficos.icons.path_data import ShapeError, read_length, read_numbers
from infograficos.icons.svg_parts import IconPart, PartCollector
from infograficos.icons.svg_style import CURRENT, UNNAMED, Style
from infograficos.icons.svg_tree import Node, SvgError, parse_tree
from infograficos.scene.flattening import flatten
from infograficos.scene.geometry import ORIGIN, Rect
from infograficos.scene.items import Path

#: How far beyond its viewBox a drawing may reach, in shares of the larger side.
_MARGIN = 0.04


@lru_cache(maxsize=64)
def draw_svg(data: bytes) -> tuple[IconPart, ...]:
    """Return an SVG's shapes in painting order, fitted to the grid.

    What names no paint is black in a drawing that names colours, and of the icon's colour in another. What
    cannot be redrawn raises `SvgError`.
    """
    root = parse_tree(data)
    collector = PartCollector(root)
    collector.collect(root, Style(), _fit(root))
    parts = collector.parts
    if not parts:
        raise SvgError("não desenha nada; esperada ao menos uma forma pintada")
    _validate_extent(parts)
    named = {paint for part in parts for paint in (part.fill, part.stroke)} - {None, CURRENT, UNNAMED}
    plain = "#000000" if named else CURRENT
    return tuple(
        replace(part, fill=_name(part.fill, plain), stroke=_name(part.stroke, plain)) for part in parts
    )


def _fit(root: Node) -> Transform:
    """Return the transform that puts a drawing in the middle of the grid, as large as fits."""
    try:
        box = _view_box(root)
    except ShapeError as error:
        raise SvgError(f"<svg>: {error}", root.line) from None
    if len(box) != len("xywh") or min(box[2:]) <= 0:
        raise SvgError("<svg>: esperados em viewBox um começo e um tamanho maior que zero", root.line)
    x, y, width, height = box
    scale = GRID / max(width, height)
    return Identity.translate(GRID / 2, GRID / 2).scale(scale).translate(-x - width / 2, -y - height / 2)


def _view_box(root: Node) -> list[float]:
    given = root.attributes
    if "viewBox" in given:
        return read_numbers("viewBox", given["viewBox"])
    if {"width", "height"} <= set(given):
        return [0.0, 0.0, *(read_length(name, given[name]) for name in ("width", "height"))]
    raise ShapeError("não diz o tamanho; esperado viewBox=“0 0 LARGURA ALTURA”")


def _validate_extent(parts: list[IconPart]) -> None:
    """Refuse a drawing beyond its viewBox, which a browser would cut off."""
    room = Rect(0.0, 0.0, GRID, GRID).inflate(_MARGIN * GRID)
    for part in parts:
        pen = 0.0 if part.stroke is None else part.width
        reached = [end for segment in flatten(Path(part.commands), ORIGIN) for end in segment]
        if not reached or not room.holds(Rect.around(reached).inflate(pen / 2)):
            raise SvgError("o desenho sai do viewBox; ajuste a página ao desenho antes de exportar")


def _name(paint: str | None, plain: str) -> str | None:
    return plain if paint == UNNAMED else paint
