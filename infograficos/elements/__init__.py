"""What figures are made of: words, cards, rows and columns, grids, small shapes, arrows."""

from infograficos.elements.arcs import Arc, Arcs
from infograficos.elements.aside import Aside
from infograficos.elements.bars import Bar
from infograficos.elements.bracket import Bracket
from infograficos.elements.card import Card, Named, badge, chip, tinted
from infograficos.elements.chart import Chart, Line
from infograficos.elements.column import Column, Stack
from infograficos.elements.connector import Link, Linked, chained
from infograficos.elements.flow import Either, Grow, Snug, Spacer, Unbroken
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.headed import Headings, headed, key
from infograficos.elements.junction import Junction
from infograficos.elements.lying_bar import LyingBar
from infograficos.elements.masked import hatched, masked
from infograficos.elements.matrix import Heat
from infograficos.elements.pictures import Picture
from infograficos.elements.plane import Curve
from infograficos.elements.portion import Portion
from infograficos.elements.ranking import Cut, Entry, ranking
from infograficos.elements.ring import Ring, ring_links
from infograficos.elements.row import Row
from infograficos.elements.shapes import Arrow, Dot, Rule, Swatch, disc, rating
from infograficos.elements.sheet import Sheet, heading
from infograficos.elements.strut import Strut
from infograficos.elements.tint import Tint
from infograficos.elements.words import Text

__all__ = [
    "Arc",
    "Arcs",
    "Arrow",
    "Aside",
    "Bar",
    "Bracket",
    "Card",
    "Cell",
    "Chart",
    "Column",
    "Curve",
    "Cut",
    "Dot",
    "Either",
    "Entry",
    "Grid",
    "Grow",
    "Headings",
    "Heat",
    "Junction",
    "Line",
    "Link",
    "Linked",
    "LyingBar",
    "Named",
    "Picture",
    "Portion",
    "Ring",
    "Row",
    "Rule",
    "Sheet",
    "Snug",
    "Spacer",
    "Stack",
    "Strut",
    "Swatch",
    "Text",
    "Tint",
    "Unbroken",
    "badge",
    "chained",
    "chip",
    "disc",
    "hatched",
    "headed",
    "heading",
    "key",
    "masked",
    "ranking",
    "rating",
    "ring_links",
    "tinted",
]
