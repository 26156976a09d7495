"""What figures are made of: words, cards, rows and columns, grids, small shapes, arrows."""

from infograficos.elements.bars import Bar
from infograficos.elements.card import Card, Named, badge, chip, tinted
from infograficos.elements.column import Column, Stack
from infograficos.elements.connector import Link, Linked, chained
from infograficos.elements.flow import Either, Grow, Snug, Spacer, Unbroken
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.matrix import Heat
from infograficos.elements.pictures import Picture
from infograficos.elements.plane import Curve
from infograficos.elements.row import Row
from infograficos.elements.shapes import Arrow, Dot, Rule, Swatch, disc, rating
from infograficos.elements.sheet import Sheet, heading
from infograficos.elements.words import Text

__all__ = [
    "Arrow",
    "Bar",
    "Card",
    "Cell",
    "Column",
    "Curve",
    "Dot",
    "Either",
    "Grid",
    "Grow",
    "Heat",
    "Link",
    "Linked",
    "Named",
    "Picture",
    "Row",
    "Rule",
    "Sheet",
    "Snug",
    "Spacer",
    "Stack",
    "Swatch",
    "Text",
    "Unbroken",
    "badge",
    "chained",
    "chip",
    "disc",
    "heading",
    "rating",
    "tinted",
]
