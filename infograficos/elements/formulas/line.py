"""A formula in one line where it fits, else broken before its relations and operators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import Align, offset
from infograficos.elements.formulas.atoms import Atom, atoms, nodes_box, spacing
from infograficos.elements.formulas.box import MathBox, MathShape, MathStyle, MathText, horizontal_box
from infograficos.formula import Nodes, has_bold
from infograficos.formula.tree import Table
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, TOLERANCE, Limits, Rect, Size
from infograficos.scene.items import Frame, Placed, PlacedRun, TextBlock, TextLine
from infograficos.text.paragraph import cheapest_breaks

#: The styles of formula, script, script of a script and large operators, from large to small.
_HUGE = ("formula_large", "formula_small", "heading", "operator_large")
_LARGE = ("formula", "heading", "label", "operator")
_SMALL = ("formula_small", "body", "label", "display")
_TEXT = ("heading", "label", "label", "formula")

#: The indent of lines after the first, and the gap between lines, in times the size.
_INDENT, _LINE_GAP = 0.8, 0.45

#: How many formulas are kept in their lines: a layout asks for each a few times at one width.
_CACHED = 64


@checked_dataclass
class FormulaLine:
    """A displayed formula with its marked terms highlighted; a small one is as large as a heading.

    A large one fills the sheet if it has room in one line.
    """

    formula: Nodes
    color: str = "ink"
    small: bool = False
    align: Align = "start"
    large: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the formula in as few lines as possible, then as large as possible."""
        sizes = (_TEXT,) if self.small else (*((_HUGE,) if self.large else ()), _LARGE, _SMALL, _TEXT)
        letters = 400 if has_bold(self.formula) else 600
        styles = [
            MathStyle(layouter.look, layouter.ruler, each, color=self.color, letters=letters)
            for each in sizes
        ]
        options = [(_lines(self.formula, limits.max_width, style), style) for style in styles]
        lines, style = min(options, key=lambda option: _badness(option[0], limits.max_width))
        return self._frame(lines, style, limits)

    def _frame(self, lines: Sequence[MathBox], style: MathStyle, limits: Limits) -> Frame:
        """Return lines below each other; the baseline is the first one's."""
        width = max(line.width for line in lines)
        wide = max(width, limits.min_width if self.align != "start" else 0.0)
        items: list[MathText | MathShape] = []
        top, first = 0.0, _above(lines[0], style)
        for line in lines:
            y = top + _above(line, style)
            items += line.translate(offset(self.align, wide - width), y)
            top = y + line.descent + _LINE_GAP * style.size
        size = Size(wide, top - _LINE_GAP * style.size)
        texts = _text_lines([item for item in items if isinstance(item, MathText)])
        block = TextBlock(Rect(0.0, 0.0, size.width, size.height), tuple(texts), "formula")
        shapes = (Placed(item.at, item.item) for item in items if isinstance(item, MathShape))
        return Frame(size, (*shapes, Placed(ORIGIN, block)), first)


def _above(line: MathBox, style: MathStyle) -> float:
    return max(line.ascent, style.ruler.metrics(style.font()).cap_height)


def _badness(lines: Sequence[MathBox], room: float) -> tuple[float, int]:
    """Return the excess of the widest line, then the number of lines."""
    over = max(line.width for line in lines) - room
    return (over if over > TOLERANCE else 0.0, len(lines))


@lru_cache(_CACHED)
def _lines(formula: Nodes, room: float, style: MathStyle) -> tuple[MathBox, ...]:
    """Return the lines of a formula; equations that have no room side by side are broken one by one."""
    only = formula[0] if len(formula) == 1 else None
    if not isinstance(only, Table) or not only.display:
        return _break_lines(formula, room, style)
    whole = nodes_box(formula, style)
    if whole.width <= room + TOLERANCE:
        return (whole,)
    rows = (tuple(chain.from_iterable(row)) for row in only.rows)
    return tuple(line for i, row in enumerate(rows) for line in _break_lines(row, room, style, i > 0))


def _break_lines(formula: Nodes, room: float, style: MathStyle, goes_on: bool = False) -> tuple[MathBox, ...]:
    """Return the lines with the cheapest breaks: outside brackets, before relations, then operators.

    Args:
        goes_on: whether a formula that starts with a sign goes on what is above, and is indented.
    """
    placed = atoms(formula, style)
    breaks = [0, *(i for i in range(1, len(placed)) if _cost(placed, i) is not None), len(placed)]
    spaces = spacing(placed, style)

    indented = goes_on and placed[0].kind in ("relation", "operator")

    def gaps_of(first: int, last: int) -> list[float]:
        return [_INDENT * style.size if first or indented else 0.0, *spaces[first + 1 : last]]

    def lines_from(start: int) -> Iterator[tuple[int, tuple[float, ...]]]:
        first = breaks[start]
        # Sum up widths instead of building each possible line.
        pairs = zip(gaps_of(first, len(placed)), (atom.box.width for atom in placed[first:]), strict=True)
        widths = tuple(accumulate(chain.from_iterable(pairs), initial=0.0))[2::2]
        for end, last in enumerate(breaks[start + 1 :], start + 1):
            width = widths[last - first - 1]
            cost, free = (_cost(placed, last), (room - width) ** 2) if last < len(placed) else (0.0, 0.0)
            yield end, (max(0.0, width - room - TOLERANCE), cost or 0.0, free)

    lines = ((breaks[a], breaks[b]) for a, b in cheapest_breaks(len(breaks) - 1, lines_from))
    return tuple(
        horizontal_box([atom.box for atom in placed[first:last]], gaps_of(first, last))
        for first, last in lines
    )


def _cost(placed: Sequence[Atom], i: int) -> float | None:
    """Return the cost of a break before an atom, or `None` where none is allowed."""
    before, atom = placed[i - 1], placed[i]
    own = {"relation": 1.0, "operator": 2.0, "slash": 2.5}.get(atom.kind)
    if atom.before > atom.box.ascent and before.kind not in ("open", "prefix"):
        # Two formulas side by side are apart by a wide space.
        return 10.0 * atom.depth
    if own is None and before.kind == "punctuation":
        own = 3.0
    if own is None and before.kind in ("ordinary", "close") and atom.kind in ("ordinary", "large", "name"):
        own = 4.0
    if own is None or before.kind in ("relation", "operator", "open", "prefix"):
        return None
    return own + 10.0 * atom.depth


def _text_lines(items: list[MathText]) -> list[TextLine]:
    """Return texts as lines, joining neighbours of one size and baseline."""
    ends = [i for i, pair in enumerate(pairwise(items), 1) if not _joins(*pair)]
    return [_text_line(items[a:b]) for a, b in pairwise([0, *ends, len(items)]) if a < b]


def _joins(before: MathText, after: MathText) -> bool:
    gap = after.at.x - before.at.x - before.width
    near = -TOLERANCE <= gap <= before.size / 2
    return near and before.size == after.size and abs(before.at.y - after.at.y) <= TOLERANCE


def _text_line(group: list[MathText]) -> TextLine:
    start = group[0].at
    runs: list[PlacedRun] = []
    text = ""
    for item in group:
        x = item.at.x - start.x
        for run in item.runs:
            runs.append(PlacedRun(x, run, item.paint))
            x += run.width
        text += f" {item.text}" if item.gap and text else item.text
    last = group[-1]
    return TextLine(start, tuple(runs), last.at.x + last.width - start.x, text)
