"""Uma pilha de camadas, com um bloco que se repete aberto ao lado e seus atalhos residuais."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from infograficos.content import Count, Some, Words, content
from infograficos.elements.card import Card, Named
from infograficos.elements.column import Column
from infograficos.elements.connector import Link, Linked, chained
from infograficos.elements.flow import Either, Grow, Spacer, Unbroken
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.junction import Junction
from infograficos.elements.row import Row
from infograficos.elements.words import Text
from infograficos.layout import Element
from infograficos.text import plain

#: The ends of the way through a block, for connectors to find them.
_ENTRY, _EXIT = "entrada", "saída"

#: The opened block beside the stack.
_OPENED = "bloco aberto"

#: A name of more characters than this is a sentence, and does not fit a layer.
_LONGEST = 40


def _short(text: str) -> str:
    if len(text) > _LONGEST:
        raise ValueError(f"esperado um texto de até {_LONGEST} caracteres, vieram {len(text)}")
    return text


_Name = Annotated[Words, AfterValidator(_short)]
_Place = Annotated[int, Field(strict=True)]
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
    detail: Annotated[str, Field(strict=True), AfterValidator(_short)] = ""


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

    @model_validator(mode="after")
    def _agree(self) -> Block:
        count = len(self.layers)
        for first, last in self.residual:
            if last < first:
                raise ValueError(f"o atalho ({first}, {last}) não contorna nada; a primeira camada vem antes")
            if first < 1 or last > count:
                raise ValueError(f"o atalho ({first}, {last}) sai do bloco; as camadas vão de 1 a {count}")
        for (first, last), (after, end) in pairwise(sorted(self.residual)):
            if after <= last:
                raise ValueError(f"os atalhos ({first}, {last}) e ({after}, {end}) contornam a mesma camada")
        return self

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
    upwards: bool = True

    @model_validator(mode="after")
    def _agree(self) -> Layers:
        blocks = [each.name for each in self.layers if isinstance(each, Block)]
        if len(blocks) > 1:
            raise ValueError(f"esperado até um bloco, vieram {len(blocks)}: {', '.join(blocks)}")
        return self

    def body(self) -> Element:
        """Return the stack with its block opened beside it, or in its place where it is narrow."""
        if self._block is None:
            return Linked(self._stack(Spacer()), chained(self._names))
        inline = self._inline(self._block)
        return Either((self._wide(self._block), inline)) if len(self.layers) > 1 else inline

    def describe(self) -> str:
        """Return the stack, what is inside its block, and what the residual paths do."""
        way = "de baixo para cima" if self.upwards else "de cima para baixo"
        names = [each.title if isinstance(each, Block) else each.name for each in self.layers]
        said = f"Camadas, {way}: {' → '.join(map(plain, names))}."
        if self._block is None:
            return said
        inside = [plain(layer.name) for layer in self._block.layers]
        for place, (_, last) in enumerate(sorted(self._block.residual)):
            inside.insert(last + place, "+")
        said = f"{said} Dentro do bloco: {' → '.join(inside)}."
        return f"{said} Em cada +, um atalho soma a entrada de volta." if self._block.residual else said

    @property
    def _block(self) -> Block | None:
        return next((each for each in self.layers if isinstance(each, Block)), None)

    @property
    def _names(self) -> list[str]:
        return [f"camada {number}" for number, _ in enumerate(self.layers, 1)]

    def _wide(self, block: Block) -> Element:
        """Return the stack with its block closed, and the opened block that it leads to."""
        title = Text(block.title, "heading", "model.strong", "center")
        closed = Card(title, "model.soft", "model.line", "small", align="center")
        stack = Cell(self._stack(closed), 0, 0, align="stretch")
        opened = Cell(Named(_OPENED, _opened(block, self.upwards)), 0, 1)
        way = chained([_ENTRY, *_way(block), _EXIT])
        opening = Link(self._names[self.layers.index(block)], _OPENED, "model.strong", dashed=True)
        links = (*chained(self._names), *_bypasses(block), *way, opening)
        return Linked(Grid((stack, opened), (0.0, 1.0), "link"), links)

    def _inline(self, block: Block) -> Element:
        """Return the stack with the opened block in its place; one way leads through all of it."""
        place = self.layers.index(block)
        before, after = self._names[:place], self._names[place + 1 :]
        way = chained([*(before or [_ENTRY]), *_way(block), *(after or [_EXIT])])
        return Linked(self._stack(_opened(block, self.upwards, titled=True)), (*_bypasses(block), *way))

    def _stack(self, block: Element) -> Element:
        """Return the layers below each other, with what is to stand in the block's place."""
        parts: list[Element] = []
        for name, each in zip(self._names, self.layers, strict=True):
            parts.append(Grow(Named(name, block)) if isinstance(each, Block) else Named(name, _outer(each)))
        return Column(_ordered(parts, self.upwards), "large")


def _opened(block: Block, upwards: bool, titled: bool = False) -> Element:
    """Return the opened block; if one layer's detail does not fit beside its name, all stand below theirs."""
    return Either(tuple(_surface(block, upwards, titled, beside) for beside in (True, False)))


def _surface(block: Block, upwards: bool, titled: bool, beside: bool) -> Element:
    """Return the block's layers on a surface that the data enters at one end and leaves at the other."""
    firsts, lasts = ([pair[end] for pair in block.residual] for end in (0, 1))
    parts = [_centered(_ENTRY, Spacer())]
    for number, layer in enumerate(block.layers, 1):
        parts += _branch(number) if number in firsts else [Spacer("medium")]
        parts.append(Named(_layer(number), _inner(layer, beside)))
        if number in lasts:
            parts += [Spacer("medium"), _centered(_sum(number), Junction())]
    ordered = list(_ordered([*parts, Spacer("medium"), _centered(_EXIT, Spacer())], upwards))
    if titled:
        ordered[1:1] = [Spacer("medium"), _title(block)]
    return Card(Column(tuple(ordered), "none"), "model.soft", "model.line", "none", "large")


def _way(block: Block) -> list[str]:
    """Return the names of what the data passes inside a block."""
    lasts = [last for _, last in block.residual]
    names = []
    for number, _ in enumerate(block.layers, 1):
        names += [_layer(number), _sum(number)] if number in lasts else [_layer(number)]
    return names


def _bypasses(block: Block) -> tuple[Link, ...]:
    """Return the residual paths, which run at the right of the layers."""
    return tuple(
        Link(f"ramo {first}", _sum(last), "model.strong", leaves="right", arrives="right")
        for first, last in block.residual
    )


def _layer(number: int) -> str:
    return f"camada {number} do bloco"


def _sum(number: int) -> str:
    return f"soma {number}"


def _branch(number: int) -> list[Element]:
    """Return the gap before a layer with a point in its middle, where a residual path leaves the way."""
    return [Spacer("small"), _centered(f"ramo {number}", Spacer()), Spacer("small")]


def _centered(name: str, child: Element) -> Element:
    return Row((Named(name, child),), justify="center")


def _title(block: Block) -> Element:
    """Return the block's title in the left half, as the way of the data goes through the middle."""
    cells = (Cell(Text(block.title, "strong", "model.strong"), 0, 0), Cell(Spacer(), 0, 1))
    return Grid(cells, (1.0, 1.0), "large", equal=True)


def _outer(layer: Layer) -> Element:
    lines: list[Element] = [Text(layer.name, "strong", f"{layer.role}.strong", "center")]
    if layer.detail:
        lines.append(Text(layer.detail, "label", "muted", "center"))
    return Card(Column(tuple(lines), "text"), f"{layer.role}.soft", f"{layer.role}.line", "small")


def _inner(layer: Layer, beside: bool) -> Element:
    name, detail = Text(layer.name, "strong"), Text(layer.detail, "label", "muted")
    padding = "tiny"
    inside: Element = name
    if layer.detail and beside:
        inside = Row((Grow(Unbroken(name)), Unbroken(detail)), "medium")
    elif layer.detail:
        inside, padding = Column((name, detail), "text"), "small"
    return Card(inside, "surface", f"{layer.role}.line", padding, "small", "inner")


def _ordered(parts: list[Element], upwards: bool) -> tuple[Element, ...]:
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
