"""Tokens in runs: what is learned from lies on a panel of light, what is ignored over a dotted band.

Step by step, the tokens are shown first, then their labels, then the bars.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from infograficos.elements.cap import CapState, ShadeBand, cap_ink, word_cap
from infograficos.elements.card import Card, Fragment, Named
from infograficos.elements.charts.bar import Fill, LabeledBar, Orientation
from infograficos.elements.flow import FirstThatFits, Grow, NoWrap
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Column, Row
from infograficos.elements.shapes import Rule
from infograficos.elements.text import Text
from infograficos.elements.tokens.runs import GAP, TokenRun
from infograficos.elements.wrap import Wrap
from infograficos.layout import Element
from infograficos.text.typography import NO_BREAK_SPACE

#: The names of the band below the first tokens, if these are ignored, and of all of them in a vertical strip.
BAND, FIRST_RUN = "fora da loss", "começo"


@dataclass(frozen=True, slots=True)
class LossGroup:
    """A kind of tokens; `off` says why ignored ones have no loss, in ever fewer words."""

    name: str
    role: str
    off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LossStrip:
    """Tokens in runs of one kind each, with their labels and losses; `groups` are by kind.

    Args:
        surprise: the one token that stands out, and what says from above what was expected in its place.
    """

    tokens: Sequence[str]
    labels: Sequence[str]
    losses: Sequence[float]
    loss_texts: Sequence[str]
    runs: tuple[TokenRun, ...]
    groups: Mapping[str, LossGroup]
    surprise: tuple[int, Element] | None = None

    def surprises(self, i: int | None) -> bool:
        """Say whether a token is the one that stands out."""
        return self.surprise is not None and i == self.surprise[0]

    @property
    def panel_names(self) -> tuple[str, ...]:
        """The names of the panels of what is learned from."""
        return tuple(_panel_name(run) for run in self.runs if self.is_learned(run))

    @property
    def largest(self) -> float:
        """The largest loss shown."""
        counted = [run for run in self.runs if self.is_learned(run)]
        return max((self.losses[i] for run in counted for i in run.shown if i is not None), default=0.0)

    def is_learned(self, run: TokenRun) -> bool:
        """Say whether the tokens of a run have losses that count."""
        return run.kind != GAP and not self.groups[run.kind].off


def horizontal_loss_strip(strip: LossStrip, side: str = "small") -> Element:
    """Return the runs beside each other, with labels and vertical bars below what is learned from.

    Args:
        side: the space at the sides of a token's words.
    """
    gap = "medium" if side == "small" else "tiny"
    blocks = []
    for run in strip.runs:
        if strip.is_learned(run):
            block: Element = Named(_panel_name(run), learned_run(strip, run, side))
        else:
            block = ignored_run(strip, run, side)
        blocks.append(Grow(block, len(run.shown)))
    return Row(tuple(blocks), gap, "stretch")


def vertical_loss_strip(strip: LossStrip) -> Element:
    """Return the runs below each other, with labels and horizontal bars beside what is learned from."""
    blocks = []
    for run in strip.runs:
        if run.kind == GAP:
            blocks.append(_more())
        elif strip.is_learned(run):
            grids = (Grid(tuple(_rows(strip, run, high)), (0.0, 1.0), "tiny", "tiny") for high in (1, 2))
            rows = FirstThatFits(tuple(grids))
            head = _heading(strip.groups[run.kind], run)
            panel = Card(Column((head, rows), "tiny"), _panel_fill(strip, run), None, "small")
            blocks.append(Named(_panel_name(run), panel))
        else:
            group = strip.groups[run.kind]
            caps = tuple(_token(strip, i, run, "tiny") for i in run.shown)
            beside = Row((NoWrap(Row(caps, "hair")), Grow(_band(group, run))), "tiny", "center")
            wrapped = Wrap(caps, "hair", "tiny", "start")
            tokens = FirstThatFits((beside, Column((wrapped, _band(group, run)), "tiny")))
            block = Column((_heading(group, run), tokens), "tiny")
            blocks.append(block if run.first else Named(FIRST_RUN, block))
    return Column(tuple(blocks), "small")


def ignored_run(strip: LossStrip, run: TokenRun, side: str = "small") -> Element:
    """Return ignored tokens over a dotted band, or “…” for runs that are left out."""
    content = _more() if run.kind == GAP else _ignored(strip, run, side)
    return Card(content, None, None, "small", "none")


def learned_run(strip: LossStrip, run: TokenRun, side: str = "small", below: Element | None = None) -> Card:
    """Return tokens on a panel with their labels and bars, and something below these."""
    columns = len(run.shown)
    row = int(any(map(strip.surprises, run.shown)))
    cells = [Cell(_token(strip, i, run, side), row, at) for at, i in enumerate(run.shown)]
    for at, i in enumerate(run.shown):
        if i is not None:
            cells.append(Cell(_bar(strip, i, run), row + 1, at, align="end"))
        if strip.surprise and strip.surprises(i):
            expected = Fragment(3, strip.surprise[1])
            cells.append(Cell(expected, 0, at, align="end", justify="center"))
    # A low bar on a line of nearly its colour would not be seen.
    floor = Fragment(3, Rule(f"{strip.groups[run.kind].role}.mark"))
    cells.append(Cell(floor, row + 1, 0, columns=columns, align="end"))
    head = _heading(strip.groups[run.kind], run)
    padding = "medium" if side == "small" else "small"
    # Beside what was expected there is room for the heading.
    first = next((at for at, i in enumerate(run.shown) if strip.surprises(i)), 0)
    if first:
        cells.append(Cell(head, 0, 0, columns=first, align="center"))
    chart: Element = Grid(tuple(cells), (1.0,) * columns, "tiny", "small" if below else "tiny")
    whole = Card(chart if first else Column((head, chart), "tiny"), None, None, "small", padding)
    content = Column((whole, below), "none", justify="between") if below else whole
    return Card(content, _panel_fill(strip, run), None, "none")


def _ignored(strip: LossStrip, run: TokenRun, side: str) -> Element:
    group = strip.groups[run.kind]
    caps = tuple(_token(strip, i, run, side) for i in run.shown)
    row = Row(tuple(map(Grow, caps)) if len(caps) > 1 and group.role != "masked" else caps, "tiny")
    tokens = FirstThatFits((NoWrap(row), Wrap(caps, "tiny", "tiny", "start")))
    return Column((_heading(group, run), tokens, _band(group, run)), "tiny")


def _band(group: LossGroup, run: TokenRun) -> Element:
    """Return a dotted band that says why there is no loss, in as many words as have room."""
    texts = [Text(off, "mark", "masked.strong", "center", literal=True) for off in group.off]
    options: list[Element] = [*map(NoWrap, texts[:-1]), *texts[-2:]]
    band = FirstThatFits(tuple(ShadeBand(option, "tiny", "tiny") for option in options))
    return Fragment(2, band if run.first else Named(BAND, band))


def _rows(strip: LossStrip, run: TokenRun, high: int) -> list[Cell]:
    """Return a row for each token, with its bar beside it, or below it in a second row."""
    cells = []
    for row, i in enumerate(run.shown):
        token = _token(strip, i, run, beside=True)
        if strip.surprise and strip.surprises(i):
            token = Column((Fragment(3, strip.surprise[1]), token), "hair", "center")
        cells.append(Cell(token, high * row, 0, columns=high))
        if i is not None:
            bar = _bar(strip, i, run, "horizontal")
            cells.append(Cell(bar, high * row + high - 1, 2 - high, columns=high))
    return cells


def _panel_name(run: TokenRun) -> str:
    return f"aprendido {run.first}"


def _panel_fill(strip: LossStrip, run: TokenRun) -> str:
    return f"{strip.groups[run.kind].role}.soft"


def _heading(group: LossGroup, run: TokenRun) -> Element:
    words = f"{group.name}{NO_BREAK_SPACE}({run.count})" if None in run.shown else group.name
    return Text(words, "strong", f"{group.role}.strong")


def _token(
    strip: LossStrip, i: int | None, run: TokenRun, side: str = "small", *, beside: bool = False
) -> Element:
    """Return a token on a cap; one with a loss has its label below its words or beside them."""
    group = strip.groups[run.kind]
    if i is None:
        return _more(group.role)
    quiet: CapState = "masked" if group.role == "masked" else "context"
    state: CapState = quiet if group.off else "solid" if strip.surprises(i) else "focus"
    cap = word_cap(strip.tokens[i], group.role, state, padding="tiny", side=side)
    if group.off:
        return cap
    label = _label(strip.labels[i], cap_ink(group.role, state))
    pair = Grow(cap.child) if beside else cap.child, label
    words = Row(pair, "small", "baseline") if beside else Column(pair, "tiny")
    return replace(cap, child=words, side="tiny", fit="stretch")


def _more(role: str = "masked") -> Element:
    return Text("…", "strong", f"{role}.strong", "center", literal=True)


def _label(label: str, ink: str) -> Element:
    return Fragment(2, Text(label, "label", ink, "center", literal=True, tabular=True))


def _bar(strip: LossStrip, i: int, run: TokenRun, orientation: Orientation = "vertical") -> Element:
    """Return the bar of a token's loss, pale beside the one that stands out."""
    role, style = strip.groups[run.kind].role, "mark"
    if strip.surprises(i) and orientation == "vertical":
        style = "headline"
    fill: Fill = "solid" if strip.surprise is None or strip.surprises(i) else "mid"
    bar = LabeledBar(strip.losses[i], strip.largest, strip.loss_texts[i], role, orientation, fill, style)
    return Fragment(3, bar)
