"""Collects what the elements of an author's SVG paint, as parts that our own drawings have."""

from __future__ import annotations

from collections.abc import Iterable

from fontTools.misc.transform import Transform

from infograficos.icons.path_data import ShapeError, read_length, read_path, shape_data
from infograficos.icons.svg_properties import Properties, Stylesheet
from infograficos.icons.svg_style import Style, inherit, is_hidden, visible_paint
from infograficos.icons.svg_transform import pen_scale, read_transform, transform_commands
from infograficos.icons.svg_tree import MAX_NODES, Node, SvgError, ids, shorten
from infograficos.language.messages import mark_message, message
from infograficos.scene.items import LineCap, LineJoin, PathCommand
from infograficos.value_object import value_object

#: How many steps a drawing may have, all its clones counted, and how deep these may be nested.
MAX_STEPS, _MAX_CLONES = 1_500, 8

#: The least length of a dash and a gap on the grid; shorter ones are too many to draw.
_MIN_DASH = 0.2

_GROUPS = frozenset(("g", "a", "use"))
_SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))

#: Elements that show nothing where they stand.
_UNSEEN = frozenset(
    "title desc metadata defs style symbol linearGradient radialGradient pattern filter mask clipPath marker"
    " cursor view".split()
)

_INTO_CURVES = mark_message("converta o texto em curvas (no Inkscape, Caminho › Objeto para caminho)")
_UNLINK = mark_message("desvincule o clone (no Inkscape, Editar › Clonar › Desvincular)")
_SIMPLIFY = mark_message("simplifique-o (no Inkscape, Caminho › Simplificar)")

#: Advice for elements that our own drawings do not support.
_ADVICE = {
    **dict.fromkeys(("text", "tspan", "textPath"), _INTO_CURVES),
    "image": mark_message("dê como ícone o próprio PNG, em vez do SVG que o contém"),
    "foreignObject": mark_message("desenhe com formas o que ele mostra"),
    "script": mark_message("apague-o; um ícone não muda"),
    **dict.fromkeys(
        ("animate", "animateTransform", "animateMotion", "set"), mark_message("apague a animação")
    ),
    "svg": mark_message("desagrupe o SVG que está dentro do outro"),
    "switch": mark_message("deixe só a versão que vale"),
}
_REMOVE = mark_message("tire-o do desenho")


@value_object
class IconPart:
    """A path on the icons' grid; a paint is a colour, a word of `svg_style`, or None."""

    commands: tuple[PathCommand, ...]
    fill: str | None
    stroke: str | None
    width: float
    dash: tuple[float, ...]
    cap: LineCap
    join: LineJoin
    even_odd: bool


class PartCollector:
    """Goes through elements in painting order; what cannot be redrawn raises `SvgError`."""

    def __init__(self, root: Node) -> None:
        self.parts: list[IconPart] = []
        self._root, self._ids, self._stylesheet = root, ids(root), Stylesheet(root)
        self._visits = self._steps = self._clones = 0

    def collect(self, node: Node, style: Style, by: Transform) -> None:
        """Add the parts of an element, in the style and by the transform of what is around it."""
        if node.tag in _UNSEEN:
            return
        self._validate(node)
        given = self._stylesheet.properties(node)
        if is_hidden(given):
            return
        style = inherit(style, given, node)
        try:
            by = by.transform(read_transform(node.attributes.get("transform", "")))
            if node.tag in _SHAPES:
                self._add_shape(node, given, style, by)
            elif node.tag == "use":
                by = by.translate(*(read_length(name, given.get(name) or "0") for name in "xy"))
        except ShapeError as error:
            raise SvgError(f"<{node.tag}>: {error}", node.line) from None
        self._collect_all(self._clone(node) if node.tag == "use" else node.children, style, by)
        self._clones -= node.tag == "use"

    def _collect_all(self, nodes: Iterable[Node], style: Style, by: Transform) -> None:
        for node in nodes:
            if node is not self._root:
                self.collect(node, style, by)

    def _validate(self, node: Node) -> None:
        if node.tag not in _GROUPS | _SHAPES and node is not self._root:
            advice = message(_ADVICE.get(node.tag, _REMOVE))
            raise SvgError(
                "<{tag}> não pode ser redesenhado; {advice}", node.line, tag=node.tag, advice=advice
            )
        self._visits += 1
        if self._visits > MAX_NODES:
            raise SvgError(
                "o desenho mostra mais de {most} elementos, contados os clones; {advice}",
                most=MAX_NODES,
                advice=message(_SIMPLIFY),
            )

    def _clone(self, node: Node) -> list[Node]:
        """Return what a `use` shows, which has to be a group or a shape of the same drawing."""
        link = node.attributes.get("href", "")
        found = self._ids.get(link[1:]) if link.startswith("#") else None
        self._clones += 1
        if found is None or found.tag not in _GROUPS | _SHAPES or self._clones > _MAX_CLONES:
            raise SvgError(
                "<use> mostra “{link}”, que não pode ser redesenhado; {advice}",
                node.line,
                link=shorten(link),
                advice=message(_UNLINK),
            )
        return [found]

    def _add_shape(self, node: Node, given: Properties, style: Style, by: Transform) -> None:
        commands = read_path(shape_data(node.tag, given))
        self._steps += len(commands)
        if self._steps > MAX_STEPS:
            advice = message(_SIMPLIFY)
            raise SvgError("o desenho tem mais de {most} passos; {advice}", most=MAX_STEPS, advice=advice)
        fill = visible_paint(style.fill, style.fill_share, node)
        stroke = visible_paint(style.stroke, style.stroke_share, node) if style.width else None
        if len(commands) < 2 or not style.is_visible or (fill is None and stroke is None):
            return
        scale = 1.0 if stroke is None else pen_scale(by)
        if scale is None:
            raise SvgError(
                "o traço de <{tag}> é mais largo em um sentido que no outro; converta o traço em forma",
                node.line,
                tag=node.tag,
            )
        dash = () if stroke is None else tuple(length * scale for length in style.dash)
        if dash and sum(dash) < _MIN_DASH:
            raise SvgError(
                "o tracejado de <{tag}> é fino demais; aumente-o, ou tire-o", node.line, tag=node.tag
            )
        drawn, width = transform_commands(commands, by), style.width * scale
        self.parts.append(IconPart(drawn, fill, stroke, width, dash, style.cap, style.join, style.even_odd))
