"""A geração token a token: o que sai de cada passo volta como entrada do seguinte."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Annotated

from infograficos import elements
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Flag, content, length
from infograficos.content.own_words import OwnWords
from infograficos.content.token_row import Tokens, decoded_row, token_labels
from infograficos.errors import ContentError
from infograficos.language.grammar import join_and, phrase
from infograficos.text.typography import truncate_line

__all__ = ["Generation"]

WORDS = OwnWords(
    step="passo {number}",
    steps="passo",
    context="contexto",
    generated="gerado",
    new_token="token novo",
    cached="já no cache",
    arrow="volta como entrada",
    again="volta",
)

#: How many chips all steps may have together.
_MAX_CHIPS = 30
#: What the marks that stand for tokens are: words, colour role, and state.
_KEYS = (
    ("context", "input", "context"),
    ("generated", "response", "context"),
    ("new_token", "response", "focus"),
)


@content
class Generation:
    """A text that a model goes on with: one step a row, in which it reads what is there and adds a token.

    Args:
        context: the tokens that are there at the start.
        generated: the tokens that are added, one a step.
        cached: from the second step on, only the newest token is read; the others are kept in a cache.
    """

    context: Annotated[Tokens, length(0, 8)]
    generated: Annotated[Tokens, length(2, 4)]
    cached: Flag = False

    def __post_init__(self) -> None:
        drawn = sum(len(self.context) + step + 1 for step in range(len(self.generated)))
        if drawn > _MAX_CHIPS:
            raise ContentError(
                "os passos somam {drawn} tokens desenhados; até {most} se leem bem. "
                "Mostre menos passos ou um contexto mais curto",
                drawn=drawn,
                most=_MAX_CHIPS,
            )

    def body(self) -> elements.Element:
        """Return the steps below each other in the text's columns or, where these do not fit, in its rows.

        With a cache, what each step reads is beside a tray with what it does not read again.
        """
        rows = tuple(
            (self._cached_rows if self.cached else self._rows)(is_dense) for is_dense in (False, True)
        )
        options = *rows, elements.WideOnly(self._columns("medium")), self._columns()
        return elements.Named("passos", elements.FirstThatFits(options))

    def describe(self) -> str:
        """Return what is there at the start, what each step adds, and what the cache spares."""
        cost = phrase(
            "Com o cache, o último passo lê 1 token em vez de {count}."
            if self.cached
            else ("O último passo lê {count} token.", "O último passo lê {count} tokens."),
            len(self.context) + len(self.generated) - 1,
        )
        steps = len(self.generated)
        whole = phrase("Geração em {count} passos, um token por passo.", steps), 48
        short = phrase("Geração em {count} passos.", steps), 20
        return fullest(f"{opening} {self._describe_tokens(room)} {cost}" for opening, room in (whole, short))

    def _describe_tokens(self, room: int) -> str:
        labels, count = token_labels(self.context, self.generated), len(self.context)
        start = truncate_line(" ".join(labels[:count]), room)
        added = join_and([f"“{truncate_line(label, 12)}”" for label in labels[count:]])
        return phrase(
            "Depois de “{start}” vêm {added}; cada um volta como entrada do passo seguinte.",
            start=start,
            added=added,
        )

    @cached_property
    def _tokens(self) -> tuple[str, ...]:
        """The tokens of context and answer, which are those of one text."""
        return tuple(token.text for token in decoded_row(self.context, self.generated))

    def _cached_rows(self, is_dense: bool) -> elements.Element:
        """Return a row a step: the cache's tray, the one token that enters the model, and what it adds."""
        count = len(self.generated)
        cells = [cell for step in range(count) for cell in self._cached_step(step, is_dense)]
        cells += [elements.Cell(elements.Spacer("link"), 2 * step + 1, 5) for step in range(count - 1)]
        words = elements.Text(WORDS("cached"), "mark", "model.strong", literal=True)
        cells.append(elements.Cell(words, 1, 0, align="center"))
        grow = (1.0, 0.5, 0.0, 0.0, 0.0, 0.5)
        grid = elements.Grid(tuple(cells), grow, "hair" if is_dense else "tiny", "none")
        return elements.WithConnectors(grid, tuple(map(_way_back, range(count - 1))))

    def _cached_step(self, step: int, is_dense: bool) -> list[elements.Cell]:
        """Return a step's tray and the token that it reads, or all of the context, then model and token."""
        before, stroke = len(self.context) + step, "arrow" if is_dense else "flow"
        into, out = (
            elements.Arrow("right", f"{role}.strong", stroke, length="small")
            for role in ("response" if step else "input", "response")
        )
        model = elements.Model(size="object_small", share=0.65 if is_dense else 1.0)
        new = elements.Named(f"novo {step}", self._chip(before, step, is_dense))
        parts: tuple[elements.Element, ...] = into, model, out, new
        row = [elements.Cell(part, 2 * step, i, align="center") for i, part in enumerate(parts, 2)]
        if step:
            tray = elements.Tray(self._kept(step, is_dense), padding="hair" if is_dense else "tiny")
            entering = elements.Named(f"lido {step}", self._cap(before - 1, "response", "focus", is_dense))
            kept = elements.Cell(tray, 2 * step, 0, align="center")
            return [kept, elements.Cell(entering, 2 * step, 1, align="center"), *row]
        context = elements.Row(tuple(self._chip(place, 0, is_dense) for place in range(before)), "hair")
        return [elements.Cell(context, 0, 0, columns=2, justify="end", align="center"), *row]

    def _kept(self, step: int, is_dense: bool) -> elements.Element:
        """Return the tokens whose keys and values a step finds in the cache."""
        kept = range(len(self.context) + step - 1)
        if is_dense:
            words = tuple(elements.token_words(self._tokens[place], "model.strong") for place in kept)
            return elements.Card(elements.Row(words, "plate"), None, None, "tiny", "none")
        return elements.Row(tuple(self._chip(place, step, is_dense) for place in kept), "hair")

    def _rows(self, is_dense: bool) -> elements.Element:
        """Return what each step reads, a model and the token that drops out, and flows to the next step.

        Dense rows have no name, no arrows, and little room around words.
        """
        cells, count, first = [], len(self.generated), 1 - is_dense
        for step in range(count):
            row = self._row(step, is_dense)[is_dense:]
            cells += [elements.Cell(cell, 2 * step, i, justify=align) for i, (cell, align) in enumerate(row)]
            cells.append(elements.Cell(elements.Spacer("large"), 2 * step + 1, 0))
        cells.pop()
        arrow = elements.Text(WORDS("again" if is_dense else "arrow"), "mark", "response.strong", "end")
        cells.append(elements.Cell(arrow, 1, 0, columns=first + len(self.context), align="center"))
        grow = (0.0,) * first + (1.0,) * (1 + len(self._tokens))
        grid = elements.Grid(tuple(cells), grow, "hair" if is_dense else "tiny", "none")
        return elements.WithConnectors(grid, tuple(map(_way_back, range(count - 1))))

    def _row(self, step: int, is_dense: bool) -> list[tuple[elements.Element, elements.Align]]:
        """Return a step's name, the tokens that it reads, the model and the token that it adds."""
        *caps, out = (self._chip(place, step, is_dense) for place in range(len(self.context) + step + 1))
        if step:
            # It is seen to be the one that dropped out.
            entering = self._cap(len(self.context) + step - 1, "response", "focus", is_dense)
            caps[-1] = elements.Named(f"lido {step}", entering)
        name = elements.Text(WORDS("step", number=step + 1), "label", "muted", literal=True)
        row: list[tuple[elements.Element, elements.Align]] = [(elements.NoWrap(name), "stretch")]
        row += [(cap, "stretch") for cap in caps]
        model: elements.Element = elements.Model(size="object_small", share=0.65 if is_dense else 1.0)
        if not is_dense:
            arrows = (elements.Arrow("right", "response.strong", length="small"),) * 2
            model = elements.Row((arrows[0], model, arrows[1]), "tiny")
        new = elements.Named(f"novo {step}", out)
        return [*row, (model, "center"), (new, "stretch")]

    def _columns(self, side: str = "tiny") -> elements.Element:
        """Return a column a step beside the text, and arrows from what one adds to the next one's input."""
        words = tuple(elements.token_words(token, "ink", "start") for token in self._tokens)
        lanes = [elements.Lane(words, WORDS("steps"))]
        for step in range(len(self.generated)):
            marks = tuple(self._mark(place, step, side) for place in range(len(self._tokens)))
            lanes += [self._arrow_lane(step - 1)] if step else []
            lanes.append(elements.Lane(marks, str(step + 1)))
        strip = elements.vertical_strip(lanes, grow=side == "tiny")
        return elements.with_caption(
            elements.Column((strip, self._key()), "medium"), f"→ {WORDS('arrow')}", "center"
        )

    def _key(self) -> elements.Element:
        """Explain the marks that stand for tokens."""
        keys = (*_KEYS, *((("cached", "model", "context"),) if self.cached else ()))
        return elements.mark_key(*((WORDS(name), role, state) for name, role, state in keys))

    def _arrow_lane(self, step: int) -> elements.Lane:
        """Return the arrow at the token that a step adds."""
        arrow = elements.Arrow("right", "response.strong", length="tiny")
        new = len(self.context) + step
        return elements.Lane(tuple(arrow if place == new else None for place in range(len(self._tokens))))

    def _state(self, place: int, step: int) -> tuple[str, elements.CapState]:
        """Return the role and the state of a token that a step reads or adds; the last one is the point."""
        new, role = len(self.context) + step, "input" if place < len(self.context) else "response"
        if place == new:
            return role, "solid" if step == len(self.generated) - 1 else "focus"
        return "model" if self.cached and step and place < new - 1 else role, "context"

    def _chip(self, place: int, step: int, is_dense: bool) -> elements.Element:
        return self._cap(place, *self._state(place, step), is_dense)

    def _cap(self, place: int, role: str, state: elements.CapState, is_dense: bool) -> elements.Element:
        cap = elements.token_chip(self._tokens[place], role, state, slim=True)
        return replace(cap, side="tiny") if is_dense else cap

    def _mark(self, place: int, step: int, side: str) -> elements.Element | None:
        """Return what stands for a token, with room at its sides."""
        if place > len(self.context) + step:
            return None
        role, state = self._state(place, step)
        return elements.token_mark(role, state, side)


def _way_back(step: int) -> elements.Connector:
    """Return the flow from the token that a step adds to where the next one reads it."""
    ends = f"novo {step}", f"lido {step + 1}"
    return elements.Flow(*ends, "response.mark", "ribbon_thin", leaves="bottom", arrives="top")


EXAMPLES = {
    "laço do decoder": Generation(["Era", "uma"], ["vez", "um", "rei"]),
    "com cache": Generation(["Era", "uma"], ["vez", "um", "rei"], cached=True),
}
HEADLINES = {
    "laço do decoder": "O que sai **volta**{response} a entrar",
    "com cache": "Com cache, só **o novo**{response} entra",
}
