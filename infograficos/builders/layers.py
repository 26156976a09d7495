"""Uma pilha de camadas, com um bloco que se repete aberto ao lado e seus atalhos residuais."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, Field

from infograficos import elements
from infograficos.content.fields import MAX_COUNT, Count, Flag, Some, Words, content, short
from infograficos.text.markup import plain_text

__all__ = ["Block", "Layer", "Layers"]

#: The ends of the way through a block, for connectors to find them.
_ENTRY, _EXIT = "entrada", "saída"
#: The opened block beside the stack.
_OPENED = "bloco aberto"
#: So many layers fit a wide sheet with their details below their names, or beside them.
_MOST_TALL, _MOST_FLAT = 4, 6
#: A name of more characters than this is a sentence, and does not fit a layer.
_LONGEST = 40
_Name = Annotated[Words, short(_LONGEST)]
_Place = Annotated[int, Field(strict=True, ge=-MAX_COUNT, le=MAX_COUNT)]
_Span = tuple[_Place, _Place]


@content
class Layer:
    """One layer of a network.

    Args:
        name: such as “Atenção causal”.
        role: whose colours it has.
        detail: its shape or size, such as “768 → 3072”.
    """

    name: _Name
    role: Words
    detail: Annotated[str, Field(strict=True), short(_LONGEST)] = ""


@content
class Block:
    """Layers that belong together and are repeated, some of them with a residual path around them.

    Args:
        name: such as “Bloco”.
        layers: in the order in which the data passes them.
        times: how many such blocks follow one another.
        residual: the first and the last layer, counted from 1, that each residual path goes around.
    """

    name: _Name
    layers: Some[Layer]
    times: Count = 1
    residual: Annotated[Sequence[_Span], AfterValidator(tuple)] = ()

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
        """Return the stack with its block opened beside it, or in its place where it is narrow."""
        if self._block is None:
            tall = elements.WithConnectors(self._stack(elements.Spacer()), elements.chain(self._names))
            options = (elements.WideOnly(self._flat()), tall)
            return elements.FirstThatFits(options) if len(self.layers) > _MOST_TALL else tall
        inline = self._inline(self._block)
        return elements.FirstThatFits((self._wide(self._block), inline)) if len(self.layers) > 1 else inline

    def describe(self) -> str:
        """Return the stack, what is inside its block, and what the residual paths do."""
        way = "de baixo para cima" if self.upwards else "de cima para baixo"
        names = [each.title if isinstance(each, Block) else each.name for each in self.layers]
        said = f"Camadas, {way}: {' → '.join(map(plain_text, names))}."
        if self._block is None:
            return said
        inside = [plain_text(layer.name) for layer in self._block.layers]
        for place, (_, last) in enumerate(sorted(self._block.residual)):
            inside.insert(last + place, "+")
        said = f"{said} Dentro de “{plain_text(self._block.name)}”: {' → '.join(inside)}."
        return f"{said} Em cada +, um atalho soma a entrada de volta." if self._block.residual else said

    @property
    def _block(self) -> Block | None:
        return next((each for each in self.layers if isinstance(each, Block)), None)

    @property
    def _names(self) -> list[str]:
        return [f"camada {number}" for number, _ in enumerate(self.layers, 1)]

    def _flat(self) -> elements.Element:
        """Return the layers without a block with their details beside their names, so that more fit."""
        padding = "small" if len(self.layers) <= _MOST_FLAT else "tiny"
        rows = [
            _shown(step, n, elements.horizontal_layer(each.name, each.detail, each.role, padding))
            for step, (n, each) in enumerate(zip(self._names, self.layers, strict=True), 1)
            if isinstance(each, Layer)
        ]
        return elements.WithConnectors(
            elements.Column(_ordered(list(rows), self.upwards), "medium"), elements.chain(self._names)
        )

    def _wide(self, block: Block) -> elements.Element:
        """Return the stack with its block closed, and the opened block that it leads to."""
        title = elements.Text(block.title, "heading", "model.strong", "center")
        closed = elements.Card(title, "model.soft", "model.line", "small", align="center")
        stack = elements.Cell(self._stack(closed), 0, 0, align="stretch")
        opened = _shown(len(self.layers) + 1, _OPENED, _opened(block, self.upwards, len(self.layers)))
        way = elements.chain([_ENTRY, *_way(block), _EXIT])
        name = self._names[self.layers.index(block)]
        opening = elements.Connector(name, _OPENED, "model.strong", dashed=True)
        links = (*elements.chain(self._names), *_bypasses(block), *way, opening)
        cells = (stack, elements.Cell(opened, 0, 1))
        return elements.WithConnectors(elements.Grid(cells, (0.0, 1.0), "link"), links)

    def _inline(self, block: Block) -> elements.Element:
        """Return the stack with the opened block in its place; one way leads through all of it."""
        place = self.layers.index(block)
        before, after = self._names[:place], self._names[place + 1 :]
        way = elements.chain([*(before or [_ENTRY]), *_way(block), *(after or [_EXIT])])
        opened = _opened(block, self.upwards, place + 1, titled=True)
        return elements.WithConnectors(self._stack(opened, len(block.layers)), (*_bypasses(block), *way))

    def _stack(self, block: elements.Element, inside: int = 0) -> elements.Element:
        """Return the layers below each other, with what stands in the block's place in so many steps."""
        parts: list[elements.Element] = []
        step = 0
        for name, each in zip(self._names, self.layers, strict=True):
            step += 1
            if isinstance(each, Block):
                parts.append(elements.Grow(_shown(step, name, block)))
                step += inside
            else:
                card = elements.vertical_layer(each.name, each.detail, each.role)
                parts.append(_shown(step, name, card))
        return elements.Column(_ordered(parts, self.upwards), "large")


def _opened(block: Block, upwards: bool, shown: int, titled: bool = False) -> elements.Element:
    """Return the opened block; if one layer's detail does not fit beside its name, all stand below theirs."""
    options = (_surface(block, upwards, shown, titled, beside) for beside in (True, False))
    return elements.FirstThatFits(tuple(options))


def _surface(block: Block, upwards: bool, shown: int, titled: bool, beside: bool) -> elements.Element:
    """Return the layers, one a step after `shown`, on a surface that the data goes through."""
    firsts, lasts = ([pair[end] for pair in block.residual] for end in (0, 1))
    parts = [_centered(_ENTRY, elements.Spacer())]
    for number, layer in enumerate(block.layers, 1):
        parts += _branch(number) if number in firsts else [elements.Spacer("medium")]
        card = elements.inner_layer(layer.name, layer.detail, layer.role, beside)
        parts.append(_shown(shown + number, _layer(number), card))
        if number in lasts:
            parts += [
                elements.Spacer("medium"),
                elements.Fragment(shown + number, _centered(_sum(number), elements.Junction())),
            ]
    ordered = list(
        _ordered([*parts, elements.Spacer("medium"), _centered(_EXIT, elements.Spacer())], upwards)
    )
    if titled:
        ordered[1:1] = [elements.Spacer("medium"), _title(block)]
    return elements.Card(elements.Column(tuple(ordered), "none"), "model.soft", "model.line", "none", "large")


def _way(block: Block) -> list[str]:
    """Return the names of what the data passes inside a block."""
    lasts = [last for _, last in block.residual]
    names = []
    for number, _ in enumerate(block.layers, 1):
        names += [_layer(number), _sum(number)] if number in lasts else [_layer(number)]
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
    """Return the gap before a layer with a point in its middle, where a residual path leaves the way."""
    gap = elements.Spacer("small")
    return [gap, _centered(f"ramo {number}", elements.Spacer()), gap]


def _shown(step: int, name: str, child: elements.Element) -> elements.Element:
    return elements.Fragment(step, elements.Named(name, child))


def _centered(name: str, child: elements.Element) -> elements.Element:
    return elements.Row((elements.Named(name, child),), justify="center")


def _title(block: Block) -> elements.Element:
    """Return the block's title in the left half, as the way of the data goes through the middle."""
    cells = (
        elements.Cell(elements.Text(block.title, "mark", "model.strong"), 0, 0),
        elements.Cell(elements.Spacer(), 0, 1),
    )
    return elements.Grid(cells, (1.0, 1.0), "link", equal=True)


def _ordered(parts: list[elements.Element], upwards: bool) -> tuple[elements.Element, ...]:
    return tuple(reversed(parts)) if upwards else tuple(parts)


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
