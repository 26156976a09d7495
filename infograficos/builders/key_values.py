"""Pares de nome e valor, como os hiperparâmetros de um treino, em grupos se ajudar."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Annotated, Any

from pydantic import BeforeValidator

from infograficos import elements
from infograficos.content.checks import (
    SymbolField,
    SymbolValues,
    validate_known,
    validate_unique,
    validate_values,
)
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
#: How many values stand beside each other where there is one group, and where there are more.
_ALONE, _AMONG_OTHERS = 4, 2
#: The styles of values, the largest that fits first.
_STYLES = ("headline_small", "heading", "mark")


@content
class Group:
    """Pairs that belong together.

    Args:
        values: the names with their values.
        name: what they have in common, or nothing.
        role: their colour role.
        icon: the name of a picture, such as `weights` or `curve`, or of an icon, the path of an SVG or PNG of
            your own, or nothing.
        picture_values: what the picture shows, as for a `Stage` of a `Pipeline`.
    """

    values: Annotated[Any, BeforeValidator(format_named_values)]
    name: Label = ""
    role: Words = "model"
    icon: SymbolField = ""
    picture_values: SymbolValues = ()

    def __post_init__(self) -> None:
        validate_values(self.icon, self.picture_values)


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
        focus: the name of the value to remember, or nothing.
    """

    groups: Annotated[Any, BeforeValidator(_read_groups)]
    note: Detail = ""
    focus: Detail = ""

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
        validate_known(
            "o valor", self.focus or None, [name for group in self.groups for name in group.values]
        )

    def body(self) -> elements.Element:
        """Return the groups beside each other or, on narrow sheets, below each other."""
        most = _ALONE if len(self.groups) == 1 else _AMONG_OTHERS
        beside = [
            elements.WideOnly(self._beside(columns, style))
            for columns in range(most, 1, -1)
            for style in _STYLES
        ]
        below = [self._below(2, style) for style in _STYLES]
        one_below = [self._below(1, "heading"), self._below(1, "mark", whole=False)]
        panels = elements.FirstThatFits((*beside, *below, *one_below))
        return elements.with_caption(panels, self.note, gap="medium")

    def describe(self) -> str:
        """Return the pairs of each group, as many as there is room for."""
        longest = max(len(group.values) for group in self.groups)
        return fullest(self._describe_first(count) for count in range(longest, 0, -1))

    def _describe_first(self, count: int) -> str:
        sentences = []
        for group in self.groups:
            pairs = [f"{plain_text(name)} {_word(value)}" for name, value in group.values.items()]
            sentences.append(f"{plain_text(group.name) or 'Valores'}: {join_first(pairs, count)}.")
        focus = f" Em destaque, {self.focus}." if self.focus else ""
        note = f"{focus} {ensure_full_stop(plain_text(self.note))}" if self.note else focus
        return " ".join(sentences) + note

    def _beside(self, columns: int, style: str) -> elements.Element:
        """Return the only group in a line with its symbol, or two columns of groups."""
        if len(self.groups) == 1:
            return self._panel(self.groups[0], columns, style, aside=True)
        panels = [self._panel(group, columns, style) for group in self.groups]
        rows = zip(panels[::2], panels[1::2], strict=False)
        pairs = (elements.Row(row, "small", "stretch", equal=True) for row in rows)
        return elements.Column((*pairs, *panels[len(panels) // 2 * 2 :]), "small")

    def _below(self, columns: int, style: str, *, whole: bool = True) -> elements.Element:
        panels = (self._panel(group, columns, style, whole=whole) for group in self.groups)
        return elements.Column(tuple(panels), "small")

    def _panel(
        self, group: Group, columns: int, style: str, *, aside: bool = False, whole: bool = True
    ) -> elements.Element:
        """Return a group's values on a panel, below its symbol and name or beside them."""
        rows = ceil(len(group.values) / columns)
        values = self._values(group, ceil(len(group.values) / rows), style, whole)
        # Symbols on panels in more than one row would make a figure too high.
        has_symbol = group.icon and (aside or len(self.groups) <= _AMONG_OTHERS)
        symbol = (elements.Symbol(group.icon, group.role, tuple(group.picture_values)),) if has_symbol else ()
        name = (elements.Text(group.name, "heading", f"{group.role}.strong", "center"),) if group.name else ()
        head = (*symbol, *name)
        inside = values
        if head and aside:
            inside = elements.Row((elements.Column(head, "small", "center"), elements.Grow(values)), "medium")
        elif head:
            inside = elements.Column((elements.Row(head, "small"), values), "small")
        return elements.Named(group.name or "valores", elements.panel(inside, group.role, padding="small"))

    def _values(self, group: Group, columns: int, style: str, whole: bool) -> elements.Element:
        cells = [
            elements.Cell(
                self._value(name, value, group.role, style, whole), *divmod(i, columns), align="start"
            )
            for i, (name, value) in enumerate(group.values.items())
        ]
        return elements.Grid(tuple(cells), (1.0,) * columns, "small", "small", equal=True)

    def _value(self, name: str, value: str, role: str, style: str, whole: bool) -> elements.Element:
        """Return a value on a key cap with its name below."""
        is_focus = name == self.focus
        ink = "paper" if is_focus else f"{role}.strong"
        words: elements.Element = elements.Text(_word(value), style, ink, "center", literal=True)
        cap = elements.Cap(
            elements.NoWrap(words) if whole else words,
            role,
            "solid" if is_focus else "value",
            "small",
            "tiny",
        )
        return elements.with_caption(cap, name, "center", "tiny", "ink")


def _word(value: str) -> str:
    """Return a value as it is drawn: true and false have words of their own."""
    return {WORDS["yes"]: WORDS("yes"), WORDS["no"]: WORDS("no")}.get(value, value)


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
                "learning-rate",
            ),
            Group(
                {"épocas": 3, "lote": 8, "acumulação": 4, "lote efetivo": 8 * 4},
                "Dados",
                "input",
                "batch",
                (8, 8, 8, 8),
            ),
        ],
        focus="lote efetivo",
    ),
    "GPT-2 small": KeyValues(
        [
            Group(
                {
                    "camadas": 12,
                    "cabeças": 12,
                    "dimensão": 768,
                    "contexto": 1024,
                    "vocabulário": 50_257,
                    "epsilon da LayerNorm": 1e-5,
                },
                "GPT-2 small",
                "model",
                "weights",
            )
        ],
        focus="dimensão",
    ),
}

HEADLINES = {
    "hiperparâmetros de SFT": "8 × 4 = **32**{input} por passo",
    "GPT-2 small": "Cada token vira **768 números**{model}",
}
