"""Uma pilha de camadas, com seus blocos abertos: o que se repete, e o que os atalhos residuais somam."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, count, pairwise, product
from typing import Annotated

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import name_alone, name_with_detail, validate_unique
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Flag, Integer, Items, Name, Some, content, length, short
from infograficos.content.items import RoleItem
from infograficos.text.markup import plain_text

__all__ = ["Block", "Layer", "Layers"]

#: More layers have no room on a sheet.
_MAX_LAYERS = 12
#: How many layers fit a wide sheet with details below their names, and beside them with large padding.
_MAX_TALL, _MAX_FLAT = 4, 6
#: Up to how many times of a block are all drawn; of more, the first and the last.
_MAX_TIMES = 3
#: With more cards below each other, their arrows are shorter.
_MAX_SPACIOUS = 5
#: The name of the block that is drawn beside the stack.
_OPEN = "bloco aberto"
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
        layers: one to twelve, in the order in which the data passes them.
        times: how many such blocks follow one another.
        residual: the first and the last layer, counted from 1, that each residual path goes around.
    """

    name: Name
    layers: Annotated[Some[Layer], length(1, _MAX_LAYERS)]
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
    """A stack of layers in which blocks are opened, so that their residual paths are seen.

    Args:
        layers: one to twelve layers or blocks of layers, in the order in which the data passes them.
        upwards: draw the first at the bottom, as transformers are drawn; on a wide sheet, several blocks are
            beside each other instead.
    """

    layers: Annotated[Some[Layer | Block], length(1, _MAX_LAYERS)]
    upwards: Flag = True

    def __post_init__(self) -> None:
        names = (plain_text(block.name) for block in self._blocks)
        validate_unique(
            names, "o bloco “{}” aparece mais de uma vez; diga em “times” quantas vezes se repete"
        )

    def body(self) -> elements.Element:
        """Return the stack with its blocks opened in their places, or beside it on wide sheets."""
        blocks = self._blocks
        if not blocks:
            tall = elements.WithConnectors(self._stack({}), elements.chain(self._names))
            flat = (elements.WideOnly(self._flat()),) if len(self.layers) > _MAX_TALL else ()
            return elements.FirstThatFits((*flat, tall))
        if len(self.layers) == 1:
            return self._inline()
        if len(blocks) > 1:
            wide = list(map(self._across, ("link", "large")))
        else:
            wide = [self._beside(blocks[0]) if blocks[0].times > 1 else self._around(blocks[0])]
        return elements.FirstThatFits((*map(elements.WideOnly, wide), self._inline()))

    def describe(self) -> str:
        """Return the stack, what is inside its blocks, and what the residual paths do."""
        pairs = product((name_with_detail, name_alone), repeat=2)
        return fullest(self._describe(outer, inner) for inner, outer in pairs)

    def _describe(self, outer: Callable[[Layer], str], inner: Callable[[Layer], str]) -> str:
        """Describe the stack, with the details of its own layers, of those inside its blocks, or none."""
        direction = "de baixo para cima" if self.upwards else "de cima para baixo"
        direction = "na ordem dos dados" if len(self._blocks) > 1 else direction
        names = [plain_text(each.title) if isinstance(each, Block) else outer(each) for each in self.layers]
        sentence = f"Camadas, {direction}: {' → '.join(names)}."
        for block in self._blocks:
            layers = list(map(inner, block.layers))
            for place, (_, last) in enumerate(sorted(block.residual)):
                layers.insert(last + place, "+")
            sentence += f" Dentro de “{plain_text(block.name)}”: {' → '.join(layers)}."
        has_sums = any(block.residual for block in self._blocks)
        return f"{sentence} Cada + soma de volta a entrada." if has_sums else sentence

    @property
    def _blocks(self) -> list[Block]:
        return [each for each in self.layers if isinstance(each, Block)]

    @property
    def _open_blocks(self) -> dict[str, elements.OpenBlock]:
        """The blocks by the names of their places in the stack."""
        places = zip(self._names, self.layers, strict=True)
        blocks = [(name, each) for name, each in places if isinstance(each, Block)]
        return {
            name: elements.OpenBlock(
                each.title, each.layers, each.residual, nth, self.upwards, each.times > 1
            )
            for nth, (name, each) in enumerate(blocks, 1)
        }

    @property
    def _names(self) -> list[str]:
        return elements.numbered_names("camada", self.layers)

    def _flat(self) -> elements.Element:
        """Return the layers with their details beside their names, so that more fit."""
        padding = "small" if len(self.layers) <= _MAX_FLAT else "tiny"
        layers = (layer for layer in self.layers if isinstance(layer, Layer))
        cards = (elements.horizontal_layer(each.name, each.detail, each.role, padding) for each in layers)
        rows = tuple(map(elements.named_fragment, count(1), self._names, cards))
        column = elements.Column(elements.in_order(rows, self.upwards), "medium")
        return elements.WithConnectors(column, elements.chain(self._names))

    def _beside(self, block: Block) -> elements.Element:
        """Return the stack with the times that its block comes, and the open block beside it."""
        ((place, opened),) = self._open_blocks.items()
        cards = _times(block)
        gap = "large" if len(self.layers) + len(cards) - 1 <= _MAX_SPACIOUS else "small"
        times = elements.Column(elements.in_order(cards, self.upwards), gap, justify="between")
        step = self._steps[place]
        inside = elements.named_fragment(step + 1, _OPEN, opened.element(step))
        path: list[str] = []
        for name in self._names:
            path += [_time(n) for n in range(1, len(cards) + 1)] if name == place else [name]
        opening = elements.Connector(_time(1), _OPEN, "model.strong", dashed=True)
        connectors = (*elements.chain(path), *opened.connectors, opening)
        return _two_columns(self._stack({place: times}, gap), inside, connectors)

    def _around(self, block: Block) -> elements.Element:
        """Return the open block with what comes before and after it beside its ends."""
        ((place, opened),) = self._open_blocks.items()
        title = elements.Text(block.title, "heading", "model.strong", "center")
        stack = self._stack({place: elements.Column((title,), justify="center")})
        step = self._steps[place]
        inside = elements.named_fragment(step, _OPEN, opened.element(step))
        path = [_OPEN if name == place else name for name in self._names]
        return _two_columns(stack, inside, (*elements.chain(path), *opened.connectors))

    def _across(self, gap: str) -> elements.Element:
        """Return the layers and open blocks from left to right."""
        opened = self._open_blocks
        children = self._cards({name: each.with_title(self._steps[name]) for name, each in opened.items()})
        connectors = [*elements.chain(self._names)]
        for each in opened.values():
            connectors += each.connectors
        return elements.WithConnectors(elements.Row(tuple(children), gap), tuple(connectors))

    def _inline(self) -> elements.Element:
        """Return the stack with the open blocks in their places; one path leads through all of it."""
        opened = self._open_blocks
        blocks = {name: each.with_title(self._steps[name], in_path=True) for name, each in opened.items()}
        path = [part for name in self._names for part in (opened[name].path if name in opened else [name])]
        # Where a block is first or last, the path begins or ends at its border.
        first, last = (opened.get(name) for name in (self._names[0], self._names[-1]))
        path = [*([first.entry] if first else ()), *path, *([last.exit] if last else ())]
        bypasses = (connector for each in opened.values() for connector in each.bypasses)
        return elements.WithConnectors(self._stack(blocks), (*bypasses, *elements.chain(path)))

    def _stack(self, blocks: dict[str, elements.Element], gap: str = "large") -> elements.Element:
        """Return the layers below each other, with an element in each block's place."""
        return elements.Column(elements.in_order(self._cards(blocks), self.upwards), gap)

    def _cards(self, blocks: dict[str, elements.Element]) -> list[elements.Element]:
        """Return the layers in order, each in its step, with an element in each block's place."""
        cards: list[elements.Element] = []
        for (name, step), each in zip(self._steps.items(), self.layers, strict=True):
            if isinstance(each, Block):
                cards.append(elements.Grow(elements.named_fragment(step, name, blocks[name])))
            else:
                card = elements.vertical_layer(each.name, each.detail, each.role)
                cards.append(elements.named_fragment(step, name, card))
        return cards

    @property
    def _steps(self) -> dict[str, int]:
        """The step of each place in the stack; the layers of a block follow it."""
        counts = (1 + (len(each.layers) if isinstance(each, Block) else 0) for each in self.layers)
        return dict(zip(self._names, accumulate(counts, initial=1), strict=False))


def _two_columns(
    stack: elements.Element, block: elements.Element, connectors: tuple[elements.Connector, ...]
) -> elements.Element:
    """Return a stack as tall as the open block beside it."""
    cells = elements.Cell(stack, 0, 0, align="stretch"), elements.Cell(block, 0, 1)
    return elements.WithConnectors(elements.Grid(cells, (0.0, 1.0), "link"), connectors)


def _time(number: int) -> str:
    return f"vez {number}"


def _times(block: Block) -> list[elements.Element]:
    """Return a small card for each time that a block comes, with dots in place of those in the middle."""
    numbers = range(1, block.times + 1) if block.times <= _MAX_TIMES else (1, 0, block.times)
    found: list[elements.Element] = []
    for place, number in enumerate(numbers, 1):
        words = f"{block.name} {number}" if number else "…"
        text = elements.Text(words, "mark", "model.strong", "center")
        card = elements.tinted_card(text, "model", "tiny", radius="inner")
        if not number:
            card = elements.Card(text, None, None, "tiny")
        found.append(elements.Named(_time(place), card))
    return found


EXAMPLES = {
    "GPT-2": Layers(
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
    "BERT": Layers(
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
    "dois blocos": Layers(
        [
            Layer("x", "input", "tokens"),
            Block("Contexto", [Layer("Atenção", "model")], residual=[(1, 1)]),
            Block("Refino", [Layer("MLP", "model")], residual=[(1, 1)]),
            Layer("y", "response"),
        ]
    ),
}
