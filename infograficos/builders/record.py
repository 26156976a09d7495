"""Um registro com campos e o texto único em que ele se transforma."""

from __future__ import annotations

from infograficos import elements
from infograficos.content.checks import validate_unique
from infograficos.content.fields import Flag, OptionalText, Some, Words, content
from infograficos.language.portuguese import join_and, pluralize
from infograficos.text.markup import plain_text

__all__ = ["Field", "Record"]

#: The name of the card that holds the whole text.
_TEXT = "texto do modelo"


@content
class Field:
    """One field of a record.

    Args:
        key: its name in the data file.
        value: its content; an optional field may be empty.
        marker: the line that announces it in the text.
        role: whose colours it has, on both sides.
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

    fields: Some[Field]
    record_name: Words = "registro do dataset"
    text_name: Words = "o que o modelo lê"
    note: OptionalText = ""

    def __post_init__(self) -> None:
        validate_unique((field.key for field in self.fields), "o campo “{}” aparece mais de uma vez")
        if not self._filled:
            raise ValueError("todos os campos estão vazios: não sobra texto para o modelo ler")
        empty = next((f.key for f in self.fields if not f.optional and f not in self._filled), None)
        if empty:
            raise ValueError(f"o campo “{empty}” está vazio e não é opcional")

    def body(self) -> elements.Element:
        """Return both sides with an arrow for each field, or one above the other where it is narrow."""
        links = tuple(
            elements.Connector(f"campo {field.key}", _TEXT, f"{field.role}.strong") for field in self._filled
        )
        below = (elements.Arrow("down", "muted", "flow", "link"), self._text())
        narrow = elements.Column((self._caption(self.record_name), *self._cards(), *below))
        arranged = elements.FirstThatFits((elements.WithConnectors(self._side_by_side(), links), narrow))
        if not self.note:
            return arranged
        note = elements.Fragment(len(self.fields), elements.Text(self.note, "label", "muted"))
        return elements.Column((arranged, note), "medium")

    def describe(self) -> str:
        """Return the fields and the text that they become."""
        into = join_and([f"{_said(field)} sob “{field.marker}”" for field in self._filled])
        fields = pluralize(len(self.fields), "campo", "campos")
        return f"Um registro de {fields} vira o texto que o modelo lê: {into}.{self._absent_words}"

    @property
    def _absent_words(self) -> str:
        absent = [field.key for field in self.fields if field not in self._filled]
        if not absent:
            return ""
        if len(absent) == 1:
            return f" O campo {absent[0]}, vazio, não aparece no texto."
        return f" Os campos {join_and(absent)}, vazios, não aparecem no texto."

    @property
    def _filled(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.value.strip())

    def _side_by_side(self) -> elements.Element:
        rows = len(self.fields)
        cells = [
            elements.Cell(self._caption(self.record_name), 0, 0),
            elements.Cell(self._caption(self.text_name), 0, 1),
            elements.Cell(
                elements.Named(_TEXT, elements.Card(elements.Spacer())), 1, 1, rows, align="stretch"
            ),
        ]
        for row, (field, card) in enumerate(zip(self.fields, self._cards(), strict=True), 1):
            cells.append(elements.Cell(card, row, 0, align="stretch"))
            if field in self._filled:
                cells.append(
                    elements.Cell(
                        elements.Fragment(row, elements.Card(_segment(field), None, None, "small", "small")),
                        row,
                        1,
                    )
                )
        return elements.Grid(tuple(cells), (1.0, 1.0), "link", "small")

    def _text(self) -> elements.Element:
        segments = tuple(
            elements.Fragment(number, _segment(field))
            for number, field in enumerate(self.fields, 1)
            if field in self._filled
        )
        return elements.Column(
            (
                self._caption(self.text_name),
                elements.Named(_TEXT, elements.Card(elements.Column(segments, "medium"))),
            )
        )

    def _caption(self, words: str) -> elements.Element:
        return elements.Text(words, "label", "muted")

    def _cards(self) -> tuple[elements.Element, ...]:
        return tuple(
            elements.Fragment(number, elements.Named(f"campo {field.key}", _card(field)))
            for number, field in enumerate(self.fields, 1)
        )


def _said(field: Field) -> str:
    return f"{field.key} (opcional)" if field.optional else field.key


def _card(field: Field) -> elements.Element:
    key = elements.Text(field.key, "key", f"{field.role}.strong", literal=True)
    value = (
        elements.Text(field.value, "body")
        if field.value.strip()
        else elements.Text("(vazio)", "body", "muted")
    )
    lines = elements.Column((key, value), "text")
    inside = (
        elements.Row((elements.Grow(lines), elements.badge("opcional", field.role)))
        if field.optional
        else lines
    )
    return elements.Card(
        inside,
        f"{field.role}.soft",
        f"{field.role}.line",
        across="medium",
        dashed=field.optional,
        align="center",
    )


def _segment(field: Field) -> elements.Element:
    marker = elements.Text(field.marker, "key", f"{field.role}.strong", literal=True)
    lines = elements.Column((marker, elements.Text(plain_text(field.value), "body")), "text")
    return elements.Row(
        (elements.Rule(f"{field.role}.line", "accent", upright=True), elements.Grow(lines)),
        "small",
        "stretch",
    )


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
