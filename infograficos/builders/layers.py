"""Uma pilha de camadas, com seus blocos abertos: o que se repete, e o que os atalhos residuais somam."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise, product
from typing import Annotated

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import name_alone, name_with_detail, validate_detours, validate_unique
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Flag, Integer, Items, Name, Some, content, length, short
from infograficos.content.items import RoleItem
from infograficos.language.grammar import phrase
from infograficos.text.markup import plain_text

__all__ = ["Block", "Layer", "Layers"]

#: More layers have no room on a sheet, and with more than a few, their bands are lower.
_MAX_LAYERS, _MAX_AIRY = 12, 6
#: The share of an object's width that the stack has, at most and at least; with more lines of words above and
#: below it, so much less for each.
_LARGE, _SMALL, _MAX_LINES, _STEP = 1.6, 0.6, 2, 0.25
_Span = tuple[Integer, Integer]


@content
class Layer(RoleItem):
    """One layer of a network, such as “Causal attention”.

    Args:
        detail: its shape or size, such as “768 → 3072”.
        highlighted: inside a block, it is the one to remember.
    """

    detail: Annotated[str, Field(strict=True), short(40)] = ""
    highlighted: Flag = False


@content
class Block:
    """Layers that belong together and are repeated, some of them with a residual path around them.

    Args:
        name: such as “Block”.
        layers: one to twelve, in the order in which the data passes them.
        times: how many such blocks follow one another.
        residual: the first and the last layer, counted from 1, that each residual path goes around.
    """

    name: Name
    layers: Annotated[Some[Layer], length(1, _MAX_LAYERS)]
    times: Count = 1
    residual: Items[_Span] = ()

    def __post_init__(self) -> None:
        validate_detours(self.residual, len(self.layers))

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
        compared: its blocks are alternatives, and no way leads from one to the next.
    """

    layers: Annotated[Some[Layer | Block], length(1, _MAX_LAYERS)]
    upwards: Flag = True
    compared: Flag = False

    def __post_init__(self) -> None:
        names = (plain_text(block.name) for block in self._blocks)
        validate_unique(
            names, "o bloco “{name}” aparece mais de uma vez; diga em “times” quantas vezes se repete"
        )

    def body(self) -> elements.Element:
        """Return the stack with the light from its block on what is inside, or the blocks along their way."""
        blocks = self._blocks
        if not blocks:
            return elements.FirstThatFits(tuple(map(self._tower, (True, False))))
        if len(self.layers) == 1:
            return elements.Card(self._open(blocks[0]), "model.soft", None, "medium")
        if len(blocks) == 1:
            return self._lit(blocks[0])
        wide = (elements.WideOnly(self._across(gap)) for gap in ("link", "large", "medium"))
        return elements.FirstThatFits((*wide, self._below_each_other()))

    def describe(self) -> str:
        """Return the stack, what is inside its blocks, and what the residual paths do."""
        pairs = product((name_with_detail, name_alone), repeat=2)
        return fullest(self._describe(outer, inner) for inner, outer in pairs)

    def _describe(self, outer: Callable[[Layer], str], inner: Callable[[Layer], str]) -> str:
        """Describe the stack, with the details of its own layers, of those inside its blocks, or none."""
        names = [plain_text(each.title) if isinstance(each, Block) else outer(each) for each in self.layers]
        sentences = [
            phrase(
                "Blocos lado a lado: {layers}."
                if self.compared
                else "Camadas, na ordem dos dados: {layers}."
                if len(self._blocks) > 1
                else "Camadas, de baixo para cima: {layers}."
                if self.upwards
                else "Camadas, de cima para baixo: {layers}.",
                layers=(", " if self.compared else " → ").join(names),
            )
        ]
        for block in self._blocks:
            layers = list(map(inner, block.layers))
            for place, (_, last) in enumerate(sorted(block.residual)):
                layers.insert(last + place, "+")
            way = " → ".join(layers)
            sentences.append(phrase("Dentro de “{name}”: {layers}.", name=plain_text(block.name), layers=way))
        if any(block.residual for block in self._blocks):
            sentences.append(phrase("Cada + soma de volta a entrada."))
        return " ".join(sentences)

    @property
    def _blocks(self) -> list[Block]:
        return [each for each in self.layers if isinstance(each, Block)]

    @property
    def _plain(self) -> list[Layer]:
        return [each for each in self.layers if isinstance(each, Layer)]

    @property
    def _names(self) -> list[str]:
        return elements.numbered_names("camada", self.layers)

    def _tower(self, beside: bool) -> elements.Element:
        """Return the layers as plates, with their details all beside their names or all below them."""
        storeys = (
            elements.Storey(name, layer.role, self._band(layer, beside))
            for name, layer in zip(self._names, self._plain, strict=True)
        )
        return elements.Tower(tuple(storeys), self.upwards)

    def _band(self, layer: Layer, beside: bool) -> elements.Element:
        words: elements.Element = elements.Text(layer.name, "mark", f"{layer.role}.strong")
        detail = elements.Text(layer.detail, "label", "muted")
        if layer.detail and beside:
            words = elements.Row((elements.Grow(elements.NoWrap(words)), elements.NoWrap(detail)), "small")
        elif layer.detail:
            words = elements.Column((words, detail), "text")
        padding = "tiny" if len(self.layers) > _MAX_AIRY else "small"
        return elements.Card(words, f"{layer.role}.soft", None, padding, "small", "inner")

    def _open(self, block: Block) -> elements.Element:
        """Return the inside of a block, in its step."""
        place = self.layers.index(block)
        step = self._steps[self._names[place]]
        nth = 1 + self._blocks.index(block)
        solid = [number for number, layer in enumerate(block.layers, 1) if layer.highlighted]
        given = block.title, block.layers, block.residual, nth, self.upwards, step, solid
        is_joined = len(self._blocks) > 1 and not self.compared
        return elements.Fragment(step, elements.OpenBlock(*given, is_joined))

    def _lit(self, block: Block) -> elements.Element:
        """Return the stack with a plate for each time that the block comes, and one of them opened."""
        place = self.layers.index(block)
        # The block's own place is left out.
        layers = list(zip([*self._names[:place], *self._names[place + 1 :]], self._plain, strict=True))
        if self.upwards:
            layers.reverse()
            place = len(layers) - place
        above, below = layers[:place], layers[place:]
        top, bottom = above[0][1].role if above else "", below[-1][1].role if below else ""
        lines = sum(1 + bool(layer.detail) for layer in self._plain)
        share = max(_SMALL, min(_LARGE, _LARGE - _STEP * (lines - _MAX_LINES)))
        stack = elements.Model(plates=block.times, share=share, top=top, bottom=bottom, opened=True)
        upper, lower = (self._ends(ends, "center") for ends in (above, below))
        column = elements.Column((*upper, stack, *lower), "small", "center")
        upper, lower = (self._ends(ends, "start") for ends in (above, below))
        beside = elements.Column((*upper, elements.Grow(elements.Spacer()), *lower), "small", "start")
        row = elements.Row((stack, beside), "medium", "stretch")
        opened = self._open(block)
        wide = elements.WideOnly(elements.LightCone(column, opened, padding="small"))
        return elements.FirstThatFits((wide, elements.LightCone(row, opened)))

    def _ends(self, layers: Sequence[tuple[str, Layer]], align: elements.Align) -> list[elements.Element]:
        """Return the words of layers before or after the block, each in its step."""
        return [
            elements.named_fragment(self._steps[name], name, _words(layer, align)) for name, layer in layers
        ]

    def _across(self, gap: str) -> elements.Element:
        """Return the layers and open blocks from left to right."""
        row = elements.Row(tuple(self._places()), "small" if self.compared else gap, "stretch")
        return row if self.compared else self._joined(row, self._names)

    def _below_each_other(self) -> elements.Element:
        """Return the layers and open blocks in a column."""
        places = self._places(is_column=True)
        if self.compared:
            return elements.Column(tuple(places), "small")
        column = elements.Column(tuple(reversed(places) if self.upwards else places), "link")
        rivers = (f"rio do bloco {nth}" for nth in range(1, 1 + len(self._blocks)))
        both = zip(self._names, self.layers, strict=True)
        return self._joined(
            column, [name if isinstance(each, Layer) else next(rivers) for name, each in both]
        )

    def _joined(self, places: elements.Element, names: Sequence[str]) -> elements.Element:
        flows = (elements.Flow(a, b, stroke="ribbon_thin") for a, b in pairwise(names))
        return elements.WithConnectors(places, tuple(flows))

    def _places(self, is_column: bool = False) -> list[elements.Element]:
        """Return the layers as caps and the open blocks on their panels, in order, each in its step."""
        found: list[elements.Element] = []
        for name, each in zip(self._names, self.layers, strict=True):
            if isinstance(each, Block):
                panel = elements.Card(self._open(each), "model.soft", None, "small")
                found.append(elements.Grow(elements.Named(name, panel)))
            else:
                cap = elements.Cap(_words(each, "center"), each.role, side="tiny")
                thing = elements.named_fragment(self._steps[name], name, cap)
                found.append(elements.Row((thing,), justify="start" if is_column else "center"))
        return found

    @property
    def _steps(self) -> dict[str, int]:
        """The step of each place in the stack; the layers of a block follow it."""
        counts = (1 + (len(each.layers) if isinstance(each, Block) else 0) for each in self.layers)
        return dict(zip(self._names, accumulate(counts, initial=1), strict=False))


def _words(layer: Layer, align: elements.Align = "start") -> elements.Element:
    """Return a layer's name with its detail below it."""
    name = elements.Text(layer.name, "strong", f"{layer.role}.strong", align)
    return elements.with_caption(name, layer.detail, align)


_RESIDUAL = [Layer("Atenção", "instruction"), Layer("MLP", "response")]

EXAMPLES = {
    "GPT-2": Layers(
        [
            Layer("Embeddings", "input"),
            Block(
                "Bloco",
                [
                    Layer("LayerNorm", "model"),
                    Layer("Atenção causal", "model"),
                    Layer("LayerNorm", "model"),
                    Layer("MLP", "model"),
                ],
                times=12,
                residual=[(1, 2), (3, 4)],
            ),
            Layer("LayerNorm final", "model"),
            Layer("Cabeça de saída", "response"),
        ]
    ),
    "BERT": Layers(
        [
            Block(
                "GPT-2: LN antes",
                [Layer("LayerNorm", "model", highlighted=True), Layer("Atenção ou MLP", "model")],
                residual=[(1, 2)],
            ),
            Block(
                "BERT: LN depois",
                [Layer("Atenção ou MLP", "model"), Layer("LayerNorm", "model", highlighted=True)],
                residual=[(1, 1)],
            ),
        ],
        compared=True,
    ),
    "fluxo residual": Layers(
        [
            Block("Fluxo residual", _RESIDUAL, residual=[(1, 1), (2, 2)]),
        ]
    ),
}

HEADLINES = {
    "GPT-2": "Um bloco, **doze vezes**{model}",
    "BERT": "No BERT, a LayerNorm vem **depois**{model}",
    "fluxo residual": "Cada camada só **soma**{model}",
}
