"""A formula on the sheet: in one line where it fits, else broken before its relations and operators."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, chain, pairwise

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import Align, offset
from infograficos.elements.formulas.box import MathBox, MathShape, MathStyle, MathText, horizontal_box
from infograficos.elements.formulas.math_list import Atom, atoms, spacing
from infograficos.formula import Series
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, TOLERANCE, Limits, Rect, Size
from infograficos.scene.items import Frame, Placed, PlacedRun, TextBlock, TextLine

#: The styles of formula, script, script of a script and large operators; the smaller ones where it is narrow.
_LARGE = ("formula", "heading", "label", "operator")
_SMALL = ("formula_small", "body", "label", "display")
_TEXT = ("heading", "label", "label", "formula")

#: In times the size: how far the lines after the first start to the right, and the air between two lines.
_INDENT, _AIR = 0.8, 0.45


@checked_dataclass
class FormulaLine:
    """A formula in display, with the terms that are marked in it on their roles' ground.

    Args:
        formula: what was read.
        color: the name of the colour of what is not marked.
        small: set it as large as a heading, beside words.
        align: where it stands in room that it must fill: `start`, `center` or `end`.
    """

    formula: Series
    color: str = "ink"
    small: bool = False
    align: Align = "start"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the formula, as large as it can be in as few lines as it can be."""
        sizes = (_TEXT,) if self.small else (_LARGE, _SMALL, _TEXT)
        settings = [MathStyle(layouter.look, layouter.ruler, each, color=self.color) for each in sizes]
        options = [(_broken(self.formula, limits.max_width, setting), setting) for setting in settings]
        lines, setting = min(options, key=lambda option: _badness(option[0], limits.max_width))
        return self._frame(lines, setting, limits)

    def _frame(self, lines: list[MathBox], setting: MathStyle, limits: Limits) -> Frame:
        """Return lines below each other; the baseline is the first one's."""
        width = max(line.width for line in lines)
        wide = max(width, limits.min_width if self.align != "start" else 0.0)
        items: list[MathText | MathShape] = []
        top, first = 0.0, _above(lines[0], setting)
        for line in lines:
            y = top + _above(line, setting)
            items += line.moved(offset(self.align, wide - width), y)
            top = y + line.below + _AIR * setting.size
        size = Size(wide, top - _AIR * setting.size)
        texts = _text_lines([item for item in items if isinstance(item, MathText)])
        block = TextBlock(Rect(0.0, 0.0, size.width, size.height), tuple(texts), "formula")
        shapes = (Placed(item.at, item.item) for item in items if isinstance(item, MathShape))
        return Frame(size, (*shapes, Placed(ORIGIN, block)), first)


def _above(line: MathBox, setting: MathStyle) -> float:
    return max(line.above, setting.ruler.metrics(setting.font()).cap_height)


def _badness(lines: list[MathBox], room: float) -> tuple[float, int]:
    """Return what is to be avoided: lines that are too wide, then many of them."""
    over = max(line.width for line in lines) - room
    return (over if over > TOLERANCE else 0.0, len(lines))


def _broken(formula: Series, room: float, setting: MathStyle) -> list[MathBox]:
    """Return lines, broken where it hurts least: outside brackets, before relations, then operators."""
    placed = atoms(formula, setting)
    places = [0, *(i for i in range(1, len(placed)) if _cost(placed, i) is not None), len(placed)]
    spaces = spacing(placed, setting)

    def gaps_of(first: int, last: int) -> list[float]:
        return [_INDENT * setting.size if first else 0.0, *spaces[first + 1 : last]]

    @cache
    def best(start: int) -> tuple[tuple[float, float, float], tuple[int, ...]]:
        first = places[start]
        if first == len(placed):
            return (0.0, 0.0, 0.0), ()
        options = []
        # To know how wide each line would be, none has to be made.
        steps = chain.from_iterable(
            (gap, atom.piece.width)
            for gap, atom in zip(gaps_of(first, len(placed)), placed[first:], strict=True)
        )
        widths = tuple(accumulate(steps, initial=0.0))[2::2]
        for end in range(start + 1, len(places)):
            last = places[end]
            width = widths[last - first - 1]
            over = max(0.0, width - room - TOLERANCE)
            (rest_over, rest_cost, rest_free), breaks = best(end)
            cost = (_cost(placed, last) or 0.0) if last < len(placed) else 0.0
            free = (room - width) ** 2 if last < len(placed) else 0.0
            options.append(((over + rest_over, cost + rest_cost, free + rest_free), (last, *breaks)))
        return min(options)

    return [
        horizontal_box([atom.piece for atom in placed[first:last]], gaps_of(first, last))
        for first, last in pairwise((0, *best(0)[1]))
    ]


def _cost(placed: list[Atom], i: int) -> float | None:
    """Return how much a break before an atom hurts; `None` where there must be none."""
    before, atom = placed[i - 1], placed[i]
    own = {"relation": 1.0, "operator": 2.0, "slash": 2.5}.get(atom.kind)
    if own is None and before.kind == "punctuation":
        own = 3.0
    if own is None and before.kind in ("ordinary", "close") and atom.kind in ("ordinary", "large", "name"):
        own = 4.0
    if own is None or before.kind in ("relation", "operator", "open", "prefix"):
        return None
    return own + 10.0 * atom.depth


def _text_lines(items: list[MathText]) -> list[TextLine]:
    """Return letters as lines of text: neighbours of one size and baseline are read together."""
    groups: list[list[MathText]] = []
    for item in items:
        if groups and _joins(groups[-1][-1], item):
            groups[-1].append(item)
        else:
            groups.append([item])
    return [_text_line(group) for group in groups]


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
