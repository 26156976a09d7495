"""What figures are made of: words, cards, rows and columns, grids, tokens, charts, formulas, code, arrows.

What composes a figure of any subject stands in this folder, and each subject has a package of its own that
builds on it; of these, this folder knows `data` only.

A kind of figure names its elements where it draws them, as `elements.Card` or `elements.titled.titled_card`;
only then are they imported, so that to list figures is to import none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from infograficos.on_demand import on_demand

if TYPE_CHECKING:
    from infograficos.elements import (
        arrowhead,
        aside,
        band,
        callout,
        card,
        charts,
        code,
        column,
        flow,
        formulas,
        framed_window,
        grid,
        hatch,
        headings,
        icon,
        images,
        layer_card,
        links,
        matrices,
        planes,
        revealed,
        roomy,
        row,
        shapes,
        share,
        sheet,
        strut,
        table,
        titled,
        tokens,
        words,
        wrap,
    )
    from infograficos.elements.aside import Aside
    from infograficos.elements.band import Band
    from infograficos.elements.callout import Callout
    from infograficos.elements.card import Card, Named, badge, chip, tinted
    from infograficos.elements.charts.bars import Bar
    from infograficos.elements.charts.chart import Chart, Line
    from infograficos.elements.charts.curve import Curve
    from infograficos.elements.charts.lying_bar import LyingBar
    from infograficos.elements.charts.meanings import Meaning, Sample, legend
    from infograficos.elements.charts.rankings import Cut, Entry, ranking
    from infograficos.elements.code.block import CodeBlock
    from infograficos.elements.column import Column, Stack
    from infograficos.elements.flow import Either, Grow, Snug, Spacer, Unbroken
    from infograficos.elements.formulas.line import FormulaLine
    from infograficos.elements.framed_window import window
    from infograficos.elements.grid import Cell, Grid
    from infograficos.elements.headings import Headings, headed, key
    from infograficos.elements.icon import Icon
    from infograficos.elements.images.file import ImageFile, read_image
    from infograficos.elements.images.frame import ImageFrame
    from infograficos.elements.images.pictures import Picture
    from infograficos.elements.images.raw import Pixels, Wave
    from infograficos.elements.links.arcs import Arc, Arcs
    from infograficos.elements.links.bracket import Bracket
    from infograficos.elements.links.connector import Link, Linked, chained, fanned, gathered
    from infograficos.elements.links.junction import Junction
    from infograficos.elements.links.ring import Ring, ring_links
    from infograficos.elements.matrices.masks import hatched, masked
    from infograficos.elements.matrices.matrix import Heat
    from infograficos.elements.matrices.portion import Portion
    from infograficos.elements.matrices.tint import Tint
    from infograficos.elements.matrices.vector import Vector
    from infograficos.elements.planes.scatter import Scatter
    from infograficos.elements.roomy import Roomy
    from infograficos.elements.row import Row
    from infograficos.elements.shapes import Arrow, Dot, Rule, Swatch, disc, rating
    from infograficos.elements.sheet import Sheet, heading
    from infograficos.elements.strut import Strut
    from infograficos.elements.tokens.brace import Brace
    from infograficos.elements.tokens.chip import token_chip
    from infograficos.elements.tokens.strip import Lane, Span, TokenStrip
    from infograficos.elements.words import Text
    from infograficos.elements.wrap import Wrap

#: Where each name is at home, below this package.
_HOMES = {
    "Aside": "aside",
    "Band": "band",
    "Callout": "callout",
    "Card": "card",
    "Named": "card",
    "badge": "card",
    "chip": "card",
    "tinted": "card",
    "Column": "column",
    "Stack": "column",
    "Either": "flow",
    "Grow": "flow",
    "Snug": "flow",
    "Spacer": "flow",
    "Unbroken": "flow",
    "window": "framed_window",
    "Cell": "grid",
    "Grid": "grid",
    "Headings": "headings",
    "headed": "headings",
    "key": "headings",
    "Icon": "icon",
    "Roomy": "roomy",
    "Row": "row",
    "Arrow": "shapes",
    "Dot": "shapes",
    "Rule": "shapes",
    "Swatch": "shapes",
    "disc": "shapes",
    "rating": "shapes",
    "Sheet": "sheet",
    "heading": "sheet",
    "Strut": "strut",
    "Text": "words",
    "Wrap": "wrap",
    "Bar": "charts.bars",
    "Chart": "charts.chart",
    "Line": "charts.chart",
    "Curve": "charts.curve",
    "LyingBar": "charts.lying_bar",
    "Meaning": "charts.meanings",
    "Sample": "charts.meanings",
    "legend": "charts.meanings",
    "Cut": "charts.rankings",
    "Entry": "charts.rankings",
    "ranking": "charts.rankings",
    "CodeBlock": "code.block",
    "FormulaLine": "formulas.line",
    "ImageFile": "images.file",
    "read_image": "images.file",
    "ImageFrame": "images.frame",
    "Picture": "images.pictures",
    "Pixels": "images.raw",
    "Wave": "images.raw",
    "Arc": "links.arcs",
    "Arcs": "links.arcs",
    "Bracket": "links.bracket",
    "Link": "links.connector",
    "Linked": "links.connector",
    "chained": "links.connector",
    "fanned": "links.connector",
    "gathered": "links.connector",
    "Junction": "links.junction",
    "Ring": "links.ring",
    "ring_links": "links.ring",
    "hatched": "matrices.masks",
    "masked": "matrices.masks",
    "Heat": "matrices.matrix",
    "Portion": "matrices.portion",
    "Tint": "matrices.tint",
    "Vector": "matrices.vector",
    "Scatter": "planes.scatter",
    "Brace": "tokens.brace",
    "token_chip": "tokens.chip",
    "Lane": "tokens.strip",
    "Span": "tokens.strip",
    "TokenStrip": "tokens.strip",
}

__all__ = [
    "Arc",
    "Arcs",
    "Arrow",
    "Aside",
    "Band",
    "Bar",
    "Brace",
    "Bracket",
    "Callout",
    "Card",
    "Cell",
    "Chart",
    "CodeBlock",
    "Column",
    "Curve",
    "Cut",
    "Dot",
    "Either",
    "Entry",
    "FormulaLine",
    "Grid",
    "Grow",
    "Headings",
    "Heat",
    "Icon",
    "ImageFile",
    "ImageFrame",
    "Junction",
    "Lane",
    "Line",
    "Link",
    "Linked",
    "LyingBar",
    "Meaning",
    "Named",
    "Picture",
    "Pixels",
    "Portion",
    "Ring",
    "Roomy",
    "Row",
    "Rule",
    "Sample",
    "Scatter",
    "Sheet",
    "Snug",
    "Spacer",
    "Span",
    "Stack",
    "Strut",
    "Swatch",
    "Text",
    "Tint",
    "TokenStrip",
    "Unbroken",
    "Vector",
    "Wave",
    "Wrap",
    "badge",
    "chained",
    "chip",
    "disc",
    "fanned",
    "gathered",
    "hatched",
    "headed",
    "heading",
    "key",
    "legend",
    "masked",
    "ranking",
    "rating",
    "read_image",
    "ring_links",
    "tinted",
    "token_chip",
    "window",
]

if not TYPE_CHECKING:  # a type checker knows the names above, and should refuse all others
    __getattr__ = on_demand(__name__, _HOMES)
