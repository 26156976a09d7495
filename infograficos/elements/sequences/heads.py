"""The heads of lifelines: objects and names on one row, names on two, or numbers with a key above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from infograficos.elements.card import Card
from infograficos.elements.flow import NoWrap
from infograficos.elements.row import Row
from infograficos.elements.sequences.columns import Demand, meet_demands
from infograficos.elements.sequences.parts import Lifeline, shown
from infograficos.elements.text import Text
from infograficos.elements.wrap import Wrap
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect
from infograficos.scene.items import Frame, Placed

#: Between two names of one row, a name and a foreign lifeline, an object and its name, and two rows.
_APART, _ASIDE, _BELOW, _LEADING = 12.0, 8.0, 9.0, 10.0

#: How much nearer to the gaps that messages ask for names below objects bring lifelines, to be worth a row.
_WORTH_A_ROW = 24.0

#: The least room beside the outer lifelines.
_EDGE = 9.0


@dataclass(frozen=True, slots=True)
class Heads:
    """One way to draw the heads.

    Args:
        emblems: the object of each head, or nothing.
        names: the frame of each name.
        rows: the row that each name is on.
        is_beside: whether names are at the right of their objects, and not below them.
        key: what stands above all of them, or nothing.
    """

    emblems: tuple[Frame | None, ...]
    names: tuple[Frame, ...]
    rows: tuple[int, ...]
    is_beside: bool = False
    key: Frame | None = None

    @property
    def ends(self) -> tuple[float, float]:
        """The room that the first head takes before its lifeline, and the last one after it."""
        return max(self._reach(0)[0], _EDGE), max(self._reach(len(self.names) - 1)[1], _EDGE)

    @property
    def least(self) -> list[float]:
        """The least gap between each lifeline and the next."""
        return [self._least_gap(i) for i in range(len(self.names) - 1)]

    def _least_gap(self, i: int) -> float:
        if self.rows[i] == self.rows[i + 1]:
            return self._reach(i)[1] + self._reach(i + 1)[0] + _APART
        lower = i if self.rows[i] > self.rows[i + 1] else i + 1
        emblems = [each.size.width / 2 if each else 0.0 for each in self.emblems[i : i + 2]]
        return max(self.names[lower].size.width / 2, sum(emblems)) + _ASIDE

    @property
    def demands(self) -> list[Demand]:
        """How far apart names of one row with another between them are."""
        if len(set(self.rows)) < 2:
            return []
        reaches = [self._reach(k) for k in range(len(self.names))]
        return [Demand(i, i + 2, reaches[i][1] + reaches[i + 2][0] + _APART) for i in range(len(reaches) - 2)]

    def shortage(self, demands: Sequence[Demand], width: float) -> float:
        """Return how much wider than a width lifelines would be as far apart as messages ask, in units."""
        wanted = meet_demands(self.least, [*self.demands, *demands])
        return max(0.0, sum(wanted) + sum(self.ends) - width)

    def fits(self, width: float) -> bool:
        """Say whether the heads have room beside each other."""
        is_whole = not any(name.overflowing or name.splits_words for name in self.names)
        return is_whole and sum(meet_demands(self.least, self.demands)) + sum(self.ends) <= width

    def place(self, xs: Sequence[float]) -> tuple[list[Placed], list[float]]:
        """Return the heads on their lifelines, and where each lifeline starts."""
        items, top = [], 0.0
        if self.key:
            items.append(Placed(ORIGIN, self.key))
            top = self.key.size.height + _LEADING
        tallest = max((each.size.height for each in self.emblems if each), default=0.0)
        tops = self._row_tops(top + (tallest + _BELOW) * bool(tallest and not self.is_beside))
        starts = []
        for i, (emblem, name, row) in enumerate(zip(self.emblems, self.names, self.rows, strict=True)):
            rect = _rect(xs[i], tops[row], name)
            frames = [(name, rect)]
            if emblem:
                object_rect = _rect(xs[i], top + tallest - emblem.size.height, emblem)
                frames.append((emblem, object_rect))
                if self.is_beside:
                    middle = object_rect.center.y - name.size.height / 2
                    frames[0] = name, Rect(object_rect.right + _BELOW, middle, rect.width, rect.height)
            elif self.is_beside:
                frames = [(name, _rect(xs[i], top + (tallest - name.size.height) / 2, name))]
            items.append(_head(i, frames))
            starts.append(max(each.bottom for _, each in frames))
        return items, starts

    def _row_tops(self, top: float) -> list[float]:
        tops = [top]
        for row in range(max(self.rows)):
            names = zip(self.names, self.rows, strict=True)
            tops.append(tops[-1] + max(name.size.height for name, own in names if own == row) + _LEADING)
        return tops

    def _reach(self, i: int) -> tuple[float, float]:
        """Return how far a head reaches before and after its lifeline."""
        emblem, name = self.emblems[i], self.names[i].size.width
        if emblem and self.is_beside:
            return emblem.size.width / 2, emblem.size.width / 2 + _BELOW + name
        half = max(name, emblem.size.width if emblem else 0.0) / 2
        return half, half


def _rect(x: float, y: float, frame: Frame) -> Rect:
    return Rect(x - frame.size.width / 2, y, frame.size.width, frame.size.height)


def _head(i: int, frames: Sequence[tuple[Frame, Rect]]) -> Placed:
    """Return the frame of one head, around its name and its object."""
    return shown([Placed(Point(rect.x, rect.y), frame) for frame, rect in frames], 0, f"ator {i + 1}")


def choose_heads(
    lifelines: Sequence[Lifeline], demands: Sequence[Demand], width: float, layouter: Layouter
) -> Sequence[Heads]:
    """Return the heads that fit a width best, and lower ones for where height is scarce.

    Names are beside objects where that leaves messages the room that they ask for.
    """
    emblems = tuple(_lay(each.emblem, layouter) if each.emblem else None for each in lifelines)
    is_plain = not any(emblems)
    names = tuple(_lay(NoWrap(_name(each, is_plain)), layouter) for each in lifelines)
    broken = tuple(_lay(_name(each, is_plain), layouter, 0.0) for each in lifelines)
    flat = (0,) * len(lifelines)
    # The outer names of an even number are on both rows, those of an odd one on the upper row.
    stepped = tuple(i % 2 for i in range(len(lifelines)))
    options = [Heads(emblems, words, flat) for words in (names, broken)]
    beside = Heads(emblems, names, flat, is_beside=True)
    if is_plain or width < layouter.look.theme.sheet.narrow or not beside.fits(width):
        options += [Heads(emblems, words, stepped) for words in (names, broken)]
        fitting = (heads for heads in options if heads.fits(width))
        return (next(fitting, None) or _keyed(lifelines, width, layouter),)
    saved = beside.shortage(demands, width) - options[0].shortage(demands, width)
    return (options[0], beside) if saved > _WORTH_A_ROW and options[0].fits(width) else (beside,)


def _keyed(lifelines: Sequence[Lifeline], width: float, layouter: Layouter) -> Heads:
    """Return heads that are objects or numbers, with a key above them that says whose they are."""
    signs = [each.sign or _number(i, each.role) for i, each in enumerate(lifelines, 1)]
    entries = tuple(
        Row((sign, NoWrap(_words(each))), "tiny") for sign, each in zip(signs, lifelines, strict=True)
    )
    key = _lay(Wrap(entries, "small", "tiny", "start"), layouter, width)
    heads = tuple(_lay(each.emblem or sign, layouter) for sign, each in zip(signs, lifelines, strict=True))
    return Heads((None,) * len(heads), heads, (0,) * len(heads), key=key)


def _name(lifeline: Lifeline, is_plain: bool) -> Element:
    """Return a name: on a plate of its own where no head has an object."""
    if not is_plain:
        return _words(lifeline)
    return Card(_words(lifeline), f"{lifeline.role}.tint", None, "tiny", "tiny", "plate")


def _words(lifeline: Lifeline) -> Element:
    return Text(lifeline.name, "mark", f"{lifeline.role}.strong", "center")


def _number(number: int, role: str) -> Element:
    words = Text(str(number), "mark", f"{role}.strong", "center", literal=True)
    return Card(words, f"{role}.tint", None, "tiny", "tiny", "plate")


def _lay(element: Element, layouter: Layouter, width: float = inf) -> Frame:
    return layouter.layout(element, Limits(width)).copy_with()
