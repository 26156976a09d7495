"""What figures are made of: words, cards, rows and columns, grids, tokens, charts, formulas, code, arrows."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infograficos.elements.arcs import Arc, Arcs
    from infograficos.elements.aside import Aside
    from infograficos.elements.band import Band
    from infograficos.elements.bars import Bar
    from infograficos.elements.brace import Brace
    from infograficos.elements.bracket import Bracket
    from infograficos.elements.callout import Callout
    from infograficos.elements.card import Card, Named, badge, chip, tinted
    from infograficos.elements.chart import Chart, Line
    from infograficos.elements.code_block import CodeBlock
    from infograficos.elements.column import Column, Stack
    from infograficos.elements.connector import Link, Linked, chained, fanned, gathered
    from infograficos.elements.flow import Either, Grow, Snug, Spacer, Unbroken
    from infograficos.elements.formula_line import FormulaLine
    from infograficos.elements.framed_window import window
    from infograficos.elements.grid import Cell, Grid
    from infograficos.elements.headings import Headings, headed, key
    from infograficos.elements.icon import Icon
    from infograficos.elements.image_file import ImageFile, read_image
    from infograficos.elements.image_frame import ImageFrame
    from infograficos.elements.junction import Junction
    from infograficos.elements.lying_bar import LyingBar
    from infograficos.elements.masks import hatched, masked
    from infograficos.elements.matrix import Heat
    from infograficos.elements.meanings import Meaning, Sample, legend
    from infograficos.elements.pictures import Picture
    from infograficos.elements.plane import Curve
    from infograficos.elements.portion import Portion
    from infograficos.elements.rankings import Cut, Entry, ranking
    from infograficos.elements.raw import Pixels, Wave
    from infograficos.elements.ring import Ring, ring_links
    from infograficos.elements.roomy import Roomy
    from infograficos.elements.row import Row
    from infograficos.elements.scatter import Scatter
    from infograficos.elements.shapes import Arrow, Dot, Rule, Swatch, disc, rating
    from infograficos.elements.sheet import Sheet, heading
    from infograficos.elements.strut import Strut
    from infograficos.elements.tint import Tint
    from infograficos.elements.token_strip import Lane, Span, TokenStrip, token_chip
    from infograficos.elements.vector import Vector
    from infograficos.elements.words import Text
    from infograficos.elements.wrap import Wrap

#: Where each name is at home.
_HOMES = {
    "Arc": "arcs",
    "Arcs": "arcs",
    "Aside": "aside",
    "Band": "band",
    "Bar": "bars",
    "Brace": "brace",
    "Bracket": "bracket",
    "Callout": "callout",
    "Card": "card",
    "Named": "card",
    "badge": "card",
    "chip": "card",
    "tinted": "card",
    "Chart": "chart",
    "Line": "chart",
    "CodeBlock": "code_block",
    "Column": "column",
    "Stack": "column",
    "Link": "connector",
    "Linked": "connector",
    "chained": "connector",
    "fanned": "connector",
    "gathered": "connector",
    "Either": "flow",
    "Grow": "flow",
    "Snug": "flow",
    "Spacer": "flow",
    "Unbroken": "flow",
    "FormulaLine": "formula_line",
    "Cell": "grid",
    "Grid": "grid",
    "Headings": "headings",
    "headed": "headings",
    "key": "headings",
    "Icon": "icon",
    "ImageFile": "image_file",
    "read_image": "image_file",
    "ImageFrame": "image_frame",
    "Junction": "junction",
    "Meaning": "meanings",
    "Sample": "meanings",
    "legend": "meanings",
    "LyingBar": "lying_bar",
    "hatched": "masks",
    "masked": "masks",
    "Heat": "matrix",
    "Picture": "pictures",
    "Curve": "plane",
    "Portion": "portion",
    "Cut": "rankings",
    "Entry": "rankings",
    "ranking": "rankings",
    "Pixels": "raw",
    "Wave": "raw",
    "Ring": "ring",
    "ring_links": "ring",
    "Roomy": "roomy",
    "Row": "row",
    "Scatter": "scatter",
    "Arrow": "shapes",
    "Dot": "shapes",
    "Rule": "shapes",
    "Swatch": "shapes",
    "disc": "shapes",
    "rating": "shapes",
    "Sheet": "sheet",
    "heading": "sheet",
    "Strut": "strut",
    "Tint": "tint",
    "Lane": "token_strip",
    "Span": "token_strip",
    "TokenStrip": "token_strip",
    "token_chip": "token_strip",
    "Vector": "vector",
    "window": "framed_window",
    "Text": "words",
    "Wrap": "wrap",
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

    def __getattr__(name: str) -> object:
        """Import an element when it is first asked for: a figure needs a few of them, and a list none."""
        if name not in _HOMES:
            raise AttributeError(f"infograficos.elements: não existe “{name}”")
        return getattr(import_module(f"infograficos.elements.{_HOMES[name]}"), name)
