"""Pares de nome e valor, como os hiperparâmetros de um treino, em grupos se ajudar."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Annotated, Any

from pydantic import BeforeValidator

from infograficos import elements
from infograficos.content.checks import validate_unique
from infograficos.content.data.labels import is_labelled
from infograficos.content.data.named_values import format_named_values
from infograficos.content.data.read_numbers import to_builtins
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Detail, Label, Words, content
from infograficos.content.own_words import OwnWords
from infograficos.language.portuguese import ensure_full_stop, join_first
from infograficos.text.markup import plain_text

__all__ = ["Group", "KeyValues"]

WORDS = OwnWords(yes="sim", no="não")

#: More pairs are a configuration file, and belong in one.
_MAX_PAIRS = 10
#: From how many pairs on a single group has two columns.
_TWO_COLUMNS = 4


@content
class Group:
    """Pairs that belong together.

    Args:
        values: the names with their values.
        name: what they have in common, or nothing.
        role: their colour role.
    """

    values: Annotated[Any, BeforeValidator(format_named_values)]
    name: Label = ""
    role: Words = "model"


def _read_groups(given: object) -> tuple[Group, ...]:
    if isinstance(given, Mapping) or is_labelled(given):
        return (Group(given),)
    groups = to_builtins(given)
    if not isinstance(groups, list | tuple) or not all(isinstance(each, Group) for each in groups):
        raise ValueError("esperado um dicionário de nomes e valores, ou uma lista de Group")
    if not groups:
        raise ValueError("esperado ao menos 1 grupo, veio uma lista vazia")
    return tuple(groups)


@content
class KeyValues:
    """Names with their values, written as Portuguese writes them: 2e-5 is 2 × 10⁻⁵.

    Args:
        groups: a dict of names and values, or several groups of them.
        note: one short sentence more, or nothing.
    """

    groups: Annotated[Any, BeforeValidator(_read_groups)]
    note: Detail = ""

    def __post_init__(self) -> None:
        count = sum(len(group.values) for group in self.groups)
        if count > _MAX_PAIRS:
            raise ValueError(
                f"são {count} pares; até {_MAX_PAIRS} cabem em uma figura. Corte os que menos importam"
            )
        names = [group.name for group in self.groups]
        if len(names) > 1 and "" in names:
            raise ValueError(f"o grupo {names.index('') + 1} não tem nome; com mais de um grupo, todos têm")
        validate_unique(names, "o grupo “{}” aparece mais de uma vez")

    def body(self) -> elements.Element:
        """Return the groups beside each other or, on narrow sheets, below each other."""
        below = elements.Column(tuple(_card(group, group.values) for group in self.groups), "small")
        cards = elements.FirstThatFits((self._beside(), below))
        return elements.with_caption(cards, self.note, gap="medium")

    def describe(self) -> str:
        """Return the pairs of each group, as many as there is room for."""
        longest = max(len(group.values) for group in self.groups)
        return fullest(self._describe_first(count) for count in range(longest, 0, -1))

    def _describe_first(self, count: int) -> str:
        sentences = []
        for group in self.groups:
            pairs = [f"{plain_text(name)} {_word(value)}" for name, value in group.values.items()]
            sentences.append(f"{plain_text(group.name) or 'Valores'}: {join_first(pairs, count)}.")
        note = f" {ensure_full_stop(plain_text(self.note))}" if self.note else ""
        return " ".join(sentences) + note

    def _beside(self) -> elements.Element:
        """Return two columns of cards, or of the halves of the only group."""
        cards = [_card(group, group.values, whole=True) for group in self.groups]
        if len(cards) == 1:
            group, values = self.groups[0], list(self.groups[0].values.items())
            if len(values) < _TWO_COLUMNS or group.name:
                return cards[0]
            half = ceil(len(values) / 2)
            cards = [_card(group, dict(part), whole=True) for part in (values[:half], values[half:])]
        rows = zip(cards[::2], cards[1::2], strict=False)
        pairs = (elements.Row(row, "small", "stretch", equal=True) for row in rows)
        return elements.Column((*pairs, *cards[len(cards) // 2 * 2 :]), "small")


def _word(value: str) -> str:
    """Return a value as it is drawn: true and false have words of their own."""
    return {WORDS["yes"]: WORDS("yes"), WORDS["no"]: WORDS("no")}.get(value, value)


def _card(group: Group, pairs: Mapping[str, str], whole: bool = False) -> elements.Element:
    """Return a card with a line for each pair, below the group's name; `whole` wraps no value."""
    color, rule = f"{group.role}.strong", elements.Rule("line", "border")
    lines: list[elements.Element] = []
    for name, value in pairs.items():
        words = elements.Text(_word(value), "mark", color, "end", literal=True, tabular=True)
        key = elements.Grow(elements.Text(name, "label", "ink"))
        # A broken value still ends at the edge.
        value_cell = elements.NoWrap(words) if whole else elements.Grow(words, 0.0)
        row = elements.Row((key, value_cell), "small", "baseline")
        lines += [rule, row] if lines else [row]
    column = elements.Column(tuple(lines), "small")
    if group.name:
        heading = elements.Text(group.name, "heading", color)
        column = elements.Column((heading, elements.Rule(f"{group.role}.line"), column), "small")
    return elements.Named(group.name or "valores", elements.Card(column, "surface", f"{group.role}.line"))


EXAMPLES = {
    "hiperparâmetros de SFT": KeyValues(
        [
            Group(
                {
                    "otimizador": "AdamW",
                    "taxa de aprendizado": 2e-5,
                    "betas": (0.9, 0.999),
                    "weight decay": 0.1,
                },
                "Otimização",
                "model",
            ),
            Group({"épocas": 3, "lote": 8, "acumulação": 4, "lote efetivo": 8 * 4}, "Dados", "input"),
        ]
    ),
    "GPT-2 small": KeyValues(
        {
            "camadas": 12,
            "cabeças": 12,
            "dimensão": 768,
            "contexto": 1024,
            "vocabulário": 50_257,
            "epsilon da LayerNorm": 1e-5,
        }
    ),
}
