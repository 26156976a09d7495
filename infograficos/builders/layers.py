"""Uma pilha de camadas, com um bloco que se repete aberto ao lado e seus atalhos residuais."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, pairwise
from typing import Annotated

from pydantic import Field

from infograficos import elements
from infograficos.content.fields import Count, Flag, Integer, Items, Name, Some, content, short
from infograficos.content.items import RoleItem
from infograficos.text.markup import plain_text

__all__ = ["Block", "Layer", "Layers"]

#: Names for connectors to find: both ends of the path through a block, and the open block.
_ENTRY, _EXIT, _OPEN_BLOCK = "entrada", "saída", "bloco aberto"
#: How many layers fit a wide sheet with details below their names, and beside them with large padding.
_MAX_TALL, _MAX_FLAT = 4, 6
_Span = tuple[Integer, Integer]


@content
class Layer(RoleItem):
    """One layer of a network, such as “Atenção causal”.

    Args:
        detail: its shape or size, such as “768 → 3072”.
    """

    detail: Annotated[str, Field(strict=True), short(40)] = ""


@content
class Block:
    """Layers that belong together and are repeated, some of them with a residual path around them.

    Args:
        name: such as “Bloco”.
        layers: in the order in which the data passes them.
        times: how many such blocks follow one another.
        residual: the first and the last layer, counted from 1, that each residual path goes around.
    """

    name: Name
    layers: Some[Layer]
    times: Count = 1
    residual: Items[_Span] = ()

    def __post_init__(self) -> None:
        count = len(self.layers)
        for first, last in self.residual:
            if last < first:
                raise ValueError(f"o atalho ({first}, {last}) não contorna nada; a primeira camada vem antes")
            if first < 1 or last > count:
                raise ValueError(f"o atalho ({first}, {last}) sai do bloco; as camadas vão de 1 a {count}")
        for (first, last), (after, end) in pairwise(sorted(self.residual)):
            if after <= last:
                raise ValueError(f"os atalhos ({first}, {last}) e ({after}, {end}) contornam a mesma camada")

    @property
    def title(self) -> str:
        """The block's name with how often it is repeated."""
        return f"{self.name} × {self.times}" if self.times > 1 else self.name


@content
class Layers:
    """A stack of layers in which the block that repeats is opened, so that its residual paths are seen.

    Args:
        layers: the layers, one of which may be a block, in the order in which the data passes them.
        upwards: draw the first at the bottom, as transformers are drawn.
    """

    layers: Some[Layer | Block]
    upwards: Flag = True

    def __post_init__(self) -> None:
        blocks = [each.name for each in self.layers if isinstance(each, Block)]
        if len(blocks) > 1:
            raise ValueError(f"esperado até um bloco, vieram {len(blocks)}: {', '.join(blocks)}")

    def body(self) -> elements.Element:
        """Return the stack with its block opened beside it, or in its place on narrow sheets."""
        if self._block:
            inline, is_alone = self._inline(self._block), len(self.layers) == 1
            return inline if is_alone else elements.FirstThatFits((self._wide(self._block), inline))
        tall = elements.WithConnectors(self._stack(elements.Spacer()), elements.chain(self._names))
        if len(self.layers) <= _MAX_TALL:
            return tall
        return elements.FirstThatFits((elements.WideOnly(self._flat()), tall))

    def describe(self) -> str:
        """Return the stack, what is inside its block, and what the residual paths do."""
        direction = "de baixo para cima" if self.upwards else "de cima para baixo"
        names = [each.title if isinstance(each, Block) else each.name for each in self.layers]
        sentence = f"Camadas, {direction}: {' → '.join(map(plain_text, names))}."
        if self._block is None:
            return sentence
        inner = [plain_text(layer.name) for layer in self._block.layers]
        for place, (_, last) in enumerate(sorted(self._block.residual)):
            inner.insert(last + place, "+")
        sentence += f" Dentro de “{plain_text(self._block.name)}”: {' → '.join(inner)}."
        note = " Em cada +, um atalho soma a entrada de volta." if self._block.residual else ""
        return f"{sentence}{note}"

    @property
    def _block(self) -> Block | None:
        return next((each for each in self.layers if isinstance(each, Block)), None)

    @property
    def _names(self) -> list[str]:
        return elements.numbered_names("camada", self.layers)

    def _flat(self) -> elements.Element:
        """Return the layers with their details beside their names, so that more fit."""
        padding = "small" if len(self.layers) <= _MAX_FLAT else "tiny"
        layers = (layer for layer in self.layers if isinstance(layer, Layer))
        cards = (elements.horizontal_layer(each.name, each.detail, each.role, padding) for each in layers)
        rows = tuple(map(elements.named_fragment, count(1), self._names, cards))
        column = elements.Column(_order(rows, self.upwards), "medium")
        return elements.WithConnectors(column, elements.chain(self._names))

    def _wide(self, block: Block) -> elements.Element:
        """Return the stack with its block closed, and the open block beside it."""
        title = elements.Text(block.title, "heading", "model.strong", "center")
        closed = elements.tinted_card(title, "model", "small", align="center")
        stack = elements.Cell(self._stack(closed), 0, 0, align="stretch")
        steps = len(self.layers)
        inside = elements.named_fragment(steps + 1, _OPEN_BLOCK, _open_block(block, self.upwards, steps))
        path = elements.chain([_ENTRY, *_path(block), _EXIT])
        name = self._names[self.layers.index(block)]
        opening = elements.Connector(name, _OPEN_BLOCK, "model.strong", dashed=True)
        connectors = (*elements.chain(self._names), *_bypasses(block), *path, opening)
        grid = elements.Grid((stack, elements.Cell(inside, 0, 1)), (0.0, 1.0), "link")
        return elements.WithConnectors(grid, connectors)

    def _inline(self, block: Block) -> elements.Element:
        """Return the stack with the open block in its place; one path leads through all of it."""
        place = self.layers.index(block)
        before, after = self._names[:place], self._names[place + 1 :]
        path = elements.chain([*(before or [_ENTRY]), *_path(block), *(after or [_EXIT])])
        inside = _open_block(block, self.upwards, place + 1, has_title=True)
        return elements.WithConnectors(self._stack(inside, len(block.layers)), (*_bypasses(block), *path))

    def _stack(self, block: elements.Element, block_steps: int = 0) -> elements.Element:
        """Return the layers below each other, with an element in the block's place."""
        parts: list[elements.Element] = []
        step = 0
        for name, each in zip(self._names, self.layers, strict=True):
            step += 1
            if isinstance(each, Block):
                parts.append(elements.Grow(elements.named_fragment(step, name, block)))
                step += block_steps
            else:
                card = elements.vertical_layer(each.name, each.detail, each.role)
                parts.append(elements.named_fragment(step, name, card))
        return elements.Column(_order(parts, self.upwards), "large")


def _open_block(block: Block, upwards: bool, step: int, has_title: bool = False) -> elements.Element:
    """Return the inside of a block, with all details beside their names or all below them."""
    options = (_surface(block, upwards, step, has_title, beside) for beside in (True, False))
    return elements.FirstThatFits(tuple(options))


def _surface(block: Block, upwards: bool, step: int, has_title: bool, beside: bool) -> elements.Element:
    """Return the layers on a card, each in a step of its own after `step`."""
    firsts, lasts = ([pair[end] for pair in block.residual] for end in (0, 1))
    gap = elements.Spacer("medium")
    parts = [_center(_ENTRY, elements.Spacer())]
    for number, layer in enumerate(block.layers, 1):
        parts += _branch(number) if number in firsts else [gap]
        card = elements.inner_layer(layer.name, layer.detail, layer.role, beside)
        parts.append(elements.named_fragment(step + number, _layer(number), card))
        if number in lasts:
            junction = _center(_sum(number), elements.Junction())
            parts += [gap, elements.Fragment(step + number, junction)]
    ordered = list(_order([*parts, gap, _center(_EXIT, elements.Spacer())], upwards))
    if has_title:
        ordered[1:1] = [gap, _title(block)]
    return elements.tinted_card(elements.Column(tuple(ordered), "none"), "model", "none", "large")


def _path(block: Block) -> list[str]:
    """Return the names of the layers and sums that the data passes in a block."""
    names = [_layer(number) for number, _ in enumerate(block.layers, 1)]
    for place, last in enumerate(sorted(last for _, last in block.residual)):
        names.insert(last + place, _sum(last))
    return names


def _bypasses(block: Block) -> tuple[elements.Connector, ...]:
    """Return the residual paths, which run at the right of the layers."""
    return tuple(
        elements.Connector(f"ramo {first}", _sum(last), "model.strong", leaves="right", arrives="right")
        for first, last in block.residual
    )


def _layer(number: int) -> str:
    return f"camada {number} do bloco"


def _sum(number: int) -> str:
    return f"soma {number}"


def _branch(number: int) -> list[elements.Element]:
    """Return the gap before a layer, where a residual path begins."""
    gap = elements.Spacer("small")
    return [gap, _center(f"ramo {number}", elements.Spacer()), gap]


def _center(name: str, child: elements.Element) -> elements.Element:
    return elements.Row((elements.Named(name, child),), justify="center")


def _title(block: Block) -> elements.Element:
    """Return the block's title in the left half: the data's path is in the middle."""
    title = elements.Cell(elements.Text(block.title, "mark", "model.strong"), 0, 0)
    empty = elements.Cell(elements.Spacer(), 0, 1)
    return elements.Grid((title, empty), (1.0, 1.0), "link", equal=True)


def _order(parts: Sequence[elements.Element], upwards: bool) -> tuple[elements.Element, ...]:
    return tuple(reversed(parts) if upwards else parts)


EXAMPLES = {
    "gpt-2": Layers(
        [
            Layer("Embeddings", "input", "token + posição"),
            Block(
                "Bloco",
                [
                    Layer("LayerNorm", "model"),
                    Layer("Atenção causal", "model", "12 cabeças"),
                    Layer("LayerNorm", "model"),
                    Layer("MLP", "model", "768 → 3072 → 768"),
                ],
                times=12,
                residual=[(1, 2), (3, 4)],
            ),
            Layer("Cabeça de saída", "response", "LayerNorm + linear"),
        ]
    ),
    "bert": Layers(
        [
            Layer("Embeddings", "input", "30522 → 768"),
            Block(
                "Bloco",
                [
                    Layer("Atenção", "model", "12 cabeças"),
                    Layer("LayerNorm", "model"),
                    Layer("MLP", "model", "768 → 3072 → 768"),
                    Layer("LayerNorm", "model"),
                ],
                times=12,
                residual=[(1, 1), (3, 3)],
            ),
            Layer("Cabeça de MLM", "response", "768 → 30522"),
        ],
        upwards=False,
    ),
}
