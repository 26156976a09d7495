"""Um caminho que se divide em ramos paralelos e, se for o caso, se junta de novo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import (
    SymbolField,
    SymbolValues,
    name_alone,
    name_with_detail,
    validate_unique_names,
    validate_values,
)
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Flag, Items, Number, Words, content, length
from infograficos.content.items import RoleItem
from infograficos.content.own_words import OwnWord
from infograficos.errors import ContentError
from infograficos.language.grammar import capitalize, join_and, phrase
from infograficos.text.markup import plain_text

__all__ = ["Branch", "Branches"]

_START = "início"
#: So many branches have more room between them.
_MAX_AIRY = 4
#: The sizes of the branches' pictures, and on a phone; and the width of the flows.
_PICTURE, _SMALL, _STROKE = 0.9, 0.56, "ribbon_thin"
#: So few pictures are larger on a wide sheet.
_FEW, _LARGE = 3, 1.0


@content
class Branch(RoleItem):
    """One station of the way: where it divides, one of the branches, or what comes after them.

    Args:
        icon: the name of a picture or an icon of it, such as `attention` or `weights`, the path of an SVG or
            PNG of your own, or nothing.
        off: it is there but not used this time; no flow leads to it. Only a branch can be off.
        values: what a picture shows, as for a `Stage` of a `Pipeline`.
        share: how much goes this way, such as the weight of an expert: flows are as broad as that.
    """

    icon: SymbolField = ""
    off: Flag = False
    values: SymbolValues = ()
    share: Annotated[Number, Field(gt=0, le=1)] | None = None

    def __post_init__(self) -> None:
        validate_values(self.icon, self.values)


@content
class Branches:
    """One thing that goes several ways at once, such as the heads of attention or the experts of a mixture.

    Args:
        start: where the way divides.
        branches: two to six ways beside each other, at least one of them in use.
        joined: up to two stations after them, in order; the first is where the branches meet.
        off_name: what the branches that are not used are called.
    """

    start: Branch
    branches: Annotated[Items[Branch], length(2, 6)]
    joined: Annotated[Items[Branch], length(0, 2)] = ()
    off_name: Annotated[Words, OwnWord()] = "sem uso"

    def __post_init__(self) -> None:
        stations = (self.start, *self.branches, *self.joined)
        validate_unique_names(station.name for station in stations)
        if any(station.off for station in (self.start, *self.joined)):
            raise ContentError("só um ramo pode estar desligado (off=True), não o início nem o que os junta")
        if all(branch.off for branch in self.branches):
            raise ContentError("todos os ramos estão desligados (off=True); ao menos um deve estar em uso")

    def body(self) -> elements.Element:
        """Return flows that fan out to the branches and in again: to the right, or on a phone downwards."""
        wide = tuple(elements.WideOnly(self._wide(beside)) for beside in (True, False))
        ways = elements.DiagramLabels(elements.FirstThatFits((*wide, self._downwards(), self._narrow())))
        return elements.Column((ways, *self._legend()), "medium")

    def describe(self) -> str:
        """Return the start, the branches, and where they meet."""
        return fullest(map(self._describe, (name_with_detail, name_alone)))

    def _describe(self, describe: Callable[[Branch], str]) -> str:
        active = [describe(branch) for branch in self.branches if not branch.off]
        inactive = [describe(branch) for branch in self.branches if branch.off]
        sentences = [
            phrase(
                ("{start} → um ramo: {branches}.", "{start} → {count} ramos paralelos: {branches}."),
                len(active),
                start=describe(self.start),
                branches=join_and(active),
            )
        ]
        if inactive:
            sentences.append(f"{capitalize(plain_text(self.off_name))}: {join_and(inactive)}.")
        if self.joined:
            sentences.append(phrase("Depois: {stations}.", stations=" → ".join(map(describe, self.joined))))
        return " ".join(sentences)

    def _wide(self, beside: bool) -> elements.Element:
        """Return the start, the branches and what follows, from left to right."""
        branches = elements.Column(self._parts(self._scale, beside), "small" if self._is_airy else "tiny")
        stations = [self._start, branches, *self._after()]
        gaps = [elements.Cell(elements.Spacer("link"), 0, 2 * i + 1) for i in range(len(stations) - 1)]
        has_picture = [bool(self.start.icon), False, *(bool(each.icon) for each in self.joined)]
        cells = [
            elements.Cell(each, 0, 2 * i, justify="center" if has_picture[i] else "stretch")
            for i, each in enumerate(stations)
        ]
        grow = [float(i % 2) for i in range(2 * len(stations) - 1)]
        grid = elements.Grid((*cells, *gaps), tuple(grow), "none")
        return elements.WithConnectors(grid, self._flows("right", "left"))

    def _downwards(self) -> elements.Element:
        """Return the start above a row of branches, and what follows below them."""
        parts = tuple(map(elements.Grow, self._parts(_SMALL, beside=False)))
        row = elements.Row(parts, "hair", "start", justify="between", equal=True)
        column = elements.Column((self._start, row, *self._after()), "link")
        return elements.WithConnectors(column, self._flows("bottom", "top"))

    def _narrow(self) -> elements.Element:
        """Return one column, with arrows at the left of the branches, then at their right."""
        column = elements.Column((self._start, *self._parts(_SMALL, beside=True), *self._after()), "medium")
        places = elements.numbered_names("depois", self.joined)
        fan = elements.fan_out(_START, self._active(), leaves="left", arrives="left")
        if places:
            fan += elements.fan_in(self._active(), places[0], leaves="right", arrives="right")
        return elements.WithConnectors(column, (*fan, *elements.chain(places)))

    def _flows(
        self, leaves: Literal["right", "bottom"], arrives: Literal["left", "top"]
    ) -> tuple[elements.Connector, ...]:
        """Return the flows into the branches, which to the right begin as one, and those that end as one."""
        places = elements.numbered_names("depois", self.joined)
        flow = partial(elements.Flow, leaves=leaves, arrives=arrives)
        most = max((each.share or 0.0 for each in self.branches), default=0.0)
        # Downwards, each flow is level with its branch; those of shares are seen side by side.
        is_one = leaves == "right" and not most
        ends = ("de início", "a depois") if is_one else ("", "")
        flows: list[elements.Connector] = []
        for name, each in zip(self._names, self.branches, strict=True):
            if each.off:
                continue
            width = {"stroke": _STROKE} if each.share is None else {"scale": each.share / most}
            flows.append(flow(_START, name, f"{self.start.role}.mid", trunk=ends[0], **width))
            if places:
                flows.append(flow(name, places[0], f"{each.role}.mid", trunk=ends[1], **width))
        for (name, other), each in zip(pairwise(places), self.joined, strict=False):
            flows.append(flow(name, other, f"{each.role}.mid"))
        return tuple(flows)

    @property
    def _start(self) -> elements.Element:
        return elements.Named(_START, _draw(self.start, "focus", 1.0))

    def _parts(self, scale: float, beside: bool) -> tuple[elements.Element, ...]:
        """Return the branches, those that are off on dotted bands."""
        is_flat = len(self.branches) > _MAX_AIRY
        parts = [_draw(each, "context", scale, beside, is_flat=is_flat) for each in self.branches]
        for i, each in enumerate(self.branches):
            if each.off:
                padding = ("none", "hair") if each.icon else ("tiny", "tiny")
                parts[i] = elements.ShadeBand(parts[i], *padding)
        return tuple(map(elements.Named, self._names, parts))

    def _after(self) -> list[elements.Element]:
        parts = (_draw(each, "solid" if each is self.joined[-1] else "context", 1.0) for each in self.joined)
        return list(map(elements.Named, elements.numbered_names("depois", self.joined), parts))

    def _legend(self) -> tuple[elements.Element, ...]:
        """Return what a dotted band means, if there is one."""
        if not any(branch.off for branch in self.branches):
            return ()
        sample = elements.ShadeBand(elements.Spacer("tiny"), "tiny", "small")
        words = elements.Text(self.off_name, "label", "muted")
        row = elements.Row((sample, words), "small", "center", justify="center")
        return (elements.Named("legenda", row),)

    @property
    def _scale(self) -> float:
        pictures = sum(bool(branch.icon) for branch in self.branches)
        return _LARGE if pictures <= _FEW else _PICTURE if self._is_airy else _SMALL

    @property
    def _is_airy(self) -> bool:
        return len(self.branches) <= _MAX_AIRY

    def _active(self) -> list[str]:
        return [name for name, branch in zip(self._names, self.branches, strict=True) if not branch.off]

    @property
    def _names(self) -> list[str]:
        return elements.numbered_names("ramo", self.branches)


def _draw(
    each: Branch,
    state: Literal["context", "focus", "solid"],
    scale: float,
    beside: bool = False,
    *,
    is_flat: bool = False,
) -> elements.Element:
    """Return a station: its picture with its words below or beside it, or its words on a key cap.

    One that is flat has its words in one line where there is room.
    """
    role = "masked" if each.off else each.role
    inks = {"context": (f"{role}.strong", "muted"), "focus": ("ink", "ink"), "solid": ("paper", "paper")}
    on_cap = not each.off and (not each.icon or state == "solid")
    color, muted = inks[state if on_cap else "context"]
    align: elements.Align = "start" if beside and each.icon and not on_cap else "center"
    name = elements.Text(each.name, "label" if each.off else "mark", color, align)
    detail = elements.Text(each.detail, "label", muted, align)
    words: elements.Element = elements.Column((name, detail), "tiny") if each.detail else name
    if each.detail and (is_flat or not (on_cap or beside)):
        line = elements.Row((elements.NoWrap(name), elements.NoWrap(detail)), "tiny", "baseline", "center")
        words = elements.FirstThatFits((line, words))
    if on_cap:
        words = elements.Cap(words, role, state, "tiny", "small")
    if not each.icon:
        return words
    picture = elements.draw_symbol(each.icon, role, each.values, scale)
    arrange = elements.Row if beside else elements.Column
    both = arrange((picture, words), "tiny", "center")
    # Flows keep off the words.
    return elements.Card(both, None, None, "plate", "hair" if beside else "tiny")


EXAMPLES = {
    "cabeças em paralelo": Branches(
        start=Branch("x", "input"),
        branches=[
            Branch("$h_1$", "model", icon="attention", values=[0.7, 0.1, 0.1, 0.1]),
            Branch("$h_2$", "model", icon="attention", values=[0.1, 0.1, 0.1, 0.7]),
            Branch("$h_3$", "model", icon="attention", values=[0.1, 0.6, 0.1, 0.2]),
            Branch("$h_4$", "model", icon="attention", values=[0.3, 0.1, 0.5, 0.1]),
        ],
        joined=[Branch("Concatena", "model"), Branch("$W_O$", "response")],
    ),
    "mistura de especialistas": Branches(
        start=Branch("Roteador", "model", "escolhe 2 de 4"),
        branches=[
            Branch("FFN 1", "model", "0,7", "weights", share=0.7),
            Branch("FFN 2", "masked", off=True, icon="weights"),
            Branch("FFN 3", "masked", off=True, icon="weights"),
            Branch("FFN 4", "model", "0,3", "weights", share=0.3),
        ],
        joined=[Branch("Soma", "response", "com os pesos")],
        off_name="não calculados",
    ),
}
HEADLINES = {
    "cabeças em paralelo": "Quatro cabeças, **quatro olhares**{model}",
    "mistura de especialistas": "**Só dois** de quatro trabalham",
}
