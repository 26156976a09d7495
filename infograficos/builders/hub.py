"""Um centro e o que está ligado a ele, de dois a seis itens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Annotated, Literal

from infograficos import elements
from infograficos.content.checks import IconField, name_alone, name_with_detail, validate_unique_names
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Detail, Items, Name, Words, content, length
from infograficos.content.items import IconItem
from infograficos.language.portuguese import inflect, join_and

__all__ = ["Hub", "Spoke"]

_CENTER = "centro"
#: How the description begins to list the spokes of each direction.
_OPENINGS = {
    "in": ("Chega a ele", "Chegam a ele"),
    "out": ("Sai dele", "Saem dele"),
    "both": ("Vai e volta", "Vão e voltam"),
}


@content
class Spoke(IconItem):
    """One thing that the centre is joined with.

    Args:
        direction: where the arrow points: `out` to the thing, `in` to the centre, or `both`.
    """

    direction: Literal["out", "in", "both"] = "out"


@content
class Hub:
    """One thing in the middle and what it is joined with around it; the middle is the one to remember.

    Args:
        name: the name in the middle, such as “LLM”.
        spokes: two to six things around it, first those on the left.
        detail: what the middle is, in a few words, or nothing.
        role: the colour role of the middle.
        icon: the name of an icon, or the path of an SVG or PNG of your own, of what is in the middle; without
            one, a middle in the role of the model is drawn as a model.
    """

    name: Name
    spokes: Annotated[Items[Spoke], length(2, 6)]
    detail: Detail = ""
    role: Words = "model"
    icon: IconField = ""

    def __post_init__(self) -> None:
        validate_unique_names((self.name, *(spoke.name for spoke in self.spokes)))

    def body(self) -> elements.Element:
        """Return the middle between its spokes, or above them on narrow sheets."""
        styles = "heading", "mark"
        wide = (elements.WideOnly(self._wide(style)) for style in styles)
        return elements.FirstThatFits((*wide, *map(self._narrow, styles)))

    def describe(self) -> str:
        """Return the middle and its spokes, by the direction of their arrows."""
        return fullest(map(self._describe, (name_with_detail, name_alone)))

    def _describe(self, describe: Callable[[Hub | Spoke], str]) -> str:
        sentences = [f"No centro, {describe(self)}."]
        for direction, opening in _OPENINGS.items():
            spokes = [describe(spoke) for spoke in self.spokes if spoke.direction == direction]
            if spokes:
                sentences.append(f"{inflect(len(spokes), *opening)}: {join_and(spokes)}.")
        return " ".join(sentences)

    def _wide(self, style: str) -> elements.Element:
        """Return three columns of one height, so that all flows are level."""
        half = (len(self.spokes) + 1) // 2
        drawn, words = self._middle("object_wide")
        parts = (elements.NoWrap(drawn), words) if drawn else (words,)
        middle = elements.Column(parts, "small", "center")
        center = elements.ShrinkToFit(self._center(middle, "small" if style == "heading" else "tiny"))
        panels = self._panels(style)
        cells = [elements.Cell(center, 0, 1, rows=half, align="stretch")]
        # Sides of one width keep the middle in the middle of the sheet.
        cells += [elements.Cell(elements.SameWidthAs(panels), 0, column) for column in (0, 2)]
        is_even = len(panels) == 2 * half
        for i, panel in enumerate(panels if is_even else panels[:half]):
            cells.append(elements.Cell(panel, i % half, 2 * (i // half), align="stretch"))
        if not is_even:
            right = elements.Column(tuple(map(elements.Grow, panels[half:])), "medium")
            cells.append(elements.Cell(right, 0, 2, rows=half, align="stretch"))
        grid = elements.Grid(tuple(cells), (1.0, 0.0, 1.0), "link", "medium", equal=True)
        return elements.WithConnectors(grid, tuple(self._flows()))

    def _narrow(self, style: str) -> elements.Element:
        """Return the middle over its spokes, with flows down a spine beside them."""
        drawn, words = self._middle("object")
        if drawn:
            beside = elements.Row((drawn, elements.Grow(words)), "medium")
            words = elements.FirstThatFits((beside, elements.Column((drawn, words), "small", "center")))
        column = elements.Column((self._center(words), *self._panels(style)), "small")
        heads = tuple(spoke.direction for spoke in self.spokes)
        return elements.SideArrows(
            column,
            _CENTER,
            tuple(self._places()),
            f"{self.role}.body",
            "ribbon_thin",
            "large" if len(set(heads)) > 1 else "link",
            heads=heads,
            is_flow=True,
        )

    def _center(self, child: elements.Element, sides: str = "small") -> elements.Element:
        panel = elements.Card(child, f"{self.role}.soft", None, "medium", sides, align="center")
        return elements.named_fragment(1, _CENTER, panel)

    def _middle(self, size: str) -> tuple[elements.Element | None, elements.Element]:
        """Return the object in the middle, if there is one, and its name on a solid plate."""
        drawn = elements.emblem(IconItem(self.name, self.role, icon=self.icon), size)
        name = elements.Text(self.name, "heading", "paper", "center")
        plate = elements.Card(name, f"{self.role}.solid", None, "tiny", "small", "chip")
        return drawn, elements.with_caption(plate, self.detail, "center", "tiny", "ink")

    def _panels(self, style: str) -> tuple[elements.Element, ...]:
        panels = (_panel(spoke, style) for spoke in self.spokes)
        return tuple(map(elements.named_fragment, count(2), self._places(), panels))

    def _flows(self) -> Iterator[elements.Flow]:
        """Yield the flows, each in the colour of what it comes from; both ways there is one each way."""
        is_thin = any(spoke.direction == "both" for spoke in self.spokes)
        stroke = "ribbon_thin" if is_thin else "ribbon"
        for place, spoke in zip(self._places(), self.spokes, strict=True):
            if spoke.direction != "in":
                yield elements.Flow(_CENTER, place, f"{self.role}.body", stroke)
            if spoke.direction != "out":
                yield elements.Flow(place, _CENTER, f"{spoke.role}.body", stroke)

    def _places(self) -> list[str]:
        return elements.numbered_names("item", self.spokes)


def _panel(spoke: Spoke, style: str) -> elements.Element:
    """Return a spoke on its panel, with its icon on a tile."""
    name = elements.Text(spoke.name, style, f"{spoke.role}.strong")
    words = elements.with_caption(name, spoke.detail)
    if spoke.icon:
        tile = elements.Icon(spoke.icon, tile=f"{spoke.role}.mid")
        words = elements.Row((tile, elements.Grow(words)), "tiny")
    return elements.Card(words, f"{spoke.role}.soft", None, "small", align="center")


EXAMPLES = {
    "tarefas": Hub(
        name="LLM",
        detail="um só modelo",
        spokes=[
            Spoke("Chat", "category1", "tira dúvidas", "conversa"),
            Spoke("Código", "category5", "completa funções", "codigo"),
            Spoke("Tradução", "category3", "inglês a português", "idiomas"),
            Spoke("Resumo", "category4", "o essencial", "documento"),
        ],
    ),
    "PyTorch": Hub(
        name="PyTorch",
        detail="biblioteca",
        icon="chama",
        spokes=[
            Spoke("Tensores", "input", "números", "grade"),
            Spoke("DataLoader", "input", "lotes", "pacote"),
            Spoke("nn.Module", "model", "camadas", "camadas"),
            Spoke("Loss", "response", "mede o erro", "medidor"),
            Spoke("Autograd", "model", "gradientes", "ramo"),
            Spoke("AdamW", "response", "novos pesos", "ajustes"),
        ],
    ),
    "agente": Hub(
        name="Agente",
        detail="escolhe a ferramenta",
        spokes=[
            Spoke("Pedido", "instruction", "o que fazer", "mensagem", "in"),
            Spoke("Memória", "input", "guarda fatos", "banco-de-dados", "both"),
            Spoke("Terminal", "model", "roda código", "terminal", "both"),
            Spoke("Resposta", "response", "o que fez", "enviar", "out"),
        ],
    ),
}
HEADLINES = {
    "tarefas": "**Um modelo**{model}, quatro tarefas",
    "PyTorch": "**Seis peças**{model} para treinar",
    "agente": "O agente usa **ferramentas**{model}",
}
