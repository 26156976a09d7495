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
from infograficos.content.data.labels import is_labelled, label_text
from infograficos.content.data.named_values import read_named_values
from infograficos.content.data.read_numbers import to_builtins
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Detail, Items, Label, Words, content, length
from infograficos.content.own_words import OwnWords
from infograficos.errors import ContentError
from infograficos.language.grammar import ensure_full_stop, join_first, phrase
from infograficos.language.numbers import NO_VALUE, join_numbers
from infograficos.text.markup import plain_text

__all__ = ["Group", "KeyValues"]

WORDS = OwnWords(yes="sim", no="não")

#: More pairs are a configuration file, and belong in one.
_MAX_PAIRS = 10
#: How many values stand beside each other where there is one group, and where there are more.
_ALONE, _AMONG_OTHERS = 4, 2
#: How much larger pictures are above one row of values: of two groups, and of one alone.
_LARGE, _LARGEST = 2.0, 3.0
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
        signs: the signs between the values where they are an equation, such as `×` and `=`.
    """

    values: Annotated[Any, BeforeValidator(read_named_values)]
    name: Label = ""
    role: Words = "model"
    icon: SymbolField = ""
    picture_values: SymbolValues = ()
    signs: Annotated[Items[Words], length(0, 3)] = ()

    def __post_init__(self) -> None:
        validate_values(self.icon, self.picture_values)
        if self.signs and len(self.signs) != len(self.values) - 1:
            raise ContentError(
                (
                    "são {values} valores e {count} sinal; entre cada dois valores vai um sinal",
                    "são {values} valores e {count} sinais; entre cada dois valores vai um sinal",
                ),
                len(self.signs),
                values=len(self.values),
            )


def _read_groups(given: object) -> tuple[Group, ...]:
    if isinstance(given, Mapping) or is_labelled(given):
        return (Group(given),)
    groups = to_builtins(given)
    if not isinstance(groups, list | tuple) or not all(isinstance(each, Group) for each in groups):
        raise ContentError("esperado um dicionário de nomes e valores, ou uma lista de Group")
    if not groups:
        raise ContentError("esperado ao menos 1 grupo, veio uma lista vazia")
    return tuple(groups)


@content
class KeyValues:
    """Names with their values, written as the language of the figure writes them: 2e-5 is 2 × 10⁻⁵.

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
            raise ContentError(
                "são {pairs} pares; até {most} cabem em uma figura. Corte os que menos importam",
                pairs=count,
                most=_MAX_PAIRS,
            )
        names = [group.name for group in self.groups]
        if len(names) > 1 and "" in names:
            raise ContentError(
                "o grupo {number} não tem nome; com mais de um grupo, todos têm", number=names.index("") + 1
            )
        validate_unique(names, "o grupo “{name}” aparece mais de uma vez")
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
            pairs = [f"{plain_text(name)} {_write(value)}" for name, value in group.values.items()]
            listed = join_first(pairs, count)
            if group.signs:
                listed = pairs[0] + "".join(
                    f" {plain_text(sign)} {pair}" for sign, pair in zip(group.signs, pairs[1:], strict=True)
                )
            name = plain_text(group.name)
            sentences.append(f"{name}: {listed}." if name else phrase("Valores: {values}.", values=listed))
        if self.focus:
            sentences.append(phrase("Em destaque, {name}.", name=plain_text(self.focus)))
        if self.note:
            sentences.append(ensure_full_stop(plain_text(self.note)))
        return " ".join(sentences)

    def _beside(self, columns: int, style: str) -> elements.Element:
        """Return two columns of groups, or the only one with its picture above one row, else beside them."""
        rows = max(_rows(group, columns) for group in self.groups)
        if len(self.groups) == 1:
            return self._panel(self.groups[0], columns, style, _LARGEST if rows == 1 else 1.0, aside=rows > 1)
        panels = [self._panel(group, columns, style, _LARGE if rows == 1 else 1.0) for group in self.groups]
        pairs = (
            elements.Row(pair, "small", "stretch", equal=True)
            for pair in zip(panels[::2], panels[1::2], strict=False)
        )
        return elements.Column((*pairs, *panels[len(panels) // 2 * 2 :]), "small")

    def _below(self, columns: int, style: str, *, whole: bool = True) -> elements.Element:
        scale = _LARGEST if len(self.groups) == 1 else _LARGE
        panels = (self._panel(group, columns, style, scale, whole=whole) for group in self.groups)
        return elements.Column(tuple(panels), "small")

    def _panel(
        self,
        group: Group,
        columns: int,
        style: str,
        scale: float,
        *,
        aside: bool = False,
        whole: bool = True,
    ) -> elements.Element:
        """Return a group's values on a panel, below its picture and name or beside them."""
        values = self._values(group, columns, style, whole)
        # Pictures on panels in more than one row would make a figure too high.
        has_picture = group.icon and (aside or len(self.groups) <= _AMONG_OTHERS)
        drawn = elements.draw_symbol(group.icon, group.role, group.picture_values, scale)
        picture = (drawn,) if has_picture else ()
        name = (elements.Text(group.name, "heading", f"{group.role}.strong"),) if group.name else ()
        inside = values
        if picture and aside:
            head = elements.Column((*picture, *name), "small", "center")
            inside = elements.Row((head, elements.Grow(values)), "medium")
        elif picture and scale > 1.0:
            centered = elements.Row(picture, justify="center")
            inside = elements.Column((*name, centered, values), "small")
        elif picture or name:
            inside = elements.Column((elements.Row((*picture, *name), "small"), values), "small")
        return elements.Named(group.name or "valores", elements.panel(inside, group.role, padding="small"))

    def _values(self, group: Group, columns: int, style: str, whole: bool) -> elements.Element:
        """Return the values in columns, their names below, or in one row with the signs between them."""
        per_row = ceil(len(group.values) / _rows(group, columns))
        cells = []
        for i, (name, value) in enumerate(group.values.items()):
            row, column = divmod(i, per_row)
            words = self._value(name, value, group.role, style, whole)
            cells.append(elements.Cell(words, row, 2 * column, align="start"))
        for i, sign in enumerate(group.signs):
            # As high as a value's cap.
            words = elements.Card(
                elements.Text(sign, style, f"{group.role}.strong"), None, None, "small", "none"
            )
            cells.append(elements.Cell(words, 0, 2 * i + 1, align="start"))
        return elements.Grid(tuple(cells), ((1.0, 0.0) * per_row)[:-1], "hair", "small", equal=True)

    def _value(self, name: str, value: object, role: str, style: str, whole: bool) -> elements.Element:
        """Return a value on a key cap with its name below."""
        is_focus = name == self.focus
        ink = "paper" if is_focus else f"{role}.strong"
        words: elements.Element = elements.Text(_write(value), style, ink, "center", literal=True)
        cap = elements.Cap(
            elements.NoWrap(words) if whole else words,
            role,
            "solid" if is_focus else "value",
            "small",
            "tiny",
        )
        return elements.with_caption(cap, name, "center", "tiny", "ink")


def _rows(group: Group, columns: int) -> int:
    """Return how many rows a group's values take; an equation has one."""
    return 1 if group.signs else ceil(len(group.values) / columns)


def _write(value: object) -> str:
    """Return a value as it is drawn, in the language of the drawing."""
    if isinstance(value, bool):
        return WORDS("yes" if value else "no")
    if isinstance(value, tuple):
        return f"({join_numbers(map(_write, value))})"
    return NO_VALUE if value is None else label_text(value)


_BATCH, _ACCUMULATION = 8, 4
_HEADS, _IN_HEAD = 12, 64  # of GPT-2 small

EXAMPLES = {
    "lote efetivo": KeyValues(
        [
            Group(
                {"na GPU": _BATCH, "vezes": _ACCUMULATION, "ao todo": _BATCH * _ACCUMULATION},
                role="input",
                icon="accumulation",
                picture_values=(_BATCH, _ACCUMULATION),
                signs=("×", "="),
            )
        ],
        focus="ao todo",
    ),
    "GPT-2 small": KeyValues(
        [
            Group(
                {"cabeças": _HEADS, "números": _IN_HEAD, "ao todo": _HEADS * _IN_HEAD},
                icon="heads",
                picture_values=("q", _HEADS, _IN_HEAD),
                signs=("×", "="),
            )
        ],
        focus="ao todo",
    ),
}

HEADLINES = {
    "lote efetivo": f"Cabem {_BATCH}, o passo vale **{_BATCH * _ACCUMULATION}**{{input}}",
    "GPT-2 small": f"Cada consulta tem **{_HEADS * _IN_HEAD} números**{{model}}",
}
