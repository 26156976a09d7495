"""Um registro com campos e o texto único em que ele se transforma."""

from __future__ import annotations

from pydantic import model_validator

from infograficos.content import Flag, Remark, Some, Words, content, first_repeated
from infograficos.elements.card import Card, Named, badge
from infograficos.elements.column import Column
from infograficos.elements.flow import Either, Grow, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.links.connector import Link, Linked
from infograficos.elements.revealed import Revealed
from infograficos.elements.row import Row
from infograficos.elements.shapes import Arrow, Rule
from infograficos.elements.words import Text
from infograficos.layout import Element
from infograficos.text import plain
from infograficos.typography import counted, listed

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
    value: Remark
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
    note: Remark = ""

    @model_validator(mode="after")
    def _agree(self) -> Record:
        keys = [field.key for field in self.fields]
        twice = first_repeated(keys)
        if twice:
            raise ValueError(f"o campo “{twice}” aparece mais de uma vez")
        if not self._filled:
            raise ValueError("todos os campos estão vazios: não sobra texto para o modelo ler")
        empty = next((f.key for f in self.fields if not f.optional and f not in self._filled), None)
        if empty:
            raise ValueError(f"o campo “{empty}” está vazio e não é opcional")
        return self

    def body(self) -> Element:
        """Return both sides with an arrow for each field, or one above the other where it is narrow."""
        links = tuple(Link(f"campo {field.key}", _TEXT, f"{field.role}.strong") for field in self._filled)
        below = (Arrow("down", "muted", "flow", "link"), self._text())
        narrow = Column((self._caption(self.record_name), *self._cards(), *below))
        arranged = Either((Linked(self._side_by_side(), links), narrow))
        if not self.note:
            return arranged
        note = Revealed(len(self.fields), Text(self.note, "label", "muted"))
        return Column((arranged, note), "medium")

    def describe(self) -> str:
        """Return the fields and the text that they become."""
        into = listed([f"{_said(field)} sob “{field.marker}”" for field in self._filled])
        fields = counted(len(self.fields), "campo", "campos")
        return f"Um registro de {fields} vira o texto que o modelo lê: {into}.{self._absent_words}"

    @property
    def _absent_words(self) -> str:
        absent = [field.key for field in self.fields if field not in self._filled]
        if not absent:
            return ""
        if len(absent) == 1:
            return f" O campo {absent[0]}, vazio, não aparece no texto."
        return f" Os campos {listed(absent)}, vazios, não aparecem no texto."

    @property
    def _filled(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.value.strip())

    def _side_by_side(self) -> Element:
        rows = len(self.fields)
        cells = [
            Cell(self._caption(self.record_name), 0, 0),
            Cell(self._caption(self.text_name), 0, 1),
            Cell(Named(_TEXT, Card(Spacer())), 1, 1, rows, align="stretch"),
        ]
        for row, (field, card) in enumerate(zip(self.fields, self._cards(), strict=True), 1):
            cells.append(Cell(card, row, 0, align="stretch"))
            if field in self._filled:
                cells.append(Cell(Revealed(row, Card(_segment(field), None, None, "small", "small")), row, 1))
        return Grid(tuple(cells), (1.0, 1.0), "link", "small")

    def _text(self) -> Element:
        segments = tuple(
            Revealed(number, _segment(field))
            for number, field in enumerate(self.fields, 1)
            if field in self._filled
        )
        return Column((self._caption(self.text_name), Named(_TEXT, Card(Column(segments, "medium")))))

    def _caption(self, words: str) -> Element:
        return Text(words, "label", "muted")

    def _cards(self) -> tuple[Element, ...]:
        return tuple(
            Revealed(number, Named(f"campo {field.key}", _card(field)))
            for number, field in enumerate(self.fields, 1)
        )


def _said(field: Field) -> str:
    return f"{field.key} (opcional)" if field.optional else field.key


def _card(field: Field) -> Element:
    key = Text(field.key, "key", f"{field.role}.strong", literal=True)
    value = Text(field.value, "body") if field.value.strip() else Text("(vazio)", "body", "muted")
    lines = Column((key, value), "text")
    inside = Row((Grow(lines), badge("opcional", field.role))) if field.optional else lines
    return Card(
        inside,
        f"{field.role}.soft",
        f"{field.role}.line",
        across="medium",
        dashed=field.optional,
        align="center",
    )


def _segment(field: Field) -> Element:
    marker = Text(field.marker, "key", f"{field.role}.strong", literal=True)
    lines = Column((marker, Text(plain(field.value), "body")), "text")
    return Row((Rule(f"{field.role}.line", "accent", upright=True), Grow(lines)), "small", "stretch")


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
