"""Um registro com campos e o texto único em que ele se transforma."""

from __future__ import annotations

from typing import Annotated

from infograficos import elements
from infograficos.content.checks import validate_unique
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Flag, OptionalText, Some, Words, content, length
from infograficos.content.own_words import OwnWord, OwnWords
from infograficos.language.portuguese import join_and, join_first, pluralize
from infograficos.text.markup import plain_text

__all__ = ["Field", "Record"]

WORDS = OwnWords(
    empty="(vazio)",
    optional="opcional",
)

#: More fields have no room on any sheet.
_MAX_FIELDS = 8
#: The name of the card that holds the whole text.
_TEXT = "texto do modelo"


@content
class Field:
    """One field of a record.

    Args:
        key: its name in the data file.
        value: its content; an optional field may be empty.
        marker: the line that announces it in the text.
        role: its colour role, on both sides.
        optional: whether a record may come without it.
    """

    key: Words
    value: OptionalText
    marker: Words
    role: Words
    optional: Flag = False


@content
class Record:
    """A record on the left, the text that the model reads on the right, field by field.

    Args:
        fields: the fields, in the order in which the text has them.
        record_name: what the left side is called.
        text_name: what the right side is called.
        note: what happens when an optional field is empty, in one sentence.
    """

    fields: Annotated[Some[Field], length(1, _MAX_FIELDS)]
    record_name: Annotated[Words, OwnWord()] = "registro do dataset"
    text_name: Annotated[Words, OwnWord()] = "o que o modelo lê"
    note: OptionalText = ""

    def __post_init__(self) -> None:
        validate_unique((field.key for field in self.fields), "o campo “{}” aparece mais de uma vez")
        if not self._present_fields:
            raise ValueError("todos os campos estão vazios: não sobra texto para o modelo ler")
        empty = next((f.key for f in self.fields if not f.optional and f not in self._present_fields), None)
        if empty:
            raise ValueError(f"o campo “{empty}” está vazio e não é opcional")

    def body(self) -> elements.Element:
        """Return both sides with an arrow for each field, or one above the other on narrow sheets."""
        sides = elements.FirstThatFits((self._side_by_side(), self._stack()))
        note = elements.Fragment(len(self.fields), elements.Text(self.note, "label", "muted"))
        return elements.Column((sides, note), "medium") if self.note else sides

    def describe(self) -> str:
        """Return the fields and the text that they become."""
        optional = {True: f" ({WORDS('optional')})", False: ""}
        keys = [f"{field.key}{optional[field.optional]}" for field in self._present_fields]
        pairs = zip(keys, self._present_fields, strict=True)
        marked = [f"{key} sob “{field.marker}”" for key, field in pairs]
        lists = [(names, count) for names in (marked, keys) for count in range(len(keys), 0, -1)]
        # All names are worth more than some with their markers.
        lists.sort(key=lambda names: -names[1])
        fields = pluralize(len(self.fields), "campo", "campos")
        opening = f"Um registro de {fields} vira o texto que o modelo lê: "
        return fullest(f"{opening}{join_first(*names)}.{self._describe_empty()}" for names in lists)

    def _describe_empty(self) -> str:
        empty = [field.key for field in self.fields if field not in self._present_fields]
        if len(empty) < 2:
            return f" O campo {empty[0]}, vazio, não aparece no texto." if empty else ""
        return f" Os campos {join_and(empty)}, vazios, não aparecem no texto."

    @property
    def _present_fields(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.value.strip())

    def _side_by_side(self) -> elements.Element:
        left = elements.Column((_caption(self.record_name), *self._cards()))
        right = elements.Column((_caption(self.text_name), elements.Grow(self._text())))
        arrows = tuple(
            elements.Connector(
                f"campo {field.key}",
                f"trecho {field.key}",
                f"{field.role}.strong",
                leaves="right",
                arrives="left",
                shape="curved",
            )
            for field in self._present_fields
        )
        # Room goes first to the side whose lines would break; both sides end at one height.
        sides = elements.Row((elements.Grow(left), elements.Grow(right)), "link", "stretch")
        return elements.WithConnectors(sides, arrows)

    def _stack(self) -> elements.Element:
        arrow = elements.Arrow("down", "muted", "flow", "link")
        text = elements.Column((_caption(self.text_name), self._text()))
        return elements.Column((_caption(self.record_name), *self._cards(), arrow, text))

    def _text(self) -> elements.Element:
        """Return the one text that the model reads, which has no lines between the fields."""
        parts = tuple(
            elements.named_fragment(number, f"trecho {field.key}", _segment(field))
            for number, field in enumerate(self.fields, 1)
            if field in self._present_fields
        )
        # Where a field is missing its lines leave no hole; else each field's lines are beside it.
        is_whole = len(parts) == len(self.fields)
        text = elements.Column(parts, "large", justify="between" if is_whole else "start")
        card = elements.Card(
            text, "surface", "line", "medium", "none", "inner", align="start" if is_whole else "center"
        )
        return elements.Named(_TEXT, card)

    def _cards(self) -> tuple[elements.Element, ...]:
        fields = enumerate(self.fields, 1)
        return tuple(elements.named_fragment(n, f"campo {field.key}", _card(field)) for n, field in fields)


def _caption(words: str) -> elements.Element:
    return elements.Text(words, "label", "muted")


def _card(field: Field) -> elements.Element:
    key = elements.Text(field.key, "key", f"{field.role}.strong", literal=True)
    is_empty = not field.value.strip()
    value = elements.Text(WORDS("empty"), "body", "muted") if is_empty else elements.Text(field.value)
    child: elements.Element = elements.Column((key, value), "text")
    if field.optional:
        child = elements.Row((elements.Grow(child), elements.badge(WORDS("optional"), field.role)))
    return elements.tinted_card(
        child, field.role, horizontal_padding="medium", dashed=field.optional, align="center"
    )


def _segment(field: Field) -> elements.Element:
    """Return a field's lines of the text, in the face of code, with the card's own room beside them."""
    marker = elements.Text(field.marker, "key", f"{field.role}.strong", literal=True)
    value = elements.Text(plain_text(field.value), "code", literal=True)
    return elements.Card(elements.Column((marker, value), "small"), None, None, "none", "medium")


EXAMPLES = {
    "sem entrada": Record(
        fields=[
            Field("instruction", "Capital da França?", "### Instrução:", "instruction"),
            Field("input", "", "### Entrada:", "input", optional=True),
            Field("output", "Paris.", "### Resposta:", "response"),
        ],
        note="Sem `input`, o texto vai direto da instrução à resposta.",
    ),
    "conversa": Record(
        fields=[
            Field("user", "Oi! Tudo bem?", "<|user|>", "instruction"),
            Field("assistant", "Tudo ótimo!", "<|assistant|>", "response"),
        ],
        record_name="mensagens",
        text_name="template de conversa",
    ),
}
